"""Building on workers that are processes of their own, some of which are killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("distributed", reason="the extra `guides[cluster]` is not installed")

import fsspec
from distributed import KilledWorker
from fsspec.implementations.memory import MemoryFileSystem

from guides import build, cluster, manifest, stores
from guides.fingerprints import Beside
from guides.making import Job, Made
from guides.manifest import Page
from guides.options import Options
from guides.pool import Outcome
from guides.problems import Failed, Problem, show
from guides.project import Project
from guides.results import Result
from guides.source import Source, Span
from tests.builds import ROOT, SEED, invoke, prints, project, run, start

__all__ = ["project"]  # a fixture

linux = pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
TICKETS = Options(editions=("exit-tickets",))


class Cluster:
    """A scheduler and two workers on this computer; who kills a worker gets another."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.folder = folder
        self.started: list[subprocess.Popen[bytes]] = []
        self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0")
        self._start("dask_worker", "--nworkers", "2", "--nthreads", "1")

    @property
    def address(self) -> str:
        for _ in range(600):
            with suppress(OSError, ValueError):
                return str(json.loads(self.file.read_text("utf-8"))["address"])
            time.sleep(0.1)
        pytest.fail("the scheduler does not start")

    def _start(self, program: str, *words: str) -> None:
        command = [sys.executable, "-m", f"distributed.cli.{program}", "--no-dashboard"]
        command += ["--scheduler-file", str(self.file), *words]
        log = (self.folder / f"{program}.log").open("wb")
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        environment.pop("COVERAGE_PROCESS_CONFIG", None)
        self.started.append(
            subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, env=environment)
        )
        log.close()

    def workers(self) -> list[int]:
        """Return the processes that work, which one that is never killed watches over."""
        watcher = f"PPid:\t{self.started[1].pid}\n"
        return [
            int(status.parent.name)
            for status in Path("/proc").glob("[0-9]*/status")
            if watcher in said(status) and "spawn_main" in said(status.with_name("cmdline"))
        ]

    def stop(self) -> None:
        for process in reversed(self.started):
            process.terminate()
        for process in self.started:
            process.wait(30)


def said(file: Path) -> str:
    """Return what is told of a process, nothing of one that is gone."""
    with suppress(OSError):
        return file.read_text("utf-8")
    return ""


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    yield started
    started.stop()


def python(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, after some lines that change it."""
    whole = f"import sys; from guides import cluster, stores; {code}\nimport guides.cli as c\n\
sys.argv = ['guides', *sys.argv[1:]]; c.main()"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", whole, *words],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def more_texts(project: Path, count: int) -> None:
    for number in range(count):
        text = SEED.format(place=f"Number {number}")
        (project / "seeds" / f"text-{number}.txt").write_text(text, "utf-8")


# ---------------------------------------------------------------- the same pages


def test_workers_make_the_same_bytes_and_say_the_same_as_a_build_here(
    project: Path, workers: Cluster, tmp_path: Path
) -> None:
    """Also with words and settings of the project's own, and a text from elsewhere."""
    words = project / "templates" / "words" / "own.yaml"
    words.parent.mkdir(parents=True)
    words.write_text("words:\n  - word: clock\n    definition: it tells the time\n", "utf-8")
    (project / "guides.yaml").write_text("school: Mill Lane School\n", "utf-8")
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text(SEED.format(place="Far").replace("stopped", "sto\u0440ped"), "utf-8")
    both = "---\ntitle: Two clocks\nreadings: [north.txt, {}]\n---\n"
    (project / "seeds" / "both.md").write_text(both.format("west.txt"), "utf-8")
    (project / "seeds" / "one.md").write_text(both.format("wets.txt"), "utf-8")
    seeds = ["seeds/mill.txt", "seeds/both.md", str(elsewhere), "seeds/nothing.txt", "seeds/one.md"]
    here = run("--output", "here", *seeds)
    there = run("--output", "there", "--scheduler", workers.address, *seeds)
    again = run("--output", "there", "--scheduler", workers.address, *seeds[:3])

    assert len(here[0]) == 3, here[1]
    assert [line.replace("there/", "here/") for line in there[0]] == here[0]
    assert there[1].replace("there/", "here/") == here[1]
    assert there[1].count("no-such-file") == 2
    assert prints(project / "there") == prints(project / "here")
    assert [line.split()[0] for line in again[0]] == ["unchanged"] * 3


@pytest.mark.parametrize(
    ("texts", "slots", "size"),
    [(1, 8, 1), (4, 2, 2), (12, 2, 5), (300, 2, 38), (1000, 2, 50), (10**6, 64, 50)],
)
def test_batches_are_large_and_still_give_every_worker_several(
    texts: int, slots: int, size: int
) -> None:
    assert cluster.batch_size(texts, slots) == size


# ---------------------------------------------------------------- killed


@linux
def test_workers_that_are_killed_cost_time_and_no_guide(project: Path, workers: Cluster) -> None:
    more_texts(project, 9)
    run("--output", "here", "--jobs", "2")
    chance = random.Random(1)  # noqa: S311  no secret
    build = start("--output", "there", "--scheduler", workers.address)
    killed = 0
    while build.poll() is None and killed < 4:
        time.sleep(chance.uniform(0.5, 2.0))
        for worker in chance.sample(workers.workers(), k=min(1, len(workers.workers()))):
            os.kill(worker, signal.SIGKILL)
            killed += 1
    lines, problems = build.communicate(timeout=200)

    assert killed
    assert lines.count("written") == 12, problems
    assert prints(project / "there") == prints(project / "here")


def test_a_batch_that_kills_workers_is_halved_until_the_text_that_does_is_alone(
    tmp_path: Path,
) -> None:
    def kill() -> None:
        raise KilledWorker("batch", SimpleNamespace(address="tcp://worker"), 3)

    here = Project(tmp_path)
    jobs = [Job(here, tmp_path / f"{n}.txt", TICKETS, tmp_path, {}) for n in range(3)]
    crew = cluster._Crew(None, jobs, "")
    crew.out = {"first": range(3), "second": [1]}
    both = list(crew._taken(SimpleNamespace(key="first", result=kill)))
    alone = list(crew._taken(SimpleNamespace(key="second", result=kill)))

    assert both == []
    assert [list(numbers) for numbers in crew.waiting] == [[0], [1, 2]]
    assert alone == [Outcome(1, (), "died")]


def test_a_mistake_on_a_worker_costs_the_texts_of_its_batch(tmp_path: Path) -> None:
    def slip() -> None:
        raise ZeroDivisionError("nobody foresaw this")

    crew = cluster._Crew(None, [], "", out={"first": [4, 7]})
    ended = list(crew._taken(SimpleNamespace(key="first", result=slip)))

    assert [(outcome.task, outcome.end) for outcome in ended] == [(4, "bug"), (7, "bug")]
    assert "nobody foresaw this" in ended[0].bug


@linux
def test_a_scheduler_that_is_lost_ends_the_build_with_one_problem(
    project: Path, tmp_path: Path
) -> None:
    more_texts(project, 9)
    lonely = Cluster(tmp_path)
    build = start("--output", "there", "--scheduler", lonely.address)
    while not list(project.glob("there/*/*.pdf")):
        time.sleep(0.1)
        assert build.poll() is None, build.communicate()
    lonely.started[0].kill()
    _, problems = build.communicate(timeout=200)
    lonely.stop()

    assert problems.count("[no-scheduler]") == 1, problems
    assert "Traceback" not in problems
    assert build.returncode == 1


# A build that is killed as soon as the first piece of its journal is in place.
KILLED = """
import os, signal, sys
from guides import stores
from guides.cli import guides

put = stores.Store.put

def put_and_die(store, name, data):
    put(store, name, data)
    if name.startswith("_guides/"):
        os.kill(os.getpid(), signal.SIGKILL)

stores.Store.put = put_and_die
stores._SECONDS = 0.0
guides(sys.argv[1:])
"""


@linux
def test_a_build_that_is_killed_goes_on_from_what_it_had_put_in_the_store(
    project: Path, workers: Cluster
) -> None:
    more_texts(project, 9)
    run("--output", "here", "--jobs", "2")
    words = ("--output", f"file://{project}/there", "--scheduler", workers.address)
    build = [sys.executable, "-c", KILLED, "build", "--edition", "exit-tickets", *words]
    killed = subprocess.run(build, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
    assert killed.returncode == -signal.SIGKILL
    lines, problems = run(*words)
    states = [line.split()[0] for line in lines]

    assert set(states) == {"unchanged", "written"}, problems
    assert all(line.split()[1].startswith("file:///") for line in lines)
    assert prints(project / "there") == prints(project / "here")


# ---------------------------------------------------------------- stores


@pytest.fixture
def memory() -> Iterator[str]:
    """Return the address of a folder that only this process has."""
    yield "memory://guides/out"
    fsspec.filesystem("memory").store.clear()


def kept(url: str) -> dict[str, bytes]:
    system, root = fsspec.core.url_to_fs(url)
    return {path.removeprefix(f"{root}/"): system.cat_file(path) for path in system.find(root)}


def batch(project: Path, url: str) -> list[Outcome]:
    here = Project(project)
    jobs = [Job(here, seed, TICKETS, project / "output", {}) for seed in here.seeds]
    beside = Beside()
    parcels = [cluster.parcel(job, number, beside) for number, job in enumerate(jobs)]
    return cluster.make_batch(list(filter(None, parcels)), cluster._shared(jobs[0], url))


def test_a_batch_puts_its_pages_where_they_belong(project: Path, memory: str) -> None:
    run("--output", "here")
    outcomes = batch(project, memory)

    assert [outcome.end for outcome in outcomes] == ["done"] * 3
    there = kept(memory)
    for path in project.glob("here/*/*.pdf"):
        assert there.pop(path.relative_to(project / "here").as_posix()) == path.read_bytes()
    assert there == {}


def test_a_page_that_cannot_be_put_there_is_named_and_the_others_are(
    project: Path, memory: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = MemoryFileSystem.pipe_file

    def refuse(system: MemoryFileSystem, path: str, data: bytes) -> None:
        if "north" in path:
            raise PermissionError(13, "access denied")
        real(system, path, data)

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", refuse)
    outcomes = batch(project, memory)
    said = [problem for o in outcomes for made, _ in o.parts for problem in made.result.problems]

    assert len(kept(memory)) == 2
    assert [(problem.code, problem.name) for problem in said if problem.severity == "error"] == [
        ("cannot-write", f"{memory}/north/north-classroom-45-exit-tickets.pdf")
    ]


def test_what_fails_in_passing_is_put_again(memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "_PAUSES", (0.0, 0.0))
    real, failures = MemoryFileSystem.pipe_file, [OSError("slow down"), OSError("slow down")]

    def refuse(system: MemoryFileSystem, path: str, data: bytes) -> None:
        if failures:
            raise failures.pop()
        real(system, path, data)

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", refuse)
    stores.opened(memory).put("a.pdf", b"%PDF")

    assert kept(memory) == {"a.pdf": b"%PDF"}


class Halves(MemoryFileSystem):  # type: ignore[misc]  # of a package without types
    """A place that shows half of a file while it is written, as a server for FTP does."""

    protocol = "halves"
    seen: list[str] = []  # noqa: RUF012  of one test

    def pipe_file(self, path: str, value: bytes) -> None:
        self.seen.append(path)
        super().pipe_file(path, value)


def test_where_halves_can_be_seen_a_file_gets_its_name_when_it_is_whole() -> None:
    fsspec.register_implementation("halves", Halves, clobber=True)
    store = stores.opened("halves://out")
    store.put("a/a.pdf", b"%PDF")
    there = store.sizes()
    MemoryFileSystem.store.clear()

    assert there == {"a/a.pdf": 4}
    assert Halves.seen == [f"{store.root}/a/a.pdf.part"]


def test_the_journal_of_a_store_is_read_again_and_put_together(
    memory: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "_SECONDS", -1.0)  # every line is a piece of its own
    store = stores.opened(memory)
    first = stores.journal(memory)
    for number in range(12):
        name = f"{number}/{number}.pdf"
        store.put(name, b"%PDF")
        job = manifest.Job(f"from-{number}", ((name, "digest", ()),))
        first.add(f"{number}.txt", job, {name: Page("html", 1, "digest", 4, 0)})
    pieces = len(first.pieces)
    first.tidy()
    store.put("3/3.pdf", b"other")
    store.put("_guides/.guides-77-half.part", b"who wrote this was killed")
    store.remove(["4/4.pdf"])
    second = stores.journal(memory)
    done = [second.done(f"{number}.txt", f"from-{number}") is not None for number in range(12)]

    assert pieces == 12
    assert len(second.pieces) == 1
    assert [number for number in range(12) if not done[number]] == [3, 4]
    assert second.done("5.txt", "from-6") is None


def test_a_store_that_forbids_removing_ends_no_build_and_tells_who_wants_it(
    project: Path, memory: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(system: MemoryFileSystem, path: str) -> None:
        raise PermissionError(13, "access denied")

    monkeypatch.setattr(stores, "_SECONDS", -1.0)  # every line is a piece of its own
    monkeypatch.setattr(MemoryFileSystem, "rm_file", refuse)
    journal = stores.journal(memory)
    for number in range(12):
        journal.add(f"{number}.txt", manifest.Job(f"from-{number}", ()), {})
    journal.flush()
    (result,) = build.build(Project(project), [], Options(output=memory))
    with pytest.raises(Failed) as caught:
        journal.remove(["a/a.pdf"])

    again = stores.journal(memory)
    assert again.jobs == journal.jobs
    (problem,) = caught.value.problems
    assert (problem.code, problem.name) == ("cannot-write", f"{memory}/a/a.pdf")
    assert problem.message == "cannot be removed: access denied"
    (told,) = result.problems
    assert (told.code, told.severity) == ("journal-in-pieces", "warning")
    assert told.message == "the journal stays in pieces: cannot be removed: access denied"
    assert len(again.pieces) == 12
    assert again.tidy() == ()
    assert len(stores.journal(memory).pieces) == 12

    monkeypatch.undo()

    assert again.tidy() == ()
    last = stores.journal(memory)
    assert (len(last.pieces), last.jobs) == (1, journal.jobs)


def test_what_no_build_makes_any_more_is_removed_from_a_store_with_clean(
    project: Path, workers: Cluster
) -> None:
    words = ("--output", f"file://{project}/there", "--scheduler", workers.address)
    invoke("build", *words[:2])  # a usage error, and nothing is made
    run(*words)
    (project / "seeds" / "mill.txt").unlink()
    told = python("", "build", "--clean", *words)

    old = "there/mill/mill-classroom-45-exit-tickets.pdf"
    assert f"removed file://{project}/{old}" in told.stdout
    assert not (project / old).exists()


# ---------------------------------------------------------------- what a user can get wrong


def test_without_the_extra_there_is_one_problem_with_the_line_that_installs_it(
    project: Path,
) -> None:
    for module in ("distributed", "fsspec"):
        done = python(
            f"sys.modules[{module!r}] = None",
            "build", "--scheduler", "tcp://127.0.0.1:1", "--output", "memory://out",
        )  # fmt: skip

        assert done.returncode == 1, done.stderr
        assert done.stderr.count("[package-missing]") == 1
        assert f"takes the package {module}" in done.stderr
        assert f"{sys.executable} -m pip install distributed fsspec" in done.stderr


def test_an_address_that_nothing_here_can_write_to_is_one_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(Failed) as unknown:
        stores.opened("nowhere://bucket")
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(Failed) as missing:
        stores.opened("s3://bucket/guides")

    assert [problem.code for problem in unknown.value.problems] == ["no-such-store"]
    (problem,) = missing.value.problems
    assert problem.code == "package-missing"
    assert "pip install s3fs" in problem.hint


def test_a_scheduler_that_is_not_there_or_has_no_workers_is_one_problem(
    project: Path, tmp_path: Path
) -> None:
    gone = python("cluster._SECONDS = 1", "build", "--scheduler", "tcp://127.0.0.1:1")
    empty = python(
        "from distributed import LocalCluster; cluster._SECONDS = 1\n"
        "with LocalCluster(n_workers=0, processes=False, dashboard_address=None) as lonely:\n"
        "    sys.argv.append(lonely.scheduler_address)\n"
        "    import guides.cli as c; sys.argv[0] = 'guides'; c.main()",
        "build", "--scheduler",
    )  # fmt: skip

    assert gone.stderr.count("[no-scheduler]") == 1, gone.stderr
    assert "Traceback" not in gone.stderr
    assert empty.stderr.count("[no-workers]") == 1, empty.stderr


def test_workers_with_another_program_make_nothing(project: Path, workers: Cluster) -> None:
    done = python("cluster.program = lambda: 'other'", "build", "--scheduler", workers.address)

    assert done.returncode == 1
    assert done.stderr.count("[other-program]") == 1, done.stderr
    assert not list(project.rglob("*.pdf"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--output", "s3://bucket"], "--scheduler"),
        (["--scheduler", "tcp://127.0.0.1:1", "--jobs", "2"], "its own workers"),
    ],
)
def test_options_that_contradict_each_other_are_wrong_usage(
    project: Path, words: list[str], said: str
) -> None:
    result = invoke("build", *words)

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_problem_from_a_worker_names_files_as_they_are_called_here(
    project: Path, tmp_path: Path
) -> None:
    far = tmp_path / "far" / "off.txt"
    here = Project(project)

    def named(name: str, seed: Path, url: str = "") -> str:
        job = Job(here, seed, TICKETS, project / "pages", {})
        problem = Problem("code", "message", Span(Source(name, "Words."), 0, 5), "", "error", name)
        renamed = cluster._renamed(problem, job, 7, url)
        assert renamed.span
        assert renamed.span.source.name == renamed.name
        assert show(renamed).startswith(renamed.name)
        return renamed.name

    near = project / "seeds" / "mill.txt"
    assert named("seeds/mill.txt", near) == "seeds/mill.txt"
    assert named("templates/words/own.yaml", near) == "templates/words/own.yaml"
    assert named("elsewhere/7/off.txt", far) == far.as_posix()
    assert named("output/mill/a.pdf", near) == "pages/mill/a.pdf"
    assert named("output/mill/a.pdf", near, "s3://b") == "s3://b/mill/a.pdf"
    assert named("s3://b/mill/a.pdf", near, "s3://b") == "s3://b/mill/a.pdf"


def test_a_page_that_came_back_and_cannot_be_written_is_named(project: Path) -> None:
    (project / "output").mkdir()
    (project / "output" / "mill").write_text("in the way", "utf-8")
    job = Job(Project(project), project / "seeds" / "mill.txt", TICKETS, project / "output", {})
    page = Page("html", 1, manifest.digest(b"%PDF"), 4, 0)
    made = Made(Result("written", Path("/there"), ()), "mill/a.pdf", page)
    told = cluster._Crew(None, [job], "")._received((made, b"%PDF"), 0)

    assert told.page is None
    assert [problem.code for problem in told.result.problems] == ["cannot-write"]
