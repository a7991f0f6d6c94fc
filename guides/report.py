"""Findings as JSON, for other programs: `guides findings SEED --json`.

One object. `document` is what was read; `text` in it is what every offset counts in, end
exclusive. Each kind of finding is a list under its own key, in text order (words to know
and key terms: the weightiest first). Every finding carries ``text``, ``start``, ``end``,
``paragraph`` (0 in the preface) and ``confidence``, then what its kind adds::

    document        title, title_derived, topic, authors, publisher, url, date, language, excerpt,
                    text, take {publisher, summary, questions, statements, pointers, notes},
                    paragraphs [{number, kind, speaker, text, start, end}], list_items [likewise],
                    headings [{level, text, start, end}], source_line, repairs,
                    markup [{kind, url, text, start, end}]: emphasis, strong, link,
                    texts [{title, authors, publisher, url, date, language, take, first, last}]:
                    where several are read together, each of them
    sentences       paragraph (0 in a heading)
    quotations      speaker, speaker_kind, verb, partial, denial, dated, mention, …
    scare_quotes    words in quotation marks that nobody is said to have spoken
    people, organisations, places      name, kind, role, paragraphs, mentions, quoted, …
    groups          name, paragraphs, quoted, target
    numbers         value, unit, counts, qualifier, people, deaths, sourced; "hundreds of" too
    vague_quantities                   likewise, for "many teachers": no size is given
    dates           iso, relative; every date with a digit or the name of a month, a date
                    of publication above the body first (paragraph 0)
    relative_dates  likewise, for "last week": they count from the day of writing
    questions       asker, label, best_paragraph, actors, audience, whole
    contrasts, causes, comparisons, gaps, responses, variants, listings, repetitions, …
    parts           heading, paragraphs (those under it), words
    claims          origin, doubt, opinion; somebody's word or a doubt word stands behind each
    judgements      likewise, for what the writer alone judges
    doubts          words
    calls           caller, actor, action; without an actor it is a command to the reader
    vocabulary      word, definition (empty where no sense is sure), paragraphs, weight
    key_terms       term, weight, paragraphs
    reading         grade_low, grade_high, words
    sensitivity     level, found, categories, labels, matches, checked, dehumanising
    overview        what the findings say together

`templates/schema/findings.json` holds the shape; a test holds both to each other.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from guides.days import MONTHS
from guides.model import Block, Date, Document, Finding, Findings, Number
from guides.plain import plain
from guides.source import Span

Shape = dict[str, Any]

_SIZED = re.compile(
    r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE
)
_EXPLICIT = re.compile(
    rf"\d|\b(?:{MONTHS}"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)\b"
)
_LEFT_OUT = ("document", "texts", "dateline")
# A key of the report → the field it holds a part of, where a field is told apart in two.
_PARTED = {"vague_quantities": "numbers", "relative_dates": "dates", "judgements": "claims"}


def report(findings: Findings) -> Shape:
    """Return everything found as plain data, in the shape that this module describes."""
    document = findings.document
    shape: Shape = {"document": _document(document), "sentences": _sentences(document)}
    for field in fields(Findings):
        if field.name not in _LEFT_OUT:
            shape[field.name] = plain(getattr(findings, field.name))
    shape["numbers"], shape["vague_quantities"] = _parted(findings.numbers, _is_sized)
    shape["dates"], shape["relative_dates"] = _parted(
        (*findings.dateline, *findings.dates), _is_explicit
    )
    shape["claims"], shape["judgements"] = _parted(findings.claims, lambda claim: claim.attributed)
    return shape


def _parted(found: Iterable[Any], test: Any) -> tuple[list[Any], list[Any]]:
    """Return the findings that pass *test* and those that do not."""
    items = tuple(found)
    return plain([x for x in items if test(x)]), plain([x for x in items if not test(x)])


def _is_sized(number: Number) -> bool:
    return not number.vague or bool(_SIZED.search(number.text))


def _is_explicit(date: Date) -> bool:
    return bool(date.iso) or bool(_EXPLICIT.search(date.text)) or not date.relative


# ---------------------------------------------------------------- the document


def _document(document: Document) -> Shape:
    return {
        "title": document.title,
        "title_derived": document.title_derived,
        "topic": document.topic,
        "authors": list(document.authors),
        "publisher": document.publisher,
        "url": document.url,
        "date": document.date,
        "language": document.language,
        "excerpt": document.excerpt,
        "text": document.text,
        "take": _take(document),
        "paragraphs": [_block(block) for block in document.numbered if block.kind != "item"],
        "list_items": [_block(block) for block in document.numbered if block.kind == "item"],
        "headings": [
            {"level": block.level, **plain(block.span)}
            for block in document.blocks
            if block.kind == "heading"
        ],
        "source_line": plain(document.source_line),
        "repairs": list(document.repairs),
        "markup": [
            {"kind": item.kind, "url": item.url, **plain(item.span)} for item in document.markup
        ],
        "texts": [_text(text) for text in document.texts],
    }


def _text(text: Document) -> Shape:
    """Return one of several texts that are read together, with its first and last paragraph."""
    numbers = [block.number for block in text.numbered]
    names = ("title", "publisher", "url", "date", "language")
    return {
        **{name: getattr(text, name) for name in names},
        "authors": list(text.authors),
        "take": _take(text),
        "first": numbers[0],
        "last": numbers[-1],
    }


def _block(block: Block) -> Shape:
    told: Shape = {"number": block.number, "kind": block.kind, "speaker": block.speaker}
    return {**told, **plain(block.span)}


def _take(document: Document) -> Shape:
    """Return the republisher's preface; everything in it is empty where there is none."""
    preface = document.preface
    shape: Shape = {
        "publisher": preface.publisher if preface else "",
        "summary": None,
        "questions": [],
        "statements": [],
        "pointers": [],
        "notes": [],
    }
    for note in preface.notes if preface else ():
        shape["notes"].append({"label": note.label, **plain(note.span)})
        for part in note.parts:
            if part.kind == "summary":
                shape["summary"] = shape["summary"] or part.span.text
            else:
                shape[f"{part.kind}s"].append(part.span.text)
    return shape


def _sentences(document: Document) -> list[Shape]:
    return [
        {"paragraph": block.number or 0, **plain(sentence)}
        for block in document.blocks
        for sentence in block.sentences
    ]


# ---------------------------------------------------------------- its JSON Schema

_TEXT, _WHOLE, _TRUTH = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
_SPAN: Shape = {"text": _TEXT, "start": _WHOLE, "end": _WHOLE}


def schema() -> Shape:
    """Return the JSON Schema of a report, made from the model that it is made from."""
    records: Shape = {"Span": _object(_SPAN)}
    hints = get_type_hints(Findings)
    keys = {name: _of_type(kind, records) for name, kind in hints.items() if name not in _LEFT_OUT}
    keys |= {key: keys[field] for key, field in _PARTED.items()}
    whole = _object({"document": _document_schema(), "sentences": _sentence_schema(), **keys})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Findings",
        "description": "What `guides findings SEED --json` prints.",
        **whole,
        "$defs": dict(sorted(records.items())),
    }


def _of_type(kind: Any, records: Shape) -> Shape:
    """Return the schema of a value of type *kind*, as `plain` turns it into data.

    What is made of several values goes into *records* under the name of its type.
    """
    if kind in (str, int, float, bool):
        names = {str: "string", int: "integer", float: "number", bool: "boolean"}
        return {"type": names[kind]}
    if kind is Span:
        return _reference("Span")
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _of_type(arguments[0], records)}
    if origin in (Union, types.UnionType):
        return {
            "anyOf": [
                {"type": "null"} if x is type(None) else _of_type(x, records) for x in arguments
            ]
        }
    if kind.__name__ not in records:
        records[kind.__name__] = _of_record(kind, records)
    return _reference(kind.__name__)


def _reference(name: str) -> Shape:
    return {"$ref": f"#/$defs/{name}"}


def _of_record(kind: Any, records: Shape) -> Shape:
    hints = get_type_hints(kind)
    finding = issubclass(kind, Finding)
    properties: Shape = dict(_SPAN) if finding else {}
    for field in fields(kind):
        if not (finding and field.name == "span"):
            properties[field.name] = _of_type(hints[field.name], records)
    return _object(properties)


def _object(properties: Shape) -> Shape:
    """Return the schema of an object that has these keys, all of them, and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": sorted(properties),
        "properties": properties,
    }


def _document_schema() -> Shape:
    block = {"number": _WHOLE, "kind": _TEXT, "speaker": _TEXT, **_SPAN}
    take = {
        "publisher": _TEXT,
        "summary": {"anyOf": [_TEXT, {"type": "null"}]},
        "questions": _listed(_TEXT),
        "statements": _listed(_TEXT),
        "pointers": _listed(_TEXT),
        "notes": _listed(_object({"label": _TEXT, **_SPAN})),
    }
    names = ("title", "topic", "publisher", "url", "date", "language", "text")
    text = {
        **dict.fromkeys(("title", "publisher", "url", "date", "language"), _TEXT),
        "authors": _listed(_TEXT),
        "take": _object(take),
        "first": _WHOLE,
        "last": _WHOLE,
    }
    return _object(
        {
            **dict.fromkeys(names, _TEXT),
            "title_derived": _TRUTH,
            "excerpt": _TRUTH,
            "authors": _listed(_TEXT),
            "repairs": _listed(_TEXT),
            "markup": _listed(_object({"kind": _TEXT, "url": _TEXT, **_SPAN})),
            "texts": _listed(_object(text)),
            "take": _object(take),
            "paragraphs": _listed(_object(block)),
            "list_items": _listed(_object(block)),
            "headings": _listed(_object({"level": _WHOLE, **_SPAN})),
            "source_line": {"anyOf": [_object(_SPAN), {"type": "null"}]},
        }
    )


def _sentence_schema() -> Shape:
    return _listed(_object({"paragraph": _WHOLE, **_SPAN}))


def _listed(item: Shape) -> Shape:
    return {"type": "array", "items": item}
