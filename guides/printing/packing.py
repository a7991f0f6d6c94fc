"""How a question sheet falls onto pages with other ruled lines, without laying it out.

A sheet is a row of blocks that are kept whole. A layout puts an anchor `keep-NAME` where a
block begins and `write-NAME` at its first ruled line, an empty `<div class="line">`. On a sheet
that is laid out, this gives the height of every block; and since nothing but ruled lines is
taken or given, it tells where each block of another such sheet will fall. Blocks below a
`class="stage"` belong together and have the same number of lines. What a page has left over then
stands at the end of each, in its empty `<div class="spare"></div>`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from guides.printing.places import anchor, inside

RULED_LINE = 8 / 25.4 * 96  # CSS pixels: a line to write on is 8 mm high, but in large print
_CLOSER = 0.83  # of a block's height is left where it is set closer; with this, most guesses hold
_USUAL_GAP = 15  # CSS pixels between two blocks, where nothing tells
_FRAME = 12  # CSS pixels: what a field to fill in has below its last line
_SLACK = 4  # likewise: what no page is filled up to
_MANY = 2  # lines under a question: what it has beyond, its distance to the next one comes first
_SCARCE = 2  # lines under a question of a booklet: one with fewer comes first
_APART = 8 / 72 * 96  # CSS pixels: that distance, beyond what it has anyway
_MOST_SPARE = 9 / 25.4 * 96  # CSS pixels that a block may have below its lines
_AHEAD = 2  # lines that a section may have more than another, so that its page is full
_LINE = re.compile(r'<div class="line"[^>]*></div>\s*')
_REST = '<div class="rest" id="keep-rest"></div>'
_FEWEST_NOTES = 3  # lines that are worth a heading
_NOTES_HEAD = 32 / 72 * 96  # CSS pixels that the heading of such lines takes
_STAGE = 'class="stage"'
_STARRED = 'class="question starred"'
_EMPTY = '<div class="spare"></div>'
_SPARE = re.compile(r'<div class="spare"[^>]*></div>')
_RULED = '<div class="line"></div>\n'
_BODY = re.compile(r"<body[^>]*>")
_BLOCK = re.compile(r' id="keep-([^"]+)"')
_TEXT = re.compile(r'(?<=<body)([^>]*>).*(?=<div id="text-end"></div>.* id="sheet")', re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Sections:
    """Which blocks have the same number of lines.

    Attributes:
        of_block: The section of each block; on a sheet without any, each stands for itself.
        discussed: Sections with a star; where there are any, no other has more lines.
        free: Whether each may have as many as there are.
    """

    of_block: tuple[int, ...]
    discussed: frozenset[int]
    free: bool

    @classmethod
    def of(cls, html: str) -> _Sections:
        """Return the sections of a sheet."""
        before, *blocks = _blocks(html)
        if _STAGE not in html:
            return cls(tuple(range(len(blocks))), frozenset(), free=True)
        begun = (_STAGE in part for part in [before, *blocks][: len(blocks)])
        sections = tuple(accumulate(map(int, begun)))
        pairs = zip(sections, [before, *blocks], blocks, strict=False)
        starred = {one for one, above, block in pairs if _is_starred(above, block)}
        return cls(sections, frozenset(starred), free=False)

    def written(self, lines: Sequence[int]) -> set[int]:
        """Return the sections that have lines."""
        return {one for one, count in zip(self.of_block, lines, strict=True) if count}

    def fewest(self, lines: Sequence[int], section: int) -> int:
        """Return how many lines the questions of a section have."""
        pairs = zip(self.of_block, lines, strict=True)
        return min(count for one, count in pairs if one == section and count)

    def next(self, lines: Sequence[int], able: set[int]) -> int:
        """Return which section comes first: of those with the fewest, a discussed or later one."""
        return min(able, key=lambda s: (self.fewest(lines, s), s not in self.discussed, -s))

    def given(self, lines: Sequence[int], section: int) -> list[int]:
        """Return the lines with one more for each question of a section."""
        pairs = zip(self.of_block, lines, strict=True)
        return [count + (count > 0 and one == section) for one, count in pairs]

    def may_have(self, lines: Sequence[int], section: int, most: int) -> bool:
        """Tell whether a section may have as many lines as it has here."""
        if not self.free:
            written = self.written(lines)
            others = written & self.discussed or written
            ahead = _AHEAD if section in self.discussed or not written & self.discussed else 0
            most = min(most, min(self.fewest(lines, one) for one in others) + ahead)
        return self.fewest(lines, section) <= most

    def shared_out(
        self, lines: list[int], able: set[int], most: int, fit: Callable[[list[int]], bool]
    ) -> list[int]:
        """Return lines with more for all of a section that is *able*, as long as they *fit*.

        Those with the fewest come first.
        """
        while able:
            section = self.next(lines, able)
            more = self.given(lines, section)
            if self.may_have(more, section, most) and fit(more):
                lines = more
            else:
                able.remove(section)
        return lines

    def shared_here(self, lines: list[int], here: Sequence[int], more: int, most: int) -> list[int]:
        """Return lines with up to so many more for the sections that stand *here* as a whole."""
        elsewhere = {one for n, one in enumerate(self.of_block) if lines[n] and n not in here}
        able = (self.written(lines) - elsewhere) & {self.of_block[number] for number in here}
        full = sum(lines) + more
        return self.shared_out(lines, able, most, lambda tried: sum(tried) <= full)

    def all_given(self, lines: list[int], here: Sequence[int], more: int, most: int) -> list[int]:
        """Return lines with up to so many more for all that stand *here*; the fewest come first.

        One line holds hardly an answer, so a second is given to all of a section where not all
        can have one.
        """
        given = list(lines)
        while able := [number for number in here if given[number] < most]:
            fewest = [n for n in able if given[n] == min(given[number] for number in able)]
            if len(fewest) > more and given[fewest[0]] < _SCARCE:
                fewest = self._first_of(fewest, more)
            if not fewest or len(fewest) > more:
                break
            for number in fewest:
                given[number] += 1
            more -= len(fewest)
        return given

    def _first_of(self, here: Sequence[int], most: int) -> list[int]:
        """Return all *here* of a discussed or later section that are no more than *most*."""
        of = {one: [n for n in here if self.of_block[n] == one] for one in self.of_block}
        able = [one for one, blocks in of.items() if 0 < len(blocks) <= most]
        return of[max(able, key=lambda one: (one in self.discussed, one))] if able else []


@dataclass(frozen=True, slots=True)
class Packing:
    """The blocks of one sheet.

    Attributes:
        words: The page without its ruled lines; the same, or nothing can be said.
        blocks: The height of each without its ruled lines, and the gap below it; below the
            last, all that is left of the sheet.
        start: How far down the first block begins.
        page: Where the area inside the margins begins and ends.
        pages: How many the sheet takes up to the first block.
        line: The height of a ruled line.
        frame: What a block has below its last line, at the foot of a page, too.
    """

    words: str
    blocks: tuple[tuple[float, float], ...]
    start: float
    page: tuple[float, float]
    pages: int
    line: float
    frame: float

    def length(self, html: str) -> int | None:
        """Return how many pages the sheet of *html* takes; None where it has other words."""
        words, lines = _parted(html)
        return self._length(lines) if words == self.words else None

    def guess(self, html: str) -> int:
        """Return how many pages the sheet of *html* may take, where its words are set closer."""
        return self._length(_parted(html)[1], _CLOSER)

    def _length(self, lines: Sequence[int], share: float = 1) -> int:
        """Return how many pages blocks take with these ruled lines and a share of their height."""
        *_, (pages, y) = self._ends(lines, share)
        return pages + (y > self.page[1])

    def _ends(self, lines: Sequence[int], share: float = 1) -> Iterator[tuple[int, float]]:
        """Yield the page of each block, and where on it the gap below the block ends.

        One with many lines rather stands apart from the next than have as many as it can.
        """
        top, bottom = self.page
        pages, y = self.pages, top + (self.start - top) * share
        for (height, gap), count in zip(self.blocks, [*lines, 0], strict=False):
            block = height * share + count * self.line
            y += block
            if y + self.frame > bottom:
                pages, y = pages + 1, top + block
            y += gap * share + (count > _MANY) * _APART
            yield pages, y

    def filled(self, html: str, most: int) -> str:
        """Return a page with up to *most* lines in a block where one before the last ends early.

        The sheet of *html* stands after a text, or alone; with other words, it is left as it is.
        """
        words, counts = _parted(sheet_alone(html) or html)
        if _BODY.sub("", words) != _BODY.sub("", self.words):
            return html
        sections, pages = _Sections.of(html), self._length(counts)
        lines = sections.shared_out(
            counts, sections.written(counts), most, lambda more: self._length(more) <= pages
        )
        return _changed(html, lines, counts, self._spares(lines))

    def _spares(self, lines: Sequence[int]) -> list[float]:
        """Return what each page has left over, shared out between its blocks."""
        spares, ends = [0.0] * len(lines), list(self._ends(lines))
        for page in {page for page, _ in ends}:
            here = [number for number, end in enumerate(ends) if end[0] == page]
            last, end = here[-1] == len(ends) - 1, ends[here[-1]][1]
            gap = 0 if last else self.blocks[here[-1]][1] - self.frame
            here = [number for number in here if number < len(lines)]
            apart = sum((lines[number] > _MANY) * _APART for number in here)
            room = self.page[1] - end + gap + apart - _SLACK
            _space(spares, here if last else here[:-1], room)
        return spares


def measured(html: str, document: Any) -> Packing | None:
    """Return the blocks of a laid-out sheet; None where it does not say where they are."""
    words, counts = _parted(html)
    names = _BLOCK.findall(html)
    begins = [place for name in names if (place := anchor(document, f"keep-{name}"))]
    sheet, end = anchor(document, "sheet"), anchor(document, "sheet-end")
    if not sheet or not end or not begins or len(begins) < len(names):
        return None
    top, height = inside(document, sheet[0])
    line = _ruled_line(document, sheet[0])
    blocks: list[tuple[float, float | None]] = []
    for name, lines, (begin, after) in zip(names, counts, pairwise([*begins, end]), strict=True):
        together = begin[0] == after[0]
        room = (after[1] if together else top + height) - begin[1]
        write = anchor(document, f"write-{name}")
        tall = write[1] - begin[1] if write and write[0] == begin[0] else room - _USUAL_GAP
        blocks.append((tall, room - tall - lines * line if together else None))
    if begins[-1][0] != end[0]:  # what follows the last block begins the next page
        blocks.append((end[1] - top, 0.0))
    # Where a page ends between two blocks, they would stand apart as others do.
    widest = max((gap for _, gap in blocks[:-1] if gap is not None), default=_USUAL_GAP)
    known = tuple((tall, widest if gap is None else gap) for tall, gap in blocks)
    page, start = begins[0]
    first = page - sheet[0] + 1
    return Packing(words, known, start, (top, top + height), first, line, _frame(html))


def filled(html: str, document: Any, most: int) -> str:
    """Return a sheet with more ruled lines on each page that ends before its paper does.

    A block that found no room on a page leaves some for those before it. None of them is pushed
    on, so that what comes after stays where it is. In a booklet, whose pages hold a few questions,
    all on a page have a line more; on another sheet, all of a section.

    Args:
        html: The page.
        document: The same, laid out.
        most: How many lines a block may have.
    """
    names, (_, counts) = _BLOCK.findall(html), _parted(html)
    writes = {name: place for name in names if (place := anchor(document, f"write-{name}"))}
    if not writes:
        return html
    line = _ruled_line(document, min(page for page, _ in writes.values()))
    lines, spares = list(counts), [0.0] * len(counts)
    sections = _Sections.of(html)
    end = _end(document)
    for page in {place[0] for place in writes.values()}:
        here = [n for n, name in enumerate(names) if name in writes and writes[name][0] == page]
        used = max(writes[names[n]][1] + lines[n] * line for n in here) + _frame(html)
        room = _left(document, page, used) - _SLACK
        if anchor(document, "folded"):
            more = sections.all_given(lines, here, int(room // line), most)
        else:
            more = sections.shared_here(lines, here, int(room // line), most)
        room, lines = room - line * (sum(more) - sum(lines)), more
        _space(spares, here if end and end[0] == page else here[:-1], room)
    return _changed(html, lines, counts, spares)


def noted(html: str, document: Any) -> str:
    """Return a booklet that ends with lines for notes where its last questions leave room."""
    end = anchor(document, "folded-end")
    if _REST not in html or end is None:
        return html
    line = _ruled_line(document, end[0])
    count = int((_left(document, end[0], end[1]) - _NOTES_HEAD) // line)
    if count < _FEWEST_NOTES:
        return html
    head = '<div class="rest" id="keep-rest"><p>Notes</p>\n'
    return html.replace(_REST, f"{head}{_RULED * count}</div>")


def first_with(html: str, most: int) -> str:
    """Return a sheet whose first block has *most* ruled lines at most."""
    before, *parts = _blocks(html)
    for line in reversed([*_LINE.finditer(parts[0])][most:] if parts else []):
        parts[0] = parts[0][: line.start()] + parts[0][line.end() :]
    return before + "".join(parts)


def first_begun(html: str, document: Any) -> tuple[int, float] | None:
    """Return the page, from 0, and the height on it at which the first block begins."""
    first = _BLOCK.search(html)
    return anchor(document, f"keep-{first[1]}") if first else None


def begins_late(html: str, document: Any, lines: int) -> bool:
    """Tell whether the first block could stand on the page before, if it had so many lines.

    What stands above the blocks ends at the anchor `head-end`.
    """
    packing, head = measured(html, document), anchor(document, "head-end")
    sheet = anchor(document, "sheet")
    if not packing or packing.pages != 2 or not head or not sheet or head[0] != sheet[0]:
        return False
    top, height = inside(document, head[0])
    gap = max([_USUAL_GAP, *(gap for _, gap in packing.blocks[:-1])])
    needed = gap + packing.blocks[0][0] + lines * packing.line
    return head[1] + needed <= top + height


def ruled(html: str) -> list[int]:
    """Return how many ruled lines each block has, the fewest first."""
    return sorted(_parted(html)[1])


def _is_starred(above: str, block: str) -> bool:
    """Tell whether a block is to be discussed; its class may stand before it begins."""
    return _STARRED in above[above.rfind("<div") :] or _STARRED in block.partition("</div>")[0]


def _space(spares: list[float], here: Sequence[int], room: float) -> None:
    """Share out what is left of a page below the blocks *here*."""
    for number in here:
        spares[number] = max(0.0, min(room / len(here), _MOST_SPARE))


def _changed(
    html: str, lines: Sequence[int], counts: Sequence[int], spares: Sequence[float]
) -> str:
    """Return a page with so many lines in each block instead of *counts*, and room below them."""
    before, *parts = _blocks(html)
    more = [after - count for after, count in zip(lines, counts, strict=True)]
    changed = map(_with_spare, map(_with_lines, parts, more), spares)
    return before + "".join(changed)


def _frame(html: str) -> float:
    """Return what each block has below its last line."""
    return _FRAME if '<div class="answer' in html else 0


def _end(document: Any) -> tuple[int, float] | None:
    """Return where the sheet or the questions of a booklet end."""
    return anchor(document, "sheet-end") or anchor(document, "folded-end")


def _left(document: Any, page: int, used: float) -> float:
    """Return how much of a page is left below *used*, or below the end of the sheet."""
    top, height = inside(document, page)
    end = _end(document)
    return top + height - (end[1] if end and end[0] == page else used)


def _blocks(html: str) -> list[str]:
    """Return what stands before the blocks, and each of them with all up to the next."""
    return re.split(r"(?= id=\"keep-)", html)


def _with_lines(block: str, more: int) -> str:
    first = _LINE.search(block)
    return block[: first.end()] + _RULED * more + block[first.end() :] if first else block


def _with_spare(block: str, height: float) -> str:
    spare = f'<div class="spare" style="height: {height:.1f}px"></div>'
    return block.replace(_EMPTY, spare, 1) if height >= 1 else block


def _ruled_line(document: Any, first: int) -> float:
    """Return the height of a ruled line on a page or after it."""
    for page in document.pages[first:]:
        for box in page._page_box.descendants():  # noqa: SLF001  the public page has no boxes
            if box.element is not None and box.element.get("class") == "line":
                return float(box.border_height())  # the first is moved up
    return RULED_LINE


def sheet_alone(html: str) -> str:
    """Return a page with a word in place of the text before its sheet; "" where there is none."""
    alone, count = _TEXT.subn(r"\1<p>Text</p>", html, count=1)
    return alone if count else ""


def _parted(html: str) -> tuple[str, list[int]]:
    """Return the page without its ruled lines, and how many each block has."""
    blocks = _BLOCK.split(html)[2::2]
    return _LINE.sub("", _SPARE.sub("", html)), [len(_LINE.findall(block)) for block in blocks]
