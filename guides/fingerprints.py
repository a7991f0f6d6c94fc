"""What a guide depends on, boiled down to a few letters.

Two equal fingerprints mean that every byte is the same, so what was made then need not be made
again. What the system brings (Pango, HarfBuzz) is not looked at: asking it takes longer than
all the rest, and printing again after an update of it is for whoever wants it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGE = Path(__file__).parent


def joined(*parts: str | bytes) -> str:
    """Return the fingerprint of several things, in this order."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(b"%d\0" % len(data))
        whole.update(data)
    return whole.hexdigest()


@cache
def program() -> str:
    """Return the fingerprint of this program and of the packages installed beside its printer."""
    return joined(files([PACKAGE], (".py", ".txt")), *_installed())


def _installed() -> Iterator[str]:
    """Yield the name and version of every package, as `weasyprint-70.0.dist-info`."""
    spec = find_spec("weasyprint")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        names = os.listdir(Path(place).parent)  # noqa: PTH208  a Path for each takes as long again
        yield from sorted(name for name in names if name.endswith(".dist-info"))


def files(folders: Iterable[Path], endings: tuple[str, ...] = ("",)) -> str:
    """Return the fingerprint of the files below *folders* whose names end so."""
    parts: list[str | bytes] = []
    for folder in folders:
        parts.append("folder")
        for name in _below(folder, ""):
            if name.endswith(endings):
                parts += [name, (folder / name).read_bytes()]
    return joined(*parts)


def _below(folder: Path, before: str) -> Iterator[str]:
    """Yield the path of every file below a folder, in a fixed order; links lead nowhere new."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _below(folder / entry.name, f"{before}{entry.name}/")
            elif entry.is_file():
                yield before + entry.name
