"""What Jinja makes of prompts and layouts, worked out once and kept for the next run.

To compile the texts that one guide takes costs more than to find, ask and choose. So their code,
and the names that they use, are kept for the next run, where whoever builds asks for that. So is
what else takes long and depends on a text and on this program alone: the stems of a glossary.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

from guides import kept

_MOST = 10_000  # texts; a library of 350 prompts has half as many, all told
_FILES = 4  # of as many versions of this program


@dataclass(slots=True)
class _Store:
    """What is known of texts.

    Attributes:
        known: By what it is and by the text.
        file: Where it is kept; None where it is not.
        news: Whether something of it is not there.
    """

    known: dict[tuple[str, str], Any] = field(default_factory=dict)
    file: Path | None = None
    news: bool = False


_store = _Store()


def once(what: str, text: str, make: Callable[[], Any]) -> Any:
    """Return plain data or code that *make* works out of a text, unless it is known."""
    found = find(what, text)
    if found is None:
        found = make()
        add(what, text, found)
    return found


def find(what: str, text: str) -> Any:
    """Return what is known of a text; None where that is nothing."""
    return _store.known.get((what, text))


def add(what: str, text: str, value: Any) -> None:
    """Note plain data or code that was worked out of a text."""
    if len(_store.known) >= _MOST:
        _store.known.clear()
    _store.known[what, text] = value
    _store.news = True


def keep_for(program: str) -> None:
    """Start with what the same program, by its fingerprint, has kept."""
    name = hashlib.sha256(program.encode() + MAGIC_NUMBER).hexdigest()[:24]
    folder = kept.folder("templates")
    file = folder / name if folder else None
    if file and file != _store.file:
        _store.file = file
        before = kept.read(file)
        if isinstance(before, dict):
            _store.known = before | _store.known


def keep() -> None:
    """Keep what is new for the next run, where `keep_for` was called."""
    if not (_store.file and _store.news):
        return
    _store.news = False
    kept.write(_store.file, _store.known)
    with suppress(OSError):
        files = [path for path in _store.file.parent.iterdir() if not path.name.startswith(".")]
        for old in sorted(files, key=lambda path: path.stat().st_mtime_ns)[:-_FILES]:
            old.unlink()
