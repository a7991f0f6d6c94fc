"""Who wrote or gave a text, as the lines above and below it say.

An author is taken from a line that begins with "By", from a bare name right below the title where
nothing speaks against its being one, or from a note at the end; a wrong author is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from guides.days import MONTHS
from guides.readers import masthead
from guides.readers.people import authors, is_person
from guides.readers.pieces import Piece
from guides.readers.titles import DAYS, is_greeting, is_heading

_BYLINE = re.compile(
    r"(?:(?:written(?: in [A-Z]\w+)?|prepared|compiled|story|text|words|article"
    r"|(?:posted|published)(?: (?:on )?[\w ,]{3,20})?"
    r"|report(?:ed|ing)?|review(?:ed)?|interview"
    r"|delivered|given|(?:\w+ )?(?:address|lecture|remarks|speech|talk|sermon|eulogy)"
    r"|an? (?:short |true |folk )?(?:story|tale|poem|essay|memoir|fable|speech|play)) )?"
    r"(?:by|por|par|von|di|de)\b:? (?P<names>\S.*)|(?:text|words|author|interview): (?P<said>\S.*)",
    re.IGNORECASE,
)
# What may follow the names in a byline: a role, a date, the paper.
_NAMES_END = re.compile(
    r"\s*[|•·–—/]\s*|\.\s+(?=(?:Some|All|The|This|Names|Photo\w*|Additional|With)\b)"
    r"|\s+and (?:an?|our|two|three) (?:reporter|correspondent|colleague|staff)\w*\b"
    r"|,\s+(?=(?:[Aa]n? |[Tt]he |[Ff]or )?(?:[\w&-]+\s){0,4}(?:[\w-]+-)?(?:[Ww]riter"
    r"|[Rr]eporter|[Ee]ditor|[Cc]orrespondent|[Cc]olumnist|[Cc]ontribut\w+|[Pp]rofessor|[Ss]taff"
    r"|[Ss]tudent|[Cc]lass|[Gg]rade)\b)"
    r"|\s+(?:for|at|in|on)\s+(?=[A-Z\d])|\s*\("
    rf"|,?\s+(?=(?:{MONTHS})\b|\d{{1,2}}\s|\d{{4}}\b)"
)
# "By Ann Moss in Dell and Rui Costa in Port Kesh": where each of several wrote.
_WHERE = re.compile(r"(?<=[a-z]) in (?:[A-Z][\w’'-]+ ?){1,3}(?= and [A-Z])")
# "Judit Almassy in Teremvar": who wrote it, and where.
_FROM = re.compile(r"(?:[A-Z][\w’'.-]+ ){2,3}in (?:[A-Z][\w’'-]+ ?){1,3}")
# "Ann Moss (Dell and the Fens) (Ind)": a member of a parliament, and for whom.
_MEMBER = re.compile(r"(?:[A-Z][\w.’'-]+ ){2,4}\([A-Z][^()]{2,60}\) \([A-Z][^()]{1,24}\)")
_LIVED = re.compile(r"(?P<name>(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+) \(\d{4}\s?[–-]\s?\d{4}\)")
_AND = re.compile(r"\b(?:and|with|y|e|et|und)\b|[&;]", re.IGNORECASE)
# "Ann Moss, Chief Engineer" is one person.
_OFFICE = re.compile(
    r"\b(?:chief|engineer|director|president|chair\w*|secretary|officer|manager|head|mayor|minister"
    r"|councillor|senator|superintendent|principal|founder|professor|bishop|captain|general|editor"
    r"|emeritus|retired|member|writer|reporter|correspondent|columnist|staff|lead|advis[eo]r"
    r"|analyst|fellow|researcher|coordinator|co-ordinator|specialist|strategist|associate|partner"
    r"|consultant|intern|volunteer|teacher|lecturer|historian|producer|photographer|scientist"
    r"|organi[sz]er)\b",
    re.IGNORECASE,
)
# What somebody is by trade, before the name: "Nurse Ann Moss".
_TRADE = re.compile(
    r"(?:(?:Dr|Prof|Rev|Sen|Rep|Gov|Sgt|Capt)\.?|Professor|Doctor|Nurse|Practitioner|Mayor|Judge"
    r"|Captain|Chief|Principal|Superintendent|Sister|Father|Chef|Coach|Pastor|Rabbi|Imam"
    r"|(?:Vice )?President|(?:Prime )?Minister|Senator|Governor|Chancellor|Premier|Commissioner"
    r"|Secretary|Bishop|Archbishop)\s+"
)
_NOT_NAMES = frozenset(
    "a an the and or of in on at for from with to part chapter section book act scene one two three"
    " first second introduction background summary overview conclusion abstract contents preface"
    " prologue epilogue early late later life old new young history general what why how who when"
    " where our your my his her their its this that questions notes story poem speech day night"
    " we i you they he she it me us them should must can will would is are was were do does"
    " address commencement remarks lecture graduation class opening hall square church temple"
    " theatre theater auditorium chapel park port fort mount house court center centre club"
    " north south east west united states world war city street school university college".split()
)
# "Address by Ann Moss, delivered at the Market Square", "Remarks at the opening of a bridge".
_GIVEN = re.compile(
    r"(?:an? |the )?(?:remarks|speech|address|lecture|sermon|eulogy|talk|statement)\s(?:by|of|at"
    r"|to|on|given|delivered)\s"
    r"(?=(?:Mrs?\.|Dr\.|[^.?!]){0,240}(?:\Z|\n|\.\s))"
    r"|(?:delivered|spoken|given) (?:at|on|by|to|before|in)\s",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"\b(?i:delivered|given|spoken) by (?P<who>(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+)"
    r"(?=[,.(]| (?:at|on|in|before|to|for)\b|\Z)"
)
_YEARS = re.compile(r"\b(?:1[5-9]|20)\d\d\b")  # "Dell Quarry, 1978–1991" is no person
# "Remarks of Ann Moss, retired midwife", "Speech of Mrs. Ann Moss on the Company Shop".
_SPOKEN = re.compile(
    r"\A(?:remarks|speech|address|statement|testimony|lecture|sermon|eulogy)\s(?:of|by|from)\s"
    r"(?P<who>.+?)(?=,| (?:at|on|to|in|before|for|upon)\b|\Z)",
    re.IGNORECASE,
)
_WRITES = re.compile(
    r"(?P<who>(?:[^\W\d_][\w.’'-]*,? ){1,3}?[^\W\d_][\w.’'-]*)(?:['’]s? (?:\w+ )?(?:stories|poems"
    r"|essays|novels?|work|writing|books?)\b| (?:(?:was born in|grew up in) [^.]{3,40} and )?"
    r"(?:teaches|writes|is the author of|reports (?:on|from|for))\b)"
)
_NOTES = 6  # pieces at the end
_MOST_OF_A_NAME = 20  # words, with an office
_BODY = 30_000  # characters that are searched for the words of a bare name
_PAIR = 2
_LINES, _NAME_LINE = 4, 8  # at most; words at most


def names(piece: Piece) -> tuple[str, ...]:
    """Return the names in a line such as "By Ann Moss, Staff Writer", or in one of several."""
    lines = _of(piece)
    if piece.kind == "stanza" and lines[1:] and all(map(masthead.is_posted, lines[1:])):
        piece = replace(piece, kind="paragraph")  # a name and two dates, line by line
    # A line of a paragraph is none: "… by Ana Ruiz, who had built it."
    short = 1 < piece.lines <= _LINES and piece.brief(30) and piece.text[-1] not in ".?!"
    whole = lines if short else lines[:1] * (piece.lines > 1)
    marked = [line for line in whole if _BYLINE.fullmatch(line)]
    found = (_names_in(line, piece) for line in marked or [piece.brief(20)])
    second = "".join(lines[1:2])
    posted = 1 < piece.lines <= _LINES and masthead.is_posted(second)
    signed = _unmarked_byline(lines[0]) if (short or posted) and piece.kind == "paragraph" else ()
    if short and lines[0].startswith("from ") and _is_name(second):
        signed = (second,)  # "from" a book, its author, "translated by"
    return next(filter(None, found), signed)


def is_marked(piece: Piece) -> bool:
    """Tell "By Ann Moss" from "Ann Moss and Rui Costa"."""
    marked = any(map(_BYLINE.fullmatch, (piece.brief(20), *_of(piece))))
    return marked and bool(names(piece))


def _names_in(line: str, piece: Piece) -> tuple[str, ...]:
    text = _WHERE.sub("", line)
    found = _BYLINE.fullmatch(text)
    if not found and piece.kind == "paragraph":
        return () if is_greeting(text) or text[-1:] in (".", "?", "!") else _unmarked_byline(text)
    if not found or text[-1] in "?!:" or piece.kind not in {"paragraph", "heading"}:
        return ()
    names = _NAMES_END.split((found["names"] or found["said"]), maxsplit=1)[0].strip(" .,")
    people = tuple(takewhile(lambda name: not _OFFICE.search(name), authors(names)))
    if len(people) == _PAIR and not _AND.search(names):
        people = people[:1]  # "By Ann Moss, Common Well"
    if not people or not all(map(is_person, people)):  # "By Ann Moss, Linden Health Service"
        people = authors(_TRADE.sub("", names.partition(", ")[0]))
    one_word = (
        names.isalpha()
        and names[:1].isupper()
        and (found["names"] or found["said"]).strip(" .") == names
    )
    sure = all(map(is_person, people)) or one_word
    return people if sure else ()


def _unmarked_byline(text: str) -> tuple[str, ...]:
    """Return the names in "Ann Moss, staff writer" and "Ann Moss and Rui Costa"."""
    role = _NAMES_END.search(text)
    placed = any(pattern.fullmatch(text) for pattern in (_FROM, _MEMBER))
    parted = role is not None and (_is_office(text, role) or placed)
    people = authors(_TRADE.sub("", text[: role.start()] if role and parted else text))
    sure = (len(people) > 1 or parted) and not _YEARS.search(text)
    return people if sure and all(map(_is_name, people)) else ()


def _is_office(text: str, role: re.Match[str]) -> bool:
    """Tell ", staff writer" and " · Court reporter" from what else may follow a name."""
    mark = text[role.start() :].strip()[:1]
    return mark == "," or (mark in {"·", "|", "•"} and bool(_OFFICE.search(text, role.end())))


def _is_name(name: str) -> bool:
    """Tell a person's name from a title of two words: "Ann Moss" from "The Flood"."""
    return is_person(name) and not any(word.lower() in _NOT_NAMES for word in name.split())


def is_named(piece: Piece) -> bool:
    """Tell a name by itself, or with what somebody is: "Ana Ruiz, Staff Writer"."""
    text = piece.brief(8).strip(" *_—–-")
    name = text.title() if text.isupper() else text
    return _is_name(name) or bool(_unmarked_byline(text))


def signs(piece: Piece) -> bool:
    """Tell "Ann Moss, West Africa editor", with the place from which it was written below it."""
    lines = _of(piece)
    return bool(_unmarked_byline("".join(lines[:1]))) and len(lines) <= _PAIR


def bare_name(piece: Piece, rest: Sequence[Piece], is_set_apart: Callable[[Piece], bool]) -> str:
    """Return a name by itself, which stands above unbroken prose that has no such words.

    It may stand above anything where it is in italics, or where a line on the speech, its day or
    the magazine follows it. An office may follow the name of who speaks.
    """
    name, _, office = piece.brief(_MOST_OF_A_NAME).partition(", ")
    served = bool(rest) and (bool(_GIVEN.match(rest[0].text)) or masthead.is_furniture(rest[0]))
    served = served and not (len(rest) > 1 and masthead.is_menu(rest[0]))
    name, titled = _TRADE.subn("", name)
    served = served or bool(titled and rest and DAYS.search(rest[0].brief(_NAME_LINE)))
    set_off = piece.kind == "heading" and piece.level > 1
    if not (piece.kind == "paragraph" or set_off) or is_greeting(name) or not is_person(name):
        return ""
    if office and not (served and _OFFICE.match(office)):
        return ""
    words = [word.strip(".,'’").lower() for word in name.split()]
    if any(word in _NOT_NAMES for word in words):
        return ""
    if rest and masthead.label(rest[0]):
        rest = rest[1:]  # "Chapter Four: The Year I Was His Ears"
    if served or (piece.kind == "paragraph" and is_set_apart(piece)):
        return name
    if any(one.kind == "heading" or is_heading(one) for one in rest[:-1]):
        return ""
    body = " ".join(one.span.text for one in rest[:200])[:_BODY]
    used = any(re.search(rf"\b{re.escape(word)}\b", body) for word in words if len(word) > 3)
    return "" if used else name


def columnist(above: Sequence[Piece], rest: Sequence[Piece]) -> tuple[str, ...]:
    """Return who is named by themselves above the title, and again in a note at the end."""
    notes = [piece.text for piece in rest[-_NOTES:]]
    return tuple(
        name
        for name in (piece.brief(_NAME_LINE).strip(" *_") for piece in above)
        if is_person(name)
        and any(
            re.match(rf"{re.escape(name)} (?:writes|is|has|was|lives)\b", note) for note in notes
        )
    )[:1]


def noted(rest: Sequence[Piece]) -> tuple[str, ...]:
    """Return whom a note at the end names as who writes: "Ann Moss teaches history in Dell".

    Somebody of whom the text itself speaks did not write it.
    """
    for piece in rest[-_NOTES:] if len(rest) > _NOTES else ():
        found = _WRITES.match(piece.text)
        if found and _is_name(found["who"]):
            last = re.compile(rf"\b{re.escape(found['who'].split()[-1])}\b")
            if not any(last.search(one.text) for one in rest if one is not piece):
                return (found["who"],)
    return ()


def speaker_in(title: str) -> tuple[str, ...]:
    """Return who gave a speech that is called after them."""
    found = _SPOKEN.match(title)
    return (found["who"],) if found and is_person(found["who"]) else ()


def speaker_of(occasion: Piece) -> tuple[str, ...]:
    """Return who gave a speech, by the line on its occasion: "…, delivered by Ann Moss"."""
    found = _GIVEN.match(occasion.text) and _DELIVERED.search(occasion.text)
    return (found["who"],) if found and is_person(found["who"]) else ()


def note_on_speaker(pieces: Sequence[Piece], place: int) -> str:
    """Return of whom a note above a greeting tells: "Ann Moss (1838-1909) taught at Dell"."""
    lived = _LIVED.match(pieces[place].text)
    greeted = any(
        is_greeting(one.text) and one.text[-1] in ":,!" for one in pieces[place + 1 : place + 2]
    )
    return lived["name"] if lived and greeted and is_person(lived["name"]) else ""


def _of(piece: Piece) -> list[str]:
    return [line.strip(" *_") for line in piece.span.text.splitlines()[:_LINES]]


def begins(text: str) -> bool:
    """Tell a line such as "By Ann Moss, Staff Writer"."""
    return bool(_BYLINE.fullmatch(text))


def is_occasion(text: str) -> bool:
    """Tell where a speech was given: "Address by Ann Moss", "Delivered at the Market Square"."""
    return bool(_GIVEN.match(text))
