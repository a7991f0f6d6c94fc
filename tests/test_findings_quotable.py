"""Sentences of the writer's own that a question can quote whole: endings; who argues with whom."""

import pytest

from tests.texts import findings

LED = (
    "The lamps by the bridge had been out since the spring, and the council had sent three letters"
    " about them to the county. The county had sent three letters back, each from another office. "
)


def found_by(field: str, text: str) -> list[str]:
    """The words of what is found of one kind where the text goes on after *text*."""
    whole = findings(f"The Lamps\n\n{text}\n\nThe bridge itself is older than the county is.\n")
    return [item.text for item in getattr(whole, field)]


@pytest.mark.parametrize(
    "ending", ["He also fixed the lamps.", "It cost her the post.", "Nobody has answered so far."]
)
def test_a_short_sentence_after_long_ones_is_an_ending(ending):
    assert found_by("endings", LED + ending) == [ending]


@pytest.mark.parametrize(
    "ending",
    [
        "Then he fixed the lamps, one after the other, until all of them were lit again.",
        "“He also fixed the lamps.”",
        "Call 555 0199 for more.",
        "Who fixed the lamps?",
        "So here is what happened.",
    ],
)
def test_a_long_a_spoken_and_a_leading_sentence_are_no_endings(ending):
    assert found_by("endings", LED + ending) == []


def test_the_last_paragraph_and_a_paragraph_of_short_sentences_have_no_ending():
    assert findings(f"The Lamps\n\nIt rained.\n\n{LED}He fixed the lamps.\n").endings == ()
    assert found_by("endings", "The lamps were out. He came. He fixed the lamps.") == []


# ---------------------------------------------------------------- who argues with whom

TURNS = (
    "CHAIR: We have one matter left, and it is the bell. Ms. Okeke, you wrote to us first.\n\n"
    "OKEKE: My daughter jumps every time it rings, and there are eleven bells a day, which is ten"
    " too many for anybody who wants to read a book to its end.\n\n"
    "DRUMMOND: Mine would still be under the tree at three o'clock without it, and the bell is the"
    " only thing here that says the same to everybody.\n\n"
    "OKEKE: Then let somebody ring a small one in the yard, where those who are late hear it.\n\n"
    "DRUMMOND: Who is to ring it? The caretaker has four hours a day since the cuts.\n\n"
    "OKEKE: Nobody has asked the children.\n\nDRUMMOND: Mine would vote for ice cream, and so"
    " would yours, and we should still need a bell.\n\nCHAIR: We are out of time.\n"
)


def test_two_who_answer_each_other_in_a_meeting_debate():
    assert findings(f"The Bell\n\n{TURNS}").overview.debaters == ("Drummond", "Okeke")


def test_an_interview_and_a_reporters_round_are_no_debate():
    interview = TURNS.replace("OKEKE", "HOST").replace("CHAIR", "HOST")
    round_trip = TURNS.replace("DRUMMOND: Mine", "DRUMMOND: (BYLINE) Mine")

    assert findings(f"The Bell\n\n{interview}").overview.debaters == ()
    assert findings(f"The Bell\n\n{round_trip}").overview.debaters == ()
