"""What a file format says about a text, before anything is understood.

Each format has a reader that cuts its text into pieces, in order; what the pieces mean (which
of them is the title, the preface, a turn of talk) is worked out afterwards, in the same way for
every format.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guides.model import BlockKind, Markup
from guides.readers.inline import Inline
from guides.source import Source, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block to be: a range of the source and what its format says it is.

    Attributes:
        span: The words, without the list mark or the speaker's label before them.
        kind: What is known so far.
        level: As in `Block`.
        speaker: As in `Block`.
        quoted: As in `Block`.
        lines: How many lines of the file it takes.
    """

    span: Span
    kind: BlockKind = "paragraph"
    level: int = 0
    speaker: str = ""
    quoted: bool = False
    lines: int = 1

    @property
    def text(self) -> str:
        """The words as one line."""
        return " ".join(self.span.text.split())

    def brief(self, words: int) -> str:
        """Return the words as one line, or an empty text where there are more than *words*."""
        if self.span.end - self.span.start > 40 * words:
            return ""  # so that a text on one endless line is not split again and again
        found = self.span.text.split()
        return " ".join(found) if len(found) <= words else ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of itself in its properties; empty where it says nothing.

    Attributes:
        title: As the next ones, not yet looked at: a program may have made it up.
        author: One or more names, parted by commas.
        publisher: Who published it.
        date: When, as the file gives it.
        language: A primary tag, ``"en"``.
    """

    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text cut into pieces.

    Attributes:
        source: The words that the pieces point into.
        pieces: In order, none empty, none overlapping.
        marked: True where headings are marked in the text, so that none need be guessed.
        repairs: As in `Document`.
        markup: Emphasis and links, in the order of the text.
        said: What the file says of itself.
    """

    source: Source
    pieces: tuple[Piece, ...]
    marked: bool = False
    repairs: tuple[str, ...] = ()
    markup: tuple[Markup, ...] = ()
    said: Said = Said()


def has_sections(pieces: Sequence[Piece]) -> bool:
    """Tell whether a text's headings are marked; a title alone says nothing of what is below."""
    return any(piece.kind == "heading" for piece in pieces[1:])


def markup_in(source: Source, start: int, kind: BlockKind, found: Sequence[Inline]) -> list[Markup]:
    """Return what stands out in a block that begins at *start*; all of a heading is strong."""
    kept = [item for item in found if kind != "heading" or item.kind != "strong"]
    spans = [Span(source, start + item.start, start + item.end) for item in kept]
    return [
        Markup(kind=item.kind, url=item.url, span=span)
        for item, span in zip(kept, spans, strict=True)
    ]


def is_bold_line(text: str, found: Sequence[Inline]) -> bool:
    """Tell a short line that is all in bold, which is how many people make a heading.

    A question is more often asked, in an interview, than it is a heading.
    """
    whole = any(one.kind == "strong" and (one.start, one.end) == (0, len(text)) for one in found)
    # "Learning outcomes:" stands over a list; a longer line with a colon begins a sentence.
    label = text[-1:] == ":" and 3 < len(text) <= 40
    return whole and "\n" not in text and len(text) <= 80 and (label or text[-1] not in ".,;:?!")


def trimmed(span: Span) -> Span:
    """Return *span* without white space at its ends."""
    text = span.text
    start = span.start + len(text) - len(text.lstrip())
    return Span(span.source, start, max(start, span.start + len(text.rstrip())))
