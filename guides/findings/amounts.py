"""Numbers in words and digits: where one starts and ends, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass

from guides.findings.grammar import joined
from guides.findings.reading import Reading

SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
BIG = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
_AFTER_MONEY = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9}
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
PARTS |= {f"{part}s": size for part, size in PARTS.items() if part != "half"}
CURRENCIES = "$€£¥"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it stands in the text.

    Attributes:
        first: The number of its first word; *last* is one past its last word.
        value: What it comes to.
        digits: True where it is written in digits.
        part: True for a fraction: half, two-thirds.
    """

    first: int
    last: int
    value: float
    digits: bool = False
    part: bool = False


def amount_at(reading: Reading, place: int) -> Amount | None:
    """Read the number that word *place* belongs to and that no earlier word begins.

    "A hundred" and "two-thirds" are read from their second word, since "a" is too common
    and "two" may stand alone.
    """
    word = reading.words[place]
    if word[0].isdecimal():
        return _grown(reading, Amount(place, place + 1, digits_of(word), digits=True))
    if word in SMALL:
        return _in_words(reading, place)
    if word in BIG and before(reading, place) in ("a", "an"):
        if before(reading, place - 1) == "half":
            return Amount(place - 2, place + 1, BIG[word] / 2)
        return _grown(reading, Amount(place - 1, place + 1, BIG[word]))
    return _loose_part(reading, place) if word in PARTS else None


def _loose_part(reading: Reading, place: int) -> Amount | None:
    """Read "half of the class" and "a third of it"; "a third time" is no part."""
    following = after(reading, place)
    if reading.words[place] == "half":
        whole = following in ("of", "the", "all", "their", "its", "our")
        return Amount(place, place + 1, 0.5, part=True) if whole else None
    if before(reading, place) == "a" and following == "of":
        share = round(1 / PARTS[reading.words[place]], 3)
        return Amount(place - 1, place + 1, share, part=True)
    return None


def before(reading: Reading, place: int) -> str:
    """Return the word that leads up to word *place* without a break, or an empty string."""
    return reading.words[place - 1] if place > 0 and joined(reading, place - 1) else ""


def after(reading: Reading, place: int) -> str:
    """Return the word that follows word *place* without a break, or an empty string."""
    return reading.words[place + 1] if joined(reading, place) else ""


def gap(reading: Reading, place: int) -> str:
    """Return what stands between word *place* and the next."""
    return reading.text[reading.ends[place] : reading.starts[place + 1]]


def digits_of(word: str) -> float:
    """Return the value of "1,426" or "6.9"; of "1.2.3" that of "1.2"."""
    whole, _, rest = word.replace(",", "").partition(".")
    return float(f"{whole}.{rest.partition('.')[0] or 0}")


def _in_words(reading: Reading, place: int) -> Amount:
    value, last = float(SMALL[reading.words[place]]), place + 1
    following = after(reading, place)
    if value < 10 and following == "and" and gap(reading, place) == "-":
        tens = SMALL.get(after(reading, place + 1), 0)  # "five-and-twenty"
        value, last = value + tens * (tens >= 20), last + 2 * (tens >= 20)
    elif value >= 20 and SMALL.get(following, 10) < 10:
        value, last = value + SMALL[following], last + 1
    elif following in PARTS and value < 20 and (gap(reading, place) == "-" or following[-1] == "s"):
        return Amount(place, place + 2, round(value / PARTS[following], 3), part=True)
    return _grown(reading, Amount(place, last, value))


def _grown(reading: Reading, amount: Amount) -> Amount:
    """Return *amount* with the "hundred", "million" and so on that multiply it."""
    value, last = amount.value, amount.last
    while (following := after(reading, last - 1)) in BIG:
        value, last = value * BIG[following], last + 1
    if following in _AFTER_MONEY and not gap(reading, last - 1) and _is_money(reading, amount):
        value, last = value * _AFTER_MONEY[following], last + 1
    if following == "and" and value >= 100 and not amount.digits:
        rest = SMALL.get(after(reading, last), 0)
        value, last = value + rest, last + 2 * bool(rest)
    return Amount(amount.first, last, round(value, 6), amount.digits)  # 16.6 million, no more


def _is_money(reading: Reading, amount: Amount) -> bool:
    return amount.digits and reading.text[reading.starts[amount.first] - 1] in CURRENCIES
