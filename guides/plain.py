"""Values as plain data: dictionaries, lists, text and numbers.

Prompts see the findings in this form, and `--json` prints it, so one set of names serves
the person who writes a prompt and the program that reads our output. Plain data is also
what keeps the template sandbox shut: no class and no method is ever in reach.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from guides.model import Document, Finding, Findings
from guides.source import Span


def plain(value: Any) -> Any:
    """Return *value* as dictionaries, lists, text, numbers, booleans and None.

    A `Span` becomes ``{"text", "start", "end"}``; a finding carries these three itself.
    The document inside the findings is left out: it has a form of its own; so is what was found
    in each of several texts, which stands in the lists of all.
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Span):
        return {"text": value.text, "start": value.start, "end": value.end}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value)
    return value


def _record(value: Any) -> dict[str, Any]:
    """Return a dataclass as a dictionary, a finding's span spread into it."""
    record: dict[str, Any] = {}
    kind: type = type(value)
    for name in _names(kind):
        item = getattr(value, name)
        if isinstance(item, Document) or (name == "texts" and isinstance(value, Findings)):
            continue
        if name == "span" and isinstance(value, Finding):
            record |= plain(item)
        else:
            record[name] = plain(item)
    return record


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(entry.name for entry in fields(kind))
