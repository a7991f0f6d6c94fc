"""`./run` on machines that we do not have.

Each test makes up a machine: a folder of small programs that stands in for the PATH, and a
log of what they were asked to do. The real thing is `./run test`, which started this.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ORDINARY = [
    *("basename", "cat", "chmod", "cksum", "cmp", "cp"),
    *("dirname", "mkdir", "readlink", "rm", "sed", "sh"),
]

# Stands in for Python: makes an "environment" that holds itself, and notes everything else.
PYTHON = """\
case "$*" in
  *ensurepip*) exit "${UNFIT:-0}" ;;
  --version) echo "Python 3.12.0" ;;
  *sys.version*) echo "${VERSION:-3.12.0}" ;;
  *"-m venv"*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
  *) log "python $*"; echo "told: $*"; case "$*" in *"-m pip"*) exit "${OFFLINE:-0}" ;; esac ;;
esac
"""
QUIET = "exit 1\n"
NOTED = 'log "$(basename "$0") $*"\n'


@dataclass
class Machine:
    """A computer made of shell scripts, with a checkout on it."""

    folder: Path
    checkout: Path

    def has(self, name: str, body: str = NOTED) -> None:
        """Put a program on the PATH."""
        program = self.folder / "bin" / name
        log = f'log() {{ echo "$*" >>"{self.folder}/log"; }}\n'
        program.write_text(f"#!/bin/sh\n{log}{body}")
        program.chmod(0o755)

    def run(self, *words: str, script: Path | None = None, cwd: Path | None = None, **more: str):
        return subprocess.run(
            ["sh", str(script or self.checkout / "run"), *words],
            env={"PATH": str(self.folder / "bin"), "HOME": str(self.folder), **more},
            cwd=cwd or self.checkout,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=100,
        )

    @property
    def log(self) -> list[str]:
        """What the programs were asked to do, in order."""
        file = self.folder / "log"
        return file.read_text().splitlines() if file.exists() else []

    @property
    def pip_calls(self) -> int:
        return sum("-m pip" in line for line in self.log)


@pytest.fixture
def machine(tmp_path, checkout):
    """Linux with Python 3.12, no package manager, and a checkout in a path with a space."""
    place = tmp_path / "my guides"
    place.mkdir()
    for name in ["run", "pyproject.toml", "requirements.lock", "requirements-dev.lock"]:
        shutil.copy(checkout / name, place)
    (place / "seeds").mkdir()
    made = Machine(tmp_path, place)
    (tmp_path / "bin").mkdir()
    for name in ORDINARY:
        found = shutil.which(name)
        assert found, name
        (tmp_path / "bin" / name).symlink_to(found)
    made.has("uname", "echo Linux\n")
    made.has("id", "echo 1000\n")
    made.has("python3", PYTHON)
    return made


def test_the_first_call_installs_what_is_locked_and_then_does_its_job(machine):
    ran = machine.run("build", "seeds/wolves.md")

    assert ran.returncode == 0, ran.stderr
    assert "--require-hashes -r" in machine.log[0]
    assert machine.log[0].endswith("/requirements.lock")
    assert "--no-deps --no-build-isolation --editable" in machine.log[1]
    assert machine.log[2] == "python -P -m guides build seeds/wolves.md"


def test_the_second_call_starts_at_once(machine):
    machine.run("build")
    before = machine.pip_calls
    ran = machine.run("build")

    assert before == 2
    assert machine.pip_calls == before
    assert ran.stderr == ""


def test_standard_output_belongs_to_the_command(machine):
    ran = machine.run("show", "x", "--json")

    assert ran.stdout == "told: -P -m guides show x --json\n"


def test_it_works_from_any_folder_and_through_links(machine, tmp_path):
    (tmp_path / "links").mkdir()
    (tmp_path / "links/one").symlink_to("../my guides/run")
    (tmp_path / "links/two").symlink_to(tmp_path / "links/one")
    ran = machine.run("list", script=tmp_path / "links/two", cwd=Path("/"))

    assert ran.returncode == 0, ran.stderr
    assert (machine.checkout / ".venv").is_dir()


def test_away_from_any_project_the_checkout_is_meant(machine):
    machine.run("build", cwd=Path("/"))

    assert machine.log[-1] == f"python -P -m guides --project {machine.checkout} build"


def test_in_a_folder_of_a_project_that_project_is_meant(machine, tmp_path):
    (tmp_path / "mine/seeds/old").mkdir(parents=True)
    machine.run("build", cwd=tmp_path / "mine/seeds/old")

    assert machine.log[-1] == "python -P -m guides build"


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_lock_is_installed_into_the_same_environment(machine, name):
    machine.run("build")
    (machine.checkout / ".venv/kept").touch()
    with (machine.checkout / name).open("a") as file:
        file.write("\n")
    machine.run("build")

    assert machine.pip_calls == 4
    assert (machine.checkout / ".venv/kept").exists()


def test_an_environment_that_was_left_half_made_is_made_anew(machine):
    machine.run("build", OFFLINE="1")
    (machine.checkout / ".venv/broken").touch()
    ran = machine.run("build")

    assert ran.returncode == 0, ran.stderr
    assert not (machine.checkout / ".venv/broken").exists()


def test_an_environment_that_was_left_half_updated_is_made_anew(machine):
    machine.run("build")
    (machine.checkout / ".venv/broken").touch()
    with (machine.checkout / "requirements.lock").open("a") as file:
        file.write("\n")
    machine.run("build", OFFLINE="1")
    ran = machine.run("build")

    assert ran.returncode == 0, ran.stderr
    assert not (machine.checkout / ".venv/broken").exists()


def test_an_environment_whose_python_was_replaced_is_made_anew(machine):
    machine.run("build")
    (machine.checkout / ".venv/old").touch()
    ran = machine.run("build", VERSION="3.13.1")

    assert ran.returncode == 0, ran.stderr
    assert not (machine.checkout / ".venv/old").exists()


def test_a_checkout_that_was_moved_makes_its_environment_anew(machine, tmp_path):
    machine.run("build")
    (machine.checkout / ".venv/old").touch()
    moved = machine.checkout.rename(tmp_path / "elsewhere")
    ran = machine.run("build", script=moved / "run", cwd=moved)

    assert ran.returncode == 0, ran.stderr
    assert not (moved / ".venv/old").exists()


def test_only_test_installs_the_test_tools(machine):
    machine.run("build")
    machine.run("test", "tests/test_layers.py")

    assert not any("requirements-dev.lock" in line for line in machine.log[:3])
    assert any("requirements-dev.lock" in line for line in machine.log[3:])
    assert machine.log[-1] == "python -m pytest tests/test_layers.py"


def test_after_test_build_starts_at_once(machine):
    machine.run("test", "-q")
    before = machine.pip_calls
    machine.run("build")

    assert machine.pip_calls == before


def test_the_yaml_language_server_is_installed_once_and_only_where_npm_is(machine, checkout):
    editor = machine.checkout / "tests/editor"
    editor.mkdir(parents=True)
    shutil.copy(checkout / "tests/editor/package-lock.json", editor)
    machine.run("test", "-q")
    without = [line for line in machine.log if line.startswith("npm")]
    machine.has("npm", f"{NOTED}mkdir node_modules\n")
    machine.run("test", "-q")
    machine.run("test", "-q")

    assert without == []
    assert sum(line.startswith("npm ci --ignore-scripts") for line in machine.log) == 1


def test_without_the_yaml_language_server_the_other_tests_run(machine, checkout):
    editor = machine.checkout / "tests/editor"
    editor.mkdir(parents=True)
    shutil.copy(checkout / "tests/editor/package-lock.json", editor)
    machine.has("npm", QUIET)
    ran = machine.run("test", "-q")

    assert "so its test is skipped" in ran.stderr
    assert machine.log[-1] == "python -m pytest -q"


def test_without_a_connection_it_says_so_and_runs_nothing(machine):
    ran = machine.run("build", OFFLINE="1")

    assert ran.returncode == 69
    assert ran.stderr.splitlines()[-1] == "connection. Once that is settled, run this again."
    assert not any("-m guides" in line for line in machine.log)


def test_an_old_python_alone_is_not_enough(machine):
    machine.has("dnf")
    machine.has("rpm", "exit 0\n")
    ran = machine.run("build", UNFIT="1")

    assert ran.returncode == 69
    assert "Guides needs Python 3.11 or newer" in ran.stderr
    assert "PYTHON=" in ran.stderr


def test_a_python_can_be_named_even_one_in_a_folder_with_a_space(machine, tmp_path):
    (tmp_path / "bin/python3").rename(machine.checkout / "python special")
    ran = machine.run("build", PYTHON=str(machine.checkout / "python special"))

    assert ran.returncode == 0, ran.stderr


# --- one test a platform ---


def test_root_on_debian_installs_only_what_is_missing(machine):
    machine.has("id", "echo 0\n")
    machine.has("apt-get")
    machine.has("dpkg-query", 'case "$*" in *libpango-1.0-0) echo "install ok installed" ;; esac')
    ran = machine.run("build")

    assert ran.returncode == 0, ran.stderr
    assert machine.log[0] == "apt-get update -qq"
    assert machine.log[1] == (
        "apt-get install -qq -o Dpkg::Use-Pty=0 --no-install-recommends "
        "libpangoft2-1.0-0 libharfbuzz-subset0 ca-certificates"
    )


@pytest.mark.parametrize("status", ["deinstall ok config-files", "unknown ok not-installed"])
def test_a_removed_package_counts_as_missing(machine, status):
    machine.has("id", "echo 0\n")
    machine.has("apt-get")
    machine.has("dpkg-query", f'echo "{status}"')
    machine.run("build")

    assert "libpango-1.0-0" in machine.log[1]


def test_debian_without_python_gets_it_too(machine):
    (machine.folder / "bin/python3").rename(machine.folder / "python-of-the-package")
    machine.has("id", "echo 0\n")
    machine.has("dpkg-query", QUIET)
    machine.has("apt-get", f'{NOTED}cp "$HOME/python-of-the-package" "$HOME/bin/python3"\n')
    ran = machine.run("build")

    assert ran.returncode == 0, ran.stderr
    assert "python3-venv libpango-1.0-0" in machine.log[1]


def test_without_an_administrator_there_is_one_line_to_hand_to_one(machine):
    machine.has("apt-get")
    machine.has("dpkg-query", QUIET)
    ran = machine.run("build")

    assert ran.returncode == 69
    assert machine.log == []
    assert ran.stderr.splitlines()[-1] == (
        "    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -o "
        "Dpkg::Use-Pty=0 --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0 ca-certificates"
    )


def test_sudo_without_a_password_is_used(machine):
    machine.has("apt-get")
    machine.has("dpkg-query", QUIET)
    machine.has("sudo", '[ "$1" = -n ] || { log "sudo"; "$@"; }\n')
    machine.run("build")

    assert machine.log[:2] == ["sudo", "apt-get update -qq"]


def test_a_package_manager_that_fails_is_not_hidden(machine):
    machine.has("id", "echo 0\n")
    machine.has("dpkg-query", QUIET)
    machine.has("apt-get", "echo 'E: no such host' >&2; exit 100\n")
    ran = machine.run("build")

    assert ran.returncode == 69
    assert "E: no such host" in ran.stderr
    assert "This failed, for the reason above:" in ran.stderr


@pytest.mark.parametrize(
    ("manager", "query", "line"),
    [
        ("dnf", "rpm", "dnf install -y -q pango harfbuzz"),
        ("apk", None, "apk add -q pango so:libharfbuzz-subset.so.0"),
    ],
)
def test_fedora_and_alpine_use_their_own_manager(machine, manager, query, line):
    machine.has("id", "echo 0\n")
    machine.has(manager, f'case "$1" in info) exit 1 ;; esac\n{NOTED}')
    if query:
        machine.has(query, QUIET)
    ran = machine.run("build")

    assert ran.returncode == 0, ran.stderr
    assert machine.log[0] == line


def test_macos_uses_homebrew(machine):
    machine.has("uname", "echo Darwin\n")
    machine.has("brew", f'[ "$1" != list ] || exit 1\n{NOTED}')
    ran = machine.run("build")

    assert ran.returncode == 0, ran.stderr
    assert machine.log[0] == "brew install --quiet pango"


@pytest.mark.parametrize(
    ("system", "word"), [("Darwin", "Homebrew"), ("MINGW64_NT-10.0", "WSL"), ("MSYS_NT", "WSL")]
)
def test_what_it_cannot_do_it_says_plainly(machine, system, word):
    machine.has("uname", f"echo {system}\n")
    ran = machine.run("build")

    assert ran.returncode == 69
    assert word in ran.stderr
    assert machine.log == []


def test_a_system_with_no_known_manager_is_told_what_to_install(machine):
    ran = machine.run("build", UNFIT="1")

    assert ran.returncode == 69
    assert "Python 3.11 or newer, Pango, and HarfBuzz" in " ".join(ran.stderr.split())


# --- the script itself ---


def test_alone_it_says_how_it_is_used(machine):
    ran = machine.run()

    assert ran.returncode == 2
    assert "./run build [SEED...]" in ran.stderr
    assert ran.stdout == ""
    assert machine.log == []


@pytest.mark.parametrize("shell", ["sh -n", "dash -n", "bash --posix -n", "shellcheck"])
@pytest.mark.parametrize("script", ["run", ".ci/run"])
def test_the_scripts_are_plain_posix(checkout, shell, script):
    if not shutil.which(shell.split()[0]):
        pytest.skip(f"{shell.split()[0]} is not on this machine")
    ran = subprocess.run(
        [*shell.split(), script], cwd=checkout, capture_output=True, text=True, check=False
    )

    assert ran.stdout + ran.stderr == ""
    assert os.access(checkout / script, os.X_OK)
