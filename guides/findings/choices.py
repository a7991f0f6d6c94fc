"""Choices: what three people in a text say, for its readers to choose from.

Whose words a text hangs on takes understanding. A program can find words that are whole, surely
somebody's, and that judge, deny or demand something, and leave the choice to those who talk.
"""

from __future__ import annotations

import re

from guides.findings.key_sentences import DEMANDS, DENIES, WEIGHS
from guides.findings.reading import Reading
from guides.model import Choice, Passage, Quotation

_PICKS = 3
_SAID_FEWEST, _SAID_MOST = 6, 22  # words of a quotation
_SURE = 0.8  # of who speaks
_WORTH_HEARING = 0.7  # of somebody's words
# What somebody quotes in turn, begins in the middle, or says to whoever asked.
_UNSAID = re.compile(
    r"[‘“”\"\[\]…]|(?<!\w)'|^[^A-Z]|,$"
    r"|^(?:And|So|But|In that|In this|That['’]s|Well|Yes|No|Dear|Thank|Yeah"
    r"|Look|You know|Let['’]s|Let|Then|Also)\b"
)


def find_choices(reading: Reading) -> tuple[Choice, ...]:
    """Return what three people say, for readers to choose from; nothing where fewer are heard."""
    best: dict[str, tuple[float, Quotation]] = {}
    for item in reading.found.quotations:
        if _is_voice(item):
            worth = (
                0.5 * item.judging
                + 0.5 * item.alone
                + 0.4 * bool(DENIES.search(item.text))
                + 0.3 * bool(DEMANDS.search(item.text) or WEIGHS.search(item.text))
                - 0.3 * item.continued
            )
            if item.speaker not in best or worth > best[item.speaker][0]:
                best[item.speaker] = (worth, item)
    ranked = sorted(best.values(), key=lambda found: (-found[0], found[1].span.start))
    ranked = [found for found in ranked if found[0] >= _WORTH_HEARING]
    chosen = sorted((item for _, item in ranked[:_PICKS]), key=lambda item: item.span.start)
    if len(chosen) < _PICKS:
        return ()
    picks = tuple(
        Passage(
            span=item.span,
            paragraph=item.paragraph,
            paragraphs=(item.paragraph,),
            word=item.speaker,
        )
        for item in chosen
    )
    return (
        Choice(
            span=picks[0].span,
            paragraph=picks[0].paragraph,
            confidence=0.9,
            picks=picks,
            paragraphs=tuple(sorted({pick.paragraph for pick in picks})),
        ),
    )


def _is_voice(item: Quotation) -> bool:
    text = " ".join(item.text.split())
    whole = item.speaker_kind == "person" and item.confidence >= _SURE and not item.partial
    fit = _SAID_FEWEST <= item.words <= _SAID_MOST and not _UNSAID.search(text)
    return whole and fit and not (item.sensitive or item.denial) and bool(item.paragraph)
