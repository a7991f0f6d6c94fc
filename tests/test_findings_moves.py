"""Sentences with a move in them, key sentences, voices to choose from, few words with a point."""

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

    assert len(in_column) == 7
    assert at_grave - in_column == {"whether", "regret"}


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("A slower boat is the only way to keep the island.", ("only", "way")),
        ("There are early signs that the island wants the boat.", ("evidence", "signs")),
        ("The ferrymen replied that the boat had never been late.", ("dispute", "replied that")),
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


# ---------------------------------------------------------------- key sentences and choices


VOICES = (
    "“A slower boat is better than none,” said Lena Orsay, a teacher.\n\n"
    "“The island cannot live without a bridge,” said Jon Brekke, the mayor.\n\n"
)


def key_sentences(report) -> list[str]:
    return [one.text for one in report.key_sentences]


def test_a_column_has_one_key_sentence_and_says_where_it_stands():
    (one,) = found(COLUMN).key_sentences

    assert one.text == "We should not ask for more than a fair price."
    assert one.paragraph == 7


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("But I do not know what the boat should be worth.", "But I do not know what the boat"),
        ("But  for the ferry, I would never have left the island.", "But  for the ferry"),
        ("So many people believe that nobody needs a harbor.", "So many people believe"),
    ],
)
def test_a_key_sentence_is_found_whole_with_what_ties_it_to_the_one_before(sentence, shown):
    told = "It rained. I told my mother. I went home.\n\n" * 3

    (one,) = key_sentences(findings(f"The Boat\n\n{told}We went. {sentence}\n"))

    assert one.startswith(shown)


@pytest.mark.parametrize(
    "told",
    [
        "I should go.\n\n/ / / / / / /.\n\n" * 4,  # no words
        "The boat has no ramp, and nobody must ask for one.\n\n" * 6,  # in nobody's voice
        "I measured the slip. I found that the rail is as long as my arm.\n\n" * 4,  # a fact
        # Others speak for the text.
        VOICES + "I was there. I do not know what should be done.\n",
    ],
)
def test_where_nobody_holds_anything_no_sentence_is_key(told):
    assert key_sentences(findings(f"The Boat\n\n{told}")) == []


def test_three_people_who_are_quoted_are_voices_to_choose_from():
    third = "“Nobody must decide this for the children,” said Mara Voss, a nurse.\n"

    (voices,) = findings("The Boat\n\n" + VOICES + third).choices

    assert [pick.word for pick in voices.picks] == ["Lena Orsay", "Jon Brekke", "Mara Voss"]
    assert voices.paragraphs == (1, 2, 3)


def test_two_people_and_one_without_a_name_are_none():
    assert (
        findings(
            "The Boat\n\n" + VOICES + "“Nobody asked the children,” said a girl on the slip.\n"
        ).choices
        == ()
    )


# ---------------------------------------------------------------- what can be weighed


@pytest.mark.parametrize(
    ("words", "weighs"),
    [
        ("I would rather break a promise than break the budget", True),
        ("If we want the boat, we should pay for it", True),
        ("I was right, and I read it to the end", True),
        ("A nurse is not a surgeon", True),
        ("Everybody likes to give a chair", True),
        ("You should resign before the boat leaves", False),
        ("I make this promise to you: the boat will leave", False),
        ("This is a delightful spot for a house", False),
        ("A nurse was on the boat with her bag", False),
        ("I should have waited for the boat", False),
    ],
)
def test_words_that_say_what_is_owed_or_always_so_can_be_weighed(words, weighs):
    (said,) = one_paragraph(f"“{words},” said Lena Orsay, who runs the boat.").quotations

    assert said.weighs is weighs


@pytest.mark.parametrize(
    ("question", "weighs"),
    [
        ("What good does it do them to know?", True),
        ("What is the use of being clever?", True),
        ("Who should pay for the boat?", True),
        ("What good is that to you?", False),
        ("Where does the boat go in the winter?", False),
    ],
)
def test_a_question_that_anybody_can_answer_weighs_something(question, weighs):
    said = one_paragraph(f"The boat came in. “{question}” asked Jon Brekke on the slip.").questions

    assert [asked.text for asked in said if asked.weighs] == [question] * weighs


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
