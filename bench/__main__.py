"""`python -m bench findings|questions [WORD…]`: a table, or its rows that hold a WORD."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Sequence

from bench import questions
from bench.core import Score, Skipped, Task, share

MODULES = ("take", "sentences", "quotations", "names", "facts")
HEAD = ("task", "metric", "at least", "aim", "measured", "95 % interval", "n")
USAGE = """\
usage: python -m bench findings|questions|pages [WORD...] | latency [SEEDS...]
       python -m bench build [rivals|scaling] | readers | fuzz | growth
"""


def main(arguments: Sequence[str]) -> int:
    """Print a table as Markdown; return 1 where something in it is below what is needed."""
    if arguments and arguments[0] == "build":
        from bench import building

        return building.main(arguments[1:])
    if list(arguments) == ["readers"]:
        from bench import readers

        return readers.main()
    if list(arguments) == ["fuzz"]:
        from bench import fuzzing

        return fuzzing.main()
    if list(arguments) == ["growth"]:
        from bench import growth

        return growth.main()
    if arguments and arguments[0] == "latency":
        from bench import latency

        return latency.main(arguments[1:])
    if arguments and arguments[0] == "pages":
        from bench import pages

        return pages.main(arguments[1:])
    tables = {"findings": _findings, "questions": _questions}
    if not arguments or arguments[0] not in tables:
        sys.stderr.write(USAGE)
        return 2
    return int(not tables[arguments[0]](arguments[1:]))


def _findings(words: Sequence[str]) -> bool:
    _print_row(HEAD)
    _print_row(["---"] * len(HEAD))
    reached = [_report(task) for task in _tasks(words)]  # every row, also after a miss
    return all(reached)


def _questions(words: Sequence[str]) -> bool:
    _print_row(questions.HEAD)
    _print_row(["---"] * len(questions.HEAD))
    fine = True
    for cells, good in questions.rows(words):
        _print_row(cells)
        fine = fine and good
    return fine


def _tasks(words: Sequence[str]) -> Iterator[Task]:
    """Yield the tasks whose name or metric holds one of *words*, all where there are none."""
    for name in MODULES:
        for task in importlib.import_module(f"bench.{name}").TASKS:
            line = f"{task.name} {task.metric}".lower()
            if not words or any(word.lower() in line for word in words):
                yield task


def _report(task: Task) -> bool:
    """Measure one task and print its row; return whether it is good enough or skipped."""
    wanted = [_figure(task, task.at_least), _figure(task, task.aim)]
    try:
        score = task.run()
    except Skipped as reason:
        _print_row([task.name, task.metric, *wanted, f"skipped: {reason}", "", ""])
        return True
    _print_row([task.name, task.metric, *wanted, *_cells(task, score)])
    return task.reached(score.value)


def _cells(task: Task, score: Score) -> list[str]:
    """Return the measured cells; a figure below what is needed is set in bold."""
    value = _figure(task, score.value)
    value = value if task.reached(score.value) else f"**{value}**"
    note = f" ({score.note})" if score.note else ""
    interval = f"{_figure(task, score.low)}-{_figure(task, score.high)}"
    return [value + note, interval, str(score.n)]


def _figure(task: Task, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.1f} {task.unit}" if task.unit else share(value)


def _print_row(cells: Sequence[str]) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
