"""PDF → a picture of a page, as PNG, written here in a few lines: it is only rows of dots."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Dots:
    """A page as dots, three bytes each: red, green, blue."""

    width: int
    height: int
    data: bytes


def dots(pdf: bytes, page: int, width: int) -> Dots:
    """Return a page as it would be seen on white paper.

    Args:
        pdf: The file.
        page: From 1.
        width: How many dots lie beside each other.

    Raises:
        IndexError: There is no such page.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 0 < page <= len(document):
            raise IndexError(page)
        leaf = document[page - 1]
        bitmap = leaf.render(scale=width / leaf.get_width(), rev_byteorder=True)
        row = 3 * bitmap.width
        data, stride = bytes(bitmap.buffer), bitmap.stride
        rows = (data[at * stride : at * stride + row] for at in range(bitmap.height))
        return Dots(bitmap.width, bitmap.height, b"".join(rows))
    finally:
        document.close()


def png(picture: Dots) -> bytes:
    """Return a picture as the bytes of a PNG file."""
    row = 3 * picture.width
    rows = b"".join(
        b"\0" + picture.data[at : at + row] for at in range(0, row * picture.height, row)
    )
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def page_count(pdf: bytes) -> int:
    """Return how many pages a file has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
