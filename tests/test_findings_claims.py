"""Claims and doubt words: what is said to be so, and how surely."""

import pytest

from tests.texts import findings, one_paragraph


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("The spokesman said the dam would hold.", "the spokesman"),
        ("According to the fire department, nobody was hurt.", "the fire department"),
        ("A recent study shows that cats dream.", "a recent study"),
        ("Farmers argue that the price is too low.", "Farmers"),
    ],
)
def test_a_claim_has_an_origin(text, origin):
    (claim,) = one_paragraph(text).claims

    assert claim.origin == origin
    assert not claim.doubt


@pytest.mark.parametrize(
    "text",
    [
        "The tower stands on a hill.",
        "They walked to the United States of old.",
        "She wrote with her left hand, by candle.",
        "A so-called shortcut led nowhere.",
    ],
)
def test_what_nobody_says_is_no_claim(text):
    claims = [claim for claim in one_paragraph(text).claims if claim.origin]

    assert claims == []


def test_a_judgement_of_the_writers_own_is_an_opinion_without_an_origin():
    (claim,) = one_paragraph("It is time for the city to mend its roofs.").claims

    assert claim.opinion
    assert claim.origin == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The guard allegedly took the keys.", ("allegedly",)),
        ("There were two reported thefts and a supposed witness.", ("reported", "supposed")),
        ("The owner claimed that he paid.", ("claimed",)),
        ("The bridge is said to be haunted.", ("is said to",)),
    ],
)
def test_doubt_words_are_kept_as_printed(text, words):
    (doubt,) = one_paragraph(text).doubts
    (claim,) = one_paragraph(text).claims

    assert doubt.words == words
    assert claim.doubt == words
    assert doubt.paragraph == 2


@pytest.mark.parametrize(
    "text",
    [
        "She reported to the office at nine.",
        "The fund claimed responsibility for the error.",
        "Everyone must be reported to the dean.",
        "The flood claimed lives in the valley.",
    ],
)
def test_a_word_that_only_reports_doubts_nothing(text):
    assert one_paragraph(text).doubts == ()


def test_a_doubt_word_is_named_once_a_paragraph():
    text = "The guard allegedly ran. He allegedly fell. The alleged keys are gone."

    (doubt,) = one_paragraph(text).doubts

    assert doubt.words == ("allegedly", "alleged")


@pytest.mark.parametrize(
    "text",
    [
        "What would you say to a student who wants to begin?",
        "The parts come from chairs that nobody wants any more.",
        "The examiner, a thin man called Odell, opened his book.",
    ],
)
def test_a_question_and_a_lack_of_wishes_claim_nothing(text):
    assert one_paragraph(text).claims == ()


def test_what_an_official_calls_rumours_the_writer_does_not_doubt():
    text = "The ministry called the accounts “a compilation of rumours” in a letter."

    assert one_paragraph(text).doubts == ()


def test_a_definition_is_no_hearsay():
    assert one_paragraph("A ceiling is said to be binding when it keeps prices low.").doubts == ()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("I believe that the town needs a new hall more than a road.", True),
        ("We should keep the old hall for the town and its children.", True),
        ("The old clerk would have understood that, I believe.", False),
        ("I know that some of you think the plan is a terrible mistake.", False),
        ("But the plan is a terrible mistake for the town, as you see.", False),
        ("Ada Moss said that the plan was a terrible mistake.", False),
    ],
)
def test_a_judgement_is_held_where_the_writer_owns_it_and_it_stands_alone(text, held):
    assert any(claim.held for claim in one_paragraph(text).claims) is held


def test_who_does_not_claim_something_is_not_doubted():
    assert one_paragraph("We’re not claiming to have replaced lithium, she said.").doubts == ()
    assert one_paragraph("They were claiming to have replaced lithium, she said.").doubts == ()
    assert one_paragraph("She claimed to have replaced lithium.").doubts != ()


@pytest.mark.parametrize("text", ["SAID%0AND", "Ana Ruiz said and", "and said Ruiz and"])
def test_a_text_may_break_off_after_and(text):
    assert findings(text).document.numbered


@pytest.mark.parametrize(
    "text", ["The church does not claim that it was hurt.", "He never claimed it."]
)
def test_what_nobody_claims_is_no_doubt(text):
    assert one_paragraph(text).doubts == ()
