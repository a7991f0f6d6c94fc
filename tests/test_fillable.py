"""Sheets that are filled in on a screen: named fields, as large as the lines they stand for."""

import io
import re
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from guides import layout, making, proofs
from guides.layout.writing import ruled_lines
from guides.model import Look
from guides.printing.fitting import fit
from tests.sample_guide import FORMS, a_guide, the_document, the_guide, the_sections

FILLABLE = Look(fillable=True)


def laid(edition, templates, look=FILLABLE, guide=None):
    return layout.lay_out(guide or the_guide(), edition, templates, look)


def printed(press, edition, templates, look=FILLABLE, guide=None):
    def lay(lines, setting):
        return layout.lay_out(guide or the_guide(), edition, templates, look, lines, setting)

    html, _ = fit(lay, press._render, sheet_pages=6 if look.large_print else 2)
    return press.print(html).pdf


def fields_of(pdf: bytes) -> dict[str, Any]:
    return pypdf.PdfReader(io.BytesIO(pdf)).get_fields() or {}


def test_every_clock_of_a_run_of_show_is_a_field(page_templates):
    html = laid("run-of-show", page_templates)

    assert html.count('<input name="clock-') == len(the_guide().steps) > 0
    assert '<input name="clock-' not in laid("run-of-show", page_templates, Look())


def form_of(pdf: bytes) -> Any:
    root: Any = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    return root["/AcroForm"]


def widgets_of(pdf: bytes) -> list[Any]:
    return [
        item.get_object()
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
        for item in page.get("/Annots", ())
        if item.get_object()["/Subtype"] == "/Widget"
    ]


def with_a_scale():
    """Return a guide whose first question is answered by a number from 1 to 5."""
    first, *rest = the_sections()
    question = first.questions[0]
    scale = replace(question, prompt=replace(question.prompt, form="scale"))
    return replace(a_guide(the_document()), sections=(replace(first, questions=(scale,)), *rest))


@pytest.mark.parametrize("edition", FORMS)
def test_every_field_has_a_name_of_its_own_and_a_label(edition, page_templates):
    html = laid(edition, page_templates)

    fields = re.findall(r'<(?:input|textarea) name="([^"]*)" title="([^"]*)"', html)
    names = [name for name, _ in fields]
    assert len(names) >= 4
    assert len(set(names)) == len(names)
    assert all(name and label for name, label in fields)
    assert html.count("<textarea") + html.count("<input") == len(fields)


def test_no_name_has_a_stop_in_it_since_a_form_takes_that_for_a_level(press, page_templates):
    guide = the_guide()
    words = tuple(replace(term, word="U.S. law", definition="") for term in guide.words[:1])
    look = Look(fillable=True, fields=("No.", "Name"))

    html = laid("handout", page_templates, look, replace(guide, words=words))

    assert 'name="no" title="No."' in html
    assert 'name="word-us law"' in html
    assert set(fields_of(press.print(html).pdf)) >= {"no", "name", "word-us law"}


@pytest.mark.parametrize("edition", FORMS)
def test_on_paper_there_are_lines_and_no_fields(edition, page_templates):
    html = laid(edition, page_templates, Look())

    assert "<textarea" not in html
    assert "<input" not in html


def test_a_field_is_named_by_the_number_of_its_question(page_templates):
    html = laid("handout", page_templates)

    for question in the_guide().questions:
        if question.prompt.form != "scale":
            label = f"Question {question.number}, your answer"
            assert f'<textarea name="q{question.number}" title="{label}">' in html


def test_a_field_is_as_high_as_the_lines_it_stands_for(press, page_templates):
    pdf = press.print(laid("handout", page_templates)).pdf

    answers = {widget["/T"]: widget["/Rect"] for widget in widgets_of(pdf)}
    asked = [section.questions for section in the_guide().sections]
    for number, lines in ruled_lines(asked).items():
        if lines:
            left, bottom, right, top = map(float, answers[f"q{number}"])
            assert top - bottom == pytest.approx(8 / 25.4 * 72 * lines + 7.5, abs=1.5)
            assert right - left > 300


def test_no_answer_has_a_field_of_less_than_two_lines_of_type(press, page_templates):
    """However few lines a crowded sheet has on paper."""
    crowded = press.print(
        layout.lay_out(the_guide(), "handout", page_templates, FILLABLE, more_lines=-1000)
    ).pdf

    answers = [w["/Rect"] for w in widgets_of(crowded) if w["/T"].startswith("q")]
    assert len(answers) > 5
    assert all(float(top) - float(bottom) >= 30 for _, bottom, _, top in answers)


def test_where_to_go_for_help_is_a_line_or_a_field_of_its_own(page_templates):
    guide = the_guide()
    open_care = replace(guide.care, support="Talk to someone. Here you can go to: " + "_" * 20)
    known = replace(guide.care, support="Talk to someone. Here you can go to: Room 4")

    def said(care, look=FILLABLE, edition="handout"):
        html = laid(edition, page_templates, look, replace(guide, care=care))
        return re.findall(r'<p class="support">.*?</p>', html)

    (field,), (line,), (room,) = said(open_care), said(open_care, Look()), said(known)
    assert '<span class="blank"><input name="where-to-go"' in field
    assert line.endswith('Here you can go to:<span class="blank"></span></p>')
    assert room == '<p class="support">Talk to someone. Here you can go to: Room 4</p>'
    assert said(open_care, Look(), "leaflet") == [line]


def test_the_sheet_takes_the_same_pages_and_lines_as_on_paper(press, page_templates):
    on_paper = printed(press, "handout", page_templates, Look())
    on_screen = printed(press, "handout", page_templates)

    assert len(pypdf.PdfReader(io.BytesIO(on_paper)).pages) == len(
        pypdf.PdfReader(io.BytesIO(on_screen)).pages
    )


@pytest.mark.parametrize("edition", FORMS)
def test_a_file_draws_its_empty_fields_and_leaves_nothing_to_the_reader(
    edition, press, page_templates
):
    pdf = printed(press, edition, page_templates)

    form = form_of(pdf)
    assert "/NeedAppearances" not in form
    widgets = widgets_of(pdf)
    assert len(widgets) >= 4
    for widget in widgets:
        left, bottom, right, top = map(float, widget["/Rect"])
        assert left < right
        assert bottom < top
        assert widget["/AP"]["/N"]
        assert widget["/F"] == 4  # printed, too


def test_who_types_writes_in_letters_that_every_program_has(press, page_templates):
    pdf = printed(press, "handout", page_templates)

    form = form_of(pdf)
    assert form["/DR"]["/Font"]["/Helv"]["/BaseFont"] == "/Helvetica"
    for widget in widgets_of(pdf):
        assert re.fullmatch(r"0\.1 0\.1 0\.1 rg /Helv [\d.]+ Tf", widget["/DA"])


def test_letters_are_larger_in_large_print(press, page_templates):
    def size(look):
        widgets = widgets_of(press.print(laid("handout", page_templates, look)).pdf)
        return {float(widget["/DA"].split()[-2]) for widget in widgets}

    assert size(FILLABLE) == {11}
    assert min(size(Look(fillable=True, large_print=True))) >= 18


def test_fonts_stay_as_small_as_on_a_page_without_fields(press, page_templates):
    """WeasyPrint would embed all of a font that a field names, and forget its ligatures."""
    plain = printed(press, "three-columns", page_templates, Look())
    form = printed(press, "three-columns", page_templates)

    assert len(form) < 1.5 * len(plain)


def test_one_of_five_steps_is_chosen(press, page_templates):
    pdf = printed(press, "handout", page_templates, guide=with_a_scale())

    fields = fields_of(pdf)
    assert len(fields["q1"]["/Kids"]) == 5
    kids = [kid.get_object() for kid in fields["q1"]["/Kids"]]
    assert ["/T" in kid for kid in kids] == [False] * 5
    form = form_of(pdf)
    names = [field.get_object()["/T"] for field in form["/Fields"]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("look", [FILLABLE, Look(fillable=True, paper="a4", large_print=True)])
@pytest.mark.parametrize("edition", FORMS)
def test_a_form_has_no_fault(edition, look, press, page_templates):
    rules = making.page_rules(the_guide(), edition, look)

    found = proofs.check(printed(press, edition, page_templates, look), rules, edition)

    assert [problem.message for problem in found] == []


def test_printing_a_form_twice_gives_the_same_bytes(press, page_templates):
    html = laid("exit-tickets", page_templates)

    assert press.print(html).pdf == press.print(html).pdf
