"""The other side of `apart`: one foreign file in on stdin, its blocks out on stdout, as JSON.

Runs as a program of its own. Everything it needs is loaded first; then it may not open another
file or connection, nor take more memory and time than a reading should. Whatever a file does to
the library that reads it, this process is all it can bring down.
"""

from __future__ import annotations

import codecs
import json
import sys
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from typing import Any

from guides.problems import Failed
from guides.readers.blocks import Opened, Refused
from guides.readers.decode import declared
from guides.readers.zipped import damaged, heavy

MEMORY = 1 << 30  # bytes of address space
SECONDS = 20  # of processor time
_CHARACTERS = 5_000_000
_MARKS = 100_000
# Loaded late by the standard library, when no file may be opened any more.
_EARLY = (
    "encodings.cp1252 encodings.mac_roman encodings.latin_1 encodings.utf_16 encodings.utf_16_le"
    " encodings.utf_16_be encodings.utf_8_sig encodings.cp437 encodings.idna encodings.cp1250"
    " encodings.cp1251 encodings.cp850 heapq bisect defusedxml.ElementTree unicodedata ftfy"
    " xml.dom.minidom xml.sax.expatreader"
    " xml.parsers.expat xml.dom.expatbuilder xml.dom.pulldom xml.sax.handler urllib.parse"
)
_NEEDS = {"docx": " mammoth", "pdf": " pypdfium2 pypdfium2.raw"}


def main(module: str, encoding: str, chapter: int) -> None:
    """Read the file on stdin with a reader and write what it gave up."""
    reader = import_module(f"guides.readers.{module}")
    for name in (_EARLY + _NEEDS.get(module, "")).split():
        import_module(name)
    data = sys.stdin.buffer.read()
    for name in (encoding, declared(data) if module == "page" else ""):
        with suppress(LookupError, ValueError):
            codecs.lookup(name)
    _close_doors()
    sys.stdout.write(json.dumps(answer(reader, data, encoding, chapter)))


def _close_doors() -> None:
    """Give up files, connections, memory and time beyond what one reading takes."""
    with suppress(ImportError):  # not on every system; the time limit outside still holds
        import resource

        for limit, value in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_CPU, SECONDS),
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_NOFILE, 3),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(limit, (value, value))


def answer(reader: Any, data: bytes, encoding: str, chapter: int) -> dict[str, Any]:
    """Return what a reader gives up, or why it refuses, as plain data; never raise."""
    try:
        found: Opened = reader.opened(data, encoding, chapter)
        letters = sum(len(mark.text) for mark in found.marks)
        if letters > _CHARACTERS or len(found.marks) > _MARKS:
            return _refusal(heavy())
        return asdict(found)
    except Refused as refused:
        return _refusal(refused)
    except Failed as failed:
        problem = failed.problems[0]
        return _refusal(Refused(problem.code, problem.message, problem.hint))
    except (MemoryError, RecursionError):
        return _refusal(heavy())
    except Exception:  # noqa: BLE001  a broken file can raise anything in the library that reads it
        return _refusal(damaged())


def _refusal(refused: Refused) -> dict[str, Any]:
    return {"refused": [refused.code, refused.message, refused.hint]}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
