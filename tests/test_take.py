"""The republisher's preface, the source line and the furniture around an excerpt."""

import pytest

from guides.model import Document
from guides.readers import read

SUMMARY = "Mara Lind explains how three towns turned empty shops into tool libraries."
QUESTION = "How can donors help such libraries last?"
POINTER = "Learn more about the sharing economy."
BODY = (
    "The first tool library in Harrow Vale opened with nine drills and a ladder.",
    "Members pay what they can, and nobody asks them why.",
)
SOURCE = "Read the full article about tool libraries by Mara Lind at The Ledger."


def document(*paragraphs: str, gap: str = "\n\n") -> Document:
    return read("seed.txt", gap.join(paragraphs).encode())


def notes(found: Document) -> list[list[tuple[str, str]]]:
    """Return kind and words of every part, note by note."""
    assert found.preface is not None
    return [[(part.kind, part.span.text) for part in note.parts] for note in found.preface.notes]


def body(found: Document) -> list[str]:
    return [block.text for block in found.blocks]


THREE = [[("summary", SUMMARY)], [("question", QUESTION)], [("pointer", POINTER)]]


# ---------------------------------------------------------------- the user's own document


def test_the_seed_has_three_notes_nine_paragraphs_and_a_title_from_its_last_line(checkout):
    path = checkout / "seeds" / "lgbtqi-communities-in-chechnya.txt"

    found = read(path.name, path.read_bytes())

    assert found.title == "LGBTQI communities in Chechnya"
    assert found.title_derived
    assert found.excerpt
    assert found.authors == ("Levi Jackman",)
    assert found.publisher == "United Nations Foundation"
    assert found.language == "en"
    assert found.preface is not None
    assert found.preface.heading == "Giving Compass' Take"
    assert found.preface.publisher == "Giving Compass"
    kinds = [[part.kind for part in note.parts] for note in found.preface.notes]
    assert kinds == [["summary"], ["question", "question"], ["pointer"]]
    assert [note.label for note in found.preface.notes] == ["T1", "T2", "T3"]
    assert [(block.kind, block.number) for block in found.blocks] == [
        ("paragraph", number) for number in range(1, 10)
    ]
    assert "deathsas a result" in found.blocks[5].text
    assert found.problems == ()


# ---------------------------------------------------------------- the preface


@pytest.mark.parametrize(
    ("heading", "publisher"),
    [
        ("Giving Compass' Take:", "Giving Compass"),
        ("Giving Compass’s Take", "Giving Compass"),
        ("The Hub’s Take:", "The Hub"),
        ("100 Good Towns' Take:", "100 Good Towns"),
        ("Giving Compass Take:", "Giving Compass"),
        ("Center for Tools and Towns' Summary:", "Center for Tools and Towns"),
        ("Our take:", "the editors"),
        ("The Editors' Take:", "the editors"),
        ("The Editor's Take:", "the editor"),
    ],
)
def test_the_heading_names_whose_view_it_is(heading, publisher):
    found = document(heading, f"• {SUMMARY}", f"• {QUESTION}", f"• {POINTER}", *BODY, SOURCE)

    assert found.preface is not None
    assert found.preface.publisher == publisher
    assert found.preface.heading == heading.removesuffix(":")
    assert notes(found) == THREE
    assert body(found) == list(BODY)


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\n\n\n"])
@pytest.mark.parametrize("bullet", ["• ", "•", "•\t", "· ", "- ", "* ", "– ", ""])
def test_notes_may_have_any_bullet_or_none(bullet, gap):
    texts = [f"{bullet}{text}" for text in (SUMMARY, QUESTION, POINTER)]

    found = document("The Hub's Take:", *texts, *BODY, SOURCE, gap=gap)

    assert notes(found) == THREE
    assert body(found) == list(BODY)


def test_the_last_notes_may_have_lost_their_bullets():
    found = document("The Hub's Take:", f"• {SUMMARY}", QUESTION, "Here's how Brevik did it", *BODY)

    assert notes(found)[1:] == [[("question", QUESTION)], [("pointer", "Here's how Brevik did it")]]
    assert body(found) == list(BODY)


def test_the_first_note_may_stand_on_the_line_of_the_heading():
    found = document(f"The Hub's Take: {SUMMARY}", *BODY)

    assert notes(found) == [[("summary", SUMMARY)]]


def test_notes_may_all_stand_on_one_line():
    line = f"The Hub's Take: • {SUMMARY} • {QUESTION} • {POINTER}"

    found = document(line, *BODY)

    assert notes(found) == THREE
    assert body(found) == list(BODY)


def test_below_bullets_only_what_asks_givers_or_leads_elsewhere_once_is_a_note():
    bulleted = ("The Hub's Take:", f"• {SUMMARY}", f"• {QUESTION}")

    for opening in ("How can we end this?", "They share. Learn how."):
        assert body(document(*bulleted, opening, *BODY))[0] == opening
    assert body(document(*bulleted, f"• {POINTER}", "See a town share.", *BODY))[0] == (
        "See a town share."
    )


def test_a_note_is_parted_into_what_it_says():
    second = f"Towns share more every year. {QUESTION} Which towns should be next?"

    found = document("The Hub's Take:", f"• {SUMMARY} They lend.", f"• {second}", *BODY)

    assert notes(found) == [
        [("summary", f"{SUMMARY} They lend.")],
        [
            ("statement", "Towns share more every year."),
            ("question", QUESTION),
            ("question", "Which towns should be next?"),
        ],
    ]


def test_a_statement_behind_a_question_in_the_first_note_is_no_summary():
    found = document("The Hub's Take:", f"• {SUMMARY} {QUESTION} It depends.", *BODY)

    assert [kind for kind, _ in notes(found)[0]] == ["summary", "question", "statement"]


def test_a_question_after_a_comma_splice_stays_as_it_is_printed():
    splice = "Sharing is growing quickly, how can donors help it last?"

    assert notes(document("The Hub's Take:", f"• {SUMMARY}", f"• {splice}", *BODY))[1] == [
        ("question", splice)
    ]


def test_a_list_in_the_article_is_not_part_of_the_preface():
    found = document(
        "The Hub's Take:",
        f"• {SUMMARY}",
        f"• {QUESTION}",
        *BODY,
        "  • drills",
        "  • ladders",
        SOURCE,
    )

    assert len(notes(found)) == 2
    assert [block.kind for block in found.blocks] == ["paragraph", "paragraph", "item", "item"]
    assert [block.number for block in found.blocks] == [1, 2, 3, 4]


def test_an_article_may_open_with_a_question_or_with_here():
    for opening in ("Who owns a ladder?", "Here is a town with one ladder. It is enough."):
        found = document("The Hub's Take:", f"• {SUMMARY}", f"• {QUESTION}", opening, *BODY)

        assert body(found)[0] == opening


def test_a_statement_between_notes_without_bullets_is_a_note():
    statement = "Towns share more every year."

    found = document("The Hub's Take:", SUMMARY, statement, QUESTION, *BODY)

    assert notes(found)[1:] == [[("statement", statement)], [("question", QUESTION)]]
    assert body(found) == list(BODY)


def test_the_source_line_is_no_note():
    found = document("The Hub's Take:", SUMMARY, SOURCE, *BODY)

    assert len(notes(found)) == 1
    assert found.topic == "tool libraries"


def test_an_article_without_bullets_begins_with_its_second_paragraph():
    found = document("The Hub's Take:", SUMMARY, *BODY, SOURCE)

    assert notes(found) == [[("summary", SUMMARY)]]
    assert body(found) == list(BODY)


def test_an_editors_note_is_a_statement():
    found = document("The Flood", "Editor's note: This story speaks of a flood.", *BODY)

    assert found.preface is not None
    assert found.preface.publisher == "the editor"
    assert notes(found) == [[("statement", "This story speaks of a flood.")]]
    assert found.title == "The Flood"


@pytest.mark.parametrize(
    "heading", ["A Doctor's View", "One Teacher's Take on Tools", "A Nurse's Take", "Students Take"]
)
def test_a_title_that_looks_like_the_heading_stays_a_title(heading):
    found = document(heading, *BODY)

    assert found.preface is None
    assert found.title == heading


def test_a_heading_without_an_article_is_no_preface():
    assert document("The Hub's Take:", f"• {SUMMARY}").preface is None


def test_the_label_is_never_the_title():
    assert document("The Hub's Take:", f"• {SUMMARY}", *BODY).title_derived


def test_a_title_may_stand_above_the_preface_or_with_a_byline_below_it():
    take = ("The Hub's Take:", f"• {SUMMARY}", f"• {QUESTION}")

    above = document("Tools for All", *take, *BODY)
    below = document(*take, "Tools for All", "By Mara Lind", *BODY)

    assert (above.title, above.title_derived) == ("Tools for All", False)
    assert (below.title, below.authors) == ("Tools for All", ("Mara Lind",))
    assert body(above) == body(below) == list(BODY)


# ---------------------------------------------------------------- furniture

ABOUT = ("What is Giving Compass?", "We connect donors to good ideas. Learn more about us.")


@pytest.mark.parametrize("place", ["above", "between", "below"])
@pytest.mark.parametrize("joined", [True, False])
def test_what_a_site_says_of_itself_is_dropped(place, joined):
    about = (" ".join(ABOUT),) if joined else ABOUT
    take = ("Giving Compass' Take:", f"• {SUMMARY}", f"• {QUESTION}", f"• {POINTER}")
    order = {
        "above": (*about, *take, *BODY, SOURCE),
        "between": (*take, *about, *BODY, SOURCE),
        "below": (*take, *BODY, SOURCE, *about),
    }

    found = document(*order[place], gap="\n")

    assert [span.text for span in found.dropped] == list(about)
    assert notes(found) == THREE
    assert body(found) == list(BODY)
    assert found.topic == "tool libraries"


def test_what_a_site_says_of_itself_ends_notes_that_have_no_bullets():
    found = document("The Hub's Take:", SUMMARY, "Towns share more every year.", *ABOUT, *BODY)

    assert notes(found)[1] == [("statement", "Towns share more every year.")]
    assert body(found) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter",
        "Subscribe",
        "Search our Guide to Good",
        "Start searching for your way to change the world.",
        "Share this article",
        "Follow us on Twitter",
        "Advertisement",
        "Related articles",
        "© 2024 The Ledger. All rights reserved.",
        "Looking for a way to help? Other readers at The Hub found these lists useful.",
        "Contáctanos",
        "#tools #towns",
    ],
)
def test_lines_of_a_web_page_are_dropped(line):
    found = document("Tools for All", *BODY, line)

    assert [span.text for span in found.dropped] == [line]
    assert body(found) == list(BODY)


def test_lines_of_a_web_page_inside_the_text_stay():
    assert document(*BODY * 4, "Share this article", *BODY * 4).dropped == ()


@pytest.mark.parametrize(
    "line",
    ["What is a tool library?", "We share.", "Follow me.", "He said: share this with no one."],
)
def test_sentences_of_a_text_are_not_dropped(line):
    assert document("Tools for All", line, *BODY).dropped == ()


def test_a_file_of_furniture_alone_is_read_as_it_is():
    found = document("Subscribe", "Log in")

    assert found.dropped == ()
    assert body(found) == ["Subscribe", "Log in"]


# ---------------------------------------------------------------- the source line


@pytest.mark.parametrize(
    ("line", "topic", "names", "publisher"),
    [
        (SOURCE, "tool libraries", ["Mara Lind"], "The Ledger"),
        (SOURCE[:-1], "tool libraries", ["Mara Lind"], "The Ledger"),
        (
            "Read the full article on tools in America by S. Mona Lind and Bo K. Ray in The 74",
            "tools in America",
            ["S. Mona Lind", "Bo K. Ray"],
            "The 74",
        ),
        (
            "Read the full story about tools by Ana Ray, Bo Lund, and Mara Lind at 100 Days",
            "tools",
            ["Ana Ray", "Bo Lund", "Mara Lind"],
            "100 Days",
        ),
        (
            "Read more about sharing tools by Mara Lind at Towns for Tools.",
            "sharing tools",
            ["Mara Lind"],
            "Towns for Tools",
        ),
        (
            "Read the full article by Mara Lind about sharing in towns from Mother Ledger",
            "sharing in towns",
            ["Mara Lind"],
            "Mother Ledger",
        ),
        ("Read the full article by Mara Lind on Medium.", "", ["Mara Lind"], "Medium"),
        ("Read the full article by Mara Lind.", "", ["Mara Lind"], ""),
        ("Read the full article about tools at the Ledger.", "tools", [], "Ledger"),
        ("Read the full article about tools in Brevik.", "tools in Brevik", [], ""),
        ("Read the full article about news from Kenya at Grist", "news from Kenya", [], "Grist"),
        ("Read the full article about tools from PACE at Medium", "tools", ["PACE"], "Medium"),
        (
            "Read the full article about tools by Center for Towns and Tools at The Ledger.",
            "tools",
            ["Center for Towns and Tools"],
            "The Ledger",
        ),
        ("Read the full article about tools by Mara Lind, Grist", "tools", ["Mara Lind"], "Grist"),
        (
            "Read the full article abouttool libraries in 2021atThe Ledger",
            "tool libraries in 2021",
            [],
            "The Ledger",
        ),
        (
            "Read the full article abouttoolsby Mara Lindat The Ledger",
            "tools",
            ["Mara Lind"],
            "The Ledger",
        ),
        ("Read the full article about a threat Americans face", "a threat Americans face", [], ""),
        ("Read the full article by Mara Lind about tools.", "tools", ["Mara Lind"], ""),
        ("Read the full article about tools in The Ledger.", "tools", [], "The Ledger"),
        ("Continue reading at Grist.", "", [], "Grist"),
        ("See the full report about tools at Rural Towns", "tools", [], "Rural Towns"),
    ],
)
def test_the_source_line_is_read_from_its_right_end(line, topic, names, publisher):
    found = document(*BODY, "Nobody here owns tools in Kenya.", line)

    assert found.source_line is not None
    assert found.source_line.text == line
    assert found.topic == topic
    assert list(found.authors) == names
    assert found.publisher == publisher
    assert found.excerpt
    assert len(found.blocks) == 3


def test_the_topic_makes_the_title():
    found = document(*BODY, SOURCE)

    assert (found.title, found.title_derived) == ("Tool libraries", True)


def test_what_a_site_prints_below_a_full_source_line_is_dropped():
    more = ["Tools matter to many readers of The Hub.", "Take a look at these.", "Towns"]

    found = document(*BODY, SOURCE, *more)

    assert body(found) == list(BODY)
    assert [span.text for span in found.dropped] == more


def test_a_line_that_says_little_does_not_end_the_text():
    found = document(BODY[0], "Read the full report.", BODY[1])

    assert body(found) == list(BODY)
    assert found.dropped == ()


def test_a_line_without_topic_and_author_does_not_end_the_text():
    found = document(BODY[0], "Read the full report at The Ledger.", BODY[1])

    assert body(found) == list(BODY)
    assert found.publisher == "The Ledger"


def test_a_line_far_above_the_end_is_part_of_the_text():
    assert document("Read the full report.", *BODY * 4).source_line is None


def test_the_source_line_may_end_the_last_paragraph():
    found = document(BODY[0], f"{BODY[1]} {SOURCE}")

    assert body(found) == list(BODY)
    assert found.publisher == "The Ledger"


def test_an_address_in_the_source_line_is_kept():
    found = document(*BODY, "Read the full article at The Ledger: https://example.org/tools.")

    assert found.url == "https://example.org/tools"
    assert found.publisher == "The Ledger"


@pytest.mark.parametrize(
    ("line", "names", "publisher"),
    [
        ("This article was originally published by The Ledger under a licence.", (), "The Ledger"),
        ("Originally published in The Ledger on 3 March 2020.", (), "The Ledger"),
        ("This story first appeared on Grist.", (), "Grist"),
        ("Originally published by Mara Lind in Grist with permission.", ("Mara Lind",), "Grist"),
    ],
)
def test_a_line_about_the_first_publication_promises_no_more(line, names, publisher):
    found = document(*BODY, line)

    assert (found.authors, found.publisher) == (names, publisher)
    assert not found.excerpt
    assert len(found.blocks) == 2


@pytest.mark.parametrize(
    "line",
    [
        "This essay is adapted from a talk. Some names have been altered.",
        "It was first published in 2019.",
    ],
)
def test_a_line_about_an_origin_that_names_nobody_stays(line):
    found = document(*BODY, line)

    assert found.publisher == ""
    assert found.blocks[-1].text == line


@pytest.mark.parametrize(
    "line",
    [
        "Read more about our work",
        "Read the room before you speak.",
        "See the light.",
        "Find the tool.",
    ],
)
def test_other_orders_to_read_are_no_source_line(line):
    found = document(*BODY, line)

    assert found.source_line is None
    assert body(found)[-1] == line


def test_an_excerpt_that_was_cut_off_has_no_source_line():
    found = document("The Hub's Take:", f"• {SUMMARY}", *BODY)

    assert found.source_line is None
    assert not found.excerpt
    assert found.topic == ""


def test_a_pointer_in_the_preface_is_not_the_source_line():
    pointer = "Read the full report about tools by Mara Lind at The Ledger."

    found = document("The Hub's Take:", f"• {SUMMARY}", f"• {pointer}", BODY[0])

    assert found.source_line is None
    assert notes(found)[1] == [("pointer", pointer)]


@pytest.mark.parametrize(
    "line",
    ["Related: Who owns the mountain? Five land disputes", "You might also like: 5 Garden Myths"],
)
def test_where_else_to_go_on_a_site_is_no_part_of_the_reading(line):
    text = "The clock stopped in March.\n\nNobody has mended it since, and nobody will.\n\n"
    document = read("x.md", f"{text}{line}\n".encode())

    assert [span.text for span in document.dropped] == [line]
