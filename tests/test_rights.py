"""A reading that may only be cited: no edition prints it, and every guide says what to check."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from guides import drafts, layout, lint, pipeline, project
from guides.editions import EDITIONS
from guides.model import Document, Findings, Guide
from guides.project import Project
from guides.source import Source

ROOT = Path(__file__).resolve().parent.parent
SEEDS = (
    "library-saturdays.md",
    "a-bridge-has-two-ends.txt",
    "the-lamp-keeper.md",
    "lgbtqi-communities-in-chechnya.txt",
)
MOST = 10  # words in a row
LARGEST_SHARE = 0.15  # of a short text, all questions and tables together


@pytest.fixture(scope="module")
def library():
    return Project(ROOT).library()


@pytest.fixture(scope="module", params=SEEDS)
def found(request, library) -> Findings:
    document = project.read_seed(ROOT / "seeds" / request.param)
    front = replace(document.front, rights="cite-only")
    return pipeline.find(replace(document, front=front), library)


@pytest.fixture(scope="module")
def guide(found, library) -> Guide:
    return made(found, library, "workshop-90")


def made(found: Findings, library, plan: str) -> Guide:
    candidates = pipeline.fill(found, library.prompts.values())
    return pipeline.choose(found, candidates, library.plans[plan], library.care)


def words(text: str) -> list[str]:
    return re.findall(r"\d[\d,]*|[\w’']+", text.lower())  # "48,000" is one word


def printed(guide: Guide, edition: str, templates) -> str:
    html = layout.lay_out(guide, edition, templates)
    html = re.sub(r"<(style|head)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", html))


def copied(document: Document, page: str) -> tuple[int, float]:
    """Return the longest run of the reading's words on a page, and the share in runs of six."""
    body = [word for block in document.numbered for word in words(block.text)]
    there = words(page)
    known: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(body) - 5):
        known.setdefault(tuple(body[place : place + 6]), []).append(place)
    longest = 0
    covered: set[int] = set()
    for start in range(len(there) - 5):
        for place in known.get(tuple(there[start : start + 6]), ()):
            length = 6
            while there[start + length : start + length + 1] == body[place + length :][:1] != []:
                length += 1
            longest = max(longest, length)
            covered.update(range(place, place + length))
    return longest, len(covered) / len(body)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_edition_prints_more_than_phrases(guide, edition, page_templates):
    longest, share = copied(guide.document, printed(guide, edition, page_templates))

    assert longest <= MOST
    assert share <= LARGEST_SHARE


def test_the_measure_sees_a_reading_that_is_printed(guide, page_templates):
    """The test above can fail: with permission, the same pages hold the whole text."""
    open_ = replace(guide.document, front=replace(guide.document.front, rights="Free to copy."))

    longest, share = copied(
        open_, printed(replace(guide, document=open_), "reading", page_templates)
    )

    assert longest > 40
    assert share > 0.95


@pytest.mark.parametrize("edition", ["handout", "reading"])
def test_every_paragraph_is_there_with_its_number_and_five_words(guide, edition, page_templates):
    page = " ".join(printed(guide, edition, page_templates).split())

    for block in guide.document.numbered:
        first = " ".join(block.text.split()[:5])
        assert f"{block.number} {block.speaker + ' ' if block.speaker else ''}{first}" in page
    assert "Where to find each paragraph" in page
    assert guide.credit in page
    assert "cite-only" not in page


def test_the_facilitator_is_told_that_it_may_not_be_copied(guide, page_templates):
    assert "may not be copied" in printed(guide, "facilitator-guide", page_templates)


@pytest.mark.parametrize(("rights", "told"), [("", True), ("Reprinted with permission.", False)])
def test_the_facilitator_is_told_where_no_permission_is_noted(guide, rights, told, page_templates):
    front = replace(guide.document.front, rights=rights)
    other = replace(guide, document=replace(guide.document, front=front))

    page = printed(other, "facilitator-guide", page_templates)

    assert ("no permission is noted" in page) == told


def test_a_draft_that_copies_a_sentence_is_an_error_at_its_place(found, library):
    block = max(found.document.numbered, key=lambda block: len(block.text))
    sentence = max((span.text for span in block.sentences), key=len)
    quoted = " ".join(sentence.replace("“", "").replace("”", "").split())
    text = (
        "plan: classroom-45\nsections:\n  - title: Talk\n    stage: after\n    questions:\n"
        f"      - text: 'What do you make of {quoted.replace(chr(39), chr(39) * 2)}?'\n"
        f"        paragraphs: [{block.number}]\n"
    )

    _, problems = drafts.read(Source("x.guide.yaml", text), found, library.prompts)

    (problem,) = [problem for problem in problems if problem.code == "copies-the-reading"]
    assert problem.severity == "error"
    assert problem.span is not None
    assert problem.span.source.position(problem.span.start)[0] == 6


def test_with_permission_a_question_may_quote_a_sentence(found, library):
    document = found.document
    free = replace(document, front=replace(document.front, rights=""))
    other = pipeline.find(free, library)

    codes = {
        breach.code
        for question in pipeline.fill(other, library.prompts.values()).kept
        for breach in lint.check_question(question, other)
    }

    assert "copies-the-reading" not in codes
