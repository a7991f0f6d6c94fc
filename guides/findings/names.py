"""People, organisations and places, with every mention and what the text says they are.

Capitalised stretches (`capitals.py`) are judged by their words and by what stands around
them (`kinds.py`); then the forms of one name are brought together: "Bowers" is Robert
Bowers, "the agency" nobody. What stays unsure is left out: a guide must not ask about a
person who is a hurricane.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from guides.findings.capitals import Stretch, stretches
from guides.findings.kinds import Scores, context_scores, form_scores
from guides.findings.name_words import SUFFIXES
from guides.model import Document, Name, NameKind, Quotation
from guides.source import Span

_ROLE_AFTER = re.compile(
    r",\s+((?:an?|the|one of the|its|their|his|her|our)\s+[^,;:.!?“”\"()—]{3,90}),"
)
_ROLE_BEFORE = re.compile(r"((?:[\w’'-]+ ){0,3}[a-z][\w’'-]+)\s+$")

_LISTED = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|&)\s")


def find(document: Document) -> tuple[Name, ...]:
    """Return the names in *document*, each at its first mention in the body, in text order."""
    mentions = list(_mentions(document))
    kinds = _judge(document, mentions)
    entities = _gather(mentions, kinds)
    found = [_name(document, full, kinds[full], group) for full, group in entities.items()]
    return tuple(sorted(found, key=lambda name: (name.span.start, name.span.end)))


def with_quotations(names: Iterable[Name], quotations: Iterable[Quotation]) -> tuple[Name, ...]:
    """Return *names* with `quoted` and `accused` filled from whose words are quoted."""
    speakers = {quotation.speaker for quotation in quotations}
    deniers = {quotation.speaker for quotation in quotations if quotation.denial}
    return tuple(
        dataclasses.replace(
            name, quoted=name.name in speakers, accused=name.accused or name.name in deniers
        )
        for name in names
    )


def _regions(document: Document) -> Iterator[tuple[int, Span]]:
    """Yield each sentence with its paragraph number; 0 in preface and source line."""
    if document.preface:
        for note in document.preface.notes:
            for part in note.parts:
                yield 0, part.span
    for block in document.blocks:
        for sentence in block.sentences:
            yield block.number or 0, sentence
    if document.source_line:
        yield 0, document.source_line


def _mentions(document: Document) -> Iterator[tuple[int, Stretch]]:
    for number, span in _regions(document):
        for stretch in stretches(document.text, span.start, span.end):
            yield number, stretch


def _judge(document: Document, mentions: list[tuple[int, Stretch]]) -> dict[str, NameKind]:
    """Return the kind of every form that is a name."""
    around: dict[str, Scores] = defaultdict(Scores)
    forms: dict[str, Scores] = {}
    for _, stretch in mentions:
        if stretch.key not in forms:
            forms[stretch.key] = form_scores(stretch.words)
        around[stretch.key].add(context_scores(document.text, stretch))
    for key, scores in forms.items():
        scores.add(around[key].capped())
    _agree_in_lists(document.text, mentions, forms)
    kinds = {key: kind for key, scores in forms.items() if (kind := scores.best)}
    kinds |= dict.fromkeys((key for key in forms if key in document.authors), "person")
    for key in forms:
        if document.publisher and key in {document.publisher, document.publisher[4:]}:
            kinds[key] = "organisation"
    parts = {part for key, kind in kinds.items() if kind == "person" for part in _parts(key)}
    for key in forms:
        if key in parts and forms[key].organisation < 4 and forms[key].place < 5:
            kinds[key] = "person"
    return kinds


def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a person's name that may stand for it later."""
    words = [word for word in name.split() if word not in SUFFIXES]
    return (words[-1], words[0]) if len(words) > 1 else ()


def _agree_in_lists(
    text: str, mentions: list[tuple[int, Stretch]], forms: dict[str, Scores]
) -> None:
    """Let what stands in one list be of one kind: "Honduras, Guatemala and Coron"."""
    before = {key: scores.best for key, scores in forms.items()}
    for (_, one), (_, two) in pairwise(mentions):
        gap = text[one.end : two.start]
        if len(gap) > 8 or not _LISTED.fullmatch(gap):
            continue
        for sure, unsure in ((one, two), (two, one)):
            kind = before[sure.key]
            if kind and not before[unsure.key]:
                forms[unsure.key].give(kind, 1.5)


def _gather(
    mentions: list[tuple[int, Stretch]], kinds: dict[str, NameKind]
) -> dict[str, list[tuple[int, Stretch]]]:
    """Return the mentions of each name under its fullest form."""
    fullest: dict[str, str] = {}
    for key, kind in kinds.items():
        for part in _parts(key) if kind == "person" else ():
            fullest.setdefault(part, key)
    groups: dict[str, list[tuple[int, Stretch]]] = defaultdict(list)
    for number, stretch in mentions:
        key = stretch.key
        if key in kinds:
            full = fullest.get(key, key) if kinds[key] == "person" else key
            groups[full].append((number, stretch))
    return groups


def _name(document: Document, full: str, kind: NameKind, group: list[tuple[int, Stretch]]) -> Name:
    numbered = [item for item in group if item[0]] or group
    number, first = numbered[0]
    spans = tuple(Span(document.source, stretch.start, stretch.end) for _, stretch in group)
    return Name(
        span=Span(document.source, first.start, first.end),
        paragraph=number,
        name=full,
        kind=kind,
        role=_role(document.text, kind, group),
        paragraphs=tuple(sorted({number for number, _ in group if number})),
        mentions=spans,
    )


def _role(text: str, kind: NameKind, group: list[tuple[int, Stretch]]) -> str:
    """Return what the text says *group* is, as printed beside one of its mentions."""
    for _, stretch in group:
        after = _ROLE_AFTER.match(text, stretch.end)
        if after and kind != "place":
            return " ".join(after[1].removeprefix("a ").split())
        if kind == "person" and (stretch.title or stretch.demonym):
            return f"{stretch.demonym} {stretch.title}".strip()
    return ""
