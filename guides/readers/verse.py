"""Lines of verse, told from prose that is broken at a column.

Verse ends its lines on purpose: the next word would often have fitted. Most poems also begin
every line with a capital; where they do not, the lines must be short and mostly unstopped.
Addresses, tables of contents and lists of names have short lines too, but hardly a small word.

Some poems stop at every line, as notes do that have a sentence on each. Those are told by the
whole text: the ends of its lines rhyme, or its stanzas all have the same number of lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_OPENING = " \t\"'“‘«([—–-…"
_STOP = re.compile(r"[.!?][\"'”’»)]*\Z")
_PAUSE = re.compile(r"[.!?,;:…—–-][\"'”’»)]*\Z")
_LONGEST = 100
_WIDEST_OF_POEM = 70
_WIDEST_OF_FREE_VERSE = 48
_WIDEST_OF_STANZAS = 56
_NEAR = 3  # lines below in which a rhyme is looked for
_LAST_WORD = re.compile(r"([^\W\d_]+)[^\w]*\Z")
# From the last vowel on, a silent e left out: "sand", "ears", "al" for "tale".
_TAIL = re.compile(r"[aeiouy]+[^aeiouy]*\Z")
# Endings that many words share, so that two of them prove no rhyme.
_INFLECTIONS = frozenset("ing ings ed es er ers ly ion ions ies y e s".split())


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


# ---------------------------------------------------------------- the whole text


def is_poem(chunks: Sequence[Sequence[str]]) -> bool:
    """Tell a text of which nearly every line is one of verse, whatever ends its lines.

    Args:
        chunks: The lines of the text in runs that empty lines part.
    """
    chunks = _without_notes(chunks)
    lines = [line for chunk in chunks for line in chunk]
    body = lines[1:]  # the first may be the title
    if len(body) < 6 or max(map(len, lines)) > _WIDEST_OF_POEM or not _like_speech(body):
        return False
    capitals = sum(line.lstrip(_OPENING)[:1].isupper() for line in body)
    if capitals * 5 < len(body) * 4:
        return _is_free_verse(chunks) or _is_regular(chunks)
    return _rhyming(body) * 5 >= len(body) * 2 or _is_regular(chunks)


def _without_notes(chunks: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Leave off the lines that stand alone below the stanzas: where a poem was printed first."""
    end = len(chunks)
    while end and len(chunks[end - 1]) == 1:
        end -= 1
    return chunks[:end] if sum(len(chunk) > 2 for chunk in chunks[:end]) > 2 else chunks


def _is_free_verse(chunks: Sequence[Sequence[str]]) -> bool:
    """Tell short lines in several groups that end early and seldom stop."""
    groups = [chunk for chunk in chunks if len(chunk) > 1]
    lines = [line for chunk in groups for line in chunk]
    widest = max(map(len, lines), default=0)
    if len(groups) < 3 or len(lines) < 8 or widest > _WIDEST_OF_FREE_VERSE:
        return False
    breaks = len(lines) - len(groups)
    early = sum(_early_ends(chunk, widest) for chunk in groups)
    inner = sum(bool(_STOP.search(line[-4:])) for chunk in groups for line in chunk[:-1])
    return early * 2 >= breaks and inner * 3 <= breaks


def _is_regular(chunks: Sequence[Sequence[str]]) -> bool:
    """Tell at least three stanzas of three lines or more, all but the last of one length.

    Where a line is too long for most verse, half of all lines must also end early.
    """
    titled = bool(chunks) and len(chunks[0]) == 2  # a title, and who wrote it
    sizes = {len(chunk) for chunk in chunks[titled:-1] if len(chunk) > 1}
    groups = [chunk for chunk in chunks if len(chunk) > 2]
    widths = [len(line) for chunk in groups for line in chunk]
    if len(sizes) != 1 or len(groups) < 3:
        return False
    early = sum(_early_ends(chunk, max(widths)) for chunk in groups)
    return max(widths) <= _WIDEST_OF_STANZAS or early * 2 >= len(widths)


def _rhyming(lines: Sequence[str]) -> int:
    """Count the lines whose last word rhymes with that of a line close by."""
    ends = [_end(line) for line in lines]
    found: set[int] = set()
    for first, end in enumerate(ends):
        for second in range(first + 1, min(len(ends), first + 1 + _NEAR)):
            if _rhyme(end, ends[second]):
                found |= {first, second}
    return len(found)


def _end(line: str) -> str:
    match = _LAST_WORD.search(line)
    return match[1].lower() if match else ""


def _rhyme(one: str, other: str) -> bool:
    """Tell two different words that are spelled alike from their last vowel on."""
    tail = _tail(one)
    return one != other and len(tail) > 1 and tail == _tail(other) and tail not in _INFLECTIONS


def _tail(word: str) -> str:
    short = word[:-1] if len(word) > 3 and word[-1] == "e" and word[-2] not in "aeiouy" else word
    match = _TAIL.search(short)
    return match[0] + word[len(short) :] if match else ""
