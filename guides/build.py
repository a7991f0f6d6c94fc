"""Building: every seed with its plan, every edition, only what changed, never half a file.

What a seed's guides depend on (the seed, all templates, the options, this program) is boiled
down to a fingerprint. A seed whose fingerprint is the one in the manifest costs no more than
reading it; only for the others is the printer loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guides import files, fingerprints, manifest
from guides.manifest import Manifest, Page
from guides.options import Options
from guides.problems import Failed, Problem
from guides.project import Project, readings, shown
from guides.results import Result

if TYPE_CHECKING:
    from guides import making, pool

    # Makes the guides of several seeds with so many workers.
    Make = Callable[[Sequence[making.Job], int], Iterator[pool.Outcome]]

# Called with how many jobs are done, and how many there are.
Progress = Callable[[int, int], None]


class _Wanted(NamedTuple):
    """A seed to make guides of.

    Attributes:
        seed: The text.
        key: The name of its job in the manifest.
        made_from: The fingerprint of all that its guides depend on.
        names: Of its own files, as seen from its folder.
        states: What the file system told of these, as a number.
    """

    seed: Path
    key: str
    made_from: str
    names: tuple[str, ...]
    states: int


@dataclass(slots=True, eq=False)
class _Build:
    """One run: where to, what is known, and what was made.

    Attributes:
        shared: The files that every guide is made from.
        made_from: The fingerprint of these and of all else that is the same for every guide.
    """

    here: Project
    options: Options
    folder: Path | str
    known: Manifest
    make: Make | None = None
    shared: tuple[fingerprints.Inventory, ...] = ()
    made_from: str = ""
    bugs: list[str] = field(default_factory=list)


def build(
    here: Project,
    seeds: Sequence[Path],
    options: Options,
    jobs: int = 1,
    progress: Progress | None = None,
    make: Make | None = None,
) -> Iterator[Result]:
    """Yield a result for every edition of every seed, in the order of the seeds.

    Args:
        here: The project.
        seeds: The texts; of two with one name, the second is refused.
        options: What is asked for.
        jobs: How many processes may work at once. The files are the same for any number.
        progress: Told whenever a seed is done.
        make: Does the jobs, instead of processes that end with them.

    Raises:
        Failed: The templates have errors, or the output folder is a file; nothing is made then.
        RuntimeError: A mistake of ours came up in one text; all the others were made first.
    """
    folder, known = _output(here, options)
    run = _Build(here, options, folder, known, make)
    try:
        yield from _all(run, seeds, jobs, progress)
    finally:
        known.flush()
    known.remember()
    if problems := known.tidy():
        yield Result("unchanged", None, problems)
    if run.bugs:
        raise RuntimeError(run.bugs[0])


def _output(here: Project, options: Options) -> tuple[Path | str, Manifest]:
    """Return the output folder, or its address, and what is known of it."""
    folder = options.output or here.output
    if isinstance(folder, str):
        from guides import stores

        return folder.rstrip("/"), stores.journal(folder)
    if files.holds(folder.exists) and not folder.is_dir():
        hint = "move it away, or give another --output"
        message = "cannot be written: there is a file where the folder should be"
        raise Failed([Problem("cannot-write", message, name=shown(folder), hint=hint)])
    return folder, Manifest.load(folder)


def _below(folder: Path | str, name: str) -> Path | str:
    return f"{folder}/{name}" if isinstance(folder, str) else folder / name


def stale(here: Project, options: Options, made: Sequence[Path | str]) -> list[Path | str]:
    """Return the files of earlier builds that a whole build no longer makes.

    Only files that a build wrote and nobody has changed since are among them.

    Args:
        here: The project.
        options: What was asked for; where that was not everything, nothing is stale.
        made: What the build made.
    """
    if options.selective:
        return []
    folder, known = _output(here, options)
    kept = set(_names(folder, made))
    names = sorted(known.pages.keys() - kept)
    return [_below(folder, name) for name in names if known.holds(name, known.pages[name].pdf)]


def _names(folder: Path | str, paths: Sequence[Path | str]) -> Iterator[str]:
    """Yield the names of files below the output folder, as the manifest has them."""
    for path in paths:
        if isinstance(path, str):
            yield path.removeprefix(f"{folder}/")
        else:
            yield path.relative_to(folder).as_posix()


def remove(here: Project, options: Options, paths: Sequence[Path | str]) -> None:
    """Remove stale files, and the folders that are empty then."""
    folder, known = _output(here, options)
    names = list(_names(folder, paths))
    known.remove(names)
    known.forget(names)
    known.save()


def _all(
    run: _Build, seeds: Sequence[Path], jobs: int, progress: Progress | None
) -> Iterator[Result]:
    wanted = list(_fingerprinted(run, seeds))
    done = [run.known.done(item.key, item.made_from) for item in wanted]
    named: dict[str, Path] = {}
    twins = [named.setdefault(item.seed.stem, item.seed) for item in wanted]
    todo = [
        number
        for number, item in enumerate(wanted)
        if done[number] is None and twins[number] == item.seed
    ]
    finished = len(wanted) - len(todo)
    fresh = _made(run, [wanted[number] for number in todo], jobs)
    early: dict[int, list[Result]] = {}
    for number, item in enumerate(wanted):
        job = done[number]
        if twins[number] != item.seed:
            yield _twin(item.seed, twins[number])
        elif job is not None:
            for name, _, problems in job.made:
                yield Result("unchanged", _below(run.folder, name), problems)
        else:
            while number not in early:
                place, results = next(fresh)
                early[todo[place]] = results
                finished += 1
                if progress:
                    progress(finished, len(wanted))
            yield from early.pop(number)


def _twin(seed: Path, first: Path) -> Result:
    message = f"its guides would take the place of those of `{shown(first)}`"
    hint = "give one of the two texts another name"
    return Result("failed", None, (Problem("same-name", message, None, hint, name=shown(seed)),))


# ---------------------------------------------------------------- fingerprints


def _fingerprinted(run: _Build, seeds: Sequence[Path]) -> Iterator[_Wanted]:
    """Yield every seed with the fingerprint of all that its guides depend on."""
    here, options, seen = run.here, run.options, run.known.seen
    program = seen.fingerprint("the program", fingerprints.own_files())
    templates, file = fingerprints.inventory(here.template_folders()), here.own_file()
    run.shared = (templates, file)
    run.made_from = fingerprints.joined(
        program,
        fingerprints.packages(),
        seen.fingerprint("the templates", templates),
        seen.fingerprint("the project file", file),
        options.fingerprint(),
        # Problems name files as they are typed from here.
        f"{here.root}\0{Path.cwd()}",
    )
    selection = fingerprints.joined(repr((options.plans, options.editions)))[:12]
    beside = fingerprints.Beside()
    for seed in seeds:
        files = beside.inventory(seed)
        own = seen.fingerprint(
            str(seed),
            files,
            partial(_with_readings, seed, options.encoding),
            f"{program}{options.encoding}",
        )
        if named := own.split(_THEN)[1:]:
            texts = fingerprints.these(seed.parent, named)
            own = fingerprints.joined(own, seen.fingerprint(f"{seed}{_THEN}", texts))
            files.extend(texts)
        made_from = fingerprints.joined(run.made_from, str(seed), own)
        names = tuple(name for name, _ in files.files)
        states = hash(tuple(files.states))
        yield _Wanted(seed, f"{seed.name}|{selection}", made_from, names, states)


_THEN = "\0"


def _with_readings(seed: Path, encoding: str, files: fingerprints.Inventory) -> str:
    """Return the fingerprint of a seed's own files, and the names of the readings it names.

    So the names are known as long as nobody has touched the seed.
    """
    return _THEN.join((files.fingerprint(), *readings(seed, encoding)))


# ---------------------------------------------------------------- making


def _made(run: _Build, wanted: Sequence[_Wanted], jobs: int) -> Iterator[tuple[int, list[Result]]]:
    """Make what is wanted, yielding its place in the list and its results, as they are done."""
    if not wanted:
        return
    from guides import declared, patterns

    patterns.remember()
    declared.remember()
    from guides import making

    # A build sees the templates as they are now, also where they are what they once were.
    making.look_again(
        "\n".join((run.made_from, *(state for part in run.shared for state in part.states)))
    )
    making.refuse_unknown(run.options, making.workshop(run.here))
    tasks = list(_tasks(run, wanted))
    for outcome in (run.make or making.make_all)(tasks, jobs):
        item = wanted[outcome.task]
        _sweep(run, item)  # whoever was still writing when this began has stopped by now
        if outcome.end == "done":
            yield outcome.task, _noted(run, item, list(outcome.parts))
        else:
            run.bugs += filter(None, [outcome.bug])
            yield outcome.task, [_set_aside(item.seed, outcome.end)]


def _tasks(run: _Build, wanted: Sequence[_Wanted]) -> Iterator[making.Job]:
    from guides.making import Job

    local = run.folder if isinstance(run.folder, Path) else run.here.output
    there: dict[str, dict[str, Page]] = {}
    for name, page in run.known.pages.items():
        there.setdefault(name.partition("/")[0], {})[name] = page
    for item in wanted:
        pages = there.get(item.seed.stem, {})
        held = {name: page for name, page in pages.items() if run.known.holds(name, page.pdf)}
        _sweep(run, item)
        yield Job(run.here, item.seed, run.options, local, held)


def _sweep(run: _Build, item: _Wanted) -> None:
    """Clear a guide's folder of what somebody who was stopped has left half-written."""
    if isinstance(run.folder, Path):
        files.sweep(run.folder / item.seed.stem)


def _noted(run: _Build, item: _Wanted, parts: Sequence[making.Made]) -> list[Result]:
    """Remember what a job made; the next time, one that failed is tried again.

    So is one whose files were touched meanwhile: nobody knows which of their states it saw.
    """
    pages = {part.name: part.page for part in parts if part.page}
    made = tuple((part.name, part.page.pdf, part.result.problems) for part in parts if part.page)
    if pages:
        if all(part.page for part in parts) and _untouched(run, item):
            run.known.add(item.key, manifest.Job(item.made_from, made), pages)
        else:
            run.known.note(pages)
    return [part.result for part in parts]


def _untouched(run: _Build, item: _Wanted) -> bool:
    now = fingerprints.these(item.seed.parent, item.names)
    return hash(tuple(now.states)) == item.states and all(part.stands() for part in run.shared)


_ENDS: dict[pool.End, str] = {
    "died": "ended the program that printed it, twice,",
    "late": "took too long, twice,",
    "full": "took more memory than a guide may, twice,",
    "bug": "met a mistake in this program",
}


def _set_aside(seed: Path, end: pool.End) -> Result:
    message = f"this text {_ENDS[end]} and was set aside"
    hint = "shorten it or look for something unusual in it; the other texts were made"
    return Result("failed", None, (Problem("set-aside", message, None, hint, name=shown(seed)),))
