"""How time grows with length: `python -m bench growth` doubles awkward texts and takes the ratio.

Nothing may be tried again from every place of a long line: a text twice as long may take twice
as long, and some more for the machine's own caches. Each row is the least of several runs.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from time import process_time

from guides.findings import names, quotations
from guides.readers import read
from guides.sentences import split

AT_MOST = 3.0  # twice as long; a step that looks back over all that came before takes 4
ROUNDS = 3
_SCENE = """\
Ana Ruiz looked at the river for a long time.

“It is rising,” she said, and Tom Hale, who had been a miner, nodded.

“Then we should go, Ana.”

"""
_TOWN = "Then Ama Mensah of the Velm Council told Ida Wells in Ghana about it. It rained. "
_LINES = (
    "The “quick” fox ran to the hill, and she said so. ",
    "word ",
    "x",
    "Giving Compass' Take: ",
    "Read the full article about x by Y at Z ",
    "“",
    ". ",
    "Mr. B. ",
    "x\n ",
)
_MARKS = ('"a" ', "“", "”", "'a ", "he said “a” ", "“A.” ", "“a” and ")
_CAPITALS = (_TOWN, _TOWN * 3 + "\n\n", "A.B. AND OF THE Big ")


def cases() -> Iterator[tuple[str, str, int, Callable[[str], object]]]:
    """Yield what is done, the piece that is repeated, how many characters, and the doing."""
    for piece in _LINES:
        yield "read", piece, 60_000, _read
        yield "sentences", piece, 200_000, split
    for piece in (*_MARKS, _SCENE):
        yield "quotations", piece, 12_000, _quotations
    for piece in _CAPITALS:
        yield "names", piece, 40_000, _names


def main() -> int:
    """Print a row for each text; return 1 where one takes more than its share."""
    _row("step", "repeated", "characters", "time", "twice as long takes")
    _row("---", "---", "---", "---", "---")
    fine = True
    for step, piece, length, do in cases():
        text = piece * (length // len(piece))
        once, twice = _least(do, text), _least(do, text * 2)
        good = twice <= AT_MOST * once + 0.005
        fine = fine and good
        ratio = f"{twice / once:.1f} times"
        shown = " ".join(piece.split())[:24] or "spaces"
        _row(
            step,
            shown,
            f"{len(text):,}",
            f"{once * 1000:.0f} ms",
            ratio if good else f"**{ratio}**",
        )
    return int(not fine)


def _row(*cells: str) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


def _least(do: Callable[[str], object], text: str) -> float:
    return min(_seconds(do, text) for _ in range(ROUNDS))


def _seconds(do: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.disable()  # when it collects says nothing about the text
    try:
        begun = process_time()
        do(text)
        return process_time() - begun
    finally:
        gc.enable()


def _read(text: str) -> object:
    return read("text.txt", f"The clock has stopped.\n\n{text}".encode())


def _names(text: str) -> object:
    return names.find(read("text.txt", text.encode()))


def _quotations(text: str) -> object:
    document = read("text.txt", text.encode() + b"x")
    return quotations.find(document, names.find(document))
