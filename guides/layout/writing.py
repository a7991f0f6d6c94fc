"""How many ruled lines each question gets.

A sheet has two sides, and people need room to write. The plan says how many lines it would
like; the page gives more where there is room and takes some where there is none. Questions of one
section get the same number, since whoever sees fewer lines takes a question for less.
"""

from __future__ import annotations

from collections.abc import Sequence

from guides.model import Question

# The most that setting the sheet closer makes room for, in ruled lines.
CLOSING_UP = 12
# Before a question has one line alone, the sheet is set closer.
ENOUGH = 2
# A section in which the group discusses keeps two lines: people who have written can speak.
FEWEST = {True: 2, False: 1}
MOST = 6
# More than any plan or prompt gives a question: a teacher wrote it into a draft, and it is kept.
WISHED = 5

Section = Sequence[Question]


def is_close(sections: Sequence[Section], more: int) -> bool:
    """Tell whether *more* takes more lines than there are to take, so the type must give."""
    return more < _taken([(ENOUGH, section) for section in _written(sections)])


def fewest_lines(sections: Sequence[Section]) -> int:
    """Return how many lines can be taken until each question has its fewest, below 0."""
    return _taken([(FEWEST[_is_discussed(section)], section) for section in _written(sections)])


def _taken(kept: Sequence[tuple[int, Section]]) -> int:
    """Return how many lines are taken where questions keep so many, 0 or below."""
    return min(0, sum(least * len(section) - _planned([section]) for least, section in kept))


def ruled_lines(sections: Sequence[Section], more: int = 0) -> dict[int, int]:
    """Return the lines for each question by number: as many as planned, and *more* in all.

    Args:
        sections: Their questions, in the order of their numbers.
        more: Lines to spread over the sheet; below 0, to take away. What cannot be given to all
            of a section, or taken from it, is left.
    """
    lines = {
        question.number: question.lines if question.lines >= WISHED else 0
        for section in sections
        for question in section
    }
    written = _written(sections)
    room = _planned(written) + more + (CLOSING_UP if is_close(sections, more) else 0)
    for section, count in zip(written, _spread(written, room), strict=True):
        lines |= {question.number: count for question in section}
    return lines


def _spread(sections: Sequence[Section], room: int) -> list[int]:
    """Return how many lines the questions of each section get where there is *room* for so many.

    Sections with the fewest lines come first, of these such as are discussed. One is passed over
    where the rest is not enough for all its questions; none gets ahead by more than a line, and
    none ahead of those that are discussed.
    """
    counts = [1] * len(sections)
    discussed = [number for number, section in enumerate(sections) if _is_discussed(section)]
    room -= sum(len(section) for section in sections)

    def may_have(number: int) -> int:
        most = min(MOST, min(counts) + 1)
        ahead = discussed and number not in discussed
        return min([most, *(counts[other] for other in discussed)]) if ahead else most

    while able := [
        number
        for number, section in enumerate(sections)
        if len(section) <= room and counts[number] < may_have(number)
    ]:
        best = min(able, key=lambda n: (counts[n], n not in discussed, n))
        counts[best] += 1
        room -= len(sections[best])
    return counts


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


def _written(sections: Sequence[Section]) -> list[Section]:
    """Return the questions that share the room; those without a line stay without."""
    written = [
        [q for q in section if 0 < q.lines < WISHED and q.prompt.form != "scale"]
        for section in sections
    ]
    return [section for section in written if section]


def _planned(sections: Sequence[Section]) -> int:
    return sum(question.lines for section in sections for question in section)


def _is_discussed(section: Section) -> bool:
    return any(question.starred for question in section)
