"""Who settles, promises or proposes something, and figures that are given side by side."""

import pytest

from tests.texts import one_paragraph


def decided(text: str) -> list[tuple[str, str, str]]:
    found = one_paragraph(text).decisions
    return [(item.kind, item.actor, item.verb) for item in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council voted to sell the pool.", ("decision", "the council", "voted")),
        ("The board voted 6 to 5 on Tuesday to sell it.", ("decision", "the board", "voted")),
        ("On Monday the court ruled against it.", ("decision", "the court", "ruled")),
        ("The parliament passed a new law on dogs.", ("decision", "the parliament", "passed")),
        ("The city will close two bridges.", ("decision", "the city", "will")),
        ("Teachers have agreed to stay late.", ("decision", "teachers", "agreed")),
        ("The company pledged to plant trees.", ("promise", "the company", "pledged")),
        ("The ministry plans to raise the fee.", ("proposal", "the ministry", "plans")),
        ("Residents called for a new crossing.", ("proposal", "residents", "called")),
    ],
)
def test_what_somebody_settles_is_found_with_who_does(sentence, expected):
    ((kind, actor, verb),) = decided(sentence)

    assert (kind, actor.lower(), verb) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The bus passed the school at noon.",
        "The council called the mayor.",
        "The city will be warm this summer.",
        "The plan was approved by nobody.",
        "The workers were fired in June.",
        "About two million voters voted and went home.",
        "The office plans to release its report.",
        "Others could choose a government plan of that kind.",
        "The council has not voted on it.",
        "Rain fell after the council voted to sell the pool.",
        "“The council voted to sell it,” said a neighbour.",
        "Has the council voted to sell the pool?",
    ],
)
def test_what_settles_nothing_is_left_alone(sentence):
    assert decided(sentence) == []


def test_a_description_in_commas_is_not_who_decides():
    ((_, actor, _),) = decided("Ruth Adler, the mayor of Norwich, vowed to reopen the pool.")

    assert actor == "Ruth Adler"


def test_a_sum_and_a_share_are_a_pair():
    (pair,) = one_paragraph(
        "The cut saves $48,000 a year, about one percent of the town budget."
    ).figure_pairs

    assert pair.first.text == "$48,000 a year"
    assert pair.second.text == "about one percent of the town budget"


@pytest.mark.parametrize(
    "sentence",
    [
        "The choir has three boys and 12 girls.",
        "The cut saves $48,000 a year and the shop $300.",
        "Half of the pool is new. It cost $3 million.",
        "Of the 80 dead, 40 percent of the bodies were found in the cellar.",
    ],
)
def test_figures_that_say_nothing_together_are_no_pair(sentence):
    assert one_paragraph(sentence).figure_pairs == ()
