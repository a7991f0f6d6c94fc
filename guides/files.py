"""Writing a file whole or not at all, and clearing up after whoever was stopped half-way.

Also: asking about a file whose name somebody typed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_BEGUN = ".guides-"  # then the number of the process that writes, and what makes it unique
_PART = ".part"


def holds(what: Callable[[], bool]) -> bool:
    """Tell whether, say, `path.is_file` holds; behind a name that no file can have is nothing."""
    with suppress(OSError, ValueError):
        return what()
    return False


def write(path: Path, data: bytes) -> None:
    """Write *data* beside *path* and put it in place at once: never half a file.

    It is on the disk before it takes the old file's place, so a power cut leaves one of the two.

    Raises:
        OSError: The folder cannot be written, or the disk is full; *path* is as it was.
    """
    import tempfile  # not at the top: an unchanged project is checked without it

    begun = f"{_BEGUN}{os.getpid()}-"
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=begun, suffix=_PART)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove from *folder* the halves of files whose writers are gone."""
    with suppress(OSError):
        for path in folder.glob(f"{_BEGUN}*{_PART}"):
            writer = path.name.removeprefix(_BEGUN).partition("-")[0]
            if writer.isdigit() and not _runs(int(writer)):
                with suppress(OSError):
                    path.unlink()


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    with suppress(OSError):  # one that has ended, and whose end nobody has asked for, is no writer
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2]
        return state.split()[0] != "Z"
    return True
