"""Groups of capitalised words that belong together.

English marks names with capitals, and joins their words with small ones: "Centers for
Disease Control and Prevention" is one name, "Honduras and Guatemala" are two. Which small
words join is decided here; what stands before a name only, `stretches.py` cuts off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guides.findings import lexicon
from guides.findings import name_words as words
from guides.findings.lexicon import is_plain

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_SHORT = (
    "(?:Messrs|Mr|Mrs|Ms|Mme|Dr|Prof|Rev|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Pvt|"
    "Adm|Cmdr|Hon|St|Ste|Mt|Ft|Jr|Sr|Inc|Co|Corp|Ltd|Bros|Brig|Atty|Del|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[.]"
)
_STATE = (
    "(?<=, )(?:W[.]Va|Va|Calif|Fla|Mass|Conn|Colo|Ariz|Wash|Tenn|Minn|Mich|Wis|Okla|Tex|Ore|Nev|Pa|"
    "Ga|Ill|Ind|Md|Mo|Miss|Ala|Ark|Ky|Kan|Neb|Del|Mont|Wyo)[.]"
)
_INITIALS = rf"(?:[{UPPER}][.])+(?:[{UPPER}]\b(?![.’'])|(?![a-z]))"
_PLAIN = rf"(?:(?:al|el|ad|d|l|de|eBay|e|i)[-’']?(?=[{UPPER}]))?[{UPPER}]\w*(?:[-&’'‘][\w]+)*"
_SITE = rf"[{UPPER}][\w-]*[.](?:com|org|net|gov|edu)\b"
_WORD = rf"(?:{_SHORT}|{_STATE}|{_INITIALS}|{_SITE}|{_PLAIN})"
_SMALL = (
    "(?:of|for|and|to|on|de|da|do|dos|das|del|della|der|den|di|du|la|le|van|von|bin|ibn|al|el)"
    r"(?:\s(?:the|la|las|los|der|den))?"
)
_NICKNAME = r"[“\"‘(][A-Z][\w.]*[”\"’)]"  # Robert C. “Bobby” Scott
_LINK = rf"(?:\s&\s|\s{_NICKNAME}\s|[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*|\s{_SMALL}\s)"
# A look at one letter first: at nearly every place no name can begin.
_RUN = re.compile(rf"(?=[{UPPER}adeil])(?<![\w@#/’'.-]){_WORD}(?:{_LINK}{_WORD}){{0,30}}")
_PIECE = re.compile(
    rf"(?P<nick>(?<=\s){_NICKNAME}(?=\s))|(?P<word>{_WORD})|(?P<link>(?<=\s){_SMALL}(?=\s)|&)"
)
# "Chicago-based", "UN-backed": the name stands before the hyphen.
_COMPOUND = re.compile(
    r"-(?:based|born|backed|led|owned|run|style|like|wide|area|era|speaking|language|friendly|bound|"
    r"educated|trained|occupied|controlled|held|funded|sponsored|hosted|made|built|inspired|"
    r"supporting|related|affiliated|centric|themed|dominated|ruled|trade|level)$"
)
_PARTY = re.compile(r"[DRI]-[A-Z][a-z]")  # "(D-Newport News)"
_POSSESSIVE = re.compile(r"[’'‘]s$")
_OPENING = re.compile(r"(?:^|[“‘\"(—–:•*|]|\s['’-])\s*$")


@dataclass(frozen=True, slots=True)
class Word:
    """One capitalised word, or a small word between two of them."""

    text: str
    start: int
    end: int
    capital: bool = True
    possessive: bool = False


def groups(text: str, start: int, end: int) -> Iterator[tuple[list[Word], bool]]:
    """Yield groups of words in the sentence ``text[start:end]`` that may be one name each.

    The flag is true where a group opens the sentence or a quotation in it, so that its first
    word would have a capital anyway.
    """
    for run in _RUN.finditer(text, start, end):
        pieces = _pieces(text, run.start(), run.end())
        opens = bool(_OPENING.search(text[max(start, run.start() - 6) : run.start()]))
        for whole in _split(pieces, called_will=not opens and _is_will(pieces)):
            for group in _at_titles(whole):
                yield group, opens and group[0] is pieces[0]


def texts_of(group: Sequence[Word]) -> tuple[str, ...]:
    return tuple(piece.text for piece in group)


def _pieces(text: str, start: int, end: int) -> list[Word]:
    pieces = []
    for match in _PIECE.finditer(text, start, end):
        word, stop, possessive = match[0], match.end(), False
        mark = _POSSESSIVE.search(word) or _COMPOUND.search(word)
        if mark:
            stop, word, possessive = match.start() + mark.start(), word[: mark.start()], True
        elif word.endswith("s") and text[stop : stop + 1] in {"’", "'"}:
            possessive = True
        begin = match.start() + (2 if _PARTY.match(word) else 0)
        word = word[begin - match.start() :]
        pieces.append(Word(word, begin, stop, bool(match["word"]), possessive))
    return pieces


def _is_will(pieces: list[Word]) -> bool:
    """Tell "they met Will Smith", where no sentence opens, from "Will Smith come?"."""
    if len(pieces) < 2 or pieces[0].text != "Will" or not pieces[1].capital:
        return False
    return lexicon.is_last_name(pieces[1].text)


def _split(pieces: list[Word], *, called_will: bool) -> Iterator[list[Word]]:
    """Yield groups of *pieces* that belong together; *called_will*: the first is a name."""
    group: list[Word] = []
    for index, piece in enumerate(pieces):
        rest = pieces[index + 1 :]
        if group and not _goes_on(group, piece, rest):
            yield group
            group = []
        loose = _is_loose(piece.text, group) if piece.capital else not group
        loose = loose and not (called_will and index == 0)
        group = [] if loose else [*group, piece]
    if group:
        yield group


def _at_titles(group: list[Word]) -> Iterator[list[Word]]:
    """Yield *group* cut before a title inside it: "Massachusetts | Sen. Elizabeth Warren"."""
    for index in range(len(group) - 2, 0, -1):
        before, title, after = (group[place].text for place in (index - 1, index, index + 1))
        if title not in words.TITLES or not group[index + 1].capital or after in words.SUFFIXES:
            continue
        named = lexicon.is_common_first_name(before) or before in words.TITLES or len(before) == 2
        if not named and not is_body(texts_of(group)) and _opens_person(after):
            first = index
            while first > 1 and group[first - 1].text in words.RANKS:
                first -= 1
            yield group[:first]
            yield group[first:]
            return
    yield group


def _opens_person(word: str) -> bool:
    return word in words.TITLES or lexicon.is_first_name(word) or not lexicon.is_ordinary(word)


def _is_loose(word: str, group: list[Word]) -> bool:
    """Return whether *word* stands for itself: "I" and "He" after a comma or a quotation mark."""
    if word == "I":
        return not (group and lexicon.is_first_name(group[-1].text))
    word = word.replace("’", "'")
    if word == "May" and group and _is_given(group[-1].text):
        return False  # "Theresa May"
    return word in words.FUNCTION and not (word == "The" or (word in {"A", "An"} and not group))


def _is_given(word: str) -> bool:
    return lexicon.is_common_first_name(word) and word not in words.CALENDAR


def _goes_on(group: list[Word], piece: Word, rest: list[Word]) -> bool:
    """Return whether *piece* belongs to the same name as *group*."""
    if not piece.capital:
        return _joins(group, piece.text, rest)
    if piece.text.replace("’", "'") in words.FUNCTION:
        return piece.text in {"I", "May"} and not _is_loose(piece.text, group)
    return not _ends_here(group, [piece, *rest])


def _ends_here(group: list[Word], rest: list[Word]) -> bool:
    """Return whether a possessive ends the name: "Chechnya’s Ramzan", not "Children’s Hospital"."""
    last = group[-1]
    if not last.possessive:
        return False
    if lexicon.is_known_organisation(" ".join(texts_of(group)) + "'s"):
        return False
    after = [piece.text for piece in rest[:4] if piece.capital]
    if lexicon.place_kind(f"{last.text}'s {after[0]}"):
        return False
    if after[0] in words.UNITS or after[0] in {"Limited", "Ltd", "Inc.", "Restaurant", "Brewery"}:
        return False
    if after[0] == "Republic":
        return False
    if not words.BODIES.intersection(after) and not words.PLACES.intersection(after):
        return True
    saint = len(group) > 1 and group[-2].text in {"St.", "Saint", "St"}
    common = len(group) <= 2 and lexicon.is_ordinary(last.text) and last.text[-1] in "snd"
    return not (saint or common or after[0] in {"College", "Hospital", "School"})


def _joins(group: list[Word], small: str, rest: list[Word]) -> bool:
    """Return whether the small word between *group* and *rest* is part of one name."""
    if not rest or not rest[0].capital or rest[0].text in words.FUNCTION or group[-1].possessive:
        return False
    before = [piece.text for piece in group if piece.capital]
    after, lead = rest[0].text, small.split(maxsplit=1)[0]
    whole = " ".join([*before, small, after])
    if lexicon.is_known_organisation(whole) or lexicon.place_kind(whole):
        return True
    if lead in {"of", "for"}:
        return _joins_of(before, after, lead)
    if lead == "and":
        return _joins_and(group, before, rest)
    if lead in {"to", "on"}:
        return before[-1] in words.TAKES_TO and is_plain(after)
    if small[0] in '“"‘(':
        return any(map(lexicon.is_first_name, before)) and lexicon.is_last_name(after)
    if small == "&":
        return len(before) == 1 or _run_of(rest)[-1] in words.BODIES
    return lexicon.is_last_name(after) or not lexicon.is_ordinary(after)


def _joins_of(before: list[str], after: str, lead: str) -> bool:
    if words.OPENS_BODY.intersection(before) and not words.TITLES.issuperset(before):
        return True
    if lead == "for":
        return False
    last = before[-1]
    if last in words.OPENS_PLACE | words.OPENS_EVENT | words.PLACES | words.UNITS:
        return True
    # Ordinary words with capitals, "Tree of Life", stand for more than themselves.
    plain = all(is_plain(word) for word in [*before, after])
    return plain and last not in words.OPENERS | words.TITLES and not lexicon.place_kind(after)


def _run_of(rest: Sequence[Word]) -> list[str]:
    """Return the capitalised words at the start of *rest* that stand together."""
    run = []
    for piece in rest:
        if not piece.capital:
            break
        run.append(piece.text)
        if piece.possessive:
            break
    return run


def _joins_and(group: list[Word], before: list[str], rest: list[Word]) -> bool:
    """Return whether "and" stands inside a name: "Centers for Disease Control and Prevention"."""
    after = _run_of(rest)
    whole = " ".join(after)
    if lexicon.is_known_organisation(whole) or lexicon.place_kind(whole):
        return False
    plain = all(lexicon.is_ordinary(word) for word in after)
    if after[-1] in words.EVENTS and plain:
        return True  # "the Clean Air and Water Act"
    if any(not piece.capital for piece in group) and words.OPENS_BODY & set(before):
        return plain and after[-1] not in words.BODIES - words.WEAK_BODIES
    ends = after[-1] in words.BODIES and len(after) > 1
    return ends and len(before) == 1 and (plain or lexicon.is_first_name(before[0]))


def is_body(texts: tuple[str, ...]) -> bool:
    """Return whether *texts* as a whole are the name of a body or a place."""
    whole = " ".join(texts)
    if lexicon.is_known_organisation(whole) or lexicon.place_kind(whole):
        return True
    if texts[-1] in words.BODIES:
        return True
    return any(text[0].islower() for text in texts) and bool(words.OPENS_BODY.intersection(texts))
