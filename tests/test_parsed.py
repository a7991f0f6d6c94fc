"""A sheet that an earlier run has parsed is the sheet that would be parsed anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import weasyprint

from guides import kept, layout
from guides.printing import parsed, quick
from tests.sample_guide import the_guide
from tests.scripts import said
from tests.test_computed import BODY, EDITIONS, STYLE, page
from tests.test_matched import BODY as MATCHED
from tests.test_matched import SHEETS

# Prints pages and tells which sheets were parsed for them; what was parsed is kept.
SCRIPT = """\
import hashlib, json, sys
from guides import printing
from guides.printing import quick, written
if sys.argv[2] == "stock":
    quick.VERSION = written.VERSION = "another"
import tinycss2
sheets, parse = [], tinycss2.parse_stylesheet
tinycss2.parse_stylesheet = lambda css, **more: sheets.append(css) or parse(css, **more)
pages = json.loads(open(sys.argv[1]).read())
digests = [hashlib.sha256(printing.print_pdf(page)).hexdigest() for page in pages]
printing.keep()
from weasyprint import html
print(json.dumps([digests, len([one for one in sheets if one not in ("", html.UA_FORM)])]))
"""


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory, page_templates: dict[str, str]) -> Path:
    pages = [layout.lay_out(the_guide(), edition, page_templates) for edition in EDITIONS[:2]]
    pages += [page(STYLE, BODY), *(page(sheet, MATCHED) for sheet in list(SHEETS.values())[:9])]
    file = tmp_path_factory.mktemp("pages") / "pages.json"
    file.write_text(json.dumps(pages), "utf-8")
    return file


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory, wanted: Path) -> Any:
    return printed(wanted, tmp_path_factory.mktemp("stock"), "stock")[0]


def printed(file: Path, cache: Path, way: str = "ours") -> Any:
    return said(SCRIPT, str(file), way, XDG_CACHE_HOME=str(cache))


def test_the_next_run_parses_no_sheet_and_prints_the_same(
    tmp_path: Path, wanted: Path, stock: list[str]
) -> None:
    first, then = printed(wanted, tmp_path), printed(wanted, tmp_path)

    assert first[0] == then[0] == stock
    assert first[1] > 10
    assert then[1] == 0
    assert len(set(stock)) == len(stock)  # what is different shows


@pytest.mark.parametrize("damage", [b"", b"junk", b"0" * 64 + b"\njunk", "no sheet"])
def test_what_is_kept_can_be_damaged(
    tmp_path: Path, wanted: Path, stock: list[str], damage: bytes | str
) -> None:
    printed(wanted, tmp_path)
    (file,) = tmp_path.glob("guides/printer/sheets-*")
    if isinstance(damage, str):  # whole, and of no use
        known = dict.fromkeys(kept.read(file), (b"", damage.encode()))
        kept.write(file, known)
    else:
        file.write_bytes(damage)

    assert printed(wanted, tmp_path)[0] == stock


def test_where_nothing_can_be_kept_it_is_printed_all_the_same(
    tmp_path: Path, wanted: Path, stock: list[str]
) -> None:
    file = tmp_path / "file"
    file.touch()

    assert printed(wanted, file)[0] == stock


def a_sheet(text: str) -> Any:
    return weasyprint.CSS(string=text).matcher


def test_what_is_kept_does_not_grow_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(parsed, "_MOST", 3)
    for number in range(5):
        sheets = parsed.Kept()
        sheets.begin()
        sheets.note(f"sheet {number}", a_sheet(f"p {{ margin: {number}px }}"))
        sheets.keep()
    again = parsed.Kept()
    again.begin()

    found = [number for number in range(5) if again.find(f"sheet {number}")]
    assert found == [2, 3, 4]


def test_a_test_of_a_selector_is_kept_and_no_other_function() -> None:
    element = weasyprint.HTML(string="<p class=a>").wrapper_element.query("p")
    matcher = a_sheet("p.a { color: red } p.b { color: blue } p:first-child { margin: 0 }")
    again = parsed.take(parsed.put(matcher))

    def told(of: Any) -> list[tuple[Any, ...]]:
        return [(*found[:3], repr(found[3])) for found in of.match(element)]

    assert len(told(again)) == 2
    assert [one[:3] for one in told(again)] == [one[:3] for one in told(matcher)]
    with pytest.raises(Exception, match="no test"):
        parsed.put(lambda _: None)


def test_the_version_is_the_one_that_is_installed() -> None:
    assert weasyprint.__version__ == parsed.WEASYPRINT == quick.VERSION
