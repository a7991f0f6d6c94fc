"""The language of prompts: what may be written, and every mistake at its place.

A stem is a text with slots, such as ``What changes at “{{ contrast.marker }}”?``; an
expression is what `needs` and `avoid_if` hold. Both are parsed by Jinja and then compared
with a list of what is allowed: names, fields, constants, comparisons, `and`, `or`, `not`,
`in`, `if` and the filters of `english`. There is no calling, looping, counting up or
assigning, so nothing that a prompt says can run away or get out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from guides.problems import Problem, did_you_mean
from guides.source import Span
from guides.templating.english import FILTERS
from guides.templating.parsing import DEEP_HINT, TOO_DEEP, Language, Unparsed, parse, word_at
from guides.templating.shapes import ANY, NUMBER, TEXT, TRUTH, Kind, Shape

if TYPE_CHECKING:
    from jinja2 import nodes

# Where a text stands in its file: offsets within the text → the place.
Place = Callable[[int, int], Span]

MAX_CHARACTERS = 4_000
MAX_DEPTH = 30


def check_stem(text: str, known: Mapping[str, Shape], place: Place) -> list[Problem]:
    """Return what is wrong with a text that has slots."""
    if "{" not in text:
        return []
    return _check(text, "root", known, place)


def check_expression(text: str, known: Mapping[str, Shape], place: Place) -> list[Problem]:
    """Return what is wrong with a condition."""
    return _check(text, "variable", known, place)


def _check(
    text: str, language: Language, known: Mapping[str, Shape], place: Place
) -> list[Problem]:
    if len(text) > MAX_CHARACTERS:
        message = f"there are more than {MAX_CHARACTERS:,} characters in this text"
        return [Problem("too-large", message, place(0, 1), "shorten it")]
    tree = parse(text, language)
    if isinstance(tree, Unparsed):
        span = place(*word_at(text, tree.start))
        return [Problem("template-syntax", tree.message, span, tree.hint)]
    check = _Check(text, known, place)
    check.shape(tree)
    return check.problems


# What Jinja can do and prompts cannot, in words.
_REFUSED = {
    "Call": "calling a function",
    "For": "a loop",
    "Assign": "`set`",
    "AssignBlock": "`set`",
    "Getitem": "picking with `[ ]`",
    "Test": "a test with `is`",
    "Concat": "joining with `~`",
    "Dict": "a pair of braces",
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow", "Neg"), "arithmetic"),
}


@dataclass
class _Check:
    """Walks a parsed text, works out what each part holds, and notes what is wrong."""

    text: str
    known: Mapping[str, Shape]
    place: Place
    problems: list[Problem] = field(default_factory=list)
    depth: int = 0

    def shape(self, node: nodes.Node) -> Shape:
        """Return what *node* holds; ``any`` where it cannot be told or was reported."""
        if self.depth > MAX_DEPTH:
            return self.report("not-allowed", TOO_DEEP, node.lineno, DEEP_HINT)
        look: Callable[[Any], Shape] = getattr(self, f"_{type(node).__name__.lower()}", self._other)
        self.depth += 1
        found = look(node)
        self.depth -= 1
        return found

    def report(self, code: str, message: str, start: int, hint: str) -> Shape:
        self.problems.append(Problem(code, message, self.place(*word_at(self.text, start)), hint))
        return ANY

    # Each method below is named after the kind of node that it looks at; any other is refused.

    def _other(self, node: nodes.Node) -> Shape:
        what = _REFUSED.get(type(node).__name__, "this")
        hint = "use slots, comparisons, `and`, `or`, `not`, `in`, `if` and filters"
        return self.report("not-allowed", f"{what} cannot be used in a prompt", node.lineno, hint)

    def _parts(self, node: nodes.Node) -> Shape:
        for part in node.iter_child_nodes():
            self.shape(part)
        return ANY

    _template = _if = _parts

    def _output(self, node: nodes.Output) -> Shape:
        for part in node.nodes:
            held = self.shape(part)
            if held.kind in {"list", "record", "truth"}:
                self.report("not-text", *_unprintable(held, part))
        return ANY

    def _templatedata(self, node: nodes.TemplateData) -> Shape:
        if brace := re.search(r"[{}]+", node.data):
            start = self.text.find(brace[0], node.lineno)
            hint = "write `{{` and `}}`, with a name between them"
            self.report("template-syntax", "a slot has two braces at each end", start, hint)
        return TEXT

    def _const(self, node: nodes.Const) -> Shape:
        kinds = {str: TEXT, bool: TRUTH, int: NUMBER, float: NUMBER}
        return kinds.get(type(node.value), ANY)

    def _list(self, node: nodes.List) -> Shape:
        held = [self.shape(item) for item in node.items]
        return Shape("list", item=held[0] if held else ANY)

    _tuple = _list

    def _name(self, node: nodes.Name) -> Shape:
        if node.name in self.known:
            return self.known[node.name]
        hint = did_you_mean(node.name, self.known) or "see `templates/README.md` for all slots"
        return self.report(
            "unknown-slot", f"no slot is called `{node.name}` here", node.lineno, hint
        )

    def _getattr(self, node: nodes.Getattr) -> Shape:
        owner = self.shape(node.node)
        if owner.kind == "any" or node.attr in owner.fields:
            return owner.fields.get(node.attr, ANY)
        message = f"{_said(node.node)} has no field called `{node.attr}`"
        if owner.kind == "list":
            hint = "a list has none: name one finding instead, or take `| first`"
        else:
            listed = ", ".join(f"`{name}`" for name in owner.fields)
            hint = did_you_mean(node.attr, owner.fields) or f"it has {listed or 'none'}"
        return self.report("unknown-field", message, node.lineno + 1, hint)

    def _filter(self, node: nodes.Filter) -> Shape:
        held = self.shape(node.node) if node.node else ANY
        if node.name not in FILTERS:
            listed = ", ".join(f"`{name}`" for name in FILTERS)
            hint = did_you_mean(node.name, FILTERS) or f"the filters are {listed}"
            message = f"no filter is called `{node.name}`"
            return self.report("unknown-filter", message, node.lineno, hint)
        if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            message, hint = f"`{node.name}` takes nothing in brackets", "take the brackets out"
            return self.report("not-allowed", message, node.lineno, hint)
        takes, gives = FILTER_SHAPES[node.name]
        if held.kind not in {"any", *takes}:
            message = f"`{node.name}` cannot be used on {_A_KIND[held.kind]}"
            return self.report("wrong-filter", message, node.lineno, f"it takes {_listed(takes)}")
        return held.item or ANY if gives == "item" else Shape(gives)

    def _compare(self, node: nodes.Compare) -> Shape:
        held = self.shape(node.expr)
        for operand in node.ops:
            self._choice(held, operand.expr)
        return TRUTH

    def _choice(self, held: Shape, other: nodes.Expr) -> None:
        """Look at what is compared: a text that can never be there is a slip."""
        from jinja2 import nodes

        for part in other.items if isinstance(other, nodes.List | nodes.Tuple) else [other]:
            if isinstance(part, nodes.Name) and part.name in held.choices:
                message = f"`{part.name}` is a word here, not a slot"
                self.report("unknown-slot", message, part.lineno, f"write `'{part.name}'`")
            elif isinstance(part, nodes.Const) and held.choices and part.value not in held.choices:
                listed = ", ".join(f"`{choice}`" for choice in held.choices)
                hint = did_you_mean(str(part.value), map(str, held.choices)) or f"choose {listed}"
                message = f"this is never `{part.value}`"
                self.report("unknown-value", message, part.lineno, hint)
            else:
                self.shape(part)

    def _not(self, node: nodes.Not) -> Shape:
        self.shape(node.node)
        return TRUTH

    def _or(self, node: nodes.BinExpr) -> Shape:
        return _either(self.shape(node.left), self.shape(node.right))

    _and = _or

    def _condexpr(self, node: nodes.CondExpr) -> Shape:
        self.shape(node.test)
        other = self.shape(node.expr2) if node.expr2 else TEXT
        return _either(self.shape(node.expr1), other)


def _either(one: Shape, other: Shape) -> Shape:
    return one if one.kind == other.kind else ANY


_A_KIND = {
    "text": "a text",
    "number": "a number",
    "truth": "true or false",
    "list": "a list",
    "record": "a finding",
}

# What each filter takes, and what it gives.
FILTER_SHAPES: dict[str, tuple[tuple[Kind, ...], Kind | Literal["item"]]] = {
    "paragraph": (("number", "record"), "text"),
    "paragraphs": (("number", "record", "list"), "text"),
    "capitalised": (("text",), "text"),
    "lower_first": (("text",), "text"),
    "possessive": (("text",), "text"),
    "quoted": (("text",), "text"),
    "sentence": (("text",), "text"),
    "untied": (("text",), "text"),
    "join_and": (("list",), "text"),
    "join_or": (("list",), "text"),
    "quoted_and": (("list",), "text"),
    "quoted_or": (("list",), "text"),
    "voices_or": (("list",), "text"),
    "spelled": (("number",), "text"),
    "length": (("list", "text"), "number"),
    "first": (("list",), "item"),
    "last": (("list",), "item"),
}


def _listed(kinds: tuple[Kind, ...]) -> str:
    return " or ".join(_A_KIND[kind] for kind in kinds)


def _said(node: nodes.Expr) -> str:
    """Return an expression as its author wrote it, where it is only names."""
    from jinja2 import nodes

    parts = []
    while isinstance(node, nodes.Getattr):
        parts.append(node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        return "this"
    return "`" + ".".join([node.name, *reversed(parts)]) + "`"


def _unprintable(held: Shape, part: nodes.Expr) -> tuple[str, int, str]:
    """Say that a slot holds something that is no text."""
    from jinja2 import nodes

    start = part
    while isinstance(start, nodes.Getattr | nodes.Filter) and start.node:
        start = start.node
    hints = {
        "list": "join it with `| join_and`, or point at it with `| paragraphs`",
        "record": f"name a field of it: {', '.join(f'`{name}`' for name in held.fields)}",
        "truth": "use it after `if`",
    }
    return f"{_said(part)} is {_A_KIND[held.kind]}, not a text", start.lineno, hints[held.kind]
