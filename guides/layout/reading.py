"""Document → what a page needs to print the reading.

A reading is printed as it was written: verse keeps its lines, a list stays a list, and the
number in the margin is the one that questions point at. Words to know are marked where they
first stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from guides.model import Block, Document, Term

View = dict[str, Any]

# How many words of a paragraph are printed where the whole reading may not be copied.
OPENING_WORDS = 5
# Verse is counted aloud in fives.
LINE_STEP = 5


def reading(document: Document, words: Sequence[Term] = ()) -> list[View]:
    """Return the parts of the reading in order; list items stand together in one part."""
    if document.front.rights.strip().lower() == "cite-only":
        return [_opening(block) for block in document.numbered]
    parts: list[View] = []
    levels = _heading_levels(document.blocks)
    counted = 0
    for kind, run in groupby(document.blocks, key=lambda block: block.kind):
        blocks = list(run)
        if kind == "item":
            parts.append({"kind": "list", "items": [_item(block, words) for block in blocks]})
            continue
        for block in blocks:
            part = _part(block, words)
            if kind == "heading":
                part["level"] = next(levels)
            if kind == "stanza":
                part["lines"] = _verse(block, words, counted)
                counted += len(part["lines"])
            parts.append(part)
    return parts


def _part(block: Block, words: Sequence[Term]) -> View:
    runs = _runs(block.span.start, block.text, words)
    return {"kind": block.kind, "number": block.number, "speaker": block.speaker, "runs": runs}


def _item(block: Block, words: Sequence[Term]) -> View:
    return _part(block, words) | {"depth": max(block.level, 1)}


def _opening(block: Block) -> View:
    """Return a paragraph's number and first words, enough to find it in the original."""
    words = block.text.split()
    more = " …" if len(words) > OPENING_WORDS else ""
    text = " ".join(words[:OPENING_WORDS]) + more
    run = {"text": text, "word": False}
    return {"kind": "opening", "number": block.number, "speaker": block.speaker, "runs": [run]}


def _heading_levels(blocks: Iterable[Block]) -> Iterator[int]:
    """Yield a level from 3 for each heading, never skipping one: the page has 1 and 2."""
    open_levels: list[int] = []
    for block in blocks:
        if block.kind == "heading":
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            yield min(2 + len(open_levels), 6)


def _verse(block: Block, words: Sequence[Term], counted: int) -> list[View]:
    """Return the lines of a stanza; every fifth of the whole poem has its number."""
    lines, start = [], block.span.start
    for number, line in enumerate(block.text.split("\n"), counted + 1):
        shown = number if number % LINE_STEP == 0 else None
        lines.append({"number": shown, "runs": _runs(start, line, words)})
        start += len(line) + 1
    return lines


def _runs(start: int, text: str, words: Sequence[Term]) -> list[View]:
    """Return *text*, which stands at *start*, cut where a word to know begins and ends."""
    end, at = start + len(text), start
    runs: list[View] = []
    for term in sorted(words, key=lambda term: term.span.start):
        if at <= term.span.start and term.span.end <= end:
            runs.append({"text": text[at - start : term.span.start - start], "word": False})
            marked = text[term.span.start - start : term.span.end - start]
            runs.append({"text": marked, "word": True})
            at = term.span.end
    runs.append({"text": text[at - start :], "word": False})
    return [run for run in runs if run["text"]]
