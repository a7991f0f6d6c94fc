"""A pattern that was kept finds what it would find anew, and nothing depends on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scripts import said

# Compiles what our modules and some lines of the test's own compile, and tells what was found,
# how many patterns were worked out, and how many a third run would have to.
SCRIPT = """\
import json, re, sys
from re import _parser
from guides import patterns
{first}
worked_out, parse = [], _parser.parse
def watched(pattern, *rest):
    worked_out.append(pattern)
    return parse(pattern, *rest)
_parser.parse = watched
patterns.remember()
from guides import findings
found = [
    re.compile("(?P<day>\\\\d+)(st|nd)?", re.I).search("the 2ND").groupdict(),
    re.compile("(?P<day>\\\\d+)(st|nd)?").search("the 2ND").groups(),
    re.compile("a(?#b)b", re.X | re.S).flags,
    re.compile(b"[\\x80-\\xff]+").search(b"a\\xe9").span(),
    re.sub("(a)|b", r"<\\\\1>", "abc"),
    sorted(re.compile("(?P<x>.)(?P<y>.)").groupindex.items()),
    re.compile("caf\\u00e9", re.I).fullmatch("CAF\\u00c9").pos,
]
patterns.keep()
print(json.dumps([found, len(worked_out)]))
"""


def run(cache: Path, first: str = "") -> tuple[list[object], int]:
    found, worked_out = said(SCRIPT.format(first=first), XDG_CACHE_HOME=str(cache))
    return found, worked_out


def test_patterns_find_the_same_and_are_worked_out_once(tmp_path: Path) -> None:
    wanted, all_of_them = run(tmp_path, "patterns.kept.folder = lambda name: None")
    first, second = run(tmp_path), run(tmp_path)

    assert first == (wanted, all_of_them)
    assert second == (wanted, 0)
    assert all_of_them > 100


@pytest.mark.parametrize("damage", [b"", b"junk", b"0" * 64 + b"\njunk"])
def test_what_was_kept_may_be_damaged(damage: bytes, tmp_path: Path) -> None:
    first = run(tmp_path)
    (kept,) = tmp_path.glob("guides/patterns/*")
    kept.write_bytes(damage)

    assert run(tmp_path) == first


def test_what_the_engine_does_not_take_is_compiled(tmp_path: Path) -> None:
    first = run(tmp_path)
    garbled = "patterns._known[(chr(97), 0)] = (chr(97), 0, [1, 2, 3], 0, {}, (None,))\n"
    compiled = "import re\npatterns.remember()\nassert re.compile('a').search('ba').start() == 1"

    assert run(tmp_path, garbled + compiled)[0] == first[0]


def test_a_few_new_patterns_are_no_reason_to_write(tmp_path: Path) -> None:
    run(tmp_path)
    (kept,) = tmp_path.glob("guides/patterns/*")
    before = kept.stat().st_mtime_ns

    run(tmp_path, "import re\npatterns.remember()\nre.compile('one more')")

    assert kept.stat().st_mtime_ns == before


def test_another_python_is_left_alone(tmp_path: Path) -> None:
    without = "sys.modules['_sre'] = None"

    found, worked_out = run(tmp_path, without)

    assert (found, worked_out) == run(tmp_path)
    assert len(list(tmp_path.glob("guides/patterns/*"))) == 1
