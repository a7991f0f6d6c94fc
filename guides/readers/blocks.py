"""What a foreign format gives up: blocks of words, and what the file says about itself.

These few plain values are all that comes back from the process in which a foreign file is
opened, so nothing of the file itself, and none of the libraries that read it, reaches the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from guides.model import BlockKind

KINDS = frozenset(get_args(BlockKind))


@dataclass(frozen=True, slots=True)
class Mark:
    """One block of a file.

    Attributes:
        text: The words, with line breaks only where the author set them, and with the signs of
            `inline` around emphasis and links.
        kind: What the file says it is.
        level: 1-6 for a heading, depth from 1 for a list item, else 0.
        place: Its paragraph or page in the file, from 1.
        quoted: The file sets it apart as a quotation.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    place: int = 1
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A foreign file, opened.

    Attributes:
        marks: In order; none empty.
        title: What the file's properties say, as the next ones; empty where they say nothing.
        author: One or more names, parted by commas.
        publisher: Who published it.
        date: As the file gives it.
        language: A primary tag, ``"en"``.
        repairs: What was left out or put elsewhere, one sentence each.
    """

    marks: tuple[Mark, ...]
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    language: str = ""
    repairs: tuple[str, ...] = ()


def primary(tag: str) -> str:
    """Return the primary language of a tag such as ``"en-US"``; empty for what is no tag."""
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*", tag.strip())
    return found[1].lower() if found else ""


def day(stamp: str) -> str:
    """Return the day of a date in a file, but not of the moment at which a program wrote it."""
    found = re.fullmatch(r"([1-9]\d{3}(?:-\d\d){0,2})(?:T00:00(?::00)?(?:\.0+)?\S{0,6})?", stamp)
    return found[1] if found else ""


class Refused(Exception):
    """A file that cannot be read, and why, in words for its owner."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        """Keep what a `Problem` needs."""
        super().__init__(code, message, hint)
        self.code, self.message, self.hint = code, message, hint
