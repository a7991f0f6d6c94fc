"""What a text begins and ends with: a sentence, and no letterhead, caption or address."""

import pytest

from guides import framing, readers
from guides.model import Document

BODY = (
    "The clock on Mill Street stopped in March, and nobody has mended it since.\n\n"
    "Shopkeepers say that they miss it every day.\n\n"
    "The council has not answered them yet, and the hands still point at nine."
)

MARKED = "## Later\n\nIt goes again."  # where one heading is marked, no other is guessed


def document(text: str) -> Document:
    return readers.read("x.md", text.encode())


def numbered_end(found: Document) -> int | None:
    block = framing.closing(found)
    return block.number if block else None


def test_a_text_opens_with_its_first_sentence_and_closes_with_its_last():
    found = document(f"---\ntitle: The Clock\n---\n\n{BODY}\n")

    assert framing.first_sentence(found).startswith("The clock on Mill Street")
    assert framing.last_sentence(found).endswith("point at nine.")
    assert numbered_end(found) == 3


def test_a_tale_may_close_with_a_few_words():
    found = document(f"---\ntitle: The Clock\n---\n\n{BODY}\n\n“That makes three.”\n")

    assert framing.last_sentence(found).endswith("point at nine.")
    assert framing.last_sentence(found, (), "story") == "“That makes three.”"


def test_what_is_said_of_the_writer_is_not_how_a_text_ends():
    head = "---\ntitle: The Clock\nauthor: Ada Moss\n---\n\n"
    for note in (
        "Ada Moss mends clocks in Port Linden.",
        "The views here are her own and not ours.",
        "This page was changed in May. If you notice an error, write to the editors.",
    ):
        assert framing.last_sentence(document(f"{head}{BODY}\n\n{note}\n")).endswith("at nine.")


@pytest.mark.parametrize(
    "title",
    ["Commencement Address, Tull College", "Letters to the Editor", "Opening Remarks at the Mill"],
)
def test_a_title_that_only_files_a_text_is_a_label(title):
    assert framing.is_label(title)
    assert not framing.is_label("What the Clock Remarks on")


@pytest.mark.parametrize(
    "head",
    [
        "The Plains of Arafat on the day of Hajj",
        "Dear Hannah:",
        "Mount Ardehl (from Ar Dhaill; pron. Ar-DAHL) is a mountain in the north of the island.",
        "223 Robeson Center, University Park PA 16802-6601.",
    ],
)
def test_what_is_no_sentence_of_the_text_is_not_its_first(head):
    found = document(f"---\ntitle: The Clock\n---\n\n{head}\n\n{BODY}\n\n{MARKED}\n")

    assert framing.first_sentence(found) == ""


@pytest.mark.parametrize(
    "note",
    [
        "*Delivered on the market square, March 12*",
        "*This was found behind the clock. Spelling has been kept. — Ed.*",
        "Editor's note: the clock has been mended since.",
        "Saturday, June 8, in the school gymnasium",
        "12 March, on the market square",
    ],
)
def test_a_text_begins_below_what_its_editor_says(note):
    found = document(f"---\ntitle: The Clock\n---\n\n{note}\n\n{BODY}\n")

    assert framing.first_sentence(found).startswith("The clock on Mill Street")


def test_a_text_begins_below_a_box_that_sums_it_up():
    found = document(f"# The Clock\n\n**In brief**\n\n- A clock stopped in spring.\n\n{BODY}\n")

    assert framing.first_sentence(found).startswith("The clock on Mill Street")
    assert framing.opening(found) == 2


@pytest.mark.parametrize(
    "tail",
    [
        "Follow him on Twitter for more of this kind.",
        "Jane Moss is a staff writer at the Mill Street Post.",
        "Reach her at jane@example.org in the mornings.",
        "Bill",
    ],
)
def test_a_note_on_the_writer_is_not_the_end(tail):
    found = document(f"---\ntitle: The Clock\n---\n\n{BODY}\n\n{tail}\n")

    assert numbered_end(found) == 3


def test_a_letter_proper_begins_below_its_greeting():
    found = document(f"---\ntitle: A Letter\n---\n\nDear Nell,\n\n{BODY}\n")

    assert framing.first_sentence(found, "letter").startswith("The clock")
    assert framing.first_sentence(found) == ""


def test_a_sentence_that_only_says_the_title_again_is_known():
    title = "Clock on Mill Street Stopped in March and Nobody Mended It"
    again = document(f"---\ntitle: {title}\n---\n\n{BODY}\n")
    other = document(f"---\ntitle: Nine O'Clock\n---\n\n{BODY}\n")

    assert framing.restates_title(again)
    assert not framing.restates_title(other)


@pytest.mark.parametrize(
    "title", ["Letter from Bill to Hannah Arendt, 1975", "Economics 2e", "Chapter 4"]
)
def test_a_label_is_no_title(title):
    assert framing.is_label(title)
    assert not framing.is_label("A Letter That Never Came")


# ---------------------------------------------------------------- below the text


def below(text: str) -> tuple[int, ...]:
    """Return which paragraphs stand below a text: signatures, and notes, which have no numbers."""
    found = document(f"---\ntitle: The Clock\n---\n\n{text}\n")
    signed = framing.signed(found)
    body = [block for block in found.blocks if block.kind != "heading"]
    apart = [not block.number or block.number in signed for block in body]
    return tuple(place for place, is_apart in enumerate(apart, 1) if is_apart)


def test_signatures_stand_below_a_text():
    assert below(f"{BODY}\n\nYours sincerely,\n\nAda Moss, clockmaker\n\nand 212 others") == (
        4,
        5,
        6,
    )


@pytest.mark.parametrize(
    "closing",
    [
        "Yours faithfully,\n\nAda Moss, Bo Lund, Cy Ray (for Di), and nine others",
        "With all our thanks,\nAda Moss\nBo Lund",
        "Yours,\n\nAda\n\nBo Lund\n\nCy Ray\n\nDi Fox\n\nEd Poe",
        "Respectfully, Ada Moss\n\nClerk of Works, Dell\n\nencl: the bill for the clock.",
        "Yours sincerely,\n\nAda Moss\n\nAda Moss mends clocks in Dell.",
    ],
)
def test_what_closes_a_letter_has_no_number(closing):
    found = document(f"Dear Mayor,\n\n{BODY}\n\n{closing}\n")

    assert len(found.numbered) == 4
    assert {block.kind for block in found.blocks[4:]} == {"caption"}


def test_a_postscript_keeps_its_number_and_is_counted_on():
    found = document(f"Dear Mayor,\n\n{BODY}\n\nYours,\n\nAda\n\nP.S. The pump leaks, too.\n")

    assert [block.number for block in found.blocks] == [1, 2, 3, 4, None, None, 5]


def test_a_letter_within_a_story_stays_as_it_is():
    found = document(f"{BODY}\n\nYours,\n\nAda\n\nShe folded it.\n\n{BODY}\n")

    assert "Yours," in [block.text for block in found.numbered]


def test_a_note_to_which_the_text_refers_is_no_paragraph():
    cited = document(f"{BODY} It stopped.[1]\n\n[1] The register of Dell, 1884.\n")
    counted = document("\n\n".join(f"[{n}] {BODY}" for n in range(1, 4)))

    assert len(cited.numbered) == 3
    assert len(counted.numbered) == 9


@pytest.mark.parametrize(
    "last",
    [
        "The City Council welcomes comments until May.",
        "Views are divided on whether the town can do it alone.",
        "More than one of them said: it was the clock.",
        "Dell Press publishes letters that nobody has read for a hundred years.",
        "We welcome essays about the rain, and we never read them.",
        "We publish letters from prisoners, and nobody answers them.",
        "Our newsletter is the last thing that the whole town reads.",
        "The views are not necessarily better from the tower than from the bridge.",
    ],
)
def test_a_last_paragraph_that_tells_keeps_its_number(last):
    assert below(f"{BODY}\n\n{last}") == ()


@pytest.mark.parametrize(
    "note",
    [
        "Some names in this essay have been changed.",
        "This conversation was held in June and has been edited for length.",
        "This review was edited after it had appeared.",
        "Ada Moss is a columnist for the Dell Courier.",
        "Editor's note: the clock has been mended since.",
        "Ada Moss grew up in Dell and mends clocks. She has two dogs.",
        "Ada Moss's book The Slow Hand is published by Dell Press.",
        "Correction, 4 May: an earlier version gave the hour as nine. It was ten.",
        "Do you live on Mill Street? Contact the newsdesk in confidence.",
        "Tags: clocks · towers · time",
        "[ Donate now ] [ Write to the mayor ]",
        "Spelling and punctuation have been lightly modernised.",
        "Please do not write on this copy.",
        "If you have information about the tower you can write to us.",
        "12 comments   Sort by: Oldest",
        "-- 147 --",
        "Shortlisted, Dell Micro Prize. Word limit 500.",
        "From The Slow Hand, published next month by Dell Press.",
        "Was this helpful?  [ Yes ]  [ No ]",
        "For more information, please write to the town clerk.",
        "Next: The Slow Hand, part two",
        "← Previous: The Fast Hand | Next: The Slow Hand →",
        "Ann Moss's clocks will be shown at the Dell Museum from 3 March. Admission free.",
        "(Reporting by Ann Moss in Dell; editing by Rui Costa)",
    ],
)
def test_a_last_paragraph_that_speaks_of_the_text_is_no_part_of_it(note):
    assert below(f"{BODY}\n\n{note}") == (4,)


def test_what_stands_below_a_heading_on_the_author_is_no_part_of_the_text():
    assert below(f"{BODY}\n\n## About the Author\n\nShe has two dogs.\n\nAnd a clock.") == (4, 5)
    assert below(f"{BODY}\n\n## What the Author Saw\n\nShe saw two dogs.") == ()


NOTE = (
    "It was written in a year without rain, when the council had shut the tower and nobody who"
    " lived on the square could tell the hour but by the shadow of the pump."
)


def test_a_life_of_the_author_and_what_else_to_read_stand_below_a_text():
    found = document(
        f"# The Clock\n\nBy Ada Moss\n\n{BODY}\n\nADA MOSS bakes in Dell.\n\n"
        "Most viewed\n\n1. Who owns the tower?\n"
    )

    assert [block.number for block in found.blocks if block.kind != "heading"][:3] == [1, 2, 3]
    assert len(found.numbered) == 3


def test_below_a_poem_everything_stands_that_is_no_stanza():
    verse = (
        "The clock has stopped,\nthe tower stands,\nand nobody has dropped\nits heavy hands.\n\n"
    )
    text = f"The Clock\n\nby Ada Moss\n\n{verse * 3}{NOTE}\n"
    found = readers.read("seed.txt", text.encode())

    assert [block.kind for block in found.blocks] == ["stanza"] * 3 + ["caption"]


def test_a_last_paragraph_that_speaks_of_somebody_is_part_of_it():
    seen = f"{BODY}\n\nAda Moss mends it.\n\nAda Moss lives in the tower."
    assert below(seen) == ()
    assert below(f"{BODY}\n\nThe man who mends it writes letters for the council.") == ()


def test_what_comes_after_the_end_of_a_press_text_stands_below_it():
    assert below(f"{BODY}\n\n(ENDS)\n\nNotes for editors: the hall has 40 seats.") == (4, 5)
    assert below(f"{BODY}\n\nThe end of the year was quiet on Mill Street.") == ()


def test_a_note_in_italics_and_a_link_stand_below_a_text():
    notes = "*Ada Moss mends clocks in Dell.*\n\nSee also: Who owns the tower?"

    assert below(f"{BODY}\n\n{notes}") == (4, 5)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        BODY.replace("The clock on", "*The clock* on"),
        f"*The clock stopped.*\n\n{BODY}\n\n*It points at nine.*",
        f"{BODY}\n\nLast week the hands moved, and nobody has said who moved them.",
    ],
)
def test_what_belongs_to_a_text_does_not_stand_below_it(text):
    assert below(text) == ()


def test_an_open_letter_is_a_label():
    assert framing.is_label("An open letter to the Board of Trustees")
    assert not framing.is_label("The letter that was opened twice")


def test_a_reading_begins_below_its_date_and_its_greeting():
    found = document(
        f"---\ntitle: The Clock\n---\n\n12 January\n\nDear Dr Moss,\n\n{BODY}\n\n{MARKED}\n"
    )

    assert framing.opening(found) == 2
