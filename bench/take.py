"""The shape of an excerpt: preface, source line, body, as people labelled them.

A document counts as right in a field where all of it is right, after folding white space and
outer punctuation. Fields that a record does not have are not judged.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from bench.core import Row, Score, Skipped, Task, folder, read, rows, wilson
from guides.model import BlockKind, Document, PartKind

NOVEL = "long29_pride_and_prejudice"


def documents_right() -> Score:
    """Return the share of documents with no field wrong; the note names what is wrong."""
    records = rows("giving_compass")
    wrong = {record["id"]: _wrong_fields(record) for record in records}
    note = ", ".join(f"{name}: {' '.join(fields)}" for name, fields in wrong.items() if fields)
    return wilson(sum(not fields for fields in wrong.values()), len(records), note)


def fields_right() -> Score:
    """Return the share of all labelled fields that are right."""
    records = rows("giving_compass")
    judged = [field for record in records for field in FIELDS if field in record]
    wrong = sum(len(_wrong_fields(record)) for record in records)
    return wilson(len(judged) - wrong, len(judged))


def novel_read() -> Score:
    """Return the seconds of processor time that a novel of 121,806 words takes."""
    path = folder().parent / "corpus" / f"{NOVEL}.txt"
    if not path.is_file():
        raise Skipped(f"no ../shared/corpus/{NOVEL}.txt")
    text = path.read_text("utf-8")
    start = time.process_time()
    read(NOVEL, text)
    seconds = time.process_time() - start
    return Score(seconds, seconds, seconds, 1)


# ---------------------------------------------------------------- what was read


def _parts(kind: PartKind) -> Callable[[Document], list[str]]:
    """Return a look-up of what the preface says of one kind."""

    def look_up(document: Document) -> list[str]:
        preface = document.preface
        return [part.span.text for _, part in preface.parts(kind)] if preface else []

    return look_up


def _summary(document: Document) -> str:
    return " ".join(_parts("summary")(document))


def _count(*kinds: BlockKind) -> Callable[[Document], int]:
    """Return a count of the body's blocks of some kinds."""
    return lambda document: sum(block.kind in kinds for block in document.blocks)


def _questions(document: Document) -> list[str]:
    sentences = [sentence.text for block in document.numbered for sentence in block.sentences]
    return [sentence for sentence in sentences if sentence.rstrip("\"'”’)").endswith("?")]


FIELDS: dict[str, Callable[[Document], object]] = {
    "take_summary": _summary,
    "take_questions": _parts("question"),
    "take_statements": _parts("statement"),
    "pointers": _parts("pointer"),
    "boilerplate": lambda document: [span.text for span in document.dropped],
    "topic": lambda document: document.topic,
    "authors": lambda document: list(document.authors),
    "publisher": lambda document: document.publisher,
    "body_paragraphs": _count("paragraph"),
    "body_list_items": _count("item"),
    "body_questions": _questions,
}


def _wrong_fields(record: Row) -> list[str]:
    document = read(record["id"], record["text"])
    return [
        field
        for field, look_up in FIELDS.items()
        if field in record and _folded(look_up(document)) != _folded(record[field])
    ]


def _folded(value: object) -> object:
    """Return a value in which white space, outer punctuation and "none" make no difference."""
    if isinstance(value, list):
        return [_folded(item) for item in value]
    if isinstance(value, str):
        return " ".join(value.split()).strip(" .:")
    return value or ""


TASKS = (
    Task("shape of an excerpt", "Giving Compass, documents right", 1.0, 0.95, documents_right),
    Task("shape of an excerpt", "Giving Compass, fields right", 1.0, 0.99, fields_right),
    Task("reading", "a novel of 121,806 words", 2.0, 1.0, novel_read, "s", smaller_wins=True),
)
