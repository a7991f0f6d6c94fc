"""What a build tells of a file, or of a seed that it could not make."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from guides.problems import Problem


@dataclass(frozen=True, slots=True)
class Result:
    """One file, or one seed that could not be made (*path* is then None).

    What is told of the output folder has no path either. Where that folder has an address, *path*
    is the address of the file.
    """

    status: Literal["written", "unchanged", "failed"]
    path: Path | str | None
    problems: tuple[Problem, ...] = ()
