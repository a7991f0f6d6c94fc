"""How words are set: what an author types, and a printer does not print.

Nothing is added and no letter changes: a typewriter's quotation marks and apostrophes become a
printer's where it is sure which way they turn, and else stay as they were typed.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from guides.days import MONTHS

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")  # don't, people's; not 6'2
_NUMBER = re.compile(r"\d")  # most words that are printed have none, and need no other look
# What is counted, and its numbers: a line may end after a comma of theirs, or before "and".
_COUNTED = re.compile(
    r"\b(?:paragraph|stanza|line|question|text)s? \d+(?:, \d+)*(?: (?:and|to) \d+)?\b",
    re.IGNORECASE,
)
# "14 March 2024", "March 14": a day stands with its month.
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?)\b"
)
_PARAGRAPHS = re.compile(r"¶ ?\d+(?:, \d+)*")
_IN_ONE_PIECE = 9  # letters of "¶4, 5, 9": columns are narrow
_LEFT_OUT = re.compile(r"(?<![^\W_])'(?=(?:[Tt](?:is|was|were|will|wixt)|[Ee]m|[Tt]il|\d0s)\b)")
# `quoted` sets the reading, and an address is what a browser needs.
_AS_THEY_ARE = frozenset({"reading", "preface", "url", "address"})
_NEAR = 5  # letters: more marks than stand side by side
_MARKS = "\"'“”‘’"
_BEFORE, _AFTER = "([{—–-/…", ".,;:!?)]}—–-…"


def typeset(value: Any, title: str = "") -> Any:
    """Return the data of a page, with printer's apostrophes and whole places in its own texts.

    A *title* that they quote stays on one line, too.
    """
    if isinstance(value, str):
        if title:
            value = value.replace(f"“{title}”", f"“{title}”".replace(" ", "\N{NO-BREAK SPACE}"))
        # The mark of a cut is no line by itself.
        value = value.replace(" …", "\N{NO-BREAK SPACE}…")
        if "'" in value:
            value = _APOSTROPHE.sub("’", value)
        return _numbered(value) if _NUMBER.search(value) else value
    if isinstance(value, list):
        return [typeset(item, title) for item in value]
    if isinstance(value, dict):
        return {
            key: item if key in _AS_THEY_ARE else typeset(item, title)
            for key, item in value.items()
        }
    return value


def _numbered(value: str) -> str:
    """Return a text in which no line ends between a number and what it belongs to."""
    value = _DAY.sub(_unbroken, _COUNTED.sub(_whole, value))
    return _PARAGRAPHS.sub(_unbroken, value) if "¶" in value else value


def _unbroken(found: re.Match[str]) -> str:
    """Return words with no-break spaces; of a long list of paragraphs only "¶ 4"."""
    most = -1 if len(found[0]) <= _IN_ONE_PIECE or found[0][0] != "¶" else found[0].count("¶ ")
    return found[0].replace(" ", "\N{NO-BREAK SPACE}", most)


def _whole(place: re.Match[str]) -> str:
    """Return "paragraphs 4, 5 and 6" with "paragraphs 4" and "and 6" in one piece each."""
    return re.sub("(?<!,) (?!and|to)", "\N{NO-BREAK SPACE}", place[0])


def quoted(text: str) -> str:
    """Return English *text*, as long as it was, with a printer's marks where they are sure.

    Quotation marks are turned only where they open and close by turns. A day stands on one line
    with its month.
    """
    text = _DAY.sub(_unbroken, text)
    if '"' not in text and "'" not in text:
        return text
    text = _LEFT_OUT.sub("’", _APOSTROPHE.sub("’", text))
    return _turned(_turned(text, '"', "“”"), "'", "‘’")


def _turned(text: str, mark: str, pair: str) -> str:
    """Return *text* with each *mark* replaced by the one of *pair* that it stands for, if sure."""
    places = [found.start() for found in re.finditer(mark, text)]
    turns = [_turn(text, place) for place in places]
    by_turns = all(one != other for one, other in pairwise(turns))
    if not turns or None in turns or not by_turns or (mark == "'" and turns[-1] == 0):
        return text
    letters = list(text)
    for place, turn in zip(places, turns, strict=True):
        letters[place] = pair[turn or 0]
    return "".join(letters)


def _turn(text: str, place: int) -> int | None:
    """Return 0 where the mark at *place* opens, 1 where it closes, and None where nobody knows."""
    before = text[max(place - _NEAR, 0) : place].rstrip(_MARKS)[-1:]
    after = text[place + 1 : place + 1 + _NEAR].lstrip(_MARKS)[:1]
    left = not before or before.isspace() or before in _BEFORE
    right = not after or after.isspace() or after in _AFTER
    opens = left and not (not after or after.isspace() or after in ".,;:!?)]}")
    closes = right and bool(before) and not before.isspace() and before not in "([{"
    if opens == closes or (closes and before.isdigit()):
        return None
    return int(closes)
