"""Foreign formats, opened in a process of their own that can be killed.

Word processors and web pages carry far more than words. Their files are read by `inside`, in
another process with little memory, little time and no way to other files or the network; only
its blocks come back and are made a draft here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from guides.problems import Failed, Problem
from guides.readers.blocks import KINDS, Mark, Opened, Refused
from guides.readers.decode import clean
from guides.readers.inline import Inline, parted
from guides.readers.pieces import Draft, Piece, Said, has_sections, is_bold_line, markup_in
from guides.readers.text import list_marks
from guides.readers.zipped import damaged, heavy
from guides.source import Source, Span

LARGEST = 50_000_000  # bytes; pictures weigh, words do not
_SECONDS = 30  # by the clock; the limit inside is 20 of processor time
READERS = {
    ".docx": "docx", ".odt": "odt", ".rtf": "rtf", ".epub": "epub", ".pdf": "pdf",
    ".html": "page", ".htm": "page", ".xhtml": "page",
}  # fmt: skip
_UNITS = {".pdf": "page "}


def draft(name: str, ending: str, data: bytes, encoding: str = "", chapter: int = 0) -> Draft:
    """Return the pieces of a foreign file.

    Raises:
        Failed: It cannot be opened, or there are no words in it.
    """
    try:
        found = _opened(READERS[ending], data, encoding, chapter)
    except Refused as refused:
        problem = Problem(refused.code, refused.message, name=name, hint=refused.hint)
        raise Failed([problem]) from refused
    return _drafted(name, _UNITS.get(ending, "¶"), found)


def _opened(module: str, data: bytes, encoding: str, chapter: int) -> Opened:
    if len(data) > LARGEST:
        raise heavy()
    if not data:
        raise damaged()
    command = [sys.executable, "-m", "guides.readers.inside", module, encoding, str(chapter)]
    root = str(Path(__file__).parents[2])
    places = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    environment = {**os.environ, "PYTHONPATH": places, "PYTHONIOENCODING": "utf-8"}
    try:
        ran = subprocess.run(  # noqa: S603  our own module; the file comes on its stdin
            command, input=data, capture_output=True, timeout=_SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise heavy() from error
    if ran.returncode:
        raise heavy()  # killed by one of its limits
    return _understood(json.loads(ran.stdout))


def _understood(answer: dict[str, Any]) -> Opened:
    if "refused" in answer:
        code, message, hint = answer["refused"]
        raise Refused(code, message, hint)
    marks = tuple(Mark(**mark) for mark in answer.pop("marks"))
    return Opened(marks, **{**answer, "repairs": tuple(answer["repairs"])})


def _drafted(name: str, unit: str, found: Opened) -> Draft:
    """Write the marks into one clean text."""
    repairs = dict.fromkeys(found.repairs)
    texts: list[str] = []
    marks: list[Mark] = []
    inlines: list[tuple[Inline, ...]] = []
    for each in found.marks:
        mark = each
        text, mended = clean(mark.text)
        text, inside = parted("\n".join(ln.strip() for ln in text.split("\n") if ln.strip()))
        if text and mark.kind == "paragraph" and is_bold_line(text, inside):
            mark = replace(mark, kind="heading", level=3)
        if text and mark.kind in KINDS:
            repairs.update(dict.fromkeys(mended))
            texts.append(text)
            marks.append(mark)
            inlines.append(inside)
    whole = "\n\n".join(texts)
    starts = _starts(texts)
    anchors = tuple((start, mark.place) for start, mark in zip(starts, marks, strict=True))
    source = Source(name, whole, anchors or ((0, 1),), unit)
    typed = list_marks(whole)  # "• " that somebody typed, as in plain text
    pieces = tuple(
        _piece(source, mark, start, start + len(text), typed.get(start, 0))
        for mark, start, text in zip(marks, starts, texts, strict=True)
    )
    markup = tuple(
        item
        for mark, start, inside in zip(marks, starts, inlines, strict=True)
        for item in markup_in(source, start, mark.kind, inside)
    )
    return Draft(
        source,
        pieces,
        markup=markup,
        marked=has_sections(pieces),
        repairs=tuple(repairs),
        said=Said(found.title, found.author, found.publisher, found.date, found.language),
    )


def _starts(texts: Sequence[str]) -> list[int]:
    starts, offset = [], 0
    for text in texts:
        starts.append(offset)
        offset += len(text) + 2  # the empty line between two blocks
    return starts


def _piece(source: Source, mark: Mark, start: int, end: int, typed: int) -> Piece:
    piece = Piece(
        span=Span(source, start, end),
        kind=mark.kind,
        level=mark.level,
        quoted=mark.quoted,
        lines=source.text.count("\n", start, end) + 1,
    )
    if typed and mark.kind == "paragraph":
        return replace(piece, span=Span(source, start + typed, end), kind="item", level=1)
    return piece
