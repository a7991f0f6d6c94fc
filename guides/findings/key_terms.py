"""Key terms: the names, words and phrases that a text is about.

Names count with all their mentions; of the other words, those that come back, are rarer
than everyday words, stand in the title or come early. A phrase of two words wins over its
parts where these hardly occur without each other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from guides.findings.grammar import is_adverb, is_closed, joined, word_set
from guides.findings.lexicon import stem, zipf
from guides.findings.reading import WORD, Reading
from guides.findings.verbs import SURE
from guides.model import KeyTerm

_MOST = 20
_TOO_COMMON = 5.75  # Zipf; "people" and "time" are what every text is about
_BOUND = 0.6  # of a word's uses: from here on it lives in its phrase
_TITLE, _EARLY, _NAMED, _ONCE, _PAIRED = 2.2, 1.35, 1.5, 0.45, 0.4
_EMPTY = word_set(
    "day days year years month months week weeks time times thing things way ways lot part parts "
    "kind case number people man men woman one two three four five six seven eight nine ten first "
    "second last next new old good great many several image photo file mr mrs ms dr said says "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december percent million billion www http "
    "https com org edu html yes jan feb mar apr jun jul aug sept sep oct nov dec sen sens rep reps "
    "gov prof rev according including based interviewee alas tbd tba"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible key term.

    Attributes:
        keys: The stems of its words.
        places: Where it stands.
        name: The name, where it is one; other terms print in their commonest form.
    """

    keys: tuple[str, ...]
    places: tuple[int, ...]
    name: str = ""


def find_key_terms(reading: Reading) -> tuple[KeyTerm, ...]:
    """Return up to twenty terms, the weightiest first."""
    title = _title_keys(reading)
    ranked = sorted(
        ((_weight(reading, candidate, title), candidate) for candidate in _candidates(reading)),
        key=lambda pair: (-pair[0], pair[1].places[0], pair[1].keys),
    )
    kept: list[tuple[float, _Candidate]] = []
    for weight, candidate in ranked:
        if not any(_repeats(candidate, other) for _, other in kept):
            kept.append((weight, candidate))
        if len(kept) == _MOST:
            break
    return tuple(
        KeyTerm(
            term=candidate.name or _commonest(reading, candidate),
            weight=round(weight, 3),
            paragraphs=_paragraphs(reading, candidate),
        )
        for weight, candidate in kept
    )


def _repeats(candidate: _Candidate, other: _Candidate) -> bool:
    """Say whether *candidate* says nothing that the weightier *other* does not."""
    shared = set(candidate.keys) & set(other.keys)
    return bool(shared) and (not candidate.name or shared == set(candidate.keys))


def _title_keys(reading: Reading) -> set[str]:
    document = reading.document
    title = f"{'' if document.title_derived else document.title} {document.topic}"
    return {stem(match[0]) for match in WORD.finditer(title)}


def _candidates(reading: Reading) -> Iterator[_Candidate]:
    taken: set[int] = set()
    for candidate, places in _names(reading):
        taken |= places
        yield candidate
    words, phrases = _words_and_phrases(reading, taken)
    bound = {
        key
        for keys, found in phrases.items()
        for key in keys
        if len(found) >= _BOUND * len(words.get(key, ()))
    }
    yield from (_Candidate((key,), tuple(at)) for key, at in words.items() if key not in bound)
    yield from (_Candidate(keys, tuple(at)) for keys, at in phrases.items())


def _words_and_phrases(
    reading: Reading, taken: set[int]
) -> tuple[dict[str, list[int]], dict[tuple[str, str], list[int]]]:
    """Return where every word of content stands, and every pair that comes twice, by stem."""
    # The little words of other languages are not known; nearly all of them are short.
    shortest = 3 if reading.document.language in ("en", "und") else 6
    stems = {
        word: stem(word) for word in reading.index if len(word) >= shortest and _is_content(word)
    }
    words: dict[str, list[int]] = {}
    phrases: dict[tuple[str, str], list[int]] = {}
    kept = {place for word in stems for place in reading.index[word]} - taken
    for place, word in enumerate(reading.words):
        if place not in kept:
            continue
        words.setdefault(stems[word], []).append(place)
        if place + 1 in kept and joined(reading, place):
            phrases.setdefault((stems[word], stems[reading.words[place + 1]]), []).append(place)
    return words, {keys: found for keys, found in phrases.items() if len(found) >= 2}


def _names(reading: Reading) -> Iterator[tuple[_Candidate, set[int]]]:
    """Yield every name of the body with the words that its mentions take."""
    found = reading.found
    for names in (found.people, found.organisations, found.places):
        for name in names:
            first = [
                reading.word_at(span.start)
                for span in name.mentions
                if _in_body(reading, span.start)
            ]
            taken = {
                place
                for span in name.mentions
                for place in range(reading.word_at(span.start), reading.word_at(span.end))
            }
            if first:
                keys = tuple(stem(match[0]) for match in WORD.finditer(name.name))
                yield _Candidate(keys, tuple(first), name.name), taken


def _in_body(reading: Reading, offset: int) -> bool:
    return reading.sentence_at(offset) is not None


@cache
def _is_content(word: str) -> bool:
    return (
        len(word) > 2
        and not word[0].isdecimal()
        and not is_closed(word)
        and not is_adverb(word)
        and word not in _EMPTY
        and "'" not in word
    )


def _commonest(reading: Reading, candidate: _Candidate) -> str:
    """Return the form that is printed most often, in lower case where it ever is."""
    forms: dict[str, int] = {}
    for place in candidate.places:
        last = place + len(candidate.keys) - 1
        form = reading.text[reading.starts[place] : reading.ends[last]]
        form = " ".join(form.split())
        forms[form] = forms.get(form, 0) + 1
    lower = {form for form in forms if form.islower()}
    return max(lower or forms, key=lambda form: (forms[form], form))


def _weight(reading: Reading, candidate: _Candidate, title: set[str]) -> float:
    """Return how much a candidate is what the text is about."""
    common = min(map(zipf, candidate.keys), default=7.0)
    in_title = bool(title) and title.issuperset(candidate.keys)
    if common > _TOO_COMMON and not candidate.name and not in_title:
        return 0.0
    pair = len(candidate.keys) > 1
    verbal = not pair and candidate.keys[0] in SURE
    rarity = max(0.3, min(3.0, 6.3 - common) / 2) + _PAIRED * pair
    early = candidate.places[0] < 0.15 * len(reading.words)
    weight = math.log(1 + len(candidate.places)) * (1.0 if candidate.name else rarity)
    weight *= _NAMED if candidate.name else 1.0
    weight *= _ONCE if len(candidate.places) == 1 and not candidate.name else 1.0
    weight *= _TITLE if in_title else 1.0
    weight *= _EARLY if early else 1.0
    return weight * (0.5 if verbal else 1.0)


def _paragraphs(reading: Reading, candidate: _Candidate) -> tuple[int, ...]:
    return tuple(sorted({reading.sentence_of(place).paragraph for place in candidate.places}))
