"""Questions: who asks, who should act, where the answer may be."""

import pytest

from tests.texts import findings, one_paragraph


def questions(text):
    return one_paragraph(text).questions


def test_a_question_that_heads_its_paragraph_is_answered_there():
    below = "They stop for a year. Then they begin again. The city lets them do it in the end."
    (asked,) = one_paragraph(f"Will the builders stop for good? {below}").questions
    (open_one,) = one_paragraph(
        "Will the builders stop for good? The clerk shook his head and went on with his list."
    ).questions
    assert (asked.answered, open_one.answered) == (True, False)

    (told,) = one_paragraph(
        "What are we asking for? It’s three things, and they are cheap."
    ).questions
    assert told.answered


def test_a_question_in_the_body_is_asked_by_the_text_where_no_writer_is_named():
    (question,) = questions("Who will pay for the new bridge?")

    assert (question.asker, question.paragraph, question.label) == ("the text", 2, "")
    assert question.whole


def test_the_part_that_asks_is_cut_out():
    (question,) = questions("So they must ask themselves: Who will pay for the bridge?")

    assert question.text == "Who will pay for the bridge?"


@pytest.mark.parametrize(
    "text",
    [
        "You know about the roof, don’t you?",
        "“Why not?” asked the boy.",
        "They asked who would pay.",
        "Nobody shouted, “Whose fault was it?”",
    ],
)
def test_a_tag_and_a_reported_question_are_none(text):
    assert questions(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "And what about the roof?",
        "Why did she leave?",
        "Is this enough?",
        "Really?",
        "In the old mill, a baker without any flour?",
        "Mr. Hale, tell me again where you hid the bread?",
    ],
)
def test_a_question_that_points_back_is_not_whole(text):
    (question,) = questions(text)

    assert not question.whole


def test_those_who_should_act_are_printed_as_listed():
    (question,) = questions("How can parents, local schools, and employers support young cooks?")

    assert question.actors == ("parents", "local schools", "employers")
    assert question.audience == ""


def test_a_question_to_one_group_has_an_audience():
    (question,) = questions("What can donors do to keep the library open?")

    assert (question.actors, question.audience) == (("donors",), "donors")


def test_the_best_paragraph_shares_the_rare_words():
    found = findings(
        "The town has a library and a bakery near the old station.\n\n"
        "The bakery sells rye bread to the whole valley on market days.\n\n"
        "The station was sold, and the trains no longer stop there.\n\n"
        "Why do the trains no longer stop in the town?\n"
    )
    (question,) = found.questions

    assert question.best_paragraph == 3


def test_a_question_that_nothing_answers_has_no_best_paragraph():
    (question,) = questions("Which planet has the longest winter?")

    assert question.best_paragraph == 0


@pytest.mark.parametrize(
    ("after", "answered"),
    [("Not quite.", True), ("Yes, and more.", True), ("The council has not met since May.", False)],
)
def test_a_question_may_be_answered_at_once(after, answered):
    found = one_paragraph(f"Was the bridge worth its price to the town? {after}")

    assert [question.answered for question in found.questions] == [answered]
