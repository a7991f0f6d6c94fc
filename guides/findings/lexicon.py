"""What is known about words before any text is read.

How common a word is, whether English writes it with a capital, which names people and
places have. The lists are the plain text files in `guides/data/`; each is read when first
asked for and kept, so that a command which finds nothing pays nothing.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

PlaceKind = Literal["", "country", "state", "region", "city", "town"]

EASY = 4.6  # Zipf; about the 2,500 commonest words, which a ten-year-old reads
_VOWELS = frozenset("aeiouy")
_IRREGULAR = {
    "children": "child", "women": "woman", "men": "man", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife",
    "leaves": "leaf", "halves": "half", "selves": "self", "wolves": "wolf", "thieves": "thief",
    "shelves": "shelf", "loaves": "loaf", "said": "say", "told": "tell", "was": "be",
    "were": "be", "been": "be", "is": "be", "are": "be", "am": "be", "has": "have",
    "had": "have", "did": "do", "done": "do", "does": "do", "went": "go", "gone": "go",
    "goes": "go", "going": "go", "doing": "do", "got": "get", "gotten": "get", "made": "make", "took": "take",
    "taken": "take", "came": "come", "saw": "see", "seen": "see", "knew": "know",
    "known": "know", "gave": "give", "given": "give", "found": "find", "thought": "think",
    "left": "leave", "felt": "feel", "kept": "keep", "began": "begin", "begun": "begin",
    "brought": "bring", "wrote": "write", "written": "write", "stood": "stand",
    "heard": "hear", "meant": "mean", "met": "meet", "ran": "run", "paid": "pay",
    "sat": "sit", "spoke": "speak", "spoken": "speak", "led": "lead", "grew": "grow",
    "grown": "grow", "lost": "lose", "fell": "fall", "fallen": "fall", "sent": "send",
    "built": "build", "understood": "understand", "broke": "break", "broken": "break",
    "spent": "spend", "rose": "rise", "risen": "rise", "drove": "drive", "driven": "drive",
    "bought": "buy", "wore": "wear", "worn": "wear", "chose": "choose", "chosen": "choose",
    "sought": "seek", "threw": "throw", "thrown": "throw", "caught": "catch",
    "dealt": "deal", "won": "win", "forgot": "forget", "forgotten": "forget",
    "taught": "teach", "fought": "fight", "held": "hold", "killed": "kill", "died": "die",
    "dying": "die", "lying": "lie", "tying": "tie", "flew": "fly", "flown": "fly",
    "sold": "sell", "stole": "steal", "stolen": "steal", "struck": "strike", "hid": "hide",
    "hidden": "hide", "fled": "flee", "shot": "shoot", "slept": "sleep", "sang": "sing",
    "sung": "sing", "swore": "swear", "sworn": "swear", "beaten": "beat", "bitten": "bite",
    "bore": "bear", "drew": "draw", "drawn": "draw", "ate": "eat", "eaten": "eat",
    "shook": "shake", "shaken": "shake", "shown": "show", "better": "good", "best": "good",
    "worse": "bad", "worst": "bad", "being": "be", "species": "species", "series": "series",
    "analyses": "analysis", "crises": "crisis", "news": "news", "lies": "lie", "dies": "die",
    "ties": "tie", "movies": "movie", "people's": "people",
}  # fmt: skip


def zipf(word: str) -> float:
    """Return how common *word* is, any case: 7 for "the", 3 once in a million words, 0 unknown."""
    return _frequency().get(word.lower().replace("’", "'"), 0.0)


def is_ordinary(word: str) -> bool:
    """Return whether English writes *word* in lower case: "hope" and "mark", not "london"."""
    folded = word.lower().replace("’", "'")
    if folded in _capitalised():
        return False
    return folded in _frequency() or stem(folded) in _frequency()


def is_easy(word: str) -> bool:
    """Return whether a ten-year-old can be expected to read *word*, in this form or another."""
    return max(zipf(word), zipf(stem(word))) >= EASY and is_ordinary(word)


def is_first_name(word: str) -> bool:
    return word.lower() in _first_names() or is_common_first_name(word)


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
    """Return whether people in the United States have this last name."""
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
    return word in _demonyms() or (word.endswith("s") and word[:-1] in _demonyms())


def is_known_organisation(name: str) -> bool:
    return name.replace("’", "'") in _lines("organisations.txt")


@cache
def stem(word: str) -> str:
    """Return the form of *word* that its inflections share, lower case.

    Endings of plural, past and -ing come off where what is left is a known word; an
    unknown word loses them by rule, so that its own forms still match one another.
    """
    folded = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    for ending in ("ing", "ied", "ed", "ies", "es", "s"):
        root = folded.removesuffix(ending)
        spoken = ending in ("ied", "ies", "s") or _VOWELS.intersection(root)
        if root != folded and len(root) >= 2 and spoken:
            return _base(folded, root, ending)
    return folded


def _base(word: str, root: str, ending: str) -> str:
    """Return the known word that *root* stands for, without its *ending*."""
    if ending == "s" and root[-1] in "siu":
        return word  # "class", "crisis", "bus"
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
    for line in _text("frequency.txt").lower().splitlines():
        value, *words = line.split(" ")
        table.update(dict.fromkeys(words, float(value)))
    return table


@cache
def _capitalised() -> frozenset[str]:
    """Return the words of the frequency table that English writes with a capital, folded."""
    return frozenset(word.lower() for word in re.findall(r" ([A-Z]\S*)", _text("frequency.txt")))


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
def _demonyms() -> frozenset[str]:
    of_countries = (line.partition("\t")[2] for line in _lines("countries.txt"))
    listed = {name for names in of_countries for name in names.split(", ")}
    return (_lines("peoples.txt") | listed) - {""}
