"""Switches that several commands share: what is asked, and how it looks on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any

import click

from guides.editions import FAMILIES


class _Clock(click.ParamType[int]):
    """A time of day such as 9:40, as minutes after midnight."""

    name = "time"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """Return the minutes, or say how a time is written."""
        hours, _, minutes = str(value).partition(":")
        if not (hours.isdecimal() and len(minutes) == 2 and minutes.isdecimal()):
            self.fail(f"expected a time such as 9:40, found `{value}`", param, ctx)
        if int(hours) > 23 or int(minutes) > 59:
            self.fail(f"there is no such time as `{value}`", param, ctx)
        return int(hours) * 60 + int(minutes)


def _words(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return words for the head of a page, or say why they cannot stand there."""
    if not value:
        return value
    from guides.settings import LONGEST  # not before: an unchanged project is checked without it

    most = LONGEST[option.name or ""]
    if not value.isprintable():
        raise click.BadParameter("these characters cannot be printed", context, option)
    if len(value) > most:
        raise click.BadParameter(f"at most {most} characters fit", context, option)
    return value


_WISHES = (
    click.option(
        "--variant", type=click.IntRange(1, 9), default=1, help="Another good set of questions."
    ),
    click.option(
        "--count",
        type=click.IntRange(0, 40),
        default=0,
        help="How many questions to print in all; 0 as planned.",
    ),
    click.option(
        "--level",
        "depth",
        type=click.IntRange(1, 4),
        default=4,
        help="No question above this depth of knowledge: 1 recall to 4 extended thinking.",
    ),
    click.option(
        "--without",
        multiple=True,
        type=click.Choice(FAMILIES),
        metavar="FAMILY",
        help="Ask no question of this family; repeatable.",
    ),
    click.option("--start", type=_Clock(), default=None, help="When the session begins: 9:40."),
)


def wishes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options on what is asked, and give them to the command as one value."""

    @wraps(command)
    def run(
        variant: int,
        count: int,
        depth: int,
        without: tuple[str, ...],
        start: int | None,
        **rest: Any,
    ) -> Any:
        from guides.wishes import Wishes

        asked = Wishes(variant=variant, count=count, depth=depth, without=without, start=start)
        return command(wishes=asked, **rest)

    for option in reversed(_WISHES):
        run = option(run)
    return run


_LOOKS = (
    click.option("--paper", type=click.Choice(["letter", "a4"]), default=None),
    click.option(
        "--theme", default=None, metavar="NAME", help="The looks: standard, modern or literary."
    ),
    click.option(
        "--large-print/--no-large-print",
        default=None,
        help="18 pt and larger, no italics; not what is cut to size.",
    ),
    click.option(
        "--easy-reading/--no-easy-reading",
        default=None,
        help="One plain face, more room between lines.",
    ),
    click.option("--ink-saver/--no-ink-saver", default=None, help="Thin rules and light headings."),
    click.option("--grayscale/--no-grayscale", default=None, help="No colour."),
    click.option(
        "--duplex/--no-duplex", default=None, help="Questions begin on a sheet of their own."
    ),
    click.option(
        "--fillable/--no-fillable",
        default=None,
        help="Fields to fill in on a screen instead of ruled lines.",
    ),
    click.option(
        "--bilingual/--no-bilingual",
        default=None,
        help="Room beside the reading and each question for another language.",
    ),
    click.option(
        "--line-numbers/--no-line-numbers",
        default=None,
        help="A number beside every fifth line of a reading in prose.",
    ),
    click.option(
        "--pages",
        type=click.IntRange(1, 20),
        default=None,
        metavar="N",
        help="How many pages the questions may take; fewer are asked where they must be.",
    ),
    click.option(
        "--support",
        type=click.Choice(["a", "b", "c"]),
        default=None,
        help="Help to begin an answer: a none, b starters, c also frames and words to use.",
    ),
    click.option(
        "--school",
        callback=_words,
        default=None,
        help="Your school or group, for the head of pages.",
    ),
    click.option(
        "--class",
        "class_name",
        callback=_words,
        default=None,
        help="The class, for the head of pages.",
    ),
    click.option(
        "--date", callback=_words, default=None, help="When the session is, for the head of pages."
    ),
)


def looks(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add paper, presets and the head of a page, and give them to the command as one value.

    What is not said is left to the project file.
    """

    @wraps(command)
    def run(**rest: Any) -> Any:
        from guides.wishes import LookWishes

        wanted = {entry.name: rest.pop(entry.name) for entry in fields(LookWishes)}
        return command(look=LookWishes(**wanted), **rest)

    for option in reversed(_LOOKS):
        run = option(run)
    return run
