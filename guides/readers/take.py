"""What a republisher wrote above an article: "Giving Compass' Take" and its relatives.

A heading that names whose view it is, then one to a few notes: what the article says, questions
for readers, something else to read. Bullets may be of any kind, or lost from some or all of the
notes; the article begins right below, without a sign. The notes are never the author's words,
so where it is not sure that a paragraph is one, it belongs to the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guides.model import Note, Part, PartKind, Preface
from guides.readers.pieces import Piece, trimmed
from guides.readers.source_line import is_source_line
from guides.sentences import split
from guides.source import Span

_FIRST = 8  # pieces from the top in which the heading is looked for
_MOST = 8  # notes
_LONGEST = 45  # words in a note that has lost its bullet

_WORDS = r"[A-Z\d][\w.&’'-]*(?: (?:of|the|for|and|on|in|at|de|&|[A-Z\d][\w.&’'-]*)){0,7}?"
_KIND = (
    r"(?:[Tt]ake(?:aways?)?|[Vv]iew|[Pp]erspective|[Ii]ntroduction|[Nn]otes?|[Ss]ummary|[Oo]verview"
    r"|[Cc]omment(?:ary)?|[Aa]nalysis|[Pp]reface)"
)
_ABOUT = re.compile(r"(?:What|Who) (?:is|are) (?P<site>[A-Z][^?]{1,50})\?")
_HEADING = re.compile(
    rf"(?P<heading>(?P<who>{_WORDS})(?P<whose>['’]s?|(?<=Our|our)) (?P<kind>{_KIND}))"
    rf"(?P<colon>\s*:)?(?P<rest>.*)|(?P<bare>(?P<site>{_WORDS}) Takes?):(?P<after>.*)",
    re.DOTALL,
)
_EDITOR = re.compile(r"(?:The |From the )?(?P<editor>[Ee]ditors?)\Z|(?P<we>Our)\Z")

_POINTER = re.compile(
    r"(?:(?:To )?(?:Learn|Read|See|Check out|Explore|Discover|Find out|Find|Browse|Watch|Listen"
    r"|Download|Visit|View|Take a look|Dive|Click)\b|Here(?:['’]s|\s(?:is|are))\s(?:an?|how|why"
    r"|what|where|some|more|the|one|another|two|three)\b|For (?:an?|another|more|further|one)\b"
    r"|(?:Also|Related|See also|Additional resources?|Further reading)\b)"
)
# Whom the site's own questions are for; among notes without bullets, less will do.
_GIVERS = re.compile(
    r"\b(?:donors?|funders?|philanthrop\w*|givers?|giving|grantmak\w+|nonprofits?)\b"
)
_ADDRESSED = re.compile(
    rf"{_GIVERS.pattern}|\b(?:you|your|we|our)\b"
    r"|^(?:How|What|In what ways?|Which|Where) (?:can|could|might|should|else|are|is|other|ways?)\b"
)
_BULLETS = re.compile(r"(?:\A|\s)•\s*")
_CLOSERS = "\"'”’)] "


@dataclass(frozen=True, slots=True)
class Found:
    """A preface and what is left when it is taken out.

    Attributes:
        preface: The heading and the notes.
        above: The pieces before the heading: perhaps the article's title.
        below: The article.
    """

    preface: Preface
    above: list[Piece]
    below: list[Piece]


@dataclass(frozen=True, slots=True)
class _Heading:
    """The line above the notes: as printed, whose voice it is, and what follows on the line."""

    text: str
    publisher: str
    kind: str
    rest: Span
    marked: bool


def find(pieces: Sequence[Piece], about: Span | None = None) -> Found | None:
    """Return the preface near the top of a text.

    Args:
        pieces: Without furniture.
        about: Where the site spoke of itself; all that stands between the heading and this is
            the site's.
    """
    if about and (unheaded := _unheaded(pieces, about)):
        return unheaded
    for index, piece in enumerate(pieces[:_FIRST]):
        heading = _heading(piece)
        if heading is None or not (heading.marked or _is_item(pieces, index + 1)):
            continue
        end = _end_of_notes(pieces, index + 1, heading, about)
        spans = [heading.rest, *(note.span for note in pieces[index + 1 : end])]
        spans = [note for span in spans for note in _flattened(span)]
        if spans and end < len(pieces):
            notes = tuple(_note(number, span, heading) for number, span in enumerate(spans, 1))
            preface = Preface(heading=heading.text, publisher=heading.publisher, notes=notes)
            return Found(preface, list(pieces[:index]), list(pieces[end:]))
    return None


def _unheaded(pieces: Sequence[Piece], about: Span) -> Found | None:
    """Return a preface that has lost its heading: points with a question, above the article.

    Only where the site spoke of itself above them; it is their heading then.
    """
    site = _ABOUT.search(about.text)
    end = next((at for at, piece in enumerate(pieces) if piece.kind != "item"), 0)
    asked = any(piece.text.rstrip(_CLOSERS).endswith("?") for piece in pieces[:end])
    if not site or not asked or end > _MOST or pieces[0].span.start < about.end:
        return None
    heading = _Heading(site["site"], site["site"], "take", about, marked=True)
    notes = tuple(_note(at, piece.span, heading) for at, piece in enumerate(pieces[:end], 1))
    return Found(
        Preface(heading=heading.text, publisher=site["site"], notes=notes), [], list(pieces[end:])
    )


def _flattened(span: Span) -> list[Span]:
    """Return the notes in a range; some pages set all of them on one line, bullets between."""
    starts = [span.start, *(span.start + found.end() for found in _BULLETS.finditer(span.text))]
    ends = [*(span.start + found.start() for found in _BULLETS.finditer(span.text)), span.end]
    notes = [trimmed(Span(span.source, *place)) for place in zip(starts, ends, strict=True)]
    return [note for note in notes if note.text]


def _heading(piece: Piece) -> _Heading | None:
    """Read a line such as "Giving Compass' Take:", "The Hub’s Take" or "Editor's note: …"."""
    start = piece.span.text[:120]
    match = _HEADING.match(start)
    if not match:
        return None
    printed, who = match["heading"] or match["bare"], match["who"] or match["site"]
    after = piece.span.start + match.start("rest" if match["heading"] else "after")
    rest = trimmed(Span(piece.span.source, after, piece.span.end))
    marked = bool(match["bare"] or match["colon"])
    if rest.text and not marked:
        return None
    kind = (match["kind"] or "Take").lower()
    if not marked and kind != "take":
        return None  # "A Doctor's View" is more likely the title
    editor = _EDITOR.match(who)
    plural = editor and (editor["we"] or who.endswith("s") or match["whose"] == "'")
    publisher = f"the editor{'s' if plural else ''}" if editor else who.removeprefix("From ")
    return _Heading(printed, publisher, kind, rest, marked)


# ---------------------------------------------------------------- where the notes end


def _end_of_notes(
    pieces: Sequence[Piece], first: int, heading: _Heading, about: Span | None
) -> int:
    """Return the index of the first piece of the article."""
    last = min(len(pieces), first + _MOST)
    if about and (border := _border(pieces[:last], first, about)):
        return border
    end = first
    while end < last and _is_item(pieces, end):
        end += 1
    bulleted = end > first
    if not bulleted and not heading.rest.text:
        end += 1  # the first note needs no sign
    if heading.kind.startswith("note"):
        return end
    return _end_of_bare_notes(pieces[:last], end, bulleted=bulleted)


def _end_of_bare_notes(pieces: Sequence[Piece], end: int, *, bulleted: bool) -> int:
    """Return where the notes end that have lost their bullets; what leads elsewhere is the last."""
    asked = _GIVERS if bulleted else _ADDRESSED
    while end < len(pieces) - 1 and not _POINTER.match(pieces[end - 1].brief(_LONGEST)):
        if _is_note(pieces[end], asked):
            end += 1
        elif not bulleted and pieces[end].brief(_LONGEST) and _is_note(pieces[end + 1], asked):
            end += 2
        else:
            break
    return end


def _border(pieces: Sequence[Piece], first: int, about: Span) -> int:
    """Return the index of the first piece below *about* if only notes stand above it, else 0."""
    border = next((i for i in range(first, len(pieces)) if pieces[i].span.start > about.end), 0)
    bare = [piece for piece in pieces[first:border] if piece.kind != "item"]
    notes = all(piece.brief(_LONGEST) for piece in bare)
    mixed = 1 < len(bare) < border - first
    article = any(not is_source_line(piece.text) for piece in pieces[border:])
    return border if border > first and notes and not mixed and article else 0


def _is_item(pieces: Sequence[Piece], index: int) -> bool:
    return index < len(pieces) and pieces[index].kind == "item"


def _is_note(piece: Piece, asked: re.Pattern[str]) -> bool:
    """Tell a note that has lost its bullet: it leads elsewhere, or asks the site's readers."""
    text = piece.brief(_LONGEST)
    if not text or is_source_line(text):
        return False
    if text.rstrip(_CLOSERS).endswith("?"):
        return bool(asked.search(text)) and len(split(text)) <= 3
    return bool(_POINTER.match(text)) and len(split(text)) == 1 and not text.endswith(":")


# ---------------------------------------------------------------- what the notes say


def _note(number: int, span: Span, heading: _Heading) -> Note:
    """Return a note with everything said in it."""
    opens = number == 1 and not heading.kind.startswith("note")
    return Note(label=f"T{number}", span=span, parts=tuple(_parts(span, opens=opens)))


def _parts(span: Span, *, opens: bool) -> Iterator[Part]:
    """Yield what a note says, each question by itself; the first note opens with a summary."""
    summary: list[Span] = []
    for start, end in split(span.text):
        sentence = Span(span.source, span.start + start, span.start + end)
        kind = _kind(sentence.text)
        if opens and kind == "statement":
            summary.append(sentence)
            continue
        if summary:
            yield _whole(summary)
            summary.clear()
        opens = False
        yield Part(kind=kind, span=sentence)
    if summary:
        yield _whole(summary)


def _whole(sentences: Sequence[Span]) -> Part:
    """Return several sentences as one summary."""
    return Part(
        kind="summary", span=Span(sentences[0].source, sentences[0].start, sentences[-1].end)
    )


def _kind(sentence: str) -> PartKind:
    if sentence.rstrip(_CLOSERS).endswith("?"):
        return "question"
    return "pointer" if _POINTER.match(sentence) else "statement"
