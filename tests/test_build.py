"""A build as a whole: nothing twice, nothing by halves, and the same with any number of jobs."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guides import files, fingerprints, making, manifest, pool
from guides.cli import guides
from guides.fingerprints import Inventory
from guides.manifest import Manifest
from guides.options import Options
from guides.problems import Problem, show
from guides.source import Source, Span

ROOT = Path(__file__).resolve().parent.parent
SEED = """\
The clock on {place} Street stopped in March. "It cost more to mend than to leave alone," said \
Peter Hall, who runs the works department.

But shopkeepers say that about 200 people a day used to set their watches by it. They have \
called on the council to mend it before winter.

The council has not answered yet. Two other towns have mended their clocks.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    (folder / "seeds").mkdir(parents=True)
    for name in ("mill", "north", "west"):
        (folder / "seeds" / f"{name}.txt").write_text(SEED.format(place=name.title()), "utf-8")
    monkeypatch.chdir(folder)
    return folder


def start(*words: str, **more: object) -> subprocess.Popen[str]:
    """Start a build in a process of its own, as a shell would."""
    command = [sys.executable, "-m", "guides", "build", "--edition", "exit-tickets", *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    if "start_new_session" in more:  # to be killed, in the middle of writing what it measured too
        environment.pop("COVERAGE_PROCESS_CONFIG", None)
    return subprocess.Popen(  # type: ignore[call-overload]
        command,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **more,
    )


def run(*words: str, **more: object) -> tuple[list[str], str]:
    out, err = start(*words, **more).communicate(timeout=100)
    return out.splitlines(), err


def invoke(*words: str) -> Result:
    return CliRunner().invoke(guides, words)


def prints(folder: Path) -> dict[str, str]:
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.pdf")
    }
    assert found
    return found


# ---------------------------------------------------------------- nothing twice


def test_any_number_of_jobs_gives_the_same_bytes_in_the_same_order(project: Path) -> None:
    one = run("--jobs", "1", "--output", "one")
    two = run("--jobs", "2", "--output", "two")

    assert len(one[0]) == 3, one[1]
    assert [line.replace("two/", "one/") for line in two[0]] == one[0]
    assert prints(project / "one") == prints(project / "two")


def test_an_unchanged_project_is_checked_without_the_printer(project: Path) -> None:
    run()
    code = (
        "import sys; from click.testing import CliRunner; from guides.cli import guides; "
        "r = CliRunner().invoke(guides, ['build', '--edition', 'exit-tickets']); print(r.stdout); "
        "print(sorted({'weasyprint', 'jinja2', 'pydantic', 'yaml', 'ftfy', 'guides.model', "
        "'multiprocessing', 'importlib.metadata'} & set(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )

    lines = done.stdout.split("\n")
    assert sum(line.startswith("unchanged ") for line in lines) == 3
    assert "[]" in lines


def test_one_changed_seed_rebuilds_that_seed_and_a_new_template_what_it_touches(
    project: Path,
) -> None:
    run()
    (project / "seeds" / "north.txt").write_text(SEED.format(place="South"), "utf-8")
    second, _ = run()
    words = project / "templates" / "words" / "own.yaml"
    words.parent.mkdir(parents=True)
    words.write_text("words:\n  - word: quoin\n    definition: a corner stone\n", "utf-8")
    third, _ = run()

    assert [line.split()[0] for line in second] == ["unchanged", "written", "unchanged"]
    assert [line.split()[0] for line in third] == ["unchanged"] * 3  # the same page, so kept


def test_a_pdf_that_was_changed_or_lost_is_made_again(project: Path) -> None:
    first, _ = run()
    before = prints(project / "output")
    paths = sorted(project.glob("output/*/*.pdf"))
    paths[0].unlink()
    paths[1].write_bytes(paths[1].read_bytes()[:100])
    data = paths[2].read_bytes()
    paths[2].write_bytes(data)  # touched, and still what it was
    second, _ = run()

    assert len(first) == 3
    assert [line.split()[0] for line in second] == ["written", "written", "unchanged"]
    assert prints(project / "output") == before


def test_files_that_nobody_touched_are_not_read_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprints, "_TICK", -(10**12))  # as if they had long been there
    invoke("build", "--edition", "exit-tickets")
    (project / "seeds" / "north.txt").write_text(SEED.format(place="South"), "utf-8")
    read: list[str] = []
    real = Inventory.fingerprint

    def watched(found: Inventory) -> str:
        read.extend(name for name, _ in found.files)
        return real(found)

    monkeypatch.setattr(Inventory, "fingerprint", watched)
    fingerprints.program()  # the library asks for it by its bytes
    read.clear()
    done = invoke("build", "--edition", "exit-tickets").stdout.splitlines()

    assert [line.split()[0] for line in done] == ["unchanged", "written", "unchanged"]
    assert [name for name in read if name.endswith(".txt")] == ["north.txt"]


def test_a_change_that_keeps_size_and_time_is_seen(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprints, "_TICK", -(10**12))
    seed = project / "seeds" / "north.txt"
    before = seed.stat()
    invoke("build", "--edition", "exit-tickets")
    seed.write_text(seed.read_text("utf-8").replace("March", "Marsh"), "utf-8")
    os.utime(seed, ns=(before.st_atime_ns, before.st_mtime_ns))
    done = invoke("build", "--edition", "exit-tickets").stdout.splitlines()

    assert [line.split()[0] for line in done] == ["unchanged", "written", "unchanged"]


def test_a_file_changed_just_before_it_was_read_is_not_trusted_the_next_time(
    tmp_path: Path,
) -> None:
    """Whoever writes twice in one tick of the clock leaves the same state twice."""
    (tmp_path / "a").write_text("one", "utf-8")
    found = fingerprints.inventory([tmp_path])
    seen = fingerprints.Seen()
    first = seen.fingerprint("here", found)
    (tmp_path / "a").write_text("two", "utf-8")
    known = seen.settled()
    second = fingerprints.Seen(known).fingerprint("here", found)

    assert known == {}
    assert second != first


def test_a_slow_clock_of_the_file_system_is_allowed_for(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one", "utf-8")
    found = fingerprints.inventory([tmp_path])
    found.newest -= 5 * 10**9
    seen = fingerprints.Seen()
    made = seen.fingerprint("here", found)

    assert [made for _, made in seen.settled().values()] == [made]
    assert seen.settled(behind=4 * 10**9) == {}


@pytest.mark.parametrize("option", [field.name for field in fields(Options)])
def test_every_option_changes_the_fingerprint(option: str) -> None:
    plain = Options()
    others = {
        "plans": ("a",),
        "editions": ("handout",),
        "output": Path("x"),
        "look": replace(plain.look, paper="a4"),
        "encoding": "latin-1",
        "wishes": replace(plain.wishes, variant=2),
    }
    other = replace(plain, **{option: others[option]})  # type: ignore[arg-type]

    assert other.fingerprint() != plain.fingerprint()


def test_a_problem_that_was_kept_is_shown_in_the_same_words() -> None:
    source = Source("seeds/a.txt", "One.\nA second\tline, with a slip.\nThree.", ((0, 7),))
    for span in (Span(source, 9, 15), Span(source, 5, 40), Span(source, 0, 0), None):
        problem = Problem("code", "message", span, "hint", "warning", "name")

        assert show(manifest.cut(problem)) == show(problem)


# ---------------------------------------------------------------- what is left over


def test_stale_files_are_told_of_and_removed_only_with_clean(project: Path) -> None:
    invoke("build", "--edition", "exit-tickets", "seeds/mill.txt")
    (project / "seeds" / "mill.txt").unlink()
    (project / "seeds" / "north.txt").unlink()
    own = project / "output" / "mill" / "my-own.pdf"
    own.write_bytes(b"mine")
    left = project / "output" / "mill" / "mill-classroom-45-exit-tickets.pdf"

    told = invoke("build")
    there = left.exists()
    cleaned = invoke("build", "--clean")

    assert "[stale-output]" in told.stderr
    assert there
    assert f"removed {left.relative_to(project)}" in cleaned.stdout
    assert not left.exists()
    assert own.read_bytes() == b"mine"


def test_of_two_texts_with_one_name_the_second_is_refused(project: Path) -> None:
    (project / "seeds" / "mill.md").write_text(SEED.format(place="Mill"), "utf-8")

    lines, problems = run()

    assert len(lines) == 3
    assert "seeds/mill.txt: error: its guides would take the place" in problems
    assert "[same-name]" in problems


def test_json_tells_a_file_a_line(project: Path) -> None:
    lines, _ = run("--format", "json")

    shapes = [json.loads(line) for line in lines]
    assert [shape["status"] for shape in shapes] == ["written"] * 3
    assert all(Path(shape["path"]).exists() for shape in shapes)


# ---------------------------------------------------------------- chaos


def whole(folder: Path, known: dict[str, str]) -> None:
    """Assert that every PDF in *folder* is one that a quiet build makes, all of it."""
    for path in folder.rglob("*.pdf"):
        name = path.relative_to(folder).as_posix()
        assert hashlib.sha256(path.read_bytes()).hexdigest() == known[name]


def test_a_build_killed_at_any_moment_leaves_no_half_file_and_goes_on(project: Path) -> None:
    begun = time.monotonic()
    run("--output", "quiet")
    took = time.monotonic() - begun
    known = prints(project / "quiet")
    kills = int(os.environ.get("GUIDES_KILLS", "6"))
    for number in range(kills):
        stopped = start("--output", "killed", start_new_session=True)
        time.sleep(took * (number + 0.5) / kills)
        # The whole group half of the time, as with the power; else only the one that watches.
        if number % 2:
            os.killpg(stopped.pid, signal.SIGKILL)
        else:
            stopped.kill()
        stopped.communicate()
        whole(project / "killed", known)
        if number % 3 == 2:
            for path in project.glob("killed/*/*.pdf"):
                path.unlink()

    lines, problems = run("--output", "killed")

    assert len(lines) == 3, problems
    assert prints(project / "killed") == known
    assert not list((project / "killed").rglob("*.part"))


def test_a_full_disk_keeps_the_earlier_pdf(project: Path) -> None:
    run()
    before = prints(project / "output")
    for path in project.glob("seeds/*.txt"):
        path.write_text(path.read_text("utf-8").replace("March", "April"), "utf-8")

    def fill() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    lines, problems = run(preexec_fn=fill)

    assert lines == []
    assert problems.count("[cannot-write]") == 3
    assert prints(project / "output") == before
    assert not list(project.rglob("*.part"))


def test_a_journal_cut_short_costs_a_job_and_no_more(project: Path) -> None:
    run()
    journal = project / "output" / manifest.NAME
    data = journal.read_bytes()
    end = data.index(b"\n", data.rindex(b'"job"'))
    journal.write_bytes(data[: end - 40])
    (project / "seeds" / "mill.txt").write_text(SEED.format(place="Long"), "utf-8")
    lines, _ = run()
    again, _ = run()

    assert [line.split()[0] for line in lines] == ["written", "unchanged", "written"]
    assert [line.split()[0] for line in again] == ["unchanged"] * 3
    assert len(Manifest.load(project / "output").jobs) == 3


def test_halves_of_files_are_swept_when_their_writer_is_gone(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    old = tmp_path / f".guides-{gone.pid}-x.part"
    new = tmp_path / f".guides-{os.getpid()}-x.part"
    old.touch()
    new.touch()

    files.sweep(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [new.name]


# ---------------------------------------------------------------- the pool


def work(task: tuple[str, str]) -> Iterator[str]:
    """Do as the task says: end at once, hang, end the first time only, or do well."""
    kind, mark = task
    yield "begun"
    if kind == "die" or (kind == "once" and not Path(mark).exists()):
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "hang":
        time.sleep(60)
    yield kind


def test_a_task_that_ends_its_worker_twice_is_set_aside_and_the_others_are_done(
    tmp_path: Path,
) -> None:
    kinds = ["well", "die", "once", "hang", "well", "well"]
    tasks = [(kind, str(tmp_path / f"{number}")) for number, kind in enumerate(kinds)]
    ended = {outcome.task: outcome for outcome in pool.run(work, tasks, 2, seconds=6)}

    assert [ended[number].end for number in range(6)] == [
        "done", "died", "done", "late", "done", "done",
    ]  # fmt: skip
    assert ended[2].parts == ("begun", "once")


def test_a_text_that_is_set_aside_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(job: making.Job) -> Iterator[making.Made]:
        if job.seed.stem == "north":
            os.kill(os.getpid(), signal.SIGKILL)
        yield from real(job)

    real = making.make
    monkeypatch.setattr(making, "make", die)
    if not pool.can_fork():
        pytest.skip("only a forked worker has what a test puts in the way")

    result = invoke("build", "--edition", "exit-tickets", "--jobs", "2")

    assert result.exit_code == 1
    assert "seeds/north.txt: error: this text ended the program" in result.stderr
    assert "[set-aside]" in result.stderr
    assert result.stdout.count("written") == 2
