"""Short texts, read and searched as the program does it."""

from __future__ import annotations

from guides.findings import find
from guides.model import Document, Findings, WordLists
from guides.readers import read

# Enough other words for the language to be told, and nothing to find in them.
PLAIN = "The house stood near the river and the children walked along the road to the school."


def read_text(text: str) -> Document:
    return read("reading.txt", text.encode(), "utf-8")


def findings(text: str, lists: WordLists | None = None) -> Findings:
    """Return what is found in *text*, with no word lists unless they are given."""
    return find(read_text(text), lists or WordLists())


def one_paragraph(text: str, lists: WordLists | None = None) -> Findings:
    """Return what is found in *text* where it follows a plain paragraph: paragraph 2."""
    return findings(f"{PLAIN}\n\n{text}\n", lists)
