"""Which words stand between quotation marks.

Quotation marks are the least tidy part of a text. Straight marks do not say whether they
open or close; a speech that runs over several paragraphs opens in each and closes only in
the last; British dialogue uses the sign that is also an apostrophe; and marks get lost in
copying. Each paragraph is read once, from left to right, and every mark is judged by its
form, by what stands beside it and by whether a quotation is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guides.model import Block, Document

_DOUBLE = '“”"„«»‟'
_OPENERS = "“„«‟"
_CLOSERS = "”»"
_MARK = re.compile(r"[“”\"„«»‟]")
_BEFORE_OPENING = " \t\n\u00a0\u2009([{—–-/‘'“\"«_*…:,;"
_AFTER_CLOSING = " \t\n\u00a0\u2009.,;:!?)]}—–-/’'”\"»_*…"
_SINGLE_OPENER = re.compile(r"(?<![\w’'.,!?”\"])[‘'](?=[\w¿¡—_*.…“\"])")
_SINGLE_CLOSER = re.compile(r"(?<=[\w.,!?;:—–…)\]_*”\"-])[’'](?![\w])")
_FINISHED_CLOSER = re.compile(r"(?<=[.,!?;:—–…_*-])[’'](?![\w])")
_ELISION = re.compile(
    r"['‘’](?:tis|twas|twere|twill|em|til|till|cause|bout|round|neath|gainst|n['’]|\d0s|\d\ds?)\b",
    re.IGNORECASE,
)
_SPOKEN_SINGLE = re.compile(
    r"(?:^|[\s(—])[‘'](?=[\w_])(?:[^‘’'\"“”]|[’'](?=\w)){2,400}?[.,!?—…-][’'](?!\w)"
)
_NAME_BEFORE = re.compile(r"\b[A-Z][\w’'.-]*\s\Z")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")
_INCH = re.compile(r"\d[\d./½¼¾]*\Z")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks, in one block.

    Attributes:
        block: The number of the block among the document's blocks.
        start: Where the words start in the document's text; *end* is where they end.
        left: Where the opening mark stands; *right* is one past the closing mark.
        opened: False where the opening mark is missing.
        closed: False where the closing mark is missing, as in a speech that goes on.
        single: True for marks that look like apostrophes.
        aside: True for single marks in a text that speaks in double ones.
        turn: True for a turn of a transcript, which needs no marks.
    """

    block: int
    start: int
    end: int
    left: int
    right: int
    opened: bool = True
    closed: bool = True
    single: bool = False
    aside: bool = False
    turn: bool = False


def quoted(document: Document) -> tuple[Quoted, ...]:
    """Return everything between quotation marks, in the order of the text."""
    blocks = document.blocks
    single = _speaks_in_single_marks(document)
    found: list[Quoted] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        pieces = _in_block(document, number, block, following, single=single)
        found += [piece for piece in (_trimmed(document.text, piece) for piece in pieces) if piece]
    return tuple(found)


def _speaks_in_single_marks(document: Document) -> bool:
    """Tell whether the text writes speech with single marks, as British books do."""
    doubles = sum(document.text.count(mark) for mark in _DOUBLE)
    singles = 0
    for block in document.blocks:
        singles += len(_SPOKEN_SINGLE.findall(block.text))
    return singles >= 2 and singles > doubles // 2


def _in_block(
    document: Document, number: int, block: Block, following: Block | None, *, single: bool
) -> Iterator[Quoted]:
    text, start, end = document.text, block.span.start, block.span.end
    if block.speaker:
        yield _spoken_turn(text, number, start, end)
        return
    if single:
        yield from _single(text, number, start, end, following)
        return
    doubles = list(_double(text, number, start, end, following))
    yield from sorted(
        [*doubles, *_short_single(text, number, start, end, doubles)], key=lambda one: one.start
    )


def _spoken_turn(text: str, number: int, start: int, end: int) -> Quoted:
    """Return a turn of talk, all of it: what is quoted in it is part of what is said."""
    closing = text[end - 1] in _DOUBLE and text.count(text[end - 1], start, end) == 1
    return Quoted(number, start, end - closing, start, end, turn=True)


# ---------------------------------------------------------------- double marks


def _double(
    text: str, number: int, start: int, end: int, following: Block | None
) -> Iterator[Quoted]:
    """Yield what stands between double marks; a quotation inside one is part of it."""
    opened: list[re.Match[str]] = []
    last = start
    for mark in _MARK.finditer(text, start, end):
        turn = _turn(text, start, end, mark, opened)
        if turn == "opens":
            opened.append(mark)
        elif turn == "closes" and opened:
            opening = opened.pop()
            if not opened and not _is_nickname(text, opening, mark):
                yield Quoted(number, opening.end(), mark.start(), opening.start(), mark.end())
                last = mark.end()
        elif turn == "closes":
            begin = _lost_opening(text, max(start, last), mark.start(), whole=last == start)
            yield Quoted(number, begin, mark.start(), begin, mark.end(), opened=False)
            last = mark.end()
    if opened:
        yield from _left_open(text, number, opened[0], end, following)


def _is_nickname(text: str, opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Tell the marks in ``Marcia “Cia” Price``, which belong to the name."""
    inside = text[opening.end() : closing.start()]
    before = _NAME_BEFORE.search(text, max(0, opening.start() - 24), opening.start())
    short = len(inside.split()) <= 2 and inside[:1].isupper() and inside.isascii()
    return bool(short and before and _NAME_AFTER.match(text, closing.end()))


def _turn(
    text: str, start: int, end: int, mark: re.Match[str], opened: Sequence[re.Match[str]]
) -> str:
    """Return whether *mark* ``"opens"`` or ``"closes"`` a quotation, or neither."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    may_open = before in _BEFORE_OPENING and not after.isspace()
    may_close = not before.isspace() and after in _AFTER_CLOSING
    if mark[0] in _OPENERS:
        return "closes" if opened and may_close and not may_open else "opens"
    if mark[0] in _CLOSERS:
        return "opens" if not opened and may_open and not may_close else "closes"
    if not opened and _INCH.search(text, max(start, mark.start() - 8), mark.start()):
        return ""
    if not opened:
        return "opens" if may_open or not may_close else "closes"
    # A straight mark inside a quotation closes it, unless it clearly opens one in curly marks.
    nested = may_open and not may_close and opened[-1][0] in _OPENERS and len(opened) == 1
    return "opens" if nested and _closes_later(text, mark, end) else "closes"


def _closes_later(text: str, mark: re.Match[str], end: int) -> bool:
    """Tell whether a straight mark inside a curly quotation has its partner there, too."""
    closing = text.find("”", mark.end(), end)
    return text.find(mark[0], mark.end(), closing if closing >= 0 else end) >= 0


def _lost_opening(text: str, start: int, end: int, *, whole: bool) -> int:
    """Return where a quotation begins whose opening mark is missing.

    Where nothing is quoted before it that is the start of the paragraph, else what follows
    the last quotation.
    """
    after_colon = text.rfind(": ", start, end)
    if after_colon >= 0 and whole:
        return after_colon + 2
    return start


def _left_open(
    text: str, number: int, opening: re.Match[str], end: int, following: Block | None
) -> Iterator[Quoted]:
    """Yield a quotation that is not closed in its block, as far as it can be trusted."""
    goes_on = following is not None and following.text[:1] in _DOUBLE
    words = text[opening.end() : end]
    # Without a sequel a lone mark is more likely a slip, unless it governs the rest.
    if goes_on or len(words.split()) >= 4:
        yield Quoted(number, opening.end(), end, opening.start(), end, closed=False)


# ---------------------------------------------------------------- single marks


def _single(
    text: str, number: int, start: int, end: int, following: Block | None
) -> Iterator[Quoted]:
    """Yield what stands between single marks, telling them from apostrophes."""
    at = start
    while opening := _next_opening(text, at, end):
        closing = _closing(text, opening.end(), end)
        if closing is None:
            if following is not None and following.text[:1] in "‘'":
                yield Quoted(
                    number, opening.end(), end, opening.start(), end, closed=False, single=True
                )
            return
        yield Quoted(
            number, opening.end(), closing.start(), opening.start(), closing.end(), single=True
        )
        at = closing.end()


def _next_opening(text: str, at: int, end: int) -> re.Match[str] | None:
    for mark in _SINGLE_OPENER.finditer(text, at, end):
        if not _ELISION.match(text, mark.start(), end):
            return mark
    return None


def _closing(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the mark that closes a quotation opened at *at*: after a stop, if there is one.

    A mark after a bare letter may be a plural's possessive, so it closes only where no
    mark after a stop does before the next quotation opens.
    """
    finished = _FINISHED_CLOSER.search(text, at, end)
    following = _next_opening(text, finished.start() if finished else at, end)
    if finished and not (following and following.start() < finished.start()):
        loose = _SINGLE_CLOSER.search(text, at, finished.start())
        reopened = loose and _next_opening(text, loose.end(), finished.start())
        return loose if loose and reopened else finished
    return _SINGLE_CLOSER.search(text, at, end)


def _short_single(
    text: str, number: int, start: int, end: int, doubles: Sequence[Quoted]
) -> Iterator[Quoted]:
    """Yield short pieces in single marks outside double ones: titles, coined words."""
    for found in re.finditer(
        r"(?<![\w’'])[‘'](\w[^‘’'\n]{0,80}(?:[’'](?=\w)[^‘’'\n]{1,80})?)[’'](?!\w)", text[start:end]
    ):
        left, right = start + found.start(), start + found.end()
        inside = any(one.left < right and left < one.right for one in doubles)
        if not inside and not _ELISION.match(text, left, end):
            yield Quoted(number, left + 1, right - 1, left, right, single=True, aside=True)


# ---------------------------------------------------------------- the words themselves


def _trimmed(text: str, piece: Quoted) -> Quoted | None:
    """Return *piece* without edge blanks and without the comma that belongs to the sentence."""
    words = text[piece.start : piece.end]
    start = piece.start + len(words) - len(words.lstrip(" \t\n\u00a0_*"))
    end = piece.end - (len(words) - len(words.rstrip(" \t\n\u00a0_*,")))
    if start >= end or not any(letter.isalnum() for letter in text[start:end]):
        return None
    return replace(piece, start=start, end=end)
