"""The table of what is asked: its rows hold what they say, and say when something is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bench import __main__ as command
from bench import questions as table

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(scope="module")
def article() -> table.Printed:
    return table.ask(SAMPLES / "article.txt")


def test_our_seeds_and_samples_are_asked_about() -> None:
    names = {path.stem for path in table.texts()}

    assert {"lgbtqi-communities-in-chechnya", "poem", "speech", "how-to"} <= names
    assert "README" not in names


def test_a_row_has_a_cell_for_every_column(article: table.Printed) -> None:
    row = dict(zip(table.HEAD, table.cells(article), strict=True))

    assert row["text"] == "article"
    assert row["questions"] == str(len(article.questions))
    assert row["lint"].startswith("0 errors")
    assert sum(int(n) for n in row["depth 1/2/3/4"].split("/")) == len(article.questions)


def test_a_question_asked_twice_shows_in_the_row(article: table.Printed) -> None:
    once = article.questions[:1]

    row = dict(zip(table.HEAD, table.cells(replace(article, questions=once * 4)), strict=True))

    assert row["distinct openings"] == "1 of 4"
    assert row["families"] == "1"


def test_a_question_that_must_not_be_printed_fails_the_table(
    article: table.Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "ask", lambda _: replace(article, errors=1))

    assert command.main(["questions", "fable"]) == 1


def test_a_word_picks_the_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["questions", "fable"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert lines[2].startswith("| fable |")
    assert lines[3].startswith("| all 1 texts")
