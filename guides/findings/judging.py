"""Which quotations judge, demand or argue, and which only tell what happened.

"What could somebody answer to that?" makes no sense of "I took the early bus". A quotation
judges where it has a word that weighs, demands or refuses; a wrong answer here costs a
question, not its truth, so short lists are enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from guides.findings.grammar import word_set
from guides.findings.leaning import stands_alone
from guides.findings.reading import WORD
from guides.model import Quotation

_JUDGING = word_set(
    "should must need needs ought never always only too enough rather better best worse worst "
    "great good bad wrong right fair unfair important dangerous ridiculous terrible shame "
    "disgrace problem failure failed deserve deserves because cannot nobody everybody everyone "
    "nothing reckless false true responsible irresponsible impossible possible necessary "
    "unbelievable unacceptable crazy stupid smart wise sense mistake matters believe think"
)
_ASIDE = 80  # characters between two halves of what is said
_REFUSING = ("n't", "n’t")


def mark_judging(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return *quotations*, marked where they judge, demand or argue, and where they stand alone."""
    found = tuple(quotations)
    return tuple(
        replace(
            item,
            judging=judges(item.text),
            alone=stands_alone(item.text),
            continued=_goes_on(item, after),
        )
        for item, after in zip_longest(found, found[1:])
    )


def _goes_on(item: Quotation, after: Quotation | None) -> bool:
    """Tell "We stay," she said. "But we pay less": the first half is not all that she says."""
    if after is None or after.speaker != item.speaker or after.paragraph != item.paragraph:
        return False
    return 0 <= after.span.start - item.span.end <= _ASIDE


def judges(text: str) -> bool:
    """Tell words that weigh, demand or refuse something."""
    words = [word.lower() for word in WORD.findall(text)]
    return any(word in _JUDGING or word.endswith(_REFUSING) for word in words)
