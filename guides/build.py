"""Building: every seed with its plan, every edition, only what changed, never half a file.

A guide is worked out each time (that is cheap, and repeats its warnings); printing is what
costs, so a page whose HTML is the one that made the PDF on disk is left alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from guides import __version__, drafts, layout, pipeline, printing, project
from guides.library import Library
from guides.model import NO_WISHES, PLAIN, CareTexts, Edition, Findings, Guide, Look, Plan, Wishes
from guides.problems import Failed, Problem
from guides.project import DEFAULT_PLAN, Project, shown

MANIFEST = ".guides.json"
_SHEET_PAGES = 2
_LARGE_SHEET_PAGES = 6  # large print takes three pages for one
_LONGEST_READING = 15_000  # words; some fifty pages beside a margin for notes


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for; empty means "as the seed, the plan or the project says"."""

    plans: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    output: Path | None = None
    look: Look = PLAIN
    encoding: str = ""
    wishes: Wishes = NO_WISHES


@dataclass(frozen=True, slots=True)
class Result:
    """One file, or one seed that could not be made (*path* is then None)."""

    status: Literal["written", "unchanged", "failed"]
    path: Path | None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Manifest:
    """What made which PDF, remembered in the output folder.

    Attributes:
        path: Where it is kept.
        made: File → the digest of its HTML and the pages of its question sheet.
    """

    path: Path
    made: dict[str, tuple[str, int]] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> _Manifest:
        manifest = cls(folder / MANIFEST)
        try:
            entries = json.loads(manifest.path.read_text("utf-8"))
            manifest.made = {
                name: (str(html), int(pages)) for name, (html, pages) in entries.items()
            }
        except (OSError, ValueError, TypeError, AttributeError):
            manifest.made = {}  # a lost or damaged manifest only costs time
        return manifest

    def save(self) -> None:
        text = json.dumps(self.made, indent=1, sort_keys=True)
        write_atomically(self.path, text.encode())


@dataclass(frozen=True, slots=True)
class _Workshop:
    """What all guides of a build share."""

    library: Library
    care: CareTexts
    templates: dict[str, str]
    fonts: tuple[Path, ...]
    options: Options
    folder: Path
    manifest: _Manifest


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
    shop = _Workshop(
        library=library,
        care=project.care_texts(library),
        templates=here.page_templates(),
        fonts=here.fonts(),
        options=options,
        folder=folder,
        manifest=_Manifest.load(folder),
    )
    for seed in seeds:
        try:
            yield from _build_seed(seed, shop)
        except Failed as failure:
            yield Result("failed", None, _named(failure.problems, seed))
    if shop.manifest.made:
        shop.manifest.save()


def _build_seed(seed: Path, shop: _Workshop) -> Iterator[Result]:
    """Make every plan and edition of one seed; what was found is found once."""
    document = project.read_seed(seed, shop.options.encoding)
    names = shop.options.plans or (document.front.plan or DEFAULT_PLAN,)
    plans = [project.plan_named(name, shop.library) for name in names]
    warnings = document.problems
    found = pipeline.find(document, shop.library)
    candidates = pipeline.fill(found, shop.library.prompts.values())
    for plan in plans:
        if refused := pipeline.refusals(plan, found):
            yield Result("failed", None, _named((*warnings, *refused), seed))
            warnings = ()
            continue
        guide, said = _guide(seed, plan, found, candidates, shop)
        warnings = (*warnings, *said)
        for edition in shop.options.editions or plan.editions:
            name = f"{seed.stem}/{seed.stem}-{plan.id}-{edition}.pdf"
            result = _print(guide, edition, name, shop)
            yield replace(result, problems=(*warnings, *result.problems))
            warnings = ()  # a seed's warnings are told once


def _guide(
    seed: Path, plan: Plan, found: Findings, candidates: pipeline.Candidates, shop: _Workshop
) -> tuple[Guide, tuple[Problem, ...]]:
    """Return the teacher's draft where there is one, else what is chosen, and what to say of it."""
    wishes = shop.options.wishes
    drafted = project.read_draft(seed, plan.id)
    if drafted is None:
        return pipeline.choose(found, candidates, plan, shop.care, wishes), ()
    _, sections, problems = drafts.read(drafted, found, shop.library.prompts)
    if any(problem.severity == "error" for problem in problems):
        raise Failed(problems)
    return pipeline.around(found, sections, plan, shop.care, wishes), tuple(problems)


def _named(problems: Sequence[Problem], seed: Path) -> tuple[Problem, ...]:
    """Say which seed a problem without a place of its own belongs to."""
    return tuple(
        problem if problem.span or problem.name else replace(problem, name=shown(seed))
        for problem in problems
    )


def _refuse_a_book(guide: Guide) -> None:
    """Refuse to print a whole book: a session reads a chapter at most."""
    document = guide.document
    if guide.reading.words > _LONGEST_READING and document.front.rights != "cite-only":
        message = f"the reading has {guide.reading.words:,} words, too many for a handout"
        hint = f"keep a chapter of at most {_LONGEST_READING:,} words, or set `rights: cite-only`"
        raise Failed([Problem("reading-too-long", message, document.numbered[0].span, hint)])


def _print(guide: Guide, edition: Edition, name: str, shop: _Workshop) -> Result:
    """Print one edition, unless the PDF on disk was made from this very HTML."""

    def lay(more_lines: int, setting: str = "") -> str:
        look = shop.options.look
        return layout.lay_out(guide, edition, shop.templates, look, more_lines, setting)

    if edition in ("handout", "reading"):
        _refuse_a_book(guide)
    path = shop.folder / name
    digest = hashlib.sha256(f"{__version__}\0{lay(0)}".encode()).hexdigest()
    made, pages = shop.manifest.made.get(name, ("", 0))
    if made == digest and path.exists():
        return Result("unchanged", path, tuple(_too_long(pages, path, shop.options.look)))
    printed = printing.print_to_fit(lay, shop.fonts, _sheet_pages(shop.options.look))
    write_atomically(path, printed.pdf)
    shop.manifest.made[name] = (digest, printed.sheet_pages)
    return Result("written", path, tuple(_too_long(printed.sheet_pages, path, shop.options.look)))


def _sheet_pages(look: Look) -> int:
    return _LARGE_SHEET_PAGES if look.large_print else _SHEET_PAGES


def _too_long(pages: int, path: Path, look: Look) -> Iterator[Problem]:
    """Warn where the questions take more than the two sides of a sheet."""
    if pages > _sheet_pages(look):
        message = f"the questions take {pages} pages, more than a sheet of paper has"
        hint = "ask for fewer questions in the plan, or shorten your own"
        yield Problem("long-question-sheet", message, None, hint, "warning", shown(path))


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
