"""What holds for any text whatever, and that the same text gives the same findings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guides.library import load
from guides.model import Finding, Findings, Pair, WordLists
from guides.problems import Failed
from guides.source import Source
from tests.texts import findings

ROOT = Path(__file__).resolve().parent.parent
SEED = "seeds/lgbtqi-communities-in-chechnya.txt"
LISTED = ("lists/sensitivity.yaml", "lists/loaded.yaml", "words/doubt.yaml")


def some_lists() -> WordLists:
    files = [ROOT / "templates" / name for name in LISTED]
    return load([Source(str(file), file.read_text("utf-8")) for file in files]).lists


LISTS = some_lists()
WORDS = (
    "but yet however because so while than one two 30 95% $4 million percent hundreds of many "
    "said told claimed allegedly reported according to must should please use don't let's we I my "
    "he they women tenants Chechnya Rosa Lind Norway the a an in on February March 2017 '70s May "
    'killed murder* war refugee deathsas the the ? ! . , ; : — “ ” ‘ ’ " ( ) [6] 7:30 20th - … '
    "first second Yet statement not only also continues still horrific of and to be is are has not"
).split()
# Words that finders look for; each must bear being the first or last of a text.
MARKERS = (
    "according alleged although ask because but calls claim despite don't double due even few "
    "half hundred in instead its let let's like many March may most not one please reported said "
    "says set shows since so still than thanks that the therefore though thus to twice under urge "
    "while yet you 5 5% $5 5- 1999 '70s 5th ? — “ ” \" ‘ [ ( ¹ ٣ İ ß ﬁ"
).split()
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*WORDS, "\n", "\n\n", "\n• ", "\n1. "]), max_size=80).map(" ".join),
)


def every(found: Findings) -> Iterator[Finding]:
    for field in fields(Findings):
        value = getattr(found, field.name)
        if isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, Finding))
    yield from found.sensitivity.matches


@settings(max_examples=150)
@given(TEXTS)
def test_any_text_gives_findings_that_point_into_it(text):
    try:
        found = findings(text, LISTS)
    except Failed:
        return  # the reader found nothing to read
    document = found.document
    numbers = {block.number for block in document.numbered} | {0}

    for item in every(found):
        assert item.span.source is document.source
        assert 0 <= item.span.start <= item.span.end <= len(document.text)
        assert item.text == document.text[item.span.start : item.span.end]
        assert 0 <= item.confidence <= 1
        if not isinstance(item, Pair):
            assert item.paragraph in numbers
        assert set(getattr(item, "paragraphs", ())) <= numbers


@settings(max_examples=60)
@given(TEXTS)
def test_what_prompts_print_is_taken_from_the_text(text):
    """Sides, actors and the like are the text's own words, white space folded."""
    try:
        found = findings(text, LISTS)
    except Failed:
        return
    folded = " ".join(found.document.text.split()).lower()

    for contrast in found.contrasts:
        assert contrast.before.lower() in folded
        assert contrast.after.lower() in folded
    for cause in found.causes:
        assert cause.cause.lower() in folded
        assert cause.effect.lower() in folded
    for call in found.calls:
        assert call.actor.lower() in folded
        assert call.action.lower() in folded
    for comparison in found.comparisons:
        assert all(actor.lower() in folded for actor in comparison.actors)


@pytest.mark.parametrize("words", [(word,) for word in MARKERS] + [(a, a) for a in MARKERS])
def test_a_marker_with_nothing_around_it_breaks_nothing(words):
    findings(" ".join(words), LISTS)


def test_in_another_language_nothing_english_is_found():
    spanish = (
        "Me gusta la casa de mi hermano, pero la escuela está lejos y llegamos tarde en 2019.\n\n"
        "Él dice que el camino es largo. ¿Quién va a pagar el puente? Yo no he visto a nadie.\n"
    )

    found = findings(spanish, LISTS)

    assert found.document.language == "es"
    kinds = (found.vocabulary, found.claims, found.contrasts, found.first_person)
    assert not any(kinds)
    assert [date.iso for date in found.dates] == ["2019"]
    assert len(found.questions) == 1
    assert not found.sensitivity.checked


def test_kinds_are_in_text_order_but_for_those_that_are_ranked(checkout):
    found = findings((checkout / SEED).read_text("utf-8"), LISTS)
    ranked = {"vocabulary", "key_terms", "repetitions", "questions", "pairs"}
    names = {"people", "organisations", "places"}

    for field in fields(Findings):
        value: Any = getattr(found, field.name)
        if isinstance(value, tuple) and field.name not in ranked | names:
            starts = [item.span.start for item in value]
            assert starts == sorted(starts), field.name


SHOW = """
import json, sys
from pathlib import Path
from guides import pipeline, project, report
from guides.project import Project
here = Path(sys.argv[1])
found = pipeline.find(project.read_seed(here / sys.argv[2]), Project(here).library())
sys.stdout.write(json.dumps(report.report(found), sort_keys=True))
"""


@pytest.mark.slow
def test_the_same_findings_under_any_hash_seed(checkout):
    printed = [_shown(checkout, seed) for seed in ("1", "2")]

    assert json.loads(printed[0])["quotations"]
    assert printed[0] == printed[1]


def _shown(checkout: Path, seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SHOW, str(checkout), SEED],
        cwd=checkout,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
