"""Document → findings: one module a kind of finding, one table.

A finder is a function from a `Reading` to the findings of one kind, in text order. The
table below is the order in which they run: each sees what those above it found, as
`reading.found`. What is unsure is left out, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from guides.findings import calls, causes, comparisons, contrasts, dates, numbers
from guides.findings.reading import Reading, reading_of
from guides.model import Document, Findings, WordLists

Finder = Callable[[Reading], Any]

# The field of `Findings` → what fills it.
FINDERS: dict[str, Finder] = {
    "dates": dates.find_dates,
    "numbers": numbers.find_numbers,
    "calls": calls.find_calls,
    "contrasts": contrasts.find_contrasts,
    "causes": causes.find_causes,
    "comparisons": comparisons.find_comparisons,
}


def find(document: Document, lists: WordLists) -> Findings:
    """Return everything in *document* that is worth talking about."""
    reading = reading_of(document, lists)
    for field, finder in FINDERS.items():
        found = replace(reading.found, **{field: finder(reading)})
        reading = replace(reading, found=found)
    return reading.found
