"""PDF: lines from the places of letters, paragraphs from the space between lines.

A PDF knows where letters stand and nothing else. What repeats at the top or foot of pages is
left out, words parted at the end of a line are joined, and larger type is a heading. A file whose
pages are pictures is refused with a word on what to do, never read as empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from guides.model import BlockKind
from guides.readers.blocks import Mark, Opened, Refused
from guides.readers.zipped import damaged, heavy, locked

_PAGES = 400
_EDGE = 3  # lines at the top and foot of a page that may be running heads
_LARGER = 1.15
_HEADING_WORDS = 16
_GAP = 1.45  # of the usual distance of two lines: a new paragraph
_SHORT, _FULL = 0.75, 0.9  # of the width of a column
_INDENT = 5  # points
_BULLETS = "•▪◦‣●○■□➢►✓"
_SOFT = "\u00ad\x02\ufffe"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: *top* and *left* in points from the lower left corner."""

    text: str
    page: int
    top: float
    left: float
    right: float
    size: float


def opened(data: bytes, encoding: str = "", chapter: int = 0) -> Opened:
    """Return the words of a PDF.

    Raises:
        Refused: It is locked, damaged or too heavy, or its pages are pictures.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise (locked() if "assword" in str(error) else damaged()) from error
    if len(document) > _PAGES:
        raise heavy()
    lines = [line for number in range(len(document)) for line in _lines(document, number)]
    if sum(len(line.text.split()) for line in lines) < 2 * len(document):
        raise Refused(
            "scanned-file",
            "the pages are pictures of text, and no program here reads pictures",
            "run text recognition on it (OCR), or type the text into a .txt file",
        )
    kept = _without_running_heads(lines, len(document))
    said = document.get_metadata_dict()
    repairs = ["Running heads and page numbers were left out."] if len(kept) < len(lines) else []
    title = said.get("Title", "").strip()
    author = said.get("Author", "").strip() if title else ""
    return Opened(tuple(_marks(kept)), title, author, repairs=tuple(repairs))


# ---------------------------------------------------------------- lines


# A word that was parted leaves no line end behind, only this sign.
_PARTS = re.compile(r"(\r\n|\n|\r|(?<=[\x02\ufffe]))")


def _lines(document: object, number: int) -> Iterator[_Line]:
    """Yield the lines of a page, in the order of its text."""
    from pypdfium2 import raw

    page = document[number]  # type: ignore[index]
    text = page.get_textpage()
    count = text.count_chars()
    whole = text.get_text_range(0, count) if count else ""
    start = 0
    for part in _PARTS.split(whole):
        if part.strip() and not part.isspace():
            boxes = [
                text.get_charbox(index)
                for index in range(start, min(start + len(part), count))
                if not whole[index].isspace()
            ]
            if boxes:
                size = raw.FPDFText_GetFontSize(text.raw, start + _inked(part))
                yield _Line(
                    text=" ".join(part.replace("\x00", "").split()),
                    page=number + 1,
                    top=max(box[3] for box in boxes),
                    left=min(box[0] for box in boxes),
                    right=max(box[2] for box in boxes),
                    size=float(size),
                )
        start += len(part)
    page.close()


def _inked(part: str) -> int:
    return len(part) - len(part.lstrip())


_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–\s]*\d{1,4}[-–\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)


def _without_running_heads(lines: Sequence[_Line], pages: int) -> list[_Line]:
    """Leave out page numbers, and what stands at the edge of many pages."""
    edges: Counter[str] = Counter()
    at_edge: set[int] = set()
    for number in range(1, pages + 1):
        mine = sorted((line for line in lines if line.page == number), key=lambda one: -one.top)
        edge = (*mine[:_EDGE], *mine[-_EDGE:])
        at_edge |= {id(line) for line in edge}
        edges.update({_shape(line.text) for line in edge})
    often = max(2, pages // 2)

    def repeats(line: _Line) -> bool:
        return pages > 1 and edges[_shape(line.text)] >= often

    return [
        line
        for line in lines
        if id(line) not in at_edge or not (_PAGE_NUMBER.fullmatch(line.text) or repeats(line))
    ]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text.lower())


# ---------------------------------------------------------------- paragraphs


def _marks(lines: Sequence[_Line]) -> Iterator[Mark]:
    if not lines:
        return
    body = _usual_size(lines)
    leading = _usual_gap(lines)
    width = max(line.right for line in lines) - min(line.left for line in lines)
    whole = " ".join(line.text for line in lines)
    run: list[_Line] = []
    for line in lines:
        if run and _begins(run, line, body, leading, width):
            yield _mark(run, body, whole)
            run = []
        run.append(line)
    yield _mark(run, body, whole)


def _usual_size(lines: Sequence[_Line]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] or 1.0


def _usual_gap(lines: Sequence[_Line]) -> float:
    gaps = [
        above.top - below.top
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.top - below.top < 5 * max(above.size, 6)
    ]
    # Lines inside paragraphs are the closest; half of all gaps are at most these.
    return median(sorted(gaps)[: max(1, (len(gaps) + 1) // 2)]) if gaps else 14.0


def _begins(run: Sequence[_Line], line: _Line, body: float, leading: float, width: float) -> bool:
    """Tell whether *line* begins a paragraph after those of *run*."""
    last = run[-1]
    if _is_large(last, body) != _is_large(line, body) or line.text[0] in _BULLETS:
        return True
    across = last.right - min(one.left for one in run)
    if line.page != last.page or line.top > last.top:  # another page, or another column
        # A full line at the foot of a page may end a sentence; it seldom ends a paragraph.
        ends = bool(re.search(r"[.!?:”\"’)]\s*$", last.text)) and not line.text[:1].islower()
        return ends and across < _FULL * width
    if last.top - line.top > _GAP * leading:
        return True
    return (
        across < _SHORT * width
        and bool(re.search(r"[.!?”\"]\s*$", last.text))
        and line.left > last.left + 5
    )


def _is_large(line: _Line, body: float) -> bool:
    return line.size > _LARGER * body


def _mark(run: Sequence[_Line], body: float, whole: str) -> Mark:
    text = _joined([line.text for line in run], whole)
    kind: BlockKind = "paragraph"
    level = 0
    if all(_is_large(line, body) for line in run) and len(text.split()) <= _HEADING_WORDS:
        kind, level = "heading", 1 if run[0].size > 1.6 * body else 2
    return Mark(text, kind, level, run[0].page)


def _joined(lines: Sequence[str], whole: str) -> str:
    """Join lines; a word that was parted at the end of one becomes whole."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif text[-1] in _SOFT or re.search(r"[A-Za-z]-$", text):
            text = text[:-1] + _hyphen(text[:-1], line, whole) + line
        else:
            text = f"{text} {line}"
    return re.sub(f"[{_SOFT}]", "", text)


def _hyphen(before: str, after: str, whole: str) -> str:
    """Return what stands between the halves of a word: a hyphen where it has one elsewhere too.

    "LGBTI-friendly" keeps its own, as "re-elected" does where the text has it on one line.
    """
    first, last = before.rsplit(" ", 1)[-1], after.split(" ", 1)[0].strip('.,;:!?”"’)')
    if not last[:1].islower() or re.search(r"\d|.[A-Z]|-", first):
        return "-"
    return "-" if f"{first}-{last}" in whole and first + last not in whole else ""
