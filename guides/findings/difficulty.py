"""How hard a word is for a reader who meets it in a sentence.

A line through what people said of 600 words in context: rare, long and many-syllabled
words are hard, names a little easier than their rarity, and a word is harder among rare
words. Nothing here knows meanings.
"""

from __future__ import annotations

from collections.abc import Sequence

from guides.findings.commonness import commonness
from guides.findings.lexicon import place_kind, zipf
from guides.findings.reading import WORD
from guides.findings.syllables import syllables

_EVERYDAY = 6.0


def difficulty(word: str, sentence: str) -> float:
    """Return how hard *word* is in *sentence*: 0 very easy, 1 very hard; 0.3 is average.

    Args:
        word: As printed, since a capital tells.
        sentence: The sentence that it stands in.
    """
    around = [zipf(found) for found in WORD.findall(sentence)]
    return in_company(word, mean_company(around))


def in_company(word: str, company: float) -> float:
    """Return the difficulty of *word* among words whose mean Zipf frequency is *company*."""
    common = commonness(word)
    hard = (
        0.877
        - 0.115 * common
        + 0.067 * max(0.0, common - 4.5)
        - 0.287 * (common < 2.0)
        + 0.066 * word[:1].isupper()
        - 0.066 * bool(place_kind(word))
        - 0.021 * company
        - 0.008 * len(word)
        + 0.015 * syllables(word)
    )
    return min(1.0, max(0.0, hard))


def mean_company(frequencies: Sequence[float]) -> float:
    """Return the mean Zipf frequency of words that are not everyday words."""
    lower = [value for value in frequencies if value < _EVERYDAY]
    return sum(lower) / len(lower) if lower else 4.0
