"""Dates: what the words say, never more."""

import pytest

from tests.texts import findings, one_paragraph


def dates(text):
    return [(date.text, date.iso) for date in one_paragraph(text).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge opened on March 3, 1987, in the rain.", ("March 3, 1987", "1987-03-03")),
        ("It closed on the 14th of May 2006 for good.", ("14th of May 2006", "2006-05-14")),
        ("The letter is dated 8-May-2006 and signed.", ("8-May-2006", "2006-05-08")),
        ("They met in August 1799 at the school.", ("August 1799", "1799-08")),
        ("The town grew quickly after 1951, people say.", ("1951", "1951")),
        ("The temple was built in 508 BC on a hill.", ("508 BC", "-0508")),
        ("The form was stamped 25/12/2019 by the clerk.", ("25/12/2019", "2019-12-25")),
        ("Logged 2021-07-04 by the night shift.", ("2021-07-04", "2021-07-04")),
        ("In the fall of 2016 the library moved.", ("fall of 2016", "2016")),
        ("It opened in mid-2014 by the river.", ("2014", "2014")),
        ("In the year 1066 he came to Hastings.", ("1066", "1066")),
        ("On the twenty-first of May, 2010, it fell.", ("twenty-first of May, 2010", "2010-05")),
        ("She was born about 1850 – 52 in a village.", ("1850 – 52", "1850")),
    ],
)
def test_a_date_has_the_value_that_its_words_give(text, expected):
    assert expected in dates(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("In February the council spoke at last.", "February"),
        ("The following month they voted.", "following month"),
        ("On September 24 the shop reopened.", "September 24"),
        ("They left ten years ago and never wrote.", "ten years ago"),
        ("The fair begins next Tuesday at noon.", "next Tuesday"),
        ("It rains on the Fourth of July, as always.", "Fourth of July"),
        ("The game was played in May, as always.", "May"),
    ],
)
def test_a_relative_date_never_gets_a_year(text, printed):
    (date,) = one_paragraph(text).dates

    assert date.text == printed
    assert date.relative
    assert date.iso == ""


def test_a_day_and_month_in_digits_that_could_be_swapped_keep_only_the_year():
    assert dates("The form was stamped 5/8/2019 by the clerk.") == [("5/8/2019", "2019")]


@pytest.mark.parametrize(
    "text",
    [
        "About 1500 people came to the fair.",
        "The march went on, and you may march too.",
        "Turn to page 1984 of the old atlas.",
        "The wall is 1800 feet long.",
        "He paid $1999 for the boat.",
        "The bell rings at 14:30 in the yard.",
        "She ruled for 21 years and was loved.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert dates(text) == []


def test_a_decade_is_a_date_without_a_value():
    (date,) = one_paragraph("Radios were common in the 1930s in that valley.").dates

    assert (date.text, date.iso, date.relative) == ("1930s", "", False)


def test_a_date_above_the_body_is_kept_apart():
    found = findings("The Ferry Stops\n\nMonday, March 5, 2007\n\nThe ferry was sold in 2006.\n")

    assert [(date.iso, date.paragraph) for date in found.dateline] == [("2007-03-05", 0)]
    assert [date.iso for date in found.dates] == ["2006"]


def test_a_date_knows_its_paragraph():
    found = findings("The well was dug in 1902.\n\nIt ran dry in the summer of 1976.\n")

    assert [(date.iso, date.paragraph) for date in found.dates] == [("1902", 1), ("1976", 2)]
