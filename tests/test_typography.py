"""How words are set: apostrophes, last words, and signs that say where to look."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides import layout, pointers
from guides.layout.typography import quoted, typeset
from guides.model import Care, Check, Look, Sensitivity
from tests.sample_guide import a_document, a_guide, the_document, the_guide, the_sections


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("people's humanity", "people’s humanity"),
        ("We don't", "We don’t"),
        ("L'état, d'où", "L’état, d’où"),
        ("6'2 tall", "6'2 tall"),
        ("the 'new' rule", "the 'new' rule"),
    ],
)
def test_an_apostrophe_between_letters_is_a_printers(typed, printed):
    assert typeset({"rows": [[typed]]}) == {"rows": [[printed]]}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("In paragraph 4, who speaks?", "In paragraph~4, who speaks?"),
        ("By paragraphs 6, 7 and 8?", "By paragraphs~6, 7 and~8?"),
        ("Stanza 1 and stanza 18", "Stanza~1 and stanza~18"),
        ("Lines 3 to 5", "Lines~3 to~5"),
        ("It gained 4 and lost 5.", "It gained 4 and lost 5."),
        ("What changed on 14 March 2024?", "What changed on 14~March 2024?"),
        ("March 14, 2024, and May 2nd", "March~14, 2024, and May~2nd"),
        ("¶4, 5, 9", "¶4,~5,~9"),
        ("See ¶ 4 and ¶14, 15, 19, 23", "See ¶~4 and ¶14, 15, 19, 23"),
    ],
)
def test_a_number_stands_with_what_it_counts(typed, printed):
    assert typeset([typed]) == [printed.replace("~", "\xa0")]
    assert typeset({"reading": typed}) == {"reading": typed}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"Tin soldier," said he, "don\'t wish."', "“Tin soldier,” said he, “don’t wish.”"),
        ('in his ears--"Farewell, warrior!"', "in his ears--“Farewell, warrior!”"),
        ('"\'Tis some visitor," I said', "“’Tis some visitor,” I said"),
        ("He said, \"I heard 'no'.\"", "He said, “I heard ‘no’.”"),
        ('"A quotation that goes on', "“A quotation that goes on"),
        ("the girls' coats", "the girls’ coats"),
        ("in the '90s", "in the ’90s"),
        ("from 1 May to 12 June 2025", "from 1\xa0May to 12\xa0June 2025"),
        ("a 12\" board and a 6' rope", "a 12\" board and a 6' rope"),
        ('"One mark "too many"', '"One mark "too many"'),
        ("he said, 'Lately", "he said, 'Lately"),
        ('about"joint operations"', 'about"joint operations"'),
        ("“Already so,” it’s said", "“Already so,” it’s said"),
    ],
)
def test_marks_are_turned_where_it_is_sure_which_way(typed, printed):
    assert quoted(typed) == printed


@given(st.text(alphabet="ab 1.,—-(“’'\""))
def test_marks_are_all_that_changes(text):
    plain = str.maketrans("“”‘’", "\"\"''")

    assert len(quoted(text)) == len(text)
    assert quoted(text).translate(plain) == text.translate(plain)


def test_another_language_keeps_the_marks_it_has(page_templates):
    document = a_document([("paragraph", 'Dijo "sí" y se fue.')])
    spanish = replace(document, language="es")

    pages = [layout.lay_out(a_guide(d), "reading", page_templates) for d in (document, spanish)]

    assert [page.count("“sí”") for page in pages] == [1, 0]


def test_an_address_is_left_as_it_was_typed(page_templates):
    address = "https://example.org/the-keeper's-lamp"
    document = a_document([("paragraph", "The keeper's lamp.")], title="The keeper's lamp")
    document = replace(document, front=replace(document.front, url=address), url=address)
    guide = replace(a_guide(document), care=Care(content_note="It isn't calm."))

    html = layout.lay_out(guide, "reading", page_templates)

    assert "</span>The keeper’s lamp." in html
    assert f'href="{address.replace(chr(39), "&#39;")}"' in html
    assert "<h1>The keeper’s lamp</h1>" in html
    assert "It isn’t calm." in untied(html)


@pytest.mark.parametrize("edition", ["handout", "slides", "cards", "bookmark", "three-columns"])
def test_a_short_title_that_is_quoted_stays_on_one_line(edition, page_templates):
    text = "Which title would be as true as “{}”, and why would it be so?"
    short, long = "The Lamp Keeper", "The Lamp Keeper of the Old Harbor Wall"
    pages = {}
    for title in (short, long):
        question = replace(the_guide().questions[0], text=text.format(title), starred=True)
        section = replace(the_sections()[1], questions=(question,))
        document = replace(the_document(), title=title)
        guide = replace(the_guide(), document=document, sections=(section,))
        guide = replace(guide, sensitivity=Sensitivity())
        pages[title] = layout.lay_out(guide, edition, page_templates)

    assert "“The\xa0Lamp\xa0Keeper”" in pages[short]
    assert f"“{long}”" in pages[long]


def untied(html):
    """Return a page without the spans that keep short last words company."""
    return re.sub(r'<span class="tied">([^<]*)</span>', r"\1", html)


@pytest.mark.parametrize(
    ("text", "edition", "printed"),
    [
        ("What would the town still want to do?", "posters", "still want <span>to do?</span></"),
        ("What would the town still want to do?", "bookmark", "still want <span>to do?</span></"),
        ("What would the town still want to do?", "run-of-show", "want <span>to do?</span></"),
        ("What would the town still want to do?", "cards", "still <span>want to do?</span></"),
        (
            "What would the town still want to do?",
            "slides",
            "town <span>still want to do?</span></",
        ),
        ("What would have to be understood?", "cards", "What would have to be understood?</"),
        ("What would have to be understood?", "slides", "have <span>to be understood?</span></"),
        (
            "Who calls it incomprehensible first?",
            "cards",
            "it <span>incomprehensible first?</span>",
        ),
        ("Why not?", "slides", "Why not?</"),
    ],
)
def test_where_lines_are_few_a_short_last_word_is_not_left_alone(
    text, edition, printed, page_templates
):
    """The larger the type, the more of the words before it stand with it."""
    question = replace(the_guide().questions[0], text=text, pointer="", starred=True)
    section = replace(the_guide().sections[0], questions=(question,))

    html = layout.lay_out(replace(the_guide(), sections=(section,)), edition, page_templates)

    assert printed in html.replace(' class="tied"', "")


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        (
            "A Market Town Is Too Tired to Lose Its Saturdays",
            "to <span>Lose Its Saturdays</span></h1>",
        ),
        ("What the Ferry Left Us", "What the Ferry <span>Left Us</span></h1>"),
        ("The Ferry Bell", "The Ferry Bell</h1>"),
    ],
)
def test_the_last_line_of_a_title_is_as_long_as_its_words_allow(title, printed, page_templates):
    guide = replace(the_guide(), document=replace(the_document(), title=title))

    html = layout.lay_out(guide, "reading", page_templates)

    assert printed in html.replace(' class="tied"', "")


@pytest.mark.parametrize(
    ("pointer", "printed"),
    [
        ("paragraph 4; paragraph 5", "¶4, 5"),
        ("¶8, ¶17", "¶8, 17"),
        ("paragraph 2 and paragraph 7", "¶2, 7"),
        ("paragraph 1, and paragraph 18", "¶1, 18"),
        ("paragraphs 6, 7 and 8", "¶6, 7, 8"),
        ("Title; paragraph 12", "Title; ¶12"),
        ("T1–T3, paragraphs 3 and 5", "T1–T3, ¶3, 5"),
        ("paragraph 3; find one more paragraph", "¶3; find one more paragraph"),
    ],
)
def test_a_pointer_to_several_paragraphs_has_one_sign(pointer, printed):
    assert pointers.short(pointer) == printed


def test_figures_of_one_paragraph_that_are_checked_alike_are_one_row(page_templates):
    ask = "Who counted, and when?"
    checks = (
        Check(kind="Number", text="9.6%", paragraphs=(4,), ask=ask),
        Check(kind="Number", text="$1 million", paragraphs=(4,), ask=ask),
        Check(kind="Date", text="2005", paragraphs=(4,), ask="Is it right?"),
        Check(kind="Number", text="41.4%", paragraphs=(5,), ask=ask),
    )

    html = layout.lay_out(replace(the_guide(), checks=checks), "facilitator-guide", page_templates)

    table = html.partition('class="checks"')[2].partition("</table>")[0]
    assert table.count('<td class="quoted">') == 3
    assert '<td class="quoted">9.6%; $1 million</td><td>¶4</td>' in table
    assert '<td class="quoted">41.4%</td><td>¶5</td>' in table


def test_a_sheet_about_a_hard_topic_says_so(page_templates):
    """Whatever is written on without the reading beside it."""
    note = the_guide().care.content_note
    assert note

    for edition in ("known-table", "evidence-sheet", "three-columns"):
        html = untied(layout.lay_out(the_guide(), edition, page_templates))
        assert note in html.replace("’", "'"), edition


@pytest.mark.parametrize("look", [Look(), Look(large_print=True), Look(bilingual=True)], ids=str)
def test_a_handout_explains_each_word_once(look, page_templates):
    guide = the_guide()
    html = layout.lay_out(guide, "handout", page_templates, look)
    html = untied(html)

    defined = [term for term in guide.words if term.definition]
    assert defined
    for term in defined:
        assert html.count(f"{term.definition}</") == 1, term.word


@pytest.mark.parametrize(
    "edition", ["handout", "evidence-sheet", "talk-map", "three-columns", "exit-tickets"]
)
def test_a_short_pointer_begins_no_line(edition, page_templates):
    html = layout.lay_out(the_guide(), edition, page_templates)

    pointers_of_questions = re.findall(r'\?(\s|&nbsp;)<span class="pointer">([^<]+)<', html)
    assert pointers_of_questions
    for space, pointer in pointers_of_questions:
        assert (space == "&nbsp;") == (len(pointer) <= 10), pointer


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("What turns in stanza 3?", "stanza"),
        ("What does the word “stanza” mean in paragraph 3?", "paragraph"),
    ],
)
def test_of_a_poem_that_is_asked_about_by_stanza_nothing_is_called_a_paragraph(
    text, unit, page_templates
):
    question = replace(the_guide().questions[0], text=text)
    section = replace(the_guide().sections[0], questions=(question,))
    steps = tuple(
        replace(row, step=replace(row.step, lead="Ask for the paragraph."))
        for row in the_guide().steps
    )
    guide = replace(the_guide(), sections=(section,), steps=steps, sensitivity=Sensitivity())

    for edition in ("handout", "leaflet", "posters", "talk-map", "known-table", "evidence-sheet"):
        html = layout.lay_out(guide, edition, page_templates)
        assert re.findall(r"\b(paragraph|stanza)(?= of the reading|[.;])", html)[0] == unit, edition
    html = layout.lay_out(guide, "run-of-show", page_templates)
    assert html.count(f"Ask for the {unit}.") == len(steps)


def test_the_stanzas_of_a_poem_are_counted_as_such(page_templates):
    rows: Any = [("stanza", "A bell,\na lamp."), ("stanza", "A rope,\na wall.")]

    html = layout.lay_out(a_guide(a_document(rows)), "facilitator-guide", page_templates)

    assert " words in 2 stanzas; " in html


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("The Raven", "The Raven"),
        ("On Rereading Books", "On Rereading Books"),
        ("The Brave Tin Soldier", "The Brave |Tin Soldier|"),
        ("A bit more detail on individual giving", "A bit more detail |on individual giving|"),
        ("A Very Short Constitutionalism", "A Very Short Constitutionalism"),
    ],
)
@pytest.mark.parametrize(
    "edition", ["handout", "slides", "facilitator-guide", "bookmark", "leaflet", "talk-map"]
)
def test_a_long_title_does_not_end_in_a_line_of_one_word(edition, title, printed, page_templates):
    guide = replace(the_guide(), document=replace(the_guide().document, title=title))

    html = layout.lay_out(guide, edition, page_templates)

    head = re.search(r'<(?:h1|p class="cover-title")[^>]*>(.*?)</', html)
    assert head
    assert re.sub(r'<span class="tied">([^<]*)$', r"|\1|", head[1]) == printed


@pytest.mark.parametrize(
    ("look", "tied"),
    [(Look(), "on individual giving"), (Look(bilingual=True), "individual giving")],
)
def test_a_title_is_tied_no_longer_than_its_column_is_wide(look, tied, page_templates):
    title = "A bit more detail on individual giving"
    guide = replace(the_guide(), document=replace(the_guide().document, title=title))

    html = layout.lay_out(guide, "reading", page_templates, look)

    assert f'<span class="tied">{tied}</span></h1>' in html


def test_the_mark_of_a_cut_stands_in_no_line_by_itself():
    assert typeset({"text": "they are still …"}) == {"text": "they are still\N{NO-BREAK SPACE}…"}


def test_a_slide_has_a_line_to_write_on_in_place_of_a_gap(page_templates):
    guide = the_guide()
    assert guide.care.support.endswith("go to: ____________________.")

    html = layout.lay_out(guide, "slides", page_templates)
    said = replace(guide, care=replace(guide.care, support="Talk to Ms Moss, room 12."))

    assert html.count('<div class="slide-line"></div>') == 1
    assert "__" not in re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)
    assert 'class="slide-line"' not in layout.lay_out(said, "slides", page_templates)
