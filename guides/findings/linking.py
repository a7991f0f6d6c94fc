"""Which mentions are of one name.

A text gives a name in full once and then says "Bowers", "the League" or "WHO". Here the
forms are judged (`kinds.py`), and then every short form is given to the full name that
stands nearest before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from guides.findings import lexicon
from guides.findings import name_words as words
from guides.findings.capitals import Stretch, is_plain
from guides.findings.kinds import Scores, form_signs
from guides.findings.surroundings import context_signs
from guides.model import NameKind

_LISTED = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|&)\s")
_NICKNAME = re.compile(r" [“\"‘(](\w+)[”\"’)] ")
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


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place: its mentions in order, the fullest form, how sure it is."""

    key: str
    kind: NameKind
    mentions: tuple[Mention, ...]
    weight: float


def link(text: str, mentions: Sequence[Mention]) -> list[Entity]:
    """Return what *mentions* name, each with all of its mentions."""
    scores = _scores(text, mentions)
    kinds = _kinds(mentions, scores)
    mentions = [_inside(text, mention, kinds) for mention in mentions]
    aliases = _aliases(text, mentions, kinds)
    groups: dict[str, list[Mention]] = defaultdict(list)
    recent = _ahead(mentions, kinds)
    for mention in mentions:
        full = _resolve(mention, kinds, aliases, recent)
        if full:
            groups[full].append(mention)
            for part in _short_forms(full, kinds[full]):
                # A name that stood alone first goes on standing alone; of two people with one
                # surname, the bare surname is whoever the text has spoken of more.
                held = len(groups.get(recent.get(part, ""), ()))
                if part not in groups and len(groups[full]) >= held:
                    recent[part] = full
    return [
        Entity(full, kinds[full], tuple(group), _weight(scores.get(full), kinds[full]))
        for full, group in groups.items()
    ]


# ---------------------------------------------------------------- kinds


def _scores(text: str, mentions: Sequence[Mention]) -> dict[str, Scores]:
    """Return what speaks for each form: its own words, its surroundings, its company."""
    times = Counter(mention.key for mention in mentions)
    around: dict[str, Scores] = defaultdict(Scores)
    scores: dict[str, Scores] = {}
    for mention in mentions:
        around[mention.key].add(context_signs(text, mention.stretch))
        if mention.key not in scores:
            scores[mention.key] = Scores()
            scores[mention.key].add(form_signs(mention.stretch.words))
    for key, total in scores.items():
        total.add(around[key].signs(times[key]))
    _agree_in_lists(text, mentions, scores)
    return scores


def _agree_in_lists(text: str, mentions: Sequence[Mention], scores: dict[str, Scores]) -> None:
    """Let what stands in one list be of one kind: "Honduras, Guatemala and Coron"."""
    before = {key: total.best for key, total in scores.items()}
    for one, two in pairwise(mentions):
        gap = text[one.stretch.end : two.stretch.start]
        if len(gap) > 8 or not _LISTED.fullmatch(gap):
            continue
        for sure, unsure in ((one, two), (two, one)):
            kind = before[sure.key]
            if kind and not before[unsure.key]:
                scores[unsure.key].add([(kind, 1.5)])


def _kinds(mentions: Sequence[Mention], scores: Mapping[str, Scores]) -> dict[str, NameKind]:
    kinds = {key: kind for key, total in scores.items() if (kind := total.best)}
    told = {mention.key for mention in mentions if not mention.stretch.heading}
    for mention in mentions:
        # A headline runs a name and its verb together: "Hillary Clinton Speaks".
        size = len(mention.stretch.words)
        runs_on = size > 2 or (size == 2 and lexicon.is_ordinary(mention.stretch.words[-1]))
        if mention.stretch.heading and mention.key not in told and runs_on:
            kinds.pop(mention.key, None)
    kinds |= {mention.key: mention.known for mention in mentions if mention.known}
    people = [key for key, kind in kinds.items() if kind == "person"]
    parts = {part for key in people for part in _short_forms(key, "person")}
    for key, total in scores.items():
        place = total.place if lexicon.place_kind(key) not in {"", "town"} else 0.0
        if key in parts and total.organisation < 4 and place < max(5.0, total.person):
            kinds[key] = "person"
    return kinds


def _weight(scores: Scores | None, kind: NameKind) -> float:
    return scores.of(kind) if scores else 0.0


# ---------------------------------------------------------------- short forms


def _ahead(mentions: Sequence[Mention], kinds: Mapping[str, NameKind]) -> dict[str, str]:
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
    for key in first:
        if kinds.get(key) == "person":
            for part in _short_forms(key, "person"):
                if part in first and first[part].stretch.start < first[key].stretch.start:
                    fulls[part].add(key)
    return {
        part: key
        for part, keys in fulls.items()
        for key in keys
        if len(keys) == 1 and _titles_agree(titles[part], titles[key], key)
    }


def _titles_agree(short: set[str], full: set[str], name: str) -> bool:
    """Return whether who is called by the titles *short* can be the person *name*."""
    gender = lexicon.first_name_gender(name.split()[0])
    if short & words.MALE and (gender == "f" or full & words.FEMALE):
        return False
    if short & words.FEMALE and (gender == "m" or full & words.MALE):
        return False
    return short - words.MALE - words.FEMALE <= full


def _short_forms(full: str, kind: NameKind) -> tuple[str, ...]:
    """Return the forms that may stand for *full* once it has been given."""
    parts = [part for part in full.split() if part not in words.SUFFIXES]
    if kind == "person" and parts[-1].isupper() and len(parts[-1]) > 1:
        return ()
    if len(parts) < 2:
        return ()
    if kind == "person":
        first = (parts[0],) if lexicon.is_first_name(parts[0]) else ()
        tails = (" ".join(parts[index:]) for index in range(1, len(parts)))
        return (*tails, *first, f"{parts[0]} {parts[-1]}")
    if kind == "organisation":
        heads = tuple(part for part in (parts[-1], parts[0]) if _may_stand_alone(part))
        small = next((index for index, part in enumerate(parts) if part.islower()), len(parts))
        return (*heads, full.removeprefix("The "), " ".join(parts[:small]))
    return ()


def _may_stand_alone(part: str) -> bool:
    """Return whether "the League" or "Brookings" can stand for the whole name of a body."""
    if part in words.BODIES or part in words.OPENS_BODY or part in words.UNITS:
        return True
    if lexicon.place_kind(part) or lexicon.is_demonym(part) or part == "The" or part.isupper():
        return False
    return not is_plain(part) or part.endswith("s")


def _resolve(
    mention: Mention,
    kinds: Mapping[str, NameKind],
    aliases: Mapping[str, str],
    recent: Mapping[str, str],
) -> str:
    """Return the full form that *mention* stands for; empty where it names nothing."""
    key = mention.key
    kind = kinds.get(key)
    if key in aliases:
        return aliases[key]
    full = recent.get(key, "")
    if full and full != key:
        same = kind == kinds[full]
        if same or (not kind and (mention.stretch.article or not is_plain(key))):
            return full
    return key if kind else ""


def _aliases(text: str, mentions: Sequence[Mention], kinds: dict[str, NameKind]) -> dict[str, str]:
    """Return forms that stand for a fuller one wherever they are: acronyms, given-family."""
    aliases: dict[str, str] = {}
    for one, two in pairwise(mentions):
        gap = text[one.stretch.end : two.stretch.start].strip()
        if gap == "(" and text[two.stretch.end : two.stretch.end + 1] == ")":
            long, short = sorted((one.key, two.key), key=len, reverse=True)
            if _ACRONYM.fullmatch(short) and _initials_fit(short, long):
                if short in kinds or long in kinds:
                    kinds.setdefault(long, "organisation")
                    aliases[short] = long
    for key, kind in kinds.items():
        if kind == "organisation" and " " in key:
            short = "".join(part[0] for part in key.split() if part[0].isupper())
            if len(short) >= 3 and kinds.get(short) == "organisation":
                aliases.setdefault(short, key)
    for key, kind in kinds.items():
        if key.startswith("The ") and kinds.get(key[4:]) == kind:
            aliases[key[4:]] = key
        nickname = _NICKNAME.search(key) if kind == "person" else None
        if nickname:
            aliases[f"{nickname[1]} {key.split()[-1]}"] = key
    by_ends: dict[tuple[str, str], str] = {}
    for key in sorted((key for key, kind in kinds.items() if kind == "person"), key=_fullness):
        parts = key.split()
        ends = (parts[0], parts[-1])
        if len(parts) > 1 and by_ends.setdefault(ends, key) != key:
            aliases[key] = by_ends[ends]
    return {short: long for short, long in aliases.items() if short != long and long in kinds}


def _fullness(key: str) -> tuple[int, str]:
    return -len(key), key


def _initials_fit(short: str, long: str) -> bool:
    """Return whether the letters of *short* open words of *long*, in order."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    heads = iter(part[0].lower() for part in re.split(r"[\s-]+", long) if part)
    return all(letter in heads for letter in letters)


# ---------------------------------------------------------------- names inside stretches


def _inside(text: str, mention: Mention, kinds: dict[str, NameKind]) -> Mention:
    """Return *mention* cut to the known name that a stretch which names nothing holds.

    "Miami Area" and "Corporate America" are no names, but each holds one.
    """
    stretch = mention.stretch
    if stretch.key in kinds or len(stretch.words) < 2 or stretch.quoted:
        return mention
    if any(word.islower() for word in stretch.words) or not words.EVENTS.isdisjoint(stretch.words):
        return mention
    size = len(stretch.words)
    cuts = [(0, end) for end in range(size - 1, 0, -1)] + [
        (start, size) for start in range(1, size)
    ]
    for start, end in cuts:
        inner, outer = stretch.words[start:end], stretch.words[:start] + stretch.words[end:]
        key = " ".join(inner)
        kind = kinds.get(key) or _known(key)
        if kind and all(is_plain(word) for word in outer):
            kinds.setdefault(key, kind)
            left = _offset(text, stretch, start)
            right = _offset(text, stretch, end - 1) + len(inner[-1])
            return replace(
                mention,
                stretch=replace(stretch, start=left, end=right, key=key, words=inner),
            )
    return mention


def _known(key: str) -> NameKind | None:
    if lexicon.place_kind(key) in {"country", "state", "region"} and not is_plain(key):
        return "place"
    if lexicon.is_known_organisation(key) and not is_plain(key):
        return "organisation"
    return None


def _offset(text: str, stretch: Stretch, index: int) -> int:
    """Return where the word *index* of *stretch* starts in *text*."""
    at = stretch.start
    for word in stretch.words[:index]:
        at = text.index(word, at) + len(word)
    return text.index(stretch.words[index], at)
