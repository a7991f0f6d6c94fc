"""How hard the text is to read, as a range of school grades.

Two measures are mixed. Flesch-Kincaid gives a grade that teachers know; it sees only long
sentences and long words. The second, `easiness`, also sees how rare the words are and how
nominal the style is ("of", "by", "which"), and agrees better with human judgement. Names say
nothing there, and a word that no list has counts as rarer than any that one has. A range
is given and never a decimal: no formula knows what a reader already knows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from guides.findings.commonness import commonness
from guides.findings.reading import Reading
from guides.findings.syllables import syllables
from guides.model import ReadingLevel

_NOMINAL = frozenset(("of", "by", "which", "upon"))
_EVERYDAY = 6.0  # Zipf; words as common as "get" say nothing about a text
_UNHEARD_OF = 1.0  # Zipf, for a word that no list has: rarer than once in a hundred million
_LIKE_FORMULA = 5.0  # grades per unit of easiness, so that both speak one scale
_MIDDLE = 10.0  # the grade of a text of average easiness, among news and school readings
_SHARE = 0.8  # of the second measure in the mix


@dataclass(frozen=True, slots=True)
class _Counts:
    """What both measures are made of.

    Attributes:
        words: In the body.
        lengths: Words of every sentence that has some.
        syllables: Per word.
        rarity: Mean Zipf frequency of the words that are neither everyday words nor names.
        nominal: Share of the words "of", "by", "which", "upon".
    """

    words: int
    lengths: tuple[int, ...]
    syllables: float
    rarity: float
    nominal: float


def find_reading_level(reading: Reading) -> ReadingLevel:
    """Return the range of grades; 1 to 1 without words, all grades where it is not English."""
    counts = _counts(reading)
    if counts.words and reading.document.language not in ("en", "und"):
        return ReadingLevel(grade_low=1, grade_high=16, words=counts.words)
    if not counts.words:
        return ReadingLevel(grade_low=1, grade_high=1, words=0)
    formula = grade(counts.words, len(counts.lengths), counts.syllables * counts.words)
    ours = _MIDDLE - _LIKE_FORMULA * _easiness(counts)
    middle = (1 - _SHARE) * formula + _SHARE * ours
    low, high = math.floor(middle - 0.75), math.ceil(middle + 0.75)
    return ReadingLevel(
        grade_low=min(max(low, 1), 16), grade_high=min(max(high, 1), 16), words=counts.words
    )


def grade(words: int, sentences: int, syllables: float) -> float:
    """Return the Flesch-Kincaid grade level of a text.

    Args:
        words: Words in the whole text, at least 1; likewise *sentences* and *syllables*.

    Returns:
        A US school grade, where 5.0 is the start of fifth grade. Not clamped.

    Source:
        Kincaid, Fishburne, Rogers & Chissom (1975), Research Branch Report 8-75.
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def easiness(reading: Reading) -> float:
    """Return how easy the text is: 0 for average school reading, higher is easier."""
    return _easiness(_counts(reading))


def _easiness(counts: _Counts) -> float:
    """Weigh four measures, each in units of its spread over school texts.

    The length of a sentence counts once for every word in it, so that one very long
    sentence is felt as a reader feels it.
    """
    felt = sum(length * length for length in counts.lengths) / max(1, sum(counts.lengths))
    return (
        -0.31 * (math.log(max(1.0, felt)) - 3.2) / 0.39
        + 0.33 * (counts.rarity - 4.74) / 0.22
        - 0.24 * (counts.syllables - 1.44) / 0.185
        - 0.20 * (counts.nominal - 0.04) / 0.024
    )


def _counts(reading: Reading) -> _Counts:
    """Count the running text: paragraphs, list items, turns and stanzas, no headings."""
    words: list[str] = []
    plain: list[str] = []
    lengths: list[int] = []
    named = {place for name in reading.names for place in range(name.first, name.last)}
    for sentence in reading.sentences:
        if sentence.block.number is not None:
            places = range(sentence.first, sentence.last)
            spoken = [place for place in places if not reading.words[place][0].isdecimal()]
            words += [reading.words[place] for place in spoken]
            plain += [reading.words[place] for place in spoken if place not in named]
            lengths += [len(spoken)] if spoken else []
    return _Counts(
        words=len(words),
        lengths=tuple(lengths),
        syllables=_mean([syllables(word) for word in words]),
        rarity=_mean(_rarities(plain)) or 4.74,
        nominal=sum(word in _NOMINAL for word in words) / max(1, len(words)),
    )


def _rarities(words: Sequence[str]) -> list[float]:
    common = {word: commonness(word) or _UNHEARD_OF for word in set(words)}
    return [common[word] for word in words if common[word] < _EVERYDAY]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
