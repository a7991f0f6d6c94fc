"""Which rules of its sheets an element meets is found out once for all elements in its place.

WeasyPrint tries the selectors of every sheet on every element of every page. Nearly all of them
look at names, classes and other attributes of the element and of those that it stands in; so two
elements meet the same rules where these are the same, on another page as well. A selector that
looks at more, such as who stands beside an element, is tried each time. What the rules of a place
come to is put together once, too, and `computed` knows it again.

It reaches into private parts of one version of WeasyPrint; any other is left alone.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Iterator
from math import inf
from types import CodeType
from typing import Any

from guides.printing import quick

SELECTORS = "0.10.1"  # of cssselect2
_MOST = 8_000  # places; five editions of two plans have some 3,000
_MOST_SHEETS = 32  # sets of sheets; a theme that is being worked on is another with every save
_LANGUAGES = {"lang", "{http://www.w3.org/XML/1998/namespace}lang"}
# What the code of a selector may name that looks at an element and what it stands in, at no more.
_STEADY = set(
    "local_name namespace_url classes id etree_element attrib get tag ancestors parent lang"
    " in_html_document startswith endswith lower any next split_whitespace ascii_lower urlparse"
    " scheme".split()
)

# Letters as selectors fold them: those that ASCII has.
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)

# What is said of an element, by property, with how much it weighs.
_Said = dict[str, tuple[Any, Any]]
# A rule: who says so, how specific it is, for which pseudo-element, what it says, in which layer.
_Met = tuple[str, Any, str | None, Any, float]


class Cascade(_Said):
    """What is said of all elements that meet the same rules, or of one that has more to it.

    Attributes:
        base: What the rules say.
        own: What the element says itself, as far as it comes first.
    """

    base: Cascade
    own: _Said

    def __init__(self, rules: _Said, own: _Said) -> None:
        """Put both together; where they weigh the same, the rules come first."""
        super().__init__(rules)
        first = {
            name: said
            for name, said in own.items()
            if name not in rules or rules[name][1] < said[1]
        }
        self.update(first)
        self.base, self.own = self, first

    def with_own(self, own: _Said) -> Cascade:
        """Return this with what an element says itself."""
        more = Cascade(self, own)
        more.base = self
        return more


class _Rules:
    """The rules that an element meets.

    Attributes:
        cascades: What they come to, for it and for its pseudo-elements.
        anchored: Which pseudo-elements may be pointed at.
    """

    def __init__(self, met: Iterable[_Met], precedence: Callable[..., Any]) -> None:
        said: dict[str | None, _Said] = {None: {}}
        for origin, specificity, pseudo_type, declarations, layer in met:
            style = said.setdefault(pseudo_type, {})
            for name, values, importance in declarations:
                weight = (precedence(origin, importance), layer, specificity)
                if name not in style or style[name][1] <= weight:
                    style[name] = values, weight
        self.cascades = {pseudo: Cascade(style, {}) for pseudo, style in said.items()}
        self.anchored = [pseudo for pseudo, style in said.items() if pseudo and "anchor" in style]


class _Place:
    """Where an element stands: what there is to see of it and above it.

    Attributes:
        steady: The selectors that it meets, for each sheet.
        shifting: Those that it may meet or not, likewise.
        below: Places in it.
        rules: What it meets, by which of the shifting ones are met.
    """

    __slots__ = ("below", "rules", "shifting", "steady")

    def __init__(self, steady: list[list[Any]], shifting: list[tuple[int, Any]]) -> None:
        self.steady, self.shifting = steady, shifting
        self.below: dict[Any, _Place] = {}
        self.rules: dict[tuple[bool, ...], _Rules] = {}


class _Sheets:
    """Sheets that are used together.

    Args:
        sheets: Each with its origin and a specificity for all of it.
        precedence: Tells how much an origin weighs.
    """

    def __init__(self, sheets: list[Any], precedence: Callable[..., Any]) -> None:
        self.sheets, self._precedence = sheets, precedence
        entries = [entry for sheet, *_ in sheets for entry in _entries(sheet.matcher)]
        self._shifting = {test for test, *_ in entries if not _names(test.__code__) <= _STEADY}
        self._words = {word for test, *_ in entries for word in _words(test.__code__)}
        self._attributes = self._words | _LANGUAGES | {"class"}
        self.has_layers = any(layer is not None for *_, (_, layer) in entries)
        self._places: dict[Any, _Place] = {}
        self._rules: dict[Any, _Rules] = {}
        self._count = 0

    def keep_few(self) -> None:
        """Forget all places where there are too many."""
        if self._count >= _MOST:
            self._places, self._rules, self._count = {}, {}, 0

    def met(self, element: Any) -> _Rules:
        """Return the rules that an element meets; its parent was asked about before."""
        parent, etree = element.parent, element.etree_element
        key = etree.tag
        if attributes := etree.attrib:
            key = key, *filter(self._is_seen, attributes.items())
        if parent is None:
            key, places = (key, element.lang, element.in_html_document), self._places
        else:
            places = parent.place.below
        if key not in places:
            places[key] = self._found(element)
            self._count += 1
        element.place = place = places[key]
        which = tuple([bool(entry[0](element)) for _, entry in place.shifting])
        rules: _Rules | None = place.rules.get(which)
        if rules is None:
            rules = place.rules[which] = self._put_together(place, which)
        return rules

    def _is_seen(self, attribute: tuple[str, str]) -> bool:
        """Tell whether a selector can look at an attribute."""
        name, value = attribute
        return name in self._attributes or (name == "id" and value in self._words)

    def _found(self, element: Any) -> _Place:
        """Return a new place, with all that can be met in it."""
        steady: list[list[Any]] = []
        shifting: list[tuple[int, Any]] = []
        for number, (sheet, *_) in enumerate(self.sheets):
            likely = list(_likely(sheet.matcher, element))
            shifting += [(number, entry) for entry in likely if entry[0] in self._shifting]
            still = [entry for entry in likely if entry[0] not in self._shifting]
            steady.append([entry[1:] for entry in still if entry[0](element)])
        return _Place(steady, shifting)

    def _put_together(self, place: _Place, which: tuple[bool, ...]) -> _Rules:
        """Return the rules of a place, which are the same object wherever they are the same."""
        met: list[_Met] = []
        for number, (sheet, origin, of_sheet) in enumerate(self.sheets):
            here = list(place.steady[number])
            for (n, entry), is_met in zip(place.shifting, which, strict=True):
                if is_met and n == number:
                    here.append(entry[1:])
            for specificity, _, pseudo_type, (declarations, layer) in sorted(
                here, key=lambda entry: entry[:2]
            ):
                order = inf if layer is None else sheet.layers.index(layer)
                weight = of_sheet or specificity
                met.append((origin, weight, pseudo_type, declarations, order))
        key = tuple((*how, id(said), order) for *how, said, order in met)
        if key not in self._rules:
            self._rules[key] = _Rules(met, self._precedence)
        return self._rules[key]


def _entries(matcher: Any) -> Iterator[Any]:
    """Yield all selectors of a sheet."""
    for named in ("id", "class", "lower_local_name", "namespace"):
        for entries in getattr(matcher, f"{named}_selectors").values():
            yield from entries
    yield from matcher.lang_attr_selectors
    yield from matcher.other_selectors


def _likely(matcher: Any, element: Any) -> Iterator[Any]:
    """Yield the selectors of a sheet that an element may meet."""
    yield from matcher.id_selectors.get(element.id, ())
    for kind in element.classes:
        yield from matcher.class_selectors.get(kind, ())
    name = element.local_name.translate(_LOWER)
    yield from matcher.lower_local_name_selectors.get(name, ())
    yield from matcher.namespace_selectors.get(element.namespace_url, ())
    if "lang" in element.etree_element.attrib:
        yield from matcher.lang_attr_selectors
    yield from matcher.other_selectors


def _names(code: CodeType) -> set[str]:
    """Return all that the code of a selector names."""
    inner = (_names(part) for part in code.co_consts if isinstance(part, CodeType))
    return set(code.co_names).union(*inner)


def _words(part: Any) -> Iterator[str]:
    """Yield the words that the code of a selector compares something with."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, CodeType | tuple | frozenset):
        for inner in part.co_consts if isinstance(part, CodeType) else part:
            yield from _words(inner)


# By the sheets that are used together; they hold these, so that no other has the identity of one.
_known: dict[tuple[Any, ...], _Sheets] = {}


def forget() -> None:
    """Find everything out anew."""
    _known.clear()


def match_once(weasyprint: Any) -> None:
    """Let WeasyPrint remember; another version than the one we know is left alone."""
    import cssselect2  # type: ignore[import-untyped]

    css = weasyprint.css
    versions = weasyprint.__version__, cssselect2.VERSION
    if versions != (quick.VERSION, SELECTORS) or hasattr(css.StyleFor, "matches_once"):
        return

    def begin(
        style_for: Any, html: Any, sheets: Any, hints: Any, font_config: Any, target_collector: Any
    ) -> None:
        style_for._cascaded_styles, style_for._computed_styles = {}, {}  # noqa: SLF001
        style_for.initial_page_sizes = {"box": None, "area": None}
        style_for._sheets, style_for.font_config = sheets, font_config  # noqa: SLF001
        css.PROGRESS_LOGGER.info("Step 3 - Applying CSS")
        style_for.page = page = _Page(html)
        page.style(css, style_for, hints, target_collector)

    def asked(style_for: Any, element: Any, pseudo_type: str | None = None) -> Any:
        if pseudo_type:
            style_for.page.style_late(style_for, element, pseudo_type)
        return usual(style_for, element, pseudo_type)

    usual = css.StyleFor.__call__
    css.StyleFor.__init__, css.StyleFor.__call__ = begin, asked
    css.StyleFor.matches_once = True


class _Page:
    """A page whose elements get their styles.

    Each may have half a dozen pseudo-elements, of which hardly any are there; those get their
    styles when somebody asks for them.
    """

    def __init__(self, html: Any) -> None:
        self._top, self._root, self._base = html.wrapper_element, html.etree_element, html.base_url
        self._rules: dict[Any, _Rules] = {}

    def style(self, css: Any, style_for: Any, hints: Any, targets: Any) -> None:
        """Give each element its style, then each pseudo-element that can be pointed at."""
        own, declared = self._own(css, hints)
        known = _sheets(css, style_for._sheets)  # noqa: SLF001
        cascaded, computed = style_for.get_cascaded_styles(), style_for.get_computed_styles()
        shared: dict[tuple[Any, ...], Any] = {}
        for element in self._top.iter_subtree():
            etree, parent = element.etree_element, element.parent and element.parent.etree_element
            self._rules[etree] = rules = known.met(element)
            above = None if parent is None else id(computed[parent, None])
            key = (above, declared.get(etree), rules)
            if key in shared:
                computed[etree, None] = shared[key]
                continue
            said = rules.cascades[None]
            cascaded[etree, None] = said.with_own(own[etree]) if etree in own else said
            self._compute(style_for, etree, parent, target_collector=targets)
            shared[key] = computed[etree, None]
        for etree, rules in self._rules.items():
            for kind in rules.anchored:
                cascaded[etree, kind] = rules.cascades[kind]
                self._compute(style_for, etree, etree, pseudo_type=kind, target_collector=targets)
        cascaded.clear()

    def style_late(self, style_for: Any, element: Any, kind: str) -> None:
        """Give a pseudo-element its style, if it is one of this page and has none yet."""
        rules, key = self._rules.get(element), (element, kind)
        if rules and kind in rules.cascades and key not in style_for.get_computed_styles():
            cascaded = style_for.get_cascaded_styles()
            cascaded[key] = rules.cascades[kind]
            self._compute(style_for, element, element, pseudo_type=kind)
            del cascaded[key]

    def _own(self, css: Any, hints: Any) -> tuple[dict[Any, _Said], dict[Any, tuple[Any, ...]]]:
        """Return what elements say themselves, and the last declarations that each has."""
        own: dict[Any, _Said] = {}
        declared: dict[Any, tuple[Any, ...]] = {}
        for specificity, element, declarations, base_url in css.find_style_attributes(
            self._root, hints, self._base
        ):
            style = own.setdefault(element, {})
            declared[element] = tuple(declarations)
            for name, values, importance in css.preprocess_declarations(base_url, declarations):
                weight = (css.declaration_precedence("author", importance), inf, specificity)
                if name not in style or style[name][1] <= weight:
                    style[name] = values, weight
        return own, declared

    def _compute(self, style_for: Any, etree: Any, parent: Any, **more: Any) -> None:
        more |= {"root": self._root, "base_url": self._base}
        style_for.set_computed_styles(etree, parent=parent, **more)


def _sheets(css: Any, sheets: list[Any]) -> _Sheets:
    """Return what is known of sheets; of such with layers, which count in one page, nothing is."""
    key = tuple((id(sheet.matcher), *more) for sheet, *more in sheets)
    known = _known.get(key)
    if known is None:
        known = _Sheets(sheets, css.declaration_precedence)
        if not known.has_layers:
            if len(_known) >= _MOST_SHEETS:
                _known.pop(next(iter(_known)))  # the one that came first
            _known[key] = known
    known.keep_few()
    return known
