"""Word documents: Mammoth makes them HTML, whose blocks are walked as those of a web page."""

from __future__ import annotations

import io
from zipfile import ZipFile

from guides.readers.blocks import Opened, Refused, primary
from guides.readers.page import blocks, tree
from guides.readers.zipped import archive, damaged, xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"

# The styles of Word, LibreOffice and pandoc for a quotation that stands by itself.
_QUOTED = "\n".join(
    f"p[style-name='{name}'] => blockquote > p:fresh"
    for name in ("Quote", "Intense Quote", "Quotations", "Block Text")
)


def opened(data: bytes, encoding: str = "", chapter: int = 0) -> Opened:
    """Return the words of a Word document.

    Raises:
        Refused: It is locked, damaged, too heavy, or carries a program.
    """
    import mammoth

    found = archive(data)
    names = set(found.namelist())
    if any(name.endswith("vbaProject.bin") for name in names):
        message, hint = "the file carries a program (macros)", "save it as .docx without macros"
        raise Refused("macro-file", message, hint)
    if "word/document.xml" not in names:
        raise damaged()
    for name in sorted(names):
        if name.endswith((".xml", ".rels")):
            xml(found, name)  # looks for entities before anybody else reads it
    made = mammoth.convert_to_html(
        io.BytesIO(data), style_map=_QUOTED, include_embedded_style_map=False
    )
    marks, notes = blocks(tree(made.value), whole=True)
    title = author = language = ""
    if "docProps/core.xml" in names:
        core = xml(found, "docProps/core.xml")
        title = (core.findtext(f"{_DC}title") or "").strip()
        author = (core.findtext(f"{_DC}creator") or "").strip()
        language = primary(core.findtext(f"{_DC}language") or "")
    # A word processor names its owner as the author by itself; who gives a title has looked.
    language = language or _written_in(found, names)
    author = author if title else ""
    return Opened(tuple(marks), title, author, language=language, repairs=tuple(notes))


def _written_in(found: ZipFile, names: set[str]) -> str:
    """Return the language that the styles are in, unless they are said to be in another."""
    if "word/styles.xml" not in names:
        return ""
    said = xml(found, "word/styles.xml").find(f".//{_W}docDefaults//{_W}lang")
    return primary(said.get(f"{_W}val", "")) if said is not None else ""
