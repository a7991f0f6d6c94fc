"""A build as a whole: nothing twice, and the same with any number of jobs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest

from guides import build, fingerprints, making, manifest, pool
from guides.fingerprints import Inventory
from guides.options import Options
from guides.printing.fonts import font_folders
from guides.problems import Problem, show
from guides.project import Project, care_texts
from guides.source import Source, Span
from tests.builds import ROOT, SEED, invoke, prints, project, run

__all__ = ["project"]  # a fixture


# ---------------------------------------------------------------- the finished pages


def test_finished_pages_are_looked_at_when_asked_for_and_told_again_when_nothing_changed(
    project: Path,
) -> None:
    theme = ROOT / "templates" / "themes" / "standard" / "theme.css"
    own = project / "templates" / "themes" / "standard" / "theme.css"
    own.parent.mkdir(parents=True)
    own.write_text(theme.read_text("utf-8") + ".how-to { font-size: 7pt }", "utf-8")
    words = ("build", "--edition", "handout", "--check", "seeds/mill.txt")

    first, second = invoke(*words), invoke(*words)

    assert "mill-classroom-45-handout.pdf: warning: page 2: " in first.stderr
    assert "is set in 7.0 pt [small-type]" in first.stderr
    assert first.stderr == second.stderr
    assert second.stdout.startswith("unchanged")
    assert "small-type" not in invoke(*[word for word in words if word != "--check"]).stderr


def test_an_unchanged_page_that_is_elsewhere_is_printed_to_be_looked_at(project: Path) -> None:
    """As on a worker of a cluster, which is told of pages and has none of them."""
    options = Options(editions=("exit-tickets",))
    job = making.Job(Project(project), project / "seeds" / "mill.txt", options, project / "out", {})
    (first,) = making.make(job)
    assert first.page
    there = replace(job, pages={first.name: first.page}, folder=project / "elsewhere")
    checked = replace(there, options=replace(options, check=True))

    assert [made.result.status for made in making.make(there)] == ["unchanged"]
    assert [made.result.status for made in making.make(checked)] == ["written"]


# ---------------------------------------------------------------- nothing twice


def test_any_number_of_jobs_gives_the_same_bytes_in_the_same_order(project: Path) -> None:
    one = run("--jobs", "1", "--output", "one")
    two = run("--jobs", "2", "--output", "two")

    assert len(one[0]) == 3, one[1]
    assert [line.replace("two/", "one/") for line in two[0]] == one[0]
    assert prints(project / "one") == prints(project / "two")


def test_editions_of_one_text_are_dealt_out_where_processes_would_be_idle(project: Path) -> None:
    words = ("seeds/mill.txt", "--edition", "bookmark", "--edition", "cards")
    one = run("--jobs", "1", "--output", "one", *words)
    two = run("--jobs", "2", "--output", "two", *words)
    again = run("--jobs", "2", "--output", "two", *words)

    assert len(one[0]) == 3, one[1]
    assert [line.replace("two/", "one/") for line in two[0]] == one[0]
    assert prints(project / "one") == prints(project / "two")
    assert [line.split()[0] for line in again[0]] == ["unchanged"] * 3


def test_what_every_share_of_a_text_meets_is_told_once(project: Path) -> None:
    theme = project / "templates" / "themes" / "standard" / "theme.css"
    theme.parent.mkdir(parents=True)
    usual = ROOT / "templates" / "themes" / "standard" / "theme.css"
    theme.write_text(usual.read_text("utf-8") + "p { colour: red }", "utf-8")
    words = ("seeds/mill.txt", "--edition", "bookmark")
    one = run("--jobs", "1", "--output", "one", *words)
    two = run("--jobs", "2", "--output", "two", *words)

    assert one[1].count("[style-mistake]") == 1
    assert two == one


def test_a_share_that_ended_its_worker_ends_the_text() -> None:
    good, dead = pool.Outcome(4, ("a", "c")), pool.Outcome(5, (), "died")

    assert making._together(2, [good, dead]) == pool.Outcome(2, (), "died")


def test_hash_seed_time_zone_and_language_change_no_byte(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = ("--edition", "handout", "--edition", "facilitator-guide")
    here, problems = run("--output", "here", *editions)
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / "cache"))
    run("--output", "there", *editions)

    assert len(here) == 9, problems
    assert prints(project / "there") == prints(project / "here")


def test_an_unchanged_project_is_checked_without_the_printer(project: Path) -> None:
    run()
    code = (
        "import sys; from click.testing import CliRunner; from guides.cli import guides; "
        "r = CliRunner().invoke(guides, ['build', '--edition', 'exit-tickets']); print(r.stdout); "
        "print(sorted({'weasyprint', 'jinja2', 'pydantic', 'yaml', 'ftfy', 'guides.model', "
        "'multiprocessing', 'importlib.metadata'} & set(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    environment.pop("COVERAGE_PROCESS_CONFIG", None)  # measuring imports more than we do
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


def test_a_font_that_is_added_reaches_pages_that_are_there(project: Path) -> None:
    words = ("build", "--edition", "exit-tickets", "seeds/mill.txt")
    invoke(*words)
    fonts = project / "templates" / "fonts"
    fonts.mkdir(parents=True)
    font = next(font_folders()[0].glob("*.ttf"))
    (fonts / font.name).write_bytes(font.read_bytes())
    second, third = invoke(*words), invoke(*words)

    assert second.stdout.startswith("written"), second.stderr
    assert third.stdout.startswith("unchanged")


@pytest.mark.parametrize(
    ("package", "status"), [("weasyprint-70.1", "written"), ("click-99.0", "unchanged")]
)
def test_a_new_printer_prints_pages_anew_and_another_new_package_does_not(
    project: Path, monkeypatch: pytest.MonkeyPatch, package: str, status: str
) -> None:
    words = ("build", "--edition", "exit-tickets", "seeds/mill.txt")
    invoke(*words)
    installed = f"{fingerprints.packages()} {package}.dist-info"
    monkeypatch.setattr(fingerprints, "packages", lambda: installed)
    monkeypatch.setattr(fingerprints, "printer", fingerprints.printer.__wrapped__)

    assert invoke(*words).stdout.startswith(status)


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


@pytest.mark.parametrize("name", ["seeds/mill.txt", "seeds/mill.notes", "guides.yaml"])
def test_what_was_changed_and_put_back_while_pages_were_made_is_read_again(
    project: Path, name: str
) -> None:
    here, options = Project(project), Options(editions=("exit-tickets",))
    file = project / name
    file.touch()
    before = file.read_bytes()

    def make(jobs: Sequence[making.Job], workers: int) -> Iterator[pool.Outcome]:
        file.write_bytes(before + b"\n")
        yield from making.make_all(jobs, workers)
        file.write_bytes(before)

    def keys() -> set[str]:
        return set(manifest.Manifest.load(here.output).jobs)

    seeds = here.seeds[:1]
    list(build.build(here, seeds, options, make=make))
    meanwhile = keys()
    list(build.build(here, seeds, options))

    assert not meanwhile
    assert len(keys()) == 1


def test_another_program_reads_a_file_anew(tmp_path: Path) -> None:
    """What it makes of a seed, such as which readings that names, may be something else."""
    (tmp_path / "a").write_text("one", "utf-8")
    found = fingerprints.inventory([tmp_path])
    found.newest = 0
    seen = fingerprints.Seen()
    seen.fingerprint("a", found, lambda _: "first", "program 1")
    known = fingerprints.Seen(seen.settled())

    assert known.fingerprint("a", found, lambda _: "second", "program 1") == "first"
    assert known.fingerprint("a", found, lambda _: "second", "program 2") == "second"


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
        "check": True,
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


@pytest.mark.parametrize("absolute", [False, True])
def test_nothing_outside_the_output_folder_is_removed_whatever_the_journal_says(
    project: Path, absolute: bool
) -> None:
    invoke("build", "--edition", "exit-tickets")
    mine = project.parent / "mine.txt"
    mine.write_bytes(b"mine")
    name = str(mine) if absolute else "../../mine.txt"
    now = mine.stat()
    page = ["html", 1, manifest.digest(b"mine"), now.st_size, now.st_mtime_ns]
    entry = {"format": "guides-1", "job": "", "from": "", "made": [], "pages": {name: page}}
    with (project / "output" / manifest.NAME).open("a", encoding="utf-8") as journal:
        journal.write(json.dumps(entry) + "\n")
    cleaned = invoke("build", "--clean")

    assert cleaned.exit_code == 0, cleaned.output
    assert "mine.txt" not in cleaned.output
    assert mine.read_bytes() == b"mine"


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


def test_a_layout_that_prints_a_facilitators_note_is_not_printed(project: Path) -> None:
    seed = "lgbtqi-communities-in-chechnya.txt"
    (project / "seeds" / seed).write_bytes((ROOT / "seeds" / seed).read_bytes())
    script = care_texts(Project(ROOT).library()).scripts[0].say
    page = (ROOT / "templates" / "layouts" / "exit-tickets.html.j2").read_text("utf-8")
    own = project / "templates" / "layouts" / "exit-tickets.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text(page.replace("</section>", f"<p>{script}</p></section>"), "utf-8")

    _, err = run("seeds/" + seed)

    assert "[leaked-note]" in err
    assert not list(project.glob("output/*/*.pdf"))
