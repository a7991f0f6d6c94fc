"""Whom "he" or "she" means beside a quotation.

English leaves this open more often than one thinks, so the rules ask for more than one
sign: the person is named before, in the same paragraph or just above; nobody else who could
be meant is; it is what the passage is about, not somebody met in passing. Otherwise nobody
is named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from guides.findings import lexicon, people_words
from guides.findings.cast import NOBODY, Cast, Speaker
from guides.findings.frames import Credit
from guides.findings.genders import Gender
from guides.findings.grammar import is_closed

_SINGULAR: dict[str, Gender] = {
    "he": "he",
    "she": "she",
    "him": "he",
    "her": "she",
    "his": "he",
    "hers": "she",
}
_PRONOUNS = {
    "he": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|her)\b", re.IGNORECASE),
}
# What stands before a name that is not the subject of its clause.
_OBJECT = re.compile(
    r"\b(?:of|to|with|for|by|from|about|against|on|in|at|after|before|between|behind|beside|near|than"
    r"|like|met|saw|told|asked|called|married|named|thanked|praised|hired|sued|\w+ing|\w{3,}ed)"
    r"\s(?:(?:[a-z]+|[A-Z][\w.]*)\s){0,3}$"
)
_DEFINITE = re.compile(r"\b[Tt]he\s(?P<words>[a-z-]+(?:\s[a-z-]+){0,2})\b")
_SMALL_WORD = re.compile(r"\b[a-z][a-z-]{2,}\b")
_OPENS = re.compile(r"(?P<word>[A-Z][a-z]+)(?:['’]s)? [a-z]")
_PASSAGE = 2_000  # characters before a pronoun in which its person is looked for
_OPENING = 30  # characters of a sentence before its subject: "Deputy council leader"
_LOOK_BACK = 2  # blocks before a pronoun in which its person is looked for


def is_singular(word: str) -> bool:
    """Tell a pronoun that stands for one person, lower case."""
    return word in _SINGULAR


def meant(
    cast: Cast, credit: Credit, word: str, number: int, found: Sequence[Speaker | None]
) -> Speaker:
    """Return whom the pronoun *word* means, where only one person can be meant.

    Args:
        cast: Who is named.
        credit: Where the pronoun stands.
        word: The pronoun, lower case.
        number: The number of the quotation.
        found: Who speaks the quotations before.
    """
    wanted = _SINGULAR[word]
    if speaker := _just_before(cast, credit, wanted):
        return speaker
    for back in range(min(_LOOK_BACK, credit.block) + 1):
        region = cast.document.blocks[credit.block - back].span
        end = region.end if back else credit.start
        start = max(region.start, end - _PASSAGE)
        spoken = _spoken(cast, number, start, end)
        speaker = _after_talk(cast, spoken, found, (start, end), wanted)
        speaker = speaker or _in_passage(cast, (start, end), wanted, back)
        if speaker:
            return replace(speaker, trust=min(speaker.trust, credit.trust))
        if _has_unlisted(cast, start, end):
            return NOBODY
    return NOBODY


def _just_before(cast: Cast, credit: Credit, wanted: Gender) -> Speaker | None:
    """Return the subject of the sentence before: "Ruiz denied this. “…,” she said"."""
    sentences = cast.document.blocks[credit.block].sentences
    place = bisect_right(sentences, credit.sentence[0], key=lambda span: span.end) - 1
    if place < 0 or credit.sentence[0] - sentences[place].end > 2:
        return None
    span = sentences[place]
    people = [
        (left, number)
        for left, _, number in cast.within(span.start, span.end)
        if cast.names[number].kind == "person"
    ]
    fitting = _fitting(cast, span.start, span.end, wanted)
    if len({number for _, number in people}) != 1 or len(fitting) != 1:
        return None
    left = people[0][0]
    opening = cast.document.text[span.start : left]
    if cast.is_quoted(left) or len(opening) > _OPENING or _OBJECT.search(opening):
        return None
    return cast.speaker(fitting[0], min(credit.trust, 0.8))


def _after_talk(
    cast: Cast,
    spoken: int | None,
    found: Sequence[Speaker | None],
    place: tuple[int, int],
    wanted: Gender,
) -> Speaker | None:
    """Return who is meant after somebody spoke: the same, unless another comes between."""
    if spoken is None:
        return None
    fitting = _fitting(cast, *place, wanted)
    again = _again(cast, found[spoken], wanted, sure=len(fitting) > 1)
    if not _fitting(cast, cast.quoted[spoken].right, place[1], wanted):
        return again
    if len(fitting) > 1:
        return again if any(cast.names[one].name == again.name for one in fitting) else NOBODY
    return None


def _in_passage(cast: Cast, place: tuple[int, int], wanted: Gender, back: int) -> Speaker | None:
    """Return who is meant in a passage without talk, or None to look further back."""
    fitting = _fitting(cast, *place, wanted)
    if fitting:
        # Further back only somebody who is surely "she" counts: the right one may be unlisted.
        known = not back or cast.gender(fitting[0]) == wanted
        sole = len(fitting) == 1 and known and _is_topic(cast, fitting[0], *place, wanted)
        return cast.speaker(fitting[0], 0.85 - 0.1 * back) if sole else NOBODY
    if _has_people(cast, *place):
        return NOBODY
    described = _described_before(cast, *place, wanted) if cast.nameless else ""
    if described:
        return Speaker(described, "unnamed", 0.6)
    return NOBODY if not cast.story and _describes(cast, *place, wanted) else None


def _describes(cast: Cast, start: int, end: int, wanted: Gender) -> bool:
    """Tell whether a passage speaks of a person without a name whom a pronoun can mean."""
    other = people_words.SHE if wanted == "he" else people_words.HE
    return any(
        people_words.kind_of(word[0]) == "person"
        and word[0] not in other
        and not cast.is_quoted(word.start())
        for word in _SMALL_WORD.finditer(cast.document.text, start, end)
    )


def _described_before(cast: Cast, start: int, end: int, wanted: Gender) -> str:
    """Return the one described person of a passage: "The tin soldier …, and he thought"."""
    found: dict[str, str] = {}
    other = people_words.SHE if wanted == "he" else people_words.HE
    for match in _DEFINITE.finditer(cast.document.text, start, end):
        words = match["words"].split()
        place = next((i for i, word in enumerate(words) if people_words.kind_of(word)), None)
        if place is None or cast.is_quoted(match.start()) or words[place] in other:
            continue
        if people_words.kind_of(words[place]) == "person":
            found.setdefault(words[place], " ".join(["the", *words[: place + 1]]))
    return next(iter(found.values())) if len(found) == 1 else ""


def _spoken(cast: Cast, number: int, start: int, end: int) -> int | None:
    """Return the last quotation between *start* and *end* that comes before *number*."""
    before = min(cast.quotations_before(end), number) - 1
    return before if before >= 0 and cast.quoted[before].start >= start else None


def _again(cast: Cast, previous: Speaker | None, wanted: Gender, *, sure: bool) -> Speaker:
    """Return who spoke last as the one meant by a pronoun, if it fits.

    *sure* is true where others are about, so that the gender must be known.
    """
    if previous is None or previous.kind not in ("person", "unnamed"):
        return NOBODY
    number = cast.numbers.get(previous.name)
    gender = cast.gender(number) if number is not None else ""
    if gender not in ((wanted,) if sure else (wanted, "")):
        return NOBODY
    return Speaker(previous.name, previous.kind, min(previous.trust, 0.8))


def _fitting(cast: Cast, start: int, end: int, wanted: Gender) -> list[int]:
    """Return the persons mentioned outside quotations whom the pronoun can mean."""
    opposite = "he" if wanted == "she" else "she"
    seen: list[int] = []
    for left, _, number in cast.within(start, end):
        if left < start or cast.names[number].kind != "person" or cast.is_quoted(left):
            continue
        if cast.gender(number) != opposite and number not in seen:
            seen.append(number)
    return seen


def _is_topic(cast: Cast, number: int, start: int, end: int, wanted: Gender) -> bool:
    """Tell whether a person is who a passage is about: a subject, and named before any pronoun.

    In "he met young Edleston there, of whom he wrote" the name is not who writes.
    """
    mentions = [
        left for left, _, one in cast.within(start, end)
        if one == number and left >= start and not cast.is_quoted(left)
    ]  # fmt: skip
    text = cast.document.text
    for pronoun in _PRONOUNS[wanted].finditer(text, start, mentions[0]):
        if not cast.is_quoted(pronoun.start()):
            return False
    return any(not _OBJECT.search(text, max(start, left - 60), left) for left in mentions)


def _has_unlisted(cast: Cast, start: int, end: int) -> bool:
    """Tell a passage that opens with what looks like a name and is none that is known."""
    found = _OPENS.match(cast.document.text, start, end)
    return (
        found is not None
        and not is_closed(found["word"].lower())
        and not lexicon.is_ordinary(found["word"])
        and not cast.is_in_a_name(found["word"])
    )


def _has_people(cast: Cast, start: int, end: int) -> bool:
    return any(cast.names[number].kind == "person" for _, _, number in cast.within(start, end))
