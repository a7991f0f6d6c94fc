"""An output folder that has an address instead of a path: a bucket, a share, another server.

Most such places cannot rename a file or add a line to one, but they put a whole file in place at
once or not at all. So pages are put there as they are, and the journal is kept in pieces, in the
order of their names, which are put together when a build ends.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from guides import files, manifest
from guides.manifest import Manifest
from guides.problems import Failed, Problem

_PIECES = "_guides"  # the folder of the journal
_PIECE = rf"{_PIECES}/\d+-[0-9a-f]+\.jsonl"  # who was killed may have left halves beside them
_TRIAL = f"{_PIECES}/trial"  # stands where it was found that nothing can be removed
_SECONDS = 2.0  # between two pieces; what is lost with this process is made again
_MOST_PIECES = 8
_PAUSES = (1.0, 5.0)  # seconds before a file is put again
_WHOLE = {"abfs", "az", "gcs", "gs", "memory", "s3", "s3a"}  # put a file at once or not at all


@dataclass(slots=True)
class Store:
    """A folder at an address; names in it are relative, with forward slashes.

    Attributes:
        url: The address, without a slash at its end.
        system: What fsspec knows it by.
        root: The folder, as *system* names it.
    """

    url: str
    system: Any
    root: str

    @property
    def _local(self) -> bool:
        return "file" in self._protocols

    @property
    def _protocols(self) -> set[str]:
        names = self.system.protocol
        return {names} if isinstance(names, str) else set(names)

    def put(self, name: str, data: bytes) -> None:
        """Put a file in place, whole or not at all; what is passing is tried again.

        Raises:
            Failed: It cannot be written.
        """
        for pause in (*_PAUSES, None):
            try:
                self._put(f"{self.root}/{name}", data)
            except Exception as error:  # each kind of store has errors of its own
                if pause is None or isinstance(error, PermissionError):
                    raise Failed([_unwritable(f"{self.url}/{name}", error)]) from error
                sleep(pause)
            else:
                return

    def _put(self, path: str, data: bytes) -> None:
        if self._local:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            files.write(Path(path), data)
        elif self._protocols & _WHOLE:
            self.system.pipe_file(path, data)
        else:
            self.system.makedirs(path.rpartition("/")[0], exist_ok=True)
            self.system.pipe_file(f"{path}.part", data)
            self.system.mv(f"{path}.part", path)

    def sizes(self) -> dict[str, int]:
        """Return the size of every file, by name."""
        self.system.invalidate_cache()
        try:
            found = self.system.find(self.root, detail=True)
        except FileNotFoundError:
            return {}
        except Exception as error:
            raise Failed([_unwritable(self.url, error)]) from error
        begun = len(self.root.rstrip("/")) + 1
        return {path[begun:]: int(about["size"]) for path, about in found.items()}

    def read(self, names: Iterable[str]) -> list[str]:
        """Return the text of files; what is lost or damaged in it is left out."""
        paths = [f"{self.root}/{name}" for name in names]
        found = self.system.cat(paths, on_error="omit") if paths else {}
        return [found[path].decode("utf-8", "replace") for path in paths if path in found]

    def remove(self, names: Iterable[str]) -> None:
        """Remove files; one that is not there is no mistake.

        Raises:
            Failed: One cannot be removed.
        """
        for name in names:
            try:
                self.system.rm_file(f"{self.root}/{name}")
            except FileNotFoundError:
                pass
            except Exception as error:
                raise Failed([_unwritable(f"{self.url}/{name}", error, "removed")]) from error


def opened(url: str) -> Store:
    """Return the folder at an address.

    Raises:
        Failed: Nothing here can write there.
    """
    try:
        import fsspec
    except ImportError as error:
        raise Failed([lacking(error)]) from error
    try:
        system, root = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise Failed([lacking(error, url)]) from error
    except ValueError as error:
        message = f"nothing here writes to such an address: {error}".lower()
        hint = "give the path of a folder, or an address such as `s3://bucket/folder`"
        raise Failed([Problem("no-such-store", message, name=url, hint=hint)]) from error
    return Store(url.rstrip("/"), system, root.rstrip("/"))


def lacking(error: ImportError, url: str = "") -> Problem:
    """Say which package is not installed, and the line that installs it."""
    name = (error.name or "").partition(".")[0] or str(error)
    if url:
        name = {"s3": "s3fs", "gs": "gcsfs", "abfs": "adlfs"}.get(url.partition(":")[0], name)
        message = f"to write there takes the package {name}, which is not installed"
        line = name
    else:
        message = f"to build on other computers takes the package {name}, which is not installed"
        line = "distributed fsspec"
    hint = f"run `{sys.executable} -m pip install {line}`, here and where the workers are"
    return Problem("package-missing", message, None, hint, name=url or "--scheduler")


def _unwritable(name: str, error: Exception, what: str = "written") -> Problem:
    message = f"cannot be {what}: {getattr(error, 'strerror', '') or error}".lower()
    hint = "check the address and who may write there, or give another --output"
    return Problem("cannot-write", message, name=name, hint=hint)


# ---------------------------------------------------------------- the journal


@dataclass(slots=True, eq=False)
class Journal(Manifest):
    """The manifest of a store: what is there is known from its list of files.

    Attributes:
        store: Where.
        sizes: Of the files that were there when it was read.
        pieces: What the journal consists of.
        begun: Lines that are still to be put there, since when.
    """

    store: Store = field(kw_only=True)
    sizes: dict[str, int] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)
    since: float = 0.0

    def holds(self, name: str, pdf: str) -> bool:
        """Tell whether the file called *name* is there, and as long as it was."""
        page = self.pages.get(name)
        return page is not None and page.pdf == pdf and self.sizes.get(name) == page.size

    def remember(self) -> None:
        """Keep no state of files: who builds next may do so on another computer."""

    def remove(self, names: Iterable[str]) -> None:
        """Remove files; a store has no folders that could be empty."""
        self.store.remove(names)

    def tidy(self) -> tuple[Problem, ...]:
        """Put the pieces together; where none can be removed, say so the first time.

        Putting them together there would leave one more, as long as all the others.
        """
        self.flush()
        if len(self.pieces) <= _MOST_PIECES:
            return ()
        try:
            if _TRIAL not in self.sizes:
                self.store.put(_TRIAL, b"")
            self.store.remove([_TRIAL])
        except Failed as failure:
            return () if _TRIAL in self.sizes else tuple(map(_in_pieces, failure.problems))
        self.save()
        return ()

    def save(self) -> None:
        """Write the journal anew, then remove what it was before."""
        self.begun, old = self.entries(), self.pieces[:]
        self.flush()
        if not self.begun:
            with suppress(Failed):  # pieces that stay say the same once more
                self.store.remove(old)
            self.pieces = [piece for piece in self.pieces if piece not in old]

    def flush(self) -> None:
        """Put the lines there that are not yet; that this fails only costs time."""
        if not self.begun:
            return
        data = ("\n".join(self.begun) + "\n").encode()
        last = Path(self.pieces[-1]).name.partition("-")[0] if self.pieces else "0"
        piece = f"{_PIECES}/{int(last) + 1:08}-{manifest.digest(data)[:8]}.jsonl"
        with suppress(Failed):
            self.store.put(piece, data)
            self.pieces.append(piece)
            self.begun = []
        self.since = monotonic()

    def _append(self, line: str) -> None:
        self.begun.append(line)
        if monotonic() - self.since > _SECONDS:
            self.flush()


def _in_pieces(reason: Problem) -> Problem:
    hint = f"nothing is lost; allow it in {_PIECES}/ to make later builds start sooner"
    message = f"the journal stays in pieces: {reason.message}"
    return Problem("journal-in-pieces", message, None, hint, "warning", reason.name)


def journal(url: str) -> Journal:
    """Read the journal of the folder at an address.

    Raises:
        Failed: Nothing here can write there.
    """
    store = opened(url)
    sizes = store.sizes()
    pieces = sorted(name for name in sizes if re.fullmatch(_PIECE, name))
    found = Journal(Path(), store=store, sizes=sizes, pieces=pieces, since=monotonic())
    for text in store.read(pieces):
        for line in filter(None, text.split("\n")):
            with suppress(ValueError, TypeError, LookupError, AttributeError):
                found.take(json.loads(line))
    return found
