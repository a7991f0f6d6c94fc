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
    families: dict[str, list[_Place]] = {}
    for number, region in _regions(document):
        for match in _pattern().finditer(document.text, region.start, region.end):
            place = number, Span(document.source, *match.span())
            families.setdefault(match.lastgroup or "", []).append(place)
    found = (_variant(places) for places in families.values())
    return tuple(sorted(filter(None, found), key=lambda variant: variant.span.start))


def _variant(places: list[_Place]) -> Variant | None:
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
        paragraphs=tuple(sorted({number for number, _ in body})),
    )


def _regions(document: Document) -> Iterator[_Place]:
    """Yield each note of the preface, as paragraph 0, and each numbered block."""
    for note in document.preface.notes if document.preface else ():
        yield 0, note.span
    for block in document.numbered:
        yield block.number or 0, block.span


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern for all families, so that a long text is read once."""
    families = (
        f"(?P<family{number}>{'|'.join(forms)})"
        for number, forms in enumerate(group_words.FAMILIES)
    )
    return re.compile(rf"\b(?:{'|'.join(families)})(?!\w)", re.IGNORECASE)


def _folded(form: str) -> str:
    """Return what two spellings of one form share: case, plural, gender and hyphens."""
    folded = re.sub(r"\blatina(s?)\b", r"latino\1", form.lower().replace("-", " "))
    return " ".join(lexicon.stem(word) for word in folded.split())
