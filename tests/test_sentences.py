"""Where sentences end, with the cases that trip up a simple rule."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


def cut_at_bars(marked: str) -> tuple[str, list[str]]:
    """Return the text without its ``|`` marks, and the pieces between them, trimmed."""
    return marked.replace("|", ""), [piece.strip() for piece in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "The mill closed.| Nobody was told.",
        "Who pays?| We do!| Always.",
        "Mr. Okafor met Dr. Lund at St. Anne’s.| They spoke.",
        "Prof. R. J. Hale wrote it.| Few read it.",
        "Rep. Ana Silva, Sen. Bo Chen and Gov. Mia Roy came.",
        "She moved to the U.S. in May.| The U.S. Senate voted.| He left the U.S.| The rest stayed.",
        "The bus left at 6 a.m. Monday.| It came back at 9 p.m.| Nobody saw it.",
        "At 7 p.m. Mrs. Lee sat down.",
        "Fruit, e.g. plums, i.e. stone fruit, sells best.",
        "See No. 5 and p. 12 and Vol. II.| Was it read?| No.| Nobody tried.",
        "Hale Jr. spoke first.| Brown v. Board came up.",
        "It rose 3.5 percent to $4.20.| Then it fell.",
        "Read https://example.org/a.b.html first.| Write to Jo.Hall@example.org. |Wait.",
        "I never knew . . . .| She left.",
        "I was ... well, not sure ... of it.",
        "“We waited all night.”| The bus never came.",
        "“Is it open?” Maria asked.| “It is,” I said.",
        "“Stop!” he cried.| “Why?” I asked.",
        "She wrote, “The river rose” (Hale 12).| Nobody believed it.",
        "(It was late.)| We slept.",
        "Was it the flood?COVID-19 came later.".replace("?C", "?|C"),
        "The rain stopped.|The road dried.|Mr. Bo walked home.",
        "1. Wash the jar. |2. Dry it.",
        "1) Wash the jar |2) Dry the jar |3) Fill it",
        "The town was founded in 1803.[4]| It grew.[5]| It shrank. [6]| It grew.",
        "The mayor resigned.5 The council met.".replace("5 T", " 5| T"),
        "¿Qué pasa?| ¡Nada!",
        "A.B. Stone and J.K. Moss agreed.| So did I.| Then we left.",
        "The firm, Lund & Co., paid Moss Inc. in full.| It closed.",
    ],
)
def test_a_sentence_ends_where_a_reader_would_stop(marked):
    text, expected = cut_at_bars(marked)

    assert sentences(text) == expected


def test_a_hard_wrapped_line_does_not_end_a_sentence():
    assert sentences("The river\nrose. It\nfell.") == ["The river\nrose.", "It\nfell."]


def test_an_empty_line_ends_a_sentence():
    assert sentences("A heading\n\nThe river rose.") == ["A heading", "The river rose."]


def test_verse_runs_over_its_line_ends():
    verse = "The lamp was out, the street was wide,\nAnd no one walked it at my side.\nI sang."

    assert sentences(verse) == [verse[:-8], "I sang."]


def test_lines_without_stop_marks_are_a_list():
    assert sentences("bread\nsalt\ntwo eggs") == ["bread", "salt", "two eggs"]


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "...", "“”"])
def test_a_text_without_words_has_at_most_one_sentence(text):
    assert len(split(text)) == (1 if text.strip() else 0)


@given(st.text(alphabet="Ab. ?!\n”“(1[]…é,-", max_size=80))
def test_sentences_are_trimmed_ordered_and_lose_no_word(text):
    found = split(text)

    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
