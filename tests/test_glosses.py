"""What words to know mean, beside the part of the reading that they first stand in."""

import re
from dataclasses import replace

import pytest

from guides import layout
from guides.model import PLAIN, Look, Term
from guides.source import Span
from tests.sample_guide import Row, a_document, a_guide, the_guide

FIRST = "The keeper kept a sextant in the tower."
# Three lines to a page, and a dozen, which two pages may share.
LENGTHS = (3, 24)


def terms(document, *words):
    """Return *words* of a document as words to know, each with what it means."""
    source, found = document.source, []
    for word in words:
        start = source.text.index(word)
        span = Span(source, start, start + len(word))
        found.append(Term(span=span, paragraph=1, word=word, definition=f"{word}, in other words"))
    return tuple(found)


def pieces(page):
    """Return the glosses on a page, and the first line of each part that has one."""
    boxes = list(page._page_box.descendants())
    glosses = [box for box in boxes if classes(box) == ["gloss-words"]]
    parts = [box for box in boxes if "glossed" in classes(box)]
    return glosses, parts


def classes(box):
    own = type(box).__name__ in ("BlockBox", "InlineBlockBox")
    return box.element.get("class", "").split() if own else []


def test_the_meaning_stands_before_its_part_and_nowhere_else(page_templates):
    html = layout.lay_out(the_guide(), "reading", page_templates)

    gloss = "<p><b>asylum</b> safety that a country gives to people who had to flee</p>"
    before, _, after = html.partition(gloss)
    assert after.partition('class="number">')[2].startswith("5</span>Since the Russian republic")
    assert gloss not in before + after


def test_a_word_without_a_meaning_has_its_blank_once(page_templates):
    """The question sheet has it, where there is one."""
    blank = "<b>detention facilities</b> in our own words:"
    reading, handout, leaflet = (
        layout.lay_out(the_guide(), edition, page_templates)
        for edition in ("reading", "handout", "leaflet")
    )

    assert reading.count(blank) == 1
    assert blank not in handout
    assert handout.count("in our own words:") == 1
    assert 'class="gloss"' in handout
    assert 'class="gloss"' not in leaflet


@pytest.mark.parametrize("look", [Look(large_print=True), Look(bilingual=True)])
def test_without_room_beside_the_text_the_words_are_a_list_before_it(look, page_templates):
    reading, handout = (
        layout.lay_out(the_guide(), edition, page_templates, look)
        for edition in ("reading", "handout")
    )

    assert 'class="gloss"' not in reading + handout
    assert reading.index("<h2>Words to know</h2>") < reading.index("<h2>The reading</h2>")
    assert handout.count("Words to know</h") == 1


def test_the_words_of_a_list_stand_beside_the_list(page_templates):
    document = a_document([("item", "Bring a lamp."), ("item", "Bring a sextant.")])
    guide = replace(a_guide(document), words=terms(document, "lamp", "sextant"))

    html = layout.lay_out(guide, "reading", page_templates)

    assert html.count('class="gloss"') == 1
    assert re.search(r"lamp, in other words.*sextant, in other words.*<ul>", html, re.DOTALL)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("before", range(16, 26))
def test_wherever_a_page_ends_a_gloss_is_whole_and_on_a_page_of_its_part(
    before, length, press, page_templates
):
    """The printer would leave its first lines behind on the page before."""
    words = f"{FIRST} It was night. " + "The lamp burned, and nobody came to look at it. " * length
    rows = [("paragraph", "Nobody saw it.")] * before + [("paragraph", words)]
    document = a_document(rows)
    guide = replace(a_guide(document), words=terms(document, "sextant", "tower", "night"))

    pages = press._render(layout.lay_out(guide, "reading", page_templates, PLAIN)).pages

    with_gloss = [page for page in pages if pieces(page)[0]]
    assert len(with_gloss) == 1
    (gloss,), parts = pieces(with_gloss[0])
    assert len(parts) == 1
    assert gloss.position_y > parts[0].position_y - 1
    bottom = with_gloss[0]._page_box
    assert gloss.position_y + gloss.height < bottom.content_box_y() + bottom.height + 1


@pytest.mark.parametrize("before", range(16, 26))
def test_wherever_a_page_ends_a_heading_stays_with_the_words_below_it(
    before, press, page_templates
):
    """The printer would leave it on the page before, where only the gloss has no room."""
    above: list[Row] = [("paragraph", "Nobody saw it.")] * before
    below: list[Row] = [
        ("heading", "The keeper", {"level": 3}),
        ("paragraph", f"{FIRST} It was night."),
    ]
    document = a_document([*above, *below])
    guide = replace(a_guide(document), words=terms(document, "sextant", "tower", "night"))

    pages = press._render(layout.lay_out(guide, "reading", page_templates, PLAIN)).pages

    with_gloss = [page for page in pages if pieces(page)[0]]
    (page,) = with_gloss
    titles = [box.element_tag for box in page._page_box.descendants()]
    assert any(re.fullmatch("h[34]", tag or "") for tag in titles)


def test_headings_and_the_part_below_have_their_glosses_in_one_piece(page_templates):
    document = a_document(
        [
            ("heading", "The sextant", {"level": 3}),
            ("heading", "The tower", {"level": 4}),
            ("paragraph", "It was night."),
            ("paragraph", "Nobody saw it."),
        ]
    )
    guide = replace(a_guide(document), words=terms(document, "sextant", "tower", "night"))

    html = layout.lay_out(guide, "reading", page_templates)

    _, _, opened = html.partition('<div class="glossed headed">')
    piece, _, after = opened.partition("</div>\n<p")
    assert [piece.count(f"<b>{word}</b>") for word in ("sextant", "tower", "night")] == [1, 1, 1]
    assert "Nobody saw it." in after
    assert html.count("<div") == html.count("</div>")


def test_what_a_word_means_has_a_printers_apostrophe(page_templates):
    guide = the_guide()
    words = (replace(guide.words[0], definition="another's house"), *guide.words[1:])

    html = layout.lay_out(replace(guide, words=words), "handout", page_templates)

    assert "another’s house" in html
    assert "another&#39;s" not in html
