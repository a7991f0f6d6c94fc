"""Abbreviations that a text uses and never spells out."""

import pytest

from tests.texts import one_paragraph


def short_forms(text: str) -> list[str]:
    return [found.short for found in one_paragraph(text).abbreviations]


def test_a_short_form_without_its_long_form_is_found_once():
    text = (
        "The FTU lost two seats. Nobody in the FTU had thought that the ADPL would win a seat, "
        "or the FTU lose it to the BPA."
    )
    assert short_forms(text) == ["FTU", "ADPL", "BPA"]


@pytest.mark.parametrize(
    "text",
    [
        "The Federation of Trade Unions lost two seats, and the FTU blamed the rain.",
        "The FTU (a union of bakers) lost two seats.",
        "The bakers’ union (FTU) lost two seats.",
        "Members of the Lakas ng Daungan, or FTU, refused to report.",
        "FTU stands for nothing, the bakers said.",
        "They found signs of antisocial personality disorder, or APD, in two of them.",
        "The FBI came at noon, and NASA in the evening.",
        "Henry VIII had six wives and a UK passport.",
        "STOP THE FTU NOW, the banner said.",
        "It cost FTU$5 in all, or 3.FTU.",
    ],
)
def test_what_is_spelt_out_or_known_to_all_is_not(text):
    assert short_forms(text) == []
