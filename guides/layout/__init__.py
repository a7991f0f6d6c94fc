"""Guide → HTML: one self-contained page for each edition.

The words on the page are the guide's or stand in `templates/layouts/`; the looks are in
`templates/themes/`. A template sees the plain data of `views` and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping

from guides import __version__
from guides.layout import views
from guides.model import Edition, Guide


def lay_out(
    guide: Guide,
    edition: Edition,
    templates: Mapping[str, str],
    paper: str = "letter",
    more_lines: int = 0,
    theme: str = "standard",
) -> str:
    """Return one edition of a guide as HTML that needs no other file.

    Args:
        guide: What to print.
        edition: Which form of it; `layouts/<edition>.html.j2` lays it out.
        templates: The layouts and themes by name, the project's in place of ours.
        paper: The size of the sheets, `letter` or `a4`.
        more_lines: Ruled lines to add to the whole sheet, or below 0 to take away.
        theme: The folder in `themes/` that the looks come from.
    """
    # Stands in until `templating.layout_environment` is there.
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    env = ImmutableSandboxedEnvironment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    if edition == "handout":
        view = views.participants(guide, more_lines)
    else:
        view = views.facilitator(guide)
    theme_file = f"themes/{theme}/theme.css"
    frame = {
        "paper": paper,
        "version": __version__,
        "theme_file": f"templates/{theme_file}",
        "theme": Markup(templates[theme_file].replace("</", "<\\/")),  # noqa: S704
    }
    return env.get_template(f"layouts/{edition}.html.j2").render(view | frame)
