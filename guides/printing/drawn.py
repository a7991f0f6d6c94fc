"""Text is drawn a line at a time, not a letter at a time.

WeasyPrint asks Pango five times for each letter of a line, and works out each time what to write
for it. Here the letters of a line come at once, and what is written for a letter of some width is
kept while its font is in use. A line with more to it is drawn the long way: one that is cut short,
that goes from right to left, or that has a letter which no font has, which is moved out of its
place, or which is a picture.

All of it reaches into private parts of one version; any other is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guides.printing import quick

_PANGO = 14802  # from this version on, its fonts tell their size
_INTEGERS = 5  # of four bytes, for each letter: which it is, its width, how far it is moved, marks
_SPECIAL = 0x0FFFFFFF  # from here on, what stands for a letter is none


class _MoreToIt(Exception):
    """A line that has to be drawn the long way."""


class _Written(dict[tuple[int, int], str]):
    """What is written for letters of a font in some size, by letter and width."""

    def __init__(self, widths: dict[int, int], size: float, unit: float) -> None:
        super().__init__()
        self._widths, self._size, self._unit = widths, size, unit

    def __missing__(self, letter: tuple[int, int]) -> str:
        glyph, width = letter
        # In the order in which WeasyPrint does it, since what is rounded depends on it.
        back = self._widths[glyph] - width * 1000 * self._unit / self._size
        self[letter] = written = f"{glyph:04x}" + (f">{int(back)}<" if back else "")
        return written


def draw_at_once(weasyprint: Any) -> None:
    """Let WeasyPrint draw lines at once; another version than the one we know is left alone."""
    from weasyprint.draw import text

    known = weasyprint.__version__ == quick.VERSION and text.pango.pango_version() >= _PANGO
    if not known or hasattr(text, "at_once"):
        return
    if text.ffi.sizeof("PangoGlyphInfo") == 4 * _INTEGERS:
        text.at_once = True
        text.draw_first_line = _Drawing(text).draw_first_line


class _Drawing:
    """What draws lines.

    Args:
        text: The module of WeasyPrint that does.
    """

    def __init__(self, text: Any) -> None:
        self._ffi, self._pango, self._unit = text.ffi, text.pango, text.FROM_UNITS
        self._long_way = text.draw_first_line

    def draw_first_line(
        self, stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any
    ) -> Any:
        """Draw a line; return the pictures in it."""
        try:
            if text_overflow == "ellipsis" or block_ellipsis != "none":
                raise _MoreToIt
            runs = list(self._runs(stream, textbox))
        except _MoreToIt:
            return self._long_way(stream, textbox, text_overflow, block_ellipsis, matrix)
        stream.set_text_matrix(*matrix.values)
        before, string = None, ""
        for of_pango, font, size, written in runs:
            if of_pango != before:
                if string:
                    stream.show_text(string)
                before, string = of_pango, ""
                stream.set_font_size(font.hash, size)
            string += written
        stream.show_text(string)
        return []

    def _runs(self, stream: Any, textbox: Any) -> Iterator[tuple[Any, Any, float, str]]:
        """Yield, for each part of a line in one font, the font, its size and what is written.

        Raises:
            _MoreToIt: There is more to it.
        """
        if not textbox.text.strip() or textbox.style["font_size"] < 1:
            raise _MoreToIt
        layout = textbox.pango_layout
        self._pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        run = layout.get_first_line()[0].runs[0]
        while run != self._ffi.NULL:
            item = run.data.item
            font, size = stream.add_font(item.analysis.font)
            if item.analysis.level % 2 or font.bitmap or font.png or font.svg or font.colr:
                raise _MoreToIt
            written = self._written(stream, run.data, font, size, layout.text)
            yield item.analysis.font, font, size, written
            run = run.next

    def _written(self, stream: Any, run: Any, font: Any, size: float, text: str) -> str:
        """Return what is written for the letters of a run."""
        row = run.glyphs
        data = self._ffi.buffer(row.glyphs, row.num_glyphs * 4 * _INTEGERS)
        values = memoryview(data).cast("i").tolist()
        if not values or any(values[2::_INTEGERS]) or any(values[3::_INTEGERS]):
            raise _MoreToIt
        glyphs = values[::_INTEGERS]
        if not font.to_unicode.keys() >= set(glyphs):
            self._note(stream, run, font, size, glyphs, text.encode())
        sizes = vars(font).setdefault("written", {})
        if size not in sizes:
            sizes[size] = _Written(font.widths, size, self._unit)
        letters = zip(glyphs, values[1::_INTEGERS], strict=True)
        string = "<" + "".join(map(sizes[size].__getitem__, letters))
        return string[:-1] if string[-1] == "<" else string + ">"

    def _note(
        self, stream: Any, run: Any, font: Any, size: float, glyphs: list[int], text: bytes
    ) -> None:
        """Note of letters that are new to a font what they stand for, and how wide they are."""
        if max(glyphs) >= _SPECIAL:
            raise _MoreToIt
        begins = [*run.glyphs.log_clusters[0 : len(glyphs)], run.item.length]
        for place, glyph in enumerate(glyphs):
            if glyph in font.to_unicode:
                continue
            begin, end = (run.item.offset + begins[place + more] for more in (0, 1))
            font.to_unicode[glyph] = text[begin:end].decode()
            if glyph not in font.widths:
                extents = (run.item.analysis.font, glyph, stream.ink_rect, stream.logical_rect)
                self._pango.pango_font_get_glyph_extents(*extents)
                font.widths[glyph] = round(stream.logical_rect.width * 1000 * self._unit / size)
