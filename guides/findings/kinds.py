"""What a capitalised stretch names, told by its own words.

Every sign speaks for a kind, or against all of them, with a weight set by hand: 2 is
enough where nothing speaks against it, 4 settles it. What stands around a stretch adds
signs of its own (`surroundings.py`), and the signs of all mentions of one form are put
together, so that a name which is plain in one sentence is known in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Literal

from guides.findings import lexicon
from guides.findings import name_words as words
from guides.findings.lexicon import is_plain
from guides.model import NameKind

Side = Literal["person", "organisation", "place", "nothing"]
Sign = tuple[Side, float]

KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")
ENOUGH = 2.0
_CAP = 6.0  # what stands around a name cannot outweigh everything else
_INITIALS = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)*")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}s?|[A-Z]{1,4}&[A-Z]")
_SITE = re.compile(r"\w[\w-]*\.(?:com|org|net|gov|edu)")
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Van|O[’'])[A-Z][a-z]+[A-Z]\w*")
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")  # "Ban Ki-moon", "Lee Cheuk-yan"
_BETWEEN = frozenset({"van", "von", "bin", "ibn"})
_PLACE_WEIGHTS = {"town": 1.5, "city": 3.0}
_JOINING = frozenset({"of", "for", "to", "and", "&"})


@dataclass(slots=True)
class Scores:
    """How much speaks for each kind, and against all of them."""

    person: float = 0.0
    organisation: float = 0.0
    place: float = 0.0
    nothing: float = 0.0

    def add(self, signs: Iterable[Sign]) -> None:
        for side, weight in signs:
            setattr(self, side, getattr(self, side) + weight)

    def signs(self, mentions: int = 1) -> Iterator[Sign]:
        """Yield these scores as signs, shared by *mentions*: many weak hints are no proof."""
        for side in (field.name for field in fields(self)):
            weight = getattr(self, side) / mentions**0.5
            yield side, max(-_CAP, min(_CAP, weight))  # type: ignore[misc]  # the fields are sides

    def of(self, kind: NameKind) -> float:
        return float(getattr(self, kind))

    @property
    def best(self) -> NameKind | None:
        """The kind that most speaks for, if enough does."""
        top = max(KINDS, key=self.of)
        return top if self.of(top) >= ENOUGH and self.of(top) > self.nothing else None


def form_signs(texts: tuple[str, ...]) -> Iterator[Sign]:
    """Yield what the words themselves say, wherever they stand."""
    if lexicon.is_known_organisation(" ".join(texts)) and texts[0] == "The":
        yield "organisation", 6
        return
    if texts[0] == "The" and len(texts) > 1 and not lexicon.place_kind(" ".join(texts)):
        # A capital on "The" inside a sentence: a newspaper, a band, a body proud of its article.
        yield "organisation", 2
        texts = texts[1:]
    yield from _listed(texts)
    if len(texts) > 1 and (_is_shout(texts) or _is_cut(texts)):
        yield "nothing", 9
    if len(texts) > 1:
        yield from _openings(texts)
        yield from _endings(texts)
        yield from _people(texts)
    elif is_site(texts[0]):
        yield "organisation", 4  # "Edmunds.com"
    elif _ACRONYM.fullmatch(texts[0]):
        yield from _acronym(texts[0])
    else:
        yield from _single(texts[0])


def _is_shout(texts: tuple[str, ...]) -> bool:
    """Return whether *texts* are a line in capitals: "GARLAND STEPS ASIDE"."""
    return len(texts) > 2 and " ".join(texts).isupper() and sum(map(is_plain, texts)) > 1


def _is_cut(texts: tuple[str, ...]) -> bool:
    """Return whether the last name is missing: "Charles G. and David H. Koch"."""
    return len(texts) == 2 and len(texts[1]) == 2 and texts[1][1] == "." and texts[1][0].isupper()


def _listed(texts: tuple[str, ...]) -> Iterator[Sign]:
    """Yield what the lists of places, bodies and peoples know."""
    key = " ".join(texts)
    if lexicon.is_demonym(key) or key in words.CALENDAR or key in words.BEYOND:
        yield "nothing", 8
    # What is also a word or somebody's name says less: "Target", "Ford", "Jordan".
    doubtful = len(texts) == 1 and (is_plain(key) or lexicon.is_first_name(key))
    if lexicon.is_known_organisation(key):
        surname = lexicon.is_last_name(key) and not key.isupper()
        yield "organisation", 3 if doubtful or surname else 6
    kind = lexicon.place_kind(key)
    if kind:
        plain = all(is_plain(text) for text in texts)
        weight = _PLACE_WEIGHTS.get(kind, 4.0 if doubtful else 6.0) - plain
        # "Rhodes says", "to Charlotte": a region may be a surname, a city a first name.
        if kind == "region" and lexicon.is_last_name(key) and lexicon.zipf(key) < 5:
            weight = 3.0
        elif kind == "city" and lexicon.is_common_first_name(key):
            weight = 1.5
        yield "place", weight


def _acronym(word: str) -> Iterator[Sign]:
    """Yield what a word in capitals only is: a body, a thing, a dateline, or a shout."""
    spelled = word.capitalize()
    if len(word) > 3 and lexicon.place_kind(spelled):
        yield "place", 5  # "TULSA, Oklahoma"
    elif lexicon.is_known_organisation(word):
        return
    elif word.isalpha() and lexicon.zipf(word) > 5.4:
        yield "nothing", 4  # "did NOT", "ALL of them"
    elif words.NOT_BODIES & {word, word.removesuffix("s")} or (len(word) > 3 and is_plain(word)):
        yield "nothing", 4
    elif len(word) > 4 and (lexicon.is_last_name(word) or lexicon.is_first_name(word)):
        yield "nothing", 4  # "WALLACE:" in a transcript
    elif not lexicon.place_kind(word):
        # Two letters are as often a state, an initial or a label: "NY", "A.C.", "TA".
        yield "organisation", 2.5 if sum(map(str.isalpha, word)) > 2 else 1


def _single(word: str) -> Iterator[Sign]:
    if word in words.TITLES - words.TITLE_NAMES or word in words.BODIES or word in words.PLACES:
        yield "nothing", 4
    if is_plain(word):
        yield "nothing", 2.5 if lexicon.zipf(word) > 4 else 1.5
    if _is_manner(word):
        yield "nothing", 4  # "Unluckily, the well was dry"
    if lexicon.is_first_name(word):
        yield "person", 2
    elif lexicon.is_last_name(word):
        yield "person", 1
    if any(letter.isdigit() for letter in word):
        yield "nothing", 2
    if word.endswith(("ian", "ean", "ese")) and not lexicon.is_last_name(word):
        yield "nothing", 2  # an unknown people or style
    if _CAMEL.fullmatch(word) and not lexicon.is_last_name(word):
        yield "organisation", 2  # "GoFundMe"


def _is_manner(word: str) -> bool:
    """Return whether *word* is an adverb made of an ordinary word: "Unluckily", not "Emily"."""
    if not word.endswith("ly") or lexicon.is_first_name(word) or len(word) < 7:
        return False
    root = word.lower().removesuffix("ly")
    return any(map(lexicon.is_ordinary, (root, root.removesuffix("i") + "y", root + "le")))


def _openings(texts: tuple[str, ...]) -> Iterator[Sign]:
    """Yield what the first words of a longer name say."""
    first = texts[0]
    if first in words.OPENS_EVENT:
        yield "nothing", 5
    if any(one in words.OPENS_BODY and two.islower() for one, two in pairwise(texts)):
        yield "organisation", 4
    if "of" in texts and first.lower() in words.THING_NOUNS | words.WORKS:
        yield "nothing", 5
    if "&" in texts:
        yield "organisation", 2
    elif lexicon.is_known_organisation(first):
        # "BBC Wales", but in "AP Photo" and "FBI Agents" only the first word names a body.
        yield "organisation", 1 if all(map(is_plain, texts[1:])) else 2
    if first in words.LEADS_BODY:
        yield "organisation", 3
    if first in words.OPENS_PLACE and texts[-1] not in words.BODIES:
        yield "place", 4 if len(texts) == 2 else 2
    if first in words.DIRECTIONS and lexicon.place_kind(" ".join(texts[1:])):
        yield "place", 4
    elif first in words.PART_OF_TOWN and len(texts) == 2 and not is_plain(texts[1]):
        yield "place", 3  # "Lower Brandt"


def _endings(texts: tuple[str, ...]) -> Iterator[Sign]:
    """Yield what the head noun of a longer name says."""
    last = texts[-1]
    if not (words.EVENTS | words.RECORDS).isdisjoint(
        texts[-2:] if last in words.SUFFIXES else texts[-1:]
    ):
        yield "nothing", 5
    if lexicon.is_known_organisation(last) and not is_plain(last):
        yield "organisation", 3
    if last in words.BODIES:
        yield "organisation", 2.5 if last in words.WEAK_BODIES else 4
    if last in words.PLACES:
        person = last in words.SURNAMES and lexicon.is_first_name(texts[0])
        yield "place", 2 if person or last in words.WEAK_PLACES else 4
    if last == "District" and not words.SCHOOLS.isdisjoint(texts):
        yield "organisation", 6
    if _is_team(texts):
        yield "organisation", 3
    capitals = [text for text in texts if not text.islower()]
    if all(is_plain(text) for text in capitals):
        yield "nothing", 1
        if len(capitals) >= 3:
            yield "organisation", 1


def _is_team(texts: tuple[str, ...]) -> bool:
    """Return whether *texts* are a place and a plural: "Chicago Bulls", "Montreal Crystals"."""
    last = texts[-1]
    plural = last.endswith("s") and not last.endswith("ss") and lexicon.is_ordinary(last)
    place = " ".join(texts[:-1])
    return plural and bool(lexicon.place_kind(place)) and not is_plain(place)  # "Mobile Devices"


def _people(texts: tuple[str, ...]) -> Iterator[Sign]:
    """Yield what first names, initials and last names say."""
    suffixed = texts[-1] in words.SUFFIXES and len(texts) > 2
    family = texts[-2] if suffixed else texts[-1]
    if not _may_be_person(texts, family):
        return
    named = lexicon.is_first_name(texts[0]) or _is_initial(texts[0])
    surname = lexicon.is_last_name(family)
    yield "person", 2.5 * named + surname + 3 * (texts[-1] in words.SUFFIXES)
    if any(_is_initial(text) for text in texts[1:-1]):
        yield "person", 2
    if len(texts) <= 3 and not any(map(is_plain, texts)):
        yield "person", 1.5
    elif len(texts) == 2 and surname and not named and not is_plain(texts[0]):
        yield "person", 1  # an unknown first name
    elif len(texts) == 2 and named and not surname and is_plain(family):
        yield "person", -1
    if any(text in _BETWEEN for text in texts[1:-1]):
        yield "person", 2  # "Ludwig van Beethoven"
    if _KOREAN.fullmatch(family):
        yield "person", 2
    if lexicon.place_kind(" ".join(texts)):
        yield "person", -2


def _may_be_person(texts: tuple[str, ...], family: str) -> bool:
    """Return whether nothing in *texts* rules a person out: a head noun, "of", shouting."""
    heads = words.BODIES | words.PLACES - words.SURNAMES
    if len(texts) > 5 or family in heads or lexicon.is_demonym(family) or texts[0] == "The":
        return False
    if is_plain(family) and lexicon.place_kind(texts[0]):
        return False  # "America First"
    if lexicon.is_known_organisation(texts[0]) and _INITIALS.fullmatch(texts[0]):
        return False  # "U.N. Women"
    acronym = len(family) > 2 and family.isupper() and not all(text.isupper() for text in texts)
    return not acronym and _JOINING.isdisjoint(texts)


def is_site(word: str) -> bool:
    """Return whether *word* is a body by the name of its website: "Edmunds.com"."""
    return bool(_SITE.fullmatch(word))


def _is_initial(word: str) -> bool:
    """Return whether *word* stands for a first name: "S.", "J.R.", or a bare "R"."""
    return bool(_INITIALS.fullmatch(word)) or (len(word) == 1 and word not in "AIO")
