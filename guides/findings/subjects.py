"""Subjects: who stands before a verb, or at the head of a sentence.

English puts the one who speaks right before the reporting verb, sometimes with a
description in commas between. The phrase is read to the left from the verb until a word
comes that cannot belong to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from guides.findings.phrases import Phrase, joins_names, modifies, starting_at
from guides.findings.tokens import (
    ADVERBS,
    BREAKS,
    DETERMINERS,
    FRONTING,
    LEADS,
    PREPOSITIONS,
    PRONOUNS,
    TIME,
    Token,
    is_finite,
    is_helper,
)

_REACH = 120  # words before a place in which the subject of its sentence is looked for
_CLAUSES = frozenset("where when while which whose as because".split())
_INNER = frozenset("of for from at in with on to under against behind near between".split())


def before(row: Sequence[Token], verb: int) -> Phrase | None:
    """Return the subject that stands before the verb at *verb*, if one does."""
    place = _skip_helpers(row, verb - 1)
    if place < 0:
        return None
    if row[place].kind == "comma" or row[place].text in (")", "—", "–", "--"):
        return _before_aside(row, place)
    return _core_before(row, place)


def _skip_helpers(row: Sequence[Token], place: int) -> int:
    """Step left over auxiliaries, adverbs and times: "(who) in 2010 also (said)"."""
    while place >= 0 and row[place].kind == "word":
        if is_helper(row[place]):
            place -= 1
        elif _is_time(row, place):
            place -= 2
        else:
            break
    return place


def _is_time(row: Sequence[Token], place: int) -> bool:
    dated = row[place].lower in TIME or row[place].text.isdigit()
    return dated and place > 1 and row[place - 1].lower in ("in", "on", "last", "this", "at")


def _before_aside(row: Sequence[Token], close: int) -> Phrase | None:
    """Return the subject before a description in commas, dashes or brackets."""
    head_end = _aside_start(row, close) - 1
    core = None
    for _ in range(4):
        while head_end > 0 and row[head_end].text == ")":
            head_end = _aside_start(row, head_end) - 1
        found = _core_before(row, head_end) if head_end >= 0 else None
        if found is None:
            break
        core = found._replace(outer_last=close)
        start = _segment_start(row, core.first)
        if not _is_description(row, start):
            break
        head_end = start - 2
    return core or _core_before(row, close - 1)


def _segment_start(row: Sequence[Token], place: int) -> int:
    """Return the first token after the comma before *place*."""
    while place > 0 and row[place - 1].kind == "word":
        place -= 1
    return place


def _is_description(row: Sequence[Token], start: int) -> bool:
    """Tell words between commas that only describe a name: "of Ohio", "45", "the mayor"."""
    if start < 2 or row[start - 1].kind != "comma" or row[start - 2].kind != "word":
        return row[start - 2].text == ")" if start > 2 and row[start - 1].kind == "comma" else False
    head, named = row[start], row[start - 2]
    fronted = row[_segment_start(row, start - 2)].lower in FRONTING
    if fronted or not (named.capital or named.text[0].isdigit()):
        return False
    bare_role = not head.capital and head.lower not in FRONTING | PRONOUNS | LEADS | _CLAUSES
    return head.text[0].isdigit() or head.lower in DETERMINERS | PREPOSITIONS or bare_role


def _aside_start(row: Sequence[Token], close: int) -> int:
    """Return the place of the mark that opens the aside which *close* ends."""
    wanted = {")": "(", "—": "—", "–": "–", "--": "--"}.get(row[close].text, ",")
    place = close - 1
    while place >= 0 and close - place < 45:
        token = row[place]
        if token.text == wanted:
            return place
        if token.kind in ("quote", "stop") or token.text in (";", ":"):
            return 0
        place -= 1
    return 0


def _core_before(row: Sequence[Token], last: int) -> Phrase | None:
    """Return the phrase that ends at *last*, read to the left."""
    if last < 0 or row[last].kind != "word":
        return None
    token = row[last]
    if token.lower in ("and", "or", "but", "to") or token.lower in BREAKS - {"who"}:
        return None
    if is_finite(row, last):
        return None
    if token.lower == "who":
        return _antecedent(row, last)
    if token.lower in PRONOUNS:
        return Phrase(last, last + 1, last + 1)
    first = _leftmost(row, last)
    first = _trim_leads(row, first, last)
    if first > last:
        return None
    return Phrase(first, last + 1, last + 1)


def _antecedent(row: Sequence[Token], who: int) -> Phrase | None:
    place = who - 1
    if place >= 0 and row[place].kind == "comma":
        place -= 1
    while place >= 0 and row[place].text == ")":
        place = _aside_start(row, place) - 1
    core = _core_before(row, place) if place >= 0 else None
    return core._replace(outer_last=who) if core else None


def _leftmost(row: Sequence[Token], last: int) -> int:
    """Return the first token of the noun phrase that ends at *last*."""
    place = last
    while place > 0:
        token = row[place - 1]
        if token.kind != "word" or token.lower in BREAKS or token.lower in PRONOUNS:
            break
        if token.lower == "and" and not joins_names(row, place - 1):
            break
        if token.lower in ADVERBS and not token.capital and token.lower not in ("first", "last"):
            break
        if token.lower in PREPOSITIONS and _is_participle(row, place - 2):
            place -= 2
            continue
        if token.lower in PREPOSITIONS and (place < 2 or not _belongs(row, place - 1)):
            return _after_fronted(row, place, last)
        if is_finite(row, place - 1) and not modifies(row, place - 1, last):
            break
        if token.lower in DETERMINERS and row[place].lower in DETERMINERS:
            break
        place -= 1
        if row[place].lower in ("a", "an", "the") and not _reaches_on(row, place):
            break
    return place


def _is_participle(row: Sequence[Token], place: int) -> bool:
    """Tell "a memo obtained by" and "a study published in", where a noun has its participle."""
    if place < 2 or not row[place].lower.endswith("ed") or row[place].capital:
        return False
    if row[place - 1].kind != "word" or is_helper(row[place - 1]):
        return False
    return any(token.lower in DETERMINERS for token in row[max(0, place - 3) : place - 1])


def _reaches_on(row: Sequence[Token], article: int) -> bool:
    """Tell whether a phrase goes on before its article: "a leader of the union"."""
    if article == 0:
        return False
    token = row[article - 1]
    return token.lower in PREPOSITIONS or token.lower in ("all", "both", "half", "and")


def _belongs(row: Sequence[Token], preposition: int) -> bool:
    """Tell whether a preposition hangs on a noun before it: "a leader of", not "in"."""
    if row[preposition].lower not in _INNER or row[preposition - 1].kind != "word":
        return False
    noun = row[preposition - 1]
    if is_finite(row, preposition - 1) or noun.lower in ADVERBS or noun.lower in PREPOSITIONS:
        return False
    if preposition > 1 and row[preposition - 2].lower in PRONOUNS:
        return False
    return noun.lower not in PRONOUNS and noun.lower not in LEADS


def _after_fronted(row: Sequence[Token], first: int, last: int) -> int:
    """Return where the subject starts after a fronted phrase without comma.

    In "In a statement the mayor" it is the last article, in "On Monday Ruiz" the name.
    """
    for place in range(last, first, -1):
        if row[place].lower in DETERMINERS and row[place - 1].lower not in PREPOSITIONS:
            return place
    place = last
    while place > first and row[place - 1].capital and row[place - 1].lower not in TIME:
        place -= 1
    return place if row[place].capital else first


def _trim_leads(row: Sequence[Token], first: int, last: int) -> int:
    """Step right over words that open a sentence without naming anybody: "But last week"."""
    while first < last:
        lower = row[first].lower
        time_follows = row[first + 1].lower in TIME
        if lower in ("this", "last", "next") and not time_follows:
            break
        if (
            lower in LEADS
            or lower in TIME
            or lower in PREPOSITIONS
            or (lower.endswith("ly") and row[first + 1].capital)
        ):
            first += 1
        else:
            break
    return first


def subject(row: Sequence[Token], limit: int) -> Phrase | None:
    """Return the subject of the sentence's main clause, looking no further than *limit*."""
    place = _clause_start(row, limit)
    for _ in range(4):
        while place < limit and (row[place].kind != "word" or row[place].lower in LEADS):
            if row[place].kind == "quote":
                return None
            place += 1
        if place >= limit or not (_is_fronted(row[place]) or _is_when(row, place)):
            break
        place = _past_comma(row, place, limit)
    phrase = starting_at(row, place) if place < limit else None
    if phrase is None or phrase.last > limit:
        return None
    return phrase


def _clause_start(row: Sequence[Token], limit: int) -> int:
    """Return the place after the last colon or semicolon that stands well before *limit*."""
    for place in range(limit - 3, max(0, limit - _REACH), -1):
        if row[place].text in (":", ";"):
            return place + 1
    return 0 if limit < _REACH else limit


def _is_when(row: Sequence[Token], place: int) -> bool:
    """Tell a fronted time, "The following month," or "Last week,"."""
    for token in row[place : place + 4]:
        if token.kind != "word":
            return False
        if token.lower in TIME or token.lower in ("day", "days", "weeks", "months", "years"):
            return True
    return False


def _is_fronted(token: Token) -> bool:
    return token.lower in FRONTING or (token.lower.endswith("ing") and len(token.lower) > 5)


def _past_comma(row: Sequence[Token], place: int, limit: int) -> int:
    while place < limit and row[place].kind != "comma":
        if row[place].kind == "quote":
            return limit
        place += 1
    place += 1
    return place + 1 if place < limit and row[place].kind == "comma" else place
