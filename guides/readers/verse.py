"""Lines of verse, told from prose that is broken at a column.

Verse ends its lines on purpose: the next word would often have fitted. Most poems also begin
every line with a capital; where they do not, the lines must be short and mostly unstopped.
Addresses, tables of contents and lists of names have short lines too, but hardly a small word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENING = " \t\"'“‘«([—–-…"
_STOP = re.compile(r"[.!?][\"'”’»)]*\Z")
_LONGEST = 100


def is_verse(lines: Sequence[str], column: int = 0, least: int = 3) -> bool:
    """Tell whether lines that stand together are a stanza.

    Args:
        lines: Without white space at their ends.
        column: Where the lines of the text are broken; 0 where they are not.
        least: How many lines a stanza needs.
    """
    widths = [len(line) for line in lines]
    if len(lines) < least or max(widths) > _LONGEST or sum(widths) < 10 * len(lines):
        return False
    words = [word for line in lines for word in line.split()]
    if sum(word[:1].islower() for word in words) * 5 < 2 * len(words):
        return False
    return _capital_lines(lines, column) or _free_lines(lines)


def _capital_lines(lines: Sequence[str], column: int) -> bool:
    """Tell verse that begins each line with a capital."""
    capitals = sum(line.lstrip(_OPENING)[:1].isupper() for line in lines[1:])
    stops = sum(bool(_STOP.search(line[-4:])) for line in lines[:-1])
    breaks = len(lines) - 1
    early = _early_ends(lines, max(column, *map(len, lines)))
    return capitals * 5 >= breaks * 4 and stops * 10 <= breaks * 6 and early * 10 >= breaks * 3


def _free_lines(lines: Sequence[str]) -> bool:
    """Tell verse by its short lines alone."""
    breaks = len(lines) - 1
    stops = sum(bool(_STOP.search(line[-4:])) for line in lines[:-1])
    short = sum(map(len, lines)) <= 45 * len(lines)
    early = _early_ends(lines, max(map(len, lines)))
    return short and breaks >= 3 and stops * 5 <= breaks * 2 and early * 10 >= breaks * 6


def _early_ends(lines: Sequence[str], column: int) -> int:
    """Count the lines on which the next one's first word would have fitted."""
    pairs = zip(lines, lines[1:], strict=False)
    return sum(len(line) + 1 + len(after.split(maxsplit=1)[0]) < column for line, after in pairs)
