"""Values moved from one source to another: what is found in a file, in the text it is joined to.

Everything that a reader or a finder returns points into one source by spans, however deep they
lie. Where texts are joined, or taken apart again, all of these move by the same distance.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from guides.problems import Problem
from guides.source import Source, Span

T = TypeVar("T")


def moved(value: T, old: Source, new: Source, distance: int) -> T:
    """Return *value* with every span in *old* moved by *distance* characters into *new*.

    Problems stay where they are: they are shown at their place in their file.
    """
    found: Any = _moved(value, old, new, distance)
    return found  # type: ignore[no-any-return]


def _moved(value: Any, old: Source, new: Source, distance: int) -> Any:
    if isinstance(value, Span):
        if value.source is not old:
            return value
        return Span(new, value.start + distance, value.end + distance)
    if value is old:
        return new
    if isinstance(value, tuple):
        items = tuple(_moved(item, old, new, distance) for item in value)
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, type | Source | Problem):
        return value
    changed = {
        entry.name: item
        for entry in fields(value)
        for before in [getattr(value, entry.name)]
        for item in [_moved(before, old, new, distance)]
        if item is not before
    }
    return replace(value, **changed) if changed else value
