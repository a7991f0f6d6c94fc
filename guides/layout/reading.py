"""Document → what a page needs to print the reading.

A reading is printed as it was written: verse keeps its lines, a list stays a list, and the
number in the margin is the one that questions point at. Only a typewriter's quotation marks become
a printer's. Words to know are marked where they first stand, and what they mean goes with the part
that they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from typing import Any

from guides.layout.typography import quoted, typeset
from guides.model import Block, Document, MarkupKind, Term
from guides.pointers import opening

View = dict[str, Any]

# Verse is counted aloud in fives.
LINE_STEP = 5
_BETWEEN_CELLS = " | "  # as readers write a row of a table
# Where the cells ran together, what can only be one: 1,234, -0.5, $89.92, 41.4%.
_FIGURE = re.compile(r"[-+−~<>$€£]*\d[\d.,]*%?")
_FEWEST_ROWS = _FEWEST_FIGURES = 2
_MOST_FIGURES = 6  # in a row: more are wider than a page
_TAB = 4  # columns
_WIDEST_INDENT = 12.0  # ems


def reading(
    document: Document, words: Sequence[Term] = (), explained: Sequence[Term] = ()
) -> list[View]:
    """Return the parts of the reading in order; list items stand together in one part.

    Of several texts, each has its title and preface above it and its source below.

    Args:
        document: What is read.
        words: What is marked in it.
        explained: Those of which the meaning is to stand beside the text.
    """
    if not document.texts:
        return _text(document, _print(document, words, explained), 3)
    parts: list[View] = []
    for number, text in enumerate(document.texts):
        parts.append(
            {"kind": "text", "title": text.title, "byline": _byline(text), "language": _told(text)}
        )
        if noted := preface(text):
            parts.append({"kind": "preface", **noted})
        parts += _text(text, _print(text, words, explained), 4)
        parts.append({"kind": "source", "source": number})
    return parts


def preface(document: Document) -> View | None:
    """Return the editors' notes, which are as little to be copied as the reading."""
    found = document.preface
    if found is None or document.cite_only:
        return None
    dressed = str if _told(document) else quoted
    notes = [{"label": note.label, "text": dressed(note.span.text)} for note in found.notes]
    # A heading is display type, which has no typewriter apostrophes.
    heading = found.heading.replace("'", "’")
    return {"heading": heading, "publisher": found.publisher, "notes": notes}


def names(people: Sequence[str]) -> str:
    """Return names as they are said: "Ada", "Ada and Ben", "Ada, Ben and Cem"."""
    if len(people) < 2:
        return "".join(people)
    return f"{', '.join(people[:-1])} and {people[-1]}"


def _told(document: Document) -> str:
    """Return a text's language where a page has to be told: it is in English without."""
    return document.language if document.language not in ("en", "und") else ""


def _byline(document: Document) -> str:
    author = f"By {names(document.authors)}" if document.authors else ""
    return ", ".join(filter(None, (author, document.publisher)))


def _text(document: Document, printed: _Print, highest: int) -> list[View]:
    """Return the parts of one text; its headings begin at level *highest*."""
    if document.cite_only:
        return [_opening(block) for block in document.numbered]
    parts: list[View] = []
    unmarked = replace(printed, words=())  # what a word means is told beside no table
    levels = _heading_levels(document.blocks, highest)
    counted = 0
    for kind, run in groupby(document.blocks, key=lambda block: block.kind):
        blocks = list(run)
        if kind == "item":
            items = [_item(block, printed) for block in blocks]
            glosses = [gloss for item in items for gloss in item["glosses"]]
            parts.append({"kind": "list", "items": items, "glosses": glosses})
            continue
        if kind == "row" and all(_BETWEEN_CELLS in block.text for block in blocks):
            rows = [_cells(block, unmarked) for block in blocks]
            parts.append({"kind": "table", "rows": rows, "figures": False})
            continue
        if kind == "row" and (columns := _columns(blocks)):
            figures = [block for block in blocks if len(_figures(block.text)) >= columns]
            parts += [_part(block, printed) for block in blocks if block not in figures]
            rows = [_aligned(block, columns, unmarked) for block in figures]
            parts.append({"kind": "table", "rows": rows, "figures": True, "wide": _wide(rows)})
            continue
        margin = 0
        if kind == "stanza":
            margin = min(column for block in blocks for column in _columns_before(block))
        for block in blocks:
            part = _part(block, printed)
            if kind == "heading":
                part["level"] = next(levels)
            if kind == "stanza":
                part["lines"] = _verse(block, printed, counted, margin)
                counted += len(part["lines"])
            parts.append(part)
    return _with_glosses(parts)


def _with_glosses(parts: list[View]) -> list[View]:
    """Return *parts*, the glosses of each with the headings right above it, and where they end.

    The printer would leave a heading alone at the foot of a page on which the glosses of the part
    below have no room: so both stand in one piece, which begins with the glosses of all.
    """
    run: list[View] = []
    for part in parts:
        run.append(part)
        if part["kind"] == "heading" and part is not parts[-1]:
            continue
        glosses = [gloss for one in run for gloss in one.pop("glosses", ())]
        if glosses:
            run[0] |= {"glosses": glosses, "headed": len(run) > 1}
            part["ends_glossed"] = True
        run = []
    return parts


def _part(block: Block, printed: _Print) -> View:
    runs = _runs(block.span.start, block.text, printed)
    return {
        "kind": block.kind,
        "number": block.number,
        "speaker": block.speaker,
        "runs": runs,
        "quoted": block.quoted,
        "glosses": _glosses(block, printed),
    }


def _glosses(block: Block, printed: _Print) -> list[View]:
    """Return the words to explain that first stand in a block, with what they mean, if known."""
    first, last = block.span.start, block.span.end
    return [
        {"word": term.word, "definition": typeset(term.definition)}
        for term in printed.explained
        if first <= term.span.start and term.span.end <= last
    ]


def _columns(rows: Sequence[Block]) -> int:
    """Return how many columns of figures there are at the end of rows whose cells ran together.

    The head of a table may stand before them, once. 0 where the rows do not agree.
    """
    counts = [len(_figures(row.text)) for row in rows]
    counts = counts[1:] if not counts[0] else counts
    agree = len(counts) >= _FEWEST_ROWS and _FEWEST_FIGURES <= min(counts) <= _MOST_FIGURES
    return min(counts) if agree else 0


def _figures(text: str) -> list[str]:
    """Return the figures at the end of a row, but for what stands first, which names it."""
    words = text.split(" ")[1:]
    return list(takewhile(_FIGURE.fullmatch, reversed(words)))


def _aligned(row: Block, columns: int, printed: _Print) -> list[list[View]]:
    """Return the name of a row and its figures as cells, each as runs."""
    cells, end = [], len(row.text)
    for _ in range(columns):
        begin = row.text.rindex(" ", 0, end) + 1
        cells.append(_runs(row.span.start + begin, row.text[begin:end], printed))
        end = begin - 1
    cells.append(_runs(row.span.start, row.text[:end], printed))
    return cells[::-1]


def _wide(rows: Sequence[Sequence[Sequence[View]]]) -> int:
    """Return how many letters wide a table of figures is at least: its names may take lines."""
    texts = [["".join(run["text"] for run in cell) for cell in row] for row in rows]
    name, *figures = zip(*texts, strict=True)
    words = [word for text in name for word in text.split()]
    return sum(max(map(len, column)) for column in (words, *figures))


def _cells(row: Block, printed: _Print) -> list[list[View]]:
    """Return the cells of a table's row, each as runs."""
    cells, start = [], row.span.start
    for cell in row.text.split(_BETWEEN_CELLS):
        cells.append(_runs(start, cell, printed))
        start += len(cell) + len(_BETWEEN_CELLS)
    return cells


def _item(block: Block, printed: _Print) -> View:
    return _part(block, printed) | {"depth": max(block.level, 1)}


def _opening(block: Block) -> View:
    """Return a paragraph's number and first words, enough to find it in the original."""
    run = {"text": opening(block.text), "word": False, "emphasis": False, "strong": False}
    return {
        "kind": "opening",
        "number": block.number,
        "speaker": block.speaker,
        "runs": [run],
        "quoted": block.quoted,
    }


def _heading_levels(blocks: Iterable[Block], highest: int) -> Iterator[int]:
    """Yield a level from *highest* on for each heading, never skipping one."""
    open_levels: list[int] = []
    for block in blocks:
        if block.kind == "heading":
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            yield min(highest - 1 + len(open_levels), 6)


def _verse(block: Block, printed: _Print, counted: int, margin: int) -> list[View]:
    """Return the lines of a stanza, each as far in as in the file, but for *margin* columns.

    Every fifth of the whole poem has its number.
    """
    lines, start = [], block.span.start
    columns = _columns_before(block)
    for number, line in enumerate(block.text.split("\n"), counted + 1):
        shown = number if number % LINE_STEP == 0 else None
        words = line.lstrip()
        runs = _runs(start + len(line) - len(words), words, printed)
        indent = _indent(columns[number - counted - 1] - margin)
        lines.append({"number": shown, "indent": indent, "runs": runs})
        start += len(line) + 1
    return lines


def _columns_before(block: Block) -> list[int]:
    """Return how many columns of white space each line of a block has before it in the file."""
    text, start = block.span.source.text, block.span.start
    before = text[text.rfind("\n", 0, start) + 1 : start]
    lines = ((before if before.isspace() else "") + block.text).split("\n")
    blank = (line[: len(line) - len(line.lstrip())] for line in lines)
    return [len(space.expandtabs(_TAB)) for space in blank]


def _indent(columns: int) -> float:
    """Return how far a line of verse is set in, in ems: one column must be seen, too."""
    return min(0.5 + columns / 2, _WIDEST_INDENT) if columns else 0


@dataclass(frozen=True, slots=True)
class _Print:
    """What is marked in a reading, by range, the words explained beside it, and its language."""

    words: tuple[tuple[int, int], ...]
    emphasis: tuple[tuple[int, int], ...]
    strong: tuple[tuple[int, int], ...]
    explained: tuple[Term, ...]
    english: bool


def _print(document: Document, words: Sequence[Term], explained: Sequence[Term]) -> _Print:
    def ranges(kind: MarkupKind) -> tuple[tuple[int, int], ...]:
        return tuple((m.span.start, m.span.end) for m in document.markup if m.kind == kind)

    known = sorted({(term.span.start, term.span.end) for term in words})
    terms = sorted(explained, key=lambda term: term.span.start)
    english = not _told(document)
    return _Print(tuple(known), ranges("emphasis"), ranges("strong"), tuple(terms), english)


def _runs(start: int, text: str, printed: _Print) -> list[View]:
    """Return *text*, which stands at *start*, cut wherever what is marked begins or ends."""
    end = start + len(text)
    text = quoted(text) if printed.english else text
    inside = [
        [(first, last) for first, last in ranges if first < end and start < last]
        for ranges in (printed.words, printed.emphasis, printed.strong)
    ]
    # A word that goes on in another block or line is not marked: half of it says nothing.
    inside[0] = [(first, last) for first, last in inside[0] if start <= first and last <= end]
    cuts = {place for ranges in inside for span in ranges for place in span if start < place < end}
    places = [start, *sorted(cuts), end]
    return [
        {"text": text[first - start : last - start]}
        | {
            name: any(begin <= first and last <= stop for begin, stop in ranges)
            for name, ranges in zip(("word", "emphasis", "strong"), inside, strict=True)
        }
        for first, last in pairwise(places)
        if first < last
    ]
