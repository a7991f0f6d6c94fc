"""Every edition there is: what it may say, what it looks like, and what lands on what."""

import itertools
import re
from dataclasses import replace

import pytest

from guides import layout
from guides.editions import EDITIONS
from guides.layout import views
from guides.layout.sheets import MOST_CARD_WORDS, card_sheets, mirrored
from guides.model import PLAIN, FrontMatter, Look, Sensitivity, SensitivityChoice
from guides.printing.packing import RULED_LINE
from tests import page_lint
from tests.sample_guide import (
    a_document,
    a_guide,
    a_question,
    the_document,
    the_guide,
    the_sections,
)
from tests.test_layout import POISON, poisoned
from tests.test_typography import untied

PARTICIPANTS = [name for name, kind in EDITIONS.items() if kind.audience == "participants"]


def calm(guide):
    return replace(guide, sensitivity=Sensitivity())


def texts(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html.partition("<body")[2]).split())


def test_every_edition_has_a_layout_and_a_view(page_templates):
    for name, kind in EDITIONS.items():
        assert f"layouts/{name}.html.j2" in page_templates
        assert kind.view in layout.VIEWS
        assert kind.words
    assert {kind.view for kind in EDITIONS.values()} == set(layout.VIEWS)


@pytest.mark.parametrize("edition", PARTICIPANTS)
def test_nothing_for_the_facilitator_reaches_participants(edition, page_templates):
    html = layout.lay_out(poisoned(calm(the_guide())), edition, page_templates)

    assert POISON not in html


@pytest.mark.parametrize("edition", EDITIONS)
def test_headings_start_at_one_and_never_skip(edition, page_templates):
    html = layout.lay_out(the_guide(), edition, page_templates)

    levels = [int(level) for level in re.findall(r"<h([1-6])", html.partition("<body")[2])]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


# ---------------------------------------------------------------- cards


@pytest.mark.parametrize(("edition", "per_sheet"), [("cards", 4), ("cards-8up", 8)])
def test_the_back_of_every_card_lies_behind_its_front(edition, per_sheet, page_templates):
    html = layout.lay_out(calm(the_guide()), edition, page_templates)

    sheets = re.findall(r'<section class="card-sheet.*?</section>', html, re.DOTALL)
    assert len(sheets) >= 2
    assert len(sheets) % 2 == 0
    for front, back in zip(sheets[::2], sheets[1::2], strict=True):
        fronts, backs = (re.findall(r"<article.*?</article>", s, re.DOTALL) for s in (front, back))
        assert len(fronts) == len(backs) == per_sheet
        numbers = [number_on(card) for card in fronts]
        behind = [number_on(card) for card in backs]
        for row in range(0, per_sheet, 2):
            assert behind[row : row + 2] == numbers[row : row + 2][::-1]


def number_on(card: str) -> str:
    found = re.search(r'class="card-number">(\d+)<', card)
    return found[1] if found else ""


def test_a_back_mirrors_its_columns_and_keeps_its_rows():
    cards = [{"at": at} for at in range(8)]

    assert [card["at"] for card in mirrored(cards)] == [1, 0, 3, 2, 5, 4, 7, 6]


def test_a_set_has_one_card_to_pass_and_at_least_one_for_ones_own_question():
    sheets = card_sheets(calm(the_guide()), 4, 12)

    kinds = [card["kind"] for sheet in sheets for card in sheet["fronts"]]
    assert kinds.count("pass") == 1
    assert kinds.count("own") >= 1
    assert len(kinds) % 4 == 0
    assert len(kinds) <= 12


def test_a_text_without_questions_still_gives_a_full_sheet():
    empty = a_guide(a_document([("paragraph", "The bell rang.")]))

    (sheet,) = card_sheets(empty, 4, 12)

    assert [card["kind"] for card in sheet["fronts"]] == ["pass", "own", "own", "own"]


def with_questions(*questions, level=0, safe=()):
    section = replace(the_sections()[1], questions=questions)
    front = FrontMatter(sensitivity=SensitivityChoice(safe_lines=safe))
    guide = a_guide(replace(the_document(), front=front))
    return replace(guide, sections=(section,), sensitivity=Sensitivity(level=level))


def asked(guide):
    sheets = card_sheets(guide, 4, 12)
    return [card["text"] for sheet in sheets for card in sheet["fronts"] if "text" in card]


def test_a_long_question_is_left_to_the_handout():
    short, long = "What changed?", " ".join(["word"] * MOST_CARD_WORDS) + " more?"

    assert asked(with_questions(a_question(1, short), a_question(2, long))) == [short]


@pytest.mark.parametrize(("safe", "count"), [((), 1), ((4,), 1), ((1,), 2)])
def test_at_level_three_a_card_quotes_only_what_the_editor_called_safe(safe, count):
    quoting = replace(a_question(1, "What does “thrown” show in paragraph 1?"), paragraphs=(1,))
    plain = replace(a_question(2, "What does paragraph 1 show?"), paragraphs=(1,))

    guide = with_questions(quoting, plain, level=3, safe=safe)

    assert len(asked(guide)) == count


def test_a_calm_text_may_be_quoted_on_a_card():
    quoting = replace(a_question(1, "What does “thrown” show?"), paragraphs=(1,))

    assert len(asked(with_questions(quoting, level=1))) == 1


# ---------------------------------------------------------------- the others


@pytest.mark.parametrize(
    ("genre", "columns"),
    [
        ("article", ["Confirmed: who checked it?", "Reported: who says so?"]),
        ("speech", ["Can be checked: how?", "A view or a wish: whose?"]),
        ("poem", ["The poem says: in which words?", "It suggests: what makes you think so?"]),
        ("story", ["The story says: in which words?", "It suggests: what makes you think so?"]),
    ],
)
def test_what_is_known_is_sorted_by_what_can_be_said_of_such_a_text(genre, columns, page_templates):
    html = layout.lay_out(replace(the_guide(), genre=genre), "known-table", page_templates)

    heads = re.findall(r'<th scope="col">([^<¶]+)</th>', html)
    assert heads[:2] == columns
    assert len(heads) == 3


def test_the_run_of_show_never_lets_the_opening_or_the_close_be_cut(page_templates):
    html = layout.lay_out(the_guide(), "run-of-show", page_templates)

    rows = re.findall(r"<tr>.*?</tr>", html.partition("<tbody>")[2], re.DOTALL)
    assert "never cut" in rows[0]
    assert "never cut" in rows[len(the_guide().steps) - 1]
    assert sum(f"<b>{q.number}</b>" in html for q in the_guide().questions if q.starred) > 3


def test_there_is_a_care_person_only_where_the_topic_is_hard(page_templates):
    hard = layout.lay_out(the_guide(), "run-of-show", page_templates)
    easy = layout.lay_out(calm(the_guide()), "run-of-show", page_templates)

    assert "Care person" in hard
    assert "Care person" not in easy


def test_four_slips_ask_the_closing_question(page_templates):
    guide = the_guide()

    text = texts(layout.lay_out(guide, "exit-tickets", page_templates))

    assert text.count(guide.sections[-1].questions[0].text) == 4
    assert text.count("Go over again") == 1


def test_a_slide_has_one_question(press, page_templates):
    guide = calm(the_guide())
    html = layout.lay_out(guide, "slides", page_templates)
    document = press._render(html)

    task = sum(row.step.reads for row in guide.steps)
    notes = 1 + bool(guide.care.content_note) + task + bool(guide.care.support)
    assert len(document.pages) == len(guide.questions) + notes
    page = document.pages[0]
    assert page.width / page.height == pytest.approx(16 / 9, rel=0.01)


def test_the_reading_has_no_questions(page_templates):
    guide = the_guide()

    text = texts(layout.lay_out(guide, "reading", page_templates))

    assert "in my tracks" in text
    assert not any(question.text in text for question in guide.questions)


# ---------------------------------------------------------------- away from the reading


@pytest.mark.parametrize("edition", ["slides", "posters", "bookmark"])
def test_what_stands_alone_quotes_no_hard_line(edition, page_templates):
    quoting = replace(a_question(1, "What does “thrown” show?"), paragraphs=(1,))
    plain = replace(a_question(2, "What does paragraph 1 show?"), paragraphs=(1,))

    hard = with_questions(quoting, plain, level=3)
    easy = with_questions(quoting, plain, level=0)

    assert "thrown" not in texts(layout.lay_out(hard, edition, page_templates))
    assert "What does paragraph 1 show?" in texts(layout.lay_out(hard, edition, page_templates))
    assert "thrown" in texts(layout.lay_out(easy, edition, page_templates))


def test_a_slide_says_where_a_question_stands_that_it_may_not_show(page_templates):
    """One to discuss, where people have a sheet."""
    quoting = replace(a_question(1, "What does “thrown” show?"), paragraphs=(1,), starred=True)
    hard = with_questions(quoting, replace(quoting, number=2, starred=False), level=3)
    without = replace(hard, plan=replace(hard.plan, editions=("reading",)))

    slides, none = (texts(layout.lay_out(g, "slides", page_templates)) for g in (hard, without))
    wall = texts(layout.lay_out(hard, "posters", page_templates))

    assert "Question 1, on your sheet" in slides
    assert "Question 2" not in slides
    assert "on your sheet" not in none + wall


def test_one_slide_says_of_questions_in_a_row_that_they_are_on_the_sheet(page_templates):
    quoting = replace(a_question(1, "What does “thrown” show?"), paragraphs=(1,), starred=True)
    hard = with_questions(
        quoting, replace(quoting, number=2), a_question(3, "What then?"), replace(quoting, number=4)
    )
    hard = replace(hard, sensitivity=Sensitivity(level=3))

    said = texts(layout.lay_out(hard, "slides", page_templates))

    assert said.count("on your sheet") == 2
    assert "Questions 1 and 2, on your sheet" in said.replace("\xa0", " ")
    assert "Question 4, on your sheet" in said.replace("\xa0", " ")


# ---------------------------------------------------------------- room to write


@pytest.mark.parametrize("theme", ["standard", "modern", "literary"])
@pytest.mark.parametrize("letters", [99, 154, 199, 219, 299, 340])
def test_the_longest_question_of_a_deck_has_room_and_all_have_one_size_but_the_very_long(
    letters, theme, press, page_templates
):
    long = ("What would the harbor town have said of all this? " * 9)[: letters - 1] + "?"
    guide = calm(with_questions(a_question(1, "Why?"), a_question(2, long)))

    pages = laid_out(press, guide, "slides", page_templates, Look(theme=theme))

    asks = [(page, ask) for page in pages for ask in drawn(page._page_box, "slide-ask")]
    assert (len({ask.style["font_size"] for _, ask in asks}) == 1) == (letters < 220)
    page, ask = asks[-1]
    (foot,) = drawn(page._page_box, "slide-foot")
    assert ask.position_y + ask.margin_height() <= foot.position_y
    opening = next(box for box in pages[0]._page_box.descendants() if box.element_tag == "h1")
    assert opening.style["font_size"] > ask.style["font_size"]


@pytest.mark.parametrize("theme", ["standard", "modern", "literary"])
def test_how_people_sit_stands_on_the_line_of_the_heading_of_a_slide(theme, press, page_templates):
    pages = laid_out(press, the_guide(), "slides", page_templates, Look(theme=theme))

    page = next(page._page_box for page in pages if drawn(page._page_box, "slide-when"))
    (when,) = drawn(page, "slide-when")
    heading = next(box for box in page.descendants() if box.element_tag == "h2")
    foot = heading.content_box_y() + heading.height
    assert when.content_box_y() + when.height == pytest.approx(foot, abs=0.1)


def laid_out(press, guide, edition, templates, look=PLAIN):
    return press._render(layout.lay_out(guide, edition, templates, look)).pages


def drawn(page, name):
    """Return the boxes of a class on a page, from left to right, then down."""
    boxes = [
        box
        for box in page.descendants()
        if type(box).__name__ in ("BlockBox", "InlineBlockBox", "FlexBox", "AbsolutePlaceholder")
        and name in box.element.get("class", "").split()
    ]
    return sorted(boxes, key=lambda box: (box.position_y, box.position_x))


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("words", [6, 20, 40])
def test_a_poster_has_more_room_to_write_than_question(words, paper, press, page_templates):
    question = a_question(1, " ".join(["harbor"] * (words - 1)) + " now?")
    guide = calm(with_questions(question))

    pages = laid_out(press, guide, "posters", page_templates, Look(paper=paper))

    assert len(pages) == 1
    (room,) = drawn(pages[0]._page_box, "room")
    share = room.height / pages[0]._page_box.height
    assert share > (0.4 if words == 40 else 0.5)
    bottom = pages[0]._page_box.content_box_y() + pages[0]._page_box.height
    assert room.position_y + room.height < bottom


def test_every_poster_has_its_number_and_the_title_and_all_one_size(press, page_templates):
    guide = calm(with_questions(a_question(3, "What changed?"), a_question(5, "Why? " * 40)))

    pages = [page._page_box for page in laid_out(press, guide, "posters", page_templates)]

    assert len(pages) == 2
    assert all(drawn(page, "wall-title") for page in pages)
    asks = [drawn(page, "ask")[0] for page in pages]
    assert len({ask.style["font_size"] for ask in asks}) == 1
    said = texts(layout.lay_out(guide, "posters", page_templates))
    assert "3 Get clear" in said
    assert "5 Get clear" in said


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_back_of_each_bookmark_lies_behind_its_front(paper, press, page_templates):
    """All three are alike, so that turning the sheet over swaps like for like."""
    pages = laid_out(press, the_guide(), "bookmark", page_templates, Look(paper=paper))

    front, back = (page._page_box for page in pages)
    fronts, backs = (drawn(page, "strip") for page in (front, back))
    assert len(fronts) == len(backs) == 3
    for one, other in zip(fronts, reversed(backs), strict=True):
        mirrored_left = back.margin_width() - other.position_x - other.border_width()
        assert one.position_x == pytest.approx(mirrored_left, abs=0.5)
        assert one.position_y == pytest.approx(other.position_y, abs=0.5)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("edition", ["cards", "cards-8up", "exit-tickets"])
def test_marks_to_cut_along_stand_where_printers_print(edition, paper, press, page_templates):
    page, *_ = laid_out(press, calm(the_guide()), edition, page_templates, Look(paper=paper))

    least = 6 / 25.4 * 96
    marks = [box for box in drawn(page._page_box, "cut") if box.style["display"][0] != "none"]
    assert len(marks) >= 6
    for box in marks + drawn(page._page_box, "card-title"):
        assert box.position_x >= least
        assert box.position_y >= least
        assert box.position_x + box.border_width() <= page.width - least
        assert box.position_y + box.border_height() <= page.height - least


@pytest.mark.parametrize("theme", ["standard", "modern", "literary"])
@pytest.mark.parametrize("fillable", [False, True])
def test_the_sheet_to_sort_slips_by_is_one_side_that_says_which_slips(
    fillable, theme, press, page_templates
):
    title = "A title of a text that is rather long, as some are, and goes on for more than a line"
    guide = replace(the_guide(), document=replace(the_document(), title=title))
    looks = [Look(theme=theme, fillable=fillable, class_name=name) for name in ("", "English 9")]

    unsaid, said = (layout.lay_out(guide, "exit-tickets", page_templates, look) for look in looks)

    assert len(press._render(unsaid).pages) == len(press._render(said).pages) == 2
    sides = [texts("<body" + html.partition('class="sorting"')[2]) for html in (unsaid, said)]
    assert all("rather long" in side for side in sides)
    assert "Class Date" in sides[0]
    assert "English 9" in sides[1]


@pytest.mark.parametrize("theme", ["standard", "modern", "literary"])
@pytest.mark.parametrize("asks", [1, 2, 3])
@pytest.mark.parametrize("fillable", [False, True])
def test_a_slip_has_as_many_lines_as_it_has_room_for(fillable, asks, theme, press, page_templates):
    ask = "What would you like the facilitator to know about how today’s text was for you?"
    questions = tuple(a_question(n, ask, pointer="Any paragraph") for n in range(asks))
    section = replace(the_guide().sections[-1], stage="reflect", questions=questions)
    guide = replace(the_guide(), sections=(section,))
    look = Look(theme=theme, fillable=fillable, class_name="English 9", date="3 March")

    page, _ = laid_out(press, guide, "exit-tickets", page_templates, look)

    slips = drawn(page._page_box, "ticket")
    assert len(slips) == 4
    for slip in slips:
        low = max(line.position_y + line.height for line in drawn(slip, "line"))
        spare = slip.position_y + slip.margin_height() - low
        assert 22 < spare < 22 + 3 * RULED_LINE


@pytest.mark.parametrize("theme", ["standard", "modern", "literary"])
@pytest.mark.parametrize("count", [1, 3, 6])
def test_a_bookmark_fills_its_strips_and_runs_over_no_cut(count, theme, press, page_templates):
    """Few questions are set larger; below few words there are more lines."""
    few = the_guide().questions[:count]
    section = replace(the_guide().sections[0], questions=few)
    guide = replace(calm(the_guide()), sections=(section,), words=the_guide().words[:count])

    for page in laid_out(press, guide, "bookmark", page_templates, Look(theme=theme)):
        strips = drawn(page._page_box, "strip")
        assert len(strips) == 3
        for strip in strips:
            *_, last = strip.descendants()
            assert last.position_y + last.height < strip.position_y + strip.margin_height() - 20


@pytest.mark.parametrize("look", [PLAIN, Look(theme="modern"), Look(easy_reading=True)], ids=str)
@pytest.mark.parametrize("letters", [60, 75, 90, 105, 120, 140])
def test_six_questions_take_up_most_of_a_bookmark_and_run_over_no_cut(
    letters, look, press, page_templates
):
    ask = f"{('Which words of this part of the text ' * 4)[: letters - 5].strip()} say?"
    questions = tuple(a_question(n, ask) for n in range(1, 7))
    section = replace(the_guide().sections[0], questions=questions)
    guide = replace(calm(the_guide()), sections=(section,))

    front = laid_out(press, guide, "bookmark", page_templates, look)[0]._page_box

    strips = drawn(front, "strip")
    for strip in strips:
        last = max(box.position_y + box.height for box in drawn(strip, "ask"))
        assert 0.87 < (last - strip.position_y) / strip.margin_height() < 0.97
    widths = {round(box.width, 3) for strip in strips for box in drawn(strip, "ask")}
    assert len(widths) == 1


@pytest.mark.parametrize("pointer", ["¶15, and one more", "Copy the line that shows it"])
@pytest.mark.parametrize("longest", [180, 260, 400])
def test_no_question_of_a_bookmark_stands_on_the_next_one(longest, pointer, press, page_templates):
    """In easy reading, too; of questions that are too long for a strip there are fewer."""
    asks = [f"{('Which words of this part of the text ' * 12)[:n]} say?" for n in (90, longest)]
    questions = tuple(replace(a_question(n, asks[n % 2]), pointer=pointer) for n in range(1, 7))
    section = replace(the_guide().sections[0], questions=questions)
    guide = replace(calm(the_guide()), sections=(section,))

    for look in (PLAIN, Look(easy_reading=True, ink_saver=True)):
        front = laid_out(press, guide, "bookmark", page_templates, look)[0]._page_box
        for strip in drawn(front, "strip"):
            asked = [page_lint.lines_in(box) for box in drawn(strip, "ask")]
            assert len(asked) > 2
            for above, below in itertools.pairwise(asked):
                assert above[-1].position_y + above[-1].height <= below[0].position_y + 0.01


@pytest.mark.parametrize("words", range(6))
def test_the_back_of_a_bookmark_leaves_room_above_the_cut(words, press, page_templates):
    terms = [term for term in the_guide().words if term.definition]
    guide = replace(the_guide(), words=tuple(terms[:words]))

    back = laid_out(press, guide, "bookmark", page_templates)[1]._page_box

    for strip in drawn(back, "strip"):
        last = max(line.position_y + line.height for line in drawn(strip, "line"))
        assert strip.position_y + strip.margin_height() - last >= 8 * 96 / 25.4


def test_the_back_of_a_bookmark_has_words_that_are_defined_and_lines(page_templates):
    guide = the_guide()
    html = layout.lay_out(guide, "bookmark", page_templates)

    back = re.sub(
        r'<span class="tied">([^<]*)</span>', r"\1", html.partition('class="strips backs')[2]
    )
    defined = [term for term in guide.words if term.definition][:5]
    assert defined
    assert all(back.count(term.definition) == 3 for term in defined)
    lines = back.count('<div class="line"></div>') / 3
    few = layout.lay_out(replace(guide, words=guide.words[:1]), "bookmark", page_templates)
    assert few.count('<div class="line"></div>') / 3 > lines > 11
    assert "Words to know" not in layout.lay_out(
        replace(guide, words=()), "bookmark", page_templates
    )


def first_lines(press, look, page_templates):
    """Return where the lines begin that each of three moves leaves to write on, on each page."""
    pages = laid_out(press, calm(the_guide()), "three-columns", page_templates, look)
    return [
        [
            min(line.position_y for line in drawn(move, "line"))
            for move in drawn(page._page_box, "move")
        ]
        for page in pages
    ]


@pytest.mark.parametrize("look", [PLAIN, Look(easy_reading=True), Look(theme="modern")], ids=str)
@pytest.mark.parametrize("longest", [60, 150, 250])
def test_lines_begin_below_the_question_of_their_own_column(longest, look, press, page_templates):
    """And go on at the same heights in all three, to the same end."""
    letters = [60, 130, longest]
    asked = [
        f"{('Which words of this part of the text ' * 9)[: n - 5].strip()} say?" for n in letters
    ]
    sections = [
        replace(section, stage="after", questions=(a_question(n, text),))
        for n, (section, text) in enumerate(zip(the_guide().sections, asked, strict=False), 1)
    ]
    guide = replace(calm(the_guide()), sections=tuple(sections))

    (page,) = laid_out(press, guide, "three-columns", page_templates, look)

    columns = drawn(page._page_box, "move")
    heights = [sorted(line.position_y for line in drawn(move, "line")) for move in columns]
    assert len(heights) == 3
    assert max(column[-1] for column in heights) - min(column[-1] for column in heights) < 1
    for move, column in zip(columns, heights, strict=True):
        ask = page_lint.lines_in(drawn(move, "ask")[0])[-1]
        assert 0 <= column[0] - ask.position_y - ask.height < 1.9 * RULED_LINE


def test_three_columns_take_the_whole_width(press, page_templates):
    (page,) = laid_out(press, calm(the_guide()), "three-columns", page_templates)

    lines = drawn(page._page_box, "line")
    right = page._page_box.content_box_x() + page._page_box.width
    assert min(line.position_x for line in lines) == pytest.approx(page._page_box.content_box_x())
    columns = [line for move in drawn(page._page_box, "move") for line in drawn(move, "line")]
    assert max(line.position_x + line.width for line in columns) == pytest.approx(right, abs=1)


def test_in_large_print_three_columns_become_one(press, page_templates):
    pages = first_lines(press, Look(large_print=True), page_templates)

    assert [len(heights) for heights in pages][:1] in ([1], [2])
    assert sum(len(heights) for heights in pages) == 3
    for heights in pages:
        assert all(below - above > 150 for above, below in itertools.pairwise(heights))


@pytest.mark.parametrize(
    ("edition", "head"),
    [
        ("three-columns", "Fill in as you read and talk"),
        ("known-table", "What do we know?"),
        ("evidence-sheet", "Two ways, one end"),
    ],
)
def test_a_second_page_to_fill_in_says_what_it_belongs_to(edition, head, press, page_templates):
    look = Look(large_print=True)
    _, second, *_ = laid_out(press, the_guide(), edition, page_templates, look)

    (box,) = [b for b in second._page_box.children if getattr(b, "at_keyword", "") == "@top-left"]
    words = "".join(part.text for part in box.descendants() if hasattr(part, "text"))
    below = next(b for b in second._page_box.descendants() if b.element_tag in ("table", "h2"))
    assert words == f"{head} · {the_guide().document.title}"
    assert box.content_box_y() + 18 / 72 * 96 < below.position_y


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(
    "title", ["A Bell", "What the bell-ringers said " * 2, "Long words of a title " * 5]
)
def test_a_talk_map_has_a_seat_for_each_of_a_class_on_one_side(title, large, press, page_templates):
    guide = replace(the_guide(), document=replace(the_document(), title=title.strip()))

    first, *rest = laid_out(press, guide, "talk-map", page_templates, Look(large_print=large))

    seats = drawn(first._page_box, "seat")
    assert len(seats) >= (20 if large else 28)
    lowest = max(seat.position_y + seat.height for seat in seats)
    assert lowest < first._page_box.content_box_y() + first._page_box.height
    assert len(rest) == large


@pytest.mark.parametrize("letters", [40, 150])
def test_a_talk_map_has_as_many_seats_as_a_class_has_people(letters, press, page_templates):
    asked = tuple(
        a_question(n, f"{('Which words ' * 20)[:letters]}?", starred=True) for n in range(1, 4)
    )
    section = replace(the_guide().sections[0], questions=asked)
    plan = replace(the_guide().plan, group_size="12 to 35 people")
    guide = replace(the_guide(), sections=(section,), plan=plan)

    (page,) = laid_out(press, guide, "talk-map", page_templates)

    seats = drawn(page._page_box, "seat")
    assert len(seats) >= 35
    for one, other in itertools.pairwise(
        seat for seat in seats if seat.position_y == seats[0].position_y
    ):
        assert one.position_x + one.margin_width() < other.position_x


@pytest.mark.parametrize("edition", ["cards", "cards-8up"])
def test_the_heads_of_cards_side_by_side_are_equally_high(edition, press, page_templates):
    """Whether they begin with a number, which is larger, or not."""
    heads = [
        head
        for page in laid_out(press, calm(the_guide()), edition, page_templates)
        for head in drawn(page._page_box, "card-head")
    ]

    assert {round(head.height, 3) for head in heads} == {round(heads[0].height, 3)}
    assert not all(any(c.isdigit() for c in "".join(h.element.itertext())) for h in heads)


def test_of_questions_that_are_on_the_sheet_every_number_is_set_alike(page_templates):
    hard = [
        replace(question, number=n, starred=True, pointer=f"¶{n}")
        for n, question in enumerate(the_guide().questions[:2], 1)
    ]
    rows = [views._on_the_sheet(question) for question in hard]

    (joined,) = views._joined(rows)

    assert joined["text"] == "Questions 1 and 2, on your sheet"
    assert joined["pointer"] == "¶1"
    assert [(other["number"], other["pointer"]) for other in joined["others"]] == [(2, "¶2")]


def test_what_is_to_be_done_while_reading_stands_below_the_middle_of_its_heading(
    press, page_templates
):
    """Where a theme sets headings there."""
    look = Look(theme="literary")
    page, *_ = laid_out(press, the_guide(), "handout", page_templates, look)

    below = drawn(page._page_box, "explain")
    assert below
    assert {box.style["text_align_all"] for box in below} == {"center"}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_section_that_has_no_question_has_no_heading(edition, page_templates):
    sections = [replace(section, title=f"Part {n}") for n, section in enumerate(the_sections())]
    empty = replace(sections[1], questions=())
    guide = replace(the_guide(), sections=(sections[0], empty, *sections[2:]))

    html = layout.lay_out(guide, edition, page_templates)

    assert "Part 1" not in html


def slide_heads(html):
    """Return the headings of slides in order, each with what stands beside it, if anything."""
    heads = re.findall(r'<h2>([^<]+)</h2>\n(?:<p class="slide-when">([^<]+)</p>)?', html)
    return list(dict.fromkeys(heads))[1:]  # the first is the content note


def test_slides_say_how_people_sit_and_what_to_do_while_reading(page_templates):
    """Between what is asked before the reading and after it."""
    html = layout.lay_out(calm(the_guide()), "slides", page_templates)

    heads = slide_heads(html)
    assert heads[:3] == [
        ("Before you read", "alone · 2 minutes"),
        ("Read and mark", "alone · 7 minutes"),
        ("Get clear", "pairs · 8 minutes in all"),
    ]
    assert texts(html).count("Read in silence and mark.") == 1


def test_slides_of_a_section_without_a_step_of_its_own_say_when_it_is_asked(page_templates):
    guide = calm(the_guide())
    closing, last = replace(guide.sections[-1], title="At last"), guide.steps[-1]
    step = replace(last, questions=(closing.questions[0].number,))
    guide = replace(
        guide, sections=(*guide.sections[:-1], closing), steps=(*guide.steps[:-1], step)
    )

    html = layout.lay_out(guide, "slides", page_templates)

    assert dict(slide_heads(html))[closing.title].startswith(step.step.grouping)


def test_slides_of_a_text_read_beforehand_have_no_task(page_templates):
    guide = calm(the_guide())
    steps = tuple(row for row in guide.steps if not row.step.reads)
    assert len(steps) == len(guide.steps) - 1

    heads = slide_heads(layout.lay_out(replace(guide, steps=steps), "slides", page_templates))

    assert [title for title, _ in heads[:2]] == ["Before you read", "Get clear"]


@pytest.mark.parametrize("edition", ["handout", "reading", "leaflet"])
def test_a_reading_says_what_to_do_meanwhile(edition, page_templates):
    guide = the_guide()
    task = '<p class="explain">Read in silence and mark.'

    html = untied(layout.lay_out(guide, edition, page_templates))
    without = layout.lay_out(replace(guide, steps=()), edition, page_templates)

    assert html.count(task) == 1
    assert html.index("<h2>The reading</h2>") < html.index(task) < html.index("They told me")
    assert task not in without


def test_a_short_pointer_of_a_bookmark_stays_on_one_line(press, page_templates):
    """However long the question before it is; a range is not parted at its dash."""
    guide = calm(the_guide())
    questions = tuple(
        replace(question, text=f"{'so ' * 5}{'l' * more}?", pointer="¶12–18", starred=True)
        for more, question in zip(range(7, 13), guide.questions, strict=False)
    )
    guide = replace(guide, sections=(replace(guide.sections[1], questions=questions),))

    pages = laid_out(press, guide, "bookmark", page_templates)

    printed = [
        box.text
        for page in pages
        for box in page._page_box.descendants()
        if type(box).__name__ == "TextBox"
        and box.element is not None
        and "pointer" in box.element.get("class", "").split()
    ]
    assert len(printed) >= len(questions)
    assert {text for text in printed if "1" in text} == {"¶12–18"}


def test_an_evidence_sheet_has_a_second_line_under_its_questions_first_and_some_reasons_always():
    sizes = [views.sides(the_guide(), more) for more in (3, 2, 1, 0, -1, -2, -3, -9)]

    shares = [
        (
            [q["lines"] for section in view["sections"] for q in section["questions"]],
            view["their_lines"],
            view["our_lines"],
            view["rows"],
        )
        for view in sizes
    ]
    assert shares == [
        ([2, 2], 3, 3, 5),
        ([2, 2], 2, 3, 5),
        ([2, 1], 2, 3, 5),
        ([1, 1], 2, 3, 5),
        ([1, 1], 2, 3, 4),
        ([1, 1], 2, 2, 4),
        ([1, 1], 2, 2, 3),
        ([1, 1], 2, 2, 3),
    ]


@pytest.mark.parametrize(("edition", "per_sheet"), [("cards", 4), ("cards-8up", 8)])
def test_a_card_for_an_own_question_is_filled_with_lines(edition, per_sheet, press, page_templates):
    page = laid_out(press, the_guide(), edition, page_templates)[-2]  # the last fronts

    cards = drawn(page._page_box, "card")
    own = [lines for card in cards if (lines := drawn(card, "card-line"))]
    assert len(cards) == per_sheet
    assert own
    for card, lines in zip(cards[-len(own) :], own, strict=True):
        line = lines[-1].border_height()
        free = card.position_y + card.border_height() - lines[-1].position_y - line
        assert 8 / 25.4 * 96 < free < 8 / 25.4 * 96 + line + 10


@pytest.mark.parametrize("setting", ["", "closer", "looser"])
def test_what_a_session_is_and_what_it_is_for_begin_at_one_height(setting, press, page_templates):
    html = layout.lay_out(the_guide(), "facilitator-guide", page_templates, PLAIN, 0, setting)

    columns = drawn(press._render(html).pages[0]._page_box, "columns")[0]

    tops: dict[bool, float] = {}
    for box in columns.descendants():
        if type(box).__name__ == "LineBox":
            right = box.position_x > columns.position_x + columns.width / 2
            tops.setdefault(right, box.position_y)
    assert tops[True] == pytest.approx(tops[False], abs=4)


@pytest.mark.parametrize("lines", [0, 8, 16])
def test_the_run_of_show_in_a_facilitator_guide_is_never_parted(lines, press, page_templates):
    care = replace(the_guide().care, preparation=("Read the text.",) * lines)
    html = layout.lay_out(replace(the_guide(), care=care), "facilitator-guide", page_templates)

    pages = press._render(html).pages
    assert sum(bool(drawn(page._page_box, "run")) for page in pages) == 1


def test_a_run_of_show_of_many_steps_goes_on_with_three_of_them_at_least(press, page_templates):
    """Held whole, a workshop's would leave half a page empty."""
    guide = replace(the_guide(), steps=(the_guide().steps * 2)[:12], checks=())
    parted = []
    for lines in (4, 8, 12, 16):
        care = replace(guide.care, preparation=("Read the text.",) * lines)
        html = layout.lay_out(replace(guide, care=care), "facilitator-guide", page_templates)
        runs = [drawn(page._page_box, "run") for page in press._render(html).pages]
        # Of the rows on a page, one is the head.
        parted.append([
            sum(type(box).__name__ == "TableRowBox" for box in run[0].descendants()) - 1
            for run in runs
            if run
        ])  # fmt: skip

    assert all(sum(rows) == len(guide.steps) for rows in parted)
    assert min(min(rows) for rows in parted) >= 3
    assert any(len(rows) == 2 for rows in parted)


def test_a_clock_of_the_run_of_show_stands_on_one_line_with_its_row(press, page_templates):
    html = layout.lay_out(the_guide(), "run-of-show", page_templates)

    page = press._render(html).pages[0]._page_box
    words = [box for box in page.descendants() if type(box).__name__ == "TextBox"]
    tops = {box.text.strip(): box.position_y for box in reversed(words)}
    assert tops["0:00"] == pytest.approx(tops["Open"], abs=0.1)


def test_the_credits_of_a_guide_are_never_alone_on_a_page(press, page_templates):
    """However much there is to check before them."""
    guide = calm(the_guide())

    for count in range(len(guide.checks)):
        shorter = replace(guide, checks=guide.checks[:count])
        pages = laid_out(press, shorter, "facilitator-guide", page_templates)
        *_, last = [page._page_box for page in pages if drawn(page._page_box, "sources")]
        assert drawn(last, "adapt")
