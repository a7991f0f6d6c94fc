"""What takes long to work out and seldom changes, kept for the next run.

Reading eight thousand words of YAML and checking every prompt takes longer than finding
everything in a text. So a library without a problem is kept, as JSON, under the fingerprint of
all that it was read from, in a folder that belongs to the user and never to a project. Nothing
depends on it: a file that is lost, damaged or cannot be written costs time and no more.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guides.files import write
from guides.library import Library
from guides.model import CareTexts, Plan, Prompt, WordLists
from guides.records import packed, unpacked

_KEPT = 8  # libraries, those read last; a project with templates of its own has its own


@dataclass(frozen=True, slots=True)
class _Content:
    """What of a library is kept: everything but problems, of which it has none, and places."""

    prompts: tuple[Prompt, ...]
    plans: tuple[Plan, ...]
    lists: WordLists
    care: CareTexts | None


def library(fingerprint: str, load: Callable[[], Library]) -> Library:
    """Return the library that has this fingerprint: as it was kept, else as *load* reads it."""
    file = _folder() / f"{fingerprint}.json"
    kept = _read(file)
    if kept is not None:
        with suppress(TypeError):
            return _opened(unpacked(_Content, kept))
    read = load()
    if not read.problems:
        prompts, plans = tuple(read.prompts.values()), tuple(read.plans.values())
        _keep(file, packed(_Content(prompts, plans, read.lists, read.care)))
    return read


def _opened(content: _Content) -> Library:
    return Library(
        prompts={prompt.id: prompt for prompt in content.prompts},
        plans={plan.id: plan for plan in content.plans},
        lists=content.lists,
        care=content.care,
        problems=(),
        prompt_places={},
        plan_places={},
    )


def _folder() -> Path:
    """Return where libraries are kept; a folder that is not there where nobody has a home."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    with suppress(RuntimeError):
        base = Path(home) if Path(home).is_absolute() else Path("~/.cache").expanduser()
        return base / "guides" / "library"
    return Path(os.devnull)


def _read(file: Path) -> Any:
    """Return the data in a file; None where there is none, or not what was written."""
    try:
        digest, _, data = file.read_bytes().partition(b"\n")
        return json.loads(data) if digest == _digest(data) else None
    except (OSError, ValueError):
        return None


def _keep(file: Path, content: Any) -> None:
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError):
        for folder in (file.parent.parent, file.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write(file, _digest(data) + b"\n" + data)
        files = sorted(file.parent.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
        for old in files[:-_KEPT]:
            old.unlink()


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
