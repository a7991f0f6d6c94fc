"""Parsing prompts: a tree whose nodes know their exact place, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from guides.templating.compiled import once

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

# A text with slots, or a condition: the names of Jinja's lexer for where it begins.
Language = Literal["root", "variable"]

_Token = tuple[int, str, str]  # offset, kind, characters

TOO_DEEP, DEEP_HINT = "this is too deeply nested", "say it with fewer brackets"


@lru_cache(maxsize=4096)
def names_in_stem(text: str) -> tuple[str, ...]:
    """Return the names that a text's slots begin with, in alphabetical order."""
    if "{" not in text:
        return ()
    names: tuple[str, ...] = once("names in stem", text, lambda: _names(text, "root"))
    return names


@lru_cache(maxsize=4096)
def names_in_expression(text: str) -> tuple[str, ...]:
    """Return the names that a condition uses, in alphabetical order."""
    names: tuple[str, ...] = once("names in condition", text, lambda: _names(text, "variable"))
    return names


def _names(text: str, language: Language) -> tuple[str, ...]:
    from jinja2 import nodes

    tree = parse(text, language)
    if isinstance(tree, Unparsed):
        return ()
    if isinstance(tree, nodes.Name):
        return (tree.name,)  # what follows finds only what is inside
    return tuple(sorted({name.name for name in tree.find_all(nodes.Name)}))


@dataclass(frozen=True, slots=True)
class Unparsed:
    """Why a text could not be parsed, and where."""

    message: str
    hint: str
    start: int


@lru_cache(maxsize=4096)
def parse(text: str, language: Language) -> nodes.Node | Unparsed:
    """Parse a stem (`root`) or an expression (`variable`), each node's line being its offset.

    Jinja's nodes know only their line. Its parser never looks at what a token says about its
    line, so tokens that say their offset instead give nodes that know their exact place.
    """
    from jinja2 import TemplateSyntaxError
    from jinja2.lexer import TokenStream
    from jinja2.parser import Parser

    environment = _environment()
    tokens: list[_Token] = []
    try:
        tokens.extend(_tokens(environment, text, language))
    except TemplateSyntaxError as error:
        # The last token that could be read is kept: the trouble begins behind it.
        end = tokens[-1][0] + len(tokens[-1][2]) if tokens else 0
        return _unparsed(str(error.message), text, end)
    parser = Parser(environment, "")
    try:
        parser.stream = TokenStream(environment.lexer.wrap(iter(tokens)), None, None)
        tree = parser.parse() if language == "root" else parser.parse_expression()
    except TemplateSyntaxError as error:
        return _unparsed(str(error.message), text, error.lineno)
    except RecursionError:
        return Unparsed(TOO_DEEP, DEEP_HINT, 0)
    if parser.stream.eos:
        return tree
    return _unparsed("", text, parser.stream.current.lineno)


def _tokens(
    environment: Environment, text: str, language: Language
) -> Iterator[tuple[int, str, str]]:
    """Yield Jinja's tokens with their offsets in place of their lines."""
    start = 0
    for _, kind, value in environment.lexer.tokeniter(text, None, None, language):
        # What white space control drops is in no token, so each is looked for.
        start = max(text.find(value, start), start)
        yield start, kind, value
        start += len(value)


@cache
def _environment() -> Environment:
    from jinja2 import Environment

    # It only parses: nothing is ever run in it.
    return Environment(autoescape=False, keep_trailing_newline=True)  # noqa: S701


_CLOSINGS = {
    "{{": ("this slot is never closed", "close it with `}}`"),
    "{%": ("this `{%` has no end", "close it with `%}`, and what it begins with `{% endif %}`"),
    "{#": ("this comment is never closed", "close it with `#}`"),
}


def _unparsed(said: str, text: str, start: int) -> Unparsed:
    """Return Jinja's complaint in an author's words."""
    if unknown := re.search(r"unknown tag '(\w+)'", said):
        message = f"there is no tag called `{unknown[1]}`"
        return Unparsed(message, "the only one in a prompt is `{% if … %}`", start)
    if opening := _left_open(said, text):
        return Unparsed(*_CLOSINGS[opening], text.rindex(opening))
    word = text[slice(*word_at(text, start))]
    hint = "write one name, and filters if you want, such as `quotation | paragraph`"
    if not word or "end of template" in said:
        return Unparsed("something is missing at the end", hint, start)
    return Unparsed(f"`{word}` does not fit here", hint, start)


def _left_open(said: str, text: str) -> str:
    """Return the opening that the text ends without closing, or an empty string."""
    if not re.search(r"end of template|Missing end of", said):
        return ""
    last = max(text.rfind(opening) for opening in _CLOSINGS)
    return text[last : last + 2] if last >= 0 else ""


def word_at(text: str, start: int) -> tuple[int, int]:
    """Return the range of the word that stands at or after *start*, for underlining."""
    word = _WORD.match(text, start)
    return word.span(1) if word else (start, start)


_WORD = re.compile(r"\s*(\w+|[<>=!]=|'[^']*'|\"[^\"]*\"|\{[{%#]|\S|\Z)")
