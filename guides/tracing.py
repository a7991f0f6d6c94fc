"""Why each candidate was kept, dropped or beaten, one line each, for whoever tends the prompts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from guides import pipeline
from guides.model import Guide, Prompt, Question, Wishes

Fate = Literal["chosen", "beaten", "no room", "not wished", "dropped", "not filled"]


@dataclass(frozen=True, slots=True)
class Trace:
    """What became of a candidate.

    Attributes:
        fate: In a word or two.
        prompt: The prompt's id.
        question: What it would have asked; empty where nothing in the text fits its needs.
        why: The reason, one short clause.
    """

    fate: Fate
    prompt: str
    question: str
    why: str


def trace(
    candidates: pipeline.Candidates, guide: Guide, prompts: Iterable[Prompt], wishes: Wishes
) -> Iterator[Trace]:
    """Yield every candidate with its fate, the chosen ones first, then by prompt."""
    chosen = {question.text: question for question in guide.questions}
    for question in guide.questions:
        star = ", starred" if question.starred else ""
        yield _trace("chosen", question, f"question {question.number}{star}")
    wished = set(map(id, pipeline.wished(candidates.kept, wishes)))
    for question in candidates.kept:
        if question.text in chosen:
            continue
        if id(question) not in wished:
            yield _trace("not wished", question, "its family or its level was ruled out")
            continue
        rivals = list(_rivals(question, guide))
        if rivals:
            worst = min(rivals, key=lambda rival: (rival.score, rival.number))
            yield _trace("beaten", question, f"score {question.score:.1f}; {_against(worst)}")
        else:
            stage, family = question.prompt.stage, question.prompt.family
            yield _trace("no room", question, f"no section asks {family} at stage {stage}")
    for question, breaches in candidates.dropped:
        yield _trace("dropped", question, ", ".join(sorted({item.code for item in breaches})))
    filled = {question.prompt.id for question in candidates.kept}
    filled |= {question.prompt.id for question, _ in candidates.dropped}
    for prompt in sorted(prompts, key=lambda prompt: prompt.id):
        if prompt.id not in filled:
            yield Trace("not filled", prompt.id, "", "the text has nothing that it needs")


def _trace(fate: Fate, question: Question, why: str) -> Trace:
    return Trace(fate, question.prompt.id, question.text, why)


def _against(rival: Question) -> str:
    score = f"{rival.score:.1f}"
    return f"question {rival.number} ({rival.prompt.id}, {score}) was taken, or fits the set better"


def _rivals(question: Question, guide: Guide) -> Iterator[Question]:
    """Yield the chosen questions whose place it could have taken."""
    titles = {
        section.title
        for section in guide.plan.sections
        if section.stage == question.prompt.stage
        and (not section.families or question.prompt.family in section.families)
    }
    for section in guide.sections:
        if section.title in titles:
            yield from section.questions
