"""The same questions with less or more help to begin an answer."""

from dataclasses import replace

import pytest

from guides import layout
from guides.editions import EDITIONS
from guides.layout.supports import supported
from guides.model import Look, LookWishes
from guides.options import Options
from tests.sample_guide import the_guide
from tests.test_layout import POISON, poisoned


def starters(support):
    return [question.starter for question in supported(the_guide(), support).questions]


@pytest.mark.parametrize("support", ["a", "b", "c"])
def test_the_questions_are_the_same_whatever_the_help(support):
    without = [replace(question, starter="") for question in the_guide().questions]

    asked = [
        replace(question, starter="") for question in supported(the_guide(), support).questions
    ]
    assert asked == without


def test_without_help_there_is_no_starter():
    assert any(starters("b"))
    assert not any(starters("a"))


def test_with_most_help_every_question_that_is_one_has_a_beginning():
    guide = the_guide()
    blank = replace(
        guide,
        sections=tuple(
            replace(section, questions=tuple(replace(one, starter="") for one in section.questions))
            for section in guide.sections
        ),
    )
    for one in supported(blank, "c").questions:
        assert ("___" in one.starter) == (one.prompt.form == "question")


def test_words_to_use_stand_in_the_paragraphs_of_their_question():
    guide = the_guide()
    assert guide.words
    word = replace(
        guide.words[0], word="xylophone", paragraphs=guide.questions[0].paragraphs or (1,)
    )
    question = replace(guide.questions[0], paragraphs=word.paragraphs, starter="I see ___.")
    other = replace(question, paragraphs=(99,))
    section = replace(guide.sections[0], questions=(question, other))
    made = supported(replace(guide, words=(word,), sections=(section,)), "c")

    assert [one.starter for one in made.questions] == [
        "I see ___. Words to use: xylophone",
        "I see ___.",
    ]


def test_another_support_is_another_build():
    prints = {
        Options(look=LookWishes(support=support)).fingerprint() for support in ("a", "b", "c")
    }

    assert len(prints) == 3


@pytest.mark.parametrize(
    "edition", [name for name, kind in EDITIONS.items() if kind.audience == "participants"]
)
def test_the_most_help_has_no_word_for_the_facilitator(edition, page_templates):
    page = layout.lay_out(poisoned(the_guide()), edition, page_templates, Look(support="c"))

    assert POISON not in page
