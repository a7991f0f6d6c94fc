"""A document of any format as a seed that can be edited: Markdown below front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from guides.model import Block, Document, Markup
from guides.source import Source

_ESCAPED = re.compile(r"([\\`*_\[\]<]|&(?=#?\w{1,32};))")
# A list mark that somebody typed.
_TYPED = re.compile(r"[•·▪◦‣]\s*")
_LEADING = re.compile(r"(?m)^([#>+=~|:-])|^(\d{1,9})([.)](?:\s|$))")
_MARK = 6  # characters that a typed list mark takes at most
_SIGNS = {"emphasis": "*", "strong": "**"}
_PLAIN_ADDRESS = re.compile(r"[^\s<>()\\]+")


def seed(document: Document) -> str:
    """Return *document* as a Markdown seed, everything that was read still in its place.

    What the file says about itself stands in the front matter, where an editor can correct it.
    """
    return _front(document) + _body(document)


def _front(document: Document) -> str:
    said = {
        "title": "" if document.title_derived else document.title,
        "author": ", ".join(document.authors),
        "publisher": document.publisher,
        "url": document.url,
        "date": document.date,
    }
    lines = [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in said.items() if text]
    return "\n".join(["---", *lines, "---", "", ""]) if lines else ""


def _body(document: Document) -> str:
    """Return the words, each heading, list item and quotation with its mark before it."""
    blocks = {block.span.start: block for block in document.blocks}
    parts, offset = [], 0
    columns = 0  # of the table that is open
    for paragraph in re.split(r"(\n{2,})", document.text):
        if paragraph.isspace():
            parts.append(paragraph)
            offset += len(paragraph)
            continue
        block = next((blocks[at] for at in range(offset, offset + _MARK) if at in blocks), None)
        row = block is not None and block.kind == "row" and "|" in paragraph
        cells = _cells(document, block) if block and row else []
        if cells and len(cells) == columns:
            parts.pop()
            parts.append("\n")
        parts.append(_row(cells, columns) if cells else _marked(document, block, offset, paragraph))
        columns = len(cells)
        offset += len(paragraph)
    return "".join(parts).strip() + "\n"


def _marked(document: Document, block: Block | None, offset: int, paragraph: str) -> str:
    """Return a paragraph with the sign of what it is."""
    typed = _TYPED.match(paragraph)
    bare = block.span.start - offset if block else typed.end() if typed else 0
    mark = "- " if typed else ""
    if block and block.kind == "heading":
        mark = "#" * max(block.level, 1) + " "
    elif block and block.kind == "item":
        mark = "  " * (max(block.level, 1) - 1) + "- "
    lines = _written(document.text, offset + bare, offset + len(paragraph), document.markup)
    if block and block.kind == "stanza":
        lines = lines.replace("\n", "  \n")
    if block and block.quoted:
        lines = lines.replace("\n", "\n> ")
        mark = f"> {mark}"
    return mark + lines


def _cells(document: Document, row: Block) -> list[str]:
    """Return the cells of a row of a table, as they are written."""
    lines = _written(document.text, row.span.start, row.span.end, document.markup)
    return [cell.strip() for cell in lines.replace("\\|", "|").split("|")]


def _row(cells: Sequence[str], columns: int) -> str:
    """Return a row; the first of a table has a line below it."""
    row = f"| {' | '.join(cells)} |"
    return row if len(cells) == columns else f"{row}\n|{' --- |' * len(cells)}"


def _written(text: str, start: int, end: int, markup: Sequence[Markup]) -> str:
    """Return ``text[start:end]``, one block, in Markdown with its emphasis and links."""
    marks = list(_fitting(text, start, end, markup))
    while marks:
        lines = _with_signs(text, start, end, marks)
        if _reads_back(lines, text[start:end]):
            return lines
        marks.pop()  # the words come before what stands out in them
    return _with_signs(text, start, end, [])


def _with_signs(text: str, start: int, end: int, marks: Sequence[tuple[int, int, str, str]]) -> str:
    signs: dict[int, list[str]] = {}
    for first, last, before, after in marks:
        signs.setdefault(first, []).append(before)
        signs.setdefault(last, []).insert(0, after)  # what was opened last is closed first
    places = sorted({start, end, *signs})
    parts = list(signs.get(start, []))
    for here, there in pairwise(places):
        words = _escaped(text[here:there], first=here == start)
        if words.endswith("!") and "[" in signs.get(there, []):
            words = words[:-1] + r"\!"  # or the link would be a picture
        parts += [words, *signs.get(there, [])]
    return "".join(parts)


def _reads_back(lines: str, words: str) -> bool:
    """Tell whether Markdown gives these words: a sign beside a comma may be read as a sign."""
    from guides.readers import markdown

    return markdown.draft(Source("", lines)).source.text.split() == words.split()


def _fitting(
    text: str, start: int, end: int, markup: Sequence[Markup]
) -> Iterator[tuple[int, int, str, str]]:
    """Yield what can be written: where it begins and ends, and its signs; outermost first.

    Emphasis must begin before a word and end behind one, or its signs would be read as signs;
    what crosses another's border, or shares it with a sibling, is left out.
    """
    taken: list[tuple[int, int]] = []
    inside = [m for m in markup if start <= m.span.start and m.span.end <= end]
    order = {"link": 0, "strong": 1, "emphasis": 2}
    for item in sorted(inside, key=lambda m: (m.span.start, -m.span.end, order[m.kind])):
        first, last = item.span.start, item.span.end
        crossing = any(a < first < b < last or first < a < last < b for a, b in taken)
        touching = any(b == first or a == last for a, b in taken)
        if crossing or touching or "\n\n" in text[first:last]:
            continue
        if item.kind == "link":
            address = item.url if _PLAIN_ADDRESS.fullmatch(item.url) else f"<{item.url}>"
            taken.append((first, last))
            yield first, last, "[", f"]({address})"
        elif _opens(text, first) and _closes(text, last):
            taken.append((first, last))
            yield first, last, _SIGNS[item.kind], _SIGNS[item.kind]


def _opens(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place : place + 1]
    return after.isalnum() or (bool(after.strip()) and (not before or before.isspace()))


def _closes(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place : place + 1]
    return before.isalnum() or (bool(before.strip()) and (not after or after.isspace()))


def _escaped(text: str, *, first: bool) -> str:
    text = _ESCAPED.sub(r"\\\1", text)
    head, end, rest = ("", "", text) if first else text.partition("\n")
    return head + end + _LEADING.sub(lambda m: rf"\{m[1]}" if m[1] else rf"{m[2]}\{m[3]}", rest)
