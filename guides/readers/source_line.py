"""The line below an excerpt that says where the rest is.

"Read the full article about TOPIC by AUTHOR at PUBLISHER." and its many cousins: another verb,
another order, no author, no full stop, spaces lost. The line is read from its right end, since
a topic can hold any words but a publisher stands last. What cannot be told is left empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guides.readers.people import authors, is_organisation, is_person
from guides.readers.pieces import Piece, trimmed
from guides.source import Span

_LONGEST = 600  # characters
_ABOVE = 50_000  # characters above it that are searched for its words
_LAST = 5  # pieces from the end in which the line is looked for
_LAST_SURE = 15  # the same for a line that names what it leads to; the site's lists may follow it

_WHOLE = r"(?:full|entire|original|complete|whole|rest of (?:the|this)|source)"
_KIND = (
    r"(?:article|stor(?:y|ies)|(?:blog )?post|blog|piece|report|essay|interview|study|op-ed"
    r"|column|editorial|news|feature|text|paper|review|brief|publication|transcript)"
)
# "Read the full article", and looser words that count only where an author or a place follows.
_SURE = re.compile(
    rf"(?:To )?(?:Read|See|View|Find|Continue reading) (?:the |this )?{_WHOLE}\b(?: {_KIND})?",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"(?:Read|Continue|Keep|See|View|Find) (?:more|on|reading|(?:the|this) {_KIND})"
    rf"(?: of (?:the|this) {_KIND})?",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    rf"(?:(?:This|The) {_KIND} |It )?(?:was |is |has been )?(?:(?:first|originally) )?"
    r"(?:appeared|published|republished|posted|excerpted|adapted|reprinted)"
    r"(?: with permission)?(?P<rest>,? (?:at|by|from|in|on) (?:the )?(?-i:[A-Z\d]).*)",
    re.IGNORECASE,
)
_ORIGIN_END = re.compile(
    r"\s(?:under|with|as|and|in|on|by)\s(?![A-Z]\w+(?:\s[A-Z]|\Z))|[,.;:(]\s|\s\d{4}\b|[.,;:]\Z"
)
_SENTENCE = re.compile(r"(?:\A|(?<=[.!?”\"’)…]))\s*(?=[A-Z])")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]]")

_NAME = r"(?=[\"“]?(?:the\s)?(?:[A-Z]|\d+(?:\s[A-Z]|\Z)))"
_AT = re.compile(rf"\s(?P<word>at|from|in|on|via)\s{_NAME}")
_BY = re.compile(rf"\sby\s{_NAME}")
_AT_OR_BY = re.compile(rf"\s(?P<word>at|by|from|in|on)\s{_NAME}")
_ABOUT = re.compile(r"\s(?:about|on|regarding)\s")
# A page that has lost its links has lost the spaces beside them: "abouthousing in 2021atThe Hub".
_LOST_AFTER = re.compile(r"(?:\b(?:about|by|at|from)(?=[A-Z\d])|\Aabout(?=[a-z]))")
_LOST_INSIDE = re.compile(r"(?<=[a-z\d])(?:by|at|from)(?=[A-Z])")
_LOST_BEFORE = re.compile(rf"(?P<word>[^\W_]+?)(?P<lost>at|from|by)(?=\s{_NAME})")
_PUBLICATION = re.compile(
    r"\AThe\b|\b(?:Times|Post|Journal|Review|News|Magazine|Daily|Digest|Today|Press|Report|Weekly"
    r"|Quarterly|Chronicle|Herald|Tribune|Guardian|Gazette|Blog|Medium|Conversation)\b"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """What the line says; empty where it does not."""

    topic: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The line, read.

    Attributes:
        span: Its place.
        credit: What it says.
        url: The address in it, or an empty text.
        more: True where it says that there is more to read.
    """

    span: Span
    credit: Credit
    url: str = ""
    more: bool = True

    @property
    def ends_the_text(self) -> bool:
        """True where the line says so much that nothing of the article can follow."""
        said = self.credit
        return self.more and bool(said.publisher and (said.topic or said.authors))


def part(pieces: Sequence[Piece]) -> tuple[list[Piece], SourceLine | None, list[Span]]:
    """Part a text from its source line; of several lines, the last is meant.

    Returns:
        The text, the line, and the places of what the site printed below the line.
    """
    last = len(pieces) - 1
    for index in range(last, max(-1, last - _LAST_SURE), -1):
        line = _line_in(pieces[index].span)
        if line is None or (last - index >= _LAST and not line.ends_the_text):
            continue
        text = _without(pieces[: index + 1], line.span)
        below = pieces[index + 1 :]
        if text and line.ends_the_text:
            return text, line, [piece.span for piece in below]
        if text or below:
            return [*text, *below], line, []
    return list(pieces), None, []


def is_source_line(text: str) -> bool:
    """Tell whether a line leads to the rest of this text, and not to another one."""
    return bool(_SURE.match(text))


def _without(pieces: Sequence[Piece], span: Span) -> list[Piece]:
    """Return the pieces without the source line, which is the end of the last one."""
    before = trimmed(Span(span.source, pieces[-1].span.start, span.start))
    left = [replace(pieces[-1], span=before)] if before.text else []
    return [*pieces[:-1], *left]


def _line_in(span: Span) -> SourceLine | None:
    """Return the line that is the whole of *span* or its last sentence."""
    tail = Span(span.source, max(span.start, span.end - _LONGEST), span.end)
    for match in _SENTENCE.finditer(tail.text):
        place = Span(span.source, tail.start + match.end(), span.end)
        line = _parse(place)
        # A paragraph may say in passing where something was published.
        if line and (place.start == span.start or _SURE.match(place.text)):
            return line
    return None


def _parse(span: Span) -> SourceLine | None:
    """Read the line, or return None where it only looks like one."""
    text = " ".join(span.text.split())
    found = _ADDRESS.search(text)
    address = found[0] if found else ""
    sure, origin = _SURE.match(text), _ORIGIN.match(text)
    if head := sure or _LOOSE.match(text):
        credit = _credit(_spaced(_ADDRESS.sub("", text[head.end() :]), span))
        if sure or credit.authors or credit.publisher:
            return SourceLine(span, credit, address)
    first = _origin(_ADDRESS.sub("", origin["rest"])) if origin else None
    return None if first is None else SourceLine(span, first, address, more=False)


def _origin(rest: str) -> Credit | None:
    """Read what follows "originally published", such as ``" by A in B under a licence"``.

    None where it names nobody: "first published in 2019".
    """
    places = list(_AT_OR_BY.finditer(rest))
    if not places:
        return None
    first, *more = places
    second = next((place for place in more if place["word"] != "by"), None)
    if first["word"] == "by" and second and is_person(rest[first.end() : second.start()]):
        name, publisher = rest[first.end() : second.start()], rest[second.end() :]
        return Credit("", (name,), _named(_ORIGIN_END.split(publisher, maxsplit=1)[0]))
    return Credit(publisher=_named(_ORIGIN_END.split(rest[first.end() :], maxsplit=1)[0]))


def _spaced(rest: str, span: Span) -> str:
    """Return the line's end with lost spaces put back, where the text shows that they were."""
    rest = f" {_LOST_AFTER.sub(lambda m: f'{m[0]} ', rest.strip(' .,:;!…→»>[]()'))}"
    if _AT.search(rest):
        return rest
    above = span.source.text[max(0, span.start - _ABOVE) : span.start]

    def parted(match: re.Match[str]) -> str:
        word = match["word"]
        of_a_name = word[:1].isupper() and _BY.search(match.string, 0, match.start())
        known = word.isdigit() or of_a_name or re.search(rf"\b{word}\b", above, re.IGNORECASE)
        return f"{word} {match['lost']}" if known else match[0]

    rest = _LOST_INSIDE.sub(lambda m: f"{m[0]} ", rest)
    return _LOST_BEFORE.sub(parted, _LOST_BEFORE.sub(parted, rest))  # "by", then what follows it


# ---------------------------------------------------------------- what it says


def _credit(rest: str) -> Credit:
    """Read what follows "Read the full article"; *rest* begins with a space."""
    by = list(_BY.finditer(rest))
    if not by:
        return _without_author(rest)
    last = next((one for one in reversed(by) if _AT.search(rest, one.end())), by[-1])
    topic, after = _topic(rest[: last.start()]), rest[last.end() :]
    place, turn = _AT.search(after), _ABOUT.search(after)
    if not topic and turn and (not place or turn.start() <= place.start()):
        return _topic_last(after[: turn.start()], turn[0].strip(), after[turn.end() :])
    if place:
        return Credit(topic, authors(after[: place.start()]), _named(after[place.end() :]))
    names, _, end = after.rpartition(", ")
    if is_person(names) and not is_person(end):  # "by A. Moss, Shelterforce"
        return Credit(topic, (names,), _named(end))
    return Credit(topic, authors(after))


def _topic_last(names: str, turn: str, rest: str) -> Credit:
    """Read "by AUTHOR about TOPIC from PUBLISHER"."""
    places = list(_AT.finditer(rest))
    if places:
        topic, publisher = rest[: places[-1].start()], rest[places[-1].end() :]
        return Credit(topic, authors(names), _named(publisher))
    if turn == "on" and rest[:1].isupper():  # "by A on Medium" names a place, not a topic
        return Credit("", authors(names), _named(rest))
    return Credit(rest, authors(names))


def _without_author(rest: str) -> Credit:
    """Read "about TOPIC at PUBLISHER", in which an organisation may stand for an author."""
    place = _best_place(rest)
    if not place:
        return Credit(_topic(rest))
    before, publisher = rest[: place.start()], _named(rest[place.end() :])
    source = re.search(r"\sfrom\s(?P<who>(?:the\s)?[A-Z][^,]*)\Z", before)
    if source and is_organisation(source["who"]):
        return Credit(_topic(before[: source.start()]), (_named(source["who"]),), publisher)
    return Credit(_topic(before), (), publisher)


def _best_place(rest: str) -> re.Match[str] | None:
    """Return the "at" before the publisher; "in" and "on" need the name of a publication."""
    places = list(_AT.finditer(rest))
    for word in ("at", "via", "from"):
        found = [place for place in places if place["word"] == word]
        if found:
            return found[-1]
    for place in reversed(places):
        if place.start() == 0 or _PUBLICATION.search(rest[place.end() :]):
            return place
    return None


def _topic(text: str) -> str:
    """Return the words behind "about"."""
    about = _ABOUT.match(f"{text} ") or re.search(r"\sabout\s", text)
    return text[about.end() :].strip(" ,") if about else ""


def _named(text: str) -> str:
    """Return a name without what surrounds it; a small "the" is not part of it."""
    return text.strip(' .,;:"“”').removeprefix("the ")
