"""Calls within calls do not ask the system for memory again and again."""

from __future__ import annotations

import sys

import pytest

from guides.stack import with_room


def leaf() -> None:
    """Do nothing, in a frame that is larger than most."""


leaf.__code__ = leaf.__code__.replace(co_stacksize=100)


def deep(calls: int) -> int:
    """Call something that calls nothing a hundred times, at each of so many depths."""
    for _ in range(100):
        leaf()
    return 1 + deep(calls - 1) if calls else 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it counts as Linux does")
def test_calls_go_back_and_forth_without_new_memory() -> None:
    from resource import RUSAGE_SELF, getrusage

    def count() -> int:
        before = getrusage(RUSAGE_SELF).ru_minflt
        deep(600)
        return getrusage(RUSAGE_SELF).ru_minflt - before

    assert with_room(count) < 100  # without, every piece takes a hundred


def test_what_is_done_there_returns_and_raises_as_elsewhere() -> None:
    assert with_room(lambda: deep(3)) == 3
    with pytest.raises(ZeroDivisionError):
        with_room(lambda: 1 // 0)
