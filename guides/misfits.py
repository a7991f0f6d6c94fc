"""What does not fit the model, in the author's words and at its place.

The validator says what kind of mistake stands where; this module finds the place in the
file, names what was expected as a teacher would, guesses what was meant, and keeps one
cause to one message: a misspelt key does not also report the key it was meant to be.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from guides.formats import LIMITS, PARTS
from guides.problems import Problem, did_you_mean
from guides.source import Span
from guides.yaml_nodes import (
    ListNode,
    MapNode,
    Node,
    Path,
    SpoiltNode,
    TextNode,
    at,
    first_line,
    texts,
)

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")

# What does not fit: the part to leave out, and what to say about it (None: nothing more).
Mistake = tuple[Path, Problem | None]

# The validator's type of complaint → what was expected, and a hint.
_EXPECTED = {
    "string": ("text", "write one text, in quotation marks if it begins with a bracket"),
    "int": ("a whole number", "write it in digits"),
    "float": ("a number", "write it in digits"),
    "finite": ("a number", "write it in digits"),
    "bool": ("`true` or `false`", "write one of the two"),
    "tuple": ("a list", "begin each item with `- `, in a line of its own"),
    "dict": ("keys with values", "write each as `key: value`, in a line of its own"),
    "dataclass": ("keys with values", "write each as `key: value`, in a line of its own"),
}


def mistakes(node: Node, kind: type[Any], details: Iterable[ErrorDetails]) -> Iterator[Mistake]:
    """Yield everything that the validator complains of in *node*."""
    complaints = [(detail["loc"][1:], detail) for detail in details]
    unknown = {
        path: _meant(node, kind, path)
        for path, detail in complaints
        if detail["type"] == "unexpected_keyword_argument"
    }
    for path, detail in complaints:
        found = at(node, path)
        if path in unknown:
            yield _part(kind, path), _unknown_key(node, path, unknown[path])
        elif isinstance(found, SpoiltNode) or _explains(unknown, path):
            yield _part(kind, path), None
        elif found is None:
            yield _part(kind, path), _missing_key(node, kind, path)
        elif path and _is_nothing(found) and is_dataclass(_kind_at(kind, path[:-1])):
            # A key with nothing after it is as good as no key, or `excesses` has reported it.
            yield path, None
        elif detail["type"] == "literal_error":
            yield _part(kind, path), _unknown_value(found, path, detail["ctx"]["expected"])
        else:
            yield _part(kind, path), _wrong_type(found, detail["type"])


def excesses(node: Node, kind: type[Any]) -> Iterator[Mistake]:
    """Yield what the validator cannot see: nothing where something must be, absurd numbers."""
    for path, found in texts(node):
        if not found.text and _is_required(kind, path):
            yield _part(kind, path), _missing_key(node, kind, path)
        elif path and path[-1] in LIMITS and _kind_at(kind, path) is int:
            low, high = LIMITS[str(path[-1])]
            if WHOLE_NUMBER.fullmatch(found.text) and not low <= int(found.text) <= high:
                message = f"expected a number from {low} to {high}, found `{found.text}`"
                hint = "choose one that fits a page"
                yield _part(kind, path), Problem("out-of-range", message, found.span, hint)


def _part(kind: type[Any], path: Path) -> Path:
    """Return what to leave out for a mistake at *path*: the smallest part that can be."""
    part = path[: PARTS.get(kind, 0)]
    return () if len(part) < PARTS.get(kind, 0) and _is_required(kind, part) else part


def _kind_at(kind: Any, path: Path) -> Any:
    """Return the type of the part at *path*."""
    for step in path:
        inner = get_args(kind)
        kind = inner[-1 if isinstance(step, str) else 0] if inner else _hints(kind).get(str(step))
    return kind


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind) if is_dataclass(kind) else {}


def _is_required(kind: type[Any], path: Path) -> bool:
    """Tell whether the part at *path* is a key that must be there."""
    owner = _kind_at(kind, path[:-1]) if path else None
    return is_dataclass(owner) and any(
        field.name == path[-1] and field.default is field.default_factory is MISSING
        for field in fields(owner)
    )


def _is_nothing(node: Node) -> bool:
    return isinstance(node, TextNode) and not node.text


def _explains(unknown: dict[Path, str], path: Path) -> bool:
    """Tell whether a misspelt key is why the one at *path* is missing."""
    return any(
        other[:-1] == path[:-1] and hint == did_you_mean(str(path[-1]), [str(path[-1])])
        for other, hint in unknown.items()
    )


def _meant(node: Node, kind: type[Any], path: Path) -> str:
    """Return the hint for an unknown key: the nearest key that is not there yet."""
    around = at(node, path[:-1])
    given = around.entries if isinstance(around, MapNode) else {}
    known = [field.name for field in fields(_kind_at(kind, path[:-1]))]
    listed = ", ".join(f"`{name}`" for name in known)
    return did_you_mean(str(path[-1]), set(known) - set(given)) or f"the keys here are {listed}"


def _unknown_key(node: Node, path: Path, hint: str) -> Problem:
    message = f"there is no key called `{path[-1]}` here"
    return Problem("unknown-key", message, _key_span(node, path), hint)


def _missing_key(node: Node, kind: type[Any], path: Path) -> Problem:
    """Say which key is missing, at it if nothing follows it, else where its owner begins."""
    name = str(path[-1])
    about = descriptions(_kind_at(kind, path[:-1])).get(name, "").rstrip(".")
    message = f"nothing follows `{name}:`" if at(node, path) else f"`{name}` is missing"
    hint = f"add `{name}:` {about}".rstrip()
    return Problem("missing-key", message, _key_span(node, path), hint)


def _unknown_value(found: Node, path: Path, expected: str) -> Problem:
    """Say that a value is none of those to choose from; *expected* is the validator's list."""
    key = next(step for step in reversed(path) if isinstance(step, str))
    choices = re.findall(r"'([^']*)'", expected)
    hint = isinstance(found, TextNode) and did_you_mean(found.text, choices)
    return Problem(
        "unknown-value",
        f"expected a known `{key}`, found {_found(found)}",
        found.span if isinstance(found, TextNode) else first_line(found),
        hint or "choose " + expected.replace("'", "`"),
    )


def _wrong_type(found: Node, complaint: str) -> Problem:
    expected, hint = _EXPECTED[complaint.partition("_")[0]]
    message = f"expected {expected}, found {_found(found)}"
    return Problem("wrong-type", message, first_line(found), hint)


def _found(node: Node) -> str:
    if isinstance(node, TextNode):
        text = " ".join(node.text.split())
        return f"`{text if len(text) <= 40 else text[:39] + '…'}`" if text else "nothing"
    return "a list" if isinstance(node, ListNode) else "keys with values"


def _key_span(node: Node, path: Path) -> Span:
    """Return the place of a key; where it is missing, that of what it is missing in."""
    owner = at(node, path[:-1]) or node
    if isinstance(owner, MapNode) and path[-1] in owner.entries:
        return owner.entries[str(path[-1])].key
    return first_line(owner)


_ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n {6,}.*)*)", re.MULTILINE)


@cache
def descriptions(kind: Any) -> dict[str, str]:
    """Return what the docstring says of each attribute."""
    _, _, attributes = inspect.cleandoc(kind.__doc__ or "").partition("Attributes:\n")
    return {name: " ".join(text.split()) for name, text in _ATTRIBUTE.findall(attributes)}
