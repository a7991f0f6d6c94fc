"""Sensitivity: what raises the level of care, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guides.library import load
from guides.model import SensitiveCategory, WordLists
from guides.source import Source
from tests.texts import PLAIN, findings, one_paragraph

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def lists() -> WordLists:
    name = "templates/lists/sensitivity.yaml"
    library = load([Source(name, (ROOT / name).read_text("utf-8"))])
    assert library.problems == ()
    return library.lists


def level(text, lists):
    return one_paragraph(text, lists).sensitivity.level


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city chose its first gay mayor, a baker from the harbour.", 0),
        ("The homeless came. Homeless families slept there. A homeless man sang.", 1),
        ("The gunman opened fire and four people were killed at the market.", 2),
        ("Two men were tortured because they were gay.", 3),
        ("A man shot dead eleven people at a synagogue.", 3),
        ("The coach was accused of rape, and of sexual assault before that.", 3),
    ],
)
def test_levels_follow_the_words(text, expected, lists):
    assert level(text, lists) == expected


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Ada Moss lost her husband in the flood of that year.", "death_grief"),
        ("By morning they knew that twelve of them were not coming home.", "death_grief"),
        ("The report counts child labour in forty kilns.", "child_labour"),
    ],
)
def test_loss_and_child_labour_are_hard_by_themselves(text, category, lists):
    found = one_paragraph(text, lists).sensitivity
    assert category in found.categories
    assert found.level >= 1


@pytest.mark.parametrize(
    "text",
    [
        "The killer app of the year is a calendar.",
        "They killed time with a murder mystery.",
        "A trade war over cheese began.",
        "The executive has a stable job in a hungry market.",
        "The jewels were black and the fleet was small.",
        "He is a captivating speaker with a kilt.",
        "The refugee spoke and the women listened.",
        "The dog shelter says that its animals are animals.",
    ],
)
def test_harmless_words_raise_nothing(text, lists):
    assert level(text, lists) == 0


def test_deaths_in_a_storm_are_no_violence(lists):
    storm = (
        "The cyclone killed 300 people. Water is the main killer in these storms, and the dead lay"
    )
    found = one_paragraph(f"{storm} in the fields.", lists)

    assert found.sensitivity.categories == ("death_grief",)
    assert found.sensitivity.level == 1
    places = [match.span.start for match in found.sensitivity.matches]
    assert len(places) == len(set(places))


def test_whom_people_kill_during_a_storm_was_killed_by_people(lists):
    found = one_paragraph(
        "In the storm a gunman killed four people, and the dead lay there.", lists
    )

    assert "killing_torture" in found.sensitivity.categories
    assert found.sensitivity.level == 2


def test_an_identity_word_never_counts_alone(lists):
    found = one_paragraph("Gay, Muslim and Jewish women sang with disabled men.", lists)

    assert found.sensitivity.matches
    assert found.sensitivity.level == 0
    assert found.sensitivity.categories == ()


def test_persecution_and_a_killing_near_a_group_are_high_care(lists):
    found = findings(
        "The purge of the island began in the spring of that year.\n\n"
        "Roma families were sent away from the town and the valley.\n\n"
        "Soldiers killed some, and the killings went on; gunfire was heard.\n",
        lists,
    )

    assert found.sensitivity.level == 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("deported", "discriminate", "minority", "stateless"), 2),
        (("deported", "discriminate", "harbour", "stateless"), 0),
        (("deported", "harbour", "minority", "stateless"), 0),
    ],
)
def test_what_is_done_to_a_people_may_be_spread_over_pages(words, expected, lists):
    pages = "\n\n".join(f"The report has the word {word}.\n\n{PLAIN}\n\n{PLAIN}" for word in words)

    assert findings(pages, lists).sensitivity.level == expected


def test_every_hit_is_shown_with_its_place(lists):
    found = one_paragraph("They spoke of torture.", lists)

    (match,) = found.sensitivity.matches
    assert (match.text, match.paragraph, match.weight) == ("torture", 2, 3)
    assert found.sensitivity.labels == ("violence or killing",)


def test_a_longer_phrase_is_one_hit(lists):
    found = one_paragraph("The death penalty was discussed.", lists)

    texts = [hit.text for hit in found.sensitivity.matches if hit.category == "killing_torture"]
    assert texts == ["death penalty"]


def test_a_dehumanising_quotation_must_not_be_repeated(lists):
    found = one_paragraph("The guard said: “You are not a human being to me, not at all.”", lists)

    assert found.sensitivity.dehumanising
    assert found.quotations[0].sensitive


def test_an_editor_decides(lists):
    front = "---\nsensitivity:\n  level: 1\n  reason: read in class before\n---\n"

    sensitivity = findings(f"{front}{PLAIN}\n\nHe was tortured.\n", lists).sensitivity

    assert (sensitivity.level, sensitivity.found) == (1, 2)


def test_another_language_is_not_checked(lists):
    text = "La casa está cerca del río y los niños van a la escuela por el camino con su madre.\n"

    sensitivity = findings(text, lists).sensitivity

    assert not sensitivity.checked
    assert (sensitivity.level, sensitivity.matches) == (1, ())


def test_the_lists_have_the_categories_that_the_levels_rest_on(lists):
    ids = {category.id for category in lists.sensitive}

    assert {"killing_torture", "persecution", "dehumanising", "identity_terms"} <= ids
    assert all(isinstance(category, SensitiveCategory) for category in lists.sensitive)
    identity = next(item for item in lists.sensitive if item.id == "identity_terms")
    assert identity.alone == identity.together == ()


def test_no_stem_is_so_short_that_it_finds_ordinary_words(lists):
    ordinary = (
        "stable fleet killer-whale executive captain beat hungry hunger poor body bodies target "
        "deadline held kiln shootout jewel disable transfer transport women's detention-free "
        "bombastic purgatory rapeseed therapist grape warden warm award abundant cruise battery"
    ).split()

    for word in ordinary:
        found = one_paragraph(f"The word {word} stands in this sentence.", lists)
        counted = [hit for hit in found.sensitivity.matches if hit.weight == 3]
        assert counted == [], word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was detained on Monday and died in custody two days later.", 2),
        ("The religious minority rests on Friday. In 1930 its people were deported.", 2),
        ("A mob desecrated the graves. A cleric was accused of blasphemy, and of inciting it.", 2),
        ("The agency charged recruitment fees. A labour inspector asked about the passports.", 1),
        ("The office looks after passports, and the queue is long.", 0),
    ],
)
def test_what_a_state_or_a_firm_does_to_people_calls_for_care(text, expected, lists):
    assert level(text, lists) == expected


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("We must defeat the hateful ideology of radical Islam everywhere", False),
        ("The storm was an invasion of sand, and everybody in the town knows it", True),
        ("The German criminals came over the bridge at night", False),
        ("The Muslims of the town gave us bread and a room", True),
    ],
)
def test_words_of_hatred_beside_a_people_come_back_in_no_question(words, kept):
    (said,) = one_paragraph(f"“{words},” said Ann Moss, the mayor, on Monday.").quotations

    assert said.sensitive is not kept
