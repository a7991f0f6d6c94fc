"""Where words may be divided is read from a dictionary once, and kept from run to run.

The one for English has eleven thousand lines, which take a fourteenth of the time of the first
page. What they come to is plain data. A dictionary that says more than where to divide, as the
Hungarian one does, is read each time.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from guides import kept

VERSION = "0.18.1"  # of pyphen


def keep_patterns(pyphen: Any, folder: Path | None) -> None:
    """Let pyphen keep what it has read; another version than the one we know is left alone.

    Args:
        pyphen: The package.
        folder: One that stays from run to run and belongs to the user; None where there
            is none.
    """
    read: Any = pyphen.HyphDict
    if folder is None or pyphen.VERSION != VERSION or hasattr(read, "keeps"):
        return
    place: Path = folder

    class Dictionary(read):  # type: ignore[misc]
        keeps = True

        def __init__(self, path: Path) -> None:
            name = hashlib.sha256(VERSION.encode() + path.read_bytes()).hexdigest()[:24]
            file = place / f"hyphens-{name}"
            patterns = kept.read(file)
            if not isinstance(patterns, dict) or not patterns:
                super().__init__(path)
                with suppress(ValueError):  # it says more, in numbers that are more than numbers
                    kept.write(file, self.patterns)
                return
            self.patterns: dict[str, Any] = patterns
            self.cache: dict[str, list[int]] = {}
            self.maxlen = max(map(len, patterns))

    pyphen.HyphDict = Dictionary
