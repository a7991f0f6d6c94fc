"""Where things are: a project's seeds, templates and output.

A project is a folder with `seeds/`, and, where it wants its own, `templates/`. Its
templates are read after the built-in ones and win over them. This checkout is a project,
too: there, the built-in templates and the project's are the same folder.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from guides import fingerprints
from guides.files import holds
from guides.problems import Failed, Problem, did_you_mean
from guides.source import Source

if TYPE_CHECKING:
    from guides.library import Library
    from guides.model import CareTexts, Document, Plan
    from guides.readers.several import Beside

DEFAULT_PLAN = "classroom-45"
# Says once what is the same for all guides of a project; see `settings`.
FILE = "guides.yaml"
PICTURES = (".png", ".svg")
_LARGEST_TEMPLATE = 2_000_000


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder."""

    root: Path

    @property
    def seeds(self) -> tuple[Path, ...]:
        """The source documents, by name; notes to people (README) are not seeds."""
        folder = self.root / "seeds"
        names: list[str] = []
        with suppress(OSError), os.scandir(folder) as entries:
            names = sorted(
                entry.name for entry in entries if _may_be_seed(entry.name) and entry.is_file()
            )
        return tuple(folder / name for name in names)

    @property
    def output(self) -> Path:
        """Where guides are written unless the caller says otherwise."""
        return self.root / "output"

    def template_folders(self) -> tuple[Path, ...]:
        """The folders of templates, the built-in one first, so that later ones win."""
        own = self.root / "templates"
        folders = [built_in_templates()]
        if own.is_dir() and own.resolve() != folders[0].resolve():
            folders.append(own)
        return tuple(folders)

    def own_file(self) -> fingerprints.Inventory:
        """The project file and every picture beside it that could be its logo."""
        found = fingerprints.Inventory()
        with suppress(OSError), os.scandir(self.root) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                named = entry.name == FILE or entry.name.lower().endswith(PICTURES)
                if named and entry.is_file():
                    found.add(entry.name, entry.path, entry.stat())
        return found

    def fonts(self) -> tuple[Path, ...]:
        """The project's own folder of fonts, for scripts that ours do not have."""
        folder = self.root / "templates" / "fonts"
        return (folder,) if folder.is_dir() else ()

    def library(self) -> Library:
        """Load prompts, plans, word lists and care texts, the project's over the built-in."""
        from guides import cache, library

        read = fingerprints.files(self.template_folders(), (".yaml",))
        own = self.own_editions()
        made = fingerprints.joined(fingerprints.program(), read, repr(own))
        return cache.library(made, lambda: library.load(self._sources(), own))

    def library_with_places(self) -> Library:
        """Load the same from its files, with the place of everything in them."""
        from guides import library

        return library.load(self._sources(), self.own_editions())

    def _sources(self) -> Iterator[Source]:
        for folder in self.template_folders():
            for path in _templates(folder, "**/*.yaml"):
                yield read_text(path)

    def own_editions(self) -> tuple[str, ...]:
        """The editions that this project adds: the names of layouts that we have none of."""
        from guides.editions import EDITIONS, PIECES

        layouts = [
            path.name.removesuffix(".html.j2")
            for folder in self.template_folders()[1:]
            for path in _templates(folder, "layouts/*.html.j2")
        ]
        return tuple(sorted(set(layouts) - EDITIONS.keys() - PIECES))

    def page_templates(self) -> dict[str, str]:
        """Return layouts and themes: name below the template folder → text."""
        found: dict[str, str] = {}
        for folder in self.template_folders():
            for pattern in ("layouts/**/*.j2", "themes/**/*.css"):
                for path in _templates(folder, pattern):
                    found[path.relative_to(folder).as_posix()] = read_text(path).text
        return found


def is_seed(path: Path) -> bool:
    """Tell whether *path* is a file that a reader takes and that is meant to be read."""
    return path.is_file() and _may_be_seed(path.name)


def _may_be_seed(name: str) -> bool:
    from guides import readers

    stem, _, ending = name.rpartition(".")
    hidden = not stem or name.startswith((".", "_")) or stem.upper() == "README"
    return not hidden and f".{ending.lower()}" in readers.SUFFIXES


def find(start: Path) -> Project:
    """Return the project that *start* lies in: the nearest folder with `seeds/`, else itself."""
    for folder in (start, *start.parents):
        if (folder / "seeds").is_dir():
            return Project(folder)
    return Project(start)


def built_in_templates() -> Path:
    """Return the templates that come with the program: in the wheel, or in the checkout."""
    package = Path(__file__).parent
    shipped = package / "templates"
    return shipped if shipped.is_dir() else package.parent / "templates"


def shown(path: Path | str) -> str:
    """Return *path* as its author would type it here; an address is what it is."""
    if isinstance(path, str):
        return path
    # Most are below this folder, and a Path takes ten times as long to say so.
    here = f"{os.getcwd()}{os.sep}"  # noqa: PTH109
    name = os.path.join(here, path)  # noqa: PTH118
    if name.startswith(here) and f"{os.sep}..{os.sep}" not in name:
        return name.removeprefix(here).replace(os.sep, "/")
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _templates(folder: Path, pattern: str) -> list[Path]:
    """Return files of templates, without those that editors and systems hide beside them."""
    found = (path for path in folder.glob(pattern) if not path.name.startswith("."))
    return sorted(path for path in found if path.is_file())


def read_text(path: Path) -> Source:
    """Return a template file as a text; bytes that are no text become a question mark.

    Raises:
        Failed: It cannot be read.
    """
    data = _content(path)[:_LARGEST_TEMPLATE]
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    return Source(shown(path), text)


def read_seed(path: Path, encoding: str = "", chapter: int = 0) -> Document:
    """Read one seed.

    Raises:
        Failed: There is no such file, or nothing in it can be read.
    """
    from guides import readers

    data = _content(path)
    return readers.read(shown(path), data, encoding, chapter, partial(_beside, path))


def _content(path: Path) -> bytes:
    """Return the bytes of a file; whoever opened a pipe might wait without end.

    Raises:
        Failed: It cannot be read.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            message, hint = "this is a pipe or a device, not a file", "copy what it holds into one"
            raise Failed([Problem("not-a-file", message, name=shown(path), hint=hint)])
        return path.read_bytes()
    except OSError as error:
        raise Failed([_unreadable(path, error)]) from error


def readings(seed: Path, encoding: str = "") -> tuple[str, ...]:
    """Return the files that a seed names as its readings, as it names them."""
    try:
        data = _content(seed)
    except Failed:
        return ()
    if b"readings" not in data.replace(b"\0", b""):  # it may be UTF-16
        return ()
    from guides.readers.decode import decode
    from guides.readers.front import separate

    try:
        front, _, _ = separate(shown(seed), decode(shown(seed), data, encoding).text)
    except Failed:
        return ()
    return front.readings


def _beside(seed: Path, written: str) -> Beside | Problem:
    """Return a file that a seed names as a reading; nothing outside the project is read."""
    from guides.readers.several import Beside

    path = seed.parent / written
    try:
        here, there = seed.resolve(), path.resolve()
        if not there.is_relative_to(find(here.parent).root.resolve()):
            hint = f"copy it into {shown(seed.parent)}/ or a folder in it"
            return Problem("reading-outside", "it lies outside the project", hint=hint)
        if there == here:
            return Problem("nested-readings", "a seed is no reading of itself", hint="take it out")
        return Beside(shown(path), _content(path))
    except Failed as failure:
        return failure.problems[0]
    except OSError as error:
        return _unreadable(path, error)
    except RuntimeError:  # links that lead to one another; newer Pythons find no file there
        return Problem("no-such-file", "this link leads to no file", hint="name the file itself")


def draft_path(seed: Path, plan: str) -> Path:
    """Return where the draft of a seed's guide stands: beside it."""
    return seed.with_name(f"{seed.stem}.{plan}.guide.yaml")


def schema_beside(path: Path, here: Project) -> str:
    """Return the path of a draft's JSON Schema for an editor, as seen from the draft."""
    return os.path.relpath(here.root / "templates" / "schema" / "guide.json", path.parent)


def read_draft(seed: Path, plan: str) -> Source | None:
    """Return the draft of a seed for a plan, None where there is none.

    Raises:
        Failed: It is there and cannot be read.
    """
    path = draft_path(seed, plan)
    return read_text(path) if holds(path.exists) else None


def as_in(path: Path, text: str) -> bytes:
    """Return *text* with the line ends, and the mark at the start, that the file *path* has."""
    before = path.read_bytes()
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    ends = "\r\n" if before.partition(b"\n")[0].endswith(b"\r") else "\n"
    return mark + text.replace("\n", ends).encode()


def _unreadable(path: Path, error: OSError) -> Problem:
    if not isinstance(error, PermissionError) and not holds(path.exists):
        if holds(path.is_symlink):
            message, hint = "this link leads to no file", "put the file itself here"
            return Problem("no-such-file", message, name=shown(path), hint=hint)
        folder = path.parent
        beside = [item.name for item in folder.iterdir()] if holds(folder.is_dir) else []
        hint = did_you_mean(path.name, beside) or "give the path of a file to read"
        return Problem("no-such-file", "there is no such file", name=shown(path), hint=hint)
    if holds(path.is_dir):
        hint = f"name a file in it, such as {shown(path / 'text.txt')}"
        return Problem("not-a-file", "this is a folder, not a seed", name=shown(path), hint=hint)
    message = f"cannot be opened: {error.strerror or error}".lower()
    return Problem("cannot-open", message, name=shown(path), hint="check who may read it")


def plan_named(name: str, known: Library) -> Plan:
    """Return the plan called *name*.

    Raises:
        Failed: There is none.
    """
    plan = known.plans.get(name)
    if plan is None:
        hint = did_you_mean(name, known.plans) or f"choose from {', '.join(sorted(known.plans))}"
        raise Failed([Problem("no-such-plan", f"there is no plan called `{name}`", hint=hint)])
    return plan


def care_texts(known: Library) -> CareTexts:
    """Return the care texts.

    Raises:
        Failed: They could not be loaded, so no guide can be made with care.
    """
    if known.care is None:
        problem = Problem(
            "no-care-texts", "there are no care texts", hint="restore templates/care/care.yaml"
        )
        raise Failed([*known.problems, problem])
    return known.care
