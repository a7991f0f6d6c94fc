"""The glossary, ready to be looked for in a text: which entry stands where, in which sense."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from guides.findings.grammar import PREPOSITIONS, is_adverb, is_closed, joined, word_set
from guides.findings.identity import Same
from guides.findings.lexicon import stem
from guides.findings.reading import WORD, Reading
from guides.findings.spelling import american
from guides.model import Word
from guides.templating import once

_NEAR, _FAR = 2, 1  # what a cue counts in the same sentence, and elsewhere in the paragraph


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a glossary, ready to be looked for.

    Attributes:
        listed: Its words as the glossary gives them.
        keys: Their stems, in American spelling.
        forms: Its words as they stand, and irregular forms, the longest first.
        word: What the glossary says.
        own: True for an entry of the editor's, which wins.
    """

    listed: tuple[str, ...]
    keys: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]
    word: Word
    own: bool = False

    @property
    def cased(self) -> bool:
        """True for an acronym or a name, which counts only as printed."""
        return not self.word.word.islower()


@dataclass(frozen=True, slots=True)
class Use:
    """Where an entry stands in the text: words *first* up to *last*."""

    first: int
    last: int


def uses(reading: Reading) -> Iterator[tuple[Entry, list[Use]]]:
    """Yield the entries that stand in the text: an editor's first, then phrases, then words."""
    own = _Index(_editors(reading.document.front.glossary), own=True)
    listed = _prepared(Same(reading.lists.words))
    by_key = _places(reading)
    entries = [
        entry
        for index in (own, listed)
        for key in by_key
        for entry in index.entries(key)
        if len(entry.keys) == 1 or all(part in by_key for part in entry.keys)
    ]
    exact = {form for entry in entries for form in entry.forms}
    spelled = {entry.listed for entry in entries}
    entries.sort(key=lambda entry: (not entry.own, -len(entry.keys), entry.word.word))
    for entry in entries:
        starts = _starts(entry, by_key)
        found = [
            use
            for place in starts
            if (use := _use(reading, entry, place, exact))
            and not _is_better_spelled(reading, entry, use, spelled)
        ]
        if found:
            yield entry, found


def _starts(entry: Entry, by_key: Mapping[str, list[int]]) -> list[int]:
    """Return where *entry* may start, going by the rarest of its words."""
    if len(entry.keys) == 1:
        keys = dict.fromkeys((entry.keys[0], *(form[0] for form in entry.forms)))
        return sorted({place for key in keys for place in by_key.get(key, ())})
    at = min(range(len(entry.keys)), key=lambda step: len(by_key.get(entry.keys[step], ())))
    return sorted({place - at for place in by_key.get(entry.keys[at], ()) if place >= at})


def definition(reading: Reading, entry: Entry, found: Iterable[Use]) -> str:
    """Return the definition of the sense that the uses have; empty where none is sure.

    Of two senses the words nearby choose, and whether the word is used as a thing or as
    something one does. An only sense of the wrong kind is none, nor is one that has cues where
    none of them is near: "the hurling team" has nothing to do with stones.
    """
    word = entry.word
    uses_of = list(found)
    parts = [_part_of_use(reading, use) for use in uses_of] if len(entry.keys) == 1 else []
    if not word.second:
        wrong = parts and all(_differ(part, word.definition) for part in parts)
        unsure = bool(word.cues) and not any(
            _score(word.cues, *_around(reading, use)) for use in uses_of
        )
        return "" if wrong or unsure else word.definition
    first = sum(_NEAR for part in parts if _differ(part, word.second))
    second = sum(_NEAR for part in parts if _differ(part, word.definition))
    for use in uses_of:
        near, far = _around(reading, use)
        first += _score(word.cues, near, far)
        second += _score(word.second_cues, near, far)
    if first == second:
        return ""
    return word.definition if first > second else word.second


def _part_of_use(reading: Reading, use: Use) -> str:
    """Return "noun" or "modifier" after an article, "verb" after "to" or "they"; else empty."""
    sentence = reading.sentence_of(use.first)
    before = reading.words[use.first - 1] if use.first > sentence.first else ""
    if not before or not joined(reading, use.first - 1):
        return ""
    following = reading.words[use.last] if use.last < sentence.last else ""
    if before in _BEFORE_NOUNS:
        # "A model student": what an article leads to may only describe the next word.
        if not following or is_closed(following):
            return "noun"
        word = reading.words[use.last - 1]
        participle = word.endswith(("ed", "ing")) and stem(word) != word
        return "" if participle else "modifier"
    nominal = reading.words[use.last - 1].endswith(_NOUN_ENDINGS)
    earlier = reading.words[max(sentence.first, use.first - 2) : use.first - 1]
    if before == "not" and earlier and earlier[0] in _HELPING:
        return "" if nominal else "verb"  # "does not dispute its benefits"
    if earlier and earlier[0] in _BEFORE_NOUNS and joined(reading, use.first - 2):
        # "A property levy": what stands between the two describes it.
        # After a plural, or with an ending of its own, it may be what somebody does.
        word = reading.words[use.last - 1]
        described = not (is_closed(before) or is_adverb(before) or before.endswith("s"))
        if described and stem(word) == word and (not following or is_closed(following)):
            return "noun"
    return "verb" if before in _BEFORE_VERBS and not nominal else ""


def _differ(part: str, meaning: str) -> bool:
    """Say whether a definition is of another kind than the use: "to drop" for "the shed".

    "A careful guess, or to make one" is of both kinds.
    """
    if not part or not meaning or _BOTH_KINDS.search(meaning):
        return False
    start = meaning.split(maxsplit=1)[0].lower()
    if start == "to":
        return part in ("noun", "modifier")
    return part == "verb" and start in _NOUN_STARTS


_BOTH_KINDS = re.compile(r"^to\b.*\bor (?:a|an|the|such|something)\b|^(?!to\b).*\bor to\b")
_BEFORE_NOUNS = word_set("a an the my your his her its our their this every each no another")
_BEFORE_VERBS = word_set(
    "to will would can could should must may might did didn't don't doesn't i you we they he she"
)
_HELPING = word_set("do does did will would can could should must may might")
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "er", "ist")
_NOUN_STARTS = word_set("a an the someone something people")


# ---------------------------------------------------------------- making the index


@lru_cache(maxsize=4)
def _prepared(words: Same[tuple[Word, ...]]) -> _Index:
    return _Index(words.value, own=False)


def _editors(glossary: Mapping[str, str]) -> Iterator[Word]:
    for phrase, meaning in glossary.items():
        yield Word(word=phrase, definition=meaning)


class _Index:
    """Words of a glossary by the stem of their first word; those are made ready that are met.

    A text meets a few hundred of the thousands.
    """

    def __init__(self, words: Iterable[Word], *, own: bool) -> None:
        self._own = own
        self._words: dict[str, list[Word]] = {}
        self._ready: dict[str, list[Entry]] = {}
        found = [(word, first[0]) for word in words if (first := WORD.search(word.word))]
        keys = (_stems if own else _listed_stems)([first for _, first in found])
        for (word, _), key in zip(found, keys, strict=True):
            self._words.setdefault(key, []).append(word)

    def entries(self, key: str) -> list[Entry]:
        """Return the entries whose first word has this stem."""
        if key not in self._ready:
            words = self._words.get(key, ())
            self._ready[key] = [_entry(word, own=self._own) for word in words]
        return self._ready[key]


def _stems(words: Iterable[str]) -> list[str]:
    return [_key(_plain(word)) for word in words]


def _listed_stems(words: Sequence[str]) -> list[str]:
    """Return the stems of a long list, which takes a fifth of all that is found in a first text."""
    listed = hashlib.sha256("\n".join(words).encode()).hexdigest()
    stems: list[str] = once("stems", listed, lambda: _stems(words))
    return stems


def _entry(word: Word, *, own: bool) -> Entry:
    split = dict.fromkeys(_split(form) for form in (word.word, *word.forms))
    forms = tuple(sorted(filter(None, split), key=lambda form: (-len(form), form)))
    listed = _split(word.word)
    return Entry(listed, tuple(_key(part) for part in listed), forms, word, own)


def _key(part: str) -> str:
    return stem(american(part))


def _split(text: str) -> tuple[str, ...]:
    return tuple(_plain(match[0]) for match in WORD.finditer(text))


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


# ---------------------------------------------------------------- looking


def _places(reading: Reading) -> dict[str, list[int]]:
    """Return where words stand, by stem and as they are."""
    places: dict[str, list[int]] = {}
    for word, found in reading.index.items():
        for key in _keys(word):
            places.setdefault(key, []).extend(found)
    return places


@cache
def _keys(word: str) -> tuple[str, ...]:
    """Return the stem of *word* in either spelling and the word itself, not as a possessive."""
    plain = word.removesuffix("'s")
    return tuple(dict.fromkeys((stem(american(plain)), stem(plain), plain)))


def _use(reading: Reading, entry: Entry, place: int, exact: set[tuple[str, ...]]) -> Use | None:
    """Return the use of *entry* that starts at word *place*, if there is one.

    "What he believed to be a plot" is no "believed to be": somebody does it.
    """
    before = reading.words[place - 1] if place else ""
    if len(entry.listed) > 1 and entry.listed[0].endswith("ed") and before in _BEFORE_VERBS:
        return None
    for form in entry.forms:
        if reading.words[place : place + len(form)] == form and _is_one(
            reading, entry, place, len(form)
        ):
            return (
                Use(place, place + len(form)) if _fits_case(reading, entry, place, form) else None
            )
    last = place + len(entry.keys)
    words = tuple(word.removesuffix("'s") for word in reading.words[place:last])
    if entry.cased or words in exact or len(words) < len(entry.listed):
        return None
    if not all(map(_is_form, words, entry.listed)):
        return None
    if len(words) > 1 and words[0] in PREPOSITIONS and words != entry.listed:
        return None  # "on the grounds" is not "on the ground"
    if not _is_one(reading, entry, place, len(words)) or _is_other_part(entry.word, words[-1]):
        return None
    return Use(place, last)


def _is_form(word: str, listed: str) -> bool:
    """Say whether *word* is a form of *listed*, which must itself be a base form to have any."""
    if word == listed:
        return True
    plain = stem(listed) == listed and listed not in ("good", "bad", "well")
    base = american(listed)
    return american(word) == base or (plain and base in (stem(word), stem(american(word))))


def _is_better_spelled(
    reading: Reading, entry: Entry, use: Use, spelled: set[tuple[str, ...]]
) -> bool:
    """Say whether the glossary has another entry in just the spelling of the text."""
    bases = tuple(map(stem, reading.words[use.first : use.last]))
    return bases in spelled and bases != tuple(map(stem, entry.listed))


def as_spelled(reading: Reading, entry: Entry, use: Use) -> str:
    """Return the word of *entry* in the spelling that the text has: "organise", "organize"."""
    words = reading.words[use.first : use.last]
    shown = entry.word.word
    if len(words) != len(entry.listed) or shown != shown.lower():
        return shown
    for word, listed in zip(words, entry.listed, strict=True):
        plain = word.removesuffix("'s")
        if american(plain) == plain:
            shown = shown.replace(listed, american(listed), 1)
        else:
            # A rare word has no known base form of its own, "ostracised".
            forms = (stem(plain), plain, listed.replace("iz", "is"))
            theirs = (form for form in forms if american(form) == american(listed))
            shown = shown.replace(listed, next(theirs, listed), 1)
    return shown


def _is_one(reading: Reading, entry: Entry, place: int, length: int) -> bool:
    """Say whether the words stand together, with hyphens where the entry has them."""
    last = place + length - 1
    if "-" in entry.word.word and length == len(entry.listed):
        printed = reading.text[reading.starts[place] : reading.ends[last]]
        return printed.count("-") + printed.count("‑") == entry.word.word.count("-")
    return all(joined(reading, at) for at in range(place, last))


def _fits_case(reading: Reading, entry: Entry, place: int, form: tuple[str, ...]) -> bool:
    if not entry.cased:
        return True
    printed = reading.text[reading.starts[place] : reading.ends[place + len(form) - 1]]
    return printed in (entry.word.word, *entry.word.forms)


def _is_other_part(word: Word, printed: str) -> bool:
    """Say whether a verb's ending stands on a word that is defined as a thing or a quality."""
    listed = word.word.lower()
    verbal = printed.endswith(("ed", "ing")) and not listed.endswith(("ed", "ing"))
    if not verbal:
        return False
    if word.part:
        return word.part != "verb"
    return not word.definition.startswith("to ")


def _around(reading: Reading, use: Use) -> tuple[set[str], set[str]]:
    """Return the words of the sentence, and of the other sentences of its paragraph."""
    sentence = reading.sentence_of(use.first)
    near = _folded(reading.words_of(sentence))
    far: set[str] = set()
    for step in (-3, -2, -1, 1, 2, 3):
        number = sentence.number + step
        if 0 <= number < len(reading.sentences):
            other = reading.sentences[number]
            if other.paragraph == sentence.paragraph:
                far |= _folded(reading.words_of(other))
    return near, far - near


def _folded(words: Iterable[str]) -> set[str]:
    return {form for word in words for form in (word, stem(word))}


def _score(cues: Iterable[str], near: set[str], far: set[str]) -> int:
    score = 0
    for cue in cues:
        words = set(_split(cue))
        if words <= near:
            score += _NEAR
        elif words <= near | far:
            score += _FAR
    return score
