"""What a writer grants the other side, or says in its name, before answering it.

"Others will say that children had better get used to it" is an objection: it is put into words
to be answered. "There is some truth in that" is a concession. Only the writer's own voice
counts: what critics say in a report is a claim of theirs, and no move of the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides.findings.reading import Reading, Sentence
from guides.model import Objection, ObjectionKind
from guides.source import Span

_OPENING = r"(?:(?:But|Yet|And|Still|Now|Perhaps|Even so|Today),? )?"
_SAYING = (
    r"(?:say|argue|object|claim|insist|reply|ask|worry|point out|complain|tell (?:me|us|you)"
    r"|counter|respond|protest|contend|think|believe|wonder|call (?:this|it|that)|dismiss)"
)
_OTHERS = (
    r"(?:some|others|many|critics|opponents|s[ck]eptics|supporters|defenders|somebody|someone|you"
    r"|one|a reader|readers|people|they)"
    r"(?: (?:of (?:you|us|them|my [a-z]+)|on the [a-z]+|here|reading this|people|readers|parents"
    r"|teachers|economists|scholars))?"
)
_OBJECTION = re.compile(
    rf"{_OPENING}(?i:{_OTHERS}) (?:will|may|might|would|could)"
    rf"(?: (?:well|still|even|also|no doubt|now|rightly))? {_SAYING}\b"
    rf"|{_OPENING}(?i:it) (?:is|may be|will be|has been|is often|is sometimes|can be)"
    r" (?:said|argued|objected|claimed)\b"
)
_CONCESSION = re.compile(
    r"(?:To be sure|Granted|Admittedly|True|In fairness|To be fair), [a-z]"
    rf"|{_OPENING}(?i:it) is (?:certainly |quite |perfectly |also )?true(?:,| that)\b"
    rf"|{_OPENING}(?i:there (?:is|was|may be)|there['’]s)"
    r" (?:some|a good deal of|a lot of|much|a grain of) truth\b"
    rf"|{_OPENING}I (?:admit|concede|grant|acknowledge|accept|do not deny|don['’]t deny) that\b"
)
_NAMED = (
    r"(?:objections?|arguments? against|complaints?|criticisms?|worr(?:y|ies)|fears?|doubts?"
    r"|counter-?arguments?)"
)
# "So let me take the three objections I hear": what is counted after it, the other side says.
_ANNOUNCED = re.compile(rf"\b{_NAMED}\b|\bthe case against\b", re.IGNORECASE)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|next|other|last|final|main|chief|usual|common(?:est)?"
    r"|most common|strongest|biggest|loudest|obvious)"
)
_COUNTED = re.compile(
    rf"(?:The|My|Their|Another|One) {_ORDINAL}?(?: is|, of course, is)(?: that|:) "
)
_COUNTED_BY_NAME = re.compile(
    rf"(?:The {_ORDINAL}|Another|One) {_NAMED}"
    r"(?: (?:I hear|we hear|I have heard|people raise|against it))?(?: most often)?,? "
    r"(?:is|was|concerns|has to do with|goes|runs)\b"
)
_REACH = 14  # sentences after an announcement
_LEAST = 8  # words, so that something is said and not only announced


def find_objections(reading: Reading) -> tuple[Objection, ...]:
    """Return the objections and concessions in the writer's own voice, in text order."""
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Objection]:
    announced = -_REACH - 1
    for place, sentence in enumerate(reading.sentences):
        kind = _kind(sentence, counted=place - announced <= _REACH)
        announced = place if _ANNOUNCED.search(sentence.text) else announced
        if kind and not reading.is_quoted(sentence.span.start) and sentence.paragraph:
            yield Objection(
                span=_said(sentence), paragraph=sentence.paragraph, confidence=0.85, kind=kind
            )


def _said(sentence: Sentence) -> Span:
    """Return what is said in a sentence, without "The first is that"."""
    counted = _COUNTED.match(sentence.text)
    start = sentence.span.start + (counted.end() if counted else 0)
    return Span(sentence.span.source, start, sentence.span.end)


def _kind(sentence: Sentence, *, counted: bool) -> ObjectionKind | None:
    """Return what a sentence does for the other side; *counted*: objections were announced."""
    text = " ".join(sentence.text.split())
    if not text.endswith("?") and (
        _COUNTED_BY_NAME.match(text) or (counted and _COUNTED.match(text))
    ):
        return "objection"
    if len(text.split()) < _LEAST or text.endswith("?"):
        return None
    if _OBJECTION.match(text):
        return "objection"
    return "concession" if _CONCESSION.match(text) else None
