"""Quotations: what somebody said or wrote, in their own words, and who it was.

`marks.py` finds what stands between quotation marks, `attribution.py` the words that say
who speaks, `speakers.py` whom these words mean. Here the three are put together, and the
other uses of quotation marks are told apart: a coined or doubted word ("scare quotes") is a
passage of its own kind, a title or a nickname is nothing to ask about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from guides.days import WEEKDAY
from guides.findings import lexicon, reporting, tokens
from guides.findings.attribution import attribute
from guides.findings.cast import Speaker
from guides.findings.frames import Credit
from guides.findings.grammar import is_closed
from guides.findings.marks import Quoted, quoted
from guides.findings.speakers import resolve
from guides.model import Document, Name, Passage, Quotation
from guides.source import Span

Use = Literal["speech", "doubt", "name"]

_WORD = re.compile(r"[^\W_]+(?:(?:[-'’.]|,(?=\d))[^\W_]+)*")
_EXCUSED = re.compile(
    r"\banonym|\bnot (?:to )?be (?:named|identified)|\bnon-?disclosure|\bon condition"
    r"|\bdeclined to (?:give|be)|\bnot authori[sz]ed|\bnames? (?:has|have) been changed"
    r"|\b(?:asked|spoke) (?:that|for) [^.]{0,30}\bname",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"(?:\b(?:short for|stands? for|meaning|means|spelled|spelt|the (?:word|name|term)"
    r"|marked|labell?ed|stamped|printed|headed|(?:cr(?:y|ies)|shouts?|chants?|calls?) of"
    r"|shouted|shouting|chanted|chanting|cried|,? or)"
    r"|[”\"’'],? after)\s$"
)
_CITED = re.compile(r",? (?:after|short for|from the|which means|meaning|\()")
_ENTRY = re.compile(r"\W*[\w-]+(?: [\w-]+){0,2}:\W[^.\n]*")
_HOLLOW = frozenset("none enough yes".split())
_SPOKEN_RULES = (
    "after", "before", "possessor", "same sentence", "paragraph before", "goes on",
    "paragraph after", "turn",
)  # fmt: skip
_TITLE_AFTER = re.compile(
    r"\b(?:titled|entitled|named|nickname|nicknamed|song|songs|book|film|movie|novel|poem|essay|article|show"
    r"|series|episode|episodes|album|magazine|play|documentary|ad|column|podcast|program|programme"
    r"|report|paper|chapter|painting|host of|author of|broadcast of|wrote|watching|reading|singing"
    r"|MSNBC's|CNN's|NBC's|ABC's|CBS's|PBS's)"
    r"(?:\s(?:called|titled|entitled|named|of))?[\s,:(]*$"
)
_TERM_BEFORE = re.compile(
    r"\b(?:phrase|word|words|term|terms|label|concept|expression|so-called|called|known as"
    r"|called an?|notion of|idea of|(?:mark|rate|grade|score|list|file|class)(?:e?d|s|es)?"
    r" (?:\w+ ){0,3}as)[\s,:]*$"
)
# An answer on a scale is no word that the writer doubts.
_ON_A_SCALE = re.compile(
    r"(?:(?:very|quite|fairly|rather|somewhat|mostly|not at all|strongly) )?(?:good|poor|bad|fair"
    r"|excellent|satisfied|dissatisfied|unsatisfied|happy|unhappy|often|never|always|sometimes"
    r"|rarely|low|high|well|important|likely|unlikely|agree|disagree|yes|no|don[’']t know)"
)
_LONG = 11  # letters
_UNSURE, _SCALED = 0.6, 0.4  # how sure it is that a term, or an answer, is doubted
_LISTED = re.compile(r"[\s,]*(?:(?:and|or)\s+)?")
_COINED_BEFORE = re.compile(
    r"\b(?:an?|the|this|these|its|their|our|of|into|as|new|so-called)\s$", re.IGNORECASE
)
_SMALL_WORDS = frozenset("a an the of and or for in on at to from by with vs as is it".split())
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATED = re.compile(
    rf"\b(?:{_YEAR}|{WEEKDAY}|yesterday|today|tonight|last night"
    r"|(?:January|February|March|April|June|July|August|September|October|November|December)"
    r"|(?:in|of|last|this|since|early|late) May"
    r"|(?:last|this|next|past|previous|following|earlier this|later that|same|that)"
    r" (?:day|week|weekend|month|year|spring|summer|autumn|fall|winter|morning|afternoon|evening)"
    r"|(?:an?|one|two|three|four|five|several|\d+) (?:day|week|month|year)s?"
    r" (?:ago|later|earlier))\b"
)
_BESIDE = 600  # characters on either side of a quotation that can date or deny it
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|without)\b|n['’]t\b", re.IGNORECASE
)
_DENIES = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbeing )(?<!\bis )(?<!\bare )"
    r"\b(?:den(?:ies|ied|ying)|called (?:it|the (?:claim|report|story)s?) false)\b"
)
_JUST_BEFORE = 120  # characters before a sentence in which "he" may have denied something
_HOLDING_OUT = frozenset("claim insist maintain contend assert swear say argue state".split())
_NAMING = frozenset(
    "call use coin invoke label dub brand term describe repeat borrow adopt name nickname deride"
    " dismiss denounce condemn refer characterise characterize depict say tell chant".split()
)
_PRONOUN_I = ("I", "I’m", "I'm", "I’ve", "I've", "I’ll", "I'll", "I’d", "I'd")


def find(
    document: Document, names: tuple[Name, ...]
) -> tuple[tuple[Quotation, ...], tuple[Passage, ...]]:
    """Return the quotations of *document* and its scare quotes, each in text order.

    Args:
        document: The reading.
        names: Whom and what the text names, to print a speaker's full name.
    """
    pieces = quoted(document)
    found = attribute(document, pieces)
    speakers = resolve(document, pieces, found, names)
    origins = _origins(found)
    begin = next((block.span.start for block in document.blocks if block.number is not None), -1)
    told = _told(document.text, pieces)
    spoken_in = {piece.block for piece in pieces}
    excused = {block for block in spoken_in if _EXCUSED.search(document.blocks[block].text)}
    quotations: list[Quotation] = []
    doubts: list[Passage] = []
    use: Use = "name"
    for number, piece in enumerate(pieces):
        listed = use == "doubt" and _goes_on(document.text, pieces[number - 1], piece)
        use = "doubt" if listed else _use(document.text, piece, found[number])
        if document.blocks[piece.block].number is None:
            continue
        if use == "speech":
            credit = origins[number]
            quotation = _quotation(document, piece, credit, speakers[number])
            beside = _beside(told, piece, credit)
            quotation = replace(
                quotation,
                opening=piece.left == begin,
                excused=piece.block in excused,
                dated=bool(_DATED.search(beside)),
                denial=_is_denial(told, beside, piece, credit),
            )
            quotations.append(quotation)
        elif use == "doubt" and not _is_plain(document, piece):
            doubts.append(_passage(document, piece))
    return tuple(quotations), tuple(doubts)


def _is_plain(document: Document, piece: Quoted) -> bool:
    """Tell marks that only set a word off, or that hold none, from those that doubt it."""
    return (
        _is_glossed(document, piece)
        or _is_cited(document, piece)
        or _says_nothing(document.text[piece.start : piece.end])
    )


def _is_glossed(document: Document, piece: Quoted) -> bool:
    """Tell a word in an entry that explains it: "Navvy: short for “navigator”, a labourer"."""
    text, first = document.text, document.blocks[piece.block].span.start
    line = text.rfind("\n", first, piece.left)
    if text[line - 1 : line] == ":":  # what is explained may have a line of its own
        line = text.rfind("\n", first, line - 1)
    return bool(_ENTRY.fullmatch(text, max(first, line + 1), piece.left))


def _is_cited(document: Document, piece: Quoted) -> bool:
    """Tell a word that is spoken of as a word, which the marks only set off: “endo”, the word."""
    text = document.text
    before, after = text[max(0, piece.left - 24) : piece.left], text[piece.right :][:24]
    name = all(word[:1].isupper() for word in text[piece.start : piece.end].split())
    return name or bool(_CITES.search(before) or _CITED.match(after))


def _says_nothing(text: str) -> bool:
    """Tell "none of them", which nobody needs explained, from words that name something."""
    words = [word.lower() for word in _WORD.findall(text)]
    return all(is_closed(word) or word in _HOLLOW for word in words)


def _origins(found: Sequence[Credit]) -> list[Credit]:
    """Return the credit of each quotation, or the one that it shares with another."""
    origins = list(found)
    # Most share with an earlier one; those that share with a later one wait for the second round.
    for _ in range(2):
        for number, credit in enumerate(found):
            if credit.same_as is not None:
                origins[number] = origins[credit.same_as]
    return origins


# ---------------------------------------------------------------- what the marks are for


def _before(text: str, piece: Quoted) -> str:
    """Return the words right before the marks."""
    return text[max(0, piece.left - 48) : piece.left]


def _use(text: str, piece: Quoted, credit: Credit) -> Use:
    """Tell speech from a doubted or coined word, and both from a title or nickname."""
    words = _WORD.findall(text[piece.start : piece.end])
    if piece.turn:
        return "speech"
    before = _before(text, piece)
    after = text[piece.right : piece.right + 24]
    ended = text[piece.end - 1] in ".!?…—-" or text[piece.end : piece.end + 1] in tuple(",-—")
    if _is_title(words, text, piece, credit):
        return "name"
    if piece.aside:
        return "doubt" if len(words) < 4 and text[piece.start].islower() else "name"
    if credit.rule == "after" and ended:
        return "speech"
    spoken = credit.rule in _SPOKEN_RULES
    if len(words) >= 4:
        coined = len(words) <= 5 and not ended and not spoken
        return "doubt" if coined and _modifies(before, after) else "speech"
    whole = ended and text[piece.start].isupper() and text[piece.end - 1] in ".!?"
    if not whole and _TERM_BEFORE.search(before) and not _is_used_by(text, piece, credit):
        return "doubt"
    if spoken or whole:
        return "speech"
    return "doubt"


def _goes_on(text: str, before: Quoted, piece: Quoted) -> bool:
    """Tell words in marks that are listed: “beginning,” “developing” or “secure”."""
    between = text[before.right : piece.left]
    short = len(text[piece.start : piece.end].split()) <= 3
    return short and before.block == piece.block and bool(_LISTED.fullmatch(between))


def _is_used_by(text: str, piece: Quoted, credit: Credit) -> bool:
    """Tell "Ruiz called it “…”" and "Ruiz uses the word “…”" from "known as “…”"."""
    if credit.verb is None:
        return False
    known = reporting.verb(text[slice(*credit.verb)].lower())
    near = len(text[credit.verb[1] : piece.left].split()) <= 6
    return known is not None and near and known.base in _NAMING


def _is_title(words: Sequence[str], text: str, piece: Quoted, credit: Credit) -> bool:
    """Tell the title of a work or the name of a show from words that somebody said."""
    big = [word for word in words if word.lower() not in _SMALL_WORDS]
    capitals = bool(big) and all(word[0].isupper() or word[0].isdigit() for word in big)
    if not capitals or text[piece.end - 1] in "!?":
        return False
    if _TITLE_AFTER.search(text, max(0, piece.left - 48), piece.left):
        return True
    if words[0] == "The" and text[piece.left - 4 : piece.left] in (" on ", " of ", " in "):
        return True
    if credit.rule == "after":
        return False
    return len(big) >= 2 and text[piece.end - 1] != "." and words[0] not in _PRONOUN_I


def _modifies(before: str, after: str) -> bool:
    """Tell a coined phrase that describes a noun: the “when I grow up” dreams."""
    follows = re.match(r"\s([a-z]+)", after)
    return bool(_COINED_BEFORE.search(before) and follows)


# ---------------------------------------------------------------- the findings


def _passage(document: Document, piece: Quoted) -> Passage:
    paragraph = document.blocks[piece.block].number or 0
    word = " ".join(document.text[piece.start : piece.end].split())
    unsure = _UNSURE if _TERM_BEFORE.search(_before(document.text, piece)) else 1.0
    return Passage(
        span=Span(document.source, piece.start, piece.end),
        paragraph=paragraph,
        confidence=_SCALED if _ON_A_SCALE.fullmatch(word) or _is_handle(word) else unsure,
        word=word,
        paragraphs=(paragraph,),
    )


def _is_handle(word: str) -> bool:
    """Tell what somebody is called on a network: "carlquintanilla", which no book has."""
    return word.isalpha() and len(word) > _LONG and not lexicon.zipf(word)


def _quotation(document: Document, piece: Quoted, credit: Credit, speaker: Speaker) -> Quotation:
    text = document.text
    paragraph = document.blocks[piece.block].number or 0
    beside = document.blocks[credit.block].number if credit.start < credit.end else None
    verb, known = _verb(text, credit)
    return Quotation(
        span=Span(document.source, piece.start, piece.end),
        paragraph=paragraph,
        confidence=round(speaker.trust, 2),
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        paragraphs=tuple(sorted({paragraph, beside or paragraph})),
        mention=_mention(document, credit),
        verb=verb,
        strong_verb=known is not None and known.strong,
        words=len(_WORD.findall(text[piece.start : piece.end])),
        partial=_is_partial(text, piece),
    )


def _mention(document: Document, credit: Credit) -> Span | None:
    if credit.start >= credit.end:
        return None
    return Span(document.source, credit.start, credit.end)


def _verb(text: str, credit: Credit) -> tuple[str, reporting.Verb | None]:
    """Return the reporting verb: the one that takes a side, if its subject has two."""
    if credit.verb is None:
        return "", None
    start, end = credit.verb
    word = text[start:end]
    known = reporting.verb(word.lower())
    if known and known.form == "ing" and not known.strong and credit.end < start:
        for match in _WORD.finditer(text, credit.end, start):
            stronger = reporting.verb(match[0])
            if stronger and stronger.strong and stronger.form == "past":
                return match[0], stronger
    return word, known


def _told(text: str, pieces: Sequence[Quoted]) -> str:
    """Return *text* with blanks for everything quoted: what the writer says."""
    kept, at = [], 0
    for piece in pieces:
        kept += [text[at : piece.left], " " * (piece.right - max(at, piece.left))]
        at = max(at, piece.right)
    return "".join([*kept, text[at:]])


def _beside(told: str, piece: Quoted, credit: Credit) -> str:
    """Return what the writer says in the sentence that credits a quotation.

    The description of the speaker is left out: "a group founded in 2004" dates nothing.
    """
    start, end = credit.sentence
    if start <= piece.left < end:
        start, end = max(start, piece.left - _BESIDE), min(end, piece.right + _BESIDE)
    end = min(end, start + 3 * _BESIDE)
    described = min(max(start, credit.end), end)
    return told[start:described] + told[min(max(described, credit.outer_end), end) : end]


def _is_denial(told: str, beside: str, piece: Quoted, credit: Credit) -> bool:
    """Tell whether the speaker denies something: by the verb, or by what it introduces."""
    if credit.start >= credit.end:
        return False
    if told[credit.start : credit.end].lower() in ("he", "she", "they"):
        start = credit.sentence[0]
        beside = told[max(0, start - _JUST_BEFORE) : start] + beside
    if _DENIES.search(beside):
        return True
    _, known = _verb(told, credit)
    if known is None or known.base not in _HOLDING_OUT or not known.strong:
        return bool(known and known.denies)
    return bool(_NEGATION.search(told, max(credit.end, piece.left - _BESIDE), piece.left))


def _is_partial(text: str, piece: Quoted) -> bool:
    """Tell a piece that the writer fits into a sentence from words that stand alone."""
    words = text[piece.start : piece.end]
    first = words.split(maxsplit=1)[0].strip("‘'“\"[(…")
    ends = words[-1] in ".!?…"
    row = tokens.tokens(words, 0)
    clause = any(tokens.is_finite(row, place) for place in range(1, len(row)))
    if first[:1].isupper() or first in _PRONOUN_I:
        return not (ends or clause or text[piece.end : piece.end + 1] == ",")
    led = re.search(r"(?:\bthat|[,:—–-])\s*$", text[max(0, piece.left - 8) : piece.left])
    begins_with_verb = bool(row) and (
        tokens.is_finite(row, 0) or row[0].lower in ("to", "of", "for", "in", "with", "by")
    )
    return not (led and clause and not begins_with_verb)
