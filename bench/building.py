"""How long a build takes: `python -m bench build` prints a table of medians and their spread.

Times depend on the machine and on what else it does, so most rows are ratios of two runs that
alternate. Seeds are made up here, each with its own street, so that no two guides are the same.

`python -m bench build rivals` or `scaling` prints that part of the table alone.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from bench import shell
from bench.core import ROOT

ROUNDS = 5
MANY = 100
FEW = 12
TEXT = """\
The clock on {place} Street stopped in March. "It cost more to mend than to leave alone," said \
Peter Hall, who runs the works department.

But shopkeepers say that about 200 people a day used to set their watches by it. They have \
called on the council to mend it before winter.

The council has not answered yet. Two other towns have mended their clocks.
"""


def table(parts: Sequence[str] = ()) -> Iterator[tuple[str, str, list[float]]]:
    """Yield a figure, its unit and what was measured in each round.

    Args:
        parts: Which parts of the table; without any, all.
    """
    from bench import rivals, scaling

    tables = {"build": _rows, "rivals": rivals.rows, "scaling": scaling.rows}
    for name, rows in tables.items():
        if not parts or name in parts:
            yield from rows()


def _rows() -> Iterator[tuple[str, str, list[float]]]:
    with tempfile.TemporaryDirectory(prefix="guides-bench-") as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        few, many = _project(folder / "few", FEW), _project(folder / "many", MANY)
        shell.tickets(few, "warm", 2)
        yield from _jobs(few)
        shell.tickets(many, "out", 2)
        yield f"no change, {MANY} seeds, CPU", "ms", [_cpu(many) for _ in range(ROUNDS)]
        yield from _one_changed(many)
        yield "`guides --help`, CPU", "ms", [_cpu(many, "--help") for _ in range(ROUNDS)]
    yield from _stages()


def _jobs(project: Path) -> Iterator[tuple[str, str, list[float]]]:
    """Two processes against one, in turns, nothing made before."""
    ratios = []
    for number in range(ROUNDS):
        two = shell.tickets(project, f"two-{number}", 2)
        one = shell.tickets(project, f"one-{number}", 1)
        ratios.append(two / one)
    yield f"{FEW} guides on two processes / on one", "", ratios


def _one_changed(project: Path) -> Iterator[tuple[str, str, list[float]]]:
    times = []
    for number in range(ROUNDS):
        seed = project / "seeds" / "text-0.txt"
        seed.write_text(TEXT.format(place=f"Changed {number}"), "utf-8")
        times.append(1000 * shell.tickets(project, "out", 2))
    yield f"one seed changed among {MANY}, wall", "ms", times


def _stages() -> Iterator[tuple[str, str, list[float]]]:
    """What our own stages take of a classroom guide, the printer warm: a handout, then both."""
    from guides import pipeline, printing, project
    from guides.printing import lines

    here = project.Project(ROOT)
    library, templates = here.library(), here.page_templates()
    care, plan = project.care_texts(library), library.plans[project.DEFAULT_PLAN]
    seed, editions = here.seeds[0], plan.editions
    parts: dict[str, list[float]] = {"read, find, fill, choose": [], "lay out": []}
    parts |= {f"print the {edition}": [] for edition in editions}
    for _ in range(ROUNDS + 1):
        clock = process_time()
        guide = pipeline.make(project.read_seed(seed), library, plan, care)
        clock = _note(parts["read, find, fill, choose"], clock)
        for edition in editions:
            _laid(guide, edition, templates, 0, "")
        clock = _note(parts["lay out"], clock)
        lines.forget(printing._press(())._fonts)  # noqa: SLF001  each guide has lines of its own
        for edition in editions:
            printing.print_to_fit(partial(_laid, guide, edition, templates))
            clock = _note(parts[f"print the {edition}"], clock)
    for name, times in parts.items():
        yield f"stage: {name} ({seed.name})", "ms", times[1:]  # the first one warms up
    made, laid, *printed = (times[1:] for times in parts.values())
    own = [first + second for first, second in zip(made, laid, strict=True)]
    yield "our own stages / printing one handout", "", _over(own, printed[0])
    whole = [sum(times) for times in zip(*printed, strict=True)]
    yield (
        f"our own stages / printing the guide, {len(editions)} editions (aim 0.10)",
        "",
        _over(own, whole),
    )


def _over(ours: list[float], whole: list[float]) -> list[float]:
    return [one / other for one, other in zip(ours, whole, strict=True)]


def _laid(guide: Any, edition: str, templates: dict[str, str], more: int, setting: str) -> str:
    from guides import layout

    return layout.lay_out(guide, edition, templates, more_lines=more, setting=setting)


def _note(times: list[float], since: float) -> float:
    now = process_time()
    times.append(1000 * (now - since))
    return now


def _project(folder: Path, count: int) -> Path:
    (folder / "seeds").mkdir(parents=True)
    for number in range(count):
        text = TEXT.format(place=f"Number {number}")
        (folder / "seeds" / f"text-{number}.txt").write_text(text, "utf-8")
    return folder


def _cpu(project: Path, *words: str) -> float:
    """Return the CPU time of a command (a build without changes), in milliseconds."""
    usual = ("build", "--edition", "exit-tickets", "--output", "out", "--jobs", "2")
    return shell.spent(lambda: shell.run(project, *(words or usual)))


def main(parts: Sequence[str] = ()) -> int:
    """Print the table as Markdown, a row as soon as it is measured."""
    sys.stdout.write(
        "| figure | median | lowest to highest | rounds |\n| --- | --- | --- | --- |\n"
    )
    for name, unit, values in table(parts):
        if not values:
            sys.stdout.write(f"| {name} | | | 0 |\n")
            continue
        low, middle, high = (_shown(value, unit) for value in _spread(values))
        sys.stdout.write(f"| {name} | {middle} | {low} to {high} | {len(values)} |\n")
        sys.stdout.flush()
    return 0


def _spread(values: list[float]) -> tuple[float, float, float]:
    return min(values), median(values), max(values)


def _shown(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if unit else f"{value:.2f}"
