"""Building: every seed with its plan, every edition, only what changed, never half a file.

A guide is worked out each time (that is cheap, and repeats its warnings); printing is what
costs, so a page whose HTML is the one that made the PDF on disk is left alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from guides import __version__, layout, pipeline, printing, project
from guides.library import Library
from guides.model import Edition, Guide, Plan
from guides.problems import Failed, Problem
from guides.project import DEFAULT_PLAN, Project, shown

MANIFEST = ".guides.json"


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for; empty means "as the seed, the plan or the project says"."""

    plans: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    output: Path | None = None
    paper: str = "letter"
    encoding: str = ""
    variant: int = 1


@dataclass(frozen=True, slots=True)
class Result:
    """One file, or one seed that could not be made (*path* is then None)."""

    status: Literal["written", "unchanged", "failed"]
    path: Path | None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Manifest:
    """Which HTML made which PDF, remembered in the output folder."""

    path: Path
    digests: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> _Manifest:
        manifest = cls(folder / MANIFEST)
        try:
            digests = json.loads(manifest.path.read_text("utf-8"))
            manifest.digests = {str(key): str(value) for key, value in digests.items()}
        except (OSError, ValueError, AttributeError):
            manifest.digests = {}  # a lost or damaged manifest only costs time
        return manifest

    def save(self) -> None:
        text = json.dumps(self.digests, indent=1, sort_keys=True)
        write_atomically(self.path, text.encode())


def build(here: Project, seeds: Sequence[Path], options: Options) -> Iterator[Result]:
    """Yield a result for every edition of every seed, as soon as it is made.

    Raises:
        Failed: The templates have errors, or the output folder cannot be written; nothing
            is made then.
    """
    library = here.library()
    if any(problem.severity == "error" for problem in library.problems):
        raise Failed(library.problems)
    folder = options.output or here.output
    manifest = _Manifest.load(folder)
    templates = here.page_templates()
    for seed in seeds:
        try:
            yield from _build_seed(seed, library, templates, options, folder, manifest)
        except Failed as failure:
            yield Result("failed", None, failure.problems)
    if manifest.digests:
        manifest.save()


def _build_seed(
    seed: Path,
    library: Library,
    templates: dict[str, str],
    options: Options,
    folder: Path,
    manifest: _Manifest,
) -> Iterator[Result]:
    document = project.read_seed(seed, options.encoding)
    names = options.plans or (document.front.plan or DEFAULT_PLAN,)
    plans = [project.plan_named(name, library) for name in names]
    warnings = document.problems
    found = pipeline.find(document, library)
    candidates = pipeline.fill(found, library.prompts.values())
    for plan in plans:
        care = project.care_texts(library)
        guide = pipeline.choose(found, candidates, plan, care, options.variant)
        for edition in _editions(plan, options):
            path = folder / seed.stem / f"{seed.stem}-{plan.id}-{edition}.pdf"
            yield _print(guide, edition, templates, options, path, manifest, warnings)
            warnings = ()  # a seed's warnings are told once


def _editions(plan: Plan, options: Options) -> Iterable[Edition]:
    return options.editions or plan.editions


def _print(
    guide: Guide,
    edition: Edition,
    templates: dict[str, str],
    options: Options,
    path: Path,
    manifest: _Manifest,
    warnings: tuple[Problem, ...],
) -> Result:
    def lay(more_lines: int, setting: str = "") -> str:
        return layout.lay_out(guide, edition, templates, options.paper, more_lines, setting)

    html = lay(0)
    digest = hashlib.sha256(f"{__version__}\0{html}".encode()).hexdigest()
    key = path.relative_to(manifest.path.parent).as_posix()
    if manifest.digests.get(key) == digest and path.exists():
        return Result("unchanged", path, warnings)
    write_atomically(path, printing.print_to_fit(lay).pdf)
    manifest.digests[key] = digest
    return Result("written", path, warnings)


def write_atomically(path: Path, data: bytes) -> None:
    """Write *data* beside *path* and put it in place at once: never half a file.

    Raises:
        Failed: The folder cannot be written, or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}".lower()
        hint = "check the disk and who may write there, or give another --output"
        raise Failed([Problem("cannot-write", message, name=shown(path), hint=hint)]) from error
