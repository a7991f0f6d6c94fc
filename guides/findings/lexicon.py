"""What is known about words before any text is read.

How common a word is, whether English writes it with a capital, which names people and
places have. The lists are the plain text files in `guides/data/`; each is read when first
asked for and kept, so that a command which finds nothing pays nothing.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal

PlaceKind = Literal["", "country", "state", "region", "city", "town"]

EASY = 4.6  # Zipf; about the 2,500 commonest words, which a ten-year-old reads
_VOWELS = frozenset("aeiouy")
_ENDINGS = ("ing", "ied", "ed", "ies", "es", "s")
# A base form and the forms that no ending explains.
_IRREGULAR = {
    form: row.split()[0]
    for row in """
    analysis analyses, arise arose arisen, awake awoke, bad worse worst, be was were been is
    are am being, bear bore, beat beaten, begin began begun, behold beheld, bend bent, bid
    bade, bite bitten, bleed bled, break broke broken, breed bred, bring brought, build
    built, burn burnt, buy bought, calf calves, catch caught, child children, choose chose
    chosen, cling clung, come came, creep crept, crisis crises, deal dealt, die died dying
    dies, dig dug, do did done does doing, draw drew drawn, dream dreamt, drink drank drunk,
    drive drove driven, dwell dwelt, eat ate eaten, fall fell fallen, feed fed, feel felt,
    fight fought, find found, flee fled, fling flung, fly flew flown, foot feet, forbid
    forbade forbidden, foresee foresaw foreseen, forget forgot forgotten, forgive forgave
    forgiven, freeze froze frozen, get got gotten, give gave given, go went gone goes going,
    good better best, goose geese, grow grew grown, half halves, hang hung, have has had,
    hear heard, hide hid hidden, hold held, hoof hooves, keep kept, kill killed, kneel
    knelt, knife knives, know knew known, lay laid, lead led, leaf leaves, lean leant, leap
    leapt, leave left, lend lent, lie lying lies, life lives, light lit, loaf loaves, lose
    lost, louse lice, make made, man men, mean meant, meet met, mislead misled, mistake
    mistook mistaken, mouse mice, movie movies, mow mown, news, overcome overcame, overtake
    overtook overtaken, overthrow overthrew overthrown, ox oxen, pay paid, people people's,
    prove proven, rebuild rebuilt, repay repaid, rewrite rewrote rewritten, ride rode
    ridden, ring rang rung, rise rose risen, run ran, say said, scarf scarves, see saw seen,
    seek sought, self selves, sell sold, send sent, series, sew sewn, shake shook shaken,
    shelf shelves, shine shone, shoot shot, show shown, shrink shrank shrunk, sing sang
    sung, sink sank sunk, sit sat, slay slew slain, sleep slept, slide slid, sling slung,
    smell smelt, sow sown, speak spoke spoken, species, speed sped, spell spelt, spend
    spent, spill spilt, spin spun, spit spat, spoil spoilt, spring sprang sprung, stand
    stood, steal stole stolen, stick stuck, sting stung, stink stank, stride strode, strike
    struck, string strung, strive strove striven, swear swore sworn, sweep swept, swell
    swollen, swim swam swum, swing swung, take took taken, teach taught, tear tore torn,
    tell told, thief thieves, think thought, throw threw thrown, tie tying ties, tooth
    teeth, tread trod trodden, undergo underwent undergone, understand understood, undertake
    undertook undertaken, uphold upheld, wake woke woken, wear wore worn, weave wove woven,
    weep wept, wife wives, win won, withdraw withdrew withdrawn, withhold withheld, wolf
    wolves, woman women, write wrote written
    """.split(",")
    for form in row.split()
}


def zipf(word: str) -> float:
    """Return how common *word* is, any case: 7 for "the", 3 once in a million words, 0 unknown."""
    return _frequency().get(word.lower().replace("’", "'"), 0.0)


def is_ordinary(word: str) -> bool:
    """Return whether English writes *word* in lower case: "hope" and "mark", not "london"."""
    folded = word.lower().replace("’", "'")
    if folded in _capitalised():
        return False
    return folded in _frequency() or stem(folded) in _frequency()


def is_plain(word: str) -> bool:
    """Return whether *word* is an ordinary word rather than a first name such as "John"."""
    return is_ordinary(word) and not is_common_first_name(word)


def is_easy(word: str) -> bool:
    """Return whether a ten-year-old can be expected to read *word*, in this form or another."""
    return max(zipf(word), zipf(stem(word))) >= EASY and is_ordinary(word)


def is_first_name(word: str) -> bool:
    """Return whether people in the United States have this first name; accents do not matter."""
    names = _first_names()
    return (
        word.lower() in names
        or word in names
        or (not word.isascii() and is_first_name(_without_accents(word)))
    )


def is_common_first_name(word: str) -> bool:
    """Return whether many people have this first name, so that "John" is hardly a word."""
    return word in _first_names() and word[:1].isupper()


def first_name_gender(word: str) -> Literal["", "f", "m"]:
    """Return whether nearly all who have this first name are women or men; empty if neither."""
    names = _first_names()
    gender = names.get(word.capitalize(), names.get(word.lower(), ""))
    return "f" if gender == "f" else "m" if gender == "m" else ""


@cache
def is_last_name(word: str) -> bool:
    """Return whether people in the United States have this last name; accents do not matter."""
    if not word.isascii():
        return is_last_name(_without_accents(word))
    # 89,000 lines: a text asks for few of them, so the sorted list is searched, not loaded.
    text, wanted = _text("last_names.txt"), word.lower()
    low, high = 0, len(text)
    while low < high:
        start = text.rfind("\n", 0, (low + high) // 2) + 1
        end = text.index("\n", start)
        line = text[start:end]
        if line == wanted:
            return True
        low, high = (end + 1, high) if line < wanted else (low, start)
    return False


def place_kind(name: str) -> PlaceKind:
    """Return what kind of place *name* is, as written with its capitals; empty if none is known.

    A town has 20,000 inhabitants or more: many are also surnames, so it wants other evidence.
    """
    return _places().get(name.replace("’", "'"), "")


def is_demonym(word: str) -> bool:
    """Return whether *word* says where people are from or what they are: "Chechen", "Jewish"."""
    plural = word.endswith("s") and word[:-1] in _demonyms() and place_kind(word) != "country"
    return word in _demonyms() or plural  # "the Philippines" are no Philippine people


def is_known_organisation(name: str) -> bool:
    """Return whether *name* is in the list; small words in it may have capitals or not."""
    straight = name.replace("’", "'")
    return straight in _lines("organisations.txt") or (
        " " in name and straight.lower() in _organisations_folded()
    )


@cache
def stem(word: str) -> str:
    """Return the form of *word* that its inflections share, lower case.

    Endings of plural, past and -ing come off where what is left is a known word; an
    unknown word loses them by rule, so that its own forms still match one another.
    """
    folded = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    if not folded.endswith(_ENDINGS):
        return folded
    for ending in _ENDINGS:
        root = folded.removesuffix(ending)
        if root == folded or len(root) < 2:
            continue
        if ending in ("ied", "ies", "s") or _VOWELS.intersection(root):
            return _base(folded, root, ending)
    return folded


def _base(word: str, root: str, ending: str) -> str:
    """Return the known word that *root* stands for, without its *ending*."""
    if ending == "s" and root[-1] in "siu":
        plural = root[-1] != "s" and zipf(root) > zipf(word)
        return root if plural else word  # "taxis", "menus"; but "class", "crisis", "bus"
    # A base form is rarely much rarer than its inflections: "sing" is not a form of "se", nor
    # "breed" one of "bree".
    floor = zipf(word) - (0.0 if word.endswith("eed") else 2.0)
    candidates = _candidates(root, ending)
    for form in candidates:
        if len(form) > 2 and zipf(form) > 0 and zipf(form) >= floor:
            return form
    if zipf(word) > 0 and (len(root) < 6 or ending == "s") and ending not in ("ied", "ies"):
        return word  # "morning", "hundred", "always"
    return candidates[0]


def _candidates(root: str, ending: str) -> list[str]:
    """Return what *root* can be the stem of, the likeliest first."""
    if ending in ("ied", "ies"):
        return [root + "y", root + "ie"]
    if ending == "s":
        return [root]
    if ending == "es":
        return sorted([root, root + "e"], key=lambda form: -zipf(form))
    doubled = root[-1] == root[-2]
    if doubled and root[-1] not in "lsz":
        return [root[:-1], root, root + "e"]
    if doubled or _is_closed(root):
        return [root, root[:-1] if doubled else root + "e", root + "e"]
    return [root + "e", root]


def _is_closed(root: str) -> bool:
    """Return whether *root* ends as a word can without an e: "walk", "rain", not "mak"."""
    if root[-1] in _VOWELS:
        return root[-1] != "e"
    if root[-1] in "cgsuvz" or (root[-1] == "l" and root[-2] not in _VOWELS):
        return False
    return root[-2] not in _VOWELS or (len(root) > 2 and root[-3] in _VOWELS) or len(root) > 4


def _without_accents(word: str) -> str:
    """Return *word* in plain letters; what has none is dropped."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()


@cache
def _text(name: str) -> str:
    return (files("guides") / "data" / name).read_text(encoding="utf-8")


@cache
def _lines(name: str) -> frozenset[str]:
    """Return the lines of a list; the few comment lines can be kept, for no word is like them."""
    return frozenset(_text(name).split("\n"))


@cache
def _frequency() -> dict[str, float]:
    table: dict[str, float] = {}
    for line in _text("frequency.txt").splitlines():
        value, _, words = line.partition("\t")  # then a tab, and the names
        table |= dict.fromkeys(words.split(), float(value))
    return table


@cache
def _capitalised() -> frozenset[str]:
    """Return the words of the frequency table that English writes with a capital, folded."""
    names = (line.rpartition("\t")[2] for line in _text("frequency.txt").splitlines())
    return frozenset(" ".join(names).split())


@cache
def _first_names() -> dict[str, str]:
    pairs = (line.partition("\t") for line in _text("first_names.txt").splitlines())
    return {name: gender for name, _, gender in pairs}


@cache
def _places() -> dict[str, PlaceKind]:
    kinds: dict[str, PlaceKind] = {}
    for line in _text("places.txt").splitlines():
        name, _, kind = line.partition("\t")
        kinds[name] = kind  # type: ignore[assignment]  # the file is ours
    kinds |= dict.fromkeys(_lines("regions.txt"), "region")
    kinds |= {line.partition("\t")[0]: "country" for line in _lines("countries.txt")}
    kinds.pop("", None)
    return kinds


@cache
def _organisations_folded() -> frozenset[str]:
    return frozenset(name.lower() for name in _lines("organisations.txt") if " " in name)


@cache
def _demonyms() -> frozenset[str]:
    of_countries = (line.partition("\t")[2] for line in _lines("countries.txt"))
    listed = {name for names in of_countries for name in names.split(", ")}
    return (_lines("peoples.txt") | listed) - {""}
