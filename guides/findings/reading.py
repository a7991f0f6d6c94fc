"""The reading as finders see it: sentences with their paragraphs, words with their places.

Every kind of finding looks for its own words. Going through the text once and asking an
index where a word stands keeps the whole linear and quick, also for a novel. What was
found before is in reach as `Reading.found`, so that a finder can build on another's work
without importing it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from guides.model import Block, Document, Findings, NameKind, Quotation, WordLists
from guides.source import Span

# Letters with inner apostrophes, or digits: a hyphen parts words, "anti-war" is two.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+(?:\.[\w-]+)*\."
    r"(?:com|org|net|edu|gov)\b(?:/\S*)?"
)
_YEAR = re.compile(
    r"(?:^|[.!?][”\"’)]?\s)(?:In|By|Since) (?:[A-Z][a-z]+ |the \w+ of )?(?:1\d|20)\d\d\b"
)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the reading.

    Attributes:
        span: Its words.
        block: What it stands in.
        paragraph: The block's number; a heading has that of the paragraph below it.
        number: Its place among all sentences, from 0.
        first: The number of its first word; *last* is one past its last word.
        opens: True for the first sentence of a block.
        dated: Whether its block tells of a year gone by: "In 2016 the town asked voters to …".
    """

    span: Span
    block: Block
    paragraph: int
    number: int
    first: int
    last: int
    opens: bool
    dated: bool

    @property
    def text(self) -> str:
        """The words, exactly as they stand in the text."""
        return self.span.text


class Mention(NamedTuple):
    """Where a name stands: its first word, one past its last, and what it names."""

    first: int
    last: int
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Reading:
    """A document ready to be searched.

    Attributes:
        document: What was read.
        lists: What is known about words.
        found: What the finders before this one found.
        sentences: In order, headings too where a numbered paragraph follows or precedes.
        words: Every word of the sentences, lower case, apostrophes straight.
        starts: Where each word starts in the text; *ends* where it ends.
        index: Where in *words* a word stands, ascending; words of web addresses are left out.
        owners: The number of the sentence that each word stands in.
        offsets: Where each sentence starts in the text.
        quoted: Where quotations and scare quotes start and end, ascending.
        longest_quoted: How many characters the longest of them has.
        names: Every mention of a name, ascending.
    """

    document: Document
    lists: WordLists
    found: Findings
    sentences: tuple[Sentence, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    index: Mapping[str, tuple[int, ...]]
    owners: Sequence[int]
    offsets: Sequence[int]
    quoted: Sequence[tuple[int, int]]
    longest_quoted: int
    names: Sequence[Mention]

    @property
    def text(self) -> str:
        """What offsets count in."""
        return self.document.source.text

    def span(self, start: int, end: int) -> Span:
        """Return a range of the text."""
        return Span(self.document.source, start, end)

    def places(self, wanted: Iterable[str]) -> list[int]:
        """Return the numbers of all words among *wanted*, ascending."""
        return sorted(place for word in set(wanted) for place in self.index.get(word, ()))

    def sentence_of(self, place: int) -> Sentence:
        """Return the sentence that holds word number *place*."""
        return self.sentences[self.owners[place]]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at *offset*, if any does."""
        number = bisect_right(self.offsets, offset) - 1
        sentence = self.sentences[number] if number >= 0 else None
        return sentence if sentence and offset < sentence.span.end else None

    def sentences_with(self, wanted: Iterable[str]) -> Iterator[tuple[Sentence, list[int]]]:
        """Yield every sentence that has one of *wanted*, with the numbers of those words."""
        held: list[int] = []
        current: Sentence | None = None
        for place in self.places(wanted):
            if current and place < current.last:
                held.append(place)
                continue
            if current:
                yield current, held
            current, held = self.sentence_of(place), [place]
        if current:
            yield current, held

    def words_of(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the words of *sentence*, lower case."""
        return self.words[sentence.first : sentence.last]

    def printed(self, place: int) -> str:
        """Return word number *place* as it stands in the text."""
        return self.text[self.starts[place] : self.ends[place]]

    def phrase_at(self, place: int, phrase: tuple[str, ...]) -> bool:
        """Say whether the words from *place* on are *phrase*."""
        return self.words[place : place + len(phrase)] == phrase

    def quoted_in(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where quotations start and end that are in a range, in part or right beside it."""
        at = bisect_left(self.quoted, (start - self.longest_quoted, 0))
        while at < len(self.quoted) and self.quoted[at][0] <= end:
            if self.quoted[at][1] >= start:
                yield self.quoted[at]
            at += 1

    def is_quoted(self, offset: int) -> bool:
        """Say whether the character at *offset* stands in a quotation or in scare quotes."""
        number = bisect_right(self.quoted, (offset, len(self.text))) - 1
        return number >= 0 and offset < self.quoted[number][1]

    def is_running(self, place: int) -> bool:
        """Say whether word *place* stands in a numbered paragraph, and in no heading above it."""
        return self.sentence_of(place).block.number is not None

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the quotation that holds the character at *offset*, if any does."""
        spoken = self.found.quotations
        number = bisect_right(spoken, offset, key=lambda item: item.span.start) - 1
        return spoken[number] if number >= 0 and offset < spoken[number].span.end else None

    def names_in(self, sentence: Sentence) -> Sequence[Mention]:
        """Return the mentions of names in *sentence*, in order."""
        start = bisect_left(self.names, (sentence.first,))
        return self.names[start : bisect_left(self.names, (sentence.last,))]

    def named(self) -> set[int]:
        """Return the numbers of all words that stand in a name."""
        return {place for name in self.names for place in range(name.first, name.last)}

    def word_at(self, offset: int) -> int:
        """Return the number of the first word that starts at or after *offset*."""
        return bisect_left(self.starts, offset)


def reading_of(document: Document, lists: WordLists, found: Findings) -> Reading:
    """Return *document* with its sentences and words counted and indexed.

    Args:
        document: What was read.
        lists: What is known about words.
        found: Names and quotations, which other finders build on.
    """
    sentences: list[Sentence] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    text = document.source.text
    folded = text.lower().replace("’", "'")
    folded = folded if len(folded) == len(text) else text  # a few letters grow in lower case
    for block, paragraph in _pointed_at(document):
        dated = bool(_YEAR.search(block.text))
        for turn, span in enumerate(block.sentences):
            first = len(words)
            for match in WORD.finditer(text, span.start, span.end):
                start, end = match.span()
                words.append(folded[start:end])
                starts.append(start)
                ends.append(end)
            number = len(sentences)
            last, opens = len(words), turn == 0
            sentences.append(Sentence(span, block, paragraph, number, first, last, opens, dated))
    if folded is text:
        words = [word.lower().replace("’", "'") for word in words]
    quoted = _quoted(found)
    owners = [s.number for s in sentences for _ in range(s.first, s.last)]
    return Reading(
        document=document,
        lists=lists,
        found=found,
        sentences=tuple(sentences),
        words=tuple(words),
        starts=tuple(starts),
        ends=tuple(ends),
        index=_index(words, _in_addresses(text, starts)),
        owners=owners,
        offsets=[sentence.span.start for sentence in sentences],
        quoted=quoted,
        longest_quoted=max((end - start for start, end in quoted), default=0),
        names=_mentions(found, starts),
    )


def _pointed_at(document: Document) -> Iterator[tuple[Block, int]]:
    """Yield the blocks with the number that a finding in them can print.

    A heading takes the number of the paragraph that it stands over, the last ones that of
    the last paragraph. Where nothing is numbered there is nothing to point at.
    """
    numbers = [block.number for block in document.blocks]
    below = next((number for number in reversed(numbers) if number is not None), None)
    for place in range(len(numbers) - 1, -1, -1):
        number = numbers[place]
        below = below if number is None else number
        numbers[place] = below
    for block, number in zip(document.blocks, numbers, strict=True):
        if number is not None:
            yield block, number


def _index(words: list[str], left_out: Container[int]) -> Mapping[str, tuple[int, ...]]:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if place not in left_out:
            places.setdefault(word, []).append(place)
    return {word: tuple(found) for word, found in places.items()}


def _in_addresses(text: str, starts: list[int]) -> frozenset[int]:
    """Return the numbers of the words of web and mail addresses: they say nothing."""
    if "@" not in text and not re.search(r"://|www\.|\.(?:com|org|net|edu|gov)\b", text):
        return frozenset()
    return frozenset(
        place
        for match in _ADDRESS.finditer(text)
        for place in range(bisect_left(starts, match.start()), bisect_left(starts, match.end()))
    )


def _quoted(found: Findings) -> list[tuple[int, int]]:
    spans = [item.span for items in (found.quotations, found.scare_quotes) for item in items]
    return sorted((span.start, span.end) for span in spans)


def _mentions(found: Findings, starts: list[int]) -> list[Mention]:
    return sorted(
        Mention(bisect_left(starts, span.start), bisect_left(starts, span.end), name.kind)
        for names in (found.people, found.organisations, found.places)
        for name in names
        for span in name.mentions
    )
