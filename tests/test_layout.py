"""What stands on a page, and what must never stand there."""

import itertools
import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from guides import layout, readers
from guides.editions import EDITIONS
from guides.layout import views
from guides.layout.writing import CLOSING_UP, ENOUGH, FEWEST, MOST, is_close, ruled_lines
from guides.model import (
    Care,
    Check,
    FrontMatter,
    Guide,
    GuideSection,
    GuideStep,
    Look,
    Question,
    Sensitivity,
    Step,
)
from guides.problems import Failed, Problem, show
from guides.source import Span
from tests.sample_guide import (
    a_document,
    a_guide,
    a_question,
    the_document,
    the_guide,
    the_sections,
)

POISON = "for the facilitator alone"


@pytest.fixture(scope="module")
def unstyled(page_templates) -> dict[str, str]:
    """The layouts without the looks, which have tests of their own."""
    return page_templates | {"themes/standard/theme.css": "html {}"}


def words(html: str) -> str:
    """Return what is left of a page when its tags are taken away."""
    body = html.partition("<body")[2]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


@pytest.mark.parametrize("edition", ["handout", "facilitator-guide"])
def test_an_edition_of_the_sample_guide_is_held_still(edition, unstyled, golden):
    golden(f"{edition}.html", layout.lay_out(the_guide(), edition, unstyled))


# ---------------------------------------------------------------- what participants get


# What participants may see; every other text of a guide is the facilitator's.
FOR_ALL = {
    Care: {"content_note", "support"},
    Guide: {"credit", "document", "words"},
    GuideSection: {"title", "stage"},
    Question: {"text", "pointer", "starter"},
    Step: {"title", "grouping", "group", "section"},
}


def poisoned(value: Any) -> Any:
    """Return *value* with every text in it that is not for participants put to poison."""
    if isinstance(value, str):
        return POISON
    if isinstance(value, tuple):
        return tuple(map(poisoned, value))
    if not is_dataclass(value) or isinstance(value, type | Span):
        return value
    own = [entry.name for entry in fields(value) if entry.name not in FOR_ALL.get(type(value), ())]
    return replace(value, **{name: poisoned(getattr(value, name)) for name in own})


def test_what_is_for_the_facilitator_never_reaches_the_handout(page_templates):
    guide = poisoned(the_guide())

    handout = layout.lay_out(guide, "handout", page_templates)
    facilitator = layout.lay_out(guide, "facilitator-guide", page_templates)

    assert POISON not in handout
    assert facilitator.count(POISON) > 40


@pytest.mark.parametrize(
    "edition", [name for name, kind in EDITIONS.items() if kind.audience == "participants"]
)
def test_no_edition_for_participants_has_a_word_for_the_facilitator(edition, page_templates):
    assert POISON not in layout.lay_out(poisoned(the_guide()), edition, page_templates)


def test_a_bookmark_holds_six_questions_and_the_starred_ones_first():
    calm = replace(the_guide(), sensitivity=Sensitivity())
    sections = views.strip(calm)["sections"]
    kept = [question for section in sections for question in section["questions"]]

    assert len(kept) <= 6
    starred = [question.number for question in the_guide().questions if question.starred]
    assert set(starred[:6]) <= {question["number"] for question in kept}


def test_a_handout_has_no_name_for_the_facilitators_notes(page_templates):
    curious = page_templates["layouts/handout.html.j2"].replace(
        "{{ question.text }}", "{{ question.listen_for }}"
    )

    with pytest.raises(Failed, match="nothing on this page is called `listen_for`"):
        layout.lay_out(
            the_guide(), "handout", page_templates | {"layouts/handout.html.j2": curious}
        )


def test_words_of_a_text_cannot_become_part_of_the_page(unstyled):
    text = "Write <b>bold</b> & <script>alert(1)</script> </style> {{ title }}"
    document = a_document([("paragraph", text)], title=text, authors=(text,))
    question = a_question(1, text, pointer=text, starter=text)
    sections = (replace(the_sections()[0], title=text, questions=(question,)),)

    html = layout.lay_out(replace(a_guide(document), sections=sections), "handout", unstyled)

    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "{{ title }}" in html


def test_the_content_note_stands_on_the_reading_and_on_the_sheet(unstyled):
    html = layout.lay_out(the_guide(), "handout", unstyled)

    assert html.count("You may pass on any question") == 2
    assert html.index("You may pass") < html.index("They told me")


def test_every_question_has_its_number_star_pointer_and_lines(unstyled):
    guide = the_guide()

    html = layout.lay_out(guide, "handout", unstyled)

    assert html.count('class="question') == len(guide.questions)
    assert html.count('class="question starred"') == 6
    assert html.count('class="line"') == sum(q.lines for q in guide.questions)
    assert '<span class="pointer">¶5,\N{NO-BREAK SPACE}6,\N{NO-BREAK SPACE}8</span>' in html


def test_of_a_long_text_the_guide_lists_what_is_met_most(unstyled):
    one = replace(the_guide().people[0], role="")
    people = tuple(
        replace(one, name=f"Person {n:02}", paragraphs=tuple(range(1, n + 1))) for n in range(1, 31)
    )
    row = the_guide().timeline[0]
    guide = replace(the_guide(), people=people, timeline=(row,) * 40)

    html = layout.lay_out(guide, "facilitator-guide", unstyled)

    assert "Person 18" not in html
    assert 'Person 19 <span class="pointer">¶1,\xa02,\xa03 and 16 more</span>' in html
    assert "; 18 more <" in html
    assert html.count(row.event) == 10
    assert "30 more</td>" in html


def test_a_long_pointer_may_go_on_in_the_next_line(unstyled):
    questions = (a_question(1, "What rang?", pointer="¶5; name a source for it"),)
    guide = replace(the_guide(), sections=(replace(the_sections()[0], questions=questions),))

    assert "¶5; name a source for it" in layout.lay_out(guide, "handout", unstyled)


def test_a_scale_is_printed_in_place_of_lines(unstyled):
    question = a_question(1, "How ready are you?", form="scale")
    sections = (replace(the_sections()[0], questions=(question,)),)
    guide = replace(a_guide(the_document()), sections=sections)

    html = layout.lay_out(guide, "handout", unstyled)

    assert '<p class="scale"><span>1</span>' in html
    assert html.count('class="line"') == 1  # that of the last, open question


def test_a_sheet_without_a_closing_question_asks_for_one(unstyled):
    sections = the_sections()

    with_close = layout.lay_out(the_guide(), "handout", unstyled)
    without = layout.lay_out(replace(the_guide(), sections=sections[:-1]), "handout", unstyled)

    assert "A question I am leaving with" not in with_close
    assert "A question I am leaving with" in without


def test_the_star_is_explained_only_where_there_is_one(unstyled):
    plain = replace(the_sections()[0], questions=(a_question(1, "What do you see?"),))

    html = layout.lay_out(replace(a_guide(the_document()), sections=(plain,)), "handout", unstyled)

    assert "<svg" not in html
    assert "We discuss these" not in html


@pytest.mark.parametrize("edition", ["handout", "leaflet"])
def test_nobody_chooses_from_the_rest_where_every_question_is_starred(edition, unstyled):
    part = the_sections()[1]
    part = replace(part, questions=tuple(replace(q, starred=True) for q in part.questions))

    html = layout.lay_out(replace(a_guide(the_document()), sections=(part,)), edition, unstyled)

    assert "We discuss these" in html
    assert "choose from" not in html


def test_a_gap_to_fill_begins_no_line(unstyled):
    html = layout.lay_out(the_guide(), "handout", unstyled)

    assert 'I expect\xa0<span class="gap">___</span>' in html
    assert not re.search(r"\w <span class=\"gap\">", html)


def test_a_word_without_a_definition_leaves_a_line_for_one(unstyled):
    html = layout.lay_out(the_guide(), "handout", unstyled)

    assert re.search(r"<b>detention facilities</b> .*in our own words:<span class=\"blank\">", html)
    assert html.count("in our own words:") == 1


# ---------------------------------------------------------------- the reading


def reading_of(*rows, unstyled, **facts):
    return layout.lay_out(a_guide(a_document(rows, **facts)), "handout", unstyled)


def test_paragraphs_carry_the_numbers_that_questions_point_at(unstyled):
    html = reading_of(
        ("paragraph", "The bell rang."), ("paragraph", "Nobody came."), unstyled=unstyled
    )

    assert '<p class="paragraph"><span class="number">1</span>The bell rang.</p>' in html
    assert '<p class="paragraph"><span class="number">2</span>Nobody came.</p>' in html


def test_the_editors_notes_are_kept_apart_and_labelled(unstyled):
    html = layout.lay_out(the_guide(), "handout", unstyled)

    assert "<h2>Giving Compass’ Take</h2>" in html
    assert '<span class="number">T2</span>What are the immediate' in html
    assert html.index("T3</span>") < html.index('class="number">1<')


def test_a_word_to_know_is_marked_where_it_first_stands(unstyled):
    html = layout.lay_out(the_guide(), "handout", unstyled)

    assert html.count('<span class="to-know">') == 7
    assert 'issued a public <span class="to-know">condemnation</span> of the' in html


def test_a_word_in_a_table_is_not_marked_since_nothing_beside_it_tells_what_it_means(unstyled):
    document = a_document([("row", "levy | 40"), ("paragraph", "The levy rose.")])
    at = document.blocks[0].span
    levy = Span(document.source, at.start, at.start + len("levy"))
    word = replace(the_guide().words[0], word="levy", span=levy)

    html = layout.lay_out(replace(a_guide(document), words=(word,)), "reading", unstyled)

    assert "<td>levy</td>" in html


def test_figures_whose_columns_ran_together_stand_under_each_other(unstyled):
    html = reading_of(
        ("row", "Income Total giving Share"),
        ("row", "<$100,000 $89.92 41.4%"),
        ("row", "$100,000 to $200,000 $19.88 9.6%"),
        ("row", "All of them $109.80 51.0%"),
        unstyled=unstyled,
    )

    assert '<p class="row"><span class="number">1</span>Income Total giving Share</p>' in html
    cells = [re.findall(r"<td>(.*?)</td>", row) for row in html.split("<tr>")[1:]]
    assert cells == [
        ["&lt;$100,000", "$89.92", "41.4%"],
        ["$100,000 to $200,000", "$19.88", "9.6%"],
        ["All of them", "$109.80", "51.0%"],
    ]


def test_beside_room_for_another_language_figures_stand_in_columns_only_where_they_fit(unstyled):
    look = Look(bilingual=True)
    short = a_document([("row", "Ada 12 40 9"), ("row", "Ben 13 41 8")])
    figures = ["1,234,567"] * 5
    wide = a_document([("row", f"{name} {' '.join(figures)}") for name in ("Ada", "Ben")])

    narrow = layout.lay_out(a_guide(short), "reading", unstyled, look)
    list_of = layout.lay_out(a_guide(wide), "reading", unstyled, look)

    assert "<td>12</td>" in narrow
    assert "<table" not in list_of
    assert f"Ada · {' · '.join(figures)}</p>" in list_of


@pytest.mark.parametrize(
    "rows",
    [
        ("Income Total", "Some 12 40", "All of them"),
        ("Monday 4", "Tuesday 5", "Wednesday 6"),
        ("In 2005 12 came", "In 2006 13 came"),
        ("1 2 3",),
    ],
)
def test_rows_that_do_not_agree_stay_as_they_are(rows, unstyled):
    html = reading_of(*(("row", row) for row in rows), unstyled=unstyled)

    assert "<table" not in html
    assert html.count('<p class="row">') == len(rows)


def test_verse_keeps_its_lines_and_counts_them_in_fives(unstyled):
    html = reading_of(
        ("stanza", "The kettle sings,\nthe lamp is low,\nand on the stair"),
        ("stanza", "a step, a pause;\nI do not know."),
        unstyled=unstyled,
    )

    assert html.count('<span class="verse">') == 5
    assert '<span class="line-number">5</span>I do not know.' in html
    assert html.count("line-number") == 1


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("bell.txt", "Bell\n\n  Who rings\n   over the water now,\n      and why?\n\n{rest}"),
        (
            "bell.md",
            (
                "# Bell\n\n```\n  Who rings\n   over the water now,\n      and why?\n```\n\n"
                "```\n{rest}```\n"
            ),
        ),
    ],
)
def test_a_line_of_verse_is_as_far_in_as_it_was_typed(name, typed, unstyled):
    """Less what every line of the poem has before it; a single space must be seen, too."""
    text = typed.format(rest="  We ring it\n  for the boats,\n  for the dark.\n")
    document = readers.read(name, text.encode())
    html = layout.lay_out(a_guide(document), "handout", unstyled)

    verse = re.findall(r'class="verse"([^>]*)>(?:<span class="line-number">5</span>)?(\w+)', html)
    assert verse[:3] == [
        ("", "Who"),
        (' style="margin-left: 1.0em"', "over"),
        (' style="margin-left: 2.5em"', "and"),
    ]


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("Why “the lamp is low, and on the stair”?", "Why “the lamp is low,~/ and on the stair”?"),
        ("Why “The kettle’s song”?", "Why “The kettle’s song”?"),
        ("Who says “a step, a pause; I know”?", "Who says “a step, a pause; I know”?"),
    ],
)
def test_a_question_that_quotes_two_lines_of_verse_parts_them(asked, printed, unstyled):
    """In prose a line ends where the paper does, which nobody needs to know."""
    rows = "the kettle's song,\n the lamp is low,\n and on the stair\na step, a pause;"
    section = GuideSection(title="Ask", stage="after", questions=(a_question(1, asked),))
    verse = replace(a_guide(a_document([("stanza", rows)])), sections=(section,))
    prose = replace(a_guide(a_document([("paragraph", rows)])), sections=(section,))

    assert printed.replace("~", "\xa0") in layout.lay_out(verse, "handout", unstyled)
    assert asked in layout.lay_out(prose, "handout", unstyled)


@pytest.mark.parametrize("edition", ["leaflet", "exit-tickets"])
def test_a_line_to_keep_is_found_by_the_number_that_the_reading_prints(edition, page_templates):
    verse = a_guide(a_document([("stanza", "The lamp is low,\nand on the stair\na step.")]))
    prose = a_guide(a_document([("paragraph", "The lamp is low.")]))

    asked = "A line from the reading that I keep, and its"
    assert f"{asked} number" in words(layout.lay_out(verse, edition, page_templates))
    assert f"{asked} ¶" in words(layout.lay_out(prose, edition, page_templates))


def test_list_items_stand_in_one_list(unstyled):
    html = reading_of(
        ("item", "Longer evenings.", {"level": 1}),
        ("item", "On Thursdays.", {"level": 2}),
        ("paragraph", "That was all."),
        unstyled=unstyled,
    )

    assert html.count("<ul>") == 1
    assert '<li class="depth-2"><span class="number">2</span>On Thursdays.</li>' in html


def test_a_turn_of_talk_names_who_speaks(unstyled):
    html = reading_of(("turn", "All of us would.", {"speaker": "Ms Okoro"}), unstyled=unstyled)

    assert '<b class="speaker">Ms Okoro</b> All of us would.' in html


def test_headings_of_a_reading_never_skip_a_level(unstyled):
    html = reading_of(
        ("heading", "One", {"level": 4}),
        ("heading", "Two", {"level": 6}),
        ("heading", "Three", {"level": 5}),
        ("heading", "Four", {"level": 2}),
        unstyled=unstyled,
    )

    assert re.findall(r"<h([3-6])>(One|Two|Three|Four)<", html) == [
        ("3", "One"),
        ("4", "Two"),
        ("4", "Three"),
        ("3", "Four"),
    ]


def test_a_reading_that_may_only_be_cited_is_not_copied(unstyled):
    cited = replace(
        the_document(), front=FrontMatter(rights="cite-only"), url="https://example.org/a"
    )
    guide = replace(the_guide(), document=cited)

    text = words(layout.lay_out(guide, "handout", unstyled))

    assert "1 “They told me I wasn’t … 2 This is what one Chechen …" in text
    assert "in my tracks" not in text
    assert "highlights the plight" not in text
    assert "The whole text: example.org/a" in text
    assert "cite-only" not in text


def test_another_language_is_said_where_it_is_read(unstyled):
    html = reading_of(("paragraph", "Nadie vino."), unstyled=unstyled, language="es")

    assert '<html lang="en">' in html
    assert '<section class="text" lang="es">' in html


def test_names_are_joined_as_they_are_said(unstyled):
    html = reading_of(
        ("paragraph", "Nobody came."),
        unstyled=unstyled,
        authors=("Jo Brandt", "Lee Marsh", "Ada Moor"),
        publisher="The Record",
    )

    assert "By Jo Brandt, Lee Marsh and Ada Moor, The Record" in html


# ---------------------------------------------------------------- the facilitator guide


def test_a_starred_question_has_all_its_notes_and_another_one_line(unstyled):
    html = layout.lay_out(the_guide(), "facilitator-guide", unstyled)

    assert html.count("<b>Why ask</b>") == 6
    assert html.count("<b>Listen for</b>") == 11


def test_what_has_to_be_checked_is_in_a_table_with_its_place(unstyled):
    html = layout.lay_out(the_guide(), "facilitator-guide", unstyled)

    assert (
        '<tr><td>Relative date</td><td class="quoted">In February</td><td>¶6</td>'
        "<td>Which year is meant?</td></tr>"
    ) in html


def test_of_a_long_text_what_is_asked_about_is_checked_first_and_the_rest_is_counted(unstyled):
    many = tuple(
        Check(kind="Number", text=f"{n} boats", paragraphs=(n,), ask="Who?") for n in range(1, 101)
    )
    section = replace(the_sections()[0], questions=(a_question(1, "Why?", paragraphs=(97,)),))
    guide = replace(the_guide(), checks=many, sections=(section,))

    html = layout.lay_out(guide, "facilitator-guide", unstyled)

    assert html.count("<td>Number</td>") == 15
    assert "97 boats" in html
    assert "85 more are not listed here" in html
    assert "not listed" not in layout.lay_out(the_guide(), "facilitator-guide", unstyled)


def test_a_point_and_what_it_is_called_by_are_one_place(unstyled):
    said = ("Skarra Point", "Skarra", "Dell", "Dell Street")
    one = the_guide().places[0]
    places = tuple(replace(one, name=name, paragraphs=(n, 9)) for n, name in enumerate(said, 1))

    html = layout.lay_out(replace(the_guide(), places=places), "facilitator-guide", unstyled)

    assert 'Skarra Point <span class="pointer">¶1,\xa02,\xa09</span>; Dell <span' in html
    assert "Dell Street" in html


def test_a_formula_for_prose_says_nothing_of_verse(unstyled):
    """Of a poem no school grade is told."""
    poem = layout.lay_out(replace(the_guide(), genre="poem"), "facilitator-guide", unstyled)

    assert "US school grade" in layout.lay_out(the_guide(), "facilitator-guide", unstyled)
    assert "US school grade" not in poem
    assert "to read in silence and mark" in poem


def test_the_run_of_show_stands_first_where_nothing_has_to_be_checked(unstyled):
    """It is never parted, and below what the text does it would leave half a page empty."""
    checked = layout.lay_out(the_guide(), "facilitator-guide", unstyled)
    unchecked = layout.lay_out(replace(the_guide(), checks=()), "facilitator-guide", unstyled)

    assert checked.index("What the text does") < checked.index("Run of show")
    assert unchecked.index("Run of show") < unchecked.index("What the text does")


def test_what_the_room_for_another_language_is_for_is_said(unstyled):
    plain = layout.lay_out(the_guide(), "facilitator-guide", unstyled)
    two = layout.lay_out(the_guide(), "facilitator-guide", unstyled, Look(bilingual=True))

    assert "“In my language”" not in plain
    assert "“In my language”" in two


def test_whoever_reads_aloud_is_told_where_to_stop_for_which_question(unstyled):
    """After the last paragraph that a question points at; what closes a session is asked then."""
    at = {1: (), 2: (6, 3), 3: (3,), 4: (1,), 5: (6,)}
    asked = [a_question(number, "Why?", paragraphs=at[number]) for number in at]
    sections = (
        GuideSection(title="Look closer", stage="during", questions=tuple(asked[:4])),
        GuideSection(title="To close", stage="reflect", questions=tuple(asked[4:])),
    )
    guide = replace(the_guide(), sections=sections)

    html = layout.lay_out(guide, "facilitator-guide", unstyled)
    nowhere = replace(guide, sections=sections[1:])

    said = html.replace("&nbsp;", " ")
    assert "If you stop while reading: after ¶1 for question 4; ¶3 for 3; ¶6 for 2</td>" in said
    assert "Pauses" not in layout.lay_out(nowhere, "facilitator-guide", unstyled)


def test_the_run_of_show_says_when_each_step_begins(unstyled):
    html = layout.lay_out(the_guide(), "facilitator-guide", unstyled)

    clock = re.findall(r"<td>(\d:\d\d)</td><td>(\d+)</td>", html)
    assert clock[0] == ("0:00", "5")
    assert clock[-1] == ("0:40", "5")


def test_a_step_names_the_source_line_only_where_there_is_one(unstyled):
    step = Step(title="Open", minutes=3, group="Look at the title and the source line.")
    guide = replace(the_guide(), steps=(GuideStep(start=0, step=step),))

    said = layout.lay_out(guide, "facilitator-guide", unstyled)
    silent = layout.lay_out(replace(guide, credit=""), "facilitator-guide", unstyled)

    assert "Look at the title and the source line." in said
    assert "Look at the title." in silent


def test_the_number_of_a_question_never_parts_from_the_name_of_its_prompt(unstyled):
    html = layout.lay_out(the_guide(), "facilitator-guide", unstyled)

    for question in the_guide().questions:
        assert f'<span class="tied"><b>{question.number}</b> {question.prompt.id}' in html


def test_a_calm_topic_has_no_page_for_hard_moments(unstyled):
    guide = a_guide(a_document([("paragraph", "The bell rang.")]))

    html = layout.lay_out(guide, "facilitator-guide", unstyled)

    assert "If it gets hard" not in html
    assert "Agreements" not in html


@pytest.mark.parametrize("edition", EDITIONS)
def test_headings_of_an_edition_start_at_one_and_never_skip(edition, unstyled):
    html = layout.lay_out(the_guide(), edition, unstyled)

    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_is_made_of_what_a_screen_reader_is_told_rightly(edition, unstyled):
    html = layout.lay_out(the_guide(), edition, unstyled)

    assert not re.search(r"<li[^>]*><(p|div)", html)
    assert not re.search(r"<a [^>]*><", html)
    assert not re.search(r"<th(?![^>]*scope=)[ >]", html)
    assert html.count("<svg") == len(re.findall(r"<svg[^>]*><title>\w", html))


# ---------------------------------------------------------------- lines to write on


def the_asked():
    return [section.questions for section in the_guide().sections]


def test_there_are_as_many_lines_as_planned_where_nothing_is_said():
    planned = sum(question.lines for question in the_guide().questions)

    assert planned - 1 <= sum(ruled_lines(the_asked()).values()) <= planned


@pytest.mark.parametrize("more", [1, -1, 7, -6])
def test_lines_given_and_taken_add_up_but_for_what_no_section_can_share(more):
    lines = ruled_lines(the_asked(), more)

    left = sum(question.lines for question in the_guide().questions) + more - sum(lines.values())
    assert 0 <= left < max(len(questions) for questions in the_asked())


@pytest.mark.parametrize("more", range(-20, 20))
def test_questions_of_a_section_get_the_same_number_of_lines(more):
    """Planned alike or not, discussed or not; and no section has more than a discussed one."""
    lines = ruled_lines(the_asked(), more)

    counts = [{lines[question.number] for question in questions} for questions in the_asked()]
    starred = {lines[question.number] for question in the_guide().questions if question.starred}
    assert all(len(counted) == 1 for counted in counts)
    assert max(lines.values()) - min(lines.values()) <= 1
    assert max(lines.values()) <= min(starred) + 1
    plain = [questions for questions in the_asked() if not any(q.starred for q in questions)]
    assert all(lines[q.number] <= min(starred) for questions in plain for q in questions)


def test_lines_that_a_teacher_wrote_into_a_draft_are_kept():
    (first, *others), *rest = the_asked()
    asked = [[replace(first, lines=8), *others], *rest]

    assert {ruled_lines(asked, more)[first.number] for more in (-1000, -5, 0, 5)} == {8}


def test_a_question_to_discuss_keeps_two_lines_as_long_as_another_has_two():
    asked = the_asked()

    for more in range(-20, 1):
        lines = ruled_lines(asked, more)
        if not is_close(asked, more):
            assert all(lines[q.number] >= FEWEST[q.starred] for q in the_guide().questions)


def test_a_sheet_is_set_closer_when_there_are_no_more_lines_to_take(unstyled):
    least = -6  # the sample has 28 lines, and keeps two for each of eleven questions

    loose = layout.lay_out(the_guide(), "handout", unstyled, more_lines=least)
    close = layout.lay_out(the_guide(), "handout", unstyled, more_lines=least - 1)

    assert 'class="sheet"' in loose
    assert 'class="sheet close"' in close
    assert loose.count('class="line"') == 2 * 11
    assert 28 + least < close.count('class="line"') <= 28 + least - 1 + CLOSING_UP


def test_before_a_question_has_one_line_alone_the_sheet_is_set_closer():
    asked = the_asked()

    loose = [more for more in range(-30, 10) if not is_close(asked, more)]

    assert min(min(ruled_lines(asked, more).values()) for more in loose) == ENOUGH
    assert min(ruled_lines(asked, min(loose) - 1).values()) >= ENOUGH


def test_every_question_keeps_a_line():
    assert set(ruled_lines(the_asked(), -1000).values()) == {1}


def test_no_question_gets_a_page_of_lines():
    assert set(ruled_lines(the_asked(), 1000).values()) == {MOST}


def test_a_question_without_lines_stays_without():
    questions = [a_question(1, "What?", lines=0), a_question(2, "Why?", lines=3)]

    assert ruled_lines([questions], 9) == {1: 0, 2: MOST}


# ---------------------------------------------------------------- layouts of one's own


def test_our_own_layouts_are_right(page_templates):
    problems: list[Problem] = []

    layout.check(page_templates, problems)

    assert problems == []


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("<h1>{{ titel }}</h1>", "3:8: error: nothing on this page is called `titel`"),
        ("{% for x in words %}", "3:1: error: unexpected end of template"),
        ("{% include 'layouts/prts.html.j2' %}", "no layout is called `layouts/prts.html.j2`"),
        ("{{ title.__class__ }}", "3:1: error: access to attribute '__class__'"),
        ("{{ title() }}", "3:1: error: 'str' object is not callable"),
        ("{% for x in range(9999) %}{% endfor %}", "3:1: error: a range of 9,999 is too long"),
        ("{{ lipsum() }}", "nothing on this page is called `lipsum`"),
        ("{% include 'layouts/handout.html.j2' %}", "maximum recursion depth exceeded"),
    ],
)
def test_a_mistake_in_a_layout_is_shown_at_its_line(wrong, message, page_templates):
    mine = page_templates | {"layouts/handout.html.j2": f"{{# Mine #}}\n<body>\n{wrong}\n"}

    with pytest.raises(Failed) as caught:
        layout.lay_out(the_guide(), "handout", mine)

    assert len(caught.value.problems) == 1
    assert message in show(caught.value.problems[0])


def test_mistakes_in_layouts_are_found_without_a_guide(page_templates):
    layouts = {"layouts/a.html.j2": "{{ titel }}\n{{ wrods }}", "layouts/b.html.j2": "{% if %}"}
    problems: list[Problem] = []

    layout.check(page_templates | layouts, problems)

    assert [show(problem).partition(": ")[0] for problem in problems] == [
        "templates/layouts/a.html.j2:1:4",
        "templates/layouts/a.html.j2:2:4",
        "templates/layouts/b.html.j2:1:1",
    ]
    assert problems[1].hint == "did you mean `words`?"


def test_a_theme_cannot_close_the_style_sheet(page_templates):
    theme = {"themes/standard/theme.css": "p { color: red } </style><script>"}

    html = layout.lay_out(the_guide(), "handout", page_templates | theme)

    assert "<script" not in html.replace("<\\/style><script>", "")


def test_without_a_theme_the_problem_says_what_to_add(page_templates):
    bare = {name: text for name, text in page_templates.items() if not name.endswith(".css")}

    with pytest.raises(Failed) as caught:
        layout.lay_out(the_guide(), "handout", bare)

    assert caught.value.problems[0].hint == "add `themes/standard/theme.css`"


def test_every_name_a_layout_may_use_is_listed_beside_the_layouts(checkout):
    listed = (checkout / "templates" / "layouts" / "README.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in listed.splitlines() if line.startswith("| `")]

    documented = {name for row in rows for name in re.findall(r"`(\w+)`", row)}

    assert documented == layout.names()
