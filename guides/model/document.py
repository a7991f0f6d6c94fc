"""What a file becomes when it is read: blocks with numbers and places, and who wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from guides.problems import Problem
from guides.source import Source, Span

BlockKind = Literal["heading", "paragraph", "item", "stanza", "turn", "row", "caption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item, stanza, turn of talk or table row.

    Attributes:
        kind: What it is on the page.
        number: The number printed in the margin, from 1, running through the whole
            reading; None for what nobody needs to point at (headings, captions).
        span: The words, in `Document.source`.
        sentences: The sentences inside *span*, in order, at least one.
        level: 1-6 for a heading, depth from 1 for a list item, else 0.
        speaker: Who speaks, in a transcript or interview; empty elsewhere.
        quoted: True where the file sets it apart as a quotation of another text.
    """

    kind: BlockKind
    number: int | None
    span: Span
    sentences: tuple[Span, ...]
    level: int = 0
    speaker: str = ""
    quoted: bool = False

    @property
    def text(self) -> str:
        """The words, exactly as they stand in the document's text."""
        return self.span.text


MarkupKind = Literal["emphasis", "strong", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """Words that stand out in their file, or lead somewhere; the text itself has no marks.

    Attributes:
        kind: Emphasis is set in italics, strong in bold.
        span: The words, inside one block.
        url: Where a link leads: an http, https or mailto address; else empty.
    """

    kind: MarkupKind
    span: Span
    url: str = ""


PartKind = Literal["summary", "question", "statement", "pointer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing said in a note of the preface: each question stands alone."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One bullet of the editors' preface, labelled T1, T2, … on the page."""

    label: str
    span: Span
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preface:
    """What the republisher wrote above the article, such as "Giving Compass' Take".

    Attributes:
        heading: The label as printed, which is never the title of the text.
        publisher: Whose voice it is, e.g. ``"Giving Compass"``.
        notes: In order.
    """

    heading: str
    publisher: str
    notes: tuple[Note, ...]

    def parts(self, kind: PartKind) -> Iterator[tuple[Note, Part]]:
        """Yield every part of one kind with the note it stands in."""
        for note in self.notes:
            for part in note.parts:
                if part.kind == kind:
                    yield note, part


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitivityChoice:
    """An editor's decision about a hard topic, which wins over what was found.

    Attributes:
        level: 0 to 3; a level below the one found needs a reason, and is not taken without.
        reason: Why the level was lowered; printed in the facilitator guide.
        content_note: Replaces the note on the handout.
        support_contact: Whom people can turn to; a blank line is printed without it.
        safe_lines: Paragraphs that may be quoted on cards.
        off: Session plans that are not to be used with this text.
        on: Session plans to use although the topic is harder than they were made for.
    """

    level: Literal[0, 1, 2, 3] | None = None
    reason: str = ""
    content_note: str = ""
    support_contact: str = ""
    safe_lines: tuple[int, ...] = ()
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What an editor says about a seed, between ``---`` lines at its top.

    Attributes:
        title: The title of the text, where the text does not give one.
        author: Who wrote it; several names are parted by commas.
        publisher: Who published it first.
        url: Where the whole text can be read.
        date: When it was published, as it should be printed.
        language: A tag such as `en` or `es`; found from the words without it.
        rights: The permission line to print; `cite-only` keeps the reading off the page.
        plan: The id of the session plan that `guides build` uses.
        sensitivity: Your decision about a hard topic.
        glossary: Words to know, each with the definition to print.
        policy_options: Two ways to one end that everyone here shares, for a plan in which people
            argue for both; never whether anyone deserves it.
        about_worth: Write `false` once you have made sure that neither of the two ways is about
            anybody's worth, rights or safety.
        readings: The files that are read together, in this order, as seen from this one; this
            file then has no text of its own.
    """

    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    date: str = ""
    language: str = ""
    rights: str = ""
    plan: str = ""
    sensitivity: SensitivityChoice = SensitivityChoice()
    glossary: dict[str, str] = field(default_factory=dict)
    policy_options: tuple[str, ...] = ()
    about_worth: bool = True
    readings: tuple[str, ...] = ()

    @property
    def cite_only(self) -> bool:
        """True where the reading may not be copied, only pointed at."""
        return self.rights.strip().lower() == "cite-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A seed, read.

    Attributes:
        source: The reading in clean characters; every finding points into it.
        title: As given, else derived from the source line or the first words.
        title_derived: True where the text itself has no title.
        topic: What the source line says the text is about; may be empty.
        authors: Full names, in order; may be empty.
        publisher: Who published it first; may be empty.
        url: Empty or an http(s) address.
        date: As the editor or the file gives it; never guessed.
        language: A primary language tag, ``"en"``; ``"und"`` where it cannot be told.
        blocks: The body, in order, without preface, source line or site furniture.
        preface: The republisher's notes, or None.
        source_line: "Read the full article …", or None.
        excerpt: True where the source line says there is more to read.
        front: The editor's front matter.
        repairs: What was assumed or mended, one sentence each, for `--reading`.
        dropped: Site furniture that is not part of the reading.
        problems: What the editor should put right; never stops the reading.
        markup: What is emphasised or linked, in text order.
        texts: Where several texts are read together, each of them as a document of its own,
            with its numbers and places in the whole; empty for one text.
    """

    source: Source
    title: str
    title_derived: bool
    topic: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    date: str = ""
    language: str = "en"
    blocks: tuple[Block, ...] = ()
    preface: Preface | None = None
    source_line: Span | None = None
    excerpt: bool = False
    front: FrontMatter = FrontMatter()
    repairs: tuple[str, ...] = ()
    dropped: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    markup: tuple[Markup, ...] = ()
    texts: tuple[Document, ...] = ()

    @property
    def cite_only(self) -> bool:
        """True where the reading may not be copied, only pointed at."""
        return self.front.cite_only

    @property
    def text(self) -> str:
        """What offsets in findings count in."""
        return self.source.text

    @property
    def titles(self) -> tuple[str, ...]:
        """Its title, and those of the texts that are read together."""
        return (self.title, *(text.title for text in self.texts))

    @property
    def numbered(self) -> tuple[Block, ...]:
        """The blocks that a question can point at, in the order of their numbers."""
        return tuple(block for block in self.blocks if block.number is not None)
