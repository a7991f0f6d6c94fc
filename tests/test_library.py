"""Files in sets, later ones over earlier ones, and what they say about one another."""

import re

from hypothesis import given
from hypothesis import strategies as st

from guides import library
from guides.library import load
from guides.problems import show
from guides.schema import record
from guides.source import Source

PROMPT = """\
  - id: {id}
    family: notice
    stage: before
    text_dependent: true
    bloom: remember
    depth: 1
    ask: {ask}
    listen_for: Reasons.
"""
PLAN = """\
id: {id}
title: {title}
minutes: 10
sections: [{{title: Look, stage: before, count: 1, first: [{first}]}}]
steps: [{{title: Talk, minutes: 10}}]
"""


def prompts(name, *named):
    records = "".join(PROMPT.format(id=id_, ask=ask) for id_, ask in named)
    return Source(name, "prompts:\n" + records)


def plan(name, **said):
    return Source(name, PLAN.format(**{"id": "short", "title": "Short", "first": ""} | said))


def codes(library):
    return [(problem.code, problem.span.place) for problem in library.problems]


def test_the_files_that_ship_have_no_mistakes(checkout):
    files = sorted((checkout / "templates").rglob("*.yaml"))
    sources = [Source(path.as_posix(), path.read_text("utf-8")) for path in files]

    library = load(sources)

    assert library.problems == ()
    assert len(library.prompts) >= 40
    assert "classroom-45" in library.plans
    assert library.care


def test_a_projects_prompt_wins_over_the_built_in_one_of_the_same_id():
    library = load(
        [
            prompts("guides/templates/prompts/a.yaml", ("one", "Old?"), ("two", "Old?")),
            prompts("templates/prompts/mine.yaml", ("one", "New?")),
        ]
    )

    assert library.problems == ()
    assert {name: prompt.ask for name, prompt in library.prompts.items()} == {
        "two": "Old?",
        "one": "New?",
    }
    assert library.prompt_places["one"].span("ask").place == "templates/prompts/mine.yaml:8:10"


def test_a_projects_file_takes_the_place_of_the_one_at_the_same_path():
    library = load(
        [
            prompts("guides/templates/prompts/a.yaml", ("one", "Old?"), ("two", "Old?")),
            prompts("/home/ann/prompts/templates/prompts/a.yaml", ("one", "New?")),
        ]
    )

    assert library.problems == ()
    assert list(library.prompts) == ["one"]


def test_a_projects_plan_wins_too():
    library = load(
        [
            plan("guides/templates/plans/short.yaml", title="Old"),
            plan("templates/plans/short.yaml", title="New"),
        ]
    )

    assert library.plans["short"].title == "New"


def test_words_of_a_project_come_on_top():
    words = "words:\n  - {{word: decree, definition: {0}}}\n  - {{word: {1}, definition: b}}\n"
    library = load(
        [
            Source("a/templates/words/x.yaml", words.format("old", "plea")),
            Source("b/templates/words/y.yaml", words.format("new", "{word: }")),
            Source("b/templates/lists/l.yaml", "benign: [killer app]\nloaded: [{word: regime}]\n"),
        ]
    )

    assert [(word.word, word.definition) for word in library.lists.words] == [
        ("plea", "b"),
        ("decree", "new"),
    ]
    assert library.lists.benign == ("killer app",)
    assert [entry.word for entry in library.lists.loaded] == ["regime"]
    assert [code for code, _ in codes(library)] == ["wrong-type"]


def test_a_noun_and_a_verb_may_have_an_entry_each():
    words = "words:\n" + "".join(
        f"  - {{word: record, part: {part}, definition: x}}\n" for part in ("noun", "verb")
    )

    library = load([Source("templates/words/x.yaml", words)])

    assert library.problems == ()
    assert [word.part for word in library.lists.words] == ["noun", "verb"]


def test_an_id_twice_in_one_set_names_the_first_place():
    library = load(
        [
            prompts("templates/prompts/a.yaml", ("one", "First?")),
            prompts("templates/prompts/b.yaml", ("one", "Second?")),
        ]
    )

    (problem,) = library.problems
    assert problem.code == "duplicate-id"
    assert problem.message == "`one` is already in templates/prompts/a.yaml:2:5"
    assert library.prompts["one"].ask == "First?"


def test_a_plan_is_told_the_nearest_prompt():
    library = load(
        [
            prompts("templates/prompts/a.yaml", ("gist-01", "What is it about?")),
            plan("templates/plans/short.yaml", first="gist-1"),
        ]
    )

    (problem,) = library.problems
    assert (problem.code, problem.hint) == ("unknown-prompt", "did you mean `gist-01`?")


def test_a_prompt_that_was_left_out_is_not_unknown_as_well():
    library = load(
        [
            prompts("templates/prompts/a.yaml", ("gist-01", "{{ x }}"), ("gist-02", "“{{ x }}”")),
            plan("templates/plans/short.yaml", first="gist-01, gist-02"),
        ]
    )

    assert [code for code, _ in codes(library)] == ["yaml-syntax", "unknown-slot"]
    assert not library.prompts


def test_a_file_that_nothing_reads_is_pointed_out():
    library = load([prompts("templates/promts/a.yaml", ("one", "Why?"))])

    (problem,) = library.problems
    assert (problem.code, problem.severity) == ("misplaced-file", "warning")
    assert problem.hint == "did you mean `prompts`?"


def test_problems_come_in_the_order_of_files_and_lines():
    broken = ("a", "“{{ x }}”"), ("b", "“{{ y }}”")
    library = load(
        [
            prompts("templates/prompts/b.yaml", *broken),
            plan("templates/plans/short.yaml", id="long"),
            prompts("templates/prompts/a.yaml", ("c", "“{{ z }}”"), ("c", "Why?")),
        ]
    )

    places = [place for _, place in codes(library)]
    assert places == [
        "templates/prompts/b.yaml:8:14",
        "templates/prompts/b.yaml:16:14",
        "templates/plans/short.yaml:1:5",
        "templates/prompts/a.yaml:8:14",
        "templates/prompts/a.yaml:10:5",
    ]


@given(st.permutations(["a", "b", "c"]))
def test_the_order_of_files_does_not_matter_within_a_set(order):
    library = load(
        prompts(f"templates/prompts/{name}.yaml", (name, f"Why {name}?")) for name in order
    )

    assert library.problems == ()
    assert {name: prompt.ask for name, prompt in library.prompts.items()} == {
        name: f"Why {name}?" for name in "abc"
    }


def test_nothing_at_all_gives_an_empty_library():
    library = load([])

    assert (library.prompts, library.plans, library.care, library.problems) == ({}, {}, None, ())


def test_the_example_that_authors_are_given_works(checkout):
    text = (checkout / "templates" / "README.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(# yaml-language-server.*?)```", text, re.DOTALL)

    library = load([Source("templates/prompts/example.yaml", example)])

    assert library.problems == ()
    assert library.prompts


def test_loading_again_reads_only_the_file_that_changed(monkeypatch):
    names = [f"templates/prompts/{number}.yaml" for number in (0, 1)]
    files = [prompts(names[0], ("one", "Old?")), prompts(names[1], ("one", "Twice?"))]
    first = load(files)
    again = load([Source(file.name, str(file.text)) for file in files])
    read = []
    real = record

    def watched(source, kind):
        read.append(source.name)
        return real(source, kind)

    monkeypatch.setattr(library, "record", watched)
    changed = load([files[0], prompts(names[1], ("three", "New?"))])

    assert [show(problem) for problem in again.problems] == [show(p) for p in first.problems]
    assert len(first.problems) == 1
    assert read == names[1:]
    assert set(changed.prompts) == {"one", "three"}
