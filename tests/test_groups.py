"""People who are mentioned without being named, and the names a text has for them."""

from pathlib import Path

import pytest

from guides.findings import groups, names, variants
from guides.model import Document, Group, Quotation, Variant
from guides.readers import read
from guides.source import Span


def reading(text: str) -> Document:
    return read("seeds/reading.txt", text.encode(), "utf-8")


def found(text: str, *quotations: Quotation) -> tuple[Group, ...]:
    document = reading(text)
    known = names.with_quotations(names.find(document), quotations)
    return groups.find(document, known, quotations)


def called(text: str) -> list[str]:
    return [group.name for group in found(text)]


def quoted(text: str, words: str, **attributes: object) -> Quotation:
    start = text.index(words)
    span = Span(reading(text).source, start, start + len(words))
    return Quotation(span=span, paragraph=1, **attributes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def seed(checkout: Path) -> Document:
    path = checkout / "seeds" / "lgbtqi-communities-in-chechnya.txt"
    return read("seeds/lgbtqi-communities-in-chechnya.txt", path.read_bytes())


def test_the_users_seed_mentions_these_people_without_naming_them(seed):
    by_name = {group.name: group for group in groups.find(seed, names.find(seed), ())}

    assert {"queer people", "LGBTI refugees", "Russian authorities", "gay men", "women"} <= set(
        by_name
    )
    assert by_name["LGBTI refugees"].paragraphs == (5, 9)
    assert by_name["LGBTI refugees"].target
    assert not by_name["Russian authorities"].target


def test_in_the_users_seed_the_man_who_was_kidnapped_speaks_for_gay_men(seed):
    one_man = Quotation(
        span=Span(seed.source, 0, 1),
        paragraph=1,
        speaker="one Chechen man",
        speaker_kind="unnamed",
    )
    silent = {
        group.name for group in groups.find(seed, names.find(seed), (one_man,)) if not group.quoted
    }

    assert {"LGBTI refugees", "Russian authorities", "women"} <= silent
    assert silent.isdisjoint({"gay men", "queer people", "survivors", "victims"})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The tenants were not asked.", "tenants"),
        ("They help low-income tenants.", "low-income tenants"),
        ("Young people were not asked.", "young people"),
        ("It is harder for people of color.", "people of color"),
        ("It is harder for people experiencing homelessness.", "people experiencing homelessness"),
        ("The city asked Syrian refugees to come.", "Syrian refugees"),
        ("Many Americans disagree.", "Americans"),
        ("Women and girls lost most.", "women"),
    ],
)
def test_a_group_is_a_clean_phrase_without_an_article(text, name):
    assert called(text)[0] == name


def test_a_verb_before_a_group_is_not_part_of_it():
    assert called("We help tenants, support women and include teachers.") == [
        "tenants",
        "women",
        "teachers",
    ]


def test_people_in_general_are_no_group():
    assert called("People say that communities and individuals can act.") == []


def test_the_name_of_a_body_or_a_headline_is_no_group():
    assert called("The Boy Scouts and the Teachers Union met. Call the Parents Council.") == []


def test_these_people_are_the_ones_described_before():
    (group,) = found("Somali farmers lost land.\n\nThese farmers have no court to go to.")

    assert group.name == "Somali farmers"
    assert group.paragraphs == (1, 2)


def test_harm_makes_a_target_of_those_it_is_done_to_and_not_of_officials():
    tenants, police = found("The tenants were beaten while police officers looked on.")[:2]

    assert tenants.target
    assert not police.target


def test_a_group_speaks_where_one_of_them_is_quoted():
    text = "“We were never asked,” one tenant said. The tenants moved."
    speaker = quoted(text, "We were", speaker="one tenant", speaker_kind="unnamed")

    assert [group.quoted for group in found(text, speaker)] == [True]


def test_a_group_speaks_where_a_named_member_is_quoted():
    text = "“No,” said Ida Wells, a teacher at the school. Other teachers left."
    speaker = quoted(text, "No,", speaker="Ida Wells", speaker_kind="person")

    assert [group.quoted for group in found(text, speaker)] == [True]


def test_a_group_is_silent_where_somebody_else_is_quoted():
    text = "“No,” said Ida Wells, a lawyer. The tenants moved."
    speaker = quoted(text, "No,", speaker="Ida Wells", speaker_kind="person")

    assert [group.quoted for group in found(text, speaker)] == [False]


def test_where_nobody_knows_who_speaks_nobody_near_is_called_silent():
    text = "The tenants moved. “We were never asked.”"
    speaker = quoted(text, "We were", speaker_kind="unknown")

    assert [group.quoted for group in found(text, speaker)] == [True]


# ---------------------------------------------------------------- variants


def variants_of(text: str) -> tuple[Variant, ...]:
    return variants.find(reading(text))


def test_the_users_seed_has_four_names_for_one_group(seed):
    (variant,) = variants.find(seed)

    assert variant.forms == ("LGBTQI", "LGBTQ", "LGBTI", "queer")
    assert variant.paragraphs == (3, 5, 7)
    assert variant.label == "T1–T3"


def test_two_names_for_one_group_are_found_as_printed():
    (variant,) = variants_of(
        "African-American voters waited.\n\nBlack voters and Black people left."
    )

    assert variant.forms == ("African-American", "Black")
    assert variant.paragraphs == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Latino voters and Latina voters waited.",
        "An undocumented worker met undocumented workers.",
        "Black ice lay on the road to the African American museum.",
        "Prisoners wrote home. A prisoner wrote twice.",
        "Homeless dogs and homeless people slept there.",
    ],
)
def test_one_name_in_two_spellings_is_no_variant(text):
    assert variants_of(text) == ()
