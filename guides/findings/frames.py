"""Sentences as they are outside their quotations, and what is read off them.

A quotation may hold several sentences, and one sentence several quotations. So a paragraph
is cut into sentences with its quotations masked, each as one token; where a rule finds who
speaks, it says so in a `Credit`, words of the text with their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from guides import sentences
from guides.findings.marks import Quoted
from guides.findings.phrases import Phrase
from guides.findings.tokens import QUOTE, Token, tokens
from guides.model import Document

Rule = Literal[
    "after", "before", "possessor", "subject", "same sentence", "same paragraph", "beat",
    "paragraph before", "goes on", "paragraph after", "turn", "last speaker", "none",
]  # fmt: skip
_TRUST: dict[Rule, float] = {
    "after": 0.97, "before": 0.9, "possessor": 0.85, "subject": 0.6, "same sentence": 0.85,
    "same paragraph": 0.85, "beat": 0.6, "paragraph before": 0.9, "goes on": 0.9,
    "paragraph after": 0.95, "turn": 0.98, "last speaker": 0.55, "none": 0.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Credit:
    """The words that say who speaks a quotation.

    Attributes:
        rule: Where they were found.
        start: Where the words that name the speaker start; *end* likewise; equal if there
            are none.
        outer_end: Where they end with the description beside them.
        verb: The reporting verb's place, or None.
        block: The number of the block that holds the words.
        same_as: The number of the quotation whose speaker goes on, or None.
        sentence: Where the sentence with the credit starts and ends.
        between: Where the subject of a sentence without quotation starts and ends that parts
            a quotation from the one whose speaker would go on; equal if there is none.
    """

    rule: Rule
    start: int = 0
    end: int = 0
    outer_end: int = 0
    verb: tuple[int, int] | None = None
    block: int = 0
    same_as: int | None = None
    sentence: tuple[int, int] = (0, 0)
    between: tuple[int, int] = (0, 0)

    @property
    def trust(self) -> float:
        """How often the rule is right, 0 to 1."""
        return _TRUST[self.rule]

    def under(self, rule: Rule) -> Credit:
        """Return the same words, found by another rule."""
        return replace(self, rule=rule)


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence as it is outside its quotations, each of which is one token.

    Attributes:
        block: The number of its block.
        start: Where it starts in the document's text; *end* likewise.
        row: Its tokens.
        quotes: For each quotation in it, its number and the place of its token.
    """

    block: int
    start: int
    end: int
    row: tuple[Token, ...]
    quotes: tuple[tuple[int, int], ...]


class Frames:
    """The sentences of a document's blocks, each block cut when it is asked for."""

    def __init__(self, document: Document, quoted: Sequence[Quoted]) -> None:
        """Sort *quoted* by block."""
        self.document = document
        self.quoted = quoted
        self.by_block: dict[int, list[int]] = {}
        for number, piece in enumerate(quoted):
            self.by_block.setdefault(piece.block, []).append(number)
        self._cut: dict[int, list[Frame]] = {}

    def of(self, block: int) -> list[Frame]:
        """Return the sentences of the block with that number, at least one."""
        if block not in self._cut:
            self._cut[block] = list(self._frames(block))
        return self._cut[block]

    def _frames(self, number: int) -> Iterator[Frame]:
        block, inside = self.document.blocks[number], self.by_block.get(number, [])
        base = block.span.start
        shape, masked = list(block.text), list(block.text)
        for one in inside:
            piece = self.quoted[one]
            left, right = max(0, piece.left - base), piece.right - base
            last = shape[piece.end - base - 1 : right]
            # The stop inside the marks still ends the sentence, or does not.
            shape[left:right] = ["X", *"x" * (right - left - 1 - len(last)), *last]
            masked[left:right] = QUOTE * (right - left)
            if "," in last and right - left > 1:
                masked[right - 1] = ","  # the comma inside the marks belongs to this sentence
        text, at = "".join(masked), 0
        for start, end in sentences.split("".join(shape)):
            row = tuple(tokens(text[start:end], base + start))
            held: list[tuple[int, int]] = []
            for place, token in enumerate(row):
                # Quotations that touch are one token: it stands for all of them.
                while token.kind == "quote" and at < len(inside):
                    if self.quoted[inside[at]].left >= token.end:
                        break
                    held.append((inside[at], place))
                    at += 1
            yield Frame(number, base + start, base + end, row, tuple(held))


def credit_of(rule: Rule, frame: Frame, phrase: Phrase, verb: int | None = None) -> Credit:
    """Return what *phrase* of *frame* says, found by *rule* beside the verb at *verb*."""
    row = frame.row
    return Credit(
        rule,
        row[phrase.first].start,
        row[phrase.last - 1].end,
        row[phrase.outer_last - 1].end,
        (row[verb].start, row[verb].end) if verb is not None else None,
        frame.block,
        None,
        (frame.start, frame.end),
    )
