"""A picture of one page of a guide, made without leaving a file behind but the picture."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from guides import making
from guides.options import Options
from guides.problems import Failed, Problem
from guides.project import Project, shown
from guides.proofs import pictures


def preview(here: Project, seed: Path, options: Options, page: int, width: int) -> bytes:
    """Return a page of a guide as PNG.

    Args:
        here: The project.
        seed: The text.
        options: What is asked for; of plans and editions, the first is taken.
        page: From 1.
        width: Of the picture, in dots.

    Raises:
        Failed: The guide cannot be made, or has no such page.
    """
    with tempfile.TemporaryDirectory(prefix="guides-preview-") as folder:
        job = making.Job(here, seed, replace(options, output=None), Path(folder), {})
        made = next(iter(making.make(job)))
        if made.result.path is None:
            raise Failed(made.result.problems)
        pdf = Path(made.result.path).read_bytes()
    pages = pictures.page_count(pdf)
    if page > pages:
        message = f"there is no page {page}"
        hint = f"this edition has {pages} page{'' if pages == 1 else 's'}"
        raise Failed([Problem("no-such-page", message, name=shown(seed), hint=hint)])
    return pictures.png(pictures.dots(pdf, page, width))
