"""Building on more than one computer: `guides build --scheduler ADDRESS`, on dask.distributed.

The workers need this program and nothing of the project: a text travels with what lies beside it,
and the project's own templates once. Texts go out in batches, because a scheduler spends as
much on a small task as on a large one, and only a few for each worker at a time, so that a
million of them need no memory here. A batch whose worker dies is given to another by the
scheduler; one that goes on killing workers is halved until the text that does it is alone.

Pages come back and are written here where the output is a folder. Where it has an address, the
workers put them there themselves.
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import traceback
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from guides import fingerprints, making, pool, stores
from guides.batch import OUTPUT, Parcel
from guides.making import Job, Made
from guides.options import Options
from guides.pool import Outcome
from guides.problems import Failed, Problem
from guides.project import Project, built_in_templates, readings, shown
from guides.results import Result

MOST = 50  # texts in a batch; some 15 seconds of work, against 3 ms that the scheduler takes
_FEW = 5
_BATCHES = 4  # for each worker, at least, so that none has nothing to do while others end
_AHEAD = 3  # batches for each worker that are out at one time
_RETRIES = 2
_SECONDS = 30  # to wait for a scheduler to answer, and for its first worker
_ELSEWHERE = "elsewhere"  # where a text stands that is not in the project

Delivered = tuple[Made, bytes]  # the bytes of a page that is not where it belongs yet


class OtherProgramError(Exception):
    """A worker has another version of this program, whose pages would be other pages."""


class BatchDiedError(Exception):
    """The process that watches over a batch died."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all batches have in common.

    Attributes:
        program: The fingerprint of this program, see `program`.
        options: What is asked for.
        files: Templates and settings of the project: path below it, and bytes.
        url: Where pages are put; empty where they come back.
    """

    program: str
    options: Options
    files: tuple[tuple[str, bytes], ...]
    url: str


def run(jobs: Sequence[Job], scheduler: str, url: str = "") -> Iterator[Outcome]:
    """Yield the outcome of every job as soon as it is there, as `making.make_all` does.

    Args:
        jobs: What is to be made.
        scheduler: The address of a scheduler of dask.distributed.
        url: The address of the output folder; empty where it is the jobs' own folder.

    Raises:
        Failed: The scheduler does not answer, or its workers have another program.
    """
    with _connected(scheduler) as client:
        crew = _Crew(client, jobs, url)
        try:
            yield from crew.outcomes()
        except OtherProgramError as error:
            raise Failed([_other_program(scheduler)]) from error


# ---------------------------------------------------------------- here


@contextmanager
def _connected(scheduler: str) -> Iterator[Any]:
    """Connect to a scheduler, and wait until it has a worker."""
    try:
        from distributed import Client
    except ImportError as error:
        raise Failed([stores.lacking(error)]) from error
    _quieten()
    try:
        client = Client(scheduler, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:  # TimeoutError is an OSError
        raise Failed([_no_scheduler(scheduler)]) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS)
        except OSError as error:
            message = "this scheduler has no workers"
            hint = f"start one on each computer with `dask worker {scheduler}`"
            raise Failed([Problem("no-workers", message, name=scheduler, hint=hint)]) from error
        yield client


def _quieten() -> None:
    """Keep to itself what Dask says in passing, such as that a worker was lost."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _no_scheduler(scheduler: str) -> Problem:
    message = "no scheduler answers at this address, or no longer"
    hint = "start one with `dask scheduler`, which says its address; what was made stays made"
    return Problem("no-scheduler", message, name=scheduler, hint=hint)


def _other_program(scheduler: str) -> Problem:
    message = "a worker has another version of this program, or none"
    hint = "install the same on every computer, with the same packages, and start its workers anew"
    return Problem("other-program", message, name=scheduler, hint=hint)


@dataclass(slots=True)
class _Crew:
    """The batches of one run: those that wait, and those that are out."""

    client: Any
    jobs: Sequence[Job]
    url: str
    waiting: deque[Sequence[int]] = field(default_factory=deque)
    out: dict[str, Sequence[int]] = field(default_factory=dict)
    beside: fingerprints.Beside = field(default_factory=fingerprints.Beside)

    def outcomes(self) -> Iterator[Outcome]:
        from distributed import as_completed

        size = batch_size(len(self.jobs), self._slots())
        whole = range(len(self.jobs))
        self.waiting.extend(whole[start : start + size] for start in whole[::size])
        # A task of its own, since what is scattered is lost with the worker that holds it.
        shared = self.client.submit(_same, _shared(self.jobs[0], self.url), pure=False)
        ended = as_completed(loop=self.client.loop)
        yield from self._give(shared, ended)
        for future in ended:
            yield from self._taken(future)
            yield from self._give(shared, ended)

    def _made_here(self, number: int) -> Iterator[Outcome]:
        """Say what is wrong with a text that cannot be sent, for which one has to look around."""
        for outcome in pool.run_here(making.make, [self.jobs[number]]):
            yield replace(outcome, task=number)

    def _slots(self) -> int:
        """Return how many batches the workers can do at a time; workers come and go."""
        threads: dict[str, int] = self.client.nthreads()
        return max(1, sum(threads.values()))

    def _give(self, shared: Any, ended: Any) -> Iterator[Outcome]:
        """Give out batches, a few for each worker; make here what cannot be sent."""
        most = _AHEAD * self._slots() if self.waiting else 0
        while self.waiting and len(self.out) < most:
            parcels = {}
            for number in self.waiting.popleft():
                packed = parcel(self.jobs[number], number, self.beside)
                if packed:
                    parcels[number] = packed
                else:
                    yield from self._made_here(number)
            if parcels:
                future = self.client.submit(
                    make_batch,
                    list(parcels.values()),
                    shared,
                    retries=_RETRIES,
                    pure=False,
                    key=_name(list(parcels)),
                )
                self.out[future.key] = list(parcels)
                ended.add(future)

    def _taken(self, future: Any) -> Iterator[Outcome]:
        """Yield what came of a batch; halve one that kills its workers."""
        from distributed import KilledWorker

        numbers = self.out.pop(future.key)
        try:
            outcomes = future.result()
        except (KilledWorker, BatchDiedError):
            if len(numbers) == 1:
                yield Outcome(numbers[0], (), "died")
                return
            half = len(numbers) // 2
            self.waiting.extendleft([numbers[half:], numbers[:half]])
            return
        except ImportError as error:  # of this program, when the batch is unpacked
            raise OtherProgramError from error
        except OtherProgramError:
            raise
        except CancelledError as error:
            raise Failed([_no_scheduler(self.client.scheduler.address)]) from error
        except Exception as error:  # noqa: BLE001  the one who builds tells of it
            bug = "".join(traceback.format_exception(error))
            yield from (Outcome(number, (), "bug", bug) for number in numbers)
            return
        for number, outcome in zip(numbers, outcomes, strict=True):
            parts = tuple(self._received(part, number) for part in outcome.parts)
            yield replace(outcome, task=number, parts=parts)

    def _received(self, part: Delivered, number: int) -> Made:
        """Put a page where it belongs, and tell of it as if it had been made here."""
        job, (made, pdf) = self.jobs[number], part
        problems = tuple(
            _renamed(problem, job, number, self.url) for problem in made.result.problems
        )
        made = replace(made, result=replace(made.result, problems=problems))
        if not made.page:
            return made
        path = job.folder / made.name
        if self.url:
            return replace(made, result=replace(made.result, path=f"{self.url}/{made.name}"))
        if pdf:
            try:
                making.write_atomically(path, pdf)
            except Failed as failure:
                return Made(Result("failed", None, (*problems, *failure.problems)))
            written = path.stat().st_mtime_ns
            made = replace(made, page=made.page._replace(written=written))
        return replace(made, result=replace(made.result, path=path))


def batch_size(texts: int, slots: int) -> int:
    """Return how many texts go out together: many, but some batches for every worker.

    A few go out together even so: to start the process that prints them takes as long as one.
    """
    share, part = -(-texts // slots), -(-texts // (_BATCHES * slots))
    return min(MOST, max(part, min(_FEW, share)))


def _name(numbers: Sequence[int]) -> str:
    """Return a name for a batch, which the dashboard shows, and no other run has."""
    return f"guides-{numbers[0]}-{len(numbers)}-{os.urandom(4).hex()}"


def _shared(job: Job, url: str) -> Shared:
    """Pack what is the project's own."""
    packed = [(name, Path(path).read_bytes()) for name, path in job.here.own_file().files]
    for folder in job.here.template_folders()[1:]:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = f"templates/{path.relative_to(folder).as_posix()}"
                packed.append((name, path.read_bytes()))
    return Shared(program(), replace(job.options, output=None), tuple(packed), url)


def parcel(job: Job, number: int, beside: fingerprints.Beside) -> Parcel | None:
    """Pack a text, what lies beside it and the readings that it names; None where some are not."""
    seed, root = _absolute(job.seed), _absolute(job.here.root)
    inside = seed.is_relative_to(root)
    top = root if inside else seed.parent
    before = "" if inside else f"{_ELSEWHERE}/{number}/"
    packed = {}
    try:
        own = [Path(path) for _, path in beside.inventory(seed).files]
        named = [seed.parent / name for name in readings(job.seed, job.options.encoding)]
        for path in dict.fromkeys((seed, *own, *named)):
            name = _absolute(path).relative_to(top).as_posix()
            if path in named and not path.resolve().is_relative_to(top.resolve()):
                return None
            if not path.is_file():
                return None
            packed[f"{before}{name}"] = path.read_bytes()
    except (OSError, ValueError):  # not there, or outside the project
        return None
    return Parcel(f"{before}{seed.relative_to(top).as_posix()}", tuple(packed.items()), job.pages)


def _absolute(path: Path) -> Path:
    """Return a path from the root, without following links, which may lead out of the project."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def _renamed(problem: Problem, job: Job, number: int, url: str) -> Problem:
    """Name the file of a problem as it is called here."""

    def here(name: str) -> str:
        there = f"{_ELSEWHERE}/{number}/"
        output, _, page = name.partition("/")
        if "://" in name:
            return name
        if output == OUTPUT:
            return f"{url}/{page}" if url else shown(job.folder / page)
        if name.startswith(there):
            return shown(job.seed.parent / name.removeprefix(there))
        return shown(job.here.root / name) if name else ""

    span = problem.span
    if span:
        span = replace(span, source=replace(span.source, name=here(span.source.name)))
    return replace(problem, span=span, name=here(problem.name))


# ---------------------------------------------------------------- on a worker


def _same(shared: Shared) -> Shared:
    return shared


@cache
def program() -> str:
    """Return the fingerprint of what makes the pages: this program, its templates, the printer."""
    templates = fingerprints.files([built_in_templates()])
    return fingerprints.joined(fingerprints.printer(), templates)


def make_batch(parcels: Sequence[Parcel], shared: Shared) -> list[Outcome]:
    """Make guides in a folder that is gone afterwards, and see that their pages get home.

    Raises:
        OtherProgramError: The program here is not the one that sent them.
        BatchDiedError: The process that made them died.
    """
    if program() != shared.program:
        raise OtherProgramError
    with TemporaryDirectory(prefix="guides-", dir=_scratch()) as folder:
        root = Path(folder).resolve()
        Project(root).output.mkdir()
        for name, data in (*shared.files, *(file for item in parcels for file in item.files)):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        outcomes = _print(root, parcels, shared.options)
        store = stores.opened(shared.url) if shared.url else None
        return [
            replace(outcome, parts=tuple(_delivered(made, root, store) for made in outcome.parts))
            for outcome in outcomes
        ]


def _scratch() -> str | None:
    """Return the worker's own folder, which is swept when the worker has died."""
    from distributed import get_worker

    with suppress(ValueError):
        return str(get_worker().local_directory)
    return None  # not on a worker


def _print(root: Path, parcels: Sequence[Parcel], options: Options) -> list[Outcome]:
    """Print in a process that has one thread and its own working folder."""
    seeds = [(item.seed, item.pages) for item in parcels]
    path = os.pathsep.join(
        filter(None, (str(fingerprints.PACKAGE.parent), os.environ.get("PYTHONPATH")))
    )
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-P", "-m", "guides.batch", str(os.getpid())],
        cwd=root,
        env=os.environ | {"PYTHONPATH": path},
        input=pickle.dumps((seeds, options)),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise BatchDiedError(done.returncode, done.stderr.decode(errors="replace")[-2000:])
    outcomes: list[Outcome] = pickle.loads(done.stdout)  # noqa: S301  from our own process
    return sorted(outcomes, key=lambda outcome: outcome.task)


def _delivered(made: Made, root: Path, store: stores.Store | None) -> Delivered:
    """Put a page where it belongs, or return it with its bytes."""
    path = root / OUTPUT / made.name
    if made.result.status != "written":
        return made, b""
    data = path.read_bytes()
    if store is None:
        return made, data
    try:
        store.put(made.name, data)
    except Failed as failure:
        problems = (*made.result.problems, *failure.problems)
        return Made(Result("failed", None, problems)), b""
    return made, b""
