"""The line from a document to a guide, on texts small enough to see through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guides import pipeline, project, readers
from guides.library import Library
from guides.model import Findings, Guide, Quotation, Wishes
from guides.project import Project

NEWS = """\
The mill in Tarn closed in May. "We had no choice," said the owner, Ida Brandt, on Monday.

But about 300 people worked there, and many of them say that nobody asked them. The town has \
reportedly lost a third of its jobs since 2019 because the railway left.

"They promised us ten more years," said Jon Pike, who speaks for the workers. The council has \
called on the owner to sell the building to the town.
"""


@pytest.fixture(scope="module")
def library(checkout: Path) -> Library:
    return Project(checkout).library()


def made(text: str, library: Library, variant: int = 1) -> Guide:
    document = readers.read("text.txt", text.encode())
    care = project.care_texts(library)
    return pipeline.make(
        document, library, library.plans["classroom-45"], care, Wishes(variant=variant)
    )


def test_the_same_text_gives_the_same_guide(library: Library) -> None:
    assert made(NEWS, library) == made(NEWS, library)


def test_the_order_of_prompts_does_not_matter(library: Library) -> None:
    backwards = replace(library, prompts=dict(list(library.prompts.items())[::-1]))

    assert made(NEWS, library).questions == made(NEWS, backwards).questions


def test_a_short_text_gives_a_shorter_guide_and_says_so(library: Library) -> None:
    guide = made(NEWS, library)

    planned = sum(section.count for section in guide.plan.sections)
    assert 6 <= len(guide.questions) < planned
    assert any("the text is short" in line for line in guide.missing)


def test_a_text_of_one_paragraph_is_pointed_into_by_its_sentences(library: Library) -> None:
    questions = made(" ".join(NEWS.split()), library).questions
    said = " ".join(f"{question.pointer} {question.starter}" for question in questions)

    assert "paragraph ___" not in said
    assert "one more" not in said
    assert {"sentence", "text"} <= set(said.replace(",", " ").split())


def test_questions_are_numbered_through_and_some_are_starred(library: Library) -> None:
    questions = made(NEWS, library).questions

    assert [q.number for q in questions] == list(range(1, len(questions) + 1))
    assert 1 <= sum(q.starred for q in questions) <= 6


def test_every_starred_question_tells_the_facilitator_what_to_do(library: Library) -> None:
    starred = [q for q in made(NEWS, library).questions if q.starred]

    assert all(q.why and q.listen_for and q.if_stuck and q.press for q in starred)


def test_an_unsure_speaker_is_never_named(library: Library) -> None:
    document = readers.read("text.txt", NEWS.encode())
    found = pipeline.find(document, library)
    unsure = replace(found.quotations[0], confidence=0.5)

    def speaker(quotation: Quotation) -> str:
        changed: Findings = replace(found, quotations=(quotation,))
        return pipeline._sure(changed).quotations[0].speaker

    assert speaker(found.quotations[0]) == "Ida Brandt"
    assert speaker(unsure) == ""


def test_every_dropped_candidate_has_a_reason(library: Library) -> None:
    document = readers.read("text.txt", NEWS.encode())
    candidates = pipeline.fill(pipeline.find(document, library), library.prompts.values())

    assert all(
        any(breach.severity == "error" for breach in breaches) for _, breaches in candidates.dropped
    )


def test_a_few_lines_give_half_as_many_questions_and_nothing_to_go_on_to(library: Library) -> None:
    guide = made(
        "The clock on Mill Street stopped in March. The council has not said why.", library
    )

    assert len(guide.questions) <= 6
    assert not [q for q in guide.questions if q.prompt.stage == "act"]


def test_what_somebody_reads_out_is_not_put_into_their_mouth(library: Library) -> None:
    text = NEWS + (
        "\nIda Brandt read one sentence of a letter from the railway aloud: "
        '"We shall come back when there is something to carry."\n'
    )
    found = pipeline.find(readers.read("text.txt", text.encode()), library)

    assert [item.speaker for item in found.quotations if "carry" in item.text] == [""]
