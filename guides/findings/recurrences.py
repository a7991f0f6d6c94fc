"""What a text lets go and takes up again: a thing that is spoken of in distant places.

A word that stands in every paragraph is the subject; one that comes back after a long while
asks to be compared with what it was the first time. It is kept only where every place has it
in one form, so that a question can quote it and be checked, and where one of them dwells on
it. A person is not looked for: where the text says "she", no list of places is whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from guides.findings import people_words
from guides.findings.concepts import is_noun
from guides.findings.grammar import is_people_noun
from guides.findings.lexicon import zipf
from guides.model import Block, Document, Findings, KeyTerm, Repetition
from guides.source import Span

_MOST_PARAGRAPHS = 3
_LEAST_GAP, _GAP_SHARE = 4, 3  # paragraphs; a third of the text
_EVERYDAY = 4.3  # Zipf; "town" and "water" come back by chance
_FEWEST_LETTERS = 4


def find_recurrences(findings: Findings) -> tuple[Repetition, ...]:
    """Return what comes back after a gap, with every place in which it stands."""
    texts = {block.number: block for block in findings.document.numbered}
    found = [
        item for term in findings.key_terms for item in _recurrence(term, findings.document, texts)
    ]
    return tuple(sorted(found, key=lambda item: item.span.start))


def _recurrence(
    term: KeyTerm, document: Document, texts: Mapping[int | None, Block]
) -> Iterator[Repetition]:
    word, paragraphs = term.term, term.paragraphs
    if not (2 <= len(paragraphs) <= _MOST_PARAGRAPHS and _tells(word, document)):
        return
    spoken = re.compile(rf"(?<![\w’'-]){re.escape(word)}(?![\w’'-])", re.IGNORECASE)
    places = [
        (number, found)
        for number in paragraphs
        if number in texts and (found := list(spoken.finditer(texts[number].text)))
    ]
    every = len(places) == len(paragraphs) and not _has_other_form(word, document)
    if not every or sum(len(found) for _, found in places) == len(places):  # only mentioned
        return
    widest = max(later - sooner for (sooner, _), (later, _) in pairwise(places))
    if widest < max(_LEAST_GAP, len(texts) / _GAP_SHARE):
        return
    last, (match, *_) = places[-1]
    at = texts[last].span.start + match.start()
    yield Repetition(
        span=Span(document.source, at, at + len(word)),
        paragraph=last,
        word=word,
        times=sum(len(found) for _, found in places),
        paragraphs=tuple(number for number, _ in places),
    )


def _has_other_form(word: str, document: Document) -> bool:
    """Tell "roof" from "roofs", which would be found in other places."""
    other = word.removesuffix("s") if word.endswith("s") else f"{word}s"
    return bool(re.search(rf"\b{re.escape(other)}\b", document.text, re.IGNORECASE))


def _tells(word: str, document: Document) -> bool:
    """Tell a noun for a thing that is not in everybody's mouth, nor in the title."""
    head = word.rsplit(maxsplit=1)[-1]
    somebody = bool(people_words.kind_of(head)) or is_people_noun(head)
    known = not document.title_derived and word in document.title.lower()
    rare = len(word) >= _FEWEST_LETTERS and zipf(word) < _EVERYDAY
    return word.islower() and rare and not (somebody or known) and is_noun(word, document.text)
