"""How much fits on the paper, found out by laying it out.

A question sheet has two sides. How many ruled lines fit on them depends on how the questions
break, which nobody can tell beforehand, so the page is laid out, measured and laid out again.
A layout says where to measure: from the anchor `sheet` to `sheet-end` is what has to fit, at
`text-end` a text ends that should not leave a few lines on a page of their own, and where there
is a `guide`, all of it should fit a teacher's bag.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Literal

RULED_LINE = 8 / 25.4 * 96  # CSS pixels: a line to write on is 8 mm high
NEARLY_EMPTY = 0.2  # of a page's height
MOST_GUIDE_PAGES = 5
TRIES = 5

# How the text is set: as designed, or a little closer or looser for the sake of its last page.
Setting = Literal["", "closer", "looser"]
# Returns the page with this many ruled lines more than planned (below 0, fewer; the same page
# again where it can do no more), and with its text set so.
Lay = Callable[[int, Setting], str]


def fit(lay: Lay, render: Callable[[str], Any], sheet_pages: int) -> tuple[str, Any]:
    """Return the page that fills the sheet best, as HTML and laid out.

    Args:
        lay: Makes the page.
        render: Lays HTML out as WeasyPrint's document.
        sheet_pages: How many pages the sheet may take. One that cannot be made to fit is
            returned as short as it gets.
    """
    setting, html, document = _even_out(lay, render)
    lines, fitting = 0, None
    fewest, most = -math.inf, math.inf  # what is known to fit, and not to
    for _ in range(TRIES):
        spare = _spare_lines(document, sheet_pages)
        if spare >= 0:
            fitting, fewest = (html, document), lines
        else:
            most = lines
        wanted = min(max(lines + spare, fewest + 1), most - 1)
        if spare in (0, 1) or wanted <= fewest:
            break
        changed = lay(int(wanted), setting)
        if changed == html:
            break
        lines, html, document = int(wanted), changed, render(changed)
    return fitting or (html, document)


def _even_out(lay: Lay, render: Callable[[str], Any]) -> tuple[Setting, str, Any]:
    """Return the first setting that ends well, with its page.

    Where none does, the text stays as it was designed.
    """
    designed = lay(0, "")
    document = render(designed)
    if _ends_well(document):
        return "", designed, document
    settings: tuple[Setting, ...] = ("closer", "looser")
    for setting in settings:
        html = lay(0, setting)
        changed = render(html)
        if _ends_well(changed):
            return setting, html, changed
    return "", designed, document


def sheet_length(document: Any) -> int:
    """Return how many pages the sheet takes; 0 where there is none."""
    start, end = _anchor(document, "sheet"), _anchor(document, "sheet-end")
    return end[0] - start[0] + 1 if start and end else 0


def _spare_lines(document: Any, pages: int) -> int:
    """Return how many more ruled lines the sheet could hold; below 0, how many too many."""
    end = _anchor(document, "sheet-end")
    if end is None:
        return 0
    top, height = _inside(document, end[0])
    room = (pages - sheet_length(document)) * height + top + height - end[1]
    return math.floor(room / RULED_LINE)


def _ends_well(document: Any) -> bool:
    """Tell whether the text ends in time, and not high up on a page that is not its first."""
    if _anchor(document, "guide") and len(document.pages) > MOST_GUIDE_PAGES:
        return False
    end = _anchor(document, "text-end")
    if end is None or end[0] == 0:
        return True
    top, height = _inside(document, end[0])
    return end[1] - top >= NEARLY_EMPTY * height


def _anchor(document: Any, name: str) -> tuple[int, float] | None:
    """Return the page, from 0, and the height on it at which an anchor stands."""
    for number, page in enumerate(document.pages):
        if name in page.anchors:
            return number, page.anchors[name][1]
    return None


def _inside(document: Any, number: int) -> tuple[float, float]:
    """Return where the area inside a page's margins begins, and its height."""
    box = document.pages[number]._page_box  # noqa: SLF001  the public page has no margins
    return box.content_box_y(), box.height
