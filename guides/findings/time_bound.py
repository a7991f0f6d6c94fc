"""Statements that may have stopped being true: "still", "now", "has not", "continues".

Looked for only where the sentence speaks of the writer's present: in a story, "now" is as
past as everything else.
"""

from __future__ import annotations

from guides.findings.grammar import word_set
from guides.findings.reading import Reading, Sentence
from guides.model import TimeBound

_WORDS = word_set(
    "still now currently recent recently today ongoing continue continues remain remains yet "
    "presently nowadays"
)
_PHRASES = (
    ("has", "not"), ("have", "not"), ("hasn't",), ("haven't",), ("has", "yet", "to"),
    ("have", "yet", "to"), ("so", "far"), ("to", "date"), ("no", "longer"), ("at", "present"),
    ("as", "of", "now"), ("right", "now"), ("this", "year"), ("these", "days"),
)  # fmt: skip
_PRESENT = word_set(
    "is are has have hasn't haven't isn't aren't does do doesn't don't continue continues remain "
    "remains says it's they're we're there's i'm you're we've they've"
)
_RELATIVE = word_set("who which that whose where")
_PLANNING = word_set("would proposed proposal proposes plan plans planned")
_NOT_OF_NOW = {("from", "now"), ("until", "now"), ("by", "now"), ("most", "recent")}


def find_time_bound(reading: Reading) -> tuple[TimeBound, ...]:
    """Return one statement a sentence at most, in text order."""
    triggers = _WORDS | {phrase[0] for phrase in _PHRASES}
    found: list[TimeBound] = []
    for sentence, places in reading.sentences_with(triggers):
        idle = sentence.block.number is None or sentence.block.kind == "stanza"
        if idle or sentence.text.endswith("?"):
            continue
        words_of = reading.words_of(sentence)
        if not _PRESENT.intersection(words_of) or _PLANNING.intersection(words_of):
            continue
        words = (_word(reading, sentence, place) for place in places)
        word = next((word for word in words if word), "")
        if word:
            found.append(
                TimeBound(
                    span=sentence.span,
                    paragraph=sentence.paragraph,
                    confidence=0.7,
                    word=word,
                )
            )
    return tuple(found)


def _word(reading: Reading, sentence: Sentence, place: int) -> str:
    """Return the words at *place* that tie the sentence to its time, as printed."""
    before = reading.words[max(sentence.first, place - 2) : place]
    if reading.is_quoted(reading.starts[place]) or _RELATIVE.intersection(before):
        return ""
    for phrase in _PHRASES:
        if reading.phrase_at(place, phrase) and place + len(phrase) <= sentence.last:
            end = reading.ends[place + len(phrase) - 1]
            return " ".join(reading.text[reading.starts[place] : end].split())
    word = reading.words[place]
    if word not in _WORDS or word == "yet":
        return ""
    last = before[-1] if before else ""
    opening = place == sentence.first and word in ("still", "now", "presently")
    return "" if opening or (last, word) in _NOT_OF_NOW else reading.printed(place)
