"""Which of several findings is most worth asking about.

A prompt meets every finding of a kind. A paragraph with two doubt words beats one with
one; whole words of a speaker who is surely named beat half a sentence of somebody; a share
of something beats "three sisters". None of this says whether a question is good, only
which finding to put into it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from guides.model import (
    AskedQuestion,
    Call,
    Cause,
    Claim,
    Contrast,
    Doubt,
    FigurePair,
    Finding,
    Findings,
    Group,
    Name,
    Number,
    Pair,
    Quotation,
    Repetition,
)

# Kinds that nothing is known about are neither lifted nor lowered.
_NEUTRAL = 0.5
_MOST_TERMS = 3
_RULING = re.compile(
    r"\b(?:never|always|do(?: not|n['’]t)|avoid|every|each|make sure|be sure|unless|only|instead"
    r"|check|wait|remember|before|rather|ask|listen|keep)\b",
    re.IGNORECASE,
)
_LEANING = re.compile(r"(?:and|but|so|or|because|which|that|it|this|they|he|she)\b", re.IGNORECASE)


def merit(bound: Sequence[Finding], findings: Findings) -> float:
    """Return how good the findings in one question are, about 0 to 2.5; 0 where there is none."""
    if not bound:
        return 0.0
    return sum(_merit(item, findings) for item in bound) / len(bound)


def _merit(item: Finding, findings: Findings) -> float:
    central = item.paragraph in findings.overview.key_paragraphs
    titled = isinstance(item, Repetition) and item.word.lower() in findings.document.title.lower()
    surroundings = (
        0.5 * titled + 0.4 * central + 0.25 * bool(item.paragraph) + 0.1 * _terms(item, findings)
    )
    return item.confidence + surroundings + 0.6 * _quality(item)


def _terms(item: Finding, findings: Findings) -> int:
    """Return how many of the words that the text is about stand in the evidence."""
    text = item.text.lower()
    told = sum(term.term.lower() in text for term in findings.key_terms[:12])
    return min(told, _MOST_TERMS)


def _quality(item: Finding) -> float:
    test = _QUALITIES.get(type(item))
    return max(0.0, min(1.0, test(item))) if test else _NEUTRAL


def _quotation(item: Quotation) -> float:
    named = item.speaker_kind in ("person", "organisation", "group")
    length = 8 <= item.words <= 24
    whole = not item.partial and not _LEANING.match(item.text)
    told = 0.4 * named + 0.2 * length + 0.2 * whole + 0.1 * item.alone + 0.1 * item.judging
    told += 0.4 * item.pointed
    return told - 0.3 * item.continued


def _pair(item: Pair) -> float:
    """Two people whose words stand close together are likelier to speak of one matter."""
    people = item.first.speaker_kind == item.second.speaker_kind == "person"
    near = abs(item.first.paragraph - item.second.paragraph) <= 4
    return 0.35 * (_quotation(item.first) + _quotation(item.second)) + 0.15 * (people + near)


def _doubt(item: Doubt) -> float:
    return 0.35 * len(item.words)


def _number(item: Number) -> float:
    """A share, a sum or a great many says more than a handful."""
    share = item.unit in ("percent", "$", "£", "€") or item.vague
    many = item.value is not None and item.value >= 100
    small = item.value is not None and item.value < 20 and not share
    return 0.4 * share + 0.2 * many + 0.2 * bool(item.counts) + 0.2 * item.people - 0.5 * small


def _figure_pair(item: FigurePair) -> float:
    """The leaders of a poll say more than those who trail."""
    values = [number.value or 0.0 for number in (item.first, item.second)]
    shares = [number.unit == "percent" for number in (item.first, item.second)]
    return min(1.0, min(values) / 40) if all(shares) else _NEUTRAL


def _contrast(item: Contrast) -> float:
    sides = (item.before, item.after)
    return (
        0.3 * all(sides)
        + 0.2 * sum(_quotable(side) for side in sides)
        + 0.3 * (item.opens_paragraph)
    )


def _cause(item: Cause) -> float:
    return 0.5 * _quotable(item.cause) + 0.5 * _quotable(item.effect)


def _call(item: Call) -> float:
    """A rule or a warning is worth more talk than one movement of the hand."""
    return 0.2 + 0.5 * bool(_RULING.search(item.text)) + 0.3 * _quotable(item.text, 120)


def _claim(item: Claim) -> float:
    return 0.4 * bool(item.origin) + 0.3 * bool(item.doubt) + 0.3 * _quotable(item.text, 170)


def _quotable(text: str, most: int = 100) -> bool:
    """Tell whether words can be read in one breath: neither a scrap nor a whole paragraph."""
    return 16 <= len(text) <= most


def _name(item: Name) -> float:
    heard = 0.1 * min(6, len(item.speaks))
    return 0.3 * bool(item.role) + 0.2 * item.quoted + 0.1 * min(3, len(item.paragraphs)) + heard


def _group(item: Group) -> float:
    several = " " in item.name
    return 0.2 * min(3, len(item.paragraphs)) + 0.2 * several + 0.2 * item.target


def _question(item: AskedQuestion) -> float:
    words = len(item.text.split())
    return 0.5 * bool(item.label) + 0.3 * (words >= 7) + 0.2 * bool(item.best_paragraph)


def _repetition(item: Repetition) -> float:
    return 0.15 * item.times - 0.1 * len(item.paragraphs)


_QUALITIES: dict[type[Finding], Callable[[Any], float]] = {
    Quotation: _quotation,
    Pair: _pair,
    Doubt: _doubt,
    Number: _number,
    FigurePair: _figure_pair,
    Contrast: _contrast,
    Cause: _cause,
    Call: _call,
    Claim: _claim,
    Name: _name,
    Group: _group,
    AskedQuestion: _question,
    Repetition: _repetition,
}
