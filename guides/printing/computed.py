"""What the style sheets come to for an element is worked out once, not on every page that has one.

The pages of a project are built alike: the same rules meet in the same places, in a second try of
a page as in the next guide. There, an element takes over what was worked out before. Two places
are the same where the same declarations meet below the same parent, so only sheets that are
remembered (see `styles`) are known again. Each page has its own copy, since laying out may change
it.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from guides.printing import quick
from guides.printing.matched import Cascade

_MOST = 8_000  # places, of about 2 KB; five editions of two plans have some 3,000
_OWN = "anchor"  # each element has one of its own, and passes it on to none
_SPECIFIED = {"display", "float", "position"}  # WeasyPrint keeps what was said of these, too
_HANDED_ON = "text_decoration_"  # these go on to what is in an element, and add up


class _Place(NamedTuple):
    """What was worked out in a place.

    Attributes:
        values: By property.
        specified: Likewise, before others had a say in it.
        known_by: What the key of this place is the identity of; it must not go before the place.
    """

    values: dict[str, Any]
    specified: dict[str, Any]
    known_by: tuple[Any, ...]


# By the fonts in use: some values are measured in them.
_places: WeakKeyDictionary[Any, dict[tuple[Any, ...], _Place]] = WeakKeyDictionary()


def forget() -> None:
    """Work everything out anew, so that what is wrong in it is told again."""
    _places.clear()


def compute_once(weasyprint: Any) -> None:
    """Let WeasyPrint remember; another version than the one we know is left alone."""
    css = weasyprint.css
    if weasyprint.__version__ != quick.VERSION or hasattr(css.ComputedStyle, "place"):
        return
    work_out, usual, inherited = css.ComputedStyle.__missing__, _usual(css), _inherited(css)
    logical = _logical(css)

    def missing(style: Any, name: str) -> Any:
        if style.physical and name in usual and name not in style.cascaded:
            value = style[name] = usual[name]
        elif style.physical and name in inherited and name not in style.cascaded:
            value = style[name] = style.parent_style[name]
        else:
            value = work_out(style, name)
        if style.place is not None and name != _OWN:
            style.place.values[name] = value
            if name in _SPECIFIED:
                style.place.specified.update(style.specified)
        return value

    def set_computed_styles(
        style_for: Any,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        **more: Any,
    ) -> None:
        cascaded = style_for.get_cascaded_styles().get((element, pseudo_type), {})
        styles, fonts = style_for.get_computed_styles(), style_for.font_config
        above = None if parent is None else styles[parent, None]
        top = css.InitialStyle(fonts) if above is None else styles[root, None]
        sizes = style_for.initial_page_sizes
        base = more.get("base_url")
        style = css.ComputedStyle(above, cascaded, pseudo_type, top, base, fonts, sizes)
        style.place = _place(style, cascaded, _places.setdefault(fonts, {}))
        style.physical = above is not None and logical.isdisjoint(cascaded)
        style.update(style.place.values)
        style.specified.update(style.place.specified)
        styles[element, pseudo_type] = style
        if (targets := more.get("target_collector")) and style["anchor"]:
            targets.collect_anchor(style["anchor"])

    css.ComputedStyle.place = None  # that of a copy, which is to be changed
    css.ComputedStyle.physical = False  # nothing is said by sides of the text, nor of the root
    css.ComputedStyle.__missing__ = missing
    css.StyleFor.set_computed_styles = set_computed_styles


def _usual(css: Any) -> dict[str, Any]:
    """Return what comes to its first value where nothing is said of it."""
    return {
        name: value
        for name, value in css.INITIAL_VALUES.items()
        if not (name in css.INHERITED | css.INITIAL_NOT_COMPUTED or _has_its_way(name))
        and not css.check_math(value)
    }


def _inherited(css: Any) -> frozenset[str]:
    """Return what comes to the value of the parent where nothing is said of it."""
    return frozenset(name for name in css.INHERITED if not _has_its_way(name))


def _has_its_way(name: str) -> bool:
    return name in _SPECIFIED or name == "page" or name.startswith(_HANDED_ON)


def _logical(css: Any) -> frozenset[str]:
    """Return what can be said by sides of the text in place of sides of the page."""
    return frozenset(
        named(block="ttb", inline=inline)
        for named in css.PHYSICAL_FUNCTIONS.values()
        for inline in ("ltr", "rtl")
    )


def _place(style: Any, cascaded: Any, known: dict[tuple[Any, ...], _Place]) -> _Place:
    """Return what is known of a place, or begin to know it."""
    above = style.parent_style.place.values if style.parent_style is not None else None
    rules, said = (cascaded.base, cascaded.own) if isinstance(cascaded, Cascade) else ((), cascaded)
    key = (
        id(above),
        style.base_url,
        style.pseudo_type,
        id(rules),
        *(
            # A language is an attribute, so that equal ones are not the same object.
            (name, value if name == "lang" else id(value), *weight[:2], *weight[2])
            for name, (value, weight) in said.items()
            if name != _OWN
        ),
    )
    if key not in known:
        if len(known) >= _MOST:
            known.clear()
        known[key] = _Place({}, {}, (above, cascaded))
    return known[key]
