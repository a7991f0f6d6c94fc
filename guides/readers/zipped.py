"""Files that are zip archives inside: Word, OpenDocument, EPUB.

An archive can promise far more than it weighs, so sizes are looked at before anything is
unpacked; and XML that declares entities is refused, since no word processor writes any.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from guides.readers.blocks import Refused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LARGEST = 100 * 2**20  # bytes, all parts unpacked
_RATIO = 200  # times larger than packed, for what is larger than 1 MiB
_PARTS = 5_000
_OLE = b"\xd0\xcf\x11\xe0"


def archive(data: bytes) -> zipfile.ZipFile:
    """Return the archive in *data*, its sizes looked at.

    Raises:
        Refused: It is no archive, locked, or would grow too large.
    """
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise locked()
        raise Refused(
            "binary-file", "this is an old Word file", "open it in a word processor, save as .docx"
        )
    try:
        found = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise damaged() from error
    parts = found.infolist()
    total, packed = (sum(p.file_size for p in parts), sum(p.compress_size for p in parts))
    steep = total > 2**20 and total > _RATIO * max(packed, 1)
    if len(parts) > _PARTS or total > _LARGEST or steep:
        raise heavy()
    if any(part.flag_bits & 1 for part in parts):
        raise locked()
    return found


def xml(found: zipfile.ZipFile, name: str) -> Element:
    """Return the root of one part.

    Raises:
        Refused: The part is missing, broken, or declares entities.
    """
    # Costs 15 ms, and plain text does without it.
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(found.read(name))
    except DefusedXmlException as error:
        raise heavy() from error
    except (
        ParseError, LookupError, ValueError, zipfile.BadZipFile, zlib.error, OSError, EOFError,
    ) as error:  # fmt: skip
        raise damaged() from error
    return root


def damaged() -> Refused:
    """Return what to say of a file that is cut short or not what its name says."""
    return Refused(
        "damaged-file",
        "the file is damaged, or not what its name says",
        "open it in the program that wrote it and save it again",
    )


def heavy() -> Refused:
    """Return what to say of a file that would take too much room or time."""
    return Refused(
        "file-too-heavy",
        "the file takes more room or time to open than any reading should",
        "copy the words into a new file",
    )


def locked() -> Refused:
    """Return what to say of a file that is locked."""
    return Refused("locked-file", "the file is locked with a password", "save it without one")
