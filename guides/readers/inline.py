"""Emphasis and links on their way through a reader, as signs that stand among the words.

A reader puts a sign where emphasis or a link begins and one where it ends, and need not count
characters while its words are still being trimmed and joined. At the very end the signs are taken
out, and what is left is the text and where in it something stands out. The signs are characters
that Unicode keeps for such use inside a program; they are taken out of what files bring along.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guides.model import MarkupKind

_OPENING: dict[MarkupKind, str] = {"emphasis": "\ufdd0", "strong": "\ufdd1", "link": "\ufdd2"}
_CLOSING: dict[MarkupKind, str] = {"emphasis": "\ufdd3", "strong": "\ufdd4", "link": "\ufdd5"}
_ADDRESS_ENDS = "\ufdd6"
_OPENS = {sign: kind for kind, sign in _OPENING.items()}
_CLOSES = {sign: kind for kind, sign in _CLOSING.items()}
_SIGN = re.compile("[\ufdd0-\ufdef]")
_TOKEN = re.compile("(\ufdd2[^\ufdd0-\ufdef]*\ufdd6|[\ufdd0-\ufdef])")
# Only what leads to a page or a person; nothing that a program would run or read from a disk.
_ADDRESS = re.compile(
    r"(?:https?://[^\s/]|mailto:[^\s@]+@)[^\s<>\"\\`{}|^\x00-\x20\x7f]*", re.IGNORECASE
)
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Inline:
    """What stands out in a text: ``text[start:end]``; *url* for a link."""

    kind: MarkupKind
    start: int
    end: int
    url: str = ""


def safe_address(url: str) -> str:
    """Return an address that may be kept: http, https or mailto; else an empty text."""
    url = url.strip()
    return url if len(url) <= _LONGEST and _ADDRESS.fullmatch(url) else ""


def without_signs(text: str) -> str:
    """Return what a file brings along without the characters that are signs here."""
    return _SIGN.sub("", text)


def marked(kind: MarkupKind, words: str, url: str = "") -> str:
    """Return *words* between the signs of emphasis or a link; an unsafe link is none."""
    return f"{opening(kind, url)}{words}{closing(kind)}"


def opening(kind: MarkupKind, url: str = "") -> str:
    """Return the sign that emphasis begins here, or a link to *url*."""
    return _OPENING[kind] + (safe_address(url) + _ADDRESS_ENDS if kind == "link" else "")


def closing(kind: MarkupKind) -> str:
    """Return the sign that the last one opened of that kind ends here."""
    return _CLOSING[kind]


def parted(text: str) -> tuple[str, tuple[Inline, ...]]:
    """Part the words of a block from its signs.

    White space is made plain where signs stood in it. What is opened and never closed ends with
    the text; two neighbours of one kind become one.
    """
    if not _SIGN.search(text):
        return text, ()
    words: list[str] = []
    length = 0
    found: list[Inline] = []
    waiting: list[tuple[MarkupKind, int, str]] = []
    for token in _TOKEN.split(text):
        sign = token[:1]
        if sign in _OPENS and (sign != _OPENING["link"] or token.endswith(_ADDRESS_ENDS)):
            waiting.append((_OPENS[sign], length, token[1:-1]))
        elif sign in _CLOSES:
            _close(_CLOSES[sign], waiting, found, length)
        elif not _SIGN.match(token):
            words.append(token)
            length += len(token)
    for kind, *_ in reversed(list(waiting)):
        _close(kind, waiting, found, length)
    return _tidied("".join(words), found)


def _close(
    kind: MarkupKind, waiting: list[tuple[MarkupKind, int, str]], found: list[Inline], end: int
) -> None:
    for place in range(len(waiting) - 1, -1, -1):
        if waiting[place][0] == kind:
            _, start, url = waiting.pop(place)
            if kind != "link" or url:
                found.append(Inline(kind, start, end, url))
            return


def _tidied(text: str, found: list[Inline]) -> tuple[str, tuple[Inline, ...]]:
    """Return *text* with plain white space, and what was found at its new places."""
    kept: list[str] = []
    places: list[int] = []  # where each character stands then
    for character in text:
        if character == "\n":
            while kept and kept[-1] == " ":
                kept.pop()
        doubled = character in " \n" and (not kept or kept[-1] in " \n")
        places.append(len(kept))
        if not doubled:
            kept.append(character)
    clean = "".join(kept).rstrip()
    places.append(len(kept))
    ranges = {
        (item.kind, item.url, *_inked(clean, places[item.start], places[item.end]))
        for item in found
    }
    return clean, tuple(_merged(ranges))


def _inked(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the white space at its ends."""
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, start + len(inside.strip())


def _merged(ranges: set[tuple[MarkupKind, str, int, int]]) -> list[Inline]:
    """Return the ranges in text order, those of one kind that touch as one, empty ones left out."""
    merged: list[Inline] = []
    for kind, url, start, end in sorted(ranges):
        last = merged[-1] if merged else None
        if start == end:
            continue
        if last and (last.kind, last.url) == (kind, url) and start <= last.end:
            merged[-1] = Inline(kind, last.start, max(last.end, end), url)
        else:
            merged.append(Inline(kind, start, end, url))
    return sorted(merged, key=lambda item: (item.start, -item.end, item.kind))
