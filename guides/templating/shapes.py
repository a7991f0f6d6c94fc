"""What a prompt can name, and what each name holds.

Prompts see plain data made from the findings. The shape of that data is worked out here
from the dataclasses, so that a misspelt field is found before any text is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from guides.model import SLOTS, Document, Finding, Findings
from guides.source import Span

Kind = Literal["text", "number", "truth", "list", "record", "any"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What kind of value stands behind a name.

    Attributes:
        kind: How it can be used; ``any`` where it cannot be told.
        fields: The parts of a record, by name.
        item: What a list holds.
        choices: Every text that it can be; empty where it can be any.
    """

    kind: Kind
    fields: Mapping[str, Shape] = field(default_factory=dict)
    item: Shape | None = None
    choices: tuple[str, ...] = ()


TEXT, NUMBER, TRUTH, ANY = Shape("text"), Shape("number"), Shape("truth"), Shape("any")
TEXTS = Shape("list", item=TEXT)

_DOCUMENT = Shape(
    "record",
    {
        "title": TEXT,
        "title_derived": TRUTH,
        "topic": TEXT,
        "author": TEXT,
        "authors": TEXTS,
        "signed": TEXT,
        "publisher": TEXT,
        "url": TEXT,
        "date": TEXT,
        "excerpt": TRUTH,
        "texts": TEXTS,
        "options": TEXTS,
        "paragraphs": NUMBER,
        "first_paragraph": NUMBER,
        "last_paragraph": NUMBER,
        "first_sentence": TEXT,
        "restates_title": TRUTH,
        "title_says_little": TRUTH,
        "title_asks": TRUTH,
        "last_sentence": TEXT,
    },
)
_SUMMARY = Shape("record", {"label": TEXT, "text": TEXT})
_PREFACE = Shape("record", {"publisher": TEXT, "summary": _SUMMARY})

# What the content note of the care texts can name.
CARE_NAMES: Mapping[str, Shape] = {"labels": TEXTS, "dehumanising": TRUTH}


@cache
def prompt_names() -> Mapping[str, Shape]:
    """Return every name that a prompt can use: lists, the slots for one of each, the rest."""
    lists = dict(_shape(Findings).fields)
    slots = {slot: lists[plural].item or ANY for slot, plural in SLOTS.items()}
    return lists | slots | {"document": _DOCUMENT, "preface": _PREFACE}


def _shape(hint: Any) -> Shape:
    """Return the shape that a value of a type has as plain data."""
    simple = {str: TEXT, int: NUMBER, float: NUMBER, bool: TRUTH}
    inner = get_args(hint)
    if hint in simple:
        return simple[hint]
    if get_origin(hint) is Literal:
        return Shape("text", choices=inner)
    if get_origin(hint) is tuple:
        return Shape("list", item=_shape(inner[0]))
    if inner:  # something or None
        return _shape(inner[0])
    return Shape("record", _fields(hint)) if is_dataclass(hint) else ANY


def _fields(kind: Any) -> dict[str, Shape]:
    """Return the parts of a dataclass, a finding's span spread into it as `plain` does."""
    place = {"text": TEXT, "start": NUMBER, "end": NUMBER}
    if kind is Span:
        return place
    left_out = (Document, tuple[Findings, ...])
    hints = {name: hint for name, hint in get_type_hints(kind).items() if hint not in left_out}
    if issubclass(kind, Finding):
        del hints["span"]
        return place | {name: _shape(hint) for name, hint in hints.items()}
    return {name: _shape(hint) for name, hint in hints.items()}
