"""Jinja for prompts and for page layouts.

Prompts are written by teachers, and what they can say is kept small: slots, comparisons,
`if` and a few filters that know English. `language` finds the mistakes of a text without
running it, `stems` fills it, `english` holds the filters, `shapes` knows what can be named.
`layouts` is the other half: whole pages, by authors who know HTML, in a sandbox that cannot
run away.
"""

from guides.templating.compiled import keep, keep_for, once
from guides.templating.language import check_expression, check_stem
from guides.templating.layouts import layout_environment
from guides.templating.parsing import names_in_expression, names_in_stem
from guides.templating.shapes import CARE_NAMES, Shape, prompt_names
from guides.templating.stems import fill, holds

__all__ = [
    "CARE_NAMES",
    "Shape",
    "check_expression",
    "check_stem",
    "fill",
    "holds",
    "keep",
    "keep_for",
    "layout_environment",
    "names_in_expression",
    "names_in_stem",
    "once",
    "prompt_names",
]
