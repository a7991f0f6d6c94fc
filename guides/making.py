"""One job: a seed with all its plans and editions. What is found in it is found once.

A job runs in a process of its own among others; what it needs of them it is given, and what it
made it tells. So it can run anywhere.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from html import escape
from pathlib import Path

from guides import (
    authoring,
    budget,
    declared,
    files,
    fingerprints,
    layout,
    lint,
    patterns,
    pictures,
    pipeline,
    pool,
    printing,
    project,
    proofs,
    settings,
    templating,
)
from guides.editions import kind_of
from guides.layout.presets import CUT_TO_SIZE, SMALLEST, worn
from guides.library import Library
from guides.manifest import Page, all_cut, digest
from guides.model import Edition, Guide, Look
from guides.options import Options
from guides.problems import Failed, Problem, placed
from guides.project import Project, shown
from guides.results import Result
from guides.settings import Settings

_SHEET_PAGES = 2
_BILINGUAL_PAGES = 2  # for one: every word stands there twice
_LARGE_PAGES = 3  # large print takes three pages for one
_MOST_SHARES = 4  # hardly any plan has more editions
_LONGEST_READING = 15_000  # words; some fifty pages beside a margin for notes


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be made.

    Attributes:
        here: The project.
        seed: The text.
        options: What is asked for.
        folder: Where to.
        pages: What is there already, by file.
        share: Which of how many shares of the editions, which are dealt out like cards.
    """

    here: Project
    seed: Path
    options: Options
    folder: Path
    pages: Mapping[str, Page]
    share: tuple[int, int] = (0, 1)


@dataclass(frozen=True, slots=True)
class Made:
    """A result, with the file's name below the output folder and what to remember of it."""

    result: Result
    name: str = ""
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """What all guides of a project share.

    Attributes:
        library: Prompts, plans, word lists and care texts.
        templates: Layouts and themes, by name.
        fonts: Folders of fonts, besides our own.
        press: The fingerprint of the printer and of those fonts; the same on every computer.
        settings: What the project file says.
    """

    library: Library
    templates: dict[str, str]
    fonts: tuple[Path, ...]
    press: str
    settings: Settings


@cache
def workshop(here: Project) -> Workshop:
    """Return the workshop of a project, set up once in each process; see `look_again`.

    Raises:
        Failed: The templates or the project file have errors; nothing can be made then.
    """
    templating.keep_for(fingerprints.program())
    library = here.library()
    if any(problem.severity == "error" for problem in library.problems):
        raise Failed(library.problems)
    said = settings.required(here)
    templates = here.page_templates()
    theme = layout.unknown_theme(said.look.theme, templates, said.places.get("theme"))
    if unknown := (*said.unknown_plans(library.plans), *theme):
        raise Failed(unknown)
    fonts = here.fonts()
    press = fingerprints.joined(fingerprints.printer(), fingerprints.files(fonts))
    return Workshop(library, templates, fonts, press, said)


@lru_cache(maxsize=1)
def look_again(state: str) -> None:  # noqa: ARG001  it is what the cache goes by
    """Forget the templates and the project file unless they are still in this *state*."""
    workshop.cache_clear()


def refuse_unknown(options: Options, shop: Workshop) -> None:
    """Refuse a plan or theme that is asked for and not there, once for all texts.

    Raises:
        Failed: There is no such plan or theme.
    """
    for name in options.plans:
        project.plan_named(name, shop.library)
    asked = options.look.theme
    if asked and (unknown := tuple(layout.unknown_theme(asked, shop.templates))):
        raise Failed(unknown)


def make(job: Job) -> Iterator[Made]:
    """Make every plan and edition of one seed, or a share of them.

    A seed that fails says why, and is the last.
    """
    try:
        for made in _editions(job, workshop(job.here)):
            cut = tuple(all_cut(made.result.problems))
            yield replace(made, result=replace(made.result, problems=cut))
    except Failed as failure:
        problems = _with_the_projects(failure.problems, job)
        named = tuple(all_cut(placed(problems, shown(job.seed))))
        yield Made(Result("failed", None, named))
    printing.keep()
    templating.keep()
    patterns.keep()
    declared.keep()


def _with_the_projects(problems: Sequence[Problem], job: Job) -> Sequence[Problem]:
    """Return problems, those of the project's own words and logo at their place in its file.

    They stand on every page, and so each is printed alone where the printer complains of one.
    """
    if not {"missing-glyph", "page-complaint"} & {problem.code for problem in problems}:
        return problems
    shop = workshop(job.here)
    look = _look(job.options, shop.settings)
    found: list[Problem] = []
    own = ""
    for name in ("school", "class_name", "date", "fields"):
        words = getattr(look, name)
        if words and words == getattr(shop.settings.look, name):
            text = escape(" ".join(words) if name == "fields" else words)
            found += _complaints(f"<p>{text}</p>", shop, name)
            own += text
    if look.logo and _complaints(f'<img alt="Logo" src="{look.logo}">', shop, "logo"):
        message, hint = "this logo cannot be drawn", "save it as plain SVG, or as PNG"
        found.append(Problem("logo-unusable", message, shop.settings.places.get("logo"), hint))
    odd = any(problem.code != "missing-glyph" for problem in found)
    return [*found, *(problem for problem in problems if not _is_told(problem, own, odd=odd))]


def _is_told(problem: Problem, own: str, *, odd: bool) -> bool:
    """Tell whether a page's problem is the project's: its letters all stand in its *own* words.

    Which complaint about a page is about an *odd* logo, nobody knows.
    """
    if problem.code == "missing-glyph":
        return set(re.findall(r"`(.)` \(U\+", problem.message)) <= set(own)
    return odd and problem.code == "page-complaint"


def _complaints(part: str, shop: Workshop, name: str) -> list[Problem]:
    """Return what the printer says of a part of a page, at the place of a key."""
    try:
        printing.print_pdf(f'<html lang="en"><title>Part</title>{part}</html>', shop.fonts)
    except Failed as failure:
        return [
            replace(problem, span=shop.settings.places.get(name)) for problem in failure.problems
        ]
    return []


def make_all(jobs: Sequence[Job], workers: int) -> Iterator[pool.Outcome]:
    """Make the guides of several seeds of one project, in processes that end with them."""
    if not pool.can_fork() and min(workers, len(jobs)) == 1:
        return pool.run_here(make, jobs)
    with suppress(Failed):  # whoever prints will say what is missing
        printing.preload(jobs[0].here.fonts())
    return dealt_out(jobs, workers, lambda shares: pool.run(make, shares, workers))


def dealt_out(
    jobs: Sequence[Job], workers: int, run: Callable[[Sequence[Job]], Iterator[pool.Outcome]]
) -> Iterator[pool.Outcome]:
    """Yield the outcomes of jobs, whose editions are dealt out where workers would be idle.

    Each share finds and chooses for itself, which takes less time than printing one edition.

    Args:
        jobs: What is to be made.
        workers: How many there are.
        run: Does the shares of jobs.
    """
    count = max(1, min(workers // len(jobs), _most_editions(jobs[0].options)))
    if count == 1 or not pool.can_fork():  # where each has to load everything anew, nothing is won
        yield from run(jobs)
        return
    shares = [replace(job, share=(number, count)) for job in jobs for number in range(count)]
    there: dict[int, dict[int, pool.Outcome]] = {}
    for outcome in run(shares):
        task, number = divmod(outcome.task, count)
        parts = there.setdefault(task, {})
        parts[number] = outcome
        if len(parts) == count:
            yield _together(task, [parts[number] for number in range(count)])


def _most_editions(options: Options) -> int:
    return len(options.editions) * max(1, len(options.plans)) if options.editions else _MOST_SHARES


def _together(task: int, shares: Sequence[pool.Outcome]) -> pool.Outcome:
    """Return the outcome of a job that was done in shares, as if it had been done in one."""
    for share in shares:
        if share.end != "done":
            return replace(share, task=task)
    rounds = itertools.zip_longest(*(share.parts for share in shares))
    parts = [part for dealt in rounds for part in dealt if part is not None]
    # What keeps a seed from being made is found by each.
    first = [part for place, part in enumerate(parts) if part.page or part not in parts[:place]]
    return pool.Outcome(task, tuple(first))


def _editions(job: Job, shop: Workshop) -> Iterator[Made]:
    options = job.options
    document = project.read_seed(job.seed, options.encoding)
    found = pipeline.find(document, shop.library)
    plans = authoring.plans_of(document, shop.library, options.plans, shop.settings.plan_names)
    look = _look(options, shop.settings)
    warnings = (*document.problems, *pipeline.advice(found, shop.library.plans))
    candidates = cache(lambda: pipeline.fill(found, shop.library.prompts.values()))
    number, of = job.share
    mine = (turn % of == number for turn in itertools.count())
    for plan in plans:
        try:
            guide, said = authoring.guide(
                job.seed, plan, found, candidates, shop.library, options.wishes
            )
        except Failed as failure:  # this plan; the others are made
            problems = placed((*warnings, *failure.problems), shown(job.seed))
            if next(mine):
                yield Made(Result("failed", None, problems))
            warnings = ()
            continue
        guide, cut = _within_pages(guide, look, shop)
        warnings = placed((*warnings, *said, *cut), shown(job.seed))
        for edition in options.editions or plan.editions:
            name = f"{job.seed.stem}/{job.seed.stem}-{plan.id}-{edition}.pdf"
            if next(mine):
                made = _print(guide, edition, name, look, job, shop)
                problems = (*warnings, *made.result.problems)
                yield replace(made, result=replace(made.result, problems=problems))
            warnings = ()  # a seed's warnings are told once


def _within_pages(guide: Guide, look: Look, shop: Workshop) -> tuple[Guide, tuple[Problem, ...]]:
    """Return the guide with as many questions as the pages that were asked for have room for."""
    if not look.pages:
        return guide, ()

    @cache
    def shorter(count: int) -> Guide:
        return budget.shortened(guide, count)

    @cache
    def fits(count: int) -> bool:
        lines = layout.fewest_lines(shorter(count))
        html = layout.lay_out(shorter(count), "handout", shop.templates, look, lines)
        return printing.sheet_pages(html, shop.fonts) <= look.pages

    total = len(guide.questions)
    count = budget.most(total, fits) if total else 0
    if count == total:
        return guide, ()
    pages = "1 page" if look.pages == 1 else f"{look.pages} pages"
    outcome = f"so that they take {pages}" if fits(count) else f"and even they do not fit {pages}"
    message = f"{count} of {total} questions are asked, {outcome}"
    hint = "give them more `--pages`, or choose yourself with `guides draft`"
    return shorter(count), (Problem("fewer-questions", message, None, hint, "warning"),)


def is_a_book(guide: Guide, edition: Edition) -> bool:
    """Tell whether an edition would print a whole book: a session reads a chapter at most."""
    too_long = guide.reading.words > _LONGEST_READING and not guide.document.cite_only
    return too_long and edition in ("handout", "reading", "leaflet")


def _refuse_a_book(guide: Guide, edition: Edition) -> None:
    if is_a_book(guide, edition):
        document = guide.document
        message = f"the reading has {guide.reading.words:,} words, too many for a handout"
        hint = f"keep a chapter of at most {_LONGEST_READING:,} words, or set `rights: cite-only`"
        raise Failed([Problem("reading-too-long", message, document.numbered[0].span, hint)])


def _refuse_a_leak(guide: Guide, edition: Edition, page: str) -> None:
    """Refuse to print what is only for the facilitator on a page for participants."""
    theirs = kind_of(edition).audience == "participants"
    if theirs and (note := lint.leaked(guide, page)):
        message = f"the layout of `{edition}` prints a note for the facilitator: “{note}”"
        hint = "take it out of the layout, or of the prompt's `ask`, `point` and `starter`"
        raise Failed([Problem("leaked-note", message, hint=hint)])


def _look(options: Options, said: Settings) -> Look:
    """Return how to print: as the project says, and the command line over it."""
    look = options.look.over(said.look)
    return replace(look, logo=pictures.gray(look.logo)) if look.grayscale and look.logo else look


def _print(guide: Guide, edition: Edition, name: str, look: Look, job: Job, shop: Workshop) -> Made:
    """Print one edition, unless the PDF on disk was made from this very HTML by this printer."""

    @cache
    def lay(more_lines: int, setting: str) -> str:
        return layout.lay_out(guide, edition, shop.templates, look, more_lines, setting)

    _refuse_a_book(guide, edition)
    path = job.folder / name
    rules = page_rules(guide, edition, look) if job.options.check else None
    html = digest(f"{shop.press}\0{lay(0, '')}".encode())
    page = job.pages.get(name)
    # On a worker, a page that is unchanged is elsewhere, and cannot be looked at.
    if page and page.html == html and (rules is None or path.exists()):
        problems = tuple(_flaws(page, path, look, rules))
        return Made(Result("unchanged", path, problems), name, page)
    _refuse_a_leak(guide, edition, lay(0, ""))
    try:
        printed = printing.print_to_fit(lay, shop.fonts, sheet_pages(look))
    except Failed as failure:
        raise Failed(_in_its_layout(failure.problems, edition, job.here)) from failure
    write_atomically(path, printed.pdf)
    now = path.stat()
    page = Page(html, printed.sheet_pages, digest(printed.pdf), now.st_size, now.st_mtime_ns)
    problems = tuple(_flaws(page, path, look, rules))
    return Made(Result("written", path, problems), name, page)


def _in_its_layout(
    problems: Sequence[Problem], edition: Edition, here: Project
) -> Iterator[Problem]:
    """Yield what is wrong with a page with the name of the project's own layout of it."""
    own = here.root / "templates" / "layouts" / f"{edition}.html.j2"
    for problem in problems:
        of_page = problem.code == "page-complaint" and own.is_file()
        yield replace(problem, name=shown(own)) if of_page else problem


def _flaws(page: Page, path: Path, look: Look, rules: proofs.Rules | None) -> Iterator[Problem]:
    """Yield what is wrong with a file that is on disk; without *rules*, its length alone."""
    yield from too_long(page.sheet, look, shown(path))
    if rules:
        yield from proofs.check(path.read_bytes(), rules, shown(path))


def page_rules(guide: Guide, edition: Edition, look: Look) -> proofs.Rules:
    """Return what the pages of an edition are held to."""
    large = worn(look, edition).large_print
    return proofs.Rules(
        smallest=SMALLEST if large else proofs.Rules().smallest,
        sparse=edition in CUT_TO_SIZE,
        blank=look.duplex,
        most_pages=_most_pages(kind_of(edition).most_pages, large),
        prompts={question.number: question.prompt.id for question in guide.questions},
    )


def _most_pages(usually: int, large: bool) -> int:
    """Return how many pages there may be; 9 pt grown to 18 takes four times the room and more."""
    return usually * 2 * _LARGE_PAGES if large else usually


def sheet_pages(look: Look) -> int:
    """Return how many pages the questions may take: two, and more for more room on them."""
    usual = _SHEET_PAGES * (_LARGE_PAGES if look.large_print else 1)
    return look.pages or usual * (_BILINGUAL_PAGES if look.bilingual else 1)


def too_long(pages: int, look: Look, name: str) -> Iterator[Problem]:
    """Warn where the questions take more than the two sides of a sheet."""
    if pages > sheet_pages(look):
        room = (
            f"the {look.pages} asked for" if look.pages else f"the {sheet_pages(look)} of a sheet"
        )
        message = f"the questions take {pages} pages, more than {room}"
        hint = "ask for fewer questions in the plan, or shorten your own"
        yield Problem("long-question-sheet", message, None, hint, "warning", name)


def write_atomically(path: Path, data: bytes, otherwise: str = "give another --output") -> None:
    """Write *data* beside *path* and put it in place at once: never half a file.

    Args:
        otherwise: What to do where nobody may write there, for the hint.

    Raises:
        Failed: The folder cannot be written, or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write(path, data)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}".lower()
        if isinstance(error, FileExistsError | NotADirectoryError):
            message = "cannot be written: there is a file where the folder should be"
        hint = f"check the disk and who may write there, or {otherwise}"
        raise Failed([Problem("cannot-write", message, name=shown(path), hint=hint)]) from error
