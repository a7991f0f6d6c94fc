"""A YAML text as a tree of nodes, each with its place in the source.

A problem inside a long text, such as a misspelt slot, is shown at its own line and column:
a `TextNode` can say where each of its characters stands, whichever of YAML's five ways of
writing a text was used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guides.source import Span

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar.

    Attributes:
        span: The range with quotation marks or the block indicator.
        text: What it says, quotes and line folding undone.
        style: The character that opens it (``'`` ``"`` ``|`` ``>``), or empty.
    """

    span: Span
    text: str
    style: str = ""

    def within(self, start: int, end: int) -> Span:
        """Return the place in the file of ``text[start:end]``."""
        places = _places(self)
        last = places[end - 1] + 1 if end > start else places[start]
        return Span(self.span.source, places[start], last)


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list, in either of YAML's two forms."""

    span: Span
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's place and its value."""

    key: Span
    value: Node


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys with their values, in the order of the file."""

    span: Span
    entries: dict[str, Entry]


@dataclass(frozen=True, slots=True)
class SpoiltNode:
    """A value with a problem that has been reported: nobody should report it again."""

    span: Span


Node = TextNode | ListNode | MapNode | SpoiltNode


# ---------------------------------------------------------------- parts of a tree


def at(node: Node, path: Path) -> Node | None:
    """Return the part of *node* at *path*, or None where nothing was written."""
    found: Node | None = node
    for step in path:
        if isinstance(found, MapNode) and step in found.entries:
            found = found.entries[str(step)].value
        elif isinstance(found, ListNode) and isinstance(step, int) and step < len(found.items):
            found = found.items[step]
        else:
            return None
    return found


def texts(node: Node, path: Path = ()) -> Iterator[tuple[Path, TextNode]]:
    """Yield every text inside *node* with its path."""
    if isinstance(node, TextNode):
        yield path, node
    elif isinstance(node, MapNode):
        for key, entry in node.entries.items():
            yield from texts(entry.value, (*path, key))
    elif isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            yield from texts(item, (*path, index))


def first_line(node: Node) -> Span:
    """Return where a value begins: all of it would underline half a page."""
    if isinstance(node, MapNode) and node.entries:
        return next(iter(node.entries.values())).key
    text = node.span.text.split("\n", 1)[0].rstrip()
    return Span(node.span.source, node.span.start, node.span.start + len(text))


def without(node: Node, parts: set[Path]) -> Node | None:
    """Return *node* without the parts at these paths; None where it is one of them."""
    if () in parts:
        return None

    def rest(step: str | int, value: Node) -> Node | None:
        return without(value, {part[1:] for part in parts if part[0] == step})

    if isinstance(node, MapNode):
        kept = {key: (entry, rest(key, entry.value)) for key, entry in node.entries.items()}
        entries = {key: Entry(entry.key, value) for key, (entry, value) in kept.items() if value}
        return MapNode(node.span, entries)
    if isinstance(node, ListNode):
        items = (rest(index, item) for index, item in enumerate(node.items))
        return ListNode(node.span, tuple(item for item in items if item))
    return node


# ---------------------------------------------------------------- places inside a scalar

_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|\n[ \t]*|.)", re.DOTALL)


def _places(node: TextNode) -> list[int]:
    """Return, for each character of the node's text, where it stands in the file; then the end.

    Text and file are walked side by side: what is only in the file is indentation, a fold,
    an escape or a doubled quotation mark.
    """
    source = node.span.source.text
    here = node.span.start + (node.style in {"'", '"'})
    if node.style in {"|", ">"}:
        here = source.find("\n", here) + 1
    places = []
    for character in node.text:
        here, width = _place_of(character, source, here, node)
        places.append(here)
        here += width
    return [*places, min(here, node.span.end)]


def _place_of(character: str, source: str, here: int, node: TextNode) -> tuple[int, int]:
    """Return where *character* stands from *here* on, and how much of the file it takes."""
    while here < node.span.end:
        escape = _ESCAPE.match(source, here) if node.style == '"' else None
        if escape and escape[0][1] != "\n":
            return here, len(escape[0])
        if escape:
            here = escape.end()
        elif source[here] == character:
            doubled = node.style == "'" and character == "'"
            return here, 2 if doubled else 1
        elif source[here].isspace():
            here += 1
        else:
            # A folded line break: a space in the text that the file does not have.
            return here, 0
    return node.span.end, 0
