"""Which sentences say how things are or ought to be, and can be weighed."""

import pytest

from tests.texts import findings, one_paragraph


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A library without opening hours is not a library but a store of old paper.", "judgement"),
        ("Civic participation is vital to the preservation of a government.", "judgement"),
        ("An institution that loses a fifth of its grant must find money elsewhere.", "demand"),
        ("When a right fails in the village, a citizen has no court to go to.", "condition"),
    ],
)
def test_a_general_sentence_in_the_own_voice_is_a_statement(sentence, kind):
    assert [item.kind for item in one_paragraph(sentence).statements] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The library closed in May, because the roof was not safe enough.",
        "The mayor says that a library is not a place for children.",
        "“A library is not a place for noisy children,” said Ana Ruiz.",
        "They must find the money elsewhere, or the roof is lost.",
        "I think that a library is not a place for children.",
        "The council has now decided that the roof must be mended.",
        "A library is not a place for 300 noisy children.",
        "Lake House does not accept proposals that nobody asked for.",
        "Fetching water for half an hour before school is not.",
        "Just don't mistake the library for a place that is not a school.",
        "Give young people a pass and do not make them explain it.",
        "A library is not a school for all children. But it comes near to being one.",
        "Is a library without opening hours not a library?",
    ],
)
def test_what_happened_what_others_say_and_what_leans_is_none(sentence):
    assert one_paragraph(sentence).statements == ()


def test_a_statement_names_what_the_text_is_about():
    things = (
        "desks lamps shelves chairs globes ladders maps benches clocks stamps drawers rugs bells"
    )
    lists = [f"The {one}, the {one} and the {one} came from Dell." for one in things.split()] * 2
    text = "\n\n".join(
        [
            "The council owns the library and pays for the library.",
            "A library is not a store of old paper.",
            *lists,
            "Nobody needs a hammer to keep a kettle from singing.",
            "The library may open again.",
        ]
    )

    assert [item.paragraph for item in findings(text).statements] == [2]
