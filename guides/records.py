"""Dataclasses ⇄ plain data, for what one run of the program leaves to the next.

What is written is read by the same version of the program, so nothing is checked here; what
an author writes is for `schema`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache, partial
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def packed(value: Any) -> Any:
    """Return a value as JSON can hold it: of a dataclass, the fields that are not as usual."""
    if is_dataclass(value):
        held = ((entry, getattr(value, entry.name)) for entry in fields(value))
        return {entry.name: packed(item) for entry, item in held if item != entry.default}
    if isinstance(value, tuple):
        return [packed(item) for item in value]
    return value


def unpacked(kind: Any, data: Any) -> Any:
    """Return the value of type *kind* that *data* was packed from.

    Raises:
        TypeError: It was packed from something else.
    """
    read = _reader(kind)
    return read(data) if read else data


@cache
def _reader(kind: Any) -> Callable[[Any], Any] | None:
    """Return what turns data into a value of *kind*; None where it is one already."""
    if is_dataclass(kind):
        return _record_reader(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        item = _reader(arguments[0])
        return tuple if item is None else partial(_tuple_of, item)
    if kind in (str, int, float, bool) or origin is Literal:
        return None
    if origin in (Union, UnionType):
        (inner,) = (item for item in arguments if item is not type(None))
        read = _reader(inner)
        return None if read is None else lambda data: None if data is None else read(data)
    raise TypeError(f"{kind} cannot be packed")


def _tuple_of(read: Callable[[Any], Any], data: list[Any]) -> tuple[Any, ...]:
    return tuple(map(read, data))


def _record_reader(kind: Any) -> Callable[[Any], Any]:
    found = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    readers = {name: read for name, read in found.items() if read}

    def read(data: dict[str, Any]) -> Any:
        for name in readers.keys() & data.keys():
            data[name] = readers[name](data[name])
        return kind(**data)

    return read
