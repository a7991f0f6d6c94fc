"""What a page was laid out with goes with it, and the page is the same."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import weasyprint
from weasyprint.layout import LayoutContext

from guides import printing
from guides.printing import Press, untied

PAGE = Path(__file__).resolve().parent / "golden" / "handout.html"
INNER = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>"
)
PICTURE = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='90' height='40'>"
    "<title>A sign</title><text y='30'>Mill Road</text><rect width='5' height='5'/></svg>"
)
WITH_PICTURES = (
    f'<html lang=en><title>t</title><h1>Signs</h1><p>One: <img alt="A sign" src="{PICTURE}">'
    f'<p style="background: url(&quot;{INNER}&quot;)">Another'
)


@contextmanager
def nothing_held() -> Iterator[None]:
    """Let nobody hold contexts, so that WeasyPrint does as it always does."""
    yield


def left_by(press: Press, html: str) -> int:
    """Print a page; return how many objects only the garbage collector could free after it."""
    press.print(html)  # what is loaded once is there
    gc.collect()
    gc.disable()
    try:
        press.print(html)
        return gc.collect()
    finally:
        gc.enable()


def test_a_page_leaves_little_to_the_garbage_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    press, html = Press(), PAGE.read_text("utf-8")
    left = left_by(press, html)
    monkeypatch.setattr(printing, "held", nothing_held)

    assert 2 * left < left_by(press, html)


@pytest.mark.parametrize("html", [PAGE.read_text("utf-8"), WITH_PICTURES], ids=["page", "pictures"])
def test_the_page_has_the_bytes_that_it_always_had(
    monkeypatch: pytest.MonkeyPatch, html: str
) -> None:
    press = Press()
    pdf = press.print(html).pdf
    monkeypatch.setattr(printing, "held", nothing_held)

    assert press.print(html).pdf == pdf


def test_contexts_are_held_while_a_page_is_printed_and_no_longer() -> None:
    def count() -> int:
        return -1 if untied._held is None else len(untied._held)

    press, counts = Press(), [count()]
    with untied.held():
        press._render(WITH_PICTURES)
        counts.append(count())
    counts.append(count())

    assert counts == [-1, 1, -1]


def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint.document, "LayoutContext", LayoutContext)
    monkeypatch.setattr(weasyprint, "__version__", "71.0")

    untied.untie(weasyprint)

    assert weasyprint.document.LayoutContext is LayoutContext
