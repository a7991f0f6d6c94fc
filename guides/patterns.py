"""Regular expressions are compiled once, and what Python makes of them is kept from run to run.

Some 650 are compiled before one guide is there, which is a fifteenth of what it takes from a cold
shell. What the compiler hands to the engine are numbers, and belongs to one version of Python;
a pattern that is not kept is compiled, and so is every one where anything here goes wrong.
"""

from __future__ import annotations

import hashlib
import re
import sys
from contextlib import suppress
from typing import Any

from guides import kept

_MOST = 2_000  # patterns; ours are a third of it, and some are made of the words of a text
_WORTH_KEEPING = 0.1  # of what is known, where it is new

_memory = kept.Memory()
# What the engine was handed, by pattern and flags.
_known: dict[tuple[str | bytes, int], tuple[Any, ...]] = _memory.known


def remember() -> None:
    """Let the compiler of patterns begin with what the same Python has kept."""
    folder = kept.folder("patterns")
    if _memory.file is not None or folder is None:
        return
    with suppress(ImportError, AttributeError):
        import _sre  # type: ignore[import-not-found]
        from re import _compiler  # type: ignore[attr-defined]

        name = f"{sys.version} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"
        _memory.begin(folder / hashlib.sha256(name.encode()).hexdigest()[:24])
        _listen(_compiler, _sre)


def _listen(compiler: Any, engine: Any) -> None:
    """Hand the engine what is known of a pattern; note what the compiler hands it of others."""
    compile_pattern = compiler.compile
    asked: list[tuple[str | bytes, int]] = []

    class Engine:
        def __getattr__(self, name: str) -> Any:
            return getattr(engine, name)

        def compile(self, *handed: Any) -> Any:
            if asked and len(_known) < _MOST:
                _known[asked[-1]] = tuple(map(_plain, handed))
            return engine.compile(*handed)

    def compile_once(pattern: Any, flags: int = 0) -> Any:
        if type(pattern) not in (str, bytes) or flags & re.DEBUG:  # it is explained, too
            return compile_pattern(pattern, flags)
        key = pattern, int(flags)
        if key in _known:
            with suppress(Exception):  # whatever it is, the usual way is open
                return engine.compile(*_known[key])
        asked.append(key)
        try:
            return compile_pattern(pattern, flags)
        finally:
            asked.pop()

    compiler._sre = Engine()  # noqa: SLF001  there is no public way
    compiler.compile = compile_once


def _plain(value: Any) -> Any:
    """Return a value without the names that the compiler gives its numbers."""
    if isinstance(value, list):
        return [int(number) for number in value]
    if isinstance(value, int):
        return int(value)
    return dict(value) if isinstance(value, dict) else value


def keep() -> None:
    """Keep what is new for the next run, where there is enough of it and `remember` was called."""
    _memory.keep(_WORTH_KEEPING)
