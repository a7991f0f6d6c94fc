"""How many lines to write on fit, what becomes of a last page with little on it, how soon."""

import re
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from guides.layout import lay_out
from guides.layout.views import sides
from guides.layout.writing import shared
from guides.model import PLAIN, GuideSection, Look
from guides.printing.fitting import MOST_LINES, MOST_MOVE_LINES, ROW, _Trials, fit
from guides.printing.packing import RULED_LINE, begins_late, filled, measured
from guides.printing.places import anchor, inside, sheet_length
from tests import page_lint
from tests.sample_guide import a_question, the_guide
from tests.test_editions import calm


def with_questions(questions):
    """Return the sample guide with other questions, all in one section."""
    section = replace(the_guide().sections[1], questions=tuple(questions))
    return replace(the_guide(), sections=(section,))


def fit_handout(guide, press, page_templates):
    return fit(
        lambda lines, setting: lay_out(guide, "handout", page_templates, PLAIN, lines, setting),
        press._render,
        sheet_pages=2,
    )


def test_a_sheet_with_few_questions_is_filled_with_lines(press, page_templates):
    questions = [a_question(number, "What do you see?", lines=2) for number in range(1, 8)]

    html, document = fit_handout(with_questions(questions), press, page_templates)

    assert html.count('class="line"') > 7 * 2 + 1
    assert sheet_length(document) == 2
    assert page_lint.complaints(document) == []


def test_a_crowded_sheet_still_takes_two_pages(press, page_templates):
    ask = "Paragraph 8 says how many came. What might explain that nobody was told about it then?"
    questions = [
        a_question(number, ask * 2, pointer="¶8", starter="It may be that ___.", starred=number < 6)
        for number in range(1, 13)
    ]

    html, document = fit_handout(with_questions(questions), press, page_templates)

    assert sheet_length(document) == 2
    assert html.count('class="line"') >= 12
    assert page_lint.complaints(document) == []


@pytest.mark.parametrize("look", [PLAIN, Look(large_print=True, fillable=True)], ids=["", "large"])
@pytest.mark.parametrize("more_lines", [-6, -4, 2, 6])
def test_where_the_questions_will_fall_is_known_before_they_are_laid_out(
    more_lines, look, press, page_templates
):
    def lay(lines):
        return lay_out(the_guide(), "handout", page_templates, look, lines)

    packing = measured(lay(0), press._render(lay(0)))
    document = press._render(lay(more_lines))

    assert packing
    assert packing.length(lay(more_lines)) == sheet_length(document)


def test_a_page_ends_between_two_questions_as_far_apart_as_others_are(press, page_templates):
    """In large print, further than in print of the usual size; else a page seems to hold more."""
    html = lay_out(the_guide(), "handout", page_templates, Look(large_print=True))

    packing = measured(html, press._render(html))

    assert packing
    gaps = {round(gap) for _, gap in packing.blocks[:-1]}
    assert min(gaps) >= 20  # CSS pixels, which are 15 points


def test_nothing_is_foretold_of_a_sheet_with_other_words(press, page_templates):
    html = lay_out(the_guide(), "handout", page_templates)

    packing = measured(html, press._render(html))

    assert packing
    assert packing.length(html.replace("Questions", "Some questions")) is None


def test_a_sheet_is_guessed_to_be_shorter_where_it_is_set_closer(press, page_templates):
    """One line too many fits by the guess, and many too many do not."""

    def lay(lines):
        return lay_out(guide, "handout", page_templates, PLAIN, lines)

    guide = with_sections(*[1] * 10)
    packing = measured(lay(0), press._render(lay(0)))
    assert packing
    most = max(lines for lines in range(-8, 20) if packing.length(lay(lines)) == 2)

    assert packing.length(lay(most + 1)) == 3
    assert packing.guess(lay(most + 1)) == 2
    assert packing.guess(lay(most + 30)) > 2


@pytest.mark.parametrize(("longest", "wanted"), [(-2, -2), (-9, -7)])
def test_a_closer_sheet_is_guessed_at_where_no_other_fits(longest, wanted):
    """Below five lines fewer the words are set closer; of those, seven fewer fit by the guess."""

    class Foretold:
        def length(self, html):
            return None if int(html) < -5 else 2 + (int(html) > longest)

        def guess(self, html):
            return 2 + (int(html) > -7)

    trials = _Trials(lambda lines, _: str(lines), render=str, pages=2)

    packing: Any = Foretold()
    assert trials._packed(packing, 0, "", -4) == wanted


@pytest.mark.parametrize("look", [PLAIN, Look(large_print=True), Look(duplex=True, paper="a4")])
def test_a_handout_is_laid_out_once_after_its_sheet(look, press, page_templates):
    laid_out = []

    def render(html):
        laid_out.append(html)
        return press._render(html)

    pages = 6 if look.large_print else 2
    lay = partial(lay_out, the_guide(), "handout", page_templates, look)
    html, document = fit(lay, render, sheet_pages=pages)

    whole = ["kidnapped and brutalized" in page for page in laid_out]
    assert whole == sorted(whole)
    assert whole.count(False) <= 2  # as planned, and where that is too long, set closer
    # In large print, this text is set closer, and a page of its sheet ends early and is filled.
    assert whole.count(True) == (3 if look.large_print else 1)
    assert html == laid_out[-1]
    assert sheet_length(document) == (5 if look.large_print else pages)


def test_a_layout_that_needs_the_text_before_its_sheet_is_printed_all_the_same(press):
    end = '<div id="text-end"></div><section id="sheet" style="break-before: page">'
    body = f'<a id="here">1</a>{end}<a class="to" href="#here">2</a><div id="sheet-end"></div>'
    style = ".to::after { content: target-counter('#here', page) }"
    head = f"<title>t</title><style>{style}</style>"
    page = f"<html lang=en><head>{head}</head><body>{body}</section></body></html>"

    html, _ = fit(lambda _lines, _setting: page, press._render, sheet_pages=2)

    assert html == page


@pytest.mark.parametrize("more_lines", [-4, -2, 3])
def test_a_question_never_leaves_its_lines(more_lines, press, page_templates):
    document = press._render(lay_out(the_guide(), "handout", page_templates, PLAIN, more_lines))

    assert list(page_lint.split_questions([page._page_box for page in document.pages])) == []


@dataclass
class Sheet:
    """A document of the fewest boxes that can be measured: one anchor on pages of 800 pixels."""

    text: float
    sheet: float = 0

    @property
    def pages(self):
        anchors = {"text-end": self.text, "sheet": 0, "sheet-end": self.sheet}
        box = SimpleNamespace(content_box_y=lambda: 0, height=800)
        return [
            SimpleNamespace(
                anchors={name: (0, y % 800) for name, y in anchors.items() if y // 800 == number},
                _page_box=box,
            )
            for number in range(9)
        ]


@pytest.mark.parametrize(
    ("lengths", "setting"),
    [
        ({"": 700}, ""),
        ({"": 100}, ""),
        ({"": 830, "closer": 780}, "closer"),
        ({"": 2660, "closer": 2390}, "closer"),  # 33 % of a page
        ({"": 2660, "closer": 2420, "looser": 2700}, ""),
        ({"": 2700, "closer": 2390}, ""),
        ({"": 830, "closer": 810, "looser": 990}, "looser"),
        ({"": 830, "closer": 810, "looser": 840}, ""),
        ({"": 890, "closer": 880, "looser": 938}, "looser"),  # 17 % of a page, and not 11
    ],
)
def test_a_text_that_ends_a_few_lines_into_a_page_is_set_otherwise(lengths, setting):
    html, _ = fit(lambda _, setting: setting, lambda html: Sheet(text=lengths[html]), sheet_pages=2)

    assert html == setting


def guide_of(pages, name="guide"):
    """Return a facilitator guide of so many whole pages, as far as it can be measured."""
    sheets = [SimpleNamespace(anchors={}) for _ in range(pages)]
    sheets[0].anchors[name] = (0, 0)
    return SimpleNamespace(pages=sheets)


def test_a_setting_that_cannot_help_is_not_tried():
    tried = []

    def render(html):
        tried.append(html)
        return Sheet(text={"": 952, "looser": 1020}[html])  # 19 % over a page, then 28 %

    fit(lambda _, setting: setting, render, sheet_pages=2)

    assert tried == ["", "looser"]


@pytest.mark.parametrize(
    ("pages", "setting"),
    [({"": 5}, ""), ({"": 6, "closer": 5}, "closer"), ({"": 8, "closer": 7, "looser": 9}, "")],
)
def test_a_facilitator_guide_of_more_than_five_pages_is_set_closer(pages, setting):
    html, _ = fit(lambda _, setting: setting, lambda html: guide_of(pages[html]), sheet_pages=2)

    assert html == setting


@dataclass
class Guide(Sheet):
    """A facilitator guide as far as its text goes."""

    @property
    def pages(self):
        pages = super().pages[: int(self.text // 800) + 1]
        pages[0].anchors["guide"] = (0, 0)
        return pages


@pytest.mark.parametrize(
    ("lengths", "setting"),
    [
        ({"": 4040, "closer": 3900}, "closer"),
        ({"": 4040, "closer": 4020, "looser": 4400}, "looser"),
        ({"": 4300, "closer": 4250}, ""),
        ({"": 6440, "closer": 6420, "looser": 6700}, "looser"),
    ],
)
def test_a_guide_that_cannot_be_short_still_ends_well(lengths, setting):
    html, _ = fit(lambda _, setting: setting, lambda html: Guide(text=lengths[html]), sheet_pages=2)

    assert html == setting


@pytest.mark.parametrize(
    ("lengths", "setting"),
    [
        ({"": 2640, "closer": 2390}, "closer"),
        ({"": 2640, "closer": 2570, "looser": 2900}, ""),  # no page is saved
        ({"": 2690}, ""),  # its last page is wanted
        ({"": 740}, ""),
    ],
)
def test_a_guide_is_set_closer_where_that_saves_a_page_that_is_hardly_needed(lengths, setting):
    html, _ = fit(lambda _, setting: setting, lambda html: Guide(text=lengths[html]), sheet_pages=2)

    assert html == setting


@pytest.mark.parametrize(("closer", "setting"), [(1, "closer"), (2, "")])
def test_a_run_of_show_of_more_than_one_side_is_set_closer_where_that_helps(closer, setting):
    pages = {"": 2, "closer": closer}

    html, _ = fit(
        lambda _, setting: setting, lambda html: guide_of(pages[html], "side"), sheet_pages=2
    )

    assert html == setting


@pytest.mark.parametrize(("questions", "pages"), [(3, 1), (12, 2)])
def test_a_sheet_ends_a_page_earlier_where_its_last_would_be_nearly_empty(questions, pages):
    def render(html):
        # Each question has room for six lines more and no more.
        lines = min(int(html), 6 * questions)
        return Sheet(text=0, sheet=400 + lines * RULED_LINE)

    _, document = fit(lambda lines, _: str(lines), render, sheet_pages=2)

    assert sheet_length(document) == pages


@pytest.mark.parametrize("planned", [400, 1580, 1700, 2300])
def test_the_most_lines_that_fit_are_found_in_a_few_tries(planned):
    tried = []

    def render(html):
        tried.append(html)
        # Every third line begins a question, which takes what is left of the page with it.
        lines = int(html)
        return Sheet(text=0, sheet=planned + lines * RULED_LINE + (lines % 3) * 20)

    _, document = fit(lambda lines, _: str(max(lines, -40)), render, sheet_pages=2)

    assert document.sheet < 1600
    assert 1600 - document.sheet < 3 * RULED_LINE
    assert len(tried) <= 7


def test_a_sheet_that_cannot_be_made_to_fit_is_printed_as_short_as_it_gets():
    html, document = fit(
        lambda lines, _: str(max(lines, -3)),
        lambda html: Sheet(text=0, sheet=2000 + int(html) * RULED_LINE),
        sheet_pages=2,
    )

    assert html == "-3"
    assert sheet_length(document) == 3


def test_a_sheet_to_write_on_ends_with_its_page(press, page_templates):
    """Many or few, its lines take up one page, but for less than one line."""
    for edition in ("evidence-sheet", "known-table", "three-columns"):
        for ask in ("Who is missing?", "Paragraph 8 says how many came. Who counted them? " * 4):
            guide = with_questions([a_question(n, ask, starred=True) for n in range(1, 4)])

            def lay(lines, setting, guide=guide, edition=edition):
                return lay_out(guide, edition, page_templates, PLAIN, lines, setting)

            _, document = fit(lay, press._render, sheet_pages=2)
            top, height = inside(document, 0)
            end = anchor(document, "sheet-end")

            assert len(document.pages) == 1
            assert end is not None
            assert top + height - end[1] < 2 * RULED_LINE


@pytest.mark.parametrize("edition", ["evidence-sheet", "known-table", "three-columns"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_sheet_to_fill_in_on_a_screen_takes_no_more_pages_than_on_paper(
    paper, edition, press, page_templates
):
    """Even with a long note about its reading, and long questions."""
    note = "This reading describes violence, and quotes words that deny people’s humanity. " * 3
    ask = "The editors sum the article up like this: “It shows the plight of many.” Is it so? "
    guide = with_questions([a_question(n, (ask * n).strip(), starred=True) for n in (1, 2, 3)])
    guide = replace(guide, care=replace(guide.care, content_note=note))
    lay = partial(lay_out, guide, edition, page_templates, Look(paper=paper, fillable=True))

    _, document = fit(lay, press._render, sheet_pages=2)

    assert len(document.pages) == 1


def test_long_questions_in_easy_reading_leave_three_columns_on_one_side(press, page_templates):
    ask = ("The editors sum the article up: “It shows the plight of many, and more.” " * 9)[:400]
    asked = [a_question(n, ask.strip(), starred=True) for n in (1, 2, 3)]
    sections = [
        GuideSection(title=f"Move {q.number}", stage="after", questions=(q,)) for q in asked
    ]
    last = a_question(4, "What are you leaving with?")
    sections.append(GuideSection(title="To close", stage="reflect", questions=(last,)))
    guide = replace(the_guide(), sections=tuple(sections))
    lay = partial(lay_out, guide, "three-columns", page_templates, Look(easy_reading=True))

    html, document = fit(lay, press._render, sheet_pages=2)

    assert len(document.pages) == 1
    assert html.count('class="line"') == 3 * 3 + 2


def test_fields_take_hardly_more_of_a_run_of_show_than_lines(press, page_templates):
    """A field stands beside its name, as a line does."""
    on_paper, on_screen = (
        anchor(press._render(lay_out(the_guide(), "run-of-show", page_templates, look)), "text-end")
        for look in (PLAIN, Look(fillable=True))
    )

    assert on_paper
    assert on_screen
    assert on_paper[0] == on_screen[0] == 0
    assert 0 <= on_screen[1] - on_paper[1] < 4 / 25.4 * 96


def test_a_large_sheet_to_write_on_takes_as_many_pages_as_it_needs(press, page_templates):
    look = Look(large_print=True)

    def lay(lines, setting):
        return lay_out(the_guide(), "known-table", page_templates, look, lines, setting)

    planned = press._render(lay(0, ""))
    _, document = fit(lay, press._render, sheet_pages=6)

    assert len(document.pages) == len(planned.pages) == 2
    assert document.pages[1].anchors["sheet-end"] > planned.pages[1].anchors["sheet-end"]


@pytest.mark.parametrize(
    ("more", "lines"), [(0, [5, 3]), (1, [5, 4]), (3, [6, 5]), (-1, [4, 3]), (-9, [3, 2])]
)
def test_lines_are_shared_out_where_most_may_still_change(more, lines):
    assert shared([5, 3], more, least=[3, 2], most=[6, 6]) == lines


def test_the_source_below_the_questions_never_stands_on_a_page_of_its_own(press, page_templates):
    for count in range(8, 14):
        questions = [a_question(n, "What do you see? " * 6, lines=2) for n in range(1, count)]
        look = Look(large_print=True)
        html = lay_out(with_questions(questions), "handout", page_templates, look)

        last = press._render(html).pages[-1]

        assert any(name.startswith(("question-", "keep-")) for name in last.anchors), count


def test_a_table_in_large_print_has_all_the_rows_that_its_pages_hold(press, page_templates):
    """Its rows are higher than the lines that are counted with."""
    look = Look(large_print=True)

    def lay(lines, setting=""):
        return lay_out(the_guide(), "known-table", page_templates, look, lines, setting)

    html, document = fit(lay, press._render, sheet_pages=2)

    more = next(lines for lines in range(9) if lay(lines) == html) + 1
    assert lay(more) != html
    assert len(press._render(lay(more)).pages) > len(document.pages) == 2


def test_in_large_print_no_page_of_questions_has_room_for_another_line(press, page_templates):
    look = Look(large_print=True)
    lay = partial(lay_out, the_guide(), "handout", page_templates, look)

    html, document = fit(lay, press._render, sheet_pages=6)

    assert filled(html, document, MOST_LINES) == html
    assert html.count('class="line"') >= 28  # planned


def test_two_moves_share_a_page_where_that_leaves_more_lines_for_the_last_question(
    press, page_templates
):
    """In large print; each alone, the first would have most of the lines, the last hardly any."""
    asked = [a_question(n, "What does the bell mean here? " * 3, starred=True) for n in (1, 2, 3)]
    last = [a_question(4, "What are you leaving with?")]
    sections = [
        GuideSection(title=f"Move {q.number}", stage="after", questions=(q,)) for q in asked
    ]
    sections.append(GuideSection(title="To close", stage="reflect", questions=tuple(last)))
    guide = calm(replace(with_questions(asked), sections=tuple(sections)))
    lay = partial(lay_out, guide, "three-columns", page_templates, Look(large_print=True))

    html, document = fit(lay, press._render, sheet_pages=6)

    lines = [block.count('class="line"') for block in html.split(' id="keep-')[1:]]
    assert len(document.pages) == 2
    assert len(lines) == 4
    assert min(lines) >= 3


def test_a_long_sheet_takes_no_page_for_the_sake_of_lines(press, page_templates):
    look = Look(large_print=True, bilingual=True)
    lay = partial(lay_out, the_guide(), "handout", page_templates, look)

    _, document = fit(lay, press._render, sheet_pages=12)

    assert sheet_length(document) == sheet_length(press._render(lay(0)))
    assert sheet_length(document) < 12


@pytest.mark.parametrize("count", range(5, 13))
def test_the_first_of_two_pages_of_questions_has_no_room_for_another_line(
    count, press, page_templates
):
    """Where a question finds no room on it, those before it have its lines."""
    asked = "What does the bell at the bridge mean to the people who hear it at night? " * 2
    questions = [a_question(n, asked, starter="It means ___.") for n in range(1, count + 1)]

    html, document = fit_handout(with_questions(questions), press, page_templates)

    sheet = anchor(document, "sheet")
    written = [place for n in range(1, count + 1) if (place := anchor(document, f"write-{n}"))]
    here = sum(sheet is not None and page == sheet[0] for page, _ in written)
    lines = [block.count('class="line"') for block in html.split(' id="keep-')[1 : here + 1]]
    more = filled(html, document, MOST_LINES).split(' id="keep-')[1 : here + 1]
    assert sheet_length(document) == 2
    assert 1 < here < count
    assert [block.count('class="line"') for block in more] == lines


def test_the_page_where_a_large_sheet_begins_has_a_question_where_one_with_two_lines_fits(
    press, page_templates
):
    """After the words to know, most of that page would else be empty."""
    asked = [a_question(n, "What does the bell mean here?", lines=4) for n in range(1, 10)]
    guide = replace(calm(with_questions(asked)), words=the_guide().words[:3])
    lay = partial(lay_out, guide, "handout", page_templates, Look(large_print=True))

    planned = press._render(lay(0))
    html, document = fit(lay, press._render, sheet_pages=6)

    assert begins_late(lay(0), planned, 2)
    assert not begins_late(html, document, 2)
    assert sheet_length(document) <= sheet_length(planned)
    lines = [block.count('class="line"') for block in html.split(' id="keep-')[1:]]
    assert lines[0] == 2


def test_a_field_keeps_room_for_its_frame_below_its_last_line(press):
    """The page has room for two lines more and half a pixel; the frame below takes a pixel."""
    height = 5 * 40 + 1.5
    style = (
        f"@page {{ size: 400px {height}px; margin: 0 }} body, p {{ margin: 0 }}"
        "p, .line { height: 40px } .answer { border: 1px solid; break-inside: avoid }"
    )
    field = (
        '<div class="answer"><div class="line" id="write-1"></div>\n<div class="line"></div></div>'
    )
    body = f'<p>Asked</p><div id="keep-1">{field}</div><div id="sheet-end"></div>'
    html = (
        f'<html lang="en"><title>t</title><style>{style}</style><body><div id="sheet">{body}</div>'
    )

    more = filled(html, press._render(html), 6)

    assert more.count('class="line"') == 3
    assert len(press._render(more).pages) == 1


def test_a_table_that_ends_its_page_early_has_rows_in_that_room(press, page_templates):
    look = Look(large_print=True)
    lay = partial(lay_out, calm(the_guide()), "evidence-sheet", page_templates, look)

    _, document = fit(lay, press._render, sheet_pages=6)

    table, after = anchor(document, "rows-end"), anchor(document, "rows-after")
    assert table
    assert after
    top, height = inside(document, table[0])
    assert (table[0], after[0]) == (0, 1)
    assert top + height - table[1] < 13 / 25.4 * 96  # a row
    assert len(document.pages) == 2


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("times", [1, 3])
def test_questions_below_a_large_table_have_their_share_of_the_lines(
    times, paper, press, page_templates
):
    """And the table does not lose its rows to them."""
    ask = "Who counted those who came, and when? " * times
    guide = calm(with_questions([a_question(n, ask, starred=True) for n in range(1, 4)]))
    look = Look(large_print=True, paper=paper)
    lay = partial(lay_out, guide, "evidence-sheet", page_templates, look)

    html, document = fit(lay, press._render, sheet_pages=6)

    lines = [block.count('class="line"') for block in html.split(' id="keep-')[1:]]
    assert len(document.pages) == 2
    assert len(lines) == 4
    assert min(lines) >= 2
    assert html.count("<tr>") - 1 >= max(3, 2 * min(lines) - 1)
    assert filled(html, document, MOST_MOVE_LINES) == html


@pytest.mark.parametrize("fewer", [-10, -51, -80])
def test_however_few_lines_a_table_is_planned_with_none_of_its_rows_is_taken_for_them(fewer):
    """Rows that are asked for and lines are told apart by how many they are."""
    short = sides(the_guide(), fewer)

    assert (short["their_lines"], short["our_lines"], short["rows"]) == (2, 2, 3)
    assert sides(the_guide(), fewer + ROW) == short | {"rows": 4}


def with_sections(*counts, starred=()):
    """Return the sample guide with sections of so many questions; some are discussed."""
    sections, number = [], 0
    for count in counts:
        asked = [
            a_question(n, "What do you see in the text, and why? " * 2, starred=n in starred)
            for n in range(number + 1, number + count + 1)
        ]
        sections.append(replace(the_guide().sections[1], questions=tuple(asked)))
        number += count
    return replace(the_guide(), sections=tuple(sections))


def lines_of(html):
    """Return how many lines each question has, by its number."""
    blocks = html.split(' id="keep-')[1:]
    named = {block.partition('"')[0]: block.count('class="line"') for block in blocks}
    return {int(name): count for name, count in named.items() if name.isdecimal()}


def test_a_page_that_ends_early_is_filled_no_further_than_wanted(press, page_templates):
    look = Look(large_print=True)
    html = lay_out(with_sections(*[1] * 9), "handout", page_templates, look)
    document = press._render(html)
    length = sheet_length(document)

    some, more = (filled(html, document, most) for most in (3, 6))

    assert lines_of(some) == lines_of(html)
    assert some.count('class="line"') < more.count('class="line"')
    assert sheet_length(press._render(more)) == length
    assert max(lines_of(more).values()) <= 6
    assert filled(PLAIN_PAGE, press._render(PLAIN_PAGE), 6) == PLAIN_PAGE


@pytest.mark.parametrize("counts", [(1, 2, 4, 3, 1), (2, 2, 3), (5, 6), (1, 1, 4, 1, 1)])
@pytest.mark.parametrize("look", [PLAIN, Look(fillable=True)], ids=["paper", "screen"])
def test_questions_of_a_section_have_the_same_number_of_lines_wherever_they_stand(
    counts, look, press, page_templates
):
    """And none has more than those that the group discusses."""
    starred = (counts[0] + 1, counts[0] + counts[1])
    guide = with_sections(*counts, starred=starred)
    lay = partial(lay_out, guide, "handout", page_templates, look)

    html, document = fit(lay, press._render, sheet_pages=2)

    lines = lines_of(html)
    per_section = [
        {lines[question.number] for question in section.questions} for section in guide.sections
    ]
    assert all(len(counted) == 1 for counted in per_section)
    assert max(lines.values()) <= min(lines[number] for number in starred)
    assert sheet_length(document) == 2


def test_a_question_stands_nearer_to_its_own_lines_than_to_those_above_it(press, page_templates):
    html, document = fit_handout(with_sections(2, 3, 2), press, page_templates)

    lines = lines_of(html)
    ruled = 8 / 25.4 * 96
    pairs = 0
    for above, number in pairwise(lines):
        write, keep = anchor(document, f"write-{above}"), anchor(document, f"question-{number}")
        own, asked = anchor(document, f"write-{number}"), anchor(document, f"keep-{number}")
        begin = keep or asked
        assert write
        assert begin
        assert own
        if write[0] == begin[0] == own[0] and keep is None:
            pairs += 1
            apart = begin[1] - (write[1] + lines[above] * ruled)
            assert apart > ruled - 2.2 / 25.4 * 96 + 4
    assert pairs


def test_what_a_page_has_left_over_stands_between_its_questions(press, page_templates):
    html, document = fit_handout(with_sections(2, 5, 2), press, page_templates)

    spares = [float(px) for px in re.findall(r'class="spare" style="height: ([\d.]+)px"', html)]
    assert spares
    assert len(set(spares)) <= 2  # the same on all of a page
    assert page_lint.complaints(document) == []


PLAIN_PAGE = (
    '<html lang="en"><title>Plain</title><body><h1>No sheet</h1><p>Words.</p></body></html>'
)
