"""One text in every format: the same guide, question for question; what files say of themselves."""

from html import escape
from pathlib import Path

import pypdf
import pytest

from guides import pipeline, project, readers
from guides.model import Guide
from guides.project import Project
from tests import foreign_files as made

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "lgbtqi-communities-in-chechnya.txt"
LINES = [line for line in SEED.read_text("utf-8").split("\n") if line]
PARAGRAPHS = "".join(f"<p>{escape(line)}</p>" for line in LINES)
KINDS = ("md", "docx", "odt", "rtf", "epub", "html", "pdf")


@pytest.fixture(scope="module")
def library():
    return Project(ROOT).library()


@pytest.fixture(scope="module")
def files(press) -> dict[str, bytes]:
    page = f"<html lang=en><title>x</title><body>{PARAGRAPHS}</body></html>"
    chapter = f"<html><body>{PARAGRAPHS}</body></html>"
    empty = "<html><body></body></html>"
    pages: dict[str, str | bytes] = {"ops/1.xhtml": chapter, "ops/2.xhtml": empty}
    book = made.epub(more=pages | {"ops/3.xhtml": empty, "ops/book.opf": package("")})
    return {
        "md": "\n\n".join(LINES).encode(),
        "docx": made.docx(paragraphs=LINES, heading=""),
        "odt": made.odt(paragraphs=LINES, heading=""),
        "rtf": made.rtf(paragraphs=LINES, heading=""),
        "epub": book,
        "html": f"<body>{PARAGRAPHS}</body>".encode(),
        "pdf": press.print(page).pdf,
    }


def package(metadata: str) -> str:
    items = "".join(
        f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in (1, 2, 3)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in (1, 2, 3))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine>"
        "</package>"
    )


def guide(name: str, data: bytes, library) -> Guide:
    found = pipeline.find(readers.read(name, data), library)
    candidates = pipeline.fill(found, library.prompts.values())
    care = project.care_texts(library)
    return pipeline.choose(found, candidates, library.plans["classroom-45"], care)


def asked(made_guide: Guide) -> list[tuple[str, str, bool, str]]:
    return [(q.text, q.pointer, q.starred, q.starter) for q in made_guide.questions]


@pytest.fixture(scope="module")
def wanted(library) -> Guide:
    return guide("seed.txt", SEED.read_bytes(), library)


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_gives_the_same_guide_in_every_format(kind, files, wanted, library):
    got = guide(f"seed.{kind}", files[kind], library)

    assert asked(got) == asked(wanted)
    assert got.credit == wanted.credit
    assert [row.step.minutes for row in got.steps] == [row.step.minutes for row in wanted.steps]
    assert [term.word for term in got.words] == [term.word for term in wanted.words]
    assert got.document.preface is not None


def test_every_format_that_is_read_is_among_them():
    others = {".txt", ".text", ".markdown", ".htm", ".xhtml"}

    assert {f".{kind}" for kind in KINDS} | others == set(readers.SUFFIXES)


def test_a_text_that_was_saved_as_a_page_of_typed_lines_is_read_as_typed(wanted, library):
    """A word processor saves a plain text as one <pre>."""
    page = f"<body><pre>{escape(SEED.read_text('utf-8'))}</pre></body>".encode()

    assert asked(guide("seed.html", page, library)) == asked(wanted)


def test_a_poem_in_typed_lines_keeps_its_lines():
    document = readers.read("x.html", b"<p>A poem.</p><pre>The lamp\nwent out\nat three</pre>")

    assert [(b.kind, b.text) for b in document.blocks][-1] == (
        "stanza",
        "The lamp\nwent out\nat three",
    )


# ---------------------------------------------------------------- what files say of themselves

DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
# A language that the words do not tell.
SHORT = ("Qua.", "Quo.", "Qui.")


def said(name: str, data: bytes) -> dict[str, object]:
    document = readers.read(name, data)
    return {
        "title": document.title,
        "authors": document.authors,
        "publisher": document.publisher,
        "date": document.date,
        "language": document.language,
    }


def told(**more: object) -> dict[str, object]:
    nothing = {"publisher": "", "date": ""}
    return {"title": "The Last Lamp", "authors": ("Ada Moor",), "language": "pt"} | nothing | more


def test_a_word_document_says_who_wrote_it_and_in_what_language():
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        f'core-properties" {DC}><dc:title>The Last Lamp</dc:title><dc:creator>Ada Moor'
        "</dc:creator><dc:language>pt-BR</dc:language></cp:coreProperties>"
    )
    data = made.docx(paragraphs=SHORT, heading="", more={"docProps/core.xml": core})

    assert said("x.docx", data) == told()


def test_the_styles_of_a_word_document_tell_its_language():
    styles = (
        f'<w:styles xmlns:w="{made.WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:lang w:val="pt-PT"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
    )
    data = made.docx(paragraphs=SHORT, heading="", more={"word/styles.xml": styles})

    assert readers.read("x.docx", data).language == "pt"


def test_an_open_document_says_who_wrote_it_and_in_what_language():
    meta = (
        f'<office:document-meta xmlns:office="{OFFICE}:office:1.0" xmlns:meta="{OFFICE}:meta:1.0" '
        f"{DC}><office:meta><dc:title>The Last Lamp</dc:title><meta:initial-creator>Ada Moor"
        "</meta:initial-creator><dc:creator>Somebody Else</dc:creator><dc:language>pt</dc:language>"
        "</office:meta></office:document-meta>"
    )

    data = made.odt(paragraphs=SHORT, heading="", more={"meta.xml": meta})

    assert said("x.odt", data) == told()


def test_an_e_book_says_who_published_it_and_when():
    metadata = (
        "<dc:title>The Last Lamp</dc:title><dc:creator>Ada Moor</dc:creator><dc:publisher>Quay"
        "</dc:publisher><dc:date>2019-05-04</dc:date><dc:language>pt</dc:language>"
    )
    pages: dict[str, str | bytes] = {
        f"ops/{n}.xhtml": f"<p>{text}</p>" for n, text in enumerate(SHORT, 1)
    }

    data = made.epub(more=pages | {"ops/book.opf": package(metadata)})

    assert said("x.epub", data) == told(publisher="Quay", date="2019-05-04")


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2019", "2019"),
        ("2019-05-04T00:00:00+00:00", "2019-05-04"),
        ("2026-11-28T01:26:11Z", ""),  # when a program wrote the file
        ("0101-01-01T00:00:00+00:00", ""),
        ("May 2019", ""),
    ],
)
def test_the_moment_at_which_a_program_wrote_a_book_is_no_date_of_publication(date, day):
    data = made.epub(more={"ops/book.opf": package(f"<dc:date>{date}</dc:date>")})

    assert readers.read("x.epub", data).date == day


def test_a_page_that_a_book_names_again_is_read_once():
    page = '<itemref idref="c2"/>'
    once = made.epub(more={"ops/book.opf": package("")})
    again = made.epub(more={"ops/book.opf": package("").replace(page, page * 3)})

    assert readers.read("x.epub", again).source.text == readers.read("x.epub", once).source.text


def test_rich_text_says_who_wrote_it():
    info = r"{\info{\title The Last Lamp}{\author Ada Moor}}"

    data = made.rtf(paragraphs=SHORT, heading="", info=info)

    assert said("x.rtf", data) == told(language="und")


def test_a_web_page_says_who_published_it_and_when():
    head = (
        '<html lang="pt-BR"><meta charset=utf-8><meta property="og:title" content="The Last Lamp">'
        '<meta name="author" content="Ada Moor"><meta property="og:site_name" content="The Quay">'
        '<meta property="article:published_time" content="2019-05-04T09:31:00+02:00">'
    )
    page = head + "".join(f"<p>{text}</p>" for text in SHORT)

    expected = told(publisher="The Quay", date="2019-05-04")
    assert said("x.html", page.encode()) == expected


def test_a_web_page_can_say_it_to_search_engines_alone():
    data = (
        '{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", "headline": "x", '
        '"author": [{"name": "Ada Moor"}, {"name": "Rui Costa"}], "publisher": {"name": "Quay"}, '
        '"datePublished": "2019-05-04T09:31:00Z"}]}'
    )
    page = f'<script type="application/ld+json">{data}</script><p>Qua.</p><p>Quo.</p>'

    document = readers.read("x.html", page.encode())

    assert document.authors == ("Ada Moor", "Rui Costa")
    assert (document.publisher, document.date) == ("Quay", "2019-05-04")


@pytest.mark.parametrize("data", ["{", "[" * 100_000, "null", '{"headline": 1, "author": {}}', "3"])
def test_data_for_search_engines_that_is_no_data_is_passed_over(data):
    page = f'<script type="application/ld+json">{data}</script><p>Qua.</p><p>Quo.</p>'

    assert readers.read("x.html", page.encode()).text == "Qua.\n\nQuo."


def test_a_pdf_says_who_wrote_it(press):
    body = "".join(f"<p>{text}</p>" for text in made.PARAGRAPHS)
    printed = press.print(f"<html lang=en><title>x</title><body>{body}</body></html>").pdf
    import io

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(printed))
    writer.add_metadata({"/Title": "The Last Lamp", "/Author": "Ada Moor"})
    data = io.BytesIO()
    writer.write(data)

    assert said("x.pdf", data.getvalue()) == told(language="en")


def test_the_words_tell_the_language_before_the_file_does():
    """A word processor writes its own language into every file."""
    styles = (
        f'<w:styles xmlns:w="{made.WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:lang w:val="es-ES"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
    )

    data = made.docx(more={"word/styles.xml": styles})

    assert readers.read("x.docx", data).language == "en"
