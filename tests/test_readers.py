"""From bytes to a document: what holds for every file of every kind."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guides.model import Document
from guides.problems import Failed
from guides.readers import SUFFIXES, read


def check(found: Document) -> None:
    """Assert what later stages rely on."""
    end = 0
    for block in found.blocks:
        assert block.span.source is found.source
        assert end <= block.span.start < block.span.end <= len(found.text)
        assert found.text[block.span.start : block.span.end] == block.text == block.text.strip()
        end = block.span.end
        place = block.span.start
        assert block.sentences
        for sentence in block.sentences:
            assert place <= sentence.start < sentence.end <= block.span.end
            place = sentence.end
    numbers = [block.number for block in found.numbered]
    assert numbers == list(range(1, len(numbers) + 1))
    assert found.title
    assert found.blocks


def check_outcome(name: str, data: bytes) -> None:
    """Assert that *data* gives a document that holds together, or a problem."""
    try:
        found = read(name, data)
    except Failed as failed:
        found, problems = None, failed.problems
    if found:
        check(found)
    else:
        assert problems


def problem_code(name: str, data: bytes) -> str:
    with pytest.raises(Failed) as failed:
        read(name, data)
    (problem,) = failed.value.problems
    assert problem.name == name
    assert problem.hint
    return problem.code


# ---------------------------------------------------------------- what cannot be read


def test_the_suffix_says_what_kind_of_file_it_is():
    assert SUFFIXES[:4] == (".txt", ".text", ".md", ".markdown")
    assert read("SEED.MD", b"# The Lamp\n\nIt stood on the sill.").title == "The Lamp"
    assert problem_code("seed.docx", b"words") == "damaged-file"
    assert problem_code("seed.pages", b"words") == "unknown-kind"
    assert problem_code("seed", b"words") == "unknown-kind"


@pytest.mark.parametrize("name", ["seed.txt", "seed.md"])
def test_a_file_without_a_reading_is_empty(name):
    assert problem_code(name, b"") == "empty-file"
    assert problem_code(name, b"---\ntitle: The Lamp\n---\n\n") == "empty-file"
    assert problem_code(name, b"---\n\n***\n") == "empty-file"


def test_a_character_that_was_lost_is_shown_in_its_place():
    found = read("seed.txt", "It rained.\n\nThe caf\ufffd was shut\ufffd.".encode())

    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("lost-character", "warning")
    assert problem.span is not None
    assert problem.span.place == "seed.txt:3:8"
    assert "1 more" in problem.message


# ---------------------------------------------------------------- what holds for all


def test_the_words_of_a_plain_text_are_the_file_itself():
    text = "The Lamp\n\nIt stood on\nthe sill.\n\n- oil\n"

    found = read("seed.txt", text.replace("\n", "\r\n").encode("utf-16"))

    assert found.text == text


def test_headings_captions_and_rows_have_no_number():
    text = (
        "The Lamp\n\nIt stood on the sill for a week.\n\nThe Second Week\n\nPhoto: Ines Vale\n\n"
        "Day\tOil\n1\t20\n\nIt was moved to the door."
    )

    found = read("seed.txt", text.encode())

    assert [(block.kind, block.number) for block in found.blocks] == [
        ("paragraph", 1),
        ("heading", None),
        ("caption", None),
        ("row", None),
        ("row", None),
        ("paragraph", 2),
    ]
    check(found)


def test_the_same_bytes_give_the_same_document():
    data = "The Lamp\n\nBy Ines Vale\n\nIt stood on the sill, and nobody lit it.".encode("utf-16")

    assert read("seed.txt", data) == read("seed.txt", data)


LINES = st.sampled_from(
    [
        "",
        "   ",
        "The Hub's Take:",
        "• Towns lend tools. How can donors help?",
        "Here's how Brevik did it",
        "What is Giving Compass?",
        "We connect donors to ideas. Learn more about us.",
        "# The Lamp",
        "The Lamp Keeper",
        "By Ines Vale",
        "MOSS: It is open.",
        "Q: Is it?",
        "1. First, the lamp.",
        "  - oil",
        "They sat beside the harbour wall,",
        "And nobody had come,",
        "a\tb\tc",
        "| 1 | 2 |",
        "|---|---|",
        "```",
        "---",
        "title: The Lamp",
        "> “It was never lit,” she said.",
        "It had rained for a week, and nobody in the town could say where the water",
        "came from. On the eighth day somebody asked.",
        "Photo: Ines Vale",
        "**The second day**",
        "Read the full article about lamps by Ines Vale at The Ledger.",
        "Subscribe",
        "Ærø “” é — \ufffd 水。",
    ]
)
NAMES = st.sampled_from(["seed.txt", "seed.md"])


@given(NAMES, st.lists(LINES, max_size=25))
@settings(max_examples=200)
@example("seed.txt", ["The Hub's Take:", "", "Subscribe"])
@example("seed.md", ["```", "", "```", "x"])
def test_any_lines_give_a_document_that_holds_together(name, lines):
    check_outcome(name, "\n".join(lines).encode())


@given(NAMES, st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(max_examples=200)
def test_any_bytes_give_a_document_or_a_problem(name, data):
    check_outcome(name, data)


# ---------------------------------------------------------------- long texts


def test_every_text_of_the_corpus_holds_together(checkout):
    paths = sorted((checkout.parent / "shared" / "corpus").glob("*.txt"))
    if not paths:
        pytest.skip("the texts for measuring are not here")

    for path in paths:
        check(read(path.name, path.read_bytes()))


def test_the_seed_reads_the_same_from_other_bytes(checkout):
    seed = (checkout / "seeds" / "lgbtqi-communities-in-chechnya.txt").read_bytes()
    paths = sorted((checkout.parent / "shared" / "corpus").glob("enc*_seed_*.txt"))
    if not paths:
        pytest.skip("the texts for measuring are not here")

    text = read("seed.txt", seed).text

    assert [read("seed.txt", path.read_bytes()).text == text for path in paths] == [True] * 3
