"""Fuzzing: mutated files of every foreign format, each read or refused, and how many of each.

Inputs go to the reader itself in batches, each in a process that dies with its limits. A batch
that dies is counted and its inputs kept in the folder that is named at the end.
"""

from __future__ import annotations

import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

from guides.readers import apart, inside
from tests import foreign_files as made
from tests.test_readers_foreign import mutated

# Cheap readers get twenty thousand inputs, dear ones two thousand.
COUNTS = {"docx": 2_000, "odt": 20_000, "rtf": 20_000, "epub": 20_000, "html": 20_000, "pdf": 2_000}
_BATCH = 500
_SECONDS = 120  # for a batch


def main() -> int:
    """Print a row for each format; return 1 where an input broke a reader."""
    _say("| format | inputs | read | refused | batches that died | slowest |")
    _say("| --- | --- | --- | --- | --- | --- |")
    kept = Path(tempfile.mkdtemp(prefix="guides-crashers-"))
    fine = True
    for kind, count in COUNTS.items():
        seen: Counter[str] = Counter()
        slowest, died = 0.0, 0
        for start in range(0, count, _BATCH):
            found = _batch(kind, start)
            if found is None:
                died += 1
                (kept / f"{kind}-{start}").write_text("batch", "utf-8")
            else:
                seen.update(found[0])
                slowest = max(slowest, found[1])
        fine = fine and not died
        cells = (kind, sum(seen.values()), seen["read"], seen["refused"], died, f"{slowest:.1f} s")
        _say(f"| {' | '.join(map(str, cells))} |")
    return int(not fine)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _batch(kind: str, start: int) -> tuple[Counter[str], float] | None:
    """Return what became of one batch, or None where its process died."""
    context = multiprocessing.get_context("fork")
    mine, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_read, args=(kind, start, theirs))
    child.start()
    theirs.close()
    found = mine.recv() if mine.poll(_SECONDS) else None
    child.join(1)
    if child.is_alive():
        child.kill()
    return found


def _read(kind: str, start: int, answers: Any) -> None:
    module = import_module(f"guides.readers.{apart.READERS[f'.{kind}']}")
    data = _original(kind)
    seen: Counter[str] = Counter()
    slowest = 0.0
    for number in range(start, start + _BATCH):
        began = time.process_time()
        chance = random.Random(f"{kind} {number}")  # noqa: S311  the same inputs every time
        answer = inside.answer(module, mutated(data, chance), "", 0)
        seen["refused" if "refused" in answer else "read"] += 1
        slowest = max(slowest, time.process_time() - began)
    answers.send((seen, slowest))


def _original(kind: str) -> bytes:
    if kind != "pdf":
        return bytes(getattr(made, kind)())
    from guides.printing import print_pdf

    body = "".join(f"<p>{text}</p>" for text in made.PARAGRAPHS)
    return print_pdf(f'<html lang="en"><title>x</title><body>{body}</body></html>')
