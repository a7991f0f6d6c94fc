"""How many ruled lines each question gets.

A sheet has two sides, and people need room to write. The plan says how many lines it would
like; the page gives more where there is room and takes some where there is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guides.model import Question

# The most that setting the sheet closer makes room for, in ruled lines.
CLOSING_UP = 12
# Before a question has one line alone, the sheet is set closer.
ENOUGH = 2
# A question that the group discusses keeps two lines: people who have written can speak.
FEWEST = {True: 2, False: 1}
MOST = 6


def is_close(questions: Sequence[Question], more: int) -> bool:
    """Tell whether *more* takes more lines than there are to take, so the type must give."""
    return more < _taken(questions, {True: ENOUGH, False: ENOUGH})


def fewest_lines(questions: Sequence[Question]) -> int:
    """Return how many lines can be taken until each question has its fewest, below 0."""
    return _taken(questions, FEWEST)


def _taken(questions: Sequence[Question], least: Mapping[bool, int]) -> int:
    """Return how many lines are taken where each question keeps *least*, below 0."""
    written = [question for question in questions if _is_written(question)]
    return sum(min(q.lines, least[q.starred]) - q.lines for q in written)


def ruled_lines(questions: Sequence[Question], more: int = 0) -> dict[int, int]:
    """Return the lines for each question by number: as planned, and *more* in all.

    Args:
        questions: In the order of their numbers.
        more: Lines to spread over the sheet; below 0, to take away. What cannot be given or
            taken is left.
    """
    close = is_close(questions, more)
    more += CLOSING_UP if close else 0
    written = [question for question in questions if _is_written(question)]
    lines = {q.number: q.lines if _is_written(q) else 0 for q in questions}
    for _ in range(abs(more)):
        if not (_give(written, lines) if more > 0 else _take(written, lines, close)):
            break
    return lines


def shared(
    planned: Sequence[int], more: int, least: Sequence[int], most: Sequence[int]
) -> list[int]:
    """Return how many lines each part of a sheet gets: as planned, and *more* in all.

    Args:
        planned: The lines of each part.
        more: Lines to share out; below 0, to take away. What cannot be given or taken is left.
        least: The fewest that each may have.
        most: The most that each may have.
    """
    lines = list(planned)
    bounds, step = (most, 1) if more > 0 else (least, -1)
    for _ in range(abs(more)):
        part = max(range(len(lines)), key=lambda number: abs(bounds[number] - lines[number]))
        if lines[part] == bounds[part]:
            break
        lines[part] += step
    return lines


def _is_written(question: Question) -> bool:
    return question.prompt.form != "scale"


def _give(questions: Sequence[Question], lines: dict[int, int]) -> bool:
    """Add a line to the question with the fewest, a discussed one first."""
    able = [question for question in questions if lines[question.number] < MOST]
    if able:
        chosen = min(able, key=lambda q: (lines[q.number], not q.starred, q.number))
        lines[chosen.number] += 1
    return bool(able)


def _take(questions: Sequence[Question], lines: dict[int, int], to_the_last: bool) -> bool:
    """Take a line from the question with the most, one that is not discussed first."""
    least = {True: 1, False: 1} if to_the_last else FEWEST
    able = [q for q in questions if lines[q.number] > least[q.starred]]
    if able:
        chosen = max(able, key=lambda q: (lines[q.number], not q.starred, q.number))
        lines[chosen.number] -= 1
    return bool(able)
