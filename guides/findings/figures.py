"""Two figures in one sentence: a sum beside a share, a share beside another share.

The same thing can be made to look large or small by the figure that is chosen for it, so a
writer who gives two gives readers something to weigh. A handful of this and a handful of
that say nothing together and are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from guides.findings.reading import Reading
from guides.model import FigurePair, Number

# Between a sum and the share that it is: "$48,000, or about one percent".
_THAT_IS = re.compile(
    r"(?: (?:a|per|each) (?:year|month|week|day))?\W*"
    r"(?:or|that is|which is|equal to|out of|of|and|nearly|almost)?\W*"
)
_TWO = 2  # shares that one sentence sets side by side; more are a list
_MONEY = ("$", "£", "€")


def find_figure_pairs(reading: Reading) -> tuple[FigurePair, ...]:
    """Return neighbours in one sentence that can be weighed against each other, in order."""
    found: list[FigurePair] = []
    placed = [(item, reading.sentence_at(item.span.start)) for item in reading.found.numbers]
    told = Counter(one.number for _, one in placed if one)
    for (first, one), (second, other) in pairwise(placed):
        beside = one is not None and one is other and told[one.number] == _TWO
        if beside and _is_weighable(first, second):
            found.append(
                FigurePair(
                    span=reading.span(first.span.start, second.span.end),
                    paragraph=first.paragraph,
                    confidence=min(first.confidence, second.confidence),
                    first=first,
                    second=second,
                )
            )
    return tuple(found)


def _is_weighable(first: Number, second: Number) -> bool:
    """Say whether both figures are telling, and both are shares, or one is the other's share."""
    shares = [item.unit == "percent" for item in (first, second)]
    telling = all(_is_telling(item) for item in (first, second))
    apart = first.span.end <= second.span.start and first.text != second.text
    if not (telling and apart and any(shares)):
        return False
    between = first.span.source.text[first.span.end : second.span.start]
    return all(shares) or bool(_THAT_IS.fullmatch(between))


def _is_telling(item: Number) -> bool:
    """Say whether a figure can be understood when it is quoted without its sentence."""
    if item.vague or item.deaths or item.value is None:
        return False
    large = item.value >= 20 or item.unit in _MONEY or item.unit == "percent"
    return large and (bool(item.counts) or bool(item.unit))
