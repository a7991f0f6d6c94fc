"""Every prompt that ships: what it has, that it can be asked, and what it asks.

`docs/prompts.md` shows each prompt with a real question; `pytest --accept` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from guides import lint, pipeline, project
from guides.library import Library
from guides.lint.question import alike
from guides.model import Findings, Genre, Guide, Prompt, Question, Wishes
from guides.pipeline import Candidates
from guides.project import Project

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "tests" / "samples"
EXAMPLES = ROOT / "docs" / "prompts.md"

# A sample text for each kind of text, by the kind that must be seen in it.
GENRES = {
    "article": "article",
    "column": "article",
    "eulogy": "speech",
    "fable": "story",
    "how-to": "how-to",
    "interview": "talk",
    "lesson": "article",
    "letter": "letter",
    "life": "article",
    "meeting": "talk",
    "memoir": "story",
    "news": "article",
    "open-letter": "article",
    "poem": "poem",
    "post": "article",
    "reference": "reference",
    "report": "article",
    "review": "article",
    "speech": "speech",
    "story": "story",
}

# Prompts that none of the small texts gives an occasion for, and why.
EXCUSED = {
    "act-06": "wants an editor who names two ways to one end",
    "absent-05": "wants a person named in three paragraphs and never quoted",
    "absent-06": "wants a group of whom nobody is quoted, and no speaker without an office",
    "struct-23": "wants two parts whose headings do not ask",
    "word-14": "wants three terms that a text explains",
    "quote-05": "wants two people who speak of one thing",
    "stake-02": "wants a group that is harmed in two or three paragraphs, at the second level",
    "stake-05": "wants somebody who speaks in two paragraphs more than another",
    "claim-19": "wants a writer who grants something to the other side",
    "quote-23": "wants a source that is set apart, with who wrote it",
    "quote-24": "wants a source that is set apart, with who wrote it",
    "struct-27": "wants a part on the limits of what a report found",
    "claim-05": "wants an argument with a sentence on how things are",
    "struct-15": "wants a list of things that are asked for",
    "claim-21": "wants an argument whose writer says I in four paragraphs",
    "claim-22": "wants an argument whose writer says I in four paragraphs",
    "person-04": "wants a person named in four paragraphs",
    "claim-07": "wants a word that judges and has no plainer one",
    "claim-01": "wants a judgement that is unsure and too long to quote",
    "notice-15": "wants a body that is named in the title or four times",
    "power-01": "wants a body that is named in the title or three times",
    "time-01": "wants three to five dated paragraphs out of their order",
    "story-22": "wants a character who says a whole sentence without a break",
    "story-24": "wants words that come back four paragraphs on",
    "struct-29": "wants a writer who says I, and ends a paragraph with a short sentence",
    "purpose-08": "wants an editors' summary that the text bears out",
    "purpose-13": "wants an editors' summary that says more than the text",
    "purpose-05": "wants a report whose writer says I in three places",
    "stake-03": "wants a group and a public body that are both quoted",
    "purpose-10": "wants an abbreviation that the text never spells out",
    "speech-22": "wants a speech that speaks of a group below its greeting",
    "story-07": "wants a second character who is there for five paragraphs",
    "speech-04": "wants a question that the speaker leaves to the hearers",
    "word-13": "wants an article with a comparison such as “like a rope”",
    "word-03": "wants a word that comes seven times, and not in the title",
    "power-05": "wants two or three paragraphs of harm at the highest level",
    "purpose-04": "wants an editors' summary too long to quote",
    "several-02": "wants three texts that are read together",
    "person-01": "wants somebody who speaks in three paragraphs",
    "purpose-02": "wants a report whose writer says I in its first paragraph",
    "talk-30": "wants a question that several people answer",
    "talk-42": "wants a question that several people answer",
    "talk-40": "wants a question that several people answer, and two others",
    "struct-13": "wants two short halves of a sentence with “but” between them",
    "time-03": "wants a reason of a few words for what takes a long sentence to say",
}


@cache
def library() -> Library:
    return Project(ROOT).library()


@cache
def found(path: Path) -> Findings:
    return pipeline.find(project.read_seed(path), library())


@cache
def candidates(path: Path) -> Candidates:
    return pipeline.fill(found(path), library().prompts.values())


@cache
def guide(path: Path, variant: int = 1) -> Guide:
    plan, care = library().plans["classroom-45"], project.care_texts(library())
    return pipeline.choose(found(path), candidates(path), plan, care, Wishes(variant=variant))


def texts() -> list[Path]:
    """The samples, then the seeds that ship: an example comes from the first that has one."""
    return [*samples(), SAMPLES / "two-sides.md", *Project(ROOT).seeds]


@cache
def examples() -> dict[str, tuple[Question, str]]:
    """The best question of each prompt in the first text that has one, with that text's title."""
    best: dict[str, tuple[Question, str]] = {}
    for path in texts():
        for question in sorted(candidates(path).kept, key=lambda question: -question.score):
            best.setdefault(question.prompt.id, (question, found(path).document.title))
    return best


def prompts() -> list[Prompt]:
    return [library().prompts[name] for name in sorted(library().prompts)]


def samples() -> list[Path]:
    return sorted(SAMPLES.glob("*.txt"))


# ---------------------------------------------------------------- what a prompt has


def test_there_are_prompts_and_a_sample_of_every_kind_of_text():
    assert len(prompts()) > 150
    assert {path.stem for path in samples()} == set(GENRES)
    assert set(GENRES.values()) == set(get_args(Genre))


@pytest.mark.parametrize("prompt", prompts(), ids=lambda prompt: prompt.id)
def test_a_prompt_helps_the_facilitator(prompt: Prompt):
    missing = [
        field
        for field in ("why", "listen_for", "if_stuck", "press")
        if not getattr(prompt, field).strip()
    ]

    assert missing == []


@pytest.mark.parametrize("prompt", prompts(), ids=lambda prompt: prompt.id)
def test_a_prompt_asks_one_thing(prompt: Prompt):
    own_words = re.sub(r"\{\{.*?\}\}|“[^”]*”", "", prompt.ask)

    assert own_words.count("?") == (1 if prompt.form == "question" else own_words.count("?"))
    assert own_words.count("?") <= 1


@pytest.mark.parametrize("prompt", prompts(), ids=lambda prompt: prompt.id)
def test_a_starter_says_what_a_paragraph_does(prompt: Prompt):
    """ "Because paragraph 3" is half a sentence: it "says" or "shows" something."""
    assert not re.search(r"\b(?:but|because) (?:in )?paragraph ___ ?(?:___)?\.", prompt.starter)


@pytest.mark.parametrize("prompt", prompts(), ids=lambda prompt: prompt.id)
def test_what_is_tried_aloud_is_asked_where_people_talk(prompt: Prompt):
    """The steps that act and close are often silent ones."""
    aloud = re.search(r"\baloud\b", f"{prompt.ask} {prompt.point}")

    assert not aloud or prompt.stage in ("during", "after")


@pytest.mark.parametrize("prompt", prompts(), ids=lambda prompt: prompt.id)
def test_a_prompt_can_be_asked_of_a_small_text_or_has_an_excuse(prompt: Prompt):
    assert prompt.id in examples() or EXCUSED.get(prompt.id)


def test_no_excuse_outlives_its_prompt():
    assert sorted(set(EXCUSED) - set(library().prompts)) == []


# ---------------------------------------------------------------- what the documentation shows


def test_the_documentation_shows_every_prompt_with_a_real_question(request: pytest.FixtureRequest):
    text = "\n".join(_page()) + "\n"
    if request.config.getoption("--accept"):
        EXAMPLES.parent.mkdir(exist_ok=True)
        EXAMPLES.write_text(text, encoding="utf-8", newline="\n")

    assert EXAMPLES.exists(), "there is no docs/prompts.md; run pytest --accept and look at it"
    assert text == EXAMPLES.read_text(encoding="utf-8")


def _page() -> Iterator[str]:
    yield "# Prompts"
    yield ""
    yield "Every prompt that comes with Guides, with one question that it really asked. The texts"
    yield "are the small ones in `tests/samples/` and the seeds in `seeds/`."
    yield ""
    yield "This page is written by `pytest tests/test_prompts.py --accept`."
    for family in sorted({prompt.family for prompt in prompts()}):
        yield f"\n## {family}"
        for prompt in prompts():
            if prompt.family == family:
                yield from _entry(prompt)


def _entry(prompt: Prompt) -> Iterator[str]:
    when = {
        "before": "before reading",
        "during": "getting clear",
        "after": "after reading",
        "act": "what next",
        "reflect": "to close",
    }[prompt.stage]
    yield f"\n### {prompt.id}\n"
    yield f"*{when} · {prompt.bloom} · depth {prompt.depth}*\n"
    if prompt.id in examples():
        question, title = examples()[prompt.id]
        pointer = f" ({question.pointer})" if question.pointer else ""
        yield f"> {question.text}{pointer}\n"
        yield f"- From: *{title}*"
        starter, listen_for = question.starter, question.listen_for
    else:
        yield f"No example: the prompt {EXCUSED.get(prompt.id, 'has no occasion here')}.\n"
        starter, listen_for = prompt.starter, prompt.listen_for
    if starter:
        yield f"- Starter: {starter}"
    yield f"- Why: {prompt.why}"
    yield f"- Listen for: {listen_for}"


# ---------------------------------------------------------------- what the samples get


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_a_sample_is_seen_for_what_it_is(path: Path):
    assert found(path).overview.genre == GENRES[path.stem]


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
@pytest.mark.parametrize("variant", [1, 2])
def test_no_chosen_question_breaks_a_rule(path: Path, variant: int):
    errors = [
        (question.text, breach.code)
        for question in guide(path, variant).questions
        for breach in lint.check_question(question, found(path))
        if breach.severity == "error"
    ]

    assert guide(path, variant).questions
    assert errors == []


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_a_sample_gets_as_many_questions_as_the_plan_asks_for(path: Path):
    """As many as the plan has at least, and all of them where there are good ones."""
    plan, whole = library().plans["classroom-45"], guide(path)
    words, paragraphs = found(path).reading.words, len(found(path).document.numbered)
    short = words < 200 or (words < 400 and paragraphs <= 6)
    asked = [len(section.questions) for section in whole.sections]
    wanted = [max(1, s.count * 2 // 3) if short else s.count for s in plan.sections]
    least = [min(s.least or most, most) for s, most in zip(plan.sections, wanted, strict=True)]

    assert all(low <= n <= most for low, n, most in zip(least, asked, wanted, strict=True))
    assert len(whole.missing) == sum(n < s.count for n, s in zip(asked, plan.sections, strict=True))


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
@pytest.mark.parametrize("variant", [1, 2])
def test_most_questions_are_ones_that_only_this_text_could_have(path: Path, variant: int):
    questions = guide(path, variant).questions
    own = sum(question.specific for question in questions)

    # A very short text offers less to hold on to, and a second set what the first one left.
    short = found(path).reading.words < 250
    # What is asked of a letter to all, of advice or at a grave is for such a text alone, and counts
    # as less.
    kind = path.stem in ("eulogy", "interview", "open-letter", "how-to")
    enough = 0.5 - 0.1 * short - 0.15 * (variant > 1) - 0.4 * kind
    assert own >= enough * len(questions)


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_no_two_questions_of_a_guide_are_alike(path: Path):
    pairs = [
        (one.text, other.text)
        for one, other in combinations(guide(path).questions, 2)
        if alike(one.text, other.text)
    ]

    assert pairs == []


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_another_set_asks_other_questions(path: Path):
    first = {question.text for question in guide(path).questions}
    second = {question.text for question in guide(path, 2).questions}

    assert len(first & second) * 10 <= len(first) * 7


def test_a_tale_is_not_asked_for_its_sources():
    for name in ("story", "fable", "memoir", "poem"):
        asked = " ".join(question.text for question in guide(SAMPLES / f"{name}.txt").questions)

        assert not re.search(r"information|evidence|source|statement|figure “", asked)


def test_a_story_is_asked_about_its_people_by_name():
    asked = [question.text for question in guide(SAMPLES / "story.txt").questions]

    assert sum("Odo" in text for text in asked) >= 3


def test_a_poem_is_pointed_at_by_stanza_and_quoted_by_line():
    asked = " ".join(question.text for question in guide(SAMPLES / "poem.txt").questions)

    assert "stanza" in asked.lower()
    assert "“Ring once for those who stay behind”" in asked


def test_an_interview_is_asked_how_its_answers_meet_its_questions():
    asked = " ".join(question.text for question in guide(SAMPLES / "interview.txt").questions)

    assert re.search(r"stays open after|say more than was asked|at this point of", asked)


def test_advice_is_quoted_in_the_questions_about_it():
    questions = guide(SAMPLES / "how-to.txt", 2).questions
    advice = {call.text.strip(" .") for call in found(SAMPLES / "how-to.txt").calls}

    assert sum(any(text in question.text for text in advice) for question in questions) >= 2
