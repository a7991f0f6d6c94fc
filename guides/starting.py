"""Starting out: a new project folder, and a look at what this computer lacks."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from guides.files import holds
from guides.making import write_atomically
from guides.printing import fonts
from guides.problems import Failed, Problem
from guides.project import shown

_SEED = """\
---
title: The Bench by the Library
author: Write the author's name here
publisher:
---
Last spring the town took away the bench beside the library door. "It was blocking the path," \
said the head of the works department.

But people had used that bench for forty years. Older visitors rested there on the way to the \
shops, and teenagers met there after school.

Now a group of neighbours has asked the council to bring it back. The council has not answered.
"""

_SETTINGS = """\
# What is the same for all your guides. Take away the `# ` before a line to use it.
# What you type after `guides build` wins over this file.

# school: The name of your school or group
# logo: logo.png
# logo_alt: What the logo shows, in a few words
# class_name: Grade 8
# date: 3 March
# fields: [Name, Date, Group]
# paper: letter
# theme: modern
# presets: [ink-saver, grayscale]
# pages: 2
# support: b
# plans: [classroom-45]
"""

_README = """\
# Our guides

- `seeds/` holds the texts, one a file (.txt or .md). Lines between `---` at the top are yours.
- `guides build` prints every text in it to `output/`.
- `guides.yaml` says what is the same for all of them: your school, its logo, the paper, …
- `templates/` is for prompts and plans of your own; it starts empty, and what is in it wins
  over what comes with the program. `guides list plans` shows what there is.
"""

_FILES = (("README.md", _README), ("guides.yaml", _SETTINGS), ("seeds/the-bench.md", _SEED))

_TRIAL = (
    "from guides import printing; "
    "assert printing.print_pdf('<html lang=en><title>t</title><h1>t</h1></html>')[:4] == b'%PDF'"
)


def new(folder: Path) -> Iterator[str]:
    """Make a project in *folder*, yielding each file as it is written.

    Raises:
        Failed: There is something in the folder already.
    """
    if holds(folder.exists) and (not folder.is_dir() or holds(lambda: any(folder.iterdir()))):
        hint = "name a folder that does not exist yet"
        raise Failed([Problem("not-empty", "there is something here", name=str(folder), hint=hint)])
    for name, text in _FILES:
        write_atomically(folder / name, text.encode(), "name another folder")
        yield shown(folder / name)
    (folder / "templates" / "prompts").mkdir(parents=True)


def doctor() -> Iterator[tuple[bool, str]]:
    """Yield, for each thing that printing needs, whether it is here and what to do."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    yield sys.version_info >= (3, 11), f"Python {version} (3.11 or newer)"
    packages = " ".join(fonts.PACKAGES).replace("_", "-")
    yield _fonts(), f"fonts (pip install {packages})"
    # In a child: without its libraries, or with no font at all, the printer can crash.
    trial = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", _TRIAL], capture_output=True, text=True, check=False, timeout=120
    )
    last = (trial.stderr.strip().splitlines() or ["it stopped without a word"])[-1]
    yield (
        trial.returncode == 0,
        (
            "Pango and a trial page"
            if trial.returncode == 0
            else f"Pango: run ./run build, or install pango (Debian: libpango-1.0-0 "
            f"libpangoft2-1.0-0 libharfbuzz-subset0). The trial page said: {last}"
        ),
    )


def _fonts() -> bool:
    try:
        return bool(fonts.font_folders())
    except Failed:
        return False
