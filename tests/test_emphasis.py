"""Emphasis and links: beside the text in every format, on paper, and in a Markdown seed."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides import layout, readers, report, seeding
from guides.findings import find
from guides.layout.reading import reading
from guides.model import FrontMatter, Look, Markup, Term, WordLists
from guides.readers.apart import _drafted
from guides.readers.assemble import document as assembled
from guides.readers.inline import closing, marked, opening, parted, safe_address
from guides.readers.page import opened
from guides.source import Span
from tests import foreign_files as made
from tests.sample_guide import the_document, the_guide

TEXT = "Never again, he said, and the whole town heard the long report."
REPORT = "https://example.org/report"


def odt() -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = {"office": "office", "text": "text", "style": "style", "fo": "xsl-fo-compatible"}
    declared = " ".join(f'xmlns:{short}="{space}:{name}:1.0"' for short, name in names.items())
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text">'
        f"<style:text-properties fo:{look}/></style:style>"
        for name, look in (("T1", 'font-style="italic"'), ("T2", 'font-weight="bold"'))
    )
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href'
    body = (
        '<text:p><text:span text:style-name="T1">Never</text:span> again, he said, and '
        '<text:span text:style-name="T2">the whole town</text:span> heard '
        f'<text:a {link}="{REPORT}">the long report</text:a>'
        f'<text:a {link}="javascript:alert(1)">.</text:a></text:p>'
    )
    content = (
        f"<office:document-content {declared}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return made.odt(more={"content.xml": content})


def docx() -> bytes:
    def run(text: str, look: str = "") -> str:
        return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    targets = "".join(
        f'<Relationship Id="{name}" Type="{office}/hyperlink" Target="{url}" '
        'TargetMode="External"/>'
        for name, url in (("r7", REPORT), ("r8", "javascript:alert(1)"))
    )
    links = f'<Relationships xmlns="{package}">{targets}</Relationships>'
    body = (
        run("Never", "<w:i/>") + run(" again, he said, and ") + run("the whole town", "<w:b/>")
        + run(" heard ") + f'<w:hyperlink r:id="r7">{run("the long report")}</w:hyperlink>'
        + f'<w:hyperlink r:id="r8">{run(".")}</w:hyperlink>'
    )  # fmt: skip
    document = (
        f'<w:document xmlns:w="{made.WORD}" xmlns:r="{office}"><w:body><w:p>{body}</w:p>'
        "</w:body></w:document>"
    )
    more: dict[str, str | bytes] = {
        "word/document.xml": document,
        "word/_rels/document.xml.rels": links,
    }
    return made.docx(more=more)


def rtf() -> bytes:
    def field(url: str, words: str) -> str:
        return rf'{{\field{{\*\fldinst{{HYPERLINK "{url}"}}}}{{\fldrslt{{\ul {words}}}}}}}'

    return (
        r"{\rtf1\ansi \pard {\i Never} again, he said, and \b the whole town\b0  heard "
        + field(REPORT, "the long report") + field("javascript:alert(1)", ".") + r"\par}"
    ).encode()  # fmt: skip


HTML = (
    "<p><em>Never</em> again, he said, and <b>the whole town</b> heard "
    f'<a href="{REPORT}">the long report</a><a href="javascript:alert(1)">.</a></p>'
)
FILES = {
    "docx": docx(),
    "odt": odt(),
    "rtf": rtf(),
    "epub": made.epub(more={f"ops/{n}.xhtml": f"<body>{HTML}</body>" for n in (1, 2, 3)}),
    "html": f"<body>{HTML}</body>".encode(),
    "md": (
        f"*Never* again, he said, and **the whole town** heard [the long report]({REPORT})"
        "[.](javascript:alert(1))\n"
    ).encode(),
}


def markup(document):
    return [(item.kind, item.span.text, item.url) for item in document.markup]


# ---------------------------------------------------------------- reading


@pytest.mark.parametrize("kind", sorted(FILES))
def test_emphasis_and_links_are_kept_beside_a_text_without_marks(kind):
    document = readers.read(f"x.{kind}", FILES[kind], chapter=1)

    text = " ".join(block.text for block in document.numbered)
    assert text.startswith(TEXT[:-1])
    assert markup(document)[:3] == [
        ("emphasis", "Never", ""),
        ("strong", "the whole town", ""),
        ("link", "the long report", REPORT),
    ]


@pytest.mark.parametrize("kind", sorted(FILES))
def test_no_script_is_kept_as_a_link(kind):
    document = readers.read(f"x.{kind}", FILES[kind])

    assert all("script" not in item.url for item in document.markup)
    assert "](javascript" not in seeding.seed(document)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "/relative",
        "#part",
        "https://a b",
        'https://a"onclick=x',
        "http://",
        "https://x/" + "y" * 3000,
    ],
)
def test_an_address_that_is_no_page_is_none(url):
    assert safe_address(url) == ""


def test_an_address_of_a_page_or_a_person_is_kept():
    assert safe_address(" https://example.org/a?b=1#c ") == "https://example.org/a?b=1#c"
    assert safe_address("mailto:moss@example.org") == "mailto:moss@example.org"


def test_a_style_can_be_what_makes_words_stand_out():
    page = b'<p>a <span style="font-style:italic">slanted</span> and a '
    page += b'<span style="font-weight:700">heavy</span> word</p>'

    document = readers.read("x.html", page)

    assert markup(document) == [("emphasis", "slanted", ""), ("strong", "heavy", "")]


def test_a_class_of_a_style_sheet_can_be_what_makes_words_stand_out():
    """As LibreOffice and Google Docs write it."""
    body = '<body><p>a <span class="s1">slanted</span> and a <span class="s2">heavy</span> word</p>'
    sheet = ".s1 { font-style: italic }\n.s2 {\n  font-size: 9pt;\n  font-weight: bold;\n}"
    more: dict[str, str | bytes] = {f"ops/{n}.xhtml": body for n in (1, 2, 3)}
    book = made.epub(more=more | {"ops/s.css": sheet})
    page = f"<style>{sheet}</style>{body}".encode()

    expected = [("emphasis", "slanted", ""), ("strong", "heavy", "")]
    assert markup(readers.read("x.epub", book, chapter=1)) == expected
    assert markup(readers.read("x.html", page)) == expected


def test_what_a_style_makes_plain_is_plain():
    page = b'<b style="font-weight:normal"><p>All of a pasted text, and <i>this</i>.</p></b>'
    page += b'<p>An <em style="font-style: normal">upright</em> word.</p>'

    assert markup(readers.read("x.html", page)) == [("emphasis", "this", "")]


def test_a_short_line_that_is_all_bold_is_a_heading():
    for words in ("The second day", "Learning outcomes:"):
        page = f"<p>One sentence here.</p><p><b>{words}</b></p><p>Another sentence here.</p>"

        document = readers.read("x.html", page.encode())

        assert [(b.kind, b.text) for b in document.blocks][1] == ("heading", words)


def test_a_bold_question_of_an_interview_stays_a_paragraph():
    page = b"<p>They met on the quay.</p><p><b>What did you see?</b></p><p>The sea and no boat.</p>"

    document = readers.read("x.html", page)

    assert [block.number for block in document.blocks] == [1, 2, 3]


def test_a_heading_is_bold_without_being_told():
    document = readers.read("x.html", b"<p>One.</p><h2><b>A <i>fine</i> day</b></h2><p>Two.</p>")

    assert markup(document) == [("emphasis", "fine", "")]


def test_a_source_line_that_is_a_link_leads_to_the_whole_text():
    seed = "The lamp burned.\n\nIt went out.\n\n[Read the full article](https://example.org/lamp) "
    document = readers.read("x.md", f"{seed}about lamps by Ada Moor at The Hub.\n".encode())

    assert document.url == "https://example.org/lamp"


def test_signs_that_a_file_brings_along_are_no_emphasis():
    text = f"a {opening('emphasis')}b{closing('emphasis')} {opening('link', REPORT)}c"
    page = f"<p>{text}</p>".encode()

    for name in ("x.html", "x.md"):
        document = readers.read(name, page)
        assert not document.markup
        assert not re.search("[\ufdd0-\ufdef]", document.text)


@given(st.lists(st.sampled_from(["a", " ", "\n", *map(chr, range(0xFDD0, 0xFDD8)), "https://x"])))
def test_any_signs_in_any_order_leave_a_text_with_places_inside_it(tokens):
    text, found = parted("".join(tokens))

    assert not re.search("[\ufdd0-\ufdd6]", text)
    for item in found:
        assert 0 <= item.start < item.end <= len(text)
        assert text[item.start : item.end].strip() == text[item.start : item.end]


# ---------------------------------------------------------------- to a seed and back

words = st.sampled_from(
    ["lamp", "sea", "3", ",", ".", "!", "?", "“", "”", "(", ")", "-", "*", "_", "`", "[", "]", "<",
     ">", "&amp;", "&eacute;", "#", "1.", "+", "=", "~", "|", ":", "\\", "'", "\u2014"]
)  # fmt: skip


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(["<em>{}</em>", "<b>{}</b>", '<a href="https://x.org/(y)">{}</a>'])
    joined = st.lists(inner, min_size=1, max_size=4).map("".join)
    return st.one_of(inner, st.builds(lambda tag, text: tag.format(text), tags, joined))


pieces = st.recursive(st.one_of(words, st.just(" ")), wrapped, max_leaves=12)


@given(st.lists(pieces, min_size=1, max_size=12).map("".join))
def test_whatever_stands_out_a_seed_says_the_same_words(body):
    page = f"<p>The sea was calm.</p><p>{body}</p><p>The lamp was out.</p>"
    document = assembled(_drafted("x.html", "¶", opened(page.encode())), FrontMatter())

    again = readers.read("x.md", seeding.seed(document).encode())

    assert [block.text for block in again.numbered] == [block.text for block in document.numbered]
    assert set(markup(again)) <= set(markup(document))


@pytest.mark.parametrize("kind", sorted(FILES))
def test_a_seed_made_of_a_file_has_its_emphasis_and_links(kind):
    document = readers.read(f"x.{kind}", FILES[kind], chapter=1)

    seed = seeding.seed(document)

    assert (
        f"*Never* again, he said, and **the whole town** heard [the long report]({REPORT})" in seed
    )
    assert markup(readers.read("x.md", seed.encode()))[:3] == markup(document)[:3]


# ---------------------------------------------------------------- on paper


def test_emphasis_is_printed_and_the_words_of_a_link_stay():
    document = readers.read("x.html", FILES["html"])

    (part,) = reading(document)

    assert "".join(run["text"] for run in part["runs"]) == TEXT
    assert [run["text"] for run in part["runs"] if run["emphasis"]] == ["Never"]
    assert [run["text"] for run in part["runs"] if run["strong"]] == ["the whole town"]


def test_a_page_has_the_emphasis_and_no_address_of_the_reading(page_templates):
    document = readers.read("x.html", FILES["html"])
    guide = replace(the_guide(), document=document, words=())

    html = layout.lay_out(guide, "reading", page_templates)

    assert "<em>Never</em> again, he said, and <strong>the whole town</strong> heard the" in html
    assert REPORT not in html
    assert "javascript" not in html


def test_a_word_to_know_can_stand_inside_emphasis(page_templates):
    document = the_document()
    block = document.numbered[0]
    start = block.span.start
    word = Term(word="x", span=Span(document.source, start + 3, start + 6), paragraph=1)
    whole = Markup(kind="emphasis", span=Span(document.source, start, start + 9))

    runs = reading(replace(document, markup=(whole,)), [word])
    first = next(part for part in runs if part.get("number") == 1)["runs"]

    assert [run["word"] for run in first[:3]] == [False, True, False]
    assert [run["emphasis"] for run in first[:4]] == [True, True, True, False]


def test_large_print_sets_emphasis_in_bold(page_templates):
    look = Look(large_print=True)

    html = layout.lay_out(the_guide(), "reading", page_templates, look)

    assert ".text em { font-weight: 600 }" in html
    assert html.index("font-style: normal !important") < html.index(".text em { font-weight: 600 }")


def test_the_report_tells_emphasis_with_its_place():
    document = readers.read("x.html", FILES["html"])

    shape = report.report(find(document, WordLists()))["document"]

    first = shape["markup"][0]
    assert first["kind"] == "emphasis"
    assert shape["text"][first["start"] : first["end"]] == first["text"] == "Never"


def test_marked_words_close_what_they_open():
    text, (outer, inner) = parted(marked("strong", "a " + marked("emphasis", "b")))

    assert text == "a b"
    assert (outer.kind, outer.start, outer.end) == ("strong", 0, 3)
    assert (inner.kind, inner.start, inner.end) == ("emphasis", 2, 3)
