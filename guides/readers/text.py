"""Plain text: where its paragraphs, list items, lines of verse and table rows begin and end.

There are two ways to type a paragraph: as one long line, or as many short ones broken at some
column. Which of them a file uses is worked out once, from all its lines; after that, a line
that ends although the next word would have fitted was ended on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guides.model import BlockKind
from guides.readers.pieces import Draft, Piece
from guides.readers.verse import is_poem, is_verse, may_be_verse
from guides.source import Source, Span

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[•·▪▫◦‣⁃●○■□➢►✓][ \t]*|[*–-][ \t]+)(?=\S)")
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,3}|[A-Za-z])(?P<after>[.)])[ \t]+(?=\S)")
_HASHES = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?=\S)")
_RULE = re.compile(  # "- 7 -" is the number of a page
    r"(?:[*_=~#•·-][ \t]*){3,}\Z|[*~§][ \t]*\Z|[-–—][ \t]*\d{1,4}[ \t]*[-–—]\Z"
)
_TABLE_RULE = re.compile(r"[ \t|:+=-]+\Z")
_COLUMNS = re.compile(r"\S(?:[ \t]*\t[ \t]*| {3,})(?=\S)")
_FIGURE = re.compile(r"[<>~±+-]?[$€£]?\d[\d.,:/]*[%KMBkm]*\Z")
_FIGURE_ENDS = "0123456789%KMBkm"  # a quick look before the expression above
_LABEL = re.compile(r"[\"“]?(?:[QA][:.]|[A-Z][A-Z.'’ -]{1,30}:)\s")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_END = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
_UPPER = re.compile(r"[\"'“‘«(\[¿¡—–-]*\s?[^\W\d_a-z]", re.UNICODE)
_LONGEST_ROW = 500  # characters
_NUMBERED_HEADING = 14  # words at most
_SECTION, _COUNTED = 2, 10  # level; words of "A.  WHAT WE FOUND" at most
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
    tables = _headed(chunks, [_table(chunk) for chunk in chunks])
    stanzas = _verse(chunks, tables, column)
    pieces: list[Piece] = []
    indents: list[int] = []  # of the list items around the line, outermost first
    for place, (chunk, rows, is_stanza) in enumerate(zip(chunks, tables, stanzas, strict=True)):
        if is_stanza:
            pieces.append(_piece(source, chunk, "stanza"))
            continue
        for group, kind in _groups(chunk, rows, column):
            if group[0].mark and kind == "paragraph":
                level = _level(indents, group[0].indent)
                headed = _is_counted_heading(group) or _parts_text(chunks, place)
                pieces.append(
                    _piece(source, group, "heading", _SECTION)
                    if headed
                    else _piece(source, group, "item", level)
                )
            else:
                indents.clear()
                pieces.append(_hashed(source, group) or _piece(source, group, kind))
    said = f"Lines that were broken at column {column} were joined into paragraphs."
    joined = any(piece.kind != "stanza" and "\n" in piece.span.text.strip() for piece in pieces)
    return Draft(source, tuple(pieces), repairs=(said,) if column and joined else ())


# ---------------------------------------------------------------- lines


def _chunks(text: str) -> list[list[Line]]:
    """Return the lines of *text* in runs that empty lines part."""
    runs: list[list[Line]] = [[]]
    expected = 0  # where the next line begins if no empty one comes between
    marks = list_marks(text)
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


def list_marks(text: str) -> dict[int, int]:
    """Return where list items begin: offset of the mark → its length with the space after it.

    "A. Smith" and "3. Oktober" look like marks: a number or letter counts only where its
    neighbour is a mark too, or where it is 1. A long dash may open a line of talk: it counts
    below a line that nothing ends, and below another one that does.
    """
    marks: dict[int, int] = {}
    numbered: list[tuple[int, int, str, str]] = []
    below_label = False
    for match in _LINE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        bullet, number = _BULLET.match(text, start), _NUMBERED.match(text, start)
        if bullet and (text[start] != "–" or below_label):
            marks[start] = len(bullet[0])
        elif number:
            numbered.append((start, len(number[0]), number["number"], number["after"]))
        if match[0].strip():
            below_label = start in marks or not _STOP.search(match[0].rstrip()[-4:])
    seen = {(_ordinal(digits), after) for _, _, digits, after in numbered}
    for start, length, digits, after in numbered:
        place = _ordinal(digits)
        if digits == "1" or {(place - 1, after), (place + 1, after)} & seen:
            marks[start] = length
    return marks


def _ordinal(number: str) -> int:
    """Return a number's value; letters count from 1000, capitals apart from small ones."""
    return int(number) if number.isdigit() else 1000 + ord(number)


def _wrap_column(chunks: Sequence[Chunk]) -> int:
    """Return the column at which the lines of a text were broken, 0 where they were not."""
    widths = [line.width for chunk in chunks for line in chunk]
    pairs = [pair for chunk in chunks for pair in pairwise(chunk)]
    # Most breaks of broken prose fall inside a sentence.
    inside = sum(after.text[:1].islower() for _, after in pairs)
    long = sum(width > _WIDEST for width in widths)
    if not pairs or inside * 10 < len(pairs) * 3 or long * 20 > len(widths):
        return 0
    column = sorted(line.width for line, _ in pairs)[len(pairs) * 19 // 20]
    return column if column >= 30 else 0


def _ends_early(line: Line, following: Line, column: int) -> bool:
    """Tell whether the next line's first word would have fitted on this one."""
    word = following.text[:_WIDEST].split(maxsplit=1)[0]
    return line.width + 1 + len(word) < column - 3  # some programs break a little early


# ---------------------------------------------------------------- groups of lines


def _groups(chunk: Chunk, rows: Sequence[bool], column: int) -> Iterator[tuple[Chunk, BlockKind]]:
    """Yield the paragraphs, items and rows that a chunk holds."""
    first = 0
    for index in range(1, len(chunk) + 1):
        table = rows[index - 1] or (index < len(chunk) and rows[index])
        if index < len(chunk) and not table and not _begins(chunk, first, index, column):
            continue
        if not (rows[first] and _TABLE_RULE.match(chunk[first].text)):
            yield chunk[first:index], "row" if rows[first] else "paragraph"
        first = index


def _begins(chunk: Chunk, first: int, index: int, column: int) -> bool:
    """Tell whether a paragraph begins at line *index*, where the open one began at *first*."""
    before, line = chunk[index - 1], chunk[index]
    ended = bool(_END.search(before.text[-4:]))
    if chunk[first].mark and not line.mark and line.indent > chunk[first].indent:
        return False
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
    for i in range(len(chunk) - 1, 0, -1):  # a row may have one wide gap
        ended = _END.search(chunk[i - 1].text[-4:])
        gap = rows[i] and not ended and _COLUMNS.search(chunk[i - 1].text)
        rows[i - 1] = rows[i - 1] or bool(gap)
    return rows


def _headed(chunks: Sequence[Chunk], tables: list[list[bool]]) -> list[list[bool]]:
    """Take the heads of columns for rows where a rule parts them from the table."""
    for head, chunk, below in zip(tables, chunks, tables[1:], strict=False):
        if len(chunk) == 1 and below[0] and _looks_tabular(chunk[0]):
            head[0] = True
    return tables


def _looks_tabular(line: Line) -> bool:
    """Tell a row by its bars, its wide gaps or its many figures."""
    text = line.text
    if line.mark or len(text) > _LONGEST_ROW:
        return False
    if text.count("|") >= 2 or "\t" in text or len(_COLUMNS.findall(text)) >= 2:
        return True
    words = text.split()
    figures = sum(bool(_FIGURE.match(word)) for word in words if word[-1] in _FIGURE_ENDS)
    return figures >= 3 and figures * 2 >= len(words)


def _verse(chunks: Sequence[Chunk], tables: Sequence[list[bool]], column: int) -> list[bool]:
    """Say of each chunk whether it is verse; in a poem, weaker signs will do."""
    free = [
        len(chunk) > 1 and not any(rows) and not any(map(_is_labelled, chunk))
        for chunk, rows in zip(chunks, tables, strict=True)
    ]
    lines = [
        [line.text for line in chunk] if ok else [] for ok, chunk in zip(free, chunks, strict=True)
    ]
    if is_poem([[line.text for line in chunk] for chunk in chunks]):
        # Where every line stands alone, with an empty one between, each is kept as a stanza.
        alone = all(len(chunk) == 1 for chunk in chunks)
        return [
            bool(text) or (alone and number > 0 and not _is_labelled(chunk[0]))
            for number, (text, chunk) in enumerate(zip(lines, chunks, strict=True))
        ]
    verse = [is_verse(text, column) for text in lines]
    perhaps = [text for ok, text in zip(verse, lines, strict=True) if ok or may_be_verse(text)]
    letters = sum(len(line.text) for chunk in chunks for line in chunk)
    if sum(len(line) for text in perhaps for line in text) * 2 > letters:  # it is a poem
        longest = max(len(line) for text in perhaps for line in text)
        return [bool(text) and max(map(len, text)) <= longest for text in lines]
    return verse


def _is_labelled(line: Line) -> bool:
    """Tell a list item and a turn of talk."""
    return bool(line.mark or _LABEL.match(line.text))


# ---------------------------------------------------------------- pieces


def _piece(source: Source, lines: Chunk, kind: BlockKind, level: int = 0) -> Piece:
    start, end = lines[0].start, lines[-1].end
    if lines[0].mark and kind in ("item", "heading"):
        start += lines[0].mark
    elif kind == "row":  # the bars at both ends part nothing
        start += len(lines[0].text) - len(lines[0].text.lstrip("| \t"))
        end -= len(lines[0].text) - len(lines[0].text.rstrip("| \t"))
    return Piece(span=Span(source, start, end), kind=kind, level=level, lines=len(lines))


def _is_counted_heading(lines: Chunk) -> bool:
    """Tell "A.  WHAT WE FOUND" from an item of a list."""
    words = lines[0].text[lines[0].mark :].split()
    shouted = len(words) <= _COUNTED and " ".join(words).isupper()
    return len(lines) == 1 and shouted and len(words[0]) + 4 * len(words[1:]) >= _COUNTED


def _parts_text(chunks: Sequence[Chunk], place: int) -> bool:
    """Tell "1. Main points" over what it names from the items of a list, one below the other."""
    (line, *more), below = chunks[place], chunks[place + 1 : place + 2]
    words = line.text[line.mark :].split()
    if more or not below or not line.text[:1].isdigit() or not 2 <= len(words) <= _NUMBERED_HEADING:
        return False
    named = words[0][:1].isupper() and words[-1][-1].isalnum()
    return named and not (below[0][0].mark and below[0][0].text[:1].isdigit())


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
