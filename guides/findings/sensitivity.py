"""How much care the topic needs, from lists of words that an editor can read and change.

The lists look for words, so quiet horror is missed and some safe texts are flagged: every
hit is shown with its place, a level is never lowered without an editor, and a text in a
language that the lists do not know counts as unchecked. A word for a group of people never
raises the level by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, takewhile

from guides.findings.grammar import word_set
from guides.findings.identity import Same
from guides.findings.lexicon import is_demonym
from guides.findings.reading import WORD, Reading
from guides.model import (
    Quotation,
    SensitiveCategory,
    SensitiveMatch,
    Sensitivity,
    SensitivityChoice,
)

_PERSECUTION = ("persecution", "dehumanising")
_KILLING = ("killing_torture", "detention_abuse")
_VIOLENT = (*_PERSECUTION, *_KILLING, "sexual_violence", "domestic_child", "war_displacement")
_GRIEF = "death_grief"
_NATURE = word_set(
    "storm storms cyclone cyclones hurricane hurricanes typhoon typhoons tornado tornadoes "
    "earthquake earthquakes quake tsunami tsunamis flood floods flooding landslide landslides "
    "wildfire wildfires drought droughts avalanche avalanches lightning eruption eruptions"
)
_PRIVATE = ("sexual_violence", "suicide_selfharm")
_IDENTITY = "identity_terms"
_SCATTERED = 4  # different words of a category
# Words that must not come back in a question or on a card when they stand in a quotation.
_NEVER_REPEATED = ("dehumanising", "killing_torture", "sexual_violence")

_CAPITAL = re.compile(r"\b[A-Z]\w+")
_FAITHS = frozenset({"Islam", "Judaism", "Christianity", "Hinduism"})
_AGAINST = re.compile(
    r"\b(?:hat(?:e[ds]?|eful|red)|evil|terror\w*|oppress\w*|radical\w*|extremis\w*|savages?"
    r"|barbar\w*|invad\w*|invasions?|infest\w*|criminals?|enem(?:y|ies)|threats?|inferior"
    r"|ideology)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A word, stem or phrase of a list.

    Attributes:
        words: Its words, lower case.
        stem: True where the last word may go on ("murder*").
        category: Where it is listed; None for a benign phrase.
        weight: 3 counts alone, 2 with another, 1 is context.
    """

    words: tuple[str, ...]
    stem: bool
    category: SensitiveCategory | None = None
    weight: int = 0


@dataclass(frozen=True, slots=True)
class _Hit:
    """A pattern found: words *first* up to *last*."""

    pattern: _Pattern
    first: int
    last: int
    paragraph: int


def find_sensitivity(reading: Reading) -> Sensitivity:
    """Return the level of care with everything that it rests on."""
    choice = reading.document.front.sensitivity
    if reading.document.language != "en":
        level = 1 if choice.level is None else choice.level
        return Sensitivity(level=level, checked=False)
    hits = _without_culprit(reading, list(_hits(reading)))
    counted = _counted(reading.lists.sensitive, hits)
    found = _level(counted, hits)
    return Sensitivity(
        level=decided(choice, found),
        found=found,
        categories=tuple(category.id for category in counted),
        labels=tuple(category.label for category in counted),
        matches=tuple(_match(reading, hit) for hit in hits),
        dehumanising=any(_is(hit, ("dehumanising",)) and hit.pattern.weight >= 2 for hit in hits),
    )


def _without_culprit(reading: Reading, hits: list[_Hit]) -> list[_Hit]:
    """Return *hits*, deaths in a storm or a flood counted as deaths and not as violence.

    Only words of dying are moved, and only where no word of violence stands in the same or in
    a neighbouring paragraph: whom people kill during a storm was killed by people.
    """
    nature = {reading.sentence_of(place).paragraph for place in reading.places(_NATURE)}
    listed = {category.id: category for category in reading.lists.sensitive}
    grief = listed.get(_GRIEF)
    if not nature or grief is None:
        return hits
    violent = {
        hit.paragraph + step
        for hit in hits
        if _is(hit, _VIOLENT) and hit.pattern.weight >= 2 and not _is_dying(hit)
        for step in (-1, 0, 1)
    }
    calm = nature - violent
    grieved = {hit.first for hit in hits if _is(hit, (_GRIEF,))}
    found: list[_Hit] = []
    for hit in hits:
        moves = _is(hit, ("killing_torture",)) and _is_dying(hit) and hit.paragraph in calm
        if not moves:
            found.append(hit)
        elif hit.first not in grieved:
            found.append(replace(hit, pattern=replace(hit.pattern, category=grief)))
    return found


def _is_dying(hit: _Hit) -> bool:
    return hit.pattern.words[0].startswith(("kill", "dead", "death", "die", "dying"))


def decided(choice: SensitivityChoice, found: int) -> int:
    """Return the editor's level, or the one found where a lower one comes without a reason."""
    if choice.level is None or (choice.level < found and not choice.reason.strip()):
        return found
    return choice.level


def mark_quotations(
    quotations: Iterable[Quotation], sensitivity: Sensitivity
) -> tuple[Quotation, ...]:
    """Return *quotations*, those marked that must not be repeated in a question."""
    heavy = [
        match.span
        for match in sensitivity.matches
        if match.weight >= 2 and match.category in _NEVER_REPEATED
    ]
    return tuple(
        replace(item, sensitive=True)
        if _is_against_a_people(item.text)
        or any(span.start < item.span.end and item.span.start < span.end for span in heavy)
        else item
        for item in quotations
    )


def _is_against_a_people(text: str) -> bool:
    """Tell words that name a people or a faith and speak of hatred or danger beside it."""
    named = any(is_demonym(word) or word in _FAITHS for word in _CAPITAL.findall(text))
    return named and bool(_AGAINST.search(text))


# ---------------------------------------------------------------- finding the words


def _hits(reading: Reading) -> Iterator[_Hit]:
    """Yield every hit in text order, benign phrases left out."""
    known = sorted(reading.index)
    masked = {
        place
        for pattern in _benign(Same(reading.lists.benign))
        for first, last in _places(reading, pattern, known)
        for place in range(first, last)
    }
    found = [
        _Hit(pattern, first, last, reading.sentence_of(first).paragraph)
        for pattern in _listed(Same(reading.lists.sensitive))
        for first, last in _places(reading, pattern, known)
        if not masked.intersection(range(first, last))
    ]
    found.sort(key=lambda hit: (hit.first, -hit.last, hit.pattern.words))
    ends: dict[str, int] = {}
    for hit in found:
        category = hit.pattern.category
        if category and hit.first >= ends.get(category.id, 0):
            ends[category.id] = hit.last  # "death penalty" is not "death" as well
            yield hit


@lru_cache(maxsize=4)
def _benign(phrases: Same[tuple[str, ...]]) -> tuple[_Pattern, ...]:
    return tuple(_Pattern(words, stem) for words, stem in map(_split, phrases.value) if words)


@lru_cache(maxsize=4)
def _listed(categories: Same[tuple[SensitiveCategory, ...]]) -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(words, stem, category, weight)
        for category in categories.value
        for weight, entries in ((3, category.alone), (2, category.together), (1, category.context))
        for words, stem in map(_split, entries)
        if words
    )


def _split(entry: str) -> tuple[tuple[str, ...], bool]:
    """Return the words of an entry, and whether its last word is a stem."""
    words = tuple(match[0].lower().replace("’", "'") for match in WORD.finditer(entry))
    return words, entry.rstrip().endswith("*")


def _places(reading: Reading, pattern: _Pattern, known: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the words of every place of *pattern*: first and one past last."""
    length = len(pattern.words)
    for first in _first_places(reading, pattern, known):
        last = first + length
        words = reading.words[first:last]
        if (
            words[:-1] == pattern.words[:-1]
            and _ends(words, pattern)
            and _is_close(reading, first, last)
        ):
            yield first, last


def _first_places(reading: Reading, pattern: _Pattern, known: Sequence[str]) -> Iterable[int]:
    if len(pattern.words) > 1:
        return reading.index.get(pattern.words[0], ())
    word = pattern.words[0]
    if not pattern.stem:
        return reading.places((word, f"{word}'s"))
    first = bisect_left(known, word)
    return reading.places(takewhile(lambda item: item.startswith(word), islice(known, first, None)))


def _ends(words: tuple[str, ...], pattern: _Pattern) -> bool:
    wanted = pattern.words[-1]
    if len(words) < len(pattern.words):
        return False
    return words[-1].startswith(wanted) if pattern.stem else words[-1] in (wanted, f"{wanted}'s")


def _is_close(reading: Reading, first: int, last: int) -> bool:
    """Say whether nothing but space and hyphens parts the words of a phrase."""
    gaps = (
        reading.text[reading.ends[at] : reading.starts[at + 1]] for at in range(first, last - 1)
    )
    return all(re.fullmatch(r"\s+|-", gap) for gap in gaps)


def _match(reading: Reading, hit: _Hit) -> SensitiveMatch:
    category = hit.pattern.category
    return SensitiveMatch(
        span=reading.span(reading.starts[hit.first], reading.ends[hit.last - 1]),
        paragraph=hit.paragraph,
        category=category.id if category else "",
        weight=hit.pattern.weight,
    )


# ---------------------------------------------------------------- what they add up to


def _counted(
    categories: Iterable[SensitiveCategory], hits: list[_Hit]
) -> tuple[SensitiveCategory, ...]:
    """Return the categories with enough hits, the heaviest first."""
    own = {
        category.id: [hit for hit in hits if hit.pattern.category is category]
        for category in categories
    }
    counted = [category for category in categories if _counts(own[category.id])]
    weights = {
        category.id: sum(hit.pattern.weight for hit in own[category.id]) for category in counted
    }
    order = [category.id for category in counted]
    counted.sort(key=lambda it: (not it.violent, -weights[it.id], order.index(it.id)))
    return tuple(counted)


def _counts(hits: list[_Hit]) -> bool:
    """Say whether the hits of one category are enough.

    One strong hit is. Two different words are, where one of them is no mere context and
    both stand in the same or in neighbouring paragraphs; so are three plain hits, and two plain
    words with two of context anywhere: a report may spread what was done to a people over pages.
    """
    if any(hit.pattern.weight == 3 for hit in hits):
        return True
    plain = [hit for hit in hits if hit.pattern.weight == 2]
    if len(plain) >= 3 or (_words(plain) >= 2 and _words(hits) >= _SCATTERED):
        return True
    return any(
        one.pattern.words != other.pattern.words and abs(one.paragraph - other.paragraph) <= 1
        for one in plain
        for other in hits
    )


def _words(hits: Iterable[_Hit]) -> int:
    """Return how many different words were found."""
    return len({hit.pattern.words for hit in hits})


def _level(counted: tuple[SensitiveCategory, ...], hits: list[_Hit]) -> int:
    if not counted:
        return 0
    if not any(category.violent for category in counted):
        return 1
    return 3 if _is_high(counted, hits) else 2


def _is_high(counted: tuple[SensitiveCategory, ...], hits: list[_Hit]) -> bool:
    """Say whether people are attacked for who they are, or the harm is of a private kind."""
    ids = {category.id for category in counted}
    weighty = [hit for hit in hits if hit.pattern.weight >= 2]
    if any(sum(_is(hit, (kind,)) for hit in weighty) >= 2 and kind in ids for kind in _PRIVATE):
        return True
    identity = {hit.paragraph for hit in hits if _is(hit, (_IDENTITY,))}
    near = {number + step for number in identity for step in (-1, 0, 1)}
    killing = [hit for hit in weighty if _is(hit, _KILLING)]
    if any(hit.pattern.weight == 3 and hit.paragraph in identity for hit in killing):
        return True
    persecuted = ids.intersection(_PERSECUTION) and any(
        _is(hit, _PERSECUTION) and hit.paragraph in near for hit in weighty
    )
    harmed = ids.intersection(_KILLING) and any(hit.paragraph in near for hit in killing)
    return bool(persecuted and harmed)


def _is(hit: _Hit, categories: tuple[str, ...]) -> bool:
    return hit.pattern.category is not None and hit.pattern.category.id in categories
