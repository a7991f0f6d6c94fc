"""The rules for a whole guide: each tells when it is broken and is silent when it is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guides import lint, pipeline, project
from guides.model import Findings, Guide, Name, Question, Term
from guides.project import Project

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def found() -> Findings:
    seed = project.read_seed(ROOT / "seeds" / "lgbtqi-communities-in-chechnya.txt")
    return pipeline.find(seed, Project(ROOT).library())


@pytest.fixture(scope="module")
def guide(found: Findings) -> Guide:
    library = Project(ROOT).library()
    candidates = pipeline.fill(found, library.prompts.values())
    plan, care = library.plans["classroom-45"], project.care_texts(library)
    return pipeline.choose(found, candidates, plan, care)


def with_care(guide: Guide, **parts: Any) -> Guide:
    return replace(guide, care=replace(guide.care, **parts))


def with_first_starred(guide: Guide, **parts: Any) -> Guide:
    """Return *guide* with its first starred question changed."""
    star = next(question for question in guide.questions if question.starred)

    def changed(question: Question) -> Question:
        return replace(question, **parts) if question is star else question

    sections = tuple(
        replace(section, questions=tuple(map(changed, section.questions)))
        for section in guide.sections
    )
    return replace(guide, sections=sections)


def with_word(guide: Guide, definition: str) -> Guide:
    return replace(guide, words=(replace(guide.words[0], definition=definition),))


def with_accent(guide: Guide) -> Guide:
    person: Name = guide.people[0]
    return replace(guide, people=(person, replace(person, name=person.name.replace("a", "á"))))


def with_many_words(guide: Guide) -> Guide:
    term: Term = guide.words[0]
    return replace(guide, words=(term,) * 10)


BROKEN = {
    "minutes-left-over": lambda guide: replace(guide, steps=guide.steps[1:]),
    "too-little-time": lambda guide: replace(
        guide, steps=(replace(guide.steps[3], questions=tuple(range(1, 9))),)
    ),
    "word-list": with_many_words,
    "no-credit": lambda guide: replace(guide, credit=" "),
    "content-note": lambda guide: with_care(guide, content_note=""),
    "no-right-to-pass": lambda guide: with_care(guide, content_note="This is about violence."),
    "star-without-help": lambda guide: with_first_starred(guide, press=""),
    "figure-unchecked": lambda guide: replace(
        with_first_starred(guide, text="What do “30 UN member states” share?"), checks=()
    ),
    "made-up-helpline": lambda guide: with_care(guide, support="Call 555-0199 for help."),
    "two-spellings": with_accent,
}


def codes(guide: Guide, found: Findings) -> list[str]:
    return [flaw.code for flaw in lint.check_guide(guide, found)]


def test_the_users_guide_breaks_no_rule(guide: Guide, found: Findings) -> None:
    assert codes(guide, found) == []


def test_every_rule_is_broken_here_once() -> None:
    assert list(BROKEN) == [rule.code for rule in lint.GUIDE_RULES]


@pytest.mark.parametrize("code", BROKEN)
def test_a_rule_tells_when_it_is_broken(code: str, guide: Guide, found: Findings) -> None:
    flawed = BROKEN[code](guide)

    flaws = lint.check_guide(flawed, found)

    assert code in [flaw.code for flaw in flaws]
    assert all(flaw.message and flaw.hint for flaw in flaws)


@pytest.mark.parametrize(
    ("note", "complaint"),
    [
        ("word " * 46 + "pass", "more than 45"),
        ("This reading says “they deserved it”. You may pass.", "quotes the text"),
    ],
)
def test_a_content_note_is_short_and_calm(
    note: str, complaint: str, guide: Guide, found: Findings
) -> None:
    flaws = lint.check_guide(with_care(guide, content_note=note), found)

    assert any(complaint in flaw.message for flaw in flaws)


@pytest.mark.parametrize("definition", ["to do it " * 8, "that is {word}"])
def test_a_word_is_explained_briefly_and_by_others(
    definition: str, guide: Guide, found: Findings
) -> None:
    definition = definition.format(word=guide.words[0].word)

    assert codes(with_word(guide, definition), found) == ["word-list"]


def test_the_editors_own_contact_is_no_made_up_helpline(guide: Guide, found: Findings) -> None:
    choice = replace(found.document.front.sensitivity, support_contact="555-0199")
    front = replace(found.document.front, sensitivity=choice)
    told = replace(found, document=replace(found.document, front=front))

    assert codes(with_care(guide, support="Call 555-0199."), told) == []


def test_a_rule_for_guides_is_shown_by_check(tmp_path: Path) -> None:
    from guides import checking

    seed = tmp_path / "seeds" / "note.txt"
    seed.parent.mkdir()
    seed.write_text("We met at the mill. It was late and we were cold, but we stayed.\n", "utf-8")

    problems, _ = checking.check(Project(tmp_path), [seed])

    assert "no-credit" in {problem.code for problem in problems}


def test_a_note_on_a_participants_page_is_seen(guide: Guide) -> None:
    note = next(question.listen_for for question in guide.questions if question.starred)
    page = f"<body><p>1. {guide.questions[0].text}</p><p>{note}</p></body>"

    assert lint.leaked(guide, page) == note
    assert lint.leaked(guide, page.replace(note, "")) == ""


def test_what_the_reading_says_is_no_leak(guide: Guide) -> None:
    words = " ".join(guide.document.text.split()[:12])
    section = guide.sections[0]
    question = replace(section.questions[0], press=words)
    told = replace(guide, sections=(replace(section, questions=(question,)),))

    assert lint.leaked(told, f"<body><p>{words}</p></body>") == ""
