"""How many questions a sheet of so many pages has room for.

A sheet first gives up lines to write on. Where that is not enough, questions go, one by one: what
is not discussed before what is, from the part that has most, the least of them first. So a short
sheet asks nothing that the long one does not, and every part of a session keeps a question as long
as that can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from guides.model import Guide, GuideSection, GuideStep, Question


def shortened(guide: Guide, count: int) -> Guide:
    """Return *guide* with *count* of its questions, numbered anew; one is always left."""
    left = {question.number for question in guide.questions}
    while len(left) > max(count, 1):
        left.discard(_least(guide.sections, left).number)
    numbers = {number: place for place, number in enumerate(sorted(left), 1)}
    return replace(
        guide, sections=tuple(_kept(guide.sections, numbers)), steps=_steps(guide.steps, numbers)
    )


def most(total: int, fits: Callable[[int], bool]) -> int:
    """Return how many of *total* questions fit, at least one.

    Args:
        total: How many there are.
        fits: Tells whether so many fit; where some do, fewer do, too.
    """
    if fits(total):
        return total
    low, high = 1, total
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return low


def _least(sections: Sequence[GuideSection], left: set[int]) -> Question:
    """Return the question to give up next."""
    ranked = []
    for section in sections:
        here = [question for question in section.questions if question.number in left]
        alone = len(here) == 1
        closes = alone and section.stage == "reflect"
        for question in here:
            worth = (closes, alone, question.starred, -len(here), question.score, -question.number)
            ranked.append((worth, question))
    return min(ranked, key=lambda entry: entry[0])[1]


def _kept(sections: Sequence[GuideSection], numbers: Mapping[int, int]) -> Iterator[GuideSection]:
    """Yield the sections in which some question keeps a number, with those that do."""
    for section in sections:
        asked = tuple(
            replace(question, number=numbers[question.number])
            for question in section.questions
            if question.number in numbers
        )
        if asked:  # without a question, there is no heading to print
            yield replace(section, questions=asked)


def _steps(steps: Sequence[GuideStep], numbers: Mapping[int, int]) -> tuple[GuideStep, ...]:
    """Return the run of show with the new numbers."""
    return tuple(
        replace(step, questions=tuple(numbers[n] for n in step.questions if n in numbers))
        for step in steps
    )
