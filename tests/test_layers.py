"""The program is a straight line, and this file holds it to that.

Imports are read from the source, not by importing, so that one in a function that no test
calls counts too.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "guides"

# A module may import from a lower layer, and from its own folder; see `allowed`.
LAYERS = {
    "source": 0,
    "problems": 1,
    "days": 1,
    "kept": 1,
    "editions": 2,
    "formats": 2,
    "misfits": 2,
    "moving": 2,
    "declared": 2,
    "patterns": 2,
    "merit": 2,
    "model": 2,
    "plain": 2,
    "records": 2,
    "pictures": 2,
    "planned": 2,
    "pointers": 2,
    "schema": 2,
    "sentences": 2,
    "ties": 1,
    "stack": 2,
    "templating": 2,
    "wishes": 2,
    "yaml_nodes": 2,
    "yaml_source": 2,
    "yaml_syntax": 2,
    "readers": 3,
    "findings": 3,
    "library": 3,
    "filling": 3,
    "framing": 2,
    "lint": 3,
    "choosing": 3,
    "session": 3,
    "layout": 3,
    "printing": 3,
    "proofs": 3,
    "exporters": 3,
    "report": 3,
    "terminal": 3,
    "cache": 4,
    "files": 4,
    "manifest": 4,
    "options": 4,
    "pool": 4,
    "stores": 4,
    "results": 4,
    "fingerprints": 4,
    "pipeline": 4,
    "together": 3,
    "tracing": 5,
    "drafts": 4,
    "seeding": 4,
    "settings": 5,
    "project": 4,
    "budget": 3,
    "build": 5,
    "batch": 5,
    "cluster": 5,
    "making": 5,
    "authoring": 5,
    "checking": 5,
    "starting": 5,
    "previewing": 5,
    "watching": 5,
    "switches": 6,
    "cli": 6,
    "gallery": 6,
    "web": 6,
    "__main__": 7,
}
STAGES = 3

# Where a package from outside may be imported. A second place needs a reason; a third is a design.
THIRD_PARTY = {
    "_cffi_backend": {"printing"},  # what weasyprint speaks to C libraries with
    "cffi": {"printing"},
    "click": {"cli", "switches"},
    "PIL": {"pictures"},
    "cssselect2": {"printing"},  # the part of weasyprint that reads selectors
    "defusedxml": {"pictures", "readers"},
    "distributed": {"cluster"},
    "fsspec": {"stores"},
    "mammoth": {"readers"},
    "pypdfium2": {"readers", "proofs"},  # proofs look at what we printed, not at what we read
    "segno": {"layout"},
    "ftfy": {"readers"},
    "jinja2": {"layout", "templating"},
    "markdown_it": {"readers"},
    "markupsafe": {"layout"},  # the part of jinja2 that knows what is escaped already
    "pydantic": {"schema"},
    "pydyf": {"printing"},  # the part of weasyprint that writes the file
    "tinycss2": {"printing"},  # the part of weasyprint that reads style sheets
    "tinyhtml5": {"printing"},  # the part of weasyprint that reads the markup
    "weasyprint": {"printing"},
    "yaml": {"schema", "yaml_source", "yaml_syntax"},
}
HEAVY = {
    "PIL",
    "defusedxml",
    "distributed",
    "fsspec",
    "ftfy",
    "jinja2",
    "mammoth",
    "markdown_it",
    "pydantic",
    "pypdfium2",
    "segno",
    "weasyprint",
    "yaml",
}

# Below the pipeline, the same seed must give the same bytes, anywhere, any day.
IMPURE_MODULES = {"asyncio", "getpass", "http", "locale", "random", "secrets", "socket", "time"}
IMPURE_CALLS = {"cwd", "getcwd", "now", "today", "urandom", "utcnow", "uuid1", "uuid4"}


@dataclass(frozen=True)
class Import:
    """One import of one module.

    Attributes:
        importer: The dotted name of the module that the statement stands in.
        target: The dotted name of what it asks for.
        at_start: It runs when *importer* is imported, not when something is called.
    """

    importer: str
    target: str
    line: int
    at_start: bool

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.target}"


def dotted_name(path: Path) -> str:
    parts = ["guides", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


TREES = {dotted_name(path): ast.parse(path.read_bytes()) for path in sorted(PACKAGE.rglob("*.py"))}


def part(module: str) -> str:
    """Return what the table calls a module: ``"readers"`` for ``"guides.readers.text"``."""
    return module.split(".")[1] if "." in module else ""


def statements(tree: ast.AST, *, at_start: bool = True) -> Iterator[tuple[ast.stmt, bool]]:
    """Yield every statement that runs, each with whether it runs on import."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        if isinstance(node, ast.stmt):
            yield node, at_start
        inside_a_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from statements(node, at_start=at_start and not inside_a_function)


def targets(module: str, node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"{module}:{node.lineno} imports by dots; write the whole name"
        base = node.module or ""
        names = [f"{base}.{alias.name}" for alias in node.names]
        # `from guides import layout` names a module, even one that is still to be written;
        # `from guides.model import Guide` names a module and something in it.
        if base == "guides":
            return [
                base if alias.name.startswith("__") else f"guides.{alias.name}"
                for alias in node.names
            ]
        return [name if name in TREES else base for name in names]
    return []


IMPORTS = [
    Import(module, target, node.lineno, at_start)
    for module, tree in TREES.items()
    for node, at_start in statements(tree)
    for target in targets(module, node)
]


def ours(item: Import) -> bool:
    return item.target.partition(".")[0] == "guides"


def allowed(importer: str, target: str) -> bool:
    """Tell whether one part of the program may know another."""
    if importer == target or "" in {importer, target}:  # "" is `guides` itself; see its test
        return True
    above, below = LAYERS.get(importer), LAYERS.get(target)
    if above is None or below is None:  # one mistake, one failure: `every module has a layer`
        return True
    return below < above or (below == above and above != STAGES)


def test_there_are_modules_and_imports_to_check():
    assert len(TREES) >= 5
    assert any(ours(item) for item in IMPORTS)


def test_every_module_has_a_layer():
    assert {part(module) for module in TREES} - {""} <= set(LAYERS)


def test_no_module_imports_from_above_and_no_stage_imports_another():
    wrong = [
        str(item)
        for item in IMPORTS
        if ours(item) and not allowed(part(item.importer), part(item.target))
    ]

    assert wrong == []


def test_the_package_itself_imports_nothing():
    """`import guides.source` runs `guides/__init__.py` first, whatever that costs."""
    assert [str(item) for item in IMPORTS if item.importer == "guides"] == []


def test_modules_of_one_layer_do_not_import_in_a_circle():
    edges = {(part(item.importer), part(item.target)) for item in IMPORTS if ours(item)}

    circles = sorted(a for a, b in edges if a != b and (b, a) in edges)
    assert circles == []


def test_each_package_from_outside_is_known_in_its_own_place_only():
    outside = [
        item
        for item in IMPORTS
        if not ours(item) and item.target.partition(".")[0] not in sys.stdlib_module_names
    ]
    wrong = [
        str(item)
        for item in outside
        if part(item.importer) not in THIRD_PARTY.get(item.target.partition(".")[0], set())
    ]

    assert wrong == []


def test_the_core_has_no_clock_no_chance_no_network_and_no_working_folder():
    core = [module for module in TREES if 0 <= LAYERS.get(part(module), -1) <= STAGES]
    calls = [
        f"{module}:{node.lineno} calls {node.func.attr}()"
        for module in core
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in IMPURE_CALLS
    ]
    imports = [
        str(item)
        for item in IMPORTS
        if item.importer in core
        and (item.target.partition(".")[0] in IMPURE_MODULES or item.target == "urllib.request")
    ]

    assert len(core) >= 3
    assert calls + imports == []


def loaded_at_start(module: str) -> set[str]:
    """Return every module of ours that importing *module* imports."""
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in TREES:
            continue
        seen.add(name)
        # Importing `guides.readers.text` runs `guides/readers/__init__.py` as well.
        waiting += [name.rpartition(".")[0]]
        waiting += [item.target for item in IMPORTS if item.importer == name and item.at_start]
    return seen


def test_the_command_line_starts_without_the_heavy_packages():
    at_start = loaded_at_start("guides.cli")
    heavy = [
        str(item)
        for item in IMPORTS
        if item.importer in at_start and item.at_start and item.target.partition(".")[0] in HEAVY
    ]

    assert "guides.cli" in at_start
    assert heavy == []


def test_help_loads_no_printer_no_templates_and_no_validator():
    """The same by running it, which also sees what other packages import."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "guides", "--help"],
        capture_output=True,
        text=True,
        check=False,
        cwd=PACKAGE.parent,
    )

    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert ran.returncode == 0, ran.stderr
    assert "click" in loaded
    assert loaded & HEAVY == set()
