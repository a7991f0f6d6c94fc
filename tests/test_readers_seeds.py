"""The sample readings: each shows something, and each is read without a complaint."""

from pathlib import Path

import pytest

from guides.model import Document
from guides.readers import SUFFIXES, read

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
NAMES = sorted(
    path.name for path in SEEDS.iterdir() if path.suffix in SUFFIXES and path.stem != "README"
)


def seed(name: str) -> Document:
    return read(name, (SEEDS / name).read_bytes())


def test_there_are_seeds():
    assert len(NAMES) >= 4


@pytest.mark.parametrize("name", NAMES)
def test_every_seed_is_read_without_a_problem(name):
    found = seed(name)

    assert found.problems == ()
    assert found.dropped == ()
    assert found.language == "en"
    assert {block.kind for block in found.blocks} == {"paragraph"}


@pytest.mark.parametrize(
    ("name", "title", "authors", "paragraphs"),
    [
        ("the-lamp-keeper.md", "The Lamp Keeper", (), 14),
        ("a-bridge-has-two-ends.txt", "A Bridge Has Two Ends", ("Imara Osei",), 9),
        (
            "library-saturdays.md",
            "Port Linden Library to Lose Its Saturdays",
            ("Rosa Delacourt",),
            9,
        ),
    ],
)
def test_our_own_seeds_say_who_wrote_what(name, title, authors, paragraphs):
    found = seed(name)

    assert (found.title, found.authors) == (title, authors)
    assert len(found.numbered) == paragraphs
    assert found.front.rights.startswith("Written for Guides")


def test_the_front_matter_that_the_readme_shows_is_right():
    text = (SEEDS / "README.md").read_text("utf-8")
    example = text.partition("```yaml\n")[2].partition("```")[0]

    found = read("example.txt", f"{example}\nIt rained on the harbour.\n".encode())

    assert found.problems == ()
    assert found.authors == ("Ines Vale", "Rui Costa")
    assert found.front.glossary == {"dear": "costing a lot"}
    assert found.front.sensitivity.safe_lines == (3, 8)


def test_the_readme_names_every_seed():
    text = (SEEDS / "README.md").read_text("utf-8")

    assert [name for name in NAMES if f"`{name}`" not in text] == []
