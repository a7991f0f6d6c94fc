"""How a question sheet falls onto pages with other ruled lines, without laying it out.

A sheet is a row of blocks that are kept whole. A layout puts an anchor `keep-NAME` where a
block begins and `write-NAME` at its first ruled line, an empty `<div class="line">`. On a sheet
that is laid out, this gives the height of every block; and since nothing but ruled lines is
taken or given, it tells where each block of another such sheet will fall.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from guides.printing.places import anchor, inside

RULED_LINE = 8 / 25.4 * 96  # CSS pixels: a line to write on is 8 mm high, but in large print
_CLOSER = 0.83  # of a block's height is left where it is set closer; with this, most guesses hold
_USUAL_GAP = 15  # CSS pixels between two blocks, where nothing tells
_FRAME = 2  # CSS pixels: what a field to fill in has below its last line
_LINE = re.compile(r'<div class="line"[^>]*></div>\s*')
_RULED = '<div class="line"></div>\n'
_BODY = re.compile(r"<body[^>]*>")
_BLOCK = re.compile(r' id="keep-([^"]+)"')
_TEXT = re.compile(r'(?<=<body)([^>]*>).*(?=<div id="text-end"></div>.* id="sheet")', re.DOTALL)


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
        top, bottom = self.page
        pages, y = self.pages, top + (self.start - top) * share
        for (height, gap), count in zip(self.blocks, [*lines, 0], strict=False):
            block = height * share + count * self.line
            y += block
            if y + self.frame > bottom:
                pages, y = pages + 1, top + block
            y += gap * share
        return pages + (y > bottom)

    def filled(self, html: str, most: int) -> str:
        """Return a page with up to *most* lines in a block where one before the last ends early.

        The sheet of *html* stands after a text, or alone; with other words, it is left as it is.
        """
        words, counts = _parted(sheet_alone(html) or html)
        if _BODY.sub("", words) != _BODY.sub("", self.words):
            return html
        lines = self._shared_out(counts, most)
        before, *parts = _blocks(html)
        more = [after - count for after, count in zip(lines, counts, strict=True)]
        return before + "".join(map(_with_lines, parts, more))

    def _shared_out(self, counts: Sequence[int], most: int) -> list[int]:
        """Return the lines of each block where what a page has left over is given to its own."""
        top, bottom = self.page
        lines, y, gap_above = list(counts), self.start, 0.0
        here: list[int] = []
        for number, (height, gap) in enumerate(self.blocks):
            block = height + (lines[number] * self.line if number < len(lines) else 0)
            if y + block + self.frame > bottom:
                room = bottom - (y - gap_above) - 2 * _FRAME
                _give(lines, here, int(room // self.line), most)
                here, y = [], top
            if number < len(lines) and lines[number]:
                here.append(number)
            y, gap_above = y + block + gap, gap
        return lines


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
    frame = _FRAME if '<div class="answer">' in html else 0
    return Packing(words, known, start, (top, top + height), first, line, frame)


def filled(html: str, document: Any, most: int) -> str:
    """Return a sheet with more ruled lines on each page that ends before its paper does.

    A block that found no room on a page leaves some for those before it. None of them is pushed
    on, so that what comes after stays where it is.

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
    lines = dict(zip(names, counts, strict=True))
    for page in {place[0] for place in writes.values()}:
        here = [name for name, place in writes.items() if place[0] == page]
        used = max(writes[name][1] + lines[name] * line for name in here)
        _give(lines, here, int((_left(document, page, used) - _FRAME) // line), most)
    more = [lines[name] - count for name, count in zip(names, counts, strict=True)]
    before, *parts = _blocks(html)
    return before + "".join(map(_with_lines, parts, more))


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
    needed = packing.blocks[0][0] + lines * packing.line + _USUAL_GAP
    return head[1] + needed <= top + height


def ruled(html: str) -> list[int]:
    """Return how many ruled lines each block has, the fewest first."""
    return sorted(_parted(html)[1])


def _give(lines: Any, here: Sequence[Any], more: int, most: int) -> None:
    """Give so many lines to the blocks that stand *here*, each to the one with the fewest.

    Of several, the last comes first: later questions take more words to answer.
    """
    for _ in range(more if here else 0):
        fewest = min(reversed(here), key=lambda name: lines[name])
        lines[fewest] = min(lines[fewest] + 1, most)


def _left(document: Any, page: int, used: float) -> float:
    """Return how much of a page is left below *used*, or below the end of the sheet."""
    top, height = inside(document, page)
    end = anchor(document, "sheet-end")
    return top + height - (end[1] if end and end[0] == page else used)


def _blocks(html: str) -> list[str]:
    """Return what stands before the blocks, and each of them with all up to the next."""
    return re.split(r"(?= id=\"keep-)", html)


def _with_lines(block: str, more: int) -> str:
    first = _LINE.search(block)
    return block[: first.end()] + _RULED * more + block[first.end() :] if first else block


def _ruled_line(document: Any, first: int) -> float:
    """Return the height of a ruled line on a page or after it."""
    for page in document.pages[first:]:
        for box in page._page_box.descendants():  # noqa: SLF001  the public page has no boxes
            if box.element is not None and box.element.get("class") == "line":
                return float(box.margin_height())
    return RULED_LINE


def sheet_alone(html: str) -> str:
    """Return a page with a word in place of the text before its sheet; "" where there is none."""
    alone, count = _TEXT.subn(r"\1<p>Text</p>", html, count=1)
    return alone if count else ""


def _parted(html: str) -> tuple[str, list[int]]:
    """Return the page without its ruled lines, and how many each block has."""
    blocks = _BLOCK.split(html)[2::2]
    return _LINE.sub("", html), [len(_LINE.findall(block)) for block in blocks]
