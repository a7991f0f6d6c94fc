"""Changes over a stretch of time: "$39,014 in October, up from $38,373 a year ago".

A sentence with two dates and a word that tells of a change. Days of the week are no ends of
a stretch that anybody compares, and a change that a speaker tells of is the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from guides.findings.lexicon import stem
from guides.findings.reading import Reading, Sentence
from guides.model import Date, Period

_CHANGING = frozenset(
    stem(word)
    for word in (
        "rise fall grow drop double triple halve increase decrease decline shrink climb jump "
        "widen worsen soar plunge tumble dwindle"
    ).split()
)
_UP_OR_DOWN = re.compile(
    r"\b(?:up|down)\s+(?:from|to|by|sharply|slightly|(?:about |nearly |almost )?[$£€]?\d)"
)
_CHILDHOOD = re.compile(r"\bgr[eo]w(?:n|ing|s)? up\b", re.IGNORECASE)
_DAY = re.compile(r"day\b", re.IGNORECASE)


def find_periods(reading: Reading) -> tuple[Period, ...]:
    """Return every sentence that tells of a change between two dates, in text order."""
    return tuple(_periods(reading))


def _periods(reading: Reading) -> Iterator[Period]:
    dates = [date for date in reading.found.dates if not _DAY.search(date.text)]
    for sentence, held in groupby(dates, lambda date: reading.sentence_at(date.span.start)):
        ends = list(held)
        if sentence and len(ends) >= 2 and _changes(reading, sentence, ends[0].span.start):
            yield Period(
                span=sentence.span,
                paragraph=sentence.paragraph,
                confidence=min(date.confidence for date in ends),
                first=_text(ends[0]),
                second=_text(ends[1]),
            )


def _changes(reading: Reading, sentence: Sentence, start: int) -> bool:
    told = _CHANGING.intersection(map(stem, reading.words_of(sentence)))
    text = sentence.span.text
    if _CHILDHOOD.search(text) or reading.is_quoted(start):
        return False
    return bool(told or _UP_OR_DOWN.search(text))


def _text(date: Date) -> str:
    return " ".join(date.text.split())
