"""A value that is told apart by identity, as a key for what was worked out from it.

Word lists have thousands of entries and are the same object from one text to the next.
Comparing them word for word would take longer than the work that a cache saves.
"""

from __future__ import annotations

from typing import Generic, TypeVar

Value = TypeVar("Value")


class Same(Generic[Value]):
    """Holds on to *value*, so that its identity stays its own while a cache knows it."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value
