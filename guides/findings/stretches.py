"""Stretches of capitalised words: where a name may stand.

A capital marks much that is no name: the first word of a sentence, headings, days,
peoples, titles before a name. Here they are cut off; what is left could be one name, and
`kinds.py` and `surroundings.py` judge what it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guides.findings import lexicon
from guides.findings import name_words as words
from guides.findings.capitals import Word, groups, is_body, texts_of
from guides.findings.lexicon import is_plain

_LONG = re.compile(r"\b[^\W\d_][\w’'-]*")
_UNSTRESSED = frozenset(
    "a about after an and as at be but by for from has have how i if in into is it its of on or "
    "over so than that the their to under up was what when will with you your".split()
)
_TITLE_WORK = re.compile(r"[“\"]([^“”\"\n]{2,70}?)[,.]?[”\"]")
_SMALL_WORDS = frozenset("a an the of and or in on at to for with from by as is".split())
_LISTING = re.compile(r"[;\d]")
# "TULSA, Oklahoma — ", "PORT LINDEN (AP) — ", "HARWICK, N.J., April 3, 2022 — ".
_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]+(?: [A-Z][a-z]+)?)?(?:, [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: \([A-Za-z. ]{2,20}\))? ?(?:—|–|--|- )"
)
_DAY = re.compile(r",?\s\d")
_TWO_CAPITALS = re.compile(r"[A-Z]{2}[a-z]{3,}")
_UNIT = re.compile(r"(?<![\w.,$])\d{1,3}(?:st|nd|rd|th|d)?\s$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Capitalised words that may be one name.

    Attributes:
        start: Offset in the document's text; *end* likewise.
        key: Its words with single spaces between them.
        words: The same, one by one.
        title: The title before it ("Sen."), which is not part of it.
        article: True after "the".
        initial: True where a sentence or quotation opens with it.
        heading: True where all words of the sentence have capitals, so that none tells much.
        dateline: True for the town in capitals that opens a report: "PORT LINDEN —". Its key and
            words are written as everywhere else: "Port Linden".
        quoted: True inside quotation marks, as the title of a song is: "Yesterday".
    """

    start: int
    end: int
    key: str
    words: tuple[str, ...]
    title: str = ""
    article: bool = False
    initial: bool = False
    heading: bool = False
    quoted: bool = False
    dateline: bool = False


def stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield what may be names in the sentence ``text[start:end]``, in order.

    What stands inside a longer title in quotation marks is left out.
    """
    heading = is_heading(text[start:end])
    titles = _titles(text, start, end)
    past = start
    for group, initial in groups(text, start, end):
        found = _trim(text, group, initial)
        if not found or found.start < past:
            continue
        past = found.end
        title = next((title for title in titles if title[0] < found.start < title[1]), None)
        if not title or text.count(" ", *title) < 2:  # "Rainy Night in Georgia" names no place
            told = heading or title is not None
            yield replace(found, heading=heading, quoted=title is not None) if told else found


def _titles(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where short quotations stand whose words all have capitals, as titles do."""
    found = []
    for match in _TITLE_WORK.finditer(text, start, end):
        words_in = match[1].split()
        capital = [word for word in words_in if word.lower() not in _SMALL_WORDS]
        if capital and len(words_in) <= 9 and all(not word[0].islower() for word in capital):
            found.append(match.span())
    return found


def is_heading(sentence: str) -> bool:
    """Return whether nearly all long words of *sentence* have a capital, as in a headline."""
    if len(sentence) > 160 or _LISTING.search(sentence):
        return False
    long = [word for word in _LONG.findall(sentence) if word not in _UNSTRESSED]
    closed = sentence.rstrip("”’\"' \n").endswith((".", ","))
    share = sum(word[0].isupper() for word in long) / max(1, len(long))
    return len(long) >= 4 + 2 * closed and share >= (0.95 if closed else 0.8)


# ---------------------------------------------------------------- what stands before a name


def _trim(text: str, group: list[Word], initial: bool) -> Stretch | None:
    """Return *group* without what only stands before a name, or None if nothing is left."""
    while group and not group[-1].capital:
        group = group[:-1]
    while len(group) > 1 and group[-1].text in words.CALENDAR and not _is_named_may(text, group):
        group = group[:-1]
    title: list[str] = []
    while group:
        word = group[0].text
        if not group[0].capital or _is_date(text, group) or (initial and _only_opens(group)):
            group = group[1:]
        elif _is_title(group, bool(title)) or (
            word in words.RANKS and len(group) > 1 and _is_title(group[1:], bool(title))
        ):
            title.append(word)
            group, initial = group[1:], False
        elif _is_demonym(group) and not is_body(texts_of(group)):
            group, initial = group[1:], False  # "Chechen leader Ramzan Kadyrov"
        else:
            break
    last = group[0].text if len(group) == 1 else ""
    if not group or (title and last in words.TITLES - words.TITLE_NAMES):
        return None  # "Mr. President" addresses somebody and names nobody
    return _stretch(text, group, " ".join(title), initial)


_MONTHS_AND_NAMES = frozenset({"April", "May", "June"})
_WHEN = re.compile(
    r"\b(?:in|by|since|until|till|last|this|next|early|late|mid|of|from|to|through|during|and|\d+)"
    r"[ -]$",
    re.IGNORECASE,
)


def _is_named_may(text: str, group: list[Word]) -> bool:
    """Return whether a month is a last name: "Theresa May said", not "left London May 5"."""
    named = group[-1].text in {"May", "March", "April", "June", "August"}
    given = lexicon.is_common_first_name(group[-2].text)
    return named and given and not _DAY.match(text, group[-1].end)


def _stretch(text: str, group: list[Word], title: str, initial: bool) -> Stretch:
    start, end = group[0].start, group[-1].end
    texts = texts_of(group)
    if texts[-1] in words.UNITS or words.UNITS.intersection(texts[1:3]):
        unit = _UNIT.search(text, max(0, start - 7), start)
        start = unit.start() if unit else start
    if text[end : end + 6] == ", D.C." and texts[-1] == "Washington":
        end += 6
    article = text[max(0, start - 4) : start].lower() == "the "
    shown = tuple(_as_usual(text, word) for word in text[start:end].split())
    dateline = initial and not title and _is_dateline(text, start, end)
    shown = tuple(word.capitalize() for word in shown) if dateline else shown
    key = " ".join(shown)
    return Stretch(start, end, key, shown, title, article, initial, dateline=dateline)


def _as_usual(text: str, word: str) -> str:
    """Return "HIllary" as the text has it elsewhere: "Hillary"."""
    usual = word.capitalize()
    return usual if _TWO_CAPITALS.fullmatch(word) and usual in text else word


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Return whether a report opens here with the town that it comes from, in capitals."""
    town = text[start:end]
    opens = not text[max(0, start - 2) : start].strip()
    if not (opens and town.isupper() and len(town) > 3 and _DATELINE.match(text, end)):
        return False
    parts = town.title().split()
    named = lexicon.place_kind(" ".join(parts)) or not all(map(is_plain, parts))
    noun = parts[-1] in words.PLACES or parts[0] in words.OPENS_PLACE | words.DIRECTIONS
    return bool(named) or (len(parts) > 1 and noun)


def _is_date(text: str, group: list[Word]) -> bool:
    word, start = group[0].text, group[0].start
    if word not in words.CALENDAR:
        return False
    if word not in _MONTHS_AND_NAMES or len(group) > 2:
        return len(group) > 1 or word != "March"
    if _WHEN.search(text, max(0, start - 12), start):
        return True
    # "April Jones moved", but "the June Supreme Court ruling"
    return len(group) == 2 and not lexicon.is_last_name(group[1].text)


def _is_demonym(group: list[Word]) -> bool:
    """Say whether the first word tells where somebody is from: Irish, not Norman."""
    word = group[0].text
    given = len(group) == 2 and lexicon.is_common_first_name(word)
    return len(group) > 1 and lexicon.is_demonym(word) and not given


def _is_title(group: list[Word], titled: bool) -> bool:
    """Return whether *group* opens with a title that a name follows; *titled*: after another."""
    word = group[0].text
    if len(group) == 1 or not group[1].capital:
        return False
    if word in words.TITLES:
        # "Gov. Earl Ray Tomblin", "Rep. Don Beyer": a first name after all.
        named = lexicon.is_common_first_name(word) and (
            titled or (len(group) > 2 and lexicon.is_first_name(group[1].text))
        )
        return not named and not is_body(texts_of(group))
    # "Tower Man George Hauser", "Senior Kory Smith": words of a post before a first name.
    texts = texts_of(group)
    if not is_plain(word) or is_body(texts):
        return False
    if lexicon.place_kind(word) or word in words.DIRECTIONS or len(texts) < 3:
        return False
    for index, later in enumerate(texts[1:-1], start=1):
        if lexicon.is_first_name(later) and not is_plain(later):
            family = texts[index + 1]
            return lexicon.is_last_name(family) or not is_plain(family)
        if not is_plain(later):
            return False
    return False


_ADVERBIAL = ("ly", "ing", "ed")


def _only_opens(group: list[Word]) -> bool:
    """Return whether the first word has its capital only because a sentence opens with it."""
    word = group[0].text
    if word in words.OPENERS:
        return not (word == "The" and lexicon.is_known_organisation(" ".join(texts_of(group))))
    if len(group) == 1 or not group[1].capital or word in words.TITLES:
        return False
    if len(word) > 1 and all(piece.text.isupper() for piece in group):
        return False  # "PORT LINDEN — The library", where capitals tell nothing
    if is_body(texts_of(group)) or word in words.DIRECTIONS | words.OPENS_PLACE | words.OPENS_BODY:
        return False
    if not is_plain(word) or lexicon.place_kind(word) or lexicon.is_demonym(word):
        return False
    second = group[1].text
    if len(group) > 2 and len(second.rstrip(".")) == 1 and not word.endswith(_ADVERBIAL):
        return False  # "Pate K Chon"
    if len(group) == 2 and not is_plain(second):
        # "Ban Ki-moon" keeps both words; "Meanwhile Chechnya" the second, which is known.
        return bool(
            lexicon.place_kind(second)
            or lexicon.is_demonym(second)
            or lexicon.is_known_organisation(second)
            or word.endswith(_ADVERBIAL)
        )
    return not (lexicon.is_first_name(word) and lexicon.is_last_name(second))
