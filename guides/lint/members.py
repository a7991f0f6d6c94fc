"""What the rules for sets look at, in a text and in each question on it.

Choosing weighs more than a thousand sets of the same few questions, so this is worked out once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from guides.lint import question as lint
from guides.model import Document, Findings, Question
from guides.source import Span

STAGES = ("before", "during", "after", "act", "reflect")
_ONE_STAGE = ("story", "talk")  # the same few people are in every question
_HARD = 2
_QUOTED = re.compile(r"“([^”]*)”")
_A_PASSAGE = 5
_WEIGHS_WORDS = re.compile(r"\bwords?\b.*\b(?:most|least do without|best)\b")
_ASKS_BACK = re.compile(r"\bwould you (?:ask|want to (?:ask|hear))\b|\bquestion are you leaving\b")


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """What the rules look at in one question of a set.

    Attributes:
        number: Its own, among all questions that were looked at.
        place: Of its stage among `STAGES`.
        covered: The paragraphs it sends readers to, of a longer pointer only two.
        evidence: Numbers of the findings' places that it uses.
        ranges: Where these places begin and end.
        shape: Its family and the kinds of finding it takes; None where it takes none.
        passages: What of the reading it prints, the title left out.
        named: The speakers whom it names.
        telling: The words that set it apart.
        tasks: What it wants of a reader: two with one in common ask the same, as where their
            answers begin alike.
        alike: Whether it is too much like another, by that one's number.
    """

    question: Question
    number: int
    place: int
    family: str
    depth: int
    text_dependent: bool
    opening: str
    covered: tuple[int, ...]
    evidence: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]
    shape: tuple[str, frozenset[str]] | None
    passages: tuple[str, ...]
    named: frozenset[str]
    telling: frozenset[str]
    tasks: frozenset[str]
    alike: dict[int, bool]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the rules look at in a text.

    Attributes:
        numbered: The numbers of its paragraphs.
        asks: It asks its readers a question.
        pulls_apart: It has contrasts, doubts or gaps.
        leaves_out: Somebody it speaks about is not quoted.
        voices: Who speaks in it.
        title: Its title.
        hard: Its topic is hard, so that the end of the session must not be.
        places: A number for each place that questions use.
        texts: The numbers of the paragraphs of each, where several texts are read together.
    """

    numbered: frozenset[int]
    asks: bool
    pulls_apart: bool
    leaves_out: bool
    voices: tuple[str, ...]
    title: str
    hard: bool
    places: dict[Span, int]
    texts: tuple[frozenset[int], ...] = ()


Members = Sequence[Member]


def reading_of(findings: Findings) -> Reading:
    """Return what the rules look at in a text."""
    overview = findings.overview
    return Reading(
        numbered=_numbers(findings.document),
        asks=any(question.whole and question.label for question in findings.questions),
        pulls_apart=bool(findings.contrasts or findings.doubts or findings.gaps),
        leaves_out=bool(findings.overview.unquoted),
        voices=findings.overview.voices if overview.genre not in _ONE_STAGE else (),
        title=findings.document.title,
        hard=findings.sensitivity.level >= _HARD,
        places={},
        texts=tuple(_numbers(text.document) for text in findings.texts),
    )


def _numbers(document: Document) -> frozenset[int]:
    return frozenset(block.number for block in document.numbered if block.number is not None)


def member_of(question: Question, number: int, reading: Reading) -> Member:
    """Return what the rules look at in a question, which gets this number."""
    prompt, places = question.prompt, reading.places
    return Member(
        question=question,
        number=number,
        place=STAGES.index(prompt.stage),
        family=prompt.family,
        depth=prompt.depth,
        text_dependent=prompt.text_dependent,
        opening=lint.opening(question.text),
        covered=question.paragraphs[:2],
        evidence=tuple(places.setdefault(span, len(places)) for span in question.evidence),
        ranges=tuple((span.start, span.end) for span in question.evidence),
        shape=(prompt.family, _slots(prompt.ask)) if question.evidence else None,
        passages=tuple(_passages(question.text, reading.title)),
        named=frozenset(name for name in reading.voices if name in question.text),
        telling=lint.telling(question.text),
        tasks=frozenset(_tasks(question)),
        alike={},
    )


def _tasks(question: Question) -> Iterator[str]:
    """Yield what a question wants: how its answer begins, and what that is about."""
    prompt = question.prompt
    if prompt.starter:
        yield prompt.starter
    if _ASKS_BACK.search(question.text):
        yield "a question of one's own"
    if "document.first_sentence" in prompt.ask:
        yield "the first sentence"
    if "expect" in f"{prompt.ask} {prompt.starter}":
        yield "what is to be expected"
    if _WEIGHS_WORDS.search(prompt.ask):
        yield "the word that matters most"
    if "document.title" in prompt.ask and prompt.stage != STAGES[0]:
        yield "the title, once the text is read"


@cache
def _slots(stem: str) -> frozenset[str]:
    """Return the findings that a stem takes: "pair", "claim"."""
    return frozenset(re.findall(r"\{\{\s*(\w+)", stem))


def _passages(text: str, title: str) -> list[str]:
    long = (found for found in _QUOTED.findall(text) if len(found.split()) >= _A_PASSAGE)
    folded = (" ".join(found.strip(" .?!").split()) for found in long)
    return [found for found in folded if found not in title]
