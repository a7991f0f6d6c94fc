"""Somebody's picture → one that is safe to print, as a `data:` address.

A logo comes from a file that nobody here has checked. Of an SVG, only shapes and their colours
are taken over, element by element; one that needs anything else is refused with a word on what
it is, since a logo with a part left out would be worse than none. Nothing is ever fetched.
"""

from __future__ import annotations

import base64
import io
import math
import re
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

LARGEST = 1_000_000  # bytes
_MOST_PIXELS = 16_000_000
_MOST_SHAPES = 3_000
_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_SHAPES = frozenset(
    "svg g path rect circle ellipse line polyline polygon defs clipPath linearGradient "
    "radialGradient stop style".split()
)
_SILENT = frozenset(("title", "desc", "metadata"))  # words about it, which are never drawn
_ELSEWHERE = re.compile(r"url\s*\(\s*[\"']?(?!#)|@import|@font-face|expression", re.IGNORECASE)
# See-through colours cannot be tagged in a PDF that is to be read aloud.
_SEE_THROUGH = re.compile(r"\b(?:fill-|stroke-|stop-)?opacity\s*:\s*(?!1(?:\.0+)?\s*(?:;|\}|$))\S")
_OPACITY = frozenset(("opacity", "fill-opacity", "stroke-opacity", "stop-opacity"))
_COLOUR = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\([^()]*\)"
    r"|(?<=fill:)\s*[a-z]+|(?<=stroke:)\s*[a-z]+|(?<=color:)\s*[a-z]+"
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_CLIPPED = re.compile(r"clip-path\s*:\s*url", re.IGNORECASE)
_PAINTS = frozenset(("fill", "stroke", "stop-color", "color"))


# How many values a dot has, by the kind of picture: gray, colour, palette, and see-through.
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


class Unusable(Exception):
    """A picture cannot be printed; says why, and what to do about it."""

    def __init__(self, why: str, hint: str = "save it as PNG") -> None:
        super().__init__(why)
        self.why = why
        self.hint = hint


def _damaged() -> Unusable:
    return Unusable("is damaged", "save it again as PNG")


def picture(name: str, data: bytes) -> str:
    """Return a PNG or SVG file as a `data:` address.

    Raises:
        Unusable: It is something else, is damaged, or has more in it than shapes and colours.
    """
    if len(data) > LARGEST:
        raise Unusable(f"has more than {LARGEST // 1000:,} kB", "save a smaller one")
    if data.startswith(b"\x89PNG\r\n"):
        return _address("image/png", _checked_png(data))
    if name.lower().endswith(".svg"):
        return _address("image/svg+xml", tostring(_shapes(data)))
    raise Unusable("is neither PNG nor SVG")


def gray(address: str) -> str:
    """Return a picture that came from `picture` without its colours."""
    kind, _, data = address.partition(";base64,")
    raw = base64.b64decode(data)
    if kind == "data:image/png":
        return _address("image/png", _gray_png(raw))
    from defusedxml.ElementTree import fromstring

    tree = fromstring(raw)
    for element in tree.iter():
        for key in _PAINTS & element.attrib.keys():
            element.set(key, _gray_colour(element.get(key, "")))
        if "style" in element.attrib:
            element.set("style", _grayed(element.get("style", "")))
        if element.tag == f"{_SVG}style":
            element.text = _grayed(element.text or "")
    return _address("image/svg+xml", tostring(tree))


def _address(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


# ---------------------------------------------------------------- PNG


def _checked_png(data: bytes) -> bytes:
    """Return *data*, which is whole and no bomb."""
    chunks = list(_chunks(data[8:]))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND" or len(chunks[0][1]) != 13:
        raise _damaged()
    wide, high, bits, kind, _, _, woven = struct.unpack(">IIBBBBB", chunks[0][1])
    if wide * high > _MOST_PIXELS:
        raise Unusable("has too many dots for a logo", "save a smaller one")
    row = 1 + (wide * bits * _CHANNELS.get(kind, 0) + 7) // 8
    unpacking = zlib.decompressobj()
    try:
        dots = unpacking.decompress(
            b"".join(part for name, part in chunks if name == b"IDAT"), 9 * _MOST_PIXELS
        )
    except zlib.error as error:
        raise _damaged() from error
    if not unpacking.eof or kind not in _CHANNELS or (not woven and len(dots) != high * row):
        raise _damaged()
    _decode(data)
    return data


def _decode(data: bytes) -> None:
    """Read the colour of every dot, and unlike the printer put up with no half picture."""
    from PIL import Image, ImageFile

    lenient = ImageFile.LOAD_TRUNCATED_IMAGES  # which the printer sets for all
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            image.convert("RGBA")
    except (OSError, SyntaxError, ValueError, LookupError, EOFError, struct.error) as error:
        raise _damaged() from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and content of each part of a PNG, up to the first that is not whole."""
    at = 0
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        named = data[at + 4 : at + 8 + length]
        if len(data) < at + 12 + length or data[at + 8 + length : at + 12 + length] != struct.pack(
            ">I", zlib.crc32(named)
        ):
            return
        yield named[:4], named[4:]
        at += 12 + length


def _gray_png(data: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
        whole = io.BytesIO()
        image.convert("RGBA").convert("LA").save(whole, "PNG")
    return whole.getvalue()


# ---------------------------------------------------------------- SVG


def _shapes(data: bytes) -> Element:
    """Return the drawing in *data*, made anew of shapes and colours alone."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        tree = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as error:
        raise Unusable("is not a plain SVG", "save it as plain SVG, or as PNG") from error
    if tree.tag != f"{_SVG}svg":
        raise Unusable("is not an SVG", "save it as plain SVG, or as PNG")
    if "viewBox" not in tree.attrib and not {"width", "height"} <= tree.attrib.keys():
        raise Unusable("does not say how large it is", "add a `viewBox` to it, or save it as PNG")
    if sum(1 for _ in tree.iter()) > _MOST_SHAPES:
        raise Unusable(f"has more than {_MOST_SHAPES:,} parts")
    drawing = Element(tree.tag, _attributes(tree))
    _copy(tree, drawing, 0)
    return drawing


def _copy(old: Element, new: Element, depth: int) -> None:
    """Copy what *old* holds into *new*."""
    if depth > 40:
        raise Unusable("has parts inside parts without end")
    for part in old:
        tag = str(part.tag)
        name = tag.removeprefix(_SVG)
        if name == tag or name in _SILENT:  # notes of the program that drew it
            continue
        if name not in _SHAPES:
            raise Unusable(f"has a `{name}` in it", _HINTS.get(name, "save it as PNG"))
        copy = SubElement(new, tag, _attributes(part))
        if name == "style":
            copy.text = _plain_style(part.text or "")
        else:
            _copy(part, copy, depth + 1)
        if name == "clipPath" and any(_is_clipped(inner) for inner in copy.iter()):
            # One that clips itself, by whatever way round, has no end for the printer.
            raise Unusable("has a clip path that is clipped itself")


_HINTS = {
    "text": "turn its letters into paths, or save it as PNG",
    "script": "save it as plain SVG, or as PNG",
}


def _is_clipped(element: Element) -> bool:
    return "url" in element.get("clip-path", "") or bool(_CLIPPED.search(element.get("style", "")))


def _attributes(element: Element) -> dict[str, str]:
    """Return the attributes that draw something."""
    kept = {}
    for name, value in element.attrib.items():
        if name == _LINK and value.startswith("#"):
            kept[name] = value  # a gradient that takes over another's colours
        elif not name.startswith(("{", "on")) and name not in ("href", "class", "id", "filter"):
            kept[name] = _plain_style(value)
        elif name in ("class", "id"):
            kept[name] = value
    if any(kept.get(name, "1").strip() not in ("1", "1.0") for name in _OPACITY):
        raise Unusable("has see-through colours", "make its colours solid")
    if "viewBox" in kept and not _is_box(kept["viewBox"]):
        raise Unusable("has a `viewBox` that is not four numbers")
    return kept


def _is_box(text: str) -> bool:
    try:
        numbers = [float(number) for number in text.replace(",", " ").split()]
    except ValueError:
        return False
    return len(numbers) == 4 and all(map(math.isfinite, numbers))


def _plain_style(text: str) -> str:
    plain = _ESCAPE.sub(_unescaped, text)  # `\69mport` is a way to write `import`
    if _ELSEWHERE.search(plain):
        raise Unusable("asks for something that lies elsewhere", "save it as plain SVG, or as PNG")
    if _SEE_THROUGH.search(plain):
        raise Unusable("has see-through colours", "make its colours solid")
    return text


def _unescaped(escape: re.Match[str]) -> str:
    code = int(escape[1] or "0", 16)
    return escape[2] or (chr(code) if code <= sys.maxunicode else "\ufffd")


def _grayed(style: str) -> str:
    return _COLOUR.sub(lambda found: _gray_colour(found[0].strip()), style)


def _gray_colour(text: str) -> str:
    """Return a colour as the gray that is as light; what is no colour stays."""
    from PIL import ImageColor

    read: Callable[[str], tuple[int, ...]] = ImageColor.getrgb
    try:
        red, green, blue = read(text.strip())[:3]
    except ValueError:  # `none`, `url(#a)`, `currentColor`
        return text
    light = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{light:02x}{light:02x}{light:02x}"
