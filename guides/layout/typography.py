"""How words are set: what an author types, and a printer does not print.

Nothing is added and no letter changes: a typewriter's apostrophe becomes a printer's.
"""

from __future__ import annotations

import re
from typing import Any

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")  # don't, people's; not 6'2
# The reading is printed as it was written, and an address is what a browser needs.
_AS_THEY_ARE = frozenset({"reading", "preface", "url", "address"})


def typeset(value: Any) -> Any:
    """Return the data of a page with printer's apostrophes in every text of its own."""
    if isinstance(value, str):
        return _APOSTROPHE.sub("’", value)
    if isinstance(value, list):
        return [typeset(item) for item in value]
    if isinstance(value, dict):
        return {key: item if key in _AS_THEY_ARE else typeset(item) for key, item in value.items()}
    return value
