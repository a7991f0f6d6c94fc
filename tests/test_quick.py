"""A quick start of the printer changes nothing on paper, and nothing depends on it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from guides.printing import quick
from tests.scripts import said

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "tests" / "golden" / "handout.html"
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="quick on Linux only")

# Prints a page after some lines of the test's own, and tells what was loaded for it.
SCRIPT = """\
import hashlib, json, sys
from pathlib import Path
from guides import printing
from guides.printing import engine, fonts, quick
{first}
data = printing.print_pdf(Path(sys.argv[1]).read_text("utf-8"))
{then}
told = {{"cffi", "pycparser", "fontTools.subset", "fontTools.varLib"}} & set(sys.modules)
print(json.dumps([hashlib.sha256(data).hexdigest(), sorted(told)]))
"""
STOCK = "quick.VERSION = 'another'"


@dataclass(frozen=True)
class Print:
    """A page that was printed: its digest, and which of the slow packages were loaded."""

    digest: str
    loaded: list[str]


def print_page(cache: Path, first: str = "", then: str = "", page: Path = PAGE) -> Print:
    script = SCRIPT.format(first=first, then=then)
    digest, loaded = said(script, str(page), XDG_CACHE_HOME=str(cache))
    return Print(digest, loaded)


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Print:
    return print_page(tmp_path_factory.mktemp("stock"), STOCK)


@LINUX
def test_the_version_that_we_know_is_the_one_that_is_installed() -> None:
    import weasyprint

    assert weasyprint.__version__ == quick.VERSION


@LINUX
def test_a_page_that_is_printed_quickly_has_the_bytes_of_one_that_is_not(
    tmp_path: Path, stock: Print
) -> None:
    first, second = print_page(tmp_path), print_page(tmp_path)

    assert [first.digest, second.digest] == [stock.digest] * 2
    assert {"cffi", "pycparser", "fontTools.subset", "fontTools.varLib"} <= set(stock.loaded)
    assert "cffi" in first.loaded  # it writes what the next start reads
    assert second.loaded == []


@LINUX
@pytest.mark.parametrize("damage", [b"", b"junk", b"0" * 64 + b"\njunk"])
def test_what_is_kept_can_be_damaged(tmp_path: Path, stock: Print, damage: bytes) -> None:
    print_page(tmp_path)
    for kind in ("types", "defaults"):
        (kept,) = tmp_path.glob(f"guides/printer/{kind}-*")
        kept.write_bytes(damage)

    assert print_page(tmp_path).digest == stock.digest
    assert print_page(tmp_path).loaded == []


# Tells whether the browser's sheet was parsed.
PARSED = """
import tinycss2
parsed, parse = [], tinycss2.parse_stylesheet
tinycss2.parse_stylesheet = lambda css, **more: parsed.append(css) or parse(css, **more)
"""


@LINUX
def test_the_browsers_sheet_is_not_parsed_again(tmp_path: Path, stock: Print) -> None:
    then = "from weasyprint import html; assert (html.UA in parsed) is {}"
    first = print_page(tmp_path, PARSED, then.format(True))
    second = print_page(tmp_path, PARSED, then.format(False))

    assert first.digest == second.digest == stock.digest
    assert second.loaded == []


@LINUX
def test_the_browsers_counters_are_those_that_it_has(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    kinds = ("lower-greek", "upper-roman", "decimal-leading-zero", "lower-alpha")
    lists = "".join(f'<ol style="list-style: {kind}"><li>One<li>Two</ol>' for kind in kinds)
    page.write_text(f"<html lang=en><title>t</title>{lists}<q>three</q>", "utf-8")
    stock = print_page(tmp_path / "stock", STOCK, page=page)
    ours = [print_page(tmp_path, page=page).digest for _ in range(2)]

    assert ours == [stock.digest] * 2


@LINUX
def test_a_sheet_that_nobody_asks_for_is_left_out_and_no_other(tmp_path: Path) -> None:
    then = """
from importlib import resources
from weasyprint import html, pdf
assert html.PH == "" and len(html.UA) > 1000 and html.UA_FORM
assert (pdf.files("weasyprint.pdf") / "sRGB2014.icc").is_file()
assert resources.files.__module__.startswith("importlib")
"""
    print_page(tmp_path, then=then)
    print_page(tmp_path, then=then)


@LINUX
def test_where_nothing_can_be_kept_it_is_printed_all_the_same(tmp_path: Path, stock: Print) -> None:
    file = tmp_path / "file"
    file.touch()

    assert print_page(file).digest == stock.digest


@LINUX
@pytest.mark.parametrize(
    "trouble",
    [
        "quick.parsed.take = None",  # what is kept cannot be put in
        "quick._types = lambda *_: object()",  # no type is there when it is asked for
        "quick._font_tools = lambda: {'fontTools.ttLib': sys}",  # it is another module by now
    ],
)
def test_whatever_goes_wrong_it_is_loaded_the_usual_way(
    tmp_path: Path, stock: Print, trouble: str
) -> None:
    if "parsed" in trouble:
        print_page(tmp_path)
    page = print_page(tmp_path, trouble)

    assert page.digest == stock.digest
    assert "cffi" in page.loaded


@LINUX
def test_the_tools_for_fonts_are_there_when_they_are_asked_for(tmp_path: Path) -> None:
    then = """
from weasyprint.pdf import fonts as tools
assert tools.subset.Options().layout_closure
assert sys.modules["fontTools.subset"].__file__
try:
    tools.instantiateVariableFont(tools.TTFont(), {})
except Exception as error:
    assert "fvar" in str(error)
assert sys.modules["fontTools.varLib.instancer"].__file__
"""
    print_page(tmp_path)

    assert "fontTools.subset" in print_page(tmp_path, then=then).loaded
