"""What was made from what, remembered in the output folder.

A job (one seed, as one set of options asks for it) has the fingerprint of all that it depends
on. While that and the files it made are the same, nothing is done; its warnings are kept here
and told again. The manifest is a journal: a line is added the moment that a job is done, so
whoever is stopped goes on from there, and a line that was cut short costs one job, no more.
It also keeps fingerprints with the state of the files that had them (see `fingerprints.Seen`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from time import time_ns
from typing import Any, NamedTuple

from guides import files
from guides.fingerprints import Seen
from guides.problems import Problem
from guides.source import Source, Span

NAME = ".guides.json"
_FORMAT = "guides-1"


class Page(NamedTuple):
    """A PDF that was made.

    Attributes:
        html: The digest of the page that it was printed from, and of what printed it.
        sheet: How many pages its question sheet takes.
        pdf: The digest of the file.
        size: In bytes.
        written: When, in nanoseconds as the file system tells it.
    """

    html: str
    sheet: int
    pdf: str
    size: int
    written: int


class Job(NamedTuple):
    """A job that was done: the fingerprint of what it was done from, and what came of it.

    Attributes:
        made_from: The fingerprint.
        made: File below the output folder, digest of the file, problems; in the order made.
    """

    made_from: str
    made: tuple[tuple[str, str, tuple[Problem, ...]], ...]


@dataclass(slots=True, eq=False)
class Manifest:
    """The journal of an output folder, read."""

    folder: Path
    pages: dict[str, Page] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    seen: Seen = field(default_factory=Seen)
    lines: int = 0

    @classmethod
    def load(cls, folder: Path) -> Manifest:
        """Read the journal; what is lost or damaged in it only costs time."""
        manifest = cls(folder)
        try:
            text = (folder / NAME).read_text("utf-8", errors="replace")
        except OSError:
            return manifest
        for line in filter(None, text.split("\n")):
            manifest.lines += 1
            with suppress(ValueError, TypeError, LookupError, AttributeError):
                manifest.take(json.loads(line))
        return manifest

    def take(self, entry: Any) -> None:
        """Take in an entry of the journal; what is damaged in it raises one of many errors."""
        if entry["format"] != _FORMAT:
            return
        if "seen" in entry:
            pairs = {name: (str(state), str(made)) for name, (state, made) in entry["seen"].items()}
            self.seen.known |= pairs
            return
        pages = {_inside(name): Page(*page) for name, page in entry["pages"].items()}
        if entry["job"]:
            made = tuple(
                (str(name), str(pdf), tuple(map(_unpacked, problems)))
                for name, pdf, problems in entry["made"]
            )
            self.jobs[entry["job"]] = Job(str(entry["from"]), made)
        self.pages |= pages

    def done(self, key: str, made_from: str) -> Job | None:
        """Return a job that need not be done again: the same inputs, and its files untouched."""
        job = self.jobs.get(key)
        if job is None or job.made_from != made_from:
            return None
        return job if all(self.holds(name, pdf) for name, pdf, _ in job.made) else None

    def holds(self, name: str, pdf: str) -> bool:
        """Tell whether the file called *name* is on the disk, whole, with this digest."""
        page = self.pages.get(name)
        if page is None or page.pdf != pdf:
            return False
        path = self.folder / name
        try:
            now = path.stat()
            if now.st_size != page.size:
                return False
            # A copied folder has other times and the same files.
            return now.st_mtime_ns == page.written or digest(path.read_bytes()) == pdf
        except OSError:
            return False

    def add(self, key: str, job: Job, pages: dict[str, Page]) -> None:
        """Note that a job is done, so that it need not be done again."""
        self.jobs[key] = job
        self.pages |= pages
        self._append(_line(key, job, pages))

    def note(self, pages: dict[str, Page]) -> None:
        """Note what was made of a job that failed later on."""
        self.pages |= pages
        self._append(_line("", None, pages))

    def remember(self) -> None:
        """Note the fingerprints of the files that had to be read, so that they need not be again.

        The file system may have a clock of its own, on another computer: it is asked for the
        time by writing a line.
        """
        if not self.seen.news:
            return
        with suppress(OSError):
            journal = self.folder / NAME
            with journal.open("a", encoding="utf-8") as file:
                file.write("\n")
            behind = max(0, time_ns() - journal.stat().st_mtime_ns)
            settled = self.seen.settled(behind)
            if settled:
                self.seen.known |= settled
                self._append(_seen_line(settled))

    def _append(self, line: str) -> None:
        """Add a line, at once; a full disk only costs time."""
        self.lines += 1
        with suppress(OSError), (self.folder / NAME).open("a", encoding="utf-8") as journal:
            journal.write(f"\n{line}\n")  # the line before may have been cut short

    def remove(self, names: Iterable[str]) -> None:
        """Remove files, and the folders that are empty then."""
        for name in names:
            path = self.folder / name
            path.unlink(missing_ok=True)
            files.sweep(path.parent)
            with suppress(OSError):
                path.parent.rmdir()

    def forget(self, names: Iterable[str]) -> None:
        """Leave out files that are no longer there, and the jobs that made them."""
        gone = set(names)
        self.pages = {name: page for name, page in self.pages.items() if name not in gone}
        self.jobs = {
            key: job
            for key, job in self.jobs.items()
            if not gone.intersection(name for name, _, _ in job.made)
        }

    def tidy(self) -> tuple[Problem, ...]:
        """Write the journal anew without what later lines made void, where that pays.

        Returns what whoever builds should know of it.
        """
        if self.lines > 2 * len(self.jobs) + 16:
            self.save()
        return ()

    def flush(self) -> None:
        """Write what is not written yet; a folder's journal is written at once."""

    def entries(self) -> list[str]:
        """Return the lines of a journal that says all this and nothing that is void."""
        used = {name for job in self.jobs.values() for name, _, _ in job.made}
        others = {name: page for name, page in self.pages.items() if name not in used}
        lines = [_line("", None, others)] if others else []
        if self.seen.known:
            lines.append(_seen_line(self.seen.known))
        for key, job in self.jobs.items():
            pages = {name: self.pages[name] for name, _, _ in job.made if name in self.pages}
            lines.append(_line(key, job, pages))
        return lines

    def save(self) -> None:
        """Write the journal anew, all at once."""
        lines = self.entries()
        self.lines = len(lines)
        with suppress(OSError):
            files.write(self.folder / NAME, ("\n".join(lines) + "\n").encode())


def digest(data: bytes) -> str:
    """Return the digest of a file."""
    return hashlib.sha256(data).hexdigest()


def _inside(name: str) -> str:
    """Return the name of a file if it lies in the output folder; what else is there is not ours."""
    path = PurePath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(name)
    return name


def _line(key: str, job: Job | None, pages: dict[str, Page]) -> str:
    return _written(
        {
            "format": _FORMAT,
            "job": key,
            "from": job.made_from if job else "",
            "made": [
                [name, pdf, [_packed(problem) for problem in problems]]
                for name, pdf, problems in (job.made if job else ())
            ],
            "pages": pages,
        }
    )


def _seen_line(seen: dict[str, tuple[str, str]]) -> str:
    return _written({"format": _FORMAT, "seen": seen})


def _written(entry: dict[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=True, separators=(",", ":"))


# ------------------------------------------------- problems without the text around them


def cut(problem: Problem) -> Problem:
    """Return a problem that is shown in the same words, with no more of its text than a line."""
    return _unpacked(_packed(problem))


def _packed(problem: Problem) -> list[Any]:
    head = [problem.code, problem.message, problem.hint, problem.severity, problem.name]
    return [*head, _place(problem.span) if problem.span else None]


def _place(span: Span) -> list[Any]:
    line, column = span.source.position(span.start)
    return [span.file.name, line, column, span.end - span.start, span.source.line_at(span.start)]


def _unpacked(data: list[Any]) -> Problem:
    code, message, hint, severity, name, place = data
    span = None
    if place:
        file, line, column, length, text = place
        span = Span(Source(file, text, ((0, line),)), column - 1, column - 1 + length)
    return Problem(code, message, span, hint, severity, name)


def all_cut(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield each problem as `cut` returns it."""
    return map(cut, problems)
