"""Cause: a reason that the text itself gives, with both sides.

Only markers that say cause and nothing else are used: "because", "due to", "as a result",
", so they …", "leads to". "Since", "as" and "for" mean too much else, and no reason is ever
read into two sentences that merely stand side by side.
"""

from __future__ import annotations

import re

from guides.findings import reporting
from guides.findings.clauses import (
    breaks_before,
    clause_end,
    has_clause,
    phrase_end,
    phrase_table,
    said,
    side,
)
from guides.findings.grammar import CONJUNCTIONS, DETERMINERS, SUBJECTS, word_set
from guides.findings.leaning import stands_alone
from guides.findings.reading import Reading, Sentence
from guides.findings.verbs import SURE
from guides.model import Cause

_THEREFORE = phrase_table(
    "therefore; thus; hence; consequently; accordingly; as a result; as a consequence; "
    "for this reason; for that reason; that is why; that's why; this is why"
)
_BY = phrase_table(
    "because of; due to; owing to; thanks to; as a result of; as a consequence of; "
    "on account of; in view of"
)
_LEADING = phrase_table(
    "leads to; led to; results in; resulted in; causes; caused; contributes to; contributed to; "
    "gives rise to; gave rise to; brought about; triggered; sparked"
)
_TRIGGERS = {*_THEREFORE, *_BY, *_LEADING, "because", "so"}
_SHORTEST, _LONGEST_SUBJECT = 2, 14


def find_causes(reading: Reading) -> tuple[Cause, ...]:
    """Return one cause a sentence at most, in text order."""
    found: list[Cause] = []
    for sentence, places in reading.sentences_with(_TRIGGERS):
        if sentence.text.rstrip("”\"'’").endswith("?"):
            continue
        causes = (_cause(reading, sentence, place) for place in places)
        found += [cause for cause in causes if cause][:1]
    return tuple(found)


def _cause(reading: Reading, sentence: Sentence, place: int) -> Cause | None:
    last = phrase_end(reading, place, _BY)
    if last and reading.words[place] == "due" and set(reading.words[last : last + 1]) & _DOING:
        return None  # "is due to discuss the report" says when
    if reading.words[place] == "because" and not _is_because(reading, sentence, place):
        return None
    if last or reading.words[place] == "because":
        return _looking_back(reading, sentence, place, last or place + 1)
    last = phrase_end(reading, place, _THEREFORE)
    if last:
        return _following(reading, sentence, place, last)
    last = phrase_end(reading, place, _LEADING)
    if last:
        return _leading(reading, sentence, place, last)
    return _so(reading, sentence, place) if reading.words[place] == "so" else None


def _is_because(reading: Reading, sentence: Sentence, place: int) -> bool:
    """Say whether "because" gives a reason; "not because" and "just because" give none."""
    before = reading.words[place - 1] if place > sentence.first else ""
    if before == "but" or (before == "and" and breaks_before(reading, place - 1)):
        return False  # "not because he was poor but because …", "he left, and because it rained, …"
    return before not in ("not", "just", "only", "simply", "or") and place + 1 < sentence.last


def _looking_back(reading: Reading, sentence: Sentence, place: int, last: int) -> Cause | None:
    """Read "They left because it was unsafe" and "Because it was unsafe, they left"."""
    if place == sentence.first or (place == sentence.first + 1 and _is_link(reading, sentence)):
        turn = clause_end(reading, sentence, last)
        if turn == sentence.last:
            return None  # "Thanks to everybody." gives thanks
        cause, effect = side(reading, last, turn), side(reading, turn, sentence.last)
    else:
        first = _effect_start(reading, sentence, place)
        if reading.words[first] in _CONDITIONS:
            return None  # "If you cannot come because of the storm, call": nothing has happened
        start = _past_aside(reading, sentence, last)
        noun = reading.words[place] != "because" or last > place + 1
        cause = side(reading, start, _reason_end(reading, sentence, start, noun=noun))
        effect = side(reading, _past_frame(reading, first, place), place)
    return _found(reading, sentence, place, last, cause=cause, effect=effect)


_DOING = SURE | word_set("be have do vote report meet end start open close")
_CONDITIONS = word_set("if unless whether")


def _past_aside(reading: Reading, sentence: Sentence, last: int) -> int:
    """Return where a reason starts after "because, as Ruiz wrote," or "because, he said,"."""
    end = clause_end(reading, sentence, last)
    if end == sentence.last or end - last < 2:
        return last
    verb = reading.words[end - 1]
    if reading.words[last] == "as":
        return end if end - last <= 8 and reporting.verb(verb) else last
    return end if end - last <= 3 and verb in ("said", "says", "explained", "wrote") else last


_SAYING = word_set(
    "say says said warn warns warned claim claims claimed argue argues argued believe believes "
    "believed think thinks thought add adds added note notes noted explain explains explained "
    "insist insists insisted admit admits admitted suggest suggests suggested report reports "
    "reported"
)


def _past_frame(reading: Reading, first: int, last: int) -> int:
    """Return where an effect starts after "He warned that"."""
    for at in range(first + 1, min(first + 7, last - 3)):
        if reading.words[at] == "that" and reading.words[at - 1] in _SAYING:
            return at + 1
        if breaks_before(reading, at):
            break
    return first


def _is_link(reading: Reading, sentence: Sentence) -> bool:
    return reading.words[sentence.first] in CONJUNCTIONS | {"perhaps", "partly", "maybe", "only"}


def _reason_end(reading: Reading, sentence: Sentence, place: int, *, noun: bool) -> int:
    """Return where a reason ends: at a comma that a new clause follows.

    "The road, which had been closed, was under water" is one clause all the same, and in
    "due to rain, and river flooding" no clause follows. *noun* is true for a reason that is
    a noun phrase: "because of the storm".
    """
    at = place
    # "Because if they left, nobody would stay": the first comma ends the condition.
    fronted = place < sentence.last and reading.words[place] in _FRONTED
    while (at := clause_end(reading, sentence, at)) < sentence.last:
        word = reading.words[at]
        if fronted:
            fronted = False
        elif word in _RELATIVE:
            closing = clause_end(reading, sentence, at)
            if noun or closing == sentence.last:
                return at
            at = closing
        elif _opens_clause(reading, sentence, at) and at - place >= (1 if noun else 4):
            return at
    return sentence.last


_FRONTED = word_set("if when while although unless once")
_RELATIVE = word_set("who which whose where")


def _opens_clause(reading: Reading, sentence: Sentence, at: int) -> bool:
    word = reading.words[at]
    following = reading.words[at + 1] if at + 1 < sentence.last else ""
    if word == "even":
        return following in ("though", "if", "as")
    if word in ("and", "or"):
        return has_clause(reading, at + 1, sentence.last)
    return word in CONJUNCTIONS | SUBJECTS | {"please"}


def _effect_start(reading: Reading, sentence: Sentence, place: int) -> int:
    """Return the start of the sentence, or of what follows its last semicolon before *place*."""
    for at in range(place - 1, sentence.first, -1):
        if ";" in reading.text[reading.ends[at - 1] : reading.starts[at]]:
            return at
    first = reading.words[sentence.first]
    return sentence.first + (first in ("and", "but", "so", "or", "yet"))


def _following(reading: Reading, sentence: Sentence, place: int, last: int) -> Cause | None:
    """Read "As a result, they left", whose reason stands in the sentence before."""
    if place > sentence.first + 1 or last >= sentence.last:
        return None
    if place > sentence.first and not _is_link(reading, sentence):
        return None
    earlier = reading.sentences[sentence.number - 1] if sentence.number else None
    if earlier is None or earlier.paragraph != sentence.paragraph:
        return None
    effect = side(reading, last, sentence.last)
    return _found(reading, sentence, place, last, cause=said(earlier), effect=effect)


def _leading(reading: Reading, sentence: Sentence, place: int, last: int) -> Cause | None:
    """Read "Narrow work leads to atrophy": a short subject, right before its verb."""
    subject = range(sentence.first, place)
    named = _SHORTEST <= len(subject) <= _LONGEST_SUBJECT or len(subject) == 1
    plain = not any(breaks_before(reading, at) for at in subject if at > sentence.first)
    if not (named and plain) or has_clause(reading, sentence.first, place):
        return None
    if reading.words[sentence.first] in SUBJECTS | CONJUNCTIONS or last >= sentence.last:
        return None
    if reading.words[last] in ("by", "a", "to") and reading.words[place] == "caused":
        return None
    cause = side(reading, sentence.first, place)
    effect = side(reading, last, clause_end(reading, sentence, last))
    return _found(reading, sentence, place, last, cause=cause, effect=effect)


def _so(reading: Reading, sentence: Sentence, place: int) -> Cause | None:
    """Read "It was unsafe, so they left"; "so that" is a purpose and "so hard" a degree."""
    if place == sentence.first or not breaks_before(reading, place) or place + 2 >= sentence.last:
        return None
    following = reading.words[place + 1]
    if following not in (SUBJECTS | DETERMINERS) - {"that"} or "even" in reading.words[place - 1]:
        return None
    cause = side(reading, _effect_start(reading, sentence, place), place)
    effect = side(reading, place + 1, sentence.last)
    return _found(reading, sentence, place, place + 1, cause=cause, effect=effect)


_BROKEN_OFF = re.compile(
    r"\b(?:know|knew|believe|believed|think|thought|say|said|that|show|shows|shown)$"
)


def _found(
    reading: Reading, sentence: Sentence, place: int, last: int, *, cause: str, effect: str
) -> Cause:
    cause = "" if _BROKEN_OFF.search(cause) else cause
    return Cause(
        span=sentence.span,
        paragraph=sentence.paragraph,
        confidence=0.9 if cause and effect else 0.6,
        marker=reading.text[reading.starts[place] : reading.ends[last - 1]],
        cause=cause,
        effect=effect,
        alone=stands_alone(effect),
    )
