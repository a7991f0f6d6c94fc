"""Each object of a PDF is put into bytes once and at once, and its pages are listed once.

pydyf writes a file and then goes through all of its objects again for the identifier, every
stream compressed anew. While a file is written nothing changes in it. And it lists all pages
for whoever asks where one of them is, which every tag does. What it puts into bytes is a number, a
word or bytes already, nearly always, and names are the same few.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

VERSION = "0.13.0"  # of pydyf
_MOST_NAMES = 1_000  # a file has some two hundred: of keys, fonts, pictures and elements

# By identity, each with its bytes; None while no file is written.
_bytes: dict[int, tuple[Any, bytes]] | None = None


def write_once(pydyf: Any) -> None:
    """Let pydyf keep what it has written; another version than the one we know is left alone."""
    write = pydyf.PDF.write
    if pydyf.VERSION != VERSION or hasattr(write, "keeps"):
        return

    def keeping(pdf: Any, *arguments: Any, **more: Any) -> None:
        global _bytes  # noqa: PLW0603  a file is written by one process alone
        _bytes = {}
        try:
            write(pdf, *arguments, **more)
        finally:
            _bytes = None

    keeping.keeps = True  # type: ignore[attr-defined]
    pydyf.PDF.write = keeping
    pydyf._to_bytes = to_bytes = _quickly(pydyf._to_bytes)  # noqa: SLF001  there is no public way
    pydyf.Dictionary.data = property(_listing(to_bytes))
    for kind in (pydyf.Stream, pydyf.Dictionary):
        kind.data = _kept(kind.data)
    pydyf.PDF.page_references = _listed(pydyf.PDF.page_references)


def _quickly(usual: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """Return what puts the usual kinds of things into bytes at once."""

    def to_bytes(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            return item  # type: ignore[no-any-return]
        if kind is str:
            return item.encode("ascii")  # type: ignore[no-any-return]
        if kind is int:
            return b"%d" % item
        if kind is float and not item.is_integer():
            return (b"%f" % item).rstrip(b"0")
        return usual(item)

    return to_bytes


class _Names(dict[Any, bytes]):
    """Names as they stand in a dictionary, before what they name."""

    def __init__(self, to_bytes: Callable[[Any], bytes]) -> None:
        super().__init__()
        self._to_bytes = to_bytes

    def __missing__(self, name: Any) -> bytes:
        written = b"/" + self._to_bytes(name) + b" "
        if len(self) < _MOST_NAMES:
            self[name] = written
        return written


def _listing(to_bytes: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """Return what puts a dictionary into bytes."""
    names = _Names(to_bytes)

    def data(dictionary: Any) -> bytes:
        parts = [names[name] + to_bytes(value) for name, value in dictionary.items()]
        return b"<<" + b"".join(parts) + b">>"

    return data


def _kept(data: property) -> property:
    put = data.fget
    assert put  # noqa: S101  says so to the type checker

    def kept(item: Any) -> Any:
        if _bytes is None:
            return put(item)
        if id(item) not in _bytes:
            _bytes[id(item)] = item, put(item)  # held, so that no other gets its identity
        return _bytes[id(item)][1]

    return property(kept)


def _listed(page_references: property) -> property:
    list_pages = page_references.fget
    assert list_pages  # noqa: S101  says so to the type checker

    def listed(pdf: Any) -> Any:
        pages = pdf.pages["Kids"]  # three parts to each
        listed_before: tuple[Any, Any] = getattr(pdf, "listed", (None, ()))
        there, references = listed_before
        if there is not pages or 3 * len(references) != len(pages):
            references = list_pages(pdf)
            pdf.listed = pages, references
        return references

    return property(listed)
