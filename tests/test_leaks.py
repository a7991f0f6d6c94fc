"""No note to the facilitator reaches a participant: by prompt or draft, on a page or in PDF."""

import subprocess
from dataclasses import replace
from typing import Any

import pytest

from guides import drafts, layout, pipeline, printing, project
from guides.editions import EDITIONS
from guides.model import Look
from guides.project import Project
from guides.source import Source

MARK = "ZQXLEAK"
NOTES = ("why", "listen_for", "if_stuck", "press", "watch_out")
THEIRS = [name for name, kind in EDITIONS.items() if kind.audience == "participants"]
SEED = "seeds/lgbtqi-communities-in-chechnya.txt"


@pytest.fixture(scope="module")
def spoilt(checkout):
    """A library in which every note of every prompt says the mark."""
    library = Project(checkout).library()
    marked: dict[str, Any] = {note: f"{MARK} {note}." for note in NOTES}
    prompts = {name: replace(prompt, **marked) for name, prompt in library.prompts.items()}
    return replace(library, prompts=prompts)


@pytest.fixture(scope="module")
def found(checkout, spoilt):
    return pipeline.find(project.read_seed(checkout / SEED), spoilt)


@pytest.fixture(scope="module")
def chosen(spoilt, found):
    candidates = pipeline.fill(found, spoilt.prompts.values())
    plan = spoilt.plans["classroom-45"]
    return pipeline.choose(found, candidates, plan, project.care_texts(spoilt))


@pytest.fixture(scope="module", params=["prompts", "draft"])
def guide(request, chosen, found, checkout):
    """The guide as chosen from the spoilt prompts, and as it comes back from a draft of it."""
    if request.param == "prompts":
        return chosen
    written = Source("x.guide.yaml", drafts.write(chosen, ""))
    said, problems = drafts.read(written, found, Project(checkout).library().prompts)
    assert not [problem for problem in problems if problem.severity == "error"]
    return replace(chosen, sections=said.sections)


def test_there_are_editions_to_check():
    assert len(THEIRS) >= 5


def test_the_facilitator_does_get_the_notes(guide, page_templates):
    page = layout.lay_out(guide, "facilitator-guide", page_templates)

    assert all(f"{MARK} {note}." in page for note in ("listen_for", "if_stuck", "press"))


@pytest.mark.parametrize("support", ["a", "b", "c"])
@pytest.mark.parametrize("edition", THEIRS)
def test_no_note_is_on_a_participants_page(edition, support, guide, page_templates):
    page = layout.lay_out(guide, edition, page_templates, Look(support=support))

    assert "<body" in page
    assert MARK not in page


@pytest.mark.parametrize("edition", THEIRS)
def test_no_note_is_in_a_participants_pdf(edition, chosen, page_templates, tmp_path):
    def lay(more_lines, setting=""):
        return layout.lay_out(chosen, edition, page_templates, Look(), more_lines, setting)

    path = tmp_path / "page.pdf"
    path.write_bytes(printing.print_to_fit(lay, (), 9).pdf)
    try:
        ran = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("pdftotext is not installed")

    assert len(ran.stdout.split()) > 20
    assert MARK.encode() not in ran.stdout
    assert MARK.encode() not in path.read_bytes()
