"""Who does what a verb says: the name, body or people right before it.

Kept strict, since what is found is printed: a pronoun, a word that names nobody, or a
subject that is said not to do it gives nothing.
"""

from __future__ import annotations

from guides.findings.comparisons import PUBLIC
from guides.findings.grammar import (
    AUXILIARIES,
    is_adverb,
    is_people_noun,
    joined,
    subject_start,
    word_set,
)
from guides.findings.reading import Reading, Sentence

_BODIES = word_set(
    "board committee panel commission assembly cabinet jury judge mayor minister president county "
    "firm hospital library museum trust"
)


def subject(reading: Reading, sentence: Sentence, verb: int) -> tuple[int, int]:
    """Return the words of the subject right before word *verb*; empty where it is not clear."""
    last = verb
    while last > sentence.first and (
        reading.words[last - 1] in AUXILIARIES or is_adverb(reading.words[last - 1])
    ):
        last -= 1
    if any(word in ("not", "never") or word.endswith("n't") for word in reading.words[last:verb]):
        return 0, 0
    if last > sentence.first and not joined(reading, last - 1):
        return _before_aside(reading, sentence, last)
    for first, end, _ in reading.names_in(sentence):
        if end == last:
            return _with_others(reading, sentence, _with_article(reading, sentence, first)), last
    first = subject_start(reading, last)
    head = reading.words[last - 1] if last > sentence.first else ""
    known = is_people_noun(head) or head in PUBLIC | _BODIES
    inside = first > sentence.first and reading.words[first - 1] in ("of", "by", "who", "that")
    return (first, last) if first < last and known and not inside else (0, 0)


def _before_aside(reading: Reading, sentence: Sentence, last: int) -> tuple[int, int]:
    """Return the name that a description in commas parts from its verb: "Ana Ruiz, the mayor,".

    Only the first name of a sentence can be parted from its verb by all the rest.
    """
    named = next((item for item in reading.names_in(sentence) if item.kind != "place"), None)
    if named is None or named.last >= last or reading.text[reading.ends[last - 1]] != ",":
        return 0, 0
    parted = reading.text[reading.ends[named.last - 1]] == ","
    first = _with_article(reading, sentence, named.first)
    return (first, named.last) if parted and first == sentence.first else (0, 0)


def _with_article(reading: Reading, sentence: Sentence, first: int) -> int:
    return first - (first > sentence.first and reading.words[first - 1] == "the")


def _with_others(reading: Reading, sentence: Sentence, first: int) -> int:
    """Return where "Canada and the Netherlands" starts, given its second name."""
    if first - 2 < sentence.first or reading.words[first - 1] != "and":
        return first
    for start, end, _ in reading.names_in(sentence):
        if end == first - 1:
            return _with_article(reading, sentence, start)
    return first
