"""Our program as it is called from a shell, and what that takes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from bench.core import ROOT


def environment() -> dict[str, str]:
    """Return the environment of an installed program: its modules are compiled."""
    compiled = {name: value for name, value in os.environ.items() if "WRITEBYTECODE" not in name}
    return compiled | {"PYTHONPATH": str(ROOT)}


def run(project: Path, *words: str) -> None:
    """Run a command of ours in a project."""
    subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "guides", *words],
        cwd=project,
        env=environment(),
        check=True,
        capture_output=True,
    )


def waited(project: Path, *words: str) -> float:
    """Return how long a command of ours takes by the clock, in seconds."""
    begun = perf_counter()
    run(project, *words)
    return perf_counter() - begun


def tickets(project: Path, output: str, jobs: int = 2) -> float:
    """Return how long a build of exit tickets takes by the clock, in seconds."""
    words = ("build", "--edition", "exit-tickets", "--output", output, "--jobs", str(jobs))
    return waited(project, *words)


def spent(work: Callable[[], None]) -> float:
    """Return the CPU time of the processes that *work* starts, in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
