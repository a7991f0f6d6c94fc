"""The title strip: titles, bylines, dates, front matter, language."""

from textwrap import dedent

import pytest

from guides.model import Document
from guides.problems import show
from guides.readers import read
from guides.readers.language import language_of
from guides.readers.people import authors

PROSE = (
    "It had rained for a week, and nobody in the town could say where the water came from.\n\n"
    "On the eighth day somebody asked the lamp keeper, who had always known.\n"
)


def document(text: str) -> Document:
    return read("seed.txt", text.encode())


# ---------------------------------------------------------------- titles


def test_how_an_agency_files_a_story_is_no_title():
    text = (
        "BC-HARBOR-FIRE, 2nd Ld-Writethru\nEds: UPDATES with quotes.\n\n"
        "Fire closes the old harbor\n\nBy ANN MOSS\n\n"
        "RYDE (AP) - A fire closed the old harbor of Ryde on Monday, and nobody was hurt.\n\n"
        "The harbor master said that it would open again on Friday.\n"
    )

    assert read("fire.txt", text.encode()).title == "Fire closes the old harbor"


def test_the_head_of_a_news_page_leaves_the_reading():
    line = "‘They put a cupboard before the door’: children of the town are still taught apart "
    found = read(
        "seed.md",
        f"# {line}in the old school, seven years after a court told it to stop\n\n"
        f"**A report finds it in a third of the schools**\n\nJudit Almassy in Teremvar\n\n"
        f"Mon 3 Mar 2025 06.00 GMT\n\n{PROSE}".encode(),
    )

    assert found.title.startswith(line)
    assert (found.authors, found.date) == (("Judit Almassy",), "3 Mar 2025")
    assert [block.number for block in found.blocks] == [None, 1, 2]


def test_a_title_is_parted_from_the_line_that_says_where_a_speech_was_given():
    found = document(
        "What the River Left Us\nRemarks by Mayor Ilse Moss at the tenth anniversary\n"
        f"Church Square, 16 July. Check against delivery.\n\nGood evening.\n\n{PROSE}"
    )

    assert found.title == "What the River Left Us"
    assert {block.kind for block in found.blocks if not block.number} == {"caption"}
    assert found.numbered[0].text == "Good evening."


def test_what_was_heard_in_the_hall_has_no_number():
    found = document(
        f"The Lamp Keeper\n\n{PROSE}\n[Laughter, applause.]\n\nAnd then it rained again.\n"
    )
    assert [block.number for block in found.blocks] == [1, 2, None, 3]


@pytest.mark.parametrize("greeting", ["Dear Hannah,", "Dear Hannah Arendt,", "My dear Ada Moss,"])
def test_who_is_greeted_did_not_write_it(greeting):
    found = document(f"A Letter\n\n{greeting}\n\n{PROSE}")
    assert (found.authors, found.blocks[0].text) == ((), greeting)


LONG = (
    "It had rained for a week, she said. Nobody in the town can say where the water came from, and"
    " nobody will ask the keeper of the lamp, who has always known and has told it to whoever came"
    " up the stair with a dry pair of shoes.\n\n"
)


@pytest.mark.parametrize("name", ["seed.txt", "seed.md"])
def test_a_pull_quote_is_no_paragraph(name):
    text = f"The Lamp\n\n{LONG}“Nobody in the town can say where the water came from”\n\n{PROSE}"
    blocks = read(name, text.encode()).blocks
    assert [block.kind for block in blocks] == ["paragraph", "caption", "paragraph", "paragraph"]


def test_what_is_said_again_in_other_words_is_a_paragraph():
    text = f"The Lamp\n\n{LONG}“Nobody in the town has asked where the water came from.”\n\n{PROSE}"
    assert len(document(text).numbered) == 4


def test_a_note_on_how_a_text_was_edited_has_no_number():
    found = document(f"The Lamp Keeper\n\n(Transcript, lightly edited)\n\n{PROSE}")
    assert [block.number for block in found.blocks] == [None, 1, 2]


def test_a_first_line_that_nothing_ends_is_the_title_and_leaves_the_reading():
    found = document(f"The Lamp Keeper\n\n{PROSE}")

    assert found.title == "The Lamp Keeper"
    assert not found.title_derived
    assert [block.number for block in found.blocks] == [1, 2]
    assert found.blocks[0].text.startswith("It had rained")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("THE NIGHT KEEPER.", "THE NIGHT KEEPER"),
        ("Where Did the Water Come From?", "Where Did the Water Come From?"),
        ("The Lamp Keeper Who Knew About Water.", "The Lamp Keeper Who Knew About Water"),
        ("Chapter Two: The Lamp Keeper", "Chapter Two: The Lamp Keeper"),
        ("“Light” at last", "“Light” at last"),
    ],
)
def test_a_title_may_have_a_sign_at_its_end(line, title):
    assert document(f"{line}\n\n{PROSE}").title == title


@pytest.mark.parametrize(
    "line",
    [
        "CHAPTER I.",
        "IV",
        "Introduction",
        "She had seen it coming.",
        "“Stay where you are.”",
        "Madam Speaker, fellow members:",
        "3 March 2024",
        "- a lamp",
        "https://example.org/lamp",
    ],
)
def test_other_first_lines_are_no_titles(line):
    found = document(f"{line}\n\n{PROSE}")

    assert found.title_derived
    assert found.blocks[0].text.strip("- ") == line.strip("- ")


def test_without_a_title_the_first_words_serve():
    assert document(PROSE).title == "It had rained for a week, and…"
    assert document(f"“The lamp is out.”\n\n{PROSE}").title == "The lamp is out"


def test_a_speech_is_not_called_after_its_greeting():
    assert document(f"Madam Speaker, fellow members:\n\n{PROSE}").title.startswith("It had rained")


@pytest.mark.parametrize(
    "greeting",
    [
        "Good evening.",
        "Thank you all for coming, and for bringing so many lamps that the hall is warm.",
        "Good morning, and welcome. Madam Mayor, members of the guild, it is an honour to be here.",
        "Hello, everybody!",
        "Dear Mr. Ellis, thank you all for coming.",
        "Ladies and gentlemen of the jury, you have seen the lamp.",
        "I'd like to thank you all.",
    ],
)
def test_a_title_made_from_the_text_passes_over_greetings_and_thanks(greeting):
    assert document(f"{greeting}\n\n{PROSE}").title.startswith("It had rained")
    assert document(f"{greeting} The lamp is out.\n\n{PROSE}").title == "The lamp is out"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Thanks to a ladder, the lamp was lit.", "Thanks to a ladder, the lamp was lit"),
        ("Welcome to Dell, a town of nine lamps.", "Welcome to Dell, a town of nine lamps"),
        ("A good day's work is hard to find.", "A good day's work is hard to find"),
        ("and so they went down to the quay. The lamp was out.", "The lamp was out"),
        ("Sirs and ladies filled the hall.", "Sirs and ladies filled the hall"),
        ("1960s Dell was a town of lamps.", "1960s Dell was a town of lamps"),
        ("iPhones lit the hall.", "iPhones lit the hall"),
    ],
)
def test_a_title_made_from_the_text_is_its_first_sentence(line, title):
    assert document(f"{line}\n\n{PROSE}").title == title


def test_where_all_that_is_said_is_a_greeting_it_is_the_title():
    assert document("Good evening.\n\nThank you for coming.\n").title == "Good evening"


def test_a_file_with_one_line_has_no_title():
    found = document("The Lamp Keeper")

    assert found.title == "The Lamp Keeper"
    assert found.title_derived
    assert len(found.numbered) == 1


def test_the_label_of_a_section_and_the_name_of_a_site_stand_above_the_title():
    assert (
        document(f"opinion\n\nThe lamps are out again\n\n{PROSE}").title
        == "The lamps are out again"
    )

    found = document(f"The Ashfold Blog\n\nThe lamps are out again\n\n{PROSE}")
    assert (found.title, found.publisher) == ("The lamps are out again", "The Ashfold Blog")


@pytest.mark.parametrize(
    "above",
    [
        "TOWN OF ASHFOLD\nOFFICE OF THE MAYOR",
        "News | Sport | Opinion | Weekend | Subscribe",
        "Skip to main content\n\nMenu\n\nHEALTH",
        "FOR IMMEDIATE RELEASE\n\nMedia contact: press@ashfold.example",
        "Thursday, February 20, 2025 | Page A1",
        "Ashfold Oral History Archive\n\nInterview no. 037 (edited transcript)",
        "Unit 4\n\nLesson 12",
        "THE ASHFOLD COURIER\n\nServing Ashfold since 1911",
    ],
)
def test_what_a_page_prints_above_the_title_is_not_the_title(above):
    found = document(f"{above}\n\nThe Last Lamps of Quay Street\n\nBy Ann Moss\n\n{PROSE}")

    assert (found.title, found.authors) == ("The Last Lamps of Quay Street", ("Ann Moss",))
    assert [block.text[:11] for block in found.numbered] == ["It had rain", "On the eigh"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("An open letter to the people who keep the lamps of this town\n\n12 January", "An open"),
        ("My city put out its lamps\n\nOPINION\n\nAnn Moss", "My city"),
        ("Listen to the Lamps\n\nTHE SECOND NIGHT", "Listen to"),
        ("Play Is a Serious Matter\n\nBy Ann Moss", "Play Is"),
        ("Share the Light\n\nBy Ann Moss", "Share the"),
        ("Ashfold Licence\n\nVersion 2.0, January 2004\n\nTERMS OF USE", "Ashfold Licence"),
    ],
)
def test_the_first_line_is_the_title_unless_another_surely_is(head, title):
    assert document(f"{head}\n\n{PROSE}").title.startswith(title)


def test_a_short_line_that_somebody_says_stays_in_the_text():
    text = f"The Lamps\n\nBy Ann Moss\n\n“Listen to me.”\n\n{PROSE}"
    assert next(block.text[:10] for block in document(text).numbered) == "“Listen to"


def test_a_section_is_not_the_title_of_a_numbered_reading():
    markdown = (
        f"# Unit 5, Reading 3: The Lamps\n\n## A Dark Quay\n\n{PROSE}\n## The Keeper\n\n{PROSE}"
    )
    assert read("seed.md", markdown.encode()).title == "Unit 5, Reading 3: The Lamps"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Transcript: Remarks at the Quay Street Bridge", "Remarks at the Quay Street Bridge"),
        ('Poem of the Week: "The Lamp Keeper"', "The Lamp Keeper"),
        ("THE WOMAN WHO PAINTED THE LAMP", "The Woman Who Painted the Lamp"),
        ("WHERE THE LAMP KEEPER KNOWS THE WATER", "Where the lamp keeper knows the water"),
    ],
)
def test_a_title_is_printed_as_a_title(line, title):
    body = f"{PROSE}\n\nNobody knows where the water stands.\n"
    assert document(f"{line}\n\nBy Ann Moss\n\n{body}").title == title


def test_the_title_above_a_verse_and_whom_it_is_for_are_no_part_of_it():
    verse = "She winds the lamp,\nthe quay is damp,\nand all the boats are in.\n"
    text = f"The Lamp\n\nby Ann Moss\n\nThe Lamp\n   for M.R.\n\n{verse}\n{verse}"
    assert [block.text[:14] for block in document(text).numbered] == ["She winds the "] * 2


def test_the_day_and_the_hall_of_a_speech_are_no_part_of_it():
    text = f"Remarks on the Bridge\n\nUnion Hall, Tuesday, October 14, 7:00 p.m.\n\n{PROSE}"
    assert [block.text[:6] for block in document(text).numbered] == ["It had", "On the"]


def test_the_number_of_a_note_is_no_part_of_a_name():
    text = f"The Lamps\n\nBy Ann Moss1, Rui Costa2,3 and Ines Vale\n\n{PROSE}"
    assert document(text).authors == ("Ann Moss", "Rui Costa", "Ines Vale")


# ---------------------------------------------------------------- bylines


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ines Vale", ("Ines Vale",)),
        ("by Ines Vale and Rui da Costa", ("Ines Vale", "Rui da Costa")),
        ("BY INES VALE", ("Ines Vale",)),
        ("BY INES O'NEIL AND RUI MCKAY", ("Ines O'Neil", "Rui McKay")),
        ("By Ines Vale, Linden Community Foundation", ("Ines Vale",)),
        ("By Nurse Practitioner Ines Vale, Linden Health Service", ("Ines Vale",)),
        ("By Ines Vale and Rui Costa, legal affairs", ("Ines Vale", "Rui Costa")),
        ("Written by Ines Vale, Staff Writer", ("Ines Vale",)),
        ("By Ines Vale | March 3, 2024", ("Ines Vale",)),
        ("By Ines Vale for The Ledger", ("Ines Vale",)),
        ("By I. M. Vale, Jr., Ana Moss, and Bo Lund", ("I. M. Vale, Jr.", "Ana Moss", "Bo Lund")),
        ("Por Inés Vale", ("Inés Vale",)),
        ("By Anonymous", ("Anonymous",)),
        ("Ines Vale", ("Ines Vale",)),
        ("Hans Peter Holm", ("Hans Peter Holm",)),
        ("a short story by Ines Vale", ("Ines Vale",)),
    ],
)
def test_a_byline_below_the_title_names_the_authors(line, names):
    found = document(f"The Lamp Keeper\n\n{line}\n\n{PROSE}")

    assert found.authors == names
    assert len(found.blocks) == 2


@pytest.mark.parametrize(
    "line",
    [
        "By the water they waited.",
        "By noon on Monday",
        "Early Life",
        "Old Town",
        "Lamp Keeper",
        "Eighth Day",
        "What is a lamp?",
    ],
)
def test_what_may_not_be_a_name_is_no_author(line):
    assert document(f"The Light\n\n{line}\n\n{PROSE}").authors == ()


def test_a_bare_name_above_other_headings_is_no_author():
    text = f"The Light\n\nInes Vale\n\n{PROSE}\n\nRui Costa\n\n{PROSE}"

    assert document(text).authors == ()


def test_the_date_below_the_title_is_kept_as_printed():
    found = document(f"The Lamp Keeper\nBy Ines Vale\nPublished: 3 March 2024\n\n{PROSE}")

    assert (found.authors, found.date) == (("Ines Vale",), "3 March 2024")
    assert len(found.blocks) == 2


def test_lists_of_authors_are_parted_only_where_all_are_people():
    assert authors("Ines Vale, Ph.D., and Rui Costa") == ("Ines Vale, Ph.D.", "Rui Costa")
    assert authors("Center for Water and Light") == ("Center for Water and Light",)
    assert authors("Homer, Virgil", listed=True) == ("Homer", "Virgil")
    assert authors("Homer, Virgil") == ("Homer, Virgil",)
    assert authors("Homer and the Poetry Society", listed=True) == ("Homer and the Poetry Society",)
    assert authors("Dellipedia, The Open Book") == ("Dellipedia, The Open Book",)
    assert authors("By INES VALE. Email: ines@dell.example, Twitter: @ines") == ("Ines Vale",)
    assert authors("Ines, Rui and others (see URL)", listed=True) == ("Ines", "Rui", "others")
    assert authors("None", listed=True) == authors("") == ()


# ---------------------------------------------------------------- front matter


def front(text: str, name: str = "seed.txt") -> Document:
    return read(name, dedent(text).encode())


FULL = """\
    ---
    title: The Keeper
    author: Ines Vale, Rui Costa
    publisher: The Ledger
    url: https://example.org/keeper
    date: in the spring of 2024
    language: pt
    plan: classroom-45
    ---

    The Keeper

    By Somebody Else

    It had rained for a week.

    Read the full article about rain by Ana Moss at The Hub.
"""


@pytest.mark.parametrize("name", ["seed.txt", "seed.md"])
def test_what_the_editor_says_wins_over_what_was_found(name):
    found = front(FULL, name)

    assert found.title == "The Keeper"
    assert not found.title_derived
    assert found.authors == ("Ines Vale", "Rui Costa")
    assert found.publisher == "The Ledger"
    assert found.url == "https://example.org/keeper"
    assert found.date == "in the spring of 2024"
    assert found.language == "pt"
    assert found.front.plan == "classroom-45"
    assert found.topic == "rain"
    assert [block.text for block in found.blocks] == ["It had rained for a week."]
    assert found.problems == ()


def test_a_language_is_known_by_its_first_letters():
    for tag in ("en-US", "EN", "en_GB"):
        found = front(f"---\nlanguage: {tag}\n---\n{PROSE}")

        assert (found.language, found.problems) == ("en", ())


def test_a_language_that_is_no_tag_is_a_problem_and_told_from_the_words():
    english = front(f"---\nlanguage: English\n---\n{PROSE}")
    unknown = front(f"---\ntitle: A\nlanguage: klingon\n---\n{PROSE}")

    assert english.language == unknown.language == front(PROSE).language
    assert [show(problem).split("\n")[0] for problem in (*english.problems, *unknown.problems)] == [
        "seed.txt:2:11: error: expected a tag such as `en`, found `English` [unknown-value]",
        "seed.txt:3:11: error: expected a tag such as `en`, found `klingon` [unknown-value]",
    ]
    assert english.problems[0].hint == "write `en`"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.org/keeper", "see the website"])
def test_what_is_no_web_address_is_no_link(url):
    found = front(f"---\nurl: {url}\n---\n{PROSE}")

    assert found.url == ""
    (problem,) = found.problems
    assert show(problem).startswith("seed.txt:2:6: error: expected an address such as")


def test_a_first_line_that_is_not_the_editors_title_stays():
    found = front("---\ntitle: The Keeper\n---\n\nThe First Night\n\n" + PROSE)

    assert found.title == "The Keeper"
    assert (found.blocks[0].kind, found.blocks[0].text) == ("heading", "The First Night")


def test_lines_are_counted_from_the_top_of_the_file():
    found = front("---\ntitle: The Keeper\n---\n\nIt rained.\n")

    assert found.blocks[0].span.place == "seed.txt:5:1"
    assert found.text == "\nIt rained.\n"


def test_a_mistake_in_the_front_matter_is_a_problem_in_its_place():
    found = front("---\ntitle: The Keeper\nauthr: Ines Vale\n---\nIt rained.\n")

    (problem,) = found.problems
    assert problem.span is not None
    assert problem.span.place == "seed.txt:3:1"
    assert "author" in problem.hint
    assert found.title == "The Keeper"


def test_front_matter_without_an_end_is_a_problem():
    found = front("---\ntitle: The Keeper\n\nIt rained.\n")

    (problem,) = found.problems
    assert problem.code == "front-matter-open"
    assert problem.span is not None
    assert problem.span.place == "seed.txt:1:1"
    assert [block.text for block in found.blocks] == ["It rained."]


@pytest.mark.parametrize("text", ["---\n\nIt rained.\n", "It rained.\n---\ntitle: x\n---\n"])
def test_a_line_across_the_page_opens_no_front_matter(text):
    found = front(text)

    assert found.problems == ()
    assert found.blocks[0].text == "It rained."


def test_empty_front_matter_is_fine():
    assert front("---\n---\nIt rained.\n").problems == ()


# ---------------------------------------------------------------- language


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The dog was in the house, and it did not bark at all."),
        ("es", "El perro estaba en la casa y no ladraba por la noche."),
        ("fr", "Le chien est dans la maison et il ne dort pas avec nous."),
        ("de", "Der Hund ist im Haus und bellt nicht, weil es die Nacht ist."),
        ("pt", "O cão está em casa e não ladra à noite, mas ele não dorme."),
        ("it", "Il cane è nella casa e non abbaia di notte, ma non dorme."),
    ],
)
def test_a_sentence_tells_its_language(tag, text):
    assert language_of(text) == tag


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Cities are hot.",
        "De hond is in het huis en hij blaft niet omdat de mensen van de stad slapen.",
        "Pies jest w domu i nie szczeka, bo na dworze jest zimno, a ludzie śpią.",
        "Anjing itu ada di rumah dan tidak menggonggong karena di luar dingin.",
        "Собака в доме и не лает, потому что на улице холодно.",
    ],
)
def test_nothing_is_claimed_of_another_language_or_of_few_words(text):
    assert language_of(text) == "und"


CLOCK = "The clock on Mill Street stopped in March, and nobody has mended it since then."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.md", f"# The Clock\n\n*For a century it told the time. Then it stopped.*\n\n{CLOCK}\n"),
        ("x.txt", f"The Clock\n\nMayor Ines Vale, at the opening of the market\n\n{CLOCK}\n"),
    ],
)
def test_what_stands_between_title_and_reading_has_no_number(name, text):
    found = read(name, text.encode())

    assert [block.kind for block in found.blocks] == ["caption", "paragraph"]
    assert found.blocks[1].number == 1


def test_a_byline_may_stand_below_a_summary():
    text = f"# The Clock\n\n*For a century it told the time.*\n\nBy Ines Vale\n\n{CLOCK}\n"

    assert read("x.md", text.encode()).authors == ("Ines Vale",)


def test_a_title_that_is_printed_again_is_no_paragraph():
    found = read("x.md", f"# The Clock Stops\n\nThe Clock Stops.\n\n{CLOCK}\n".encode())

    assert [block.text for block in found.blocks] == [CLOCK]


@pytest.mark.parametrize("below", ["Ines Vale", "by Ines Vale"])
def test_a_name_on_the_line_below_a_title_is_no_part_of_it(below):
    found = read("x.txt", f"Night Bus, Harrow Cross\n{below}\n\n{CLOCK}\n\n{CLOCK}\n".encode())

    assert (found.title, found.authors) == ("Night Bus, Harrow Cross", ("Ines Vale",))


def test_a_title_in_capitals_is_spelled_as_the_text_spells_its_words():
    found = document(
        "HOW PUPILS IN TERANGA GO TO SCHOOL: A NATO VIEW\n\n"
        "In Teranga most pupils walk to school. Some say that they would rather go by bus.\n\n"
        "A view from the hill shows how they come down to it in the morning.\n"
    )

    assert found.title == "How pupils in Teranga go to school: A NATO view"


def test_a_short_title_in_capitals_is_respelled_where_the_text_has_its_words():
    assert document(f"THE LAMP KEEPER\n\n{PROSE}").title == "The lamp keeper"
    assert document(f"THE NIGHT KEEPER\n\n{PROSE}").title == "THE NIGHT KEEPER"


@pytest.mark.parametrize("title", ["The Lamp Keeper of Port Linden", "NATO AND US"])
def test_other_titles_stay_as_they_are(title):
    assert document(f"{title}\n\n{PROSE}").title == title


# ---------------------------------------------------------------- what a page prints around a title

BRIDGE = (
    "The bridge at Dell was closed in May, and nobody has mended it since. The council says that "
    "it has no money, and the people of the upper town walk an hour to the market.\n"
)


def test_what_a_site_puts_above_a_text_is_not_its_title():
    found = read(
        "x.txt",
        (
            "Posted by the Dell Project, 22 November\n\n"
            f"{BRIDGE}\n---\n\nA Bridge That Nobody Mends\n\nDell Radio\n"
            f"Reported by Ana Ruiz in Dell\nFirst broadcast 19 November\n\n{BRIDGE}\n{BRIDGE}"
        ).encode(),
    )

    assert found.title == "A Bridge That Nobody Mends"
    assert found.authors == ("Ana Ruiz",)
    assert found.numbered[0].text.startswith("The bridge at Dell")
    assert len(found.numbered) == 2


def test_the_lines_above_a_review_are_no_part_of_it():
    found = read(
        "x.txt",
        (
            'FILM\n\n"The Bridge" review: a quiet hour in Dell\n\nThree stars out of five\n\n'
            f"Director: Rui Costa. Running time: 104 minutes.\n\nBy Ana Ruiz\n\n{BRIDGE}\n{BRIDGE}"
        ).encode(),
    )

    assert found.title == '"The Bridge" review: a quiet hour in Dell'
    assert found.authors == ("Ana Ruiz",)
    assert [block.text[:10] for block in found.numbered] == ["The bridge", "The bridge"]


@pytest.mark.parametrize(
    ("above", "title", "names"),
    [
        (
            "*Opinion | Work*\n\n# My Boss Is a Bridge\n\nBy **Ana Ruiz**\n\n",
            "My Boss Is a Bridge",
            ("Ana Ruiz",),
        ),
        (
            (
                "THE DELL COURIER\nWorld | East\n\nBridge closed, market empty, say traders\n\n"
                "Council denies any plan to mend it\n\n"
                "By Ana Ruiz in Port Kesh and Rui Costa in Dell\nPublished 14 May, 06:40\n\n"
            ),
            "Bridge closed, market empty, say traders",
            ("Ana Ruiz", "Rui Costa"),
        ),
        (
            "THE COURIER\nOPINION | EDITORIAL\nSunday, October 8, 2023\n\nKeep the Bridge\n\n",
            "Keep the Bridge",
            (),
        ),
        (
            (
                "THE DELL COURIER\nServing Dell and the Upper Town since 1891\n"
                "Thursday, February 20, 2025 | Page A1\n\nBoard votes to close the bridge\n\n"
                "Traders to stay put\n\nBy Ana Ruiz\nStaff Writer\n\n"
            ),
            "Board votes to close the bridge",
            ("Ana Ruiz",),
        ),
        (
            (
                "THE BRIDGE AT DELL\n\nAddress by Ana Thorne Ruiz\nbefore the Clubs of Dell\n"
                "Masonic Hall, Port Sabine, October 17, 1912\n\n[Head note. Ana Ruiz taught.]\n\n"
            ),
            "The bridge at Dell",
            ("Ana Thorne Ruiz",),
        ),
        (
            "OPINION\n\nKeep the Bridge\n\nIt is old. It is ours.\n\nBy Ana Ruiz\nMay 4\n\n",
            "Keep the Bridge",
            ("Ana Ruiz",),
        ),
        (
            "# Unit 5: Rivers\n\n## Lesson 3: What a Bridge Is For\n\n*Grade 7*\n\n",
            "Lesson 3: What a Bridge Is For",
            (),
        ),
        (
            (
                "# The Bridge Is a Job\n\n**Commencement Address, Class of 2023**\n**Dell**\n"
                "**Delivered by Ana Ruiz-Costa, Chief Engineer (ret.), Dell Bridges**\n\n"
            ),
            "The Bridge Is a Job",
            ("Ana Ruiz-Costa",),
        ),
        (
            "# Bridge Closed in Dell\n\n*By Ana Ruiz, Common Well, in Dell district*\n\n",
            "Bridge Closed in Dell",
            ("Ana Ruiz",),
        ),
        (
            (
                "# It Still Stands\n\n**The Bridge: A Life**\nby Rui Costa\nCask, 288 pages\n\n"
                "*Reviewed by Ana Ruiz*\n\n"
            ),
            "It Still Stands",
            ("Ana Ruiz",),
        ),
        (
            "# Close it\n\n### Ana Ruiz\n\n",
            "Close it",
            ("Ana Ruiz",),
        ),
        (
            (
                "# They Sold the Bridge\n\n### In March a crowd sold it cheaply. Was it theft?\n\n"
                "*Ana Ruiz*\n\n*From* The Dell Antiquary, *Spring*\n\n"
            ),
            "They Sold the Bridge",
            ("Ana Ruiz",),
        ),
        (
            (
                'ANA RUIZ\n\n"On the Old Bridge" (1891)\n\nAna Ruiz (1838-1909) lost a brother to'
                " the river at Dell. She spoke for a quarter of an hour.\n\nGentlemen:\n\n"
            ),
            '"On the Old Bridge" (1891)',
            ("Ana Ruiz",),
        ),
        (
            (
                "# Sign Your Name\n\nCommencement address by Ana Ruiz, retired inspector\n"
                "Dell River College\n\nThank you, President Costa, and all of you here.\n\n"
            ),
            "Sign Your Name",
            ("Ana Ruiz",),
        ),
        (
            "The Green Ledger\n\nAna Ruiz\n\n",
            "The Green Ledger",
            ("Ana Ruiz",),
        ),
        (
            (
                "# A Bridge Struck Off\n\nLowland Rights Monitor\n\n"
                "Reporting by Ana Ruiz and Rui Costa. Some names have been changed.\n\n"
            ),
            "A Bridge Struck Off",
            ("Ana Ruiz", "Rui Costa"),
        ),
        (
            (
                "# Ten on Trial\n\n**They deny it; the police fired first, says a lawyer**\n\n"
                "By Ana Ruiz and a reporter in Dell, Northmark News\n\n"
            ),
            "Ten on Trial",
            ("Ana Ruiz",),
        ),
        (
            "# Nobody Cuts a Ribbon\n\n*Posted 14 March by Ana Ruiz, Head of Grants · 4 min*\n\n",
            "Nobody Cuts a Ribbon",
            ("Ana Ruiz",),
        ),
        (
            "# Bridge Closed\n\n**Ana Ruiz, staff reporter**\nThe Dell Courier, 14 March\n\n",
            "Bridge Closed",
            ("Ana Ruiz",),
        ),
        (
            "# It Stands\n\n**Ana Ruiz, President, Local 8**\n\n*Remarks to the members, Dell*\n\n",
            "It Stands",
            ("Ana Ruiz",),
        ),
        (
            (
                "STANDING BUT NOT CROSSED\nPeople say they want it. They walk less.\n\n"
                'Summary of "Bridges 2024", Dell Institute\nPrepared by Ana Ruiz and Rui Costa\n\n'
            ),
            "Standing but Not Crossed",
            ("Ana Ruiz", "Rui Costa"),
        ),
        (
            (
                "THE BRIDGE (REPAIR) BILL\nSecond Reading\n\nSpeech by Ana Ruiz, Member for Dell\n"
                "Assembly of Port Sabine, 4 March\n\n"
            ),
            "The Bridge (Repair) Bill",
            ("Ana Ruiz",),
        ),
        (
            "# Bridge Closed in Dell\n\nBy Ana Ruiz, Donor Learning Lead, Dell Giving\n\n",
            "Bridge Closed in Dell",
            ("Ana Ruiz",),
        ),
        (
            "# Bridge Closed in Dell\n\n**By Ana Ruiz and Rui Costa**\n*Photos by Ivo Lund*\n\n",
            "Bridge Closed in Dell",
            ("Ana Ruiz", "Rui Costa"),
        ),
        (
            (
                "# Chapter 9, Section 3: The Bridge\n\nBefore you read: who needs a bridge?\n\n"
                "## A silver boom\n\n"
            ),
            "Chapter 9, Section 3: The Bridge",
            (),
        ),
        (
            (
                "THE DELL LEDGER\nHome | County | Schools | Farm | Opinion | Obituaries\n\n"
                "COUNTY > ANALYSIS\n\nDell is selling its bridge. Does the sum work?\n\n"
                "The sale saves money on paper. Those who cross it say that the county has only"
                " moved the bill to them.\n\nBy Ana Ruiz\nStaff writer\n\n"
            ),
            "Dell is selling its bridge. Does the sum work?",
            ("Ana Ruiz",),
        ),
        (
            (
                "QUERN\nThe magazine of curious people\n\nEARTH / Explainer\n\n"
                "Can a bridge remember?\nA long experiment suggests that stone which has been wet"
                " before lasts better the next time, at a price.\n\n"
                "Words: Ana Ruiz\nIllustration: Rui Costa\n\n"
            ),
            "Can a bridge remember?",
            ("Ana Ruiz",),
        ),
        (
            (
                "# Against the Bridge\n\n**Ana Ellen Ruiz**\n*Speech at the Dell Hall, 17 May*\n\n"
                "*Headnote.* Ana Ruiz (1851–1926) built it. The town thanked her for nothing."
                " She sat on its council for nine years.\n\n---\n\n"
            ),
            "Against the Bridge",
            ("Ana Ellen Ruiz",),
        ),
        (
            (
                "# Bridge Closed in Dell\n\n**By Radio Dell's Service**\n"
                "Written in English by Ana Ruiz\n\n"
            ),
            "Bridge Closed in Dell",
            ("Ana Ruiz",),
        ),
    ],
)
def test_a_title_is_found_among_the_lines_of_its_page(above, title, names):
    found = read("x.md", f"{above}{BRIDGE}\n{BRIDGE}".encode())

    assert (found.title, found.authors) == (title, names)
    assert found.numbered[-1].text.startswith("The bridge at Dell")


def test_a_title_in_capitals_with_a_colon_is_no_turn_of_talk():
    text = (
        "DELL VOICES: AN ORAL HISTORY OF THE BRIDGE\nRecording no. 4\n\nNarrator: Ana Ruiz, mason\n"
        f"Interviewer: Rui Costa\n\nCOSTA: Who built it?\n\nRUIZ: {BRIDGE}\n\nCOSTA: Nobody?\n\n"
        f"RUIZ: {BRIDGE}\n"
    )
    found = read("x.txt", text.encode())

    assert found.title == "Dell Voices: An Oral History of the Bridge"
    assert found.numbered[0].text == "Who built it?"


def test_where_an_interview_is_kept_is_no_title_to_ask_about():
    text = f"DELL COMMUNITY ARCHIVE\n\nInterview no. 37\n\nRUIZ: Who built it?\n\nCOSTA: {BRIDGE}"

    assert read("x.txt", text.encode()).title_derived


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "# The Dell\n\nAna Ruiz, a professor of law in the\nUniversity, has read it.\n\n",
            "The Dell",
        ),
        ("# Place and Power in Dell\n\n## What It Remembers\n\n", "Place and Power in Dell"),
        ("# The Flood, 14 March 1847\n\n## What It Remembers\n\n", "The Flood, 14 March 1847"),
        (
            "# A Map\n\nAna Ruiz (1813–1858) mapped a disease.\n\nTo see what she did, look.\n\n",
            "A Map",
        ),
    ],
)
def test_prose_and_headings_below_a_title_are_no_lines_of_the_head(above, title):
    found = read("x.md", f"{above}{BRIDGE}\n".encode())

    assert (found.title, found.authors) == (title, ())
    assert found.blocks[0].text.startswith(("Ana Ruiz", "What It Remembers"))


def test_a_transcript_in_capitals_keeps_its_turns():
    text = "COSTA: WHO BUILT THE BRIDGE?\n\nRUIZ: THE TOWN DID, IN MARCH.\n\n" * 3

    assert {block.kind for block in read("x.txt", text.encode()).blocks} == {"turn"}


def test_second_authors_are_named_in_other_languages():
    text = f"# El puente\n\nPor Ana Ruiz y Rui Costa\n\n{BRIDGE}\n"

    assert read("x.md", text.encode()).authors == ("Ana Ruiz", "Rui Costa")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("UPDATE 2-Board closes bridge after flood", "Board closes bridge after flood"),
        ("UPDATE 4 - Board closes bridge; nine hurt", "Board closes bridge; nine hurt"),
        ("EXCLUSIVE: Board closes bridge", "Board closes bridge"),
        ("17. The Woman Who Lent Out Her Door", "The Woman Who Lent Out Her Door"),
        ("7 Small Repairs Worth Learning", "7 Small Repairs Worth Learning"),
        (
            "DELL BOROUGH ARCHIVES\nRef: DBA/17/42\nA Petition to the Board",
            "A Petition to the Board",
        ),
        ("Halyard & Rye\na quarterly of work and weather\n\nESSAY\n\nNose\n\nAnn Moss", "Nose"),
        (
            "WHO SAYS SO?\nA series about figures. No. 14\n\nHow do you count eels?\n\nBy Ann Moss",
            "How do you count eels?",
        ),
        (
            "Halyard Quarterly\nIssue 61, Winter\n\nFICTION\n\nThe Nose Lender\n\nby Ann Moss",
            "The Nose Lender",
        ),
        (
            "COMMONWEALTH OF DELL\n\nSpecial Report No. 4 of 2024\n\nWater by Road: The Tankers",
            "Water by Road: The Tankers",
        ),
    ],
)
def test_what_stands_before_a_title_is_no_part_of_it(head: str, title: str):
    assert document(f"{head}\n\n{PROSE}{PROSE}").title == title


def test_the_occasion_below_a_schools_name_says_who_spoke():
    found = document(
        'DELL TECHNICAL COLLEGE\nOffice of the President - Speeches\n\n"The Open Door"\n\n'
        "Address to the graduating class, delivered by Ann Moss, inspector (retired), in the "
        "Armory, Saturday, June 8. The text is as delivered.\n\n"
        f"{PROSE}\n[Applause. The class rose.]\n"
    )

    assert (found.title, found.authors) == ('"The Open Door"', ("Ann Moss",))
    assert [block.text for block in found.numbered] == [
        block.text for block in document(PROSE).numbered
    ]


def test_a_date_with_the_time_and_pictures_credit_stand_above_the_text():
    found = document(
        "In praise of the closed door\n\nLibraries are told to open. I think they should shut\n\n"
        "Ann Moss\n\nWed 6 Mar 2024 05.00\n\nPictures: Rui Costa\nPublished 14 November\n\n"
        f"{PROSE}"
    )

    assert found.authors == ("Ann Moss",)
    assert found.numbered[0].text.startswith(PROSE[:20])


def test_a_byline_may_stand_in_one_block_with_its_dates():
    found = document(
        "Limpets may remember\n\nA study finds that they avoid their rivals. Not all agree.\n\n"
        f"By Ann Moss\nPublished 6 October, 06:00\nUpdated 7 October: a number.\n\n{PROSE}"
    )

    assert found.authors == ("Ann Moss",)
    assert found.numbered[0].text.startswith(PROSE[:20])


def test_what_leads_to_a_speech_or_to_a_life_that_was_told_is_no_part_of_it():
    leading = (
        "# The Open Door\n\n**Remarks on the retirement of Mrs. Lee-Costa**\n\n*Given by Ann Moss, "
        f"deputy head, in the hall, Friday 11 July. Some asides have been removed.*\n\n{PROSE}"
    )
    speech = read("seed.md", leading.encode())
    life = document(
        "Moss & Heath\nA quarterly of lives and places\n\n‘They asked us to sign’\n\nUla Tolm grew "
        "up in the hills, at a time when the state held that there were none. She mends lifts in "
        f"Dell. As told to Ann Moss.\n\nWinter | 9 minute read\n\n{PROSE}"
    )

    assert (speech.title, speech.authors) == ("The Open Door", ("Ann Moss",))
    assert life.title == "‘They asked us to sign’"
    for found in (speech, life):
        assert found.numbered[0].text.startswith(PROSE[:20])


def test_what_an_agency_sums_up_above_the_byline_has_no_number():
    found = document(
        "Board closes bridge after flood\n\n* Ferry runs from Monday\n* Shops lose trade\n\n"
        f"By Ann Moss and Rui Costa\n\n{PROSE}"
    )

    assert found.authors == ("Ann Moss", "Rui Costa")
    assert [block.number for block in found.blocks] == [None, None, 1, 2]


def test_who_is_named_above_the_title_and_in_a_note_below_is_the_author():
    column = "LIFE  |  COLUMNISTS\n\nAnn Moss-Platt\n\nAt 53, I have been told to blow bubbles"
    known = document(f"{column}\n\n{PROSE}\nAnn Moss-Platt writes every second week.\n")
    unknown = document(f"{column}\n\n{PROSE}")

    assert (known.title, known.authors) == (
        "At 53, I have been told to blow bubbles",
        ("Ann Moss-Platt",),
    )
    assert unknown.authors == ()


def test_a_byline_set_as_a_heading_is_no_second_line_of_the_title():
    found = read("seed.md", f"# Gross, Tare, Net\n\n### by Ann Moss-Dow\n\n{PROSE}".encode())

    assert (found.title, found.authors) == ("Gross, Tare, Net", ("Ann Moss-Dow",))


def test_who_told_a_tale_is_no_paragraph_of_it():
    found = document(f"The Lent Door\n\nTold by Hanne Moss, net-mender, at Dell.\n\n{PROSE}")

    assert [block.number for block in found.blocks] == [None, 1, 2]


@pytest.mark.parametrize(
    ("head", "title", "names"),
    [
        (
            (
                "Home > Ireland > Water\n\nWell owners waited 14 months, records show\n\n"
                "The office says that there was no danger to adults at any time\n\n"
                "Ann Moss\nEnvironment Correspondent\nTue 11 Feb, 06:00 (Updated 13:42)"
            ),
            "Well owners waited 14 months, records show",
            ("Ann Moss",),
        ),
        (
            (
                "Kettle Valley Fund\nAbout | Apply | Our grantees | Blog\n\nBlog > Learning\n\n"
                "We stopped asking. Here is why.\n\n"
                "Posted by Ann Moss, Grants & Gifts, on November 6\nTagged: trust"
            ),
            "We stopped asking. Here is why",
            ("Ann Moss",),
        ),
        (
            (
                "Remarks of Ann Moss, retired midwife\nOutside County Hall, Saturday 14 October\n"
                "(Typed up from a recording.)"
            ),
            "Remarks of Ann Moss, retired midwife",
            ("Ann Moss",),
        ),
        (
            (
                "VOICES OF THE VALLEYS: A Reader\n\nDocument 22\n"
                "Speech of Mrs. Ann Moss on the Shop\n"
                "Bethania Vestry, Dell, 9 November 1871"
            ),
            "Speech of Mrs. Ann Moss on the Shop",
            ("Mrs. Ann Moss",),
        ),
        (
            (
                "DELL RESEARCH UNIT\nBulletin 14/23\n\nHours and Caring: First Findings\n\n"
                "Released 09:30, 28 November 2023\nContact: Ann Moss"
            ),
            "Hours and Caring: First Findings",
            (),
        ),
        (
            "Home / Everyday Engineering / How does a crossing know?\n\nHow does a crossing know?",
            "How does a crossing know?",
            (),
        ),
    ],
)
def test_who_wrote_or_gave_a_text_stands_among_many_lines(
    head: str, title: str, names: tuple[str, ...]
):
    found = document(f"{head}\n\n{PROSE}{PROSE}")

    assert (found.title, found.authors) == (title, names)
    assert found.numbered[0].text.startswith("It had rained")


def test_a_place_with_years_is_nobody():
    found = document(f"The Weighbridge\n\nDell Quarry, 1978–1991\n\n{PROSE}")

    assert found.authors == ()


@pytest.mark.parametrize(
    ("head", "title", "names"),
    [
        (
            (
                "The Tribune & Courier\nWorld | Americas\n\n"
                "On a vanishing river, a town waits for rain\n\n"
                "By Ann Moss in Port Dell\n\nSat 14 Sept\n7 min read"
            ),
            "On a vanishing river, a town waits for rain",
            ("Ann Moss",),
        ),
        (
            (
                "ANALYSIS\n\nDell has given its farmers a price. Why are the beans leaving?\n\n"
                "The rise was meant to end smuggling before the vote\n\n"
                "Ann Moss-Kerr, West Dell water editor"
            ),
            "Dell has given its farmers a price. Why are the beans leaving?",
            ("Ann Moss-Kerr",),
        ),
        (
            "THE MOSS–KERR FOUNDATION\n\nAnnual Letter from the President",
            "Annual Letter from the President",
            (),
        ),
        (
            (
                "Skipper never said it was safe, trial hears\n\nAnn Moss · Court reporter\n"
                "Posted: Nov. 6, 6:12 p.m. AST"
            ),
            "Skipper never said it was safe, trial hears",
            ("Ann Moss",),
        ),
    ],
)
def test_names_and_sections_come_in_many_shapes(head: str, title: str, names: tuple[str, ...]):
    found = document(f"{head}\n\n{PROSE}{PROSE}")

    assert (found.title, found.authors) == (title, names)
    assert found.numbered[0].text.startswith("It had rained")


def test_a_note_below_a_text_names_who_wrote_it():
    found = document(f"Salt in Her Skirts\n\n{PROSE * 4}\nAnn Moss-Kerr teaches history in Dell.\n")

    assert found.authors == ("Ann Moss-Kerr",)


@pytest.mark.parametrize(
    ("head", "title", "names"),
    [
        (
            (
                "Skip to main content\nThe Rift Courier\nHome   Counties   Farming   Sport\n"
                "SIGN IN  |  Subscribe from KSh 99\n\nCOUNTIES > DELL\n\n"
                "Court gives exporter 90 days to reopen a stream\n\n"
                "By Ann Moss and Daniel ole Kerr\nMonday, June 16 — Updated 7.42pm\n3 min read"
            ),
            "Court gives exporter 90 days to reopen a stream",
            ("Ann Moss", "Daniel ole Kerr"),
        ),
        (
            (
                "Water Desk — South\n[ Latest ] [ Country files ] [ Report ] [ Donate ]\n\n"
                "Incident report 2024/117\nDell: Wells broken after night raid"
            ),
            "Dell: Wells broken after night raid",
            (),
        ),
        (
            (
                "KITCHEN BENCH  >>  science, explained\nHome / Ask / Food\n\n"
                "We value your privacy. We use cookies…  ACCEPT ALL\n\nASK THE BENCH #88\n"
                "Why does bread go stale?\n\nPosted by Ann Moss on 6 March  •  5 min read"
            ),
            "Why does bread go stale?",
            ("Ann Moss",),
        ),
    ],
)
def test_menus_numbers_and_privacy_notes_stand_above_a_title(
    head: str, title: str, names: tuple[str, ...]
):
    found = document(f"{head}\n\n{PROSE}{PROSE}")

    assert (found.title, found.authors) == (title, names)
    assert found.numbered[0].text.startswith("It had rained")


def test_who_teaches_in_the_last_lines_of_a_text_that_speaks_of_them_did_not_write_it():
    found = document(
        f"Salt in Her Skirts\n\nAnn Moss-Kerr opened the school.\n\n{PROSE * 4}\n"
        "Ann Moss-Kerr teaches history in Dell.\n"
    )

    assert found.authors == ()


# ---------------------------------------------------------------- pages as they are copied


def test_a_sites_name_and_menu_above_its_take_are_not_the_title():
    found = document(
        "The Hub\nLearn. Connect.\n\nHome › Issues › Water\n\nRelief Money Comes on Day Three"
        " and Leaves by Month Six. Recovery Takes Years.\n\nDell Review     Oct 3, 2023\n\n"
        "Water     Rivers     Towns\n\n"
        f"The Hub's Take:\n\n• Ana Ruiz asks who mends the pumps.\n\n{PROSE}"
    )

    assert (
        found.title
        == "Relief Money Comes on Day Three and Leaves by Month Six. Recovery Takes Years"
    )
    assert [block.number for block in found.blocks if block.number] == [1, 2]
    assert found.numbered[0].text.startswith("It had rained")


def test_the_record_of_a_parliament_names_its_debate_and_who_speaks():
    found = document(
        "House of Commons\nHansard\nVolume 731: debated on Wednesday 19 April 2023\n\n"
        "Rural Bus Services\n\n2.47 pm\n\nAnn Moss (Dell and the Marsh) (Ind)\n\n"
        "I am grateful to you, Madam Deputy Speaker, for calling me today.\n\n" + PROSE
    )

    assert found.title == "Rural Bus Services"
    assert found.authors == ("Ann Moss",)
    assert found.numbered[0].text.startswith("I am grateful")


@pytest.mark.parametrize(
    "below",
    [
        "Reporter Ann Moss contributed to this story.",
        "From “Eleven Gates” by Ann Moss (Dell Press). Reprinted by permission.",
        "Have your say: letters@dell.example (200 words at most)",
        "“The Pump” first appeared in Slack Water.",
        "Page 2 of 2",
        "You may copy this section for use in schools.",
        "This article may be republished free of charge.",
        "The Dell Courier welcomes guest columns of up to 500 words.",
        "Opinions expressed here are the writer's own.",
        "Ann Moss is a contributing editor.\n\nMore in this issue: The dry well | Who owns a pump?",
        "Source: A. Moss et al., “Pumps,” Wells 4, 11.\n\nEnjoyed this story? Sign up for more.",
        "Our water newsletter goes out every Monday.",
        "We welcome op-eds and letters. Write to the newsdesk.",
        "The views expressed here are not necessarily the views of the school.",
        "¹ The register of Dell, 1884.\n\n² The same, 1885.",
        "Ann Moss covers the county. Reach her at the newsdesk.\n\nReporting depends on readers.",
    ],
)
def test_what_stands_below_a_text_has_no_number(below):
    found = document(f"The Pump\n\n{PROSE}\nNobody asked again.\n\n{below}\n")

    assert [block.number for block in found.blocks if block.number] == [1, 2, 3]


def test_a_poem_stays_one_above_a_long_line_of_credits():
    stanza = (
        "He wants to show me where the sluice was.\nIt isn't where it was. A chain-link fence,\n"
    )
    stanza += (
        "a sign about the birds, and then the flat\nwhite glare he used to rake at six for pence"
    )
    credit = "from Low Country Hours (Tidewrack Press, 2019). Reprinted by permission of the poet."
    found = document("The Pans\n\nAnn Moss\n\n" + f"{stanza}\n\n" * 4 + f"{credit}\n")

    assert [block.kind for block in found.numbered] == ["stanza"] * 4


def test_questions_that_a_writer_answers_are_headings():
    asked = "".join(
        f"{question}\n\nThe company lowers the pressure at night, and nobody asked for it.\n\n"
        for question in ("What is throttling?", "Why is it done now?", "Who is worst off?")
    )
    said = asked.replace("The company", "I say that we").replace("What is", "What do you call")

    assert [b.kind for b in document(f"The Pipes\n\n{PROSE}\n{asked}").blocks].count("heading") == 3
    assert not any(b.kind == "heading" for b in document(f"The Pipes\n\n{PROSE}\n{said}").blocks)


def test_the_labels_of_a_wiki_interview_are_speakers_in_full():
    found = document(
        "Wiki talks with Ann Sen\n\n" + PROSE + "\n((Wikipage)) When did you first see it?\n\n"
        "((Dr Sen)) In March, on a wet day.\n\n((WP)) How warm was it?\n\n((AS)) Too warm.\n\n"
        "((WP)) And now?\n\n((AS)) It is over.\n"
    )

    speakers = [block.speaker for block in found.numbered if block.kind == "turn"]
    assert speakers == ["Wikipage", "Dr Sen"] * 3


def test_the_title_of_an_office_tells_who_speaks_where_a_place_and_a_day_stand_below():
    found = document(
        "Address at the Opening of the Quay\n\nPresident Ilse Moss-Adeyemi\n"
        f"Saint Orla, 14 September\n\n{PROSE}"
    )

    assert found.authors == ("Ilse Moss-Adeyemi",)
    assert found.numbered[0].text.startswith("It had rained")


def test_a_series_and_its_number_stand_above_the_title():
    found = document(f"LIVES IN THE TRADES, No. 23\n\nThe Lamp Keeper\n\nBy Ann Moss\n\n{PROSE}")

    assert (found.title, found.authors) == ("The Lamp Keeper", ("Ann Moss",))


def test_the_pages_of_a_site_below_a_text_have_no_number():
    found = document(
        f"The Lamp Keeper\n\n{PROSE}\nOffice of the Mayor | Speeches | Print this page\n"
    )

    assert [block.number for block in found.blocks] == [1, 2]


def test_a_gallery_above_a_text_is_captions_and_each_is_there_once():
    shown = "A row of lamps stands on the quay in Dell, Kesh. (AP Photo/Ann Moss)"
    found = read(
        "seed.html",
        f"<h1>The Lamps</h1><ul><li>{shown}</li><li>{shown}</li></ul><p>{shown}</p>"
        "<h3>Back to Gallery</h3><p>It had rained for a week.</p><p>(Laughter)</p>"
        "<p>Then somebody asked.</p><p>(Laughter)</p><p>Nobody knew.</p>".encode(),
    )

    assert [(block.kind, block.number) for block in found.blocks] == [
        ("caption", None),
        ("paragraph", 1),
        ("caption", None),
        ("paragraph", 2),
        ("caption", None),
        ("paragraph", 3),
    ]


# ---------------------------------------------------------------- op-eds, wire copy, minutes

SENTENCES = "The bus was late because the road was broken. Mend the road and spare the driver."


@pytest.mark.parametrize(
    "head",
    [
        f"OPINION\n\n{SENTENCES}\n\nBy Ann Moss",
        f"OPINION\n\n{SENTENCES}\n\nAnn Moss",
        f"THE DELL COURIER\nOpinion | Roads\n\n{SENTENCES}\n\nBy Ann Moss",
        f"{SENTENCES}\n\nBy Ann Moss",
        f"COMMENT\n\n{SENTENCES}\n\nA driver says what nobody in Dell will hear.\n\nBy Ann Moss",
    ],
)
def test_a_title_above_a_byline_may_be_two_sentences(head):
    found = document(f"{head}\n\n{PROSE}")

    assert (found.title, found.authors) == (SENTENCES[:-1], ("Ann Moss",))
    assert [block.number for block in found.blocks if block.kind != "caption"] == [1, 2]


def test_the_name_of_a_section_is_no_title_where_nothing_else_is():
    found = document(f"OPINION\n\nBy Ann Moss\n\n{PROSE}")

    assert (found.title, found.authors) == ("It had rained for a week, and…", ("Ann Moss",))
    assert document(f"OPINION\n\n{SENTENCES} {PROSE}").title.startswith("The bus was late")


@pytest.mark.parametrize("signed", ["", "By Ann Moss\n\n"])
def test_what_an_agency_says_of_an_earlier_report_is_not_read(signed):
    note = "(Recasts; adds the mayor in paragraph 3, the cost in paragraphs 5-6)"
    found = document(f"Bridge falls at Dell\n\n{note}\n\n{signed}DELL, May 3 (CNP) - {PROSE}")

    assert found.title == "Bridge falls at Dell"
    assert [span.text for span in found.dropped] == [note]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            (
                "DELL PARISH COUNCIL\nROADS COMMITTEE\n\n"
                "Minutes of the meeting held on Tuesday 4 June at 7.30 pm in the Corn Hall\n\n"
                "Present: Cllr A. Moss (Chair), Cllr B. Lund\n"
                "In attendance: the Clerk; nine others\nApologies: Cllr C. Ray"
            ),
            "Minutes of the meeting held on Tuesday 4 June at 7.30 pm in the Corn Hall",
        ),
        (
            (
                "Dell Parish Council\n\nRoads Committee\n\n"
                "Minutes of the meeting of the committee, held in the hall on Tuesday 4 June."
                "\n\n"
                "Present: Mr A. Moss, Mrs B. Lund.\nApologies for absence: Mr C. Ray."
            ),
            "Minutes of the meeting of the committee, held in the hall on Tuesday 4 June",
        ),
        (
            (
                "Dell Road Trust\nBoard of Trustees\n\nMinutes\n\nHeld on 4 June at the Corn Hall"
                "\n\nPresent:\nMr A. Moss\nMrs B. Lund\n\nApologies:\nMr C. Ray"
            ),
            "Minutes",
        ),
    ],
)
def test_minutes_are_called_minutes_and_who_came_has_no_number(head: str, title: str):
    found = document(f"{head}\n\nTHE ROAD\n\n{PROSE}")

    assert found.title == title
    assert [block.text for block in found.blocks if block.kind == "heading"] == ["THE ROAD"]
    assert len(found.numbered) == 2
