"""What the user's own document must give, and what may never come out of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest

from guides import layout, pipeline, project
from guides.model import Document, Findings, Guide, Look, Question, Wishes
from guides.printing import Press
from guides.project import Project

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "lgbtqi-communities-in-chechnya.txt"


@pytest.fixture(scope="module")
def document() -> Document:
    return project.read_seed(SEED)


@pytest.fixture(scope="module")
def found(document: Document) -> Findings:
    return pipeline.find(document, Project(ROOT).library())


@pytest.fixture(scope="module")
def guides(found: Findings) -> list[Guide]:
    """Four sets for a lesson and two for every plan: what must not be asked is in none of them."""
    library = Project(ROOT).library()
    candidates = pipeline.fill(found, library.prompts.values())
    care = project.care_texts(library)
    wanted = [("classroom-45", variant) for variant in (1, 2, 3, 4)]
    wanted += [(plan, variant) for plan in library.plans for variant in (1, 2)]
    return [
        pipeline.choose(found, candidates, library.plans[plan], care, Wishes(variant=variant))
        for plan, variant in wanted
    ]


def questions(guides: list[Guide]) -> list[Question]:
    return [question for guide in guides for question in guide.questions]


def test_the_working_title_comes_from_the_source_line(document: Document) -> None:
    assert document.title == "LGBTQI communities in Chechnya"
    assert document.title_derived
    assert document.authors == ("Levi Jackman",)
    assert document.publisher == "United Nations Foundation"


def test_the_preface_is_three_notes_and_the_pointer_is_no_question(document: Document) -> None:
    assert document.preface is not None

    assert document.preface.publisher == "Giving Compass"
    assert [note.label for note in document.preface.notes] == ["T1", "T2", "T3"]
    assert [[part.kind for part in note.parts] for note in document.preface.notes] == [
        ["summary"],
        ["question", "question"],
        ["pointer"],
    ]


def test_the_body_is_nine_paragraphs(document: Document) -> None:
    assert [block.number for block in document.numbered] == list(range(1, 10))
    assert document.numbered[0].text.startswith("“They told me")
    assert document.numbered[8].text.endswith("the U.S. government has not.")


def test_every_speaker_is_the_one_the_text_gives(found: Findings) -> None:
    first, experts, states, leader = found.quotations

    assert (first.paragraph, first.speaker, first.speaker_kind) == (1, "one Chechen man", "unnamed")
    assert first.paragraphs == (1, 2)
    assert (experts.paragraph, experts.speaker) == (6, "UN experts")
    assert states.paragraph == 7
    assert states.partial
    assert "UN member states" in states.speaker
    assert (leader.paragraph, leader.speaker) == (8, "Ramzan Kadyrov")
    assert leader.denial
    assert not leader.dated


def test_npr_is_never_a_speaker(found: Findings) -> None:
    assert all("NPR" not in quotation.speaker for quotation in found.quotations)


def test_the_turns_of_the_text_are_found(found: Findings) -> None:
    yet = [c for c in found.contrasts if c.marker == "Yet"]

    assert [(c.paragraph, c.opens_paragraph) for c in yet] == [(8, True)]
    (comparison,) = found.comparisons
    assert comparison.paragraph == 9
    assert len(comparison.actors) == 3


def test_doubt_words_are_found_where_they_stand(found: Findings) -> None:
    words = {doubt.paragraph: doubt.words for doubt in found.doubts}

    assert "reported" in words[6]
    assert "allegedly" in words[6]
    assert "claimed" in words[8]


def test_a_relative_date_gets_no_year(found: Findings) -> None:
    relative = [date for date in found.dates if date.relative]

    assert any("February" in date.text for date in relative)
    assert all(not date.iso for date in relative)


def test_the_slip_is_shown_to_the_editor_and_in_no_question(
    found: Findings, guides: list[Guide]
) -> None:
    assert [(slip.text, slip.guess) for slip in found.slips] == [("deathsas", "deaths as")]
    assert any(check.text == "deathsas" for check in guides[0].checks)
    assert all("deathsas" not in question.text for question in questions(guides))


def test_the_topic_asks_for_high_care(found: Findings, guides: list[Guide]) -> None:
    assert found.sensitivity.level == 3

    care = guides[0].care
    first = care.content_note.split(". ")[0]
    assert first.count(" and ") == 1, first
    assert len(care.preparation) >= 8
    assert care.support.endswith("____________________")


NEVER = {
    "a label as a title": r"Giving Compass['’]s? Take",
    "a label as an author": r"by Giving Compass\b",
    "words in NPR's mouth": r"NPR (?:says|said|claims|reports|told|asks)",
    "agreement with a denial": r"agree\w* with (?:Ramzan |the )?\w*Kadyrov",
    "playing a victim": r"imagine (?:that )?you|put yourself|role-?play|if you were",
    "private experience": r"have you or|anyone you know|happened to you|your own (?:family|story)",
    "bare recall": r"^(?:how many|what year|when did|who is|who was)\b",
    "an invented year": r"\b20(?:1[0-689]|2\d)\b",
    "a line that degrades people": r"human being|deserved to be murdered|those kinds of people",
    "the pointer": r"successful efforts to move the needle",
    "worth put up for debate": r"deserve|right to exist|both sides",
    "blame for a people": r"\bthe Chechens\b|Chechen people",
    "a helpline": r"helpline|hotline|call \d",
}


@pytest.mark.parametrize("mistake", NEVER)
def test_it_never_comes_out(mistake: str, guides: list[Guide]) -> None:
    texts = [f"{q.text} {q.starter} {q.pointer}" for q in questions(guides)]

    assert texts
    assert [text for text in texts if re.search(NEVER[mistake], text, re.IGNORECASE)] == []


def test_the_editors_questions_are_asked_one_at_a_time_and_credited(guides: list[Guide]) -> None:
    asked = [q.text for q in questions(guides) if q.prompt.family == "embedded"]

    assert any(text.startswith("Giving Compass asks: “What are the immediate") for text in asked)
    assert all(text.count("?") <= 2 for text in asked)


def test_no_four_questions_open_the_same_way(guides: list[Guide]) -> None:
    for guide in guides:
        openings = [" ".join(q.text.split()[:2]).lower() for q in guide.questions]

        assert all(openings.count(opening) < 4 for opening in openings)


def test_the_set_uses_what_pulls_apart(guides: list[Guide]) -> None:
    tense = [question for question in guides[0].questions if question.tension > 0]

    assert len(tense) >= 2
    assert any(question.starred for question in tense)
    assert {8, 9} <= {number for q in guides[0].questions for number in q.paragraphs}


def test_minutes_add_up(guides: list[Guide]) -> None:
    for guide in guides:
        assert sum(row.step.minutes for row in guide.steps) == guide.plan.minutes


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_guide_for_ninety_minutes_on_a_hard_topic_takes_five_pages(
    paper: Literal["letter", "a4"],
    guides: list[Guide],
    press: Press,
    page_templates: dict[str, str],
) -> None:
    guide = next(guide for guide in guides if guide.plan.id == "workshop-90")

    def lay(lines: int, setting: str) -> str:
        look = Look(paper=paper)
        return layout.lay_out(guide, "facilitator-guide", page_templates, look, lines, setting)

    assert guide.sensitivity.level == 3
    assert press.print_to_fit(lay).pages <= 5
