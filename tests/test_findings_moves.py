"""Sentences with a move in them, sentences and voices to choose from, few words with a point."""

from pathlib import Path

import pytest

from guides import pipeline, project
from guides.project import Project
from tests.texts import findings, one_paragraph

ROOT = Path(__file__).resolve().parent.parent
COLUMN = ROOT / "tests" / "samples" / "column.txt"
EULOGY = ROOT / "tests" / "samples" / "eulogy.txt"


def found(path: Path):
    return pipeline.find(project.read_seed(path), Project(ROOT).library())


def moves(text: str) -> list[tuple[str, str]]:
    return [(move.kind, move.word) for move in one_paragraph(text).moves]


def test_a_column_makes_every_kind_of_move_but_two_and_a_speech_at_a_grave_those():
    in_column = {move.kind for move in found(COLUMN).moves}
    at_grave = {move.kind for move in found(EULOGY).moves}

    assert len(in_column) == 17
    assert at_grave - in_column == {"whether", "regret"}


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("A slower boat is the only way to keep the island.", ("only", "way")),
        ("There are early signs that the island wants the boat.", ("evidence", "signs")),
        ("The ferrymen replied that the boat had never been late.", ("dispute", "replied that")),
        ("Yet the boat has not been painted since the war.", ("turn", "Yet")),
        ("Everybody needs a way home at night.", ("absolute", "Everybody")),
        ("The island must have a lasting solution.", ("measure", "a lasting solution")),
        ("While the mainland has a bus, the island does not.", ("difference", "While")),
    ],
)
def test_what_shows_a_move_is_named(sentence, shown):
    assert moves(sentence) == [shown]


@pytest.mark.parametrize(
    "sentence",
    [
        "The boat came back, and its captain was the only one on deck.",  # told
        "Many left because they disagreed with the harbor master.",  # only mentioned
        "The harbor master did not dispute that the boat was late.",  # denied
        "Studies of 212 islands suggest that boats are cheaper.",  # can be looked up
        "Nobody was on the slip when the boat came in.",  # told
        "They must never be the only ones.",  # leans
        "“A slower boat is the only way to keep the island.”",  # nobody is named
        "Still, the company has bought two more boats.",
        "Only if it rains.",
        "The council heard all day about the boat before anybody disputed the price.",  # late
        "You must come here, ladies and gentlemen, and see the boat.",  # no list
    ],
)
def test_what_is_told_mentioned_or_leans_is_no_move(sentence):
    assert moves(sentence) == []


def test_a_move_in_somebodys_words_names_who_says_so():
    (move,) = one_paragraph(
        "“A slower boat is the only way to keep us,” said Lena Orsay, who sells the tickets."
    ).moves

    assert (move.kind, move.speaker) == ("only", "Lena Orsay")


def test_what_a_paragraph_takes_back_stands_against_its_beginning():
    (limit,) = (move for move in found(COLUMN).moves if move.kind == "limit")

    assert limit.text == "The new plan promises a crossing every hour."
    assert limit.against.startswith("the last boat home would leave")


@pytest.mark.parametrize(
    "text",
    [
        "The boat needs a new engine. But the school is closed for the whole of the winter.",
        "The boat is enough for the island. But he left the island and never came back to it.",
    ],
)
def test_what_goes_on_about_something_else_takes_nothing_back(text):
    assert [kind for kind, _ in moves(text) if kind == "limit"] == []


def test_what_is_taken_back_twice_is_one_limit():
    text = (
        "The boat promises a crossing every hour to the island. But the boat is old and slow. "
        "But the crossing is closed in the winter."
    )

    assert [kind for kind, _ in moves(text)].count("limit") == 1


# ---------------------------------------------------------------- choices


def test_three_sentences_of_a_column_can_be_chosen_from_and_three_others():
    first, second = (item for item in found(COLUMN).choices if item.kind == "sentences")

    assert len(first.picks) == len(second.picks) == 3
    assert not {pick.span for pick in first.picks} & {pick.span for pick in second.picks}
    assert list(first.paragraphs) == sorted({pick.paragraph for pick in first.picks})


def test_a_pick_is_without_the_word_that_ties_it_to_what_stands_before():
    picks = [pick.text for item in found(EULOGY).choices for pick in item.picks]

    assert "I have no lesson to give you at her grave." in picks
    assert not [text for text in picks if text.startswith(("So ", "But ", "And "))]


def test_what_only_looks_like_a_tie_stays():
    told = (
        "But  for the ferry, I would never have left the island. ",
        "So many people believe that the harbor is enough for us. ",
        "But I still do not know what the boat should be worth. ",
    )
    report = findings("The Boat\n\n" + "\n\n".join(f"{one}I told nobody.\n" for one in told))
    picks = {pick.text for item in report.choices for pick in item.picks}

    assert picks == {
        "But  for the ferry, I would never have left the island.",
        "So many people believe that the harbor is enough for us.",
        "I still do not know what the boat should be worth.",
    }


def test_a_line_without_words_is_no_choice():
    assert findings("The Boat\n\n" + "I should go.\n\n/ / / / / / /.\n\n" * 4).choices == ()


def test_a_refrain_is_chosen_once():
    refrain = "I believe that nobody should pay for the boat. "
    told = [f"{tie}{refrain}I told my mother." for tie in ("", "But ", "And yet ", "So ")]
    report = findings("The Boat\n\n" + "\n\n".join(told))

    assert report.choices == ()


def test_a_report_in_nobodys_voice_offers_no_sentences():
    told = "The boat has no ramp, and nobody has asked for one. The harbor is never deep enough. "
    report = findings("The Boat\n\n" + f"{told}\n\n" * 6)

    assert [item for item in report.choices if item.kind == "sentences"] == []


def test_people_who_are_quoted_are_voices_to_choose_from():
    text = (
        "The Boat\n\n“A slower boat is better than none,” said Lena Orsay, a teacher.\n\n"
        "“The island cannot live without a bridge,” said Jon Brekke, the mayor.\n\n"
        "“Nobody asked the children,” said a girl on the slip.\n"
    )
    (voices,) = findings(text).choices

    assert [pick.word for pick in voices.picks] == ["Lena Orsay", "Jon Brekke"]


# ---------------------------------------------------------------- few words


@pytest.mark.parametrize(
    ("words", "pointed"),
    [
        ("I would rather she had waited", True),
        ("The dog woke me up, nothing else did", True),
        ("The boat leaves at nine from the old slip", False),
        ("We are delighted with the new boat", False),
        ("Why did nobody ask us", True),
    ],
)
def test_few_words_that_speak_of_oneself_or_deny_have_a_point(words, pointed):
    quoted = one_paragraph(f"“{words},” said Lena Orsay, who sells the tickets.").quotations

    assert [item.pointed for item in quoted] == [pointed]


def test_the_first_half_of_what_somebody_says_has_no_point_yet():
    quoted = one_paragraph(
        "“It was not accurate,” said Lena Orsay, who sells the tickets. “I never told her.”"
    ).quotations

    assert [item.pointed for item in quoted] == [False, True]


# ---------------------------------------------------------------- a speech at a grave


def test_a_speech_at_a_grave_is_told_from_others():
    assert found(EULOGY).overview.mourns
    assert not found(ROOT / "tests" / "samples" / "speech.txt").overview.mourns


@pytest.mark.parametrize(
    "said",
    [
        "My friends, we mourn the mills. The mills are buried, and we sing a hymn in every chapel.",
        "My friends, the vicar asked us to remember the pier. Nobody came to the funeral of it.",
        "My friends, she died when I was nine, and nobody paid for her funeral. We need a doctor.",
    ],
)
def test_a_speech_at_the_grave_of_nobody_does_not_mourn(said):
    speech = f"Speech at the Mill\n\n{said}\n\nWe stand here today, and we thank you.\n"

    assert findings(speech).overview.genre == "speech"
    assert not findings(speech).overview.mourns
