"""The speaker beside a quotation, in its own sentence.

In the order of trust: right after it (“…,” said Ruiz; “…,” Ruiz, the mayor, said), before
it (Ruiz said “…”; Ruiz, …, adding: “…”; Ruiz’s claim that “…”), at the end of the sentence,
and for a mere piece of a sentence the subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from guides.findings import phrases, reporting, saying, subjects
from guides.findings.frames import Credit, Frame, credit_of
from guides.findings.marks import Quoted
from guides.findings.phrases import Phrase
from guides.findings.tokens import BE, DETERMINERS, Token, is_finite
from guides.model import Document

_TURN = re.compile(r"(?P<name>[A-Z][A-Z.'’ -]{1,40}[A-Z])(?: \([^)]{1,30}\))?:\s")
Manner = Literal["", "saying", "to say", "thinking"]
_REACH = 120  # words on either side of a quotation that can still say who speaks
_SOURCE = {"according": "to", "words": "of"}
_DASHES = ("—", "–", "-", "--")


def credit(document: Document, frame: Frame, place: int, piece: Quoted) -> Credit | None:
    """Return who is credited with *piece* by the words of its sentence.

    Args:
        document: The reading.
        frame: The sentence.
        place: The token of the quotation in it.
        piece: The quotation.
    """
    return (
        _turn(document, frame, piece)
        or _after(frame, place, parted=_is_parted(document, piece))
        or _before(frame, place)
        or _trailing(frame, place)
    )


def subject(document: Document, frame: Frame, place: int, piece: Quoted) -> Credit | None:
    """Return the sentence's subject where *piece* is only a piece of a sentence."""
    words = document.text[piece.start : piece.end]
    if not (words[0].islower() or words[-1] not in ".!?…"):
        return None
    phrase = subjects.subject(frame.row, place)
    if phrase is None or not saying.can_speak(frame.row, phrase):
        return None
    if frame.row[phrase.first].lower == "it":
        return None
    return credit_of("subject", frame, phrase)


def _turn(document: Document, frame: Frame, piece: Quoted) -> Credit | None:
    """Read ``“RUIZ: …`` in a transcript that is quoted paragraph by paragraph."""
    name = _TURN.match(document.text, piece.start, piece.end)
    if name is None:
        return None
    start, end = name.span("name")
    return Credit("turn", start, end, end, block=frame.block, sentence=(start, end))


def _is_parted(document: Document, piece: Quoted) -> bool:
    """Tell whether a quotation ends in a comma or stop, as speech does before its speaker."""
    ending = document.text[max(piece.start, piece.end - 4) : piece.right]
    return ending.rstrip("\"”’'»_* \n")[-1:] in tuple(",.?!…—–-;")


def _after(frame: Frame, place: int, *, parted: bool) -> Credit | None:
    """Find the speaker right after a quotation: ``said X``, ``X said``, ``according to X``.

    *parted* is true where a comma or a stop parts the quotation from what follows.
    """
    row = frame.row
    at = place + 1
    while at < len(row) and (row[at].kind in ("comma", "stop") or row[at].text in _DASHES):
        parted, at = True, at + 1
    if at >= len(row) or row[at].kind != "word":
        return None
    if source := _according(frame, at) or _uttered_by(frame, at):
        return source
    if row[at].lower in BE and at + 1 < len(row) and row[at + 1].lower in ("how", "what"):
        parted, at = True, at + 2
    while parted and at < len(row) and row[at].lower in ("as", "then", "so", "again", "or"):
        at += 1
    return _inverted(frame, at) or (_speaker_then_verb(frame, at) if parted else None)


def _according(frame: Frame, at: int) -> Credit | None:
    row = frame.row
    following = _SOURCE.get(row[at].lower) if at + 2 < len(row) else None
    if following is None or row[at + 1].lower != following:
        return None
    phrase = phrases.starting_at(row, at + 2)
    return credit_of("after", frame, phrase) if phrase else None


def _uttered_by(frame: Frame, at: int) -> Credit | None:
    """Read ``uttered by X`` and ``was uttered by X``."""
    row = frame.row
    at += row[at].lower in BE and at + 3 < len(row)
    known = reporting.verb(row[at].lower)
    if known is None or known.form != "past" or known.stance:
        return None
    if at + 2 >= len(row) or row[at + 1].lower != "by":
        return None
    phrase = phrases.starting_at(row, at + 2)
    return credit_of("after", frame, phrase, at) if phrase else None


def _inverted(frame: Frame, at: int) -> Credit | None:
    """Read ``said X`` at *at*."""
    row = frame.row
    known = reporting.verb(row[at].lower) if at < len(row) else None
    if known is None or known.form not in ("past", "third") or row[at].capital or known.stance:
        return None
    phrase = phrases.after(row, at)
    if phrase is None or row[phrase.first].lower in ("it", "you", "that", "this"):
        return None
    if phrase.last < len(row) and is_finite(row, phrase.last):
        return None  # "…, said the work was done": somebody before the quotation says so
    return credit_of("after", frame, phrase, at)


def _speaker_then_verb(frame: Frame, at: int) -> Credit | None:
    """Read ``X said`` or ``X, the mayor of Y, said`` at *at*."""
    row = frame.row
    phrase = phrases.starting_at(row, at)
    if phrase is None:
        return None
    for place in range(phrase.last, min(len(row), at + 50)):
        token = row[place]
        if token.kind == "quote" or token.text in (";", ":"):
            return None
        if saying.speaks(row, place) and _closes_aside(row, phrase.last, place):
            outer = phrase._replace(outer_last=saying.helped(row, place))
            return credit_of("after", frame, outer, place)
    return None


def _closes_aside(row: Sequence[Token], last: int, verb: int) -> bool:
    """Tell whether nothing but helpers, or a description in commas, parts subject and verb."""
    end = saying.helped(row, verb)
    if end <= last:
        return True
    marks = ("comma", "pause")
    return row[last].kind in marks and row[end - 1].kind in marks and end - 1 > last


def _before(frame: Frame, place: int) -> Credit | None:
    """Find the speaker by the reporting verb before a quotation, speech before thought."""
    return (
        _by_verbs(frame, place, "saying")
        or _by_colon(frame, place)
        or _by_verbs(frame, place, "to say")
        or _possessor(frame, place)
        or _by_verbs(frame, place, "thinking")
    )


def _by_verbs(frame: Frame, place: int, manner: Manner) -> Credit | None:
    """Take the nearest verb of one manner; a name that governs its pronoun is better."""
    row = frame.row
    nearest: Credit | None = None
    for at in range(place - 1, max(-1, place - _REACH), -1):
        if row[at].kind == "quote" and (nearest or place - at > 25):
            break
        source = None if nearest else _according(frame, at)
        if source and source.end < row[place].start:
            return source.under("before")
        if _manner(row, at) != manner:
            continue
        found = _by_verb(frame, place, at)
        if nearest and not _is_governed(frame, nearest):
            return nearest
        if found and not _is_pronoun(frame, found):
            # In "Ruiz said she wanted …" both are one, in "Ruiz thinks he said …" hardly.
            return found if nearest is None or manner != "thinking" else nearest
        nearest = nearest or found
    return nearest


def _is_governed(frame: Frame, credit: Credit) -> bool:
    """Tell a pronoun inside a clause ("Ruiz said she wanted") from one that begins its own."""
    place = _place(frame, credit)
    return place > 0 and frame.row[place - 1].kind == "word"


def _manner(row: Sequence[Token], at: int) -> Manner:
    """Return how the word at *at* reports: "Ruiz said", "Ruiz wants to say", "Ruiz thinks"."""
    known = saying.known_at(row, at)
    if known is None:
        return ""
    if known.stance:
        return "thinking"
    return "to say" if known.form == "base" and at and row[at - 1].lower == "to" else "saying"


def _is_pronoun(frame: Frame, credit: Credit) -> bool:
    return frame.row[_place(frame, credit)].lower in ("he", "she", "they")


def _place(frame: Frame, credit: Credit) -> int:
    """Return the token with which the words of *credit* start."""
    return bisect_left(frame.row, credit.start, key=lambda token: token.start)


def _by_verb(frame: Frame, place: int, at: int) -> Credit | None:
    """Return the subject of the verb at *at* as the speaker of the quotation at *place*."""
    row, known = frame.row, reporting.verb(frame.row[at].lower)
    if known is None:
        return None
    if (known.noun or known.form == "base") and not saying.is_verb_here(row, at):
        return None
    if saying.is_passive(row, at) or (known.form == "ing" and row[at - 1].lower in DETERMINERS):
        return None
    phrase = saying.subject_of(row, at, place, known)
    if phrase is None or not saying.can_speak(row, phrase):
        return None
    return credit_of("before", frame, phrase, at)


def _by_colon(frame: Frame, place: int) -> Credit | None:
    """Read ``X: “…”`` where the sentence has no verb of saying."""
    row = frame.row
    if place < 2 or row[place - 1].text != ":":
        return None
    phrase = phrases.starting_at(row, 0)
    if phrase and phrase.outer_last == place - 1 and row[phrase.first].capital:
        return credit_of("before", frame, phrase)
    return None


def _possessor(frame: Frame, place: int) -> Credit | None:
    """Read ``X’s claim that “…”``."""
    row = frame.row
    for at in range(place - 1, max(-1, place - 14), -1):
        token = row[at]
        if token.kind == "quote" or (token.text in (";", ":") and at < place - 1):
            return None
        if token.lower in reporting.NOUNS and at:
            owner = at - 1
            while owner > 0 and row[owner].kind == "word" and not _owns(row[owner]):
                owner -= 1
                if at - owner > 3:
                    break
            if _owns(row[owner]):
                return credit_of("possessor", frame, _owner(row, owner))
    return None


def _owns(token: Token) -> bool:
    return token.lower.endswith(("'s", "s'")) or token.lower in ("his", "her", "their", "my")


def _owner(row: Sequence[Token], owner: int) -> Phrase:
    first = owner
    while first > 0 and row[first - 1].kind == "word" and row[first - 1].capital:
        first -= 1
    return Phrase(first, owner + 1, owner + 1)


def _trailing(frame: Frame, place: int) -> Credit | None:
    """Read ``…, X said.`` and ``…, according to X`` at the end of the sentence."""
    row = frame.row
    for at in range(place + 1, min(len(row), place + _REACH)):
        if row[at].kind == "quote":
            return None
        if row[at].kind != "comma":
            continue
        credit = _according(frame, at + 1) or _speaker_then_verb(frame, at + 1)
        if credit:
            return credit
    return None
