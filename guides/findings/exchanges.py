"""Question and answer in a conversation: what is asked, by whom, and where it is answered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from guides.findings import people_words
from guides.findings.leaning import points_back
from guides.model import Block, Exchange

_MOST_ANSWERS = 24  # a round of experts may answer one after the other
_FEWEST, _LONGEST = 4, 28  # words of a question that can be quoted

# A question that leans on what was said before it cannot be quoted by itself.
_LEANING = re.compile(
    r"(?:And|But|So|Or|Then|Well|Now)?,?\s*(?:is|was|are|were|does|did|do|has|have|will|would|can"
    r"|could|why|how|what|where|when|who)?(?:n['’]t)?\s*(?:it|that|this|they|he|she|those|these)\b"
    r"|what (?:do|did) you mean\b",
    re.IGNORECASE,
)

_ROLES = frozenset(
    "interviewer interviewee host moderator reporter question answer speaker audience presenter"
    " questioner narrator chair judge student teacher caller all".split()
)
_CLOSED = re.compile(
    r"\b(?:(?:Is|Are|Do|Does|Did|Was|Were|Have|Has|Can|Will|Would|Could|Should)\s"
    r"|How (?:many|much|long|old|far|often|big)\b|When\b|What (?:year|time|age)\b)"
)
_ANEW = re.compile(r"(?:Yes|No|I|My|In my (?:view|opinion))\b")
_SEVERAL = 3  # answers to one question, by as many people
_ASIDE = re.compile(r"[\[(*].*[\])*]", re.DOTALL)  # "[Tape ends, 00:21:15]"
_AIMLESS = re.compile(r"(?:and|but|so|or|then|well|now|i)\b", re.IGNORECASE)


def find_exchanges(blocks: Sequence[Block]) -> tuple[Exchange, ...]:
    """Return the questions that end a turn and are answered in the next, in order."""
    said = [block for block in blocks if block.text.strip()]
    asking = _askers(said)
    return tuple(found for found, by in _exchanges(said) if not asking or not by or by in asking)


def _askers(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the labels of those who ask in half of their turns; who answers may ask back."""
    turns = Counter(block.speaker for block in blocks if block.speaker)
    asked = Counter(block.speaker for block in blocks if block.speaker and _asks(block))
    return frozenset(name for name in asked if asked[name] * 2 >= turns[name])


def _exchanges(blocks: Sequence[Block]) -> Iterator[tuple[Exchange, str]]:
    """Yield the exchanges, each with the label of the turn that asks."""
    for place, block in enumerate(blocks[:-1]):
        following = blocks[place + 1]
        question = block.sentences[-1]
        words = len(question.text.split())
        if not _asks(block) or (_asks(following) and not following.speaker):
            continue
        same = block.speaker and block.speaker == following.speaker
        leans = _LEANING.match(question.text) or points_back(question.text)
        if same or leans or not _FEWEST <= words <= _LONGEST:
            continue
        answers = _answers(blocks, place)
        if not answers:
            continue
        exchange = Exchange(
            span=question,
            paragraph=block.number or 0,
            confidence=0.9 if words >= 7 and not _AIMLESS.match(question.text) else 0.75,
            asker=_printed(block.speaker),
            answerer=_printed(following.speaker),
            answers=tuple(answer.number or 0 for answer in answers),
            length=sum(len(answer.text.split()) for answer in answers),
            closed=bool(_CLOSED.search(question.text)),
            several=not following.speaker and sum(map(_begins_anew, answers)) >= _SEVERAL,
        )
        yield exchange, block.speaker or ""


def _begins_anew(block: Block) -> bool:
    """Tell "Yes, …" and "I have not followed …" from the second paragraph of an answer."""
    return bool(_ANEW.match(block.text))


def _printed(label: str) -> str:
    """Return a speaker's label as a name: "ANA RUIZ" is Ana Ruiz; "Q" and "EAB" are none."""
    label = " ".join(label.split())
    initials = label.isupper() and len(label) < 4
    if len(label) < 3 or initials or label.lower() in _ROLES or people_words.is_role(label):
        return ""
    return label.title() if label.isupper() else label


def _asks(block: Block) -> bool:
    return block.text.rstrip(' \n”"’').endswith("?")


def _answers(blocks: Sequence[Block], place: int) -> list[Block]:
    """Return the paragraphs after a question up to the next one, or to the asker's next turn."""
    asker = blocks[place].speaker
    found: list[Block] = []
    for at in range(place + 1, len(blocks)):
        block = blocks[at]
        if len(found) == _MOST_ANSWERS or (found and _asks(block)):
            break
        if asker and block.speaker == asker:
            break
        if not _ASIDE.fullmatch(block.text.strip()):
            found.append(block)
    return found


# ---------------------------------------------------------------- who argues with whom

_TWO = 2
_FEWEST_REPLIES, _FEWEST_TURNS, _FEWEST_SAID = 3, 2, 40  # said: words
_MOST_SAID = 0.6  # who says more than that reports, or lectures
_LABEL = 60  # characters
_REPORTS = re.compile(r"\bBYLINE\b|\bSOUNDBITE\b")
_LEADS = re.compile(
    r"(?:the )?(?:madam |mr\.? )?(?:chair|moderator|host|presiding|clerk|speaker|facilitator)",
    re.IGNORECASE,
)


def debaters(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the two who say most in a meeting where people answer each other, or none.

    Where one asks and the others answer in turn it is an interview, however many there are. Who
    gives the floor is no side of it.
    """
    said = [block for block in blocks if block.speaker and block.number]
    turns = Counter(block.speaker for block in said)
    words: Counter[str] = Counter()
    for block in said:
        words[block.speaker] += len(block.text.split())
    if any(_REPORTS.search(block.text[:_LABEL]) for block in said):
        return ()  # a reporter goes from one to the other
    asking = _askers(said)
    sides = [
        name
        for name in turns
        if turns[name] >= _FEWEST_TURNS
        and words[name] <= _MOST_SAID * words.total()
        and words[name] >= _FEWEST_SAID
        and name not in asking
        and _printed(name)
        and not _LEADS.match(name)
    ]
    replies = sum(
        one.speaker != other.speaker and one.speaker in sides and other.speaker in sides
        for one, other in pairwise(said)
    )
    if replies < _FEWEST_REPLIES or len(sides) < _TWO or len(turns) <= _TWO:
        return ()
    first, second = map(_printed, sorted(sides, key=lambda name: -words[name])[:_TWO])
    return (first, second) if first != second else ()
