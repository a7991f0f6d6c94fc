"""What the printer complains about → problems, in the words of whoever made the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from guides.problems import Problem
from guides.source import Source, Span

_GLYPH = re.compile(r"\.notdef glyph .*\(U\+([0-9A-F]+)\)$", re.DOTALL)
_PLACE = re.compile(r" at (\d+):(\d+)")
# A rule inside another is told of with the other's selector before it.
_SELECTOR = re.compile(r"selector, '(?::is\([^)]*\)\s)?\s*(\S.*?)\s*'", re.DOTALL)


def problems(heard: Iterable[str], styles: Iterable[tuple[Source, list[str]]]) -> list[Problem]:
    """Return one problem for each thing that is wrong.

    Args:
        heard: Everything WeasyPrint said about the page, in order.
        styles: Each style sheet of the page with what it says about that sheet alone, which
            is how a complaint finds its file.
    """
    lines = list(dict.fromkeys(heard))
    found = _glyph_problems(lines)
    for source, about in styles:
        found += [_style_problem(source, line) for line in dict.fromkeys(about)]
        lines = [line for line in lines if line not in about]
    rest = [line for line in lines if not _GLYPH.search(line)]
    return found + [Problem("page-complaint", _in_our_words(line)) for line in rest]


def _glyph_problems(lines: Iterable[str]) -> list[Problem]:
    """Return a problem for each script that our fonts cannot print."""
    scripts: dict[str, list[str]] = {}
    for line in lines:
        if match := _GLYPH.search(line):
            char = chr(int(match[1], 16))
            scripts.setdefault(_script(char), []).append(char)
    return [_glyph_problem(script, sorted(chars)) for script, chars in scripts.items()]


def _script(char: str) -> str:
    """Return the script of a letter, "Arabic", or an empty string for a sign."""
    name = unicodedata.name(char, "")
    if not name or unicodedata.category(char)[0] not in "LM":
        return ""
    script = name.split()[0]
    return script if script == "CJK" else script.capitalize()


def _glyph_problem(script: str, chars: list[str]) -> Problem:
    shown = ", ".join(f"`{char}` (U+{ord(char):04X})" for char in chars[:3])
    more = f" and {len(chars) - 3} more" if len(chars) > 3 else ""
    what = f"the {script} letters" if script else "the signs"
    return Problem(
        "missing-glyph",
        f"our fonts do not have {what} {shown}{more}",
        hint="put a font that has them, such as one of the Noto family, in `templates/fonts/`",
    )


def _style_problem(source: Source, line: str) -> Problem:
    """Return a problem at the place that *line* names in *source*."""
    span = None
    if (start := _start(source.text, line)) is not None:
        end = re.compile(r"[\n;{}]|$").search(source.text, start)
        span = Span(source, start, end.start() if end else start)
    return Problem("style-mistake", _in_our_words(_PLACE.sub("", line)), span, name=source.name)


def _start(text: str, line: str) -> int | None:
    """Return where in *text* what a complaint is about starts, if it tells.

    It gives a 1-based line and column, or else the selector.
    """
    if place := _PLACE.search(line):
        before = text.split("\n")[: int(place[1]) - 1]
        return min(sum(len(part) + 1 for part in before) + int(place[2]) - 1, len(text))
    if selector := _SELECTOR.search(line):
        written = r"\s+".join(map(re.escape, selector[1].split()))
        found = re.search(written, text)
        return found.start() if found else None
    return None


def _in_our_words(line: str) -> str:
    """Return a complaint as our problems are written: lower case, no full stop."""
    text = " ".join(line.split()).rstrip(".").replace(" `,", "`,")
    return text[:1].lower() + text[1:]
