"""Abbreviations that a text uses and never spells out: whom does it write for?

"DAB's Starry Lee" says nothing to a reader who does not follow Hong Kong. What everybody reads
without its long form ("FBI", "TV") is left out, and so is a place ("UK") and a word in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guides.findings import lexicon
from guides.findings.grammar import word_set
from guides.findings.reading import Reading
from guides.model import Abbreviation

_SHORT = re.compile(r"(?<![\w$.&'’/@#-])[A-Z]{3,6}(?![\w&/@$-]|\.\w)")
_SMALL = frozenset("of the and for in on to a an at by de la".split())
_KNOWN = word_set(
    """
    abc aids aka atm bbc bce cbc cbs ceo cfo cia cnbc cnn coo covid csi cto dna dvd edt espn
    esl est faq fbi fda fifa gdp gmt gps hbo him her hiv html ibm icu imf inc irs jfk lgbt
    lgbti lgbtq lgbtqi llc ltd mba mit msnbc naacp nasa nato nba nbc nfl ngo nhl nhs npr nyc
    nypd pbs pdf pdt phd pow ppe pst pta ptsd raf rna sat sms sos stem suv tbd tba uae ufo
    unesco unicef url usa usb ussr utc vip who wto wwi wwii xml ymca
    """
)
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SPELLS_OUT = (
    r"\b{0}\b\s?\(\w|[(“\"]{0}\b|, (?:or|known as|called) (?:the )?{0}[,.;:)]"
    r"|\b{0}\b,? (?:stands for|short for|which stands|or the [A-Z])"
)


def find_abbreviations(reading: Reading) -> tuple[Abbreviation, ...]:
    """Return the first mention of each abbreviation that is never spelt out, in text order."""
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Abbreviation]:
    text = reading.text
    seen: set[str] = set()
    words = [word for word in _WORD.findall(text) if word.lower() not in _SMALL]
    initials = "".join(word[0] for word in words).upper()
    for block in reading.document.numbered:
        for match in _SHORT.finditer(text, block.span.start, block.span.end):
            short = match[0]
            if short in seen or block.kind in ("heading", "row") or _is_shouted(text, match):
                continue
            seen.add(short)
            if _is_plain(short) or short.capitalize() in text:
                continue
            if _is_introduced(text, short) or _is_spelt_out(words, initials, short):
                continue
            yield Abbreviation(
                span=reading.span(match.start(), match.end()),
                paragraph=block.number or 0,
                confidence=0.85,
                short=short,
            )


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Tell a word in a line of capitals."""
    start, end = match.span()
    around = f"{text[max(0, start - 14) : start]} {text[end : end + 14]}"
    return bool(re.search(r"\b[A-Z]{2,}\b", around))


def _is_plain(short: str) -> bool:
    """Tell what needs no long form: a word, a place, a number, a body that all know."""
    return bool(
        short.lower() in _KNOWN
        or _ROMAN.fullmatch(short)
        or lexicon.is_plain(short.lower())
        or lexicon.place_kind(short)
        or lexicon.place_kind(short.capitalize())
        or lexicon.is_first_name(short.capitalize())
    )


def _is_introduced(text: str, short: str) -> bool:
    return bool(re.search(_SPELLS_OUT.format(short), text))


def _is_spelt_out(words: Sequence[str], initials: str, short: str) -> bool:
    """Say whether words that begin with its letters stand somewhere, all in capitals or none.

    Args:
        words: Of the text, without the small ones.
        initials: Their first letters, in capitals.
        short: The abbreviation.
    """
    place = initials.find(short)
    while place >= 0:
        capitals = sum(word[0].isupper() for word in words[place : place + len(short)])
        if capitals >= 2 or not capitals:
            return True  # "antisocial personality disorder", or close enough to it
        place = initials.find(short, place + 1)
    return False
