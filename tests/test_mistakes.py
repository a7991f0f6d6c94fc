"""Inputs that carry their own expectations, as comments below the line of each mistake.

`# ^^^^ code: hint` expects a problem with that code and hint in the columns of the carets, and
the run must give exactly what a file expects. A comment that touches its first caret (`#^^^`)
stands for a caret itself. The comments are taken out before the file is read, so they can
stand inside a text, too.
"""

import re
from pathlib import Path

import pytest

from guides import library, schema
from guides.model import ProjectFile
from guides.problems import Problem
from guides.source import Source

FOLDER = Path(__file__).parent / "mistakes"
FILES = sorted(FOLDER.glob("*.yaml"))

# The kind that a file's first line names → the folder of `templates/` that it belongs in.
FOLDERS = {
    "prompts": "prompts",
    "plan": "plans",
    "words": "words",
    "lists": "lists",
    "care": "care",
}

EXPECTATION = re.compile(r"( *#[ ]*)(\^+) ([a-z-]+): (.+)")
Expected = tuple[int, int, int, str, str]  # line, first column, last column, code, hint


def parted(text: str) -> tuple[str, list[Expected]]:
    """Part a file into what is read and what it expects."""
    kept: list[str] = []
    expected: list[Expected] = []
    for line in text.splitlines():
        if match := EXPECTATION.fullmatch(line):
            before, carets, code, hint = match.groups()
            first = len(before) + 1 - before.endswith("#")
            expected.append((len(kept), first, len(before + carets), code, hint))
        else:
            kept.append(line)
    return "\n".join(kept) + "\n", sorted(expected)


def found(problem: Problem) -> Expected:
    assert problem.span
    line, column = problem.span.source.position(problem.span.start)
    width = max(1, len(problem.span.text.split("\n")[0]))
    return line, column, column + width - 1, problem.code, problem.hint


def problems_of(path: Path, text: str) -> list[Problem]:
    kind = re.search(r"/([\w-]+)\.json", text)
    assert kind, "the first line names the schema"
    if kind[1] == "front-matter":
        return schema.front_matter(Source(path.name, text))[1]
    if kind[1] == "project":
        return schema.record(Source(path.name, text), ProjectFile)[1]
    source = Source(f"templates/{FOLDERS[kind[1]]}/{path.name}", text)
    return list(library.load([source]).problems)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_gives_exactly_the_problems_that_it_expects(path):
    text, expected = parted(path.read_text("utf-8"))

    assert expected, "a file here has a mistake"
    assert sorted(found(problem) for problem in problems_of(path, text)) == expected


def test_there_are_enough_mistakes_to_trust_the_messages():
    mistakes = [line for path in FILES for line in parted(path.read_text("utf-8"))[1]]

    assert len(mistakes) >= 60
