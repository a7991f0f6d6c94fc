"""What tests of whole builds share: a project of three texts, and builds as a shell runs them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guides.cli import guides

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("mill", "north", "west")
SEED = """\
The clock on {place} Street stopped in March. "It cost more to mend than to leave alone," said \
Peter Hall, who runs the works department.

But shopkeepers say that about 200 people a day used to set their watches by it. They have \
called on the council to mend it before winter.

The council has not answered yet. Two other towns have mended their clocks.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project of three short texts, and work in it."""
    folder = tmp_path / "project"
    (folder / "seeds").mkdir(parents=True)
    for name in NAMES:
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
    """Build as a shell would; return the lines that are printed, and the problems."""
    out, err = start(*words, **more).communicate(timeout=100)
    return out.splitlines(), err


def invoke(*words: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(guides, words)


def prints(folder: Path) -> dict[str, str]:
    """Return every PDF below a folder with its digest; there is at least one."""
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.pdf")
    }
    assert found
    return found
