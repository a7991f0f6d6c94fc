"""Several texts read together: each is searched by itself, then what was found is put together.

No finder ever sees two texts at once, so a name, a pronoun or a speaker of one cannot reach into
another. What is told of the whole (how hard it is, how much care it needs) is added up here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from guides.findings.sensitivity import decided
from guides.model import (
    Document,
    Findings,
    Genre,
    KeyTerm,
    Name,
    Overview,
    ReadingLevel,
    Sensitivity,
    Term,
)
from guides.moving import moved

T = TypeVar("T")

# What is not a list of findings, or no plain one.
_OWN = frozenset(
    "document texts people organisations places vocabulary key_terms reading sensitivity"
    " overview".split()
)


def find(document: Document, search: Callable[[Document], Findings]) -> Findings:
    """Return what is found in each of a document's texts, and all of it together.

    Args:
        document: Joined from several.
        search: Returns what is found in one text.
    """
    texts = tuple(_found(text, document, search) for text in document.texts)
    lists = {
        field.name: tuple(item for text in texts for item in getattr(text, field.name))
        for field in fields(Findings)
        if field.name not in _OWN
    }
    return Findings(
        document=document,
        texts=texts,
        **lists,
        people=_names(texts, "people"),
        organisations=_names(texts, "organisations"),
        places=_names(texts, "places"),
        vocabulary=_terms(texts),
        key_terms=_key_terms(texts),
        reading=_level(texts),
        sensitivity=_care(document, texts),
        overview=_overview(texts),
    )


def _found(text: Document, whole: Document, search: Callable[[Document], Findings]) -> Findings:
    """Search a text in its own file, where nothing of the others is, and place what is found."""
    start, file = whole.source.file_at(text.blocks[0].span.start)
    alone = moved(text, whole.source, file, -start)
    found = moved(search(alone), file, whole.source, start)
    return replace(found, document=text)


def _joined(items: Iterable[T], key: Callable[[T], Hashable], join: Callable[[T, T], T]) -> list[T]:
    """Return *items*, those with the same key made one, in the order of the first of each."""
    kept: dict[Hashable, T] = {}
    for item in items:
        mine = key(item)
        kept[mine] = join(kept[mine], item) if mine in kept else item
    return list(kept.values())


def _names(texts: Sequence[Findings], field: str) -> tuple[Name, ...]:
    """Return the names of all texts; one that two of them give the same role is listed once."""

    def join(first: Name, later: Name) -> Name:
        return replace(
            first,
            paragraphs=(*first.paragraphs, *later.paragraphs),
            mentions=(*first.mentions, *later.mentions),
            quoted=first.quoted or later.quoted,
            acts=first.acts or later.acts,
            accused=first.accused or later.accused,
        )

    every: list[Name] = [name for text in texts for name in getattr(text, field)]
    return tuple(_joined(every, lambda name: (name.name, name.role), join))


def _terms(texts: Sequence[Findings]) -> tuple[Term, ...]:
    def join(first: Term, later: Term) -> Term:
        paragraphs = (*first.paragraphs, *later.paragraphs)
        meaning = first.definition or later.definition
        weight = max(first.weight, later.weight)
        return replace(first, paragraphs=paragraphs, definition=meaning, weight=weight)

    every = [term for text in texts for term in text.vocabulary]
    return tuple(sorted(_joined(every, lambda term: term.word, join), key=lambda t: -t.weight))


def _key_terms(texts: Sequence[Findings]) -> tuple[KeyTerm, ...]:
    def join(first: KeyTerm, later: KeyTerm) -> KeyTerm:
        paragraphs = (*first.paragraphs, *later.paragraphs)
        return replace(first, weight=first.weight + later.weight, paragraphs=paragraphs)

    every = [term for text in texts for term in text.key_terms]
    return tuple(sorted(_joined(every, lambda term: term.term, join), key=lambda t: -t.weight))


def _level(texts: Sequence[Findings]) -> ReadingLevel:
    levels = [text.reading for text in texts]
    return ReadingLevel(
        grade_low=min(level.grade_low for level in levels),
        grade_high=max(level.grade_high for level in levels),
        words=sum(level.words for level in levels),
    )


def _care(document: Document, texts: Sequence[Findings]) -> Sensitivity:
    """Return the care that the hardest of the texts needs, or what the editor decides."""
    each = [text.sensitivity for text in texts]
    found = max(one.level for one in each)
    hardest = sorted(each, key=lambda one: -one.level)  # equals stay in text order
    return Sensitivity(
        level=decided(document.front.sensitivity, found),
        found=found,
        categories=_once(one.categories for one in hardest),
        labels=_once(one.labels for one in hardest),
        matches=tuple(match for one in each for match in one.matches),
        checked=all(one.checked for one in each),
        dehumanising=any(one.dehumanising for one in each),
    )


def _overview(texts: Sequence[Findings]) -> Overview:
    """Return what the overviews say together; a kind of text only where all are of it.

    Lists are joined; each text keeps its order of time and its people for itself.
    """
    genres: set[Genre] = {text.overview.genre for text in texts}
    lists: dict[str, Any] = {
        field.name: _once(getattr(text.overview, field.name) for text in texts)
        for field in fields(Overview)
        if isinstance(field.default, tuple) and field.name != "room"
    }
    genre = genres.pop() if len(genres) == 1 else "article"
    latest = max(text.overview.latest for text in texts)
    return Overview(genre=genre, latest=latest, **lists)


def _once(lists: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(item for items in lists for item in items))
