"""Readers: the words, headings and list items that survive a format, by two writers.

Texts of the corpus are written by pandoc, and written again by LibreOffice, in every format, and
read back. Both programs are somebody else's, so a row whose writer is not here is skipped.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.core import ROOT
from guides import pipeline, project, readers
from guides.library import Library
from guides.model import Document
from guides.problems import Failed
from guides.project import Project

FORMATS = ("docx", "odt", "rtf", "epub", "pdf", "html")
_TEXTS = ("gc09", "gc13", "how25", "int23", "sp20", "story28", "syl26", "poem27")
_SECONDS = 180


def main() -> int:
    """Print the tables; return 0, or 1 where a figure is below what is needed."""
    pages = _pages()
    return max(pages, _formats())


def _pages() -> int:
    """Say how much of the main text of saved web pages is read: shingles of four words."""
    folder = Path(os.environ.get("GUIDES_BENCHMARKS", ROOT.parent / "shared" / "benchmarks"))
    listed = folder / "html_article.dev.jsonl"
    if not listed.is_file():
        _say("web pages: skipped, there are no benchmarks beside the checkout")
        return 0
    scores = []
    for line in listed.read_text("utf-8").splitlines():
        page = json.loads(line)
        data = gzip.decompress((folder / page["file"]).read_bytes())
        read = readers.read("page.html", data)
        body = "\n".join(block.text for block in read.blocks)
        scores.append(_shingle_f1(page["articleBody"], body))
    score = sum(scores) / len(scores)
    _say(f"Main text of {len(scores)} web pages: shingle F1 {score:.3f}; at least .88\n")
    return int(score < 0.88)


def _shingle_f1(wanted: str, got: str) -> float:
    one, two = (Counter(_shingles(re.findall(r"\w+", text))) for text in (wanted, got))
    both = sum((one & two).values())
    return 2 * both / (one.total() + two.total()) if both else 0.0


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    yield from zip(*(words[place:] for place in range(4)), strict=False)


def _formats() -> int:
    sources = _sources()
    if not sources:
        _say("skipped: there is no corpus beside the checkout")
        return 0
    if shutil.which("pandoc") is None:
        _say("skipped: pandoc is not installed")
        return 0
    _say(
        "| writer | format | texts | word F1 | headings kept | list items kept "
        "| emphasis and links kept | at least |"
    )
    _say("| --- | --- | --- | --- | --- | --- | --- | --- |")
    fine = True
    with tempfile.TemporaryDirectory() as folder:
        for writer, kind, pairs in _written(Path(folder), sources):
            good = _row(writer, kind, pairs)
            fine = fine and good
        fine = _same_guide(Path(folder)) and fine
    return int(not fine)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _sources() -> list[Path]:
    folder = Path(os.environ.get("GUIDES_CORPUS", ROOT.parent / "shared" / "corpus"))
    files = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    chosen = [file for file in files if file.name.startswith(_TEXTS)]
    return [*chosen, *sorted((ROOT / "seeds").glob("[!R]*.md"))]


def _written(
    folder: Path, sources: Sequence[Path]
) -> Iterator[tuple[str, str, list[tuple[str, Path]]]]:
    """Yield each writer and format with the reference in Markdown and the file of every text."""
    references = []
    for source in sources:
        document = readers.read(source.name, source.read_bytes())
        reference = folder / f"{source.stem}.md"
        reference.write_text(_markdown(document.blocks), "utf-8")
        references.append(reference)
    for kind in FORMATS:
        made = [(r.read_text("utf-8"), r.with_suffix(f".{kind}")) for r in references]
        if kind != "pdf":
            for reference in references:
                _run("pandoc", str(reference), "-s", "-o", str(reference.with_suffix(f".{kind}")),
                     "--metadata", f"title={reference.stem} x")  # fmt: skip
            yield "pandoc", kind, made
    if shutil.which("soffice") is None:
        _say("| LibreOffice | | skipped: not installed | | | | | |")
        return
    for kind in FORMATS:
        again = folder / f"office-{kind}"
        first = ".docx" if kind != "docx" else ".odt"
        files = [str(reference.with_suffix(first)) for reference in references]
        _run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", kind, "--outdir", str(again), *files)  # fmt: skip
        yield (
            "LibreOffice",
            kind,
            [(r.read_text("utf-8"), again / f"{r.stem}.{kind}") for r in references],
        )


def _markdown(blocks: Sequence[object]) -> str:
    lines: list[str] = []
    for block in blocks:
        text = " ".join(block.span.text.split())  # type: ignore[attr-defined]
        kind = block.kind  # type: ignore[attr-defined]
        mark = "## " if kind == "heading" else "- " if kind == "item" else ""
        for sign in "\\`*_[]<>#$^~@":
            text = text.replace(sign, f"\\{sign}")
        lines.append(mark + (_with_looks(text, len(lines)) if kind == "paragraph" else text))
    return "\n\n".join(lines) + "\n"


_LOOKS = {"emphasis": "*{}*", "strong": "**{}**", "link": "[{}](https://example.org/a)"}
_LINK = re.compile(r"\[(\w+)\]\(https://example\.org/a\)")
_MARKED = {
    "strong": re.compile(r"\*\*(\w+)\*\*"),
    "emphasis": re.compile(r"(?<!\*)\*(\w+)\*(?!\*)"),
    "link": _LINK,
}


def _with_looks(text: str, number: int) -> str:
    """Set a word of every paragraph in italics, in bold, or make it a link, in turn."""
    words = text.split(" ")
    place = next((i for i in range(3, len(words)) if words[i].isalpha()), None)
    if place is not None:
        words[place] = list(_LOOKS.values())[number % 3].format(words[place])
    return " ".join(words)


def _same_guide(folder: Path) -> bool:
    """Say in how many files of both writers the user's seed gives the same guide."""
    seed = ROOT / "seeds" / "lgbtqi-communities-in-chechnya.txt"
    typed = folder / "seed.txt"
    typed.write_bytes(seed.read_bytes())
    lines = [line.replace("\xa0", " ") for line in seed.read_text("utf-8").split("\n") if line]
    marked = folder / "seed.md"
    marked.write_text("\n\n".join(lines) + "\n", "utf-8")
    for kind in FORMATS:
        made = folder / "pandoc" / f"seed.{kind}"
        made.parent.mkdir(exist_ok=True)
        if kind != "pdf":
            _run("pandoc", "-f", "markdown-smart", str(marked), "-s", "-o", str(made),
                 "--metadata", "title= ")  # fmt: skip
        _run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", kind, "--outdir", str(folder / "office"), str(typed))  # fmt: skip
    library = Project(ROOT).library()
    wanted = _asked(readers.read(seed.name, seed.read_bytes()), library)
    files = [*(folder / "pandoc").glob("seed.*"), *(folder / "office").glob("seed.*")]
    same = [_asked(readers.read(f.name, f.read_bytes()), library) == wanted for f in files]
    _say(f"\nThe user's seed gives the same guide in {sum(same)} of {len(same)} files.")
    return all(same)


def _asked(document: Document, library: Library) -> list[tuple[str, str, bool, str]]:
    found = pipeline.find(document, library)
    candidates = pipeline.fill(found, library.prompts.values())
    plan = library.plans["classroom-45"]
    guide = pipeline.choose(found, candidates, plan, project.care_texts(library))
    return [(q.text, q.pointer, q.starred, guide.credit) for q in guide.questions]


def _run(*command: str) -> None:
    subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603


def _row(writer: str, kind: str, pairs: Sequence[tuple[str, Path]]) -> bool:
    scores, heads, items, looks, read = [], [0, 0], [0, 0], [0, 0], 0
    for reference, file in pairs:
        if not file.exists():
            continue
        try:
            document = readers.read(file.name, file.read_bytes())
        except Failed as failure:
            _say(f"{file.name}: {failure.problems[0].message}")
            scores.append(0.0)
            continue
        read += 1
        scores.append(_f1(_words(reference), _words(document.text), file.stem))
        for tally, mark, name in ((heads, "## ", "heading"), (items, "- ", "item")):
            wanted = Counter(
                _plain(line[len(mark) :]) for line in reference.split("\n") if line.startswith(mark)
            )
            got = Counter(_plain(b.span.text) for b in document.blocks if b.kind == name)
            got[_plain(document.title)] += name == "heading"  # the first one may be the title
            tally[0] += sum((wanted & got).values())
            tally[1] += sum(wanted.values())
        for name, pattern in _MARKED.items():
            wanted = Counter(pattern.findall(reference))
            got = Counter(m.span.text for m in document.markup if m.kind == name)
            looks[0] += sum((wanted & got).values())
            looks[1] += sum(wanted.values())
    if not scores:
        _say(f"| {writer} | {kind} | skipped: it wrote nothing | | | | | |")
        return True
    score = sum(scores) / len(scores)
    looks = looks if kind != "pdf" else [0, 0]  # it knows letters, not what stands out
    kept = [f"{done} of {of}" if of else "none" for done, of in (heads, items, looks)]
    _say(f"| {writer} | {kind} | {read} | {score:.4f} | {' | '.join(kept)} | .995 |")
    return score >= 0.995


def _words(text: str) -> list[str]:
    return _plain(text).split()


def _plain(text: str) -> str:
    """Return the words alone: no marks of Markdown, no typewriter signs that a writer mends."""
    text = _LINK.sub(r"\1", text)
    text = re.sub(r"(?m)^(?:- |## )", "", text).replace("\\", "").replace("--", " ")
    kept = "".join(c if c.isalnum() or c in "'’-" else " " for c in text)
    return " ".join(word.strip("'-") for word in kept.lower().replace("’", "'").split())


def _f1(wanted: Sequence[str], got: Sequence[str], title: str) -> float:
    """Return word F1, without the title that every writer was given."""
    one, two = Counter(wanted), Counter(got)
    given = Counter(_words(f"{title} x"))
    if "x" in two:
        two -= given
    both = sum((one & two).values())
    return 2 * both / (sum(one.values()) + sum(two.values())) if both else 0.0
