"""Likely slips in the source, shown to the editor and never printed in a question.

Four kinds are sure enough to mention: two words run together ("deathsas"), a space that
is missing after a stop or a number ("ended?Nobody", "2021at"), a small word written twice,
and a second capital ("HIllary"). Names, web addresses and words that the text uses again and
again are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides.findings.commonness import commonness
from guides.findings.grammar import word_set
from guides.findings.lexicon import is_first_name, is_last_name, zipf
from guides.findings.reading import Reading
from guides.model import Slip

_SMALL = word_set(
    "as at is in on or of to an by we he it if so the and for with that this from have about are "
    "was were has will would their they there who which when where than been into"
)
# A word may not start with these: "offline", "insight" and "forever" are whole.
_LEADING = word_set("the and of to with that this from about is are was were has have their which")
_KNOWN, _SHORTEST = 3.6, 4  # Zipf and letters of a word that another may have run into
_TWICE = word_set("the a an of to in and for with at by from on his their our")
_OLD = word_set("there here where")  # "thereat", "hereof"
_NO_SPACE = re.compile(
    r"(?<![\w/@.:])(?:[a-z]{2,}[?!,;](?=[A-Za-z]{2})[A-Za-z]+|[a-z]{3,}\.(?=[A-Z][a-z]+\s)[A-Z][a-z]+)"
    r"(?![\w/@.])"
)
_TWO_CAPITALS = re.compile(r"\b[A-Z]{2}[a-z]{3,}\b")
_NUMBER_RUN_ON = re.compile(r"(?<![\w,./$€£#-])((?:1[89]|20)\d{2})([a-z]{2,})\b(?![/@.-])")
_ORDINALS = word_set("st nd rd th s ad bc am pm km kg mm cm ft lb lbs hz")


def find_slips(reading: Reading) -> tuple[Slip, ...]:
    """Return likely slips, in text order; none in a language that we do not know."""
    if reading.document.language != "en":
        return ()
    found = [*_run_together(reading), *_twice(reading), *_missing_spaces(reading)]
    found += _odd_capitals(reading)
    return tuple(sorted(found, key=lambda slip: slip.span.start))


def _run_together(reading: Reading) -> Iterator[Slip]:
    for word, places in reading.index.items():
        if len(word) < 6 or len(places) > 2 or not word.isalpha() or commonness(word):
            continue
        guess = _parted(word)
        for place in places:
            if guess and _stands_alone(reading, place):
                yield _slip(reading, reading.starts[place], reading.ends[place], guess)


def _parted(word: str) -> str:
    """Return *word* as two common words, of which one is small; empty if it is not."""
    for small in sorted(_SMALL, key=lambda item: (-len(item), item)):
        rest = word.removesuffix(small)
        if rest != word and _is_common(rest):
            return f"{rest} {small}"
        rest = word.removeprefix(small)
        if rest != word and small in _LEADING and _is_common(rest):
            return f"{small} {rest}"
    return ""


def _is_common(word: str) -> bool:
    return len(word) >= _SHORTEST and zipf(word) >= _KNOWN and word not in _OLD


def _stands_alone(reading: Reading, place: int) -> bool:
    """Say whether a word is no name and no part of a compound or an address."""
    printed, word = reading.printed(place), reading.words[place]
    start, end = reading.starts[place], reading.ends[place]
    around = reading.text[max(0, start - 1) : start] + reading.text[end : end + 2]
    named = is_first_name(word) or is_last_name(word)
    return printed.islower() and not named and not re.search(r"[-/@_#]|\.\w", around)


def _twice(reading: Reading) -> Iterator[Slip]:
    for place in reading.places(_TWICE):
        following = reading.words[place + 1 : place + 2]
        if following != (reading.words[place],):
            continue
        start, end = reading.starts[place], reading.ends[place + 1]
        gap = reading.text[reading.ends[place] : reading.starts[place + 1]]
        if gap.isspace() and reading.printed(place + 1).islower():
            yield _slip(reading, start, end, reading.printed(place))


def _odd_capitals(reading: Reading) -> Iterator[Slip]:
    """Yield "HIllary", where the text has "Hillary" as well."""
    for block in reading.document.numbered:
        for match in _TWO_CAPITALS.finditer(reading.text, block.span.start, block.span.end):
            if re.search(rf"\b{match[0].capitalize()}\b", reading.text):
                yield _slip(reading, match.start(), match.end(), match[0].capitalize())


def _missing_spaces(reading: Reading) -> Iterator[Slip]:
    for block in reading.document.numbered:
        area = (reading.text, block.span.start, block.span.end)
        for match in _NO_SPACE.finditer(*area):
            guess = re.sub(r"([?!,;.])", r"\1 ", match[0])
            yield _slip(reading, match.start(), match.end(), guess)
        for match in _NUMBER_RUN_ON.finditer(*area):
            if match[2] not in _ORDINALS:
                yield _slip(reading, match.start(), match.end(), f"{match[1]} {match[2]}")


def _slip(reading: Reading, start: int, end: int, guess: str) -> Slip:
    sentence = reading.sentence_at(start)
    return Slip(
        span=reading.span(start, end),
        paragraph=sentence.paragraph if sentence else 0,
        confidence=0.8,
        guess=guess,
    )
