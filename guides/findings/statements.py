"""Statements: what a writer holds to be so in general, in a sentence that can be quoted alone.

"Nobody owes a library silence" can be supported, doubted and tested; "The library closed in
May" can only be looked up. A statement speaks of how things are or ought to be, in the writer's
own voice, and has a sign that something is weighed in it: a demand, a denial, a comparison, a
condition or a reason. And it names what the text is about: "Nobody teaches swimming by leaving
children in the sea" is there for the sake of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, zip_longest

from guides.findings import reporting
from guides.findings.grammar import word_set
from guides.findings.leaning import stands_alone
from guides.findings.lexicon import stem
from guides.findings.reading import Reading, Sentence
from guides.findings.verbs import BARE
from guides.model import Statement, StatementKind

_FEWEST, _MOST = 8, 30  # words
_CENTRAL = 15  # key terms
_DEMAND = re.compile(
    r"\b(?:should|must|ought to|need(?:s)? to|ha(?:s|ve) to|cannot afford to|deserves?"
    r"|ha(?:s|ve) (?:a right|an obligation|a duty) to)\b",
    re.IGNORECASE,
)
_WEIGHING = re.compile(
    r"\b(?:is|are|do|does|can|need|will) not\b|n['’]t\b|\bcannot\b|\bnever\b|\bnothing\b|\bnobody\b"
    r"|\bno one\b|\b(?:is|are) no\b|\bwithout\b|\bunless\b"
    r"|\b(?:more|less|better|worse|rather|other|greater|fewer|easier|harder|\w{3,}er) than\b"
    r"|\bthe (?:only|best|worst|real|main|surest|most|least|strongest|hardest|easiest) \w+"
    r"|\bbecause\b|\bdepends? on\b|\btoo \w+ to\b|\bas much as\b|\bit is (?:\w+ )?to\b"
    r"|\b(?:mixed|fair|unfair|wrong|dangerous|essential|vital|enough)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(?:If|When|Where|Whenever|Unless|Until|As long as|Once)\b")
_GENERAL = re.compile(
    r"\b(?:is|are|isn['’]t|aren['’]t|has|have|do|does|don['’]t|doesn['’]t|can|cannot|can['’]t|must"
    r"|should|shouldn['’]t|ought|may|needs?|makes?|means?|takes?|depends?|costs?|remains?|keeps?"
    r"|matters?|works?|deserves?|owes?|tends?)\b"
)
# What happened, what will, what somebody did, and what is only told of one day or place.
_PARTICULAR = re.compile(
    r"\d|\b(?:was|were|had|did|didn['’]t|would|could|might|will|won['’]t|went|came|took|made|gave"
    r"|began|became|found|held|kept|led|ran|sent|brought|told|said|says|asked|argued?s?"
    r"|ha(?:s|ve) (?:now |already |been |since"
    r" |just |not |never |also )*[a-z]+(?:ed|en|un|own|one|ought|aid|ade|old|eft|et|ut)"
    r"|yesterday|today|tomorrow|tonight|last|next|this|these|those|here|there|now|ago|since"
    r"|so far|yet|until now|recently|currently|meanwhile|however|too\Z|also|both)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b(?:I|I['’]\w+|me|my|mine|you|your|yours|you['’]\w+|he|she|his|her|him|hers)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[“”\"()\[\]:;…—]|\s[–-]\s")
_BROKEN_OFF = re.compile(r"\b(?:is|are|do|does|can|not)(?: not)?[,.]|n['’]t[,.]")
_SAYING = word_set(
    "say argue claim insist object warn fear hope believe think complain admit deny expect agree"
    " dispute doubt contest concede accept"
)
_BEFORE_COMMAND = word_set("just please simply only always never so now then")
_TURN = re.compile(r"(?:But|Yet|Still|However|Nevertheless|Nonetheless|Even so)\b")
_UNFIT = (_PARTICULAR, _PERSONAL, _MARKED, _BROKEN_OFF)


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """Return the statements of the running text, in order."""
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Statement]:
    central = {
        stem(word)
        for key in reading.found.key_terms[:_CENTRAL]
        for word in key.term.lower().split()
    }
    for sentence, after in zip_longest(reading.sentences, reading.sentences[1:]):
        kind = _kind(sentence.text)
        about = not central.isdisjoint(map(stem, reading.words_of(sentence)))
        if kind and about and _is_own(reading, sentence) and not _is_answered(sentence, after):
            yield Statement(
                span=sentence.span, paragraph=sentence.paragraph, confidence=0.85, kind=kind
            )


def _is_answered(sentence: Sentence, after: Sentence | None) -> bool:
    """Tell what is granted only to be answered: "A class proves little. But I saw it work"."""
    return after is not None and after.block is sentence.block and bool(_TURN.match(after.text))


def _kind(text: str) -> StatementKind | None:
    """Return what a sentence does that speaks in general, or None where it does not."""
    general = _GENERAL.search(text) and text.endswith((".", "!"))
    if not general or any(sign.search(text) for sign in _UNFIT):
        return None
    if _DEMAND.search(text):
        return "demand"
    if _CONDITION.match(text):
        return "condition"
    return "judgement" if _WEIGHING.search(text) else None


def _is_own(reading: Reading, sentence: Sentence) -> bool:
    """Tell the writer's own voice, in a paragraph, with no one and nothing left to guess."""
    words = reading.words_of(sentence)
    return (
        _FEWEST <= len(words) <= _MOST
        and sentence.block.number is not None
        and sentence.block.kind == "paragraph"
        and not sentence.block.speaker
        and not reading.is_quoted(sentence.span.start)
        and not reading.names_in(sentence)
        and not _commands(words)
        and not any(_reports(word) for word in words)
        and stands_alone(sentence.text)
    )


def _commands(words: Sequence[str]) -> bool:
    """Tell "Give them a pass" and "Just don't mistake it for the whole"."""
    told = tuple(dropwhile(_BEFORE_COMMAND.__contains__, words))
    return bool(told) and (told[0] in BARE or told[0] in ("don't", "do"))


def _reports(word: str) -> bool:
    verb = reporting.verb(word)
    said = verb is not None and verb.form in ("past", "third") and word not in ("means", "adds")
    return said or word in _SAYING
