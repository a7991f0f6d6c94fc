"""What WeasyPrint asks of Pango for each piece of text, and never gives back.

For text with features of a font, such as old figures or ligatures, it makes a list of them, and
gives the same feature to many lists, so that none may ever be freed. A worker grew by a tenth of
a MiB with every guide. Here each list has a feature of its own, and is the layout's alone.
"""

from __future__ import annotations

from typing import Any

from guides.printing import quick


class _Pango:
    """Pango, as one module of WeasyPrint calls it."""

    def __init__(self, pango: Any) -> None:
        self._pango = pango
        self._made: Any = None  # the list that nobody holds yet

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._pango, name)
        setattr(self, name, value)  # so that the next call comes straight to it
        return value

    def pango_attr_font_features_new(self, features: bytes) -> bytes:
        """Return what stands for an attribute that is made when a list wants it."""
        return features

    def pango_attr_list_insert(self, attributes: Any, features: Any) -> None:
        """Put an attribute into a list, which will free it."""
        if isinstance(features, bytes):
            features, self._made = self._pango.pango_attr_font_features_new(features), attributes
        self._pango.pango_attr_list_insert(attributes, features)

    def pango_layout_set_attributes(self, layout: Any, attributes: Any) -> None:
        """Give a list to a layout, which frees it when it goes."""
        self._pango.pango_layout_set_attributes(layout, attributes)
        if attributes is self._made:
            self._pango.pango_attr_list_unref(attributes)
            self._made = None


def give_back(weasyprint: Any) -> None:
    """Let lists be freed; another version than the one we know is left alone."""
    from weasyprint.text import line_break

    if weasyprint.__version__ == quick.VERSION and not isinstance(line_break.pango, _Pango):
        line_break.pango = _Pango(line_break.pango)
