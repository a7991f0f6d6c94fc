"""What a capitalised stretch names, told by what stands around it.

"The band Korn", "in Karmin", "Sandy Hook, Maryland", "Atwick is a village": a common noun,
a preposition or a verb beside a name often says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides.findings import lexicon
from guides.findings import name_words as words
from guides.findings.grammar import IRREGULAR_PAST, is_closed
from guides.findings.kinds import Side, Sign
from guides.findings.lexicon import is_plain
from guides.findings.stretches import Stretch

_WORD = re.compile(r"[\w’'-]+")
_AFTER = re.compile(r"(?:[’']s?)?\s+([a-z][\w’'-]*)")
_AFTER_NAME = re.compile(r"[’']?\s([a-z]+)")
_IS_A = re.compile(
    r"(?:,|\s?\(|,?\s+(?:who|which))?\s*(?:(?:is|was|are|were|as|became|being)\s+)?"
    r"(?:also\s+|now\s+|then\s+)?(?:an?|the|one of the|his|her|their|our|my|its)\s+"
    r"((?:[\w’'-]+\s*){1,9})"
)
_IN_STATE = re.compile(r",\s+([A-Z][\w.]+(?:\s[A-Z]\w+)?)")
_LIFE = re.compile(
    r"\s\((?:born|b\.|née|c\.|\d{4}\s?[-–—]|[A-Z][a-z]+ \d+, \d{4}\s?[-–—])|,\s\d\d,"
)
_AGE = re.compile(r",\s\d\d?,")
_KIN = re.compile(
    r"(?:\b(?:[Mm]y|[Hh]is|[Hh]er|[’']s) (?:\w+ )?(?:brother|sister|son|daughter|mother|father"
    r"|friend|wife|husband|cousin|uncle|aunt|nephew|niece|twin)s?,?"
    r"|\b(?:boy|girl|man|woman|child|baby|son|daughter) (?:named|called)) $"
)
_WORK = re.compile(
    r"\b(?:read|reads|reading|wrote|writes|write|writing|written|watch(?:ed|es|ing)?|sang|sings?"
    r"|loved?|played|plays|performed|directed|staged|translated|adapted|\w+[’']s) $"
)
_EXPLAINED = re.compile(r"\bthe (?:[a-z-]+ ){0,3}([a-z-]+), $")
_NUMBERED = re.compile(r"\s\d{2,5}[A-Z]?\b(?![%,.]?\d| (?:percent|per cent|million))")
_WHO_OF = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+,? of $")
_LARGE = frozenset({"state", "country"})
_STOPS = frozenset("of from in at who which that by for on with and to or is was".split())
_NOUNS: tuple[tuple[Side, frozenset[str]], ...] = (
    ("person", words.PERSON_NOUNS),
    ("organisation", words.BODY_NOUNS),
    ("place", words.PLACE_NOUNS),
    ("nothing", words.THING_NOUNS),
)


def context_signs(text: str, stretch: Stretch) -> Iterator[Sign]:
    """Yield what stands around this one mention."""
    if stretch.heading:
        return
    if lexicon.place_kind(stretch.key) == "country" and not stretch.title:
        if lexicon.is_first_name(stretch.key) and _is_kin(text, stretch):
            yield "person", 6  # "his friend Chad"
        return
    if stretch.dateline:
        yield "place", 6
    if stretch.title:
        yield "person", 3 if words.SURE_TITLES.isdisjoint(stretch.title.split()) else 5
    yield from _article(text, stretch)
    if stretch.initial and len(stretch.words) == 1 and is_plain(stretch.words[0]):
        yield "nothing", 2
    if stretch.quoted:
        yield "nothing", 6 if stretch.title else 4  # newspapers called her "Queen Bess"
    yield from _before(text, stretch)
    yield from _after(text, stretch)
    yield from _definition(text, stretch)


def _article(text: str, stretch: Stretch) -> Iterator[Sign]:
    if stretch.article:
        yield "organisation", 0.5
        # Ships, paintings and prizes bear the names of people: "the Edmund Fitzgerald sank".
        yield "person", -3 if len(stretch.words) == 1 or describes(text, stretch) else -5
        if len(stretch.words) == 1 and stretch.words[0] in words.TITLES:
            yield "nothing", 4  # "the Earl"
    if stretch.words[0] == "The" and _WORK.search(text, max(0, stretch.start - 30), stretch.start):
        yield "nothing", 4  # "she wrote The Dispossessed"


def describes(text: str, stretch: Stretch) -> bool:
    """Return whether *stretch* stands before a noun: "Houston area"."""
    after = _AFTER_NAME.match(text, stretch.end)
    word = after[1] if after else ""
    verb = word.endswith(("s", "ed")) or word in words.DEEDS | IRREGULAR_PAST
    return bool(word) and not verb and not is_closed(word)


def _is_kin(text: str, stretch: Stretch) -> bool:
    """Tell "her daughter Georgia", "a boy named Chad" and "Jordan, 12," from the countries."""
    return bool(_KIN.search(text, max(0, stretch.start - 40), stretch.start)) or bool(
        _AGE.match(text, stretch.end)
    )


def _before(text: str, stretch: Stretch) -> Iterator[Sign]:
    """Yield what the one or two words before say."""
    window = text[max(0, stretch.start - 40) : stretch.start]
    explained = _EXPLAINED.search(window)
    if explained and explained[1] in words.PERSON_NOUNS:
        yield "person", 2.5  # "the head librarian, Teo Marsh"
    first, word = _two_words(window)
    if not word:
        return
    plain = all(is_plain(part) for part in stretch.words)
    told = not plain or len(stretch.words) == 1 or stretch.words[-1] in words.PLACES
    if told and not _NUMBERED.match(text, stretch.end):
        yield from _preposition(word, stretch)
    if word in words.WITH and len(stretch.words) > 2:
        yield "organisation", 1.5
    if word == "of":
        if _WHO_OF.search(window):
            yield "person", -3  # "said Ines Vale of Forrester Hay"
        yield from _after_of(first, plain)
    elif not stretch.article:
        for side, nouns in _NOUNS:
            if word in nouns and not (plain and side == "person"):
                yield side, 1 if side == "place" else 3


def _two_words(window: str) -> tuple[str, str]:
    """Return the last two words of *window*, lower case; empty where a mark comes between."""
    if not window[-1:].isspace():
        return "", ""
    words_before = ["", "", *window.lower().split()][-2:]
    first, word = (word if _WORD.fullmatch(word) else "" for word in words_before)
    return first, word.removeprefix("co-")


def _after_of(noun: str, plain: bool) -> Iterator[Sign]:
    """Yield what "the village of", "the CEO of" say."""
    if not plain:
        yield "place", 1
    if noun in words.LEADERS:
        # "the Dean of Academic Affairs" heads no body, "the founder of Feeding Minds" does.
        yield "organisation", 0.5 if plain and noun in words.HEADS_OF_PARTS else 2
    for side, nouns in _NOUNS[1:]:
        if noun in nouns:
            yield side, 2.5 if side == "place" else 1


def _preposition(word: str, stretch: Stretch) -> Iterator[Sign]:
    if word in words.IN:
        yield "place", 2
    elif word in {"on", "along", "off"} and stretch.words[-1] in words.ROADS:
        yield "place", 3  # "on Duane Street"
    elif word in words.TO and len(stretch.words) > 1:
        yield "place", 0.5
    elif word in words.TO:
        unknown = lexicon.zipf(stretch.key) == 0 and stretch.key[1:].islower()
        yield "place", 2 if unknown else 1


def _after(text: str, stretch: Stretch) -> Iterator[Sign]:
    """Yield what the next word says, or a state after a comma, or a span of life."""
    state = _IN_STATE.match(text, stretch.end)
    if state and any(lexicon.place_kind(name) in _LARGE for name in _readings(state[1])):
        yield "place", 2.5
    if _LIFE.match(text, stretch.end):
        yield "person", 3
    if _NUMBERED.match(text, stretch.end):
        yield "person", -3  # "Sage 5510" is a room
    after = _AFTER.match(text, stretch.end)
    word = after[1] if after else ""
    if word in words.SAYING:
        yield "person", 2
    elif word in words.BODY_NOUNS and not lexicon.place_kind(stretch.key):
        yield "organisation", 2
    elif word in words.PLACE_NOUNS:
        yield "place", 1.5
    elif word in words.THING_NOUNS:
        yield "nothing", 1
    elif word.endswith("ed") or word in words.DEEDS:
        yield "person", 1


def _readings(words_after: str) -> tuple[str, ...]:
    """Return what "Maryland." and "Ohio Friday" can mean: without a stop, without more words."""
    first = words_after.split(maxsplit=1)[0]
    return words_after, words_after.rstrip("."), first, first.rstrip(".")


def _definition(text: str, stretch: Stretch) -> Iterator[Sign]:
    """Yield what an appositive or "is a …" says: "Atwick is a village"."""
    said = _IS_A.match(text, stretch.end)
    found: Side | None = None
    for word in said[1].split() if said else ():
        if word in _STOPS:
            break
        if word in words.ANIMALS:
            yield "nothing", 6
        for side, nouns in _NOUNS:
            if word.lower() in nouns:
                found = side
    if found:
        yield found, 3
