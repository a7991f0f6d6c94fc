"""Prompts and layouts that were compiled before: the same words, and nothing depends on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guides import templating
from guides.findings import glossary
from guides.model import Word
from guides.templating import compiled, parsing, stems

STEM = "What changes at “{{ turn.marker }}”{% if turn.late %}, so late{% endif %}?"
CONDITION = "turn.late and turn.marker != 'Yet'"
FACTS = {"turn": {"marker": "But", "late": True}}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    begin(monkeypatch)
    yield tmp_path / "guides" / "templates"
    forget()


def begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know nothing, as a process that has just started."""
    monkeypatch.setattr(compiled, "_store", compiled._Store())
    forget()


def forget() -> None:
    for known in (stems._template, stems._condition, parsing.names_in_stem):
        known.cache_clear()
    parsing.names_in_expression.cache_clear()


def worked_out() -> tuple[str, bool, tuple[str, ...]]:
    holds = templating.holds(CONDITION, FACTS)
    return templating.fill(STEM, FACTS), holds, templating.names_in_expression(CONDITION)


def test_the_next_run_compiles_nothing_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templating.keep_for("this program")
    first = worked_out()
    templating.keep()
    begin(monkeypatch)
    templating.keep_for("this program")
    monkeypatch.setattr(stems, "_compiled", None)  # to call it would end the test
    monkeypatch.setattr(stems, "_compiled_condition", None)
    monkeypatch.setattr(parsing, "parse", None)

    assert worked_out() == first == ("What changes at “But”, so late?", True, ("turn",))
    assert not compiled._store.news
    assert len(list(home.iterdir())) == 1


def test_the_stems_of_a_glossary_are_worked_out_once(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (Word(word="ferries", definition="Ships."), Word(word="Tolls", definition="Fees."))
    templating.keep_for("this program")
    first = glossary._Index(words, own=False)._words
    templating.keep()
    begin(monkeypatch)
    templating.keep_for("this program")
    monkeypatch.setattr(glossary, "_stems", None)  # to call it would end the test

    assert glossary._Index(words, own=False)._words == first
    assert first == {"ferry": [words[0]], "toll": [words[1]]}


def test_another_version_of_the_program_begins_anew(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(compiled._FILES + 2):
        begin(monkeypatch)
        templating.keep_for(f"version {number}")
        assert not compiled._store.known
        worked_out()
        templating.keep()

    assert len(list(home.iterdir())) == compiled._FILES


@pytest.mark.parametrize("damage", [b"", b"no code", b"cut"])
def test_a_damaged_file_costs_time_and_no_more(
    home: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    templating.keep_for("this program")
    first = worked_out()
    templating.keep()
    (file,) = home.iterdir()
    file.write_bytes(file.read_bytes()[:-1] if damage == b"cut" else damage)
    begin(monkeypatch)
    templating.keep_for("this program")

    assert not compiled._store.known
    assert worked_out() == first


def test_nothing_is_kept_unless_somebody_asks(home: Path) -> None:
    worked_out()
    templating.keep()

    assert not home.exists()


def test_what_is_known_has_a_largest_size(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_MOST", 3)
    for number in range(5):
        compiled.once("stem", str(number), lambda: "code")

    assert list(compiled._store.known) == [("stem", "3"), ("stem", "4")]
