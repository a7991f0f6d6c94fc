"""Contrast, cause, comparison and gap: two sides, each printed only where it is sure."""

import pytest

from tests.texts import findings, one_paragraph


def test_a_contrast_inside_a_sentence_has_both_sides():
    (contrast,) = one_paragraph("The road is short, but nobody takes it.").contrasts

    assert contrast.marker == "but"
    assert (contrast.before, contrast.after) == ("The road is short", "nobody takes it")


def test_a_contrast_that_opens_a_sentence_looks_back():
    text = "The council promised a new pump. However, the old one still leaks."

    (contrast,) = one_paragraph(text).contrasts

    assert contrast.before == "The council promised a new pump"
    assert contrast.after == "the old one still leaks"
    assert contrast.paragraphs == (2,)


def test_a_contrast_that_opens_a_paragraph_names_both_paragraphs():
    found = findings("The river was clean once.\n\nYet no fish live in it today.\n")
    (contrast,) = found.contrasts

    assert contrast.opens_paragraph
    assert (contrast.paragraph, contrast.paragraphs) == (2, (1, 2))
    assert contrast.text == "Yet no fish live in it today."


def test_while_at_the_start_parts_its_sentence_at_the_main_clause():
    text = "While the north has forests, lakes and hills, the south is flat and dry."

    (contrast,) = one_paragraph(text).contrasts

    assert contrast.before == "the north has forests, lakes and hills"
    assert contrast.after == "the south is flat and dry"


@pytest.mark.parametrize(
    "text",
    [
        "The law helps not only farmers but also their neighbours.",
        "They sang while walking home.",
        "However hard she tried, it stayed shut.",
        "The train has not yet come.",
        "There was nothing but sand.",
        "There was nothing there but the sand, looking as if it had never moved.",
        "He sat still.",
        "It looked as though it would rain.",
    ],
)
def test_a_word_that_turns_nothing_is_no_contrast(text):
    assert one_paragraph(text).contrasts == ()


@pytest.mark.parametrize(
    ("text", "marker", "cause", "effect"),
    [
        (
            "They stayed inside because the air was bad.",
            "because", "the air was bad", "They stayed inside",
        ),
        (
            "Because the air was bad, they stayed inside.",
            "Because", "the air was bad", "they stayed inside",
        ),
        ("The shop closed due to a fire.", "due to", "a fire", "The shop closed"),
        (
            "The pump broke. As a result, the fields dried out.",
            "As a result", "The pump broke", "the fields dried out",
        ),
        (
            "The pump broke, so the fields dried out.",
            "so", "The pump broke", "the fields dried out",
        ),
        ("Cheap shoes lead nowhere. Poor sleep leads to mistakes.",
         "leads to", "Poor sleep", "mistakes"),
    ],
)  # fmt: skip
def test_a_cause_has_both_sides(text, marker, cause, effect):
    (found,) = one_paragraph(text).causes

    assert (found.marker, found.cause, found.effect) == (marker, cause, effect)


@pytest.mark.parametrize(
    "text",
    [
        "It was not because of the rain.",
        "She spoke slowly so that all could follow.",
        "Thanks to everybody who came.",
        "They have lived there since the flood.",
        "Why did it fall, because of the wind?",
    ],
)
def test_what_gives_no_reason_is_no_cause(text):
    assert one_paragraph(text).causes == ()


def test_a_side_that_only_points_is_left_empty():
    (cause,) = one_paragraph("That is because the mill was sold.").causes

    assert (cause.cause, cause.effect) == ("the mill was sold", "")


def test_a_comparison_names_its_actors_as_printed():
    text = (
        "While Norway and the Netherlands have opened their borders, "
        "the British government has not."
    )

    (comparison,) = one_paragraph(text).comparisons

    assert comparison.actors == ("Norway", "the Netherlands", "the British government")
    assert comparison.marker == "While"


def test_people_can_be_compared_too():
    text = "Night workers are far more likely than their daytime colleagues to fall ill."

    (comparison,) = one_paragraph(text).comparisons

    assert comparison.actors == ("night workers", "their daytime colleagues")


def test_a_group_that_is_called_by_a_name_keeps_its_capital():
    text = "White people are more likely than Black people to own a home. Many White people rent."

    (comparison,) = one_paragraph(text).comparisons

    assert comparison.actors == ("White people", "Black people")


def test_things_are_no_actors():
    assert one_paragraph("While the soup was hot, the bread was cold.").comparisons == ()


def test_a_gap_lies_between_a_statement_and_what_followed():
    found = findings(
        "In spring the ministry announced a ban on the dumping of waste.\n\n"
        "Yet the dumping continues at night.\n"
    )
    (gap,) = found.gaps

    assert (gap.marker, gap.paragraphs) == ("Yet", (1, 2))


def test_a_turn_without_a_statement_is_no_gap():
    found = findings("The hills were green.\n\nYet nothing moved in them.\n")

    assert found.gaps == ()


def test_a_promise_that_was_not_kept_is_a_gap():
    text = "The pool will close, two years after the mayor promised to mend it."

    (gap,) = one_paragraph(text).gaps

    assert (gap.marker, gap.paragraphs) == ("after", (2,))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The bridge is old but the council has no money for a new one.", True),
        ("We often rush to help, but it's okay to wait a few days.", True),
        ("The guests arrived late but left before the speeches.", False),
        ("The crowds can be avoided, however, by walking to the next stop.", False),
        ("The garden was small, but not without charm.", False),
    ],
)
def test_a_contrast_knows_whether_both_sides_can_be_read_alone(text, whole):
    (contrast,) = one_paragraph(text).contrasts

    assert contrast.whole is whole


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        (
            "Few enroll because they doubt its value, even though jobs ask for it.",
            "they doubt its value",
            "Few enroll",
        ),
        (
            "They left because the road, which had been closed since May, was under water.",
            "the road, which had been closed since May, was under water",
            "They left",
        ),
        (
            "She was attacked because of her heritage, which shocked the town.",
            "her heritage",
            "She was attacked",
        ),
        (
            "Storms can kill due to heavy rains, and river flooding.",
            "heavy rains, and river flooding",
            "Storms can kill",
        ),
        (
            "Schools closed because of the storm, and parents stayed home.",
            "the storm",
            "Schools closed",
        ),
        (
            "He warned that the figure may be low, because the counter was broken.",
            "the counter was broken",
            "the figure may be low",
        ),
        (
            "They rejected that plan because parents worried about dark stops.",
            "parents worried about dark stops",
            "They rejected that plan",
        ),
        (
            "The town worries because, as the paper wrote, its well is dry.",
            "its well is dry",
            "The town worries",
        ),
        (
            "My father sold his car because, he said, one of us had to be fed.",
            "one of us had to be fed",
            "My father sold his car",
        ),
        (
            "They stayed because if they left, nobody would feed the dogs.",
            "if they left, nobody would feed the dogs",
            "They stayed",
        ),
        (
            "They invest in girls because they know, and studies show, that it works.",
            "",
            "They invest in girls",
        ),
    ],
)
def test_both_sides_of_a_cause_end_where_their_clauses_end(text, cause, effect):
    (found,) = one_paragraph(text).causes

    assert (found.cause, found.effect) == (cause, effect)


def test_what_would_follow_from_a_condition_is_no_cause():
    text = "If you cannot come because of the storm, please call the office."
    assert one_paragraph(text).causes == ()


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "Know this: While the goal is clear, the way to it is long.",
            "the goal is clear",
            "the way to it is long",
        ),
        (
            "The clock struck; but, instead of a bird, out came a goblin.",
            "The clock struck",
            "instead of a bird, out came a goblin",
        ),
        (
            "The wind fell. However, and this is important, the rain went on all night.",
            "The wind fell",
            "the rain went on all night",
        ),
        (
            "The flood will be over by May, but the bridge stays shut.",
            "The flood will be over by May",
            "the bridge stays shut",
        ),
        (
            "Everybody gave all that they could, but the bridge stays shut.",
            "Everybody gave all that they could",
            "the bridge stays shut",
        ),
    ],
)
def test_the_sides_of_a_contrast_leave_out_what_only_leads_up_to_them(text, before, after):
    (contrast,) = one_paragraph(text).contrasts

    assert (contrast.before, contrast.after) == (before, after)


@pytest.mark.parametrize(
    "text",
    [
        "Not because he was poor but because he was proud, he refused.",
        "He went, but because of the rain, nobody came.",
        "He left early, and because it rained, nobody came.",
    ],
)
def test_a_reason_for_what_follows_is_none_for_what_came_before(text):
    assert one_paragraph(text).causes == ()


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Despite the heavy rain, the teams played on.", "the heavy rain", "the teams played on"),
        ("In spite of wind and snow, they played on.", "wind and snow", "they played on"),
        ("In contrast to the north, the south is dry.", "the north", "the south is dry"),
        ("The south, in contrast to the north, is dry.", "", ""),
        ("In spite of the rain they played until six.", "", ""),
    ],
)
def test_what_stands_against_something_is_told_from_it(text, before, after):
    (contrast,) = one_paragraph(text).contrasts

    assert (contrast.before, contrast.after) == (before, after)
    assert not contrast.whole


def test_but_for_is_no_contrast():
    assert one_paragraph("But for the rain, we would have won the game.").contrasts == ()


def test_a_text_may_end_on_because():
    assert one_paragraph("They stayed at home because").causes == ()


def test_what_is_due_to_happen_has_no_reason():
    found = one_paragraph("The council is due to discuss the report. It closed due to a fire.")

    assert [cause.cause for cause in found.causes] == ["a fire"]
