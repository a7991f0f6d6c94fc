"""Large print, easy reading, and what saves ink: the same guide, printed otherwise."""

import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from guides import making, proofs
from guides.editions import EDITIONS
from guides.layout import lay_out
from guides.layout.presets import CUT_TO_SIZE, SMALLEST, dressed, enlarged
from guides.model import PLAIN, Look
from guides.printing import Press
from guides.printing.fitting import fit
from guides.printing.places import anchor, inside
from tests import page_lint
from tests.sample_guide import a_document, a_guide, the_guide

PRESETS = (
    "line_numbers",
    "large_print",
    "easy_reading",
    "ink_saver",
    "grayscale",
    "duplex",
    "fillable",
    "bilingual",
)


def wanting(*names: str) -> Look:
    wishes: dict[str, Any] = dict.fromkeys(names, True)
    return replace(PLAIN, **wishes)


@pytest.fixture(scope="module")
def press():
    return Press()


def fitted(press, page_templates, edition, look):
    _, document = fit(
        lambda lines, setting: lay_out(the_guide(), edition, page_templates, look, lines, setting),
        press._render,
        sheet_pages=6 if look.large_print else 2,
    )
    return [page._page_box for page in document.pages]


def lines(pages):
    return [line for page in pages for line in page_lint.lines_of(page)]


def texts(pages):
    return [box for line in lines(pages) for box in page_lint.texts(line) if box.text.strip()]


def test_without_a_preset_the_theme_is_as_its_author_wrote_it():
    assert dressed("p { font: 11pt/15pt serif }", PLAIN) == "p { font: 11pt/15pt serif }"


def test_sizes_grow_and_lines_with_them():
    assert enlarged("a { font: italic 9pt/12pt x }") == "a { font: italic 18pt/24pt x }"
    assert enlarged("a { font-size: 25pt }") == "a { font-size: 40pt }"
    assert enlarged("a { line-height: 15pt }") == "a { line-height: 25pt }"
    assert enlarged("a { font: 8pt/1 y }") == "a { font: 18pt/1 y }"


@pytest.mark.parametrize(
    "edition", ["handout", "reading", "facilitator-guide", "run-of-show", "known-table", "talk-map"]
)
def test_large_print_has_no_small_type_no_italics_and_one_column(edition, press, page_templates):
    pages = fitted(press, page_templates, edition, wanting("large_print"))

    found = texts(pages)
    assert min(box.style["font_size"] for box in found) >= SMALLEST * 4 / 3 - 0.01
    assert {box.style["font_style"] for box in found} == {"normal"}
    for page in pages:
        assert list(page_lint.outside_margins(page)) == []
        assert list(page_lint.stranded_heading(page)) == []


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 2), (3, 2), (7, 2)])
def test_words_to_know_stand_in_two_columns(count, columns, press, page_templates):
    words = [replace(term, definition="") for term in the_guide().words[:count]]
    guide = replace(the_guide(), words=tuple(words))
    document = press._render(lay_out(guide, "handout", page_templates))

    (section,) = (
        box
        for page in document.pages
        for box in page._page_box.descendants()
        if box.element is not None and box.element.get("class") == "words"
    )
    items = [box for box in section.descendants() if box.element_tag == "li"]
    middle = section.position_x + section.width / 2
    assert len({box.position_x > middle for box in items}) == columns


def test_easy_reading_is_set_in_one_upright_sans_serif(press, page_templates):
    found = texts(fitted(press, page_templates, "handout", wanting("easy_reading")))

    assert {box.style["font_style"] for box in found} == {"normal"}
    assert {box.style["font_family"][0] for box in found} == {"Source Sans Pro"}


def test_easy_reading_has_no_small_print_for_participants(press, page_templates):
    """Only page numbers, the source and the lines for a name are smaller than 11 points."""
    small = {"credit", "field", "fields", "line-number", "number"}
    for edition in ("handout", "leaflet"):
        for page in fitted(press, page_templates, edition, wanting("easy_reading")):
            for box in texts([page]):
                name = box.element.get("class", "") if box.element is not None else ""
                if not small & set(name.split()) and box.element.get("href") is None:
                    assert box.style["font_size"] >= 11 * 4 / 3 - 0.01, box.text


@pytest.mark.parametrize("edition", ["facilitator-guide", "exit-tickets", "handout", "talk-map"])
def test_where_to_look_is_no_larger_than_what_it_stands_beside(edition, press, page_templates):
    for line in lines(fitted(press, page_templates, edition, wanting("easy_reading"))):
        beside = [box for box in page_lint.texts(line) if box.text.strip()]
        pointers = [box for box in beside if "pointer" in box.element.get("class", "")]
        others = [box.style["font_size"] for box in beside if box not in pointers]
        for pointer in pointers if others else []:
            assert pointer.style["font_size"] <= max(others), pointer.text


@pytest.mark.parametrize("setting", ["", "closer", "looser"])
def test_easy_reading_has_the_same_room_between_lines_in_every_text(setting, press, page_templates):
    look = wanting("easy_reading")
    html = lay_out(the_guide(), "reading", page_templates, look, setting=setting)

    pages = [page._page_box for page in press._render(html).pages]

    heights = {
        line.height
        for _, box in boxes(pages, "paragraph")
        for line in box.children
        if type(line).__name__ == "LineBox"
    }
    assert {round(height) for height in heights} == {28}  # CSS pixels: 21 points


def test_paragraphs_move_where_a_text_in_easy_reading_would_end_badly(press, page_templates):
    """Lines may not, so a last page is saved or filled by what stands between paragraphs."""

    def length(setting):
        html = lay_out(
            the_guide(), "reading", page_templates, wanting("easy_reading"), setting=setting
        )
        document = press._render(html)
        end = anchor(document, "text-end")
        assert end
        top, height = inside(document, end[0])
        return end[0] + (end[1] - top) / height

    assert length("closer") < length("") - 0.02
    assert length("looser") > length("") + 0.08  # if only one paragraph is long


@pytest.mark.parametrize("theme", ["standard", "modern", "literary"])
def test_what_saves_ink_has_two_tones_and_light_titles(theme, press, page_templates):
    look = replace(wanting("ink_saver"), theme=theme)
    for edition in ("handout", "leaflet", "facilitator-guide", "run-of-show"):
        found = texts(fitted(press, page_templates, edition, look))
        tones = {tuple(round(c, 2) for c in b.style["color"].to("srgb").coordinates) for b in found}
        heads = [
            box
            for box in found
            if box.element_tag in page_lint.HEADINGS or box.element.get("class") == "overline"
        ]

        assert tones <= {(0.11, 0.11, 0.11), (0.29, 0.29, 0.29)}
        assert {box.style["font_weight"] for box in heads} == {400}


def test_every_page_of_a_reading_says_that_its_margin_is_for_notes(press, page_templates):
    html = lay_out(the_guide(), "reading", page_templates)

    pages = [page._page_box for page in press._render(html).pages]

    corners = [
        [page_lint.words(line) for line in all_lines(box)]
        for page in pages
        for box in page.children
        if getattr(box, "at_keyword", "") == "@top-right-corner"
    ]
    assert len(pages) > 1
    assert corners == [["Notes"]] * len(pages)


@pytest.mark.parametrize("bilingual", [False, True])
def test_the_line_for_a_word_in_our_own_words_begins_below_the_word(
    bilingual, press, page_templates
):
    """And it is the only one: no row has another below it."""
    words = tuple(replace(term, definition="") for term in the_guide().words[:3])
    guide = replace(the_guide(), words=words)
    html = lay_out(guide, "handout", page_templates, Look(bilingual=bilingual))

    pages = [page._page_box for page in press._render(html).pages]

    found = [box for _, part in boxes(pages, "words") for box in part.descendants()]
    rows = [box for box in found if box.element_tag == "li" and type(box).__name__ == "BlockBox"]
    items = {id(box.element): box for box in reversed(rows)}  # not the boxes inside
    assert len(items) == 3
    for item in items.values():
        first = all_lines(item)[0]
        (blank,) = [box for _, box in boxes([item], "blank") if type(box).__name__ == "BlockBox"]
        assert blank.position_x + blank.margin_left == pytest.approx(
            min(text.position_x for text in page_lint.texts(first)), abs=1
        )
        assert bool(blank.border_bottom_width) != bool(item.border_bottom_width)


def test_grayscale_has_no_colour(press, page_templates):
    for edition in ("handout", "facilitator-guide"):
        for box in texts(fitted(press, page_templates, edition, wanting("grayscale"))):
            red, green, blue = box.style["color"].to("srgb").coordinates
            assert red == green == blue


def test_duplex_begins_the_questions_on_a_right_hand_page(press, page_templates):
    pages = fitted(press, page_templates, "handout", wanting("duplex"))

    first = next(
        number
        for number, page in enumerate(pages, 1)
        if any(page_lint.words(line) == "Questions" for line in page_lint.lines_of(page))
    )
    assert first % 2 == 1


@pytest.mark.parametrize("pair", list(combinations(PRESETS, 2)), ids="+".join)
def test_presets_can_be_combined(pair, press, page_templates):
    for page in fitted(press, page_templates, "handout", wanting(*pair)):
        assert list(page_lint.outside_margins(page)) == []


@pytest.mark.parametrize("edition", sorted(CUT_TO_SIZE))
def test_what_is_cut_to_size_keeps_the_type_that_fits_it(edition, page_templates):
    plain = lay_out(the_guide(), edition, page_templates)

    assert lay_out(the_guide(), edition, page_templates, wanting("large_print")) == plain


@pytest.mark.parametrize("preset", ["large_print", "easy_reading"])
def test_a_running_head_is_upright_too(preset, press, page_templates):
    second = fitted(press, page_templates, "handout", wanting(preset))[1]

    heads = [box for box in second.children if getattr(box, "at_keyword", "") == "@top-left"]
    assert [box.style["font_style"] for box in heads] == ["normal"]


@pytest.mark.parametrize(
    ("edition", "large", "said"),
    [
        ("reading", True, ""),
        ("handout", False, "Questions · "),
        ("facilitator-guide", False, "Facilitator guide · "),
        ("talk-map", True, "Talk map · "),
        ("run-of-show", True, "Run of show · "),
    ],
)
def test_a_page_in_a_stack_says_what_it_belongs_to(edition, large, said, press, page_templates):
    last = fitted(press, page_templates, edition, Look(large_print=large))[-1]

    heads = [box for box in last.children if getattr(box, "at_keyword", "") == "@top-left"]
    words = [page_lint.words(line) for head in heads for line in all_lines(head)]
    assert words == [f"{said}{the_guide().document.title}"]


def test_a_heading_of_a_sheet_has_more_room_above_it_than_a_question(press, page_templates):
    document = press._render(lay_out(the_guide(), "handout", page_templates))

    pages = [page._page_box for page in document.pages]
    heads = [
        box
        for page in pages
        for box in page.descendants()
        if box.element_tag == "h3" and type(box).__name__ == "BlockBox"
    ]
    questions = [box for _, box in boxes(pages, "question") if box.element_tag == "div"]
    assert heads
    assert questions
    most = max(head.margin_top for head in heads)
    assert most >= 1.1 * max(question.margin_bottom for question in questions)


def test_in_large_print_the_number_of_a_stanza_stands_beside_its_first_line(press, page_templates):
    poem = a_guide(a_document([("stanza", "The bell is old.\nIt rings.\nIt rings.")]))
    html = lay_out(poem, "reading", page_templates, Look(large_print=True))

    (page,) = [page._page_box for page in press._render(html).pages]

    number, *_ = [box for _, box in boxes([page], "number")]
    first, *_ = [box for _, box in boxes([page], "verse")]
    assert number.position_y == first.position_y
    assert number.position_x + number.margin_width() <= first.content_box_x()


def test_no_row_of_a_large_run_of_show_is_parted(press, page_templates):
    """A clock time at the foot of a page whose step stands on the next helps nobody."""
    seen: dict[int, int] = {}
    for number, page in enumerate(
        fitted(press, page_templates, "facilitator-guide", wanting("large_print"))
    ):
        for box in page.children[0].descendants():
            if type(box).__name__ == "TableRowBox" and box.element_tag == "tr":
                in_head = any(cell.element_tag == "th" for cell in box.children[1:])
                assert in_head or seen.setdefault(id(box.element), number) == number
    assert seen


# ---------------------------------------------------------------- two languages


def boxes(pages, name):
    return [
        (page, box)
        for page in pages
        for box in page.descendants()
        if box.element is not None and name in box.element.get("class", "").split()
    ]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("edition", ["reading", "handout"])
def test_beside_a_reading_there_is_as_much_room_for_another_language(
    edition, large, paper, press, page_templates
):
    look = Look(bilingual=True, large_print=large, paper=paper)
    pages = fitted(press, page_templates, edition, look)

    readings = {id(page): page for page, _ in boxes(pages, "reading")}
    assert readings
    for page in readings.values():
        free = page.margin_width() - page.content_box_x() - page.width
        assert free - 21 / 25.4 * 96 > 0.85 * page.width - (100 if large else 0)
        assert page.width > 75 / 25.4 * 96
        heads = [box for box in page.children if getattr(box, "at_keyword", "") == "@right-middle"]
        said = [page_lint.words(line) for head in heads for line in all_lines(head)]
        assert said == ["In my language"]


def all_lines(box):
    return [line for line in box.descendants() if type(line).__name__ == "LineBox"]


def test_beside_each_question_and_word_there_is_room(press, page_templates):
    pages = fitted(press, page_templates, "handout", Look(bilingual=True))

    asked = [(page, box) for page, box in boxes(pages, "ask") if type(box).__name__ == "BlockBox"]
    assert len(asked) >= len(the_guide().questions)
    for page, box in asked:
        right = page.content_box_x() + page.width
        edge = box.position_x + box.margin_left + box.border_width()
        assert right - edge > 65 / 25.4 * 96


def test_beside_each_question_there_is_room_for_three_lines_by_hand(press, page_templates):
    """With what it begins with, where there is something."""
    pages = fitted(press, page_templates, "handout", Look(bilingual=True))

    room = [
        sum(child.margin_height() for child in box.children if child.element_tag == "p")
        for _, box in boxes(pages, "question")
        if box.element_tag == "div"
    ]
    assert len(room) >= len(the_guide().questions)
    assert min(room) >= 23 / 25.4 * 96


@pytest.mark.parametrize("large", [False, True])
def test_every_page_with_room_for_another_language_says_so(large, press, page_templates):
    pages = fitted(press, page_templates, "handout", Look(bilingual=True, large_print=large))

    said = [
        [
            page_lint.words(line)
            for box in page.children
            if getattr(box, "at_keyword", "") in ("@right-middle", "@top-right")
            for line in all_lines(box)
        ]
        for page in pages
    ]
    assert said == [["In my language"]] * len(pages)


def test_the_sheet_says_what_the_room_is_for(page_templates):
    plain = lay_out(the_guide(), "handout", page_templates)
    both = lay_out(the_guide(), "handout", page_templates, Look(bilingual=True))

    assert "your own language" in both
    assert "your own language" not in plain


@pytest.mark.parametrize("look", [Look(bilingual=True), Look(bilingual=True, large_print=True)])
@pytest.mark.parametrize("edition", ["reading", "handout"])
def test_a_page_for_two_languages_has_no_fault(edition, look, press, page_templates):
    guide = the_guide()

    def lay(lines, setting):
        return lay_out(guide, edition, page_templates, look, lines, setting)

    html, _ = fit(lay, press._render, making.sheet_pages(look))
    found = proofs.check(press.print(html).pdf, making.page_rules(guide, edition, look))

    assert [problem.message for problem in found] == []


def test_a_sheet_for_two_languages_may_take_twice_the_pages():
    assert making.sheet_pages(Look(bilingual=True)) == 2 * making.sheet_pages(PLAIN)
    assert making.sheet_pages(Look(bilingual=True, pages=2)) == 2


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("wanted", ["large_print", "easy_reading", "bilingual"])
def test_no_column_is_too_narrow_for_its_words(wanted, edition, press, page_templates):
    document = press._render(lay_out(the_guide(), edition, page_templates, wanting(wanted)))

    pages = [page._page_box for page in document.pages]
    assert [word for page in pages for word in page_lint.broken_words(page)] == []


def test_in_large_print_a_question_keeps_two_of_its_notes_and_two_go_on_together(
    press, page_templates
):
    """Kept whole, questions with all their notes would leave a third of many pages empty."""
    html = lay_out(the_guide(), "facilitator-guide", page_templates, Look(large_print=True))

    pages = [page._page_box for page in press._render(html).pages]

    notes: dict[int, list[int]] = {}
    for _, advice in boxes(pages, "advice"):
        notes.setdefault(id(advice.element), []).append(len(advice.children))
    parted = [counts for counts in notes.values() if len(counts) > 1]
    assert parted
    assert min(count for counts in parted for count in counts) >= 2


def test_in_large_print_a_move_stands_clear_of_the_lines_above_it(press, page_templates):
    html = lay_out(the_guide(), "three-columns", page_templates, Look(large_print=True))

    pages = [page._page_box for page in press._render(html).pages]

    heads = [
        box
        for page, move in boxes(pages, "move")
        for box in move.descendants()
        if box.element_tag == "h2" and type(box).__name__ == "BlockBox"
    ]
    assert len(heads) == 3
    assert all(head.margin_top > 0.7 * head.style["font_size"] for head in heads[1:])


def test_the_steps_of_a_session_have_room_in_large_print(press, page_templates):
    """Their times and questions stand below each other, not in columns of two words."""
    html = lay_out(the_guide(), "facilitator-guide", page_templates, Look(large_print=True))

    (table,) = re.findall(r'<section class="run">.*?</section>', html, re.DOTALL)
    rows = table.split("<tr>")[2:]
    assert rows
    assert {row.count("<td>") for row in rows} == {4}
    asked = [row for row in the_guide().steps if row.questions]
    assert sum('<span class="pointer">ask ' in row for row in rows) == len(asked) > 0
