"""Phrases that name somebody, read from their first word to the right.

"said Ana Ruiz, the mayor of Lund, on Monday": the phrase is "Ana Ruiz", the description
beside it goes up to "Lund".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from guides.findings import people_words, reporting
from guides.findings.tokens import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    FRONTING,
    PREPOSITIONS,
    PRONOUNS,
    TIME,
    Token,
    is_finite,
)

_OCCASIONS = frozenset(
    "time moment end beginning interview statement debate meeting hearing ceremony event same phone"
    " report letter speech release conference past".split()
)
_FOND = frozenset("poor dear little old young good kind sweet brave wise".split())
# Who plays there is called so beside a name, and hardly elsewhere: "said forward Ana Ruiz".
_POSITIONS = frozenset("forward guard center centre linebacker pitcher shortstop".split())
_POSSESSIVE = re.compile(r"['’]s?$")


class Phrase(NamedTuple):
    """A phrase that names somebody: tokens ``first`` to ``last`` (exclusive) of a sentence.

    ``outer_last`` takes in the description beside it: "Ana Ruiz, the mayor".
    """

    first: int
    last: int
    outer_last: int


def after(row: Sequence[Token], verb: int) -> Phrase | None:
    """Return the subject that stands after the verb at *verb*: "said Ana Ruiz, the mayor"."""
    place = verb + 1
    while place < len(row) and row[place].lower in ("also", "then", "later", "simply", "in", "old"):
        if row[place].lower == "in":
            return None
        place += 1
    return starting_at(row, place)


def starting_at(row: Sequence[Token], first: int) -> Phrase | None:
    """Return the phrase that names somebody and starts at *first*, read to the right."""
    if first >= len(row) or row[first].kind != "word":
        return None
    head = row[first]
    if head.lower in PRONOUNS:
        return Phrase(first, first + 1, first + 1)
    numbered = head.text[0].isdigit()
    fond = head.lower in _FOND and first + 1 < len(row) and row[first + 1].capital
    opens = head.capital or numbered or fond or head.lower in DETERMINERS
    if not (opens or _starts_plural(row, first) or _starts_role(row, first)):
        return None
    if head.lower in TIME or head.lower in PREPOSITIONS or head.lower in BREAKS:
        return None
    last = _rightmost(row, first)
    return Phrase(first, last, _description_end(row, last))


def _starts_plural(row: Sequence[Token], first: int) -> bool:
    """Tell whether a bare phrase such as "city officials" starts here."""
    for token in row[first : first + 4]:
        if token.kind != "word" or token.lower in AUXILIARIES or token.lower in PREPOSITIONS:
            return False
        if token.lower.endswith("s") and len(token.lower) > 3 and token.lower not in ADVERBS:
            return True
    return False


def _starts_role(row: Sequence[Token], first: int) -> bool:
    """Tell whether a name starts here behind its bare role: "former state senator Ana Ruiz"."""
    for place in range(first, min(first + 5, len(row) - 1)):
        token, following = row[place], row[place + 1]
        if token.kind != "word" or token.capital or following.kind != "word":
            return False
        if token.lower in AUXILIARIES | ADVERBS | PREPOSITIONS | BREAKS | TIME:
            return False
        if following.capital:
            role = token.lower.rpartition("-")[2]
            return role in _POSITIONS or people_words.kind_of(role) == "person"
    return False


def _rightmost(row: Sequence[Token], first: int) -> int:
    """Return one past the last token of the noun phrase that starts at *first*."""
    place = first + 1
    named = row[first].capital and row[first].lower not in DETERMINERS
    while place < len(row):
        token = row[place]
        if token.kind != "word" or token.lower in BREAKS or token.lower in PRONOUNS:
            break
        if token.lower in PREPOSITIONS:
            if not _continues(row, place, named=named):
                break
        elif token.lower == "and":
            if not joins_names(row, place):
                break
        elif _ends_phrase(row, place, named=named):
            break
        named = named or token.capital
        place += 1
    return place


def _continues(row: Sequence[Token], preposition: int, *, named: bool) -> bool:
    """Tell "a spokesman for the city" from "Ruiz in a statement"."""
    if preposition + 1 >= len(row) or row[preposition + 1].kind != "word":
        return False
    word, following = row[preposition].lower, row[preposition + 1]
    if word == "of":
        return following.lower not in PRONOUNS
    if named or word not in ("for", "from", "at", "with", "in"):
        return False
    if following.lower in TIME:
        return False
    place = preposition + 2
    occasion = place < len(row) and row[place].lower in _OCCASIONS
    return following.capital or (following.lower == "the" and not occasion)


def joins_names(row: Sequence[Token], conjunction: int) -> bool:
    """Tell "Ruiz and Chen said" from "He left, and Chen said"."""
    if not 0 < conjunction < len(row) - 1:
        return False
    left, right = row[conjunction - 1], row[conjunction + 1]
    alike = left.capital == right.capital or right.lower in DETERMINERS
    alike = alike or (left.capital and _starts_role(row, conjunction + 1))
    noun = left.kind == "word" and left.lower not in AUXILIARIES and left.lower not in PRONOUNS
    return noun and alike and not is_finite(row, conjunction - 1)


def modifies(row: Sequence[Token], place: int, last: int) -> bool:
    """Tell an adjective that looks like a past form: "a retired judge", "the United party"."""
    if place == 0 or place + 1 > last or row[place].lower in AUXILIARIES:
        return False
    left = row[place - 1]
    return left.lower in DETERMINERS or bool(_POSSESSIVE.search(left.text))


def _ends_phrase(row: Sequence[Token], place: int, *, named: bool) -> bool:
    token = row[place]
    if token.capital or token.text[0].isdigit():
        return token.lower in TIME
    if token.lower in AUXILIARIES or token.lower in ADVERBS or token.lower in TIME:
        return True
    if token.lower in ("very", "too", "as") or (token.lower.endswith("ly") and named):
        return True
    if token.lower in ("last", "this", "that", "in"):
        return True
    if row[place - 1].capital and named and row[place - 1].lower not in DETERMINERS:
        # After a name a small word starts something else, unless it is its head: "Tulsa police".
        possessive = _POSSESSIVE.search(row[place - 1].text)
        return not (possessive or _is_noun_after_name(token))
    if is_finite(row, place):
        return not modifies(row, place, place + 1)
    known = reporting.verb(token.lower)
    return known is not None and not known.noun and row[place - 1].lower.endswith("s")


def _is_noun_after_name(token: Token) -> bool:
    known = reporting.verb(token.lower)
    return known is None and not token.lower.endswith(("ly", "ing", "ed"))


def _description_end(row: Sequence[Token], last: int) -> int:
    """Return where a description after the phrase ends: ", the mayor of Lund,"."""
    place = last
    if place < len(row) and row[place].text == "(":
        while place < len(row) and row[place].text != ")":
            place += 1
        place = min(place + 1, len(row))
    if place < len(row) and row[place].kind == "comma":
        end = place + 1
        while end < len(row) and row[end].kind == "word":
            end += 1
        follows = row[place + 1].lower if place + 1 < len(row) else ""
        described = follows in DETERMINERS or follows in ("who", "whose") or follows.isdigit()
        named = end > place + 2 and all(token.capital for token in row[place + 1 : end])
        if described or named or (follows and row[place + 1].kind == "word" and _role(row, place)):
            return end
    return last


def _role(row: Sequence[Token], comma: int) -> bool:
    """Tell a bare description such as ", president of the board" from ", adding that"."""
    head = row[comma + 1]
    known = reporting.verb(head.lower)
    return not known and not head.lower.endswith("ing") and head.lower not in FRONTING
