"""Bytes to a document: one reader for each kind of file.

A reader cuts its format into pieces (`text.py`, `markdown.py`); what the pieces mean is worked
out in the same way for all of them (`assemble.py`). A new format is a function from a text to a
`Draft`, a line in `_drafts` and its endings in `SUFFIXES`. Foreign formats (Word, PDF, e-books, web
pages) are opened in a process of their own (`apart.py`), by a module with a function `opened` and
a line in `apart.READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from guides.problems import Failed, Problem

if TYPE_CHECKING:
    from guides.model import Document
    from guides.readers.pieces import Draft
    from guides.readers.several import Fetch
    from guides.source import Source

FOREIGN = (".docx", ".odt", ".rtf", ".epub", ".pdf", ".html", ".htm", ".xhtml")
SUFFIXES = (".txt", ".text", ".md", ".markdown", *FOREIGN)


def _drafts() -> dict[str, Callable[[Source], Draft]]:
    """Return what cuts a file into pieces, by its suffix.

    The readers are imported here: whoever only asks which files are seeds need not wait.
    """
    from guides.readers import markdown, text

    plain, marked = text.draft, markdown.draft
    return {".txt": plain, ".text": plain, ".md": marked, ".markdown": marked}


def read(
    name: str, data: bytes, encoding: str = "", chapter: int = 0, fetch: Fetch | None = None
) -> Document:
    """Return the document in a file, or in the files that its front matter names.

    Args:
        name: The path as its author would type it; its suffix says what kind of file it is.
        data: All of the file.
        encoding: Its character set, where the user says so; found from the bytes without it.
        chapter: Of an e-book, from 1; 0 for all of it.
        fetch: Gives the files that a seed names as its readings; without it there are none.

    Raises:
        Failed: Nothing can be read: not a kind of file that we know, not text, or empty.
    """
    from guides.readers.assemble import document
    from guides.readers.decode import decode
    from guides.readers.front import separate

    ending = PurePosixPath(name).suffix.lower()
    if ending in FOREIGN:
        return _foreign(name, ending, data, encoding, chapter)
    draft = _drafts().get(ending)
    if draft is None:
        raise Failed([_unknown(name)])
    decoded = decode(name, data, encoding)
    front, source, problems = separate(name, decoded.text)
    if front.readings:
        if fetch is None:  # the seed that names this one as a reading
            raise Failed([_nested(name)])
        return _several(decoded.text, source, encoding, fetch, problems)
    drafted = draft(source)
    if not drafted.pieces:
        raise Failed([*problems, _nothing_to_read(name)])
    return document(drafted, front, decoded.repairs, problems)


def _several(
    text: str, below: Source, encoding: str, fetch: Fetch, problems: Sequence[Problem]
) -> Document:
    """Return the document that several files make together."""
    from guides.readers import several
    from guides.readers.front import located

    front = located(below.name, text)
    if front is None:  # cannot be: it has readings
        raise Failed(problems)
    return several.document(
        front, below, fetch, lambda file: read(file.name, file.data, encoding), problems
    )


def _nested(name: str) -> Problem:
    hint = "name those files here instead"
    return Problem("nested-readings", "it names readings of its own", name=name, hint=hint)


def _foreign(name: str, ending: str, data: bytes, encoding: str, chapter: int) -> Document:
    """Return the document in a file that is opened in a process of its own."""
    from guides.model import FrontMatter
    from guides.readers import apart
    from guides.readers.assemble import document

    drafted = apart.draft(name, ending, data, encoding, chapter)
    if not drafted.pieces:
        raise Failed([_nothing_to_read(name)])
    return document(drafted, FrontMatter())


def _unknown(name: str) -> Problem:
    suffix = PurePosixPath(name).suffix
    message = (
        f"files that end in `{suffix}` cannot be read" if suffix else "what kind of file is this?"
    )
    hint = f"save it as one of {', '.join(SUFFIXES)}"
    return Problem("unknown-kind", message, name=name, hint=hint)


def _nothing_to_read(name: str) -> Problem:
    hint = "add the reading below the front matter"
    return Problem("empty-file", "there is no text in this file", name=name, hint=hint)
