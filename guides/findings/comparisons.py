"""Comparison: actors that one sentence sets side by side.

"While Canada and the Netherlands have stepped up, the U.S. government has not" compares
three. The actors are printed as they stand, so only phrases that clearly name somebody are
taken: a name that the text was found to hold, or a noun for people or a public body.
"""

from __future__ import annotations

import re

from guides.findings.clauses import breaks_before, clause_end, is_finite
from guides.findings.grammar import DETERMINERS, is_people_noun, joined, noun_phrase_end, word_set
from guides.findings.reading import Reading, Sentence
from guides.model import Comparison

_TRIGGERS = word_set("while whereas unlike than")
PUBLIC = word_set(
    "government governments congress parliament senate state states country countries nation "
    "nations school schools community communities company companies organisation organisations "
    "organization organizations authorities council councils nonprofit nonprofits foundation "
    "foundations district districts city cities administration police university universities "
    "college colleges agency agencies court courts ministry department party parties church "
    "churches bank banks counterparts peers others neighborhoods neighbourhoods union unions"
)


def find_comparisons(reading: Reading) -> tuple[Comparison, ...]:
    """Return one comparison a sentence at most, in text order."""
    found: list[Comparison] = []
    for sentence, places in reading.sentences_with(_TRIGGERS):
        for place in places:
            actors = _actors(reading, sentence, place)
            # "Clinton's" stands for something of hers that nobody can name from here.
            if actors and not any(actor.endswith(("'s", "’s")) for actor in actors):
                found.append(
                    Comparison(
                        span=sentence.span,
                        paragraph=sentence.paragraph,
                        confidence=0.8,
                        actors=actors,
                        marker=reading.printed(place),
                    )
                )
                break
    return tuple(found)


def _actors(reading: Reading, sentence: Sentence, place: int) -> tuple[str, ...]:
    """Return everybody compared, in text order; empty unless both sides name somebody."""
    word = reading.words[place]
    if word == "than":
        sides = [_compared(reading, sentence, place), _subjects(reading, sentence, place + 1)]
    elif place == sentence.first:
        turn = clause_end(reading, sentence, place)
        while turn < sentence.last and not _subjects(reading, sentence, turn):
            turn = clause_end(reading, sentence, turn)
        sides = [_subjects(reading, sentence, place + 1), _subjects(reading, sentence, turn)]
    elif breaks_before(reading, place):
        first = sentence.first
        sides = [_subjects(reading, sentence, first), _subjects(reading, sentence, place + 1)]
    else:
        return ()
    actors = tuple(dict.fromkeys([*sides[0], *sides[1]]))
    return actors if all(sides) and len(actors) >= 2 else ()


def _compared(reading: Reading, sentence: Sentence, place: int) -> list[str]:
    """Return the subject of "X are more likely than": it must open the sentence."""
    before = reading.words[max(sentence.first, place - 4) : place]
    if not {"more", "less", "fewer"} & set(before):
        return []
    return _subjects(reading, sentence, sentence.first)


def _subjects(reading: Reading, sentence: Sentence, place: int) -> list[str]:
    """Return the actors listed from *place* on: "Canada and the Netherlands"."""
    actors: list[str] = []
    at = place
    while at < sentence.last:
        end = _actor_end(reading, sentence, at)
        if end == at:
            break
        actors.append(_printed(reading, sentence, at, end))
        if end >= sentence.last:
            break
        comma = breaks_before(reading, end)
        linked = reading.words[end] in ("and", "or")
        if not linked and not (comma and _goes_on(reading, sentence, end)):
            break
        at = end + linked
    return actors


def _goes_on(reading: Reading, sentence: Sentence, place: int) -> bool:
    """Say whether after a comma the list goes on to an "and"."""
    end = _actor_end(reading, sentence, place)
    return end > place and end < sentence.last and reading.words[end] in ("and", "or")


def _actor_end(reading: Reading, sentence: Sentence, place: int) -> int:
    """Return one past the last word of an actor at *place*; *place* where there is none."""
    if place >= sentence.last:
        return place
    start = place + (reading.words[place] in DETERMINERS)
    for first, last, _ in reading.names_in(sentence):
        if first <= start < last:
            head = last
            while (
                head < sentence.last and joined(reading, head - 1) and reading.words[head] in PUBLIC
            ):
                head += 1
            return head
    end = noun_phrase_end(reading, place)
    if end == place:
        return place
    for at in range(place + 1, end):
        if is_finite(reading, at) and reading.words[at] not in PUBLIC:
            end = at
            break
    head_word = reading.words[end - 1]
    if end < sentence.last and reading.phrase_at(end, ("of", "color")):
        end += 2
    return end if is_people_noun(head_word) or head_word in PUBLIC else place


def _printed(reading: Reading, sentence: Sentence, first: int, last: int) -> str:
    """Return an actor to stand inside a sentence: what opens one and is no name, in lower case."""
    words = reading.text[reading.starts[first] : reading.ends[last - 1]].split()
    if first == sentence.first and not _is_name(reading, sentence, words[0]):
        words[0] = words[0][:1].lower() + words[0][1:]
    return " ".join(words)


def _is_name(reading: Reading, sentence: Sentence, word: str) -> bool:
    """Say whether the first word of a sentence keeps its capital elsewhere, too."""
    if word.lower() in DETERMINERS:
        return False
    named = any(first == sentence.first for first, _, _ in reading.names_in(sentence))
    inside = re.search(rf"[a-z,;] {re.escape(word)}\b", reading.text)
    return named or bool(inside) or not word[1:].islower()
