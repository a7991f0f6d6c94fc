"""What reaches people who never see this checkout: the wheel, and what `pip` reads of it.

The wheel is built from the source archive, then installed into a new environment that holds
what the wheel asks for and nothing else: no pytest, no build tool, no network.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import guides

# Anything that reaches for another computer ends there and then.
NO_NETWORK = """\
import sys

def refuse(event, arguments):
    if event == "socket.getaddrinfo" or (
        event == "socket.connect" and isinstance(arguments[1], tuple)
    ):
        raise RuntimeError(f"reached for the network: {event} {arguments[1:]}")

sys.addaudithook(refuse)
"""

SEED = """\
---
title: The Ferry
author: A Neighbour
---
For thirty years the ferry crossed the river every hour. In May the county stopped it. "Nobody
used it any more," said the head of the roads office.

But the nurses of the night shift did. They have no cars, and the bridge is nine miles away. Some
of them now leave home two hours before their work begins.

Yet the county says that a ferry for forty people costs more than a bus. It has promised an answer
in the autumn. The nurses wonder whether anybody asked them.
"""


def run(*words: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a command away from this checkout: nothing of it is on the path."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PIP_", "COV"))}
    ran = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**clean, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not check or ran.returncode == 0, ran.stdout + ran.stderr
    return ran


def runtime_packages() -> list[metadata.Distribution]:
    """Return the packages that a person with the wheel has: what it asks for, all the way down."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [Requirement(line) for line in project_table()["dependencies"]]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        extras = wanted.extras or {""}
        if name in found or not (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            continue
        found[name] = metadata.distribution(wanted.name)
        for line in found[name].requires or []:
            needed = Requirement(line)
            if needed.marker is None or any(needed.marker.evaluate({"extra": e}) for e in extras):
                needed.marker = None
                waiting.append(needed)
    return list(found.values())


def project_table() -> dict[str, Any]:
    path = Path(__file__).resolve().parent.parent / "pyproject.toml"
    table: dict[str, Any] = tomllib.loads(path.read_text())["project"]
    return table


def new_environment(folder: Path, wheel: Path) -> Path:
    """Make an environment with the runtime packages and *wheel*; return its `bin`."""
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    site = next(folder.glob("lib/python*/site-packages"))
    for package in runtime_packages():
        for top in {file.parts[0] for file in package.files or [] if file.parts[0] != ".."}:
            if not (site / top).exists():
                (site / top).symlink_to(Path(str(package.locate_file(top))))
    # Not `sitecustomize`: Debian has one, and only the first is run.
    (site / "no_network.py").write_text(NO_NETWORK)
    (site / "no_network.pth").write_text("import no_network\n")
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin/python")]
    run(*pip, "install", "-q", "--no-deps", wheel, cwd=folder.parent)
    return folder / "bin"


@pytest.fixture(scope="session")
def wheel(checkout, tmp_path_factory) -> Path:
    """The wheel, built from the source archive as an index would get it."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    run(*command, checkout, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory) -> Path:
    """The `bin` of an environment that has the wheel and what it asks for, nothing else."""
    return new_environment(tmp_path_factory.mktemp("installed") / "venv", wheel)


def lines_of(lock: Path) -> dict[str, str]:
    """Return the packages of a lock file, each with its version, marker and hashes."""
    entries = re.split(r"\n(?=\S)", "\n" + lock.read_text())
    return {entry.partition("==")[0].strip(): entry for entry in entries if "==" in entry}


# --- what the files say ---


def test_the_version_is_the_same_everywhere():
    assert project_table()["version"] == guides.__version__ == metadata.version("guides")


def test_every_dependency_has_its_reason(checkout):
    text = (checkout / "pyproject.toml").read_text()
    lists = re.findall(r"^(?:dependencies|dev) = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for part in lists for line in part.splitlines()]

    named = [i for i, line in enumerate(lines) if line.startswith('"')]
    assert len(named) > 15
    assert [lines[i] for i in named if i == 0 or not lines[i - 1].startswith("# ")] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_line_of_a_lock_is_pinned_and_hashed(checkout, name):
    lock = checkout / name

    packages = lines_of(lock)
    assert len(packages) > 20
    assert [entry for entry in packages.values() if "--hash=sha256:" not in entry] == []
    assert all(re.match(r"[a-z0-9-]+==\S+", entry) for entry in packages.values())


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-dev.lock", "tests/editor/package-lock.json"]
)
def test_a_lock_names_no_place_to_fetch_from(checkout, name):
    text = (checkout / name).read_text()

    assert "--index-url" not in text
    assert "--find-links" not in text
    assert '"resolved"' not in text
    assert name.endswith(".json") or "://" not in text


def test_both_locks_agree(checkout):
    fewer = lines_of(checkout / "requirements.lock")
    more = lines_of(checkout / "requirements-dev.lock")

    assert {n: e.split()[0] for n, e in fewer.items()}.items() <= {
        n: e.split()[0] for n, e in more.items()
    }.items()


@pytest.mark.parametrize(
    ("name", "extra"), [("requirements.lock", None), ("requirements-dev.lock", "dev")]
)
def test_a_lock_holds_what_the_project_asks_for(checkout, name, extra):
    locked = lines_of(checkout / name)
    table = tomllib.loads((checkout / "pyproject.toml").read_text())
    wanted = table["project"]["dependencies"] + table["dependency-groups"]["install"]
    extras = table["project"]["optional-dependencies"]
    requirements = [*map(Requirement, wanted + (extras[extra] if extra else []))]
    for requirement in requirements:  # grows as we go: an extra can ask for another
        if requirement.name == "guides":
            requirements += [
                Requirement(one) for name in requirement.extras for one in extras[name]
            ]

    assert len(requirements) > 10
    for requirement in requirements:
        if requirement.name == "guides":
            continue
        version = locked[canonicalize_name(requirement.name)].split()[0].partition("==")[2]
        assert requirement.specifier.contains(version), requirement


# --- what the wheel holds ---


@pytest.mark.slow
def test_the_wheel_holds_the_program_and_every_template(wheel, checkout):
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = [path for path in (checkout / "templates").rglob("*") if path.is_file()]
    program = [
        path
        for path in (checkout / "guides").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]

    assert len(templates) > 10
    assert {f"guides/{path.relative_to(checkout).as_posix()}" for path in templates} <= names
    assert {path.relative_to(checkout).as_posix() for path in program} <= names


@pytest.mark.slow
def test_the_wheel_holds_nothing_else(wheel):
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert tops == {"guides", f"guides-{guides.__version__}.dist-info"}


@pytest.mark.slow
def test_the_wheel_carries_its_licence(wheel):
    folder = f"guides-{guides.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        about = archive.read(f"{folder}/METADATA").decode()
        licence = archive.read(f"{folder}/licenses/LICENSE").decode()

    assert "License-Expression: MIT" in about
    assert "The Guides authors" in licence


# --- what it does for somebody who has only the wheel ---


@pytest.mark.slow
@pytest.mark.parametrize("package", ["pytest", "hatchling", "pip", "tests"])
def test_the_new_environment_has_no_tool_of_ours(installed, package, tmp_path):
    ran = run(installed / "python", "-c", f"import {package}", cwd=tmp_path, check=False)

    assert "ModuleNotFoundError" in ran.stderr


@pytest.mark.slow
def test_the_new_environment_has_no_network(installed, tmp_path):
    """Otherwise the tests below would prove nothing."""
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    ran = run(installed / "python", "-c", code, cwd=tmp_path, check=False)

    assert "reached for the network" in ran.stderr


@pytest.mark.slow
def test_the_installed_command_answers(installed, tmp_path):
    ran = run(installed / "guides", "--help", cwd=tmp_path)

    assert "build" in ran.stdout
    assert run(installed / "guides", "--version", cwd=tmp_path).stdout.split()[-1] == (
        guides.__version__
    )


@pytest.mark.slow
def test_the_installed_command_prints_guides_in_a_folder_of_its_owner(installed, tmp_path):
    project = tmp_path / "our reading group"
    (project / "seeds").mkdir(parents=True)
    (project / "seeds/ferry.txt").write_text(SEED)
    ran = run(installed / "guides", "build", cwd=project)

    made = sorted(path.name for path in (project / "output/ferry").iterdir())
    assert made == [
        "ferry-classroom-45-facilitator-guide.pdf",
        "ferry-classroom-45-handout.pdf",
    ]
    assert ran.stdout.splitlines() == [f"written output/ferry/{name}" for name in reversed(made)]
    assert all(
        path.read_bytes().startswith(b"%PDF-") for path in (project / "output/ferry").iterdir()
    )


@pytest.mark.slow
def test_a_new_project_builds_at_once(installed, tmp_path):
    run(installed / "guides", "new", "club", cwd=tmp_path)
    run(installed / "guides", "build", cwd=tmp_path / "club")

    assert len(list((tmp_path / "club/output").rglob("*.pdf"))) >= 2


@pytest.mark.slow
def test_a_template_of_the_project_wins_over_the_one_that_ships(installed, tmp_path, checkout):
    plan = "templates/plans/classroom-45.yaml"
    (tmp_path / "seeds").mkdir()
    (tmp_path / plan).parent.mkdir(parents=True)
    text = (checkout / plan).read_text()
    title = re.search(r"^title: (.*)$", text, re.MULTILINE)
    assert title
    (tmp_path / plan).write_text(text.replace(title[0], "title: Our own evening"))
    ran = run(installed / "guides", "list", "plans", cwd=tmp_path)

    assert "Our own evening" in ran.stdout
    assert title[1] not in ran.stdout


# --- an editable install, as `./run` makes it ---


@pytest.mark.slow
def test_an_editable_install_reads_the_templates_of_its_checkout(checkout, tmp_path):
    copy = tmp_path / "a checkout"
    for name in ["guides", "templates"]:
        shutil.copytree(checkout / name, copy / name)
    for name in ["pyproject.toml", "README.md", "LICENSE"]:
        shutil.copy(checkout / name, copy)
    # What `pip install --editable` asks of the build backend.
    hook = "import sys; from hatchling.build import build_editable; build_editable(sys.argv[1])"
    run(sys.executable, "-c", hook, tmp_path, cwd=copy)
    bin_folder = new_environment(tmp_path / "venv", next(tmp_path.glob("*.whl")))
    site = next((tmp_path / "venv").glob("lib/python*/site-packages"))
    plan = copy / "templates/plans/classroom-45.yaml"
    plan.write_text(re.sub(r"(?m)^title: .*$", "title: Edited a moment ago", plan.read_text()))
    ran = run(bin_folder / "guides", "list", "plans", cwd=tmp_path)

    assert "Edited a moment ago" in ran.stdout
    assert not (site / "guides").exists()
