"""Markdown: its blocks as clean words, without marks, links or markup.

The words are written out one block after another into a new text, since the file itself is full
of marks; anchors keep the line of the file for every block. Raw HTML is not interpreted: it
stays the characters it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guides.model import BlockKind, MarkupKind
from guides.readers.inline import Inline, closing, opening, parted, without_signs
from guides.readers.people import is_person
from guides.readers.pieces import Draft, Piece, has_sections, is_bold_line, markup_in
from guides.readers.verse import is_poem, is_verse, may_be_verse
from guides.source import Source, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_TYPED = re.compile(r"[•▪▫◦‣⁃●○■□➢►✓][ \t]*(?=\S)")
_BREAKS = {"softbreak", "hardbreak"}
_WORDS = {"text", "code_inline", "text_special"}
# What is left for other editors: each line of it stays one, so that places in the file hold.
_COMMENT = re.compile(r"[ \t]?<!--.*?-->", re.DOTALL)
# "[^3]" in a text and "[^3]: See the register." below it; notes are printed, and never asked about.
_NOTE_MARK = re.compile(r"\[\^[\w-]{1,20}\](?::\s?)?")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,20}\]:")

_TAIL = re.compile(
    r"\W*(?:related|more from|how we (?:reported|made)|most (?:read|viewed)|you (?:might|may) also"
    r"|read (?:more|next)|correction"
    r"|editor['’]?s?['’]? note|filed under|tag(?:s|ged)\b|comments?\b|\d+ comments|photos?\b"
    r"|illustrations?\b|found this|follow\b|share\b|subscribe|sign up|newsletter|©|\(c\)|published"
    r"|this (?:article|story|piece)|additional reporting|with files|want to|listen|next:|previous"
    r"|if you(?:['’]d)? like this|the full (?:survey|report)|we['’]re a not-for-profit)",
    re.IGNORECASE,
)
_TAIL_WORDS = 60
_ENDED = re.compile(r"[.!?…:][”’\"')\]*_]*\Z")
_INNER_END = re.compile(r"[a-z)][.!?][”’\"')]* [“‘\"'(]?[A-Z]")
_LONG_LINE = 120  # characters
_ANCHOR = re.compile(r"\s*\{[#.][\w-]+\}\Z")  # "Your rights {#rights}"


@dataclass(frozen=True, slots=True)
class _Block:
    """One block in clean words: where it begins in the file, counted from 0, and what it is.

    A stanza's first line may be set in as its others are; the white space is no part of its words.
    """

    text: str
    line: int
    kind: BlockKind
    level: int = 0
    inlines: tuple[Inline, ...] = ()
    quoted: bool = False
    ruled: bool = False  # a rule stands above it
    indent: int = 0  # spaces


@dataclass(slots=True)
class _Place:
    """Where the walk through the tokens is: what is open around the next words."""

    items: int = 0
    quotes: int = 0
    heading: int = 0
    first_of_item: bool = False
    row: list[str] | None = None
    row_line: int = 0
    line: int = 0
    ruled: bool = False


def draft(source: Source) -> Draft:
    """Cut a Markdown text into pieces."""
    # Takes 45 ms to import, and plain-text seeds do without it.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Of a link to anything but a page, the words are kept; `inline` has the say on addresses.
    parser.validateLink = _any_address  # type: ignore[method-assign]
    said = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), without_signs(source.text))
    tokens = parser.parse(said)
    return _written(source, _without_tail(_in_stanzas(list(_blocks(tokens)))))


def _any_address(url: str) -> bool:
    return True


def _in_stanzas(blocks: list[_Block]) -> list[_Block]:
    """Return the blocks of a poem as stanzas: it may be plain from the whole text alone."""
    body = [block for block in blocks if block.kind != "heading"]
    plain = all(block.kind in ("paragraph", "stanza") for block in body)
    if not plain:
        return blocks
    lines = [[line for line in block.text.split("\n") if line.strip()] for block in body]
    verse = [stanza for stanza in lines if is_verse(stanza) or may_be_verse(stanza)]
    mostly = sum(map(_letters, verse)) * 2 > sum(map(_letters, lines))
    if not (mostly or is_poem(lines)):
        return blocks
    return [
        replace(block, kind="stanza") if block.kind == "paragraph" and "\n" in block.text else block
        for block in blocks
    ]


def _letters(lines: Sequence[str]) -> int:
    return sum(map(len, lines))


def _written(source: Source, blocks: Sequence[_Block]) -> Draft:
    """Write the blocks into one text, each with the line on which it begins in the file."""
    first_line = source.position(0)[0]
    texts: list[str] = []
    anchors = [(0, first_line)]
    spans: list[tuple[int, int]] = []
    offset = 0
    for block in blocks:
        if texts:
            offset += 2  # the empty line that parts it from the block before
        anchors.append((offset, first_line + block.line))
        texts.append(" " * block.indent + block.text)
        spans.append((offset + block.indent, offset + len(texts[-1])))
        offset += len(texts[-1])
    clean = Source(source.name, "\n\n".join(texts), tuple(anchors))
    pieces = tuple(
        _piece(clean, block, start, end) for block, (start, end) in zip(blocks, spans, strict=True)
    )
    markup = tuple(
        item
        for block, (start, _) in zip(blocks, spans, strict=True)
        for item in markup_in(clean, start, block.kind, block.inlines)
    )
    return Draft(clean, pieces, marked=has_sections(pieces), markup=markup)


def _piece(clean: Source, block: _Block, start: int, end: int) -> Piece:
    lines = block.text.count("\n") + 1
    piece = Piece(
        span=Span(clean, start, end),
        kind=block.kind,
        level=block.level,
        quoted=block.quoted,
        lines=lines,
    )
    typed = _TYPED.match(block.text) if block.kind == "paragraph" else None
    if typed:  # a bullet that Markdown does not know
        return replace(piece, span=Span(clean, start + typed.end(), end), kind="item", level=1)
    return piece


def _without_tail(blocks: list[_Block]) -> list[_Block]:
    """Leave what a page says of a text below its last rule without numbers.

    That is who wrote it, what was corrected, what else to read: notes in italics, and labels.
    """
    rules = [n for n, block in enumerate(blocks) if block.ruled and n * 2 >= len(blocks)]
    if not rules:
        return blocks
    tail = blocks[rules[-1] :]
    labelled = False
    for block in tail:
        labelled = _is_tail(block) or (labelled and block.kind == "item")
        if not labelled:
            return blocks
    below = [replace(block, kind="caption", level=0) for block in tail]
    return [*blocks[: rules[-1]], *below]


def _is_tail(block: _Block) -> bool:
    set_apart = sum(one.end - one.start for one in block.inlines if one.kind == "emphasis")
    bold = [
        block.text[: one.end] for one in block.inlines if one.kind == "strong" and not one.start
    ]
    labelled = any(":" in block.text[len(words) - 1 : len(words) + 1] for words in bold)
    short = len(block.text.split()) <= _TAIL_WORDS
    told = labelled or any(map(is_person, bold)) or bool(_TAIL.match(block.text))
    return set_apart * 10 >= len(block.text) * 9 or (short and told)


def _blocks(tokens: Sequence[Token]) -> Iterator[_Block]:
    """Yield the blocks that have words, in the order of the file; marked, if below a rule."""
    place = _Place()
    for token in tokens:
        _follow(place, token)
        for block in _ended(place, token):
            yield replace(block, ruled=place.ruled)
            place.ruled = False


def _ended(place: _Place, token: Token) -> Iterator[_Block]:
    """Yield the blocks that end with a token."""
    if token.type == "inline" and place.row is None:
        yield from (replace(b, quoted=place.quotes > 0) for b in _inline(place, token))
    elif token.type in {"fence", "code_block"} and token.content.strip():
        # Verse is often typed as code, since that keeps its lines.
        text = re.sub(r"[ \t]+\n", "\n", token.content).strip("\n").rstrip()
        words = text.lstrip().replace("\n\n", "\n")
        indent = len(text) - len(text.lstrip())
        yield _Block(words, place.line, "stanza", quoted=place.quotes > 0, indent=indent)
    elif token.type == "tr_close" and place.row is not None:
        if any(place.row):
            text, inlines = parted(" | ".join(place.row).strip())
            yield _Block(text, place.row_line, "row", inlines=inlines)
        place.row = None


def _follow(place: _Place, token: Token) -> None:
    """Keep up with what a token opens or closes."""
    if token.map:
        place.line = token.map[0]
    if "_list_" in token.type:
        place.items += token.nesting
    elif token.type == "hr":
        place.ruled = True
    elif token.type.startswith("blockquote"):
        place.quotes += token.nesting
    elif token.type == "list_item_open":
        place.first_of_item = True
    elif token.type == "heading_open":
        place.heading = int(token.tag[1])
    elif token.type == "heading_close":
        place.heading = 0
    elif token.type == "tr_open":
        place.row, place.row_line = [], place.line
    elif token.type == "inline" and place.row is not None:
        place.row.append(" ".join(_marked_text(token).split()))


def _inline(place: _Place, token: Token) -> Iterator[_Block]:
    """Yield the block that a run of inline words makes, if it has any."""
    text, inlines = parted(_lines(_marked_text(token)))
    caption = _picture_words(token)
    if caption or not text:
        if caption:
            yield _Block(caption, place.line, "caption")
        return
    if _FOOTNOTE.match(token.content):
        yield _Block(text, place.line, "caption", 0, inlines)
    elif place.heading:
        said = _ANCHOR.sub("", text.replace("\n", " "))
        yield _Block(said, place.line, "heading", place.heading, inlines)
    elif place.items and place.first_of_item:
        place.first_of_item = False
        yield _Block(text, place.line, "item", place.items, inlines)
    elif is_bold_line(text, inlines):
        yield _Block(text, place.line, "heading", 3, inlines)
    elif cut := _bold_first_line(text, inlines):
        yield _Block(text[:cut], place.line, "heading", 3)
        below = text[cut + 1 :]
        within = _inlines_in(inlines, cut + 1, len(text))
        yield _Block(below, place.line + 1, "paragraph", 0, within)
    elif _is_paragraph_a_line(text):
        yield from _line_by_line(place, text, inlines)
    else:
        kind: BlockKind = "stanza" if _is_stanza(token, text) else "paragraph"
        yield _Block(text, place.line, kind, 0, inlines)


def _bold_first_line(text: str, inlines: Sequence[Inline]) -> int:
    """Return where a first line in bold ends that stands over a paragraph, or 0."""
    first, _, rest = text.partition("\n")
    over = len(rest) > 2 * len(first) and "\n" not in rest
    bold = [one for one in inlines if one.end <= len(first)]
    return len(first) if over and is_bold_line(first, bold) else 0


def _is_paragraph_a_line(text: str) -> bool:
    """Tell paragraphs with no empty line between them from one whose lines were broken.

    They end where a sentence does and have several; who begins a line with each sentence has one.
    """
    lines = text.split("\n")
    ended = all(_ENDED.search(line) and not line[0].islower() for line in lines)
    several = sum(bool(_INNER_END.search(line)) for line in lines)
    long = sum(len(line) >= _LONG_LINE for line in lines)
    return len(lines) > 1 and ended and several * 3 >= len(lines) and long * 2 > len(lines)


def _line_by_line(place: _Place, text: str, inlines: Sequence[Inline]) -> Iterator[_Block]:
    start = 0
    for number, line in enumerate(text.split("\n")):
        end = start + len(line)
        within = _inlines_in(inlines, start, end)
        yield _Block(line, place.line + number, "paragraph", 0, within)
        start = end + 1


def _inlines_in(inlines: Sequence[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """Return what stands in a part of a block, with its places in that part."""
    return tuple(
        replace(one, start=one.start - start, end=one.end - start)
        for one in inlines
        if start <= one.start and one.end <= end
    )


_LOOKS: dict[str, MarkupKind] = {"em": "emphasis", "strong": "strong", "link": "link"}


def _marked_text(token: Token) -> str:
    """Return the words of an inline token, with their signs; a picture in a line says nothing."""
    parts = []
    for child in token.children or []:
        look = _LOOKS.get(child.type.removesuffix("_open").removesuffix("_close"))
        if child.type in _WORDS:
            parts.append(_NOTE_MARK.sub("", child.content))
        elif child.type in _BREAKS:
            parts.append("\n")
        elif look:
            address = str(child.attrs.get("href", ""))
            parts.append(opening(look, address) if child.nesting > 0 else closing(look))
    return "".join(parts)


def _lines(text: str) -> str:
    """Return text without white space at the ends of its lines, and without empty ends."""
    return re.sub(r"[ \t]+\n[ \t]*", "\n", text.strip()).replace("\n\n", "\n")


def _picture_words(token: Token) -> str:
    """Return the description of a picture that stands by itself."""
    children = [child for child in token.children or [] if child.type != "softbreak"]
    alone = children and all(
        child.type in {"image", "link_open", "link_close"} for child in children
    )
    words = [child.content for child in children if child.type == "image"] if alone else []
    return " ".join(" ".join(words).split())


def _is_stanza(token: Token, text: str) -> bool:
    """Tell verse: by its hard line breaks, or by its lines."""
    breaks = [child.type for child in token.children or [] if child.type in _BREAKS]
    if breaks.count("hardbreak") * 2 > len(breaks):
        return True
    return len(breaks) > 1 and is_verse(text.split("\n"))
