"""Responses: somebody acts against a harm.

A guide to a hard text closes with those who responded, so the finding is kept strict: a
named person, body or country, or a clear group, right before a verb of help, protest or
inquiry, where the same sentence or one beside it speaks of a harm.
"""

from __future__ import annotations

from collections.abc import Iterator

from guides.findings import actors
from guides.findings.grammar import inside_sentence, word_set
from guides.findings.lexicon import stem
from guides.findings.reading import Reading, Sentence
from guides.model import Response

_ACTING = word_set(
    "condemn denounce protest rescue shelter protect help aid assist support donate volunteer "
    "investigate prosecute sue demand campaign rebuild treat feed house welcome defend resist "
    "intervene respond organise organize launch fund raise deliver sign rally march speak call "
    "urge provide offer evacuate resettle free release"
)
_WEAK = word_set("launch raise deliver sign speak call urge provide offer house fund treat free")
_PHRASES = (
    ("stepped", "up"), ("step", "up"), ("spoke", "out"), ("speak", "out"), ("speaking", "out"),
    ("stood", "up"), ("called", "on"), ("set", "up"), ("took", "in"),
)  # fmt: skip
_HARM = word_set(
    "abuse violence attack victim survivor refugee persecution torture murder kill harassment "
    "discrimination racism poverty homeless homelessness hunger disaster flood fire hurricane "
    "earthquake storm war crisis bully bullying pollution injustice crime disease pandemic "
    "outbreak famine eviction trafficking suffer harm danger emergency"
)
_PAST = word_set("fed sent gave issued sued spoke")
_AID = word_set(
    "asylum aid shelter food support help protection statement condemnation money funds resources "
    "services relief care safety letter petition report water homes housing treatment donations"
)


def find_responses(reading: Reading) -> tuple[Response, ...]:
    """Return one response a sentence at most, in text order."""
    harmed = _harmed(reading)
    acting = [word for word in reading.index if word in _PAST or stem(word) in _ACTING]
    found: list[Response] = []
    for sentence, places in reading.sentences_with([*acting, *(pair[0] for pair in _PHRASES)]):
        if sentence.block.number is None or sentence.text.endswith("?"):
            continue
        if harmed.isdisjoint(range(sentence.number - 1, sentence.number + 2)):
            continue
        actor = next(_actors(reading, sentence, places), "")
        if actor:
            found.append(
                Response(
                    span=sentence.span,
                    paragraph=sentence.paragraph,
                    confidence=0.75,
                    actor=actor,
                )
            )
    return tuple(found)


def _harmed(reading: Reading) -> set[int]:
    """Return the numbers of the sentences that speak of a harm, outside names."""
    words = [word for word in reading.index if word in _HARM or stem(word) in _HARM]
    return {
        reading.owners[place]
        for place in reading.places(words)
        if reading.printed(place)[0].islower() or place == reading.sentence_of(place).first
    }


def _actors(reading: Reading, sentence: Sentence, places: list[int]) -> Iterator[str]:
    """Yield whoever stands before a verb of response, and is not said to fail in it."""
    for place in places:
        if place == sentence.first or not _responds(reading, sentence, place):
            continue
        first, last = actors.subject(reading, sentence, place)
        if first < last:
            yield inside_sentence(reading, first, last)


def _responds(reading: Reading, sentence: Sentence, place: int) -> bool:
    """Say whether word *place* is a verb by which somebody acts against a harm."""
    if any(reading.phrase_at(place, phrase) for phrase in _PHRASES):
        return True
    word = reading.words[place]
    acting = stem(word)
    if reading.words[place + 1 : place + 2] == ("with",) or acting == "campaign":
        return False  # "responded with a joke", "campaigned for Trump"
    finite = (
        word.endswith("ed")
        or (word.endswith("s") and word != acting)
        or _has_auxiliary(reading, place)
    )
    irregular = word in _PAST
    if word == "issued" or (acting in _WEAK and acting in _ACTING):
        rest = reading.words[place : sentence.last]
        return (finite or irregular) and bool(_AID.intersection(rest))
    return (finite or irregular) and acting in _ACTING


def _has_auxiliary(reading: Reading, place: int) -> bool:
    return reading.words[place - 1] in ("have", "has", "will", "are", "is")
