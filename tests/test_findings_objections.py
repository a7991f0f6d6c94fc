"""Where a writer speaks for the other side, and where others only speak for themselves."""

import pytest

from tests.texts import one_paragraph


def told(text: str) -> list[str]:
    return [item.kind for item in one_paragraph(text).objections]


@pytest.mark.parametrize(
    "sentence",
    [
        "Others will say that teachers simply do not want to be watched.",
        "Somebody on the board will say that the working world is full of dashboards.",
        "But some of you may object that a bridge is only a bridge.",
        "You might well ask who is going to pay for all of this.",
        "It may be argued that the old hall was never much used.",
    ],
)
def test_an_objection_is_put_into_words_to_be_answered(sentence):
    assert told(sentence) == ["objection"]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is some truth in what the owners say about the noise.",
        "It is true that many of the farms have always stood empty.",
        "To be sure, the new road has brought the town some trade.",
        "I admit that not all of them park where they should not.",
    ],
)
def test_a_concession_grants_something(sentence):
    assert told(sentence) == ["concession"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics say that the plan would cost far too much for the town.",
        "“Others will say that we do not want to be watched,” said Ada Moss.",
        "True to her low-key style, Moss left the talking to the others.",
        "Others will say no.",
        "Some of the children will wait for the bus in the rain.",
        "Others will say what, when the hall has been sold to the bank?",
    ],
)
def test_what_others_say_or_do_is_no_move_of_the_writer(sentence):
    assert told(sentence) == []


def test_objections_that_are_counted_are_told_by_what_they_say():
    found = one_paragraph(
        "Let me take the three objections that I hear. The first is that trade will collapse. "
        "The second objection is about the old, and it keeps me awake. The third is that "
        "nobody can be trusted to finish anything."
    ).objections

    assert [item.text for item in found] == [
        "trade will collapse.",
        "The second objection is about the old, and it keeps me awake.",
        "nobody can be trusted to finish anything.",
    ]


def test_what_is_counted_without_objections_is_none():
    assert told("There are three rules. The first is that the door stays open all night.") == []
