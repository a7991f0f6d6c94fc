"""Questions on several texts: which of them are about one text, and which about all.

Prompts meet each text by itself, as if it were the only one. Afterwards a question that could be
asked of every text alike is one question, and one that points at no paragraph says which text it
means. Prompts that name `document.texts` are about all of them, and are filled once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from guides.model import Findings, Prompt, Question

# Before reading and after talking, people speak of everything that lies before them.
_ABOUT_ONE = frozenset(("during", "after"))
_EACH = "in each text"


def about_all(prompts: Iterable[Prompt]) -> tuple[tuple[Prompt, ...], tuple[Prompt, ...]]:
    """Part the prompts: those about several texts together, and those about one."""
    every = tuple(prompts)
    return (
        tuple(prompt for prompt in every if prompt.compares),
        tuple(prompt for prompt in every if not prompt.compares),
    )


def questions(
    found: Findings, whole: Sequence[Question], parts: Sequence[Sequence[Question]]
) -> Iterator[Question]:
    """Yield the questions on all texts, and those on each with a word on which it is.

    Args:
        found: In all texts.
        whole: What is asked about all of them.
        parts: What is asked about each.
    """
    yield from whole
    times = Counter(_key(question) for asked in parts for question in asked)
    told: set[tuple[str, str, str]] = set()
    for number, asked in enumerate(parts):
        for question in asked:
            key = _key(question)
            if question.paragraphs:
                yield question
            elif key not in told:
                told.add(key)
                yield _told(question, found, times[key] > 1, number)


def _key(question: Question) -> tuple[str, str, str]:
    return question.prompt.id, question.text, question.pointer


def _told(question: Question, found: Findings, shared: bool, number: int) -> Question:
    """Say beside a question without a paragraph which text it is about."""
    if question.prompt.stage not in _ABOUT_ONE:
        return question
    title = found.document.texts[number].title
    where = _EACH if shared else f"in “{title}”"
    if f"“{title}”" in question.text and not shared:
        return question
    return replace(question, pointer="; ".join(filter(None, (question.pointer, where))))
