"""Lines that are not prose: titles, headings, captions, dates.

Plain text does not mark them. A line is taken for one when it is short, nothing ends it, and
prose follows; a heading that is missed becomes a short paragraph, which does less harm than a
paragraph that loses its number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guides.model import BlockKind
from guides.readers.pieces import Piece

_LONGEST = 20  # words in a title
_HEADING = 12  # words in a heading

_CHAPTER = re.compile(
    r"(?:chapter|part|section|book|act|scene|canto|letter|lesson|unit|stave|volume|cap[ií]tulo"
    r"|chapitre|kapitel|capitolo)\s+(?:\d{1,3}|[IVXLC]+|\w+)\b.{0,80}|(?:[IVXLC]{1,6}|\d{1,2})\.?",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:File )?(?:photo(?:graph)?|image|picture|video|illustration|credit)s?\b(?: by\b|:| credit)"
    r"|(?:figure|fig\.|table|chart|map|exhibit|box)\s\d+\b[.:]?"
    r"|File photo\b|.{5,300}[.,;)”\"]\s\(?(?:image|photo|video|picture|illustration|credit)"
    r"(?:s|graph)?(?: by| credit)?:).*",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    r"(?:(?:first )?(?:published|posted|updated|date)(?: on)?:?\s+)?"
    r"(?P<date>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}} de [a-zç]+ de \d{{4}}))\.?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S")
_OPENING = "\"'“‘«([¿¡#"
_CLOSERS = "\"'”’»)]"


def date_in(text: str) -> str:
    """Return the date that is the whole of a line, as printed, or an empty text."""
    found = _DATE.fullmatch(text)
    return found["date"] if found else ""


def is_caption(piece: Piece) -> bool:
    """Tell the words below a picture or above a table, and directions such as "(LAUGHTER)"."""
    text = piece.brief(60)
    inside = text.strip("\"“”")[1:-1].rstrip(".")
    if text.strip("\"“”")[:1] in {"(", "["} and inside.isupper() and len(text) < 60:
        return True
    return bool(text and _CAPTION.fullmatch(text))


def is_title(piece: Piece) -> bool:
    """Tell whether the first line of a text is its title."""
    text = piece.brief(_LONGEST)
    if not text or _CHAPTER.fullmatch(text) or date_in(text) or is_caption(piece):
        return False
    if piece.kind == "heading":
        return True
    if text[-1] == "." and not _is_set_as_title(text):
        return False
    return piece.kind == "paragraph" and _is_label(text)


def _is_label(text: str) -> bool:
    """Tell a line that has the shape of a title or heading: a capital first, no stop last."""
    first = text.lstrip(_OPENING)[:1]
    last = text.rstrip(_CLOSERS)[-1:]
    shape = (first.isupper() or first.isdigit()) and last not in ",;:-–—…" and len(text) <= 120
    # "Stay." at the end of quoted speech is a stop; a quoted word in a title has none.
    stopped = last == "." and (text[-1] != "." or not _is_set_as_title(text))
    return shape and not stopped and not _ADDRESS.search(text)


def _is_set_as_title(text: str) -> bool:
    """Tell capitals on all words, or on nearly all but the small ones."""
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in words)
    return text.isupper() or (len(words) >= 3 and capitals * 5 >= len(words) * 4)


_SMALL = frozenset("with from into over under about after before between through your their".split())


def is_heading(piece: Piece) -> bool:
    """Tell whether a line inside a text has the shape of a heading."""
    text = piece.brief(_HEADING)
    if piece.kind != "paragraph" or piece.lines > 1 or not text:
        return False
    if _CHAPTER.fullmatch(text) and text[0].isupper():
        return True
    if text[-1] == ":":  # "Goal of the Day:" above a list, but not "Dear Hannah:"
        greeting = re.match(r"(?:Dear|My|To|Hello|Hi|Madam|Mr|Mrs|Ms|Sir|Fellow)\b", text)
        return len(text) > 8 and not greeting and _is_set_as_title(text[:-1])
    if text[-1] in "?!":  # a question by itself is more often asked than printed as a heading
        return _is_set_as_title(text) and len(text.split()) >= 3
    return text[0] not in _OPENING and _is_label(text)


def with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return plain-text pieces with their headings and captions told from prose."""
    kinds: list[BlockKind] = ["caption" if is_caption(piece) else piece.kind for piece in pieces]
    shaped = [is_heading(piece) and kinds[i] != "caption" for i, piece in enumerate(pieces)]
    verse = any(kind == "stanza" for kind in kinds)
    # Where half of the lines have no stop, that is how this author writes.
    usual = sum(shaped) * 2 > len(pieces)
    followed = False  # whether what comes next is prose
    for index in range(len(pieces) - 1, -1, -1):
        text = pieces[index].brief(_HEADING)
        sure = text.isupper() or bool(_CHAPTER.fullmatch(text))
        if shaped[index] and followed and (sure or not usual):
            kinds[index] = "heading"
        elif verse and shaped[index] and not sure:
            kinds[index] = "stanza"
        followed = followed or kinds[index] in {"paragraph", "stanza", "item", "turn", "row"}
    return [
        replace(piece, kind=kind, level=2 if kind == "heading" and not piece.level else piece.level)
        for piece, kind in zip(pieces, kinds, strict=True)
    ]
