"""What is kept from one run for the next: the same library, sooner, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guides import cache, fingerprints, library
from guides.model import CareTexts, Prompt, Word
from guides.project import Project, built_in_templates
from guides.records import packed, unpacked

WORDS = "words:\n  - word: mill\n    definition: a place where grain is ground\n"
MISTAKE = "words:\n  - word: mill\n"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that libraries are kept in."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "guides" / "library"


@pytest.fixture
def project(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with a word of its own, and nothing built in."""
    builtin = tmp_path / "built-in" / "templates"
    (builtin / "words").mkdir(parents=True)
    monkeypatch.setattr("guides.project.built_in_templates", lambda: builtin)
    (tmp_path / "ours" / "seeds").mkdir(parents=True)
    write_words(tmp_path / "ours", WORDS)
    return Project(tmp_path / "ours")


def write_words(root: Path, text: str) -> None:
    (root / "templates" / "words").mkdir(parents=True, exist_ok=True)
    (root / "templates" / "words" / "own.yaml").write_text(text, "utf-8")


def read_nothing(sources: object) -> library.Library:
    raise AssertionError("the library was read again")


def test_a_library_is_read_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first = project.library()
    monkeypatch.setattr(library, "load", read_nothing)

    again = project.library()

    assert again.lists == first.lists
    assert [word.word for word in again.lists.words] == ["mill"]


def test_everything_that_ships_comes_back_as_it_was() -> None:
    read = library.load(Project(built_in_templates().parent)._sources())

    for kind, values in (
        (Prompt, read.prompts.values()),
        (Word, read.lists.words),
        (CareTexts, [read.care]),
    ):
        assert values
        for value in values:
            assert unpacked(kind, json.loads(json.dumps(packed(value)))) == value


def test_a_changed_word_is_read_anew(project: Project) -> None:
    project.library()
    write_words(project.root, WORDS.replace("grain", "corn"))

    assert "corn" in project.library().lists.words[0].definition


def test_a_renamed_file_is_read_anew(project: Project) -> None:
    project.library()
    folder = project.root / "templates" / "words"
    (folder / "own.yaml").rename(folder / "other.txt")

    assert project.library().lists.words == ()


def test_a_library_with_a_problem_reports_it_every_time(project: Project, kept: Path) -> None:
    write_words(project.root, MISTAKE)

    first, again = project.library(), project.library()

    assert [problem.code for problem in first.problems] == ["missing-key"]
    assert first.problems == again.problems
    assert not kept.exists()


def _signed(data: bytes) -> bytes:
    return cache._digest(data) + b"\n" + data


DAMAGE = {
    "nothing in it": (b".*", b""),
    "cut off": (b".{20}$", b""),
    "another word": (b"grain", b"green"),
    "no JSON": (b".*", _signed(b"[1, 2")),
    "something else": (b".*", _signed(b'{"plan": 1}')),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cache_only_costs_time(project: Project, kept: Path, damage: str) -> None:
    project.library()
    (file,) = kept.iterdir()
    pattern, instead = DAMAGE[damage]
    file.write_bytes(
        re.sub(pattern, lambda _: instead, file.read_bytes(), count=1, flags=re.DOTALL)
    )

    words = project.library().lists.words

    assert [word.definition for word in words] == ["a place where grain is ground"]


def test_nothing_is_kept_where_nothing_can_be_written(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a file"))

    assert project.library().lists.words


def test_what_is_kept_is_the_users_alone_and_not_the_projects(project: Project, kept: Path) -> None:
    project.library()

    assert kept.stat().st_mode & 0o777 == 0o700
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    assert sorted(path.name for path in project.root.iterdir()) == ["seeds", "templates"]


def test_old_libraries_are_thrown_away(project: Project, kept: Path) -> None:
    for number in range(12):
        write_words(project.root, WORDS.replace("grain", f"grain {number}"))
        project.library()

    assert len(list(kept.iterdir())) == 8


def test_a_fingerprint_sees_names_bytes_and_where_one_ends() -> None:
    assert fingerprints.joined("ab", "c") != fingerprints.joined("a", "bc")
    assert fingerprints.joined("ab", b"c") == fingerprints.joined("ab", "c")


def test_a_fingerprint_follows_no_link_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    before = fingerprints.files([tmp_path])
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")

    assert fingerprints.files([tmp_path]) == before


def test_the_fingerprint_of_the_program_names_its_printer() -> None:
    assert " weasyprint-" in fingerprints.packages()
    assert fingerprints.program() == fingerprints.program()


def test_only_what_can_come_back_is_packed() -> None:
    with pytest.raises(TypeError, match="cannot be packed"):
        unpacked(dict[str, int], {})
