"""A booklet to fold: which page stands where on paper, and what a screen reader gets."""

import io
import re
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import Any

import pypdf
import pytest

from guides import layout
from guides.layout import views
from guides.model import Look
from guides.printing.fitting import MOST_FOLDED_LINES, ROOM_TO_BEGIN, fit
from guides.printing.imposing import spreads
from guides.printing.packing import filled
from guides.printing.places import anchor, inside
from guides.proofs.sheets import sheets
from tests.sample_guide import a_document, a_guide, a_question, the_guide


def printed(press, page_templates, guide, paper="letter", theme="standard"):
    look = Look(paper=paper, theme=theme)
    return press.print_to_fit(
        lambda lines, setting="": layout.lay_out(
            guide, "leaflet", page_templates, look, lines, setting
        )
    )


def folded(sides):
    """Return the pages in the order in which they are read in the folded booklet."""
    fronts, backs = sides[::2], sides[1::2]
    sheets_of_paper = list(zip(fronts, backs, strict=True))
    rights = [page for front, back in sheets_of_paper for page in (front[1], back[0])]
    lefts = [page for front, back in sheets_of_paper for page in (front[0], back[1])]
    return rights + lefts[::-1]


@pytest.mark.parametrize("pages", [4, 8, 12, 20])
def test_folded_sheets_are_read_from_the_first_page_to_the_last(pages):
    """Through the right halves to the middle, and back through the left ones."""
    sides = spreads(pages)

    assert len(sides) == pages / 2
    assert folded(sides) == list(range(pages))


def test_the_last_page_stands_beside_the_first():
    assert spreads(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


@pytest.mark.parametrize(("paper", "size"), [("letter", (792, 612)), ("a4", (842, 595))])
def test_two_pages_stand_on_a_side_of_the_paper(paper, size, press, page_templates):
    result = printed(press, page_templates, the_guide(), paper)

    with sheets(result.pdf) as sides:
        assert result.pages % 4 == 0
        assert len(sides) == result.pages / 2
        assert sides[0].paper[2:] == pytest.approx(size, abs=0.5)


def test_a_page_number_stands_outside(press, page_templates):
    with sheets(printed(press, page_templates, the_guide()).pdf) as sides:
        _, back = sides[:2]
        numbers = {t.words: t.box[0] for t in back.texts if t.words.isdecimal() and t.box[1] < 60}

    assert min(numbers, key=numbers.__getitem__) == "2"
    assert numbers["2"] < 100
    assert max(numbers.values()) > 700


@pytest.mark.parametrize("theme", ["standard", "modern", "literary"])
def test_every_page_but_the_cover_has_its_number(theme, press, page_templates):
    result = printed(press, page_templates, the_guide(), theme=theme)

    with sheets(result.pdf) as sides:
        numbers = {
            int(text.words)
            for side in sides
            for text in side.texts
            if text.words.strip().isdecimal() and text.box[1] < 60
        }

    assert numbers == set(range(2, result.pages + 1))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_however_many_questions_close_a_session_each_has_lines_above_the_foot(
    count, press, page_templates
):
    guide = the_guide()
    asked = f"What {'would you like to say about this text ' * 2}now?"
    questions = tuple(replace(guide.questions[-1], number=n + 20, text=asked) for n in range(count))
    sections = (*guide.sections[:-1], replace(guide.sections[-1], questions=questions))
    guide = replace(guide, sections=sections)

    html, document = fit(
        partial(layout.lay_out, guide, "leaflet", page_templates, Look()),
        press._render,
        sheet_pages=2,
    )

    closing = html[html.index("Before you go") : html.index('id="keep-rest"')]
    blocks = closing.split(' id="keep-')[1:]
    assert [block.partition('"')[0] for block in blocks] == [
        *(str(n + 20) for n in range(count)),
        "last",
    ]
    assert all(block.count('class="line"') >= 2 for block in blocks)
    assert html.index('class="back-foot"') > html.index('id="keep-rest"')
    assert len(document.pages) % 4 == 0


def test_questions_of_a_booklet_are_as_well_off_as_those_that_close_it(press, page_templates):
    """A short text leaves its questions one page and what is free of the last."""
    rows: Any = [("paragraph", "The bell rang, and for a long time nobody came.")] * 9
    asked = "What does the bell at the bridge mean to the people who hear it?"
    questions = tuple(a_question(n, asked) for n in range(1, 8))
    section = replace(the_guide().sections[1], questions=questions)
    guide = replace(a_guide(a_document(rows)), sections=(section,))

    html, document = fit(
        partial(layout.lay_out, guide, "leaflet", page_templates, Look(theme="literary")),
        press._render,
        sheet_pages=2,
    )

    lines = [block.count('class="line"') for block in html.split(' id="keep-')[1:-1]]
    assert len(document.pages) == 4
    assert len(lines) == 8
    assert min(lines) >= 2
    assert max(lines) - min(lines) <= 3


def test_a_booklet_ends_with_lines_for_notes_where_its_last_page_has_room(press, page_templates):
    rows: Any = [("paragraph", "The bell rang, and for a long time nobody came.")] * 6
    questions = tuple(a_question(number, "What rang?") for number in range(1, 7))
    section = replace(the_guide().sections[1], questions=questions)
    guide = replace(a_guide(a_document(rows)), sections=(section,))
    lay = partial(layout.lay_out, guide, "leaflet", page_templates, Look())

    html, document = fit(lay, press._render, sheet_pages=2)

    end = anchor(document, "folded-end")
    assert end
    top, height = inside(document, end[0])
    rest = html[html.index('id="keep-rest"') : html.index('id="folded-end"')]
    assert rest.count('class="line"') >= 3
    assert top + height - end[1] < 8 / 25.4 * 96  # no line more


def test_what_words_mean_stands_between_the_reading_and_the_questions(page_templates):
    html = layout.lay_out(the_guide(), "leaflet", page_templates)

    places = [
        html.index(f"<h2>{head}</h2>") for head in ("The reading", "Words to know", "To talk about")
    ]
    assert places == sorted(places)
    assert html.count("Words to know") == 1


def test_only_what_is_explained_in_a_booklet_is_marked_in_its_reading(page_templates):
    html = layout.lay_out(the_guide(), "leaflet", page_templates)

    marked = re.findall(r'<span class="to-know">([^<]*)</span>', html)
    explained = [term.word for term in the_guide().words if term.definition]
    assert len(marked) == len(explained) < len(the_guide().words)
    assert all(f"<b>{word}</b>" in html for word in explained)


def test_a_screen_reader_gets_the_pages_in_the_order_of_reading(press, page_templates):
    guide = the_guide()
    pdf = printed(press, page_templates, guide).pdf

    said = " ".join(spoken(pypdf.PdfReader(io.BytesIO(pdf)), pdf))

    places = [said.index(guide.document.title), said.index("in my tracks")]
    places += [said.index(question.text[:30]) for question in guide.questions]
    assert places == sorted(places)


def spoken(reader, pdf):
    """Yield the text of every leaf of the tag tree, in its order."""
    with sheets(pdf) as sides:
        words = {
            page.indirect_reference: {text.mark: text.words for text in side.texts}
            for page, side in zip(reader.pages, sides, strict=True)
        }

    def walk(node, page):
        node = node.get_object()
        if isinstance(node, int):
            yield words[page].get(node, "")
            return
        page = node.raw_get("/Pg") if "/Pg" in node else page
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from walk(kid, page)

    yield from walk(reader.trailer["/Root"]["/StructTreeRoot"], None)


def test_the_outline_and_the_anchors_follow_the_pages(press, page_templates):
    reader: Any = pypdf.PdfReader(io.BytesIO(printed(press, page_templates, the_guide()).pdf))
    count = len(reader.pages)

    entries = list(flat(reader.outline))
    assert entries
    assert all(0 <= reader.get_destination_page_number(entry) < count for entry in entries)
    anchors = reader.named_destinations
    assert anchors["folded"].left > 396  # the cover is a right half
    assert reader.get_destination_page_number(anchors["folded"]) == 0


def flat(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry


def test_a_short_text_is_one_sheet_with_a_page_for_notes_at_most(press, page_templates):
    rows: Any = [("paragraph", "The bell rang, and for a long time nobody came.")] * 6
    section = replace(
        the_guide().sections[1], questions=tuple(a_question(n, "What rang?") for n in (1, 2, 3))
    )
    guide = replace(a_guide(a_document(rows)), sections=(section,))

    html, document = fit(
        partial(layout.lay_out, guide, "leaflet", page_templates, Look()),
        press._render,
        sheet_pages=2,
    )

    assert len(document.pages) == 4
    assert html.count('class="notes-page"') <= 1


def test_all_numbers_of_a_reading_stand_below_each_other(press, page_templates):
    rows: Any = [
        ("paragraph", "What is to be done:"),
        ("item", "Ring the bell.", {"level": 1}),
        ("item", "Twice at night.", {"level": 2}),
        ("item", "Once at noon.", {"level": 3}),
        ("paragraph", "“Nobody came.”", {"quoted": True}),
    ]
    pdf = printed(press, page_templates, a_guide(a_document(rows))).pdf

    with sheets(pdf) as sides:
        left = {
            text.words: text.box[0]
            for side in sides
            for text in side.texts
            if text.words.strip().isdecimal() and text.baseline > 60  # below are page numbers
        }

    assert len(left) == 5
    assert max(left.values()) - min(left.values()) < 3  # points; figures are of unequal width


def test_lines_under_the_questions_and_pages_for_notes_fill_the_last_sheet(page_templates):
    assert views.leaflet(the_guide())["notes_pages"] == 0
    html = layout.lay_out(the_guide(), "leaflet", page_templates, more_lines=4 * 3 + 2)

    talk = html[html.index('class="talk"') : html.index('class="notes-page"')]
    assert talk.count('class="line"') == 3 * talk.count('class="question')
    assert html.count("<h2>Notes</h2>") == 2


def test_a_booklet_has_all_the_lines_that_its_sheets_have_room_for(press, page_templates):
    def lay(lines, setting=""):
        return layout.lay_out(the_guide(), "leaflet", page_templates, Look(), lines, setting)

    fitted, document = fit(lay, press._render, sheet_pages=2)
    planned = min(len(press._render(lay(0, setting)).pages) for setting in ("", "closer"))
    lines = [block.count('class="line"') for block in fitted.split(' id="keep-')[1:-1]]

    assert len(lines) > 5
    assert min(lines) >= 1
    assert max(lines) <= MOST_FOLDED_LINES
    assert len(document.pages) == -(-planned // 4) * 4


def test_no_page_of_questions_in_a_booklet_has_room_for_another_line(press, page_templates):
    def lay(lines, setting=""):
        return layout.lay_out(the_guide(), "leaflet", page_templates, Look(), lines, setting)

    fitted, document = fit(lay, press._render, sheet_pages=2)
    lines = [block.count('class="line"') for block in fitted.split(' id="keep-')[1:-1]]

    assert filled(fitted, document, MOST_FOLDED_LINES) == fitted
    assert len(set(lines)) > 1  # some page ended early


def folded_page(*sections, room):
    """Return a page of a booklet with a line under each question, and room for some more.

    Each section is a word: a letter for each question, a capital for one to discuss.
    """
    names = iter(range(1, 20))
    asked = "".join(
        '<section class="stage">'
        + "".join(
            f'<div class="question{" starred" if letter.isupper() else ""}">'
            f'<p id="keep-{name}">Asked</p><div class="line" id="write-{name}"></div>\n</div>'
            for letter, name in zip(section, names, strict=False)
        )
        + "</section>"
        for section in sections
    )
    height = 80 * sum(map(len, sections)) + 40 * room + 5
    style = (
        f"@page {{ size: 400px {height}px; margin: 0 }} body, p {{ margin: 0 }}"
        "p, .line { height: 40px }"
    )
    body = f'<div id="folded">{asked}</div><div id="folded-end"></div>'
    return f'<html lang="en"><title>t</title><style>{style}</style><body>{body}'


@pytest.mark.parametrize(
    ("sections", "room", "lines"),
    [
        (("a", "b", "C"), 0, [1, 1, 1]),
        (("a", "b", "C"), 1, [1, 1, 2]),  # what is discussed comes first
        (("a", "b", "C"), 2, [1, 2, 2]),  # then what comes later
        (("a", "b", "C"), 3, [2, 2, 2]),
        (("a", "b", "C"), 5, [2, 2, 2]),  # a third for all or none
        (("a", "b", "C"), 6, [3, 3, 3]),
        (("a", "bb"), 2, [1, 2, 2]),
        (("a", "bb"), 1, [2, 1, 1]),  # all of a section or none
        (("aa", "bB"), 1, [1, 1, 1, 1]),
    ],
)
def test_a_second_line_is_given_where_not_all_of_a_page_can_have_one(sections, room, lines, press):
    page = folded_page(*sections, room=room)

    more = filled(page, press._render(page), MOST_FOLDED_LINES)

    assert [block.count('class="line"') for block in more.split(' id="keep-')[1:]] == lines
    assert len(press._render(more).pages) == 1


def test_a_booklet_is_set_closer_before_it_goes_without_lines():
    lengths = {(0, ""): 8, (0, "closer"): 8, (4, "closer"): 8}  # all others take a page more

    def render(html):
        lines, _, setting = html.partition(" ")
        page = SimpleNamespace(anchors={"folded": (0, 0)})
        return SimpleNamespace(pages=[page] * lengths.get((int(lines), setting), 9))

    html, _ = fit(lambda lines, setting: f"{lines} {setting}", render, sheet_pages=2)

    assert html == "4 closer"


@pytest.mark.parametrize("words", [820, 860, 900])
def test_questions_begin_a_page_where_two_would_be_for_nothing_but_notes(
    words, press, page_templates
):
    asked = "What do you see in the text, and why? "
    questions = [a_question(number, asked) for number in range(1, 5)]
    section = replace(the_guide().sections[1], questions=tuple(questions))
    rows: Any = [("paragraph", "Some words stand here. " * 10)] * (words // 40)
    guide = replace(a_guide(a_document(rows)), sections=(section,))
    lay = partial(layout.lay_out, guide, "leaflet", page_templates, Look())

    html, booklet = fit(lay, press._render, sheet_pages=2)

    end, begun = anchor(booklet, "head-end"), anchor(booklet, "keep-1")
    assert end
    assert begun
    at_the_top = end[1] - inside(booklet, end[0])[0] < 1
    notes = html.count('class="notes-page"')
    assert notes < 2 or begun[0] > end[0] or at_the_top
    assert len(booklet.pages) == 8


@pytest.mark.parametrize("words", [160, 180, 200, 220, 320])
def test_the_questions_of_a_booklet_begin_below_its_text_where_there_is_room(
    words, press, page_templates
):
    """However long the text is: a new page begins only where two lines have no room."""
    asked = "What do you see in the text, and why? "
    questions = [a_question(number, asked) for number in range(1, 5)]
    section = replace(the_guide().sections[1], questions=tuple(questions))
    document = a_document([("paragraph", "Some words stand here. " * (words // 4))])
    guide = replace(a_guide(document), sections=(section,))
    lay = partial(layout.lay_out, guide, "leaflet", page_templates, Look())

    html, booklet = fit(lay, press._render, sheet_pages=2)

    end, begun = anchor(booklet, "head-end"), anchor(booklet, "keep-1")
    assert end
    assert begun
    top, height = inside(booklet, end[0])
    assert end[0] == begun[0] or end[1] - top > (1 - ROOM_TO_BEGIN) * height
    assert len(booklet.pages) % 4 == 0
    assert html.count('id="keep-') == 4 + 2  # and what closes it, and notes


def test_a_printer_is_told_to_turn_the_sheet_over_its_short_edge(press, page_templates):
    reader: Any = pypdf.PdfReader(io.BytesIO(printed(press, page_templates, the_guide()).pdf))

    assert reader.trailer["/Root"]["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipShortEdge"
