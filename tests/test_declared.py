"""A data class whose methods were kept is the class that Python would compile anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.scripts import said

# Loads our model and a class of its own, and tells what they do and how many texts were compiled.
SCRIPT = """\
import builtins, dataclasses, json
from guides import declared
{first}
compiled, usual = [], builtins.compile
def watched(text, name, *rest, **more):
    compiled.extend([text] if name == "<string>" else [])
    return usual(text, name, *rest, **more)
declared.compile = watched
declared.remember()
from guides import model
@dataclasses.dataclass(frozen=True, order=True)
class Step:
    minutes: int
    title: str = "Read"
    notes: list[str] = dataclasses.field(default_factory=list)
try:
    Step(5).minutes = 6
except dataclasses.FrozenInstanceError as error:
    refused = str(error)
found = [
    repr(Step(5)), Step(5) < Step(6), Step(5) == Step(5), Step(5).notes is Step(5).notes, refused,
    repr(model.Wishes()), Step.__init__.__annotations__["return"], len(declared._known),
]
declared.keep()
print(json.dumps([found, len(compiled)]))
"""


def run(cache: Path, first: str = "") -> tuple[list[Any], int]:
    found, compiled = said(SCRIPT.format(first=first), XDG_CACHE_HOME=str(cache))
    return found, compiled


def test_classes_are_the_same_and_compiled_once(tmp_path: Path) -> None:
    first, second = run(tmp_path), run(tmp_path)
    *alike, count = first[0]
    without = run(tmp_path, "declared.kept.folder = lambda name: None")

    assert second == (first[0], 0)
    assert without == ([*alike, 0], 0)
    assert first[1] == count > 100


@pytest.mark.parametrize("damage", [b"", b"junk", b"0" * 64 + b"\njunk"])
def test_what_was_kept_may_be_damaged(damage: bytes, tmp_path: Path) -> None:
    first = run(tmp_path)
    (kept,) = tmp_path.glob("guides/declared/*")
    kept.write_bytes(damage)

    assert run(tmp_path) == first


def test_what_is_no_code_is_compiled(tmp_path: Path) -> None:
    first = run(tmp_path)
    garbled = "read = declared.kept.read\ndeclared.kept.read = lambda f: dict.fromkeys(read(f), 1)"

    assert run(tmp_path, garbled) == first
