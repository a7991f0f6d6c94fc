"""Different names that a text uses for one group.

"LGBTI" here and "queer" there: writers differ, and people choose their own names. Only
rows of words that mean the same people are compared (`group_words.FAMILIES`); a long form
and its abbreviation, or one word and its plural, are not worth a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from guides.findings import group_words, lexicon
from guides.model import Document, Variant
from guides.source import Span

_Place = tuple[int, Span]


def find(document: Document) -> tuple[Variant, ...]:
    """Return the groups that *document* calls by more than one name, in text order."""
    lowered = document.text.lower()
    found = []
    for forms in group_words.FAMILIES:
        used = tuple(form for form in forms if _cue(form) in lowered)
        if used and (len(used) > 1 or "*" in used[0]):
            found.append(_variant(list(_places(document, used)), document))
    return tuple(sorted(filter(None, found), key=lambda variant: variant.span.start))


def _places(document: Document, forms: tuple[str, ...]) -> Iterator[_Place]:
    """Yield where one of *forms* stands, with its paragraph, 0 in the preface."""
    pattern = re.compile(rf"\b(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
    for note in document.preface.notes if document.preface else ():
        for match in pattern.finditer(document.text, note.span.start, note.span.end):
            yield 0, Span(document.source, *match.span())
    for block in document.numbered:
        for match in pattern.finditer(document.text, block.span.start, block.span.end):
            yield block.number or 0, Span(document.source, *match.span())


@cache
def _cue(form: str) -> str:
    """Return the word that a pattern opens with: a text without it need not be searched."""
    certain = re.sub(r"\w\?|\\\w", " ", form.lower())
    word = re.search(r"[a-z]{2,}", certain)
    return word[0] if word else ""


def _variant(places: list[_Place], document: Document) -> Variant | None:
    """Return the names at *places*, if the body uses one of them and there are two."""
    forms: dict[str, str] = {}
    for _, span in places:
        forms.setdefault(_folded(span.text), " ".join(span.text.split()))
    body = [(number, span) for number, span in places if number]
    if len(forms) < 2 or not body:
        return None
    return Variant(
        span=body[0][1],
        paragraph=body[0][0],
        confidence=0.8,
        forms=tuple(forms.values()),
        label=_labels(places, document),
        paragraphs=tuple(sorted({number for number, _ in body})),
    )


def _labels(places: list[_Place], document: Document) -> str:
    """Return which notes of the preface have one of the names: "T1, T3" or "T1–T3"."""
    notes = document.preface.notes if document.preface else ()
    inside = [
        place
        for place, note in enumerate(notes)
        if any(note.span.start <= span.start < note.span.end for _, span in places)
    ]
    labels = [notes[place].label for place in inside]
    unbroken = len(inside) > 2 and inside[-1] - inside[0] == len(inside) - 1
    return f"{labels[0]}–{labels[-1]}" if unbroken else ", ".join(labels)


def _folded(form: str) -> str:
    """Return what two spellings of one form share: case, plural, gender and hyphens."""
    folded = re.sub(r"\blatina(s?)\b", r"latino\1", form.lower().replace("-", " "))
    return " ".join(lexicon.stem(word) for word in folded.split())
