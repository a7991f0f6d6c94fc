"""OpenDocument texts: paragraphs, headings, lists and tables of `content.xml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guides.model import BlockKind, MarkupKind
from guides.readers.blocks import Mark, Opened, primary
from guides.readers.inline import marked, without_signs
from guides.readers.zipped import archive, damaged, locked, xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_DC = "{http://purl.org/dc/elements/1.1/}"
# What stands in a paragraph without being words of the text.
_SILENT = frozenset(
    (f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}bookmark", f"{_TEXT}note-citation")
)


@dataclass(slots=True)
class _Walk:
    marks: list[Mark] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    place: int = 0
    looks: dict[str, tuple[MarkupKind, ...]] = field(default_factory=dict)
    quotes: set[str] = field(default_factory=set)

    def add(
        self, text: str, kind: BlockKind = "paragraph", level: int = 0, *, quoted: bool = False
    ) -> None:
        """Add a block, if it has words."""
        lines = [" ".join(line.split()) for line in text.split("\n")]
        text = "\n".join(line for line in lines if line)
        self.place += 1
        if without_signs(text).strip():
            verse = kind == "paragraph" and text.count("\n") >= 2
            self.marks.append(Mark(text, "stanza" if verse else kind, level, self.place, quoted))


def opened(data: bytes, encoding: str = "", chapter: int = 0) -> Opened:
    """Return the words of an OpenDocument text.

    Raises:
        Refused: It is locked, damaged or too heavy.
    """
    found = archive(data)
    names = set(found.namelist())
    if "META-INF/manifest.xml" in names and b"encryption-data" in found.read(
        "META-INF/manifest.xml"
    ):
        raise locked()
    if "content.xml" not in names:
        raise damaged()
    content = xml(found, "content.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise damaged()
    parts = [xml(found, "styles.xml"), content] if "styles.xml" in names else [content]
    styles = [style for part in parts for style in part.iter(f"{_STYLE}style")]
    walk = _Walk(looks=_looks(styles), quotes=_quotes(styles))
    _blocks(walk, body, 0)
    for number, note in enumerate(walk.notes, 1):
        walk.add(f"Note {number}: {note}", "caption")
    title, author, language = _said(xml(found, "meta.xml")) if "meta.xml" in names else ("", "", "")
    author = author if title else ""
    repairs = ("Footnotes were moved below the text.",) if walk.notes else ()
    return Opened(tuple(walk.marks), title, author, language=language, repairs=repairs)


def _looks(styles: Sequence[Element]) -> dict[str, tuple[MarkupKind, ...]]:
    """Return how words of each style stand out, by its name."""
    looks: dict[str, tuple[MarkupKind, ...]] = {}
    for style in styles:
        if style.get(f"{_STYLE}family") != "text":
            continue
        parent = looks.get(style.get(f"{_STYLE}parent-style-name", ""), ())
        looks[style.get(f"{_STYLE}name", "")] = tuple(dict.fromkeys((*_own(style), *parent)))
    return looks


def _quotes(styles: Sequence[Element]) -> set[str]:
    """Return the names of the styles of paragraphs that are quotations."""
    quotes = {"Quotations", "Quote", "Quotation"}
    for style in styles:
        if style.get(f"{_STYLE}parent-style-name", "") in quotes:
            quotes.add(style.get(f"{_STYLE}name", ""))
    return quotes


def _own(style: Element) -> Iterator[MarkupKind]:
    """Yield what a style says itself of how its words stand out."""
    said = style.find(f"{_STYLE}text-properties")
    if said is None:
        return
    if said.get(f"{_FO}font-style") in {"italic", "oblique"}:
        yield "emphasis"
    if said.get(f"{_FO}font-weight") in {"bold", "600", "700", "800", "900"}:
        yield "strong"


def _said(meta: Element) -> tuple[str, str, str]:
    def words(name: str) -> str:
        return next((e.text or "" for e in meta.iter(name)), "").strip()

    author = words(f"{_META}initial-creator") or words(f"{_DC}creator")
    return words(f"{_DC}title"), author, primary(words(f"{_DC}language"))


def _blocks(walk: _Walk, element: Element, depth: int) -> None:
    """Add every block below *element*; *depth* is that of the list it stands in."""
    for part in element:
        if part.tag == f"{_TEXT}h":
            level = part.get(f"{_TEXT}outline-level", "1")
            walk.add(_words(walk, part), "heading", min(int(level), 6) if level.isdigit() else 1)
        elif part.tag == f"{_TEXT}p":
            quoted = part.get(f"{_TEXT}style-name", "") in walk.quotes
            kind: BlockKind = "item" if depth else "paragraph"
            walk.add(_words(walk, part), kind, depth, quoted=quoted)
        elif part.tag == f"{_TEXT}list":
            _blocks(walk, part, depth + 1)
        elif part.tag == f"{_TABLE}table-row":
            cells = [" ".join(_words(walk, cell).split()) for cell in part]
            walk.add(" | ".join(cells) if any(cells) else "", "row")
        elif part.tag not in _SILENT:
            _blocks(walk, part, depth)


def _words(walk: _Walk, element: Element) -> str:
    """Return the words of a paragraph; its footnotes are kept for the end."""
    words = [without_signs(element.text or "")]
    for part in element:
        words += [_inner(walk, part), without_signs(part.tail or "")]
    return "".join(words)


def _inner(walk: _Walk, part: Element) -> str:
    """Return the words of one element inside a paragraph, with the signs around them."""
    if part.tag == f"{_TEXT}line-break":
        return "\n"
    if part.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
        return " "
    if part.tag == f"{_TEXT}note":
        body = part.find(f"{_TEXT}note-body")
        if body is not None:
            walk.notes.append(" ".join(_words(walk, body).split()))
        return ""
    if part.tag in _SILENT:
        return ""
    words = _words(walk, part)
    if part.tag == f"{_TEXT}span":
        for look in walk.looks.get(part.get(f"{_TEXT}style-name", ""), ()):
            words = marked(look, words)
    elif part.tag == f"{_TEXT}a":
        words = marked("link", words, part.get(f"{_XLINK}href", ""))
    return f"{words} " if part.tag == f"{_TEXT}p" else words
