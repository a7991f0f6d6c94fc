"""What is wrong with finished pages: `python -m bench pages` prints and reads all of them.

Every seed with every plan that can be used with it in the plan's editions, and with the usual plan
in all there are, on both papers, with every preset and in every theme: some thousand files. Words
name a seed, a plan and a look, to look only at those: `python -m bench pages lamp large`.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from bench.core import ROOT
from guides import authoring, layout, making, pipeline, printing, project, proofs
from guides.editions import EDITIONS
from guides.manifest import digest
from guides.model import Edition, Guide, Look
from guides.problems import Failed, Problem
from guides.project import DEFAULT_PLAN, Project

SAVING = ("large_print", "easy_reading", "ink_saver", "grayscale", "duplex")
PRESETS = (*SAVING, "bilingual", "fillable")
THEMES = ("literary", "modern")
HEAD = ("seed", "plan", "look", "files", "problems", "codes")


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a seed with one plan in one look.

    Attributes:
        plan: Its name; *look* likewise.
        files: How many were printed; one that is the same as another is not printed again.
        problems: What is wrong with their pages, by the name of the file.
    """

    plan: str
    look: str
    files: int
    problems: tuple[tuple[str, Problem], ...]


@cache
def looks() -> dict[str, Look]:
    """Return both papers with no preset, with each one, with all that save, and in each theme."""
    wanted: dict[str, Look] = {}
    for plain in (Look(paper="letter"), Look(paper="a4")):
        paper = str(plain.paper)
        wanted[paper] = plain
        for name in PRESETS:
            on: dict[str, Any] = {name: True}
            wanted[f"{paper} {name.replace('_', '-')}"] = replace(plain, **on)
        every: dict[str, Any] = dict.fromkeys(SAVING, True)
        wanted[f"{paper} all presets"] = replace(plain, **every)
        for theme in THEMES:
            wanted[f"{paper} {theme}"] = replace(plain, theme=theme)
    return wanted


def seeds() -> list[Path]:
    """Return the seeds of the checkout, and texts of the same kind beside it."""
    beside = Path(os.environ.get("GUIDES_CORPUS", ROOT.parent / "shared" / "corpus"))
    texts = sorted(beside.glob("*.txt")) + sorted(beside.glob("*.md")) if beside.is_dir() else []
    return [*Project(ROOT).seeds, *texts]


def main(words: Sequence[str] = ()) -> int:
    """Print a row for each seed, plan and look; return 1 where a page has something wrong."""
    pairs = list(product(sorted(Project(ROOT).library().plans), looks()))
    wanted = [
        (seed, [pair for pair in pairs if all(w in f"{seed.stem} {' '.join(pair)}" for w in words)])
        for seed in seeds()
    ]
    _print_row(HEAD)
    _print_row(["---"] * len(HEAD))
    found: Counter[str] = Counter()
    files = 0
    with ProcessPoolExecutor(int(os.environ.get("GUIDES_JOBS", "0")) or os.cpu_count()) as workers:
        for (seed, _), rows in zip(wanted, workers.map(_all_seen, wanted), strict=True):
            for row in rows:
                files += row.files
                codes = Counter(problem.code for _, problem in row.problems)
                found += codes
                if codes:
                    cells = [seed.stem, row.plan, row.look, str(row.files), str(codes.total())]
                    _print_row([*cells, _listed(codes)])
                for name, problem in row.problems:
                    sys.stderr.write(f"{name}: {problem.message} [{problem.code}]\n")
    _print_row(["all", "", "", str(files), str(found.total()), _listed(found)])
    return int(bool(found))


def _listed(codes: Counter[str]) -> str:
    return ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))


def _all_seen(wanted: tuple[Path, Sequence[tuple[str, str]]]) -> list[Seen]:
    return list(seen(*wanted))


def seen(seed: Path, wanted: Sequence[tuple[str, str]]) -> Iterator[Seen]:
    """Yield what is seen of a seed with each plan and look of *wanted*.

    What is in the text is found once; pages that are the same are printed and looked at once.
    """
    shop = making.workshop(Project(ROOT))
    found = pipeline.find(project.read_seed(seed), shop.library)
    candidates = cache(lambda: pipeline.fill(found, shop.library.prompts.values()))
    known: set[str] = set()

    @cache
    def guide_of(plan: str) -> Guide | None:
        try:
            return authoring.guide(seed, shop.library.plans[plan], found, candidates, shop.library)[
                0
            ]
        except Failed:  # the plan is for other texts
            return None

    for plan, look in wanted:
        guide = guide_of(plan)
        if guide is None:
            continue
        editions = tuple(EDITIONS) if plan == DEFAULT_PLAN else guide.plan.editions
        files = 0
        problems: list[tuple[str, Problem]] = []
        for edition in editions:
            html = digest(layout.lay_out(guide, edition, shop.templates, looks()[look]).encode())
            if html not in known:
                known.add(html)
                files += 1
                name = f"{seed.stem}-{plan}-{edition}.pdf"
                problems += [(name, p) for p in _flaws(guide, edition, looks()[look], shop)]
        yield Seen(plan, look, files, tuple(problems))


def _flaws(guide: Guide, edition: Edition, look: Look, shop: making.Workshop) -> Iterator[Problem]:
    """Yield what is wrong with the pages of an edition."""

    def lay(more_lines: int, setting: str = "") -> str:
        return layout.lay_out(guide, edition, shop.templates, look, more_lines, setting)

    if making.is_a_book(guide, edition):
        return  # it is refused
    try:
        printed = printing.print_to_fit(lay, shop.fonts, making.sheet_pages(look))
    except Failed as failure:
        yield from failure.problems
        return
    yield from making.too_long(printed.sheet_pages, look, "")
    yield from proofs.check(printed.pdf, making.page_rules(guide, edition, look))


def _print_row(cells: Sequence[str]) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()
