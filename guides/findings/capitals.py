"""Stretches of capitalised words: where a name may stand.

English marks names with capitals, and much else too: the first word of a sentence,
titles, headings, days, peoples. This module cuts a text into stretches that could be one
name each and leaves the judgement of what they name to `kinds.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guides.findings import lexicon
from guides.findings import name_words as words

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_ABBREVIATION = (
    "(?:Messrs|Mr|Mrs|Ms|Mme|Dr|Prof|Rev|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Pvt|"
    "Adm|Cmdr|Hon|St|Ste|Mt|Ft|Jr|Sr|Inc|Co|Corp|Ltd|Bros)[.]"
)
_WORD = (
    rf"(?:{_ABBREVIATION}|(?:[{UPPER}][.])+(?:[{UPPER}]\b(?![.’'])|(?![a-z]))|"
    rf"(?:[a-z]{{1,3}}[-’'])?(?:[0-9]+)?(?:[a-z])?[{UPPER}][\w]*(?:[-&/’'‘][\w]+)*)"
)
_SMALL = (
    "of|for|and|to|on|in|at|de|da|do|dos|das|del|della|der|den|di|du|la|le|van|von|bin|ibn|al|el"
)
_LINK = rf"(?:\s&\s|[^\S\n]*\n?[^\S\n]*|\s(?:{_SMALL})(?:\s(?:the|la|las|los|der|den))?\s)"
_FIRST = rf"(?<![\w@#/’'.])(?:{_WORD})"
_RUN = re.compile(rf"{_FIRST}(?:{_LINK}(?:{_WORD}))*")
_PIECE = re.compile(
    rf"(?P<word>{_WORD})|(?P<link>(?<=\s)(?:{_SMALL})(?:\s(?:the|la|las|los|der|den))?(?=\s)|&)"
)
_POSSESSIVE = re.compile(r"[’'‘]s?$")
_TITLE_CASE = re.compile(r"\b[^\W\d_][\w’'-]{3,}")


@dataclass(frozen=True, slots=True)
class Word:
    """One capitalised word, or a small word between two of them."""

    text: str
    start: int
    end: int
    capital: bool = True
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Capitalised words that may be one name.

    Attributes:
        start: Offset in the document's text; *end* likewise.
        words: Its words in order, small words among them.
        title: The title before it ("Sen."), which is not part of it.
        demonym: The people's name before it ("Chechen").
        article: True after "the".
        initial: True where a sentence opens with it.
        heading: True where the sentence's words all have capitals, so that none tells much.
        opener: The word that was cut off because the sentence opens with it.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    title: str = ""
    demonym: str = ""
    article: bool = False
    initial: bool = False
    heading: bool = False
    opener: str = ""

    @property
    def key(self) -> str:
        return " ".join(word.text for word in self.words)


def stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield what may be names in the sentence ``text[start:end]``, in order."""
    heading = _is_heading(text[start:end])
    first = re.compile(r"\w").search(text, start, end)
    opening = first.start() if first else start
    for run in _RUN.finditer(text, start, end):
        pieces = _pieces(text, run.start(), run.end())
        initial = run.start() <= opening
        for group in _split(pieces):
            found = _trim(text, group, initial and group[0] is pieces[0], heading)
            if found:
                yield found


def _is_heading(sentence: str) -> bool:
    """Return whether nearly all long words of *sentence* have a capital."""
    long = _TITLE_CASE.findall(sentence)
    return len(long) >= 4 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _pieces(text: str, start: int, end: int) -> list[Word]:
    pieces = []
    for match in _PIECE.finditer(text, start, end):
        word, stop = match[0], match.end()
        possessive = False
        if match["word"]:
            mark = _POSSESSIVE.search(word)
            if mark and len(word) > 2:
                possessive, stop, word = True, match.start() + mark.start(), word[: mark.start()]
            elif text[stop : stop + 1] in {"’", "'"} and word.endswith("s"):
                possessive = True
        pieces.append(Word(word, match.start(), stop, bool(match["word"]), possessive))
    return pieces


def _split(pieces: list[Word]) -> Iterator[list[Word]]:
    """Yield groups of *pieces* that belong together."""
    group: list[Word] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.capital:
            group.append(piece)
            if _ends_group(group, pieces[index + 1 :]):
                yield group
                group = []
        elif group and _joins(group, piece.text, pieces[index + 1 :]):
            group.append(piece)
        else:
            if group:
                yield group
            group = []
        index += 1
    if group:
        yield group


def _ends_group(group: list[Word], rest: list[Word]) -> bool:
    """Return whether a possessive ends the name: "Chechnya’s Ramzan", not "Children’s Hospital"."""
    word = group[-1]
    if not word.possessive or not rest or not rest[0].capital:
        return False
    if lexicon.is_known_organisation(" ".join(piece.text for piece in group) + "'s"):
        return False
    after = " ".join(piece.text for piece in rest)
    heads = words.BODIES | words.PLACES
    if any(piece.text in heads for piece in rest[:3]):
        saint = len(group) > 1 and group[-2].text in {"St.", "Saint"}
        common = len(group) == 1 and lexicon.is_ordinary(word.text)
        return not (saint or common or after.split()[0] in {"College", "Hospital", "School"})
    return True


def _joins(group: list[Word], small: str, rest: list[Word]) -> bool:
    """Return whether the small word between *group* and *rest* is part of one name."""
    if not rest:
        return False
    before = [piece.text for piece in group if piece.capital]
    after = rest[0].text
    lead = small.split()[0]
    if group[-1].possessive:
        return False
    if lead in words.PARTICLES:
        return not lexicon.is_ordinary(after) or lexicon.is_last_name(after) or len(before) > 1
    if small == "&":
        return True
    whole = " ".join([*before, small, after])
    if lexicon.is_known_organisation(whole) or lexicon.place_kind(whole):
        return True
    if lead == "and":
        return _joins_and(group, before, rest)
    head = before[-1]
    if lead in {"of", "for"}:
        opens = bool(words.OPENS_BODY.intersection(before)) or head in words.OPENS_PLACE
        event = head in words.OPENS_EVENT
        return opens or event or (head in words.PLACES | {"Republic", "Battle"} and lead == "of")
    inside = any(not piece.capital for piece in group) or bool(words.OPENS_BODY & set(before))
    return inside and lexicon.is_ordinary(after) and lead in {"to", "on", "in"}


def _joins_and(group: list[Word], before: list[str], rest: list[Word]) -> bool:
    """Return whether "and" stands inside a name: "Centers for Disease Control and Prevention"."""
    after = []
    for piece in rest:
        if not piece.capital:
            break
        after.append(piece.text)
        if piece.possessive:
            break
    if lexicon.is_known_organisation(" ".join(after)) or lexicon.place_kind(" ".join(after)):
        return False
    plain = all(lexicon.is_ordinary(word) for word in after)
    opened = any(not piece.capital for piece in group) and words.OPENS_BODY & set(before)
    if opened:
        return plain and after[-1] not in words.BODIES - words.WEAK_BODIES
    ends = after[-1] in words.BODIES and len(after) > 1
    return bool(ends and len(before) == 1 and (plain or lexicon.is_first_name(before[0])))


def _trim(text: str, group: list[Word], initial: bool, heading: bool) -> Stretch | None:
    """Return *group* without what only stands before a name, or None if nothing is left."""
    title = demonym = opener = ""
    while group and not group[-1].capital:
        group = group[:-1]
    while group and group[-1].text in words.CALENDAR and len(group) > 1:
        group = group[:-1]
    pending = initial
    while group:
        word = group[0].text
        alone = len(group) == 1
        if not group[0].capital:
            group = group[1:]
        elif pending and _only_opens(word, group):
            opener, group, pending = word, group[1:], False
        elif word in words.TITLES and not alone and not _is_body(group):
            title, group, pending = f"{title} {word}".strip(), group[1:], False
        elif lexicon.is_demonym(word) and not alone and not _is_body(group):
            demonym, group, pending = word, group[1:], False
        elif word in words.CALENDAR and (not alone or word != "May"):
            group, pending = group[1:], False
        else:
            break
    if not group:
        return None
    before = text[max(0, group[0].start - 4) : group[0].start].lower()
    article = before == "the "
    start, end = group[0].start, group[-1].end
    return Stretch(start, end, tuple(group), title, demonym, article, pending, heading, opener)


def _only_opens(word: str, group: list[Word]) -> bool:
    """Return whether *word* has its capital only because a sentence opens with it."""
    if word in words.OPENERS:
        return True
    if len(group) == 1 or _is_body(group) or word in words.TITLES:
        return False
    if not group[1].capital:
        return False
    return lexicon.is_ordinary(word) and not (
        lexicon.is_first_name(word)
        or lexicon.place_kind(word)
        or lexicon.is_demonym(word)
        or word in words.DIRECTIONS
        or word in words.OPENS_PLACE
        or word in words.OPENS_BODY
    )


def _is_body(group: list[Word]) -> bool:
    """Return whether *group* as a whole is the name of a body or a place."""
    texts = [word.text for word in group]
    whole = " ".join(texts)
    if lexicon.is_known_organisation(whole) or lexicon.place_kind(whole):
        return True
    if texts[-1] in words.BODIES:
        return True
    return any(not word.capital for word in group) and bool(words.OPENS_BODY.intersection(texts))
