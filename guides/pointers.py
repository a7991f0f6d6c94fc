"""How a question says where to look: "paragraphs 6 and 8", printed small as "¶6, 8"."""

from __future__ import annotations

import re

# How many words of a passage are printed where the whole reading may not be copied.
OPENING_WORDS = 5
_SHORT = 10  # letters

_NUMBER = r"\d+(?:\s?[–-]\s?\d+)?"
_LIST = rf"{_NUMBER}(?:(?:, and |, | and ){_NUMBER})*"
_NAMED = re.compile(rf"(?:¶\s?|\bparagraphs?\s)({_LIST})", re.IGNORECASE)
# One sign is enough for a list; notes of the preface, T1 to T3, are no part of it.
_NEXT_SIGN = re.compile(r"(?<=\d)(?<!T\d)(?:[,;] |,? and )¶(?=\d)")
_RANGE = re.compile(r"(\d+)(?:\s?[–-]\s?(\d+))?")

_BLANK = re.compile(r"\b[Pp]aragraph ___(?: and (?:paragraph )?___)?")
_OTHERS = re.compile(r"; note the paragraph number\b|,? and one more\b")
_ANY = re.compile(r"\bparagraph(s?)\b(?! \d)")

# "paragraphs 3-5000" is a slip of the author's; it must not cost the memory of a list of them.
_LONGEST_RANGE = 50


def paragraphs_named(text: str) -> tuple[int, ...]:
    """Return the paragraph numbers that a sentence or pointer names, ascending."""
    numbers: set[int] = set()
    for match in _NAMED.finditer(text):
        for low, high in _RANGE.findall(match.group(1)):
            last = min(int(high or low), int(low) + _LONGEST_RANGE)
            numbers.update(range(int(low), last + 1))
    return tuple(sorted(numbers))


def short(pointer: str) -> str:
    """Return *pointer* as printed beside a question: "paragraphs 6 and 8" becomes "¶6, 8"."""
    signed = _NAMED.sub(lambda match: "¶" + re.sub(r",? and ", ", ", match.group(1)), pointer)
    return _NEXT_SIGN.sub(", ", signed)


def in_one(text: str) -> str:
    """Return a pointer or a starter as it is for a text of one paragraph, which has no other."""
    text = _BLANK.sub(lambda match: "The text" if match[0][0] == "P" else "the text", text)
    return _ANY.sub(r"sentence\1", _OTHERS.sub("", text))


def tied(pointer: str) -> str:
    """Return *pointer* as it is set: a short one stays on one line."""
    return pointer.replace(" ", "\N{NO-BREAK SPACE}") if len(pointer) <= _SHORT else pointer


def opening(text: str) -> str:
    """Return the first words of a passage, enough to find it by where it may not be copied."""
    words = text.split()
    more = " …" if len(words) > OPENING_WORDS else ""
    return " ".join(words[:OPENING_WORDS]) + more


def without(text: str) -> str:
    """Return *text* with nothing in it that says where to look."""
    return _NAMED.sub(" ", text)
