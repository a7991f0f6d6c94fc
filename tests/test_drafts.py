"""A guide as a file that a teacher edits: printed as it stands, and held to the reading."""

import codecs
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from guides import drafts, pipeline, project, readers
from guides.cli import guides
from guides.model import NO_WISHES
from guides.problems import Failed
from guides.project import Project
from guides.source import Source

SEED = "seeds/lgbtqi-communities-in-chechnya.txt"


@pytest.fixture(scope="module")
def library(checkout):
    return Project(checkout).library()


@pytest.fixture(scope="module")
def found(checkout, library):
    return pipeline.find(project.read_seed(checkout / SEED), library)


@pytest.fixture(scope="module")
def guide(found, library):
    candidates = pipeline.fill(found, library.prompts.values())
    care = project.care_texts(library)
    return pipeline.choose(found, candidates, library.plans["classroom-45"], care)


@pytest.fixture(scope="module")
def text(guide):
    return drafts.write(guide, "schema/guide.json")


def read(text, found, library):
    return drafts.read(Source("x.guide.yaml", text), found, library.prompts)


def errors(problems):
    return [problem for problem in problems if problem.severity == "error"]


def as_printed(sections):
    return [
        (
            section.title,
            [(q.text, q.pointer, q.starred, q.starter, q.press) for q in section.questions],
        )
        for section in sections
    ]


def test_a_draft_that_nobody_touched_gives_the_same_guide(text, guide, found, library):
    said, problems = read(text, found, library)

    assert errors(problems) == []
    assert as_printed(said.sections) == as_printed(guide.sections)


def test_every_plan_can_be_drafted(found, library):
    candidates = pipeline.fill(found, library.prompts.values())
    for plan in library.plans.values():
        chosen = pipeline.choose(found, candidates, plan, project.care_texts(library))
        said, problems = read(drafts.write(chosen, ""), found, library)

        assert errors(problems) == []
        assert as_printed(said.sections) == as_printed(
            section for section in chosen.sections if section.questions
        )


def test_a_quotation_that_is_not_in_the_reading_is_shown_with_the_nearest(text, found, library):
    wrong = text.replace("and long-term needs", "and long-lasting needs", 1)
    assert wrong != text

    (problem,) = errors(read(wrong, found, library)[1])

    assert problem.code == "not-in-the-reading"
    assert "long-lasting needs" in problem.span.text
    assert "long-term needs" in problem.hint


@pytest.mark.parametrize("number", [0, 10, 99])
def test_a_paragraph_that_is_not_there_is_shown_at_its_place(number, text, found, library):
    wrong = text.replace("In paragraph 4 the text", f"In paragraph {number} the text")
    assert wrong != text

    (problem,) = errors(read(wrong, found, library)[1])

    assert problem.code == "no-such-paragraph"
    assert problem.span.text == str(number)
    assert problem.hint == "its paragraphs are 1 to 9"


def test_a_teachers_own_question_is_printed_and_advised_upon(text, found, library):
    own = '      - text: "Do you agree with the writer?"\n'
    changed = text.replace("    questions:\n\n", "    questions:\n" + own, 1)

    said, problems = read(changed, found, library)

    assert said.sections[0].questions[0].text == "Do you agree with the writer?"
    assert errors(problems) == []
    assert "yes-no-question" in {problem.code for problem in problems}


@pytest.mark.parametrize(
    "question",
    [
        "What would you write if you imagine you are the man in the text?",
        "Have you ever been treated like this?",
        "Do these people deserve protection?",
    ],
)
def test_what_must_never_be_asked_is_refused_whoever_wrote_it(question, text, found, library):
    own = f'      - text: "{question}"\n'
    changed = text.replace("    questions:\n\n", "    questions:\n" + own, 1)

    assert errors(read(changed, found, library)[1])


def test_a_reading_that_has_changed_says_what_no_longer_holds(checkout, text, library):
    words = (checkout / SEED).read_text("utf-8").replace("and long-term", "and lasting")
    changed = pipeline.find(readers.read("x.txt", words.encode()), library)

    problems = read(text, changed, library)[1]

    assert "reading-changed" in {problem.code for problem in problems}
    assert "not-in-the-reading" in {problem.code for problem in problems}


def test_an_update_brings_what_is_new_and_touches_no_line(text, guide, found, library):
    edited = text.replace("What might explain", "What good reasons might explain")
    first = guide.questions[1]
    edited = edited.replace(f"text: {drafts._quoted(first.text)}", 'text: "My own words, ¶3?"')
    candidates = pipeline.fill(found, library.prompts.values())
    plan, care = library.plans["classroom-45"], project.care_texts(library)
    other = pipeline.choose(found, candidates, plan, care, replace(NO_WISHES, variant=2))

    renewed, count = drafts.updated(Source("x.guide.yaml", edited), other)

    assert count > 0
    kept = [line for line in edited.splitlines() if not line.startswith(("offered:", "reading:"))]
    lines = iter(renewed.splitlines())
    assert all(line in lines for line in kept)  # all there, in the same order
    said, problems = read(renewed, found, library)
    assert errors(problems) == []
    assert sum(len(section.questions) for section in said.sections) == len(guide.questions) + count


def test_a_deleted_question_does_not_come_back(text, guide):
    unchanged, count = drafts.updated(Source("x.guide.yaml", text), guide)

    assert (unchanged, count) == (text, 0)


def test_a_section_that_was_renamed_or_emptied_gets_nothing_new_and_loses_nothing(
    text, found, library
):
    candidates = pipeline.fill(found, library.prompts.values())
    plan, care = library.plans["classroom-45"], project.care_texts(library)
    other = pipeline.choose(found, candidates, plan, care, replace(NO_WISHES, variant=2))
    edited = text.replace('title: "Look closer"', 'title: "Ours"')

    renewed, count = drafts.updated(Source("x.guide.yaml", edited), other)

    section = next(section for section in other.sections if section.title == "Look closer")
    ours = [question for question in section.questions if question.prompt.id not in text]
    assert ours
    assert not any(question.text in renewed for question in ours)
    assert not any(f", {question.prompt.id}" in renewed for question in ours)
    assert count > 0


def test_words_to_know_are_those_of_the_draft(text, guide, found, library):
    first = guide.words[0]
    edited = text.replace(drafts._quoted(first.definition), '"what we say it means"')
    known = {term.word for term in guide.words}
    word = next(one for one in ("asylum", "harassment") if one not in known)
    own = f'  - word: "{word}"\n'
    edited = edited.replace("words:\n", "words:\n" + own, 1)

    said, problems = read(edited, found, library)

    assert errors(problems) == []
    assert [term.word for term in said.words if not term.definition] == [word]
    assert "what we say it means" in [term.definition for term in said.words]
    assert len(said.words) == len(guide.words) + 1


def test_a_word_that_is_not_in_the_reading_is_a_problem_at_its_place(text, found, library):
    edited = text.replace("words:\n", 'words:\n  - word: "submarine"\n', 1)

    (problem,) = errors(read(edited, found, library)[1])

    assert problem.code == "not-in-the-reading"
    assert problem.span.text == '"submarine"'


def test_no_words_are_printed_where_the_teacher_took_them_all_out(text, found, library):
    start, end = text.index("words:\n"), text.index("# The run of show")
    none = text[:start] + "words: []\n" + text[end:]
    silent = text[:start] + text[end:]

    assert read(none, found, library)[0].words == ()
    assert read(silent, found, library)[0].words is None


def test_the_run_of_show_is_that_of_the_draft(text, guide, found, library):
    edited = text.replace(
        'title: "Read and mark"\n    minutes: ', 'title: "Listen"\n    minutes: 1'
    )

    said, problems = read(edited, found, library)

    assert errors(problems) == []
    assert [step.title for step in said.steps][2] == "Listen"
    assert said.steps[2].minutes >= 10
    assert len(said.steps) == len(guide.steps)


def test_a_step_that_talks_about_no_section_is_told(text, found, library):
    edited = text.replace('section: "Look closer"', 'section: "Look close"')

    problem = next(p for p in read(edited, found, library)[1] if p.code == "unknown-section")

    assert problem.span.text == '"Look close"'
    assert "Look closer" in problem.hint


def test_a_draft_that_is_no_draft_loses_nothing(guide):
    with pytest.raises(Failed):
        drafts.updated(Source("x.guide.yaml", "plan: [classroom-45"), guide)


# ---------------------------------------------------------------- written another way


@pytest.fixture(scope="module")
def other(found, library):
    """The guide of the same text with other questions."""
    candidates = pipeline.fill(found, library.prompts.values())
    plan, care = library.plans["classroom-45"], project.care_texts(library)
    return pipeline.choose(found, candidates, plan, care, replace(NO_WISHES, variant=2))


def _ids(text):
    (line,) = (line for line in text.splitlines() if line.startswith("offered: "))
    return line.removeprefix("offered: [").rstrip("]").split(", ")


def _offered_as(write):
    """Return a change to a draft: the line of what was offered as *write* has it."""

    def change(text):
        (line,) = (line for line in text.splitlines() if line.startswith("offered: "))
        return text.replace(line, write(line.removeprefix("offered: [").rstrip("]").split(", ")))

    return change


WAYS = {
    "on two lines": _offered_as(
        lambda ids: f"offered: [{ids[0]},  # one\n  {', '.join(ids[1:])},\n]"
    ),
    "in quotes": _offered_as(lambda ids: f"offered: {ids}"),
    "as a list": _offered_as(lambda ids: "\n  - ".join(["offered:", *ids]) + "  # one"),
    "at the margin": _offered_as(lambda ids: "\n- ".join(["offered:", *ids])),
    "at the end": lambda text: "\n  - ".join(
        [_offered_as(lambda _: "")(text) + "offered:", *_ids(text)]
    ),
    "as nothing": _offered_as(lambda _: "offered: []"),
    "nowhere": _offered_as(lambda _: ""),
}


MARKS = ['"old"', "old  # mine", "", ">-\n  old", "'old'", "old", None]


@pytest.mark.parametrize(("way", "mark"), list(zip(WAYS, MARKS, strict=True)))
def test_an_update_knows_what_was_offered_whichever_way_it_is_written(
    way, mark, text, other, found, library
):
    edited = WAYS[way](text)
    (line,) = (line for line in text.splitlines() if line.startswith("reading: "))
    edited = edited.replace(line + "\n", "" if mark is None else f"reading: {mark}\n")

    renewed, count = drafts.updated(Source("x.guide.yaml", edited), other)

    assert count > 0
    problems = read(renewed, found, library)[1]
    assert errors(problems) == []
    assert "reading-changed" not in {problem.code for problem in problems}
    assert line in renewed
    assert renewed.count("# one") == edited.count("# one")
    assert drafts.updated(Source("x.guide.yaml", renewed), other) == (renewed, 0)


def test_a_new_question_comes_once_where_two_sections_have_one_title(text, other, found, library):
    section = next(
        section for section in other.sections
        if any(question.prompt.id not in text for question in section.questions)
    )  # fmt: skip
    said, _ = read(text, found, library)
    one = next(each.title for each in said.sections if each.title != section.title)
    edited = text.replace(f'title: "{one}"', f'title: "{section.title}"')

    renewed, count = drafts.updated(Source("x.guide.yaml", edited), other)

    before = sum(len(each.questions) for each in said.sections)
    after = sum(len(each.questions) for each in read(renewed, found, library)[0].sections)
    assert after == before + count


# ---------------------------------------------------------------- the command


@pytest.fixture
def here(tmp_path, checkout, monkeypatch):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/x.txt").write_bytes((checkout / SEED).read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words):
    return CliRunner().invoke(guides, words)


DRAFT = Path("seeds/x.classroom-45.guide.yaml")


def test_a_draft_is_written_beside_its_seed_and_never_over_another(here):
    assert run("draft", "seeds/x.txt").output.endswith(f"written {DRAFT}\n")
    DRAFT.write_text(
        DRAFT.read_text().replace("What might explain", "What good reasons might explain")
    )

    again = run("draft", "seeds/x.txt")

    assert again.exit_code == 1
    assert "draft-exists" in again.output
    assert "What good reasons" in DRAFT.read_text()
    assert run("draft", "seeds/x.txt", "--update").exit_code == 0
    assert "What good reasons" in DRAFT.read_text()
    assert run("draft", "seeds/x.txt", "--force").exit_code == 0
    assert "What good reasons" not in DRAFT.read_text()


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_an_update_keeps_the_line_ends_of_the_file(mark, here):
    run("draft", "seeds/x.txt")
    windows = mark + DRAFT.read_bytes().replace(b"\n", b"\r\n")
    DRAFT.write_bytes(windows)

    assert run("draft", "seeds/x.txt", "--update", "--variant", "2").exit_code == 0
    updated = DRAFT.read_bytes()
    assert len(updated) > len(windows)
    assert updated.startswith(mark + b"# yaml")
    assert updated.count(b"\n") == updated.count(b"\r\n")


@pytest.mark.parametrize("again", [(), ("--force",), ("--update",)])
def test_a_draft_that_cannot_be_written_is_one_problem(again, here, monkeypatch):
    if again:
        run("draft", "seeds/x.txt")

    def refuse(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    result = run("draft", "seeds/x.txt", *again)

    assert result.exit_code == 1, result.exception
    assert result.output.count("[cannot-write]") == 1
    assert "copy the seed" in result.output


def test_a_seed_is_not_written_where_seeds_is_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("seeds").write_text("not a folder")
    Path("x.txt").write_text("The council met. It said nothing about the bench.\n")

    result = run("read", "x.txt")

    assert result.exit_code == 1, result.exception
    assert "there is a file where the folder should be [cannot-write]" in result.output


def test_show_and_build_take_the_draft(here):
    run("draft", "seeds/x.txt")
    DRAFT.write_text(
        DRAFT.read_text().replace("What might explain", "What good reasons might explain")
    )

    assert "What good reasons" in " ".join(run("show", "seeds/x.txt").output.split())
    built = run("build", "seeds/x.txt", "--edition", "handout")
    assert built.exit_code == 0, built.output
    DRAFT.write_text(DRAFT.read_text().replace("and long-term needs", "and lasting needs"))
    wrong = run("build", "seeds/x.txt", "--edition", "handout")
    assert wrong.exit_code == 1
    assert "x.classroom-45.guide.yaml" in wrong.output
    assert "not-in-the-reading" in wrong.output
