"""A few processes that work, and one that watches over them.

Never threads: the printer's fonts cannot be shared between them. A worker that takes too long is
stopped, one that dies is replaced, and its task is tried once more; a task that ends its worker
twice is set aside, and all the others are done, also where a mistake of ours came up. Where it is
safe, workers are forked from a process that has loaded everything, so that they start at once.
"""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from math import inf
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any, Literal

from guides.stack import with_room

TRIES = 2
SECONDS = 120.0  # between two signs of life; a guide of fifty pages takes a fifth of it
_TASKS = 500  # of one worker: whatever might grow in it ends with it
_MEMORY = 4 << 30  # bytes of address space, far above what any page has needed
_PR_SET_PDEATHSIG = 1  # of prctl(2): the signal to get when the parent dies
_FULL = 75  # the exit code of a worker that asked for more than that

# Yields a part of the result of a task at a time; each is a sign of life.
Work = Callable[[Any], Iterator[Any]]
End = Literal["done", "died", "late", "full", "bug"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a task ended.

    Attributes:
        task: Its place in the list of tasks.
        parts: What the work yielded.
        end: `died`, `late` and `full` (of memory) tell how it ended its worker, the last time it
            was tried; after a `bug` the work itself raised something.
        bug: The traceback of that.
    """

    task: int
    parts: tuple[Any, ...]
    end: End = "done"
    bug: str = ""


def can_fork() -> bool:
    """Tell whether a copy of this process can be trusted: not on a Mac, not beside threads."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


def run(
    work: Work, tasks: Sequence[Any], workers: int, seconds: float = SECONDS
) -> Iterator[Outcome]:
    """Yield the outcome of every task as soon as it is there, in no fixed order.

    Args:
        work: Does a task. It, the tasks and what it yields can be pickled.
        tasks: What is to be done.
        workers: How many processes, at least 1.
        seconds: How long a worker may be silent.
    """
    crew = _Crew(work, seconds)
    try:
        yield from crew.run(tasks, workers)
    finally:
        crew.dismiss()


class Standing:
    """Workers that stay from one run to the next, with all that they have loaded by then."""

    def __init__(self, work: Work, seconds: float = SECONDS) -> None:
        """Start nobody yet; for the arguments see `run`."""
        self._crew = _Crew(work, seconds, stays=True)

    @property
    def workers(self) -> int:
        """How many there are."""
        return len(self._crew.workers)

    def run(self, tasks: Sequence[Any], workers: int) -> Iterator[Outcome]:
        """Yield outcomes as `run` does, by those who are there and by more where wanted."""
        return self._crew.run(tasks, workers)

    def dismiss(self) -> None:
        """Stop every worker; the next run starts others."""
        self._crew.dismiss()


def run_here(work: Work, tasks: Sequence[Any]) -> Iterator[Outcome]:
    """Do every task in this process, in order, where nothing can watch over it."""
    for number, task in enumerate(tasks):
        parts: list[Any] = []
        try:
            parts.extend(work(task))
        except Exception:  # noqa: BLE001  the outcome tells of it
            yield Outcome(number, (), "bug", traceback.format_exc())
        else:
            yield Outcome(number, tuple(parts))


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the line to it, and the task in hand."""

    process: Any
    line: Connection
    task: int | None = None
    parts: list[Any] = field(default_factory=list)
    deadline: float = 0.0
    given: int = 0


@dataclass(slots=True)
class _Crew:
    """The workers of one run, and what is left to do."""

    work: Work
    seconds: float
    stays: bool = False
    tasks: Sequence[Any] = ()
    workers: list[_Worker] = field(default_factory=list)
    waiting: deque[int] = field(default_factory=deque)
    tried: dict[int, int] = field(default_factory=dict)

    def run(self, tasks: Sequence[Any], workers: int) -> Iterator[Outcome]:
        """Yield the outcomes of tasks, done by those who are there and by more where wanted."""
        self._begin(tasks)
        missing = min(workers, len(tasks)) - len(self.workers)
        if missing > 0:
            if can_fork():
                gc.freeze()  # workers that never touch what they share do not copy it
            self.hire(missing)
        yield from self.outcomes()

    def _begin(self, tasks: Sequence[Any]) -> None:
        """Give other tasks to those who stayed; one that was left at work has to go."""
        for worker in list(self.workers):
            if worker.task is not None:
                self._dismiss(worker)
        self.tasks = tasks
        self.waiting = deque(range(len(tasks)))
        self.tried = {}
        for worker in list(self.workers):
            self._give(worker)

    def hire(self, count: int) -> None:
        """Start workers and give each something to do."""
        context: Any = multiprocessing.get_context("fork" if can_fork() else "spawn")
        for _ in range(count):
            ours, theirs = context.Pipe()
            # A forked worker has a copy of every line, and would keep it open after we are gone.
            others = [worker.line for worker in self.workers] + [ours] if can_fork() else []
            serving = (theirs, others, self.work, os.getpid())
            process = context.Process(target=_serve, args=serving, daemon=True)
            process.start()
            theirs.close()
            worker = _Worker(process, ours)
            self.workers.append(worker)
            self._give(worker)

    def _give(self, worker: _Worker) -> None:
        """Hand the next task to a worker; dismiss one that has none left, or has done enough."""
        if not self.waiting and self.stays:
            worker.task, worker.deadline = None, inf
            return
        if not self.waiting:
            self._dismiss(worker)
            return
        if worker.given >= _TASKS:
            self._dismiss(worker)
            self.hire(1)
            return
        worker.task = task = self.waiting.popleft()
        worker.parts, worker.deadline = [], monotonic() + self.seconds
        worker.given += 1
        self.tried[task] = self.tried.get(task, 0) + 1
        with suppress(OSError):  # a dead worker is found out below
            worker.line.send(self.tasks[task])

    def outcomes(self) -> Iterator[Outcome]:
        """Watch over the workers until every task has ended."""
        while any(worker.task is not None for worker in self.workers):
            nearest = min(worker.deadline for worker in self.workers)
            heard = wait([worker.line for worker in self.workers], max(0.0, nearest - monotonic()))
            for worker in list(self.workers):
                if worker.line in heard:
                    yield from self._listen(worker)
                elif worker.deadline <= monotonic():
                    yield from self._lose(worker, "late")

    def _listen(self, worker: _Worker) -> Iterator[Outcome]:
        try:
            kind, part = worker.line.recv()
        except (EOFError, OSError):
            yield from self._lose(worker, "died")
            return
        if kind == "part":
            worker.parts.append(part)
            worker.deadline = monotonic() + self.seconds
            return
        task, worker.task = worker.task, None  # nobody may ask for more than this outcome
        if task is not None and kind == "bug":
            yield Outcome(task, (), "bug", part)
        elif task is not None:
            yield Outcome(task, tuple(worker.parts))
        self._give(worker)

    def _lose(self, worker: _Worker, end: End) -> Iterator[Outcome]:
        """Replace a worker; its task goes to the end of the line, or is set aside."""
        task = worker.task
        self._dismiss(worker)
        if task is not None and self.tried[task] < TRIES:
            self.waiting.append(task)
        elif task is not None:
            yield Outcome(task, (), "full" if worker.process.exitcode == _FULL else end)
        if self.waiting:
            self.hire(1)

    def _dismiss(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.line.close()
        worker.process.kill()
        worker.process.join()

    def dismiss(self) -> None:
        """Stop every worker, whatever it does."""
        for worker in list(self.workers):
            self._dismiss(worker)
        gc.unfreeze()


def _serve(line: Connection, others: Sequence[Connection], work: Work, watcher: int) -> None:
    """Work until there is no more to do, or nobody to do it for."""
    for other in others:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who gave us the work will stop us
    die_with(watcher)
    _cap_memory()
    gc.disable()  # see `_send_all`
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        with_room(lambda: _work_on(line, work))
    os._exit(0)


def _work_on(line: Connection, work: Work) -> None:
    for number in itertools.count():
        task = line.recv()
        try:
            _send_all(line, work(task))
        except MemoryError:
            os._exit(_FULL)
        gc.collect()
        if number == 0:
            gc.freeze()  # what the first task loaded stays, and is not looked through again


def _send_all(line: Connection, parts: Iterator[Any]) -> None:
    """Send each part as it comes, then how the work ended.

    Garbage is looked for between parts only: a page is a hundred thousand objects that all
    belong to it, and looking through them while it is made takes a tenth of the time. After the
    first it can wait, and who makes one page alone is gone by then.
    """
    for number in itertools.count():
        if number > 1:
            gc.collect()
        try:
            part = next(parts)
        except StopIteration:
            line.send(("done", None))
            return
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001  the one who watches tells of it
            line.send(("bug", traceback.format_exc()))
            return
        line.send(("part", part))


def die_with(watcher: int) -> None:
    """Die at once when the one who watches does: who builds next must be alone in the folder."""
    if sys.platform.startswith("linux"):
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != watcher:
            os._exit(0)


def _cap_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
