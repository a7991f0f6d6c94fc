"""What is wrong with finished pages: `python -m bench pages` builds and reads all of them.

Every seed with every plan that can be used with it in the plan's editions, and with the usual plan
in all there are, on both papers and with every preset: some thousand files. Words name a seed, a
plan and a look, to look only at those: `python -m bench pages lamp large`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.core import ROOT
from guides.editions import EDITIONS
from guides.making import Job, make
from guides.options import Options
from guides.project import DEFAULT_PLAN, Project
from guides.wishes import LookWishes

PRESETS = ("large_print", "easy_reading", "ink_saver", "grayscale", "duplex")
HEAD = ("seed", "plan", "look", "files", "problems", "codes")


def looks() -> dict[str, LookWishes]:
    """Return both papers with no preset, with each one, and with all that save ink."""
    wanted: dict[str, LookWishes] = {}
    for plain in (LookWishes(paper="letter"), LookWishes(paper="a4")):
        paper = str(plain.paper)
        wanted[paper] = plain
        for name in PRESETS:
            on: dict[str, Any] = {name: True}
            wanted[f"{paper} {name.replace('_', '-')}"] = replace(plain, **on)
        every: dict[str, Any] = dict.fromkeys(PRESETS, True)
        wanted[f"{paper} all presets"] = replace(plain, **every)
    return wanted


def seeds() -> list[Path]:
    """Return the seeds of the checkout, and texts of the same kind beside it."""
    beside = Path(os.environ.get("GUIDES_CORPUS", ROOT.parent / "shared" / "corpus"))
    texts = sorted(beside.glob("*.txt")) + sorted(beside.glob("*.md")) if beside.is_dir() else []
    return [*Project(ROOT).seeds, *texts]


def main(words: Sequence[str] = ()) -> int:
    """Print a row for each seed, plan and look; return 1 where a page has something wrong."""
    plans = sorted(Project(ROOT).library().plans)
    wanted = [
        (seed, plan, name)
        for seed in seeds()
        for plan in plans
        for name in looks()
        if all(word in f"{seed.stem} {plan} {name}" for word in words)
    ]
    _print_row(HEAD)
    _print_row(["---"] * len(HEAD))
    found: Counter[str] = Counter()
    files = 0
    with ProcessPoolExecutor(int(os.environ.get("GUIDES_JOBS", "0")) or os.cpu_count()) as workers:
        for (seed, plan, name), (made, codes, lines) in zip(
            wanted, workers.map(_checked, wanted, chunksize=4), strict=True
        ):
            files += made
            found += codes
            if codes:
                listed = ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
                _print_row([seed.stem, plan, name, str(made), str(codes.total()), listed])
                sys.stderr.writelines(f"{line}\n" for line in lines)
    listed = ", ".join(f"{code} {count}" for code, count in sorted(found.items()))
    _print_row(["all", "", "", str(files), str(found.total()), listed])
    return int(bool(found))


def _checked(wanted: tuple[Path, str, str]) -> tuple[int, Counter[str], list[str]]:
    """Return how many files were made, and what is wrong with their pages."""
    seed, plan, name = wanted
    with tempfile.TemporaryDirectory(prefix="guides-pages-") as folder:
        editions = tuple(EDITIONS) if plan == DEFAULT_PLAN else ()
        options = Options(plans=(plan,), editions=editions, look=looks()[name], check=True)
        job = Job(Project(ROOT), seed, options, Path(folder), {})
        results = [made.result for made in make(job)]
    files = sum(result.status == "written" for result in results)
    about_pages = list(_about_pages(results))
    return files, Counter(code for code, _ in about_pages), [line for _, line in about_pages]


def _about_pages(results: Sequence[Any]) -> Iterator[tuple[str, str]]:
    for result in results:
        for problem in result.problems:
            if "page" in problem.message and problem.name.endswith(".pdf"):
                name = Path(problem.name).name
                yield problem.code, f"{name}: {problem.message} [{problem.code}]"


def _print_row(cells: Sequence[str]) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()
