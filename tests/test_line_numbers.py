"""A number beside every fifth line of prose, wherever the lines fall."""

import base64
import io
import re

import pypdf
import pytest

from guides import making, proofs
from guides.layout import lay_out
from guides.model import PLAIN, Look
from guides.printing.fitting import fit
from guides.printing.line_numbers import STEP, counted_lines, with_line_numbers
from tests import page_lint
from tests.sample_guide import a_document, a_guide, the_guide

NUMBERED = Look(line_numbers=True)
LOOKS = [
    NUMBERED,
    Look(line_numbers=True, paper="a4", large_print=True),
    Look(line_numbers=True, bilingual=True),
    Look(line_numbers=True, bilingual=True, large_print=True, grayscale=True),
    Look(line_numbers=True, easy_reading=True, duplex=True),
]
LONG = "The bell rang over the harbor, and nobody who lived there could say why it did. " * 9


def fitted(press, templates, look=NUMBERED, edition="reading", guide=None):
    """Return a page as it is printed: as HTML, and laid out."""

    def lay(lines, setting):
        return lay_out(guide or the_guide(), edition, templates, look, lines, setting)

    return press._numbered(*fit(lay, press._render, sheet_pages=6 if look.large_print else 2))


def drawn(html):
    """Return, for each page that has any, the numbers that are drawn and where."""
    found = {}
    for page, data in re.findall(r"@page :nth\((\d+)\)[^}]*base64,([^\"]+)\"", html):
        picture = base64.b64decode(data).decode()
        found[int(page)] = [
            (int(number), float(y))
            for y, number in re.findall(r'y="([\d.]+)"[^>]*>(\d+)</text>', picture)
        ]
    return found


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_fifth_line_has_its_number_on_its_own_base_line(look, press, page_templates):
    html, document = fitted(press, page_templates, look)

    count = 0
    expected: dict[int, list[tuple[int, float]]] = {}
    for number, page in enumerate(document.pages, 1):
        for line in counted_lines(page):
            count += 1
            if count % STEP == 0:
                at = round(line.position_y + line.baseline, 2)
                expected.setdefault(number, []).append((count, at))
    assert count > 20
    assert drawn(html) == expected


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_numbers_move_no_line(look, press, page_templates):
    def lines(document):
        return [
            (round(line.position_x, 3), round(line.position_y, 3), page_lint.words(line))
            for page in document.pages
            for line in page_lint.lines_of(page._page_box)
        ]

    html, document = fitted(press, page_templates, look)
    bare = re.sub(r"<style>@page :nth.*?</style>", "", html)

    assert bare != html
    assert lines(document) == lines(press._render(bare))


def test_lines_of_prose_and_lists_count_and_headings_do_not(press, page_templates):
    guide = a_guide(
        a_document([("heading", "A heading"), ("paragraph", LONG), ("item", "One thing")])
    )

    _, document = fitted(press, page_templates, guide=guide)

    counted = [page_lint.words(line) for page in document.pages for line in counted_lines(page)]
    assert counted[0].startswith("1The bell rang")
    assert counted[-1].endswith("One thing")
    assert "•" not in counted
    assert not any("heading" in words for words in counted)


def test_a_title_a_preface_and_a_source_do_not_count(press, page_templates):
    _, document = fitted(press, page_templates)

    counted = " ".join(
        page_lint.words(line) for page in document.pages for line in counted_lines(page)
    )
    assert "In the editors’ words" not in counted
    assert "Levi Jackman, United Nations" not in counted


def test_verse_keeps_numbers_of_its_own(press, page_templates):
    """A line number means one thing."""
    verse = a_guide(a_document([("paragraph", LONG), ("stanza", "One\ntwo\nthree\nfour\nfive")]))

    html = lay_out(verse, "reading", page_templates, NUMBERED)

    assert "data-line-numbers" not in html
    assert '<span class="line-number">5</span>' in html


def test_without_the_wish_nothing_is_counted(press, page_templates):
    html = lay_out(the_guide(), "reading", page_templates, PLAIN)

    assert "counted" not in html
    assert with_line_numbers(html, None) == html


def test_only_readings_are_counted_and_a_leaflet_is_too_narrow(page_templates):
    for edition in ("facilitator-guide", "cards", "leaflet", "slides"):
        assert lay_out(the_guide(), edition, page_templates, NUMBERED) == lay_out(
            the_guide(), edition, page_templates
        )


def test_whoever_listens_to_a_page_does_not_hear_the_numbers(press, page_templates):
    html, document = fitted(press, page_templates)

    pdf = press._write(html, document).pdf
    content = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].get_contents()
    assert content is not None
    stream = content.get_data()
    artifact, _, rest = stream.partition(b"/Artifact")[2].partition(b"EMC")
    assert b" Do" in artifact
    assert b" Do" not in rest


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("edition", ["reading", "handout"])
def test_a_numbered_page_has_no_fault(edition, look, press, page_templates):
    guide = the_guide()

    def lay(lines, setting):
        return lay_out(guide, edition, page_templates, look, lines, setting)

    pdf = press.print_to_fit(lay, making.sheet_pages(look)).pdf

    found = proofs.check(pdf, making.page_rules(guide, edition, look))
    assert [problem.message for problem in found] == []


def test_printing_numbers_twice_gives_the_same_bytes(press, page_templates):
    html = lay_out(the_guide(), "reading", page_templates, NUMBERED)

    assert press.print(html).pdf == press.print(html).pdf
