"""What a project says once for all its guides, as its owner writes it in `guides.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Preset = Literal[
    "large-print",
    "easy-reading",
    "ink-saver",
    "grayscale",
    "duplex",
    "fillable",
    "bilingual",
    "line-numbers",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFile:
    """What stands at the head of every page of a project, and how its guides are printed.

    Attributes:
        school: Your school or group, as it should be printed at the head of every page.
        logo: A PNG or SVG file beside this one; printed at the head of readings and guides.
        logo_alt: What the logo shows, in a few words, for people who listen to a page.
        class_name: The class or group that the guides are for.
        date: When the session is, as it should be printed.
        fields: Lines to fill in at the head of a sheet, such as Name and Date; four at most.
        paper: The size of the sheets, `letter` or `a4`.
        theme: The looks: `standard`, `modern`, `literary`, or a folder in your `templates/themes/`.
        presets: How to print, such as `large-print`; they can be combined.
        pages: How many pages the questions may take; the two sides of a sheet without it.
        support: `a` prints no sentence starters, `b` starters, `c` also frames and words to use.
        plans: The session plans for texts that name none themselves.
    """

    school: str = ""
    logo: str = ""
    logo_alt: str = ""
    class_name: str = ""
    date: str = ""
    fields: tuple[str, ...] = ()
    paper: Literal["letter", "a4"] = "letter"
    theme: str = "standard"
    presets: tuple[Preset, ...] = ()
    pages: int = 0
    support: Literal["a", "b", "c"] = "b"
    plans: tuple[str, ...] = ()
