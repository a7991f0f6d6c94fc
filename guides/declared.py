"""What Python compiles for data classes is kept from run to run.

It writes the methods of each as text and compiles them when a module is loaded: some 800 of them
before one guide is there. Code belongs to one version of Python; a text that is not kept is
compiled, and so is every one where anything here goes wrong.
"""

from __future__ import annotations

import dataclasses
import hashlib
import sys
from importlib.util import MAGIC_NUMBER
from types import CodeType
from typing import Any

from guides import kept

_MOST = 4_000  # texts; ours are a fifth of it

_memory = kept.Memory()
_known: dict[str, CodeType] = _memory.known  # what a text was compiled to


def remember() -> None:
    """Let data classes begin with what the same Python has kept."""
    folder = kept.folder("declared")
    if _memory.file is not None or folder is None:
        return
    name = hashlib.sha256(sys.version.encode() + MAGIC_NUMBER).hexdigest()[:24]
    _memory.begin(folder / name)
    dataclasses.exec = _run  # type: ignore[attr-defined]


def _run(text: str, names: dict[str, Any] | None, found: dict[str, Any]) -> None:
    """Do what `exec` does for `dataclasses`, and compile nothing twice."""
    code = _known.get(text)
    if not isinstance(code, CodeType):
        code = compile(text, "<string>", "exec", dont_inherit=True)
        if len(_known) < _MOST:
            _known[text] = code
    exec(code, names, found)  # noqa: S102  what the standard library wrote


def keep() -> None:
    """Keep what is new for the next run, where `remember` was called."""
    _memory.keep()
