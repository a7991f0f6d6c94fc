"""Concepts: the nouns that a text is about and explains, such as "eruption" or "monopoly"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from guides.findings.grammar import is_closed, is_people_noun
from guides.findings.lexicon import stem, zipf
from guides.model import Findings

_CENTRAL = 15  # key terms
_MOST_CONCEPTS = 3
_BOOKISH, _LONGEST_TERM = 4, 3  # terms in bold; words of one
_MOST_BOLD = 40  # terms that are counted: a whole book in bold has no more to say
_SHORT = 6  # paragraphs
_OF_A_BOOK = re.compile(r"\d{1,2}\.\d{1,2}\s")
_TERM = re.compile(r"[^\W\d_A-Z][^\d_A-Z]*")
_ROOT = 5  # letters
_EVERYDAY = 4.5  # Zipf; such a word nobody has to explain
_BEFORE_NOUN = "the|an?|this|that|these|those|its|their|our|of|into|no|more|by|with|from|through"
_AFTER_NOUN = (
    "is|are|was|were|has|have|had|can|may|will|would|of|in|on|to|that|which|and|or|from|by|for|at"
    "|with|as|into"
)


def find_concepts(findings: Findings) -> tuple[str, ...]:
    """Return nouns to know that the text is about, those in most paragraphs first.

    Where a schoolbook prints its terms in bold, those are the words.
    """
    if len(bold := _bold(findings)) >= _BOOKISH:
        text = findings.document.text
        used = {term: len(re.findall(rf"\b{re.escape(term)}\b", text)) for term in bold}
        return tuple(sorted(bold, key=lambda term: -used[term])[:_MOST_CONCEPTS])
    central = {stem(key.term.lower()) for key in findings.key_terms[:_CENTRAL]}
    people = " ".join(group.name.lower() for group in findings.groups)
    least = 3 if len(findings.document.numbered) > _SHORT else 2
    found: list[str] = []
    for term in sorted(findings.vocabulary, key=lambda term: -len(term.paragraphs)):
        known = any(_is_same(term.text, word) for word in found)
        about = stem(term.text) in central and term.text not in people and not known
        if len(term.paragraphs) >= least and about and _is_explained(term.text, findings):
            found.append(term.text)
    return tuple(found[:_MOST_CONCEPTS])


def teaches(concepts: Sequence[str], findings: Findings) -> bool:
    """Tell a text that explains: it prints its terms in bold, or speaks in nobody's voice.

    A section of a schoolbook has a number of two parts: "18.4 Flowing the Other Way".
    """
    if len(_bold(findings)) >= _BOOKISH or _OF_A_BOOK.match(findings.document.title):
        return True
    speakers = {item.speaker for item in findings.quotations if item.speaker}
    voiced = findings.first_person or findings.we_passages or len(speakers) > 1
    return bool(concepts) and not voiced


def _bold(findings: Findings) -> list[str]:
    """Return the first terms in bold inside sentences, in text order."""
    marked = (mark.span for mark in findings.document.markup if mark.kind == "strong")
    words = (span.text.strip(" :.,;") for span in marked)
    terms = dict.fromkeys(
        word
        for word in words
        if len(word.split()) <= _LONGEST_TERM and _TERM.fullmatch(word)
        if not is_closed(word.split()[-1])
    )
    return list(terms)[:_MOST_BOLD]


def _is_same(one: str, other: str) -> bool:
    """Tell "eruption" and "erupted" for one word."""
    return stem(one)[:_ROOT] == stem(other)[:_ROOT]


def _is_explained(word: str, findings: Findings) -> bool:
    """Tell a noun that not everybody uses, for a thing and no person."""
    noun = word.islower() and is_noun(word, findings.document.text)
    return noun and zipf(word) < _EVERYDAY and not is_people_noun(word)


def connected(concepts: Sequence[str], findings: Findings) -> tuple[str, ...]:
    """Return the first two concepts that the text names in one sentence, or nothing."""
    sentences = [
        sentence.text.lower()
        for block in findings.document.numbered
        for sentence in block.sentences
    ]
    for pair in combinations(concepts, 2):
        if any(all(word in sentence for word in pair) for sentence in sentences):
            return pair
    return ()


def is_noun(word: str, text: str) -> bool:
    """Tell a word that the text uses as a noun: "the soil is", and not "specializing"."""
    used = rf"\b(?:{_BEFORE_NOUN})\s+{re.escape(word)}(?:\s+(?:{_AFTER_NOUN})\b|[.,;:)])"
    return not word.endswith(("ing", "ed")) and bool(re.search(used, text, re.IGNORECASE))
