"""Choosing: of all the questions that could be asked, the set that the plan asks for.

Greedy first, then one swap at a time while the set gets better. What "better" means is not
known here: the caller passes a function that says what a set is worth. Ties are broken by
prompt and by the order of the text, never by chance, so the same candidates always give the
same set.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from guides.model import Question, Section
from guides.source import Span

Worth = Callable[[Sequence[Question], float], float]
# Of some questions: what tells the most that they and one more can be worth.
Limit = Callable[[Sequence[Question]], Callable[[Question], float]]

# A pass over all places rarely changes anything after the second; this only stops a circle.
_PASSES = 6
_MOST_PER_SECTION = 40
# More than the score of any question: what a plan takes first is often its very method.
_FIRST = 20.0
_DEEP = 3
# By weight: prompts below were of use to half of those who read them in guides, or to fewer, and
# the last only stand where a section would be empty.
_WEAK, WEAKEST = -1.0, -6.0
_MUCH = 6.5
_EQUAL = 1e-9  # sums of the same numbers in another order differ by less


@dataclass(frozen=True, slots=True)
class _Place:
    """One question to be found: its section and everything that could stand there.

    A place beyond the least that its section asks for may stay empty.
    """

    section: int
    eligible: tuple[Question, ...]
    optional: bool = False


def _no_limit(_kept: Sequence[Question]) -> Callable[[Question], float]:
    return lambda _: math.inf


def choose(
    candidates: Sequence[Question],
    sections: Sequence[Section],
    worth: Worth,
    limit: Limit = _no_limit,
    weak: float = _WEAK,
) -> tuple[tuple[Question, ...], ...]:
    """Return the questions of each section, unnumbered, in reading order.

    A section gets as many as it asks for, or all that fit it where there are fewer; beyond the
    least it asks for, only good ones. A prompt is used once in a set.

    Args:
        candidates: What could be asked.
        sections: What the plan asks for.
        worth: Tells what a set is worth, or no more than a second argument where it is not
            worth more than that.
        limit: Saves weighing sets that cannot be worth enough. It changes nothing else.
        weak: The weight below which a prompt only fills what a section must have.
    """
    places = [
        _Place(index, eligible, optional=0 < section.least <= number)
        for index, section in enumerate(sections)
        for eligible in [_eligible(candidates, section, weak)]
        for number in range(section.count)
    ]
    chosen = _best(places, worth, limit)
    found = [
        [q for place, q in zip(places, chosen, strict=True) if q and place.section == index]
        for index in range(len(sections))
    ]
    return tuple(
        _in_reading_order(_good(questions, section.least, weak))
        for questions, section in zip(found, sections, strict=True)
    )


def _good(questions: Sequence[Question], least: int, weak: float) -> Sequence[Question]:
    """Leave out the weak ones, but for as many of the best as a section must have.

    The weakest are left out even so, all but one; with no *least*, all stay.
    """
    if not least:
        return questions
    ranked = sorted(questions, key=lambda question: (-question.prompt.weight, *_rank(question)))
    floors = [-math.inf] + [WEAKEST] * (least - 1) + [weak] * len(ranked)
    return [one for one, floor in zip(ranked, floors, strict=False) if one.prompt.weight >= floor]


def counted(sections: Sequence[Section], count: int) -> tuple[Section, ...]:
    """Return the sections with *count* questions in all, shared out as the plan shares them.

    Args:
        sections: With the counts that the plan asks for.
        count: 0 leaves them as they are. A section may be left with none. Whoever says how many
            gets as many, good ones or not.
    """
    if not count:
        return tuple(sections)
    counts = [section.count for section in sections]
    planned = list(counts)
    while counts and sum(counts) < count:
        counts[min(range(len(counts)), key=lambda i: (counts[i] / planned[i], i))] += 1
    while sum(counts) > count:
        counts[max(range(len(counts)), key=lambda i: (counts[i], i))] -= 1
    return tuple(
        replace(section, count=n, starred=min(section.starred, n), least=0)
        for section, n in zip(sections, counts, strict=True)
    )


def star(questions: Sequence[Question], count: int) -> tuple[Question, ...]:
    """Star up to *count* questions most worth discussing, at most one on a piece of evidence.

    A question that any text could have is asked, but hardly ever starred: nobody comes together
    for it, nor for what is answered from one place, or better alone.
    """
    own = [q for q in questions if _may_be_discussed(q) and (q.prompt.depth >= _DEEP or q.tension)]
    # Tension is part of the score; by itself it would star what is seldom a good question.
    ranked = sorted(own, key=lambda q: (q.prompt.depth < _DEEP, -q.score, q.prompt.id))
    starred: list[str] = []
    used: set[Span] = set()
    for question in ranked:
        if len(starred) < count and not used & set(question.evidence):
            starred.append(question.prompt.id)
            used |= set(question.evidence)
    # Where everything hangs on one finding, the evidence may repeat rather than a star lack.
    spare = [question.prompt.id for question in ranked if question.prompt.id not in starred]
    starred += spare[: max(0, count - len(starred))]
    return tuple(replace(q, starred=q.prompt.id in starred) for q in questions)


def with_a_star(sections: Sequence[Sequence[Question]]) -> list[tuple[Question, ...]]:
    """Star the best question that is asked after the reading where none at all has a star."""
    after = [q for section in sections for q in section if q.prompt.stage == "after"]
    general = sorted((q for q in after if q.prompt.discuss != "never"), key=_rank)
    any_starred = any(q.starred for section in sections for q in section)
    best = "" if any_starred or not general else general[0].prompt.id
    return [
        tuple(replace(q, starred=q.starred or q.prompt.id == best) for q in section)
        for section in sections
    ]


def _may_be_discussed(question: Question) -> bool:
    discuss = question.prompt.discuss
    return discuss == "always" or (discuss == "own" and question.specific)


def _eligible(
    candidates: Sequence[Question], section: Section, weak: float
) -> tuple[Question, ...]:
    """Return what may stand in *section*, best first, its first choices lifted."""
    fitting = [
        replace(question, score=question.score + _lift(question, section))
        for question in candidates
        if question.prompt.stage == section.stage
        and (not section.families or question.prompt.family in section.families)
    ]
    # Weak ones that would be left out afterwards must not take the place of a good one.
    good = [question for question in fitting if question.prompt.weight >= weak]
    if len({one.prompt.id for one in good}) < section.count:
        fair = [one for one in fitting if one.prompt.weight >= WEAKEST or not section.least]
        good = fair or fitting
    return tuple(sorted(good, key=_rank)[:_MOST_PER_SECTION])


def _lift(question: Question, section: Section) -> float:
    if question.prompt.id not in section.first:
        return 0.0
    return _FIRST - 0.1 * section.first.index(question.prompt.id)


def _rank(question: Question) -> tuple[float, str]:
    return (-question.score, question.prompt.id)


def _best(places: Sequence[_Place], worth: Worth, limit: Limit) -> list[Question | None]:
    """Fill the places from the first to the last and the other way round; keep the better set.

    What is taken first shuts out what goes badly with it, and no single swap undoes that.
    """
    forward = list(range(len(places)))
    sets = [
        _improved(_greedy(places, order, worth, limit), places, worth, limit)
        for order in (forward, forward[::-1])
    ]
    return max(sets, key=lambda chosen: worth([q for q in chosen if q is not None], -math.inf))


def _greedy(
    places: Sequence[_Place], order: Sequence[int], worth: Worth, limit: Limit
) -> list[Question | None]:
    chosen: list[Question | None] = [None] * len(places)
    for index in order:
        kept = [question for question in chosen if question is not None]
        most, best = limit(kept), -math.inf
        if places[index].optional:  # what makes the set much worse is not asked
            best = worth(kept, -math.inf) - _MUCH
        for candidate in _free(places[index], kept):
            if most(candidate) > best - _EQUAL:
                value = worth([*kept, candidate], best)
                if value > best:
                    chosen[index], best = candidate, value
    return chosen


def _improved(
    chosen: list[Question | None], places: Sequence[_Place], worth: Worth, limit: Limit
) -> list[Question | None]:
    """Swap one question at a time for a better one until none is better."""
    best = worth([question for question in chosen if question is not None], -math.inf)
    for _ in range(_PASSES):
        changed = False
        for index, place in enumerate(places):
            others = [q for other, q in enumerate(chosen) if q is not None and other != index]
            most = limit(others)
            for candidate in _free(place, others):
                if candidate is chosen[index] or most(candidate) <= best:
                    continue
                trial = [*chosen[:index], candidate, *chosen[index + 1 :]]
                value = worth([question for question in trial if question is not None], best)
                if value > best + _EQUAL:
                    chosen, best, changed = trial, value, True
        if not changed:
            break
    return chosen


def _free(place: _Place, taken: Sequence[Question]) -> list[Question]:
    used = {question.prompt.id for question in taken}
    return [question for question in place.eligible if question.prompt.id not in used]


def _in_reading_order(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Questions on the whole text come first, then by the first paragraph they name."""
    return tuple(sorted(questions, key=lambda q: (q.paragraphs[:1], q.prompt.id)))
