"""Numbers beside every fifth line of a text, wherever the lines fall.

Where a line of prose ends is known when it has been laid out, not before. So a page is laid out,
the lines of everything with the class `counted` are counted, and their numbers are put behind the
page as a picture: nothing moves, and whoever listens to the page does not hear them. A layout says
how large they are with `data-line-numbers`, in points.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any

STEP = 5
# From the edge of the text to the last digit, for each point of size.
_GAP = 0.62 / 25.4 * 96
_SIZE = re.compile(r' data-line-numbers="([\d.]+)"')
_GRAY = "#4a4a4a"


def with_line_numbers(html: str, document: Any) -> str:
    """Return the page with its lines numbered; the same where none are to be counted.

    Args:
        html: The page.
        document: The same, laid out.
    """
    wanted = _SIZE.search(html)
    if not wanted:
        return html
    size = float(wanted[1])
    rules, count = [], 0
    for number, page in enumerate(document.pages, 1):
        marks = []
        for line in counted_lines(page):
            count += 1
            if count % STEP == 0:
                marks.append((count, line.position_y + line.baseline))
        if marks:
            rules.append(f"@page :nth({number}) {{ background: {_picture(page, marks, size)} }}")
    return html.replace("</head>", f"<style>{' '.join(rules)}</style></head>", 1)


def counted_lines(page: Any) -> Iterator[Any]:
    """Yield the lines of text on a page that are counted, from top to bottom."""
    box = page._page_box  # noqa: SLF001  the public page has no boxes
    lines = [line for line in box.descendants() if _is_counted(line)]
    yield from sorted(lines, key=lambda line: line.position_y)


def _is_counted(box: Any) -> bool:
    element = getattr(box, "element", None)
    return (
        type(box).__name__ == "LineBox"
        and element is not None
        and "counted" in element.get("class", "").split()
        and "::" not in box.element_tag  # the bullet before an item is a line of its own
    )


def _picture(page: Any, marks: list[tuple[int, float]], size: float) -> str:
    """Return what draws the numbers behind a page, each on the base line of its line."""
    box = page._page_box  # noqa: SLF001
    right = box.content_box_x() + box.width + _GAP * size
    pixels = size * 96 / 72
    texts = "".join(
        f'<text x="{right:.2f}" y="{y:.2f}" text-anchor="end" font-size="{pixels:.2f}"'
        f' font-family="Source Sans Pro" fill="{_GRAY}">{number}</text>'
        for number, y in marks
    )
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{page.width}" height="{page.height}"'
        f' viewBox="0 0 {page.width} {page.height}">{texts}</svg>'
    )
    data = base64.b64encode(drawing.encode()).decode("ascii")
    # What is put behind a page is placed from where its margins end, and clipped at its edge.
    left, top = -box.padding_box_x(), -box.padding_box_y()
    place = f"{left}px {top}px / {page.width}px {page.height}px"
    return f'url("data:image/svg+xml;base64,{data}") {place} no-repeat'
