"""Shorter ways to what WeasyPrint works out for every box, line and word of a page.

A page asks for some of it ten thousand times, and nearly always the answer is the usual one: a box
in its place, with sizes in pixels, in a font that was there before. Each way here gives what the
long way gives. Where a case is not the usual one, the long way is gone.

All of it reaches into private parts of one version; any other is left alone.
"""

from __future__ import annotations

import re
import sys
from importlib.machinery import ModuleSpec
from operator import itemgetter
from typing import Any

from guides.printing import quick

PARSER = "2.1.0"  # of tinyhtml5
_MOST = 1_000  # fonts in use, in sizes and languages; a theme that is worked on brings others
_USUAL_POSITIONS = ("static", "relative")

_LENGTHS = (
    *(
        f"{kind}_{side}"
        for kind in ("margin", "padding")
        for side in "left right top bottom".split()
    ),
    *(f"{least}{size}" for size in ("width", "height") for least in ("", "min_", "max_")),
)
_BORDERS = tuple(f"border_{side}_width" for side in "top right bottom left".split())
_SIZED = (*_LENGTHS, *_BORDERS, "border_collapse")
_SIZES = itemgetter(*_SIZED)
_FONT = (
    "font_family font_style font_stretch font_weight font_size font_variant_ligatures"
    " font_variant_position font_variant_caps font_variant_numeric font_variant_alternates"
    " font_variant_east_asian font_feature_settings font_variation_settings"
    " font_language_override lang"
).split()
_LINE = itemgetter(*_FONT, "line_height")
TEXT_STYLE = (*_FONT, "font_kerning", "direction", "text_decoration_line")
_TEXT = itemgetter(*TEXT_STYLE)
_FEATURES = itemgetter(
    "font_kerning",
    *(f"font_variant_{name}" for name in "ligatures position caps numeric".split()),
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)


def take_shortcuts(weasyprint: Any) -> None:
    """Let WeasyPrint go these ways; another version than the one we know is left alone."""
    if weasyprint.__version__ != quick.VERSION or hasattr(weasyprint, "shortcuts"):
        return
    weasyprint.shortcuts = True
    _know_packages()
    _know_patterns()
    _size_boxes()
    _place_boxes()
    _know_lines()
    _know_fonts()


# What a module came from. Every import in a function asks for its package, which is an attribute
# here, and elsewhere worked out each time.
_Known: Any = type("_Known", (ModuleSpec,), {"parent": ""})


def _know_packages() -> None:
    """Let a module of WeasyPrint remember the package that it is part of."""
    for name, module in list(sys.modules.items()):
        spec: Any = getattr(module, "__spec__", None)
        if name.startswith("weasyprint.") and spec.__class__ is ModuleSpec:
            package = spec.parent
            spec.__class__ = _Known
            vars(spec)["parent"] = package


class _Patterns(dict[tuple[Any, bool], re.Pattern[str]]):
    """Patterns of characters to read on to, or over, each compiled once."""

    def __missing__(self, key: tuple[Any, bool]) -> re.Pattern[str]:
        characters, over = key
        listed = "".join(f"\\x{ord(character):02x}" for character in characters)
        self[key] = pattern = re.compile(f"[{'' if over else '^'}{listed}]+")
        return pattern


def _know_patterns() -> None:
    """Let the parser remember patterns as it means to: it keeps each under another name."""
    import tinyhtml5  # type: ignore[import-untyped]
    from tinyhtml5 import inputstream

    if tinyhtml5.VERSION == PARSER:
        inputstream.characters_until_regex = _Patterns()


def _size_boxes() -> None:
    """Let a box whose sizes are all in pixels have them at once."""
    from weasyprint.layout import absolute, block, column, grid, inline, page, percent, table
    from weasyprint.layout import float as floats

    long_way = percent.resolve_percentages
    known: dict[tuple[Any, ...], dict[str, Any]] = {}

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        style = box.style
        said = _SIZES(style)
        sizes = known.get(said)
        if sizes is None:
            if len(known) >= _MOST:
                known.clear()
            sizes = known[said] = _in_pixels(said)
        if not sizes:
            long_way(box, containing_block)
            return
        vars(box).update(sizes)
        if style["border_collapse"] == "collapse":
            for name in _BORDERS:
                if not hasattr(box, name):  # else it was settled with what is beside the box
                    setattr(box, name, style[name])
        if style["box_sizing"] != "content-box":
            percent.adjust_box_sizing(box, "width")
            percent.adjust_box_sizing(box, "height")

    for module in (absolute, block, column, floats, grid, inline, page, percent, table):
        module.resolve_percentages = resolve_percentages


def _in_pixels(said: tuple[Any, ...]) -> dict[str, Any]:
    """Return the sizes of a box of which this is said; none where not all are in pixels."""
    *lengths, top, right, bottom, left, collapse = said
    sizes: dict[str, Any] = {}
    for name, size in zip(_LENGTHS, lengths, strict=True):
        if size == "auto":
            sizes[name] = 0 if name.startswith("min_") else size
        elif getattr(size, "unit", "") == "px":
            sizes[name] = size.value
        else:
            return {}
    borders = dict(zip(_BORDERS, (top, right, bottom, left), strict=True))
    return sizes if collapse == "collapse" else sizes | borders


def _place_boxes() -> None:
    """Let a box that is neither floated nor positioned say so at once."""
    from weasyprint.formatting_structure.boxes import Box

    long_way = Box.is_in_normal_flow

    def is_in_normal_flow(box: Any) -> bool:
        style = box.style
        if style["float"] == "none" and style["position"] in _USUAL_POSITIONS:
            return True
        return bool(long_way(box))

    Box.is_in_normal_flow = is_in_normal_flow


def _know_lines() -> None:
    """Let the height of a line be known by its font, not by the name of all that is in it."""
    from weasyprint.layout import inline

    long_way = inline.strut

    def strut(style: Any) -> Any:
        known, key = _of_fonts(style.font_config), _LINE(style)
        if key not in known:
            known[key] = long_way(style)
        return known[key]

    inline.strut = strut


def _know_fonts() -> None:
    """Let texts of one font, size and language share what Pango needs to know of these."""
    from weasyprint.text import line_break

    ffi, pango, unref = line_break.ffi, line_break.pango, line_break.gobject.g_object_unref
    long_way = line_break.Layout.setup

    def setup(layout: Any, style: Any) -> None:
        known, key = _of_fonts(style.font_config), _TEXT(style)
        try:
            of_font = known.get(key)
        except TypeError:  # in a drawing, families are a list
            long_way(layout, style)
            return
        if not of_font:
            long_way(layout, style)
            if style["text_decoration_line"] == "none":
                known[key] = describe(style, layout.language)
            return
        context, description, features, language = of_font
        layout.style, layout.language, layout.first_line_direction = style, language, 0
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        layout.layout = ffi.gc(pango.pango_layout_new(context), unref)
        pango.pango_layout_set_auto_dir(layout.layout, False)
        pango.pango_layout_set_font_description(layout.layout, description)
        if features:
            attributes = pango.pango_attr_list_new()
            attribute = pango.pango_attr_font_features_new(features)
            pango.pango_attr_list_insert(attributes, attribute)
            pango.pango_layout_set_attributes(layout.layout, attributes)

    def describe(style: Any, language: Any) -> tuple[Any, Any, bytes, Any]:
        fonts = style.font_config.font_map
        context = ffi.gc(pango.pango_font_map_create_context(fonts), unref)
        pango.pango_context_set_round_glyph_positions(context, False)
        direction = line_break.PANGO_DIRECTION[style["direction"]]
        pango.pango_context_set_base_dir(context, direction)
        if style["lang"] or style["font_language_override"] != "normal":
            pango.pango_context_set_language(context, language)
        features = line_break.font_features(*_FEATURES(style))
        listed = ",".join(f"{name} {value}" for name, value in features.items()).encode()
        return context, line_break.get_font_description(style), listed, language

    line_break.Layout.setup = setup


def _of_fonts(fonts: Any) -> dict[tuple[Any, ...], Any]:
    """Return what is known by the fonts in use, which it goes with."""
    known: dict[tuple[Any, ...], Any] = vars(fonts).setdefault("known", {})
    if len(known) >= _MOST:
        known.clear()
    return known
