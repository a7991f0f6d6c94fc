"""Fuzzing: spoilt files of every foreign format, each read or refused, and how many of each.

The bytes of a file are changed, and the XML inside those that are archives. Inputs go to the
reader itself in batches, each in a process that dies with its limits. A batch that dies is
counted and its inputs kept in the folder that is named at the end.
"""

from __future__ import annotations

import multiprocessing
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.core import ROOT
from guides.readers import apart, inside
from tests import foreign_files as made
from tests.mutations import mutated, mutated_inside
from tests.test_emphasis import FILES as STYLED

# Cheap readers get twenty thousand inputs, dear ones two thousand.
COUNTS = {"docx": 2_000, "odt": 20_000, "rtf": 20_000, "epub": 20_000, "html": 20_000, "pdf": 2_000}
ARCHIVES = ("docx", "odt", "epub")
_BATCH = 500
_SECONDS = 300  # for a batch


def main() -> int:
    """Print a row for each format; return 1 where an input broke a reader."""
    _say("| format | spoilt | inputs | read | refused | too heavy | batches that died | slowest |")
    _say("| --- | --- | --- | --- | --- | --- | --- | --- |")
    kept = Path(tempfile.mkdtemp(prefix="guides-crashers-"))
    rows = [(kind, "bytes") for kind in COUNTS] + [(kind, "XML inside") for kind in ARCHIVES]
    fine = all(_row(kind, way, kept) for kind, way in rows)
    _say("" if fine else f"\nThe inputs are in {kept}.")
    return int(not fine)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _row(kind: str, way: str, kept: Path) -> bool:
    seen: Counter[str] = Counter()
    slowest, died = 0.0, 0
    for start in range(0, COUNTS[kind], _BATCH):
        found = _batch(kind, way, start)
        if found is None:
            died += 1
            for number in range(start, start + _BATCH):
                (kept / f"{kind}-{way[:3]}-{number}").write_bytes(_input(kind, way, number))
        else:
            seen.update(found[0])
            slowest = max(slowest, found[1])
    cells = (kind, way, seen["read"] + seen["refused"], seen["read"], seen["refused"],
             seen["heavy"], died, f"{slowest:.1f} s")  # fmt: skip
    _say(f"| {' | '.join(map(str, cells))} |")
    return not died


def _batch(kind: str, way: str, start: int) -> tuple[Counter[str], float] | None:
    """Return what became of one batch, or None where its process died."""
    context = multiprocessing.get_context("fork")
    _originals(kind)  # once, and not in every child
    mine, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_read, args=(kind, way, start, theirs))
    child.start()
    theirs.close()
    try:
        found = mine.recv() if mine.poll(_SECONDS) else None
    except EOFError:  # it died
        found = None
    child.join(1)
    if child.is_alive():
        child.kill()
    return found


def _read(kind: str, way: str, start: int, answers: Any) -> None:
    module = import_module(f"guides.readers.{apart.READERS[f'.{kind}']}")
    with suppress(ImportError):  # not on every system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (inside.MEMORY, inside.MEMORY))
    seen: Counter[str] = Counter()
    slowest = 0.0
    for number in range(start, start + _BATCH):
        data = _input(kind, way, number)
        began = time.process_time()
        answer = inside.answer(module, data, "", 0)
        seen["refused" if "refused" in answer else "read"] += 1
        seen["heavy"] += "file-too-heavy" in answer.get("refused", ())
        slowest = max(slowest, time.process_time() - began)
    answers.send((seen, slowest))


def _input(kind: str, way: str, number: int) -> bytes:
    """Return an input; the same number gives the same one, every time."""
    chance = random.Random(f"{kind} {way} {number}")  # noqa: S311  chosen, not secret
    data = chance.choice(_originals(kind))
    return mutated_inside(data, chance) if way != "bytes" else mutated(data, chance)


@cache
def _originals(kind: str) -> tuple[bytes, ...]:
    """Return whole files: small ones made here, and one that pandoc wrote, where it is there."""
    if kind == "pdf":
        return (_pdf(),)
    small = (bytes(getattr(made, kind)()), STYLED[kind])
    if shutil.which("pandoc") is None:
        return small
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / f"x.{kind}"
        seed = ROOT / "seeds" / "library-saturdays.md"
        command = ("pandoc", str(seed), "-s", "-o", str(written))
        subprocess.run(command, capture_output=True, timeout=60, check=True)  # noqa: S603
        return (*small, written.read_bytes())


def _pdf() -> bytes:
    from guides.printing import print_pdf

    body = "".join(f"<p>{text}</p>" for text in made.PARAGRAPHS)
    return print_pdf(f'<html lang="en"><title>x</title><body>{body}</body></html>')
