"""Fields to fill in, as an archive and a screen reader want them.

WeasyPrint leaves it to the reader's program to draw a field and writes every field in a font of
the page, whose letters stand under numbers of their own. PDF/A wants each field drawn in the file,
and somebody who types wants letters: so an empty field is drawn empty, and its font is the one that
every program has for this. Nothing is set in that font until somebody types.
"""

from __future__ import annotations

import re
from typing import Any

_DEFAULT_SIZE = 11
_FONT = re.compile(rb"/\S+ ([\d.]+) Tf")


def keep_fonts_small() -> None:
    """Let a font of the page be embedded as on any other page, though a field names it.

    WeasyPrint 70 embeds all of it then, and loses what letters its ligatures stand for. No field
    is left in that font by `mend`. The class is private; should it move, a test says so.
    """
    from weasyprint.pdf import fonts

    fonts.Font.used_in_forms = property(lambda _: False, lambda _, __: None)


def mend(pdf: Any) -> None:
    """Put the fields of a PDF in order."""
    import pydyf  # type: ignore[import-untyped]

    form = pdf.catalog["AcroForm"]
    form.pop("NeedAppearances", None)
    letters = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type1",
            "BaseFont": "/Helvetica",
            "Encoding": "/WinAnsiEncoding",
        }
    )
    pdf.add_object(letters)
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary({"Helv": letters.reference})})
    form["DA"] = pydyf.String("/Helv 11 Tf 0 g")
    for field in [item for item in pdf.objects if _is_field(item)]:
        left, top, right, bottom = field["Rect"]
        field["Rect"] = pydyf.Array((left, min(top, bottom), right, max(top, bottom)))
        if field["FT"] == "/Tx":
            _draw_empty(pdf, field)
            field["DA"] = pydyf.String(f"0.1 0.1 0.1 rg /Helv {_size(field)} Tf")
        elif "Parent" in field:  # one of several to choose from: the name is the parent's
            field.pop("T")
            form["Fields"].remove(field.reference)


def _is_field(item: Any) -> bool:
    return isinstance(item, dict) and item.get("Subtype") == "/Widget"


def _draw_empty(pdf: Any, field: Any) -> None:
    """Give a field without a word in it the picture of one."""
    import pydyf

    left, bottom, right, top = field["Rect"]
    empty = pydyf.Stream(
        [],
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": pydyf.Array((0, 0, right - left, top - bottom)),
        },
    )
    pdf.add_object(empty)
    field["AP"] = pydyf.Dictionary({"N": empty.reference})


def _size(field: Any) -> str:
    """Return how large letters are in a field, as WeasyPrint worked it out."""
    found = _FONT.search(field["DA"].data)
    return found[1].decode() if found else str(_DEFAULT_SIZE)
