"""An element meets the rules that it would meet if every selector were tried on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import weasyprint

from guides.printing import Press, matched
from tests.test_computed import BODY as MORE
from tests.test_computed import STYLE, both_ways, page

# Each sheet below looks at something else, and in the body some have it and others do not.
BODY = """
<h1 id="one" class="top wide">One</h1><p>Two <b>three</b><p class="wide" id="two">four
<p class="low top">five <b title="A">six</b> <i title="B">seven</i><p lang="es-MX">ocho <b>nueve</b>
<div class="wide"><p>ten<div class="low"><p>eleven <a href="#one">twelve</a></div><p></div>
<ul><li>a<li class="low">b<li>c<li>d</ul><ol><li>e</ol><div><i>f</i></div><div></div>
<p style="color: #112233; margin-left: 9px">g<p style="margin-left: 1px; margin-left: 30px">h
"""
SHEETS = {
    "names": "p { color: red } P b { color: #123456 } b { color: blue }",
    "classes": ".wide { color: red } p.wide { color: green } .low.top { margin-left: 20px }",
    "identities": "#two { color: red } #one + p { margin-left: 9px } p:not(#two) { color: green }",
    "identity's beginning": "[id^='t'] { color: red } [id] { margin-left: 20px }",
    "attributes": "[title='a' i] { color: red } [title] { margin: 0 } [href^='#'] { color: green }",
    "languages": "p:lang(es) { color: red } :lang(en) b { margin: 9px } [lang|=es] { margin: 0 }",
    "above": "div p { color: red } div > p { margin-left: 9px } .wide .low p { font-size: 20pt }",
    "beside": "p + p { color: red } h1 ~ ul { margin-left: 20px } li + li { color: green }",
    "places": "li:first-child { color: red } li:nth-child(2n) { color: green } p:last-child b {}"
    " li:only-child { font-size: 20pt } p:nth-of-type(3) { margin-left: 20px }",
    "inside": "p:has(i) { color: red } div:empty { height: 9px; border: 1px solid }"
    " p:has(+ ul) { color: green } :is(b, i):not(:first-child) { font-size: 20pt }",
    "pseudo-elements": ".wide::before, .low::after { content: 'x' } li::marker { color: red }"
    " p::first-letter { font-size: 20pt } a::after { content: target-counter(attr(href), page) }",
    "anchors": "h1::before { content: 'y'; -weasy-anchor: 'mark' }"
    " a::after { content: target-counter(url('#mark'), page) }",
    "notes": "i { float: footnote } i::footnote-call { color: red } b { font-size: 8pt }",
    "weights": "p { color: red !important; margin-left: 2px !important } p.wide { color: green }"
    " .wide { color: blue !important } [style] { margin-left: 40px }",
    "layers": "@layer a, b; @layer b { p { color: red } } @layer a { p { color: green } }",
    "shared": "h1, p { color: red } p, b { color: green } .wide, .wide::before { content: 'v' }",
}


def pages() -> list[str]:
    wanted = [page(f"{sheet} /* {name} */", BODY) for name, sheet in SHEETS.items()]
    wanted += [page(sheet, BODY, "es") for sheet in (SHEETS["languages"], SHEETS["places"])]
    wanted += [page(SHEETS["beside"], BODY.replace("<ul>", "<p>more<ul>"))]
    wanted += [page(SHEETS["identities"], BODY.replace('id="two"', 'id="three"'))]
    return [*wanted, page(STYLE, MORE)]


def test_pages_have_the_bytes_of_those_on_which_every_selector_is_tried(tmp_path: Path) -> None:
    wanted = pages()
    ours, stock = both_ways(tmp_path, wanted)

    assert ours == stock
    assert len(set(stock)) == len(wanted)  # what is different shows


def watched(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return a list to which each style is added that is worked out."""
    made: list[Any] = []
    real = weasyprint.css.StyleFor.set_computed_styles

    def note(style_for: Any, element: Any, parent: Any, *arguments: Any, **more: Any) -> None:
        made.append((element, more.get("pseudo_type")))
        real(style_for, element, parent, *arguments, **more)

    monkeypatch.setattr(weasyprint.css.StyleFor, "set_computed_styles", note)
    return made


def test_a_pseudo_element_that_is_not_there_gets_no_style(monkeypatch: pytest.MonkeyPatch) -> None:
    press = Press()
    made = watched(monkeypatch)
    press.print(page(SHEETS["pseudo-elements"], BODY))
    kinds = [kind for element, kind in made if isinstance(kind, str) and kind[0] != "@"]

    assert {"before", "after", "marker", "first-letter"} == set(kinds)
    assert kinds.count("marker") == 5  # of list items


def test_selectors_are_tried_once_in_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    press = Press()
    tried: list[str] = []
    real = matched._likely

    def noted(matcher: Any, element: Any) -> Any:
        tried.append(element.local_name)
        return real(matcher, element)

    monkeypatch.setattr(matched, "_likely", noted)
    counts = []
    for body in (BODY, BODY.replace("Two", "Another"), BODY.replace('class="low"', "")):
        press.print(page(SHEETS["above"], body))
        counts.append(len(tried))
        tried.clear()

    first, again, changed = counts
    assert first > 50
    assert again == 0
    assert 0 < changed < first / 3


def test_what_is_remembered_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matched, "_MOST", 40)
    monkeypatch.setattr(matched, "_MOST_SHEETS", 3)
    matched.forget()
    press = Press()
    for number in range(5):
        for name in ("a", "b"):
            press.print(page(f"p.{name} {{ margin: {number}px }}", f"<p class={name}>{BODY}"))

    assert len(matched._known) == 3
    assert all(known._count < 40 + 60 for known in matched._known.values())


def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Styles:
        """Stands in for a class that nobody has changed."""

    monkeypatch.setattr(weasyprint.css, "StyleFor", Styles)
    monkeypatch.setattr(weasyprint, "__version__", "71.0")

    matched.match_once(weasyprint)

    assert not hasattr(Styles, "matches_once")
