"""Decisions, promises and proposals: what somebody settles, or means to.

Who gains by a decision, who could still change it, and whether a promise was kept are
questions that most news can be asked. The finding is the whole sentence, so that a question
can quote it. Someone must be named right before the verb, in the writer's own words: what a
speaker says that others decided is a claim, not a decision.
"""

from __future__ import annotations

from guides.findings import actors, reporting
from guides.findings.grammar import CONJUNCTIONS, inside_sentence, word_set
from guides.findings.reading import Reading, Sentence
from guides.model import Decision, DecisionKind

_DECIDING = word_set(
    "ruled approved banned adopted rejected vetoed repealed enacted overturned "
    "upheld suspended abolished ratified endorsed endorses scrapped cancelled canceled outlawed "
    "legalised legalized blocked halted dismissed appointed withdrew postponed"
)
_PROMISING = word_set("promised pledged vowed guaranteed promises pledges vows")
_PROPOSING = word_set("proposed proposes recommended recommends recommend")
# These count only together with what follows.
_LAWS = word_set("bill law laws act measure resolution ordinance budget motion legislation")
_WITH: dict[str, tuple[DecisionKind, frozenset[str]]] = {
    "voted": ("decision", word_set("to for against on in")),
    "passed": ("decision", _LAWS),
    "signed": ("decision", _LAWS | word_set("order agreement treaty deal pact contract")),
    "agreed": ("decision", word_set("to")),
    "called": ("proposal", word_set("for")),
}
_MEANING = word_set("wants want plans plan")
_CHANGING = word_set(
    "abolish allow ban block build buy change close create cut deport double eliminate end expand "
    "extend force freeze fund give increase introduce invest limit lower make move offer open pay "
    "privatise privatize protect raise reduce repeal replace require scrap sell send shut spend "
    "split stop tax turn"
)
# "Will" settles something in "will close", and nothing in "will be warm".
_SETTLING = word_set("close end stop ban cut shut raise replace abolish introduce build remove")
_ASIDES = CONJUNCTIONS | word_set("after before who which that whose")
_PASSIVE = word_set("was were is are been being be get got")
_NOBODY = word_set("no nobody none neither never not nothing")
_NOT_SAID = word_set("state")
_REACH = 7


def find_decisions(reading: Reading) -> tuple[Decision, ...]:
    """Return one decision, promise or proposal a sentence at most, in text order."""
    found: list[Decision] = []
    wanted = _DECIDING | _PROMISING | _PROPOSING | _MEANING | _WITH.keys() | {"will"}
    for sentence, places in reading.sentences_with(wanted):
        if sentence.block.kind in ("heading", "caption", "row") or sentence.text.endswith("?"):
            continue
        for place in places:
            kind = _kind(reading, sentence, place)
            first, last = actors.subject(reading, sentence, place) if kind else (0, 0)
            if kind and first < last and not _is_aside(reading, sentence, first, last):
                actor = inside_sentence(reading, first, last)
                found.append(_decision(sentence, reading.printed(place), kind, actor))
                break
    return tuple(found)


def _decision(sentence: Sentence, verb: str, kind: DecisionKind, actor: str) -> Decision:
    return Decision(
        span=sentence.span,
        paragraph=sentence.paragraph,
        confidence=0.8,
        actor=actor,
        verb=verb,
        kind=kind,
        settled=sentence.dated,
    )


def _kind(reading: Reading, sentence: Sentence, place: int) -> DecisionKind | None:
    """Return what word *place* settles, or None where it settles nothing."""
    word = reading.words[place]
    if place == sentence.first or reading.is_quoted(reading.starts[place]):
        return None
    if reading.words[place - 1] in _PASSIVE or not _NOBODY.isdisjoint(
        reading.words[sentence.first : place]
    ):
        return None
    rest = reading.words[place + 1 : min(sentence.last, place + _REACH)]
    if word == "will":
        return "decision" if _SETTLING.intersection(rest[:1]) else None
    if word in _MEANING:
        meant = rest[:1] == ("to",) and _CHANGING.intersection(rest[1:2])
        return "proposal" if meant else None
    if word in _WITH:
        kind, wanted = _WITH[word]
        near = rest[:1] if word in ("agreed", "called") else rest
        return kind if wanted.intersection(near) else None
    if rest[:1] == ("by",) or (rest[:1] == ("to",) and "".join(rest[1:2]).endswith("ing")):
        return None  # "a people pledged to keeping its word"
    if word in _PROPOSING:
        return "proposal"
    return "promise" if word in _PROMISING else "decision"


def _is_aside(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a subject opens a side thought, "after the council voted", or is none."""
    before = reading.words[first - 1] if first > sentence.first else ""
    speaks = reporting.verb(reading.words[first]) is not None and last - first > 1
    return before in _ASIDES or (speaks and reading.words[first] not in _NOT_SAID)
