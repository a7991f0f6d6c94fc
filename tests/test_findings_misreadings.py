"""What a careful reader would not mistake for a doubt, a call, a figure, a response or a claim."""

import pytest

from tests.texts import findings, one_paragraph


def test_a_plain_report_after_which_is_no_doubt():
    assert one_paragraph("They asked the police, which reported 2,521 cases.").doubts == ()
    assert one_paragraph("Two reported cases were closed.").doubts != ()
    assert one_paragraph("They met with seemingly 27 different plans.").doubts == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Many people in the hall have not yet had their turn, and those who have not yet are few.",
        "Under the plan the school would still keep control of each of its courses.",
    ],
)
def test_what_is_planned_or_said_of_some_may_not_have_changed(sentence):
    words = [claim.word for claim in one_paragraph(sentence).time_bound]

    assert "still" not in words


@pytest.mark.parametrize(
    "sentence",
    [
        "Follow him on Twitter for more.",
        "Reach her directly at news@example.org today.",
        "Say Mexico demanded that the proof be shown before anybody was let in.",
    ],
)
def test_an_address_or_a_supposition_is_no_call(sentence):
    assert one_paragraph(sentence).calls == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The pilgrimage is one of the five pillars of the faith.",
        "For example, a factory makes 100 cars in a week.",
        "If a factory makes 100 cars, each of them costs more.",
    ],
)
def test_an_example_or_one_of_several_is_no_figure(sentence):
    assert one_paragraph(sentence).numbers == ()


def test_a_response_stands_beside_the_harm_it_answers():
    harm = "The storm destroyed forty homes.\n\nVolunteers helped the families the same night."
    joke = "The storm was far away.\n\nIt rained.\n\nTom Hale responded with a joke about taxes."

    assert [item.paragraph for item in findings(harm).responses] == [2]
    assert findings(joke).responses == ()


def test_a_concession_compares_nobody():
    text = "Although Ruth Scott lacks money, elected officials say that she has a good name."

    assert one_paragraph(text).comparisons == ()


def test_a_second_capital_is_a_slip():
    found = findings(
        "Hillary Moss spoke to the people in the hall first, and they listened to her.\n\n"
        "Then HIllary Moss sat down, and it was quiet in the hall for a long time."
    )

    assert [(slip.text, slip.guess) for slip in found.slips] == [("HIllary", "Hillary")]
    assert [person.name for person in found.people] == ["Hillary Moss"]


def test_two_quotations_far_apart_make_no_pair():
    near = "“The river will rise again before the spring,” said Ana Ruiz."
    far = "“Nobody should sing in a library after dark,” said Tom Hale."
    between = "\n\n".join(f"Line {number} is about nothing at all." for number in range(20))

    assert findings(f"{near}\n\n{far}").pairs != ()
    assert findings(f"{near}\n\n{between}\n\n{far}").pairs == ()


def test_who_is_introduced_as_one_of_them_speaks_for_them():
    text = (
        "Officers were called at nine. Other officers waited outside.\n\n"
        "“It was too late,” said Betty Moss, an officer for ten years.\n\n"
        "Tenants watched from the stairs, according to the report of the county council.\n\n"
        "The county paid $5 million for the house in 2019, and 40 percent of the tenants left."
    )

    assert findings(text).overview.unquoted == ("tenants",)


def test_a_claim_that_can_be_checked_is_known_from_one_that_cannot():
    (figure,) = one_paragraph("Ana Ruiz said that the plan would cost more than $5 million.").claims
    (wish,) = one_paragraph("Ana Ruiz said that she liked the gallery.").claims

    assert figure.checkable
    assert not wish.checkable


def test_going_back_in_time_from_one_paragraph_to_another_is_seen():
    back = "The bridge fell in 2019.\n\nIt had been built in 1921.\n\nIn 2021 a new one stood."
    ahead = "The bridge was built in 1921.\n\nIt fell in 2019.\n\nIn 2021 a new one stood."

    assert findings(back).overview.reordered
    assert not findings(ahead).overview.reordered
