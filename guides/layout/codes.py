"""An address on paper: to be typed, or to be read by a telephone's camera.

A code is drawn as one path in a grid of squares, dark on the white of the paper, so a copier
keeps it and no colour can be lost. The quiet zone around it is part of the drawing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit, urlunsplit

View = dict[str, Any]

SMALLEST = 20.0  # millimetres, without the quiet zone
QUIET = 4  # squares on each side that have to stay white
_SQUARE = 0.5  # millimetres, the least that a camera reads from a copy of a copy
_LONGEST = 300  # characters; longer than that, a code is a gray patch
# The page is the same without these.
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid)=[^&]*&?")


def address(url: str) -> str:
    """Return a web address as somebody would type it."""
    short = re.sub(r"^https?://", "", _untracked(url))
    return short if "?" in short or "#" in short else short.rstrip("/")


def _untracked(url: str) -> str:
    """Return a web address without what tells its site who sent a reader there."""
    try:
        parts = urlsplit(url)
    except ValueError:  # no address at all, such as "http://[x"
        return url
    return urlunsplit(parts._replace(query=_TRACKING.sub("", parts.query).rstrip("&")))


@lru_cache(maxsize=32)  # a page is laid out a dozen times until it fits
def code(url: str) -> View | None:
    """Return the QR code of a web address; None where there is none, or it is too long.

    Returns:
        `path` for an SVG, `squares` along a side of its box with the quiet zone, and `size`, the
        width of that box in millimetres.
    """
    if not url or len(url) > _LONGEST:
        return None
    import segno

    # Level M survives a fold; the same address gives the same code, whatever would fit in it.
    made = segno.make_qr(_untracked(url), error="m", boost_error=False)
    rows = [list(row) for row in made.matrix_iter(border=QUIET)]
    across = len(rows)
    inner = max(SMALLEST, (across - 2 * QUIET) * _SQUARE)
    size = inner * across / (across - 2 * QUIET)
    return {"path": _path(rows), "squares": across, "size": round(size, 2)}


def _path(rows: list[list[int]]) -> str:
    """Return the dark squares as a path: a flat box for each run in a row."""
    boxes = []
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                boxes.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(boxes)
