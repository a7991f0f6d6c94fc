"""What the YAML parser complains of, in a teacher's words.

The commonest mistakes are a `: ` inside an unquoted text, a text that begins with a slot,
a quotation mark that ends a text early, and indentation. The parser notices them late and
names them in its own terms, so the line is looked at again before its words are used.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guides.problems import Problem
from guides.source import Span

if TYPE_CHECKING:
    import yaml

Words = tuple[str, Span, str]  # message, place, hint

# What stands before a value in its line, then a character that no unquoted text begins with.
_YAML_CHARACTER = re.compile(r"[ ]*(?:- +)*(?:[\w-]+: +)?(\{\{|[%@`*&!])(?=.)")
_LONE_KEY = re.compile(r"[ ]*(?:- +)*([\w-]+) *")
_CLOSED = re.compile(r"([\"'\]}])[ ]*\Z")
_WORD = re.compile(r"\w+|.?")

_QUOTE_ALL = "put quotation marks around the whole text"
_MISFIT = "this does not fit what stands above it"
_COLUMN = "begin a key in the same column as the keys above it"

# The parser's words → our message and hint. It has two versions, in C and in Python, with
# words that differ a little, so each pattern is what they share.
_WORDS = {
    r"mapping values": ("there is more than one `: ` in this line", _QUOTE_ALL),
    r"sequence entries": (
        "a list cannot begin in the same line as its key",
        "begin the first `- ` in a line of its own, below the key",
    ),
    r"could not find expected ':'": (
        "this line is neither `key: value` nor an item that begins with `- `",
        "indent it further, if it goes on with the text above it",
    ),
    r"mapping keys": ("a text that begins with `? ` needs quotation marks", _QUOTE_ALL),
    r"comment or (a )?line break": (
        "the text must begin in the line below `|` or `>`",
        "move the text down and indent it",
    ),
    r"unknown escape character": (
        "a backslash has a meaning of its own between double quotation marks",
        "write two backslashes, or use single quotation marks",
    ),
    r"expected ',' or": (
        "this bracket is never closed",
        "close it, or put quotation marks around a text that begins with a bracket",
    ),
    r"expected '-' indicator": (_MISFIT, "begin it below the text of the item, or with `- `"),
    r"expected (key|<block end>)": (_MISFIT, _COLUMN),
    r"node content": ("a value cannot begin with this character", _QUOTE_ALL),
}
# Noticed where something else was expected, but to be put right where it began.
_BEGAN_EARLIER = ("could not find expected ':'", "expected ',' or")


def syntax_problem(whole: Span, error: yaml.MarkedYAMLError) -> Problem:
    """Return what is wrong in *whole*, at the place to put right."""
    said = f"{error.problem or error.context}"
    place = offset_of(whole, error.problem_mark or error.context_mark)
    began = offset_of(whole, error.context_mark or error.problem_mark)
    words = (
        _about_indentation(whole, said, place)
        or _about_first_character(whole, place)
        or _about_first_character(whole, began)
        or _about_closing(whole, said, place, began)
        or _about_the_rest(whole, said, place, began)
    )
    return Problem("yaml-syntax", *words)


def offset_of(whole: Span, mark: yaml.Mark | yaml._yaml.Mark | None) -> int:
    """Return the offset in the source of a place that the parser names."""
    return min(whole.start + (mark.index if mark else 0), whole.end)


def needs_quotes(place: Span, beginning: str) -> Words:
    """Say that a text which begins with *beginning* needs quotation marks."""
    named = "a back-tick" if beginning == "`" else f"`{beginning}`"
    return f"a text that begins with {named} needs quotation marks", place, _QUOTE_ALL


def _about_indentation(whole: Span, said: str, place: int) -> Words | None:
    """Say so where a tab indents, or a key stands in a column of its own."""
    if whole.source.text[place : place + 1] == "\t":
        tab = Span(whole.source, place, place + 1)
        return "a tab stands where YAML wants spaces", tab, "indent with spaces"
    key = _LONE_KEY.fullmatch(whole.source.text, _line_start(whole, place), place)
    if not key or "mapping values" not in said:
        return None
    # To YAML, the line is more of the text above it, in which a colon may not stand.
    return _MISFIT, Span(whole.source, *key.span(1)), f"{_COLUMN}, with a space after each `:`"


def _about_first_character(whole: Span, place: int) -> Words | None:
    """Say so where the value in the line of *place* begins with a character of YAML's own."""
    found = _YAML_CHARACTER.match(whole.source.text, _line_start(whole, place), whole.end)
    if not found or found.start(1) > place:
        return None
    return needs_quotes(Span(whole.source, *found.span(1)), found[1])


def _about_closing(whole: Span, said: str, place: int, began: int) -> Words | None:
    """Say so where a quoted text never ends, or ends before its line does."""
    if "unexpected end of stream" in said:
        mark = Span(whole.source, began, began + 1)
        return "this quotation mark is never closed", mark, "close it at the end of the text"
    closed = _CLOSED.search(whole.source.text[_line_start(whole, place) : place])
    if not closed or "expected" not in said or place == whole.end:
        return None
    if closed[1] in "]}":
        hint = "put quotation marks around a text that begins with a bracket"
        return "this stands after a closing bracket", _word_at(whole, place), hint
    hint = "close every quotation mark; inside a text, use “ ” or the other kind"
    return "this stands after a closing quotation mark", _word_at(whole, place), hint


def _about_the_rest(whole: Span, said: str, place: int, began: int) -> Words:
    for pattern, (message, hint) in _WORDS.items():
        if re.search(pattern, said):
            at = began if pattern in _BEGAN_EARLIER else place
            return message, _word_at(whole, at), hint
    return said, _word_at(whole, place), "look for a stray character here"


def _line_start(whole: Span, place: int) -> int:
    return max(whole.source.text.rfind("\n", 0, place) + 1, whole.start)


def _word_at(whole: Span, start: int) -> Span:
    """Return the word that begins at *start*, so that there is something to underline."""
    word = _WORD.match(whole.source.text, start, whole.end)
    return Span(whole.source, start, word.end() if word else start)
