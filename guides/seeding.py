"""A document of any format as a seed that can be edited: Markdown below front matter."""

from __future__ import annotations

import json
import re

from guides.model import Document

_ESCAPED = re.compile(r"([\\`*_\[<])")
# A list mark that somebody typed.
_TYPED = re.compile(r"[•·▪◦‣]\s*")
_LEADING = re.compile(r"(?m)^([#>+-])|^(\d{1,3})([.)] )")
_MARK = 6  # characters that a typed list mark takes at most


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
    """Return the words, each heading and list item with its mark before it."""
    text, starts = document.text, {}
    for block in document.blocks:
        if block.kind == "heading":
            starts[block.span.start] = "#" * max(block.level, 1) + " "
        elif block.kind == "item":
            starts[block.span.start] = "  " * (max(block.level, 1) - 1) + "- "
    verse = [block.span for block in document.blocks if block.kind == "stanza"]
    parts, offset = [], 0
    for paragraph in re.split(r"(\n{2,})", text):
        if paragraph.isspace():
            parts.append(paragraph)
            offset += len(paragraph)
            continue
        begins = next((at for at in range(offset, offset + _MARK) if at in starts), None)
        typed = _TYPED.match(paragraph)
        bare = begins - offset if begins is not None else typed.end() if typed else 0
        mark = starts[begins] if begins is not None else "- " if typed else ""
        lines = _escaped(paragraph[bare:])
        if any(span.start <= offset < span.end for span in verse):
            lines = lines.replace("\n", "  \n")
        parts.append(mark + lines)
        offset += len(paragraph)
    return "".join(parts).strip() + "\n"


def _escaped(text: str) -> str:
    text = _ESCAPED.sub(r"\\\1", text)
    return _LEADING.sub(lambda m: rf"\{m[1]}" if m[1] else rf"{m[2]}\{m[3]}", text)
