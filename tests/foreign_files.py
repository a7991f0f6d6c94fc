"""Small files of foreign formats, made here: nothing is copied from anybody's documents."""

import io
import zipfile
from collections.abc import Sequence
from html import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARAGRAPHS = (
    "The lamp stood on the sill, and nobody had lit it for nine days.",
    "“We will light it tonight,” said Mara Quill, who kept the key.",
    "But the oil was gone, and the boats were late.",
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def docx(
    *,
    more: dict[str, str | bytes] | None = None,
    before: str = "",
    paragraphs: Sequence[str] = PARAGRAPHS,
    heading: str = "The Keeper",
) -> bytes:
    def paragraph(text: str, style: str = "") -> str:
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{look}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"

    body = paragraph(heading, "Heading1") if heading else ""
    body += "".join(map(paragraph, paragraphs))
    styles = (
        f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="Heading1">'
        '<w:name w:val="heading 1"/></w:style></w:styles>'
    )
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"

    def relations(kind: str, target: str) -> str:
        return (
            f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{office}/{kind}" Target="{target}"/></Relationships>'
        )

    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": kinds,
        "_rels/.rels": relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": relations("styles", "styles.xml"),
        "word/styles.xml": styles,
        "word/document.xml": (
            f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}'
            "</w:body></w:document>"
        ),
    }
    return zipped(parts | (more or {}))


def odt(
    *,
    more: dict[str, str | bytes] | None = None,
    paragraphs: Sequence[str] = PARAGRAPHS,
    heading: str = "The Keeper",
) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    body = f'<text:h text:outline-level="1">{heading}</text:h>' if heading else ""
    body += "".join(f"<text:p>{escape(text)}</text:p>" for text in paragraphs)
    listed = "<text:list><text:list-item><text:p>oil</text:p></text:list-item></text:list>"
    listed = listed if heading else ""
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:text="{space}:text:1.0"><office:body><office:text>'
        f"{body}{listed}"
        "</office:text></office:body></office:document-content>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
    }
    return zipped(parts | (more or {}))


def epub(*, more: dict[str, str | bytes] | None = None) -> bytes:
    pages: dict[str, str | bytes] = {
        f"ops/{number}.xhtml": f"<html><body><h1>Part {number}</h1><p>{text}</p></body></html>"
        for number, text in enumerate(PARAGRAPHS, 1)
    }
    items = "".join(
        f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in (1, 2, 3)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in (1, 2, 3))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>The Keeper of the Lamp</dc:title><dc:creator>Ada Moor</dc:creator>"
        f"</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="ops/book.opf"/></rootfiles></container>'
    )
    parts: dict[str, str | bytes] = {"META-INF/container.xml": container, "ops/book.opf": package}
    return zipped(parts | pages | (more or {}))


def rtf(
    *, paragraphs: Sequence[str] = PARAGRAPHS, heading: str = "The Keeper", info: str = ""
) -> bytes:
    lines = "".join(
        r"\pard " + text.replace("“", r"\ldblquote ").replace("”", r"\rdblquote ") + "\\par\n"
        for text in paragraphs
    )
    lines = "".join(c if c < "\x80" else f"\\u{ord(c)}?" for c in lines)
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\stylesheet{\s1 heading 1;}}" + info
    title = f"\\pard\\s1 {heading}\\par\n" if heading else ""
    return (head + title + lines + "}").encode("ascii")


def html() -> bytes:
    more = "It was a long and quiet evening in Morrow, and the sea was as flat as a plate."
    body = "".join(f"<p>{text} {more}</p>" for text in PARAGRAPHS)
    return (
        "<html><head><title>The Keeper | The Morrow Post</title><meta charset=utf-8></head><body>"
        "<nav><ul><li><a href=/>Home</a></li></ul></nav><div class='cookie-consent'>We use "
        f"cookies.</div><article><h1>The Keeper</h1>{body}</article><footer>All rights</footer>"
        "</body></html>"
    ).encode()
