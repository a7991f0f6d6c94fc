"""How cost grows: with pages, with words, with seeds; and whether a worker's memory does.

Twice as much is to cost twice as much. So each row is the cost of one page, word or seed of
many, as a multiple of what one of few costs; 1.0 is a straight line.
"""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from bench import rivals, shell
from bench.core import ROOT
from bench.rivals import Row

ROUNDS = 3
PAGES = (50, 800)
WORDS = (25_000, 50_000, 100_000, 200_000)
SEEDS = (100, int(os.environ.get("GUIDES_BENCH_SEEDS", "1000")))
GUIDES = 300


def rows() -> Iterator[Row]:
    """Yield the figures."""
    with tempfile.TemporaryDirectory(prefix="guides-scaling-") as name:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"
        yield from _words()
        yield from _memory(Path(name))
        yield from _pages(Path(name))
        yield from _seeds(Path(name))


# ---------------------------------------------------------------- pages


def _pages(folder: Path) -> Iterator[Row]:
    """Print a handout that is repeated until it has so many pages."""
    from guides import printing

    (folder / "one" / "seeds").mkdir(parents=True)
    (folder / "one" / "seeds" / "text.txt").write_text(next(rivals.texts(1)), "utf-8")
    ((_, lay),) = rivals.guides_of(folder / "one", ("handout",), 1)
    html = lay()
    press = printing.Press(pages=2 * PAGES[-1])
    length = press.print(html).pages
    ratios, cost = [], []
    for _ in range(ROUNDS):
        each = []
        for pages in PAGES:
            times = max(1, round(pages / length))
            each.append(_cpu_of_page(press, _repeated(html, times)))
        ratios.append(each[1] / each[0])
        cost.append(1000 * each[1])
    yield f"CPU of a page of {PAGES[1]} / of {PAGES[0]} (aim 1.1)", "", ratios
    yield f"CPU of a page of {PAGES[1]}", "ms", cost


def _repeated(html: str, times: int) -> str:
    """Return a page with its body repeated; only the first has what others point at."""
    head, body, end = re.split(r"(?<=<body>)|(?=</body>)", html, maxsplit=2)
    again = re.sub(r' (?:id|href)="[^"]*"', "", body)
    return head + body + again * (times - 1) + end


def _cpu_of_page(press: object, html: str) -> float:
    from guides.printing import Press

    assert isinstance(press, Press)  # noqa: S101  says so to the type checker
    gc.collect()
    begun = process_time()
    printed = press.print(html)
    return (process_time() - begun) / printed.pages


# ---------------------------------------------------------------- words


def _words() -> Iterator[Row]:
    """Read, find, fill and choose in texts of growing length; nothing is printed."""
    from guides import pipeline, readers
    from guides.project import DEFAULT_PLAN, Project, care_texts

    here = Project(ROOT)
    library = here.library()
    care, plan = care_texts(library), library.plans[DEFAULT_PLAN]
    each: dict[int, list[float]] = {length: [] for length in WORDS}
    for _ in range(ROUNDS):
        for length in WORDS:
            data = next(rivals.texts(1, length)).encode()
            gc.collect()
            begun = process_time()
            pipeline.make(readers.read("text.txt", data), library, plan, care)
            each[length].append((process_time() - begun) / length)
    least = each[WORDS[0]]
    for length in WORDS[1:]:
        ratios = [one / few for one, few in zip(each[length], least, strict=True)]
        yield f"CPU of a word of {length:,} / of {WORDS[0]:,}, all our stages", "", ratios
    yield f"CPU of {WORDS[-1]:,} words", "ms", [1000 * WORDS[-1] * one for one in each[WORDS[-1]]]


# ---------------------------------------------------------------- seeds


def _seeds(folder: Path) -> Iterator[Row]:
    """Build few and many from the shell, with two processes; then check that nothing changed."""
    each: dict[int, list[float]] = {}
    checks: dict[int, list[float]] = {}
    for count in SEEDS:
        project = folder / f"seeds-{count}"
        (project / "seeds").mkdir(parents=True)
        for number, text in enumerate(rivals.texts(count, 80)):
            (project / "seeds" / f"text-{number}.txt").write_text(text, "utf-8")
        rounds = ROUNDS if count <= 1000 else 1
        each[count] = [shell.tickets(project, f"out-{n}") / count for n in range(rounds)]
        checks[count] = [shell.tickets(project, "out-0") / count for _ in range(ROUNDS)]
    few, many = SEEDS
    what = f"a seed of {many:,} / of {few}"
    yield f"building {what}, exit tickets, two processes", "", _over(each[many], each[few])
    yield f"building a seed of {many:,}", "ms", [1000 * one for one in each[many]]
    yield f"checking {many:,} seeds, nothing changed", "ms", [1000 * many * t for t in checks[many]]


def _over(many: list[float], few: list[float]) -> list[float]:
    middle = sorted(few)[len(few) // 2]
    return [one / middle for one in many]


# ---------------------------------------------------------------- memory

_WORKER = """\
import pathlib, resource, sys
from guides import making, pool, printing
from guides.options import Options
from guides.project import Project

def work(job):
    assert all(made.page for made in making.make(job))
    pages = int(pathlib.Path("/proc/self/statm").read_text().split()[1])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield pages * resource.getpagesize() / 2**20, peak / 2**10

here = Project(pathlib.Path(sys.argv[1]))
options = Options(editions=("handout",))
jobs = [making.Job(here, seed, options, here.output, {}) for seed in here.seeds]
making.workshop(here)
printing.preload()
pool._TASKS = len(jobs) + 1
for outcome in pool.run(work, jobs, 1):
    print(*outcome.parts[0])
"""


def _memory(folder: Path) -> Iterator[Row]:
    """Make the handouts of so many texts in one worker, and ask after each how large it is."""
    if not Path("/proc/self/statm").exists():
        return
    project = folder / "memory"
    (project / "seeds").mkdir(parents=True)
    for number, text in enumerate(rivals.texts(GUIDES)):
        (project / "seeds" / f"text-{number:03}.txt").write_text(text, "utf-8")
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", _WORKER, str(project)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    sizes = [tuple(map(float, line.split())) for line in done.stdout.splitlines()]
    now = [size for size, _ in sizes]
    yield f"a worker after each of {GUIDES} guides of eight pages (aim 130)", "MiB", now
    yield "its most at any moment (aim 130)", "MiB", [max(peak for _, peak in sizes)]
    tenth = GUIDES // 10
    grown = sum(now[-tenth:]) / sum(now[tenth : 2 * tenth])
    yield f"its last {tenth} guides / its second {tenth} (aim 1.0)", "", [grown]
