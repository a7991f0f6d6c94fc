"""The program on one page: find, fill, choose.

Everything here is pure: a document and a library in, a guide and problems out. Files are
`project`'s, paper is `layout`'s and `printing`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guides import choosing, filling, findings, lint, session, templating, together
from guides.library import Library
from guides.model import (
    NO_WISHES,
    CareTexts,
    Document,
    Findings,
    Guide,
    GuideSection,
    GuideStep,
    Plan,
    Prompt,
    Question,
    Quotation,
    Section,
    Wishes,
)
from guides.problems import Failed, Problem, did_you_mean

# Below this many words a text gives fewer good questions than a lesson asks for.
_SHORT_TEXT = 200
_FEW_PARAGRAPHS = 6
_FEW_LINES = 50
_SIDES = 2

# Below this, who speaks was worked out from turns of talk alone.
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class Candidates:
    """What could be asked: *kept* passed the lint, *dropped* did not, with the reasons."""

    kept: tuple[Question, ...]
    dropped: tuple[tuple[Question, tuple[lint.Breach, ...]], ...]


def find(document: Document, library: Library) -> Findings:
    """Return everything in *document* that is worth talking about, with unsure names left out."""
    return _sure(findings.find(document, library.lists))


def _sure(found: Findings) -> Findings:
    """Take the name off every quotation whose speaker is not sure: a wrong one is worst."""
    quotations = tuple(
        item if _is_sure(item) else replace(item, speaker="", speaker_kind="unknown")
        for item in found.quotations
    )
    speakers = tuple(dict.fromkeys(item.speaker for item in quotations if item.speaker))
    return replace(
        found,
        quotations=quotations,
        texts=tuple(map(_sure, found.texts)),
        pairs=tuple(pair for pair in found.pairs if pair.confidence >= _SURE),
        overview=replace(found.overview, speakers=speakers),
    )


def _is_sure(item: Quotation) -> bool:
    """Tell whose words a quotation is; what somebody reads out is another's."""
    reads = item.speaker_kind == "person" and item.verb in ("read", "reads")
    return item.confidence >= _SURE and not reads


def fill(found: Findings, prompts: Iterable[Prompt]) -> Candidates:
    """Return every prompt filled with every finding it can use, linted.

    Texts that are read together are asked about one by one, then all at once.
    """
    if not found.texts:
        return _fill(found, prompts)
    shared, single = together.about_all(prompts)
    whole = _fill(found, shared)
    parts = [_fill(text, single) for text in found.texts]
    kept = together.questions(found, whole.kept, [part.kept for part in parts])
    return Candidates(tuple(kept), tuple(pair for part in (whole, *parts) for pair in part.dropped))


def _fill(found: Findings, prompts: Iterable[Prompt]) -> Candidates:
    kept, dropped = [], []
    for question in filling.fill(found, prompts):
        breaches = lint.check_question(question, found)
        if any(breach.severity == "error" for breach in breaches):
            dropped.append((question, breaches))
        else:
            kept.append(replace(question, score=question.score - 3 * len(breaches)))
    return Candidates(tuple(kept), tuple(dropped))


def choose(
    found: Findings,
    candidates: Candidates,
    plan: Plan,
    care: CareTexts,
    wishes: Wishes = NO_WISHES,
) -> Guide:
    """Return the guide that *plan* asks for, as far as *wishes* do not change it."""
    plan = replace(plan, sections=choosing.counted(plan.sections, wishes.count))
    sections = tuple(_fitted(plan.sections, found))
    chosen = _chosen(found, tuple(wished(candidates.kept, wishes)), sections, wishes.variant)
    asked = tuple(_numbered(sections, chosen))
    guide = around(found, asked, plan, care, wishes)
    return replace(guide, missing=(*_fewer(plan, sections, asked), *guide.missing))


def around(
    found: Findings,
    asked: tuple[GuideSection, ...],
    plan: Plan,
    care: CareTexts,
    wishes: Wishes = NO_WISHES,
) -> Guide:
    """Return the guide around questions that are already there: chosen, or a teacher's draft."""
    questions = [question for section in asked for question in section.questions]
    minutes = session.reading_minutes(found.reading)
    steps = session.run_of_show(plan, asked, found.sensitivity.level, minutes, wishes.start or 0)
    return Guide(
        document=found.document,
        plan=plan,
        sections=asked,
        genre=found.overview.genre,
        steps=steps,
        words=session.words_to_know(found, questions, plan.words),
        sensitivity=found.sensitivity,
        care=session.care(care, found, _content_note(care, found)),
        checks=session.checks(found),
        timeline=session.timeline(found),
        people=found.people,
        organisations=found.organisations,
        places=found.places,
        reading=found.reading,
        reading_minutes=minutes,
        credit=session.credit(found.document),
        credits=tuple(map(session.credit, found.document.texts)),
        missing=tuple(_too_little_time(steps, minutes)),
    )


def make(
    document: Document,
    library: Library,
    plan: Plan,
    care: CareTexts,
    wishes: Wishes = NO_WISHES,
) -> Guide:
    """Return the guide for *document*: the whole line from reading to choosing.

    Raises:
        Failed: The plan is not for this text.
    """
    found = find(document, library)
    if problems := refusals(plan, found):
        raise Failed(problems)
    return choose(found, fill(found, library.prompts.values()), plan, care, wishes)


def wished(questions: Iterable[Question], wishes: Wishes) -> Iterator[Question]:
    """Yield the questions that the wishes do not rule out."""
    for question in questions:
        prompt = question.prompt
        if prompt.family not in wishes.without and prompt.depth <= wishes.depth:
            yield question


def refusals(plan: Plan, found: Findings) -> tuple[Problem, ...]:
    """Return why *plan* must not be used with this text; nothing where it may."""
    front, level = found.document.front, found.sensitivity.level
    choice = front.sensitivity
    if plan.id in choice.off:
        message = f"the plan `{plan.id}` is switched off for this text"
        return (Problem("plan-off", message, None, "choose another plan, or take it out of `off`"),)
    if level > plan.highest_level and plan.id not in choice.on:
        message = f"the plan `{plan.id}` is not for a topic as hard as this (level {level})"
        hint = f"choose another plan, or put `on: [{plan.id}]` under `sensitivity`"
        return (Problem("plan-off", message, None, hint),)
    if plan.needs_options and len(front.policy_options) != _SIDES:
        message = f"the plan `{plan.id}` needs two ways to an end that everyone shares"
        hint = "put `policy_options: [first way, second way]` in the front matter"
        return (Problem("no-policy-options", message, None, hint),)
    if plan.needs_options and (
        front.about_worth or any(map(lint.weighs_people, front.policy_options))
    ):
        message = "nobody has confirmed that the two ways are not about people's worth"
        hint = "debate only means to a shared end; then put `about_worth: false` beside them"
        return (Problem("about-worth", message, None, hint),)
    return ()


def advice(found: Findings, plans: Collection[str]) -> tuple[Problem, ...]:
    """Return what the editor should know about decisions in the front matter without effect."""
    return (*_unknown_plans(found, plans), *_level_without_reason(found))


def _unknown_plans(found: Findings, plans: Collection[str]) -> Iterator[Problem]:
    choice = found.document.front.sensitivity
    for name in (*choice.on, *choice.off):
        if name not in plans:
            hint = did_you_mean(name, plans) or "`guides list plans` has them all"
            message = f"`sensitivity` names a plan `{name}`, and there is none"
            yield Problem("no-such-plan", message, None, hint, "warning")


def _level_without_reason(found: Findings) -> tuple[Problem, ...]:
    choice, sensitivity = found.document.front.sensitivity, found.sensitivity
    if choice.level is None or choice.level >= sensitivity.level or not sensitivity.checked:
        return ()
    message = f"level {choice.level} was not taken: the text reads like level {sensitivity.level}"
    hint = "write a `reason` beside it, and the lower level is yours"
    return (Problem("no-reason", message, None, hint, "warning"),)


def _chosen(
    found: Findings, candidates: Sequence[Question], sections: Sequence[Section], variant: int
) -> tuple[tuple[Question, ...], ...]:
    """Choose; for a later variant, make the earlier ones' prompts dear and choose again."""
    scale = lint.Scale(found)
    chosen = choosing.choose(candidates, sections, scale.worth, scale.limit)
    for _ in range(variant - 1):
        used = {question.prompt.id for section in chosen for question in section}
        candidates = [
            replace(question, score=question.score - 5.0 * (question.prompt.id in used))
            for question in candidates
        ]
        # What the first sets have left over is seldom their equal.
        chosen = choosing.choose(candidates, sections, scale.worth, scale.limit, choosing.WEAKEST)
    return chosen


def _fitted(sections: Iterable[Section], found: Findings) -> Iterator[Section]:
    """Ask fewer questions of a very short text: two of three, at least one a section.

    A text of six paragraphs is short, even if they are long: there is little to point at. A
    few lines give half as many, and nothing to go on to.
    """
    paragraphs, words = len(found.document.numbered), found.reading.words
    few = paragraphs <= _FEW_PARAGRAPHS
    short = words < _SHORT_TEXT or (few and words < 2 * _SHORT_TEXT)
    for section in sections:
        count = max(min(section.count, 1), section.count * 2 // 3) if short else section.count
        if words < _FEW_LINES:
            count = 0 if section.stage == "act" else max(min(section.count, 1), section.count // 3)
        least = min(section.least, count)
        yield replace(section, count=count, starred=min(section.starred, count), least=least)


def _numbered(
    sections: Sequence[Section], chosen: Sequence[Sequence[Question]]
) -> Iterator[GuideSection]:
    """Number the questions through, star those to discuss, set their lines."""
    number = 0
    pairs = zip(sections, chosen, strict=True)
    starred = [choosing.star(questions, section.starred) for section, questions in pairs]
    if any(section.starred for section in sections):  # a group that meets needs one
        starred = choosing.with_a_star(starred)
    for section, questions in zip(sections, starred, strict=True):
        numbered = []
        for question in questions:
            number += 1
            lines = section.lines or question.lines
            numbered.append(replace(question, number=number, lines=lines))
        yield GuideSection(title=section.title, stage=section.stage, questions=tuple(numbered))


def _content_note(care: CareTexts, found: Findings) -> str:
    """Fill the content note with the labels of the categories, or take the editor's own."""
    own = found.document.front.sensitivity.content_note
    labels = list(found.sensitivity.labels[:3])
    if not (own or labels or found.sensitivity.checked):
        return care.unchecked_note
    if own or not labels:
        return own
    slots = {"labels": labels, "dehumanising": found.sensitivity.dehumanising}
    return templating.fill(care.content_note, slots)


def _fewer(plan: Plan, sections: Sequence[Section], asked: Sequence[GuideSection]) -> Iterator[str]:
    """Say what the plan asked for and the text could not give."""
    for wanted, fitted, got in zip(plan.sections, sections, asked, strict=True):
        if len(got.questions) < wanted.count:
            short = "the text is short" if fitted.count < wanted.count else "no more good ones"
            asked_here = _counted(len(got.questions))
            yield f"“{wanted.title}” has {asked_here}, where the plan has {wanted.count}: {short}."


def _counted(questions: int) -> str:
    return f"{questions or 'no'} question{'s' * (questions != 1)}"


def _too_little_time(steps: Sequence[GuideStep], minutes: int) -> Iterator[str]:
    """Say where the reading takes longer than the plan can give it."""
    place = session.reading_step([row.step for row in steps])
    if place is not None and minutes > steps[place].step.minutes + 1:
        given = steps[place].step.minutes
        yield (
            f"Reading takes about {minutes} minutes and there are {given}; "
            "choose an extract, or have it read beforehand."
        )
