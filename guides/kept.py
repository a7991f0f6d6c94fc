"""What takes long to work out, kept from run to run in a folder that belongs to the user.

Code is among it, so nobody else may write there. Nothing depends on any of it: what is lost,
damaged or cannot be written costs time and no more.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


class Memory:
    """What is known, by what it was worked out of; no data class, which would take time to load.

    Attributes:
        known: Plain data or code; the same dictionary for as long as there is a memory.
        file: Where it is kept; None where it is not.
    """

    def __init__(self) -> None:
        self.known: dict[Any, Any] = {}
        self.file: Path | None = None
        self._kept = 0  # how many entries stand there

    def begin(self, file: Path | None) -> None:
        """Begin with what a file has, and keep there what is new."""
        before = read(file) if file else None
        self.known.update(before if isinstance(before, dict) else {})
        self.file, self._kept = file, len(self.known)

    def keep(self, share: float = 0.0) -> None:
        """Keep what is known for the next run, where more than a *share* of it is new."""
        if self.file and len(self.known) - self._kept > share * len(self.known):
            write(self.file, self.known)
            self._kept = len(self.known)


def folder(name: str) -> Path | None:
    """Return a folder that belongs to the user; None where nothing can be kept."""
    home = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        # A relative one would lie in whatever project is built; the standard says to ignore it.
        place = (home if home.is_absolute() else Path("~/.cache").expanduser()) / "guides" / name
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        ours = place.stat().st_uid == os.geteuid() if hasattr(os, "geteuid") else True
    except (OSError, RuntimeError):
        return None
    return place if ours and os.access(place, os.W_OK) else None


def read(file: Path) -> Any:
    """Return what was kept in a file; None where there is none, or it is not whole."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        digest, _, data = file.read_bytes().partition(b"\n")
        if digest == _digest(data):
            return marshal.loads(data)  # noqa: S302  our own file, and whole
    return None


def write(file: Path, value: Any) -> None:
    """Keep plain data or code, whole or not at all."""
    data = marshal.dumps(value)
    part = file.with_name(f".{file.name}-{os.getpid()}")
    with suppress(OSError):
        part.write_bytes(_digest(data) + b"\n" + data)
        part.replace(file)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
