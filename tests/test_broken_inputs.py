"""Whatever is wrong with the files: one clear problem with its place, exit 1, no traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from guides.cli import guides
from tests import builds

GOOD = 'The mill closed in May. "We had no choice," said the owner, Ida Brandt.\n\nBut many stay.\n'
PICTURE = b"\x89PNG\r\n\x00\x01\x02\xff" * 90
PROMPT = """\
prompts:
  - id: own-01
    family: words
    stage: after
    text_dependent: true
    bloom: analyze
    depth: 3
    ask: {ask}
    point: Whole text
    listen_for: A reason
"""


def seed(name: str, data: bytes | str) -> Callable[[Path], None]:
    def write(project: Path) -> None:
        path = project / "seeds" / name
        path.unlink(missing_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    return write


def template(name: str, text: str) -> Callable[[Path], None]:
    def write(project: Path) -> None:
        path = project / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return write


def output_is_a_file(project: Path) -> None:
    (project / "output").write_text("in the way")


def a_link_to_nothing(project: Path) -> None:
    (project / "seeds" / "link.txt").symlink_to("gone.txt")


PLAN = """\
id: own
title: Own
minutes: 30
sections:
  - title: Look
    stage: after
    count: 1
steps:
  - title: Talk
    minutes: 20
"""

# name: what is written, what the command says, and what the message names.
BROKEN: dict[str, tuple[Callable[[Path], None], tuple[str, ...], str]] = {
    "an empty file": (seed("text.txt", b""), ("build",), "seeds/text.txt"),
    "only white space": (seed("text.txt", b" \n\n\t\n"), ("build",), "seeds/text.txt"),
    "a binary file": (seed("text.txt", PICTURE), ("build",), "text.txt"),
    "a file that is not there": (seed("text.txt", GOOD), ("build", "seeds/txt.txt"), "text.txt"),
    "a folder in place of a seed": (seed("text.txt", GOOD), ("build", "seeds"), "seeds"),
    "a kind of file nobody reads": (
        seed("film.mp4", GOOD),
        ("build", "seeds/film.mp4"),
        "film.mp4",
    ),
    "an encoding that does not exist": (
        seed("text.txt", GOOD),
        ("build", "--encoding", "klingon"),
        "klingon",
    ),
    "a whole book": (seed("text.txt", "A long word. " * 5_001), ("build",), "[reading-too-long]"),
    "letters that our fonts lack": (seed("text.txt", GOOD + "نص"), ("build",), "seeds/text.txt: "),
    "front matter with a misspelt key": (
        seed("text.txt", f"---\nautor: Ida\n---\n{GOOD}"),
        ("build",),
        "seeds/text.txt:2:1",
    ),
    "front matter that is no YAML": (
        seed("text.txt", f'---\ntitle: "open\nauthor: x\n---\n{GOOD}'),
        ("build",),
        "seeds/text.txt:",
    ),
    "a plan that does not exist": (
        seed("text.txt", f"---\nplan: classrom-45\n---\n{GOOD}"),
        ("build",),
        "classroom-45",
    ),
    "a sensitivity level out of range": (
        seed("text.txt", f"---\nsensitivity:\n  level: 7\n---\n{GOOD}"),
        ("build",),
        "seeds/text.txt:3:",
    ),
    "prompts that are no YAML": (
        template("prompts/own.yaml", "prompts:\n  - id: [own\n"),
        ("build",),
        "templates/prompts/own.yaml:",
    ),
    "50,000 open brackets": (
        template("prompts/own.yaml", "[" * 50_000),
        ("build",),
        "templates/prompts/own.yaml:1:",
    ),
    "a slot that nobody knows": (
        template("prompts/own.yaml", PROMPT.format(ask='"What does {{ cuase.marker }} do?"')),
        ("build",),
        "did you mean `cause`?",
    ),
    "a slot with an unknown field": (
        template("prompts/own.yaml", PROMPT.format(ask='"What does {{ cause.markr }} do?"')),
        ("build",),
        "did you mean `marker`?",
    ),
    "a wrong type": (
        template("prompts/own.yaml", PROMPT.format(ask="What?").replace("depth: 3", "depth: deep")),
        ("build",),
        "templates/prompts/own.yaml:7:",
    ),
    "a stem with a loop": (
        template(
            "prompts/own.yaml",
            PROMPT.format(ask='"What {% for n in numbers %}{{ n }}{% endfor %} do?"'),
        ),
        ("build",),
        "templates/prompts/own.yaml:8:",
    ),
    "a stem that calls": (
        template("prompts/own.yaml", PROMPT.format(ask='"What {{ document.title.upper() }}?"')),
        ("build",),
        "templates/prompts/own.yaml:8:",
    ),
    "a brace that is not closed": (
        template("prompts/own.yaml", PROMPT.format(ask='"What {{ cause.marker do?"')),
        ("build",),
        "templates/prompts/own.yaml:8:",
    ),
    "minutes that do not add up": (
        template("plans/own.yaml", PLAN),
        ("build", "--plan", "own"),
        "templates/plans/own.yaml:",
    ),
    "a layout with a syntax mistake": (
        template("layouts/handout.html.j2", "<html>\n{% if %}\n</html>"),
        ("build",),
        "handout.html.j2:2",
    ),
    "a layout with an unknown name": (
        template("layouts/handout.html.j2", "<html lang=en>\n<h1>{{ titel }}</h1></html>"),
        ("build",),
        "handout.html.j2:2",
    ),
    "a layout that takes in one that is not there": (
        template("layouts/handout.html.j2", "<html lang=en>\n{% include 'prts.j2' %}</html>"),
        ("build",),
        "templates/layouts/handout.html.j2:2:13: error: no layout is called `prts.j2`",
    ),
    "a layout with a picture that is not there": (
        template("layouts/handout.html.j2", "<html lang=en><title>A</title><img src=a.png></html>"),
        ("build",),
        "templates/layouts/handout.html.j2: error: ",
    ),
    "a layout that loops": (
        template(
            "layouts/handout.html.j2",
            "<html lang=en>{% for a in range(99999) %}{% for b in range(99999) %}x"
            "{% endfor %}{% endfor %}</html>",
        ),
        ("build",),
        "handout.html.j2",
    ),
    "a link to nothing": (
        a_link_to_nothing,
        ("build", "seeds/link.txt"),
        "seeds/link.txt: error: this link leads to no file",
    ),
    "an output folder that is a file": (output_is_a_file, ("build",), "output"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_gives_a_clear_problem(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking, words, expected = BROKEN[name]
    (tmp_path / "seeds").mkdir()
    seed("text.txt", GOOD)(tmp_path)
    breaking(tmp_path)
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(guides, words)

    assert result.exit_code == 1, (result.stdout, result.stderr)
    assert expected in result.stderr
    assert "error: " in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stderr.count("error: ") == 1, result.stderr
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.timeout(60)
@pytest.mark.parametrize("command", ["build", "show", "check"])
def test_a_pipe_is_no_seed_and_nobody_waits_for_it(command, tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    os.mkfifo(tmp_path / "seeds" / "pipe.txt")
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(guides, [command, "seeds/pipe.txt"])

    assert result.exit_code == 1
    assert "seeds/pipe.txt: error: this is a pipe or a device, not a file" in result.stderr
    assert result.stderr.count("error: ") == 1


def test_what_editors_hide_beside_templates_is_no_template(tmp_path, monkeypatch):
    """Emacs keeps a link to nothing beside a file that is being changed, the Mac keeps icons."""
    prompts = tmp_path / "templates" / "prompts"
    prompts.mkdir(parents=True)
    (prompts / ".#own.yaml").symlink_to("ida@mill.4711")
    (prompts / "._own.yaml").write_bytes(PICTURE)
    (prompts / "folder.yaml").mkdir()
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(guides, ["check"])

    assert (result.exit_code, result.stderr) == (0, "")


def test_a_draft_of_a_text_too_short_for_every_section_is_printed_as_it_is(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    seed("text.txt", GOOD)(tmp_path)
    monkeypatch.chdir(tmp_path)
    drafted = CliRunner().invoke(guides, ["draft", "seeds/text.txt"])
    draft = (tmp_path / "seeds" / "text.classroom-45.guide.yaml").read_text("utf-8")

    result = CliRunner().invoke(guides, ["build", "--edition", "exit-tickets"])

    assert drafted.exit_code == 0
    assert "questions: []" in draft
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_file_whose_name_is_no_text_is_printed(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    seed(os.fsdecode(b"caf\xe9.txt"), GOOD)(tmp_path)
    monkeypatch.chdir(tmp_path)

    monkeypatch.setenv("PYTHONIOENCODING", "utf-8:strict")

    first, second = builds.run(), builds.run()

    path = r"output/caf\udce9/caf\udce9-classroom-45-exit-tickets.pdf"
    assert first == ([f"written {path}"], "")
    assert second == ([f"unchanged {path}"], "")
