"""Loaded words: words that judge as they name, where the writer or a speaker uses them.

A loaded word inside a quotation is the speaker's, so the two are kept apart; a name is
nobody's judgement and is left out. Any inflected form counts.
"""

from __future__ import annotations

from guides.findings.grammar import joined
from guides.findings.lexicon import stem
from guides.findings.reading import WORD, Reading
from guides.model import LoadedEntry, LoadedWord

# Before a word that looks English and is none: "voir dire".
_FOREIGN = (("voir",), ("de",), ("raison",))

_DENYING = frozenset(("not", "no", "never", "neither", "nor", "without"))


def find_loaded(reading: Reading) -> tuple[LoadedWord, ...]:
    """Return every loaded word in the writer's own voice, in text order."""
    return _found(reading, spoken=False)


def find_spoken(reading: Reading) -> tuple[LoadedWord, ...]:
    """Return every loaded word in the words of somebody who is quoted, in text order."""
    return _found(reading, spoken=True)


def _found(reading: Reading, *, spoken: bool) -> tuple[LoadedWord, ...]:
    entries = _by_first_word(reading.lists.loaded)
    firsts = [word for word in reading.index if word in entries or stem(word) in entries]
    found: list[LoadedWord] = []
    for place in reading.places(firsts):
        for words, entry in _listed(entries, reading.words[place]):
            last = _end(reading, place, words)
            quoted = reading.is_quoted(reading.starts[place])
            named = _is_named(reading, place) or _only_names(reading, last, entry)
            if last and quoted == spoken and not named and not _denied(reading, place):
                found.append(_loaded(reading, place, last, entry))
                break
    return tuple(found)


_Entries = dict[str, list[tuple[tuple[str, ...], LoadedEntry]]]


def _denied(reading: Reading, place: int) -> bool:
    """Tell "not foolish" and "never a villain": nobody is called so."""
    first = reading.sentence_of(place).first
    before = reading.words[max(first, place - 3) : place]
    return any(word in _DENYING or word.endswith("n't") for word in before)


def _by_first_word(listed: tuple[LoadedEntry, ...]) -> _Entries:
    entries: _Entries = {}
    for entry in listed:
        words = tuple(match[0].lower() for match in WORD.finditer(entry.word))
        if words:
            entries.setdefault(words[0], []).append((words, entry))
    return entries


def _listed(entries: _Entries, word: str) -> list[tuple[tuple[str, ...], LoadedEntry]]:
    own = entries.get(word, [])
    return own if stem(word) == word else [*own, *entries.get(stem(word), [])]


def _end(reading: Reading, place: int, words: tuple[str, ...]) -> int:
    """Return one past the last word of the entry at *place*, 0 where it does not go on."""
    for step, word in enumerate(words[1:], 1):
        # "Witch hunts" is one, "so call it nine" is not "so-called".
        if not joined(reading, place + step - 1) or not reading.words[place + step].startswith(
            word
        ):
            return 0
    return place + len(words)


def _only_names(reading: Reading, last: int, entry: LoadedEntry) -> bool:
    """Tell "the so-called Quiroga Sheets", which says what they are called and no more."""
    more = 0 < last < len(reading.words)
    return entry.word == "so-called" and more and reading.printed(last)[0].isupper()


def _is_named(reading: Reading, place: int) -> bool:
    """Say whether a word stands in a name, or in a phrase of another language: "voir dire"."""
    sentence = reading.sentence_of(place)
    if reading.words[place - 1 : place] in _FOREIGN:
        return True
    return reading.printed(place)[0].isupper() and place > sentence.first


def _loaded(reading: Reading, first: int, last: int, entry: LoadedEntry) -> LoadedWord:
    span = reading.span(reading.starts[first], reading.ends[last - 1])
    return LoadedWord(
        span=span,
        paragraph=reading.sentence_of(first).paragraph,
        confidence=0.8,
        word=" ".join(span.text.split()),
        plainer=entry.plainer if reading.words[first] == entry.word.lower() else "",
    )
