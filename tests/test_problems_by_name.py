"""Problems that need no mistake in a YAML file: each is caused here, by its name.

How each of them reads is for the tests of its module.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from guides import checking, making, project
from guides.cli import guides
from guides.layout import pages
from guides.library import load
from guides.printing import engine, fonts
from guides.printing.complaints import problems as said_of
from guides.problems import Failed
from guides.project import Project
from guides.source import Source


def code_of(failing, *arguments):
    """Return the code of the one problem that a call fails with."""
    with pytest.raises(Failed) as caught:
        failing(*arguments)
    (problem,) = caught.value.problems
    return problem.code


# ---------------------------------------------------------------- files


def test_files_that_cannot_be_read_or_written(tmp_path, monkeypatch):
    there = tmp_path / "text.txt"
    there.write_text("Words.", "utf-8")

    assert code_of(project.read_seed, tmp_path / "txt.txt") == "no-such-file"
    assert code_of(project.read_seed, tmp_path) == "not-a-file"
    assert code_of(making.write_atomically, there / "below.pdf", b"") == "cannot-write"

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert code_of(project.read_seed, there) == "cannot-open"


def test_what_the_library_does_not_have():
    assert code_of(project.plan_named, "classroom-45", load([])) == "no-such-plan"
    assert code_of(project.care_texts, load([])) == "no-care-texts"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["build"], "no-seeds"),
        (["explain", "nothing"], "no-such-code"),
        (["--project", "nowhere", "list", "seeds"], "no-such-folder"),
    ],
)
def test_what_a_command_cannot_find(words, code, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(guides, words)

    assert result.exit_code == 1
    assert f"[{code}]" in result.stderr


def test_what_an_editor_is_told_about_a_seed(tmp_path):
    seed = tmp_path / "seeds" / "short.txt"
    seed.parent.mkdir()
    seed.write_text('It led to two deathsas the mill fell. "No choice," said the owner.\n', "utf-8")

    found, _ = checking.check(Project(tmp_path), [seed])

    assert {"slip-in-source", "too-few-questions"} <= {problem.code for problem in found}


# ---------------------------------------------------------------- layouts and printing


@pytest.mark.parametrize(
    ("layout", "code"),
    [
        ("{{ tittle }}", "unknown-name"),
        ("{% if title %}", "layout-mistake"),
        ("{% include 'layouts/nowhere.j2' %}", "unknown-layout"),
    ],
)
def test_a_layout_that_cannot_be_used(layout, code):
    templates = {"layouts/page.j2": layout}

    assert code_of(pages.render, templates, "layouts/page.j2", {"title": "A"}) == code


def test_what_the_printer_says_about_a_page():
    heard = [".notdef glyph rendered for Unicode string (U+6F22)", "Something else is odd"]

    found = said_of(heard, [(Source("theme.css", "a {}"), ["Odd rule at 1:1"])])

    codes = [problem.code for problem in found]
    assert codes == ["missing-glyph", "style-mistake", "page-complaint"]


def test_a_page_that_the_printer_trips_over():
    def trip() -> None:
        with engine.mishaps():
            raise ZeroDivisionError

    assert code_of(trip) == "page-too-hard"


def test_fonts_that_are_not_there(monkeypatch):
    monkeypatch.setattr(fonts, "PACKAGES", ("font_of_nobody",))

    assert code_of(fonts.font_folders) == "no-fonts"
