"""What is remembered from page to page changes nothing on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import weasyprint

from guides import layout
from guides.printing import Press, computed, quick
from guides.problems import Failed
from tests.sample_guide import the_guide
from tests.scripts import said

EDITIONS = ("handout", "facilitator-guide", "cards", "leaflet", "talk-map")

# Prints the pages of a file one after another, and again from the last to the first.
SCRIPT = """\
import hashlib, json, sys
from guides import printing
from guides.printing import quick, written
if sys.argv[2] == "stock":
    quick.VERSION = written.VERSION = "another"
press = printing.Press()
pages = json.loads(open(sys.argv[1]).read())
digests = [hashlib.sha256(press.print(page).pdf).hexdigest() for page in pages + pages[::-1]]
print(json.dumps(digests))
"""

STYLE = """
:root { --ink: #123456; --wide: 2em }
p { color: var(--ink); margin-left: var(--wide); font: 11pt/15pt serif }
div { text-decoration: underline } div div { width: 3ch; border: 1px solid }
li::marker { color: red } p::first-letter { font-size: 20pt } p::first-line { color: blue }
table { border-collapse: collapse; padding: 9px } td { padding: inherit }
.flex { display: flex } .flex > * { flex: 1 } .grid { display: grid; grid: 1fr / 1fr 2fr }
.note { float: footnote } a::after { content: leader('.') target-counter(attr(href), page) }
ul { margin-block: 9px; padding-inline-start: 3em; border-inline-end: 2px solid }
h1 { width: calc(10% + 5em); text-indent: calc(1em + 1px) }
b { color: initial; display: inline-block; inline-size: 9em }
@page { size: a6; @bottom-right { content: counter(page) ' of ' counter(pages) } }
@page :first { margin: 3cm }
"""
BODY = """
<h1 id="one">One</h1><p><b>Two</b><span class="note">three</span> <a href="#two">four</a></p>
<div>a<div>b</div></div><ul><li>x<li lang="es">y</ul>
<table><tr><th scope="col">h<tr><td>1</table>
<div class="flex"><p>1</p><p>2</p></div><div class="grid"><p>1</p><p>2</p></div>
<p id="two" style="break-before: page; color: green">five</p>
"""
SIZED = "p { width: 50vw; height: 10vh }</style><style>@page { size: %s }"


def page(style: str, body: str = BODY, language: str = "en") -> str:
    head = f"<head><title>t</title><style>{style}</style></head>"
    return f"<html lang={language}>{head}<body>{body}</body></html>"


def pages(templates: dict[str, str]) -> Iterator[str]:
    yield from (layout.lay_out(the_guide(), edition, templates) for edition in EDITIONS)
    yield page(STYLE)
    yield page(STYLE, BODY.replace("One", "Three").replace("two", "three"))
    yield page(STYLE, BODY.replace("green", "gray"), "fr")
    yield page(STYLE.replace("2em", "1em"))
    yield from (page(SIZED % size) for size in ("a5", "a6"))
    yield page("@page { size: a5 } p { width: 50% }")


def printed(file: Path, way: str) -> list[str]:
    digests: list[str] = said(SCRIPT, str(file), way)
    return digests


def both_ways(folder: Path, wanted: list[str]) -> tuple[list[str], list[str]]:
    """Return the digests of pages as we print them, and as they are printed without us."""
    file = folder / "pages.json"
    file.write_text(json.dumps(wanted), "utf-8")
    return printed(file, "ours"), printed(file, "stock")


def test_pages_have_the_bytes_of_those_that_are_printed_without_it(
    tmp_path: Path, page_templates: dict[str, str]
) -> None:
    wanted = list(pages(page_templates))
    ours, stock = both_ways(tmp_path, wanted)

    assert ours == stock
    assert len(set(stock)) == len(wanted)  # what is different shows


def test_the_same_places_are_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    worked_out: list[str] = []
    colour = weasyprint.css.COMPUTER_FUNCTIONS["color"]

    def watched(style: object, name: str, value: object) -> object:
        worked_out.append(name)
        return colour(style, name, value)

    press = Press()
    monkeypatch.setitem(weasyprint.css.COMPUTER_FUNCTIONS, "color", watched)
    counts = []
    for style, body in (
        (STYLE, BODY),
        (STYLE, BODY.replace("One", "Three").replace("two", "three")),
        (STYLE.replace("2em", "3em"), BODY),
    ):
        press.print(page(style, body))
        counts.append(len(worked_out))
        worked_out.clear()

    first, again, another = counts
    assert first == another > 10
    assert again <= 2  # the paragraph that has a style of its own


def test_what_is_remembered_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computed, "_MOST", 100)
    press = Press()
    sizes = []
    for number in range(8):
        press.print(page(STYLE.replace("2em", f"{number}em")))
        sizes.append(len(computed._places[press._fonts]))

    assert 50 < max(sizes) <= 100


def test_a_mistake_that_shows_late_is_told_every_time() -> None:
    press = Press()
    for _ in range(3):
        with pytest.raises(Failed) as failed:
            press.print(page(":root { --ink: 3px } p { color: var(--ink) }"))

        assert [problem.code for problem in failed.value.problems] == ["page-complaint"]


def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Styles:
        """Stands in for a class that nobody has changed."""

    monkeypatch.setattr(weasyprint.css, "ComputedStyle", Styles)
    monkeypatch.setattr(weasyprint, "__version__", "71.0")

    computed.compute_once(weasyprint)

    assert quick.VERSION != "71.0"
    assert not hasattr(Styles, "place")
