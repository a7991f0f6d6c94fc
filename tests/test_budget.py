"""A sheet of so many pages: fewer lines, then fewer questions, and never a silent cut."""

import re
from dataclasses import replace

import pypdf
import pytest
from click.testing import CliRunner

from guides import layout
from guides.budget import most, shortened
from guides.cli import guides
from guides.layout.writing import FEWEST, is_close, ruled_lines
from guides.model import GuideSection, GuideStep, Step
from tests.sample_guide import a_question, the_guide
from tests.test_settings import SEED

LONG_SEED = SEED + "".join(
    f"\nIn {year} the town of Millbrook mended the bridge, said Dana Okoro, who keeps its books. "
    f"But {year - 1900} people signed a letter against it because it cost too much.\n"
    for year in range(1950, 1990, 4)
)


def section(stage, *questions):
    return GuideSection(title=stage, stage=stage, questions=questions)


def a_session():
    def ask(number, score, *, starred=False):
        return replace(a_question(number, f"Why {number}?"), score=score, starred=starred)

    return (
        section("before", ask(1, 1.0)),
        section("look", ask(2, 5.0, starred=True), ask(3, 2.0), ask(4, 3.0)),
        section("think", ask(5, 9.0), ask(6, 1.0, starred=True)),
        section("reflect", ask(7, 0.0)),
    )


def kept(sections, count):
    return shortened(replace(the_guide(), sections=sections), count).sections


def texts(sections):
    return [question.text for part in sections for question in part.questions]


def test_what_is_not_discussed_goes_first_and_the_least_of_it_in_the_fullest_part():
    assert "Why 3?" not in texts(kept(a_session(), 6))
    assert "Why 4?" not in texts(kept(a_session(), 5))
    assert "Why 5?" not in texts(kept(a_session(), 4))


def test_each_part_keeps_a_question_as_long_as_that_can_be():
    four = kept(a_session(), 4)
    three = kept(a_session(), 3)
    one = kept(a_session(), 1)

    assert [part.stage for part in four] == ["before", "look", "think", "reflect"]
    assert [part.stage for part in three] == ["look", "think", "reflect"]
    assert [part.stage for part in one] == ["reflect"]
    assert kept(a_session(), 0) == one


def test_a_short_sheet_asks_nothing_that_the_long_one_does_not_and_counts_from_one():
    session = a_session()

    for count in range(1, 8):
        fewer = kept(session, count)
        numbers = [question.number for part in fewer for question in part.questions]
        assert numbers == list(range(1, count + 1))
        assert set(texts(fewer)) <= set(texts(kept(session, count + 1)))
    assert kept(session, 7) == session


def test_the_run_of_show_names_the_questions_by_their_new_numbers():
    rows = (
        GuideStep(start=0, step=Step(title="Look", minutes=9), questions=(2, 3, 4)),
        GuideStep(start=9, step=Step(title="Close", minutes=1), questions=(7,)),
    )
    guide = replace(the_guide(), sections=a_session(), steps=rows)

    short = shortened(guide, 4)

    assert texts(short.sections) == ["Why 1?", "Why 2?", "Why 6?", "Why 7?"]
    assert [row.questions for row in short.steps] == [(2,), (4,)]
    assert short.words == guide.words


@pytest.mark.parametrize("room", range(13))
def test_as_many_are_asked_as_fit(room):
    tried = []

    def fits(count):
        tried.append(count)
        return count <= room

    assert most(12, fits) == max(room, 1)
    assert len(tried) <= 5


def test_the_shortest_sheet_is_set_closer_and_leaves_each_question_its_lines():
    questions = the_guide().questions
    asked = [section.questions for section in the_guide().sections]
    fewest = layout.fewest_lines(the_guide())

    lines = ruled_lines(asked, fewest)
    assert is_close(asked, fewest)
    assert all(lines[q.number] >= FEWEST[q.starred] for q in questions if q.prompt.form != "scale")


# ---------------------------------------------------------------- on paper


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "clock.md").write_text(LONG_SEED, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*words):
    result = CliRunner().invoke(guides, ["build", *words])
    assert result.exit_code == 0, result.stderr
    return result


def words_of(project, edition):
    path = next(project.glob(f"output/*/*-{edition}.pdf"))
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def sheet_of(pages):
    start = next(n for n, text in enumerate(pages) if "Questions" in text)
    return pages[start:]


def test_questions_fit_the_pages_that_were_asked_for_and_the_output_says_so(project):
    plain = build("--edition", "handout")
    two = sheet_of(words_of(project, "handout"))
    short = build("--edition", "handout", "--edition", "facilitator-guide", "--pages", "1")
    one = sheet_of(words_of(project, "handout"))

    assert "fewer-questions" not in plain.stderr
    assert len(two) == 2
    assert len(one) == 1
    assert "[fewer-questions]" in short.stderr
    said = re.search(r"(\d+) of (\d+) questions are asked, so that they take 1 page", short.stderr)
    assert said
    assert 4 <= int(said[1]) < int(said[2])


def test_every_edition_has_the_questions_that_are_left(project):
    build("--edition", "slides")
    all_of_them = len(words_of(project, "slides"))
    build("--edition", "slides", "--pages", "1")

    assert len(words_of(project, "slides")) < all_of_them


def test_pages_with_room_for_all_questions_change_nothing(project):
    build("--edition", "handout")
    path = next(project.glob("output/*/*.pdf"))
    before = path.read_bytes()

    result = build("--edition", "handout", "--pages", "2")

    assert result.stderr == ""
    assert path.read_bytes() == before
    assert (
        build("--edition", "handout", "--pages", "1").stderr
        == build("--edition", "handout", "--pages", "1").stderr
    )
