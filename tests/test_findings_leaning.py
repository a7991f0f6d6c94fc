"""Which sentences can be quoted without the one before them."""

import pytest

from guides.findings.leaning import points_back, stands_alone


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the library on Saturday.",
        "When the council closed the library, it kept the books.",
        "Priya Rao said that she wakes at five.",
        "Send out the notes within 48 hours.",
        "If you keep bees, wear a veil.",
        "I think that this gate is the wrong way round.",
        "Let us build a bridge, and let them walk on it.",
    ],
)
def test_a_sentence_that_names_what_it_speaks_of_stands_alone(text):
    assert stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "They closed it on Saturday.",
        "But the council closed the library.",
        "The first is that trade will collapse.",
        "Another reason is the weather.",
        "Give them a job.",
        "If that fails, close the door.",
        "If you can't, don't hold a meeting.",
        "Let us make it somebody's business.",
        "Hold on to that feeling.",
        "Give each a time and a name.",
        "I think this gets it exactly the wrong way round.",
        "",
    ],
)
def test_a_sentence_that_points_back_does_not(text):
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text", ["Is there money in that?", "What did you do with those?", "Who built this?"]
)
def test_a_question_that_ends_on_what_it_points_at_points_back(text):
    assert points_back(text)
