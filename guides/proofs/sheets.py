"""PDF → its pages as values: what is written, drawn and pictured on each, and in which order.

Lengths are points, boxes are (left, bottom, right, top), and y grows upwards, as in the file.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

Box = tuple[float, float, float, float]
Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
_DEEPEST = 8  # drawings within drawings


@dataclass(frozen=True, slots=True)
class Text:
    """A run of letters in one font on one line.

    Attributes:
        words: As far as the font says.
        box: Around the ink.
        clip: What lies outside of it is not shown; None where all is.
        baseline: The height on which the letters stand.
        size: In points, as printed.
        colour: Of the letters.
        font: Its name.
        embedded: Whether the file brings the font along.
        mark: The number under which the tags know it; below 0 where they do not.
    """

    words: str
    box: Box
    clip: Box | None
    baseline: float
    size: float
    colour: Colour
    font: str
    embedded: bool
    mark: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A line or an area: where it shows, and its colour."""

    box: Box
    colour: Colour

    @property
    def flat(self) -> bool:
        """A line across."""
        left, bottom, right, top = self.box
        return top - bottom < 3 and right - left > 12

    @property
    def upright(self) -> bool:
        """A line from top to bottom."""
        left, bottom, right, top = self.box
        return right - left < 3 and top - bottom > 12

    @property
    def filled(self) -> bool:
        """An area that something may stand on."""
        return not (self.flat or self.upright)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made of dots; *decoration* where the tags say that it has no meaning."""

    box: Box
    mark: int
    decoration: bool


@dataclass(frozen=True, slots=True)
class Tagged:
    """A piece of a page as a screen reader gets it.

    Attributes:
        mark: Its number.
        within: The same for all pieces of one paragraph.
        heading: `H1` to `H6` where it is part of one.
        figure: Whether it is a figure.
        alternative: The words for it, where it is one.
    """

    mark: int
    within: int
    heading: str
    figure: bool
    alternative: str


@dataclass
class Sheet:
    """One page.

    Attributes:
        number: From 1.
        paper: The whole of it.
        area: What lies inside its margins, as far as the file says.
        texts: In the order in which they are painted.
        drawings: Likewise.
        pictures: Likewise.
        order: What the tags hold, in the order of reading. Running heads are not among it.
        places: Where the anchors of the page stand, by name: from the left, and their height.
    """

    number: int
    paper: Box
    area: Box
    texts: Sequence[Text]
    drawings: Sequence[Drawing]
    pictures: Sequence[Picture]
    order: Sequence[Tagged]
    places: dict[str, tuple[float, float]] = field(default_factory=dict)
    pixels: Callable[[], _Pixels] | None = None

    @cached_property
    def body(self) -> tuple[Text, ...]:
        """What is written inside the margins: all but running heads and page numbers."""
        known = {part.mark for part in self.order}
        return tuple(text for text in self.texts if text.mark in known)

    @cached_property
    def read(self) -> tuple[tuple[Tagged, Text], ...]:
        """The pieces with words, in the order of reading, each with its first run of letters."""
        first = {text.mark: text for text in reversed(self.texts)}
        return tuple((part, first[part.mark]) for part in self.order if part.mark in first)

    @cached_property
    def _picture(self) -> _Pixels | None:
        return self.pixels() if self.pixels else None

    def behind(self, text: Text) -> Colour:
        """Return the colour that *text* stands on."""
        areas = [drawing.box for drawing in self.drawings if drawing.filled]
        areas += [picture.box for picture in self.pictures]
        on_something = any(overlap(area, text.box) for area in areas)
        if not on_something or self._picture is None:
            return WHITE
        return self._picture.most_common(text.box, text.colour)


@dataclass(frozen=True, slots=True)
class _Pixels:
    """A page as dots, one a point."""

    width: int
    height: int
    stride: int
    data: bytes

    def most_common(self, box: Box, apart_from: Colour) -> Colour:
        left, bottom, right, top = (round(edge) for edge in box)
        found: Counter[Colour] = Counter()
        for y in range(self.height - top - 1, self.height - bottom + 1):
            for x in range(left - 1, right + 2):
                if 0 <= x < self.width and 0 <= y < self.height:
                    at = y * self.stride + 3 * x
                    blue, green, red = self.data[at : at + 3]
                    found[red, green, blue] += 1
        found.pop(apart_from, None)
        return found.most_common(1)[0][0] if found else apart_from


def overlap(one: Box, other: Box) -> tuple[float, float] | None:
    """Return how wide and how high the part is that two boxes share; None where there is none."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return (width, height) if width > 0 and height > 0 else None


@contextmanager
def sheets(pdf: bytes) -> Iterator[list[Sheet]]:
    """Give the pages of a PDF; while they are in use, the file is kept open."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        places = _places(document)
        pages = []
        for number in range(len(document)):
            page = document[number]
            pages.append(_sheet(page, number, places.get(number, {})))
        yield pages
    finally:
        document.close()


def _sheet(page: Any, number: int, places: dict[str, tuple[float, float]]) -> Sheet:
    from pypdfium2 import raw

    texts, drawings, pictures = [], [], []
    words = page.get_textpage()
    for item in page.get_objects(max_depth=_DEEPEST):
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(_text(item, words))
        elif item.type == raw.FPDF_PAGEOBJ_IMAGE:
            mark = raw.FPDFPageObj_GetMarkedContentID(item)
            pictures.append(Picture(_bounds(item), mark, _is_decoration(item)))
        elif item.type == raw.FPDF_PAGEOBJ_PATH and (drawing := _drawing(item)):
            drawings.append(drawing)
    return Sheet(
        number=number + 1,
        paper=page.get_mediabox(),
        area=page.get_artbox(fallback_ok=True),
        texts=[text for text in texts if text.words.strip()],
        drawings=drawings,
        pictures=pictures,
        order=list(_order(page)),
        places=places,
        pixels=lambda: _pixels(page),
    )


def _pixels(page: Any) -> _Pixels:
    bitmap = page.render(scale=1)
    return _Pixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


# ---------------------------------------------------------------- what stands on a page


def _text(item: Any, page_text: Any) -> Text:
    from pypdfium2 import raw

    matrix = _on_page(item, item.get_matrix())
    font = raw.FPDFTextObj_GetFont(item)
    return Text(
        words=_words(item, page_text),
        box=_bounds(item),
        clip=_clip(item),
        baseline=matrix.f,
        size=_size(item) * (matrix.b**2 + matrix.d**2) ** 0.5,
        colour=_colour(item, raw.FPDFPageObj_GetFillColor),
        font=_bytes(raw.FPDFFont_GetBaseFontName, font).decode("utf-8", "replace").rstrip("\0"),
        embedded=raw.FPDFFont_GetIsEmbedded(font) == 1,
        mark=raw.FPDFPageObj_GetMarkedContentID(item),
    )


def _words(item: Any, page_text: Any) -> str:
    from pypdfium2 import raw

    length = raw.FPDFTextObj_GetText(item, page_text, None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFTextObj_GetText(item, page_text, buffer, length)
    return bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")


def _size(item: Any) -> float:
    from pypdfium2 import raw

    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item, size)
    return size.value


def _drawing(item: Any) -> Drawing | None:
    """Return what shows of a path: the printer draws whole boxes and clips them to an edge."""
    from pypdfium2 import raw

    shown = _within(_bounds(item), _clip(item))
    if shown is None:
        return None
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, mode, stroked)
    if not mode.value and not stroked.value:
        return None
    get = raw.FPDFPageObj_GetFillColor if mode.value else raw.FPDFPageObj_GetStrokeColor
    return Drawing(shown, _colour(item, get))


def _within(box: Box, clip: Box | None) -> Box | None:
    if clip is None:
        return box
    left, bottom = max(box[0], clip[0]), max(box[1], clip[1])
    right, top = min(box[2], clip[2]), min(box[3], clip[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def _clip(item: Any) -> Box | None:
    """Return the box around all that clips an object; None where nothing does."""
    from pypdfium2 import raw

    path = raw.FPDFPageObj_GetClipPath(item)
    count = raw.FPDFClipPath_CountPaths(path) if path else 0
    box: Box | None = None
    for number in range(max(count, 0)):
        points = list(_points(path, number))
        if points:
            across, up = [x for x, _ in points], [y for _, y in points]
            edges = (min(across), min(up), max(across), max(up))
            box = edges if box is None else (_within(box, edges) or (0.0, 0.0, 0.0, 0.0))
    return _placed(item, box) if box else None


def _bounds(item: Any) -> Box:
    return _placed(item, item.get_bounds())


def _placed(item: Any, box: Box) -> Box:
    """Return where on the page a box is that is measured as its object is."""
    from pypdfium2 import PdfMatrix

    placed: Box = _on_page(item, PdfMatrix()).on_rect(*box)
    return placed


def _on_page(item: Any, matrix: Any) -> Any:
    """Return a matrix that also moves what stands in a drawing of its own to the page."""
    around = item.container
    while around is not None:
        matrix = matrix.multiply(around.get_matrix())
        around = around.container
    return matrix


def _points(path: Any, number: int) -> Iterator[tuple[float, float]]:
    from pypdfium2 import raw

    x, y = ctypes.c_float(), ctypes.c_float()
    for part in range(max(raw.FPDFClipPath_CountPathSegments(path, number), 0)):
        segment = raw.FPDFClipPath_GetPathSegment(path, number, part)
        if raw.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value


def _colour(item: Any, get: Any) -> Colour:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    get(item, red, green, blue, alpha)
    return red.value, green.value, blue.value


def _is_decoration(item: Any) -> bool:
    from pypdfium2 import raw

    for number in range(max(raw.FPDFPageObj_CountMarks(item), 0)):
        mark = raw.FPDFPageObj_GetMark(item, number)
        buffer, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
        raw.FPDFPageObjMark_GetName(mark, buffer, 128, length)
        if bytes(buffer)[: max(length.value - 2, 0)].decode("utf-16-le") == "Artifact":
            return True
    return False


# ---------------------------------------------------------------- tags and anchors


def _order(page: Any) -> Iterator[Tagged]:
    """Yield the pieces of a page in the order of its tags."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        for number in range(max(raw.FPDF_StructTree_CountChildren(tree), 0)):
            child = raw.FPDF_StructTree_GetChildAtIndex(tree, number)
            yield from _pieces(child, 0, count(1), ("", None))
    finally:
        raw.FPDF_StructTree_Close(tree)


def _pieces(
    element: Any, parent: int, numbers: Iterator[int], part_of: tuple[str, str | None]
) -> Iterator[Tagged]:
    """Yield what stands in an element of the tree.

    Args:
        element: One that is on this page.
        parent: The number of the element that it is in.
        numbers: Those that are left to give.
        part_of: The heading it is in, if any; the words for the figure it is in, perhaps none,
            and None where it is in no figure.
    """
    from pypdfium2 import raw

    heading, figure = part_of
    own = next(numbers)
    tag = _utf16(raw.FPDF_StructElement_GetType, element)
    if len(tag) == 2 and tag[0] == "H" and tag[1].isdecimal():
        heading = tag
    if tag == "Figure":
        figure = _utf16(raw.FPDF_StructElement_GetAltText, element)
    for number in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            yield from _pieces(child, own, numbers, (heading, figure))
            continue
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, number)
        if mark >= 0:
            yield Tagged(mark, parent, heading, figure is not None, figure or "")


def _places(document: Any) -> dict[int, dict[str, tuple[float, float]]]:
    """Return the anchors of each page, from 0, with where they stand."""
    from pypdfium2 import raw

    found: dict[int, dict[str, tuple[float, float]]] = {}
    for number in range(raw.FPDF_CountNamedDests(document)):
        length = ctypes.c_long(0)
        raw.FPDF_GetNamedDest(document, number, None, length)
        buffer = ctypes.create_string_buffer(max(length.value, 2))
        place = raw.FPDF_GetNamedDest(document, number, buffer, length)
        if not place:
            continue
        name = buffer.raw[: max(length.value - 2, 0)].decode("utf-16-le", "replace")
        has = [ctypes.c_int() for _ in range(3)]
        at = [ctypes.c_float() for _ in range(3)]
        raw.FPDFDest_GetLocationInPage(place, *has, *at)
        page = raw.FPDFDest_GetDestPageIndex(document, place)
        found.setdefault(page, {})[name] = at[0].value, at[1].value
    return found


def _utf16(get: Any, element: Any) -> str:
    return _bytes(get, element).decode("utf-16-le", "replace").rstrip("\0")


def _bytes(get: Any, item: Any) -> bytes:
    """Return what a function of the library writes into a buffer that it first measures."""
    length = get(item, None, 0)
    if length <= 0:
        return b""
    buffer = ctypes.create_string_buffer(length)
    get(item, buffer, length)
    return buffer.raw
