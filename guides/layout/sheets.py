"""What cut sheets print: cards with their backs, and exit tickets.

A card goes from hand to hand without the reading beside it, so what it may quote is narrower
than on a handout: where the topic is hard, no card carries a line that could hurt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from guides.model import Guide, Question
from guides.pointers import tied

View = dict[str, Any]

MOST_CARD_WORDS = 30
# The last cards of a set are these, whatever the text.
_OWN: View = {"kind": "own"}
_PASS: View = {"kind": "pass"}
# What to do with a card before talking; each works with any question.
JOBS = (
    "Find the line in the reading first, and read it out.",
    "Ask someone who has not spoken yet.",
    "Answer, then ask who sees it another way.",
    "Take half a minute in silence before anyone answers.",
    "Listen to two others first, then answer.",
    "Say what would change your mind.",
)
_MOST_PROMPTS = 3


def card_sheets(guide: Guide, per_sheet: int, most: int) -> list[View]:
    """Return the sheets of a set of cards, each with its fronts and its backs.

    Args:
        guide: Whose questions they are.
        per_sheet: Cards on a sheet, in rows of two.
        most: Cards in a set, the pass card and the one for a question of one's own included.

    Returns:
        Sheets with `fronts`, and `backs` in the order in which they are printed behind them:
        turned over its long edge, a sheet shows its left column on the right.
    """
    questions = _for_cards(guide)[: most - 2]
    # A sheet that is nearly full is filled with blanks; one that is nearly empty is left out.
    over = (len(questions) + 2) % per_sheet
    if over and over < per_sheet - 2 and len(questions) + 2 > per_sheet:
        questions = questions[: len(questions) - over]
    questions = sorted(questions, key=lambda question: question.number)
    titles = {q.number: section.title for section in guide.sections for q in section.questions}
    cards = [_card(question, titles[question.number]) for question in questions]
    cards += [_PASS, _OWN]
    cards += [_OWN] * (-len(cards) % per_sheet)
    return [{"fronts": list(s), "backs": mirrored(s)} for s in _rows(cards, per_sheet)]


def mirrored(cards: Sequence[View], columns: int = 2) -> list[View]:
    """Return the cards of a sheet as they stand on its back: every row the other way round."""
    return [card for row in _rows(cards, columns) for card in reversed(row)]


def _rows(cards: Sequence[View], length: int) -> Iterator[Sequence[View]]:
    for start in range(0, len(cards), length):
        yield cards[start : start + length]


def _for_cards(guide: Guide) -> list[Question]:
    """Return the questions that a card can carry, those to discuss first."""
    fit = [
        question
        for section in guide.sections
        for question in section.questions
        if section.stage != "reflect"
        and question.prompt.form in ("question", "completion", "list")
        and len(question.text.split()) <= MOST_CARD_WORDS
        and may_stand_alone(question, guide)
    ]
    return sorted(fit, key=lambda question: not question.starred)


def may_stand_alone(question: Question, guide: Guide) -> bool:
    """Tell whether a question may be shown away from its reading.

    From level 2 on it quotes nothing from a paragraph that has a hard word in it; at level 3
    it quotes only paragraphs that the editor called safe.
    """
    level = guide.sensitivity.level
    if level < 2 or "“" not in question.text:
        return True
    quoted = set(question.paragraphs) or {0}
    safe = set(guide.document.front.sensitivity.safe_lines)
    if level == 2:
        hard = {match.paragraph for match in guide.sensitivity.matches}
        return not guide.sensitivity.dehumanising and not (quoted - safe) & (hard | {0})
    return quoted <= safe


def _card(question: Question, title: str) -> View:
    return {
        "kind": "question",
        "number": question.number,
        "starred": question.starred,
        "text": question.text,
        "pointer": tied(question.pointer),
        "starter": question.starter,
        "section": title,
        "job": JOBS[question.number % len(JOBS)],
    }


def ticket_questions(guide: Guide) -> list[Question]:
    """Return what a slip asks: the closing questions of the plan, at most three."""
    closing = [
        question
        for section in guide.sections
        for question in section.questions
        if section.stage == "reflect"
    ]
    return closing[:_MOST_PROMPTS]
