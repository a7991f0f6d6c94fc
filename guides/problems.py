"""What can go wrong, as values, and how it is shown.

Anything an author can get wrong becomes a `Problem` on the value it concerns,
so that one run reports all of them. Exceptions are for bugs, plus one:
`Failed`, raised at the edge when there is nothing left to go on with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from guides.source import Span

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right.

    Attributes:
        code: A stable name, kebab-case; `guides explain CODE` tells more.
        message: Lower case, no full stop, in the author's words.
        span: The place; None where there is no text to point into.
        hint: An imperative or one best guess; empty where there is none.
        severity: An error keeps the value it concerns from being used.
        name: The file, where there is no span (a missing or binary file).
    """

    code: str
    message: str
    span: Span | None = None
    hint: str = ""
    severity: Severity = "error"
    name: str = ""


class Failed(Exception):
    """Nothing can be made; carries every problem found, at least one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep *problems* in the order given."""
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.message for problem in self.problems))


def placed(problems: Iterable[Problem], name: str) -> tuple[Problem, ...]:
    """Return problems, those without a place of their own at the file *name*."""
    return tuple(
        problem if problem.span or problem.name else replace(problem, name=name)
        for problem in problems
    )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``"did you mean `x`?"`` for the nearest of *known*, or an empty string."""
    import difflib  # where nothing is wrong, nothing needs it

    match = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"did you mean `{match[0]}`?" if match else ""


def show(problem: Problem) -> str:
    """Return *problem* as an author reads it: place, message, the line, a hint."""
    place = problem.span.place if problem.span else problem.name
    head = f"{place}: " if place else ""
    lines = [f"{head}{problem.severity}: {problem.message} [{problem.code}]"]
    if problem.span:
        lines += _snippet(problem.span)
    if problem.hint:
        lines.append(f"   = hint: {problem.hint}")
    return "\n".join(lines)


def _snippet(span: Span) -> list[str]:
    """Return the line that *span* starts on and a row of carets under the range."""
    line, column = span.source.position(span.start)
    shown = span.source.line_at(span.start).replace("\t", " ")
    # A reading's paragraph can be one very long line: show the part around the place.
    left = max(0, column - 60)
    window = shown[left : left + 100]
    width = max(1, min(span.end - span.start, len(window) - (column - 1 - left)))
    gutter = " " * len(str(line))
    carets = " " * (column - 1 - left) + "^" * width
    return [f" {line} | {window}", f" {gutter} | {carets}"]
