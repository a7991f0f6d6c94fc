"""Some texts, printed far from their project: what a worker runs in a process of its own.

The process has one thread, so that it may fork, and its own working folder, so that problems
name files as they do at home. It reads what is to be done from its input, prints in processes
that it watches over, and writes what came of it to its output.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guides.manifest import Page
from guides.options import Options

OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A text with all that is its own.

    Attributes:
        seed: Where it is to stand, below the project.
        files: It and what lies beside it: path below the project, and bytes.
        pages: What was made of it before, by file.
    """

    seed: str
    files: tuple[tuple[str, bytes], ...]
    pages: Mapping[str, Page]


def run(seeds: Sequence[tuple[str, Mapping[str, Page]]], options: Options) -> None:
    """Print in the project that is the working folder; write the outcomes to stdout."""
    from guides.making import Job, make_all
    from guides.project import Project

    here = Path.cwd()
    jobs = [Job(Project(here), here / seed, options, here / OUTPUT, pages) for seed, pages in seeds]
    pickle.dump(list(make_all(jobs, 1)), sys.stdout.buffer)


if __name__ == "__main__":
    from guides import pool

    pool.die_with(int(sys.argv[1]))
    run(*pickle.load(sys.stdin.buffer))  # noqa: S301  from the process that started this one
