"""Our printing against others', on the same pages: plain WeasyPrint, Chromium, Typst.

The pages are those of 32 handouts, each of another text. Ours are tagged, PDF/UA-1 and PDF/A-3a,
and printed by two processes; the others print one page after another in one warm process, as
whoever uses them first would do. All see our fonts. In each round they take turns.

Chromium is looked for on the PATH. Typst is asked of the Python that `GUIDES_TYPST` names, or of
this one: it is no package of ours.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from time import perf_counter
from typing import Any

from bench import shell
from bench.building import TEXT
from bench.core import ROOT, Skipped

ROUNDS = 3
GUIDES = 32
WORDS = 1_550
_SEEDS = ("a-bridge-has-two-ends.txt", "library-saturdays.md", "the-lamp-keeper.md")
Row = tuple[str, str, list[float]]
Times = tuple[float, float]  # by the clock, and of processors


def texts(count: int, words: int = WORDS) -> Iterator[str]:
    """Yield texts of so many words, each with the paragraphs in another order and other names."""
    whole = [(ROOT / "seeds" / name).read_text("utf-8") for name in _SEEDS]
    parts = [re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL) for text in whole]
    paragraphs = [one for text in parts for one in text.strip().split("\n\n")]
    for number in range(count):
        more = [TEXT.format(place=f"Number {number * 8 + street}") for street in range(8)]
        order = [*paragraphs[number % len(paragraphs) :], *paragraphs[: number % len(paragraphs)]]
        pool = [one for pair in zip(order, more * len(order), strict=False) for one in pair]
        taken: list[str] = []
        length = 0
        while length < words:
            one = pool[len(taken) % len(pool)]
            taken.append(one)
            length += len(one.split())
        yield "\n\n".join(taken) + "\n"


def rows() -> Iterator[Row]:
    """Yield the figures."""
    with tempfile.TemporaryDirectory(prefix="guides-rivals-") as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        project = _project(folder)
        pages = folder / "pages"
        lengths = _lay_out(project, pages)
        yield f"pages of each of the {GUIDES} handouts", "pages", [float(n) for n in lengths]
        yield from _all_against_all(project, pages)
        yield from _editions(project)
        yield from _cold(project, pages)


def _project(folder: Path) -> Path:
    (folder / "seeds").mkdir(parents=True)
    for number, text in enumerate(texts(GUIDES)):
        (folder / "seeds" / f"text-{number:02}.txt").write_text(text, "utf-8")
    return folder


def _lay_out(project: Path, pages: Path) -> list[int]:
    """Write the HTML of every handout as we print it; return how many pages each has."""
    from guides import printing

    class Keeping(printing.Press):
        """A press that keeps the page that it printed."""

        html = ""

        def _write(self, html: str, document: Any) -> printing.Printed:
            self.html = html
            return super()._write(html, document)

    pages.mkdir()
    press, lengths = Keeping(), []
    for seed, lay in guides_of(project, ("handout",)):
        lengths.append(press.print_to_fit(lay).pages)
        (pages / f"{seed.stem}.html").write_text(press.html, "utf-8")
    return lengths


def guides_of(project: Path, editions: tuple[str, ...], most: int = GUIDES) -> Iterator[Any]:
    """Yield a seed and what lays its guide out, for every seed and edition."""
    from guides import layout, pipeline
    from guides.project import DEFAULT_PLAN, Project, care_texts, read_seed

    here = Project(project)
    library, templates = here.library(), here.page_templates()
    care, plan = care_texts(library), library.plans[DEFAULT_PLAN]
    for seed in here.seeds[:most]:
        guide = pipeline.make(read_seed(seed), library, plan, care)
        for edition in editions:
            yield seed, partial(_laid, layout.lay_out, guide, edition, templates)


def _laid(
    lay_out: Any, guide: Any, edition: Any, templates: Any, more: int = 0, setting: str = ""
) -> str:
    return str(lay_out(guide, edition, templates, more_lines=more, setting=setting))


# ---------------------------------------------------------------- all against all

# Each says how many seconds it took by the clock, and how many of processor time.
_CLOCK = """\
import pathlib, resource, sys, time
def now():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return time.perf_counter(), sum(one.ru_utime + one.ru_stime for one in used)
"""
_STOCK = """\
import logging, weasyprint
logging.disable()
pages = [page.read_text() for page in sorted(pathlib.Path(sys.argv[1]).glob("*.html"))]
weasyprint.HTML(string=pages[0]).write_pdf()
begun = now()
for page in pages:
    weasyprint.HTML(string=page).write_pdf()
print(*(after - before for after, before in zip(now(), begun)))
"""
_OURS = """\
from guides import pool, printing
def work(page):
    yield len(printing.print_pdf(page.read_text()))
pages = sorted(pathlib.Path(sys.argv[1]).glob("*.html"))
printing.preload()
begun = now()
assert all(outcome.end == "done" for outcome in pool.run(work, pages, 2))
print(*(after - before for after, before in zip(now(), begun)))
"""


def _all_against_all(project: Path, pages: Path) -> Iterator[Row]:
    stock: list[Times] = []
    ours: list[Times] = []
    built: list[Times] = []
    others: dict[str, list[float]] = {"Chromium, one warm browser": [], "Typst, warm": []}
    missing: dict[str, str] = {}
    makers = [_time_chromium, _time_typst]
    for number in range(ROUNDS):
        stock.append(_timed(_STOCK, pages))
        ours.append(_timed(_OURS, pages))
        words = ("--edition", "handout", "--jobs", "2", "--output", f"out-{number}")
        built.append(_run([sys.executable, "-m", "guides", "build", *words], project))
        for (name, times), measure in zip(others.items(), makers, strict=True):
            if name not in missing:
                try:
                    times.append(measure(pages))
                except Skipped as reason:
                    missing[name] = str(reason)
    what = f"{GUIDES} guides, two processes, PDF/UA-1 and PDF/A-3a"
    wall, loop = [time for time, _ in ours], [time for time, _ in stock]
    yield f"{what} / plain serial loop of WeasyPrint (aim 0.33)", "", _ratios(wall, loop)
    used, theirs = [used for _, used in ours], [used for _, used in stock]
    yield (
        "the same in processor time, halved, as on two idle cores",
        "",
        _ratios([time / 2 for time in used], theirs),
    )
    whole = [used / 2000 for _, used in built]
    yield (
        "`guides build` of them from the shell / the loop, likewise halved",
        "",
        _ratios(whole, theirs),
    )
    for name, times in others.items():
        note = f", skipped: {missing[name]}" if name in missing else ""
        yield f"{what} / {name}{note}", "", _ratios(wall, times)
    yield (
        "plain serial loop of WeasyPrint, CPU of a guide",
        "ms",
        [1000 * t / GUIDES for t in theirs],
    )
    yield "ours, CPU of a guide", "ms", [1000 * t / GUIDES for t in used]


def _ratios(ours: list[float], others: list[float]) -> list[float]:
    return [one / other for one, other in zip(ours, others, strict=False)]


def _timed(program: str, pages: Path, python: str = sys.executable) -> Times:
    """Return the times that a program in a process of its own says it took."""
    with _our_fonts():
        done = subprocess.run(  # noqa: S603  our own program
            [python, "-c", _CLOCK + program, str(pages)],
            env=shell.environment(),
            check=True,
            capture_output=True,
            text=True,
        )
    wall, used = map(float, done.stdout.split())
    return wall, used


@contextmanager
def _our_fonts() -> Iterator[None]:
    from guides.printing.fonts import font_folders, only_fonts_in

    with only_fonts_in(font_folders()):
        yield


# ---------------------------------------------------------------- Chromium


class Browser:
    """A headless Chromium, told what to do through a pipe; its pages come back as PDF."""

    def __init__(self, program: str) -> None:
        """Start it; `orders` and `answers` are its file descriptors 3 and 4."""
        orders, self._orders = os.pipe()
        self._answers, answers = os.pipe()
        switches = "--headless --no-sandbox --disable-gpu --remote-debugging-pipe about:blank"
        line = f"exec {shlex.quote(program)} {switches} 3<&{orders} 4>&{answers}"
        self._process = subprocess.Popen(  # noqa: S603  the browser that is here
            ["/bin/bash", "-c", line], pass_fds=(orders, answers),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(orders)
        os.close(answers)
        self._said, self._number = b"", 0
        target = self.do("Target.createTarget", url="about:blank")["targetId"]
        attached = self.do("Target.attachToTarget", targetId=target, flatten=True)
        self._session: str = attached["sessionId"]
        self.do("Page.enable", self._session)

    def print(self, page: Path) -> bytes:
        """Return the PDF of a page, tagged, on the paper that its style asks for."""
        self.do("Page.navigate", self._session, url=page.as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass
        made = self.do(
            "Page.printToPDF", self._session, preferCSSPageSize=True, generateTaggedPDF=True
        )
        return base64.b64decode(made["data"])

    def do(self, method: str, session: str = "", **more: Any) -> Any:
        """Give an order and return what comes of it."""
        self._number += 1
        order = {"id": self._number, "method": method, "params": more}
        if session:
            order["sessionId"] = session
        os.write(self._orders, json.dumps(order).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                return answer["result"]

    def _next(self) -> Any:
        while b"\0" not in self._said:
            part = os.read(self._answers, 1 << 20)
            if not part:
                raise Skipped("the browser ended")
            self._said += part
        answer, _, self._said = self._said.partition(b"\0")
        return json.loads(answer)

    def close(self) -> None:
        """End the browser."""
        self._process.terminate()
        self._process.wait()
        os.close(self._orders)
        os.close(self._answers)


def _time_chromium(pages: Path) -> float:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        raise Skipped("there is no Chromium here")
    with _our_fonts():
        browser = Browser(program)
    try:
        files = sorted(pages.glob("*.html"))
        browser.print(files[0])  # warms it up
        begun = perf_counter()
        for file in files:
            browser.print(file)
        return perf_counter() - begun
    finally:
        browser.close()


# ---------------------------------------------------------------- Typst

_TYPST = """\
import typst
folder = pathlib.Path(sys.argv[1])
fonts = (folder / "fonts").read_text().split("\\n")
files = sorted(folder.glob("*.typ"))
typst.compile(files[0], font_paths=fonts, ignore_system_fonts=True)
begun = now()
for file in files:
    typst.compile(file, font_paths=fonts, ignore_system_fonts=True)
print(*(after - before for after, before in zip(now(), begun)))
"""
_TYPST_HEAD = """\
#set page(paper: "us-letter", margin: (left: 30mm, right: 66mm, y: 20mm), numbering: "1 of 1")
#set text(font: "Source Serif Pro", size: 11pt)
#set par(justify: true)
"""
_HEADINGS = {"h1": "=", "h2": "==", "h3": "==="}


class Typed(HTMLParser):
    """The words of a page as Typst has them: headings, paragraphs, lines to write on."""

    def __init__(self) -> None:
        """Begin with the settings."""
        super().__init__()
        self.parts = [_TYPST_HEAD]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph where a block begins."""
        if tag in ("style", "script", "title", "svg"):
            self._silent += 1
        elif tag in _HEADINGS:
            self.parts.append(f"\n\n{_HEADINGS[tag]} ")
        elif tag in ("p", "li", "tr", "div", "section", "blockquote"):
            self.parts.append("\n\n")
        if ("class", "line") in attrs:
            self.parts.append("#v(7mm)#line(length: 100%, stroke: 0.6pt)\n\n")

    def handle_endtag(self, tag: str) -> None:
        """Hear again after what is not for reading."""
        if tag in ("style", "script", "title", "svg"):
            self._silent -= 1
        elif tag in _HEADINGS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Take the words, with what would mean something to Typst escaped."""
        if not self._silent:
            words = re.sub(r"\s+", " ", data)
            self.parts.append(re.sub(r"([\\#$*_`<>@=\[\]~/+-])", r"\\\1", words))


def _time_typst(pages: Path) -> float:
    from guides.printing.fonts import font_folders

    python = os.environ.get("GUIDES_TYPST", sys.executable)
    tried = subprocess.run(  # noqa: S603  a Python
        [python, "-c", "import typst"], capture_output=True, check=False
    )
    if tried.returncode:
        raise Skipped("there is no Typst here; GUIDES_TYPST can name a Python that has it")
    (pages / "fonts").write_text("\n".join(map(str, font_folders())), "utf-8")
    for file in pages.glob("*.html"):
        typed = Typed()
        typed.feed(file.read_text("utf-8"))
        file.with_suffix(".typ").write_text("".join(typed.parts), "utf-8")
    return _timed(_TYPST, pages, python)[0]


# ---------------------------------------------------------------- one guide


# Both print the pages of one guide after those of another.
_EDITIONS = """\
pages = [page.read_text() for page in sorted(pathlib.Path(sys.argv[1]).glob("*.html"))]
half = len(pages) // 2
for page in pages[:half]:
    print_pdf(page)
begun = now()
for page in pages[half:]:
    print_pdf(page)
print(*(after - before for after, before in zip(now(), begun)))
"""
_STOCK_EDITIONS = """\
import logging, weasyprint
logging.disable()
def print_pdf(page):
    weasyprint.HTML(string=page).write_pdf()
"""
_OUR_EDITIONS = "from guides.printing import print_pdf\n"


def _editions(project: Path) -> Iterator[Row]:
    """Three editions of a guide as we print them, against a plain render of each, all warm."""
    names = ("handout", "reading", "facilitator-guide")
    pages = project / "editions"
    pages.mkdir()
    for number, (_, lay) in enumerate(guides_of(project, names, 2)):
        (pages / f"{number}.html").write_text(lay(), "utf-8")
    ours, stock = [], []
    for _ in range(ROUNDS):
        ours.append(_timed(_OUR_EDITIONS + _EDITIONS, pages)[1])
        stock.append(_timed(_STOCK_EDITIONS + _EDITIONS, pages)[1])
    what = f"three editions ({', '.join(names)}) / three plain renders, CPU (aim 0.40)"
    yield what, "", _ratios(ours, stock)


_PRINT = """\
import sys
from pathlib import Path
from guides import cli, printing
printing.print_pdf(Path(sys.argv[1]).read_text("utf-8"))
cli._leave(0)
"""


def _cold(project: Path, pages: Path) -> Iterator[Row]:
    """One guide from the shell, against the command that prints the same HTML."""
    page = str(pages / "text-00.html")
    commands = {
        "stock": ["-m", "weasyprint", page, os.devnull],
        "page, our printer alone,": ["-c", _PRINT, page],
        "guide": ["-m", "guides", "build", "--edition", "handout", "seeds/text-00.txt"],
    }
    taken: dict[str, list[Times]] = {name: [] for name in commands}
    for number in range(2 * ROUNDS + 1):
        for name, words in commands.items():
            output = ["--output", f"cold-{number}"] if name == "guide" else []
            taken[name].append(_run([sys.executable, *words, *output], project))
    walls = {name: [wall for wall, _ in times[1:]] for name, times in taken.items()}
    spent = {name: [used for _, used in times[1:]] for name, times in taken.items()}
    for name in list(commands)[1:]:  # the first run keeps what the next start reads
        what = f"one {name} from the shell / the `weasyprint` command"
        yield f"{what}, CPU (aim 0.50)", "", _ratios(spent[name], spent["stock"])
        yield f"{what}, by the clock", "", _ratios(walls[name], walls["stock"])


def _run(command: list[str], folder: Path | None = None) -> Times:
    """Run a program and return the times that it took."""

    def work() -> None:
        subprocess.run(  # noqa: S603  our own program, and the one it is measured against
            command,
            cwd=folder,
            env=shell.environment(),
            check=True,
            capture_output=True,
        )

    with _our_fonts():
        begun = perf_counter()
        used = shell.spent(work)
        return 1000 * (perf_counter() - begun), used
