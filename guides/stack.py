"""Room for calls within calls, taken once.

CPython keeps the frames of calls in pieces of 16 KiB. Where calls go back and forth across the end
of a piece, it asks the system for the next one and gives it back every time; laying out a page,
hundreds of calls deep, did that thousands of times, for a seventh of what the page took. A call
with a large frame gets a piece that is larger still, and all that it calls finds room there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_WORDS = 70_000  # of 8 bytes: of the MiB that this makes it take, half is left for others

Result = TypeVar("Result")


def with_room(work: Callable[[], Result]) -> Result:
    """Return what *work* returns, done where there is room for what it calls."""
    return _call(work)


def _call(work: Callable[[], Result]) -> Result:
    return work()


_call.__code__ = _call.__code__.replace(co_stacksize=_WORDS)
