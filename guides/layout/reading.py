"""Document → what a page needs to print the reading.

A reading is printed as it was written: verse keeps its lines, a list stays a list, and the
number in the margin is the one that questions point at. Words to know are marked where they
first stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from guides.model import Block, Document, MarkupKind, Term
from guides.pointers import opening

View = dict[str, Any]

# Verse is counted aloud in fives.
LINE_STEP = 5
_BETWEEN_CELLS = " | "  # as readers write a row of a table


def reading(document: Document, words: Sequence[Term] = ()) -> list[View]:
    """Return the parts of the reading in order; list items stand together in one part.

    Of several texts, each has its title and preface above it and its source below.
    """
    if not document.texts:
        return _text(document, words, 3)
    parts: list[View] = []
    for number, text in enumerate(document.texts):
        parts.append(
            {"kind": "text", "title": text.title, "byline": _byline(text), "language": _told(text)}
        )
        if noted := preface(text):
            parts.append({"kind": "preface", **noted})
        parts += _text(text, words, 4)
        parts.append({"kind": "source", "source": number})
    return parts


def preface(document: Document) -> View | None:
    """Return the editors' notes, which are as little to be copied as the reading."""
    found = document.preface
    if found is None or document.cite_only:
        return None
    notes = [{"label": note.label, "text": note.span.text} for note in found.notes]
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


def _text(document: Document, words: Sequence[Term], highest: int) -> list[View]:
    """Return the parts of one text; its headings begin at level *highest*."""
    if document.cite_only:
        return [_opening(block) for block in document.numbered]
    parts: list[View] = []
    printed = _print(document, words)
    levels = _heading_levels(document.blocks, highest)
    counted = 0
    for kind, run in groupby(document.blocks, key=lambda block: block.kind):
        blocks = list(run)
        if kind == "item":
            parts.append({"kind": "list", "items": [_item(block, printed) for block in blocks]})
            continue
        if kind == "row" and all(_BETWEEN_CELLS in block.text for block in blocks):
            parts.append({"kind": "table", "rows": [_cells(block, printed) for block in blocks]})
            continue
        for block in blocks:
            part = _part(block, printed)
            if kind == "heading":
                part["level"] = next(levels)
            if kind == "stanza":
                part["lines"] = _verse(block, printed, counted)
                counted += len(part["lines"])
            parts.append(part)
    return parts


def _part(block: Block, printed: _Print) -> View:
    runs = _runs(block.span.start, block.text, printed)
    return {
        "kind": block.kind,
        "number": block.number,
        "speaker": block.speaker,
        "runs": runs,
        "quoted": block.quoted,
    }


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


def _verse(block: Block, printed: _Print, counted: int) -> list[View]:
    """Return the lines of a stanza; every fifth of the whole poem has its number."""
    lines, start = [], block.span.start
    for number, line in enumerate(block.text.split("\n"), counted + 1):
        shown = number if number % LINE_STEP == 0 else None
        lines.append({"number": shown, "runs": _runs(start, line, printed)})
        start += len(line) + 1
    return lines


@dataclass(frozen=True, slots=True)
class _Print:
    """What is marked in a reading: words to know, and what its file emphasises, by range."""

    words: tuple[tuple[int, int], ...]
    emphasis: tuple[tuple[int, int], ...]
    strong: tuple[tuple[int, int], ...]


def _print(document: Document, words: Sequence[Term]) -> _Print:
    def ranges(kind: MarkupKind) -> tuple[tuple[int, int], ...]:
        return tuple((m.span.start, m.span.end) for m in document.markup if m.kind == kind)

    known = sorted({(term.span.start, term.span.end) for term in words})
    return _Print(tuple(known), ranges("emphasis"), ranges("strong"))


def _runs(start: int, text: str, printed: _Print) -> list[View]:
    """Return *text*, which stands at *start*, cut wherever what is marked begins or ends."""
    end = start + len(text)
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
