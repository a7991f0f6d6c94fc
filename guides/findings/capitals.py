"""Stretches of capitalised words: where a name may stand.

English marks names with capitals, and much else too: the first word of a sentence,
titles, headings, days, peoples. This module cuts a text into stretches that could be one
name each and leaves the judgement of what they name to `kinds.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guides.findings import lexicon
from guides.findings import name_words as words

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
_WORD = rf"(?:{_SHORT}|{_STATE}|{_INITIALS}|{_PLAIN})"
_SMALL = (
    "(?:of|for|and|to|on|de|da|do|dos|das|del|della|der|den|di|du|la|le|van|von|bin|ibn|al|el)"
    r"(?:\s(?:the|la|las|los|der|den))?"
)
_NICKNAME = r"[“\"‘(][A-Z][\w.]*[”\"’)]"  # Robert C. “Bobby” Scott
_LINK = rf"(?:\s&\s|\s{_NICKNAME}\s|[^\S\n]*\n?[^\S\n]*|\s{_SMALL}\s)"
_RUN = re.compile(rf"(?<![\w@#/’'.-]){_WORD}(?:{_LINK}{_WORD})*")
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
_LONG = re.compile(r"\b[^\W\d_][\w’'-]{3,}")
_OPENING = re.compile(r"(?:^|[“‘\"(—–:•*|]|\s['’-])\s*$")
_TITLE_WORK = re.compile(r"[“\"]([^“”\"\n]{2,70}?)[,.]?[”\"]")
_SMALL_WORDS = frozenset("a an the of and or in on at to for with from by as is".split())
_LISTING = re.compile(r"[;\d]")
_UNIT = re.compile(r"(?<![\w.,$])\d{1,3}(?:st|nd|rd|th|d)?\s$")


@dataclass(frozen=True, slots=True)
class Word:
    """One capitalised word, or a small word between two of them."""

    text: str
    start: int
    end: int
    capital: bool = True
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Capitalised words that may be one name.

    Attributes:
        start: Offset in the document's text; *end* likewise.
        key: Its words with single spaces between them.
        words: The same, one by one.
        title: The title before it ("Sen."), which is not part of it.
        demonym: The people's name before it ("Chechen").
        article: True after "the".
        initial: True where a sentence or quotation opens with it.
        heading: True where all words of the sentence have capitals, so that none tells much.
        quoted: True inside the quotation marks of a title: "Anarchy in Tokyo".
    """

    start: int
    end: int
    key: str
    words: tuple[str, ...]
    title: str = ""
    demonym: str = ""
    article: bool = False
    initial: bool = False
    heading: bool = False
    quoted: bool = False


def stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield what may be names in the sentence ``text[start:end]``, in order."""
    heading = is_heading(text[start:end])
    titles = _titles(text, start, end)
    past = start
    for run in _RUN.finditer(text, start, end):
        pieces = _pieces(text, run.start(), run.end())
        initial = bool(_OPENING.search(text[max(start, run.start() - 6) : run.start()]))
        quoted = any(left < run.start() < right for left, right in titles)
        for group in (part for whole in _split(pieces) for part in _at_titles(whole)):
            found = _trim(text, group, initial and group[0] is pieces[0])
            if found and found.start >= past:
                past = found.end
                yield replace(found, heading=heading, quoted=quoted)


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
    long = _LONG.findall(sentence)
    closed = sentence.rstrip("”’\"' \n").endswith((".", ","))
    share = sum(word[0].isupper() for word in long) / max(1, len(long))
    return len(long) >= 4 + 2 * closed and share >= (0.95 if closed else 0.8)


# ---------------------------------------------------------------- from a run to groups


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


def _split(pieces: list[Word]) -> Iterator[list[Word]]:
    """Yield groups of *pieces* that belong together."""
    group: list[Word] = []
    for index, piece in enumerate(pieces):
        rest = pieces[index + 1 :]
        if group and not _goes_on(group, piece, rest):
            yield group
            group = []
        if piece.capital and not _is_loose(piece.text, group):
            group.append(piece)
        elif group and not piece.capital:
            group.append(piece)
        else:
            group = []
    if group:
        yield group


def _at_titles(group: list[Word]) -> Iterator[list[Word]]:
    """Yield *group* cut before a title inside it: "Massachusetts | Sen. Elizabeth Warren"."""
    for index in range(len(group) - 2, 0, -1):
        before, title, after = (group[place].text for place in (index - 1, index, index + 1))
        if title not in words.TITLES or not group[index + 1].capital or after in words.SUFFIXES:
            continue
        named = lexicon.is_common_first_name(before) or before in words.TITLES or len(before) == 2
        if not named and not is_body(_texts(group)) and _opens_person(after):
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
    return word in words.FUNCTION and not (word == "The" or (word in {"A", "An"} and not group))


def _goes_on(group: list[Word], piece: Word, rest: list[Word]) -> bool:
    """Return whether *piece* belongs to the same name as *group*."""
    if not piece.capital:
        return _joins(group, piece.text, rest)
    if piece.text in words.FUNCTION:
        return piece.text == "I" and not _is_loose("I", group)
    return not _ends_here(group, [piece, *rest])


def _ends_here(group: list[Word], rest: list[Word]) -> bool:
    """Return whether a possessive ends the name: "Chechnya’s Ramzan", not "Children’s Hospital"."""
    last = group[-1]
    if not last.possessive:
        return False
    if lexicon.is_known_organisation(_key(group) + "'s"):
        return False
    after = [piece.text for piece in rest[:4] if piece.capital]
    if after[0] in words.UNITS or after[0] in {"Limited", "Ltd", "Inc.", "Restaurant", "Brewery"}:
        return False
    if after[0] == "Republic":
        return False
    if not words.BODIES.intersection(after) and not words.PLACES.intersection(after):
        return True
    saint = len(group) > 1 and group[-2].text in {"St.", "Saint", "St"}
    common = len(group) <= 2 and lexicon.is_ordinary(last.text) and last.text[-1] in "snd"
    return not (saint or common or after[0] in {"College", "Hospital", "School"})


def _key(group: Sequence[Word]) -> str:
    return " ".join(piece.text for piece in group)


def _joins(group: list[Word], small: str, rest: list[Word]) -> bool:
    """Return whether the small word between *group* and *rest* is part of one name."""
    if not rest or not rest[0].capital or rest[0].text in words.FUNCTION or group[-1].possessive:
        return False
    before = [piece.text for piece in group if piece.capital]
    after, lead = rest[0].text, small.split()[0]
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
    if any(not piece.capital for piece in group) and words.OPENS_BODY & set(before):
        return plain and after[-1] not in words.BODIES - words.WEAK_BODIES
    ends = after[-1] in words.BODIES and len(after) > 1
    return ends and len(before) == 1 and (plain or lexicon.is_first_name(before[0]))


# ---------------------------------------------------------------- from a group to a stretch


def _trim(text: str, group: list[Word], initial: bool) -> Stretch | None:
    """Return *group* without what only stands before a name, or None if nothing is left."""
    while group and not group[-1].capital:
        group = group[:-1]
    while len(group) > 1 and group[-1].text in words.CALENDAR:
        group = group[:-1]
    title: list[str] = []
    demonym = ""
    while group:
        word = group[0].text
        if not group[0].capital or _is_date(word, group) or (initial and _only_opens(group)):
            group = group[1:]
        elif _is_title(group, bool(title)) or (
            word in words.RANKS and len(group) > 1 and _is_title(group[1:], bool(title))
        ):
            title.append(word)
            group = group[1:]
        elif len(group) > 1 and lexicon.is_demonym(word) and not is_body(_texts(group)):
            demonym, group = word, group[1:]
        else:
            break
        initial = initial and not (title or demonym)
    if not group or (title and len(group) == 1 and group[0].text in words.TITLES):
        return None  # "Mr. President" addresses somebody and names nobody
    return _stretch(text, group, " ".join(title), demonym, initial)


def _texts(group: Sequence[Word]) -> tuple[str, ...]:
    return tuple(piece.text for piece in group)


def _stretch(text: str, group: list[Word], title: str, demonym: str, initial: bool) -> Stretch:
    start, end = group[0].start, group[-1].end
    texts = _texts(group)
    if texts[-1] in words.UNITS or words.UNITS.intersection(texts[1:3]):
        unit = _UNIT.search(text, max(0, start - 7), start)
        start = unit.start() if unit else start
    if text[end : end + 6] == ", D.C." and texts[-1] == "Washington":
        end, texts = end + 6, (*texts[:-1], "Washington,", "D.C.")
    article = text[max(0, start - 4) : start].lower() == "the "
    key = " ".join([*text[start : group[0].start].split(), *texts])
    return Stretch(start, end, key, texts, title, demonym, article, initial)


def _is_date(word: str, group: list[Word]) -> bool:
    return word in words.CALENDAR and (len(group) > 1 or word not in {"May", "March", "April"})


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
        return not named and not is_body(_texts(group))
    # "Tower Man George Hauser", "Senior Kory Smith": words of a post before a first name.
    texts = _texts(group)
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


def _only_opens(group: list[Word]) -> bool:
    """Return whether the first word has its capital only because a sentence opens with it."""
    word = group[0].text
    if word in words.OPENERS:
        return not (word == "The" and lexicon.is_known_organisation(_key(group)))
    if len(group) == 1 or not group[1].capital or word in words.TITLES:
        return False
    if is_body(_texts(group)) or word in words.DIRECTIONS | words.OPENS_PLACE | words.OPENS_BODY:
        return False
    if not is_plain(word) or lexicon.place_kind(word) or lexicon.is_demonym(word):
        return False
    second = group[1].text
    if len(group) == 2 and not is_plain(second):
        # "Ban Ki-moon" keeps both words; "Meanwhile Chechnya" the second, which is known.
        return bool(
            lexicon.place_kind(second)
            or lexicon.is_demonym(second)
            or lexicon.is_known_organisation(second)
            or word.endswith(("ly", "ing", "ed"))
        )
    return not (lexicon.is_first_name(word) and lexicon.is_last_name(second))


def is_plain(word: str) -> bool:
    """Return whether *word* is an ordinary word rather than a first name such as "John"."""
    return lexicon.is_ordinary(word) and not lexicon.is_common_first_name(word)


def is_body(texts: tuple[str, ...]) -> bool:
    """Return whether *texts* as a whole are the name of a body or a place."""
    whole = " ".join(texts)
    if lexicon.is_known_organisation(whole) or lexicon.place_kind(whole):
        return True
    if texts[-1] in words.BODIES:
        return True
    return any(text[0].islower() for text in texts) and bool(words.OPENS_BODY.intersection(texts))
