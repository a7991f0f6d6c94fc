"""Lists in the body: bullet points, numbered steps, and "First, …", "Second, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from guides.findings.parts import serves
from guides.findings.reading import Reading
from guides.model import Block, Listing

_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[Ss]tep \d)")
_MARK_BEFORE = re.compile(r"(?:^|\n)\s*\(?\d{1,2}[.)]\s*$")
_SPOKEN = (
    ("first", "firstly"),
    ("second", "secondly"),
    ("third", "thirdly"),
    ("fourth",),
    ("fifth",),
)
_SUPPLIES = re.compile(
    r"\b(?:need|supplies|materials|ingredients|equipment|tools|gather|bring|sources)\b[^.!?]*:?\s*$"
    r"|\b(?:if|when|unless|signs|symptoms)\b[^.!?]*:\s*$",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:reasons?|ways|lessons?|things|findings?|found|benefits|steps|principles|tips|points"
    r"|arguments|causes|effects|myths|facts|takeaways|strategies|advantages|mistakes|habits|rules"
    r"|demands|proposals|goals|values|how to|where your)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|requests?|requested|urged?|urges|recommend(?:s|ed|ations?)?"
    r"|(?:we|they) (?:\w+ )?ask(?:ed)?|ask(?:s|ed)? (?:the|that|for|our|you)"
    r"|call(?:s|ed)? (?:on|for))\b",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"\W*(\w+)")


def find_listings(reading: Reading) -> tuple[Listing, ...]:
    """Return every list of two or more points, in text order."""
    found = [*_items(reading), *_spoken(reading)]
    return tuple(sorted(found, key=lambda listing: listing.span.start))


def _items(reading: Reading) -> Iterator[Listing]:
    """Yield the runs of list items; points within points count with the point they detail."""
    above = ""
    heading = ""
    for is_item, run in groupby(reading.document.blocks, key=lambda block: block.kind == "item"):
        items = list(run)
        points = [item for item in items if item.level <= items[0].level]
        if not is_item:
            above = "" if items[-1].kind == "heading" else items[-1].text
            heading = next((one.text for one in items[::-1] if one.kind == "heading"), heading)
        elif len(points) >= 2 and not (_serves(heading, above) or _asks(points)):
            ordered = sum(_is_numbered(reading, item) for item in points) * 2 > len(points)
            said = f"{reading.document.title} {heading} {above}"
            asked = bool(_ASKED.search(f"{heading} {above}"))
            made = ordered or asked or bool(_POINTS.search(said))
            yield _listing(reading, items, len(points), ordered=ordered, points=made, asked=asked)


def _serves(heading: str, above: str) -> bool:
    """Tell sources, exercises and things to buy from points that are made."""
    return serves(heading) or bool(_SUPPLIES.search(above))


def _asks(points: list[Block]) -> bool:
    return sum(point.text.rstrip().endswith("?") for point in points) * 2 > len(points)


def _is_numbered(reading: Reading, item: Block) -> bool:
    before = reading.text[max(0, item.span.start - 12) : item.span.start]
    return bool(_NUMBERED.match(item.text) or _MARK_BEFORE.search(before))


def _spoken(reading: Reading) -> Iterator[Listing]:
    """Yield the paragraphs that count themselves: "First, …", "Second, …"."""
    blocks = [block for block in reading.document.numbered if block.kind == "paragraph"]
    firsts = [_first_word(block) for block in blocks]
    for start, word in enumerate(firsts):
        if word not in _SPOKEN[0]:
            continue
        size = 1
        while (
            size < len(_SPOKEN)
            and start + size < len(firsts)
            and firsts[start + size] in _SPOKEN[size]
        ):
            size += 1
        if size >= 2:
            run = blocks[start : start + size]
            yield _listing(reading, run, size, ordered=True, points=True)


def _first_word(block: Block) -> str:
    match = _FIRST_WORD.match(block.text)
    return match[1].lower() if match else ""


def _listing(
    reading: Reading,
    blocks: list[Block],
    size: int,
    *,
    ordered: bool,
    points: bool,
    asked: bool = False,
) -> Listing:
    numbers = tuple(block.number for block in blocks if block.number is not None)
    return Listing(
        span=reading.span(blocks[0].span.start, blocks[-1].span.end),
        paragraph=numbers[0] if numbers else 0,
        size=size,
        paragraphs=numbers,
        ordered=ordered,
        points=points,
        asked=asked,
    )
