"""Syllables of English words, counted by rule.

Groups of vowel letters, less the e that is not spoken, plus the groups that speak two.
That is right for nine words in ten, enough where only averages are used.
"""

from __future__ import annotations

import re
from functools import cache

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(
    r"(?<=[aeiouy])[^aeiouy]+(?:"
    r"(?<![^aeiouyr]l)e$|(?<![^aeiouyr]l)(?<![sxzcg])(?<![sc]h)es$|(?<![td])ed$)"
)
_INNER_E = re.compile(r"[aeiouy][^aeiouy]+e(?:less|ness|ment|ful|ly|some|thing|where|body|times?)")
_SILENT_END = re.compile(r"[^aeiouy]*[aeiouy].*(?:que|gue)s?$")
_TWO = re.compile(
    r"(?<![ctgsx])(?<!ll)(?<!ni)ia(?!g)|(?<![ctgsxn])(?<!ll)io|(?<=t)io$|iu|eum|(?<![gp])eo(?!us)|"
    r"scien|(?<![ctrf])ie(?=n|t)|riet|rien(?!d)|crea(?!m|s|k)|idea|rea[s]?$|reali|thea[tr]|"
    r"(?<![gq])ua(?!de|r)|uel|(?<![gqb])ui(?=n|d)|oe[mt]|[aeiouy]ing|ism|[dsl]n't"
)
_KNOWN = {"people": 2, "business": 2, "every": 2, "evening": 2, "society": 4, "union": 2}


@cache
def syllables(word: str) -> int:
    """Return the number of syllables of *word*, at least 1."""
    folded = word.lower().replace("’", "'").removesuffix("'s")
    if folded in _KNOWN:
        return _KNOWN[folded]
    plain = folded.replace("'", "")
    count = len(_VOWELS.findall(plain)) + len(_TWO.findall(folded))
    count -= len(_INNER_E.findall(plain))
    count -= bool(_SILENT_E.search(plain)) or bool(_SILENT_END.match(plain))
    return max(1, count)
