"""Turns of talk: "WALLACE: …" in a transcript, "Q: …" in an interview, names in a play.

A name and a colon also open notes, captions and e-mail headers. They are turns only where they
come several times, close together, and something is said after them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from guides.readers.pieces import Piece, trimmed
from guides.source import Span

_WORD = r"[A-Z][\w.'’-]*"
_LABEL = re.compile(
    r"(?:[\[(]?\d{1,2}(?::\d{2}){1,2}[\])]?\s+)?"  # when it was said: "[00:01:14] ANN MOSS: …"
    r"[\"“]?(?P<name>[QA](?=[:.])"
    rf"|{_WORD}(?: (?:of|the|de|van|von|der|al|\d{{1,2}}|{_WORD})){{0,4}})"
    r"(?: ?\((?P<aside>[^()\n]{1,40})\))?(?:(?<=[QA])[.]|:)\s+(?=\S)"
)
# As a wiki of news sets it: "((Ann Moss))" once, then "((AM))".
_WIKI_LABEL = re.compile(r"\(\((?P<name>[A-Z][^()\n]{0,40})\)\)\s*(?=\S)")
_NOT_SPEAKERS = frozenset(
    "transcript"
    " note notes source sources photo image update correction email e-mail phone website date time"
    " place figure table summary conclusion warning tip tips example step title author by published"
    " subject from to cc re question questions answer step-by-step ingredients directions materials"
    " objective objectives goal goals location contact address webex web url link links".split()
)
_END = re.compile(r"[.!?…—–-][\"'”’»)\]]*\Z")
_LONG = 4  # letters, which are no initials any more


def with_turns(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with turns of talk told from paragraphs."""
    found = {i: match for i, piece in enumerate(pieces) if (match := _label(piece))}
    _leave_out_title(found, pieces)
    speakers = _speakers([match["name"] for match in found.values()])
    found = {
        i: match
        for i, match in found.items()
        if match["name"] in speakers or match.re is _WIKI_LABEL
    }
    if not found or not _is_talk(pieces, found):
        return list(pieces)
    result = list(pieces)
    full = _in_full([match["name"] for match in found.values()])
    speaker = ""
    for index in range(min(found), len(pieces)):
        piece = pieces[index]
        if index in found:
            speaker = full.get(found[index]["name"], found[index]["name"])
            start = piece.span.start + found[index].end()
            span = Span(piece.span.source, start, piece.span.end)
            result[index] = replace(piece, kind="turn", span=span, speaker=speaker)
        elif piece.kind != "paragraph" or not _goes_on(pieces[index - 1], piece):
            speaker = ""
        elif speaker:
            span = Span(piece.span.source, piece.span.start + 1, piece.span.end)
            result[index] = replace(piece, kind="turn", span=trimmed(span), speaker=speaker)
    return result


def _in_full(names: Sequence[str]) -> dict[str, str]:
    """Return what initials stand for where a name comes once, before them: "PS", "Dr Sen"."""
    times = Counter(names)
    full: dict[str, str] = {}
    for place, name in enumerate(names):
        if not (name.isupper() and name.isalpha() and 1 < len(name) < _LONG) or name in full:
            continue
        once = (one for one in names[:place] if times[one] == 1 and one not in full.values())
        fitting = (one for one in once if one.split()[-1][0] in (name[0], name[-1]))
        if found := next(fitting, ""):
            full[name] = found
    return full


def _leave_out_title(found: dict[int, re.Match[str]], pieces: Sequence[Piece]) -> None:
    """Take "THE CANNERY: AN ORAL HISTORY" from the labels, if it is the first."""
    names = [match["name"] for match in found.values()]
    first = min(found, default=None)
    if first is None or names.count(found[first]["name"]) > 1:
        return
    if pieces[first].span.text[found[first].end() :].isupper():
        del found[first]


def _label(piece: Piece) -> re.Match[str] | None:
    if piece.kind != "paragraph":
        return None
    start = piece.span.text[:120]
    return _WIKI_LABEL.match(start) or _LABEL.match(start)


def _speakers(names: Sequence[str]) -> frozenset[str]:
    """Return the labels that are speakers: two who take turns, or one set in capitals."""
    times = Counter(name for name in names if name.lower() not in _NOT_SPEAKERS)
    capitals = [name for name in times if name.isupper()]
    again = [name for name in times if times[name] > 1]
    if sum(times[name] for name in capitals) >= 2 and (len(capitals) > 1 or again):
        return frozenset(capitals)
    return frozenset(times) if len(times) > 1 and len(again) > 1 else frozenset()


def _is_talk(pieces: Sequence[Piece], found: dict[int, re.Match[str]]) -> bool:
    """Tell whether the labels stand close together and open speech, not single words."""
    first, last = min(found), max(found)
    said = sum(bool(_END.search(pieces[index].span.text[-4:])) for index in found)
    return len(found) * 5 >= 2 * (last - first + 1) and said * 5 >= 3 * len(found)


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Tell a further paragraph of a turn: a quotation that was opened again, never closed."""
    first, last = before.span.text[:1], before.span.text[-1:]
    return piece.span.text[:1] in {'"', "“"} and first in {'"', "“"} and last not in {'"', "”"}
