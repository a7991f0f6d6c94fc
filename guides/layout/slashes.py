"""Questions that quote verse: a stroke stands where a line of it ends.

Questions are made, and looked at, with what they quote on one line. Only the page parts the lines
again: “Who rings across the water now / that all the boats are in?”
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guides.model import Guide

# A line of a page ends after the stroke.
STROKE = "\N{NO-BREAK SPACE}/ "
_QUOTED = re.compile(r"(?<=“)[^“”]+(?=”)")
_MARKS = "\"'“”‘’"


def parted(guide: Guide) -> Guide:
    """Return the guide with strokes in what its questions quote from more than one line."""
    stanzas = [block.text for block in guide.document.blocks if block.kind == "stanza"]
    if not stanzas:
        return guide
    sections = [
        replace(
            section,
            questions=tuple(
                replace(one, text=in_lines(one.text, stanzas)) for one in section.questions
            ),
        )
        for section in guide.sections
    ]
    return replace(guide, sections=tuple(sections))


def in_lines(text: str, stanzas: Sequence[str]) -> str:
    """Return *text* with a stroke wherever something quoted goes on in another line of a stanza."""
    return _QUOTED.sub(lambda found: _with_strokes(found[0], stanzas), text)


def _with_strokes(quotation: str, stanzas: Sequence[str]) -> str:
    words = quotation.split(" ")
    gaps = re.compile(r"(\s+)".join(map(_as_typed, words)), re.IGNORECASE)
    found = next(filter(None, map(gaps.search, stanzas)), None)
    if found is None:
        return quotation
    between = [STROKE if "\n" in gap else " " for gap in found.groups()]
    return "".join(word + gap for word, gap in zip(words, [*between, ""], strict=True))


def _as_typed(word: str) -> str:
    """Return a pattern for a word, whichever quotation marks and apostrophes it is typed with."""
    return "".join(f"[{_MARKS}]" if letter in _MARKS else re.escape(letter) for letter in word)
