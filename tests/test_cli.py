"""The command as a teacher meets it: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from guides.cli import guides

ROOT = Path(__file__).resolve().parent.parent
SEED = """\
---
title: The Clock on Mill Street
author: Dana Okoro
publisher: The Millbrook Post
---
The clock on Mill Street stopped in March. "It reportedly cost more to mend than to leave alone," \
said Peter Hall, who runs the works department.

But shopkeepers say that about 200 people a day used to set their watches by it. They have \
called on the council to mend it before winter.

The council has not answered yet. While two other towns have mended their clocks, Millbrook has \
not.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "clock.md").write_text(SEED, "utf-8")
    monkeypatch.chdir(folder)
    return folder


def run(*words: str) -> Result:
    return CliRunner().invoke(guides, words)


def test_a_build_writes_every_edition_and_says_so_a_line_each(project: Path) -> None:
    result = run("build")

    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [
        "written output/clock/clock-classroom-45-handout.pdf",
        "written output/clock/clock-classroom-45-facilitator-guide.pdf",
    ]
    for path in project.glob("output/clock/*.pdf"):
        assert path.read_bytes().startswith(b"%PDF-")


def test_a_second_build_prints_nothing_anew_until_the_seed_changes(project: Path) -> None:
    run("build", "--edition", "handout")
    second = run("build", "--edition", "handout")
    (project / "seeds" / "clock.md").write_text(SEED.replace("winter", "spring"), "utf-8")
    third = run("build", "--edition", "handout")

    assert second.stdout == "unchanged output/clock/clock-classroom-45-handout.pdf\n"
    assert third.stdout == "written output/clock/clock-classroom-45-handout.pdf\n"


def test_an_unchanged_guide_repeats_its_warnings(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second build skips the printing, not the warnings."""
    monkeypatch.setattr("guides.making._SHEET_PAGES", 1)

    first = run("build", "--edition", "handout")
    second = run("build", "--edition", "handout")

    assert second.stdout.startswith("unchanged ")
    assert "[long-question-sheet]" in first.stderr
    assert first.stderr == second.stderr


def test_a_damaged_manifest_only_costs_time(project: Path) -> None:
    run("build", "--edition", "handout")
    (project / "output" / ".guides.json").write_text("[1, {", "utf-8")

    assert run("build", "--edition", "handout").stdout.startswith("written ")


def test_a_seed_that_fails_does_not_stop_the_others(project: Path) -> None:
    (project / "seeds" / "a-broken.txt").write_bytes(b"")

    result = run("build", "--edition", "handout")

    assert result.exit_code == 1
    assert "seeds/a-broken.txt" in result.stderr
    assert result.stdout == "written output/clock/clock-classroom-45-handout.pdf\n"


def test_nothing_but_the_output_folder_is_written(project: Path) -> None:
    run("build", "--edition", "handout")

    assert sorted(path.name for path in project.iterdir()) == ["output", "seeds"]
    assert not list(project.rglob("*.part"))


def test_show_prints_questions_with_their_paragraphs(project: Path) -> None:
    result = run("show", "seeds/clock.md")

    assert result.exit_code == 0, result.stderr
    assert "The Clock on Mill Street" in result.stdout
    assert re.search(r"^ +\d+ ★", result.stdout, re.MULTILINE)
    assert "¶" in result.stdout


def test_show_json_is_the_whole_guide(project: Path) -> None:
    guide = json.loads(run("show", "seeds/clock.md", "--json").stdout)

    questions = [question for section in guide["sections"] for question in section["questions"]]
    assert [question["number"] for question in questions] == list(range(1, len(questions) + 1))
    assert guide["plan"]["id"] == "classroom-45"


def test_show_reading_says_who_speaks_in_a_conversation(project: Path) -> None:
    turns = "**Reyl:** Where do you keep them?\n\n**Holm:** On the roof, where it is warm.\n\n" * 3
    (project / "seeds" / "talk.md").write_text(f"# On the roof\n\n{turns}", "utf-8")

    printed = run("show", "seeds/talk.md", "--reading").stdout

    assert "1 Reyl: Where do you keep them?" in printed
    assert "2 Holm: On the roof, where it is warm." in printed


def test_show_reading_prints_the_numbered_paragraphs(project: Path) -> None:
    lines = run("show", "seeds/clock.md", "--reading").stdout.splitlines()

    assert [line.split()[0] for line in lines if re.match(r" *\d+ ", line)] == ["1", "2", "3"]


def test_findings_json_gives_offsets_into_the_documents_text(project: Path) -> None:
    found = json.loads(run("findings", "seeds/clock.md", "--json").stdout)

    text = found["document"]["text"]
    assert found["quotations"]
    for quotation in found["quotations"]:
        assert text[quotation["start"] : quotation["end"]] == quotation["text"]


def test_check_sums_up_and_passes_on_the_built_in_templates(project: Path) -> None:
    result = run("check")

    assert result.exit_code == 0, result.stderr
    assert re.search(r"1 seed, \d+ prompts, \d+ plans?, [\d,]+ words, 0 errors", result.stdout)


@pytest.mark.parametrize("kind", ["seeds", "plans", "prompts", "editions", "problems"])
def test_list_gives_a_name_a_line(project: Path, kind: str) -> None:
    result = run("list", kind)

    assert result.exit_code == 0, result.stderr
    assert all(line.split() for line in result.stdout.splitlines())


def test_explain_tells_what_a_code_means_and_guesses_at_a_misspelt_one() -> None:
    known = run("explain", "doubt-lost")
    misspelt = run("explain", "dout-lost")

    assert "alleged" in known.stdout
    assert misspelt.exit_code == 1
    assert "did you mean `doubt-lost`?" in misspelt.stderr


def test_a_new_project_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    made = run("new", "ours")
    built = run("--project", "ours", "build", "--edition", "handout")
    again = run("new", "ours")

    assert made.exit_code == 0
    assert built.exit_code == 0, built.stderr
    assert again.exit_code == 1
    assert "[not-empty]" in again.stderr


@pytest.mark.parametrize("folder", ["README.md/ours", "a" * 300])
def test_a_new_project_where_none_can_be_is_a_problem(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text("A file.", "utf-8")

    result = run("new", folder)

    assert result.exit_code == 1
    assert "[cannot-write]" in result.stderr
    assert "name another folder" in result.stderr


def test_a_plan_that_is_not_there_is_checked_with_the_name_of_its_text(project: Path) -> None:
    (project / "seeds" / "clock.md").write_text(
        SEED.replace("author", "plan: classrom-45\nauthor", 1), "utf-8"
    )

    assert "seeds/clock.md: error: there is no plan called `classrom-45`" in run("check").stderr


def test_doctor_finds_this_computer_healthy() -> None:
    result = run("doctor")

    assert result.exit_code == 0, result.stdout
    assert all(line.startswith("ok") for line in result.stdout.splitlines())


def test_schema_prints_a_json_schema_for_every_kind() -> None:
    assert json.loads(run("schema", "prompts").stdout)["$schema"]
    assert "[no-such-kind]" in run("schema", "promts").stderr


def test_another_variant_asks_other_questions(project: Path) -> None:
    def asked(variant: str) -> set[str]:
        guide = json.loads(run("show", "seeds/clock.md", "--json", "--variant", variant).stdout)
        return {q["text"] for section in guide["sections"] for q in section["questions"]}

    assert len(asked("2") - asked("1")) >= 3


def test_wrong_usage_ends_with_2() -> None:
    assert run("bild").exit_code == 2
    assert run("build", "--paper", "a3").exit_code == 2


def test_every_command_and_option_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    documented = 0
    for name, command in guides.commands.items():
        assert f"`guides {name}" in readme, name
        for option in command.params:
            if isinstance(option, click.Option):
                assert max(option.opts, key=len) in readme, (name, option.opts)
                documented += 1

    assert documented > 5


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from guides.cli import guides; "
        "CliRunner().invoke(guides, ['--help']); "
        "print(sorted({'weasyprint', 'jinja2', 'pydantic', 'yaml', 'ftfy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("school", "said"), [("a\udcff", "cannot be printed"), ("x" * 71, "at most 70 characters")]
)
def test_what_does_not_fit_the_head_of_a_page_is_refused(school, said):
    done = run("build", "--school", school)

    assert done.exit_code == 2
    assert said in done.output


@pytest.mark.parametrize("named", ["in its text", "in the project file", "as the usual one"])
def test_a_plan_with_a_mistake_is_checked_in_its_file_alone(project: Path, named: str) -> None:
    plan = "classroom-45" if named == "as the usual one" else "mine"
    text = (ROOT / "templates" / "plans" / "classroom-45.yaml").read_text("utf-8")
    file = project / "templates" / "plans" / f"{plan}.yaml"
    file.parent.mkdir(parents=True)
    broken = re.sub(r"(?m)^minutes: .*", "minutes: many", text)
    file.write_text(broken.replace("id: classroom-45", f"id: {plan}"), "utf-8")
    if named == "in its text":
        seed = SEED.replace("author", "plan: mine\nauthor", 1)
        (project / "seeds" / "clock.md").write_text(seed, "utf-8")
    if named == "in the project file":
        (project / "guides.yaml").write_text("plans: [mine]\n", "utf-8")

    said = run("check").stderr

    assert f"{file.relative_to(project)}:" in said
    assert re.findall(r"error: .*", said) == [
        "error: expected a whole number, found `many` [wrong-type]"
    ]


def test_a_text_that_is_named_twice_is_made_once(project: Path) -> None:
    seed = "seeds/clock.md"

    made = run("build", seed, f"./{seed}", str(project / seed), "--edition", "bookmark")

    assert made.stdout.splitlines() == ["written output/clock/clock-classroom-45-bookmark.pdf"]
    assert not made.stderr
