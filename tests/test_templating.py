"""What a prompt may say, what it prints, and what a layout cannot do."""

import dataclasses
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guides import templating
from guides.filling import context
from guides.model import SLOTS, Document, Findings
from guides.plain import plain
from guides.source import Source, Span
from guides.templating import english, language, layouts
from guides.templating.shapes import Shape

QUOTATION = {
    "text": 'They said "no"\nto all of us',
    "paragraph": 6,
    "paragraphs": [8, 6, 9, 6],
    "speaker": "UN experts",
    "verb": "",
    "words": 12,
    "denial": True,
    "mention": None,
}
NAMES: dict[str, Any] = {
    "quotation": QUOTATION,
    "quotations": [QUOTATION, QUOTATION],
    "number": {"text": "95 percent", "value": 95.0, "paragraph": 0, "label": ""},
    "question": {"text": "Why?", "paragraph": 0, "label": "T2", "actors": ["donors", "cities"]},
    "document": {"topic": "", "last_paragraph": 0},
    "preface": None,
    "contrast": None,
}


def filled(stem):
    return templating.fill(stem, NAMES)


def mistakes(text, check=templating.check_stem, known=None):
    """Return each mistake as the words it is shown at, its code and its hint."""
    source = Source("stem", text)
    found = check(text, known or templating.prompt_names(), lambda a, b: Span(source, a, b))
    return [(problem.span.text, problem.code, problem.hint) for problem in found]


# ---------------------------------------------------------------- filters


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([6, 8, 9], "paragraphs 6, 8 and 9"),
        ([9, 6, 8, 6], "paragraphs 6, 8 and 9"),
        ([6], "paragraph 6"),
        (6, "paragraph 6"),
        (QUOTATION, "paragraphs 6, 8 and 9"),
        ([{"paragraph": 3}, 1, [2, 3]], "paragraphs 1, 2 and 3"),
        ({"paragraph": 4, "paragraphs": []}, "paragraph 4"),
        ([3, 4, 5, 6], "paragraphs 3–6"),
        ([1, 3, 4, 5, 6, 9], "paragraphs 1, 3–6 and 9"),
        ([0, 2], "the preface and paragraph 2"),
    ],
)
def test_paragraphs_are_named_in_order_and_each_once(value, text):
    assert english.paragraphs(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (6, "paragraph 6"),
        (QUOTATION, "paragraph 6"),
        ([7, 6], "paragraphs 6 and 7"),
        ({"paragraph": 0, "label": "T2"}, "T2"),
        ({"paragraph": 0}, "the preface"),
    ],
)
def test_a_paragraph_is_named(value, text):
    assert english.paragraph(value) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("UN experts", "UN experts'"),
        ("Ramzan Kadyrov", "Ramzan Kadyrov's"),
        ("Henry James", "Henry James's"),
        ("the United Nations", "the United Nations'"),
        ("Giving Compass", "Giving Compass's"),
        ("women", "women's"),
        ("NGOs", "NGOs'"),
        ("the boss", "the boss's"),
        ("the virus", "the virus's"),
        ("tenants'", "tenants'"),
        ("the city’s", "the city’s"),
    ],
)
def test_whose_it_is(name, text):
    assert english.possessive(name) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("we won't go", "“we won't go”"),
        ('he said "no" twice', "“he said ‘no’ twice”"),
        ("he said “no” twice", "“he said ‘no’ twice”"),
        (" “We stay.” ", "“We stay”"),
        ('"We stay."', "“We stay”"),
        ("Who stays?", "“Who stays?”"),
        ("They left the U.S.", "“They left the U.S.”"),
        ("“No,” she said, “never.”", "“‘No,’ she said, ‘never.’”"),
        ("the tenants’ “deal”", "“the tenants’ ‘deal’”"),
        ("two\nlines", "“two lines”"),
        ("I'm going to write it down.'", "“I'm going to write it down”"),
        ("the tenants'", "“the tenants'”"),
    ],
)
def test_quoted_words_keep_their_apostrophes(words, text):
    assert english.quoted(words) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("We stay.", "“We stay.”"),
        ("We stay", "“We stay.”"),
        ("Who stays?", "“Who stays?”"),
        ("She said “no.”", "“She said ‘no.’”"),
        ("They left the U.S.", "“They left the U.S.”"),
        (
            "He said, 'If we don't act, all bets are off.'",
            "“He said, 'If we don't act, all bets are off.'”",
        ),
    ],
)
def test_a_whole_sentence_keeps_its_stop(words, text):
    assert english.sentence(words) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("But the bridge stayed open.", "the bridge stayed open."),
        ("In fact, nobody came.", "nobody came."),
        ("So, nobody came.", "nobody came."),
        ("Still waters run deep.", "Still waters run deep."),
        ("Butter is dear.", "Butter is dear."),
        ("But", "But"),
    ],
)
def test_a_sentence_can_be_untied_from_the_one_before(words, text):
    assert english.untied(words) == text


@pytest.mark.parametrize("words", ["the mayor pointed out,", "as follows:", "and then —"])
def test_words_that_break_off_are_no_sentence(words):
    with pytest.raises(english.Unfillable):
        english.sentence(words)


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c", "a"], "a, b and c"),
        (["a nurse, 40", "b"], "a nurse, 40; and b"),
        ([{"name": "Ann"}, {"text": "some"}, 3], "Ann, some and 3"),
    ],
)
def test_lists_are_joined_as_they_are_said(items, text):
    assert english.join_and(items) == text
    assert english.join_or(items) == text.replace(" and ", " or ")


def test_every_item_has_its_own_quotation_marks():
    assert english.quoted_and(["reported", "allegedly", "claimed"]) == (
        "“reported”, “allegedly” and “claimed”"
    )


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("one Chechen man", "One Chechen man"),
        ("“yes” is the answer", "“Yes” is the answer"),
        ("12 people", "12 people"),
        ("“12 people”", "“12 people”"),
        ("eBay sellers", "eBay sellers"),
        ("élan", "Élan"),
    ],
)
def test_a_sentence_begins_with_a_capital(words, text):
    assert english.capitalised(words) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Yet", "yet"),
        ("While", "while"),
        ("The UN experts", "the UN experts"),
        ("One man", "one man"),
        ("It’s late", "it’s late"),
        ("Kadyrov said", "Kadyrov said"),
        ("UN experts", "UN experts"),
        ("I", "I"),
        ("I’m late", "I’m late"),
        ("Andover", "Andover"),
    ],
)
def test_a_first_word_that_may_be_a_name_keeps_its_capital(words, text):
    assert english.lower_first(words) == text


@pytest.mark.parametrize(
    ("filter_name", "value"),
    [
        ("paragraphs", []),
        ("paragraph", 0),
        ("paragraph", True),
        ("paragraph", {"paragraph": None}),
        ("join_and", []),
        ("quoted", " "),
        ("quoted", None),
        ("capitalised", ["a"]),
        ("first", []),
        ("last", "text"),
    ],
)
def test_nothing_is_made_out_of_nothing(filter_name, value):
    with pytest.raises(english.Unfillable):
        english.FILTERS[filter_name](value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@given(st.sampled_from(sorted(english.FILTERS)), JSON)
def test_a_filter_answers_or_says_that_it_cannot(name, value):
    try:
        english.FILTERS[name](value)
    except english.Unfillable:
        assert name != "length"


# ---------------------------------------------------------------- filling


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("Who speaks in {{ quotation | paragraph }}?", "Who speaks in paragraph 6?"),
        ("{{ quotation | paragraph | capitalised }}", "Paragraph 6"),
        ("{{ quotation.text | quoted }}", "“They said ‘no’ to all of us”"),
        ("{{ quotation.words }}, {{ number.value }}", "12, 95"),
        ("{{ (quotations | first).speaker }}", "UN experts"),
        ("{{ [quotation.paragraph, 2] | paragraphs }}", "paragraphs 2 and 6"),
        ("{% if quotation.denial %}Denied{% else %}Said{% endif %}.", "Denied."),
        ("{{ document.topic or 'this text' }}", "this text"),
        ("Yes{{ ' indeed' if quotation.denial }}", "Yes indeed"),
        ("Who will act{{ ' first' if document.topic else '' }}?", "Who will act?"),
        ("{{ question | paragraph }}", "T2"),
        (" No slots, <b>not</b> escaped & kept ", "No slots, <b>not</b> escaped & kept"),
        ("{{ quotation.speaker }} <i>", "UN experts <i>"),
    ],
)
def test_slots_are_filled(stem, text):
    assert filled(stem) == text


@pytest.mark.parametrize(
    "stem",
    [
        "by {{ quotation.mention }}",
        "{{ quotation.verb }} it",
        "{{ preface.publisher }}",
        "{{ contrast.marker }}",
        "{{ quotations }}",
        "{{ document.topic or quotations }}",
        "{{ quotation.denial }}",
        "{{ document.last_paragraph | paragraph }}",
        "{{ unheard_of }}",
        "{{ unheard_of.field }}",
        "{{ quotation.text | join_and | first }}",
        "{% if",
    ],
)
def test_a_stem_with_a_hole_in_it_is_not_printed_at_all(stem):
    assert filled(f"See: {stem}") == ""


def test_a_text_that_never_ends_is_not_printed():
    assert templating.fill("{{ a }}" * 20, {"a": "x" * 1_000}) == ""


@pytest.mark.parametrize(
    ("expression", "true"),
    [
        ("quotation", True),
        ("contrast", False),
        ("preface.summary.label", False),
        ("quotation.words >= 12", True),
        ("quotation.words > 12 or quotation.denial", True),
        ("not contrast", True),
        ("contrast.words >= 2", False),
        ("unheard_of", False),
        ("quotations | length >= 2", True),
        ("contrast.actors | length >= 1", False),
        ("quotation.speaker in ['UN experts', 'nobody']", True),
        ("quotation.speaker < 3", False),
        ("question.actors | first == 'donors'", True),
        ("quotation.text.upper", False),
        ("a syntax error", False),
    ],
)
def test_what_is_not_there_is_not_true(expression, true):
    assert templating.holds(expression, NAMES) is true


def test_the_names_of_a_prompt_are_known_without_running_it():
    stem = "{{ quotation | paragraph }} {% if overview.harm %}{{ pair.first.text }}{% endif %}"

    assert templating.names_in_stem(stem) == ("overview", "pair", "quotation")
    assert templating.names_in_stem("The title") == ()
    assert templating.names_in_expression("contrast") == ("contrast",)
    assert templating.names_in_expression("contrast and") == ()
    assert templating.names_in_expression("not a.b and c | length >= d") == ("a", "c", "d")


def test_only_plain_data_gets_in():
    with pytest.raises(AssertionError, match="not plain data but type"):
        templating.fill("{{ text.format }}", {"text": str})


ATTACKS = [
    "{{ quotation.__class__ }}",
    "{{ quotation.text.__class__.__mro__ }}",
    "{{ quotation.items }}",
    "{{ quotation.text.format }}",
    "{{ quotations.append }}",
    "{{ quotation.get }}",
    "{{ self }}",
    "{{ quotation.text.upper() }}",
    "{{ quotation['text'] }}",
    "{{ quotation.text | attr('upper') }}",
    "{{ cycler }}",
    "{{ range(9) }}",
    "{{ 'x' * 9 }}",
    "{{ 'a' ~ 'b' }}",
    "{{ 9 ** 9 }}",
    "{% for q in quotations %}{{ q.text }}{% endfor %}",
    "{% set x = quotation %}",
    "{% macro m() %}{% endmacro %}",
    "{% include 'x' %}",
    "{% extends 'x' %}",
    "{% import 'x' as x %}",
    "{% block x %}{% endblock %}",
    "{% filter quoted %}x{% endfilter %}",
    "{% call x() %}{% endcall %}",
    "{% with %}{% endwith %}",
    "{{ {'a': 1} }}",
    "{{ quotation is defined }}",
    "{{ -quotation.words }}",
    "{{ quotation.words + 1 }}",
    "{{ quotation.text[1:] }}",
]


@pytest.mark.parametrize("stem", ATTACKS)
def test_a_prompt_can_neither_run_away_nor_get_out(stem):
    assert mistakes(stem)
    assert "class" not in filled(stem)
    assert "method" not in filled(stem)


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("stem", "mistake"),
    [
        ("If {{ cuase }}?", ("cuase", "unknown-slot", "did you mean `cause`?")),
        (
            "{{ pair . first.speekr }}",
            ("speekr", "unknown-field", "did you mean `speaker`?"),
        ),
        ("{{ date | quotd }}", ("quotd", "unknown-filter", "did you mean `quoted`?")),
        ("{{ date.iso and", ("{{", "template-syntax", "close it with `}}`")),
        ("{{ quotation.dated }}", ("quotation", "not-text", "use it after `if`")),
        (
            "{% unless number %}No{% endif %}",
            ("unless", "template-syntax", "the only one in a prompt is `{% if … %}`"),
        ),
        (
            "{%- if number.vague -%}   {{ nmber.text }}{%- endif %}",
            ("nmber", "unknown-slot", "did you mean `number`?"),
        ),
        (
            "some words   {%- if nmber.vague %} more{% endif %}",
            ("nmber", "unknown-slot", "did you mean `number`?"),
        ),
    ],
)
def test_a_mistake_is_shown_at_its_own_word(stem, mistake):
    assert mistakes(stem) == [mistake]


@pytest.mark.parametrize(
    "stem",
    [
        "{{ [quotation.paragraph, 2] | paragraphs }}",
        "{{ (quotations | first).text | quoted }}",
        "{{ document.topic or 'this text' }}{{ ' indeed' if quotation.denial }}",
        "{% if question.actors and not number.vague %}Yes{% else %}No{% endif %}",
        "{% if overview.genre in ('story', 'poem') %}A tale{% endif %}",
    ],
)
def test_what_may_be_said_is_no_mistake(stem):
    assert mistakes(stem) == []


def test_a_filter_of_a_filter_is_looked_at_too():
    assert mistakes("{{ (quotation.text | quoted).speaker }}") == [
        ("speaker", "unknown-field", "it has none")
    ]


def test_every_occurrence_is_shown():
    found = mistakes("{{ cuase.marker }} and {{ cuase.effect }}")

    assert [word for word, _, _ in found] == ["cuase", "cuase"]


@pytest.mark.parametrize(
    "text", ["(" * 500, "not " * 50 + "contrast", "not " * 500, "a." * 1_000, "x" * 9_000]
)
def test_a_condition_too_deep_to_follow_is_one_problem(text):
    assert len(mistakes(text, templating.check_expression)) == 1
    assert len(mistakes("{{ " + text + " }}")) <= 2
    assert templating.fill("{{ " + text + " }}", {}) == ""
    assert templating.holds(text, {}) in {True, False}


@example("¼")
@example("0/0")
@given(st.text(max_size=60) | st.lists(st.sampled_from(
    ["{{", "}}", "{%", "%}", "{#", "#}", " ", "if", "endif", "quotation", ".text", "|", "quoted",
     "and", "(", ")", "'", '"', "\\", "1", "==", "\n", "-", "é", "[", "]", ",", "for", "in"]
), max_size=20).map("".join))  # fmt: skip
def test_any_text_is_checked_and_filled(text):
    for word, code, hint in (
        *mistakes(text),
        *mistakes(text, templating.check_expression),
    ):
        assert code
        assert hint
        assert word in text
    assert isinstance(filled(text), str)
    assert templating.holds(text, NAMES) in {True, False}


def test_the_care_texts_have_names_of_their_own():
    stem = "It describes {{ labels | join_and }}{% if dehumanising %}!{% endif %} {{ quotation }}"

    found = mistakes(stem, known=templating.CARE_NAMES)

    assert found == [("quotation", "unknown-slot", "see `templates/README.md` for all slots")]


def test_every_filter_says_what_it_takes_and_gives():
    assert set(language.FILTER_SHAPES) == set(english.FILTERS)


# ---------------------------------------------------------------- what can be named


def test_a_prompt_can_name_exactly_what_it_is_given():
    """The shapes that mistakes are found by agree with the data that prompts are filled from."""
    document = Document(source=Source("seed", "One."), title="A", title_derived=False)
    given_names = set(context(Findings(document=document))) | set(SLOTS)

    assert set(templating.prompt_names()) == given_names


def test_the_fields_of_the_document_are_those_that_prompts_get():
    document = Document(source=Source("seed", "One."), title="A", title_derived=False)
    facts = context(Findings(document=document))

    for name in ("document", "overview", "reading", "sensitivity"):
        assert set(templating.prompt_names()[name].fields) == set(facts[name])


@pytest.mark.parametrize("slot", sorted(SLOTS))
def test_the_fields_of_a_slot_are_those_of_the_plain_finding(slot):
    shape = templating.prompt_names()[slot]
    kind = _finding_class(slot)

    example = kind(**{
        field.name: _example(field.name, field.type)
        for field in dataclasses.fields(kind)
        if field.default is field.default_factory is dataclasses.MISSING
    })  # fmt: skip

    assert set(shape.fields) == set(plain(example))


def _finding_class(slot):
    from typing import get_args, get_type_hints

    return get_args(get_type_hints(Findings)[SLOTS[slot]])[0]


def _example(name, kind):
    span = Span(Source("seed", "One."), 0, 4)
    if kind == "Quotation":
        return _finding_class("quotation")(span=span, paragraph=1)
    return {"span": span, "int": 1}.get(name if name == "span" else kind, "x")


def test_no_field_is_called_like_a_method_of_a_dictionary():
    def names(shape: Shape):
        yield from shape.fields
        for inner in (*shape.fields.values(), *([shape.item] if shape.item else [])):
            yield from names(inner)

    used = {name for shape in templating.prompt_names().values() for name in names(shape)}

    assert not used & {"items", "keys", "values", "count", "index", "get", "copy", "pop"}


# ---------------------------------------------------------------- layouts


def rendered(**templates):
    environment = templating.layout_environment(templates)
    return environment.get_template("page").render(items=list(range(60)), name="<Ann>")


def test_a_layout_loops_includes_and_escapes():
    page = "{% for i in range(3) %}{{ loop.index }}/{{ loop.length }} {% endfor %}{% include 'b' %}"

    assert rendered(page=page, b="{{ name }} {{ 2 * 3 }}") == "1/3 2/3 3/3 &lt;Ann&gt; 6"


def test_a_field_is_found_before_a_method_only_where_there_is_none():
    environment = templating.layout_environment({"page": "{{ a.word }} {{ a.keys() | list }}"})

    page = environment.get_template("page").render(a={"word": 1, "keys": 2})

    assert page == "1 [&#39;word&#39;, &#39;keys&#39;]"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("{% for a in items %}" * 4 + "x" + "{% endfor %}" * 4, "round and round"),
        ("{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
        ("{% include 'page' %}{% include 'page' %}", "recursion"),
        ("{% extends 'page' %}", "recursion"),
        ("{% for a in range(100000) %}{% endfor %}", "range of 100,000"),
        ("{{ 'x' * 1000000000 }}", "cannot be used"),
        ("{{ 10 ** 1000000 }}", "cannot be used"),
        ("{{ '%1000000000d' % 1 }}", "cannot be used"),
        ("{% for a in items recursive %}{{ loop(items) }}{% endfor %}", "recursive"),
        ("{{ name.__class__ }}", "unsafe"),
        ("{{ items.append(1) }}", "unsafe"),
        ("{{ lipsum() }}", "undefined"),
        ("{{ name | attr('upper') }}", "No filter"),
        ("{% include '../secret' %}", "secret"),
    ],
)
def test_a_layout_that_goes_too_far_is_stopped(page, said):
    with pytest.raises(Exception, match=said):
        rendered(page=page)


def test_an_edited_layout_is_not_taken_for_what_it_was():
    assert rendered(page="{{ name }}") == "&lt;Ann&gt;"
    assert rendered(page="{{ name | lower }}") == "&lt;ann&gt;"


def test_a_layout_is_compiled_once(monkeypatch):
    page = "compiled once: {{ 1 }}"
    rendered(page=page)
    monkeypatch.setattr("jinja2.environment.Environment.compile", None)

    assert rendered(page=page) == "compiled once: 1"


def test_a_page_has_a_largest_size(monkeypatch):
    monkeypatch.setattr(layouts, "MAX_CHARACTERS", 1_000)

    with pytest.raises(Exception, match="does not end"):
        rendered(page="{% for a in items %}" + "x" * 50 + "{% endfor %}")


# ---------------------------------------------------------------- documentation


def test_every_slot_field_and_filter_is_documented(checkout):
    lines = (checkout / "templates" / "README.md").read_text("utf-8").split("\n")
    rows = {line.split("`")[1]: line for line in lines if line.startswith("| `")}
    common = {"text", "paragraph", "confidence", "start", "end"}

    for name, shape in templating.prompt_names().items():
        if shape.kind == "list":
            assert any(f"`{name}`" in line for line in lines), name
        else:
            missing = {part for part in shape.fields if f"`{part}`" not in rows[name]}
            assert missing <= common, (name, missing)
    for name in english.FILTERS:
        assert any(line.startswith("| `") and f"`{name}`" in line for line in lines), name


def test_nothing_is_documented_that_a_slot_does_not_have(checkout):
    lines = (checkout / "templates" / "README.md").read_text("utf-8").split("\n")
    rows = {line.split("`")[1]: line for line in lines if line.startswith("| `")}

    for name, shape in templating.prompt_names().items():
        if shape.kind == "record":
            inner = {part for each in shape.fields.values() for part in each.fields}
            documented = set(rows[name].split("`")[1::2]) - {name, SLOTS.get(name, "")}
            assert documented <= {*shape.fields, *inner}, name


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("PORT LINDEN — The library will close.", "“The library will close”"),
        ("KABUL, Afghanistan (AP) - Two men walked home.", "“Two men walked home”"),
        ("ST. PAUL, Minn. – Snow fell.", "“Snow fell”"),
        ("NATO — the alliance — met.", "“NATO — the alliance — met”"),
        ("A BIG storm - it was big - came.", "“A BIG storm - it was big - came”"),
    ],
)
def test_a_dateline_is_not_quoted(text, printed):
    assert english.quoted(text) == printed
