"""Texts and places in them.

Every word a guide prints and every complaint it makes can be traced to a place
in a file. This module is that thread: a `Source` is one text, a `Span` is a
range of it. Lines and columns are worked out only when somebody asks.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One text and where it came from.

    Attributes:
        name: The path as its author would type it, with forward slashes.
        text: The text in clean characters, lines ended by ``"\\n"``.
        anchors: ``(offset, line)`` pairs, ascending: the character at *offset* stands on
            *line* (1-based) of the file. One pair is enough for a text that is the file
            itself; a reader that leaves something out adds a pair where the text resumes.
        unit: What the numbers of *anchors* count where the file has no lines: ``"¶"`` or
            ``"page "``; empty for lines.
        files: ``(offset, source)`` pairs, ascending, where the text is joined from several
            files: the text of each stands at its offset. Places are then looked up in the file.
    """

    name: str
    text: str
    anchors: tuple[tuple[int, int], ...] = ((0, 1),)
    unit: str = ""
    files: tuple[tuple[int, Source], ...] = ()

    def file_at(self, offset: int) -> tuple[int, Source]:
        """Return the file that the character at *offset* comes from, and where it begins here."""
        if not self.files:
            return 0, self
        index = bisect_right(self.files, offset, key=lambda file: file[0]) - 1
        return self.files[max(index, 0)]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column, in the file, of the character at *offset*.

        Where *unit* is set, the first is a paragraph or page, the second a character in it.
        """
        if self.files:
            begins, file = self.file_at(offset)
            return file.position(offset - begins)
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor[0]) - 1
        start, line = self.anchors[max(index, 0)]
        before = self.text[start:offset]
        if self.unit:
            return line, len(before) + 1
        return line + before.count("\n"), len(before) - (before.rfind("\n") + 1) + 1

    def line_at(self, offset: int) -> str:
        """Return the whole line that holds the character at *offset*, without its end."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return self.text[start : len(self.text) if end < 0 else end]


@dataclass(frozen=True, slots=True)
class Span:
    """A range of a text, ``source.text[start:end]``; empty where only a place is meant."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words in the range, exactly as they stand in the source."""
        return self.source.text[self.start : self.end]

    @property
    def file(self) -> Source:
        """The file that the range starts in: the source itself, or one that it is joined from."""
        return self.source.file_at(self.start)[1]

    @property
    def place(self) -> str:
        """The start of the range as ``name:line:column``, clickable in editors.

        In a file without lines it is ``name:¶12`` or ``name:page 3``.
        """
        line, column = self.source.position(self.start)
        file = self.file
        return f"{file.name}:{file.unit}{line}" if file.unit else f"{file.name}:{line}:{column}"
