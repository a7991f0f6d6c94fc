"""Every problem has a name that can be looked up, and every name that can be looked up is used."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from guides import checking

ROOT = Path(__file__).resolve().parent.parent

# What makes a problem, and which of its arguments is the code.
MAKERS = {
    "Problem": 0,
    "self.report": 0,
    "Rule": 1,
    "GuideRule": 1,
    "SetRule": 1,
    "Refused": 0,
    "Fault": 0,
}


def codes_in(path: Path) -> Iterator[str]:
    """Yield the codes of the problems that a module can make."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        if name not in MAKERS or len(node.args) <= MAKERS[name]:
            continue
        code = node.args[MAKERS[name]]
        if isinstance(code, ast.Constant):
            yield str(code.value)
        else:
            # Handed on from a maker that was given it, and is looked at by itself.
            assert ast.unparse(code).split(".")[-1] == "code", f"{path}:{node.lineno}"


def used() -> set[str]:
    modules = sorted((ROOT / "guides").rglob("*.py"))
    assert len(modules) > 20
    return {code for path in modules for code in codes_in(path)}


def test_every_problem_is_explained():
    assert sorted(used() - set(checking.codes())) == []


def test_nothing_is_explained_that_cannot_happen():
    assert sorted(set(checking.codes()) - used()) == []


@pytest.mark.parametrize("code", checking.codes())
def test_an_explanation_says_something(code):
    text = checking.explanation(code)

    assert len(text.split()) >= 10
    assert all(len(line) <= 100 for line in text.splitlines())


def test_every_problem_is_caused_by_some_test():
    here = Path(__file__)
    files = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "tests" / "mistakes").glob("*.yaml")]
    tests = "\n".join(path.read_text("utf-8") for path in files if path != here)

    assert sorted(code for code in used() if code not in tests) == []
