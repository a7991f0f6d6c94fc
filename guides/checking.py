"""Looking without printing: what is wrong, what there is, what a problem code means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from guides import authoring, layout, lint, pipeline, project, settings
from guides.editions import EDITIONS, kind_of
from guides.library import Library
from guides.problems import Failed, Problem, placed
from guides.project import Project, shown


def check(here: Project, seeds: Sequence[Path]) -> tuple[tuple[Problem, ...], str]:
    """Return every problem in templates and seeds, and one line that sums up."""
    library = here.library_with_places()
    problems = [*library.problems, *_check_prompts(library)]
    templates = here.page_templates()
    layout.check(templates, problems)
    said = settings.read(here)
    plans = {*library.plans, *library.broken_plans}
    problems += [*said.problems, *said.unknown_plans(plans)]
    problems += layout.unknown_theme(said.look.theme, templates, said.places.get("theme"))
    usual = tuple(name for name in said.plan_names if name in plans)
    for seed in seeds:
        try:
            problems += _check_seed(seed, library, usual)
        except Failed as failure:
            problems += placed(failure.problems, shown(seed))
    errors = sum(problem.severity == "error" for problem in problems)
    counts = (
        _counted(len(seeds), "seed"),
        _counted(len(library.prompts), "prompt"),
        _counted(len(library.plans), "plan"),
        _counted(len(library.lists.words), "word"),
        _counted(errors, "error"),
        _counted(len(problems) - errors, "warning"),
    )
    return tuple(problems), ", ".join(counts)


def _check_prompts(library: Library) -> Iterator[Problem]:
    """Yield what the lint says of prompts, whatever their slots are filled with."""
    for place in library.prompt_places.values():
        for breach in lint.check_wording(place.value):
            message = f"it {breach.message}"
            span = place.span("ask")
            yield Problem(breach.code, message, span, breach.hint, breach.severity)


def _check_seed(seed: Path, library: Library, usual: Sequence[str]) -> Iterator[Problem]:
    """Yield what an editor should see about one seed: reading, plan, slips, the guide."""
    document = project.read_seed(seed)
    yield from document.problems
    found = pipeline.find(document, library)
    plans = {*library.plans, *library.broken_plans}
    yield from placed(pipeline.advice(found, plans), shown(seed))
    for slip in found.slips:
        hint = f"perhaps `{slip.guess}`" if slip.guess else ""
        message = f"`{slip.text}` looks like a slip in the source"
        yield Problem("slip-in-source", message, slip.span, hint, "warning")
    name = authoring.plan_names(document, usual=usual)[0]
    if name in library.broken_plans:
        return  # what is wrong with it is told of its file
    plan = project.plan_named(name, library)
    candidates = partial(pipeline.fill, found, library.prompts.values())
    guide, problems = authoring.guide(seed, plan, found, candidates, library)
    yield from problems
    for line in guide.missing:
        yield Problem("too-few-questions", line.rstrip("."), None, "", "warning", shown(seed))
    for rule, times in lint.broken(guide.questions, found):
        message = rule.says if times == 1 else f"{rule.says} ({times})"
        yield Problem(rule.code, message, None, rule.hint, "warning", shown(seed))
    for flaw in lint.check_guide(guide, found):
        yield Problem(flaw.code, flaw.message, None, flaw.hint, "warning", shown(seed))


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def listing(here: Project, kind: str) -> Iterator[tuple[str, str]]:
    """Yield a name and a few words for everything of a kind.

    Args:
        here: The project.
        kind: ``seeds``, ``plans``, ``prompts``, ``editions`` or ``problems``.
    """
    if kind == "seeds":
        for seed in here.seeds:
            yield shown(seed), project.read_seed(seed).title
    elif kind == "problems":
        for code in codes():
            yield code, _first_sentence(explanation(code))
    else:
        library = here.library()
        if kind == "plans":
            for plan in library.plans.values():
                yield plan.id, f"{plan.title}, {plan.minutes} minutes"
        elif kind == "prompts":
            for prompt in library.prompts.values():
                yield prompt.id, f"{prompt.stage}: {prompt.ask}"
        else:
            for name in (*EDITIONS, *here.own_editions()):
                edition = kind_of(name)
                yield name, f"for {edition.audience}: {edition.words}"


def explanation(code: str) -> str:
    """Return the section of `explain.md` on *code*, or an empty string."""
    return _sections().get(code, "")


def codes() -> tuple[str, ...]:
    """Return every code that has an explanation, in alphabetical order."""
    return tuple(sorted(_sections()))


def _sections() -> dict[str, str]:
    text = Path(__file__).with_name("explain.md").read_text("utf-8")
    parts = re.split(r"^## +`?([\w-]+)`?[^\n]*\n", text, flags=re.MULTILINE)
    return {code: body.strip() for code, body in zip(parts[1::2], parts[2::2], strict=True)}


def _first_sentence(text: str) -> str:
    return " ".join(text.split("\n\n", maxsplit=1)[0].split()).split(". ")[0].rstrip(".")
