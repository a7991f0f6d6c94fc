"""How much fits on the paper, found out by laying it out.

A question sheet has two sides, and every page takes time to lay out. So the sheet is laid out as
it was planned, without the text before it, and measured; then all is laid out as it should have
been, and measured again; more than that is rare. A layout says where to measure: from the anchor
`sheet` to `sheet-end` is what has to fit (what stands between is for `packing`), on `whole-pages`
as few as will do, at `text-end` a text ends that should not leave a few lines on a page of their
own, a `guide` should fit a teacher's bag, a `side` is one side of paper, and what is `folded` has
as many pages as its sheets.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from typing import Any, Literal

from guides.printing.imposing import PAGES_TO_A_SHEET
from guides.printing.packing import (
    RULED_LINE,
    Packing,
    begins_late,
    filled,
    first_begun,
    first_with,
    measured,
    noted,
    ruled,
    sheet_alone,
)
from guides.printing.places import anchor, inside, sheet_length
from guides.problems import Failed

NEARLY_EMPTY = 0.2  # of a page's height
BARELY = 0.15  # likewise, where no setting does better
HARDLY_NEEDED = 0.35  # likewise, of a last page, which may be saved
MOST_GUIDE_PAGES = 5
MOST_OVER = 0.35  # of a page: what taking lines away will save
TRIES = 5
MOST_BOOKLET_LINES = 4
MOST_LINES = 6  # under a question
FEWEST_LINES = 2  # likewise, so that the first may stand on the page where the sheet begins
MOST_FOLDED_LINES = 8  # likewise, in a booklet
MOST_MOVE_LINES = 14  # likewise, where it has a sheet to itself
ROOM_TO_BEGIN = 0.3  # of a page of a booklet, for the first question below its text
ROWS_TO_A_LINE = 2  # of a table, which is then as well off as a question with a line
ROW = 1000  # asked for beyond the plan: a row of a table, and no line
USUAL_PAGES = 2  # of a sheet, both sides
# What setting a text closer leaves of its length for the luckiest; most keep 0.95 of it.
CLOSEST = 0.85
CLOSEST_SIDE = 0.7  # of what should fit on one side, which gives up more for it
# How a booklet marks its pages for notes, and where its questions begin.
_NOTES, _PAGES_TO_SPARE = '<section class="notes-page">', 2
_TALK, _TALK_APART = '<section class="talk">', '<section class="talk apart">'
# Lines more or fewer than planned; nobody has as many as that to give or to take.
_FURTHEST = 64

# How the text is set: as designed, or a little closer or looser for the sake of its last page.
Setting = Literal["", "closer", "looser"]
# Returns the page with this many ruled lines more than planned (below 0, fewer; the same page
# again where it can do no more), and with its text set so.
Lay = Callable[[int, Setting], str]


def fit(lay: Lay, render: Callable[[str], Any], sheet_pages: int) -> tuple[str, Any]:
    """Return the page that fills the sheet best, as HTML and laid out.

    The sheet begins on a page of its own, so its lines and the setting of the text before it
    are tried together.

    Args:
        lay: Makes the page.
        render: Lays HTML out as WeasyPrint's document.
        sheet_pages: How many pages the sheet may take. One that cannot be made to fit is
            returned as short as it gets.
    """
    trials = _Trials(cache(lay), render, sheet_pages)  # the search asks for some again
    likely = _likely(trials)
    planned = trials.laid_out(likely, "")[1]
    if anchor(planned, "folded"):
        return _folded(trials)
    if anchor(planned, "whole-pages"):
        trials.pages = _whole_pages(planned)
    fitted = _fitted(trials, likely)
    pages = sheet_length(fitted[1])
    if 1 < pages <= trials.pages and _is_high("sheet-end", fitted[1]):
        less = _Trials(trials.lay, render, pages - 1, seen=trials.seen)
        shorter = _fitted(less, _likely(less))
        if sheet_length(shorter[1]) < pages:
            fitted = shorter
    return _filled(*_begun(*fitted, trials), trials)


def _begun(html: str, document: Any, trials: _Trials) -> tuple[str, Any]:
    """Return a long sheet whose first page has a question, too, where one with few lines fits.

    What stands before the questions would else leave the rest of its page empty.
    """
    pages = sheet_length(document)
    if pages <= USUAL_PAGES or not begins_late(html, document, FEWEST_LINES):
        return html, document
    sooner = _Trials(_first_short(trials.lay), trials.render, pages, seen=trials.seen)
    begun = _fitted(sooner, _likely(sooner))
    better = not begins_late(*begun, FEWEST_LINES) and sheet_length(begun[1]) <= pages
    return begun if better else (html, document)


def _first_short(lay: Lay) -> Lay:
    """Return what lays a sheet out with few lines in its first block."""
    return cache(lambda lines, setting: first_with(lay(lines, setting), FEWEST_LINES))


def _filled(html: str, document: Any, trials: _Trials) -> tuple[str, Any]:
    """Return a long sheet with more lines on pages that end early; of two pages, both are full."""
    pages, whole = sheet_length(document), anchor(document, "whole-pages")
    if pages > USUAL_PAGES or (pages > 1 and whole):
        return _used_up(html, document, MOST_MOVE_LINES if whole else MOST_LINES, trials)
    return html, document


def _used_up(html: str, document: Any, most: int, trials: _Trials) -> tuple[str, Any]:
    """Return pages with up to *most* lines under a question, where these push nothing on."""
    return _kept(html, document, filled(html, document, most), trials)


def _kept(html: str, document: Any, more: str, trials: _Trials) -> tuple[str, Any]:
    """Return a page with *more* on it where that takes no other page, else as it was."""
    if more == html:
        return html, document
    laid_out = trials.render(more)
    return (more, laid_out) if len(laid_out.pages) == len(document.pages) else (html, document)


def _whole_pages(document: Any) -> int:
    """Return how many pages a sheet should fill that is to end at the foot of one."""
    end = anchor(document, "sheet-end")
    if end is None:
        return len(document.pages)
    top, height = inside(document, end[0])
    return max(1, math.ceil(end[0] + (end[1] - top) / height - MOST_OVER))


def _likely(trials: _Trials) -> int:
    """Return how many lines should fit, going by the sheet alone where it stands after a text.

    A long sheet takes the pages that it needs as planned, and no more for the sake of lines.
    """
    if not sheet_alone(trials.lay(0, "")):
        return 0
    alone = replace(trials, lay=lambda lines, setting: sheet_alone(trials.lay(lines, setting)))
    with suppress(Failed):  # whatever it is, the whole page tells of it
        if trials.pages <= USUAL_PAGES:
            return _foretold(trials, alone)
        needed = max(sheet_length(alone.laid_out(0, "")[1]), USUAL_PAGES)
        trials.pages = alone.pages = min(trials.pages, needed)
        return alone.better(0, "")
    return 0


def _foretold(trials: _Trials, alone: _Trials) -> int:
    """Return how many lines fit two pages; from now on, the first of them is laid out full."""
    lines, lay = 0, trials.lay
    for _ in range(TRIES):
        packing = measured(*alone.laid_out(lines, ""))
        better = alone.better(lines, "")
        # Of a sheet that is set closer nothing is known before one is laid out.
        if packing and packing.length(alone.lay(better, "")) is not None:
            trials.lay = _filled_by(packing, lay)
            return better
        if better == lines:
            break
        lines = better
    return lines


def _filled_by(packing: Packing, lay: Lay) -> Lay:
    return cache(lambda lines, setting: packing.filled(lay(lines, setting), MOST_LINES))


def _fitted(trials: _Trials, likely: int) -> tuple[str, Any]:
    """Return the page with as many lines as there is room for."""
    lines = trials.better(likely, "")
    setting = _setting(trials.laid_out(likely, "")[1], trials, lines)
    for _ in range(TRIES):
        better = trials.better(lines, setting)
        if better == lines:
            break
        lines = better
    lines = lines if trials.fewest == -math.inf else int(trials.fewest)
    if trials.pages > 1 and anchor(trials.laid_out(lines, setting)[1], "whole-pages"):
        lines = _evened(trials, _filled_up(trials, lines, setting), setting)
        lines = _with_rows(trials, lines, setting)
    return trials.laid_out(lines, setting)


def _filled_up(trials: _Trials, lines: int, setting: Setting) -> int:
    """Return how many lines fit where a page before the last may have room for some, too."""
    for more in range(lines + 1, lines + 1 + TRIES):
        if _spare_lines(trials.laid_out(more, setting)[1], trials.pages) < 0:
            return more - 1
    return lines + TRIES


def _evened(trials: _Trials, lines: int, setting: Setting) -> int:
    """Return how many lines at most give most to the questions that get the fewest in the end.

    With fewer lines for each, another may find room on the page before, which then has both. A
    table counts as a question, too, so that it does not lose its rows to the others.
    """

    def shares(more: int) -> list[int]:
        html, document = trials.laid_out(_with_rows(trials, more, setting), setting)
        lines = ruled(filled(html, document, MOST_MOVE_LINES))
        rows = html.count("<tr>") - 1 if anchor(document, "rows-end") else 0
        return sorted([*lines, rows // ROWS_TO_A_LINE]) if rows else lines

    return max(range(lines, lines - 2 * TRIES, -1), key=shares)


def _with_rows(trials: _Trials, lines: int, setting: Setting) -> int:
    """Return *lines* and a row for each that a table has room for where its page ends early."""
    document = trials.laid_out(lines, setting)[1]
    table, after = anchor(document, "rows-end"), anchor(document, "rows-after")
    if table is None or after is None or table[0] == after[0]:
        return lines
    for more in count(lines + ROW, ROW):
        if anchor(trials.laid_out(more, setting)[1], "rows-after") != after:
            return more - ROW
    return lines


def _folded(trials: _Trials) -> tuple[str, Any]:
    """Return the pages of a booklet: on the fewest sheets that hold a line under each question.

    They get all the lines that these sheets have room for.

    What is asked for beyond the plan is, of every four, a line under each question, and what is
    left over are pages for notes. A page that ends early has a few lines more.
    """
    settings: tuple[Setting, ...] = ("", "closer")
    fewest = PAGES_TO_A_SHEET  # a line under each
    taken = {setting: _sheets(trials.laid_out(fewest, setting)[1]) for setting in settings}
    short = [setting for setting in settings if taken[setting] == min(taken.values())]
    lines, best = fewest, short[0]
    for setting in short:
        if (more := _booklet_lines(trials, setting, taken[setting])) > 1:
            lines, best = more * PAGES_TO_A_SHEET, setting
            break
    booklet = _with_notes(trials, lines, best)
    if _may_begin_sooner(*booklet):
        sooner = _with_notes(replace(trials, lay=_first_short(trials.lay)), lines, best)
        if not _may_begin_sooner(*sooner) and _sheets(sooner[1]) <= _sheets(booklet[1]):
            booklet = sooner
    if _begins_below(*booklet):
        apart = _with_notes(replace(trials, lay=_on_a_fresh_page(trials.lay)), lines, best)
        if _sheets(apart[1]) <= _sheets(booklet[1]):
            booklet = apart
    html, document = _used_up(*booklet, MOST_FOLDED_LINES, trials)
    return _kept(html, document, noted(html, document), trials)


def _with_notes(trials: _Trials, lines: int, setting: Setting) -> tuple[str, Any]:
    """Return a booklet with so many lines, and pages for notes that fill its last sheet."""
    pages = len(trials.laid_out(lines, setting)[1].pages)
    return trials.laid_out(lines + -pages % PAGES_TO_A_SHEET, setting)


def _may_begin_sooner(html: str, document: Any) -> bool:
    """Tell whether the questions of a booklet begin a page although its text left room on one."""
    end, begun = anchor(document, "head-end"), first_begun(html, document)
    if not end or not begun or begun[0] == end[0]:
        return False
    top, height = inside(document, end[0])
    return bool(end[1] - top < (1 - ROOM_TO_BEGIN) * height)


def _begins_below(html: str, document: Any) -> bool:
    """Tell whether questions begin below the text although there are pages for nothing but notes.

    A single one is left: somebody may want to write a note.
    """
    end, begun = anchor(document, "head-end"), first_begun(html, document)
    if html.count(_NOTES) < _PAGES_TO_SPARE or not end or not begun or begun[0] != end[0]:
        return False
    return end[1] - inside(document, end[0])[0] > RULED_LINE


def _on_a_fresh_page(lay: Lay) -> Lay:
    """Return what lays a booklet out with its questions on a page of their own."""
    return cache(lambda lines, setting: lay(lines, setting).replace(_TALK, _TALK_APART))


def _booklet_lines(trials: _Trials, setting: Setting, sheets: int) -> int:
    """Return how many lines under each question so many sheets have room for."""
    lines = 1
    for more in (2, 1):  # of the four that each question may have
        while lines + more <= MOST_BOOKLET_LINES:
            tried = trials.laid_out((lines + more) * PAGES_TO_A_SHEET, setting)[1]
            if _sheets(tried) > sheets:
                break
            lines += more
    return lines


def _sheets(document: Any) -> int:
    return math.ceil(len(document.pages) / PAGES_TO_A_SHEET)


def _setting(planned: Any, trials: _Trials, lines: int) -> Setting:
    """Return the setting in which a text ends well: in time, or else at least not high up."""
    for in_time in (True, False) if _is_high("text-end", planned) else (True,):
        for another in _settings(planned):
            tried = trials.laid_out(lines, another)[1]
            saved = another == "looser" or _last_page(tried) < _last_page(planned)
            if saved and _ends_well(tried, in_time):
                return another
        if not in_time and not _is_high("text-end", trials.laid_out(lines, "looser")[1], BARELY):
            return "looser"
    return ""


@dataclass(slots=True)
class _Trials:
    """What has been laid out, and what it showed.

    Attributes:
        lay: Makes a page.
        render: Lays it out.
        pages: How many the sheet may take.
        fewest: The most lines that are known to fit.
        most: The fewest that are known not to.
        seen: Pages by their HTML, so that none is laid out twice.
    """

    lay: Lay
    render: Callable[[str], Any]
    pages: int
    fewest: float = -math.inf
    most: float = math.inf
    seen: dict[str, Any] = field(default_factory=dict)

    def laid_out(self, lines: int, setting: Setting) -> tuple[str, Any]:
        """Return a page as HTML and as WeasyPrint's document."""
        html = self.lay(lines, setting)
        if html not in self.seen:
            self.seen[html] = self.render(html)
        return html, self.seen[html]

    def better(self, lines: int, setting: Setting) -> int:
        """Return how many lines to try after these; the same where they are right."""
        html, document = self.laid_out(lines, setting)
        spare = _spare_lines(document, self.pages)
        if spare >= 0:
            self.fewest = least = max(self.fewest, lines)
        else:
            self.most, least = min(self.most, lines), self.fewest + 1
        packing = measured(html, document)
        if packing:
            wanted = self._packed(packing, lines, setting, spare)
        else:
            wanted = lines if spare in (0, 1) else lines + spare
        return int(min(max(wanted, least), self.most - 1))

    def _packed(self, packing: Packing, lines: int, setting: Setting, spare: int) -> int:
        """Return the most lines that should fit, going by a sheet that was measured.

        It has room for some *spare* lines more, but not wherever they go. With very few lines, the
        words are set closer, too. How long such a sheet is can only be guessed; it is looked at
        where no other fits.
        """

        @cache
        def fits(count: int) -> bool:
            pages = packing.length(self.lay(count, setting))
            return count < lines if pages is None else pages <= self.pages

        # Further and further from a good guess, then between the last two.
        guess = lines + max(-_FURTHEST, min(spare, _FURTHEST))
        step, sign = 1, 1 if fits(guess) else -1
        while step < _FURTHEST and fits(guess + sign * step) == (sign > 0):
            step *= 2
        known = (guess + sign * (step // 2), guess + sign * step)
        least, most = min(known), max(known)
        while most - least > 1:
            middle = (least + most) // 2
            if fits(middle):
                least = middle
            else:
                most = middle
        if packing.length(self.lay(least, setting)) is None and least < lines:
            return self._guessed(packing, least, setting)
        return least

    def _guessed(self, packing: Packing, lines: int, setting: Setting) -> int:
        """Return how many lines, at most *lines*, may fit where the words are set closer."""
        return lines - bisect_left(
            range(_FURTHEST // 2),
            True,
            key=lambda fewer: packing.guess(self.lay(lines - fewer, setting)) <= self.pages,
        )


def _settings(document: Any) -> Iterator[Setting]:
    """Yield the settings that could mend the end of a text; none where it ends well."""
    length = _length(document)
    high = _is_high("text-end", document)
    spare = _is_high("text-end", document, HARDLY_NEEDED)
    shorter = (high or spare) and length * CLOSEST <= math.floor(length)
    if shorter or (_is_too_long(document) and _can_be_short(document)):
        yield "closer"
    if high:
        yield "looser"


def _length(document: Any) -> float:
    """Return how many pages the text takes."""
    end = anchor(document, "text-end")
    if end is None:
        return len(document.pages) - 1
    top, height = inside(document, end[0])
    return end[0] + (end[1] - top) / height


def _spare_lines(document: Any, pages: int) -> int:
    """Return how many more ruled lines the sheet could hold; below 0, how many too many."""
    end = anchor(document, "sheet-end")
    if end is None:
        return 0
    top, height = inside(document, end[0])
    room = (pages - sheet_length(document)) * height + top + height - end[1]
    return math.floor(room / RULED_LINE)


def _limit(document: Any) -> float:
    """Return how many pages there may be at most."""
    if anchor(document, "side"):
        return 1
    return MOST_GUIDE_PAGES if anchor(document, "guide") else math.inf


def _is_too_long(document: Any) -> bool:
    return len(document.pages) > _limit(document)


def _can_be_short(document: Any) -> bool:
    """Tell whether a guide could be made short enough; one in large print cannot."""
    closest = CLOSEST_SIDE if anchor(document, "side") else CLOSEST
    return _length(document) * closest <= _limit(document)


def _ends_well(document: Any, in_time: bool) -> bool:
    """Tell whether the text ends in time, where it has to, and not high up on a page."""
    return not (in_time and _is_too_long(document)) and not _is_high("text-end", document)


def _last_page(document: Any) -> int:
    """Return the page, from 0, on which the text ends."""
    return math.floor(_length(document))


def _is_high(name: str, document: Any, height_used: float = NEARLY_EMPTY) -> bool:
    """Tell whether an anchor stands high up on a page that is not the first."""
    end = anchor(document, name)
    if end is None or end[0] == 0:
        return False
    top, height = inside(document, end[0])
    return bool(end[1] - top < height_used * height)
