"""How long one waits: `python -m bench latency [SEEDS…]` prints medians and their spread.

From a cold shell, as an installed program runs (its modules compiled), and under `--watch`. CPU
time where the machine may do much else, wall time where that is what one waits for. The numbers
are sizes of the project in which nothing, or one seed, has changed: 100, 1,000 and 10,000 without
any.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench import shell
from bench.building import TEXT
from bench.core import ROOT

ROUNDS = 7
SIZES = (100, 1000, 10_000)
EDITIONS = ("exit-tickets", "handout")
PATIENCE = 120.0  # seconds

_OURS = """\
import sys
from pathlib import Path
from guides import cli, printing
Path("ours.pdf").write_bytes(printing.print_pdf(Path("page.html").read_text("utf-8")))
cli._leave(0)
"""

# Builds a project without printing, so that ten thousand guides are there in a minute: a check
# that nothing has changed looks at the state of files, not into them.
_FILL = """\
from pathlib import Path
from guides.build import build
from guides.making import Made, Page, digest
from guides.options import Options
from guides.pool import Outcome
from guides.project import Project
from guides.results import Result
def filled(jobs, workers):
    for number, job in enumerate(jobs):
        name = f"{job.seed.stem}/{job.seed.stem}-classroom-45-exit-tickets.pdf"
        path = job.folder / name
        path.parent.mkdir(parents=True)
        path.write_bytes(b"%PDF")
        state = path.stat()
        page = Page("", 0, digest(b"%PDF"), state.st_size, state.st_mtime_ns)
        yield Outcome(number, (Made(Result("written", path), name, page),))
here = Project(Path.cwd())
for _ in build(here, here.seeds, Options(editions=("exit-tickets",)), make=filled):
    pass
"""

Row = tuple[str, str, list[float]]


def rows(sizes: Sequence[int]) -> Iterator[Row]:
    """Yield a figure, its unit and what was measured in each round."""
    with tempfile.TemporaryDirectory(prefix="guides-bench-") as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        few = _grown(folder / "few", 3)
        yield "`guides --help`, CPU (aim 60)", "ms", _times(lambda: _cpu(few, "--help"))
        yield "one page from a cold shell / stock `weasyprint`, CPU (aim 0.50)", "", _cold(few)
        for edition in EDITIONS:
            yield f"a seed saved under --watch, {edition}, wall", "ms", _watched(few, edition)
        for size in sizes:
            yield from _of_many(_grown(folder / f"many-{size}", size), size)


def _of_many(project: Path, size: int) -> Iterator[Row]:
    words = ("build", "--edition", "exit-tickets")
    _call(project, [sys.executable, "-c", _FILL])
    time.sleep(3)  # a file that was made just now is not trusted
    _run(project, *words)
    yield f"no change, {size:,} seeds, CPU", "ms", _times(lambda: _cpu(project, *words))
    waited, spent = [], []
    for number in range(ROUNDS):
        _change(project, number)
        begun = time.perf_counter()
        spent.append(_cpu(project, *words))
        waited.append(1000 * (time.perf_counter() - begun))
    yield f"one changed among {size:,}, wall", "ms", waited
    yield f"one changed among {size:,}, CPU", "ms", spent
    times = _watched(project, "exit-tickets")
    yield f"a seed saved under --watch among {size:,}, wall", "ms", times


def _cold(project: Path) -> list[float]:
    """The same HTML in turns: our printer against the command that comes with WeasyPrint."""
    page = (ROOT / "tests" / "golden" / "handout.html").read_text("utf-8")
    (project / "page.html").write_text(page, "utf-8")
    stock = [sys.executable, "-m", "weasyprint", "page.html", "stock.pdf"]
    ours = [sys.executable, "-c", _OURS]
    _call(project, ours)  # it keeps what the next start reads
    return [
        shell.spent(lambda: _call(project, ours)) / shell.spent(lambda: _call(project, stock))
        for _ in range(ROUNDS)
    ]


# ---------------------------------------------------------------- watching


def _watched(project: Path, edition: str) -> list[float]:
    """From the moment that a seed is saved to the moment that its page is on the disk."""
    with _watch(project, edition) as rounds:
        times, seen = [], rounds()
        while seen < 1:
            seen = _next(rounds, 0)
        for number in range(ROUNDS + 1):
            begun = time.perf_counter()
            _change(project, number, edition)
            seen = _next(rounds, seen)
            times.append(1000 * (time.perf_counter() - begun))
    return times[1:]  # the first warms up


@contextmanager
def _watch(project: Path, edition: str) -> Iterator[Callable[[], int]]:
    """Watch; yield what tells how many builds are over."""
    command = [sys.executable, "-m", "guides", "build", "--watch", "--edition", edition]
    log = project / "watch.log"
    with log.open("w") as told:
        watching = subprocess.Popen(  # noqa: S603  our own program
            command, cwd=project, env=shell.environment(), stdout=subprocess.DEVNULL, stderr=told
        )
    try:
        yield lambda: log.read_text("utf-8").count("watching (")
    finally:
        watching.send_signal(signal.SIGINT)
        watching.wait()


def _next(rounds: Callable[[], int], seen: int) -> int:
    last = time.monotonic() + PATIENCE
    while rounds() <= seen:
        if time.monotonic() > last:
            raise TimeoutError("the watch has stopped")
        time.sleep(0.005)
    return rounds()


# ---------------------------------------------------------------- projects and processes


def _grown(folder: Path, count: int) -> Path:
    """Return a project of so many seeds, those that are missing added."""
    (folder / "seeds").mkdir(parents=True, exist_ok=True)
    for number in range(count):
        seed = folder / "seeds" / f"text-{number}.txt"
        if not seed.exists():
            seed.write_text(TEXT.format(place=f"Number {number}"), "utf-8")
    return folder


def _change(project: Path, number: int, word: str = "") -> None:
    text = TEXT.format(place=f"Changed {word} {number} {time.time_ns()}")
    (project / "seeds" / "text-0.txt").write_text(text, "utf-8")


def _call(project: Path, command: Sequence[str]) -> None:
    subprocess.run(  # noqa: S603  our own program, and the one it is measured against
        command, cwd=project, env=shell.environment(), check=True, capture_output=True
    )


def _run(project: Path, *words: str) -> None:
    _call(project, [sys.executable, "-m", "guides", *words])


def _cpu(project: Path, *words: str) -> float:
    return shell.spent(lambda: _run(project, *words))


def _times(measure: Callable[[], float]) -> list[float]:
    measure()  # the first compiles
    return [measure() for _ in range(ROUNDS)]


def main(words: Sequence[str]) -> int:
    """Print the table as Markdown, a row as soon as it is measured."""
    sizes = [int(word) for word in words] or SIZES
    sys.stdout.write("| figure | median | lowest to highest |\n| --- | --- | --- |\n")
    for name, unit, values in rows(sizes):
        low, middle, high = (
            f"{value:.0f} {unit}" if unit else f"{value:.2f}"
            for value in (min(values), median(values), max(values))
        )
        sys.stdout.write(f"| {name} | {middle} | {low} to {high} |\n")
        sys.stdout.flush()
    return 0
