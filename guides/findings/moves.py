"""Moves: sentences whose own wording says what can be asked of them.

"Trust-based investment is the only long-term answer" claims that there is no other; "There are
early signs that the island wants the boat" rests on something that it does not show. Whoever leads
a talk goes to such sentences first: the text itself has drawn a line in them, and readers can ask
whether it is in the right place. What is found is a whole sentence of the writer's, or one that
somebody who is named says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from guides.findings.leaning import stands_alone
from guides.findings.reading import Reading, Sentence
from guides.model import Move, MoveKind, Quotation
from guides.source import Span
from guides.ties import untied

_FEWEST, _MOST = 6, 34  # words
_EARLY = 8  # words
_SURE = 0.8  # of who speaks
_SPEAKERS = ("person", "group", "organisation")


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FIGURE = re.compile(r"\d|\b(?:percent|per cent)\b")
_TOLD = _words(
    r"\b(?:was|were|had|did|didn['’]t|said|would|could|went|came|took|made|gave|began|became|told"
    r"|\w{3,}ed (?:to|the|a|an|his|her|that|by|in|on|at|for|up|down|out))\b"
)
_GENERAL = _words(
    r"\b(?:is|are|isn['’]t|aren['’]t|has|have|can|cannot|can['’]t|must|should|do|does|don['’]t"
    r"|doesn['’]t|will|needs?|makes?|means?|knows?|wants?|deserves?|matters?|gets?|owes?|works?"
    r"|it['’]s|that['’]s|there['’]s|comes?|takes?)\b"
)
# What comes before it is denied, or only mentioned.
_ASIDE = _words(r"(?:\b(?:not|never)|n['’]t) $|\b(?:because|who|which|that|if|when|while)\b")
_NOBODY = _words(r"\b(?:nobody|no one|none|few|hardly anyone)\b")


def _has_no_figure(text: str, _match: re.Match[str]) -> bool:
    return not _FIGURE.search(text)


def _is_not_told(text: str, _match: re.Match[str]) -> bool:
    return not _TOLD.search(text)


def _is_general(text: str, match: re.Match[str]) -> bool:
    """Tell what is said to hold in general from what once happened."""
    general = bool(_GENERAL.search(text)) and _is_not_told(text, match)
    return general and _has_no_figure(text, match)


def _is_told_first(text: str, match: re.Match[str]) -> bool:
    """Tell what a sentence is there to say from what it only mentions."""
    before = text[: match.start()]
    late = len(before.split()) > _EARLY
    return not (late or _ASIDE.search(before) or _NOBODY.search(before))


@dataclass(frozen=True, slots=True)
class _Sign:
    """What shows a move.

    Attributes:
        kind: Which.
        pattern: Its first group that matches is what a question may name.
        fits: A further test of the sentence, or None.
    """

    kind: MoveKind
    pattern: re.Pattern[str]
    fits: Callable[[str, re.Match[str]], bool] | None = None


_NOUNS = (
    r"(?:way|answer|solution|reason|cause|path|option|choice|hope|means|remedy|cure|explanation"
    r"|response|chance|alternative|route|measure|test)"
)
_BEST = (
    r"(?:only|best|surest|simplest|quickest|fairest|wisest|real|most (?:effective|important"
    r"|powerful|urgent|likely|sensible|obvious|efficient))"
)
_REST = r"[^,.;:?!—“”()]{3,130}"
_ITEM = (
    r"(?!(?:(?:my|dear|fellow|ladies and) )*(?:ladies|gentlemen|friends|colleagues|neighbou?rs|sir"
    r"|madam|citizens|brothers|sisters),)(?!(?:I|we|he|she|it|they|you)\b)"
    r"(?![^,.;:?]{0,45}\b(?:I|he|she|they|[A-Z]\w{0,20}) sa(?:y|ys|id)\b)[^,.;:?]{3,45}"
)
_DENIED = r"(?:that|the|any|claims?|calls?|suggestions?)"
# The first that fits is the sentence's.
_SIGNS = (
    _Sign(
        "whether",
        _words(
            r"\bwhether (?!or not)([\w’' -]{6,60} or (?!not\b)[\w’' -]{3,60}?)"
            r"(?=[,.;]| (?:is|was|are|were)\b)"
        ),
    ),
    _Sign(
        "regret",
        _words(
            r"(?<!whether )(?<!if )(?<!told )(?<!said )(?<!that )\bI"
            r" ((?:should|ought to) (?:not )?have|shouldn['’]t have"
            r"|regret|wish I had(?:n['’]t| not)?)\b"
        ),
    ),
    _Sign(
        "dispute",
        _words(
            rf"\b(disput(?:es?|ed)|object(?:s|ed)? (?:that|to)|disagree[sd]?"
            rf"|(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|contest(?:s|ed)) {_DENIED}"
            r"|(?:counter(?:s|ed)|repli(?:es|ed)) that|oppos(?:e|es|ed) the"
            r"|not (?:everyone|everybody) agrees|(?:is|are|was|were) divided"
            r"|at odds (?:with|over|about))\b"
        ),
        _is_told_first,
    ),
    _Sign(
        "only",
        _words(
            rf"(?:\b(?:is|are|be|remains?|as) |^)the {_BEST} (?:[\w’'-]+,? ){{0,3}}?({_NOUNS})\b"
            r" (?:to|of|for|out|from|that|in) "
        ),
    ),
    _Sign("even", _words(r"\b(even (?:when|if|where))\b"), _is_general),
    _Sign(
        "difference",
        re.compile(
            r"^(While|Whereas)\b.* (?:(?:has|have|did|does|do|is|are|was|were) not"
            r"|(?:has|have|did|does|do|is|are|was|were)n['’]t)\.$"
        ),
    ),
    _Sign(
        "hope",
        _words(r"\b((?:hopes?|aims?|(?:is|are) (?:meant|designed|intended)) to)\b(?! be\b)"),
    ),
    _Sign(
        "list",
        _words(
            r"\b(needs?|must|should|requires?|deserves?|calls? for|asks? for|demands?)\b"
            rf" {_ITEM}, {_ITEM},? and {_ITEM}[.!]?$"
        ),
        _has_no_figure,
    ),
)
# These few words say it, whatever the sentence around them.
_EVIDENCE = _words(
    r"(?:(?<=^)|(?<=\bthat )|(?<=\band )|(?<=\bbut )|(?<=\bas )|(?<=\bbecause )"
    r"|(?<=, )|(?<=\bthough ))(?P<all>(?P<word>research|data|studies|experts"
    r"|scientists|economists|historians|doctors|psychologists|surveys|evidence)"
    r" (?:has |have |now |also |clearly |consistently |long )*(?:shows?|shown|suggests?"
    r"|suggested|agree|proves?|proven|believe|tells us|confirms?|confirmed)\b"
    rf"(?: that {_REST})?)"
    r"|\b(?P<seen>there (?:are|is) (?!no )(?:\w+ ){0,2}"
    rf"(?P<signs>signs|evidence|indications) that {_REST})"
)
_THERE = re.compile(r"\AThere (?:is|are) ")
_UNFIT = re.compile(r"[“”\"‘()\[\]…?]|^[’'a-z]")
_QUOTES = re.compile(r"[“”\"]")
_TWO_SENTENCES = re.compile(r"[.!?] [A-Z“]")


def find_moves(reading: Reading) -> tuple[Move, ...]:
    """Return the sentences with a move in them, each once, in text order."""
    found = [move for one in reading.sentences if (move := _own(reading, one))]
    found += [move for item in reading.found.quotations if (move := _said(item))]
    found += _phrases(reading, {move.span.start for move in found})
    return tuple(sorted(found, key=lambda move: move.span.start))


def _own(reading: Reading, one: Sentence) -> Move | None:
    """Return what the writer does in a sentence."""
    text = " ".join(one.text.split())
    if not _is_writers(reading, one) or _UNFIT.search(text):
        return None
    shown = _shown(text)
    return shown and _move(one.span, one.paragraph, *shown)


def _is_writers(reading: Reading, one: Sentence) -> bool:
    told = one.block.kind == "paragraph" and one.block.number and not one.block.speaker
    return bool(told) and not reading.is_quoted(one.span.start)


def _move(span: Span, paragraph: int, kind: MoveKind, word: str, *, speaker: str = "") -> Move:
    return Move(
        span=span,
        paragraph=paragraph,
        paragraphs=(paragraph,),
        kind=kind,
        word=word,
        speaker=speaker,
        confidence=0.9,
    )


def _phrases(reading: Reading, taken: Collection[int]) -> Iterator[Move]:
    """Yield the words that rest on evidence."""
    for one in reading.sentences:
        free = one.span.start not in taken and not _QUOTES.match(one.text)
        if free and _is_writers(reading, one):
            yield from _phrase(one.span, one.paragraph, "")
    for item in reading.found.quotations:
        if _is_sure(item) and item.span.start not in taken:
            yield from _phrase(item.span, item.paragraph, item.speaker)


def _phrase(within: Span, paragraph: int, speaker: str) -> Iterator[Move]:
    """Yield the first such words in a sentence or in what somebody says, if there are any."""
    text = " ".join(within.text.split())
    match = _EVIDENCE.search(text)
    if match is None or _FIGURE.search(text):
        return
    words = (match["all"] or match["seen"]).split()
    place = re.search(r"\s+".join(map(re.escape, words)), within.text)
    if place and len(words) <= _MOST and not _QUOTES.search(place[0]):
        span = Span(within.source, within.start + place.start(), within.start + place.end())
        yield _move(span, paragraph, "evidence", match["word"] or match["signs"], speaker=speaker)


def _said(item: Quotation) -> Move | None:
    """Return what somebody does who is surely named, in one whole sentence."""
    text = " ".join(item.text.split())
    shown = _shown(text) if _is_sure(item) and not _TWO_SENTENCES.search(text) else None
    return shown and _move(item.span, item.paragraph, *shown, speaker=item.speaker)


def _is_sure(item: Quotation) -> bool:
    """Tell words that are surely somebody's, whole, and fit to be quoted again."""
    sure = item.confidence >= _SURE and item.speaker and item.speaker_kind in _SPEAKERS
    return bool(sure and item.paragraph) and not (item.partial or item.sensitive)


def _shown(text: str) -> tuple[MoveKind, str] | None:
    """Return which move a sentence makes, and what shows it."""
    if not _fits(text):
        return None
    for sign in _SIGNS:
        match = sign.pattern.search(text)
        if match and (sign.fits is None or sign.fits(text, match)):
            return sign.kind, next(filter(None, match.groups()))
    return None


def _fits(text: str) -> bool:
    fits = _FEWEST <= len(text.split()) <= _MOST
    return fits and stands_alone(_THERE.sub("", untied(text)))
