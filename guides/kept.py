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
