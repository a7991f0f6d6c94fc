"""The mark of a line that is cut short stands for itself.

Pango prints “…” for all that is left out, and WeasyPrint 70 notes of its letter that it means those
words, wherever its font is used again: a sentence of a text that ends with “…” would be read out,
and copied, with the end of a title that had no room. So the letter is known before a line is cut.
"""

from __future__ import annotations

from typing import Any

_MARK = "…"


def keep_marks() -> None:
    """Let a mark stand for itself; the functions are private, should they move, a test says so."""
    from weasyprint.draw import text

    if hasattr(text, "keeps_marks"):
        return
    draw = text.draw_first_line

    def drawn(stream: Any, line: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
        if overflow == "ellipsis" and line.width > (line.pango_layout.max_width or 0):
            _know_mark(stream, line.pango_layout)
        return draw(stream, line, overflow, ellipsis, matrix)

    text.keeps_marks = True
    text.draw_first_line = drawn


def _know_mark(stream: Any, layout: Any) -> None:
    """Note what the letter for the mark means, in the font that a line is set in."""
    words = layout.text
    layout.set_text(_MARK)
    run = layout.get_first_line()[0].runs[0].data
    font, _ = stream.add_font(run.item.analysis.font)
    font.to_unicode.setdefault(run.glyphs.glyphs[0].glyph, _MARK)
    layout.set_text(words)
