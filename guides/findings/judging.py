"""Which quotations judge, demand or argue, and which only tell what happened.

"What could somebody answer to that?" makes no sense of "I took the early bus". A quotation
judges where it has a word that weighs, demands or refuses; a wrong answer here costs a
question, not its truth, so short lists are enough.
"""

from __future__ import annotations

import re
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
_FEWEST, _MOST = 4, 26  # words
_ONESELF = re.compile(r"\b(?:I|me|my|mine|we|us|our)\b|\bI['’]", re.IGNORECASE)
_TURNING = re.compile(
    r"\b(?:not|never|nobody|nothing|no one|no|none|cannot|but|still|only|too|even|rather|instead"
    r"|until|without|would have|could have|should have)\b|n['’]t\b",
    re.IGNORECASE,
)
# What is owed, fair, right or better; nobody need go along with "You should resign".
_WEIGHING = re.compile(
    r"\bwould rather\b.*\bthan\b|\b(?:should|ought to)\b(?! have)|\bowes?\b|\bdeserves?\b"
    r"|\b(?:is|are|was|isn['’]t|aren['’]t|wasn['’]t) (?:not )?(?:fair|unfair|right|wrong|enough)\b"
    r"|\b(?:right|duty) to\b|\bpromises?\b|\bbetter than\b|\bmust (?:not|never|be)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAXIM = re.compile(
    r"(?:An?|No|Nobody|Everybody|Every|People|(?!This|His|Its|Thus|Yes|Was)[A-Z][a-z]+(?:ing|s))"
    r" (?:[\w’'-]+ ){0,6}(?:(?:is|are|does|do)(?:n['’]t)?|can(?:not|['’]t)?|has|have|takes?"
    r"|makes?|needs?|means?|costs?|wants?|likes?|pays?)\b"
)
_PARTICULAR = re.compile(
    r"\b(?:I|me|my|we|us|our|you|your|he|she|they|it|this|that|these|those|there|here|now|today"
    r"|yesterday|was|were|had|did|will|would)\b|\d|\w+ed\b|[A-Z]|[.!?] "
)
_TO_SOMEBODY = re.compile(r"^(?:You|Dear)\b|\byou should\b|\b(?:promise|to) you\b:?")
# Asked, quoted in turn, begun before, or said to be polite.
_UNFIT = re.compile(
    r"[?“”\"‘\[\]…]|,$|\b(?:thank|thanks|welcome|glad|proud|honou?red|pleased|excited|delighted"
    r"|thrilled)\b|^(?:And then|In that|That['’]s|Well|Yes|No|Yeah|Look|Let['’]s)\b",
    re.IGNORECASE,
)
_ASIDE = 160  # characters between two halves of what is said
_REFUSING = ("n't", "n’t")


def mark_judging(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return *quotations*, marked where they judge, demand or argue, and where they stand alone."""
    found = tuple(quotations)
    return tuple(
        replace(
            item,
            judging=judges(item.text),
            weighs=_weighs(item.text),
            alone=stands_alone(item.text),
            continued=(continued := _goes_on(item, after)),
            pointed=not continued and _is_pointed(item),
        )
        for item, after in zip_longest(found, found[1:])
    )


def _weighs(text: str) -> bool:
    """Tell what one can go along with or not: a duty, a preference, "A nurse is no surgeon"."""
    general = _MAXIM.match(text) and not _PARTICULAR.search(text[1:])
    return bool(general or _WEIGHING.search(text)) and not _TO_SOMEBODY.search(text)


def _goes_on(item: Quotation, after: Quotation | None) -> bool:
    """Tell "We stay," she said. "But we pay less": the first half is not all that she says."""
    if (
        after is None
        or after.speaker not in (item.speaker, "")
        or after.paragraph != item.paragraph
    ):
        return False
    return 0 <= after.span.start - item.span.end <= _ASIDE


def _is_pointed(item: Quotation) -> bool:
    """Tell "I'd rather she'd waited till I was dead": few words, and more behind them."""
    text = " ".join(item.text.split())
    few = _FEWEST <= item.words <= _MOST and not item.partial and text[:1].isupper()
    if not few or _UNFIT.search(text):
        return False
    return bool(_ONESELF.search(text) or _TURNING.search(text))


def judges(text: str) -> bool:
    """Tell words that weigh, demand or refuse something."""
    words = [word.lower() for word in WORD.findall(text)]
    return any(word in _JUDGING or word.endswith(_REFUSING) for word in words)
