"""Where things stand on pages that WeasyPrint has laid out."""

from __future__ import annotations

from typing import Any


def anchor(document: Any, name: str) -> tuple[int, float] | None:
    """Return the page, from 0, and the height on it at which an anchor stands."""
    for number, page in enumerate(document.pages):
        if name in page.anchors:
            return number, page.anchors[name][1]
    return None


def inside(document: Any, number: int) -> tuple[float, float]:
    """Return where the area inside a page's margins begins, and its height."""
    box = document.pages[number]._page_box  # noqa: SLF001  the public page has no margins
    return box.content_box_y(), box.height


def sheet_length(document: Any) -> int:
    """Return how many pages the sheet takes; 0 where there is none."""
    start, end = anchor(document, "sheet"), anchor(document, "sheet-end")
    return end[0] - start[0] + 1 if start and end else 0
