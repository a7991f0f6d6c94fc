"""How common a word is in any of its forms: asked of every word, so kept once known."""

from __future__ import annotations

from functools import cache

from guides.findings.lexicon import stem, zipf


@cache
def commonness(word: str) -> float:
    """Return the Zipf frequency of *word* or of its base form, whichever is commoner."""
    return max(zipf(word), zipf(stem(word)))
