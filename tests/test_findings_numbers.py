"""Numbers: how much of what, and who says so."""

import pytest

from tests.texts import one_paragraph


def numbers(text):
    return one_paragraph(text).numbers


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit", "counts"),
    [
        (
            "Over 95 percent of the tenants signed it.",
            "Over 95 percent of the tenants", 95, "percent", "tenants",
        ),
        ("Some 30 member states agreed.", "Some 30 member states", 30, "", "member states"),
        ("They raised $4.5 million in gifts.", "$4.5 million in gifts", 4_500_000, "$", "gifts"),
        ("One in five students walks to class.", "One in five students", 0.2, "", "students"),
        ("Eight of 10 lamps were broken.", "Eight of 10 lamps", 0.8, "", "lamps"),
        ("Two-thirds of families moved away.", "Two-thirds of families", 0.667, "", "families"),
        ("It cost four times what we thought.", "four times", 4, "times", ""),
        ("A 15-foot wall hid the yard.", "15-foot wall", 15, "foot", "wall"),
        ("Twenty-five houses were flooded.", "Twenty-five houses", 25, "", "houses"),
        ("The town has 12,400 voters.", "12,400 voters", 12_400, "", "voters"),
        ("Half of the class was ill.", "Half of the class", 0.5, "", "class"),
        ("A hundred and six boats sailed.", "A hundred and six boats", 106, "", "boats"),
        ("Between 10 and 15% of it was lost.", "15%", 15, "percent", ""),
    ],
)  # fmt: skip
def test_a_number_has_its_unit_and_what_it_counts(text, printed, value, unit, counts):
    found = {number.text: number for number in numbers(text)}

    assert printed in found
    assert found[printed].value == pytest.approx(value)
    assert (found[printed].unit, found[printed].counts) == (unit, counts)


def test_the_qualifier_belongs_to_the_number():
    (number,) = numbers("More than 200 workers walked out.")

    assert (number.qualifier, number.people) == ("More than", True)


@pytest.mark.parametrize(
    "text",
    [
        "It lasted ten years and then it ended.",
        "Step 2 is the hardest of all.",
        "The Category 3 storm turned away.",
        "Ana Ruiz, 42, teaches history.",
        "Two months ago the well ran dry.",
        "There are three reasons for this.",
        "The two women laughed about it.",
        "School starts at 8:30 in the morning.",
        "It was the 20th time that week.",
        "One of the boats came back.",
        "It rained on the way to Highway 61 again.",
    ],
)
def test_what_counts_nothing_in_the_world_is_left_out(text):
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Hundreds of families left.", "Hundreds of families"),
        ("Tens of thousands of birds came.", "Tens of thousands of birds"),
        ("An alarming number of students stay away.", "An alarming number of students"),
        ("Many teachers agree with her.", "Many teachers"),
        ("Too many roads are closed.", "Too many roads"),
    ],
)
def test_a_vague_quantity_is_marked(text, printed):
    (number,) = numbers(text)

    assert number.text == printed
    assert number.vague
    assert number.value is None


@pytest.mark.parametrize("text", ["How many came?", "It took many years.", "As many as you like."])
def test_a_turn_of_phrase_is_no_quantity(text):
    assert numbers(text) == ()


def test_the_dead_are_told_apart():
    (number,) = numbers("The storm killed 11 people in the hills.")

    assert number.deaths
    assert number.people


def test_a_number_with_a_source_says_so():
    told, bare = numbers("According to the census, 900 people live there. It has 40 shops.")

    assert told.sourced
    assert not bare.sourced
