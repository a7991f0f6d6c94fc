"""Markdown as clean words, each block with its line in the file."""

from textwrap import dedent

import pytest

from guides.model import Document
from guides.readers import read


def document(text: str) -> Document:
    return read("seed.md", dedent(text).encode())


def shape(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document(text).blocks]


def test_marks_and_links_become_their_words():
    text = "A **bold** and *soft* [lamp](http://a.org 'title'), `code` &amp; <http://b.org>."

    assert shape(text) == [("paragraph", "A bold and soft lamp, code & http://b.org.")]


def test_raw_html_is_not_interpreted():
    assert shape("A <b>bad</b> tag.\n\n<script>alert(1)</script>") == [
        ("paragraph", "A <b>bad</b> tag."),
        ("paragraph", "<script>alert(1)</script>"),
    ]


def test_the_first_heading_is_the_title():
    found = document("# The Lamp\n\nIt stood on the sill.\n\n## Later\n\nIt was lit.")

    assert found.title == "The Lamp"
    assert not found.title_derived
    assert [(block.kind, block.level) for block in found.blocks] == [
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


def test_a_line_in_bold_is_a_heading_but_a_bold_sentence_is_not():
    assert shape("It began.\n\n**The second day**\n\n**It rained.**\n\nAll day.")[1:3] == [
        ("heading", "The second day"),
        ("paragraph", "It rained."),
    ]


def test_headings_are_guessed_where_none_is_marked_but_the_title():
    plain = "It began.\n\nThe second day\n\nIt rained."

    assert shape(plain)[1] == ("heading", "The second day")
    assert shape(f"# The Storm\n\n{plain}")[1] == ("heading", "The second day")
    assert shape(f"{plain}\n\n## After\n\nIt cleared.")[1] == ("paragraph", "The second day")


def test_lists_have_items_with_their_depth():
    found = document(
        """\
        Bring these:

        1. a lamp
           that works

           and is full
        2. a rope
           - of hemp
        """
    )

    assert [(block.kind, block.level, block.text) for block in found.blocks[1:]] == [
        ("item", 1, "a lamp\nthat works"),
        ("paragraph", 0, "and is full"),
        ("item", 1, "a rope"),
        ("item", 2, "of hemp"),
    ]


def test_a_table_has_rows_without_numbers():
    found = document("It rained.\n\n| Year | Rain |\n|---|---|\n| 2019 | **40** |\n")

    assert [(block.kind, block.number, block.text) for block in found.blocks[1:]] == [
        ("row", None, "Year | Rain"),
        ("row", None, "2019 | 40"),
    ]


def test_a_picture_by_itself_is_a_caption():
    assert shape("It rained.\n\n![A wet street](street.png)\n\nAll ![x](x.png)day.")[1:] == [
        ("caption", "A wet street"),
        ("paragraph", "All day."),
    ]


@pytest.mark.parametrize(
    "verse",
    [
        "Row the boat,  \nrow it back,  \nbring us salt.",
        "Row the boat,\\\nrow it back,\\\nbring us salt.",
        "```\nRow the boat,\nrow it back,\nbring us salt.\n```",
        "    Row the boat,\n    row it back,\n    bring us salt.",
    ],
)
def test_verse_keeps_its_lines(verse):
    assert shape(f"# Song\n\nThey sang.\n\n{verse}")[1] == (
        "stanza",
        "Row the boat,\nrow it back,\nbring us salt.",
    )


SHED = """\
A hammer with a handle wrapped in tape.
A coil of wire, and what it used to hold
is gone. A tin of nails, all sizes, none
of them so straight as they were when sold.

I take the lamp and hang it on the hook
beside the door. The door has dropped, it drags
a groove into the floor. I lift it up.
The hinges know. Two screws, a folded rag

and it will close. It will not close for long,
he used to say, and then he closed it. Rain
is coming in beneath the western wall.
I leave the tape, the nails, the wire, the chain.
"""


def test_regular_stanzas_that_run_on_are_told_by_the_whole_text():
    poem = f"---\ntitle: Shed\n---\n\n{SHED}"

    assert [kind for kind, _ in shape(poem)] == ["stanza"] * 3
    assert "paragraph" in [kind for kind, _ in shape(f"{poem}\n- a hammer\n- some nails\n")]
    shorter = f"{poem}\nI keep the door in sight. I shut it once,\nand once is not enough for it.\n"
    assert [kind for kind, _ in shape(shorter)] == ["stanza"] * 4


def test_a_broken_paragraph_is_no_verse():
    text = "They had come to the town in the evening, and\nby the morning they had left it again."

    assert shape(text) == [("paragraph", text)]


def test_every_block_keeps_its_line_in_the_file():
    found = document(
        """\
        ---
        title: The Lamp
        ---

        # The Lamp

        It stood on
        the sill.

        - one
        - two

        | a | b |
        |---|---|
        | c | d |
        """
    )

    lines = [found.source.position(block.span.start)[0] for block in found.blocks]
    assert lines == [7, 10, 11, 13, 15]
    assert found.source.position(found.blocks[0].span.end - 1)[0] == 8


def test_a_preface_and_a_source_line_are_found_through_their_marks():
    found = document(
        """\
        **The Hub's Take:**

        * Lamps are *useful*.
        * Who should own one?

        The first lamp stood on a sill.

        [Read the full article](http://a.org/lamps) about lamps by Ines Vale at The Ledger.
        """
    )

    assert found.preface is not None
    assert found.preface.publisher == "The Hub"
    assert [part.kind for note in found.preface.notes for part in note.parts] == [
        "summary",
        "question",
    ]
    assert (found.title, found.authors, found.publisher) == ("Lamps", ("Ines Vale",), "The Ledger")
    assert shape("Only words.") == [("paragraph", "Only words.")]


def test_notes_at_the_foot_are_printed_and_have_no_number():
    found = document(
        "It rained.[^1] It stopped.\n\nNobody knew.[^b]\n\n[^1]: See there.\n[^b]: Or here."
    )

    assert [(block.number, block.text) for block in found.blocks] == [
        (1, "It rained. It stopped."),
        (2, "Nobody knew."),
        (None, "See there.\nOr here."),
    ]


def test_a_comment_for_other_editors_is_no_text_and_keeps_the_lines():
    found = document("One <!-- p. 1 --> two.\n\n<!-- a\nb -->\n\nThree.")

    assert [block.text for block in found.blocks] == ["One two.", "Three."]
    assert found.blocks[1].span.source.position(found.blocks[1].span.start) == (6, 1)


def test_a_first_line_in_bold_over_a_paragraph_is_its_heading():
    found = document(
        "# The Week\n\n**Ferry runs aground**\n"
        "DELL — A ferry ran aground in fog on Wednesday, the *Dell* said.\n"
    )

    assert [(block.kind, block.text[:12]) for block in found.blocks] == [
        ("heading", "Ferry runs a"),
        ("paragraph", "DELL — A fer"),
    ]
    assert [item.span.text for item in found.markup if item.kind == "emphasis"] == ["Dell"]


def test_free_verse_with_a_note_below_it_keeps_its_lines():
    stanza = (
        "She cut the mountain into tickets,\nwhite and pink, and spiked\nthe pink; and one year"
    )
    found = document(f"# The Step\n\n{stanza}\n\n{stanza}\n\n{stanza}\n\nAnn Moss lives in Dell.\n")

    assert [block.kind for block in found.blocks[:3]] == ["stanza"] * 3


TAIL = "*Ann Moss teaches in Dell.*\n\n**Related:** [One](#) | [Two](#)\n\nFiled under: ferries\n"


def test_what_a_page_says_below_its_last_rule_has_no_number():
    found = document(f"One.\n\nTwo.\n\nThree.\n\n---\n\n{TAIL}")

    assert [block.number for block in found.blocks] == [1, 2, 3, None, None]
    assert found.blocks[3].text == "Ann Moss teaches in Dell."


@pytest.mark.parametrize(
    "last", ["It was over.", "**I will not go.** I said so, and I stayed there."]
)
def test_a_last_scene_below_a_rule_keeps_its_number(last: str):
    found = document(f"One.\n\nTwo.\n\nThree.\n\n---\n\n{last}\n\n{TAIL}")

    assert [block.number for block in found.blocks] == [1, 2, 3, 4, None, None]


def test_the_anchor_of_a_heading_is_no_word_of_it():
    assert shape("One.\n\n## Your rights {#rights}\n\nTwo.")[1] == ("heading", "Your rights")


def test_a_paragraph_a_line_needs_no_empty_lines():
    told = "The lamp on the quay had burned since the flood, and nobody knew who filled it. "
    more = "The *keeper* said that it was not him, and that he had never once been asked about it."
    found = document(f"# The Lamp\n\n{told}{more}\n{told}{more}\n{told}{more}\n")

    assert [block.number for block in found.blocks if block.number] == [1, 2, 3]
    assert {piece.span.text for piece in found.markup} == {"keeper"}
    assert len(found.markup) == 3


def test_a_sentence_a_line_is_one_paragraph():
    told = "The lamp on the quay had burned since the flood, and nobody knew who filled it every"
    found = document(
        "# The Lamp\n\n" + "\n".join(f"{told} {day}." for day in "Monday Friday May".split())
    )

    assert len(found.numbered) == 1
