"""E-books: the chapters of an EPUB, in the order in which they are read."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from guides.readers.blocks import Mark, Opened, Refused, day, primary
from guides.readers.page import Element, blocks, class_rules, tree, with_styles
from guides.readers.zipped import archive, locked, xml

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def opened(data: bytes, encoding: str = "", chapter: int = 0) -> Opened:
    """Return the words of an e-book, or of one of its chapters.

    Args:
        data: The file.
        encoding: Not used: an e-book says how it is encoded.
        chapter: From 1, in the order of reading; 0 for all of them.

    Raises:
        Refused: It is locked, damaged or too heavy, or has no such chapter.
    """
    found = archive(data)
    if "META-INF/encryption.xml" in found.namelist():
        raise locked()
    container = xml(found, "META-INF/container.xml")
    path = next((e.get("full-path", "") for e in container.iter(f"{_CONTAINER}rootfile")), "")
    package = xml(found, path)
    chapters = [marks for marks in _chapters(found, package, path) if marks]
    if chapter > len(chapters):
        hint = f"choose from 1 to {len(chapters)}"
        raise Refused("no-such-chapter", f"the book has no chapter {chapter}", hint)
    chosen = [chapters[chapter - 1]] if chapter else chapters
    marks = [
        replace(mark, place=place)
        for place, mark in enumerate((mark for one in chosen for mark in one), 1)
    ]

    def words(name: str) -> str:
        return ", ".join(" ".join((e.text or "").split()) for e in package.iter(f"{_DC}{name}"))

    title = next((" ".join((e.text or "").split()) for e in package.iter(f"{_DC}title")), "")
    return Opened(
        tuple(marks),
        title,
        words("creator"),
        words("publisher"),
        day(words("date").split(",")[0]),
        primary(words("language").split(",")[0]),
    )


def _chapters(found: zipfile.ZipFile, package: Any, path: str) -> Iterator[list[Mark]]:
    """Yield the blocks of each part of the spine that is text."""
    items = {item.get("id", ""): item for item in package.iter(f"{_OPF}item")}
    names = set(found.namelist())
    sheets = "".join(
        found.read(name).decode("utf-8", errors="replace")
        for name in sorted(names)
        if name.endswith(".css")
    )
    rules = class_rules(sheets)
    read: set[str] = set()
    for reference in package.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or "nav" in item.get("properties", "").split():
            continue
        name = posixpath.normpath(
            posixpath.join(posixpath.dirname(path), unquote(item.get("href", "")))
        )
        if name in read:  # a book that names a page twice has it once
            continue
        if reference.get("linear") != "no" and name in names and _is_text(item.get("media-type")):
            read.add(name)
            page = tree(found.read(name).decode("utf-8", errors="replace"))
            with_styles(page, rules)
            kinds = {kind for one in page.walk() for kind in _kinds(one) if one.tag != "a"}
            if not kinds & _AROUND:
                yield blocks(page, whole=True)[0]


# What a book has around its text; its title comes from the package.
_AROUND = frozenset(("titlepage", "toc", "cover", "copyright-page", "index", "landmarks"))


def _kinds(element: Element) -> list[str]:
    return element.attributes.get("epub:type", "").split()


def _is_text(media_type: str | None) -> bool:
    return media_type in {"application/xhtml+xml", "text/html"}
