"""A style sheet that is parsed once for many pages gives each what parsing it anew would."""

from __future__ import annotations

import pytest
import tinycss2  # type: ignore[import-untyped]
import weasyprint

from guides.printing import Press
from guides.printing.styles import _is_harmless
from guides.problems import Failed

PLAIN = "@page { size: a5; @bottom-left { content: counter(page) } } p { color: #123456 }"
SHEETS = {
    "plain": PLAIN,
    "another": "@page { margin: 3cm } p::before { content: 'a' } @media print { p { margin: 0 } }",
    "counters": "@counter-style own { system: cyclic; symbols: '+'; suffix: ' ' }"
    " li { list-style: own }",
    "layers": "@layer a, b; @layer b { p { color: #654321 } } @layer a { p { color: red } }",
    "media": "@media screen { p { color: red } } @page :first { margin-top: 5cm }",
}


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


def page(*sheets: str) -> str:
    styles = "".join(f"<style>{sheet}</style>" for sheet in sheets)
    words = "<h1>One</h1><p>Two</p><ul><li>Three</li></ul>"
    return f"<html lang=en><head><title>t</title>{styles}</head><body>{words}</body></html>"


def test_pages_are_the_same_whether_their_sheets_are_remembered_or_not(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [page(sheet) for sheet in SHEETS.values()]
    pages += [page(PLAIN, other) for other in SHEETS.values()]
    pages += [page(other, PLAIN) for other in SHEETS.values()]
    first = [press.print(html).pdf for html in pages]
    second = [press.print(html).pdf for html in reversed(pages)][::-1]
    monkeypatch.setattr(weasyprint.css, "CSS", weasyprint.CSS)
    stock = [press.print(html).pdf for html in pages]

    assert first == stock
    assert second == stock
    assert len(set(stock)) > len(SHEETS)  # the sheets do show


def test_a_sheet_is_parsed_once(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    real = tinycss2.parse_stylesheet

    def watched(css: str) -> object:
        parsed.append(css)
        return real(css)

    monkeypatch.setattr(tinycss2, "parse_stylesheet", watched)
    for words in ("h1 { color: #111 }", "h1 { color: #222 }", "h1 { color: #111 }"):
        press.print(page("p { color: #333 }", words))

    assert sorted(parsed) == ["h1 { color: #111 }", "h1 { color: #222 }", "p { color: #333 }"]


def test_a_mistake_is_told_every_time(press: Press) -> None:
    for _ in range(3):
        with pytest.raises(Failed) as failed:
            press.print(page("p { colour: red }"))

        assert [problem.code for problem in failed.value.problems] == ["style-mistake"]


@pytest.mark.parametrize(
    "sheet",
    ["@font-face { src: x }", "@IMPORT 'x'", r"@\69mport 'x'", "@counter-style a {}", "@ page {}"],
)
def test_what_can_leave_something_behind_is_not_remembered(sheet: str) -> None:
    assert _is_harmless(PLAIN)
    assert not _is_harmless(PLAIN + sheet)


def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint.css, "CSS", weasyprint.CSS)
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    Press()

    assert weasyprint.css.CSS is weasyprint.CSS
