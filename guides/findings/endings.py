"""Endings: the short sentence that a paragraph stops at, after longer ones.

"He also fixed the lights." A writer who has built something up and then stops with five words
means them to be weighed; what stands before reads differently afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from guides.findings.grammar import AUXILIARIES, IRREGULAR_PAST, word_set
from guides.findings.reading import Reading, Sentence
from guides.model import Passage

_FEWEST, _MOST, _PLAIN = 4, 12, 8  # words; as many where nothing turns in it
_BEFORE, _LEAST_BEFORE = 24, 1  # words and sentences that lead up to it
_SHORTER = 0.6  # of the mean length of those
_UNFIT = re.compile(r"[“”\"‘()\[\]:;…?]|\d|\b[A-Z]{2,}\b|\s[–—-]|^[’'a-z]")
# What turns against something before it, or leaves something out.
_WEIGHTY = word_set(
    "not never no none nobody nothing only also still yet but too even instead anyway again enough"
    " alone without neither nor either why how knew thought"
)
_TURNED = re.compile(r"n['’]t\b")
_POINTERS = re.compile(
    r"(?:See|Read|Listen|Visit|Call|For more|Click|Thank|(?:So )?[Hh]ere)\b|.*\bwelcome\b"
)
# "Smith offered three reasons" leads on to them.
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|several|many|these)(?: \w+)?"
    r" (?:reasons|ways|things|points|steps|questions|kinds|types|parts|rules|lessons|stages)\b",
    re.IGNORECASE,
)


def find_endings(reading: Reading) -> tuple[Passage, ...]:
    """Return the short last sentences of paragraphs, but for that of the text, in order."""
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Passage]:
    told = [one for one in reading.sentences if one.block.kind == "paragraph" and one.block.number]
    last = told[-1].paragraph if told else 0
    for number, run in groupby(told, key=lambda one: one.paragraph):
        *before, end = run
        if number != last and _is_short(end, before) and not _is_said(reading, end):
            words = reading.words_of(end)
            if _has_verb(words):
                weighty = bool(_WEIGHTY.intersection(words)) or bool(_TURNED.search(end.text))
                if weighty or len(words) <= _PLAIN:
                    yield Passage(
                        span=end.span,
                        paragraph=number,
                        paragraphs=(number,),
                        confidence=0.95 if weighty else 0.8,
                    )


def _is_short(end: Sentence, before: Sequence[Sentence]) -> bool:
    """Tell a sentence that is much shorter than those that lead up to it."""
    words = len(end.text.split())
    led = sum(len(one.text.split()) for one in before)
    if not _FEWEST <= words <= _MOST or len(before) < _LEAST_BEFORE or led < _BEFORE:
        return False
    leads = _POINTERS.match(end.text) or _COUNTED.search(end.text)
    fit = end.text.endswith(".") and not (_UNFIT.search(end.text) or leads)
    return fit and words <= _SHORTER * led / len(before)


def _is_said(reading: Reading, end: Sentence) -> bool:
    """Tell words that somebody else speaks, also where a quotation goes on over paragraphs."""
    return reading.is_quoted(end.span.start) or reading.is_quoted(end.span.end - 1)


def _has_verb(words: Sequence[str]) -> bool:
    return any(
        word in AUXILIARIES
        or word in IRREGULAR_PAST
        or word.endswith(("n't", "ed", "'s", "'re", "'ll", "'d", "'ve"))
        or (word.endswith("s") and place > 0)
        for place, word in enumerate(words)
    )
