"""Style sheets are parsed once, not for every page that has them.

All guides of a project have the same few, and a page is laid out twice or more until it fits.
What parsing one gives is only looked at afterwards, so it can serve again, as the sheets of the
browser's defaults do; one that does more than style elements and pages is parsed each time, and
so is one with a mistake, which is told each time. The next run begins with what was parsed in
this one, see `parsed`.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from guides.printing import computed, matched, parsed, quick
from guides.printing.engine import complaints

_MOST = 32  # sheets; a theme that is being worked on is another one with every save
_KEYWORD = re.compile(r"@([\w-]*)")
# What is a share of the first page has another size on another page.
_VIEWPORT = re.compile(r"\d(?:p|s|l|d)?v(?:w|h|i|b|min|max)\b", re.IGNORECASE)
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

_known: dict[str, tuple[Any, list[Any]]] = {}
_kept = parsed.Kept()


def forget() -> None:
    """Parse every sheet anew, and work out what it comes to: some mistakes show only then."""
    _known.clear()
    computed.forget()
    matched.forget()


def keep() -> None:
    """Keep what was parsed for the next run."""
    _kept.keep()


def parse_once(weasyprint: Any) -> None:
    """Let WeasyPrint remember style sheets; another version than the one we know is left alone."""
    css = weasyprint.css
    if weasyprint.__version__ != quick.VERSION or hasattr(css.CSS, "remembers"):
        return
    real = css.CSS

    def parse(
        *, string: str | None = None, page_rules: Any = None, layers: Any = None, **more: Any
    ) -> Any:
        if string is None:
            return real(page_rules=page_rules, layers=layers, **more)
        if page_rules is None or not _is_harmless(string):
            return real(string=string, page_rules=page_rules, layers=layers, **more)
        base = more.get("base_url")
        key = hashlib.sha256(repr((string, base, more.get("media_type"))).encode()).hexdigest()
        found = _known.get(key) or _kept.find(key)
        if not found:
            rules: list[Any] = []
            with complaints() as heard:
                sheet = real(string=string, page_rules=rules, layers=layers, **more)
            found = sheet.matcher, rules
            if not heard:
                _kept.note(key, found)
        else:
            heard = []
            sheet = real.__new__(real)
            sheet.base_url, sheet.layers = base, layers
            sheet.matcher, rules = found
        if key not in _known and not heard:
            if len(_known) >= _MOST:
                _known.pop(next(iter(_known)))  # the one that came first
            _known[key] = found
        page_rules += rules
        sheet.page_rules = page_rules
        return sheet

    _kept.begin()
    parse.remembers = True  # type: ignore[attr-defined]
    css.CSS = parse


def _is_harmless(sheet: str) -> bool:
    harmless = all(word.lower() in _HARMLESS for word in _KEYWORD.findall(sheet))
    return harmless and not _VIEWPORT.search(sheet)
