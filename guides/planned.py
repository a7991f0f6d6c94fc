"""What a plan says, as it is true of one guide.

A plan is written before anybody knows how many questions a text has good ones for, or how long
it takes to read. Where its words depend on that, they have a slot, which is filled here::

    Take {{ questions }}.                       the starred questions first, then one of the others
    Ask {{ a question }}.                       one of the starred questions
    {{ a question of Look closer }}             question 5 or 6
    {{ minutes without Wider, half of Core }}   what is left of the session, in minutes
    {{ minutes without one question of Core }}
    tell {{ said from unsaid }}                 what the story tells from what it leaves open
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guides.model import Guide, GuideStep, Question
from guides.problems import did_you_mean
from guides.templating.english import join_or

_SLOT = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_OF_SECTION = "a question of "
_WITHOUT = "minutes without "
_PART = re.compile(r"(?:(half|one question) of )?(.+)")
_OWN = "a question of your own"
_SAID = "said from unsaid"
_OF_STEPS = ("questions", "a question")
# What readers learn to tell apart, by what kind of text it is.
_APART = {
    "article": "what the text reports from what it judges or leaves open",
    "story": "what the story tells from what it leaves open",
    "poem": "what the poem says from what it leaves open",
    "speech": "what the speech states from what it asks for or leaves open",
    "letter": "what the letter states from what it asks for or leaves open",
    "talk": "what is known from what somebody thinks or leaves open",
    "how-to": "what the text asks people to do from why they should",
}


def of_step(text: str, row: GuideStep, guide: Guide) -> str:
    """Return what a step of the plan tells the leader or the group, its slots filled."""
    asked = _asked_in(row, guide)
    filled = {"questions": _in_turn(asked), "a question": _one_of(asked)}
    return _SLOT.sub(lambda slot: filled.get(slot[1], slot[0]), text)


def of_text(text: str, guide: Guide) -> str:
    """Return an aim of the plan, its slot filled with what there is to tell apart."""
    apart = _APART.get(guide.genre, "what the text says from what it leaves open")
    return _SLOT.sub(lambda slot: apart if slot[1] == _SAID else slot[0], text)


def of_session(text: str, guide: Guide) -> str:
    """Return a way to adapt a session, its slots filled; empty where the session has no such way.

    So where it is about a section or a step that this guide has not, or would leave out one
    question of one.
    """
    values = {slot: _value(slot, guide) for slot in _SLOT.findall(text)}
    if not all(values.values()):
        return ""
    return _SLOT.sub(lambda slot: values[slot[1]], text)


def unknown_in_aim(text: str) -> Iterator[tuple[str, str]]:
    """Yield each slot of an aim that nothing can fill, and a hint."""
    for slot in _SLOT.findall(text):
        if slot != _SAID:
            yield slot, f"an aim may have `{_SAID}`"


def unknown(text: str, steps: Sequence[str], sections: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each slot of a plan's sentence that nothing can fill, and a hint.

    *steps* and *sections* are the titles that it may name; none, in a sentence of a step.
    """
    for slot in _SLOT.findall(text):
        if slot.startswith(_WITHOUT) and steps:
            names = [title for _, title in _parts(slot)]
            known: Sequence[str] = steps
        elif slot.startswith(_OF_SECTION) and steps:
            names, known = [slot.removeprefix(_OF_SECTION)], sections
        else:
            names = [slot]
            known = ("minutes without …", "a question of …") if steps else _OF_STEPS
        for name in names:
            if name not in known:
                listed = ", ".join(f"`{title}`" for title in known)
                yield slot, did_you_mean(name, known) or f"choose from {listed}"


def _value(slot: str, guide: Guide) -> str:
    if slot.startswith(_WITHOUT):
        return _left(slot, guide)
    title = slot.removeprefix(_OF_SECTION)
    asked = [q for part in guide.sections if part.title == title for q in part.questions]
    numbers = [str(q.number) for q in asked if q.starred] or [str(q.number) for q in asked]
    return f"question {join_or(numbers)}" if numbers else ""


def _left(slot: str, guide: Guide) -> str:
    """Return the minutes that are left without some steps or parts of them."""
    rows = {row.step.title: row for row in guide.steps}
    less = 0.0
    for share, title in _parts(slot):
        row = rows.get(title)
        shares = {"": 1, "half": 2, "one question": len(row.questions) if row else 0}[share or ""]
        if row is None or (share and shares < 2):
            return ""
        less += row.step.minutes / shares
    return str(round(sum(row.step.minutes for row in guide.steps) - less))


def _parts(slot: str) -> list[tuple[str, str]]:
    """Return what a session is to go without: a share, empty for the whole, and a step."""
    parts = slot.removeprefix(_WITHOUT).split(", ")
    return [found.groups("") for part in parts if (found := _PART.fullmatch(part))]  # type: ignore[misc]


def _asked_in(row: GuideStep, guide: Guide) -> list[Question]:
    """Return all questions of the sections that a step discusses."""
    return [
        question
        for part in guide.sections
        if any(question.number in row.questions for question in part.questions)
        for question in part.questions
    ]


def _in_turn(asked: Sequence[Question]) -> str:
    """Return which questions to take, and in which order."""
    others = sum(not question.starred for question in asked)
    starred = len(asked) - others
    if not asked:
        return _OWN
    if not starred or not others:
        return "the question" if len(asked) == 1 else "the questions in turn"
    first = f"the starred question{'s' * (starred > 1)} first"
    return f"{first}, then {'the other one' if others == 1 else 'one of the others'}"


def _one_of(asked: Sequence[Question]) -> str:
    """Return which question to take if there is time for one."""
    starred = sum(question.starred for question in asked)
    if not asked:
        return _OWN
    if len(asked) == 1:
        return "the question"
    if starred == 1:
        return "the starred question"
    return "one of the starred questions" if 0 < starred < len(asked) else "one of the questions"
