"""Doubt words: "allegedly", "two reported deaths", "claimed".

They carry the truth value of a text, so they survive into questions and into the words to
know. A word that reports without doubting ("she reported to the office") is left alone.
"""

from __future__ import annotations

from guides.findings.amounts import SMALL
from guides.findings.grammar import DETERMINERS, is_closed, word_set
from guides.findings.leaning import stands_alone
from guides.findings.reading import Reading
from guides.model import Doubt

ALWAYS = word_set(
    "alleged allegedly allegation allegations apparently reportedly rumored rumoured rumor rumour "
    "rumors rumours purported purportedly supposedly presumably ostensibly seemingly unconfirmed "
    "unverified unproven disputed possibly arguably"
)
_NOUNS = word_set("allegation allegations rumor rumors rumour rumours")
_VERBS = word_set("claimed claiming claims claim")
_DESCRIBING = word_set("reported suspected supposed apparent so-called")
_SAID_TO_BE = word_set("believed thought said reported rumored rumoured understood suspected")
_GENERIC = word_set("a an any such if when")
_RELATIVE = word_set("which that what whose")  # "the police, which reported 2,521 cases"
_BE = word_set("is are was were be been being")


def find_doubts(reading: Reading) -> tuple[Doubt, ...]:
    """Return the doubt words of each paragraph that has some, in text order.

    Nouns inside a quotation are left out: "a compilation of rumours" is a minister's denial.
    """
    by_paragraph: dict[int, list[int]] = {}
    for places in doubt_places(reading).values():
        for place in places:
            if reading.words[place] in _NOUNS and reading.is_quoted(reading.starts[place]):
                continue
            by_paragraph.setdefault(reading.sentence_of(place).paragraph, []).append(place)
    return tuple(_doubt(reading, number, places) for number, places in by_paragraph.items())


def _doubt(reading: Reading, paragraph: int, places: list[int]) -> Doubt:
    sentence = reading.sentence_of(places[0])
    return Doubt(
        span=sentence.span,
        paragraph=paragraph,
        confidence=0.9,
        words=printed_once(reading, places),
        alone=places[-1] < sentence.last and stands_alone(sentence.text),
    )


def doubt_places(reading: Reading) -> dict[int, list[int]]:
    """Return the numbers of all doubt words by the number of their sentence, ascending."""
    found: dict[int, list[int]] = {}
    for place in reading.places(ALWAYS | _VERBS | _DESCRIBING | _SAID_TO_BE):
        if _doubts(reading, place):
            found.setdefault(reading.sentence_of(place).number, []).append(place)
    return found


def printed_once(reading: Reading, places: list[int]) -> tuple[str, ...]:
    """Return the words at *places* as printed, without repeats, in order."""
    words = {reading.words[place]: _printed(reading, place) for place in reversed(places)}
    return tuple(words[word] for word in dict.fromkeys(reading.words[place] for place in places))


def _printed(reading: Reading, place: int) -> str:
    """Return a doubt word as printed; of "is said to", which doubts only together, all of it."""
    word = reading.words[place]
    if word in _SAID_TO_BE and place and reading.words[place - 1] in _BE:
        return reading.text[reading.starts[place - 1] : reading.ends[place + 1]]
    return reading.printed(place)


def _doubts(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    if word in ALWAYS:
        return not reading.words[place + 1 : place + 2] or not _is_count(reading, place + 1)
    sentence = reading.sentence_of(place)
    before = reading.words[place - 1] if place > sentence.first else ""
    following = reading.words[place + 1] if place + 1 < sentence.last else ""
    if word in _VERBS:
        return _is_claiming(word, before, following) and not _is_denied(before)
    if before in _BE - {"be", "being"} and following in ("to", "that"):
        if reading.words[sentence.first] in _GENERIC:
            return False  # "A ceiling is said to be binding when": a definition
        told = following == "that" or reading.words[place + 2 : place + 3] in (("be",), ("have",))
        return word in _SAID_TO_BE and told
    counted = before in DETERMINERS - _RELATIVE or before in SMALL or before[:1].isdecimal()
    describes = counted or before in ("recent", "of", "other", "more", "several", "many", "the")
    return word in _DESCRIBING and describes and bool(following) and not is_closed(following)


def _is_denied(before: str) -> bool:
    """Tell "does not claim" and "never claimed", which doubt nothing."""
    return before in ("not", "never") or before.endswith("n't")


def _is_count(reading: Reading, place: int) -> bool:
    """Say whether a figure follows: "with seemingly 27 different plans" is said in jest."""
    return reading.words[place][:1].isdecimal() and reading.words[place - 1] == "seemingly"


def _is_claiming(word: str, before: str, following: str) -> bool:
    """Say whether "claim" is about what is said, not about credit or insurance."""
    if following in ("responsibility", "credit", "asylum", "victory", "benefits", "by", "lives"):
        return False
    if word in ("claimed", "claiming"):
        # "Is claimed" and "we're not claiming" doubt nobody's word.
        return before not in _BE and before not in ("not", "never") and not before.endswith("n't")
    if following == "that":
        return True
    return word == "claims" and bool(before) and not is_closed(before) and following in (
        "the", "there", "he", "she", "it", "they", "to",
    )  # fmt: skip
