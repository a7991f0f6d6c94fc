"""Several texts as one seed: numbered through, each with its source, none reaching another."""

import dataclasses
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from guides import build, pipeline, project, report, watching
from guides.cli import guides
from guides.layout import lay_out
from guides.model import Findings, FrontMatter
from guides.moving import moved
from guides.options import Options
from guides.problems import Failed, Problem, show
from guides.project import Project
from guides.proofs.sheets import sheets
from guides.readers.several import joined
from guides.source import Source, Span
from tests import foreign_files as made

REPORT = """---
title: The Ferry Stops
author: Ada Moor
publisher: The Morrow Post
rights: Reprinted with permission.
---
Mayor Ana Ruiz said the ferry would stop in May. “The boat is older than I am,” Ruiz said.

The council voted 6 to 5 on Tuesday. The decision will save $48,000 a year.

Many people on the island claim that nobody asked them.
"""
LETTER = """A Letter from the Island

By Tom Reed

“We were not asked,” she said. “Nobody came to us before the vote.”

My mother rows across when the ferry is late. In 2019 she rowed forty times.
"""
SEED = "---\ntitle: Two sides of the water\nreadings: [ferry/report.md, ferry/letter.txt]\n---\n"


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    (tmp_path / "seeds" / "ferry").mkdir(parents=True)
    (tmp_path / "seeds" / "ferry" / "report.md").write_text(REPORT, "utf-8")
    (tmp_path / "seeds" / "ferry" / "letter.txt").write_text(LETTER, "utf-8")
    (tmp_path / "seeds" / "water.md").write_text(SEED, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def library(checkout):
    return Project(checkout).library()


def found_in(here: Path, library, seed: str = "water.md") -> Findings:
    return pipeline.find(project.read_seed(here / "seeds" / seed), library)


def place_of(problem: Problem) -> str:
    assert problem.span
    return problem.span.place


def refused(here: Path, text: str) -> list[Problem]:
    (here / "seeds" / "bad.md").write_text(text, "utf-8")
    with pytest.raises(Failed) as caught:
        project.read_seed(Path("seeds/bad.md"))
    return list(caught.value.problems)


# ---------------------------------------------------------------- reading


def test_paragraphs_are_numbered_through(here):
    document = project.read_seed(Path("seeds/water.md"))

    assert [block.number for block in document.numbered] == [1, 2, 3, 4, 5]
    assert [text.title for text in document.texts] == [
        "The Ferry Stops",
        "A Letter from the Island",
    ]
    assert document.title == "Two sides of the water"
    assert document.authors == ("Ada Moor", "Tom Reed")


def test_a_place_in_the_whole_leads_back_to_its_file(here):
    document = project.read_seed(Path("seeds/water.md"))

    assert document.numbered[1].span.place == "seeds/ferry/report.md:9:1"
    assert document.numbered[3].span.place == "seeds/ferry/letter.txt:5:1"


def test_a_word_document_can_be_one_of_them(here):
    (here / "seeds" / "ferry" / "keeper.docx").write_bytes(made.docx())
    text = "---\nreadings: [ferry/letter.txt, ferry/keeper.docx]\n---\n"
    (here / "seeds" / "water.md").write_text(text, "utf-8")

    document = project.read_seed(Path("seeds/water.md"))

    assert document.texts[1].numbered[0].span.place == "seeds/ferry/keeper.docx:¶2"
    assert document.title_derived
    assert document.title.startswith("A Letter from the Island · ")


def test_what_the_seed_says_of_all_texts_fills_what_they_do_not_say(here):
    text = SEED.replace("title", "author: Nobody\npublisher: The Reader\ntitle")
    (here / "seeds" / "water.md").write_text(text, "utf-8")

    first, second = project.read_seed(Path("seeds/water.md")).texts

    assert (first.authors, first.publisher) == (("Ada Moor",), "The Morrow Post")
    assert (second.authors, second.publisher) == (("Tom Reed",), "The Reader")


def test_the_authors_of_all_texts_are_parted_as_in_any_front_matter(here):
    (here / "seeds" / "ferry" / "letter.txt").write_text(LETTER.replace("By Tom Reed\n\n", ""))
    text = SEED.replace("title", "author: Ines Vale, Rui Costa\ntitle")
    (here / "seeds" / "water.md").write_text(text, "utf-8")

    second = project.read_seed(Path("seeds/water.md")).texts[1]

    assert second.authors == ("Ines Vale", "Rui Costa")


def test_the_notes_of_two_prefaces_are_numbered_on(here):
    take = "The Hub’s Take:\n\n• One thing.\n\n• Another thing.\n\n"
    for name in ("one", "two"):
        (here / "seeds" / "ferry" / f"{name}.txt").write_text(take + LETTER, "utf-8")
    text = "---\nreadings: [ferry/one.txt, ferry/two.txt]\n---\n"
    (here / "seeds" / "water.md").write_text(text, "utf-8")

    texts = project.read_seed(Path("seeds/water.md")).texts

    labels = [note.label for t in texts if t.preface for note in t.preface.notes]
    assert labels == ["T1", "T2", "T3", "T4"]


def test_the_reading_is_shown_text_by_text(here):
    shown = CliRunner().invoke(guides, ["show", "seeds/water.md", "--reading"])

    lines = shown.output.split("\n")
    assert shown.exit_code == 0
    assert lines.index("“The Ferry Stops”") < lines.index("“A Letter from the Island”")
    assert any(line.startswith("   4 “We were not asked") for line in lines)


def test_a_seed_that_names_texts_is_not_written_over_by_them(here):
    run = CliRunner().invoke(guides, ["read", "seeds/water.md", "--force"])

    assert run.exit_code == 1
    assert "[several-texts]" in run.output
    assert (here / "seeds" / "water.md").read_text("utf-8") == SEED


# ---------------------------------------------------------------- what goes wrong


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("readings: [ferry/no.txt]", "no-such-file", "seeds/bad.md:2:12"),
        ("readings: [ferry]", "not-a-file", "seeds/bad.md:2:12"),
        ("readings: [water.md]", "nested-readings", "seeds/bad.md:2:12"),
        ("readings: [bad.md]", "nested-readings", "seeds/bad.md:2:12"),
        ("readings:\n  - ferry/letter.txt\n  - ../../x.txt", "reading-outside", "seeds/bad.md:4:5"),
        ("readings: [/etc/passwd]", "reading-outside", "seeds/bad.md:2:12"),
        ("readings: [ferry/notes.xyz]", "unknown-kind", "seeds/bad.md:2:12"),
        ("readings: [ferry/letter.txt, ferry/letter.txt]", "reading-twice", "seeds/bad.md:2:30"),
        ("readings: [ferry/heads.md]", "empty-file", "seeds/bad.md:2:12"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem_where_it_is_named(here, written, code, place):
    (here / "seeds" / "ferry" / "notes.xyz").write_bytes(b"x")
    (here / "seeds" / "ferry" / "heads.md").write_text("# One\n\n## Another\n", "utf-8")

    (problem,) = refused(here, f"---\n{written}\n---\n")

    assert problem.code == code
    assert place_of(problem) == place
    assert problem.hint


def test_every_file_that_cannot_be_read_is_named_in_one_run(here):
    problems = refused(here, "---\nreadings: [a.txt, ferry/letter.txt, b.txt]\n---\n")

    assert [problem.span.text for problem in problems if problem.span] == ["a.txt", "b.txt"]


def test_a_name_that_is_too_long_for_a_file_is_one_that_is_not_there(here):
    name = f"{'a' * 300}.txt"

    (problem,) = refused(here, f"---\nreadings: [{name}]\n---\n")
    built = CliRunner().invoke(guides, ["build", name])

    assert show(problem).startswith(f"seeds/bad.md:2:12: error: `{name}`: there is no such file")
    assert built.exit_code == 1
    assert f"{name}: error: there is no such file [no-such-file]" in built.stderr


def test_a_damaged_file_is_named_where_the_seed_names_it(here):
    (here / "seeds" / "ferry" / "keeper.docx").write_bytes(made.docx()[:900])

    (problem,) = refused(here, "---\nreadings: [ferry/keeper.docx]\n---\n")

    assert problem.code == "damaged-file"
    assert show(problem).startswith("seeds/bad.md:2:12: error: `ferry/keeper.docx`: ")


def test_a_link_out_of_the_project_is_not_followed(here, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("A secret.", "utf-8")
    (here / "seeds" / "ferry" / "link.txt").symlink_to(outside)

    (problem,) = refused(here, "---\nreadings: [ferry/link.txt]\n---\n")

    assert problem.code == "reading-outside"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.timeout(60)
def test_a_pipe_is_no_reading_and_nobody_waits_for_it(here):
    os.mkfifo(here / "seeds" / "ferry" / "pipe.txt")

    (problem,) = refused(here, "---\nreadings: [ferry/pipe.txt]\n---\n")
    built = CliRunner().invoke(guides, ["build", "seeds/bad.md"])

    assert problem.code == "not-a-file"
    assert place_of(problem) == "seeds/bad.md:2:12"
    assert built.stderr.count("[not-a-file]") == 1


def test_links_in_a_circle_are_no_reading(here):
    ferry = here / "seeds" / "ferry"
    (ferry / "a.txt").symlink_to("b.txt")
    (ferry / "b.txt").symlink_to("a.txt")

    (problem,) = refused(here, "---\nreadings: [ferry/a.txt]\n---\n")

    assert (problem.code, place_of(problem)) == ("no-such-file", "seeds/bad.md:2:12")


def test_a_seed_that_names_readings_has_no_text_of_its_own(here):
    (problem,) = refused(here, "---\nreadings: [ferry/letter.txt]\n---\n\nAnd a line.\n")

    assert problem.code == "text-beside-readings"
    assert place_of(problem) == "seeds/bad.md:5:1"


def test_too_many_texts_are_refused(here):
    names = ", ".join(f"{number}.txt" for number in range(30))

    problems = refused(here, f"---\nreadings: [{names}]\n---\n")

    assert "too-large" in [problem.code for problem in problems]


# ---------------------------------------------------------------- findings


def spans(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in spans(item)]
    if dataclasses.is_dataclass(value) and not isinstance(value, Source | Problem):
        return [s for entry in dataclasses.fields(value) for s in spans(getattr(value, entry.name))]
    return []


def test_every_finding_points_into_the_whole(here, library):
    found = found_in(here, library)

    assert len(spans(found)) > 50
    assert all(span.source is found.document.source for span in spans(found))


def test_a_pronoun_of_one_text_never_takes_a_speaker_of_another(here, library):
    """“She” in the letter is nobody whom the letter names; the report's mayor stays out of it."""
    found = found_in(here, library)

    spoken = {item.text: (item.speaker, item.paragraph) for item in found.quotations}
    assert spoken["The boat is older than I am"][0] == "Ana Ruiz"
    assert spoken["We were not asked"] == ("", 4)


def test_findings_of_a_text_are_those_that_it_has_alone(here, library):
    together = found_in(here, library).texts[1]
    alone = pipeline.find(project.read_seed(Path("seeds/ferry/letter.txt")), library)

    for kind in ("numbers", "dates", "people", "quotations", "claims", "vocabulary"):
        assert [i.text for i in getattr(together, kind)] == [i.text for i in getattr(alone, kind)]
    assert together.overview.genre == alone.overview.genre


def test_the_report_names_the_texts(here, library):
    shape = report.report(found_in(here, library))["document"]

    assert [(text["title"], text["first"], text["last"]) for text in shape["texts"]] == [
        ("The Ferry Stops", 1, 3),
        ("A Letter from the Island", 4, 5),
    ]


def test_the_hardest_text_decides_how_much_care_is_needed(here, library):
    hard = (
        "They were tortured and killed.\n\nThe torture of prisoners went on. Many were murdered.\n"
    )
    (here / "seeds" / "ferry" / "hard.txt").write_text(hard, "utf-8")
    text = "---\nreadings: [ferry/letter.txt, ferry/hard.txt]\n---\n"
    (here / "seeds" / "water.md").write_text(text, "utf-8")

    care = found_in(here, library).sensitivity

    assert care.level >= 2
    assert {match.paragraph for match in care.matches} >= {3, 4}


# ---------------------------------------------------------------- the guide


@pytest.fixture
def guide(here, library):
    found = found_in(here, library)
    plan, care = library.plans["classroom-45"], library.care
    return pipeline.choose(found, pipeline.fill(found, library.prompts.values()), plan, care)


def test_some_questions_set_the_texts_beside_each_other(guide):
    assert any(question.prompt.id.startswith("several-") for question in guide.questions)


def test_a_question_on_one_text_says_which_or_points_at_a_paragraph(guide):
    for question in guide.questions:
        if question.prompt.stage in ("during", "after") and not question.paragraphs:
            named = f"{question.text} {question.pointer}"
            assert "“" in named or "each" in named or "one of the texts" in named, named


def test_each_text_is_printed_with_its_title_and_its_source(guide, page_templates):
    html = lay_out(guide, "handout", page_templates)
    html = re.sub(r'<span class="tied">(.*?)</span>', r"\1", html)

    body = html[html.index("<article") : html.index('id="text-end"')]
    order = [
        body.index(words)
        for words in (
            "Two sides of the water",
            "The Ferry Stops</h3>",
            "By Ada Moor, The Morrow Post",
            " Ana Ruiz said the ferry",
            "“The Ferry Stops” by Ada Moor, The Morrow Post.",
            "Reprinted with permission.",
            "A Letter from the Island</h3>",
            "We were not asked",
            "“A Letter from the Island” by Tom Reed.",
        )
    ]
    assert order == sorted(order)


def test_a_question_sheet_names_the_texts_without_their_addresses(guide, page_templates):
    html = lay_out(guide, "handout", page_templates)

    sheet = html[html.index('id="sheet"') :]
    assert "“The Ferry Stops” by Ada Moor, The Morrow Post. “A Letter from the Island”" in sheet
    assert "Reprinted with permission." not in sheet


def test_the_facilitator_is_told_which_paragraphs_a_text_has(guide, page_templates):
    one = dataclasses.replace(guide.document.texts[0], blocks=guide.document.texts[0].blocks[:1])
    document = dataclasses.replace(guide.document, texts=(one, guide.document.texts[1]))

    html = lay_out(
        dataclasses.replace(guide, document=document), "facilitator-guide", page_templates
    )

    assert "“The Ferry Stops”, paragraph 1</td>" in html
    assert "“A Letter from the Island”, paragraphs 4–5</td>" in html


def test_a_text_at_the_head_of_a_page_begins_there(guide, press, page_templates):
    html = lay_out(guide, "reading", page_templates)
    one, other = '<div class="one-text">\n<h3', '<p style="height: 130mm">Much text.</p></div>'
    first, second, third = html.split(one)
    full = f"{first}{one}{second.rstrip()[: -len('</div>')]}{other}{one}{third}"

    with sheets(press.print(full).pdf) as pages:
        top = max(text.box[3] for text in pages[1].body)
        (line,) = [drawing.box[3] for drawing in pages[1].drawings if drawing.flat]

    assert pages[1].area[3] - line < 1
    assert line - top < 20


def test_a_text_that_may_not_be_copied_is_cited_and_the_other_printed(
    here, library, page_templates
):
    text = REPORT.replace("rights: Reprinted with permission.", "rights: cite-only")
    (here / "seeds" / "ferry" / "report.md").write_text(text, "utf-8")
    found = found_in(here, library)
    plan, care = library.plans["classroom-45"], library.care
    made_of = pipeline.choose(found, pipeline.fill(found, library.prompts.values()), plan, care)

    html = lay_out(made_of, "reading", page_templates)

    assert "Mayor Ana Ruiz said the …" in html
    assert "would stop in May" not in html
    assert "My mother rows across when the ferry is late." in html


# ---------------------------------------------------------------- building


def statuses(here: Path, encoding: str = "") -> list[str]:
    options = Options(editions=("reading",), encoding=encoding)
    return [r.status for r in build.build(Project(here), [Path("seeds/water.md")], options)]


def test_a_change_in_any_of_the_files_prints_again(here):
    assert statuses(here) == ["written"]
    assert statuses(here) == ["unchanged"]

    letter = here / "seeds" / "ferry" / "letter.txt"
    letter.write_text(LETTER.replace("forty", "fifty"), "utf-8")

    assert statuses(here) == ["written"]


def test_a_change_is_seen_in_a_seed_in_any_encoding(here):
    (here / "seeds" / "water.md").write_text(SEED, "utf-16")
    assert statuses(here) == ["written"]

    (here / "seeds" / "ferry" / "letter.txt").unlink()

    assert statuses(here) == ["failed"]


def test_the_names_of_readings_are_in_the_encoding_that_is_asked_for(here):
    named = here / "паром.txt"
    named.write_text("Паром стоит. Он старый.", "cp1251")
    (here / "seeds" / "water.md").write_text(SEED.replace("ferry/letter", "../паром"), "cp1251")
    (here / "seeds" / "ferry" / "report.md").write_text("The ferry stops.", "cp1251")
    assert statuses(here, "cp1251") == ["written"]
    seeds = [Path("seeds/water.md")]
    before = watching._state(Project(here), seeds, "cp1251")

    named.write_text("Паром идёт. Он новый.", "cp1251")

    assert watching._state(Project(here), seeds, "cp1251") != before
    assert statuses(here, "cp1251") == ["written"]


def test_files_in_a_folder_below_are_no_seeds_of_their_own(here):
    assert [seed.name for seed in Project(here).seeds] == ["water.md"]


def test_a_draft_of_several_texts_is_checked_against_all_of_them(here):
    runner = CliRunner()
    drafted = runner.invoke(guides, ["draft", "seeds/water.md"])
    path = here / "seeds" / "water.classroom-45.guide.yaml"
    text = path.read_text("utf-8")

    checked = runner.invoke(guides, ["check"])
    path.write_text(text.replace("paragraphs: [", "paragraphs: [99, ", 1), "utf-8")
    spoilt = runner.invoke(guides, ["check"])

    assert (drafted.exit_code, checked.exit_code, spoilt.exit_code) == (0, 0, 1)
    assert "its paragraphs are 1 to 5" in spoilt.output


# ---------------------------------------------------------------- every text by itself


TEXTS = (
    "library-saturdays.md",
    "a-bridge-has-two-ends.txt",
    "the-lamp-keeper.md",
    "lgbtqi-communities-in-chechnya.txt",
)


@pytest.mark.parametrize("second", TEXTS)
def test_a_text_has_the_same_findings_alone_and_behind_another(second, checkout, library):
    """Also what counts paragraphs counts from the text's own first one."""
    seeds = checkout / "seeds"
    texts = [project.read_seed(seeds / name) for name in (TEXTS[TEXTS.index(second) - 1], second)]
    whole = joined("both.md", FrontMatter(), texts)

    part = pipeline.find(whole, library).texts[1]
    alone = pipeline.find(texts[1], library)

    start, file = whole.source.file_at(part.document.blocks[0].span.start)
    apart = moved(part, whole.source, file, -start)
    before = len(texts[0].numbered)
    for field in dataclasses.fields(Findings):
        together, single = getattr(apart, field.name), getattr(alone, field.name)
        if isinstance(together, tuple) and field.name not in ("texts", "key_terms"):
            assert places(together, before) == places(single, 0), field.name


def places(found: tuple[Any, ...], before: int) -> list[tuple[Any, ...]]:
    """Return where findings stand, who speaks, and their paragraph less *before*."""

    def told(item: Any) -> Iterator[Any]:
        yield from (item.span.start, item.span.end, getattr(item, "speaker", ""), item.confidence)
        yield item.paragraph - before if item.paragraph else 0

    return [tuple(told(item)) for item in found]


def test_no_prompt_names_a_paragraph_by_a_number_of_its_own(library):
    """The first paragraph of a second text is not paragraph 1."""
    fixed = re.compile(r"\b(?:paragraph|stanza)s? \d|¶\d", re.IGNORECASE)

    assert not [p.id for p in library.prompts.values() if fixed.search(f"{p.ask} {p.point}")]
