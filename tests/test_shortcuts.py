"""A shorter way through WeasyPrint leads to the same page, and is not gone where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import tinyhtml5  # type: ignore[import-untyped]
import weasyprint
from tinyhtml5 import inputstream
from weasyprint.layout import inline
from weasyprint.text import line_break

from guides import layout
from guides.printing import Press, quick, shortcuts
from tests.sample_guide import the_guide
from tests.test_computed import both_ways, page

WORDS = "A considerable number of shopkeepers remember that the office closed in September. " * 3
DRAWING = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='90' height='40'>"
    "<text y='30' font-family='Source Serif Pro, serif'>Mill Road</text></svg>"
)
# Each is a case that is not the usual one, or looks like another and is not.
CASES = {
    "shares": "p { width: 50%; margin: 3% 5% } div { padding: 1% }",
    "sums": "p { width: calc(100% - 2em); margin-left: calc(1em + 2px) }",
    "boxes": "p { box-sizing: border-box; width: 90px; padding: 9px; border: 3px solid }",
    "padded": "p { box-sizing: padding-box; width: 90px; padding: 9px; min-height: 5em }",
    "limits": "p { max-width: 9em; min-height: 4em } div { max-height: 2em; min-width: 50% }",
    "floats": "p { float: left; width: 9em } div { float: right }",
    "placed": "p { position: absolute; top: 9em; left: 10% } div { position: relative; top: 1em }",
    "everywhere": "div { position: fixed; bottom: 0 } p { break-before: page }",
    "running": "div { position: running(head) } @page { @top-left { content: element(head) } }",
    "collapsed": "table { border-collapse: collapse } td { border: 3px solid; padding: 4px }",
    "leading": "p { line-height: normal } div { line-height: 40px } b { line-height: 3 }",
    "sizes": "b { font-size: 20pt } p:lang(es) { font-size: 7pt }",
    "features": "p { font-variant: small-caps oldstyle-nums } b { font-variant-ligatures: none }",
    "lines": "p { text-decoration: underline overline } b { text-decoration: line-through }",
    "spaced": "p { letter-spacing: 2px; word-spacing: 5px } div { text-align: justify }",
    "divided": "p { hyphens: auto; width: 7em } div { overflow-wrap: anywhere; width: 3em }",
    "backwards": "p { direction: rtl } b { font-language-override: 'TRK' }",
    "columns": "body { columns: 2 } p { column-span: all }",
    "kept": "p { white-space: pre-wrap; tab-size: 3 }",
    "rows": "body { display: flex; flex-wrap: wrap } p { flex: 1 1 40%; padding: 5% }",
    "grid": "body { display: grid; grid: auto / 1fr 2fr } p { min-width: 0; height: 50px }",
}
BODY = (
    f"<p>{WORDS}<b>One\tof them,\n  two</b><div>Another</div><p lang=es>{WORDS}"
    f'<table><tr><th scope="col">h<tr><td>1<b>2</b></table><img alt="A sign" src="{DRAWING}">'
)


def pages(templates: dict[str, str]) -> Iterator[str]:
    yield from (page(style + f"/* {name} */", BODY) for name, style in CASES.items())
    for edition in ("handout", "evidence-sheet", "known-table", "three-columns", "slides"):
        yield layout.lay_out(the_guide(), edition, templates)


def test_pages_have_the_bytes_of_those_that_are_printed_the_long_way(
    tmp_path: Path, page_templates: dict[str, str]
) -> None:
    wanted = list(pages(page_templates))
    ours, long_way = both_ways(tmp_path, wanted)

    assert ours == long_way
    assert len(set(long_way)) == len(wanted)  # what is different shows


def test_a_font_and_its_lines_are_known_the_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    press = Press()
    press.print(page(CASES["features"], BODY))
    known = len(press._fonts.known)

    press.print(page(CASES["features"], BODY))

    assert len(press._fonts.known) == known > 5


def test_what_is_known_of_fonts_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcuts, "_MOST", 20)
    press, sizes = Press(), []
    for size in range(8, 14):
        press.print(page(f"p {{ font-size: {size}pt }}", BODY))
        sizes.append(len(press._fonts.known))

    assert 5 < max(sizes) <= 20


def test_the_parser_keeps_a_pattern_and_stops_where_it_should() -> None:
    Press()

    stream = inputstream.HTMLUnicodeInputStream("ab  <c")
    read = [stream.chars_until(frozenset("< ")), stream.chars_until(frozenset(" "), opposite=True)]
    patterns = inputstream.characters_until_regex

    assert tinyhtml5.VERSION == shortcuts.PARSER
    assert read == ["ab", "  "]
    assert patterns[frozenset("< "), False] is patterns[frozenset("< "), False]


def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    here = (inline.resolve_percentages, inline.strut, line_break.Layout.setup)
    another = SimpleNamespace(__version__="71.0")

    shortcuts.take_shortcuts(another)

    assert quick.VERSION == weasyprint.__version__ != "71.0"
    assert (inline.resolve_percentages, inline.strut, line_break.Layout.setup) == here
    assert not hasattr(another, "shortcuts")
