"""Whose guide it is: the teacher's draft where there is one, else what is chosen for her."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from guides import drafts, pipeline, project, session
from guides.library import Library
from guides.model import NO_WISHES, Document, Findings, Guide, Plan, Wishes
from guides.problems import Failed, Problem


def plan_of(
    document: Document, library: Library, name: str = "", usual: Sequence[str] = ()
) -> Plan:
    """Return the plan called *name*, else the one that the text asks for, else the usual one.

    Raises:
        Failed: There is no such plan.
    """
    return plans_of(document, library, (name,) if name else (), usual)[0]


def plans_of(
    document: Document, library: Library, names: Sequence[str] = (), usual: Sequence[str] = ()
) -> list[Plan]:
    """Return the plans that a text is to be printed for, at least one.

    Args:
        document: The text; its editor may name a plan.
        library: The plans there are.
        names: What is asked for, which wins.
        usual: What the project prints for texts that name none.

    Raises:
        Failed: There is no such plan.
    """
    return [project.plan_named(name, library) for name in plan_names(document, names, usual)]


def plan_names(
    document: Document, names: Sequence[str] = (), usual: Sequence[str] = ()
) -> Sequence[str]:
    """Return what the plans are called that `plans_of` looks for."""
    own = (document.front.plan,) if document.front.plan else ()
    return names or own or usual or (project.DEFAULT_PLAN,)


def guide(
    seed: Path,
    plan: Plan,
    found: Findings,
    candidates: Callable[[], pipeline.Candidates],
    library: Library,
    wishes: Wishes = NO_WISHES,
) -> tuple[Guide, tuple[Problem, ...]]:
    """Return the guide that is printed for *seed*, and what there is to say of its draft.

    Args:
        seed: The text's file; a draft lies beside it.
        plan: The session plan.
        found: What is in the text.
        candidates: Fills the prompts; not called where a draft says what is asked.
        library: Prompts and care texts.
        wishes: What the user changes of the plan.

    Raises:
        Failed: The plan is not for this text, or the draft holds what the text does not.
    """
    if refused := pipeline.refusals(plan, found):
        raise Failed(refused)
    care = project.care_texts(library)
    drafted = project.read_draft(seed, plan.id)
    if drafted is None:
        return pipeline.choose(found, candidates(), plan, care, wishes), ()
    said, problems = drafts.read(drafted, found, library.prompts)
    if any(problem.severity == "error" for problem in problems):
        raise Failed(problems)
    guide = pipeline.around(found, said.sections, plan, care, wishes)
    if said.words is not None:
        guide = replace(guide, words=said.words)
    if said.steps is not None:
        rows = session.timed(said.steps, said.sections, wishes.start or 0)
        minutes = sum(step.minutes for step in said.steps)
        guide = replace(guide, steps=rows, plan=replace(plan, minutes=minutes))
    return guide, tuple(problems)
