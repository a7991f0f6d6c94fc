"""Quotations that stand by themselves, tables, footnotes: read, printed, written to a seed."""

from dataclasses import replace
from html import escape

import pytest

from guides import layout, readers, seeding
from guides.model import Document
from tests import foreign_files as made
from tests.sample_guide import the_guide

FIRST = "It was said in the town that the lamp would never be lit again."
QUOTED = "We will light it tonight, said the keeper, and we will not ask."
LAST = "The town heard it, and the boats were late."
EXPECTED = [
    ("heading", "The second day", False),
    ("paragraph", FIRST, False),
    ("paragraph", QUOTED, True),
    ("row", "Name | Age", False),
    ("row", "Ada Moor | 12", False),
    ("paragraph", LAST, False),
    ("caption", "Note 1: As the Ledger wrote.", False),
]

HTML = (
    "<h2>The second day</h2><p>{first}</p><blockquote><p>{quoted}</p></blockquote><table>"
    "<tr><td>Name</td><td>Age</td></tr><tr><td><p>Ada Moor</p></td><td>12</td></tr></table>"
    "<p>{last}{mark}</p>{note}"
)
BODY = {"first": FIRST, "quoted": QUOTED, "last": LAST}


def html(mark: str, note: str) -> str:
    return HTML.format(**BODY, mark=mark, note=note)


PANDOC = html(
    '<a href="#fn1" class="footnote-ref" epub:type="noteref" role="doc-noteref"><sup>1</sup></a>',
    '<section class="footnotes"><ol><li id="fn1"><p>As the <em>Ledger</em> wrote.'
    '<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>',
)
OFFICE = html(
    '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>',
    '<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>As the '
    '<i>Ledger</i> wrote.</p></div><div title="footer"><p>1</p></div>',
)
BOOK = html(
    '<a epub:type="noteref" href="#n1">1</a>',
    '<aside epub:type="footnote" id="n1"><p>As the <i>Ledger</i> wrote.</p></aside>',
)


def docx() -> bytes:
    def paragraph(text: str, style: str = "", more: str = "") -> str:
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{look}<w:r><w:t>{escape(text)}</w:t></w:r>{more}</w:p>"

    def row(*cells: str) -> str:
        inner = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
        return f"<w:tr>{inner}</w:tr>"

    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        paragraph("The second day", "Heading1") + paragraph(FIRST) + paragraph(QUOTED, "Q")
        + f"<w:tbl>{row('Name', 'Age')}{row('Ada Moor', '12')}</w:tbl>" + paragraph(LAST, "", mark)
    )  # fmt: skip
    styles = (
        f'<w:styles xmlns:w="{made.WORD}"><w:style w:type="paragraph" w:styleId="Heading1">'
        '<w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Q">'
        '<w:name w:val="Quote"/></w:style></w:styles>'
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{office}/{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(("styles", "footnotes"))
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    note = f'<w:footnote w:id="2">{paragraph("As the Ledger wrote.")}</w:footnote>'
    parts: dict[str, str | bytes] = {
        "word/styles.xml": styles,
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{made.WORD}">{note}</w:footnotes>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{relations}'
        "</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{made.WORD}"><w:body>{body}</w:body>'
        "</w:document>",
    }
    return made.docx(more=parts)


def odt() -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{n}="{space}:{n}:1.0"' for n in ("office", "text", "table", "style"))
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (("Name", "Age"), ("Ada Moor", "12"))
    )
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>As the "
        "Ledger wrote.</text:p></text:note-body></text:note>"
    )
    content = (
        f'<office:document-content {names}><office:automatic-styles><style:style style:name="P1" '
        'style:family="paragraph" style:parent-style-name="Quotations"/></office:automatic-styles>'
        '<office:body><office:text><text:h text:outline-level="2">The second day</text:h>'
        f'<text:p>{FIRST}</text:p><text:p text:style-name="P1">{QUOTED}</text:p>'
        f"<table:table>{cells}</table:table><text:p>{LAST}{note}</text:p></office:text>"
        "</office:body></office:document-content>"
    )
    return made.odt(more={"content.xml": content})


RTF_PANDOC = (
    r"{\rtf1\ansi {\pard \outlinelevel1 The second day\par}{\pard \li0 \fi0 " + FIRST
    + r"\par}{\pard \li720 \fi0 " + QUOTED + r"\par}{\trowd\intbl{{\pard\intbl Name\par}\cell}"
    r"{{\pard\intbl Age\par}\cell}\intbl\row}{\trowd\intbl{{\pard\intbl Ada Moor\par}\cell}"
    r"{{\pard\intbl 12\par}\cell}\intbl\row}{\pard " + LAST
    + r"{\super\chftn}{\*\footnote\chftn\~\plain\pard As the {\i Ledger} wrote.}\par}}"
)  # fmt: skip
RTF_OFFICE = (
    r"{\rtf1\ansi{\stylesheet{\s1\outlinelevel0 Heading 1;}{\s43\li567 Quotations;}}"
    r"\pard\plain \s1{\listtext\pard\plain \tab}\ls1 \outlinelevel1 The second day\par "
    r"\pard\plain " + FIRST + r"\par \pard\plain \s43\li567\fi0 " + QUOTED + r"\par "
    r"\trowd\pard\plain \intbl Name\cell\pard\plain \intbl Age\cell\row\pard "
    r"\trowd\pard\plain \intbl Ada Moor\cell\pard\plain \intbl 12\cell\row\pard "
    r"\pard\plain " + LAST + r"{\chftn{\*\footnote\pard\plain As the {\i Ledger} wrote.}}\par}"
)  # fmt: skip
MARKDOWN = (
    f"## The second day\n\n{FIRST}\n\n> {QUOTED}\n\n| Name | Age |\n| --- | --- |\n| Ada Moor | 12 "
    f"|\n\n{LAST}\n\nNote 1: As the *Ledger* wrote.\n"
)
EMPTY: dict[str, str | bytes] = {f"ops/{n}.xhtml": "<html></html>" for n in (2, 3)}
FILES = {
    "pandoc.html": f"<body>{PANDOC}</body>".encode(),
    "office.html": f"<body>{OFFICE}</body>".encode(),
    "pandoc.epub": made.epub(more=EMPTY | {"ops/1.xhtml": f"<body>{PANDOC}</body>"}),
    "book.epub": made.epub(more=EMPTY | {"ops/1.xhtml": f"<body>{BOOK}</body>"}),
    "word.docx": docx(),
    "office.odt": odt(),
    "pandoc.rtf": RTF_PANDOC.encode(),
    "office.rtf": RTF_OFFICE.encode(),
    "seed.md": MARKDOWN.encode(),
}


def told(document: Document) -> list[tuple[str, str, bool]]:
    return [(b.kind, " ".join(b.text.split()), b.quoted) for b in document.blocks]


@pytest.mark.parametrize("name", FILES)
def test_quotations_tables_and_notes_are_told_from_paragraphs(name):
    document = readers.read(name, FILES[name])

    titled = document.title == "The second day"  # some formats take a first heading for it
    assert told(document) == EXPECTED[titled:]


@pytest.mark.parametrize("name", FILES)
def test_a_seed_made_of_a_file_keeps_them(name):
    document = readers.read(name, FILES[name])

    again = readers.read("x.md", seeding.seed(document).encode())

    assert told(again) == told(document)
    assert [block.number for block in again.blocks] == [block.number for block in document.blocks]


def test_rows_with_as_many_cells_are_one_table_in_a_seed():
    page = "<p>One.</p><table>{}</table><p>Two.</p>".format(
        "".join(f"<tr>{'<td>a</td>' * count}</tr>" for count in (2, 2, 3))
    )

    seed = seeding.seed(readers.read("x.html", page.encode()))

    assert "| a | a |\n| --- | --- |\n| a | a |\n\n| a | a | a |\n| --- | --- | --- |\n" in seed


def test_a_quotation_is_set_in_on_paper(page_templates):
    guide = replace(the_guide(), document=readers.read("x.md", FILES["seed.md"]), words=())

    html = layout.lay_out(guide, "reading", page_templates)

    assert f'<p class="paragraph quoted"><span class="number">2</span>{QUOTED}</p>' in html
    assert f'<p class="paragraph"><span class="number">1</span>{FIRST}</p>' in html
    assert ".text .quoted { margin-left" in html


def test_a_table_is_printed_as_one(page_templates):
    guide = replace(the_guide(), document=readers.read("x.md", FILES["seed.md"]), words=())

    html = layout.lay_out(guide, "reading", page_templates)

    rows = "<tr><td>Name</td><td>Age</td></tr>\n<tr><td>Ada Moor</td><td>12</td></tr>"
    assert f'<table class="grid">\n{rows}\n</table>' in html


def test_lines_of_a_typed_table_stay_lines(page_templates):
    text = (
        "One sentence.\n\nName      Age    Town\nAda       12     Morrow\nRui       13     Tolle\n"
    )
    guide = replace(the_guide(), document=readers.read("x.txt", text.encode()), words=())

    html = layout.lay_out(guide, "reading", page_templates)

    assert html.count('<p class="row">') == 3
