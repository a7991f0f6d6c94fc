"""What the text itself tells, as against what people in it say.

A story is told between its quotations. Everything that asks who did what there looks at
the text with the quoted words blanked out, so that places stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guides.model import Findings
from guides.source import Span

# Words that a sentence may open with before its subject comes.
LEADS = (
    r"(?:(?:Then|So|At last|But|And|Now|Next|Suddenly|Soon|Finally|Still|Yet|However|Again|Once"
    r"|Meanwhile|Afterwards|Presently|Instead|Of course|In the end|(?:One|The next|That)"
    r"(?:\s[a-z]+)?\s(?:day|night|morning|evening|afternoon)),?\s+)*"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the reading.

    Attributes:
        span: Its words.
        paragraph: The number printed in the margin.
        opens: True for the first sentence of a paragraph.
        early: True in the first paragraph.
        text: Its words, quotations blanked out; as long as the span.
    """

    span: Span
    paragraph: int
    opens: bool
    early: bool
    text: str

    @property
    def quotes(self) -> bool:
        """Whether somebody's words stand in it."""
        return self.text != self.span.text.replace("\n", " ")


def masked(findings: Findings) -> str:
    """Return the document's text with quoted words blanked and lines joined, equally long."""
    text = findings.document.text.replace("\n", " ")
    pieces: list[str] = []
    at = 0
    for found in sorted(
        (*findings.quotations, *findings.scare_quotes), key=lambda found: found.span.start
    ):
        start, end = max(at, found.span.start), max(at, found.span.end)
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join((*pieces, text[at:]))


def sentences(findings: Findings) -> Iterator[Told]:
    """Yield the sentences of the numbered paragraphs, in order."""
    blank = masked(findings)
    blocks = findings.document.numbered
    for block in blocks:
        for place, span in enumerate(block.sentences):
            yield Told(
                span=span,
                paragraph=block.number or 0,
                opens=place == 0,
                early=block is blocks[0],
                text=blank[span.start : span.end],
            )
