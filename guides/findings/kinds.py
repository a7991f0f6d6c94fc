"""What a capitalised stretch names: a person, an organisation, a place, or none of these.

Every sign has a weight and the weights of all mentions of one form are added up, so that
a name which is plain in one sentence is known in the next. The weights are small whole
numbers set by hand: 4 settles it, 1 is a hint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guides.findings import lexicon
from guides.findings import name_words as words
from guides.findings.capitals import Stretch
from guides.model import NameKind

KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")
_BEFORE = re.compile(r"([\w’'-]+)(,?)[\s(“\"]*$")
_AFTER = re.compile(r"[’']?s?[\s”\")]*(,?)\s*([\w’'-]+)")
_INITIALS = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)*")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}s?|[A-Z]{1,4}&[A-Z]")


@dataclass(slots=True)
class Scores:
    """How much speaks for each kind, and against all of them."""

    person: float = 0.0
    organisation: float = 0.0
    place: float = 0.0
    nothing: float = 0.0

    def add(self, other: Scores) -> None:
        self.person += other.person
        self.organisation += other.organisation
        self.place += other.place
        self.nothing += other.nothing

    @property
    def best(self) -> NameKind | None:
        """Return the kind that most speaks for, if enough does."""
        ranked = sorted(KINDS, key=lambda kind: -float(getattr(self, kind)))
        top = float(getattr(self, ranked[0]))
        return ranked[0] if top >= 2 and top > self.nothing else None


def form_scores(stretch: Stretch) -> Scores:
    """Return what the words themselves say, wherever they stand."""
    scores = Scores()
    texts = [word.text for word in stretch.words]
    key = stretch.key
    if any(text in words.EVENTS for text in texts[-1:]) or texts[0] in words.OPENS_EVENT:
        scores.nothing += 5
    if lexicon.is_demonym(key) or key in words.CALENDAR:
        scores.nothing += 8
    if lexicon.is_known_organisation(key):
        scores.organisation += 6
    kind = lexicon.place_kind(key)
    if kind:
        ordinary = all(lexicon.is_ordinary(text) for text in texts)
        scores.place += {"town": 1.5, "city": 3}.get(kind, 6) - (2 if ordinary else 0)
    if len(texts) == 1:
        _single(scores, texts[0])
    else:
        _several(scores, texts)
    return scores


def _single(scores: Scores, word: str) -> None:
    if _ACRONYM.fullmatch(word):
        if word in words.NOT_BODIES:
            scores.nothing += 4
        elif not scores.place:
            scores.organisation += 2.5
        return
    if word in words.TITLES or word in words.BODIES or word in words.PLACES:
        scores.nothing += 4
    if lexicon.is_ordinary(word):
        scores.nothing += 1.5 + (lexicon.zipf(word) > 4)
    if lexicon.is_first_name(word):
        scores.person += 1.5
    elif lexicon.is_last_name(word):
        scores.person += 1
    if any(letter.isupper() for letter in word[1:]) and word[1:2].islower():
        scores.organisation += 0.5


def _several(scores: Scores, texts: list[str]) -> None:
    capitals = [text for text in texts if text[0].isupper() or not text.isalpha()]
    last = texts[-1]
    plain = [text for text in capitals if lexicon.is_ordinary(text)]
    if last in words.BODIES:
        scores.organisation += 2.5 if last in words.WEAK_BODIES else 4
    opened = words.OPENS_BODY.intersection(texts) and any(text[0].islower() for text in texts)
    if opened:
        scores.organisation += 4
    if "&" in texts:
        scores.organisation += 2
    if last in words.PLACES:
        scores.place += 2 if last in words.WEAK_PLACES else 4
    if texts[0] in words.OPENS_PLACE:
        scores.place += 4
    if texts[0] in words.DIRECTIONS and lexicon.place_kind(" ".join(texts[1:])):
        scores.place += 4
    if len(capitals) == len(plain) and not lexicon.is_first_name(texts[0]):
        scores.nothing += 1
    _like_a_person(scores, texts, plain)


def _like_a_person(scores: Scores, texts: list[str], plain: list[str]) -> None:
    """Add what first names, initials and last names say."""
    family = texts[-2] if texts[-1] in words.SUFFIXES and len(texts) > 2 else texts[-1]
    if len(texts) > 5 or family in words.BODIES or family in words.PLACES or "&" in texts:
        return
    if any(small in texts for small in ("of", "for", "the", "to", "and")):
        return
    named = lexicon.is_first_name(texts[0]) or bool(_INITIALS.fullmatch(texts[0]))
    initial = any(_INITIALS.fullmatch(text) for text in texts[1:-1])
    surname = lexicon.is_last_name(family)
    scores.person += 2.5 * named + 2 * initial + 1 * surname
    if not plain and len(texts) <= 3:
        scores.person += 1.5
    if named and len(texts) == 2 and family in plain and not surname:
        scores.person -= 1
    if texts[-1] in words.SUFFIXES:
        scores.person += 3
    if lexicon.place_kind(" ".join(texts)):
        scores.person -= 2


def context_scores(text: str, stretch: Stretch) -> Scores:
    """Return what stands around this one mention."""
    scores = Scores()
    single = len(stretch.words) == 1
    if stretch.title:
        sure = any(title in words.SURE_TITLES for title in stretch.title.split())
        scores.person += 5 if sure else 3
    before = _BEFORE.search(text, max(0, stretch.start - 40), stretch.start)
    after = _AFTER.match(text, stretch.end, stretch.end + 40)
    if before and before[1].lower() in words.AT and not before[2]:
        scores.place += 1.5 if single else 1
    if before and before[1].lower() in words.RELATIVES:
        scores.person += 1.5
    if after and after[2] in words.SAYING:
        scores.person += 1 if after[2] in {"is", "was", "has", "had"} else 2
    if stretch.article:
        scores.organisation += 1
        scores.person -= 3
    if stretch.heading:
        scores.nothing += 2
    if stretch.initial and single and lexicon.is_ordinary(stretch.words[0].text):
        scores.nothing += 2
    return scores
