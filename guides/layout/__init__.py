"""Guide → HTML: one self-contained page for each edition.

The words on the page are the guide's or stand in `templates/layouts/`; the looks are in
`templates/themes/`. A layout sees the plain data of `views` and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from guides import __version__
from guides.editions import kind_of
from guides.layout import pages, views, writing
from guides.layout.presets import SMALLEST, dressed, enlarged_sheets, overlaid, worn
from guides.layout.slashes import parted
from guides.layout.supports import supported
from guides.layout.typography import typeset
from guides.model import PLAIN, Document, Edition, Guide, Look, Plan
from guides.problems import Failed, Problem, did_you_mean
from guides.source import Source, Span

# What editions may print: a layout for participants cannot reach the facilitator's notes.
VIEWS: dict[str, Callable[[Guide, int], dict[str, Any]]] = {
    "participants": views.participants,
    "facilitator": views.facilitator,
    "readers": views.readers,
    "cards": views.cards,
    "small_cards": views.small_cards,
    "running": views.running,
    "slides": views.slides,
    "tickets": views.tickets,
    "strip": views.strip,
    "posters": views.posters,
    "known": views.known,
    "sides": views.sides,
    "moves": views.moves,
    "leaflet": views.leaflet,
}
# The longest title that is quoted on one line; where lines are short, it is shorter.
_TITLE_LETTERS = 24
_NARROW = {"bookmark": 16, "cards": 16}
STANDARD = "standard"
SIZES = {"letter": "Letter", "a4": "A4"}


def lay_out(
    guide: Guide,
    edition: Edition,
    templates: Mapping[str, str],
    look: Look = PLAIN,
    more_lines: int = 0,
    setting: str = "",
) -> str:
    """Return one edition of a guide as HTML that needs no other file.

    The last two are for fitting: whoever prints finds out what a page has room for.

    Args:
        guide: What to print.
        edition: Which form of it; `layouts/<edition>.html.j2` lays it out.
        templates: Layouts and themes by name, the project's in place of ours.
        look: Paper and presets.
        more_lines: Ruled lines to add to the whole question sheet; below 0, to take away.
        setting: `closer` or `looser`, so that the last page is not left almost empty.

    Raises:
        Failed: A layout has a mistake, or something is not there.
    """
    look = worn(look, edition)
    if look.large_print:
        templates = enlarged_sheets(templates)
    view = VIEWS[kind_of(edition).view]
    title = guide.document.title
    fits = len(title) <= _NARROW.get(edition, _TITLE_LETTERS)
    guide = parted(supported(guide, look.support))
    data = typeset(view(guide, more_lines), title if fits else "")
    data |= _frame(templates, look, setting)
    return pages.render(templates, f"layouts/{edition}.html.j2", data)


def fewest_lines(guide: Guide) -> int:
    """Return what to give `lay_out` as *more_lines* for the shortest sheet worth writing on.

    Its type is set closer, and every question keeps the lines that it should have at least.
    """
    asked = [section.questions for section in guide.sections]
    return writing.fewest_lines(asked) - writing.CLOSING_UP


def check(templates: Mapping[str, str], problems: list[Problem]) -> None:
    """Add to *problems* what is wrong with the layouts, without a guide."""
    problems += pages.check(templates, names())


def names() -> frozenset[str]:
    """Return every name that some layout may use."""
    nothing = Document(source=Source("", ""), title="", title_derived=False)
    plan = Plan(id="", title="", minutes=0, sections=(), steps=())
    guide = Guide(document=nothing, plan=plan, sections=())
    data = [view(guide, 0) for view in VIEWS.values()]
    data.append(_frame({_theme_file(STANDARD): ""}, PLAIN, ""))
    return frozenset(name for part in data for name in part)


def _letterhead(look: Look) -> dict[str, str]:
    """Return who gives the session, for whom and when, as far as somebody said so."""
    return {
        "line": " · ".join(filter(None, (look.school, look.class_name, look.date))),
        "school": look.school,
        "class_name": look.class_name,
        "date": look.date,
        "logo": look.logo,
        "logo_alt": look.logo_alt,
    }


def _line_numbers(look: Look) -> float:
    """Return how large the numbers beside lines are, in points; 0 where there are none."""
    return (SMALLEST if look.large_print else 9) if look.line_numbers else 0


def _frame(templates: Mapping[str, str], look: Look, setting: str) -> dict[str, Any]:
    """Return what the frame of every page needs."""
    own = look.theme if look.theme != STANDARD else ""
    return {
        "paper": SIZES[look.paper],
        "version": __version__,
        "theme_file": f"templates/{_theme_file(STANDARD)}",
        "theme": _style(templates, STANDARD, look),
        "own_theme_file": f"templates/{_theme_file(own)}" if own else "",
        "own_theme": _style(templates, own, look) if own else "",
        "setting": setting,
        "letterhead": _letterhead(look),
        "fill_in": list(look.fields),
        "fillable": look.fillable,
        "bilingual": look.bilingual,
        "line_numbers": _line_numbers(look),
        "large_print": look.large_print,
        "easy_reading": look.easy_reading,
    }


def _theme_file(name: str) -> str:
    return f"themes/{name}/theme.css"


def unknown_theme(
    theme: str, templates: Mapping[str, str], span: Span | None = None
) -> Iterator[Problem]:
    """Yield a problem, at *span*, where there is no such theme."""
    if _theme_file(theme) not in templates:
        there = sorted(name.split("/")[1] for name in templates if name.endswith("/theme.css"))
        hint = did_you_mean(theme, there) or f"choose from {', '.join(there)}"
        if not there:
            hint = f"add `{_theme_file(theme)}`"
        yield Problem("no-such-theme", f"there is no theme called `{theme}`", span, hint)


def _style(templates: Mapping[str, str], theme: str, look: Look) -> str:
    """Return the style sheet of a theme as *look* wants it, safe to stand in a page.

    Raises:
        Failed: There is no such theme.
    """
    from markupsafe import Markup

    if unknown := tuple(unknown_theme(theme, templates)):
        raise Failed(unknown)
    css = templates[_theme_file(theme)]
    # In a style sheet nothing is escaped but what would end it.
    worn_css = dressed(css, look) if theme == STANDARD else overlaid(css, look)
    return Markup(worn_css.replace("</", "<\\/"))  # noqa: S704  an author's own file
