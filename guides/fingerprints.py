"""What a guide depends on, boiled down to a few letters.

Two equal fingerprints mean that every byte is the same, so what was made then need not be made
again. What the system brings (Pango, HarfBuzz) is not looked at: asking it takes longer than
all the rest, and printing again after an update of it is for whoever wants it.

Files that nobody touched are not read again. What the file system tells of a file (its size,
its times, its number) changes whenever somebody writes to it, with one exception: who writes
twice within one tick of its clock leaves the same time twice. So a file that was changed only
just before it was read is read the next time, too.
"""

from __future__ import annotations

import hashlib
import os
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from stat import S_ISREG
from time import time_ns

PACKAGE = Path(__file__).parent
# Every package that changes what a page looks like: the printer, what it rests on, our fonts.
_PRINTING = (
    *("weasyprint-", "pydyf-", "fonttools-", "pillow-", "pyphen-"),
    *("cssselect2-", "tinycss2-", "tinyhtml5-", "font_"),
)
_TICK = 2_000_000_000  # nanoseconds: the slowest clock of a file system, that of FAT


def joined(*parts: str | bytes) -> str:
    """Return the fingerprint of several things, in this order."""
    whole = hashlib.sha256()
    for part in parts:
        # A file's name need not be text.
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d\0" % len(data))
        whole.update(data)
    return whole.hexdigest()


# ---------------------------------------------------------------- files


@dataclass(slots=True, eq=False)
class Inventory:
    """Files as they stand on the disk; none of them has been read.

    Attributes:
        files: The name that each has in the fingerprint, and its path.
        states: What the file system tells of each.
        newest: When the last of them was changed, in nanoseconds.
    """

    files: list[tuple[str, str]] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    newest: int = 0

    def add(self, name: str, path: str, now: os.stat_result) -> None:
        """Add a file, as it is *now*; whoever opens a pipe may wait without end."""
        if not S_ISREG(now.st_mode):
            return
        written, changed = now.st_mtime_ns, now.st_ctime_ns
        self.files.append((name, path))
        self.states.append(f"{name}\0{now.st_size} {written} {changed} {now.st_ino}")
        self.newest = max(self.newest, written, changed)

    def extend(self, more: Inventory) -> None:
        """Add the files of another."""
        self.files += more.files
        self.states += more.states
        self.newest = max(self.newest, more.newest)

    def stands(self) -> bool:
        """Tell whether nobody has touched a file since it was added."""
        now = Inventory()
        for name, path in self.files:
            with suppress(OSError):
                now.add(name, path, os.stat(path))  # noqa: PTH116  a Path takes as long again
        return now.states == self.states

    def fingerprint(self) -> str:
        """Return the fingerprint of the names and bytes; a file that is gone has none."""
        parts: list[str | bytes] = []
        for name, path in self.files:
            parts.append(name)
            with suppress(OSError):
                parts.append(Path(path).read_bytes())
        return joined(*parts)


def inventory(folders: Iterable[Path], endings: tuple[str, ...] = ("",)) -> Inventory:
    """Return the files below *folders* whose names end so."""
    found = Inventory()
    for number, folder in enumerate(folders):
        with suppress(OSError):  # it is not there, or not any more
            for name, entry in _below(str(folder), f"{number}/"):
                if name.endswith(endings):
                    with suppress(OSError):
                        found.add(name, entry.path, entry.stat())
    return found


def these(folder: Path, names: Iterable[str]) -> Inventory:
    """Return the files of a folder that have these names, as far as they are there."""
    found = Inventory()
    for name in names:
        with suppress(OSError, ValueError):
            found.add(name, str(folder / name), (folder / name).stat())
    return found


def files(folders: Iterable[Path], endings: tuple[str, ...] = ("",)) -> str:
    """Return the fingerprint of the files below *folders* whose names end so."""
    return inventory(folders, endings).fingerprint()


def _below(folder: str, before: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield every file below a folder, in a fixed order; links lead nowhere new."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _below(entry.path, f"{before}{entry.name}/")
            elif entry.is_file():
                yield before + entry.name, entry


@dataclass(slots=True, eq=False)
class Beside:
    """The files of folders, sorted by name, each folder read once."""

    folders: dict[Path, tuple[list[str], list[os.DirEntry[str]]]] = field(default_factory=dict)

    def inventory(self, seed: Path) -> Inventory:
        """Return a seed and the files beside it that are its own, such as its drafts."""
        names, entries = self.folders.get(seed.parent) or self._read(seed.parent)
        found, begun = Inventory(), f"{seed.stem}."
        for place in range(bisect_left(names, begun), len(names)):
            if not names[place].startswith(begun):
                break
            with suppress(OSError):
                found.add(names[place], entries[place].path, entries[place].stat())
        return found

    def _read(self, folder: Path) -> tuple[list[str], list[os.DirEntry[str]]]:
        entries: list[os.DirEntry[str]] = []
        with suppress(OSError), os.scandir(folder) as there:
            entries = sorted(there, key=lambda entry: entry.name)
        self.folders[folder] = [entry.name for entry in entries], entries
        return self.folders[folder]


# ---------------------------------------------------------------- the program


@cache
def program() -> str:
    """Return the fingerprint of this program and of the packages installed beside its printer."""
    return joined(_own(), packages())


@cache
def printer() -> str:
    """Return the fingerprint of what turns a page into a PDF: this program and what prints for it.

    Packages that have no part in it, and may differ from one computer to another, are left out.
    """
    return joined(_own(), *(name for name in packages().split() if name.startswith(_PRINTING)))


@cache
def _own() -> str:
    return own_files().fingerprint()


def own_files() -> Inventory:
    """Return the files of this program."""
    return inventory([PACKAGE], (".py", ".txt"))


@cache
def packages() -> str:
    """Return the name and version of every package, as `weasyprint-70.0.dist-info`."""
    spec = PathFinder.find_spec("weasyprint", sys.path)
    names: list[str] = []
    for place in (spec.submodule_search_locations or ()) if spec else ():
        names += os.listdir(Path(place).parent)  # noqa: PTH208  a Path for each takes as long again
    return " ".join(sorted(name for name in names if name.endswith(".dist-info")))


# ---------------------------------------------------------------- what was seen before


@dataclass(slots=True, eq=False)
class Seen:
    """Fingerprints, each with the state that its files were in when they were read.

    Attributes:
        known: By a name for the files: their state, and their fingerprint.
        news: What was read in this run, with the time of the newest of the files.
        begun: When the first of that was read, in nanoseconds.
    """

    known: dict[str, tuple[str, str]] = field(default_factory=dict)
    news: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    begun: int = 0

    def fingerprint(
        self,
        name: str,
        found: Inventory,
        read: Callable[[Inventory], str] = Inventory.fingerprint,
        reader: str = "",
    ) -> str:
        """Return the fingerprint of files, which are read only where they were touched.

        Args:
            name: What the files are called together.
            found: The files as they stand now.
            read: Reads them.
            reader: The fingerprint of whatever *read* depends on: another reads them anew.
        """
        state = "\n".join((reader, *found.states))
        known = self.known.get(name)
        if known and known[0] == state:
            return known[1]
        self.begun = self.begun or time_ns()
        made = read(found)
        self.news[name] = (found.newest, state, made)
        return made

    def settled(self, behind: int = 0) -> dict[str, tuple[str, str]]:
        """Return what was read in this run and can be trusted the next time.

        Args:
            behind: By how many nanoseconds the clock of the file system is behind ours.
        """
        latest = self.begun - behind - _TICK
        return {
            name: (state, made)
            for name, (newest, state, made) in self.news.items()
            if newest < latest
        }
