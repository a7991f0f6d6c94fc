"""Sentences: boundaries inside GUM's paragraphs, and the golden rules taken whole."""

from __future__ import annotations

from bench.core import Counts, Row, Score, Task, f1, rows, wilson
from guides.sentences import split


def gum_boundaries() -> Score:
    """Return F1 over sentence ends inside paragraphs; the paragraph's own end is given away."""
    return f1([_boundaries(row) for row in rows("gum_docs")])


def _boundaries(row: Row) -> Counts:
    text, hits, predicted, gold = row["text"], 0, 0, 0
    for start, end, _ in row["paras"]:
        ends = {last for first, last, _ in row["sents"] if start <= first < end and last < end}
        wanted = {last for last in ends if text[last:end].strip()}
        found = {start + last for _, last in split(text[start:end])[:-1]}
        hits += len(found & wanted)
        predicted += len(found)
        gold += len(wanted)
    return Counts(hits, predicted, hits, gold)


def golden(language: str) -> Score:
    """Return the share of golden rules in *language* whose sentences are all right."""
    records = [row for row in rows("sentences_golden") if row["lang"] == language]
    records = [row for row in records if row["set"] == "golden"] or records
    return wilson(sum(map(_all_right, records)), len(records))


def _all_right(row: Row) -> bool:
    text = row["text"]
    found = [" ".join(text[start:end].split()) for start, end in split(text)]
    return found == [" ".join(sentence.split()) for sentence in row["sentences"]]


TASKS = (
    Task("sentences", "GUM, boundaries inside paragraphs, F1", 0.965, 0.97, gum_boundaries),
    Task("sentences", "golden English rules, share right", 0.94, 0.96, lambda: golden("en")),
    Task("sentences", "golden Spanish rules, share right", None, None, lambda: golden("es")),
)
