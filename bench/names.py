"""Names: WikiGold and GUM span by span, the "Take" documents as sets of names.

WikiGold's sentences follow one another as they do in its articles, so they are read in
runs that share one memory of who has been named, as a seed is; and once more one by one,
which shows what the rules know without that memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bench.core import Counts, Row, Score, Task, f1, read, rows
from guides import sentences
from guides.findings import names
from guides.model import Block, Document
from guides.source import Source, Span

RUN = 25  # sentences; about one article
_KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
_NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] } % 's n't 'm 're 've 'd 'll '".split())
_NO_SPACE_AFTER = frozenset("( [ { $".split())

Labelled = set[tuple[int, int, str]]


def wikigold(run: int, kind: str = "") -> Score:
    """Return exact span and type F1 over runs of *run* sentences, of one *kind* or of all."""
    records = rows("ner_wikigold")
    return f1([_run(records[at : at + run], kind) for at in range(0, len(records), run)])


def _run(records: Sequence[Row], kind: str) -> Counts:
    text, gold, paragraphs = "", set(), []
    for record in records:
        words, spans = _detokenised(record["tokens"])
        shift = len(text)
        gold |= {(shift + s, shift + e, k) for s, e, k in _tagged(record["tags"], spans)}
        paragraphs.append((shift, shift + len(words)))
        text += words + "\n\n"
    return _compare(_found(_document(text, paragraphs)), gold, kind)


def _detokenised(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return *tokens* as running text, and where each of them stands in it."""
    text, spans, quoting, glued = "", [], False, True
    for token in tokens:
        word = '"' if token in {"``", "''"} else token
        closes = word == '"' and quoting
        space = "" if glued or closes or word in _NO_SPACE_BEFORE else " "
        glued = word in _NO_SPACE_AFTER or (word == '"' and not quoting)
        quoting ^= word == '"'
        text += space
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


def _tagged(tags: Sequence[str], spans: Sequence[tuple[int, int]]) -> Labelled:
    """Return the spans that IOB1 *tags* mark, without MISC."""
    found: list[tuple[int, int, str]] = []
    before = "O"
    for tag, (start, end) in zip(tags, spans, strict=True):
        if tag != "O" and tag[2:] == before[2:] and not tag.startswith("B"):
            found[-1] = (found[-1][0], end, tag[2:])
        elif tag != "O":
            found.append((start, end, tag[2:]))
        before = tag
    return {(start, end, _KINDS[tag]) for start, end, tag in found if tag in _KINDS}


def gum(kind: str = "") -> Score:
    """Return exact span and type F1 on GUM, whose spans hold titles that ours leave out."""
    return f1(
        [_compare(_found(_gum_document(row)), _gum_gold(row), kind) for row in rows("gum_docs")]
    )


def gum_distinct() -> Score:
    """Return F1 over the distinct names of each document, a person by the last word."""
    scores = []
    for row in rows("gum_docs"):
        text = row["text"]
        found = _distinct(text, _found(_gum_document(row)))
        gold = _distinct(text, _gum_gold(row))
        hits = len(found & gold)
        scores.append(Counts(hits, len(found), hits, len(gold)))
    return f1(scores)


def _distinct(text: str, spans: Labelled) -> set[tuple[str, str]]:
    shown = {(" ".join(text[start:end].lower().split()), kind) for start, end, kind in spans}
    return {(name.split(" ")[-1] if kind == "person" else name, kind) for name, kind in shown}


def _gum_gold(row: Row) -> Labelled:
    kinds = {"person": "person", "place": "place", "organization": "organisation"}
    return {
        (entity["ns"], entity["ne"], kinds[entity["type"]])
        for entity in row["ents"]
        if entity["named"] and entity["type"] in kinds
    }


def _gum_document(row: Row) -> Document:
    return _document(row["text"], [(start, end) for start, end, _ in row["paras"]])


def _document(text: str, paragraphs: Iterable[tuple[int, int]]) -> Document:
    """Return *text* as a document with just these paragraphs, so that offsets stay."""
    source = Source("benchmark", text)
    blocks = tuple(
        Block(
            kind="paragraph",
            number=number,
            span=Span(source, start, end),
            sentences=tuple(
                Span(source, start + first, start + last)
                for first, last in sentences.split(text[start:end]) or [(0, end - start)]
            ),
        )
        for number, (start, end) in enumerate(paragraphs, start=1)
    )
    return Document(source=source, title="", title_derived=True, blocks=blocks)


def _found(document: Document) -> Labelled:
    return {
        (mention.start, mention.end, name.kind)
        for name in names.find(document)
        for mention in name.mentions
    }


def _compare(found: Labelled, gold: Labelled, kind: str) -> Counts:
    if kind:
        found = {span for span in found if span[2] == kind}
        gold = {span for span in gold if span[2] == kind}
    hits = len(found & gold)
    return Counts(hits, len(found), hits, len(gold))


def take(field: str, kind: str) -> Score:
    """Return F1 over the set of names of one *kind* in each "Take" document."""
    return f1([_take(row, field, kind) for row in rows("giving_compass")])


def _take(row: Row, field: str, kind: str) -> Counts:
    gold = {_folded(name) for name in row[field]}
    document = read(row["id"], row["text"])
    found = {_folded(name.name) for name in names.find(document) if name.kind == kind}
    hits = len(found & gold)
    return Counts(hits, len(found), hits, len(gold))


def _folded(name: str) -> str:
    """Return *name* without case, punctuation and article."""
    words = re.sub(r"[^\w\s]", "", name.lower()).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


TASKS = (
    Task("names", "WikiGold, spans and kinds, F1", 0.70, 0.75, lambda: wikigold(RUN)),
    Task("names", "WikiGold, people", None, 0.85, lambda: wikigold(RUN, "person")),
    Task("names", "WikiGold, places", None, 0.80, lambda: wikigold(RUN, "place")),
    Task("names", "WikiGold, organisations", None, 0.55, lambda: wikigold(RUN, "organisation")),
    Task("names", "WikiGold, each sentence alone", None, None, lambda: wikigold(1)),
    Task("names", "GUM, spans and kinds, F1", None, None, gum),
    Task("names", "GUM, distinct names, F1", None, None, gum_distinct),
    Task('names in "Take"', "people, set F1", 0.90, 0.95, lambda: take("people", "person")),
    Task('names in "Take"', "places, set F1", 0.88, 0.95, lambda: take("places", "place")),
    Task(
        'names in "Take"', "organisations, set F1", 0.80, 0.90, lambda: take("orgs", "organisation")
    ),
)
