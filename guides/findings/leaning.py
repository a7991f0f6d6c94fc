"""Which sentences can be read by themselves, and which lean on the one before.

A question that quotes "They are being ruined by it" sends its readers away to find who and
by what. What points at nothing outside itself can be quoted alone.
"""

from __future__ import annotations

import re

from guides.findings.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    IRREGULAR_PAST,
    is_adverb,
    is_closed,
    word_set,
)
from guides.findings.reading import WORD
from guides.findings.verbs import BARE, SURE

_POINTING = word_set(
    "this that these those it they them he him she her its their his such each both another others"
    " none"
)
_DEMONSTRATIVE = word_set("this that these those such each both another others none")
# "This gets it wrong" points; "this gate" names.
_DOES = word_set(
    "gets makes means takes gives shows works looks seems sounds comes goes leaves brings feels"
    " needs wants happens matters helps says tells costs does has had made meant took gave came"
    " went left brought felt happened mattered helped said told cost did will would can could"
)
_NO_NAMES = (
    BARE | SURE | IRREGULAR_PAST | AUXILIARIES | word_set("why how who what when where which whose")
)
_OPENING = word_set("if when where although though while because since unless until as once")
# "Instead, …", "Another reason …": what came before is half of the thought.
_TIED = re.compile(
    r"(?:(?:\w+ ){0,3}also\b|Instead|Still|Yet|However|Therefore|Thus|Hence|Meanwhile|Otherwise"
    r"|Then|Similarly"
    r"|Likewise|Moreover|Furthermore|Nevertheless|Nonetheless|Again|Too|Even so|In (?:addition"
    r"|turn|contrast|that|this)|As a result|For (?:example|instance|one|another|this)|First|Second"
    r"|Third|Finally|Next|Here|There|Another|Others?|Both|Neither|Either|Each|Some|Such|Most"
    r"|The (?:other|others|latter|former|same|rest|first|second|third|two|three|result|reason)"
    r"|Two|Three|Four|Of (?:these|those|them|the)|Among (?:these|those|them))\b",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    r"\b(?:the (?:above|following|latter|former|same)|as (?:above|below)|that (?:number|figure"
    r"|day|year|night|time|way|said)|those (?:who|two)|so too|did so|do so|doing so|the other"
    r"|the others)\b|\b(?:to|of|in|on|for|with|from|by|at|like|about) that [a-z]"
    r"|\bif that\b|\b(?:if|when) (?:you|they|we|he|she|it) \w+(?:['’]t| not)?,",
    re.IGNORECASE,
)


def stands_alone(text: str) -> bool:
    """Tell a sentence that names what it speaks of, so that it can be quoted by itself."""
    words = words_of(text)
    if not words or words[0] in CONJUNCTIONS - _OPENING:
        return False
    return not (_TIED.match(text) or _BACKWARD.search(text) or points_back(text))


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without its stops."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def points_back(text: str) -> bool:
    """Tell words with a "this" or a "they" that nothing before them can be meant by."""
    words = words_of(text)
    for at, word in enumerate(words):
        stem = word.split("'")[0]
        if stem not in _POINTING:
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        if stem not in _DEMONSTRATIVE:
            if not _named(words[:at]):
                return True
        elif (
            not following
            or (stem != "that" and is_closed(following))
            or (stem in ("this", "that") and following in _DOES)
        ):
            return True
    return False


def _named(words: list[str]) -> bool:
    """Say whether something was named that "it" or "they" can mean."""
    told = (word for word in words if not (word.isdigit() or word.endswith("ed")))
    return any(not (is_closed(word) or is_adverb(word) or word in _NO_NAMES) for word in told)
