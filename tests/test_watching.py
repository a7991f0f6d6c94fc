"""Watching, as a teacher sees it: she saves a file, and its pages are there again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from guides import fingerprints, pool, watching
from guides.library import Library
from guides.options import Options
from guides.problems import Failed
from guides.project import Project
from tests.builds import ROOT, SEED, invoke, prints, project

__all__ = ["project"]

PATIENCE = 100.0  # seconds; a machine may have much else to do
MISTAKE = "prompts:\n  - id: why\n    famly: words\n"


class Watch:
    """A watch in a process of its own, and what it says."""

    def __init__(self, folder: Path) -> None:
        self.said, self.complained = folder / "said.log", folder / "complained.log"
        command = [sys.executable, "-m", "guides", "build", "--watch", "--edition", "exit-tickets"]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        with self.said.open("w") as out, self.complained.open("w") as err:
            self.process = subprocess.Popen(
                command, env=environment, stdout=out, stderr=err, start_new_session=True
            )
        self.rounds = 0

    def round(self) -> tuple[list[str], str]:
        """Wait until one more build is over; return the lines and the problems since then."""
        self.rounds += 1
        before = self.said.read_text("utf-8"), self.complained.read_text("utf-8")
        if self.rounds == 1:
            before = ("", "")
        self.wait_for(lambda: self.complained.read_text("utf-8").count("watching (") >= self.rounds)
        lines = self.said.read_text("utf-8")[len(before[0]) :].splitlines()
        return lines, self.complained.read_text("utf-8")[len(before[1]) :]

    def wait_for(self, happened: object) -> None:
        assert callable(happened)
        last = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < last, self.complained.read_text("utf-8")
            time.sleep(0.02)

    def gone(self) -> bool:
        """Tell whether no process of the watch is left."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return True
        return False


@pytest.fixture
def watch(project: Path, tmp_path: Path) -> Iterator[Watch]:
    started = Watch(tmp_path)
    yield started
    if started.process.poll() is None:
        os.killpg(started.process.pid, signal.SIGKILL)
        started.process.wait()


def written(*names: str) -> list[str]:
    return [f"written output/{name}/{name}-classroom-45-exit-tickets.pdf" for name in names]


def test_whatever_is_saved_its_pages_are_made_again(project: Path, watch: Watch) -> None:
    first, _ = watch.round()
    assert first == written("mill", "north", "west")

    (project / "seeds" / "north.txt").write_text(SEED.format(place="South"), "utf-8")
    assert watch.round()[0] == written("north")

    (project / "seeds" / "east.txt").write_text(SEED.format(place="East"), "utf-8")
    assert watch.round()[0] == written("east")

    # A mistake is told, and once it is mended all is as it was.
    own = project / "templates" / "prompts" / "own.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(MISTAKE, "utf-8")
    lines, problems = watch.round()
    assert lines == []
    assert "templates/prompts/own.yaml:3:5: error: there is no key called `famly`" in problems
    own.unlink()
    assert watch.round()[0] == []

    # A theme of the project's own, and a change in it: the process sees what is there now.
    theme = project / "templates" / "themes" / "standard" / "tickets.css"
    theme.parent.mkdir(parents=True)
    usual = (ROOT / "templates" / "themes" / "standard" / "tickets.css").read_text("utf-8")
    for colour in ("#123456", "#654321"):
        theme.write_text(f"{usual}\np {{ color: {colour} }}\n", "utf-8")
        assert watch.round()[0] == written("east", "mill", "north", "west")

    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(PATIENCE) == 0
    watch.wait_for(watch.gone)
    before = prints(project / "output")
    again = invoke("build", "--edition", "exit-tickets", "--output", "again")
    assert again.stdout.count("written again/") == 4
    assert prints(project / "again") == before


def test_files_that_editors_leave_beside_are_no_change(project: Path) -> None:
    before = watching._state(Project(project), ())
    for name in (".north.txt.swp", "north.txt~", "north.txt.tmp"):
        (project / "seeds" / name).write_text("half", "utf-8")
    passing = watching._state(Project(project), ())
    (project / "seeds" / "north.txt").write_text("whole", "utf-8")

    assert passing == before
    assert watching._state(Project(project), ()) != before


def test_a_seed_outside_the_project_is_watched_too(project: Path, tmp_path: Path) -> None:
    seed = tmp_path / "elsewhere.txt"
    seed.write_text("one", "utf-8")
    before = watching._state(Project(project), (seed,))
    seed.write_text("another", "utf-8")

    assert watching._state(Project(project), (seed,)) != before


def test_readings_are_watched_wherever_they_lie(project: Path) -> None:
    (project / "texts").mkdir()
    text = project / "texts" / "south.txt"
    text.write_text("one", "utf-8")
    (project / "seeds" / "both.md").write_text(
        "---\nreadings: [north.txt, ../texts/south.txt]\n---\n", "utf-8"
    )
    before = watching._state(Project(project), ())
    text.write_text("another", "utf-8")

    assert watching._state(Project(project), ()) != before


def test_a_watch_removes_nothing(project: Path) -> None:
    done = invoke("build", "--watch", "--clean")

    assert done.exit_code == 2
    assert "--watch removes nothing" in done.stderr


def test_a_failed_round_is_followed_by_the_next(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rounds go on after one that raises: here the templates go, and come back."""
    states = iter([watching._State("broken", ""), watching._State("mended", "")])
    monkeypatch.setattr(watching, "_changed", lambda *_: next(states))
    own = project / "templates" / "prompts" / "own.yaml"
    own.parent.mkdir(parents=True)
    seed = project / "seeds" / "north.txt"
    rounds = watching.rounds(
        Project(project), (seed,), Options(editions=("exit-tickets",)), workers=1
    )
    assert [result.status for result in next(rounds)] == ["written"]

    own.write_text(MISTAKE, "utf-8")
    with pytest.raises(Failed):
        list(next(rounds))
    own.unlink()

    assert [result.status for result in next(rounds)] == ["unchanged"]
    rounds.close()


def test_templates_are_loaded_again_only_where_one_was_touched(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three rounds: of nothing new, of another text, of another template."""
    states = iter([watching._State("as they were", "new"), watching._State("edited", "new")])
    monkeypatch.setattr(watching, "_changed", lambda *_: next(states))
    loaded: list[Project] = []
    load = Project.library

    def counted(here: Project) -> Library:
        loaded.append(here)
        return load(here)

    monkeypatch.setattr(Project, "library", counted)
    seed = project / "seeds" / "north.txt"
    own = project / "templates" / "prompts" / "own.yaml"
    own.parent.mkdir(parents=True)
    options = Options(editions=("exit-tickets",))
    rounds = watching.rounds(Project(project), (seed,), options, workers=1)
    list(next(rounds))
    assert len(loaded) == 1

    seed.write_text(SEED.format(place="South"), "utf-8")
    assert [result.status for result in next(rounds)] == ["written"]
    assert len(loaded) == 1

    own.write_text("prompts: []\n", "utf-8")
    list(next(rounds))
    rounds.close()
    assert len(loaded) == 2


# ---------------------------------------------------------------- workers that stay


def work(task: str) -> Iterator[object]:
    yield os.getpid()
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_worker_stays_from_one_run_to_the_next() -> None:
    standing = pool.Standing(work)
    try:
        (first,) = standing.run(["well"], 1)
        next(standing.run(["well", "well"], 1))  # nobody waits for the second
        (last,) = standing.run(["well"], 1)
    finally:
        standing.dismiss()

    assert first.parts == last.parts
    assert standing.workers == 0


def test_a_worker_that_died_is_replaced_in_the_next_run() -> None:
    standing = pool.Standing(work)
    try:
        (first,) = standing.run(["well"], 1)
        os.kill(int(str(first.parts[0])), signal.SIGKILL)
        (second,) = standing.run(["well"], 1)
        (third,) = standing.run(["die"], 1)
        (fourth,) = standing.run(["well"], 1)
    finally:
        standing.dismiss()

    assert [item.end for item in (first, second, third, fourth)] == ["done", "done", "died", "done"]
    assert len({first.parts, second.parts, fourth.parts}) == 3


def test_a_folder_that_is_gone_is_an_empty_one(tmp_path: Path) -> None:
    assert fingerprints.inventory([tmp_path / "gone"]).files == []
