"""Whether the text would say "he" or "she" of somebody it names.

Only ever used to rule people out: "she said" cannot mean Mr. Hale. Titles tell most, then
the pronouns that the text itself uses in sentences about one person, then a first name
that nearly always goes with one of the two. Nothing of this is printed; where it is not
clear the answer is empty, and a guide says "they".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal

from guides.findings import lexicon
from guides.model import Document, Name

Gender = Literal["", "he", "she"]

_HE = frozenset(
    "mr mr. mister sir lord king prince duke count baron emperor father brother uncle grandpa pope"
    " monsieur señor don congressman councilman spokesman chairman master bishop rabbi monk".split()
)
_SHE = frozenset(
    "mrs mrs. ms ms. miss madam madame mme. lady dame queen princess duchess countess baroness"
    " empress mother sister aunt auntie grandma señora doña congresswoman councilwoman spokeswoman"
    " chairwoman mistress nurse nun".split()
)
_OF_NAMES: dict[Literal["", "f", "m"], Gender] = {"": "", "f": "she", "m": "he"}
_PRONOUN = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_BEFORE = re.compile(r"([^\W\d_]+\.?)\s+$")
_ENOUGH = 2


def genders(
    document: Document, names: Sequence[Name], is_quoted: Callable[[int], bool]
) -> dict[int, Gender]:
    """Return the gender of those of *names* for whom it is clear, by their number."""
    votes = _votes(document, names, is_quoted)
    found: dict[int, Gender] = {}
    for number, name in enumerate(names):
        if name.kind == "person":
            found[number] = (
                _by_title(document.text, name) or votes.get(number, "") or _by_name(name)
            )
    return found


def _by_title(text: str, name: Name) -> Gender:
    for span in name.mentions:
        before = _BEFORE.search(text, max(0, span.start - 16), span.start)
        for word in (before[1] if before else "", *span.text.split()[:1]):
            if word.lower() in _HE:
                return "he"
            if word.lower() in _SHE:
                return "she"
    return ""


def _by_name(name: Name) -> Gender:
    words = [word for word in name.name.split() if not word.endswith(".")]
    if len(words) < 2 and len(name.name.split()) > 1:
        return ""
    known = lexicon.first_name_gender(words[0]) if words else ""
    return _OF_NAMES[known]


def _votes(
    document: Document, names: Sequence[Name], is_quoted: Callable[[int], bool]
) -> dict[int, Gender]:
    """Let every sentence that names one person vote with the pronouns after the name."""
    persons: list[tuple[int, int]] = sorted(
        (span.start, number)
        for number, name in enumerate(names)
        if name.kind == "person"
        for span in name.mentions
    )
    votes: dict[int, Counter[str]] = {}
    at = 0
    for block in document.blocks:
        for sentence in block.sentences:
            while at < len(persons) and persons[at][0] < sentence.start:
                at += 1
            inside = []
            while at < len(persons) and persons[at][0] < sentence.end:
                inside.append(persons[at])
                at += 1
            if (
                inside
                and len({number for _, number in inside}) == 1
                and not is_quoted(inside[0][0])
            ):
                first, number = inside[0]
                for match in _PRONOUN.finditer(document.text, first, sentence.end):
                    if not is_quoted(match.start()):
                        votes.setdefault(number, Counter())["he" if match[1] else "she"] += 1
    return {number: _winner(count) for number, count in votes.items()}


def _winner(count: Counter[str]) -> Gender:
    he, she = count["he"], count["she"]
    if he >= _ENOUGH and he >= 4 * she:
        return "he"
    return "she" if she >= _ENOUGH and she >= 4 * he else ""
