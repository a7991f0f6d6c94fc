"""The command: words typed in, results to stdout, problems to stderr, an exit code.

0 made, 1 something in the user's files, 2 wrong usage, 70 a bug of ours. Everything heavy
is imported by the command that needs it, so that `guides --help` answers at once.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from guides import __version__
from guides.editions import EDITIONS
from guides.problems import Failed, Problem, show
from guides.switches import looks
from guides.switches import wishes as wishes_

if TYPE_CHECKING:
    from guides.build import Make
    from guides.library import Library
    from guides.making import Job
    from guides.model import Wishes
    from guides.options import Options
    from guides.pool import Outcome
    from guides.project import Project

_BUG = 70
_MOVED = "copy the seed to another folder"  # a draft stands beside it

_seed = click.argument("seed", type=click.Path(path_type=Path))
_plan = click.option("--plan", "plan", default="", metavar="NAME", help="The session plan.")
# Whoever names a text twice means it once.
_seeds = click.argument(
    "seeds",
    nargs=-1,
    type=click.Path(path_type=Path),
    callback=lambda _context, _param, named: tuple({one.absolute(): one for one in named}.values()),
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")
_encoding = click.option("--encoding", default="", metavar="NAME", help="How the file is encoded.")


def _folder_or_address(value: str) -> Path | str:
    return value if "://" in value else Path(value)


class _Edition(click.ParamType[str]):
    """The name of an edition: ours, which the shell completes, or one of the project's own."""

    name = "edition"

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[Any]:
        """Return the names of ours that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in EDITIONS if name.startswith(incomplete)]


_edition = _Edition()


class Commands(click.Group):
    """The commands, in the order of a first session."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names as they were defined, which is the order of a first session."""
        return list(self.commands)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="The project folder; found from here without it.",
)  # fmt: skip
@click.version_option(__version__, prog_name="guides")
@click.pass_context
def guides(context: click.Context, folder: Path | None) -> None:
    """Turn a text into a printed discussion guide.

    Every question is tied to the paragraph it comes from. Nothing leaves this computer.
    """
    context.obj = folder


def main() -> None:
    """Run the command; a bug of ours says so and exits with 70."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # not every terminal has every letter
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        guides(prog_name="guides")
    except Exception as error:  # the edge: whatever slipped through is ours to explain
        import traceback

        traceback.print_exc()
        click.echo(f"guides: this is a bug, not your mistake: {error!r}", err=True)
        _leave(_BUG)
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            _leave(end.code or 0)
        raise


def _leave(code: int) -> NoReturn:
    """End the process at once: taking apart all that was loaded takes longer than `--help`.

    What has registered to be told of the end is told, as always.
    """
    import atexit
    import os

    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # whoever read it is gone
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001  what Python itself calls
    os._exit(code)


def _edge(command: Callable[..., int | None]) -> Callable[..., None]:
    """Turn `Failed` into problems on stderr, and a returned number into the exit code."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            code = command(*args, **kwargs) or 0
        except Failed as failure:
            _tell(failure.problems)
            code = 1
        except BrokenPipeError:  # `guides show … | head`
            sys.stderr.close()
            code = 0
        sys.exit(code)

    return run


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(show(problem), err=True)


def _here() -> Project:
    from guides import project

    folder = click.get_current_context().obj
    if folder and not folder.is_dir():
        hint = "make one with `guides new DIR`"
        problem = Problem("no-such-folder", "there is no such folder", name=str(folder), hint=hint)
        raise Failed([problem])
    return project.Project(folder) if folder else project.find(Path.cwd())


def _refuse_unknown(editions: Iterable[str], here: Project) -> None:
    own = [name for name in editions if name not in EDITIONS]
    if not own:
        return
    from guides.problems import did_you_mean

    known = (*EDITIONS, *here.own_editions())
    problems = [
        Problem(
            "unknown-edition",
            f"no edition is called `{name}`",
            hint=did_you_mean(name, known) or "`guides list editions` has them all",
        )
        for name in own
        if name not in known
    ]
    if problems:
        raise Failed(problems)


@guides.command()
@_seeds
@click.option(
    "--plan", "plans", multiple=True, metavar="NAME", help="The session plan; repeatable."
)
@click.option(
    "--edition",
    "editions",
    multiple=True,
    type=_edition,
    metavar="NAME",
    help="What to print; repeatable.",
)
@click.option(
    "--output",
    type=_folder_or_address,
    metavar="DIR",
    help="Instead of output/; with --scheduler also an address such as s3://bucket/folder.",
)
@click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="Let the workers of this dask scheduler make the guides.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=None,
    metavar="N",
    help="How many processes may work at once; without it, one a core.",
)
@click.option("--clean", is_flag=True, help="Remove what earlier builds made and this does not.")
@click.option("--watch", is_flag=True, help="Go on: whatever is saved, its pages are made again.")
@click.option("--check", is_flag=True, help="Look at the finished pages, too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json: one object a line, for other programs.",
)
@looks
@_encoding
@wishes_
@_edge
def build(
    seeds: tuple[Path, ...],
    jobs: int | None,
    scheduler: str,
    clean: bool,
    watch: bool,
    form: str,
    **options: Any,
) -> int:
    """Print guides: every seed in seeds/, or the SEEDs you name."""
    from guides.options import Options

    if isinstance(options["output"], str) and not scheduler:
        raise click.UsageError("an --output that is an address is for builds with --scheduler")
    if watch and scheduler:
        raise click.UsageError("--watch makes pages on this computer, without a --scheduler")
    if watch and clean:
        raise click.UsageError("--watch removes nothing; build once with --clean")
    if jobs and scheduler:
        raise click.UsageError("--jobs is for this computer; a --scheduler has its own workers")
    here = _here()
    _refuse_unknown(options["editions"], here)
    wanted = seeds or here.seeds
    if not wanted:
        hint = "put a text in it, or start with `guides new DIR`"
        name = f"{here.root}/seeds"
        raise Failed([Problem("no-seeds", "there are no seeds to build", name=name, hint=hint)])
    chosen = Options(**options)
    if watch:
        return _watch(here, seeds, chosen, jobs or _cores(), form)
    made, failed = _build(here, wanted, chosen, scheduler or jobs or _cores(), form)
    if not seeds and not failed:
        _clear(here, chosen, made, clean, form)
    return int(failed)


def _cores() -> int:
    import os

    return len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else os.cpu_count() or 1


def _build(
    here: Project, seeds: Sequence[Path], options: Options, workers: int | str, form: str
) -> tuple[list[Path | str], bool]:
    """Build, telling a line a file; return what was made, and whether something failed.

    The workers are a number of processes here, or those of the scheduler at an address.
    """
    from guides import build as building

    made, failed = [], False
    told: set[str] = set()
    jobs, make = (1, _on(workers, options)) if isinstance(workers, str) else (workers, None)
    for result in building.build(here, seeds, options, jobs, _progress(), make):
        failed |= result.status == "failed" or _has_error(result.problems)
        if result.path:
            made.append(result.path)
        _say(result.status, result.path, result.problems, form, told)
    return made, failed


def _on(scheduler: str, options: Options) -> Make:
    """Return what makes guides on the workers of the scheduler at an address."""
    url = options.output if isinstance(options.output, str) else ""

    def make(jobs: Sequence[Job], _workers: int) -> Iterator[Outcome]:
        from guides import cluster

        return cluster.run(jobs, scheduler, url.rstrip("/"))

    return make


def _watch(here: Project, seeds: Sequence[Path], options: Options, jobs: int, form: str) -> int:
    """Build now and after every change, until stopped; then tell what is not as it was."""
    from time import monotonic

    from guides import watching

    told: dict[Path | str | None, object] = {}
    with suppress(KeyboardInterrupt):
        for results in watching.rounds(here, seeds, options, jobs):
            first, begun, count = not told, monotonic(), 0
            said: set[str] = set()
            try:
                for result in results:
                    known, told[result.path] = told.get(result.path), result.problems
                    if first or result.status != "unchanged" or known != result.problems:
                        _say(result.status, result.path, result.problems, form, said)
                        count += result.status == "written"
            except Failed as failure:
                _tell(failure.problems)
            except RuntimeError as bug:  # ours; the next change may go round it
                click.echo(f"guides: this is a bug, not your mistake: {bug}", err=True)
            took = f"{count} written in {monotonic() - begun:.2f} s"
            click.echo(f"watching ({took}); Ctrl+C ends", err=True)
    return 0


def _say(
    status: str, path: Path | str | None, problems: Iterable[Problem], form: str, told: set[str]
) -> None:
    """Tell what became of a file: as a line and problems, or as one JSON object.

    A mistake in what texts share is met in each of them; among lines, it is told once.
    """
    from guides.project import shown

    if form == "json":
        import json

        shape = {
            "status": status,
            "path": shown(path) if path else None,
            "problems": [_shape(problem) for problem in problems],
        }
        click.echo(json.dumps(shape, ensure_ascii=False))
        return
    for problem in problems:
        if (line := show(problem)) not in told:
            told.add(line)
            click.echo(line, err=True)
    if path:
        click.echo(f"{status} {shown(path)}")


def _shape(problem: Problem) -> dict[str, Any]:
    span = problem.span
    line, column = span.source.position(span.start) if span else (None, None)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
        "file": span.file.name if span else problem.name,
        "line": line,
        "column": column,
    }


def _progress() -> Callable[[int, int], None] | None:
    """Return what shows, on a terminal only, how many seeds are done and the time left."""
    from time import monotonic

    begun: list[tuple[int, float]] = []

    def show_progress(done: int, of: int) -> None:
        begun.append((done, monotonic()))
        first, start = begun[0]
        left = ""
        if done > first and done < of:
            seconds = (monotonic() - start) / (done - first) * (of - done)
            left = (
                f", about {seconds / 60:.0f} min left"
                if seconds > 90
                else (f", about {seconds:.0f} s left")
            )
        ending = "\r\033[K" if done == of else ""
        click.echo(f"\r\033[K{done} of {of} texts{left}{ending}", err=True, nl=False)

    return show_progress if sys.stderr.isatty() else None


def _clear(
    here: Project, options: Options, made: Sequence[Path | str], clean: bool, form: str
) -> None:
    """Tell of files that no longer belong to any text or plan; remove them if asked to."""
    from guides import build as building
    from guides.project import shown

    old = building.stale(here, options, made)
    if clean and old:
        building.remove(here, options, old)
        for path in old:
            _say("removed", path, (), form, set())
    elif old:
        some = ", ".join(shown(path) for path in old[:3]) + (", …" if len(old) > 3 else "")
        message = f"{len(old)} files are left from earlier builds: {some}"
        hint = "`guides build --clean` removes them"
        _tell([Problem("stale-output", message, None, hint, "warning")])


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


@guides.command()
@_seed
@_plan
@click.option("--edition", type=_edition, default="handout", metavar="NAME")
@click.option("--page", type=click.IntRange(1), default=1, metavar="N", help="Which page.")
@click.option("--width", type=click.IntRange(50, 5000), default=1000, help="In dots.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="The PNG file; beside you without it.",
)  # fmt: skip
@looks
@_encoding
@wishes_
@_edge
def preview(
    seed: Path, plan: str, edition: str, page: int, width: int, output: Path | None, **options: Any
) -> None:
    """Write a picture of one page of a guide, as PNG."""
    from guides import making, previewing, project
    from guides.options import Options

    wanted = Options(plans=(plan,) if plan else (), editions=(edition,), **options)
    here = _here()
    _refuse_unknown([edition], here)
    picture = previewing.preview(here, seed, wanted, page, width)
    path = output or Path(f"{seed.stem}-{edition}-{page}.png")
    making.write_atomically(path, picture)
    click.echo(f"written {project.shown(path)}")


@guides.command("show")
@_seed
@_plan
@_json
@click.option("--reading", is_flag=True, help="Only the numbered reading, and what was mended.")
@_encoding
@wishes_
@_edge
def show_command(
    seed: Path, plan: str, as_json: bool, reading: bool, encoding: str, wishes: Wishes
) -> None:
    """Show the guide for SEED in the terminal."""
    from guides import authoring, pipeline, project, terminal
    from guides.plain import plain

    document = project.read_seed(seed, encoding)
    _tell(document.problems)
    if reading:
        click.echo(terminal.reading(document))
        return
    library = _library()
    found = pipeline.find(document, library)
    _tell(pipeline.advice(found, library.plans))
    chosen = authoring.plan_of(document, library, plan, _usual_plans())
    guide, problems = authoring.guide(
        seed, chosen, found, lambda: pipeline.fill(found, library.prompts.values()), library, wishes
    )
    _tell(problems)
    click.echo(_as_json(plain(guide)) if as_json else terminal.guide(guide))


@guides.command()
@_seed
@_json
@_encoding
@_edge
def findings(seed: Path, as_json: bool, encoding: str) -> None:
    """Show everything found in SEED, with paragraph numbers."""
    from guides import findings as finders
    from guides import project, report, terminal

    document = project.read_seed(seed, encoding)
    _tell(document.problems)
    library = _library()
    shape = report.report(finders.find(document, library.lists))
    click.echo(_as_json(shape) if as_json else terminal.findings(shape))


def _usual_plans() -> tuple[str, ...]:
    """Return the plans that the project prints; what is wrong in its file is told elsewhere."""
    from guides import settings

    return settings.read(_here()).plan_names


def _library() -> Library:
    """Return the project's templates; errors in them stop the command, warnings are told."""
    library = _here().library()
    _refuse_errors(library.problems)
    return library


@guides.command()
@_seed
@_plan
@click.option("--update", is_flag=True, help="Add what is new; keep every line that is there.")
@click.option("--force", is_flag=True, help="Write it anew; your changes are lost.")
@_encoding
@wishes_
@_edge
def draft(seed: Path, plan: str, update: bool, force: bool, encoding: str, wishes: Wishes) -> None:
    """Write the guide for SEED into a file beside it, for you to edit."""
    from guides import authoring, drafts, making, pipeline, project

    document = project.read_seed(seed, encoding)
    _tell(document.problems)
    library = _library()
    chosen = authoring.plan_of(document, library, plan, _usual_plans())
    guide = pipeline.make(document, library, chosen, project.care_texts(library), wishes)
    path = project.draft_path(seed, chosen.id)
    written = project.read_draft(seed, chosen.id)
    if written is not None and update:
        text, count = drafts.updated(written, guide)
        making.write_atomically(path, project.as_in(path, text), _MOVED)
        click.echo(f"updated {project.shown(path)}: {count} new")
        return
    if written is not None and not force:
        hint = "`--update` adds what is new, `--force` writes it anew and loses your changes"
        name = project.shown(path)
        raise Failed([Problem("draft-exists", "there is a draft already", name=name, hint=hint)])
    text = drafts.write(guide, project.schema_beside(path, _here()))
    making.write_atomically(path, text.encode(), _MOVED)
    click.echo(f"written {project.shown(path)}")


@guides.command("trace")
@_seed
@_plan
@_json
@_encoding
@wishes_
@_edge
def trace_command(seed: Path, plan: str, as_json: bool, encoding: str, wishes: Wishes) -> None:
    """Show why each question was chosen, beaten or dropped."""
    from guides import authoring, pipeline, project, tracing
    from guides.plain import plain

    document = project.read_seed(seed, encoding)
    library = _library()
    found = pipeline.find(document, library)
    chosen = authoring.plan_of(document, library, plan, _usual_plans())
    candidates = pipeline.fill(found, library.prompts.values())
    guide = pipeline.choose(found, candidates, chosen, project.care_texts(library), wishes)
    lines = list(tracing.trace(candidates, guide, library.prompts.values(), wishes))
    if as_json:
        click.echo(_as_json(plain(lines)))
        return
    for line in lines:
        click.echo(f"{line.fate:11} {line.prompt:12} {line.question or line.why}")
        if line.question:
            click.echo(f"{'':24} {line.why}")


@guides.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--chapter", type=click.IntRange(1), default=None, help="Of an e-book.")
@click.option("--force", is_flag=True, help="Write over a seed that is there.")
@_encoding
@_edge
def read(file: Path, chapter: int | None, force: bool, encoding: str) -> None:
    """Turn FILE (Word, PDF, e-book, web page, …) into a Markdown seed for you to edit."""
    from guides import making, project, seeding

    document = project.read_seed(file, encoding, chapter or 0)
    if document.texts:
        message, hint = "this seed names several texts", "give one of the files that it names"
        raise Failed([Problem("several-texts", message, name=project.shown(file), hint=hint)])
    _tell(document.problems)
    for line in document.repairs:
        click.echo(line, err=True)
    here = _here()
    part = f"-{chapter}" if chapter else ""
    path = here.root / "seeds" / f"{file.stem}{part}.md"
    there = False
    with suppress(OSError):  # a folder that nobody may look into is told when it is written
        there = path.exists()
    if there and not force:
        hint = "give the file another name, or `--force` to write over it"
        name = project.shown(path)
        raise Failed([Problem("seed-exists", "there is such a seed already", name=name, hint=hint)])
    making.write_atomically(path, seeding.seed(document).encode(), "work in another --project")
    click.echo(f"written {project.shown(path)}")


def _as_json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=2)


def _refuse_errors(problems: Sequence[Problem]) -> None:
    if _has_error(problems):
        raise Failed(problems)
    _tell(problems)


@guides.command()
@_seeds
@_edge
def check(seeds: tuple[Path, ...]) -> int:
    """Check templates and seeds without printing anything."""
    from guides import checking

    here = _here()
    problems, summary = checking.check(here, seeds or here.seeds)
    _tell(problems)
    click.echo(summary)
    return int(_has_error(problems))


@guides.command("list")
@click.argument("kind", type=click.Choice(["seeds", "plans", "prompts", "editions", "problems"]))
@_edge
def list_command(kind: str) -> None:
    """List what there is of a KIND: a name and a few words a line."""
    from guides import checking

    for name, words in checking.listing(_here(), kind):
        click.echo(f"{name:28} {words}".rstrip())


@guides.command()
@click.argument("code")
@_edge
def explain(code: str) -> int:
    """Explain a problem CODE: what it means and how to put it right."""
    from guides import checking

    text = checking.explanation(code)
    if text:
        click.echo(text)
        return 0
    from guides.problems import did_you_mean

    hint = did_you_mean(code, checking.codes()) or "`guides list problems` has them all"
    raise Failed([Problem("no-such-code", f"no problem is called `{code}`", hint=hint)])


@guides.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_edge
def new(folder: Path) -> None:
    """Make a project FOLDER with a seed to start from."""
    from guides import starting

    for path in starting.new(folder):
        click.echo(f"written {path}")


@guides.command()
@_edge
def doctor() -> int:
    """Say what this computer lacks, and the line that mends it."""
    from guides import starting

    healthy = True
    for good, line in starting.doctor():
        healthy &= good
        click.echo(f"{'ok      ' if good else 'missing '} {line}")
    return int(not healthy)


@guides.command()
@click.argument("kind")
@_edge
def schema(kind: str) -> None:
    """Print the JSON Schema of a KIND of YAML file, for editors."""
    from guides import schema as schemas
    from guides.problems import did_you_mean

    known = schemas.KINDS
    if kind not in known:
        hint = did_you_mean(kind, known) or f"choose from {', '.join(sorted(known))}"
        raise Failed([Problem("no-such-kind", f"no file kind is called `{kind}`", hint=hint)])
    click.echo(_as_json(schemas.json_schema(kind)))
