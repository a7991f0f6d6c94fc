"""How the questions of one lesson come out, text by text.

Nobody has labelled them: whether a question is good, a person who reads it says. What a
program can count is counted here, one row a text and one for all, so that a change to prompts
or rules shows what it did to every text at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.core import ROOT, Skipped, folder, share
from guides import lint, pipeline, project
from guides.lint.question import opening
from guides.model import Findings, Question, Wishes
from guides.problems import Failed
from guides.project import Project

PLAN = "classroom-45"
HEAD = (
    "text",
    "words",
    "questions",
    "lint",
    "set rules broken",
    "families",
    "depth 1/2/3/4",
    "paragraphs asked about",
    "distinct openings",
    "only this text",
    "needs the text",
)


@dataclass(frozen=True, slots=True)
class Printed:
    """The questions that one text gets.

    Attributes:
        name: The file's name without its ending.
        warnings: How often a printed question breaks a rule that only warns.
        errors: How often one breaks a rule that must keep it off paper: never, if all is well.
        broken: The rules for a set that this one breaks, as the catalogue numbers them.
    """

    name: str
    words: int
    paragraphs: int
    questions: tuple[Question, ...]
    warnings: int
    errors: int
    broken: tuple[str, ...]


def texts() -> tuple[Path, ...]:
    """Return the texts to ask about: ours, and the shared corpus where it is at hand."""
    folders = [ROOT / "seeds", ROOT / "tests" / "samples"]
    with suppress(Skipped):
        folders.append(folder().parent / "corpus")
    return tuple(
        path for place in folders for path in sorted(place.glob("*")) if project.is_seed(path)
    )


def ask(path: Path) -> Printed:
    """Return what `guides build` would print for one text; may raise `Failed`."""
    library = _project().library()
    found = pipeline.find(project.read_seed(path), library)
    candidates = pipeline.fill(found, library.prompts.values())
    plan, care = library.plans[PLAN], project.care_texts(library)
    guide = pipeline.choose(found, candidates, plan, care, Wishes())
    return _printed(path.stem, tuple(guide.questions), found)


def _printed(name: str, questions: tuple[Question, ...], found: Findings) -> Printed:
    breaches = [breach for q in questions for breach in lint.check_question(q, found)]
    errors = sum(breach.severity == "error" for breach in breaches)
    broken = tuple(
        f"{rule.number} {rule.code} × {times}" for rule, times in lint.broken(questions, found)
    )
    words, paragraphs = found.reading.words, len(found.document.numbered)
    return Printed(name, words, paragraphs, questions, len(breaches) - errors, errors, broken)


@cache
def _project() -> Project:
    return Project(ROOT)


def rows(words: Sequence[str] = ()) -> Iterator[tuple[Sequence[str], bool]]:
    """Yield a row for every text whose name holds one of *words*, then one for all.

    With each comes whether it may go into a release: no question breaks an error rule.
    """
    every: list[Printed] = []
    for path in texts():
        if words and not any(word.lower() in path.name.lower() for word in words):
            continue
        try:
            printed = ask(path)
        except Failed as failed:
            yield (path.stem, f"skipped: {failed.problems[0].message}"), True
            continue
        every.append(printed)
        yield cells(printed), not printed.errors
    if every:
        yield _total(every), not any(printed.errors for printed in every)


def cells(printed: Printed) -> tuple[str, ...]:
    """Return one text's row, in the order of `HEAD`."""
    questions = printed.questions
    openings = {opening(question.text) for question in questions}
    return (
        printed.name,
        str(printed.words),
        str(len(questions)),
        f"{printed.errors} errors, {printed.warnings} warnings",
        "; ".join(printed.broken) or "none",
        str(len({question.prompt.family for question in questions})),
        _depths(questions),
        f"{len(_asked_about(questions))} of {printed.paragraphs}",
        f"{len(openings)} of {len(questions)}",
        _part(question.specific for question in questions),
        _part(question.prompt.text_dependent for question in questions),
    )


def _total(every: Sequence[Printed]) -> tuple[str, ...]:
    """Return the row of all texts together; shares are of all questions, not of all texts."""
    questions = [question for printed in every for question in printed.questions]
    openings = sum(len({opening(q.text) for q in printed.questions}) for printed in every)
    asked, paragraphs = (
        sum(len(_asked_about(printed.questions)) for printed in every),
        sum(printed.paragraphs for printed in every),
    )
    most = Counter(question.prompt.id for question in questions).most_common(5)
    return (
        f"all {len(every)} texts; most used: " + ", ".join(f"{name} {n}" for name, n in most),
        str(sum(printed.words for printed in every)),
        str(len(questions)),
        f"{sum(p.errors for p in every)} errors, {sum(p.warnings for p in every)} warnings",
        f"{sum(bool(printed.broken) for printed in every)} sets",
        str(len({question.prompt.family for question in questions})),
        _depths(questions),
        f"{asked} of {paragraphs}",
        f"{openings} of {len(questions)}",
        _part(question.specific for question in questions),
        _part(question.prompt.text_dependent for question in questions),
    )


def _depths(questions: Sequence[Question]) -> str:
    counts = Counter(question.prompt.depth for question in questions)
    return "/".join(str(counts[depth]) for depth in (1, 2, 3, 4))


def _asked_about(questions: Sequence[Question]) -> set[int]:
    return {number for question in questions for number in question.paragraphs}


def _part(flags: Iterator[bool]) -> str:
    judged = list(flags)
    return share(sum(judged) / len(judged)) if judged else ""
