"""Where the paragraphs, items, stanzas, turns and rows of a plain text begin and end."""

from textwrap import dedent

import pytest

from guides.model import Block, Document
from guides.readers import read
from guides.readers.verse import is_verse, may_be_verse


def document(text: str) -> Document:
    return read("seed.txt", dedent(text).encode())


def blocks(text: str) -> tuple[Block, ...]:
    return document(text).blocks


def folded(block: Block) -> str:
    return " ".join(block.text.split())


def shape(text: str) -> list[tuple[str, str]]:
    """Return the kind and the first two words of every block."""
    return [(block.kind, " ".join(block.text.split()[:2])) for block in blocks(text)]


WRAPPED = """\
    The bus left the station at the edge of the old town, and nobody on it
    knew that the bridge had been closed since noon. The driver did not know
    it either.

    At the first bend, which is also the last one before the river, all the
    lights went out.
"""
LONG = "The pump was switched on in the evening and ran until the tank on the hill was full again."


# ---------------------------------------------------------------- paragraphs


def test_empty_lines_part_paragraphs():
    found = blocks("The first one.\n\n\n   \nThe second one.\n")

    assert [block.text for block in found] == ["The first one.", "The second one."]
    assert [block.number for block in found] == [1, 2]


def test_long_lines_are_paragraphs_by_themselves():
    assert [folded(block) for block in blocks(f"{LONG}\n{LONG}\n{LONG}\n")] == [LONG] * 3


def test_broken_lines_are_joined_and_the_span_covers_them():
    found = document(WRAPPED)

    assert [block.text.count("\n") for block in found.blocks] == [2, 1]
    assert folded(found.blocks[0]).endswith("The driver did not know it either.")
    assert len(found.blocks[0].sentences) == 2
    assert found.repairs == ("Lines that were broken at column 72 were joined into paragraphs.",)


def test_an_indent_begins_a_paragraph_where_no_line_is_empty():
    found = blocks(
        """\
          The valley had two rivers and one bridge, and the people on the left
        bank said that the bridge was theirs, since they had built it for the
        fair.
          The people on the right bank said that it was theirs because they had
        paid for all of the stone.
        """
    )

    assert [folded(block)[:10] for block in found] == ["The valley", "The people"]


def test_a_short_last_line_ends_a_paragraph_where_no_line_is_empty():
    found = blocks(
        """\
        The valley had two rivers and one bridge, and the people on the left
        bank said that it was theirs.
        The people on the right bank said that it was theirs because they had
        paid for all of the stone.
        """
    )

    assert len(found) == 2


def test_a_short_line_that_nothing_ends_stands_by_itself_above_broken_lines():
    found = blocks("    The Last Bus\n" + WRAPPED + "\n    The Other Bank\n" + WRAPPED)

    assert [block.kind for block in found] == [
        "paragraph",
        "paragraph",
        "heading",
        *["paragraph"] * 2,
    ]


def test_lines_broken_a_little_early_are_still_joined():
    text = WRAPPED.replace("nobody on it\n    knew", "nobody\n    on it knew")

    assert len(blocks(text)) == 2


def test_a_line_that_breaks_inside_a_sentence_is_joined_among_long_lines():
    found = blocks(f"{LONG}\n{LONG}\nNobody had told\nthe driver.\n{LONG}\n")

    assert [folded(block) for block in found] == [LONG, LONG, "Nobody had told the driver.", LONG]


def test_a_line_across_the_page_is_no_paragraph():
    assert shape("Before it ends.\n\n* * *\n\nAfter it begins.\n\n-----\n\nLast of all.") == [
        ("paragraph", "Before it"),
        ("paragraph", "After it"),
        ("paragraph", "Last of"),
    ]


# ---------------------------------------------------------------- lists


@pytest.mark.parametrize("mark", ["•", "·", "-", "*", "▪", "●"])
def test_a_bullet_makes_an_item_and_is_not_part_of_its_words(mark):
    found = blocks(f"Bring these:\n\n{mark} a lamp\n{mark} a rope\n")

    assert [(block.kind, block.text) for block in found[1:]] == [
        ("item", "a lamp"),
        ("item", "a rope"),
    ]
    assert [block.number for block in found] == [1, 2, 3]


@pytest.mark.parametrize("marks", [("1.", "2."), ("1)", "2)"), ("(a)", "(b)"), ("A.", "B.")])
def test_numbers_and_letters_make_items(marks):
    first, second = marks

    found = blocks(f"Bring these:\n\n{first} a lamp\n{second} a rope\n")

    assert [block.kind for block in found] == ["paragraph", "item", "item"]
    assert found[1].text == "a lamp"


def test_an_initial_and_a_lone_number_are_no_list_marks():
    assert shape("A. Moss wrote this.\n\n7. Juni was the day.\n\nThe end came soon.") == [
        ("paragraph", "A. Moss"),
        ("paragraph", "7. Juni"),
        ("paragraph", "The end"),
    ]


def test_a_long_dash_opens_talk_but_marks_items_below_a_line_without_an_end():
    talk = shape("He came in.\n\n– Good evening, he said.\n\n– Good evening, they said.")
    items = shape("Bring:\n– a lamp that works\n– a rope")

    assert [kind for kind, _ in talk] == ["paragraph"] * 3
    assert [kind for kind, _ in items][-2:] == ["item", "item"]


def test_deeper_items_have_a_deeper_level():
    found = blocks("Bring these:\n\n- a lamp\n    - oil for it\n- a rope\n")

    assert [block.level for block in found] == [0, 1, 2, 1]


def test_an_item_goes_on_in_lines_below_it():
    found = blocks("Bring these:\n\n1. a lamp,\n   and oil.\n2. a rope\n")

    assert [folded(block) for block in found[1:]] == ["a lamp, and oil.", "a rope"]


# ---------------------------------------------------------------- verse

POEM = """\
    Small Harbour

    The boats come in at evening
    with gulls about the mast,
    and no one on the quayside
    will ask them how they passed.

    They tie up where they always
    have tied up, rope by rope.

    And that is all.
"""


def test_a_poem_keeps_its_lines():
    found = document(POEM)

    assert found.title == "Small Harbour"
    assert [block.kind for block in found.blocks] == ["stanza"] * 3
    assert found.blocks[0].text.count("\n") == 3
    assert [block.number for block in found.blocks] == [1, 2, 3]


def test_a_stanza_inside_prose_is_verse():
    song = (
        "    Row the boat to Ashfold,\n    Row it there and back,\n    Bring us salt and candles,\n"
    )

    kinds = [kind for kind, _ in shape(WRAPPED + "\n" + song + "\n" + WRAPPED)]

    assert kinds.count("stanza") == 1


def test_free_verse_is_told_by_its_short_lines():
    lines = ["the sea", "is not a door, it is the street", "we", "were children in, and lost"]

    assert is_verse(lines)
    assert not is_verse(lines[:2])
    assert not is_verse([line * 4 for line in lines])


_STOPPED = """The tide goes out and leaves its shells.
The gulls come down to read the sand.
A bell is ringing somewhere else.
A child is writing with one hand.

She writes her name. She writes the day.
She draws a boat without a sail.
The evening rubs the words away.
The wind comes up to tell the tale."""


def kinds(text: str) -> list[str]:
    return [block.kind for block in read("seeds/poem.txt", text.encode(), "utf-8").blocks]


def test_stanzas_of_one_length_are_verse_though_one_of_their_lines_is_long():
    stanza = (
        "The driver has a drawing taped\nabove the slot: a bus with legs,\na sun with legs,\n"
        "a man with none, who must be him, or whoever drives it in the end.\n"
    )

    assert kinds(f"Last Bus\nby Ann Moss\n\n{stanza}\n{stanza}\n{stanza}") == ["stanza"] * 3


def test_lines_that_all_end_in_stops_are_verse_where_they_rhyme():
    assert kinds(f"Low Tide\n\n{_STOPPED}") == ["stanza"] * 2


def test_couplets_that_rhyme_are_stanzas():
    couplets = _STOPPED.replace("\n\n", "\n").split("\n")
    pairs = [f"{couplets[at]}\n{couplets[at + 2]}" for at in (0, 1, 4, 5)]
    assert kinds("Low Tide\n\n" + "\n\n".join(pairs)) == ["stanza"] * 4


def test_rhymed_lines_with_an_empty_one_between_are_verse():
    spaced = _STOPPED.replace("\n\n", "\n").replace("\n", "\n\n")
    assert kinds(f"Low Tide\n\n{spaced}") == ["stanza"] * 8


def test_notes_with_a_sentence_on_each_line_are_no_verse():
    notes = (
        "We left the school at nine in the morning.\nThe bus was late because of the snow.\n"
        "The guide showed us the old mill first.\nShe explained how the wheel turned.\n"
        "We ate lunch in the barn.\nThen it started to snow again.\n"
        "Two students lost their gloves.\nWe came back at four."
    )
    assert kinds(f"Notes on the trip\n\n{notes}") == ["paragraph"] * 8


def test_inflections_alone_do_not_rhyme():
    notes = "\n".join(
        f"They {verb} and then went home again, {verb}." for verb in
        ("talked", "rested", "waited", "counted", "planted", "painted", "listened")
    )  # fmt: skip
    assert "stanza" not in kinds(f"Notes on the trip\n\n{notes}")


def test_short_free_verse_in_small_letters_is_told_by_the_whole_text():
    poem = (
        "my mother\nis already awake\nmeasuring rice\n\nthe radio\nspeaks a language\n"
        "that my teeth forgot\n\nshe does not turn around\nwhen I come in"
    )
    assert kinds(f"Kitchen\n\n{poem}") == ["stanza"] * 3


def test_prose_at_a_narrow_column_is_no_verse():
    lines = ["it was raining on", "the old town and", "nobody knew that", "the bridge was", "shut."]

    assert not is_verse(lines)


def test_a_stanza_may_be_one_of_many_paragraphs_but_not_the_other_way_round():
    text = POEM.replace("Small Harbour", "Small Harbour\n\n    " + LONG + " " + LONG)

    assert blocks(text)[0].kind == "paragraph"


@pytest.mark.parametrize(
    "lines",
    [
        ["The Ashfold Gazette", "14 Mill Lane", "Ashfold AH4 2QT"],
        ["Ines Vale", "Rui Costa", "Tomas Reyes", "Ana Moss"],
        ["He left.", "She stayed.", "They wrote.", "It rained."],
        ["one", "two", "three", "four"],
        [
            "They had come to the town in the",
            "evening, and by the morning they",
            "had left it again for the hills",
        ],
    ],
)
def test_addresses_names_and_prose_are_no_verse(lines):
    assert not is_verse(lines)
    assert not may_be_verse(lines[:1])


# ---------------------------------------------------------------- talk


def test_labels_in_capitals_are_turns():
    found = blocks(
        "MOSS: Is it open?\n\nVALE (on the phone): No.\n\n(LAUGHTER)\n\nMOSS: Then I wait."
    )

    assert [(block.kind, block.speaker, block.text) for block in found] == [
        ("turn", "MOSS", "Is it open?"),
        ("turn", "VALE", "No."),
        ("caption", "", "(LAUGHTER)"),
        ("turn", "MOSS", "Then I wait."),
    ]
    assert [block.number for block in found] == [1, 2, None, 3]


def test_an_interview_by_q_and_a_has_turns():
    found = blocks("The Mayor\n\nQ: Is it open?\nA: No, it is not.\nQ. And later?\nA. Perhaps.\n")

    assert [block.speaker for block in found] == ["Q", "A", "Q", "A"]
    assert found[2].text == "And later?"


def test_names_are_turns_where_they_take_turns():
    talk = "Ms Vale: Is it open?\n\nMr Costa: No.\n\n"

    assert {block.kind for block in blocks(talk + talk)} == {"turn"}
    assert {block.kind for block in blocks(talk)} == {"paragraph"}


def test_notes_and_addresses_are_no_turns():
    text = "Note: bring a lamp.\n\nEmail: a@b.org\n\nNote: bring a rope.\n\nEmail: c@d.org\n"

    assert not any(block.speaker for block in blocks(text))


def test_an_unlabelled_paragraph_has_no_speaker():
    """Who goes on after a turn is not sure, so nobody is named."""
    found = blocks("MOSS: It is open.\n\nThe room was silent.\n\nVALE: It is not.\n\nMOSS: Ah.")

    assert found[1].kind == "paragraph"
    assert found[1].speaker == ""


def test_a_quotation_opened_again_goes_on_with_the_turn():
    found = blocks(
        '"MOSS: It is open.\n\n"It was never closed.\n\n"VALE: It is not.\n\n"MOSS: Ah."'
    )

    assert [block.speaker for block in found] == ["MOSS", "MOSS", "VALE", "MOSS"]
    assert found[1].text == "It was never closed."


# ---------------------------------------------------------------- tables, headings, captions


def test_rows_of_figures_are_a_table_with_its_head():
    found = blocks(f"{LONG}\n\nYear Rain Snow\n2019 40 12 9\n2020 55 14 3\n\n{LONG}")

    assert [block.kind for block in found] == ["paragraph", "row", "row", "row", "paragraph"]
    assert [block.number for block in found] == [1, None, None, None, 2]


def test_a_row_with_one_wide_gap_and_the_heads_of_columns_are_of_the_table():
    text = (
        f"{LONG}\n\n                 River Aske     River Lunne\n"
        "Area of basin    86 km2         90 km2\nMain land use    town, pasture  woodland\n"
        "Heaviest rain    14:00          14:00\nLag time         4.5 hours      13 hours\n\n"
        f"{LONG}\n"
    )

    assert [block.kind for block in blocks(text)] == ["paragraph", *["row"] * 5, "paragraph"]


def test_tabs_and_bars_make_rows():
    tabs = blocks(f"{LONG}\n\nName\tAge\nAnn\t12\n\n{LONG}")
    bars = blocks(f"{LONG}\n\n| Name | Age |\n|---|---|\n| Ann | 12 |\n\n{LONG}")

    assert [block.kind for block in tabs] == ["paragraph", "row", "row", "paragraph"]
    assert [block.text for block in bars[1:3]] == ["Name | Age", "Ann | 12"]


def test_a_lone_line_with_a_bar_or_figures_is_no_table():
    assert blocks(f"{LONG}\n\nIn 2019 2020 2021 2022 it rained.")[1].kind == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Goals of the Second Day:",
        "What the river took",
        "CHAPTER IV.",
        "Part Two: The Other Bank",
        "THE END OF IT",
    ],
)
def test_a_short_line_that_nothing_ends_is_a_heading(line):
    found = blocks(f"{LONG}\n\n{line}\n\n{LONG}")

    assert found[1].kind == "heading"
    assert found[1].number is None
    assert found[1].level == 2
    assert found[2].number == 2


@pytest.mark.parametrize(
    "line",
    [
        "She said nothing.",
        "Part of me wanted to leave.",
        "“No”",
        "What now?",
        "Dear Hannah:",
        "Here’s why:",
        "Now for the ask:",
        "and then the lamp",
        "ann@example.org",
        "It goes on to say that [4]",
    ],
)
def test_what_may_be_prose_keeps_its_number(line):
    found = blocks(f"{LONG}\n\n{line}\n\n{LONG}")

    assert (found[1].kind == "heading") == line.startswith("It goes")
    assert found[-1].number == 3 - line.startswith("It goes")


@pytest.mark.parametrize("line", ["What now?", "What does a lock do?", "Whose river is it?"])
def test_a_lone_question_is_a_heading_where_there_are_others(line):
    found = blocks(f"{LONG}\n\nWhat the river took\n\n{LONG}\n\n{line}\n\n{LONG}")
    alone = blocks(f"{LONG}\n\n{line}\n\n{LONG}")

    assert [block.kind for block in found[1::2]] == ["heading", "heading"]
    assert alone[1].kind == "paragraph"


def test_a_line_that_ends_on_a_spoken_question_is_no_heading():
    found = blocks(f'{LONG}\n\nPim turned round. "Is there anything else?"\n\n{LONG}')

    assert found[1].kind == "paragraph"


def test_a_list_of_short_lines_is_no_run_of_headings():
    found = blocks(f"{LONG}\n\nFor the Bread:\nflour\ntwo cups of water\nSalt\n\n{LONG}")

    assert [block.kind for block in found[1:5]] == ["heading", *["paragraph"] * 3]


def test_the_last_line_is_never_a_heading():
    assert blocks(f"{LONG}\n\nYours, Ann")[-1].kind == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ines Vale",
        "Figure 2. Rain in the valley, by year.",
        "The new bridge, seen from the left bank. Image: Rui Costa.",
        "3 March 2024",
        "March 11",
        "END OF TRANSCRIPT",
        "The tower of the mill, photograph, c. 1871",
        "The miller in his Sunday coat, circa 1880",
    ],
)
def test_captions_and_dates_have_no_number(line):
    assert blocks(f"{LONG}\n\n{line}\n\n{LONG}")[1].kind == "caption"


def test_a_lettered_line_in_capitals_is_a_heading_and_a_page_number_is_nothing():
    found = blocks(
        """\
        1.   The board has closed the bridge, and nobody has been asked.

        A.   THE SERVICE ON PAPER

        2.   Each household may draw water, if there is water to be drawn.

                                     - 7 -

        B.   RECOMMENDATIONS

        3.   The board should open the bridge before the winter comes.
        """
    )

    assert [(block.kind, block.number) for block in found] == [
        ("item", 1),
        ("heading", None),
        ("item", 2),
        ("heading", None),
        ("item", 3),
    ]


def test_the_heads_of_columns_are_a_row_though_a_rule_parts_them_from_the_figures():
    found = blocks(
        """\
        We compared the readings with the claims, month by month.

        ------------------------------------
        Year     Trips paid    Litres
        ------------------------------------
        2020        6,212         49.7
        2021        9,870         79.0
        ------------------------------------
        """
    )

    assert [block.kind for block in found] == ["paragraph", "row", "row", "row"]


def test_a_numbered_line_over_what_it_names_is_a_heading_and_no_item():
    found = shape(
        """\
        Working at Night in Dell

        1. Main points

        An estimated 27% of adults worked at night in the spring of the year.

        2. Who works at night

        Those who do are younger than those who do not, in every district.
        """
    )

    assert [kind for kind, _ in found] == ["heading", "paragraph", "heading", "paragraph"]


def test_turns_are_told_below_the_time_at_which_they_were_said():
    found = blocks(
        """\
        [00:00:14] ANN MOSS: Hello, and welcome to the long way round.

        [00:00:31] RUI COSTA: It is strange to be asked a question.

        [00:00:40] ANN MOSS: Is it? I would not have thought so.

        [00:00:52] RUI COSTA: Usually I am the one who asks.
        """
    )

    assert [(block.kind, block.speaker) for block in found] == [
        ("turn", "ANN MOSS"),
        ("turn", "RUI COSTA"),
    ] * 2


def test_lines_of_verse_that_were_kept_are_not_said_to_be_joined():
    stanza = (
        "The power goes off on Friday night and\nmy brother waits outside it with the van\n" * 2
    )
    found = document(f"Labels\n\n{stanza}\n{stanza}\n{stanza}")

    assert {block.kind for block in found.numbered} == {"stanza"}
    assert found.repairs == ()
