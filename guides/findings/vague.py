"""Quantities without a number: "hundreds of refugees", "an alarming number of students".

They are findings of the same kind as numbers, marked `vague`: a good question asks why the
writer gives no exact figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from guides.findings.amounts import BIG, after, before
from guides.findings.grammar import (
    DETERMINERS,
    is_people_noun,
    is_plural,
    noun_phrase_end,
    word_set,
)
from guides.findings.reading import Reading
from guides.model import Number

HEAPS = ("dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens")
_GROUPS = ("number", "numbers", "majority", "minority", "handful", "array")
_LOOSE = ("many", "most", "several", "countless", "few", "numerous")
_SIZES = word_set(
    "growing alarming large small record huge increasing rising significant great vast good "
    "limited tiny higher larger surprising staggering disproportionate unknown overwhelming "
    "unprecedented high low considerable substantial sizable increasingly shrinking"
)
_QUALIFIERS = word_set("about nearly almost only over many")
# "Many years" and "several questions" are turns of phrase, not quantities to ask about.
_IDLE = word_set(
    "times ways years months weeks days hours minutes decades centuries things questions reasons "
    "examples points kinds types sorts parts cases instances aspects respects"
)


def find_vague(reading: Reading) -> Iterator[Number]:
    """Yield vague quantities, in no order."""
    for place in reading.places(HEAPS):
        yield from _found(reading, *_heap(reading, place), 0.9)
    for place in reading.places(_GROUPS):
        yield from _found(reading, *_group(reading, place), 0.8)
    for place in reading.places(_LOOSE):
        yield from _found(reading, *_loose(reading, place), 0.6)


def _heap(reading: Reading, place: int) -> tuple[int, int]:
    """Return the words of "tens of thousands of": first and one past last, or nothing."""
    if before(reading, place) == "of" and before(reading, place - 1) in HEAPS:
        return place, place  # the first of them has spoken for both
    first = place - 1 if before(reading, place) in _QUALIFIERS else place
    last = place + 1
    while after(reading, last - 1) == "of" and after(reading, last) in HEAPS:
        last += 2
    linked = after(reading, last - 1) in ("of", "more")
    return (first, last + 1) if linked else (place, place)


def _group(reading: Reading, place: int) -> tuple[int, int]:
    """Return the words of "a growing number of"; a bare "the number of" is no quantity."""
    first = place
    while before(reading, first) in _SIZES:
        first -= 1
    sized = first < place or reading.words[place] not in ("number", "numbers")
    if before(reading, first) in ("a", "an", "the", "very"):
        first -= 1
    bare = reading.words[first : place + 1] == ("a", "number")
    return (
        (first, place + 2) if after(reading, place) == "of" and (sized or bare) else (place, place)
    )


def _loose(reading: Reading, place: int) -> tuple[int, int]:
    """Return "many" or "many of the", unless it asks, compares or stands in "as many as"."""
    leading = before(reading, place)
    word = reading.words[place]
    if leading in ("how", "as", "the", "a", "so", "this", "that", "at", "his", "her", "their"):
        return place, place
    if word in ("most", "few") and after(reading, place) != "of" and not _leads(reading, place):
        return place, place
    first = place - 1 if leading in ("too", "very") else place
    return first, place + 1


def _leads(reading: Reading, place: int) -> bool:
    """Say whether a plural follows at once: "most people", not "most important"."""
    return is_plural(after(reading, place))


def _found(reading: Reading, first: int, last: int, confidence: float) -> Iterator[Number]:
    """Yield the quantity in words *first* up to *last*, if it goes on to what is counted."""
    if first == last or last >= len(reading.words):
        return
    at = last
    if reading.words[at] == "of" and after(reading, at) in DETERMINERS:
        at += 1
    at += reading.words[at] in DETERMINERS
    if at >= len(reading.words) or not after(reading, at - 1):
        return
    end = noun_phrase_end(reading, at)
    head = reading.words[end - 1]
    if end == at or not is_plural(head) or head in _IDLE:
        return
    sentence = reading.sentence_of(first)
    counts = " ".join(reading.text[reading.starts[at] : reading.ends[end - 1]].split())
    yield Number(
        span=reading.span(reading.starts[first], reading.ends[end - 1]),
        paragraph=sentence.paragraph,
        confidence=confidence,
        counts=counts,
        vague=True,
        people=is_people_noun(head),
        deaths=head in ("deaths", "killings", "casualties", "fatalities"),
    )


def is_heap(number: Number) -> bool:
    """Say whether a vague quantity at least names its size: "hundreds of"."""
    return any(word in (*HEAPS, *BIG) for word in number.text.lower().split())
