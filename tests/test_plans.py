"""The session plans that ship: each is for something else, and each can be led."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from guides import pipeline, planned, project, readers, session, tracing
from guides.choosing import counted
from guides.editions import EDITIONS, FAMILIES
from guides.model import Document, Family, Guide, GuideSection, Question, Wishes
from guides.project import Project
from guides.source import Source

PLANS = (
    "book-club", "classroom-45", "community-circle", "current-events", "document-study",
    "exit-ticket", "last-word-30", "question-workshop-40", "seminar-60",
    "structured-controversy", "thinking-moves-30", "workshop-90",
)  # fmt: skip
SEED = "seeds/lgbtqi-communities-in-chechnya.txt"


@pytest.fixture(scope="module")
def library(checkout):
    return Project(checkout).library()


@pytest.fixture(scope="module")
def hard(checkout, library):
    return pipeline.find(project.read_seed(checkout / SEED), library)


@pytest.fixture(scope="module")
def candidates(hard, library):
    return pipeline.fill(hard, library.prompts.values())


def test_the_plans_are_all_there(library):
    assert tuple(sorted(library.plans)) == PLANS


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_can_be_led(name, library):
    plan = library.plans[name]

    assert sum(step.minutes for step in plan.steps) == plan.minutes
    assert not plan.steps[0].if_late
    assert not plan.steps[-1].if_late
    assert all(step.lead and step.group for step in plan.steps)
    assert plan.aims
    assert plan.adapt
    assert set(plan.editions) <= set(EDITIONS)


@pytest.mark.parametrize("name", PLANS)
def test_every_section_of_a_plan_is_asked_and_none_about_the_text_before_it_is_read(name, library):
    plan = library.plans[name]
    parts = [
        GuideSection(
            title=section.title,
            stage=section.stage,
            questions=(Question(prompt=next(iter(library.prompts.values())), text="?", number=at),),
        )
        for at, section in enumerate(plan.sections, 1)
    ]

    rows = session.run_of_show(plan, parts, level=0, reading=0)

    places = {number: place for place, row in enumerate(rows) for number in row.questions}
    assert sorted(places) == list(range(1, len(parts) + 1))
    read = session.reading_step([row.step for row in rows])
    late = [places[at] for at, part in enumerate(parts, 1) if part.stage != "before"]
    assert read is None or all(place >= read for place in late)


def test_plans_differ_in_more_than_their_names(library):
    shapes = {
        tuple((step.title, step.minutes) for step in plan.steps) for plan in library.plans.values()
    }
    sections = {
        tuple((part.title, part.stage, part.count) for part in plan.sections)
        for plan in library.plans.values()
    }

    assert len(shapes) == len(PLANS)
    assert len(sections) >= len(PLANS) - 1


@pytest.mark.parametrize("name", [name for name in PLANS if name != "structured-controversy"])
def test_a_plan_asks_as_many_questions_as_it_says_or_says_why_not(name, library, hard, candidates):
    plan = library.plans[name]
    guide = pipeline.choose(hard, candidates, plan, project.care_texts(library))

    for section, wanted in zip(guide.sections, plan.sections, strict=True):
        lacking = [line for line in guide.missing if line.startswith(f"“{wanted.title}” has ")]
        assert wanted.least <= len(section.questions) <= wanted.count
        assert bool(lacking) == (len(section.questions) < wanted.count)


def test_a_plan_that_makes_people_argue_is_not_used_with_the_hardest_topics(library, hard):
    for name in ("structured-controversy", "last-word-30"):
        (problem,) = pipeline.refusals(library.plans[name], hard)

        assert problem.code == "plan-off"
        assert "on:" in problem.hint


def with_front(found, **said):
    front = found.document.front
    choice = replace(front.sensitivity, **said.pop("sensitivity", {}))
    document = replace(found.document, front=replace(front, sensitivity=choice, **said))
    return replace(found, document=document)


def test_an_editor_can_switch_a_plan_on_and_off(library, hard):
    last_word, lesson = library.plans["last-word-30"], library.plans["classroom-45"]

    on = with_front(hard, sensitivity={"on": ("last-word-30",)})
    off = with_front(hard, sensitivity={"off": ("classroom-45",)})

    assert pipeline.refusals(last_word, on) == ()
    assert [problem.code for problem in pipeline.refusals(lesson, off)] == ["plan-off"]


def test_a_controversy_needs_two_ways_that_the_editor_names(library, hard):
    plan = library.plans["structured-controversy"]
    allowed = with_front(hard, sensitivity={"on": (plan.id,)})
    options = ("to grant asylum faster", "to press the authorities first")
    unconfirmed = with_front(allowed, policy_options=options)
    ready = with_front(unconfirmed, about_worth=False)

    assert [problem.code for problem in pipeline.refusals(plan, unconfirmed)] == ["about-worth"]
    assert [problem.code for problem in pipeline.refusals(plan, allowed)] == ["no-policy-options"]
    assert pipeline.refusals(plan, ready) == ()
    candidates = pipeline.fill(ready, library.prompts.values())
    guide = pipeline.choose(ready, candidates, plan, project.care_texts(library))
    issue = next(question for question in guide.questions if question.prompt.id == "act-06")
    assert all(option in issue.text for option in options)


def test_a_controversy_is_never_about_worth_whatever_is_confirmed(library, hard):
    plan = library.plans["structured-controversy"]
    options = ("accept these people as equals", "keep them out")
    asked = with_front(
        hard, sensitivity={"on": (plan.id,)}, policy_options=options, about_worth=False
    )

    assert [problem.code for problem in pipeline.refusals(plan, asked)] == ["about-worth"]


def test_a_plan_takes_first_what_it_names_first(library, hard, candidates):
    for name in ("community-circle", "last-word-30", "book-club", "seminar-60"):
        plan = library.plans[name]
        guide = pipeline.choose(hard, candidates, plan, project.care_texts(library))

        assert guide.questions[0].prompt.id == "notice-04"


@pytest.mark.parametrize(
    "name", [name for name in PLANS if name not in ("exit-ticket", "structured-controversy")]
)
def test_a_hard_topic_ends_with_those_who_responded(name, library, hard, candidates):
    guide = pipeline.choose(hard, candidates, library.plans[name], project.care_texts(library))

    assert "close-04" in {question.prompt.id for question in guide.questions}


def test_a_lower_level_needs_a_reason(checkout, library):
    text = (checkout / SEED).read_text("utf-8")
    front = "---\nsensitivity:\n  level: 1\n{}---\n"
    without = readers.read("x.txt", (front.format("") + text).encode())
    given = readers.read("x.txt", (front.format("  reason: read before\n") + text).encode())

    kept, taken = pipeline.find(without, library), pipeline.find(given, library)

    assert kept.sensitivity.level == 3
    assert [problem.code for problem in pipeline.advice(kept, ())] == ["no-reason"]
    assert taken.sensitivity.level == 1
    assert pipeline.advice(taken, ()) == ()


def test_a_plan_that_is_switched_and_is_none_is_told(checkout, library):
    text = "---\nsensitivity:\n  off: [last-word-3]\n---\n" + (checkout / SEED).read_text("utf-8")
    found = pipeline.find(readers.read("x.txt", text.encode()), library)

    (problem,) = pipeline.advice(found, library.plans)

    assert problem.code == "no-such-plan"
    assert "last-word-30" in problem.hint


def test_a_text_that_nobody_could_check_says_so_to_participants_too(library):
    text = "La maestra recorre la sierra para enseñar a sus alumnos en el norte. " * 8
    found = pipeline.find(readers.read("x.txt", text.encode()), library)
    candidates = pipeline.fill(found, library.prompts.values())
    plan, care = library.plans["classroom-45"], project.care_texts(library)

    guide = pipeline.choose(found, candidates, plan, care)

    assert not found.sensitivity.checked
    assert guide.care.content_note == care.unchecked_note
    assert "You may pass" in guide.care.content_note


@pytest.mark.parametrize("count", [1, 3, 6, 8, 15, 30])
def test_counts_are_shared_out_exactly(count, library):
    for plan in library.plans.values():
        sections = counted(plan.sections, count)

        assert sum(section.count for section in sections) == count
        assert all(section.starred <= section.count for section in sections)


@pytest.mark.parametrize("count", [5, 8, 14])
def test_a_guide_has_the_count_that_was_asked_for(count, library, hard, candidates):
    plan, care = library.plans["classroom-45"], project.care_texts(library)
    guide = pipeline.choose(hard, candidates, plan, care, Wishes(count=count))

    assert len(guide.questions) == count


def test_families_and_levels_can_be_left_out(library, hard, candidates):
    plan, care = library.plans["classroom-45"], project.care_texts(library)
    wishes = Wishes(without=("quotations", "power"), depth=3)
    guide = pipeline.choose(hard, candidates, plan, care, wishes)

    families = {question.prompt.family for question in guide.questions}
    assert not families & {"quotations", "power"}
    assert max(question.prompt.depth for question in guide.questions) <= 3


def test_a_start_time_turns_minutes_into_clock_times(library, hard, candidates):
    plan, care = library.plans["classroom-45"], project.care_texts(library)
    guide = pipeline.choose(hard, candidates, plan, care, Wishes(start=9 * 60 + 40))

    assert guide.steps[0].start == 580
    last = guide.steps[-1]
    assert last.start + last.step.minutes == 580 + plan.minutes


def test_families_on_the_command_are_those_of_prompts():
    assert get_args(Family) == FAMILIES


def test_a_trace_says_what_became_of_every_prompt(library, hard, candidates):
    plan, care = library.plans["classroom-45"], project.care_texts(library)
    wishes = Wishes(without=("numbers",))
    guide = pipeline.choose(hard, candidates, plan, care, wishes)

    lines = list(tracing.trace(candidates, guide, library.prompts.values(), wishes))

    assert {line.prompt for line in lines} == set(library.prompts)
    assert sum(line.fate == "chosen" for line in lines) == len(guide.questions)
    assert {"chosen", "beaten", "not filled"} <= {line.fate for line in lines}
    assert all(line.why for line in lines)


def a_lesson(library, starred, others):
    """Return a guide for the plan of one lesson, with so many questions in “Look closer”."""
    plan = library.plans["classroom-45"]
    prompt = next(iter(library.prompts.values()))
    questions = tuple(
        Question(prompt=prompt, text="?", number=at, starred=at <= starred)
        for at in range(1, starred + others + 1)
    )
    part = GuideSection(title="Look closer", stage="after", questions=questions)
    nothing = Document(source=Source("", ""), title="", title_derived=False)
    rows = session.run_of_show(plan, [part], level=0, reading=0)
    return Guide(document=nothing, plan=plan, sections=(part,), steps=rows)


@pytest.mark.parametrize(
    ("starred", "others", "in_turn", "one"),
    [
        (
            2,
            2,
            "the starred questions first, then one of the others",
            "one of the starred questions",
        ),
        (2, 1, "the starred questions first, then the other one", "one of the starred questions"),
        (1, 2, "the starred question first, then one of the others", "the starred question"),
        (2, 0, "the questions in turn", "one of the questions"),
        (0, 3, "the questions in turn", "one of the questions"),
        (1, 0, "the question", "the question"),
        (0, 0, "a question of your own", "a question of your own"),
    ],
)
def test_what_a_plan_says_of_its_questions_follows_from_how_many_there_are(
    starred, others, in_turn, one, library
):
    guide = a_lesson(library, starred, others)
    row = next(row for row in guide.steps if row.step.title == "Look closer")

    said = planned.of_step("Take {{ questions }}; or {{ a question }}.", row, guide)

    assert said == f"Take {in_turn}; or {one}."


def test_a_shorter_session_has_the_minutes_and_the_questions_that_it_says(library):
    guide = a_lesson(library, 2, 2)
    minutes = {row.step.title: row.step.minutes for row in guide.steps}
    lines = {
        "{{ minutes without Look closer }}": 45 - minutes["Look closer"],
        "{{ minutes without half of Look closer, Close }}":
            round(45 - minutes["Look closer"] / 2 - minutes["Close"]),
        "{{ minutes without one question of Look closer }}":
            round(45 - minutes["Look closer"] / 2),
        "{{ a question of Look closer }}": "question 1 or 2",
    }  # fmt: skip

    assert {line: planned.of_session(line, guide) for line in lines} == {
        line: str(said) for line, said in lines.items()
    }


@pytest.mark.parametrize(
    "line",
    [
        "{{ minutes without one question of Look closer }}",
        "{{ a question of Think wider }}",
        "{{ minutes without Wider }}",
    ],
)
def test_a_way_to_adapt_that_a_session_has_not_is_left_out(line, library):
    """Of one question, none can be left out."""
    assert planned.of_session(line, a_lesson(library, 1, 0)) == ""


@pytest.mark.parametrize("name", PLANS)
def test_what_a_plan_says_is_as_long_as_it_says(name, library):
    """Whoever follows “Shorter (30 minutes)” has 30 minutes."""
    for line in library.plans[name].adapt:
        assert not re.match(r"Shorter[^:]*\d", line), line


@pytest.mark.parametrize("genre", ["article", "story", "poem", "speech", "reference"])
def test_what_is_told_apart_suits_the_kind_of_text(genre, library):
    guide = replace(a_lesson(library, 1, 1), genre=genre)

    said = planned.of_text("tell {{ said from unsaid }}", guide)

    assert ("reports" in said) == (genre == "article")
    assert "{{" not in said
