"""Whom a story follows: people with names, people without, and whoever says "I".

A character is somebody who does things in the telling: the subject of verbs that only a
person (or an animal that behaves like one) can be the subject of. "The tin soldier" and
"Mr. Hale" print as the story mostly calls them. Where one noun stands for several people,
"the old woman" and "the young woman", the adjective that parts them belongs to the name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from guides.days import MONTHS, WEEKDAY
from guides.findings import lexicon, people_words
from guides.findings.grammar import (
    IRREGULAR_PAST,
    PREPOSITIONS,
    is_adverb,
    is_closed,
    is_people_noun,
    is_plural,
    word_set,
)
from guides.findings.telling import Told
from guides.model import Character
from guides.source import Span

_MOST = 4
_SURE = (0.95, 0.85, 0.75, 0.65)  # the more a story names somebody, the more it follows them
_SHORT = 300  # words; a short text names its people less often

# What only a person does, or an animal or a thing that a story lets behave like one.
MINDFUL = word_set(
    "said cried asked replied answered thought wished wanted hoped knew remembered forgot believed "
    "felt smiled laughed wept sighed whispered shouted called told begged promised decided "
    "resolved refused tried exclaimed wondered feared loved hated understood agreed frowned nodded "
    "sobbed trembled blushed grinned muttered murmured explained meant heard saw listened learned "
    "dreamed dreamt watched noticed spoke imagined"
)
_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|St)\.|Mr|Mrs|Ms|Dr|Miss|Sir|Lady|Lord|King|Queen|Prince|Princess|Aunt|Uncle"
    r"|Captain|Colonel|Major|General|Doctor|Father|Mother|Old|Little|Grandmother|Grandfather"
    r"|Madame|Monsieur|Master|Brother|Sister|Brer"
)
_CAPITAL = r"[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]{2,})?"
_NAME = rf"(?:(?:{_TITLE})\s)*{_CAPITAL}(?:\s{_CAPITAL})?"
_FINITE = IRREGULAR_PAST | MINDFUL | {"was", "had", "would", "could", "did"}
_PAST = rf"(?:{'|'.join(sorted(_FINITE))}|[a-z]{{2,}}ed)"
_BETWEEN = r"(?:\s(?:[a-z]{3,}ly|then|also|now|soon|still|never|only|just|himself|herself))?"
# Up to three adjectives; a small word ends the phrase: "in the end the miller sighed".
_SMALL = "the|an?|of|in|on|at|to|and|or|but|that|who|with|for|by|from"
_MODS = rf"(?:(?!(?:{_SMALL})\b)[a-z][a-z-]*\s){{0,3}}?"
_INSIDE = re.compile(rf"(?<=[a-z,;] )({_CAPITAL})")
_AFTER_THE = re.compile(rf"\b[Tt]he\s({_CAPITAL})\b")
_PAIRED = re.compile(rf"\b({_CAPITAL})\s{_CAPITAL}\b")
_ONE = re.compile(rf"\b({_CAPITAL}) (?:was|is|has)\b")
_NAMED_SUBJECT = re.compile(rf"(?<![\w.-])({_NAME}){_BETWEEN}\s({_PAST})\b")
_TOLD_SUBJECT = re.compile(
    rf"(?<![\w-])(?:(\w+)\s)?[Tt]he\s({_MODS})([A-Za-z][a-z]+(?:-[a-z]+)*)"
    rf"{_BETWEEN}\s({_PAST})\b"
)
_SAYING = "said|cried|asked|replied|answered|thought|whispered|shouted|exclaimed|muttered|murmured"
_NAMED_SPEAKER = re.compile(rf"\b({_SAYING})\s({_NAME})(?=[,.;:!?]|\s[a-z])")
_TOLD_SPEAKER = re.compile(
    rf"\b({_SAYING})\s[Tt]he\s({_MODS})([A-Za-z][a-z]+(?:-[a-z]+)*)"
    r"(?=[,.;:!?]|\s(?:to|in|with|as|and|who|when|again|at|from|then|softly)\b)"
)
# "They had walked through the rooms in April": a month, though people are called so, too.
_DATED = re.compile(
    rf"\b(?:in|of|on|by|since|until|till|last|next|this|early|late|mid|every|\d+)[ -]"
    rf"(?:{MONTHS}|{WEEKDAY})\Z",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:an?|the|this|that|his|her|my|our|their|your|poor|dear|ugly|young)\s\Z", re.IGNORECASE
)
_I = re.compile(r"(?<![\w'.])I(?:'(?:d|m|ve|ll))?(?![\w.])")
_MY = re.compile(r"\b(?:I|me|my|myself)\b")

_KIN = re.compile(
    r"\b[Mm]y\s(father|mother|grandfather|grandmother|brother|sister|uncle|aunt|wife|husband|son"
    r"|daughter|teacher|friend|cousin|master|boss|neighbou?r|dad|mum|mom|grandma|grandpa)\b"
)

_TELLS_I = 18  # in a thousand words
_THOUGHTS = 3  # two, where nobody else has any
# Whom a story names often, and so many times as often as somebody, it follows instead.
_OFTEN, _NAMED = 12, 4
_MIND = (
    "thought|knew|wondered|remembered|wished|hoped|wanted|felt|feared|understood|imagined|realised"
    "|realized|noticed|decided|forgot|meant|expected|recognised|recognized|supposed"
)
_THINKS = {
    word: re.compile(
        rf"\b{word}\s(?:(?:had|did|could|would|also|still|only|never)\s)?(?:{_MIND})\b",
        re.IGNORECASE,
    )
    for word in ("she", "he")
}
# "Dilys had thought of her", "Kelechi, who had not known".
_THINKING = (
    r"(?:,? who)?\s(?:(?:had|did|could|would|was|also|still|only|never|not|always)\s){0,3}"
    rf"(?:{_MIND}|known|seen|heard|feel|see|hear|know|think|wonder|remember|want)\b"
)
_OWN = {"she": "(?:she|her)", "he": "(?:he|his|him)"}

# Two who share a noun are told apart by words like these.
_PARTING = word_set(
    "first second third fourth other another elder eldest younger youngest old older oldest young "
    "middle big bigger little small smaller good bad wicked rich poor white black red"
)
_NOBODY = word_set(
    "one ones other others first second third last next same rest latter former whole whom story "
    "day night morning evening time thing place way end world house moment hour year"
)
_ANYBODY = word_set("man woman boy girl child person fellow stranger lady gentleman kid lad lass")
_NO_NAMES = frozenset(
    "God Lord Heaven Heavens Sunday Monday Christmas Death Nature I Chapter".split()
)


@dataclass(slots=True)
class _Candidate:
    """Somebody who may be a character, while the text is being counted."""

    name: str
    subjects: int = 0
    mindful: set[str] = field(default_factory=set)


def find_characters(told: Sequence[Told], title: str, words: int) -> tuple[Character, ...]:
    """Return at most four characters of a story, in the order in which they come in.

    Args:
        told: The sentences of the reading.
        title: Its title; whoever is named in it is somebody.
        words: How many words it has.
    """
    least = 2 if words < _SHORT else 3 + words // 4000
    times = Counter(word for sentence in told for word in _pieces(sentence.text))
    found = [
        character
        for candidate in (*_named(told), *_unnamed(told, title))
        # Who is hardly ever named need not be looked for from end to end.
        if all(times[word] >= least for word in _pieces(candidate.name.removeprefix("the ")))
        and _does(candidate, title)
        and (character := _character(candidate, told, least))
    ]
    found += _narrator(told, least)
    found = _with_focus(found, told)
    found.sort(key=lambda character: (-character.times, character.span.start))
    if any(not character.name.startswith("the ") for character in found):
        # Where people have names, "the girl" is mostly one of them.
        found = [character for character in found if character.name.split()[-1] not in _ANYBODY]
    most = max((character.times for character in found), default=0)
    # Whom the title names is whom the story is about, unless it hardly speaks of them.
    found.sort(key=lambda character: not _is_titled(character, title, most))
    kept = [character for character in _apart(found) if character.times * 6 >= most]
    ranked = [
        replace(character, confidence=_SURE[place]) for place, character in enumerate(kept[:_MOST])
    ]
    return tuple(sorted(ranked, key=lambda character: character.span.start))


def _is_titled(character: Character, title: str, most: int) -> bool:
    head = character.name.split()[-1]
    return character.times * 3 >= most * 2 and head.lower() in _words_of(title)


def _pieces(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _words_of(title: str) -> list[str]:
    """Return the words of a title, without whoever only has something in it: "Ann's Daughter"."""
    return re.findall(r"[\w-]+(?![\w-]*['’]s\b)", title.lower())


def _apart(found: Iterable[Character]) -> list[Character]:
    """Leave out a name that is part of a commoner one: "Ana Ruiz" where "Ana" is at home."""
    kept: list[Character] = []
    for character in found:
        own = _parts(character)
        if not any(own & _parts(other) and not _titled(character, other) for other in kept):
            kept.append(character)
    return kept


def _parts(character: Character) -> set[str]:
    return set(re.split(r"[\s-]", character.name.lower())) - {"the"}


def _titled(one: Character, other: Character) -> bool:
    """Tell two people of one last name: "Mr. Hale" and "Mrs. Hale"; "old" and "young" too."""
    first, second = one.name.split(), other.name.split()
    return len(first) > 1 and len(second) > 1 and first[-1] == second[-1] and first != second


# ---------------------------------------------------------------- whose thoughts are told


def _with_focus(found: list[Character], told: Sequence[Told]) -> list[Character]:
    """Return the characters, first among them whoever is named once and is "she" from then on."""
    focus = _focus(told)
    most = max((character.times for character in found), default=0) + 1
    if not focus or most > max(_OFTEN, _NAMED * _named_times(focus.name, told)):
        return found
    known = next((item for item in found if _parts(item) & _parts(focus)), None)
    others = [item for item in found if item is not known]
    followed = known or focus
    return [*others, replace(followed, times=max(most, followed.times), thoughts=_THOUGHTS)]


def _named_times(name: str, told: Iterable[Told]) -> int:
    pattern = re.compile(rf"\b{re.escape(name)}\b")
    return sum(len(pattern.findall(sentence.text)) for sentence in told)


def _focus(told: Sequence[Told]) -> Character | None:
    """Return whom the only pronoun that thinks in a story stands for, or None.

    It is the name before its first use, with no other name between them, or the only name before
    it in that sentence.
    """
    text = " ".join(sentence.text for sentence in told)
    if _is_told_as_i(text):
        return None
    thinking = {word: len(_THINKS[word].findall(text)) for word in _THINKS}
    word, other = sorted(thinking, key=lambda key: -thinking[key])
    if thinking[word] < _THOUGHTS - (not thinking[other]) or thinking[other] * 3 > thinking[word]:
        return None
    return _before_pronoun(word, told)


def _before_pronoun(word: str, told: Sequence[Told]) -> Character | None:
    """Return who is named before a pronoun is first used, if it is one person."""
    pronoun = re.compile(rf"\b{_OWN[word]}\b", re.IGNORECASE)
    inside = {name for sentence in told for name in _INSIDE.findall(sentence.text)}
    things = {name for sentence in told for name in _AFTER_THE.findall(sentence.text)}
    named: list[tuple[Told, re.Match[str]]] = []
    for sentence in told:
        use = pronoun.search(sentence.text)
        end = use.start() if use else len(sentence.text)
        found = [
            match
            for match in re.finditer(_NAME, sentence.text)
            if match.start() < end
            and match[0] not in things
            and _is_name(match[0], inside)
            and not _ARTICLE.search(sentence.text, 0, match.start())
            and not _DATED.search(sentence.text, 0, match.end())
        ]
        named += [(sentence, match) for match in found]
        if use:
            if len({match[0] for _, match in named}) > 1:  # "Nadia had seen her father look"
                named = [(sentence, match) for match in found]
            break
    names = {match[0] for _, match in named}
    return _found(names.pop(), named) if len(names) == 1 else None


# ---------------------------------------------------------------- who does something


def _named(told: Iterable[Told]) -> list[_Candidate]:
    """Return those with a name of their own who think, speak or feel in the telling."""
    found: dict[str, _Candidate] = {}
    inside: set[str] = set()
    paired: set[str] = set()
    for sentence in told:
        inside.update(_INSIDE.findall(sentence.text))
        paired.update(_PAIRED.findall(sentence.text), _ONE.findall(sentence.text))
        for pattern, name_at, verb_at in ((_NAMED_SUBJECT, 1, 2), (_NAMED_SPEAKER, 2, 1)):
            for match in pattern.finditer(sentence.text):
                if not _ARTICLE.search(sentence.text, 0, match.start(name_at)):
                    _count(found, " ".join(match[name_at].split()), match[verb_at])
    return [candidate for candidate in found.values() if _is_name(candidate.name, inside, paired)]


def _count(found: dict[str, _Candidate], name: str, verb: str) -> None:
    candidate = found.setdefault(name, _Candidate(name))
    candidate.subjects += 1
    if verb in MINDFUL:
        candidate.mindful.add(verb)


def _is_name(name: str, inside: set[str], paired: Collection[str] = ()) -> bool:
    """Tell a name from a word that only begins a sentence.

    What looks like a plural is a name where it has a surname, or was or is something: "Dilys
    Thorne", "Dilys was", and not "Germans".
    """
    words = name.split()
    if words[-1] in _NO_NAMES or words[0] in _NO_NAMES or is_closed(words[0].lower()):
        return False
    if re.fullmatch(_TITLE, words[-1]):
        return False
    if len(words) > 1:
        return not is_closed(words[-1].lower())
    if lexicon.is_common_first_name(name):
        return True
    known = name in inside or not lexicon.is_ordinary(name)
    several = is_plural(name.lower()) and name not in paired
    return known and not lexicon.place_kind(name) and not several


def _unnamed(told: Sequence[Told], title: str) -> list[_Candidate]:
    """Return those whom the telling only describes: "the goblin", "the old gardener"."""
    titled = _words_of(title)
    heads: dict[str, list[tuple[str, str]]] = {}
    for sentence in told:
        for match in _TOLD_SUBJECT.finditer(sentence.text):
            if (match[1] or "").lower() not in PREPOSITIONS:
                heads.setdefault(match[3], []).append((match[2], match[4]))
        for match in _TOLD_SPEAKER.finditer(sentence.text):
            heads.setdefault(match[3], []).append((match[2], match[1]))
    found: dict[str, _Candidate] = {}
    for head, uses in heads.items():
        if not _can_be_somebody(head, [verb for _, verb in uses], titled):
            continue
        partings = Counter(_parting(mods) for mods, _ in uses)
        several = sum(n > 1 for word, n in partings.items() if word) > 1
        for mods, verb in uses:
            parting = _parting(mods) if several else ""
            if several and not parting:
                continue
            _count(found, f"the {parting} {head}" if parting else f"the {head}", verb)
    return list(found.values())


def _can_be_somebody(head: str, verbs: Sequence[str], titled: Sequence[str]) -> bool:
    lower = head.lower()
    if f"{lower}s" in titled:  # "The Three Shadows" is about no one of them
        return False
    if lower in _NOBODY or is_closed(lower) or is_adverb(lower) or is_plural(lower):
        return False
    kind = people_words.kind_of(lower.split("-")[-1])
    mindful = len({verb for verb in verbs if verb in MINDFUL})
    # "The miller" and "the ladder" end alike; only one of them sighs. A title that names a
    # heron is about her.
    enough = 1 if is_people_noun(f"{lower}s") or lower in titled else 2
    return kind == "person" or (kind != "people" and mindful >= enough)


def _parting(mods: str) -> str:
    return next((word for word in mods.split() if word in _PARTING), "")


# ---------------------------------------------------------------- how often, and how it prints


def _does(candidate: _Candidate, title: str) -> bool:
    """Tell whether somebody does enough to be followed."""
    if candidate.mindful:
        return True
    if candidate.name[0].islower():
        return candidate.subjects >= 2
    known = lexicon.is_common_first_name(candidate.name)
    return candidate.name.split()[-1] in title.split() or candidate.subjects >= 3 - known


def _character(candidate: _Candidate, told: Sequence[Told], least: int) -> Character | None:
    """Return the character with all its mentions; None where there are too few."""
    words = candidate.name.removeprefix("the ").split()
    spelled = r"\s".join(map(re.escape, words))
    pattern = re.compile(rf"(?<![\w-]){spelled}(?![\w-])", re.IGNORECASE)
    places = [(sentence, match) for sentence in told for match in pattern.finditer(sentence.text)]
    if len(places) < least or (candidate.name.startswith("the ") and not _is_one(words, told)):
        return None
    thinks = re.compile(rf"\b{spelled}{_THINKING}", re.IGNORECASE)
    thoughts = sum(len(thinks.findall(sentence.text)) for sentence in told)
    return replace(_found(_printed(candidate.name, told), places), thoughts=thoughts)


def _found(
    name: str, places: Sequence[tuple[Told, re.Match[str]]], *, narrator: bool = False
) -> Character:
    """Return the character who is mentioned at *places*, at least one."""
    sentence, match = places[0]
    start = sentence.span.start + match.start()
    return Character(
        span=Span(sentence.span.source, start, start + len(match[0])),
        paragraph=sentence.paragraph,
        name=name,
        times=len(places),
        paragraphs=tuple(sorted({sentence.paragraph for sentence, _ in places})),
        narrator=narrator,
    )


def _is_one(words: Sequence[str], told: Iterable[Told]) -> bool:
    """Tell whether "the man" is always the same: no other man is brought in, nor "my man"."""
    spelled = r"\s".join(map(re.escape, words))
    pattern = re.compile(
        rf"\b(the|an?|another|my|his|her|our|their|your)\s(?:[a-z][a-z-]*\s){{0,3}}?{spelled}"
        r"(?![\w-])",
        re.IGNORECASE,
    )
    used = Counter(
        match[1].lower() for sentence in told for match in pattern.finditer(sentence.text)
    )
    new = used["a"] + used["an"] + 2 * used["another"]
    owned = sum(used[word] for word in ("my", "his", "her", "our", "their", "your"))
    if words[-1].lower() in _ANYBODY:
        return used["the"] >= 4 and new <= 2 and not owned
    return used["the"] > owned and new <= max(2, used["the"] // 3)


def _printed(name: str, told: Iterable[Told]) -> str:
    """Return a name as the telling mostly has it: "the soldier" becomes "the tin soldier"."""
    if not name.startswith("the ") or name.count(" ") > 1:
        return name
    head = name.removeprefix("the ")
    pattern = re.compile(rf"\b[Tt]he\s({_MODS}){re.escape(head)}\b")
    found: Counter[str] = Counter()
    for sentence in told:
        for match in pattern.finditer(sentence.text):
            words = match[1].split()
            if not any(map(is_closed, words)):
                found[words[-1] if words else ""] += 1
    word, times = found.most_common(1)[0] if found else ("", 0)
    return f"the {word} {head}" if word and times * 2 > found.total() else name


def _is_told_as_i(text: str) -> bool:
    return len(_MY.findall(text)) * 1000 >= _TELLS_I * max(1, len(text.split()))


def _narrator(told: Sequence[Told], least: int) -> list[Character]:
    """Return whoever tells the story as "I" throughout, and the kin that is only theirs."""
    text = " ".join(sentence.text for sentence in told)
    if not _is_told_as_i(text):
        return []
    found = [_mentioned("the narrator", _I, told, narrator=True)]
    for relation in sorted({match[1] for match in _KIN.finditer(text)}):
        pattern = re.compile(rf"\b[Mm]y\s{relation}\b(?!['’])")
        found.append(_mentioned(f"the narrator's {relation}", pattern, told))
    return [character for character in found if character and character.times >= max(3, least)]


def _mentioned(
    name: str, pattern: re.Pattern[str], told: Iterable[Told], *, narrator: bool = False
) -> Character | None:
    places = [(sentence, match) for sentence in told if (match := pattern.search(sentence.text))]
    return _found(name, places, narrator=narrator) if places else None
