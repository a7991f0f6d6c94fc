"""Filling prompts: text with slots in, text out; conditions to true or false.

Both functions always answer. A text that cannot be filled, because a slot holds nothing,
is empty, and a question without words is never asked; a condition that cannot be decided
does not hold. Mistakes that an author could mend are `language`'s to find.

The sandbox hands out the entries of dictionaries and nothing else, so no attribute of a
Python value is ever in reach, whatever a prompt says and whatever it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from guides.templating.compiled import once
from guides.templating.english import FILTERS, Unfillable, printed
from guides.templating.parsing import names_in_expression, names_in_stem

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import Environment, Template, Undefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_CHARACTERS = 10_000

_PLAIN = (dict, list, str, int, float, bool, type(None))


def fill(text: str, names: Mapping[str, Any]) -> str:
    """Return *text* with its slots filled from plain data, or an empty text where one cannot be."""
    if "{" not in text:
        return text.strip()
    try:
        filled = _template(text).render(_used(names_in_stem(text), names))
    except _mistakes():
        return ""
    return filled.strip() if len(filled) <= MAX_CHARACTERS else ""


def holds(expression: str, names: Mapping[str, Any]) -> bool:
    """Tell whether a condition is true of plain data; what is not there is not true."""
    try:
        return bool(_condition(expression)(_used(names_in_expression(expression), names)))
    except _mistakes():
        return False


@cache
def _mistakes() -> tuple[type[Exception], ...]:
    """Return what a text can end in: a value of another type, brackets without end."""
    from jinja2 import TemplateError

    return (TemplateError, TypeError, ValueError, ArithmeticError, SyntaxError, RecursionError)


def _used(wanted: tuple[str, ...], names: Mapping[str, Any]) -> dict[str, Any]:
    used = {name: names[name] for name in wanted if name in names}
    for name, value in used.items():
        if type(value) not in _PLAIN:
            raise AssertionError(f"`{name}` is not plain data but {type(value).__name__}")
    return used


@lru_cache(maxsize=4096)
def _template(text: str) -> Template:
    """Compile a stem once."""
    environment = _environment()
    code = once("stem", text, lambda: _compiled(text))
    return environment.template_class.from_code(environment, code, {})


def _compiled(text: str) -> CodeType:
    """Compile a stem in which a slot that holds an empty text counts as holding nothing."""
    from jinja2 import nodes

    environment = _environment()
    tree = environment.parse(text)
    for output in tree.find_all(nodes.Output):
        output.nodes = [
            nodes.Filter(part, "something", [], [], None, None)
            if isinstance(part, nodes.Name | nodes.Getattr | nodes.Filter)
            else part
            for part in output.nodes
        ]
    return environment.compile(tree)


@lru_cache(maxsize=4096)
def _condition(expression: str) -> Callable[..., Any]:
    """Compile a condition once."""
    from jinja2.environment import TemplateExpression

    lenient = _lenient()
    code = once("condition", expression, lambda: _compiled_condition(expression))
    template = lenient.template_class.from_code(lenient, code, {})
    return TemplateExpression(template, undefined_to_none=True)


def _compiled_condition(expression: str) -> CodeType:
    """Compile what Jinja's `compile_expression` does, whose code cannot be got at."""
    from jinja2 import TemplateSyntaxError, nodes
    from jinja2.parser import Parser

    parser = Parser(_lenient(), expression, state="variable")
    tree = parser.parse_expression()
    tree.set_environment(_lenient())
    if not parser.stream.eos:
        raise TemplateSyntaxError("a condition ends here", 1)
    result = nodes.Assign(nodes.Name("result", "store"), tree, lineno=1)
    return _lenient().compile(nodes.Template([result], lineno=1))


@cache
def _lenient() -> Environment:
    """Return the environment of conditions: what is not there is not true."""
    from jinja2 import ChainableUndefined

    return _environment().overlay(undefined=ChainableUndefined)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Stems(ImmutableSandboxedEnvironment):
        """A sandbox in which only the entries of dictionaries can be got at."""

        def getattr(self, obj: Any, attribute: str) -> Any | Undefined:
            if isinstance(obj, dict) and attribute in obj:
                return obj[attribute]
            return self.undefined(obj=obj, name=attribute)

        def getitem(self, obj: Any, argument: Any) -> Any | Undefined:
            return self.getattr(obj, argument)

    environment = Stems(undefined=StrictUndefined, finalize=printed)
    environment.filters = {**FILTERS, "something": _something}
    environment.globals = {}
    environment.tests = {}
    return environment


def _something(value: Any) -> str:
    """Return what a slot prints, unless that is nothing."""
    text = printed(value)
    if not text.strip():
        raise Unfillable("expected a text")
    return text
