"""Stretches of text with one quality: the writer's own "I", a "we", one person to many.

Only the writer's voice counts, so words inside quotations are left out. A paragraph gives
one passage of a kind: its first sentence with the word to its last.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from guides.findings.grammar import is_closed, word_set
from guides.findings.reading import Reading
from guides.model import Passage

_I = word_set("i i'm i've i'd i'll me my mine myself")
_WE = word_set("we we're we've we'd we'll us our ours ourselves let's")
_MANY = word_set("many hundreds thousands millions dozens countless several numerous tens scores")
_OPENING_MARKS = ("“", '"', "‘")
_BACK = word_set("he she him her his they this that these it")
_ALIKE = (
    ("is", "not", "alone"), ("isn't", "alone"), ("are", "not", "alone"), ("was", "not", "alone"),
    ("not", "the", "only", "one"), ("is", "not", "unique"), ("isn't", "unique"),
    ("is", "far", "from", "alone"), ("like", "many", "others"), ("like", "so", "many"),
    ("hundreds", "like"), ("thousands", "like"), ("millions", "like"), ("many", "like"),
)  # fmt: skip


def find_first_person(reading: Reading) -> tuple[Passage, ...]:
    """Return the passages in which the writer says I."""
    return _spoken(reading, _I, ("i", "my", "me"))


def find_we(reading: Reading) -> tuple[Passage, ...]:
    """Return the passages in which the writer says we."""
    return _spoken(reading, _WE, ("we", "our", "us"))


def _spoken(reading: Reading, words: Iterable[str], shown: tuple[str, ...]) -> tuple[Passage, ...]:
    """Return one passage a paragraph; *shown* are the words to print, the clearest first."""
    by_paragraph: dict[int, list[int]] = {}
    for place in reading.places(words):
        sentence = reading.sentence_of(place)
        running = reading.is_running(place) and not _is_other(reading, place)
        start = reading.starts[place]
        said = reading.is_quoted(start) or reading.text[start - 1 : start] in _OPENING_MARKS
        if running and not said:
            by_paragraph.setdefault(sentence.paragraph, []).append(place)
    return tuple(
        _passage(reading, number, places, shown) for number, places in by_paragraph.items()
    )


def _is_other(reading: Reading, place: int) -> bool:
    """Say whether the word is none: "US" is a country, "i" and "Norton I" are numbers."""
    printed = reading.printed(place)
    if printed in ("i", "US"):
        return True
    if printed != "I" or place == reading.sentence_of(place).first:
        return False
    before = reading.words[place - 1]
    titled = reading.printed(place - 1)[:1].isupper() and not is_closed(before)
    return titled and reading.text[reading.ends[place] :][:1] in ",.;:)"


def _passage(reading: Reading, number: int, places: list[int], shown: tuple[str, ...]) -> Passage:
    first, last = reading.sentence_of(places[0]), reading.sentence_of(places[-1])
    said = {reading.words[place].partition("'")[0]: place for place in reversed(places)}
    word = next((clear for clear in shown if clear in said), reading.words[places[0]])
    return Passage(
        span=reading.span(first.span.start, last.span.end),
        paragraph=number,
        confidence=min(1.0, 0.6 + 0.1 * len(places)),  # a paragraph full of "I" shows it best
        word="I" if word == "i" else word,
        paragraphs=(number,),
    )


def find_one_to_many(reading: Reading) -> tuple[Passage, ...]:
    """Return the sentences that go from one person to many like them."""
    found: list[Passage] = []
    for sentence, places in reading.sentences_with(_MANY | {phrase[0] for phrase in _ALIKE}):
        marked = next((place for place in places if _turns(reading, place)), None)
        if marked is None or reading.is_quoted(reading.starts[marked]):
            continue
        back = sentence.opens and _BACK.intersection(reading.words_of(sentence))
        earlier = [sentence.paragraph - 1] if back and sentence.paragraph > 1 else []
        found.append(
            Passage(
                span=sentence.span,
                paragraph=sentence.paragraph,
                confidence=0.85,
                word=reading.printed(marked),
                paragraphs=(*earlier, sentence.paragraph),
            )
        )
    return tuple(found)


def _turns(reading: Reading, place: int) -> bool:
    """Say whether "one of many" or "is not alone" stands at word *place*."""
    if any(reading.phrase_at(place, phrase) for phrase in _ALIKE):
        return True
    before = reading.words[max(0, place - 4) : place]
    named = reading.text[reading.ends[place] :][:1].isspace()  # of many survivors, not "of many;"
    return reading.words[place] in _MANY and named and ("one", "of") in pairwise(before)
