"""Numbers: how much of what, and who says so."""

import pytest

from tests.texts import findings, one_paragraph


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
        ("Between 10 and 15% of it was lost.", "Between 10 and 15%", 10, "percent", ""),
        ("The bill came to US$ 3 million.", "US$ 3 million", 3_000_000, "$", ""),
        ("There were five-and-twenty tin soldiers.", "five-and-twenty tin soldiers", 25, "",
         "tin soldiers"),
        ("It turned three or four times.", "three or four times", 3, "times", ""),
        ("Two or three hundred people came.", "Two or three hundred people", 200, "", "people"),
        ("It has winds of 190 kilometers per hour.", "190 kilometers per hour", 190,
         "kilometers per hour", ""),
        ("They took $9 million of our budget.", "$9 million", 9_000_000, "$", ""),
        ("It gave ~$66 billion to them.", "~$66 billion", 66 * 10**9, "$", ""),
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
        "The top 1 percent would gain most.",
        "The richest 10% would gain most.",
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


def test_a_number_that_ends_the_reading_is_found():
    (number,) = numbers("They counted at least 300.")

    assert number.text == "at least 300"


def test_a_value_in_millions_is_exact():
    (number,) = numbers("They sold 16.6 million cars.")

    assert number.value == 16_600_000


def test_the_cells_of_a_table_are_no_numbers_by_themselves():
    table = "Year  Wolves  Deer\n2001  14  2,100\n2002  21  1,900\n2003  33  1,600\n"
    assert findings(f"The park counts its animals each year.\n\n{table}").numbers == ()


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("Between 30 and 40 people were hurt.", "Between 30 and 40 people", 30),
        ("It drew 10 to 15 million people.", "10 to 15 million people", 10_000_000),
        ("It cost between $30 and $40 million.", "between $30 and $40 million", 30_000_000),
        ("He chose between 3 plans.", "3 plans", 3),
        ("Nearly half of the 48 students failed.", "Nearly half of the 48 students", 0.5),
        ("Windows 95 sold 7 million copies.", "7 million copies", 7_000_000),
    ],
)
def test_a_range_a_share_and_a_number_in_a_name_are_what_they_say(text, printed, value):
    (number,) = one_paragraph(text).numbers

    assert (number.text, number.value) == (printed, value)


def test_who_fled_did_not_die_in_the_clause_after():
    (number,) = one_paragraph("About 1.5 million people fled, and 2,300 died.").numbers

    assert not number.deaths


def test_a_figure_below_zero_is_not_given_without_its_sign():
    assert one_paragraph("The temperature fell to -12 degrees.").numbers == ()


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("A survey found that 212 households had moved.", True),
        ("About 1,900 residents signed it.", True),
        ("The law requires 15 percent of voters to sign.", False),
        ("A hundred small decisions kept the bridge open.", False),
    ],
)
def test_a_figure_is_reported_where_somebody_found_it_out(text, reported):
    assert [number.reported for number in one_paragraph(text).numbers] == [reported]


@pytest.mark.parametrize(
    "text",
    [
        "Suppose that a town has a fair. A survey found that 212 households came.",
        "Selmer (fictional) has a fair. A survey found that 212 households came.",
    ],
)
def test_no_figure_is_reported_in_an_example_or_of_a_town_that_is_none(text):
    assert [number.reported for number in one_paragraph(text).numbers] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "An inspection found decay in 46 of the bridge's 110 boards.",
        "More than 140 parents and pupils signed the letter.",
    ],
)
def test_a_figure_that_misses_its_whole_is_less_sure(text):
    assert min(item.confidence for item in one_paragraph(text).numbers) == 0.7
    assert one_paragraph("More than 140 parents signed the letter.").numbers[0].confidence > 0.9


def test_no_less_than_a_share_is_not_less_than_it():
    (share,) = one_paragraph("No less than 25% of the wells were dry in May.").numbers

    assert share.qualifier == "No less than"


def test_a_figure_knows_whether_another_stands_beside_it():
    (one,) = one_paragraph("Some 58 percent of families walk there.").numbers
    several = one_paragraph("Some 58 percent of families and 20 percent of farmers walk.").numbers

    assert one.single
    assert [item.single for item in several] == [False, False]


@pytest.mark.parametrize(
    "sentence",
    ["The parish surveyed 612 families in May.", "Of 612 families surveyed, few came by bus."],
)
def test_how_many_were_asked_is_no_figure_to_ask_about(sentence):
    (number,) = one_paragraph(sentence).numbers

    assert number.confidence < 0.75


def test_a_number_keeps_how_often_it_comes():
    (number,) = one_paragraph("The bridge carries nine thousand cars a day.").numbers

    assert number.text == "nine thousand cars a day"


def test_half_of_a_figure_in_words_is_no_figure():
    text = "They served two million, one hundred thousand meals, and 4,200 people came."

    assert [number.span.text for number in one_paragraph(text).numbers] == ["4,200 people"]
