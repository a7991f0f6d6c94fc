"""Reporting verbs in their sentence: whether the word is one, and whose it is.

"Claims" is a verb in "Ruiz claims" and a noun in "her claims"; "told" makes its subject the
speaker unless it is passive; "adding" and "to say" have their subject further to the left.
"""

from __future__ import annotations

from collections.abc import Sequence

from guides.findings import phrases, reporting, subjects
from guides.findings.phrases import Phrase
from guides.findings.tokens import AUXILIARIES, BE, Token, is_finite, is_helper

_REACH = 60  # words before a verb in which the one that governs it is looked for
_ADJECTIVES = frozenset(
    "few new other many first last same such following recent latest only key real main big own"
    " final second third public open simple clear direct personal political whole".split()
)
_MESSAGES = frozenset(
    "statement statements letter letters email emails report memo note message messages resolution"
    " tweet tweets post posts speech essay op-ed book declaration release remarks brief".split()
)
_SPEECHLESS = frozenset(
    "that this there what which to and or here these those them him her us me".split()
)


def known_at(row: Sequence[Token], place: int) -> reporting.Verb | None:
    """Return the reporting verb at *place*; "put" is one only in "as Ruiz put it"."""
    token = row[place]
    if token.kind != "word" or (token.capital and place):
        return None
    following = row[place + 1].lower if place + 1 < len(row) else ""
    if token.lower in ("put", "puts", "putting") and following != "it":
        return None
    return reporting.verb(token.lower)


def reports(row: Sequence[Token], place: int) -> bool:
    """Tell whether the word at *place* is a verb of saying whose subject speaks."""
    known = known_at(row, place)
    if known is None or known.stance or known.form not in ("past", "third"):
        return False
    return not is_passive(row, place) and (not known.noun or is_verb_here(row, place))


def speaks(row: Sequence[Token], place: int) -> bool:
    """Tell whether the word at *place* is a finite verb of saying."""
    known = known_at(row, place)
    return known is not None and known.form != "ing" and not known.stance


def helped(row: Sequence[Token], verb: int) -> int:
    """Return one past the last token before a verb and its helpers."""
    place = verb
    while place and row[place - 1].kind == "word" and is_helper(row[place - 1]):
        place -= 1
    return place


def subject_of(row: Sequence[Token], at: int, place: int, known: reporting.Verb) -> Phrase | None:
    left = row[at - 1] if at else None
    if known.form == "ing" and left and left.capital and left.kind == "word" and at > 1:
        return subjects.before(row, at)
    if known.form == "ing" and left and left.kind == "comma":
        main = subjects.subject(row, at)
        if main and can_speak(row, main):
            return main
    if known.form == "ing" or (known.form == "base" and left and left.lower == "to"):
        return governing(row, at) or _following(row, place)
    phrase = subjects.before(row, at)
    if phrase is None and (_is_coordinated(row, at) or _is_relative(row, at)):
        phrase = governing(row, at)
    if phrase is None and known.form in ("past", "third"):
        phrase = phrases.after(row, at)
        if phrase and phrase.last > place:
            return None
    return phrase


def _following(row: Sequence[Token], place: int) -> Phrase | None:
    """Return the subject after a fronted clause: "After saying it was “…,” she left"."""
    if (
        row[0].lower not in ("after", "before", "by", "in", "while", "when")
        and row[0].lower[-3:] != "ing"
    ):
        return None
    at = place + 1
    while at < len(row) and row[at].kind == "comma":
        at += 1
    return phrases.starting_at(row, at)


def is_verb_here(row: Sequence[Token], at: int) -> bool:
    """Tell "officials claim" and "Ruiz claims" from "her claims" and "a new claim"."""
    place = at - 1
    while place > 0 and is_helper(row[place]) and row[place].lower not in AUXILIARIES:
        place -= 1
    known = reporting.verb(row[at].lower)
    if place < 0 or known is None:
        return False
    left = row[place]
    if left.kind != "word":
        return known.form == "third" and left.kind in ("comma", "pause")
    if left.lower in AUXILIARIES or left.lower in ("to", "who"):
        return True
    if known.form == "base":
        return _is_base_verb(row, at, left, noun=known.noun)
    if left.lower in ("he", "she", "it"):
        return True
    named = left.capital and not left.lower.endswith(("'s", "s'"))
    singular = place > 0 and row[place - 1].lower in ("the", "a", "an", "one")
    return named or (singular and left.lower not in _ADJECTIVES)


def _is_base_verb(row: Sequence[Token], at: int, left: Token, *, noun: bool) -> bool:
    """Tell "residents say" and "they heard the Rabbit say" from a noun."""
    if left.lower in ("i", "we", "they", "you", "people") or (at > 2 and _hears(row, at)):
        return True
    plural = left.lower.endswith("s") and not left.lower.endswith(("'s", "ss", "s'"))
    return plural and (not noun or _starts_sentence(row, at))


def _hears(row: Sequence[Token], at: int) -> bool:
    """Tell "they heard the Rabbit say"."""
    return any(token.lower in ("heard", "hear", "hears") for token in row[max(0, at - 6) : at - 1])


def _starts_sentence(row: Sequence[Token], at: int) -> bool:
    before = row[:at] if at < _REACH else row[:1]
    return all(token.kind == "word" and token.lower not in AUXILIARIES for token in before)


def is_passive(row: Sequence[Token], at: int) -> bool:
    """Tell "was told" and "is called", whose subject hears or bears the words."""
    place = at - 1
    while place >= 0 and row[place].kind == "word" and row[place].lower.endswith("ly"):
        place -= 1
    if place < 0 or row[at].lower.endswith("ing"):
        return False
    return row[place].lower in BE or row[place].lower in ("got", "gets")


def _is_coordinated(row: Sequence[Token], at: int) -> bool:
    """Tell "…, and added", whose subject stands with the verb before."""
    place = helped(row, at) - 1
    return place >= 0 and row[place].lower in ("and", "but", "or", ",", "yet")


def _is_relative(row: Sequence[Token], at: int) -> bool:
    """Tell "a statement that expressed", which speaks for its maker, from "a sign that read"."""
    place = helped(row, at) - 1
    if place < 1 or row[place].lower not in ("that", "which"):
        return False
    return any(token.lower in _MESSAGES for token in row[max(0, place - _REACH) : place])


def governing(row: Sequence[Token], at: int) -> Phrase | None:
    """Return the subject of the verb that governs the one at *at*."""
    for place in range(at - 1, max(0, at - _REACH), -1):
        if row[place].kind == "quote" and not _credited_beside(row, place):
            break
        if is_finite(row, place) and not is_passive(row, place):
            phrase = subjects.before(row, place)
            if phrase is None and row[place - 1].kind in ("quote", "comma"):
                phrase = phrases.after(row, place)
            if phrase and can_speak(row, phrase):
                return phrase
    return subjects.subject(row, at)


def _credited_beside(row: Sequence[Token], quote: int) -> bool:
    return quote + 1 < len(row) and row[quote + 1].kind == "word"


def can_speak(row: Sequence[Token], phrase: Phrase) -> bool:
    """Refuse what never speaks: "it", "that", "there"."""
    if phrase.last - phrase.first == 1:
        return row[phrase.first].lower not in _SPEECHLESS
    return True
