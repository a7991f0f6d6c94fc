"""WeasyPrint in half the time, for whoever prints one page and goes.

Half of what the first page costs is loading: C types that are read from text each time, tools for
kinds of font that we do not have, and the style sheets of a browser. Here the types are read once
and kept, as is what the browser's sheet is parsed to, the tools wait until somebody asks for them,
and a sheet that nobody asks for is left out. What is printed is the same, byte for byte; a test
holds us to that.

All of it reaches into private parts of one version of WeasyPrint. Any other is loaded as it
comes, and so is this one where anything here goes wrong.
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import resources
from importlib.machinery import PathFinder
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from guides import kept
from guides.printing import parsed

VERSION = parsed.WEASYPRINT
_SHEETS, _BROWSER, _HINTS = "weasyprint.css", "html5_ua.css", "html5_ph.css"


@contextmanager
def loading(folder: Path | None) -> Iterator[None]:
    """Make `import weasyprint` quick in this context.

    Args:
        folder: One that stays from run to run and belongs to the user; None where there
            is none.
    """
    home = _home()
    if home is None or not sys.platform.startswith("linux"):
        yield
        return
    stand_ins = _font_tools()
    with suppress(Exception):  # whatever it is, the usual way is open
        if folder is not None and (ffi := _types(home, folder)) is not None:
            stand_ins["cffi"] = _ready_types(ffi)
    before = {name: sys.modules.get(name) for name in stand_ins}
    sys.modules |= stand_ins
    try:
        with _defaults(home, folder):
            yield
    finally:
        for name, module in before.items():
            if module is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = module


def _home() -> Path | None:
    """Return the folder of WeasyPrint, if it is the version that we know and not loaded yet."""
    if "weasyprint" in sys.modules:
        return None
    spec = PathFinder.find_spec("weasyprint", sys.path)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(place).parent / f"weasyprint-{VERSION}.dist-info").is_dir():
            return Path(place)
    return None


# ---------------------------------------------------------------- the browser's style sheets


@contextmanager
def _defaults(home: Path, folder: Path | None) -> Iterator[None]:
    """Leave out the browser's sheets while the printer is loaded, and put in what they come to.

    One is for colours and sizes in attributes, of which no page of ours makes use. What the other
    was parsed to is kept; where it is not, it is parsed now.
    """
    text = (home / "css" / _BROWSER).read_text("utf-8")
    file = folder / f"defaults-{parsed.name(text)}" if folder else None
    known = kept.read(file) if file else None
    real = resources.files

    def files(package: Any) -> Any:
        found = real(package)
        ours = getattr(package, "__name__", "") == _SHEETS
        return _Without(found, {_HINTS, _BROWSER} if known else {_HINTS}) if ours else found

    resources.files = files
    try:
        yield
    finally:
        resources.files = real
    html: Any = sys.modules["weasyprint.html"]
    sheet, counters = html.UA_STYLESHEET, html.UA_COUNTER_STYLE
    if known:
        html.UA = text
        sheet.matcher, sheet.page_rules, styles = parsed.take(known)
        counters.update(styles)
    elif file:
        with suppress(Exception):  # whatever it is, the sheet is there
            kept.write(file, parsed.put((sheet.matcher, sheet.page_rules, dict(counters))))


class _Without:
    """The folder of the browser's style sheets, in which some are empty."""

    def __init__(self, folder: Any, empty: set[str]) -> None:
        self._folder, self._empty = folder, empty

    def __truediv__(self, name: str) -> Any:
        return self if name in self._empty else self._folder / name

    def read_text(self, encoding: str) -> str:  # noqa: ARG002  its caller gives one
        return ""


# ---------------------------------------------------------------- tools for fonts


def _font_tools() -> dict[str, ModuleType]:
    """Return stand-ins for what is only used without HarfBuzz's own tools, or by variable fonts."""
    subset, variable = ModuleType("fontTools.subset"), ModuleType("fontTools.varLib")
    subset.__getattr__ = lambda name: getattr(  # type: ignore[method-assign]
        importlib.import_module("fontTools.subset"), name
    )
    instancer = ModuleType("fontTools.varLib.instancer")

    def instantiate(*arguments: Any, **options: Any) -> Any:
        real = importlib.import_module("fontTools.varLib.instancer")
        return real.instantiateVariableFont(*arguments, **options)

    instancer.instantiateVariableFont = instantiate  # type: ignore[attr-defined]
    variable.instancer = instancer  # type: ignore[attr-defined]
    tools = {module.__name__: module for module in (subset, variable, instancer)}
    return {name: module for name, module in tools.items() if name not in sys.modules}


# ---------------------------------------------------------------- types of C


def _ready_types(ffi: Any) -> ModuleType:
    """Return what stands in for `cffi`: its types are there already."""
    there = {name: getattr(ffi, name) for name in dir(ffi) if not name.startswith("__")}
    ready = type("FFI", (), {**there, "cdef": lambda *_, **__: None})
    module = ModuleType("cffi")
    module.FFI = ready  # type: ignore[attr-defined]
    return module


def _types(home: Path, folder: Path) -> Any:
    """Return the types that WeasyPrint declares, as they were kept; keep them where not."""
    import _cffi_backend

    source = (home / "text" / "ffi.py").read_bytes()
    key = hashlib.sha256(b"\0".join((source, _cffi_backend.__version__.encode(), MAGIC_NUMBER)))
    file = folder / f"types-{key.hexdigest()[:24]}"
    code = kept.read(file)
    if not isinstance(code, CodeType):
        code = _compiled(source)
        kept.write(file, code)
    names: dict[str, Any] = {"__name__": file.name}
    exec(code, names)  # noqa: S102  what cffi wrote
    return names["ffi"]


def _compiled(source: bytes) -> CodeType:
    """Return the code that makes the types which *source* declares in calls of `cdef`."""
    import tempfile

    import cffi

    ffi = cffi.FFI()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "cdef":
            ffi.cdef(ast.literal_eval(node.args[0]))
    ffi.set_source("_guides_types", None)
    with tempfile.TemporaryDirectory(prefix="guides-") as folder:
        file = Path(folder) / "types.py"
        ffi.emit_python_code(str(file))
        return compile(file.read_bytes(), file.name, "exec")
