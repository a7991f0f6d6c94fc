"""People who share a surname, told apart by their titles.

"Mr. Bennet" and "Mrs. Bennet" are two, but a bare surname looks the same for both. Where a
text gives one surname titles that cannot belong to one person, each title gets a name of
its own, "Mrs. Bennet", so that nobody is credited with words of husband or daughter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guides.findings import lexicon
from guides.model import Document, Name
from guides.source import Span

_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame)(\.?)\s+\Z")
_CLASS = {
    "Mr": "m", "Sir": "m", "Lord": "m", "Mrs": "f", "Ms": "f", "Lady": "f", "Dame": "f",
    "Miss": "daughter",
}  # fmt: skip


def told_apart(document: Document, names: Iterable[Name]) -> tuple[Name, ...]:
    """Return *names*, those of several people parted by their titles."""
    return tuple(part for name in names for part in _parts(document, name))


def _parts(document: Document, name: Name) -> Iterator[Name]:
    """Yield *name* without the mentions of namesakes, then each namesake."""
    titled: dict[str, list[Span]] = {}
    shown: dict[str, str] = {}
    for span in name.mentions if name.kind == "person" else ():
        title = _TITLE.search(document.text, max(0, span.start - 8), span.start)
        if title:
            kind = _CLASS[title[1]]
            titled.setdefault(kind, []).append(span)
            shown.setdefault(kind, title[1] + title[2])
    others = sorted(kind for kind in titled if _is_somebody_else(name, kind, titled))
    taken = {span for kind in others for span in titled[kind]}
    kept = tuple(span for span in name.mentions if span not in taken)
    if kept:
        yield replace(name, mentions=kept)
    for kind in others:
        full = f"{shown[kind]} {name.name.split()[-1]}"
        yield replace(name, name=full, span=titled[kind][0], mentions=tuple(titled[kind]))


def _is_somebody_else(name: Name, kind: str, titled: dict[str, list[Span]]) -> bool:
    """Tell whether a title cannot be that of the person whom *name* gives in full."""
    words = name.name.split()
    gender = lexicon.first_name_gender(words[0]) if len(words) > 1 else ""
    if gender:
        return (kind == "m") != (gender == "m")
    return len(titled) > 1 and len(words) == 1
