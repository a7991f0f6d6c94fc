"""The editor's words at the top of a seed: YAML between two lines of ``---``.

A seed may also begin with a ``---`` that is only a line across the page; it opens front matter
where the next line looks like a key, a comment or the end.
"""

from __future__ import annotations

import re

from guides.model import FrontMatter
from guides.problems import Problem
from guides.schema import front_matter
from guides.source import Source, Span

_OPEN = re.compile(r"\n*---[ \t]*\n(?=[ \t]*\n|#|---[ \t]*(?:\n|\Z)|['\"]?\w[\w -]*['\"]?[ \t]*:)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_BLANK = re.compile(r"^[ \t]*(?:\n|\Z)", re.MULTILINE)


def separate(name: str, text: str) -> tuple[FrontMatter, Source, tuple[Problem, ...]]:
    """Part a seed's text into what the editor says and the reading below it.

    A text with no front matter is all reading. Where the second ``---`` is missing, that is a
    problem, and the reading is taken to begin after the first empty line.
    """
    opening = _OPEN.match(text)
    if not opening:
        return FrontMatter(), Source(name, text), ()
    closing = _CLOSE.search(text, opening.end())
    end = closing or _BLANK.search(text, opening.end())
    inside = text[opening.end() : end.start() if end else len(text)]
    first_line = 1 + text.count("\n", 0, opening.end())
    front, problems = front_matter(Source(name, inside, ((0, first_line),)))
    if not closing:
        problems = (_not_closed(name, text, opening), *problems)
    start = end.end() if end else len(text)
    body = Source(name, text[start:], ((0, 1 + text.count("\n", 0, start)),))
    return front, body, tuple(problems)


def _not_closed(name: str, text: str, opening: re.Match[str]) -> Problem:
    start = opening[0].index("---")
    return Problem(
        "front-matter-open",
        "the front matter has no end",
        Span(Source(name, text), start, start + 3),
        hint="write a second line of `---` below it",
    )
