"""The lines above a reading: its title, who wrote it, when.

They are printed in the title strip, so they leave the reading. `bylines` tells who wrote it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, islice, takewhile

from guides.readers import bylines, masthead
from guides.readers.people import authors, is_person
from guides.readers.pieces import Piece
from guides.readers.titles import DAYS, date_in, is_greeting, is_label, is_title
from guides.source import Span

_TOLD = re.compile(r"\bas told to (?:[A-Z][\w.’'-]+ ?){2,4}\Z", re.IGNORECASE)
_REVIEWED = re.compile(r"review(?:ed)? by\b|review:", re.IGNORECASE)
_PAIR = 2
_SITE = re.compile(r"\b(?:Blog|News|Magazine|Times|Journal|Digest|Newsletter|Gazette|Herald)\Z")
_KIND = re.compile(r"\A(?:full )?(?:transcript|text)(?: of)?: +(?=[A-Z“\"])", re.IGNORECASE)
_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]+(?:,? [A-Z][A-Za-z.’'-]+){0,4}(?: \([A-Za-z ]{2,20}\))? ?(?:[–—]|-{1,2} ) ?"
    r"(?=[A-Z“\"])"
)
_BRACKET = re.compile(r"\(.*\)|\[.*\]", re.DOTALL)
# What a body gives out, below its name: "Annual Letter from the President".
_ISSUED = re.compile(
    r"(?:the )?(?:annual|quarterly|monthly|special|final|interim|president['’]s)\b.{0,20}"
    r"\b(?:letter|report|review|bulletin|update|statement)\b",
    re.IGNORECASE,
)
_NUMBER = 8  # characters
_COUNT = re.compile(r"^\s*(?:\d{1,2}|[A-Z])[.)]\s+\Z")
_COUNTED = re.compile(r"\A\d{1,3}\.\s+(?=[A-Z“‘\"])")  # "17. The Woman Who Lent Out Her Door"
# What an agency prints before a headline: "UPDATE 2-Board closes bridge".
_SLUG = re.compile(
    r"\A(?:UPDATE|WRAPUP|REFILE|RPT|CORRECTED|EXCLUSIVE|BREAKING|FACTBOX|ANALYSIS|FOCUS|TIMELINE"
    r"|NEWSMAKER|INSIGHT)(?: \d{1,2})?\s?(?:[-–—]|: )\s?(?=[A-Z\d“‘\"'])"
)
_POSTED_POEM = re.compile(
    r"(?:poem|story) of the (?:day|week|month): [“\"](?P<title>[^“”\"]+)[”\"]", re.IGNORECASE
)
_HEAD_LINES = 4
_MOST_ABOVE, _PROSE, _LONGEST_TITLE, _LONGEST_MARKED = 10, 18, 24, 40  # pieces; words
_IN_MARKS = re.compile(r"[“\"][^“”\"]+[”\"]|‘[^‘]+’")
_POSSIBLE, _BETTER, _SURELY = -1.0, 0.5, 1.0
_MINUTES = 9.0  # the weight of "Minutes of the meeting", more than all others
_STOPPED = 10  # words of a title that ends with a stop, at most
_AFTER_TITLE, _MEETING = 10, 60  # pieces that may be lines of the head; who came to a meeting
_SUMMARY, _SHORT_LINE, _SHORTEST, _HEADING_LINE = 60, 14, 4, 8  # words at most
_DECK = 70  # characters at least


@dataclass(frozen=True, slots=True)
class Head:
    """What stood above the reading, and the reading.

    Attributes:
        title: Empty where the text has none.
        authors: In order; may be empty.
        date: As printed; may be empty.
        publisher: A site's name above the title; may be empty.
        rest: The reading.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""
    rest: tuple[Piece, ...] = ()


def read_head(
    pieces: Sequence[Piece],
    body: Sequence[Piece],
    known_title: str = "",
    is_set_apart: Callable[[Piece], bool] = lambda _: False,
) -> Head:
    """Part a text from the lines above it.

    What stands between the title and the reading (a summary in italics, the occasion of a
    speech) stays, as a caption: nobody needs to point at it.

    Args:
        pieces: Where the title may stand.
        body: What follows them and is not part of the head in any case; may be empty.
        known_title: The editor's title; another first line then is a heading of the text.
        is_set_apart: Tells a piece that is in italics from end to end.
    """
    pieces = _parted(pieces)
    above, pieces = ((), pieces) if known_title else _above(pieces, body)
    after, site, title = _title(pieces, body, known_title)
    names = spoken = bylines.speaker_in(title)
    named: list[Piece] = []  # where the names were found
    date = ""
    section = () if after or known_title else tuple(takewhile(masthead.is_loud_section, pieces))
    after += len(section)
    between = list(map(_as_caption, (*above, *section)))
    met = masthead.is_minutes_title(title)
    most = _MEETING if met else _AFTER_TITLE
    for place, piece in enumerate(pieces[after : after + most], after):
        byline = bylines.names(piece)
        if byline and (not names or (named and _REVIEWED.match(piece.text.strip("*_ ")))):
            between += map(_as_caption, named)  # who wrote the book
            between.sort(key=lambda one: one.span.start)
            names, named = byline, [] if named else [piece]
        elif title and not date and (day := _date(piece, bool(names))):
            date = day
        elif (
            title
            and not names
            and (alone := bylines.bare_name(piece, [*pieces[place + 1 :], *body], is_set_apart))
        ):
            names = authors(alone)
        elif (title or known_title) and not between and _same(piece.text, title or known_title):
            pass  # some pages print the title again
        elif title and not names and _leads_to_byline(pieces, place, is_set_apart):
            between.append(_as_caption(piece) if is_label(piece) else piece)
        elif (title or known_title) and (
            masthead.is_issue(piece)
            or (title and _is_below_title(pieces, place, title, is_set_apart))
            or (title and _TOLD.search(piece.text))
            or (met and masthead.is_attendance(pieces, place))
            or (title and not names and (_is_deck(pieces, place) or _is_point(pieces, place)))
            or (names and masthead.is_one(piece) and not masthead.label(piece))
            or (spoken and (byline or _is_place_of_speech(piece)))
            or (title and bylines.is_occasion(piece.text) and len(between) <= len(above) + 1)
        ):
            names = names or bylines.speaker_of(piece)
            between.append(_as_caption(piece))
        elif title and (speaker := bylines.note_on_speaker(pieces, place)):
            between.append(_as_caption(piece))
            names = names or (speaker,)
        else:
            break
        after += 1
    if after >= len(pieces) + len(body):
        return Head(rest=(*pieces, *body))
    rest = (*between, *pieces[after:], *body)
    names = names or bylines.columnist(above, rest) or bylines.noted(rest)
    return Head(title, names, date, site, rest)


def _is_below_title(
    pieces: Sequence[Piece], place: int, title: str, is_set_apart: Callable[[Piece], bool]
) -> bool:
    """Tell a summary, a credit, a dedication, the occasion of a speech."""
    return (
        _is_summary(pieces, place, is_set_apart)
        or masthead.is_credit(pieces[place])
        or _is_dedication(pieces[place], title)
        or _is_occasion(pieces, place)
        or place < _dateline(pieces)
    )


def _dateline(pieces: Sequence[Piece]) -> int:
    """Return where "PORT KESH (CNP) -" begins a report, below a headline and what sums it up."""
    for place, piece in enumerate(pieces[:_HEAD_LINES]):
        if _DATELINE.match(piece.text):
            return place
        if piece.kind != "paragraph" or not piece.brief(_LONGEST_TITLE):
            return 0
    return 0


def _is_place_of_speech(piece: Piece) -> bool:
    """Tell "Vestry Hall, Dell, 9 November 1871", and who wrote a speech down."""
    text = piece.brief(_LONGEST_TITLE).strip(" *_")
    dated = any(map(DAYS.search, text.split("\n"))) and text[-1:] not in ".?!"
    return piece.kind != "heading" and bool(text) and (dated or bool(_BRACKET.fullmatch(text)))


def _date(piece: Piece, signed: bool) -> str:
    """Return the date that a line is; below a byline it may lack its year: "14 March"."""
    line = piece.brief(10)
    return date_in(line) or (line if signed and DAYS.fullmatch(line) else "")


def _as_caption(piece: Piece) -> Piece:
    return replace(piece, kind="caption")


def _above(
    pieces: Sequence[Piece], body: Sequence[Piece]
) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """Part what stands above a title from the title: a paper's name, a section, who posted it.

    Every line above the prose is weighed: by its mark-up, by what it is called, and by the
    byline below it. The first line is the title unless another is surely a better one.
    """
    zone = pieces[: _zone(pieces)]
    sections = {one.level for one in (*pieces[len(zone) :], *body) if one.kind == "heading"}
    titles = len(zone) if body else _first_sentence(zone)  # above a preface all is of the head
    weights = [_weight(zone, place, sections) for place in range(titles)]
    best = max(range(len(weights)), key=lambda place: (weights[place], -place), default=0)
    if not best:
        return (), pieces
    first = weights[0]
    better = _SURELY if first >= _BETTER else _BETTER
    if weights[best] < (first + better if first > -math.inf else _POSSIBLE):
        return (), pieces
    if best == 1 and _SITE.search(pieces[0].brief(4)):
        return (), pieces  # the name of a site, which is kept
    return _whole(pieces, best)


def _whole(pieces: Sequence[Piece], place: int) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """Part the pieces at a title, which may be broken over two lines."""
    over = pieces[place - 1]
    if not bylines.is_named(over) and masthead.is_joined(over, pieces[place]):
        place -= 1
    title, *below = pieces[place:]
    follows = bool(below) and below[0].kind in ("paragraph", "heading")
    if follows and not bylines.is_marked(below[0]) and masthead.is_joined(title, below[0]):
        span = replace(title.span, end=below[0].span.end)
        title, below = replace(title, span=span, lines=title.lines + below[0].lines), below[1:]
    return pieces[:place], [title, *below]


def _zone(pieces: Sequence[Piece]) -> int:
    """Return how many pieces stand above the first sentences of the text."""
    for place, piece in enumerate(pieces[:_MOST_ABOVE]):
        words = len(piece.text.split())
        prose = words >= _PROSE and piece.text[-1:] in '.?!”"’'
        if piece.kind not in ("paragraph", "heading", "caption"):
            return place
        told = masthead.is_credit(piece) or masthead.is_minutes(piece)
        if prose and piece.kind == "paragraph" and not told:
            posted = place == 1 and masthead.is_one(pieces[0])
            deck = place and any(map(bylines.is_marked, pieces[place + 1 : place + 2]))
            if not (posted or deck) or words > _SUMMARY:
                return place
    return min(len(pieces), _MOST_ABOVE)


def _first_sentence(zone: Sequence[Piece]) -> int:
    """Return where the sentences begin, of a summary or of the text: no title stands below."""
    for place, piece in enumerate(zone):
        ended = piece.text[-1:] in ".?!" and piece.kind == "paragraph"
        longest = _longest(piece, zone[place + 1 : place + 2])
        stopped = piece.text.endswith(".") and (not place or _is_furniture(zone[place - 1]))
        asked = (stopped or piece.text.endswith("?")) and bool(piece.brief(longest))
        below = zone[place + 1 : place + (4 if piece.text.endswith("?") else 3)]
        alone = place and all(map(_is_furniture, zone[:place]))  # nothing else can be a title
        named = any(map(masthead.is_series, below[:1]))
        if asked and (
            alone or named or any(bylines.is_marked(one) or bylines.signs(one) for one in below)
        ):
            continue  # a title that asks, or ends with a stop, or a series' name
        posted = place == 1 and masthead.is_one(zone[0])
        if ended and not (masthead.is_furniture(piece) or masthead.is_minutes(piece) or posted):
            return place or 1
    return len(zone)


def _longest(piece: Piece, below: Sequence[Piece]) -> int:
    """Return how many words a title with a stop or a question mark may have.

    Right above "By Ann Moss" it may be two sentences.
    """
    return _LONGEST_TITLE if piece.text.endswith("?") or any(map(_signs, below)) else _STOPPED


def _signs(piece: Piece) -> bool:
    """Tell "By Ann Moss", and "Ann Moss" on a line by itself."""
    return bylines.is_marked(piece) or (piece.kind == "paragraph" and bylines.is_named(piece))


def _weight(zone: Sequence[Piece], place: int, sections: Container[int]) -> float:
    """Return how much speaks for a line being the title, -inf for what never is one.

    Args:
        zone: The lines above the text.
        place: Of the line.
        sections: The levels of the headings in the text.
    """
    piece = zone[place]
    most = _LONGEST_MARKED if piece.kind == "heading" else _LONGEST_TITLE
    text = piece.brief(most).strip(" *_")
    if masthead.is_minutes(piece) and not any(map(masthead.is_minutes, zone[:place])):
        return _MINUTES
    counted = masthead.label(piece)
    named = place + 2 == len(zone) and bylines.is_named(zone[-1])  # "The Green Ledger", "Ann Moss"
    printed = masthead.is_one(piece) and not (counted or (named and not place))
    below_name = place > 0 and masthead.is_series(piece)
    dated_name = masthead.is_dated_name(piece)
    furniture = masthead.is_credit(piece) or printed or below_name or dated_name
    served = bylines.begins(text) or masthead.serves(text) or text[-1:] in ",:"
    dated = date_in(text) or date_in(f"{text} 2000")  # "12 January"
    if not text or furniture or served or dated or _COUNT.search(_before(piece)):
        return -math.inf
    told = (one for one in zone[place + 1 :] if bylines.is_marked(one) or not _is_furniture(one))
    below = list(islice(told, 3))
    shouted = place and text.isupper() and not zone[0].text.isupper()  # as sections may be
    marked = piece.kind == "heading" and not shouted
    weight = {1: 3.0, 2: 2.0}.get(piece.level, 1.0) if marked else 0.0
    weight += 0.5 * (2 <= len(text.split()) <= 14) + 2.0 * bool(bylines.speaker_in(text))
    weight += 1.0 * bool(_IN_MARKS.fullmatch(text))
    over = zone[place - 1] if place and not _is_furniture(zone[place - 1]) else None
    asks = over is not None and over.text.endswith("?")
    if over and len(over.text.split()) >= _SHORTEST and (asks or len(text) > 1.2 * len(over.text)):
        weight -= 1  # what sums up the title above it
    signed = not over and any(map(_signs, below[:1]))
    signed = signed and bool(piece.brief(_longest(piece, below[:1])))
    if text[-1] == "." and not (text.isupper() or signed):
        weight -= 0.5 if is_title(piece) else 2.0
    if counted:
        weight -= 0.5 if counted["title"] else 2
    else:
        weight -= 1.0 * (bylines.is_named(piece) or (text.isupper() and len(text.split()) < 4))
    following = zone[place + 1 : place + 2]
    weight -= 2.0 * any(map(_stands_below_name, following))
    section = piece.kind == "heading" and piece.level in sections
    held = any(masthead.is_container(one) for one in zone[:place])
    number = masthead.label(zone[place - 1]) if place else None
    numbered = number and not (section and number["title"])
    if numbered or (held and not below and not section):
        weight += 2
    for far, one in enumerate(below):
        if bylines.is_marked(one):
            return weight + (3 if far < 2 else 1)
        if far < 2 and bylines.is_named(one):
            return weight + 2.5 - 0.25 * far
    return weight


def _stands_below_name(piece: Piece) -> bool:
    """Tell what follows the name of a body, a site or a series: a report, pages, an issue."""
    issued = bool(_ISSUED.match(piece.text.strip("*_ ")))
    return issued or masthead.is_series(piece) or masthead.is_menu(piece)


def _before(piece: Piece) -> str:
    """Return what stands on the line before a piece: the number of a heading, or nothing."""
    text, start = piece.span.source.text, piece.span.start
    return text[max(text.rfind("\n", 0, start) + 1, start - _NUMBER) : start]


def _is_furniture(piece: Piece) -> bool:
    return masthead.is_furniture(piece) or bool(date_in(piece.brief(10)))


def _is_summary(pieces: Sequence[Piece], place: int, is_set_apart: Callable[[Piece], bool]) -> bool:
    """Tell the lines in italics that editors print below a title.

    A short line is the first question of an interview where the next but one is set like it.
    """
    piece, later = pieces[place], pieces[place + 2 : place + 3]
    apart = piece.kind == "paragraph" and bool(piece.brief(_SUMMARY)) and is_set_apart(piece)
    return apart and not (piece.brief(_SHORT_LINE) and any(map(is_set_apart, later)))


def _is_deck(pieces: Sequence[Piece], place: int) -> bool:
    """Tell the sentences that sum a text up between its title and "By Ann Moss"."""
    between = [one for one in pieces[place + 1 : place + 2] if _is_line(one)]
    following = pieces[place + 1 : place + 2 + len(between)]
    short = pieces[place].kind == "paragraph" and pieces[place].brief(_SUMMARY)
    signed = (
        len(following) > 1 and bylines.is_named(following[0]) and masthead.is_credit(following[1])
    )
    signed = signed or any("," in one.text and bool(bylines.names(one)) for one in following[:1])
    return bool(short) and (signed or any(map(bylines.is_marked, following)))


def _is_point(pieces: Sequence[Piece], place: int) -> bool:
    """Tell what an agency sums up in a list between a headline and "By Ann Moss"."""
    rest = list(dropwhile(lambda one: one.kind == "item", pieces[place : place + _AFTER_TITLE]))
    return pieces[place].kind == "item" and any(map(bylines.is_marked, rest[:1]))


def _leads_to_byline(
    pieces: Sequence[Piece], place: int, is_set_apart: Callable[[Piece], bool]
) -> bool:
    """Tell a caption or a second heading that stands above the byline or the summary."""
    following = pieces[place + 1 : place + 2]
    if pieces[place].kind == "caption":
        return True
    if not following or not (
        bylines.names(following[0])
        or bylines.bare_name(following[0], pieces[place + 2 :], is_set_apart)
    ):
        return False
    if pieces[place].kind == "heading":
        return True
    return is_label(pieces[place]) and bylines.is_marked(following[0])


def _is_dedication(piece: Piece, title: str) -> bool:
    """Tell the title again above a poem, and whom it is for on the line below."""
    return piece.lines == 2 and _same(piece.span.text.splitlines()[0], title)


def _is_occasion(pieces: Sequence[Piece], place: int) -> bool:
    """Tell a line that nothing ends, above prose: "Mayor Ann Moss, at the opening of a bridge".

    There may be several, where one says that it is a speech: "Second Reading", "Speech by …".
    """
    piece = pieces[place]
    lines = list(takewhile(_is_line, pieces[place : place + _HEAD_LINES + 1]))
    if len(lines) <= _HEAD_LINES and any(bylines.is_occasion(one.text) for one in lines):
        return True
    following = next((one for one in pieces[place + 1 :] if not is_label(one)), None)
    if not _is_line(piece) or following is None or following.kind != "paragraph":
        return False
    hails = is_greeting(following.text) and not following.text.startswith(("My ", "To "))
    return hails or not (piece.brief(_SHORTEST) or following.brief(_HEADING_LINE))


def _is_line(piece: Piece) -> bool:
    return piece.kind == "paragraph" and is_label(piece) and not is_greeting(piece.text)


def _parted(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces, a title or a speaker parted from the line below that tells of them."""
    if not pieces:
        return pieces
    first = [part for piece in pieces[:_MOST_ABOVE] for part in _off_furniture(piece)]
    pieces = [*first, *pieces[_MOST_ABOVE:]]
    title, *rest = pieces
    above, below = _lines(title)
    named = below and (
        (below.lines == 1 and (is_person(below.text) or bool(bylines.names(below))))
        or (
            below.lines > 1
            and bylines.is_marked(replace(below, span=_first_line(below.span), lines=1))
        )
    )
    given = any(bylines.is_occasion(one.text) for one in (above, below) if one)
    if above and below and (named or (given and is_title(above))):
        return [above, below, *rest]
    speaker, where = _lines(rest[0]) if rest else (None, None)
    if (
        speaker
        and where
        and is_person(speaker.text.strip("*_ "))
        and bylines.is_occasion(where.text)
    ):
        return [title, speaker, where, *rest[1:]]
    for place, piece in enumerate(pieces[:_HEAD_LINES]):
        line, deck = _lines(piece)
        if line and deck and _is_over_deck(line, deck):
            return [*pieces[:place], line, deck, *pieces[place + 1 :]]
    return pieces


def _first_line(span: Span) -> Span:
    return replace(span, end=span.start + len(span.text.partition("\n")[0]))


def _off_furniture(piece: Piece) -> Sequence[Piece]:
    """Part a last line from lines of the page's head right above it."""
    lines = piece.span.text.splitlines()
    if len(lines) < _PAIR or piece.kind != "paragraph" or masthead.is_line_of_page(lines[-1]):
        return [piece]
    *above, last = lines
    if not all(masthead.is_line_of_page(line) for line in above):
        return [piece]
    end = piece.span.start + len(piece.span.text) - len(last)
    head = replace(piece.span, end=end - 1)
    below = replace(piece.span, start=end + len(last) - len(last.lstrip()))
    return [replace(piece, span=head, lines=len(above)), replace(piece, span=below, lines=1)]


def _is_over_deck(line: Piece, deck: Piece) -> bool:
    """Tell a title from the sentence that sums the text up on the line below it."""
    long = len(deck.text) > max(_DECK, 1.5 * len(line.text))
    shouted = line.text.isupper() and not deck.text.isupper()
    return deck.lines == 1 and (long or shouted) and deck.text[-1] in ".?!" and is_title(line)


def _lines(piece: Piece) -> tuple[Piece, Piece] | tuple[None, None]:
    """Return the first line of a piece and the lines below it, or nothing where it has one."""
    if not 2 <= piece.lines <= _HEAD_LINES:
        return None, None
    span = piece.span
    above, _, below = span.text.partition("\n")
    first = replace(
        piece, span=replace(span, end=span.start + len(above)), lines=1, kind="paragraph"
    )
    return first, replace(
        first, span=replace(span, start=span.end - len(below)), lines=piece.lines - 1
    )


def begins_with_head(pieces: Sequence[Piece]) -> bool:
    """Tell a title with a byline below it, which may also stand below a preface."""
    return len(pieces) > 2 and is_title(pieces[0]) and bool(bylines.names(pieces[1]))


def _title(
    pieces: Sequence[Piece], body: Sequence[Piece], known_title: str
) -> tuple[int, str, str]:
    """Return how many pieces the title takes, the site's name above it, and the title.

    Any other title than the editor's is a heading of the text.
    """
    found = _printed_title(pieces, body)
    if not (found[2] or known_title) and _dateline(pieces):
        return 1, "", _clean(pieces[0])
    other = known_title and found[2] and not _same(found[2], known_title)
    return (0, "", "") if other else found


def _printed_title(pieces: Sequence[Piece], body: Sequence[Piece]) -> tuple[int, str, str]:
    titles = [is_title(piece) for piece in pieces[:2]]
    if _is_signed_section(pieces):
        return 0, "", ""
    deck = 1 + _is_deck(pieces, 1) if len(pieces) > 1 else 1
    below = pieces[deck : deck + 1]
    stopped = bool(pieces) and pieces[0].brief(_longest(pieces[0], below))[-1:] == "."
    signed = any(map(bylines.is_marked, below)) or _is_signed(pieces, body)
    if (stopped and signed) or any(map(masthead.is_minutes, pieces[:1])):
        titles[0] = True
    follows = len(pieces) + len(body)
    if titles[1:] == [True] and follows > 2:
        first = pieces[0].brief(4)
        if first and (first[0].islower() or masthead.is_section(first)):
            return 2, "", _clean(pieces[1])
        if titles[0] and first and _SITE.search(first):
            return 2, first, _clean(pieces[1])
    if titles[:1] == [True] and follows > 1 and not masthead.is_loud_section(pieces[0]):
        return 1, "", _clean(pieces[0])
    return 0, "", ""


def _is_signed_section(pieces: Sequence[Piece]) -> bool:
    """Tell "OPINION" right above "By Ann Moss", which is no title; "By Starlight" may be one."""
    loud = any(map(masthead.is_loud_section, pieces[:1]))
    return loud and any(
        " " in name for one in pieces[1:2] if bylines.is_marked(one) for name in bylines.names(one)
    )


def _is_signed(pieces: Sequence[Piece], body: Sequence[Piece]) -> bool:
    """Tell a first line with a name below it of which the text does not speak."""
    following = [*pieces[2:], *body]
    return len(pieces) > 1 and bool(bylines.bare_name(pieces[1], following, lambda _: False))


def _clean(piece: Piece) -> str:
    """Return a title without the stop that some pages set after it."""
    text = _KIND.sub("", _SLUG.sub("", piece.text))
    posted = _POSTED_POEM.fullmatch(text)
    text = posted["title"] if posted else text
    text = _COUNTED.sub("", text)
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def _same(one: str, other: str) -> bool:
    """Tell whether two titles differ in nothing but case and punctuation."""
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())
