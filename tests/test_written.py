"""What is put into bytes once; that they are the same bytes, `test_computed` tells."""

from __future__ import annotations

import io
import zlib
from typing import Any

import pydyf  # type: ignore[import-untyped]
import pytest

from guides.printing import Press, written


@pytest.fixture(autouse=True)
def press() -> Press:
    return Press()


def a_file() -> Any:
    pdf = pydyf.PDF()
    inner = pydyf.Dictionary({"A": pydyf.String("(b)"), "C": pydyf.Array((1, 2.5))})
    for number in range(3):
        words = [f"{number} 0 m".encode(), number / 4, "S"]
        pdf.add_object(pydyf.Stream(words, {"Part": inner}, compress=True))
        pdf.add_page(pydyf.Dictionary({"Type": "/Page", "Inner": inner}))
    pdf.info["Title"] = pydyf.String("t")
    return pdf


def bytes_of(pdf: Any) -> bytes:
    out = io.BytesIO()
    pdf.write(out, identifier=True, compress=True)
    return out.getvalue()


def test_a_stream_is_compressed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compressed = []
    real = zlib.compressobj

    def watched(*arguments: Any, **more: Any) -> Any:
        compressed.append(arguments)
        return real(*arguments, **more)

    monkeypatch.setattr(zlib, "compressobj", watched)
    bytes_of(a_file())

    assert len(compressed) == 3 + 2  # the pages' own, and those of the other objects and their list


def test_what_changes_between_two_files_is_written_as_it_is() -> None:
    pdf = a_file()
    first = pdf.objects[3].data
    bytes_of(pdf)
    pdf.objects[3].stream.append(b"f")

    assert pdf.objects[3].data != first


def test_pages_are_listed_anew_where_there_are_others() -> None:
    pdf = a_file()
    references = pdf.page_references
    again = pdf.page_references
    pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
    more = pdf.page_references
    pdf.pages["Kids"] = pydyf.Array(pdf.pages["Kids"][3:] + pdf.pages["Kids"][:3])

    assert again is references
    assert more[:3] == references
    assert pdf.page_references == (*more[1:], more[0])


def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class PDF:
        """Stands in for the class of another version."""

        def write(self) -> None:
            """Nothing."""

    class Another:
        VERSION = "0.14.0"

    Another.PDF = PDF  # type: ignore[attr-defined]
    write = PDF.write

    written.write_once(Another)

    assert PDF.write is write
