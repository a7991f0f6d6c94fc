"""What a text lets go and takes up again: a thing or a person named in distant places.

A word that stands in every paragraph is the subject; one that comes back after a long while
asks to be compared with what it was the first time. It is kept only where every place has it
in one form, so that a question can quote it and be checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from guides.findings import people_words
from guides.findings.concepts import is_noun
from guides.findings.grammar import is_people_noun
from guides.findings.lexicon import zipf
from guides.model import Block, Document, Findings, KeyTerm, Name, Repetition
from guides.source import Span

_MOST_PARAGRAPHS = 3
_LEAST_GAP, _GAP_SHARE = 4, 3  # paragraphs; a third of the text
_EVERYDAY = 4.3  # Zipf; "town" and "water" come back by chance
_FEWEST_LETTERS = 4


def find_recurrences(findings: Findings) -> tuple[Repetition, ...]:
    """Return what comes back after a gap, with every place in which it stands."""
    texts = {block.number: block for block in findings.document.numbered}
    people = {person.name: person for person in reversed(findings.people)}
    found = [
        item
        for term in findings.key_terms
        for item in _recurrence(term, findings.document, texts, people.get(term.term))
    ]
    return tuple(sorted(found, key=lambda item: item.span.start))


def _recurrence(
    term: KeyTerm, document: Document, texts: Mapping[int | None, Block], person: Name | None
) -> Iterator[Repetition]:
    word = term.term
    paragraphs = person.paragraphs if person else term.paragraphs
    printed = word.split()[-1] if person else word  # "Melis" is Rita Melis
    spoken = re.compile(rf"(?<![\w’'-]){re.escape(printed)}(?![\w’'-])")
    places = [
        (number, match)
        for number in paragraphs
        if number in texts and (match := spoken.search(texts[number].text))
    ]
    every = len(places) == len(paragraphs)  # in one form, so that a reader finds each
    if not (every and 2 <= len(places) <= _MOST_PARAGRAPHS and _tells(word, document, person)):
        return
    if not person and not _dwelt_on(word, [texts[number].text for number, _ in places], document):
        return
    widest = max(later - sooner for (sooner, _), (later, _) in pairwise(places))
    if widest < max(_LEAST_GAP, len(texts) / _GAP_SHARE):
        return
    last, match = places[-1]
    at = texts[last].span.start + match.start()
    yield Repetition(
        span=Span(document.source, at, at + len(printed)),
        paragraph=last,
        word=word,
        times=len(places),
        paragraphs=tuple(number for number, _ in places),
    )


def _dwelt_on(word: str, texts: list[str], document: Document) -> bool:
    """Tell a thing that a place speaks of, and not only mentions, and that has no other form."""
    other = word.removesuffix("s") if word.endswith("s") else f"{word}s"
    if re.search(rf"\b{re.escape(other)}\b", document.text, re.IGNORECASE):
        return False
    counted = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    return sum(len(counted.findall(text)) for text in texts) > len(texts)


def _tells(word: str, document: Document, person: Name | None) -> bool:
    """Tell a person's name, or a noun for a thing that is not in everybody's mouth."""
    if not word.islower():
        return " " in word and person is not None
    head = word.rsplit(maxsplit=1)[-1]
    somebody = bool(people_words.kind_of(head)) or is_people_noun(head)
    known = not document.title_derived and word in document.title.lower()
    rare = len(word) >= _FEWEST_LETTERS and zipf(word) < _EVERYDAY
    return rare and not (somebody or known) and is_noun(word, document.text)
