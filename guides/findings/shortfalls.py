"""Shortfalls: what is missing, refused or out of reach, told as a fact in one sentence.

"Eight tribes have no quantified rights." Nobody has to judge whether it is so; what can be
talked about is why, and who could change it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides.findings.leaning import stands_alone
from guides.findings.reading import Reading, Sentence
from guides.model import Passage

_FEWEST, _MOST = 6, 30  # words
_COUNT = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|half"
    r"|an? (?:third|quarter|fifth|tenth|handful|few|small))"
)
_LACK = re.compile(
    rf"\b(?:lacks|lacked|(?<!for )(?<!a )(?<!the )lack(?! of)"
    rf"|cannot|could not|only (?:about |around |roughly |some )?{_COUNT}"
    rf"|(?:fewer|less) than (?:about )?{_COUNT}|too (?:few|little|poor|far|expensive|costly)"
    r"|not (?:allowed|able|enough|eligible|covered|counted|paid|permitted|afford)"
    r"|shortages?|barred|excluded|turned (?:away|down)|left out|go(?:es)? (?:without|unpaid|hungry)"
    r"|under(?:funded|paid|staffed|served|reported|represented)|unpaid|has no|have no|had no"
    r"|there (?:is|are|was|were) no|never (?:been|had|received)|struggle[sd]? to"
    r"|(?:did|do|does) not (?:qualify|receive|get|know|participate|have|count|cover|reach))\b"
    r"|\b(?:can|could|do|does|did|is|are|was|were|has|have)n['’]t (?:\w+ ){0,2}(?:afford|have|get"
    r"|receive|reach|qualify|allowed|able|enough|covered|counted|paid)\b",
    re.IGNORECASE,
)
# What leans on what came before it, is somebody's word, lies ahead, or is no plain statement.
_UNFIT = re.compile(
    r"[“”\"‘()\[\]:;…?!—]|\b(?:I|me|my|you|your|we|our|us)\b|\b(?:says?|said|told|asks?|asked|argues?"
    r"|argued|believes?|thinks?|claims?|warns?|warned|notes?|noted|noticed|reached"
    r"|respond(?:ed|s)?|survey(?:s|ed)?|subsample|sample|sent|wrote|writes|pointed|can|may|maybe"
    r"|perhaps|if|unless|would"
    r"|will|should|might|must|because|since)\b|\bones?\b(?! (?:in|of|or)\b)"
    r"|\b(?:this|that|these|those) (?:is|was"
    r"|are|were)\b",
    re.IGNORECASE,
)


def find_shortfalls(reading: Reading) -> tuple[Passage, ...]:
    """Return the sentences of the writer's own that tell what is missing, in text order."""
    return tuple(
        Passage(
            span=sentence.span,
            paragraph=sentence.paragraph,
            paragraphs=(sentence.paragraph,),
            confidence=0.85,
        )
        for sentence in _fitting(reading)
    )


def _fitting(reading: Reading) -> Iterator[Sentence]:
    for sentence in reading.sentences:
        text = " ".join(sentence.text.split())
        told = sentence.block.kind == "paragraph" and sentence.block.number
        if (
            told
            and _FEWEST <= len(text.split()) <= _MOST
            and text.endswith(".")
            and _LACK.search(text)
            and not _UNFIT.search(text)
            and not reading.is_quoted(sentence.span.start)
            and stands_alone(text)
        ):
            yield sentence
