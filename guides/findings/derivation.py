"""Words that say what they mean: "homelessness", "unhelpful", "resettle".

Whoever knows the common word inside needs no definition. Only endings and beginnings that
keep the meaning of the root count, so "department" is not said by "depart".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from guides.findings.commonness import commonness
from guides.findings.lexicon import stem, zipf

_COMMON = 4.4  # Zipf; a root that a twelve-year-old knows
_PREFIXES = (
    "un",
    "re",
    "non",
    "mis",
    "over",
    "under",
    "pre",
    "anti",
    "out",
    "co",
    "inter",
    "multi",
    "super",
)
# An ending and what stands in its place in the root.
_SUFFIXES = [
    pair.split(">")
    for pair in (
        "ness> iness>y ly> ily>y ally> less> lessly> ful> fully> er> er>e or> or>e ers> able> "
        "able>e ship> hood> like> wise> ish> ing> ing>e ings> ed> ed>e en> ation>e ation> "
        "ment> ist> ism> ward> some> let> most> th> al> ic> ier>y iest>y est> est>e mate> man>"
    ).split()
]
_MISLEADING = frozenset(
    "department apartment compartment comportment statement instrument treatment basement "
    "hardly barely scarcely shortly lately highly largely nearly order corner matter quarter "
    "under over officer solution station nation position condition mission passion fashion "
    "relative active native mortal rival trial literal liberal cardinal casualty moral oral "
    "warden tractor factor sector doctor actor author pastor minister sinister monster "
    "message passage cottage pity party county army bounty duty".split()
)


@cache
def is_transparent(word: str) -> bool:
    """Say whether *word*, lower case, is plainly made from a common word."""
    if word in _MISLEADING:
        return False
    return any(_is_known(root) for root in _roots(word)) or _is_compound(word)


def _roots(word: str) -> Iterator[str]:
    """Yield what is left of *word* without one ending, one beginning, or both."""
    bare = [word, stem(word)]
    for start in bare:
        yield from _without_suffix(start)
        for prefix in _PREFIXES:
            rest = start.removeprefix(prefix).lstrip("-")
            if rest != start:
                yield rest
                yield from _without_suffix(rest)


def _without_suffix(word: str) -> Iterator[str]:
    for suffix, instead in _SUFFIXES:
        root = word.removesuffix(suffix)
        if root != word and len(root) >= 3:
            yield root + instead
            if len(root) > 3 and root[-1] == root[-2]:
                yield root[:-1]


def _is_known(root: str) -> bool:
    return len(root) >= 3 and commonness(root) >= _COMMON


def _is_compound(word: str) -> bool:
    """Say whether two common words stand in *word*: "schoolyard", "lawmaker"."""
    return any(
        zipf(word[:cut]) >= _COMMON and (zipf(word[cut:]) >= _COMMON or _is_known(stem(word[cut:])))
        for cut in range(4, len(word) - 3)
    )
