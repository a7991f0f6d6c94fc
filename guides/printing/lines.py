"""A line of text that was broken before is not broken again.

A page is laid out more than once: a list in columns until they are level, a block that finds no
room on a page again on the next, and a sheet with more or fewer lines to write on; and its words
stand in other editions, too. Where a line ends for a text of some style in some width is remembered
with the fonts in use, but not for a page that brings fonts of its own.

It reaches into private parts of one version of WeasyPrint; any other is left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from guides.printing import quick
from guides.printing.shortcuts import TEXT_STYLE

_MOST = 1_500  # lines, of about 2 KB; a handout of eight pages has some 500
_LONGEST = 2_000  # characters of what is left of a paragraph
_OWN_FONTS = "@font-face"

_STYLE = itemgetter(
    *TEXT_STYLE,
    *"white_space hyphens hyphenate_character hyphenate_limit_chars".split(),
    *"hyphenate_limit_zone overflow_wrap word_break letter_spacing word_spacing tab_size".split(),
)

# Where lines end, by all that it depends on.
_Broken = dict[tuple[Any, ...], tuple[Any, ...]]


def forget(fonts: Any) -> None:
    """Break every line anew that is set in these fonts."""
    vars(fonts).pop("lines", None)


def has_own_fonts(html: str) -> bool:
    """Tell whether a page brings fonts, which may be called like those of another."""
    return _OWN_FONTS in html.lower()


def break_once(weasyprint: Any) -> None:
    """Let WeasyPrint remember lines; another version than the one we know is left alone."""
    from weasyprint.layout import inline, preferred

    if weasyprint.__version__ != quick.VERSION or hasattr(inline, "breaks_once"):
        return
    inline.breaks_once = True
    for module in (inline, preferred):
        module.split_first_line = _remembering(module.split_first_line)


def _remembering(split: Callable[..., Any]) -> Callable[..., Any]:
    """Return what breaks a line as *split* does, and remembers it."""
    from weasyprint.text.line_break import Layout

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, spacing: float, **more: Any
    ) -> Any:
        if len(text) > _LONGEST:
            return split(text, style, context, max_width, spacing, **more)
        broken: _Broken = vars(style.font_config).setdefault("lines", {})
        key = (split, text, max_width, spacing, *more.items(), *_STYLE(style))
        try:
            known = broken.get(key)
        except TypeError:  # in a drawing, families are a list
            return split(text, style, context, max_width, spacing, **more)
        if known is None:
            found = split(text, style, context, max_width, spacing, **more)
            if len(broken) >= _MOST:
                broken.clear()
            broken[key] = (dict(vars(found[0])), *found[1:])
            return found
        layout = Layout.__new__(Layout)
        vars(layout).update(known[0])
        return layout, *known[1:]

    return split_first_line
