"""Replies: what a text sets right after somebody's statement, in its own voice.

"Council minutes show that two of those offers would have required the tribe to give up any
claim to groundwater." A reporter who puts that behind what an official has just said lets the
two stand against each other, and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guides.findings import reporting
from guides.findings.leaning import words_of
from guides.findings.reading import Reading, Sentence
from guides.model import Passage

_FEWEST, _MOST = 7, 32  # words
_SURE = 0.7  # of who spoke
# What shows something else, what was not given, what turns.
_SHOWS = re.compile(
    r"\b(?:records?|minutes|documents?|data|figures|e-?mails?|photographs?|footage|video|logs?"
    r"|letters?|reports?|audits?|study|studies|surveys?|research|statistics|accounts)\b"
    r"[^.]{0,60}\b(?:shows?|showed|suggests?|suggested|indicates?|indicated|reveals?|revealed"
    r"|found|finds|recorded|lists?|listed)\b",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"\b(?:did not|didn['’]t|has not|hasn['’]t|have not|haven['’]t|would not|wouldn['’]t"
    r"|declined to"
    r"|refused to|has never|have never|was unable to|were unable to|could not|couldn['’]t)\s"
    r"(?:\w+ly )?(?:respond|reply|answer|comment|say|explain|publish(?:ed)?|provided?|release[d]?"
    r"|produced?|give|given|name[d]?|shown?|confirm(?:ed)?|verify|verified|be (?:reached"
    r"|(?:\w+ )?(?:confirmed|verified))|share[d]?|disclose[d]?|supply|supplied)\b"
    r"|\bno evidence\b|\bit is (?:not clear|unclear|not known)\b",
    re.IGNORECASE,
)
# Who else was asked for a comment: their silence bears on nothing that was said.
_ASKED = re.compile(
    r"\b(?:respond|reply|comment)\b(?!.*\b(?:on|to|about) (?:his|her|its|their|that|this|these"
    r"|those|the (?:claim|remark|statement|allegation|figure|charge|report)s?)\b)",
    re.IGNORECASE,
)
_TURNS = re.compile(r"(?:But|Yet|Still|However|In fact|Even so|By contrast|Nevertheless)\b")
_UNFIT = re.compile(r"[“”\"‘\[\]…?]|\bI\b|^(?:When|If|As|Because|After|Before|While|Since)\b")


def find_replies(reading: Reading) -> tuple[Passage, ...]:
    """Return the sentences that stand right after what somebody says and bear on it, in order.

    *word* is who spoke, as the text names them; empty where that is not sure.
    """
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Passage]:
    found = reading.found
    said = {
        sentence.number: item.speaker
        for item in found.quotations
        if item.confidence >= _SURE and (sentence := reading.sentence_at(item.span.end - 1))
    }
    said |= {
        sentence.number: said.get(sentence.number, "") or item.origin
        for item in found.claims
        if item.origin and (sentence := reading.sentence_at(item.span.start))
    }
    for before, after in pairwise(reading.sentences):
        together = before.block is after.block and after.block.number
        if together and before.number in said and _bears_on_it(reading, after):
            yield Passage(
                span=after.span,
                paragraph=after.paragraph,
                paragraphs=(after.paragraph,),
                word=said[before.number],
                confidence=0.9,
            )


def _bears_on_it(reading: Reading, sentence: Sentence) -> bool:
    text = " ".join(sentence.text.split())
    fit = _FEWEST <= len(text.split()) <= _MOST and text.endswith(".") and not _UNFIT.search(text)
    if not fit or reading.is_quoted(sentence.span.start):
        return False
    withheld = _WITHHELD.search(text) and not _ASKED.search(text)
    shows = bool(_SHOWS.search(text) or withheld)
    return shows or (bool(_TURNS.match(text)) and not _reports(text))


def _reports(text: str) -> bool:
    """Tell a sentence in which somebody speaks again."""
    verbs = (reporting.verb(word) for word in words_of(text))
    return any(verb is not None and verb.form in ("past", "third") for verb in verbs)
