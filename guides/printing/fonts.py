"""Our own fonts, and no others.

Pango asks fontconfig for fonts, and fontconfig would offer whatever this machine happens to
have: the same guide would look different on every desk, and with no font at all WeasyPrint
dies without a word. So fontconfig is given settings of our own, which know the folders of
our font packages and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from importlib.util import find_spec
from pathlib import Path

from guides import kept
from guides.problems import Failed, Problem

PACKAGES = ("font_source_serif_pro", "font_source_sans_pro", "font_lato", "font_caladea")

# The packages hold every style twice; one kind must go, and TrueType prints smaller files.
_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
<selectfont><rejectfont><glob>*.otf</glob></rejectfont></selectfont>
<alias><family>serif</family><prefer><family>Source Serif Pro</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>Source Sans Pro</family></prefer></alias>
</fontconfig>
"""


def font_folders() -> tuple[Path, ...]:
    """Return the folder of each font package.

    Raises:
        Failed: Packages are missing or hold no fonts; one problem each.
    """
    found = {package: _folder(package) for package in PACKAGES}
    missing = [package.replace("_", "-") for package, folder in found.items() if not folder]
    if missing:
        raise Failed(
            Problem("no-fonts", f"there are no fonts in `{name}`", hint=f"install `{name}`")
            for name in missing
        )
    return tuple(folder for folder in found.values() if folder)


def _folder(package: str) -> Path | None:
    spec = find_spec(package)
    places = (spec.submodule_search_locations or ()) if spec else ()
    folders = (Path(place) / "files" for place in places)
    return next((folder for folder in folders if any(folder.glob("*.ttf"))), None)


@contextmanager
def only_fonts_in(folders: Sequence[Path]) -> Iterator[None]:
    """Let fontconfig see only *folders* while it is asked for its settings."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(_settings_file(folders))
    try:
        yield
    finally:
        os.environ.pop("FONTCONFIG_FILE")
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before


def _settings_file(folders: Sequence[Path]) -> Path:
    """Return the settings file for *folders*, written where it is not there yet."""
    listed = "\n".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders)
    name = hashlib.sha256(f"{_SETTINGS}{listed}".encode()).hexdigest()[:16]
    home = _cache_folder(f"fonts-{name}")
    text = _SETTINGS.format(folders=listed, cache=escape(str(home)))
    file = home / "fonts.conf"
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        _write_whole(file, text)
    return file


def _cache_folder(name: str) -> Path:
    """Return a folder to write to that belongs to the user, never to a project."""
    return kept.folder(name) or Path(tempfile.mkdtemp(prefix="guides-"))


def _write_whole(file: Path, text: str) -> None:
    """Write *text* so that no other process ever reads half of it."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=file.parent, delete=False
    ) as handle:
        handle.write(text)
    Path(handle.name).replace(file)
