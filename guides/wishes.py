"""What whoever builds a guide asks for besides the plan: on paper, and of the questions.

These values stand apart from `model`, which has so many that loading them takes longer than
checking that a hundred guides are as they were.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a guide is printed, whatever it says: paper and presets, chosen by whoever prints.

    Attributes:
        paper: The size of the sheets.
        theme: The looks, by their folder in `templates/themes/`.
        large_print: Nothing under 18 pt, one column, no italics, on as many pages as it takes.
        easy_reading: One plain sans serif throughout, more room between lines, no italics.
        ink_saver: Thin rules and no bold display type.
        grayscale: No colour at all.
        duplex: The question sheet begins on a page of its own sheet of paper.
        fillable: Fields to fill in on a screen instead of lines to write on.
        bilingual: Room beside the reading, its words and each question to translate them.
        line_numbers: Every fifth line of a reading in prose has its number beside it.
        pages: How many pages the questions may take; 0 for the two sides of a sheet.
        support: `a` prints no starters, `b` those of the prompts, `c` also frames and words.
        school: Who gives the session, at the head of every page that has one.
        class_name: For whom; likewise.
        date: When; likewise, and then there is no line for the date.
        fields: What is to be filled in at the head of a sheet; empty leaves it to the layout.
        logo: A picture as a `data:` address, made safe.
        logo_alt: What it shows.
    """

    paper: Literal["letter", "a4"] = "letter"
    theme: str = "standard"
    large_print: bool = False
    easy_reading: bool = False
    ink_saver: bool = False
    grayscale: bool = False
    duplex: bool = False
    fillable: bool = False
    bilingual: bool = False
    line_numbers: bool = False
    pages: int = 0
    support: Literal["a", "b", "c"] = "b"
    school: str = ""
    class_name: str = ""
    date: str = ""
    fields: tuple[str, ...] = ()
    logo: str = ""
    logo_alt: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class LookWishes:
    """What whoever builds wants of the look, whatever the project says; None leaves it to that.

    The fields are those of `Look`.
    """

    paper: Literal["letter", "a4"] | None = None
    theme: str | None = None
    large_print: bool | None = None
    easy_reading: bool | None = None
    ink_saver: bool | None = None
    grayscale: bool | None = None
    duplex: bool | None = None
    fillable: bool | None = None
    bilingual: bool | None = None
    line_numbers: bool | None = None
    pages: int | None = None
    support: Literal["a", "b", "c"] | None = None
    school: str | None = None
    class_name: str | None = None
    date: str | None = None

    def over(self, look: Look) -> Look:
        """Return *look* with all that is wanted in its place."""
        wanted = {entry.name: getattr(self, entry.name) for entry in fields(self)}
        return replace(look, **{name: value for name, value in wanted.items() if value is not None})


AS_THE_PROJECT_SAYS = LookWishes()


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
