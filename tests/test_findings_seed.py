"""What the facts in the user's own document must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from guides import pipeline, project
from guides.model import Findings
from guides.project import Project

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "lgbtqi-communities-in-chechnya.txt"


@pytest.fixture(scope="module")
def found() -> Findings:
    return pipeline.find(project.read_seed(SEED), Project(ROOT).library())


def test_paragraph_eight_turns_at_yet(found):
    (contrast,) = [item for item in found.contrasts if item.paragraph == 8]

    assert contrast.marker == "Yet"
    assert contrast.opens_paragraph
    assert contrast.paragraphs == (7, 8)


def test_paragraph_nine_compares_three_governments(found):
    (comparison,) = found.comparisons

    assert comparison.paragraph == 9
    assert comparison.actors == ("Canada", "the Netherlands", "the U.S. government")


def test_the_joint_statement_and_what_followed_are_a_gap(found):
    (gap,) = found.gaps

    assert (gap.marker, gap.paragraphs) == ("Yet", (7, 8))


def test_the_doubt_words_stay(found):
    assert {doubt.paragraph: doubt.words for doubt in found.doubts} == {
        6: ("reported", "allegedly"),
        8: ("claimed",),
    }


def test_the_slip_is_shown_with_a_guess(found):
    assert [(slip.text, slip.guess, slip.paragraph) for slip in found.slips] == [
        ("deathsas", "deaths as", 6)
    ]


def test_february_has_no_year_and_2017_is_only_what_the_text_says(found):
    dates = [(date.text, date.iso, date.relative, date.paragraph) for date in found.dates]

    assert ("February", "", True, 6) in dates
    assert [date for date in dates if date[1]] == [
        ("2017", "2017", False, 2),
        ("2017", "2017", False, 5),
        ("2017", "2017", False, 6),
    ]


def test_the_editors_questions_point_at_the_needs(found):
    questions = [item for item in found.questions if item.label == "T2"]

    assert [item.asker for item in questions] == ["Giving Compass"] * 2
    assert [item.best_paragraph for item in questions] == [5, 5]
    assert questions[1].actors == ("individuals", "communities", "governments")
    assert all(item.whole and item.paragraph == 0 for item in questions)


def test_three_numbers_are_found_and_one_is_of_deaths(found):
    numbers = {number.paragraph: number for number in found.numbers}

    assert numbers[5].text == "hundreds of LGBTI refugees"
    assert numbers[5].vague
    assert numbers[6].deaths
    assert (numbers[7].value, numbers[7].counts) == (30, "UN member states")


def test_the_call_on_russian_authorities_is_found(found):
    (call,) = [item for item in found.calls if item.actor]

    assert (call.paragraph, call.actor) == (6, "Russian authorities")
    assert call.action == "investigate the situation"
    assert "High Commissioner" in call.caller


def test_one_man_becomes_many(found):
    assert [item.paragraphs for item in found.one_to_many] == [(3, 4)]


def test_those_who_respond_are_found(found):
    assert [(item.paragraph, item.actor) for item in found.responses][-2:] == [
        (7, "30 UN member states"),
        (9, "Canada and the Netherlands"),
    ]


def test_high_care_is_needed_and_two_quotations_are_not_repeated(found):
    assert found.sensitivity.level == 3
    assert found.sensitivity.dehumanising
    assert set(found.sensitivity.categories) == {
        "killing_torture", "persecution", "dehumanising", "detention_abuse", "war_displacement",
    }  # fmt: skip
    assert [item.paragraph for item in found.quotations if item.sensitive] == [1, 8]


def test_the_words_to_know_are_those_of_the_matter(found):
    words = {term.word: term.definition for term in found.vocabulary}

    assert {"asylum", "persecution", "crimes against humanity", "joint statement"} <= set(words)
    assert {"allegedly", "reported", "claimed"} <= set(words)
    assert all(words[word] for word in ("asylum", "persecution", "allegedly"))
    assert not any("deathsas" in word for word in words)
