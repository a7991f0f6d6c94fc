"""What can break a build half-way, done on purpose: no half file, none lost, and the next goes on.

`GUIDES_KILLS=200` stops that many builds instead of a few, and `GUIDES_CHAOS=2` at other moments.
"""

from __future__ import annotations

import ctypes
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from guides import files, making, manifest, pool
from guides.manifest import Manifest
from tests.builds import NAMES, ROOT, SEED, invoke, prints, project, run, start

__all__ = ["project"]  # a fixture

KILLS = int(os.environ.get("GUIDES_KILLS", "8"))
MONTHS = ("April", "May")
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc, or mounts a disk")


@pytest.fixture
def chance() -> random.Random:
    """Return the same moments in every run, or others if asked for."""
    return random.Random(os.environ.get("GUIDES_CHAOS", "1"))  # noqa: S311  no secret


def rewrite(project: Path, month: str) -> None:
    """Change every text a little, so that all of its pages have to be made again."""
    for name in NAMES:
        text = SEED.format(place=name.title()).replace("March", month)
        (project / "seeds" / f"{name}.txt").write_text(text, "utf-8")


def quiet(project: Path) -> tuple[dict[str, dict[str, str]], float]:
    """Return what builds that nobody disturbs make of either text, and how long one takes."""
    known = {}
    begun = time.monotonic()
    for month in MONTHS:
        rewrite(project, month)
        run("--output", f"quiet-{month}")
        known[month] = prints(project / f"quiet-{month}")
    return known, (time.monotonic() - begun) / len(MONTHS)


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every PDF; a folder that is not there yet has none."""
    return prints(folder) if next(folder.rglob("*.pdf"), None) else {}


def whole(folder: Path, known: dict[str, dict[str, str]]) -> set[str]:
    """Assert that every PDF is one that a quiet build makes, all of it; return their names."""
    there = digests(folder)
    for name, digest in there.items():
        assert digest in {made[name] for made in known.values()}, name
    return set(there)


def children(process: int) -> list[int]:
    with suppress(OSError):
        return [*map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split())]
    return []


# ---------------------------------------------------------------- stopped and killed


def stop(build: subprocess.Popen[str], how: str, chance: random.Random) -> None:
    """Stop a build one way or another: the power, `kill -9`, Ctrl-C, or one worker only."""
    with suppress(ProcessLookupError):
        if how == "power":
            os.killpg(build.pid, signal.SIGKILL)
        elif how == "interrupt":
            os.killpg(build.pid, signal.SIGINT)
        elif how == "worker":
            for worker in chance.sample(children(build.pid), k=min(1, len(children(build.pid)))):
                os.kill(worker, signal.SIGKILL)
        else:
            build.send_signal(signal.SIGTERM if how == "end" else signal.SIGKILL)
    build.communicate(timeout=100)


@pytest.mark.timeout(120 + 10 * KILLS)
@linux
def test_a_build_stopped_at_any_moment_leaves_no_half_file_loses_none_and_goes_on(
    project: Path, chance: random.Random
) -> None:
    known, took = quiet(project)
    folder = project / "killed"
    there: set[str] = set()
    for number in range(KILLS):
        month = MONTHS[number // 3 % 2]  # three tries at one text, then all pages are old
        rewrite(project, month)
        before = digests(folder)
        build = start("--output", "killed", "--jobs", "2", start_new_session=True)
        time.sleep(chance.uniform(0.1, 1.1) * took)
        stop(build, chance.choice(["power", "watcher", "worker", "interrupt", "end"]), chance)
        assert whole(folder, known) >= there, "a page that was there is gone"
        there = whole(folder, known)
        done = {name for name, digest in before.items() if digest == known[month][name]}
        assert all(digests(folder)[name] == known[month][name] for name in done)

    lines, problems = run("--output", "killed")

    assert len(lines) == len(NAMES), problems
    assert digests(folder) == known[month]
    assert not list(folder.rglob("*.part"))
    assert {line.split()[0] for line in run("--output", "killed")[0]} == {"unchanged"}


@linux
def test_workers_killed_at_random_cost_time_and_no_other_guide(
    project: Path, chance: random.Random
) -> None:
    """A text whose worker happened to be killed twice is named; all the others are made."""
    known, _ = quiet(project)
    build = start("--output", "killed", "--jobs", "2", start_new_session=True)
    killed = 0
    while build.poll() is None and killed < 5:
        time.sleep(chance.uniform(0.05, 0.4))
        for worker in children(build.pid)[:1]:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
                killed += 1
    out, problems = build.communicate(timeout=100)
    made, aside = out.count("written "), problems.count("[set-aside]")
    lines, _ = run("--output", "killed")

    assert killed
    assert made + aside == len(NAMES), problems
    assert [line.split()[0] for line in lines].count("written") == aside
    assert digests(project / "killed") == known[MONTHS[-1]]


def test_a_journal_cut_short_costs_a_job_and_no_more(project: Path) -> None:
    run("--jobs", "1")  # one after the other, so that the last line is that of the last seed
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


@linux
def test_a_writer_whose_end_nobody_asked_for_is_gone(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
    (tmp_path / f".guides-{ended.pid}-x.part").touch()

    files.sweep(tmp_path)
    ended.wait()

    assert list(tmp_path.iterdir()) == []


# ---------------------------------------------------------------- disks and folders


def test_files_that_may_not_grow_keep_the_earlier_pdf(project: Path, chance: random.Random) -> None:
    known, _ = quiet(project)
    sizes = [path.stat().st_size for path in project.glob("quiet-*/*/*.pdf")]
    rewrite(project, MONTHS[0])
    run()
    rewrite(project, MONTHS[1])
    for limit in (4096, chance.randint(min(sizes) - 9, max(sizes)), chance.randint(1, 20_000)):

        def fill(limit: int = limit) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        lines, problems = run(preexec_fn=fill)

        assert len(lines) + problems.count("[cannot-write]") == len(NAMES), problems
        assert len(whole(project / "output", known)) == len(NAMES)
        assert not list(project.rglob("*.part"))

    run()
    assert prints(project / "output") == known[MONTHS[1]]


def mounting() -> list[str]:
    """Return the command that runs another where it may mount disks that nobody else sees."""
    if not shutil.which("unshare"):
        pytest.skip("there is no unshare here")
    command = ["unshare", "--mount"]
    if os.getuid():
        command += ["--user", "--map-root-user"]
    tried = subprocess.run(
        [*command, "sh", "-c", "mount -t tmpfs tmpfs /tmp"], capture_output=True, check=False
    )
    if tried.returncode:
        pytest.skip("no disk can be mounted here")
    return command


# Builds on a small disk that has earlier pages on it, looks, and builds again with more room.
FULL = """\
set -u
mount -t tmpfs -o size=$((SIZE))k tmpfs full
cp -R earlier/. full
python -m guides build --edition exit-tickets --output full 2>problems
cp -R full/. then
mount -o remount,size=64m full
python -m guides build --edition exit-tickets --output full
cp -R full/. after
"""


@linux
def test_a_full_disk_keeps_the_earlier_pdfs_and_the_next_build_goes_on(
    project: Path, chance: random.Random
) -> None:
    command = mounting()
    known, _ = quiet(project)
    rewrite(project, MONTHS[0])
    run("--output", "earlier")
    files = (path for path in project.rglob("earlier/**/*") if path.is_file())
    room = sum(-(-path.stat().st_size // 4096) * 4 for path in files)  # a disk fills by the page
    rewrite(project, MONTHS[1])
    (project / "full").mkdir()
    for _ in range(max(3, KILLS // 10)):
        environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "SIZE": str(room + chance.randrange(4, 4 + 2 * room // 3, 4)),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }
        done = subprocess.run(
            [*command, "sh", "-c", FULL],
            env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip

        problems = (project / "problems").read_text("utf-8")
        then = digests(project / "then")
        old = [name for name, digest in then.items() if digest == known[MONTHS[0]][name]]
        assert len(whole(project / "then", known)) == len(NAMES)
        assert problems.count("[cannot-write]") == len(old), problems
        assert not list((project / "then").rglob("*.part"))
        assert digests(project / "after") == known[MONTHS[1]], done.stdout
        for name in ("then", "after"):
            shutil.rmtree(project / name)


def obey() -> None:
    """Make an administrator obey what folders allow, as everybody else has to."""
    for power in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, power, 0, 0, 0)  # PR_CAPBSET_DROP


@linux
def test_a_read_only_folder_is_named_keeps_its_pdf_and_is_written_when_it_may_be(
    project: Path,
) -> None:
    known, _ = quiet(project)
    rewrite(project, MONTHS[0])
    run()
    rewrite(project, MONTHS[1])
    output = project / "output"
    (output / "mill").chmod(0o500)
    one, problems = run(preexec_fn=obey)
    after_one = prints(output)
    output.chmod(0o500)
    shutil.rmtree(output / "west")  # and cannot be made again
    two, more = run(preexec_fn=obey)
    output.chmod(0o700)
    (output / "mill").chmod(0o700)
    run()

    mill = "mill/mill-classroom-45-exit-tickets.pdf"
    assert len(one) == 2
    assert f"output/{mill}: error: cannot be written" in problems
    assert after_one == known[MONTHS[1]] | {mill: known[MONTHS[0]][mill]}
    assert [line.split()[0] for line in two] == ["unchanged"]
    assert more.count("[cannot-write]") == 2
    assert prints(output) == known[MONTHS[1]]


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
    if kind == "grow":
        yield str(len(bytearray(8 << 30)))
    if kind == "slip":
        yield str(1 // 0)
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


@linux
def test_a_task_that_takes_too_much_memory_is_told_from_one_that_dies() -> None:
    ended = {o.task: o.end for o in pool.run(work, [("well", ""), ("grow", ""), ("die", "")], 2)}

    assert ended == {0: "done", 1: "full", 2: "died"}


@pytest.mark.parametrize("workers", [0, 2])
def test_a_mistake_of_ours_is_told_with_its_traceback_and_the_others_are_done(
    workers: int,
) -> None:
    tasks = [("slip", ""), ("well", ""), ("well", "")]
    outcomes = pool.run(work, tasks, workers) if workers else pool.run_here(work, tasks)
    ended = {outcome.task: outcome for outcome in outcomes}

    assert [ended[number].end for number in range(3)] == ["bug", "done", "done"]
    assert "ZeroDivisionError" in ended[0].bug


def who(task: int) -> Iterator[int]:
    yield os.getpid()


def test_a_worker_makes_room_for_a_fresh_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_TASKS", 3)
    made = Counter(outcome.parts[0] for outcome in pool.run(who, range(20), 2))

    assert made.total() == 20
    assert max(made.values()) == 3


def linger(mark: str) -> Iterator[str]:
    Path(mark).write_text(str(os.getpid()), "utf-8")
    time.sleep(60)
    yield ""


@linux
def test_no_worker_outlives_the_one_who_watches(tmp_path: Path) -> None:
    """Else it could put an old page over a new one that the next build made."""
    mark = tmp_path / "worker"
    code = f"from guides import pool; from tests.test_chaos import linger; \
list(pool.run(linger, [{str(mark)!r}], 1))"
    watcher = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    while not (mark.exists() and mark.read_text("utf-8")):
        time.sleep(0.02)
    worker = Path(f"/proc/{mark.read_text('utf-8')}")
    assert worker.exists()
    watcher.kill()
    watcher.wait()

    for _ in range(100):
        if not worker.exists() or "Z" in (worker / "stat").read_text().split()[2]:
            return
        time.sleep(0.05)
    pytest.fail("it still works")


def in_the_way(monkeypatch: pytest.MonkeyPatch, of: str, power: int | None) -> None:
    """End the worker that makes the guide of a text, or raise what nobody foresaw."""
    if not pool.can_fork():
        pytest.skip("only a forked worker has what a test puts in the way")
    real = making.make

    def make(job: making.Job) -> Iterator[making.Made]:
        if job.seed.stem == of:
            if power is None:
                raise LookupError("nobody foresaw this")
            os.kill(os.getpid(), power)
        yield from real(job)

    monkeypatch.setattr(making, "make", make)


def test_a_text_that_is_set_aside_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_way(monkeypatch, "north", signal.SIGKILL)

    result = invoke("build", "--edition", "exit-tickets", "--jobs", "2")

    assert result.exit_code == 1
    assert "seeds/north.txt: error: this text ended the program" in result.stderr
    assert "[set-aside]" in result.stderr
    assert result.stdout.count("written") == 2


def test_a_mistake_of_ours_in_one_text_is_told_after_the_others_are_made(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way(monkeypatch, "mill", None)

    result = invoke("build", "--edition", "exit-tickets", "--jobs", "2")

    assert "seeds/mill.txt: error: this text met a mistake in this program" in result.stderr
    assert result.stdout.count("written") == 2
    assert "nobody foresaw this" in str(result.exception)
