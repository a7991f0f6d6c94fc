"""The editor's words at the top of a seed: YAML between two lines of ``---``.

A seed may also begin with a ``---`` that is only a line across the page; it opens front matter
where the next line looks like a key, a comment or the end.
"""

from __future__ import annotations

import re
from dataclasses import replace

from guides.model import FrontMatter
from guides.problems import Problem
from guides.schema import Located, front_matter, record
from guides.source import Source, Span

_OPEN = re.compile(r"\n*---[ \t]*\n(?=\s*(?:#|---[ \t]*(?:\n|\Z)|['\"]?\w[\w-]*['\"]?[ \t]*:))")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][\w-]+)?")
_TAGS = {"english": "en", "spanish": "es", "french": "fr", "german": "de", "italian": "it"}
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
    whole = Source(name, text)
    front, problems = front_matter(whole, opening.end(), end.start() if end else len(text))
    if not closing:
        start = opening[0].index("---")
        problems.insert(0, _not_closed(Span(whole, start, start + 3)))
    front, more = _with_tag(front, name, text)
    problems += more
    if front.url and not front.url.lower().startswith(("http://", "https://")):
        hint = "begin it with `https://`, or leave it out"
        message = f"expected an address such as `https://example.org`, found `{front.url[:60]}`"
        problems.append(Problem("unknown-value", message, _place(name, text, "url"), hint))
        front = replace(front, url="")  # it would be a link on paper, and a code to scan
    below = end.end() if end else len(text)
    body = Source(name, text[below:], ((0, 1 + text.count("\n", 0, below)),))
    return front, body, tuple(problems)


def located(name: str, text: str) -> Located[FrontMatter] | None:
    """Return the front matter of a seed that has one, with the place of every part of it."""
    opening = _OPEN.match(text)
    start = opening.end() if opening else 0
    end = _CLOSE.search(text, start) or _BLANK.search(text, start)
    found, _ = record(Source(name, text), FrontMatter, start, end.start() if end else len(text))
    return found


def _with_tag(front: FrontMatter, name: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """Return front matter whose language is a primary tag: `en` for `en-US`."""
    tag = _TAG.fullmatch(front.language)
    if tag or not front.language:
        return replace(front, language=tag[1].lower() if tag else ""), []
    right = _TAGS.get(front.language.lower())
    hint = f"write `{right}`" if right else "write two or three letters, or leave it out"
    message = f"expected a tag such as `en`, found `{front.language}`"
    place = _place(name, text, "language")
    return replace(front, language=""), [Problem("unknown-value", message, place, hint)]


def _place(name: str, text: str, key: str) -> Span | None:
    found = located(name, text)
    return found.span(key) if found else None


def _not_closed(span: Span) -> Problem:
    hint = "write a second line of `---` below it"
    return Problem("front-matter-open", "the front matter has no end", span, hint=hint)
