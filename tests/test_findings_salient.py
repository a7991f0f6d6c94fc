"""What a text has several of, for its readers to choose from."""

from tests.texts import PLAIN, findings

FIGURES = [
    "A survey found that 58 percent of families walk on the meadow every week.",
    "The council said that the path will cost £310,000 to build and to keep.",
    "The parish counted 4,200 people on the meadow in one week of June.",
]


def told(*sentences: str) -> tuple[str, ...]:
    found = findings(f"{PLAIN}\n\n" + "\n\n".join(sentences) + f"\n\n{PLAIN}\n")
    return tuple(item.text for item in found.overview.figures)


def test_figures_to_choose_from_are_found_out_and_stand_in_sentences_of_their_own():
    assert told(*FIGURES) == ("58 percent of families", "£310,000", "4,200 people")


def test_whom_somebody_asked_is_the_last_figure_to_choose():
    asked = "They surveyed 2,140 people on the meadow and the path, the council said."

    assert told(*FIGURES, asked) == told(*FIGURES)


def test_every_paragraph_with_such_a_figure_is_named():
    found = findings(f"{PLAIN}\n\n" + "\n\n".join([*FIGURES, FIGURES[0]]) + f"\n\n{PLAIN}\n")

    assert found.overview.figure_paragraphs == (2, 3, 4, 5)


def test_two_figures_are_no_choice():
    assert told(*FIGURES[:2]) == ()


def test_the_dead_are_not_put_up_for_choice():
    assert told(*FIGURES[:2], "The flood killed 4,200 people, the ministry said.") == ()


def test_words_to_choose_from_are_things_that_come_back():
    text = (
        "The ferry leaves the harbour at six. The bridge is closed, and the toll is high.\n\n"
        "A ferry without a harbour is a raft. The bridge has a toll of its own.\n\n"
        "The ferry is old and the harbour is deep, but the bridge wants its toll.\n"
    )
    words = findings(text).overview.main_words

    assert sorted(words) == ["bridge", "ferry", "harbour", "toll"]


def test_fewer_than_four_words_are_no_choice():
    assert (
        findings(f"{PLAIN}\n\nThe ferry is old.\n\nThe ferry is small.\n").overview.main_words == ()
    )
