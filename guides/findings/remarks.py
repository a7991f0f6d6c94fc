"""Remarks: sentences of an answer that say what is so, and can be quoted alone.

What an interviewer asks is chosen to be answered; what is said in answer is what people talk
about afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import islice

from guides.findings.judging import judges
from guides.findings.leaning import stands_alone
from guides.model import Block, Passage
from guides.source import Span

_FEWEST, _MOST = 7, 26  # words
_UNFIT = re.compile(
    r"[“”\"\[\]()?…]|\b(?:yes|yeah|no|well|oh|okay|look|sorry|thank)\b,|\b(?:it|that|them|so)[.!]$",
    re.IGNORECASE,
)
# What is so, and not what happened once.
_PRESENT = re.compile(
    r"\b(?:is|are|am|isn['’]t|aren['’]t|['’]s not|do|does|don['’]t|doesn['’]t|can|can['’]t|cannot"
    r"|must|should|has to|have to|needs?|makes?|means?|takes?|knows?|thinks?|pays?|costs?"
    r"|matters?)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|didn['’]t|['’]d|made|gave|came|went|told|said|took|died|found|got"
    r"|last (?:spring|summer|year|week|month)|\d{4})\b|['’]d\b",
    re.IGNORECASE,
)


def find_remarks(blocks: Iterable[Block], answers: Collection[int | None]) -> tuple[Passage, ...]:
    """Return the remarks in the paragraphs of these numbers, one in each at most, in order."""
    return tuple(
        Passage(span=span, paragraph=block.number or 0, confidence=0.85)
        for block in blocks
        if block.number in answers
        for span in islice(filter(_is_remark, block.sentences), 1)
    )


def _is_remark(sentence: Span) -> bool:
    text = " ".join(sentence.text.split())
    return (
        _FEWEST <= len(text.split()) <= _MOST
        and text[:1].isupper()
        and _PRESENT.search(text) is not None
        and not (_UNFIT.search(text) or _PAST.search(text))
        and judges(text)
        and stands_alone(text)
    )
