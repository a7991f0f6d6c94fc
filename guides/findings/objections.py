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
_LEAST = 8  # words, so that something is said and not only announced


def find_objections(reading: Reading) -> tuple[Objection, ...]:
    """Return the objections and concessions in the writer's own voice, in text order."""
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Objection]:
    for sentence in reading.sentences:
        kind = _kind(sentence)
        if kind and not reading.is_quoted(sentence.span.start) and sentence.paragraph:
            yield Objection(
                span=sentence.span, paragraph=sentence.paragraph, confidence=0.85, kind=kind
            )


def _kind(sentence: Sentence) -> ObjectionKind | None:
    text = " ".join(sentence.text.split())
    if len(text.split()) < _LEAST or text.endswith("?"):
        return None
    if _OBJECTION.match(text):
        return "objection"
    return "concession" if _CONCESSION.match(text) else None
