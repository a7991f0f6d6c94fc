"""Where the answer to a question may be: the paragraph that shares most with its words.

A rare word counts more than one that every paragraph has, and words that tend to answer
("they seek safety" for needs) count half. Nobody reads the question: below a certain
overlap there is no answer rather than a weak one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping

from guides.findings.grammar import is_adverb, is_closed, word_set
from guides.findings.lexicon import stem
from guides.findings.reading import WORD, Reading
from guides.source import Span

Search = Callable[[Span], int]

# What a text writes about where a question asks for needs, help or reasons.
_ANSWERED_BY = {
    "need": "seek lack fear safe safety struggle want require help hunger without",
    "solution": "help offer support fund provide build program programme law plan",
    "support": "help offer fund provide protect aid donate",
    "help": "offer support fund provide protect aid donate volunteer",
    "why": "because reason cause due result",
    "cause": "because reason due result lead",
    "challenge": "struggle lack fear barrier risk cost",
    "effect": "result because lead change",
    "impact": "result because lead change",
}
_COMMON = word_set("can best way ways get make take do role play thing people use work")
_LEAST_SHARED = 1.5

_COMMONPLACE = 400  # a word this frequent tells no paragraph from another


def searcher(reading: Reading) -> Search:
    """Return a function from a span to the number of the best paragraph, 0 for none.

    Of two paragraphs that are equally good the earlier one wins; the words of the span
    itself do not count.
    """
    places = _by_key(reading)
    paragraphs = [reading.sentences[owner].paragraph for owner in reading.owners]
    total = max(1, len(reading.document.numbered))

    def search(span: Span) -> int:
        scores: dict[int, float] = {}
        first, last = reading.word_at(span.start), reading.word_at(span.end)
        for key, weight in _wanted(span).items():
            counts = _counts(paragraphs, places.get(key, []), first, last)
            rarity = math.log(1 + total / len(counts)) if counts else 0.0
            for number, count in counts.items():
                scores[number] = scores.get(number, 0.0) + weight * rarity * (1 + math.log(count))
        best = max(scores, key=lambda number: (scores[number], -number), default=0)
        return best if scores.get(best, 0.0) >= _LEAST_SHARED else 0

    return search


def _wanted(span: Span) -> dict[str, float]:
    """Return the words to look for, as stems, with what each counts."""
    wanted: dict[str, float] = {}
    for match in WORD.finditer(span.text):
        word = match[0].lower().replace("’", "'")
        if word[0].isdecimal() or (is_closed(word) and word != "why") or is_adverb(word):
            continue
        key = _key(match[0])
        if key not in _COMMON and len(key) > 2:
            wanted[key] = 1.0
    for key in [*wanted]:
        for answer in _ANSWERED_BY.get(key, "").split():
            wanted.setdefault(answer, 0.5)
    return wanted


def _key(printed: str) -> str:
    """Return what two forms of a word share; acronyms of one family share their start."""
    word = printed.removesuffix("’s").removesuffix("'s")
    return word[:4].lower() if len(word) > 4 and word.isupper() else stem(word)


def _counts(paragraphs: list[int], places: list[int], first: int, last: int) -> Counter[int]:
    """Count the words at *places* by paragraph, but for those from *first* up to *last*."""
    if len(places) > _COMMONPLACE:
        return Counter()
    return Counter(paragraphs[place] for place in places if not first <= place < last)


def _by_key(reading: Reading) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = {}
    for found in reading.index.values():
        places.setdefault(_key(reading.printed(found[0])), []).extend(found)
    return places
