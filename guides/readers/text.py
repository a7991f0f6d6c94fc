"""Plain text: where its paragraphs, list items, lines of verse and table rows begin and end.

There are two ways to type a paragraph: as one long line, or as many short ones broken at some
column. Which of them a file uses is worked out once, from all its lines; after that, a line
that ends although the next word would have fitted was ended on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guides.model import BlockKind
from guides.readers.pieces import Draft, Piece
from guides.readers.verse import is_verse
from guides.source import Source, Span

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"[•·▪▫◦‣⁃●○■□➢►✓*–-][ \t]+(?=\S)")
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,3}|[A-Za-z])(?P<after>[.)])[ \t]+(?=\S)")
_HASHES = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?=\S)")
_RULE = re.compile(r"(?:[*_=~#•·-][ \t]*){3,}\Z|[*~§][ \t]*\Z")
_TABLE_RULE = re.compile(r"[ \t|:+=-]+\Z")
_COLUMNS = re.compile(r"\S(?:[ \t]*\t[ \t]*| {3,})(?=\S)")
_FIGURE = re.compile(r"[<>~±+-]?[$€£]?\d[\d.,:/]*[%KMBkm]*\Z")
_LABEL = re.compile(r"[\"“]?[A-Z][A-Z.'’ -]{1,30}:\s")
_END = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
_UPPER = re.compile(r"[\"'“‘«(\[¿¡—–-]*\s?[^\W\d_a-z]", re.UNICODE)
_WIDEST = 100  # columns; nobody breaks lines further right than this


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty: its words, how far they are indented, what list mark it has.

    Attributes:
        start: Offset of the first character that is not white space.
        text: The words, without white space at the ends.
        indent: Columns before *start*; a tab counts as four.
        mark: Length of the list mark and the space after it, 0 where there is none.
    """

    start: int
    text: str
    indent: int
    mark: int = 0

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)

    @property
    def width(self) -> int:
        """The column at which the line ends."""
        return self.indent + len(self.text)


Chunk = Sequence[Line]  # lines with no empty line between them, at least one


def draft(source: Source) -> Draft:
    """Cut a plain text into pieces."""
    chunks = _chunks(source.text)
    column = _wrap_column(chunks)
    verse = _verse(chunks, column)
    pieces: list[Piece] = []
    indents: list[int] = []  # of the list items around the line, outermost first
    for chunk, is_stanza in zip(chunks, verse, strict=True):
        if is_stanza:
            pieces.append(_piece(source, chunk, "stanza"))
            continue
        for group, kind in _groups(chunk, column):
            if group[0].mark and kind == "paragraph":
                level = _level(indents, group[0].indent)
                pieces.append(_piece(source, group, "item", level))
            else:
                indents.clear()
                pieces.append(_hashed(source, group) or _piece(source, group, kind))
    return Draft(source, tuple(pieces))


# ---------------------------------------------------------------- lines


def _chunks(text: str) -> list[list[Line]]:
    """Return the lines of *text* in runs that empty lines part."""
    runs: list[list[Line]] = [[]]
    expected = 0  # where the next line begins if no empty one comes between
    marks = _list_marks(text)
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if not words or _RULE.match(words[:80]):
            continue
        if match.start() > expected:
            runs.append([])
        expected = match.end() + 1
        before = match[0][: len(match[0]) - len(match[0].lstrip())]
        start = match.start() + len(before)
        runs[-1].append(Line(start, words, len(before.expandtabs(4)), marks.get(start, 0)))
    return [run for run in runs if run]


def _list_marks(text: str) -> dict[int, int]:
    """Return where list items begin: offset of the mark → its length with the space after it.

    "A. Smith" and "3. Oktober" look like marks: a number or letter counts only where its
    neighbour is a mark too, or where it is 1. A long dash may open a line of talk: it counts
    below a colon, and below another one that does.
    """
    marks: dict[int, int] = {}
    numbered: list[tuple[int, int, str, str]] = []
    below_colon = False
    for match in _LINE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        bullet, number = _BULLET.match(text, start), _NUMBERED.match(text, start)
        if bullet and (text[start] != "–" or below_colon):
            marks[start] = len(bullet[0])
        elif number:
            numbered.append((start, len(number[0]), number["number"], number["after"]))
        if match[0].strip():
            below_colon = match[0].rstrip().endswith(":") or start in marks
    seen = {(_ordinal(number), after) for _, _, number, after in numbered}
    for start, length, number, after in numbered:
        place = _ordinal(number)
        if number == "1" or {(place - 1, after), (place + 1, after)} & seen:
            marks[start] = length
    return marks


def _ordinal(number: str) -> int:
    """Return a number's value; letters count from 1000, capitals apart from small ones."""
    return int(number) if number.isdigit() else 1000 + ord(number)


def _wrap_column(chunks: Sequence[Chunk]) -> int:
    """Return the column at which the lines of a text were broken, 0 where they were not."""
    widths = [line.width for chunk in chunks for line in chunk]
    followed = sorted(line.width for chunk in chunks for line in chunk[:-1])
    if not followed or sum(width > _WIDEST for width in widths) * 20 > len(widths):
        return 0
    column = followed[len(followed) * 19 // 20]
    return column if column >= 30 else 0


def _ends_early(line: Line, following: Line, column: int) -> bool:
    """Tell whether the next line's first word would have fitted on this one."""
    word = following.text[:_WIDEST].split(maxsplit=1)[0]
    return line.width + 1 + len(word) < column - 3  # some programs break a little early


# ---------------------------------------------------------------- groups of lines


def _groups(chunk: Chunk, column: int) -> Iterator[tuple[Chunk, BlockKind]]:
    """Yield the paragraphs, items and rows that a chunk holds."""
    rows = _table(chunk)
    first = 0
    for index in range(1, len(chunk) + 1):
        inside_rows = index < len(chunk) and rows[index]
        if (
            index == len(chunk)
            or rows[index - 1]
            or inside_rows
            or _begins(chunk, first, index, column)
        ):
            group = chunk[first:index]
            if not (rows[first] and _TABLE_RULE.match(group[0].text)):
                yield group, "row" if rows[first] else "paragraph"
            first = index


def _begins(chunk: Chunk, first: int, index: int, column: int) -> bool:
    """Tell whether a paragraph or item begins at a line, the one before it having at *first*."""
    before, line = chunk[index - 1], chunk[index]
    ended = bool(_END.search(before.text[-4:]))
    if line.mark or not column or before.width > _WIDEST:
        return bool(line.mark) or ended or not line.text[:1].islower()
    if _ends_early(before, line, column) and _UPPER.match(line.text):
        # A short line that nothing ends, such as a heading or a name, stands by itself.
        return ended or (first == index - 1 and before.width * 3 < column * 2)
    indented = line.indent >= before.indent + 2 and not before.mark
    return ended and (indented or bool(_LABEL.match(line.text)))


def _table(chunk: Chunk) -> list[bool]:
    """Say of each line whether it is a row of a table; a single row is none."""
    likely = [_looks_tabular(line) for line in chunk]
    rows = [
        likely[i] and ((i > 0 and likely[i - 1]) or (i + 1 < len(chunk) and likely[i + 1]))
        for i in range(len(chunk))
    ]
    for i in range(1, len(chunk)):  # the head of the columns has no figures in it
        if rows[i] and not rows[i - 1] and not _END.search(chunk[i - 1].text[-4:]):
            rows[i - 1] = True
    return rows


def _looks_tabular(line: Line) -> bool:
    """Tell a row by its bars, its wide gaps or its many figures."""
    text = line.text[:500]
    if line.mark or len(line.text) > 500:
        return False
    if text.count("|") >= 2 or "\t" in text or len(_COLUMNS.findall(text)) >= 2:
        return True
    words = text.split()
    figures = sum(bool(_FIGURE.match(word)) for word in words)
    return figures >= 3 and figures * 2 >= len(words)


def _verse(chunks: Sequence[Chunk], column: int) -> list[bool]:
    """Say of each chunk whether it is verse; couplets count where the text has longer stanzas."""
    lines = [[line.text for line in chunk] for chunk in chunks]
    free = [not any(line.mark or _LABEL.match(line.text) for line in chunk) for chunk in chunks]
    free = [ok and not any(_table(chunk)) for ok, chunk in zip(free, chunks, strict=True)]
    verse = [ok and is_verse(text, column) for ok, text in zip(free, lines, strict=True)]
    several = [len(text) > 1 for text in lines]
    if sum(verse) * 2 > sum(several):
        pairs = zip(free, lines, strict=True)
        verse = [ok and is_verse(text, column, least=2) for ok, text in pairs]
    return verse


# ---------------------------------------------------------------- pieces


def _piece(source: Source, lines: Chunk, kind: BlockKind, level: int = 0) -> Piece:
    start = lines[0].start + (lines[0].mark if kind == "item" else 0)
    return Piece(
        span=Span(source, start, lines[-1].end), kind=kind, level=level, lines=len(lines)
    )


def _hashed(source: Source, lines: Chunk) -> Piece | None:
    """Return a heading that is marked as in Markdown, or None."""
    match = _HASHES.match(lines[0].text)
    if not match or len(lines) > 1:
        return None
    span = Span(source, lines[0].start + len(match[0]), lines[0].end)
    return Piece(span=span, kind="heading", level=len(match["hashes"]))


def _level(indents: list[int], indent: int) -> int:
    """Return how deep an item lies, from 1, and remember its indent for the next one."""
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)
