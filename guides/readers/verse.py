"""Lines of verse, told from prose that is broken at a column.

Verse ends its lines on purpose: the next word would often have fitted. Most poems also begin
every line with a capital; where they do not, the lines must be short and mostly unstopped.
Addresses, tables of contents and lists of names have short lines too, but hardly a small word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_OPENING = " \t\"'“‘«([—–-…"
_STOP = re.compile(r"[.!?][\"'”’»)]*\Z")
_PAUSE = re.compile(r"[.!?,;:…—–-][\"'”’»)]*\Z")
_LONGEST = 100


def is_verse(lines: Sequence[str], column: int = 0) -> bool:
    """Tell whether lines that stand together are a stanza.

    Args:
        lines: Without white space at their ends.
        column: Where the lines of the text are broken; 0 where they are not.
    """
    if len(lines) < 3 or not _like_speech(lines):
        return False
    breaks = len(lines) - 1
    stops = sum(bool(_STOP.search(line[-4:])) for line in lines[:-1])
    early = _early_ends(lines, max(column, *map(len, lines)))
    capitals = sum(line.lstrip(_OPENING)[:1].isupper() for line in lines[1:])
    if capitals * 5 >= breaks * 4:
        return stops * 10 <= breaks * 6 and early * 10 >= breaks * 3
    short = sum(map(len, lines)) <= 45 * len(lines)
    return short and breaks >= 3 and stops * 5 <= breaks * 2 and early * 10 >= breaks * 6


def may_be_verse(lines: Sequence[str]) -> bool:
    """Tell lines that are a stanza if most of the text is verse: short, often with a pause last."""
    if len(lines) < 2 or not _like_speech(lines) or sum(map(len, lines)) > 45 * len(lines):
        return False
    pauses = sum(bool(_PAUSE.search(line[-4:])) for line in lines[:-1])
    stops = sum(bool(_STOP.search(line[-4:])) for line in lines[:-1])
    return pauses * 3 >= len(lines) - 1 and stops * 2 <= len(lines) - 1


def _like_speech(lines: Sequence[str]) -> bool:
    """Tell lines of words from addresses and lists of names, which hardly have a small one."""
    widths = [len(line) for line in lines]
    if max(widths) > _LONGEST or sum(widths) < 10 * len(lines):
        return False
    words = [word for line in lines for word in line.split()]
    return sum(word[:1].islower() for word in words) * 5 >= 2 * len(words)


def _early_ends(lines: Sequence[str], column: int) -> int:
    """Count the lines on which the next one's first word would have fitted."""
    return sum(
        len(line) + 1 + len(after.split(maxsplit=1)[0]) < column for line, after in pairwise(lines)
    )
