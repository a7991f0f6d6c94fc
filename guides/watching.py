"""Watching: whatever is saved, the pages that it touches are made again.

The processes that make them stay from one change to the next, with fonts, layouts and the
library at hand; so a page is there again in less time than it takes to look up. They are
processes still: a page that never ends, or ends the one that makes it, costs that one only.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from guides import build, fingerprints, making, pool, printing
from guides.fingerprints import Inventory, inventory
from guides.options import Options
from guides.problems import Failed
from guides.project import Project, readings
from guides.results import Result

_PAUSE = 0.02  # seconds from one look to the next
_SETTLING = 0.02  # whoever saves a file may empty it first
_SHARE = 20  # looking takes one part in so many of our time, however many files there are


def rounds(
    here: Project, named: Sequence[Path], options: Options, workers: int
) -> Generator[Iterator[Result], None, None]:
    """Yield the results of a build now, and of another one after every change, without end.

    Each is to be taken to its end before the next; it may raise `Failed`, and the one after the
    next change may not.

    Args:
        here: The project.
        named: The seeds to build; without any, whatever is in the project at the time.
        options: What is asked for.
        workers: How many processes may work at once.
    """
    crew = _Crew(here, pool.Standing(_work))
    try:
        state = _state(here, named, options.encoding)
        while True:
            crew.templates = state.templates
            seeds = named or here.seeds
            yield build.build(here, seeds, options, workers, make=crew.make)
            if not crew.standing.workers:
                crew.warm_up(seeds, options, workers)
            state = _changed(here, named, options.encoding, state)
    finally:
        crew.standing.dismiss()


# ---------------------------------------------------------------- looking


@dataclass(frozen=True, slots=True)
class _State:
    """What the file system tells of all that guides are made from."""

    templates: str
    seeds: str


def _state(here: Project, named: Sequence[Path], encoding: str = "") -> _State:
    beside = fingerprints.Beside()
    own = [beside.inventory(seed) for seed in named]
    seeds = _told([inventory([here.root / "seeds"]), *own])
    elsewhere = _named_as_readings(seeds, here, tuple(named), encoding)
    return _State(
        _told([inventory(here.template_folders()), here.own_file()]),
        "\n".join([seeds, _told([fingerprints.these(*named_there) for named_there in elsewhere])]),
    )


@lru_cache(maxsize=1)
def _named_as_readings(
    _seeds: str, here: Project, named: tuple[Path, ...], encoding: str
) -> list[tuple[Path, tuple[str, ...]]]:
    """Return folders, and the files in them that seeds name as their readings.

    While nobody touches the seeds, they name the same.
    """
    return [
        (seed.parent, names)
        for seed in named or here.seeds
        if (names := _readings(seed, encoding, *_touched(seed)))
    ]


def _touched(seed: Path) -> tuple[int, int]:
    """Return when a seed was written and how long it is; nothing of one that is not there."""
    try:
        state = seed.stat()
    except OSError:
        return (0, 0)
    return state.st_mtime_ns, state.st_size


@lru_cache(maxsize=10_000)
def _readings(seed: Path, encoding: str, _changed: int, _size: int) -> tuple[str, ...]:
    return readings(seed, encoding)


def _told(found: Sequence[Inventory]) -> str:
    return "\n".join(
        state
        for part in found
        for (name, _), state in zip(part.files, part.states, strict=True)
        if not _is_passing(name)
    )


def _is_passing(name: str) -> bool:
    """Tell whether a file is one that editors put beside the one that they save."""
    last = name.rpartition("/")[2]
    return last.startswith(".") or last.endswith(("~", ".tmp", ".part", ".swp"))


def _changed(here: Project, named: Sequence[Path], encoding: str, before: _State) -> _State:
    """Wait for a change; return what there is once it is saved whole."""
    while True:
        begun = monotonic()
        now = _state(here, named, encoding)
        took = monotonic() - begun
        if now != before:
            sleep(_SETTLING)
            if _state(here, named, encoding) == now:
                return now
        else:
            sleep(max(_PAUSE, _SHARE * took))


# ---------------------------------------------------------------- making


@dataclass(slots=True, eq=False)
class _Crew:
    """The workers that stay, and the state of the templates that they are to work from."""

    here: Project
    standing: pool.Standing
    templates: str = ""
    fonts: str = ""

    def make(self, jobs: Sequence[making.Job], workers: int) -> Iterator[pool.Outcome]:
        """Make the guides of several seeds."""
        fonts = _told([inventory(self.here.fonts())])
        if fonts != self.fonts:  # a process sees the fonts that were there when it began
            self.standing.dismiss()
            self.fonts = fonts
        with suppress(Failed):  # whoever prints will say what is missing
            printing.preload(self.here.fonts())
        return making.dealt_out(
            jobs,
            workers,
            lambda shares: self.standing.run([(self.templates, job) for job in shares], workers),
        )

    def warm_up(self, seeds: Sequence[Path], options: Options, workers: int) -> None:
        """Make a guide and throw it away, so that the next one is made by warm processes."""
        with TemporaryDirectory(prefix="guides-") as folder:
            jobs = [making.Job(self.here, seed, options, Path(folder), {}) for seed in seeds[:1]]
            list(self.make(jobs, workers))


def _work(task: tuple[str, making.Job]) -> Iterator[making.Made]:
    templates, job = task
    making.look_again(templates)
    yield from making.make(job)
