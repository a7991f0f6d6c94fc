"""What a capitalised stretch names: a person, an organisation, a place, or none of these.

Every sign has a weight, and the weights of all mentions of one form are added up, so that
a name which is plain in one sentence is known in the next. The weights were set by hand:
2 is enough where nothing speaks against it, 4 settles it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from itertools import pairwise

from guides.findings import lexicon
from guides.findings import name_words as words
from guides.findings.capitals import Stretch, is_plain
from guides.model import NameKind

KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")
ENOUGH = 2.0
_CAP = 6.0  # what stands around a name cannot outweigh everything else
_BEFORE = re.compile(r"(?:([\w’'-]+)\s+)?([\w’'-]+)\s+$")
_AFTER = re.compile(r"(?:[’']s?)?\s+([a-z][\w’'-]*)")
_IS_A = re.compile(
    r"(?:,|\s?\(|,?\s+(?:who|which))?\s*(?:(?:is|was|are|were|as|became|being)\s+)?"
    r"(?:also\s+|now\s+|then\s+)?(?:an?|the|one of the)\s+((?:[\w’'-]+\s*){1,9})"
)
_IN_STATE = re.compile(r",\s+([A-Z][\w.]+(?:\s[A-Z]\w+)?)")
_LIFE = re.compile(
    r"\s\((?:born|b\.|née|c\.|\d{4}\s?[-–—]|[A-Z][a-z]+ \d+, \d{4}\s?[-–—])|,\s\d\d,"
)
_INITIALS = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)*")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}s?|[A-Z]{1,4}&[A-Z]")
_STOPS = frozenset("of from in at who which that by for on with and to or is was".split())
_NOUNS = (
    ("person", words.PERSON_NOUNS),
    ("organisation", words.BODY_NOUNS),
    ("place", words.PLACE_NOUNS),
    ("nothing", words.THING_NOUNS),
)


@dataclass(slots=True)
class Scores:
    """How much speaks for each kind, and against all of them."""

    person: float = 0.0
    organisation: float = 0.0
    place: float = 0.0
    nothing: float = 0.0

    def add(self, other: Scores) -> None:
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def give(self, kind: str, weight: float) -> None:
        setattr(self, kind, getattr(self, kind) + weight)

    def shared(self, mentions: int) -> Scores:
        """Return the scores of several mentions as one: many weak hints are no proof."""
        values = (getattr(self, field.name) / mentions**0.5 for field in fields(self))
        return Scores(*(max(-_CAP, min(_CAP, value)) for value in values))

    @property
    def best(self) -> NameKind | None:
        """Return the kind that most speaks for, if enough does."""
        top = max(KINDS, key=lambda kind: float(getattr(self, kind)))
        value = float(getattr(self, top))
        return top if value >= ENOUGH and value > self.nothing else None


# ---------------------------------------------------------------- the words themselves


def form_scores(texts: tuple[str, ...]) -> Scores:
    """Return what the words themselves say, wherever they stand."""
    scores = Scores()
    if texts[0] == "The" and len(texts) > 1 and not lexicon.place_kind(" ".join(texts)):
        # A capital on "The" inside a sentence: a newspaper, a band, a body proud of its article.
        scores.organisation += 2
        texts = texts[1:]
    key = " ".join(texts)
    if lexicon.is_demonym(key) or key in words.CALENDAR:
        scores.nothing += 8
    # A word that is also a word or somebody's name says less: "Target", "Ford", "Jordan".
    doubtful = len(texts) == 1 and (is_plain(key) or lexicon.is_first_name(key))
    if lexicon.is_known_organisation(key):
        scores.organisation += 3 if doubtful or lexicon.is_last_name(key) else 6
    kind = lexicon.place_kind(key)
    if kind:
        plain = all(is_plain(text) for text in texts)
        weight = {"town": 1.5, "city": 3.0}.get(kind, 4.0 if doubtful else 6.0)
        scores.place += weight - (1 if plain else 0)
    if len(texts) == 1:
        _single(scores, texts[0])
    else:
        _several(scores, texts)
    return scores


def _single(scores: Scores, word: str) -> None:
    if _ACRONYM.fullmatch(word):
        if word in words.NOT_BODIES or (len(word) > 3 and is_plain(word)):
            # Somebody shouts, or a dateline: "FLINT", "ASIDE".
            scores.nothing += 4
            if lexicon.place_kind(word.capitalize()) and len(word) > 3:
                scores.place += 5
        elif not scores.place:
            scores.organisation += 2.5
        return
    if word in words.TITLES or word in words.BODIES or word in words.PLACES:
        scores.nothing += 4
    if is_plain(word):
        scores.nothing += 1.5 + (lexicon.zipf(word) > 4)
    if lexicon.is_first_name(word):
        scores.person += 2
    elif lexicon.is_last_name(word):
        scores.person += 1
    if any(letter.isdigit() for letter in word):
        scores.nothing += 2
    if any(letter.isupper() for letter in word[2:]) and word[1:2].islower():
        scores.organisation += 0.5


def _several(scores: Scores, texts: tuple[str, ...]) -> None:
    last = texts[-1]
    capitals = [text for text in texts if not text.islower()]
    plain = [text for text in capitals if is_plain(text)]
    if last in words.EVENTS or texts[0] in words.OPENS_EVENT:
        scores.nothing += 5
    if last in words.BODIES:
        scores.organisation += 2.5 if last in words.WEAK_BODIES else 4
    if any(one in words.OPENS_BODY and two.islower() for one, two in pairwise(texts)):
        scores.organisation += 4
    if "of" in texts and texts[0].lower() in words.THING_NOUNS | words.WORKS:
        scores.nothing += 5
    if "&" in texts or lexicon.is_known_organisation(texts[0]):
        scores.organisation += 2
    if texts[0] in words.LEADS_BODY:
        scores.organisation += 3
    if last in words.PLACES:
        scores.place += 2 if last in words.WEAK_PLACES else 4
    if texts[0] in words.OPENS_PLACE:
        scores.place += 4
    if texts[0] in words.DIRECTIONS and lexicon.place_kind(" ".join(texts[1:])):
        scores.place += 4
    if _is_team(texts):
        scores.organisation += 3
    if len(capitals) == len(plain):
        scores.nothing += 1
        scores.organisation += len(capitals) >= 3
    _like_a_person(scores, texts, plain)


def _is_team(texts: tuple[str, ...]) -> bool:
    """Return whether *texts* are a place and a plural: "Chicago Bulls", "Montreal Crystals"."""
    last = texts[-1]
    plural = last.endswith("s") and not last.endswith("ss") and lexicon.is_ordinary(last)
    return plural and bool(lexicon.place_kind(" ".join(texts[:-1])))


def _like_a_person(scores: Scores, texts: tuple[str, ...], plain: list[str]) -> None:
    """Add what first names, initials and last names say."""
    family = texts[-2] if texts[-1] in words.SUFFIXES and len(texts) > 2 else texts[-1]
    if len(texts) > 5 or family in words.BODIES or family in words.PLACES or "&" in texts:
        return
    if any(small in texts for small in ("of", "for", "of the", "to", "and")) or texts[0] == "The":
        return
    named = lexicon.is_first_name(texts[0]) or bool(_INITIALS.fullmatch(texts[0]))
    initial = any(_INITIALS.fullmatch(text) for text in texts[1:-1])
    surname = lexicon.is_last_name(family)
    scores.person += 2.5 * named + 2 * initial + surname
    if not plain and len(texts) <= 3:
        scores.person += 1.5
    elif texts[0] not in plain and surname and not named and len(texts) == 2:
        scores.person += 1
    if named and len(texts) == 2 and family in plain and not surname:
        scores.person -= 1
    if texts[-1] in words.SUFFIXES:
        scores.person += 3
    if lexicon.place_kind(" ".join(texts)):
        scores.person -= 2


# ---------------------------------------------------------------- what stands around them


def context_scores(text: str, stretch: Stretch) -> Scores:
    """Return what stands around this one mention."""
    scores = Scores()
    if stretch.heading or (lexicon.place_kind(stretch.key) == "country" and not stretch.title):
        return scores
    if stretch.title:
        sure = not words.SURE_TITLES.isdisjoint(stretch.title.split())
        scores.person += 5 if sure else 3
    if stretch.article:
        scores.organisation += 0.5
        scores.person -= 3
    if stretch.initial and len(stretch.words) == 1 and is_plain(stretch.words[0]):
        scores.nothing += 2
    if stretch.quoted:
        scores.nothing += 4
    _before(scores, text, stretch)
    _after(scores, text, stretch)
    return scores


def _before(scores: Scores, text: str, stretch: Stretch) -> None:
    match = _BEFORE.search(text, max(0, stretch.start - 40), stretch.start)
    if not match:
        return
    first, word = (match[1] or "").lower(), match[2].lower()
    single = len(stretch.words) == 1
    plain = all(is_plain(part) for part in stretch.words)
    if plain and not single and stretch.words[-1] not in words.PLACES:
        pass  # "in Holy Water"
    elif word in words.IN:
        scores.place += 2
    elif word in words.TO:
        scores.place += 2 if single and lexicon.zipf(stretch.key) == 0 else 1 if single else 0.5
    if word in words.WITH and len(stretch.words) > 2:
        scores.organisation += 1.5
    if word == "of":
        scores.place += not plain
        for kind, nouns in _NOUNS[1:]:
            if first in nouns:
                scores.give(kind, 2.5 if kind == "place" else 1)
        return
    for kind, nouns in _NOUNS:
        if word in nouns and not stretch.article and not (plain and kind == "person"):
            scores.give(kind, 3 if kind != "place" else 1)


def _after(scores: Scores, text: str, stretch: Stretch) -> None:
    state = _IN_STATE.match(text, stretch.end)
    if state and lexicon.place_kind(state[1]) in {"state", "country"}:
        scores.place += 2.5
    if _LIFE.match(text, stretch.end):
        scores.person += 3
    after = _AFTER.match(text, stretch.end)
    if after and after[1] in words.SAYING:
        scores.person += 1.5
    elif after and after[1] in words.BODY_NOUNS and not lexicon.place_kind(stretch.key):
        scores.organisation += 2
    elif after and after[1] in words.PLACE_NOUNS:
        scores.place += 1.5
    elif after and after[1] in words.THING_NOUNS:
        scores.nothing += 1
    elif after and after[1].endswith("ed"):
        scores.person += 1
    said = _IS_A.match(text, stretch.end)
    if said:
        kind = _noun_kind(said[1])
        if kind:
            scores.give(kind, 3)


def _noun_kind(phrase: str) -> str:
    """Return the kind that the head noun of *phrase* means: "Ontario politician" → person."""
    found = ""
    for word in phrase.split():
        if word in _STOPS:
            break
        lower = word.lower()
        for kind, nouns in _NOUNS:
            if lower in nouns:
                found = kind
    return found
