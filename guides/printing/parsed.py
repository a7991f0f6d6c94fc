"""What a style sheet was parsed to, as bytes to be kept from run to run.

To parse the sheet of a browser's defaults and that of one page takes a twentieth of one guide from
a cold shell. What comes of it is plain objects, but for what tests an element against a selector:
a function that was compiled from text, of which the code is kept. Like all code that is kept, it
is read from nowhere but a folder that belongs to the user, and only by the version that wrote it.
"""

from __future__ import annotations

import hashlib
import io
import marshal
import pickle
import sys
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import FunctionType
from typing import Any

from guides import kept

WEASYPRINT = "70.0"
_MOST = 16  # sheets, of about 70 KB; a theme that is being worked on is another with every save
_PROTOCOL = 5

# Code, and all the rest.
Bytes = tuple[bytes, bytes]


class _Putting(pickle.Pickler):
    """Puts tests of selectors aside."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, _PROTOCOL)
        self.codes: list[Any] = []

    def persistent_id(self, item: Any) -> int | None:
        if not (isinstance(item, FunctionType) and item.__name__ == "<lambda>"):
            return None
        if item.__closure__ or item.__code__.co_filename != "<string>":
            raise pickle.PicklingError("a function that is no test")
        self.codes.append(item.__code__)
        return len(self.codes) - 1


class _Taking(pickle.Unpickler):
    """Makes tests of their code."""

    def __init__(self, parsed: Bytes) -> None:
        from cssselect2 import compiler  # type: ignore[import-untyped]

        codes, rest = parsed
        super().__init__(io.BytesIO(rest))
        self._codes = marshal.loads(codes)  # noqa: S302  our own file, and whole
        # What the compiler of selectors lets a test name.
        named = ("split_whitespace", "ascii_lower", "urlparse")
        self._names = {name: getattr(compiler, name) for name in named}

    def persistent_load(self, number: int) -> FunctionType:
        return FunctionType(self._codes[number], self._names)


def put(parsed: Any) -> Bytes:
    """Return what a sheet was parsed to as bytes."""
    file = io.BytesIO()
    putting = _Putting(file)
    putting.dump(parsed)
    return marshal.dumps(putting.codes), file.getvalue()


def take(parsed: Bytes) -> Any:
    """Return what a sheet was parsed to."""
    return _Taking(parsed).load()


def name(*of: str) -> str:
    """Return a name that changes with all that parsing depends on, and with what else is given."""
    import cssselect2
    import tinycss2  # type: ignore[import-untyped]

    versions = WEASYPRINT, cssselect2.VERSION, tinycss2.__version__, sys.version
    key = "\0".join((*versions, *of)).encode() + MAGIC_NUMBER
    return hashlib.sha256(key).hexdigest()[:24]


class Kept:
    """The sheets of pages that were parsed in this run and in earlier ones."""

    def __init__(self) -> None:
        self._file: Path | None = None
        self._known: dict[str, Bytes] = {}
        self._news: dict[str, Any] = {}

    def begin(self) -> None:
        """Begin with what earlier runs have kept."""
        folder = kept.folder("printer")
        if self._file is None and folder is not None:
            self._file = folder / f"sheets-{name()}"
            before = kept.read(self._file)
            self._known = before if isinstance(before, dict) else {}

    def find(self, sheet: str) -> Any:
        """Return what a sheet was parsed to; None where that is not known."""
        try:
            return take(self._known[sheet]) if sheet in self._known else None
        except Exception:  # noqa: BLE001  whatever it is, the sheet can be parsed
            return None

    def note(self, sheet: str, parsed: Any) -> None:
        """Remember what a sheet was parsed to, for `keep`."""
        if self._file is not None:
            self._news[sheet] = parsed

    def keep(self) -> None:
        """Keep what is new for the next run."""
        if not self._news or self._file is None:
            return
        try:
            self._known |= {sheet: put(parsed) for sheet, parsed in self._news.items()}
        except Exception:  # noqa: BLE001  whatever it is, the sheets can be parsed
            self._file = None
            return
        finally:
            self._news = {}
        self._known = dict(list(self._known.items())[-_MOST:])
        kept.write(self._file, self._known)
