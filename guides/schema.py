"""YAML files ⇄ model: values with places, and the JSON Schema that editors use.

The dataclasses of `model` are the formats: their fields are the keys, their types say what
a text may become, their docstrings are the descriptions. What does not fit becomes a
problem at its place, in the author's words; the smallest part around it that can be left
out is left out (a prompt of a file, a line of front matter), and the rest goes on.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from guides import formats, model
from guides.formats import LIMITS, ListFile, PromptFile, WordFile
from guides.misfits import WHOLE_NUMBER, descriptions, excesses, mistakes
from guides.model import CareTexts, Draft, FrontMatter, Plan, ProjectFile
from guides.problems import Problem
from guides.source import Source, Span
from guides.yaml_nodes import ListNode, MapNode, Node, Path, TextNode, at, first_line, without
from guides.yaml_source import compose

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

# The kinds of `guides schema KIND`, and the type that describes a whole file of each.
KINDS: dict[str, Any] = {
    "prompts": PromptFile,
    "plan": Plan,
    "words": WordFile,
    "lists": ListFile,
    "care": CareTexts,
    "front-matter": FrontMatter,
    "guide": Draft,
    "project": ProjectFile,
}

# ---------------------------------------------------------------- values with places


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A value that knows where every part of it was written.

    Attributes:
        value: What the author described.
        node: Where, part by part.
    """

    value: T
    node: Node

    def span(self, *path: str | int) -> Span:
        """Return the place of a part, such as ``span("needs", 0)``; of the whole without it.

        A part that was not written stands where the part around it does.
        """
        node = at(self.node, path)
        if node is None:
            return self.span(*path[:-1])
        return node.span if isinstance(node, TextNode) else first_line(node)

    def within(self, path: Path, start: int, end: int) -> Span:
        """Return the place of some characters of a text, such as ``("ask",), 4, 9``."""
        node = at(self.node, path)
        return node.within(start, end) if isinstance(node, TextNode) else self.span(*path)

    def items(self, key: str) -> Iterator[Located[Any]]:
        """Yield the items of a list, each with its places."""
        node = at(self.node, (key,))
        nodes = node.items if isinstance(node, ListNode) else ()
        for value, item in zip(getattr(self.value, key), nodes, strict=False):
            yield Located(value, item)


def record(
    source: Source, kind: type[T], start: int = 0, end: int | None = None
) -> tuple[Located[T] | None, list[Problem]]:
    """Read ``source.text[start:end]`` as one value of a dataclass.

    Returns:
        The value, None where nothing of it could be used, and the problems in file order.
    """
    node, problems = compose(source, start, end)
    if node is None:
        if not problems:
            problems = [_nothing(Span(source, start, start), kind)]
        return None, problems
    located, more = _fit(node, kind)
    return located, sorted([*problems, *more], key=_offset)


def front_matter(
    source: Source, start: int = 0, end: int | None = None
) -> tuple[FrontMatter, list[Problem]]:
    """Read the editor's front matter in ``source.text[start:end]``; nothing there is fine."""
    node, problems = compose(source, start, end)
    if node is None:
        return FrontMatter(), problems
    if front := _of_plain_texts(node):
        return front, problems
    located, more = _fit(node, FrontMatter)
    return located.value if located else FrontMatter(), sorted([*problems, *more], key=_offset)


def _of_plain_texts(node: Node) -> FrontMatter | None:
    """Return front matter of nothing but texts without asking the validator.

    To load it takes longer than to find everything in a text.
    """
    entries = node.entries if isinstance(node, MapNode) else {}
    known = {field.name for field in fields(FrontMatter) if field.type in (str, "str")}
    texts: dict[str, Any] = {
        key: entry.value.text
        for key, entry in entries.items()
        if key in known and isinstance(entry.value, TextNode)
    }
    return FrontMatter(**texts) if texts and len(texts) == len(entries) else None


def _offset(problem: Problem) -> int:
    return problem.span.start if problem.span else 0


def _nothing(place: Span, kind: type[Any]) -> Problem:
    first = fields(kind)[0].name
    return Problem("missing-key", "there is nothing in this file", place, f"begin with `{first}:`")


# ---------------------------------------------------------------- fitting the model


@cache
def _adapter(kind: Any) -> TypeAdapter[tuple[Any]]:
    from pydantic import ConfigDict, TypeAdapter

    # A dataclass takes these settings from what holds it, and a tuple of one can have some.
    settings = ConfigDict(extra="forbid", coerce_numbers_to_str=True, allow_inf_nan=False)
    held: Any = tuple[kind]
    return TypeAdapter(held, config=settings)


def _data(node: Node) -> Any:
    """Return *node* for the validator: text, and numbers where the way back is exact."""
    if isinstance(node, TextNode):
        return int(node.text) if WHOLE_NUMBER.fullmatch(node.text) else node.text
    if isinstance(node, ListNode):
        return [_data(item) for item in node.items]
    if isinstance(node, MapNode):
        return {key: _data(entry.value) for key, entry in node.entries.items()}
    return None


def _fit(node: Node, kind: Any) -> tuple[Located[Any] | None, list[Problem]]:
    """Return *node* as a value of *kind*, without the parts that have a mistake in them."""
    from pydantic import ValidationError

    found = list(excesses(node, kind))
    try:
        (value,) = _adapter(kind).validate_python((_data(node),))
    except ValidationError as error:
        found += mistakes(node, kind, error.errors(include_url=False))
    if not found:
        return Located(value, node), []
    problems = [problem for _, problem in found if problem]
    rest = without(node, {part for part, _ in found})
    if rest is None:
        return None, problems
    located, more = _fit(rest, kind)
    return located, [*problems, *more]


# ---------------------------------------------------------------- JSON Schema


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a whole file, one of `KINDS`, with our descriptions."""
    described = _adapter(KINDS[kind]).json_schema()
    definitions = described["$defs"]
    for name, definition in definitions.items():
        _describe(definition, _class_named(name))
    whole = definitions.pop(KINDS[kind].__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **whole,
        "$defs": definitions,
    }


def _class_named(name: str) -> Any:
    return getattr(formats, name, None) or getattr(model, name)


def _describe(definition: dict[str, Any], kind: Any) -> None:
    """Put the words of the docstring in, and the limits, in place of the made-up titles."""
    definition["description"] = inspect.cleandoc(kind.__doc__ or "").split("\n\n")[0]
    about = descriptions(kind)
    for name, field in definition["properties"].items():
        field.pop("title", None)
        if name in about:
            field["description"] = about[name]
        if name in LIMITS and field.get("type") == "integer":
            field["minimum"], field["maximum"] = LIMITS[name]
