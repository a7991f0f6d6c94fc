"""Voice, lists, repeated words, loaded words, responses, slips."""

import pytest

from guides.findings import parts
from guides.model import LoadedEntry, WordLists
from tests.texts import PLAIN, findings, one_paragraph


def test_first_person_is_the_writers_and_not_a_speakers():
    found = findings(f"{PLAIN}\n\nI saw it myself.\n\n“I saw it,” said the farmer.\n")

    assert [(passage.paragraph, passage.word) for passage in found.first_person] == [(2, "I")]


def test_a_name_given_in_quotation_marks_is_no_i_of_the_writers():
    assert findings(f"{PLAIN}\n\n“I'm Odile,” and the door swings shut.\n").first_person == ()


def test_we_is_found_with_the_word_that_shows_it():
    (passage,) = one_paragraph("The roof is ours. We mend it each spring.").we_passages

    assert (passage.word, passage.paragraphs) == ("we", (2,))


def test_one_person_turns_to_many():
    found = findings(
        "A cook told us about the kitchen where she lost two fingers.\n\n"
        "She is one of hundreds who were hurt at work that year.\n"
    )
    (passage,) = found.one_to_many

    assert passage.paragraphs == (1, 2)


def test_a_child_that_is_one_of_many_turns_to_nobody():
    text = "She wrote about a concert at which her child is one of many; nobody minded."

    assert one_paragraph(text).one_to_many == ()


def test_a_figure_in_a_heading_is_in_no_paragraph():
    found = findings(
        f"A Bridge\n\n{PLAIN}\n\nIT COST 4,200 POUNDS\n\nThe bridge cost 4,200 pounds.\n"
    )

    assert [number.span.text for number in found.numbers if number.paragraph == 2] == [
        "4,200 pounds"
    ]


def test_a_word_comes_back_only_in_the_paragraphs_that_have_it():
    found = findings(
        f"# The Bridge\n\n## A library for nothing\n\n{PLAIN}\n\nThe library is theirs. They built"
        " the library.\n\nThe library stays.\n\nA library is a library.\n"
    )

    assert [item.paragraphs for item in found.repetitions if item.word == "library"] == [(2, 3, 4)]


def test_the_days_of_a_diary_are_no_parts_with_a_name():
    text = f"# A Journal\n\n## Monday, 8th February\n\n{PLAIN}\n\n## Tuesday, 9th\n\n{PLAIN}\n"

    assert findings(text).parts == ()


def test_a_list_knows_its_points_and_their_paragraphs():
    found = findings(f"{PLAIN}\n\n1. Boil the water.\n2. Add the salt.\n3. Wait for an hour.\n")
    (listing,) = found.listings

    assert (listing.size, listing.ordered) == (3, True)
    assert listing.paragraphs == (2, 3, 4)


@pytest.mark.parametrize(
    ("heading", "serving"),
    [
        ("Questions", True),
        ("Sources", True),
        ("Essential Question", True),
        ("A question of wind", False),
        ("PRIMARY SOURCE", False),
        ("Source A: A letter from Dell", False),
        ("Sources of conflict", False),
        ("Links to the coast", False),
    ],
)
def test_a_part_serves_the_rest_by_its_heading(heading, serving):
    assert parts.serves(heading) is serving


@pytest.mark.parametrize(
    "above", ["You will need:", "Review questions", "Gather these tools:", "Sources"]
)
def test_a_list_of_things_to_buy_or_answer_makes_no_points(above):
    found = findings(f"{PLAIN}\n\n{above}\n\n- a jar\n- a sieve\n- a plate\n\n{PLAIN}\n")

    assert found.listings == ()


@pytest.mark.parametrize(
    ("above", "points"), [("We learned three lessons:", True), ("Where to eat", False)]
)
def test_points_are_announced(above, points):
    text = f"{PLAIN}\n\n{above}\n\n- a bakery\n- a stall\n- a bar\n\n{PLAIN}\n"
    (listing,) = findings(text).listings

    assert listing.points == points


def test_a_part_is_called_what_its_heading_says():
    found = findings(
        f"{PLAIN}\n\nThe Salt Tax\n\n{PLAIN}\n\n{PLAIN}\n\nReview Questions\n\n{PLAIN}\n\n"
        f"Who Kept the Gates\n\n{PLAIN}\n"
    )

    assert [(part.heading, part.paragraph, part.paragraphs) for part in found.parts] == [
        ("The Salt Tax", 2, (2, 3)),
        ("Who Kept the Gates", 5, (5,)),
    ]


def test_one_heading_parts_nothing():
    assert findings(f"{PLAIN}\n\nThe Salt Tax\n\n{PLAIN}\n").parts == ()


def test_paragraphs_that_count_themselves_are_a_list():
    found = findings(
        f"{PLAIN}\n\nFirst, the roof leaks when it rains.\n\nSecond, the cellar is full of water.\n"
    )

    assert [(item.size, item.paragraphs) for item in found.listings] == [(2, (2, 3))]


def test_a_repeated_word_counts_in_all_its_forms():
    found = findings(
        "The orchard was old and every orchard keeper knew the frost.\n\n"
        "Two orchards were sold after the frost.\n\nThe last orchard froze.\n"
    )
    repeated = {item.word: item for item in found.repetitions}

    assert repeated["orchard"].times == 4
    assert repeated["orchard"].paragraphs == (1, 2, 3)


LOADED = WordLists(
    loaded=(LoadedEntry(word="reckless", plainer="careless"), LoadedEntry(word="witch hunt"))
)


def test_a_loaded_phrase_has_all_its_words():
    lists = WordLists(loaded=(LoadedEntry(word="so-called", plainer=""),))
    assert [word.text for word in one_paragraph("A so-called plan.", lists).loaded_words] == [
        "so-called"
    ]
    assert one_paragraph("It was eight or so; call it nine.", lists).loaded_words == ()
    assert one_paragraph("It was eight, so call it nine.", lists).loaded_words == ()


def test_a_loaded_word_has_a_plainer_one():
    (loaded,) = one_paragraph("The reckless plan failed.", LOADED).loaded_words

    assert (loaded.word, loaded.plainer) == ("reckless", "careless")


def test_a_loaded_word_in_a_quotation_is_the_speakers():
    found = one_paragraph("“It was a reckless witch hunt from the start,” said the mayor.", LOADED)

    assert found.loaded_words == ()
    assert [word.word for word in found.spoken_words] == ["reckless", "witch hunt"]


def test_a_response_needs_a_harm_and_somebody_who_acts():
    found = findings(
        "The flood left forty families without a roof over their heads.\n\n"
        "Volunteers sheltered the families in the gym.\n"
    )
    (response,) = found.responses

    assert (response.actor, response.paragraph) == ("Volunteers", 2)


def test_nobody_responds_in_a_text_without_harm():
    assert one_paragraph("Volunteers sheltered the roses in the gym.").responses == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mill is still for sale.", "still"),
        ("The council has not replied.", "has not"),
        ("The noise continues every night.", "continues"),
    ],
)
def test_what_may_have_changed_is_found_by_its_word(text, word):
    (bound,) = one_paragraph(text).time_bound

    assert bound.word == word


def test_a_story_told_in_the_past_is_not_bound_to_now():
    assert one_paragraph("Now the wolf was hungry and crept nearer.").time_bound == ()


@pytest.mark.parametrize(
    ("text", "slip", "guess"),
    [
        ("It counts two lossesas a result of it.", "lossesas", "losses as"),
        ("They talked aboutgardens all day long.", "aboutgardens", "about gardens"),
        ("They came to the the gate at noon.", "the the", "the"),
        ("Did it end?Nobody knew the answer then.", "end?Nobody", "end? Nobody"),
        ("It was sold in 2021at a loss of half.", "2021at", "2021 at"),
    ],
)
def test_a_slip_has_a_guess(text, slip, guess):
    (found,) = one_paragraph(text).slips

    assert (found.text, found.guess) == (slip, guess)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Washingtonas came to the door.",
        "Write to help@gardenas.org about the plan.",
        "The 1970s and the 20th century were kind.",
        "It was all that that he could do by then.",
        "The keynote speaker was well-known there.",
    ],
)
def test_names_addresses_and_ordinary_words_are_no_slips(text):
    assert one_paragraph(text).slips == ()


def test_a_quotation_that_judges_is_told_from_one_that_only_tells():
    found = findings(
        "“The roads should be mended first,” said Ida Brandt.\n\n"
        "“I took the early bus on Monday,” said Jon Pike.\n\n"
        "“We don’t want another promise,” said Ruth Adler.\n"
    )

    assert [(item.speaker, item.judging) for item in found.quotations] == [
        ("Ida Brandt", True),
        ("Jon Pike", False),
        ("Ruth Adler", True),
    ]
