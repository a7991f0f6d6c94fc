"""Changes between two dates."""

import pytest

from tests.texts import one_paragraph


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("A room cost $900 in 2015, up from $610 in 2010.", ("2015", "2010")),
        ("In 1990 the town had 40 farms; by 2020 the number had fallen to 9.", ("1990", "2020")),
        ("Sales in October were down 5 percent from a year ago.", ("October", "a year ago")),
    ],
)
def test_a_change_between_two_dates_is_found(sentence, dates):
    (period,) = one_paragraph(sentence).periods

    assert (period.first, period.second) == dates
    assert period.text == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "He was mayor from 1990 to 1995.",
        "She grew up on a farm in the 1960s and 1970s.",
        "The price rose in 2015.",
        "The shop is open from Monday to Friday and prices rise on Saturday.",
        "“Rents rose from 2010 to 2015,” said Ana Ruiz.",
    ],
)
def test_what_compares_no_two_dates_is_left_alone(sentence):
    assert one_paragraph(sentence).periods == ()
