"""Everybody whom a text names, ready to be asked who stands where.

Built once for a document and asked for every quotation, so each question is a bisection:
a novel must not take longer for each name it has.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from guides.findings.genders import Gender, genders
from guides.findings.marks import Quoted
from guides.findings.namesakes import told_apart
from guides.model import Document, Name, SpeakerKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks a quotation, as far as it can be told.

    Attributes:
        name: A full name, or the text's own words; empty where it is not sure.
        kind: What the name stands for.
        trust: 0 to 1.
    """

    name: str = ""
    kind: SpeakerKind = "unknown"
    trust: float = 0.0


NOBODY = Speaker()


class Cast:
    """Everybody whom a document names, ready to be asked who stands where.

    Attributes:
        document: The reading.
        names: Whom and what it names.
        numbers: The place of each name among *names*.
        story: True for a story, whose people take turns in talk.
    """

    def __init__(self, document: Document, quoted: Sequence[Quoted], names: Iterable[Name]) -> None:
        """Index the mentions of *names* by their place."""
        self.document = document
        self.names = told_apart(document, names)
        self.story = False
        self.quoted = quoted
        self._lefts = [piece.left for piece in quoted]
        self._rights = [piece.right for piece in quoted]
        spans = sorted(
            (span.start, span.end, number)
            for number, name in enumerate(self.names)
            for span in name.mentions
        )
        self._mentions = spans
        self._starts = [start for start, _, _ in spans]
        self._by_word = _by_word(self.names)
        self.numbers = {" ".join(name.name.split()): i for i, name in enumerate(self.names)}
        self._genders = genders(document, self.names, self.is_quoted)

    @cached_property
    def nameless(self) -> bool:
        """True for a text whose people go without names, as in many a tale."""
        return not any(
            name.kind == "person"
            and sum(not self.is_quoted(span.start) for span in name.mentions) > 1
            for name in self.names
        )

    def quotations_before(self, offset: int) -> int:
        """Return how many quotations end before *offset*."""
        return bisect_right(self._rights, offset)

    def is_quoted(self, offset: int) -> bool:
        """Tell whether the character at *offset* stands inside a quotation."""
        place = bisect_right(self._lefts, offset) - 1
        return place >= 0 and offset < self._rights[place]

    def within(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Return the mentions in a range: start, end, number of the name."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        # A mention that began before the range may reach into it.
        if first and self._mentions[first - 1][1] > start:
            first -= 1
        return self._mentions[first:last]

    def gender(self, number: int) -> Gender:
        return self._genders.get(number, "")

    def called(self, word: str) -> int | None:
        """Return the one person or body whose name has *word*, if there is just one."""
        found = self._by_word.get(word.lower(), ())
        return found[0] if len(found) == 1 else None

    def is_in_a_name(self, word: str) -> bool:
        """Tell whether *word* is part of a person's name."""
        return word.lower() in self._by_word

    def speaker(self, number: int, trust: float) -> Speaker:
        name = self.names[number]
        kind: SpeakerKind = "person" if name.kind == "person" else "organisation"
        return Speaker(" ".join(name.name.split()), kind, trust)


def _by_word(names: Sequence[Name]) -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        if name.kind == "person":
            for word in dict.fromkeys(name.name.lower().split()):
                table.setdefault(word, []).append(number)
    return table
