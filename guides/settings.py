"""The project file: what a school says once for all its guides.

`guides.yaml` lies at the root of a project, beside its logo. What is typed on the command line
wins over it; a seed that names a plan in its front matter wins over the plans named here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guides.files import holds
from guides.model import PLAIN, Look, ProjectFile
from guides.problems import Failed, Problem, did_you_mean
from guides.project import FILE, PICTURES, Project, read_text
from guides.source import Span
from guides.yaml_nodes import MapNode

# What the head of a page has room for, in characters.
LONGEST = {"school": 70, "class_name": 30, "date": 30, "logo_alt": 120}
_LONGEST_FIELD = 24
_MOST_FIELDS = 4


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project file says.

    Attributes:
        look: How guides are printed unless the command line says otherwise.
        plans: The plans for seeds that name none, each with its place.
        problems: What is wrong in the file; the rest of it holds.
        places: Where each of its keys has its value.
    """

    look: Look = PLAIN
    plans: tuple[tuple[str, Span], ...] = ()
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, Span] = field(default_factory=dict, compare=False)

    def unknown_plans(self, known: Collection[str]) -> Iterator[Problem]:
        """Yield a problem for each plan that there is not."""
        for name, span in self.plans:
            if name not in known:
                hint = did_you_mean(name, known) or "`guides list plans` has them all"
                yield Problem("no-such-plan", f"there is no plan called `{name}`", span, hint)

    @property
    def plan_names(self) -> tuple[str, ...]:
        """The names of the plans."""
        return tuple(name for name, _ in self.plans)


def read(here: Project) -> Settings:
    """Return the settings of a project; without a file, the usual ones."""
    path = here.root / FILE
    if not path.is_file():
        return Settings()
    from guides import schema

    try:
        source = read_text(path)
    except Failed as failure:
        return Settings(problems=tuple(failure.problems))
    located, problems = schema.record(source, ProjectFile)
    if located is None:
        # A file in which every line is still a comment says nothing, and that is right.
        return Settings(problems=tuple(p for p in problems if p.code != "missing-key"))
    problems += _too_long(located)
    logo, more = _logo(located, here.root)
    plans = tuple((name, located.span("plans", at)) for at, name in enumerate(located.value.plans))
    keys = located.node.entries if isinstance(located.node, MapNode) else {}
    places = {key: located.span(key) for key in keys}
    return Settings(_look(located.value, logo), plans, (*problems, *more), places)


def required(here: Project) -> Settings:
    """Return the settings of a project that has no mistake in its file.

    Raises:
        Failed: It has one.
    """
    found = read(here)
    if found.problems:
        raise Failed(found.problems)
    return found


def _look(said: ProjectFile, logo: str) -> Look:
    presets: dict[str, Any] = {name.replace("-", "_"): True for name in said.presets}
    return Look(
        paper=said.paper,
        theme=said.theme,
        pages=said.pages,
        support=said.support,
        school=said.school,
        class_name=said.class_name,
        date=said.date,
        fields=said.fields,
        logo=logo,
        logo_alt=said.logo_alt,
        **presets,
    )


def _too_long(located: Any) -> list[Problem]:
    """Return a problem for each text that the head of a page has no room for."""
    hint = "shorten it; the head of a page is one line"
    found = []
    for name, most in LONGEST.items():
        if (count := len(getattr(located.value, name))) > most:
            message = f"`{name}` has {count} characters, more than {most}"
            found.append(Problem("head-too-full", message, located.span(name), hint))
    fields = located.value.fields
    for at, label in enumerate(fields):
        if not label.strip() or label in fields[:at]:
            message = f"`{label}` is there twice" if label.strip() else "this field has no name"
            place = located.span("fields", at)
            found.append(Problem("field-name", message, place, "give each a name of its own"))
        if len(label) > _LONGEST_FIELD or at >= _MOST_FIELDS:
            message = f"there is no room for the field `{label[:40]}`"
            more = f"keep at most {_MOST_FIELDS}, of {_LONGEST_FIELD} characters or fewer"
            found.append(Problem("head-too-full", message, located.span("fields", at), more))
    return found


def _logo(located: Any, root: Path) -> tuple[str, list[Problem]]:
    """Return the logo as it is printed, empty where there is none or it cannot be."""
    from guides import pictures

    name = located.value.logo
    if not name:
        return "", []
    span = located.span("logo")
    path = root / name
    if Path(name).name != name or name.startswith(".") or holds(path.is_symlink):
        hint = f"put the file beside `{FILE}` and write its name alone"
        message = f"a logo lies beside `{FILE}`, not at `{name[:60]}`"
        return "", [Problem("logo-elsewhere", message, span, hint)]
    if not holds(path.is_file):
        beside = (item for item in root.iterdir() if item.is_file())
        there = [item.name for item in beside if item.suffix.lower() in PICTURES]
        hint = did_you_mean(name, there) or f"put the file beside `{FILE}`"
        return "", [Problem("no-such-file", f"there is no file called `{name}`", span, hint)]
    if path.suffix.lower() not in PICTURES:
        # By its ending a run knows that a file beside this one is a picture, and reads a new one.
        message, hint = "this logo has a name that does not end in .png or .svg", "rename the file"
        return "", [Problem("logo-unusable", message, span, hint)]
    if not located.value.logo_alt:
        hint = "add `logo_alt:` What the logo shows, in a few words"
        return "", [Problem("missing-key", "the logo has no `logo_alt`", span, hint)]
    try:
        with path.open("rb") as file:
            return pictures.picture(name, file.read(pictures.LARGEST + 1)), []
    except pictures.Unusable as reason:
        message = f"this logo {reason.why}"
        return "", [Problem("logo-unusable", message, span, reason.hint)]
    except OSError as error:
        message = f"cannot be opened: {error.strerror or error}".lower()
        return "", [Problem("cannot-open", message, span, "check who may read it")]
