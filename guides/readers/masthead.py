"""What a page prints around a title: its own name, a section, a unit, ratings, reading times.

None of it is the title or a part of the reading. A paper's name taken for the title would be
asked about as if it were one.
"""

from __future__ import annotations

import re

from guides.readers.pieces import Piece
from guides.readers.titles import date_in

_SECTION = re.compile(
    r"(?:opinion|op-ed|commentary|news|analysis|feature|features|education|politics|health|culture"
    r"|sports?|world|local|business|science|fiction|poetry|essay|editorial|interview|film|book"
    r"|theat(?:re|er)|television|tv|music|art|review|society|environment|technology|travel|comment"
    r"|(?:the )?long read|first person|profile|obituar(?:y|ie)|letter)s?\Z",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:the )?(?:[\w’'.&-]+ ){0,4}(?:times|post|herald|tribune|gazette|chronicle|courier|dispatch"
    r"|journal|observer|guardian|telegraph|mail|record|register|echo|argus|advertiser|bulletin"
    r"|standard|independent|sentinel|ledger|examiner|[ei]nquirer|news|weekly|daily|magazine|radio"
    r"|wire|press|monitor|digest|newsletter|blog|review)",
    re.IGNORECASE,
)
_SECTIONS = re.compile(
    r"[\w&’',. -]{2,30}(?:\s?[|·/›>]\s?[\w&’',. -]{2,30}){1,3}|" + _SECTION.pattern, re.IGNORECASE
)
_TAGLINE = re.compile(
    r"(?:serving|established|founded|vol(?:ume)?\b|issue|page|price)\b.{0,100}"
    r"|.{0,100}\bsince \d{4}\W*",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?:unit|module|chapter|section|week|grade|term|part) \w+\b", re.IGNORECASE)
_LESSON = re.compile(r"(?:lesson|reading|text|passage) \w+\b", re.IGNORECASE)
_POSTED = re.compile(r"(?:Re)?(?:posted|published|shared) (?:by|on|in)\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:(?:first|originally) (?:broadcast|published|aired|posted)|updated|published|posted)\b"
    r".{0,80}"
    r"|.{0,60}\b\d+[- ]min(?:ute)?s? read\b.{0,80}|★.{0,20}|(?:\w+ |\d )?stars? out of \w+"
    r"|(?:staff|contributing|senior|special) (?:writer|reporter|correspondent)|\([^()]{3,80}\)"
    r"|\[(?:head ?note|editor|note)\b.{0,900}|.{0,120}\bcheck against delivery\b.{0,20}"
    r"|(?:director|directed by|starring|cast|certificate|running time|genre|rating)\b:?\s.{0,160}",
    re.IGNORECASE,
)
_MOST_WORDS, _SUMMARY = 150, 60


def is_one(piece: Piece, *, posted: bool = False) -> bool:
    """Tell a paper's name, a section or a unit; *posted*: or what somebody says who posted it."""
    lines = [line.strip(" *_") for line in piece.span.text.splitlines() if line.strip()]
    named = all(
        _PAPER.fullmatch(line)
        or _TAGLINE.fullmatch(line)
        or _SECTIONS.fullmatch(line)
        or _UNIT.match(line)
        or date_in(line)
        for line in lines
    )
    return named or bool(_POSTED.match(piece.text)) or (posted and bool(piece.brief(_SUMMARY)))


def is_paper(piece: Piece) -> bool:
    """Tell a line that begins with the name of a paper."""
    return bool(_PAPER.match(piece.text))


def is_section(text: str) -> bool:
    """Tell the section that a text stands in: "Opinion", "Film"."""
    return bool(_SECTION.match(text))


def is_lesson(piece: Piece) -> bool:
    """Tell the title of a lesson below that of its unit: "Lesson 3: What a Bridge Is For"."""
    return bool(_LESSON.match(piece.text))


def is_credit(piece: Piece) -> bool:
    """Tell what stands below a title and is no part of the text: "5 minute read", a head note."""
    return bool(_CREDIT.fullmatch(piece.brief(_MOST_WORDS)))
