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
from guides.findings.aliases import Mention, aliases_of, company_of, forms_ahead, short_forms
from guides.findings.kinds import Scores, form_signs, is_site
from guides.findings.lexicon import is_first_name, is_plain
from guides.findings.stretches import Stretch
from guides.findings.surroundings import context_signs
from guides.model import NameKind

_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s|\n\s*\n")
_LISTED = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|&)\s")


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
    aliases = aliases_of(text, mentions, kinds)
    groups: dict[str, list[Mention]] = defaultdict(list)
    recent = forms_ahead(mentions, kinds)
    for mention in mentions:
        full = _resolve(mention, kinds, aliases, recent)
        if full and not _is_somebody_else(text, mention, full, groups[full]):
            groups[full].append(mention)
            for part in short_forms(full, kinds[full]):
                # A name that stood alone first goes on standing alone; of two people with one
                # surname, the bare surname is whoever the text has spoken of more.
                held = len(groups.get(recent.get(part, ""), ()))
                if part not in groups and (not held or len(groups[full]) > held):
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
    _discount_storms(scores)
    _agree_in_lists(text, mentions, scores)
    return scores


def _discount_storms(scores: Mapping[str, Scores]) -> None:
    """Let what a storm is called name nobody: after "Cyclone Phailin" also "T C Phailin"."""
    called = [key.split() for key in scores]
    storms = {parts[-1] for parts in called if not words.STORMS.isdisjoint(parts[:-1])}
    for key, total in scores.items():
        parts = key.split()
        given = len(parts) > 1 and lexicon.is_first_name(parts[0])
        if parts[-1] in storms and not given:
            total.add([("nothing", 8)])


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
    for site in [key for key in kinds if is_site(key)]:
        kinds[site.rpartition(".")[0]] = "organisation"  # "Edmunds said" after "Edmunds.com"
    _complete(kinds, scores)
    _give_back(kinds, scores)
    people = [key for key, kind in kinds.items() if kind == "person"]
    parts = {part for key in people for part in short_forms(key, "person")}
    for key, total in scores.items():
        place = total.place if lexicon.place_kind(key) not in {"", "town"} else 0.0
        if key in parts and total.organisation < 4 and place < max(5.0, total.person):
            kinds[key] = "person"
    return kinds


def _complete(kinds: dict[str, NameKind], scores: Mapping[str, Scores]) -> None:
    """Let "Bram Tollen" be a person where "Bram" is one and nothing speaks against it."""
    people = {key for key, kind in kinds.items() if kind == "person" and " " not in key}
    short = {key for key, kind in kinds.items() if kind == "person" and key[1:3] == ". "}
    for key, total in scores.items():
        parts = key.split()
        if key not in kinds and len(parts) == 2 and f"{key[0]}. {parts[1]}" in short:
            kinds[key] = "person"  # "Henrike Solvane" and "H. Solvane"
        if key in kinds or len(parts) != 2 or total.person < 1:
            continue
        if people.intersection(parts) and max(total.organisation, total.nothing) == 0:
            kinds[key] = "person"


def _give_back(kinds: dict[str, NameKind], scores: Mapping[str, Scores]) -> None:
    """Let "Peabody said" be Peabody Energy's, where no person bears the name."""
    bodies = {
        key.split()[0] for key, kind in kinds.items() if kind == "organisation" and " " in key
    }
    borne = {part for key, kind in kinds.items() if kind == "person" for part in key.split()[1:]}
    companies = {company_of(key) for key, kind in kinds.items() if kind == "organisation"}
    for key in kinds.keys() & companies:
        kinds[key] = "organisation"
    for key in bodies - borne:
        if kinds.get(key) == "person" and scores[key].person < 4 and not is_first_name(key):
            kinds[key] = "organisation"


def _weight(scores: Scores | None, kind: NameKind) -> float:
    return scores.of(kind) if scores else 0.0


# ---------------------------------------------------------------- whom a mention means


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


def _is_somebody_else(text: str, mention: Mention, full: str, before: Sequence[Mention]) -> bool:
    """Return whether a titled surname cannot be the person of that surname named before.

    Who was "Clinton" a few words ago is not introduced as "President Clinton": in one
    sentence the title comes first.
    """
    titled = set(mention.stretch.title.split()) - words.MALE - words.FEMALE
    if not titled or not before or mention.key == full:
        return False
    last = before[-1].stretch
    if last.title or _SENTENCE_END.search(text, last.end, mention.stretch.start):
        return False
    return not any(titled & set(item.stretch.title.split()) for item in before)


# ---------------------------------------------------------------- names inside stretches


def _inside(text: str, mention: Mention, kinds: dict[str, NameKind]) -> Mention:
    """Return *mention* cut to the known name that a stretch which names nothing holds.

    "Miami Area" and "Corporate America" are no names, but each holds one.
    """
    stretch = mention.stretch
    if stretch.key in kinds or len(stretch.words) < 2 or stretch.quoted or stretch.dateline:
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
