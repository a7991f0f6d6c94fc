"""What whoever builds a guide asks for besides the plan: on paper, and of the questions.

These two values stand apart from `model`, which has so many that loading them takes longer than
checking that a hundred guides are as they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a guide is printed, whatever it says: paper and presets, chosen by whoever prints.

    Attributes:
        paper: The size of the sheets.
        large_print: Nothing under 18 pt, one column, no italics, on as many pages as it takes.
        easy_reading: One plain sans serif throughout, more room between lines, no italics.
        ink_saver: Thin rules and no bold display type.
        grayscale: No colour at all.
        duplex: The question sheet begins on a page of its own sheet of paper.
        support: `a` prints no starters, `b` those of the prompts, `c` also frames and words.
    """

    paper: Literal["letter", "a4"] = "letter"
    large_print: bool = False
    easy_reading: bool = False
    ink_saver: bool = False
    grayscale: bool = False
    duplex: bool = False
    support: Literal["a", "b", "c"] = "b"


PLAIN = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What whoever builds a guide asks for besides the plan.

    Attributes:
        variant: 1 for the best set of questions, 2 for another good one, and so on.
        count: How many questions to print in all; 0 leaves it to the plan.
        depth: No question above this depth of knowledge (Webb), 1 to 4.
        without: Families that are not asked.
        start: When the session begins, in minutes after midnight; None counts from zero.
    """

    variant: int = 1
    count: int = 0
    depth: int = 4
    without: tuple[str, ...] = ()
    start: int | None = None


NO_WISHES = Wishes()
