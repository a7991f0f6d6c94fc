"""The library: every prompt, plan and word list, checked against one another.

Files come in sets, the built-in templates first and a project's own after them. A
project's file takes the place of the built-in file at the same path, and its prompt, plan
or word that of the same name in any file. What has a mistake is left out and reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import PurePosixPath
from typing import Any

from guides import planned, templating
from guides.editions import EDITIONS
from guides.formats import ListFile, PromptFile, WordFile
from guides.model import CareTexts, Plan, Prompt, WordLists
from guides.problems import Problem, did_you_mean
from guides.schema import Located, record
from guides.source import Source, Span

# The folder below `templates/` that a file lies in → what the file holds.
_FOLDERS: dict[str, Any] = {
    "prompts": PromptFile,
    "plans": Plan,
    "words": WordFile,
    "lists": ListFile,
    "care": CareTexts,
}

_STEMS = ("ask", "point", "starter", "why", "listen_for", "if_stuck", "press", "watch_out")
_CONDITIONS = ("needs", "avoid_if")


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that guides are made from, besides the seed.

    Attributes:
        prompts: By id, in the order of the files.
        plans: By id.
        lists: The glossary and the lists of sensitive and loaded words.
        care: What a hard topic adds; None where it could not be read.
        problems: Everything to put right, file by file.
        prompt_places: By id, where each part of a prompt was written; empty in a library
            that was kept from an earlier run.
        plan_places: By id, likewise.
        broken_plans: What plans are called whose files have mistakes; they are not in *plans*.
    """

    prompts: Mapping[str, Prompt]
    plans: Mapping[str, Plan]
    lists: WordLists
    care: CareTexts | None
    problems: tuple[Problem, ...]
    prompt_places: Mapping[str, Located[Prompt]]
    plan_places: Mapping[str, Located[Plan]]
    broken_plans: frozenset[str] = frozenset()


def load(sources: Iterable[Source], editions: Iterable[str] = ()) -> Library:
    """Read template files, later ones over earlier ones.

    Args:
        sources: The YAML files below one or more `templates/` folders. What a name has
            before the folder of its kind (`prompts/`, `plans/`, …) tells the sets apart.
        editions: Those that a plan may print besides ours.
    """
    problems: list[Problem] = []
    files = _winning(sources, problems)
    shelves = {name: _Shelf(problems) for name in ("prompts", "plans", "words", "care")}
    shelves |= {name: _Shelf(problems) for name in ("benign", "categories", "loaded")}
    for file in files:
        whole, found = _record(file.source, file.folder)
        problems += found
        if whole:
            for shelf, key, item in _entries(file.folder, whole):
                shelves[shelf].put(key, item, file.root)
    _check(shelves, _ids(files, "prompts"), (*EDITIONS, *editions), problems)
    order = {file.source.name: number for number, file in enumerate(files)}
    problems.sort(key=lambda problem: _position(problem, order))
    broken = _ids(files, "plans") - shelves["plans"].items.keys()
    return _library(shelves, tuple(problems), broken)


@lru_cache(maxsize=256)
def _record(source: Source, folder: str) -> tuple[Located[Any] | None, tuple[Problem, ...]]:
    """Return what a file holds; a process that loads again after a change reads that file only."""
    whole, found = record(source, _FOLDERS[folder])
    return whole, tuple(found)


def _position(problem: Problem, order: Mapping[str, int]) -> tuple[int, int]:
    if problem.span is None:
        return -1, 0
    return order.get(problem.span.source.name, -1), problem.span.start


# ---------------------------------------------------------------- files and shelves


@dataclass(frozen=True, slots=True)
class _File:
    """A file, the kind of its folder, and the set that it belongs to."""

    source: Source
    folder: str
    root: str


def _winning(sources: Iterable[Source], problems: list[Problem]) -> list[_File]:
    """Return the files to read: of two at the same path, the later one."""
    files: dict[str, _File] = {}
    for source in sources:
        parts = PurePosixPath(source.name).parts
        depth = len(parts) - parts[::-1].index("templates") if "templates" in parts else 0
        while depth < len(parts) - 1 and parts[depth] not in _FOLDERS:
            depth += 1
        if depth >= len(parts) - 1:
            problems.append(_misplaced(source))
            continue
        path = "/".join(parts[depth:])
        files[path] = _File(source, parts[depth], "/".join(parts[:depth]))
    return list(files.values())


def _misplaced(source: Source) -> Problem:
    folder = PurePosixPath(source.name).parent.name
    listed = ", ".join(f"`{name}/`" for name in _FOLDERS)
    return Problem(
        "misplaced-file",
        f"this file is not used: nothing is read from `{folder}/`",
        Span(source, 0, 0),
        did_you_mean(folder, _FOLDERS) or f"move it to {listed}",
        "warning",
    )


@dataclass
class _Shelf:
    """Values of one kind by name; each remembers the set it came from."""

    problems: list[Problem]
    items: dict[str, Located[Any]] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)

    def put(self, key: str, item: Located[Any], root: str) -> None:
        """Add a value, in place of one from an earlier set; twice in one set is a mistake."""
        if self.roots.get(key) == root:
            first = self.items[key].span().place
            message = f"`{key}` is already in {first}"
            hint = "take one of the two out, or give it another name"
            self.problems.append(Problem("duplicate-id", message, item.span(), hint))
            return
        self.items.pop(key, None)
        self.items[key] = item
        self.roots[key] = root

    def values(self) -> tuple[Any, ...]:
        return tuple(item.value for item in self.items.values())


def _entries(folder: str, whole: Located[Any]) -> Iterator[tuple[str, str, Located[Any]]]:
    """Yield what a file holds: the shelf, the name and the value."""
    if folder == "prompts":
        yield from (("prompts", item.value.id, item) for item in whole.items("prompts"))
    elif folder == "words":
        yield from (("words", _headword(item), item) for item in whole.items("words"))
    elif folder == "lists":
        yield from (("benign", item.value, item) for item in whole.items("benign"))
        yield from (("categories", item.value.id, item) for item in whole.items("categories"))
        yield from (("loaded", item.value.word, item) for item in whole.items("loaded"))
    else:
        yield folder, whole.value.id if folder == "plans" else folder, whole


def _headword(item: Located[Any]) -> str:
    """Return the name of a glossary entry; noun and verb may have one each."""
    part = item.value.part
    return f"{item.value.word} ({part})" if part else item.value.word


def _library(
    shelves: Mapping[str, _Shelf], problems: tuple[Problem, ...], broken_plans: Iterable[str]
) -> Library:
    prompts, plans = shelves["prompts"].items, shelves["plans"].items
    return Library(
        prompts={name: prompt.value for name, prompt in prompts.items()},
        plans={name: plan.value for name, plan in plans.items()},
        lists=WordLists(
            words=shelves["words"].values(),
            sensitive=shelves["categories"].values(),
            benign=shelves["benign"].values(),
            loaded=shelves["loaded"].values(),
        ),
        care=next(iter(shelves["care"].values()), None),
        problems=problems,
        prompt_places=prompts,
        plan_places=plans,
        broken_plans=frozenset(broken_plans),
    )


# ---------------------------------------------------------------- checks beyond types


def _check(
    shelves: Mapping[str, _Shelf], ids: set[str], editions: Sequence[str], problems: list[Problem]
) -> None:
    """Report what is wrong in itself or against the rest, and leave it out."""
    checks: dict[str, Callable[[Located[Any]], Iterator[Problem]]] = {
        "prompts": _prompt_problems,
        "plans": partial(_plan_problems, known=ids, editions=editions),
        "care": _care_problems,
    }
    for name, check in checks.items():
        shelf = shelves[name]
        for key, item in list(shelf.items.items()):
            if found := list(check(item)):
                problems += found
                del shelf.items[key]


_ID = re.compile(r"^[ -]*id:[ ]*[\"']?([^\"'\s#]+)", re.MULTILINE)


def _ids(files: Iterable[_File], folder: str) -> set[str]:
    """Return every id in a folder as written: what was left out is not unknown, too."""
    texts = [file.source.text for file in files if file.folder == folder]
    return {name for text in texts for name in _ID.findall(text)}


def _prompt_problems(prompt: Located[Prompt]) -> Iterator[Problem]:
    known = templating.prompt_names()
    for name in _STEMS:
        place = partial(prompt.within, (name,))
        yield from templating.check_stem(getattr(prompt.value, name), known, place)
    for name in _CONDITIONS:
        for number, text in enumerate(getattr(prompt.value, name)):
            place = partial(prompt.within, (name, number))
            yield from templating.check_expression(text, known, place)


def _care_problems(care: Located[CareTexts]) -> Iterator[Problem]:
    place = partial(care.within, ("content_note",))
    yield from templating.check_stem(care.value.content_note, templating.CARE_NAMES, place)


def _edition_problems(located: Located[Plan], known: Sequence[str]) -> Iterator[Problem]:
    for number, edition in enumerate(located.value.editions):
        if edition not in known:
            hint = did_you_mean(edition, known) or f"choose from {', '.join(known)}"
            place = located.span("editions", number)
            yield Problem("unknown-edition", f"no edition is called `{edition}`", place, hint)


def _plan_problems(
    located: Located[Plan], known: set[str], editions: Sequence[str]
) -> Iterator[Problem]:
    plan = located.value
    stem = PurePosixPath(located.node.span.source.name).stem
    if plan.id != stem:
        message = f"a plan is called like its file: expected `{stem}`, found `{plan.id}`"
        yield Problem("plan-id", message, located.span("id"), "rename one of the two")
    total = sum(step.minutes for step in plan.steps)
    if total != plan.minutes:
        message = f"the steps take {total} minutes, the plan {plan.minutes}"
        hint = "change a step, or the minutes of the plan, until they agree"
        yield Problem("minutes", message, located.span("minutes"), hint)
    yield from _section_problems(located, known)
    yield from _edition_problems(located, editions)
    titles = [section.title for section in plan.sections]
    for number, step in enumerate(plan.steps):
        if step.section and step.section not in titles:
            place = located.span("steps", number, "section")
            listed = ", ".join(f"`{title}`" for title in titles)
            hint = did_you_mean(step.section, titles) or f"choose {listed}"
            message = f"no section is called `{step.section}`"
            yield Problem("unknown-section", message, place, hint)
    yield from _slot_problems(located)


def _slot_problems(located: Located[Plan]) -> Iterator[Problem]:
    """Yield a problem for each slot in a plan's sentences that nothing fills."""
    plan = located.value
    for number, aim in enumerate(plan.aims):
        yield from _unfilled(planned.unknown_in_aim(aim), located.span("aims", number))
    for number, step in enumerate(plan.steps):
        for key, text in (("lead", step.lead), ("group", step.group)):
            place = located.span("steps", number, key)
            yield from _unfilled(planned.unknown(text, (), ()), place)
    steps = [step.title for step in plan.steps]
    sections = [section.title for section in plan.sections]
    for number, line in enumerate(plan.adapt):
        place = located.span("adapt", number)
        yield from _unfilled(planned.unknown(line, steps, sections), place)


def _unfilled(slots: Iterable[tuple[str, str]], place: Span | None) -> Iterator[Problem]:
    for slot, hint in slots:
        yield Problem("unknown-slot", f"nothing fills `{{{{ {slot} }}}}` in a plan", place, hint)


def _section_problems(located: Located[Plan], known: set[str]) -> Iterator[Problem]:
    for number, section in enumerate(located.value.sections):
        if section.starred > section.count:
            message = f"{section.starred} of {section.count} questions cannot be starred"
            place = located.span("sections", number, "starred")
            yield Problem("too-many-stars", message, place, f"star at most {section.count}")
        for index, name in enumerate(section.first):
            if name not in known:
                message = f"no prompt is called `{name}`"
                place = located.span("sections", number, "first", index)
                hint = did_you_mean(name, known) or "see `guides list prompts`"
                yield Problem("unknown-prompt", message, place, hint)
