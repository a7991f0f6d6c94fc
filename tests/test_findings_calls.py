"""Calls: commands, appeals and duties."""

import pytest

from tests.texts import one_paragraph


def test_what_is_said_to_keep_hearers_listening_asks_for_nothing():
    for text in ("Sit down, all of you, on the chairs.", "So let me begin with the mill.",
                 "Look at this old hall."):  # fmt: skip
        assert one_paragraph(text).calls == ()


def test_a_scene_in_which_one_is_asked_is_no_call():
    assert one_paragraph("They asked the old man to say who was there.").calls == ()
    assert one_paragraph("They asked the councillors to say who was there.").calls != ()


def test_what_a_rule_comes_to_is_no_call():
    assert one_paragraph("In practice it asks people to choose between names.").calls == ()
    assert one_paragraph("In practice the ministry asks people to choose names.").calls != ()


def calls(text):
    return one_paragraph(text).calls


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Rinse the beans twice.", "rinse the beans twice"),
        ("Choose warm colours.", "choose warm colours"),
        ("If the dough is dry, add a little water.", "add a little water"),
        ("Please keep your voice down.", "keep your voice down"),
        ("Don’t open the oven.", ""),
        ("Let’s begin with the roof.", "let’s begin with the roof"),
    ],
)
def test_a_command_names_nobody(text, action):
    (call,) = calls(text)

    assert (call.caller, call.actor, call.action) == ("", "", action)


@pytest.mark.parametrize(
    "text",
    [
        "Work is hard to find there.",
        "Test scores fell again.",
        "Research on the lake has shown little.",
        "Water that once spread over meadows now stands in the basements.",
        "Trust-based aid is scarce.",
        "Use of force was rare.",
        "Will you open the door?",
        "Grant said nothing all day.",
    ],
)
def test_a_sentence_that_opens_with_a_noun_is_no_command(text):
    assert calls(text) == ()


def test_an_appeal_has_a_caller_an_actor_and_an_action():
    text = "In June, the mayor, Rosa Lind, called on the water company to publish its records."

    (call,) = calls(text)

    assert call.caller == "Rosa Lind"
    assert call.actor == "the water company"
    assert call.action == "publish its records"


def test_a_duty_says_who_must_act():
    (call,) = calls("Every school should publish its lunch menu.")

    assert (call.actor, call.action) == ("every school", "publish its lunch menu")


def test_a_quoted_command_inside_a_report_is_left_to_its_quotation():
    assert calls("“Close the gate,” said the old farmer.") == ()


@pytest.mark.parametrize(
    "label",
    [
        "Hand tools: no course needed",
        "31 March: last day to renew membership",
        "First visit free; membership five pounds a month.",
    ],
)
def test_a_line_to_look_up_commands_nothing(label):
    assert one_paragraph(label).calls == ()


def test_a_call_ends_before_the_stop_inside_its_quotation_marks():
    (call,) = one_paragraph("Please “bring a spade and a lamp.” The town will say thanks.").calls

    assert call.action == "bring a spade and a lamp"


def test_the_address_of_a_website_is_no_part_of_what_is_asked():
    (call,) = one_paragraph("Please join our talks at https://example.org/talks today.").calls

    assert call.action == "join our talks"


@pytest.mark.parametrize(
    "text",
    [
        "Never give up hope.",
        "We must not give up hope.",
        "Schools should never give up hope.",
    ],
)
def test_what_must_never_be_done_is_no_action(text):
    (call,) = calls(text)

    assert call.action == ""


def test_a_step_is_quoted_without_its_number():
    (call,) = one_paragraph("4. Wait for the scum to rise.").calls

    assert call.text == "Wait for the scum to rise."


def test_what_is_told_of_a_year_gone_by_is_settled():
    (then,) = calls("In 2016 the mayor called on the water company to publish its records.")
    (now,) = calls("The mayor called on the water company to publish its records.")

    assert (then.settled, now.settled) == (True, False)


def test_what_somebody_is_who_urges_is_no_call():
    assert calls("Campaigns that urge people to mend their kettles are preaching to us.") == ()
    assert calls("The report urges people to mend their kettles.") != ()


def test_an_invitation_is_no_call():
    assert calls("If you would like to help, please get in touch with the library.") == ()


def test_words_of_another_language_ask_for_nothing():
    found = one_paragraph("Go raibh míle maith agaibh. Go home and knock on a door.").calls

    assert [call.text for call in found] == ["Go home and knock on a door."]
