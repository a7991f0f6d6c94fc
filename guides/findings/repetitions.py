"""Words that a text comes back to.

Names and everyday words come back in any text; what counts is a word of some weight, in
any of its forms, in more than one paragraph.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from guides.findings.commonness import commonness
from guides.findings.grammar import is_adverb, is_closed
from guides.findings.lexicon import stem, zipf
from guides.findings.reading import Reading
from guides.model import Repetition

_TOO_COMMON = 5.3  # Zipf; rarer than "school" and "country"
_MOST = 8


def find_repetitions(reading: Reading) -> tuple[Repetition, ...]:
    """Return at most eight words, those that come back most often for their rarity first."""
    least = 3 + len(reading.words) // 1500
    named = reading.named()
    places: dict[str, list[int]] = {}
    for word, found in reading.index.items():
        if _is_weighty(word):
            running = (at for at in found if at not in named and reading.is_running(at))
            places.setdefault(stem(word), []).extend(running)
    ranked = sorted(
        ((key, sorted(found)) for key, found in places.items() if len(found) >= least),
        key=lambda pair: (-len(pair[1]) * (6.5 - zipf(pair[0])), pair[1][0]),
    )
    repeated = (_repetition(reading, found) for _, found in ranked)
    return tuple(item for item in repeated if len(item.paragraphs) > 1)[:_MOST]


@cache
def _is_weighty(word: str) -> bool:
    return (
        len(word) > 3
        and not word[0].isdecimal()
        and "'" not in word
        and not is_closed(word)
        and not is_adverb(word)
        and 0 < commonness(word) < _TOO_COMMON
    )


def _repetition(reading: Reading, places: list[int]) -> Repetition:
    forms = Counter(reading.printed(place) for place in places)
    plain = {form for form in forms if form.islower()} or set(forms)
    word = max(plain, key=lambda form: (forms[form], -len(form), form))
    first = places[0]
    return Repetition(
        span=reading.span(reading.starts[first], reading.ends[first]),
        paragraph=reading.sentence_of(first).paragraph,
        confidence=0.85,
        word=word,
        times=len(places),
        paragraphs=tuple(sorted({reading.sentence_of(place).paragraph for place in places})),
    )
