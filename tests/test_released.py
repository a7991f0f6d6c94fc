"""A piece of text that is laid out leaves nothing behind."""

from __future__ import annotations

from typing import Any

import pytest
import weasyprint
from weasyprint.text import line_break

from guides.printing import Press, released

STYLE = "p { font-variant-numeric: oldstyle-nums; font-size: 9pt; word-spacing: 2pt }"


def held_by(layout: Any) -> int:
    """Return by how many the list of attributes of a layout is held; it counts them itself."""
    attributes = line_break.pango.pango_layout_get_attributes(layout.layout)
    return int(line_break.ffi.cast("unsigned int *", attributes)[0])


def test_a_layout_alone_holds_its_features(monkeypatch: pytest.MonkeyPatch) -> None:
    press, held = Press(), []
    real = line_break.Layout.set_text

    def watched(layout: Any, *arguments: Any, **more: Any) -> None:
        held.append(held_by(layout))
        real(layout, *arguments, **more)
        held.append(held_by(layout))

    monkeypatch.setattr(line_break.Layout, "set_text", watched)
    html = f"<html lang=en><title>t</title><style>{STYLE}</style><p>1 two 34</p>"
    press.print(html)

    assert len(held) > 4
    assert set(held) == {1}


def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    Press()
    pango = line_break.pango._pango
    monkeypatch.setattr(line_break, "pango", pango)
    monkeypatch.setattr(weasyprint, "__version__", "71.0")

    released.give_back(weasyprint)

    assert line_break.pango is pango
