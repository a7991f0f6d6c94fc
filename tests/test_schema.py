"""YAML with places: text stays text, every mistake has its place, nothing is ever raised."""

import json
import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from guides import schema
from guides.formats import PromptFile, WordFile
from guides.misfits import descriptions
from guides.model import FrontMatter, Plan, Prompt, Section, SensitiveCategory, Step, Word
from guides.problems import Problem, show
from guides.source import Source, Span
from guides.yaml_nodes import MapNode, TextNode, texts
from guides.yaml_source import MAX_CHARACTERS, compose

PROMPT = """\
prompts:
  - id: no
    family: notice
    stage: before
    text_dependent: no
    bloom: remember
    depth: 1
    ask: 1984
    listen_for: 3:30
    weight: 0.5
    needs: [quotation.words >= 3, 007]
"""


def read(text, kind=PromptFile):
    return schema.record(Source("templates/file.yaml", text), kind)


def place(problem: Problem) -> Span:
    """Return where a problem is; all of these have a place."""
    assert problem.span
    return problem.span


# ---------------------------------------------------------------- values


def test_texts_stay_what_their_author_typed():
    located, problems = read(PROMPT)

    assert not problems
    (prompt,) = located.value.prompts
    assert (prompt.id, prompt.ask, prompt.listen_for) == ("no", "1984", "3:30")
    assert prompt.needs == ("quotation.words >= 3", "007")
    assert (prompt.text_dependent, prompt.depth, prompt.weight) == (False, 1, 0.5)


def test_a_key_with_nothing_after_it_is_as_good_as_no_key():
    located, problems = read(PROMPT + "    avoid_if:\n    lines:\n    form:\n    why:\n")

    assert not problems
    (prompt,) = located.value.prompts
    assert (prompt.avoid_if, prompt.lines, prompt.form, prompt.why) == ((), 3, "question", "")


def test_a_record_with_a_mistake_is_left_out_and_the_good_ones_go_on():
    good = PROMPT.removeprefix("prompts:\n").replace("id: no", "id: yes")
    bad = good.replace("depth: 1", "depth: 9")

    located, problems = read(PROMPT + bad + good)

    assert [problem.code for problem in problems] == ["unknown-value"]
    assert [prompt.id for prompt in located.value.prompts] == ["no", "yes"]


def test_one_run_reports_the_mistakes_of_every_kind():
    text = "prompts:\n  - id: a\n    ask:\n    lines: 900\n    depth: x\n    zz: 1\n"

    _, problems = read(text)

    codes = [problem.code for problem in problems]
    assert {"missing-key", "out-of-range", "unknown-value", "unknown-key"} <= set(codes)
    places = [problem.span.start for problem in problems]
    assert places == sorted(places)


def test_the_key_that_was_meant_is_never_one_that_is_there_already():
    _, (problem,) = schema.front_matter(Source("seed.txt", "title: Wolves\ntitle2: Bears\n"))

    assert problem.hint.startswith("the keys here are `title`, `author`")


@pytest.mark.parametrize("number", ["inf", "nan", "1e999", "one"])
def test_a_weight_is_a_number_that_can_be_compared(number):
    _, (problem,) = read(PROMPT.replace("weight: 0.5", f"weight: {number}"))

    assert (problem.code, problem.message) == (
        "wrong-type",
        f"expected a number, found `{number}`",
    )


def test_an_empty_file_says_how_to_begin():
    located, problems = read("# nothing but a comment\n")

    assert located is None
    assert [(problem.code, problem.hint) for problem in problems] == [
        ("missing-key", "begin with `prompts:`")
    ]


@pytest.mark.parametrize("text", ["- a", "only a text", "[", "{a: b}", "prompts: {}", "prompts:"])
def test_a_file_of_another_form_gives_one_problem(text):
    located, problems = read(text)

    assert located is None or not located.value.prompts
    assert len(problems) == 1 + (text == "{a: b}")  # there, `prompts` is missing, too


# ---------------------------------------------------------------- front matter


def test_front_matter_is_read_where_it_stands_in_a_seed():
    seed = "---\ntitle: Wolves\nplam: short\n---\nThe reading: begins here.\n"
    source = Source("seeds/wolves.md", seed)

    front, problems = schema.front_matter(source, 4, seed.index("---\nThe"))

    assert front == FrontMatter(title="Wolves")
    (problem,) = problems
    assert place(problem).place == "seeds/wolves.md:3:1"
    assert place(problem).text == "plam"


def test_front_matter_of_texts_alone_is_what_the_validator_makes_of_it(monkeypatch):
    lines = "title: Wolves\nauthor: 'Ann Poe'\ndate: 2019\nurl:\nrights: >\n  Free\n  to copy\n"
    validated, _ = schema.record(Source("seed.txt", lines), FrontMatter)
    assert validated
    monkeypatch.setattr(schema, "_adapter", None)  # to ask it would end the test

    assert schema.front_matter(Source("seed.txt", lines)) == (validated.value, [])


def test_front_matter_keeps_every_line_that_is_right():
    text = "title: 1984\nsensitivity: {level: 9}\nglossary: {no: not any, asylum: }\nauthor: [a]\n"

    front, problems = schema.front_matter(Source("seed.txt", text))

    assert front == FrontMatter(title="1984", glossary={"no": "not any", "asylum": ""})
    assert [problem.code for problem in problems] == ["unknown-value", "wrong-type"]


def test_no_front_matter_is_no_problem():
    assert schema.front_matter(Source("seed.txt", "\n# later\n")) == (FrontMatter(), [])


# ---------------------------------------------------------------- limits


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 50_000, "too-large"),
        ("a: " * 50_000, "yaml-syntax"),
        ("{" * 50_000, "too-large"),
        ("- " * 50_000, "too-large"),
        ("- a\n" * 250_000, "too-large"),
        ("a" * (MAX_CHARACTERS + 1), "too-large"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "yaml-syntax"),
        ("a: &a [*a]\n", "yaml-syntax"),
        ("a: \x07\n", "unprintable-character"),
        ("a: \ufffd\n", "unprintable-character"),
        ("a: \x9f\n", "unprintable-character"),
        ("a: b\n\ufeffc: d\n", "unprintable-character"),
        ('a: "b\\a"\n', "unprintable-character"),
        ('"b\\x00": a\n', "unprintable-character"),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_what_could_end_the_process_is_a_problem(text, code):
    _, problems = compose(Source("a.yaml", text))

    assert {problem.code for problem in problems} == {code}


def test_an_escape_that_cannot_be_printed_is_shown_where_it_stands():
    _, (problem,) = compose(Source("guides.yaml", 'school: "A\\abell school"\n'))

    assert problem.message == "the character U+0007 cannot be printed"
    assert show(problem).startswith("guides.yaml:1:11: error: ")


def test_a_byte_order_mark_at_the_start_is_no_mistake():
    source = Source("seed.txt", "\ufefftitle: Wolves\n")

    assert schema.front_matter(source) == (FrontMatter(title="Wolves"), [])


def test_a_repeated_key_names_the_line_of_the_first():
    _, (first, second) = compose(Source("a.yaml", "a: 1\nb: 2\na: 3\na: 4\n"))

    assert first.message == "`a` stands here twice, first on line 1"
    assert second.message == first.message
    assert (place(first).place, place(second).place) == ("a.yaml:3:1", "a.yaml:4:1")


def test_the_parser_in_python_finds_what_the_one_in_c_finds(monkeypatch):
    texts = ["a: b: c", "- a\n b: c", 'a: "b', "a: [b", "a: %b", "\ta: b", "a: - b", "a: | b", "a"]
    with_c = [compose(Source("a.yaml", text)) for text in texts]
    monkeypatch.delattr(yaml, "CSafeLoader")

    without = [compose(Source("a.yaml", text)) for text in texts]

    for (_, there), (_, here) in zip(with_c, without, strict=True):
        assert [(each.code, each.span) for each in there] == [
            (each.code, each.span) for each in here
        ]


# ---------------------------------------------------------------- any text

SNIPPETS = st.lists(
    st.sampled_from(
        ["prompts", "title", "id", "ask", ": ", ":", "\n", "\n  ", "- ", "[", "]", "{", "}", "{{ ",
         "}}", ",", '"', "'", "|", ">", "|-\n ", "#", " #", "&a ", "*a", "!x ", "<<", "? ", "---\n",
         "...", "%", "@", "`", "\t", "\\", "é", "😀", "\x85", "\u2028", "\r", "\ufeff", "no", "1e3"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(st.text(max_size=200) | SNIPPETS)
@example("? - ")
@example("a: !!binary x\n? {b: c}\n")
@example("sensitivity: {level: , safe_lines: [, ]}")
def test_any_text_gives_a_value_or_problems(text):
    source = Source("any.yaml", text)

    for kind in schema.KINDS.values():
        located, problems = schema.record(source, kind)
        assert located or problems
        for problem in problems:
            assert 0 <= place(problem).start <= place(problem).end <= len(text)
            assert problem.message
            assert problem.hint
            assert show(problem)


@given(SNIPPETS)
def test_any_part_of_a_text_can_be_front_matter(text):
    source = Source("seed.txt", "Before.\n" + text + "\nAfter: all.")

    front, problems = schema.front_matter(source, 8, 8 + len(text))

    assert isinstance(front, FrontMatter)
    assert all(8 <= place(problem).start <= 8 + len(text) for problem in problems)


WORDS = st.text(st.sampled_from("ab'\"\\{}:# \né😀“"), min_size=1, max_size=60)


@example(" :::::::: :", ">", 12)
@given(WORDS, st.sampled_from(["'", '"', "|", ">", None]), st.sampled_from([12, 80]))
def test_every_character_of_a_text_is_found_in_the_file(text, style, width):
    file = yaml.safe_dump(
        {"prompts": [{"ask": text}]}, default_style=style, width=width, allow_unicode=True
    )
    # What PyYAML folds after a leading space, it does not read back as it was.
    text = yaml.safe_load(file)["prompts"][0]["ask"]
    root, problems = compose(Source("file.yaml", file))
    assert root
    assert not problems
    (node,) = (node for path, node in texts(root) if path[-1] == "ask")

    found = [node.within(index, index + 1).text for index in range(len(node.text))]

    assert node.text == text
    for character, there in zip(text, found, strict=True):
        escaped = there == "\\" and node.style == '"'
        assert character.isspace() or escaped or there == character


def test_a_place_inside_a_folded_text_is_on_its_own_line():
    located, _ = read(PROMPT.replace("ask: 1984", "ask: >-\n      What is\n\n      meant here?"))
    (prompt,) = located.items("prompts")

    span = prompt.within(("ask",), prompt.value.ask.index("meant"), len(prompt.value.ask))

    assert span.place == "templates/file.yaml:11:7"
    assert span.text == "meant here?"


def test_a_line_break_that_is_read_as_a_space_has_a_place():
    root, _ = compose(Source("a.yaml", "[one\ntwo]"))

    assert root
    ((_, node),) = texts(root)
    assert node.text == "one two"
    assert node.within(4, 7).text == "two"


def test_a_part_that_was_not_written_stands_where_its_owner_does():
    located, _ = read(PROMPT)
    (prompt,) = located.items("prompts")

    assert prompt.span("why").text == "id"
    assert prompt.span("needs", 1).text == "007"
    assert prompt.within(("why",), 0, 3).text == "id"


# ---------------------------------------------------------------- what editors show


@pytest.mark.parametrize("kind", sorted(schema.KINDS))
def test_the_committed_schema_is_that_of_the_model(kind, checkout):
    committed = checkout / "templates" / "schema" / f"{kind}.json"

    text = json.dumps(schema.json_schema(kind), ensure_ascii=False, indent=2) + "\n"

    assert committed.read_text("utf-8") == text, f"guides schema {kind} > {committed}"


@pytest.mark.parametrize(
    "kind", [Prompt, Plan, Section, Step, Word, SensitiveCategory, FrontMatter, WordFile]
)
def test_every_key_has_a_description(kind):
    written = schema.json_schema(next(name for name in schema.KINDS if _holds(name, kind)))
    definition = written if written["title"] == kind.__name__ else written["$defs"][kind.__name__]

    assert definition["description"]
    assert "Attributes" not in definition["description"]
    for name, field in definition["properties"].items():
        assert field["description"] == descriptions(kind)[name]


def _holds(name, kind):
    written = schema.json_schema(name)
    return kind.__name__ in {written["title"], *written["$defs"]}


def test_limits_are_in_the_schema_too():
    section = schema.json_schema("plan")["$defs"]["Section"]["properties"]

    assert (section["count"]["minimum"], section["count"]["maximum"]) == (1, 40)


def test_every_template_names_a_schema_that_is_there(checkout):
    files = sorted((checkout / "templates").rglob("*.yaml"))
    files += sorted((checkout / "tests" / "mistakes").glob("*.yaml"))

    assert len(files) > 20
    for path in files:
        first = path.read_text("utf-8").split("\n")[0]
        match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert match, f"{path} has no schema"
        assert (path.parent / match[1]).is_file(), f"{path} names a schema that is not there"


def test_nodes_know_what_kind_they_are():
    root, _ = compose(Source("a.yaml", "a: [b]"))

    assert isinstance(root, MapNode)
    assert [(path, type(node)) for path, node in texts(root)] == [(("a", 0), TextNode)]
