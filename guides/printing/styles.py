"""Style sheets are parsed once in a process, not for every page that has them.

All guides of a project have the same few, and a page is laid out twice or more until it fits.
What parsing one gives is only looked at afterwards, so it can serve again, as the sheets of the
browser's defaults do; one that does more than style elements and pages is parsed each time, and
so is one with a mistake, which is told each time.
"""

from __future__ import annotations

import re
from typing import Any

from guides.printing import quick
from guides.printing.engine import complaints

_MOST = 32  # sheets; a theme that is being worked on is another one with every save
_KEYWORD = re.compile(r"@([\w-]*)")
_MARGINS = {
    f"{side}-{place}"
    for side, places in {
        "top": "left-corner left center right right-corner",
        "bottom": "left-corner left center right right-corner",
        "left": "top middle bottom",
        "right": "top middle bottom",
    }.items()
    for place in places.split()
}
# Whatever else begins with an @ can leave something behind: a font, a counter, a layer.
_HARMLESS = {"page", "media"} | _MARGINS


def parse_once(weasyprint: Any) -> None:
    """Let WeasyPrint remember style sheets; another version than the one we know is left alone."""
    css = weasyprint.css
    if weasyprint.__version__ != quick.VERSION or hasattr(css.CSS, "remembers"):
        return
    real = css.CSS
    known: dict[tuple[Any, ...], tuple[Any, list[Any]]] = {}

    def parsed(
        *, string: str | None = None, page_rules: Any = None, layers: Any = None, **more: Any
    ) -> Any:
        if string is None:
            return real(page_rules=page_rules, layers=layers, **more)
        if page_rules is None or not _is_harmless(string):
            return real(string=string, page_rules=page_rules, layers=layers, **more)
        key = (string, more.get("base_url"), more.get("media_type"))
        if key not in known:
            rules: list[Any] = []
            with complaints() as heard:
                sheet = real(string=string, page_rules=rules, layers=layers, **more)
            if len(known) >= _MOST:
                known.pop(next(iter(known)))  # the one that came first
            if not heard:
                known[key] = sheet.matcher, rules
        else:
            sheet = real.__new__(real)
            sheet.base_url, sheet.layers = more.get("base_url"), layers
            sheet.matcher, rules = known[key]
        page_rules += rules
        sheet.page_rules = page_rules
        return sheet

    parsed.remembers = True  # type: ignore[attr-defined]
    css.CSS = parsed


def _is_harmless(sheet: str) -> bool:
    return all(word.lower() in _HARMLESS for word in _KEYWORD.findall(sheet))
