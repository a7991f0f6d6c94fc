"""Clauses: whether words hold a verb of their own, where one ends, how it prints.

Shared by the finders that need two sides: contrast, cause, comparison.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from guides.findings import verbs
from guides.findings.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    IRREGULAR_PAST,
    SUBJECTS,
    is_adverb,
    is_closed,
    is_plural,
    joined,
    word_set,
)
from guides.findings.lexicon import stem, zipf
from guides.findings.reading import Reading, Sentence

_BREAK = re.compile(r"\s*(?:[,;:—]|--|–\s|\s-\s)")
_LONGEST_SIDE = 40  # words; a longer side cannot stand inside a question


Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


def phrase_table(listed: str) -> Phrases:
    """Return phrases, listed with semicolons between them, by their first word."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in listed.split(";"):
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in table.items()}


def phrase_end(reading: Reading, place: int, phrases: Phrases) -> int:
    """Return one past the longest of *phrases* that stands at *place*, 0 where none does."""
    for phrase in phrases.get(reading.words[place], ()):
        if reading.phrase_at(place, phrase):
            return place + len(phrase)
    return 0


def is_finite(reading: Reading, place: int) -> bool:
    """Say whether word *place* looks like a verb with a tense."""
    word = reading.words[place]
    if word in AUXILIARIES or word in IRREGULAR_PAST:
        return word not in ("be", "been", "being", "having", "doing")
    if word.endswith("ed") and len(word) > 4:
        return zipf(word) > 0
    after_noun = place > 0 and not is_closed(reading.words[place - 1])
    return is_plural(word) and stem(word) in verbs.SURE and after_noun


def has_clause(reading: Reading, first: int, last: int) -> bool:
    """Say whether words *first* up to *last* hold a verb with a tense, or a subject for one."""
    return any(
        reading.words[place] in SUBJECTS or is_finite(reading, place)
        for place in range(first, last)
    )


def breaks_before(reading: Reading, place: int) -> bool:
    """Say whether a comma, semicolon or dash stands before word *place*."""
    if not 0 < place < len(reading.words):
        return False
    return bool(_BREAK.match(reading.text[reading.ends[place - 1] : reading.starts[place]]))


def clause_end(reading: Reading, sentence: Sentence, place: int) -> int:
    """Return one past the last word before the next comma, semicolon or dash after *place*."""
    for at in range(place + 1, sentence.last):
        if breaks_before(reading, at):
            return at
    return sentence.last


def side(reading: Reading, first: int, last: int) -> str:
    """Return words *first* up to *last* as printed, to stand inside a sentence.

    A list number and a linking word at the start are left off. Empty where the words are
    too many, name nothing by themselves ("that is"), or leave a quotation mark open.
    """
    while first < last and (
        (reading.words[first] in _LINKS and not reading.phrase_at(first, ("instead", "of")))
        or (reading.words[first][0].isdecimal() and last - first > 4)
    ):
        if reading.words[first][0].isdecimal() and joined(reading, first):
            break
        first += 1
    while first < last and _hangs(reading, last - 1):
        last -= 1
    if last - first > _LONGEST_SIDE or not _names_something(reading, first, last):
        return ""
    return whole(reading.text[reading.starts[first] : reading.ends[last - 1]])


def _hangs(reading: Reading, place: int) -> bool:
    """Tell a word that a side cannot end in, from the month "by May" and "all they can"."""
    word = reading.words[place]
    if word not in AUXILIARIES | CONJUNCTIONS:
        return False
    month = word == "may" and reading.text[reading.starts[place]] == "M"
    helps = word in AUXILIARIES and place > 0 and reading.words[place - 1] in _SUBJECTS
    return not (month or helps)


_SUBJECTS = word_set("i he she we they")
_LINKS = word_set("and but or so yet however instead therefore thus also nor indeed moreover")


def _names_something(reading: Reading, first: int, last: int) -> bool:
    return any(
        not is_closed(word) and not is_adverb(word) and not word[0].isdecimal()
        for word in reading.words[first:last]
    )


def whole(text: str) -> str:
    """Return *text* on one line without its last stop; empty where a pair is broken."""
    line = " ".join(text.split()).rstrip(".,;:!?—– ")
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    broken = any(line.count(left) != line.count(right) for left, right in pairs)
    return "" if broken or line.count('"') % 2 else line


def said(sentence: Sentence) -> str:
    """Return a whole sentence as a side; empty where it is too long."""
    if sentence.last - sentence.first > _LONGEST_SIDE or sentence.text.endswith("?"):
        return ""
    return whole(sentence.text)
