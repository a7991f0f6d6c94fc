"""What every task of the benchmark shares: the data, scores and their intervals.

The labelled texts lie in `../shared/benchmarks` beside the checkout, or in the folder that
the variable `GUIDES_BENCHMARKS` names. Their licences forbid to ship them, so a task whose
data is absent raises `Skipped` with the reason and the table goes on.

Intervals are 95 %: Wilson's for shares, Fisher's for correlations, and the bootstrap over
whole documents for everything else, because errors come in documents. The bootstrap draws
from a fixed seed, so the same findings print the same table.
"""

from __future__ import annotations

import json
import math
import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from guides.model import Document, Findings, WordLists

Row = dict[str, Any]
Item = TypeVar("Item")
ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 1000
Z = 1.959964  # the normal quantile that leaves 2.5 % on either side


class Skipped(Exception):
    """A task cannot be measured here; the message says why."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a task measured.

    Attributes:
        value: The figure.
        low: The low end of the 95 % interval; *high* likewise.
        n: How many things were judged.
        note: What else a reader should know, such as precision and recall.
    """

    value: float
    low: float
    high: float
    n: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the table.

    Attributes:
        name: What is found: "dates".
        metric: How it is judged: "GUM, any overlap, F1".
        at_least: The figure a release must reach; None where there is none.
        aim: The figure to be proud of.
        run: Measures it; may raise `Skipped`.
        unit: Printed after figures, such as "ms"; figures without unit are shares.
        smaller_wins: True where less is better, as with times.
    """

    name: str
    metric: str
    at_least: float | None
    aim: float | None
    run: Callable[[], Score]
    unit: str = ""
    smaller_wins: bool = False

    def reached(self, value: float) -> bool:
        """Say whether *value*, as it is printed, is good enough for a release."""
        if self.at_least is None:
            return True
        if self.smaller_wins:
            return value <= self.at_least
        return round(value, 3) >= self.at_least


# ---------------------------------------------------------------- the data


def folder() -> Path:
    """Return the folder with the labelled texts."""
    named = os.environ.get("GUIDES_BENCHMARKS", "")
    path = Path(named) if named else ROOT.parent / "shared" / "benchmarks"
    if not path.is_dir():
        raise Skipped(f"no folder {named or '../shared/benchmarks'}")
    return path


@cache
def rows(stem: str) -> tuple[Row, ...]:
    """Return the records of ``STEM.<slice>.jsonl``, all slices that are there, in order."""
    files = sorted(folder().glob(f"{stem}.*.jsonl"))
    if not files:
        raise Skipped(f"no {stem}.*.jsonl")
    lines = (line for file in files for line in file.read_text("utf-8").split("\n"))
    return tuple(json.loads(line) for line in lines if line.strip())


@cache
def read(name: str, text: str) -> Document:
    """Return *text* as the program reads a plain-text seed called *name*."""
    from guides.readers import read as read_bytes

    return read_bytes(f"{name}.txt", text.encode(), "utf-8")


@cache
def word_lists() -> WordLists:
    """Return the word lists that ship with the program."""
    from guides.library import load
    from guides.source import Source

    files = sorted((ROOT / "templates").rglob("*.yaml"))
    sources = [Source(str(file.relative_to(ROOT)), file.read_text("utf-8")) for file in files]
    return load(sources).lists


@cache
def findings(name: str, text: str) -> Findings:
    """Return everything that the program finds in *text*."""
    from guides.findings import find

    return find(read(name, text), word_lists())


# ---------------------------------------------------------------- scores


def wilson(right: int, n: int, note: str = "") -> Score:
    """Return the share *right* of *n* with Wilson's interval."""
    if not n:
        return Score(0.0, 0.0, 1.0, 0, note)
    share, square = right / n, Z * Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z * math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return Score(share, max(0.0, middle - half), min(1.0, middle + half), n, note)


def bootstrap(
    items: Sequence[Item],
    statistic: Callable[[Sequence[Item]], float],
    n: int = 0,
    note: str = "",
) -> Score:
    """Return *statistic* over *items* with its interval; *n* is what is printed as n."""
    draw = random.Random(20)  # noqa: S311 - resampling, not secrets
    values = sorted(statistic(draw.choices(items, k=len(items))) for _ in range(ROUNDS))
    low, high = values[int(ROUNDS * 0.025)], values[int(ROUNDS * 0.975) - 1]
    return Score(statistic(items), low, high, n or len(items), note)


@dataclass(frozen=True, slots=True)
class Counts:
    """How one document came out: *found* hits among *predicted*, *met* among *gold*.

    With one-to-one matching `found` and `met` are the same.
    """

    found: int
    predicted: int
    met: int
    gold: int


def f1(documents: Sequence[Counts]) -> Score:
    """Return micro F1 over *documents*, intervals by drawing whole documents."""
    precision, recall, _ = _rates(documents)
    note = f"P {share(precision)} R {share(recall)}"
    gold = sum(counts.gold for counts in documents)
    return bootstrap(documents, lambda drawn: _rates(drawn)[2], gold, note)


def _rates(documents: Sequence[Counts]) -> tuple[float, float, float]:
    """Return precision, recall and F1, each 0 where nothing could be right."""
    found = sum(counts.found for counts in documents)
    predicted = sum(counts.predicted for counts in documents)
    met = sum(counts.met for counts in documents)
    gold = sum(counts.gold for counts in documents)
    precision = found / predicted if predicted else 0.0
    recall = met / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def match(predicted: Sequence[tuple[int, int]], gold: Sequence[tuple[int, int]]) -> Counts:
    """Count the spans of either side that overlap one of the other."""

    def touching(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> int:
        return sum(any(s < end and start < e for s, e in other) for start, end in one)

    return Counts(touching(predicted, gold), len(predicted), touching(gold, predicted), len(gold))


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return Pearson's r, 0 where one side never varies."""
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    spread_x = math.sqrt(sum((x - mean_x) ** 2 for x in xs))
    spread_y = math.sqrt(sum((y - mean_y) ** 2 for y in ys))
    return across / (spread_x * spread_y) if spread_x and spread_y else 0.0


def correlation(xs: Sequence[float], ys: Sequence[float], note: str = "") -> Score:
    """Return Pearson's r with Fisher's interval."""
    r, n = pearson(xs, ys), len(xs)
    middle, half = math.atanh(max(-0.9999, min(0.9999, r))), Z / math.sqrt(max(1, n - 3))
    return Score(r, math.tanh(middle - half), math.tanh(middle + half), n, note)


def share(value: float) -> str:
    """Return a share as the table prints it: ``.873``, ``1.00``."""
    return f"{value:.3f}".removeprefix("0") if abs(value) < 0.9995 else f"{value:.2f}"
