"""Which short forms stand for which full names.

"Bowers" and "Robert", "the League", "Brookings", "WHO", "Bobby Scott" for Robert C.
“Bobby” Scott. A wrong link prints a wrong name, so what titles contradict is not linked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guides.findings import lexicon
from guides.findings import name_words as words
from guides.findings.lexicon import is_plain
from guides.findings.stretches import Stretch
from guides.model import NameKind

_NICKNAME = re.compile(r" [“\"‘(](\w+)[”\"’)] ")
_BORN_AS = re.compile(r"\s\((?:née|nee|born) ([A-Z][\w’'-]+)")
_ACRONYM = re.compile(r"[A-Z][A-Za-z.&]{1,7}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch, the number of its paragraph, and what it is known to name from outside."""

    stretch: Stretch
    paragraph: int
    known: NameKind | None = None

    @property
    def key(self) -> str:
        return self.stretch.key


# ---------------------------------------------------------------- parts of a name


_WITH_TWO_SURNAMES = 4  # words


def short_forms(full: str, kind: NameKind) -> tuple[str, ...]:
    """Return the forms that may stand for *full* once it has been given."""
    parts = [part for part in full.split() if part not in words.SUFFIXES]
    if kind == "person" and parts[-1].isupper() and len(parts[-1]) > 1:
        return ()
    if len(parts) < 2:
        return ()
    if kind == "person":
        given = lexicon.is_first_name(parts[0]) or not is_plain(parts[0])
        place = lexicon.place_kind(parts[0]) and not lexicon.is_common_first_name(parts[0])
        first = (parts[0],) if given and not place else ()
        tails = (" ".join(parts[index:]) for index in range(1, len(parts)))
        # Of two surnames a text may use the father's: "Lucinda Amparo Quiroga Salvatierra".
        fathers = (parts[-2], " ".join(parts[:-1])) if len(parts) >= _WITH_TWO_SURNAMES else ()
        return (*tails, *first, f"{parts[0]} {parts[-1]}", *fathers)
    if kind == "organisation":
        small = next((index for index, part in enumerate(parts) if part.islower()), len(parts))
        ends = (parts[-1], parts[0], parts[max(0, small - 1)])  # "the Australian League of Rights"
        heads = tuple(part for part in dict.fromkeys(ends) if _may_stand_alone(part))
        tails = (" ".join(parts[at:]) for at in range(1, len(parts) - 1) if _ends_as_body(parts))
        return (*heads, *tails, full.removeprefix("The "), " ".join(parts[:small]))
    return ()


def _ends_as_body(parts: Sequence[str]) -> bool:
    """Return whether a name without its first words still is one: "the Black Caucus Foundation"."""
    return parts[-1] in words.BODIES and not any(part.islower() for part in parts)


def _may_stand_alone(part: str) -> bool:
    """Return whether "the League" or "Brookings" can stand for the whole name of a body."""
    if part in words.BODIES or part in words.OPENS_BODY or part in words.UNITS:
        return True
    if lexicon.place_kind(part) or lexicon.is_demonym(part) or part == "The" or part.isupper():
        return False
    return not is_plain(part) or part.endswith("s")


# ---------------------------------------------------------------- before the full name


def forms_ahead(mentions: Sequence[Mention], kinds: Mapping[str, NameKind]) -> dict[str, str]:
    """Return short forms that come before the full name and can mean nobody else.

    A headline says "Trump" and the text "Donald J. Trump". But "President Obama" is not the
    Michelle Obama of a later paragraph, so titles must not contradict.
    """
    first: dict[str, Mention] = {}
    titles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        first.setdefault(mention.key, mention)
        titles[mention.key].update(mention.stretch.title.split())
    fulls: dict[str, set[str]] = defaultdict(set)
    for key, full in first.items():
        for part in short_forms(key, "person") if kinds.get(key) == "person" else ():
            if part in first and first[part].stretch.start < full.stretch.start:
                fulls[part].add(key)
    alone = {part: next(iter(keys)) for part, keys in fulls.items() if len(keys) == 1}
    return {
        part: key for part, key in alone.items() if _titles_agree(titles[part], titles[key], key)
    }


def _titles_agree(short: set[str], full: set[str], name: str) -> bool:
    """Return whether who is called by the titles *short* can be the person *name*."""
    gender = lexicon.first_name_gender(name.split(maxsplit=1)[0])
    if short & words.MALE and (gender == "f" or full & words.FEMALE):
        return False
    if short & words.FEMALE and (gender == "m" or full & words.MALE):
        return False
    return short - words.MALE - words.FEMALE <= full


# ---------------------------------------------------------------- anywhere


def aliases_of(
    text: str, mentions: Sequence[Mention], kinds: dict[str, NameKind]
) -> dict[str, str]:
    """Return forms that stand for a fuller one wherever they are.

    A long form that the text abbreviates in brackets is thereby known to be a body, and is
    added to *kinds*.
    """
    aliases: dict[str, str] = {}
    for short, long in _in_brackets(text, mentions):
        if short in kinds or long in kinds:
            kinds.setdefault(long, "organisation")
            aliases[short] = long
    for short, long in _maiden_names(text, mentions, kinds):
        kinds[short] = "person"
        aliases[short] = long
    for key, kind in kinds.items():
        for short in _fixed_forms(key, kind):
            if kinds.get(short, kind) == kind:
                aliases.setdefault(short, key)
    aliases |= dict(_with_initials(kinds))
    # "WHO" stands for "World Health Organization", which may itself have a fuller form.
    ends = {short: aliases.get(long, long) for short, long in aliases.items()}
    return {short: long for short, long in ends.items() if short != long}


def _in_brackets(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Yield acronyms with what they stand for: "World Health Organization (WHO)"."""
    for one, two in pairwise(mentions):
        gap = text[one.stretch.end : two.stretch.start].strip()
        if gap == "(" and text[two.stretch.end : two.stretch.end + 1] == ")":
            long, short = sorted((one.key, two.key), key=len, reverse=True)
            if _ACRONYM.fullmatch(short) and _initials_fit(short, long):
                yield short, long


def _maiden_names(
    text: str, mentions: Sequence[Mention], kinds: Mapping[str, NameKind]
) -> list[tuple[str, str]]:
    """Return the names people had before: "Ada Moss-Reyes (née Moss …)" is called Moss, too."""
    found: dict[str, str] = {}
    for mention in mentions:
        born = _BORN_AS.match(text, mention.stretch.end)
        if born and " " in mention.key and kinds.get(mention.key) == "person":
            found.setdefault(born[1], mention.key)
    return list(found.items())


def _fixed_forms(key: str, kind: NameKind) -> Iterator[str]:
    """Yield the initials of a body, a name without "The", a nickname with the last name."""
    if kind == "organisation" and " " in key:
        initials = "".join(part[0] for part in key.split() if part[0].isupper())
        if len(initials) >= 3:
            yield initials
    if kind == "organisation" and (company := company_of(key)):
        yield company
    if key.startswith("The "):
        yield key[4:]
    if kind == "organisation" and " " not in key and "." in key[1:]:
        yield key.rpartition(".")[0]  # "Edmunds" is Edmunds.com
    if kind == "person":
        yield from _capital_particles(key)
    nickname = _NICKNAME.search(key)
    if kind == "person" and nickname:
        yield f"{nickname[1]} {key.rsplit(maxsplit=1)[-1]}"


def company_of(key: str) -> str:
    """Return "Marlow Pine" for "Marlow Pine Inc."; empty for any other name."""
    name, _, ending = key.rpartition(" ")
    return name if ending in words.COMPANY else ""


def _with_initials(kinds: Mapping[str, NameKind]) -> Iterator[tuple[str, str]]:
    """Yield "Stephanie Nawyn" with "Stephanie J. Nawyn", "S. Nawyn" with either."""
    fullest: dict[tuple[str, str], str] = {}
    people = [key for key, kind in kinds.items() if kind == "person" and " " in key]
    for key in sorted(people, key=lambda name: (-len(name), name)):
        parts = key.split()
        full = fullest.setdefault((parts[0], parts[-1]), key)
        if full != key:
            yield key, full
        elif key[1:3] == ". ":
            fits = [one for one in people if one[0] == key[0] and one.split()[-1] == parts[-1]]
            fits.remove(key)
            if len(fits) == 1:
                yield key, fits[0]  # "H. Solvane" is Henrike Solvane


def _initials_fit(short: str, long: str) -> bool:
    """Return whether the letters of *short* open words of *long*, in order."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    heads = iter(part[0].lower() for part in re.split(r"[\s-]+", long) if part)
    return all(letter in heads for letter in letters)


def _capital_particles(key: str) -> Iterator[str]:
    """Yield "Von der Leyen", as a sentence opens with Ursula von der Leyen."""
    parts = key.split()
    for at in range(1, len(parts) - 1):
        if parts[at] in words.PARTICLES:
            yield " ".join([parts[at].capitalize(), *parts[at + 1 :]])
            return
