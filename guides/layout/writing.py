"""How many ruled lines each question gets.

A sheet has two sides, and people need room to write. The plan says how many lines it would
like; the page gives more where there is room and takes some where there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from guides.model import Question

# A question that the group discusses keeps two lines: people who have written can speak.
FEWEST = {True: 2, False: 1}
MOST = 6


def ruled_lines(questions: Sequence[Question], more: int = 0) -> dict[int, int]:
    """Return the lines for each question by number: as planned, and *more* in all.

    Args:
        questions: In the order of their numbers.
        more: Lines to spread over the sheet; below 0, to take away. What cannot be given or
            taken is left.
    """
    written = [question for question in questions if question.prompt.form != "scale"]
    lines = {question.number: question.lines for question in questions}
    lines |= {question.number: 0 for question in questions if question.prompt.form == "scale"}
    for _ in range(abs(more)):
        changed = _give(written, lines) if more > 0 else _take(written, lines)
        if not changed:
            break
    return lines


def _give(questions: Sequence[Question], lines: dict[int, int]) -> bool:
    """Add a line to the question with the fewest, a discussed one first."""
    able = [question for question in questions if lines[question.number] < MOST]
    if able:
        chosen = min(able, key=lambda q: (lines[q.number], not q.starred, q.number))
        lines[chosen.number] += 1
    return bool(able)


def _take(questions: Sequence[Question], lines: dict[int, int]) -> bool:
    """Take a line from the question with the most, one that is not discussed first."""
    able = [q for q in questions if lines[q.number] > FEWEST[q.starred]]
    if able:
        chosen = max(able, key=lambda q: (lines[q.number], not q.starred, q.number))
        lines[chosen.number] -= 1
    return bool(able)
