"""What kind of text it is, and what only a text of that kind has."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from guides import project, readers
from guides.findings import find
from guides.model import Findings, WordLists
from tests.texts import PLAIN, findings

SAMPLES = Path(__file__).resolve().parent / "samples"

TALE = """
Once upon a time there was a miller who was afraid of water. He lived beside the river, and
every night he heard it talk.

{}

In the end the miller sighed and went home, and nobody in the valley ever knew of it. He was
glad of that, and he laughed when they asked him.
"""

POEM = """The Gate

The gate is shut, the gate is old,
 the moss has learned its name,
And every year the snow comes down
 and leaves it as it came.

{}

The gate is shut, the gate is old,
 and no one asks it why;
It keeps the field from going out
 and lets the field go by.
"""


def told(middle: str) -> Findings:
    """Return what is found in a tale with *middle* as its second paragraph."""
    return findings(TALE.format(middle))


def sample(name: str) -> Findings:
    return find(project.read_seed(SAMPLES / f"{name}.txt"), WordLists())


# ---------------------------------------------------------------- the kind of text


def test_a_tale_is_a_story():
    assert told("One day he met a fox, and the fox smiled at him.").overview.genre == "story"


def test_a_book_with_chapters_and_some_letters_in_it_is_a_story():
    tale = "The miller rose early. She said that she had seen the fox, and he laughed at her. "
    letters = "".join(f"{number} letters to Ann\n\n{tale * 3}\n\n" for number in "1234")
    chapters = "".join(f"CHAPTER {number}\n\n{tale * 4}\n\n" for number in "12345")

    assert findings(f"The Mill\n\n{letters}{chapters}").overview.genre == "story"
    assert findings(f"The Mill\n\n{letters}{tale * 4}").overview.genre == "article"


def test_what_a_schoolbook_has_pupils_do_is_no_advice():
    lesson = findings(
        "Price Ceilings\n\nExplain what a price ceiling is.\n\n"
        "Suppose that rents rise in a town.\n\n"
        "Notice that two things have happened. Rents fell, and fewer flats were let.\n\n"
        "Calculate the shortage from the table. It is four hundred flats.\n"
    )

    assert lesson.overview.genre == "article"


def test_a_life_is_told_of_the_person_in_its_title():
    found = sample("life").overview

    assert (found.genre, found.life, found.character) == ("article", True, "Nora Hale")
    assert sample("life").pairs == ()
    assert not sample("news").overview.life


def test_the_years_of_a_life_beside_the_name_in_its_title_are_no_part_of_the_name():
    told = findings(
        "Nora Hale-Weir (1911-1987)\n\nNora Hale was born in Three Weirs in 1911.\n\n"
        "She kept a diary of rain from 1930.\n\nShe died in 1987, and the diary is lost.\n"
    ).overview

    assert (told.life, told.character) == (True, "Nora Hale")


def test_a_title_that_is_a_name_promises_a_life():
    text = (
        "{}\n\nNora Hale went to school at Three Weirs until she was twelve.\n\n"
        "Hale kept a diary of rain from 1881 to 1931, 41 books in all. In 1889 the river took 11 "
        "houses, and Hale sent the county 6 postcards about it.\n\n"
        "The county of Linden put up 8 gauges in 1896, and Hale has a plaque at Three Weirs.\n"
    )

    assert findings(text.format("Nora Hale")).overview.life
    assert not findings(text.format("Eight Gauges")).overview.life


def test_words_in_bold_that_only_stress_are_no_concepts():
    found = findings(
        "# The Act\n\nParents **are** bound by it. They pay **1,200 crowns** or **30 per cent**."
        f" Some **are not** bound. A **trust** holds it, **for now**.\n\n{PLAIN}\n"
    )

    assert found.overview.concepts == ()
    assert not found.overview.teaches


def test_what_a_text_explains_comes_back_in_it():
    concepts = findings(
        "How Salt Is Made\n\n"
        "The evaporation of sea water leaves salt. A pan is filled at high tide.\n\n"
        "In summer the evaporation is quick, and workers rake the pan at dusk.\n\n"
        "Rain stops the evaporation, so that a cover is kept beside the pan. Raking is hard work.\n"
    ).overview.concepts

    assert "evaporation" in concepts
    assert not {"raking", "cover"} & set(concepts)


def test_exercises_and_sources_stand_aside():
    found = findings(
        "How Salt Is Made\n\nSea water is led into a pan and left to the sun for a month.\n\n"
        "Review Questions\n\nWhy is the pan flat? It holds 900 litres of water in all.\n\n"
        "What the sun does\n\nThe water goes, and the salt stays behind on the floor of the pan.\n"
    )

    assert found.overview.aside == (2,)


def test_a_story_follows_whoever_s_thoughts_it_tells():
    assert (
        told(
            "The fox came to the miller. The fox sat down. The fox was hungry, and the miller "
            "thought of his bread. The miller wondered whether to share it. The fox waited."
        ).overview.character
        == "the miller"
    )


def test_a_name_that_ends_like_a_plural_may_be_the_one_whom_a_story_follows():
    text = (
        "It rained in the valley when Dilys Thorne kept the beam. Dilys put the pencil down. Mrs."
        " Pask said that it was late. Dilys tore off the slip and held it out. Then Dilys glanced"
        " at the gate, and Mrs. Pask laughed. Mrs. Pask went home. That night Dilys shut the door."
    )

    assert findings(f"Tare\n\n{text}\n\n{text}\n").overview.character == "Dilys"


def test_the_main_voice_is_heard_in_most_paragraphs():
    assert sample("article").overview.main_voice == "Agata Nowak"
    assert sample("fable").overview.main_voice == ""


VOICES = """The Quay

“The quay will sink in two years,” said Ada Brook. She had measured it in the spring.

Nobody on the town board had asked her for the measures. “It is only a quay,” said Ivo Lund.

“Every pile is soft below the water,” said Ada Brook. She showed the photographs.

“We have known it since the last flood,” said Ada Brook. The board will meet in May.
"""


def test_who_has_much_more_room_is_told_and_who_has_least():
    most, least = findings(VOICES).overview.room
    assert (most.name, most.speaks) == ("Ada Brook", (1, 3, 4))
    assert (least.name, least.speaks) == ("Ivo Lund", (2,))

    even = VOICES.replace("said Ada Brook. The board", "said Ivo Lund. The board")
    assert findings(even).overview.room == ()


def test_a_pair_tells_whether_both_speak_of_one_thing():
    assert [pair.shared for pair in findings(VOICES).pairs] == [False, False, False]
    one = VOICES.replace("“It is only a quay,”", "“There is no flood and no water below it,”")
    assert True in [pair.shared for pair in findings(one).pairs]


def test_a_comparison_in_an_article_is_found():
    text = VOICES.replace("She had measured it in the spring.", "It sags like a wet rope.")
    assert [image.text for image in findings(text).images] == ["like a wet rope"]


def test_what_a_schoolbook_prints_beside_its_text_stands_aside():
    found = findings(
        "How Salt Is Made\n\nMain Idea Salt is made by the sun and the wind.\n\n"
        "Sea water is led into a pan and left to the sun for a month.\n\n"
        "Reading Check Why is the pan left to the sun for so long?\n\n"
        "Explain the pan to the children before you show it to them, they say.\n\n"
        "Explain Why is the pan flat?\n"
    )

    assert found.overview.aside == (1, 3, 5)
    assert [item.text for item in found.questions][-1] == "Why is the pan flat?"


def test_a_life_is_told_of_somebody_who_took_another_name():
    life = findings(
        "Ada Moss-Reyes\n\nAda Moss-Reyes (née Moss; 3 March 1921 – 19 May 2004) was a miller.\n\n"
        "Moss was born in Lund. Moss went to school there, as Ivo Moss had.\n\n"
        "In 1971 she married Rui Reyes. Moss-Reyes died in Lund.\n"
    )

    assert (life.overview.character, life.overview.life) == ("Ada Moss-Reyes", True)


def test_a_speech_is_known_by_what_its_title_ends_with():
    text = "The {}\n\nI went to the mill. You know the mill. We have all been there.\n"
    assert (
        findings(text.format("School Meals Bill: Second Reading Speech")).overview.genre == "speech"
    )
    assert findings(text.format("School Meals Bill: No Speech At All")).overview.genre != "speech"


def test_an_answer_is_no_note_on_the_tape():
    found = findings(
        "A Talk at the Mill\n\nHM: What year did you start at the mill?\n\n"
        "EAB: In the year of the flood.\n\n[Tape ends, 00:21:15]\n\n"
        "HM: And what was the work like in those days?\n\nEAB: It was hard, and it was long.\n"
    ).exchanges

    assert [(item.answers, item.length) for item in found] == [((2,), 6), ((4,), 7)]


def test_who_answers_in_a_conversation_may_ask_back_without_being_the_asker():
    turns = (
        "HM: What year did you start at the mill?\n\nEAB: In the year of the flood, it was.\n\n"
        "HM: And what was the work like in those days?\n\n"
        "EAB: It was hard. What was I going to do, ask them for a chair?\n\n"
        "HM: You stayed for forty years at the same mill.\n\nEAB: I did, and I would again.\n\n"
        "HM: What would you tell a child who begins there now?\n\nEAB: Bring a chair.\n"
    )
    found = findings("A Talk at the Mill\n\n" + turns).exchanges

    assert [item.paragraph for item in found] == [1, 3, 7]
    assert [item.closed for item in found] == [True, False, False]
    assert {(item.asker, item.answerer) for item in found} == {("", "")}


def test_the_last_year_is_the_latest_one_named():
    assert sample("life").overview.latest == 1931
    assert sample("fable").overview.latest == 0


def test_a_text_to_look_things_up_in_is_a_reference():
    syllabus = """ENG 214: Writing About Place

Instructor: Miriam Castellanos

Office hours: Monday, 2:00-3:30 p.m.

Essays: 60%

Field journal: 20%

Participation: 20%

Essays lose one letter grade for each day that they are late. If you are ill, write to me.
"""
    assert sample("reference").overview.genre == "reference"
    assert findings(syllabus).overview.genre == "reference"


def test_minutes_are_a_reference_by_their_name_and_their_short_lines():
    minutes = """Minutes of the Garden Committee

1. Water

Tom Brandt reported that the pump failed twice. It was agreed to ask the council for money.

2. Bees

Jo Lin proposed two hives near the fence. The proposal was carried by three votes to one.

3. Next meeting

1 November, 4 p.m., in the library
"""
    assert findings(minutes).overview.genre == "reference"


def test_an_article_with_a_list_in_it_is_no_reference():
    article = """Four Things We Learned

The council met in May and heard what people wanted. It was a long evening for all of them.

- Cheaper buses

- Longer hours

The mayor said that she would come back in June. Nobody in the hall believed her at the time.

She did come back, though, and she had brought the plans with her. They were not what we asked for.
"""
    assert findings(article).overview.genre != "reference"


_IN_THE_PRESENT = """Mina counts the coins again. It is raining, and the shelter has no roof.

The old man beside her is asleep or pretends to be. He holds a box on his knees.

“Is it a cat?” Mina asks.

He opens one eye. “It is a mistake,” he says. “I am taking it back.”

She thinks about that and moves her feet. The box scratches. He lays his hand on the lid. Far away
two lights come over the hill. Mina stands up. He looks at her and waits.
"""


def test_a_story_may_be_told_in_the_present():
    assert findings(_IN_THE_PRESENT).overview.genre == "story"
    assert findings(_IN_THE_PRESENT.replace("He ", "I ")).overview.genre == "story"


def test_a_report_that_opens_on_a_scene_is_no_story():
    report = f"""{_IN_THE_PRESENT}
The stand began as a class project in 2021. Since then, students have repaired 214 chairs, and the
parts come from donors. A study found in 2019 that more than half of all users of wheelchairs
needed a repair within 6 months, and that 1 in 3 of them was stranded at home. The law does not
help. Makers do not have to sell parts, and in 41 states a user may lose the warranty. Lawmakers
in 9 other states are considering bills. The industry says that repairs by amateurs are dangerous.
"""
    assert findings(report).overview.genre == "article"


def test_a_tale_that_opens_as_tales_do_is_a_story_whatever_it_spells_with_capitals():
    tale = (
        "Once upon a time there were Three Bears. They lived in a house in a wood. There was a "
        "Great Huge Bear, and there was a Middle Bear, and a Little Small Wee Bear was there too. "
        "The bowls of the Bears were filled with oats and stood near the beds of the Three Bears."
    )
    assert findings(tale).overview.genre == "story"


def test_a_report_in_the_past_is_no_story():
    report = findings(
        "The council of Port Linden voted on 14 March 2024 to close the library.\n\n"
        "It cut 15 hours and saved $48,000, said Owen Pratt, the treasurer of Port Linden. In 2019 "
        "the Linden County Board had cut 12 percent, according to the Linden Ledger.\n\n"
        "Dana Whitlow of the Linden Party said that she regretted it. She voted for the cut.\n"
    )

    assert report.overview.genre == "article"


def test_what_a_republisher_introduces_is_an_article():
    assert sample("post").overview.genre == "article"


def test_a_speech_is_known_by_its_hearers():
    assert sample("speech").overview.genre == "speech"


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Delivered in the market hall, 4 June\n\n",
        "Saturday, June 8, in the school hall\n\n",
        "Speech by Ada Moss at the mill, 4 June\n\n(Check against delivery)\n\n",
    ],
)
def test_a_speech_is_known_by_its_greeting(note):
    text = f"""{note}Good evening, and thank you for climbing all those stairs.

Twelve years ago Ada Moss came to my office with a basket. I was a clerk then, and she had come
to the wrong door. She told me that the mill was to be sold, and I said that nobody would buy it.

She came back. She asked again, and they told her that there was no money. She laughed at them.

I ask you to think of her when you lock your doors."""

    assert findings(text).overview.genre == "speech"


def test_a_speech_may_have_a_letter_in_its_title():
    tale = "She came to my office with a basket, and I asked her to wait. She laughed at us. "
    head = "The Letter in the Drawer\n\nAddress to the pilots of Dell\nDelivered on 4 June\n\n"

    assert findings(f"{head}{tale * 3}\n\n{tale * 3}I ask you to go.\n").overview.genre == "speech"


def test_a_speech_is_known_by_its_title():
    text = """{}

I was a clerk when Ada Moss came to my office with a basket. She had come to the wrong door.

She came back. She asked again, and they told her that there was no money. She laughed at them.

You knew her for the basket. I think of her when I lock my doors."""

    assert findings(text.format("Remarks at the Funeral of Ada Moss")).overview.genre == "speech"
    assert findings(text.format("The Basket of Ada Moss")).overview.genre == "story"


def test_news_that_is_told_like_a_story_is_a_report():
    told = (
        "{} came into the hall. “Why do you not say it?” she asked. He smiled, and he said "
        "nothing. She asked again, and he thought of his own son. “I know what you lost,” he "
        "said. She wept.\n\n"
    )
    nobody, somebody = told.format("The miller"), told.format("The Republican nominee, on CNN,")
    assert findings("The Mother\n\n" + nobody * 2).overview.genre == "story"
    assert findings("The Mother\n\n" + somebody * 2).overview.genre == "article"


@pytest.mark.parametrize(
    ("greeting", "genre"), [("Dear Hannah,", "letter"), ("Dear friends and supporters,", "article")]
)
def test_a_letter_to_many_is_read_as_an_article(greeting, genre):
    body = "The boiler stopped in February. We went to the mill, and we thank you for the coal.\n\n"
    text = f"Letter from the Director\n\n{greeting}\n\n{body * 3}"
    assert findings(text).overview.genre == genre


def test_an_article_in_parts_that_says_we_is_no_speech():
    parts = "".join(
        f"## {name}\n\nWe ask you, our friends, to help us. We thank you for our bread, and we keep"
        f" our doors open. {PLAIN}\n\n"
        for name in ("Give money", "Ask first", "Keep your soup", "Come in March")
    )

    assert findings(f"# Four Ways to Help\n\n{parts}").overview.genre != "speech"


def test_an_essay_that_tells_in_order_to_argue_is_an_article():
    told = (
        "I borrowed my neighbour's ladder for years. She lent it, and I took it back when I was"
        " done. Then I bought a ladder. I put it in the shed and it stayed there.\n\n"
    )
    argued = (
        "I want to defend a thing that is almost gone. I think that people need to be asked, and it"
        " is good to owe somebody a ladder. A town is a place where people are asked.\n\n"
    )

    assert findings(f"# The Ladder\n\n{told * 3}{argued * 2}").overview.genre == "article"
    assert findings(f"# The Ladder\n\n{told * 3}").overview.genre == "story"


def test_an_open_letter_is_read_as_an_article():
    text = (
        f"An open letter to the Governor of Dell\n\nDear Governor,\n\n{PLAIN}\n\nWe ask you to"
        f" keep the bridge.\n\n{PLAIN}\n\nYours sincerely,\n\nAna Ruiz\n"
    )

    assert findings(text).overview.genre == "article"


def test_a_title_with_to_is_no_letter_for_that():
    assert not findings(f"To the Bridge\n\n{PLAIN}\n").overview.open_letter
    assert not findings(f"To the City by Night\n\n{PLAIN}\n").overview.open_letter
    assert findings(f"To the Council of Dell\n\n{PLAIN}\n").overview.open_letter


@pytest.mark.parametrize(
    ("greeting", "name"),
    [
        ("Dear Mr. Ellis,", "Mr. Ellis"),
        ("Dear Samira,", "Samira"),
        ("Dear Professor,", ""),
        ("Dear Mrs. Child,", "Mrs. Child"),
    ],
)
def test_a_letter_names_whom_it_greets_by_name(greeting, name):
    letter = f"{greeting}\n\n{PLAIN}\n\nYours,\n\nAna\n"

    assert findings(letter).overview.genre == "letter"
    assert findings(letter).overview.addressee == name


@pytest.mark.parametrize(
    "text",
    [
        "A speech by the mayor changed nothing in the council on Monday, and you could see it.",
        "# Prepared for the Flood\n\nYou could see the river from the mill, and the mill was dry.",
    ],
)
def test_an_article_that_speaks_of_a_speech_is_none(text):
    assert findings(f"{text}\n\n{PLAIN}\n\n{PLAIN}\n").overview.genre == "article"


def test_nobody_is_followed_who_are_many():
    text = (
        "It was dark, and the Germans kept watch. Germans put out the lamps. Germans shut the gate."
    )

    assert findings(f"{text} {text} {text}\n").overview.character == ""


def test_a_speech_is_known_by_who_spoke_it():
    text = (
        "For Mara\nSpoken by her brother at the Seamen's Hall\n\nThank you for coming. You knew"
        f" her, and so did I.\n\n{PLAIN}\n\n{PLAIN}\n"
    )

    assert findings(text).overview.genre == "speech"


def test_a_speech_is_known_by_the_laughter_in_it():
    told = (
        "She came back. She asked again, and they laughed at her{}. You know the rest of it{}.\n\n"
    )
    loud = told.format(" [Laughter]", " [Applause]")
    assert findings("The Basket of Ada Moss\n\n" + loud * 2).overview.genre == "speech"
    assert (
        findings("The Basket of Ada Moss\n\n" + told.format("", "") * 2).overview.genre != "speech"
    )


def test_an_essay_that_says_we_is_no_speech():
    essay = findings(
        "We often think that our maps are true. We look at them and we see our country.\n\n"
        "Our maps are drawn by people, and people choose. We choose a north and we choose a "
        "middle, and our choices decide which of us stands at the edge.\n"
    )

    assert essay.overview.genre == "article"


def test_questions_with_answers_are_a_conversation_without_any_labels():
    interview = findings(
        "An Interview with a Clockmaker\n\n"
        "How did you begin to mend clocks?\n\n"
        "My aunt had a shop. I swept it, and I listened.\n\n"
        "What do people get wrong about old clocks?\n\n"
        "They think that a clock is tired. It is only dirty.\n"
    )

    assert interview.overview.genre == "talk"
    assert [exchange.answers for exchange in interview.exchanges] == [(2,), (4,)]


@pytest.mark.parametrize(
    ("byline", "greeting"),
    [
        ("Address by Mrs. Ann Moss", "I was asked to speak to you tonight about the clock."),
        ("By Ann Moss", "Madam President, and the several who stand along the wall:"),
    ],
)
def test_a_speech_is_known_by_the_line_that_names_its_speaker_and_by_its_greeting(byline, greeting):
    body = (
        "The clock stopped in March. You have all walked past it, and nobody has asked me why.\n\n"
        "Ask me on Monday. We have a ladder, and the council has a purse.\n"
    )
    assert findings(f"The Clock\n\n{byline}\n\n{greeting}\n\n{body}").overview.genre == "speech"


def test_questions_in_bold_make_a_conversation_also_where_they_only_say_something():
    said = (
        "# The Clock Does Not Care\n\nInterview: Ines Vale\n\n{0}You had no clock at home.{0}\n\n"
        "My aunt had a shop. I swept it, and I listened.\n\n"
        "{0}People think that an old clock is tired.{0}\n\n"
        "It is only dirty. I tell them so every week.\n\n"
        "{0}Will you mend the one in the tower?{0}\n\n"
        "In May, if my knee agrees with the stair.\n"
    )

    def kind(mark: str) -> str:
        document = readers.read("seed.md", said.format(mark).encode())
        assert (document.authors, document.numbered[0].text[:7]) == (("Ines Vale",), "You had")
        return find(document, WordLists()).overview.genre

    assert kind("**") == "talk"
    assert kind("") != "talk"


def test_an_explainer_that_asks_and_answers_in_nobodys_voice_is_an_article():
    asked = ("What is being proposed?", "Who pays for the lamps?", "Does it make streets safer?")
    text = "".join(
        f"{ask}\n\nThe town owns the lamps. The council pays for them, and the county does not.\n\n"
        for ask in asked
    )

    assert findings(f"Should towns turn off their lamps?\n\n{text}").overview.genre == "article"
    told = text.replace("The town owns", "I know that we own")
    assert findings(f"Should towns turn off their lamps?\n\n{told}").overview.genre == "talk"


def test_verse_is_known_even_where_its_lines_were_run_together():
    verse = findings(
        "The wind went round the house all night, And knocked at every door, The lamp burned low, "
        "the lamp burned out, And I could see no more, For all the stars were under cloud, As "
        "they had been before.\n\n"
        "I asked the wind what it had lost, But wind will never say, It only turns the weather "
        "vane, And turns itself away, Till morning finds the garden wet, And everything still "
        "grey.\n"
    )

    assert verse.overview.genre == "poem"


def test_advice_is_known_by_its_commands():
    assert sample("how-to").overview.genre == "how-to"


def test_an_empty_text_has_a_kind_too():
    assert findings("Short.\n").overview.genre == "article"


@pytest.mark.parametrize(
    "greeting", ["Dear Nell,", "My dearest friend,", "To whom it may concern:"]
)
def test_a_letter_is_no_story_and_no_report(greeting):
    body = (
        "When I was your age I took a room above a shop. I was lonely, and I told everybody that I "
        "was busy. I thought of home and I wept. I wished that I had told my father the truth."
    )

    assert findings(f"{body}\n\n{body}\n").overview.genre == "story"
    assert findings(f"{greeting}\n\n{body}\n\n{body}\n").overview.genre == "letter"


# ---------------------------------------------------------------- characters


def names(found: Findings) -> list[str]:
    return [character.name for character in found.characters]


def test_a_thing_with_a_capital_is_nobody():
    castle = "A page served in a stately Castle. He thought of the sea. "
    moor = "The Castle stood high. He knew every stair. He wished to see the moor. He hoped. "
    assert "Castle" not in names(told(castle + moor))


def test_somebody_without_a_name_prints_as_the_story_calls_them():
    found = told(
        "The tin fox smiled. The tin fox asked him why he was afraid, and the tin fox listened."
    )

    assert names(found) == ["the miller", "the tin fox"]


def test_a_name_counts_more_than_a_noun_that_may_mean_the_same():
    found = told(
        "There Ana stood. The girl wished for a boat. The girl asked for a boat, and the girl "
        "cried. Ana thought of the sea, and Ana sighed."
    )

    assert "Ana" in names(found)
    assert "the girl" not in names(found)


def test_two_who_share_a_noun_are_told_apart():
    found = told(
        "The old king asked the young king for his horse. The young king refused it. The old king "
        "wept, and the young king laughed. The old king begged, but the young king smiled."
    )

    assert {"the old king", "the young king"} <= set(names(found))
    assert "the king" not in names(found)


def test_a_man_of_whom_there_are_many_is_nobody():
    found = told("A man called out. Another man answered, and the man laughed. A man shouted.")

    assert "the man" not in names(found)


def test_titles_tell_two_people_of_one_name_apart():
    found = told(
        "Mr. Hale asked for bread. Mrs. Hale wished that he would not. Mr. Hale laughed, and "
        "Mrs. Hale sighed. Mr. Hale smiled at Mrs. Hale."
    )

    assert {"Mr. Hale", "Mrs. Hale"} <= set(names(found))


def test_whoever_says_i_is_the_narrator():
    found = sample("memoir")

    assert found.overview.character == "the narrator"
    assert "the narrator's grandmother" in names(found)


def test_a_report_has_no_characters():
    found = sample("article")

    assert (found.characters, found.overview.character) == ((), "")


# ---------------------------------------------------------------- deeds


def deeds(found: Findings, paragraph: int = 0) -> list[tuple[str, str]]:
    """Return who does what, in one paragraph or in all of them."""
    return [(deed.actor, deed.text) for deed in found.deeds if paragraph in (0, deed.paragraph)]


def test_a_deed_is_quoted_from_its_verb_on():
    found = told("One night the miller built a bridge of old doors.")

    assert ("the miller", "built a bridge of old doors") in deeds(found)


def test_he_is_the_one_whom_the_sentence_before_was_about():
    found = told("The miller sighed. He took the lamp from its hook.")

    assert ("the miller", "took the lamp from its hook") in deeds(found)


def test_he_is_nobody_where_two_are_about():
    found = told("The miller asked his brother for a rope. He took the lamp from its hook.")

    assert all("lamp" not in text for _, text in deeds(found))


def test_a_deed_ends_where_somebody_else_begins():
    found = told("The miller locked the door of the mill, and the river laughed at him.")

    assert ("the miller", "locked the door of the mill") in deeds(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The miller stood beside the old bridge for an hour.",
        "The miller melted slowly in the heat of the summer.",
        "The miller did not know the name of the river.",
        "The miller gave such a shout that nobody heard it.",
    ],
)
def test_what_nobody_chooses_is_no_deed(sentence):
    assert deeds(told(sentence), 2) == []


def test_words_that_somebody_says_are_no_deed():
    found = told("“The miller broke the bridge on purpose,” said the fox.")

    assert deeds(found, 2) == []


def test_a_refusal_is_a_choice():
    found = told("The miller did not open the gate of the dam.")

    assert [deed.kind for deed in found.deeds if deed.paragraph == 2] == ["choice"]


# ---------------------------------------------------------------- moments, feelings, things


def test_a_break_in_time_is_a_moment():
    (moment,) = told("One winter morning the river was gone.").moments

    assert (moment.word, moment.paragraph) == ("One winter morning", 2)


def test_a_feeling_that_is_denied_is_not_felt():
    found = told("He was not ashamed of it, but he felt a great sorrow.")

    assert [feeling.word for feeling in found.feelings] == ["afraid", "sorrow"]


def test_a_feeling_that_only_says_what_somebody_is_like_is_not_felt():
    found = told("He had seen a frightened girl there, and he was ashamed.")

    assert [feeling.word for feeling in found.feelings] == ["afraid", "ashamed"]


def test_a_thing_that_comes_back_is_an_emblem_and_a_person_is_not():
    found = findings(
        "Once upon a time there was a miller who had a lantern. The miller loved the lantern.\n\n"
        "He carried his lantern to the river, and the miller laughed. The lantern went out.\n\n"
        "The miller cried for the lantern. The miller wished that it would burn again.\n"
    )

    assert [emblem.word for emblem in found.emblems] == ["lantern"]


# ---------------------------------------------------------------- lines and wording


def test_a_comparison_is_found_and_a_liking_is_not():
    found = told("The river ran like a frightened horse. The fox would like a horse.")

    assert [image.text for image in found.images] == ["like a frightened horse"]


@pytest.mark.parametrize(
    ("said", "images"),
    [("as still as a stone", []), ("as still as a chapel", ["as still as a chapel"])],
)
def test_a_comparison_in_every_mouth_is_none(said, images):
    assert [image.text for image in findings(f"Rain\n\nShe stood {said}.\n").images] == images


def test_the_first_line_of_a_poem_and_the_last_are_found():
    found = findings(POEM.format("It does not open for the wind,\n nor open for the deer,"))

    assert [(line.word, line.text) for line in found.verse_lines] == [
        ("first", "The gate is shut, the gate is old,"),
        ("last", "and lets the field go by."),
    ]


def test_a_stanza_of_one_line_may_end_a_poem_and_a_note_below_does_not():
    note = (
        "Ada Moss grew up beside a gate, which she has written of in three books and drawn for the"
        " children of her school, who ask whether it opens."
    )
    text = POEM.format("It does not open for the wind,\n nor open for the deer,")
    found = findings(f"{text}\nIt lets the field go by at night.\n\n{note}\n")

    assert found.verse_lines[-1].text == "It lets the field go by at night."


def test_a_line_that_comes_back_is_a_refrain():
    found = sample("poem")
    refrain = found.refrains[0]

    assert refrain.word == "Ring once for those who stay behind"
    assert refrain.paragraphs == (1, 2, 4)


def test_sentences_that_begin_alike_are_found_in_a_speech():
    found = sample("speech")

    assert [(item.word, item.times) for item in found.refrains] == [
        ("We were told", 3),
        ("We will", 3),
    ]


# ---------------------------------------------------------------- conversations


def test_a_question_goes_with_its_answer():
    first = sample("interview").exchanges[0]

    assert (first.asker, first.answerer) == ("Lindqvist", "Okafor")
    assert (first.paragraph, first.answers) == (1, (2,))


def test_whoever_asks_only_in_a_role_is_not_named_and_capitals_are_no_part_of_a_name():
    found = findings(
        "MODERATOR: Why do we build a bridge and not a ferry?\n\n"
        "ANA RUIZ: Because people do not wait for ferries.\n\n"
        "AUDIENCE MEMBER: How long will it take to build it?\n\n"
        "ANA RUIZ: Three years, if we vote in November.\n"
    )

    assert {(one.asker, one.answerer) for one in found.exchanges} == {("", "Ana Ruiz")}


def test_a_label_can_be_a_role_and_a_surname_can_look_like_one():
    found = findings(
        "MODERATOR: Why do we build a bridge and not a ferry?\n\n"
        "THOMAS BAKER: Because people do not wait for ferries.\n\n"
        "AUDIENCE MEMBER: How long will it take to build it?\n\n"
        "LINDQVIST: Three years, if we vote in November.\n\n"
        "MODERATOR: Thank you all for coming here tonight.\n"
    )

    assert {(one.speaker, one.speaker_kind) for one in found.quotations} == {
        ("Moderator", "unnamed"),
        ("Thomas Baker", "person"),
        ("Audience member", "unnamed"),
        ("Lindqvist", "person"),
    }


@pytest.mark.parametrize("question", ["Is that so?", "And what did it cost them in the end?"])
def test_a_question_that_leans_on_the_one_before_is_not_quoted(question):
    found = findings(
        f"HALE: What is a clock for in a house without work?\n\nRUIZ: For the company.\n\n"
        f"HALE: {question}\n\nRUIZ: More than anybody knows.\n\n"
        "HALE: Why do old clocks run slow?\n\nRUIZ: Dust, and pity.\n"
    )

    sure = [exchange.text for exchange in found.exchanges if exchange.confidence > 0.8]

    assert "Why do old clocks run slow?" in [exchange.text for exchange in found.exchanges]
    assert question not in sure


# ---------------------------------------------------------------- across the text


def test_nobody_is_owed_a_quotation_in_a_story():
    found = told("The children laughed at the miller, and the soldiers laughed, too.")

    assert found.groups
    assert found.overview.unquoted == ()


RULING = """The council will close the reading room in June. Tenants in the quarter say that the
savings come at their expense, and tenants fear for the evening school.

{}

The decision saves the town a good deal, said finance director Emeka Stone. Tenants do not
believe it, and nobody has asked the tenants."""


@pytest.mark.parametrize(
    ("voice", "unquoted"),
    [
        (
            "“Nobody here wants to close a room for readers,” said council president Lora Vale.",
            True,
        ),
        ("“My daughter goes there by herself every day after school,” said Yara Holm.", False),
        (
            "“They leave us with a bill that we cannot pay,” said their spokesman, Gil Ferris.",
            False,
        ),
    ],
)
def test_nobody_is_called_unquoted_who_may_be_the_one_quoted(voice, unquoted):
    assert bool(findings(RULING.format(voice)).overview.unquoted) is unquoted


def test_two_speakers_whom_the_text_tells_apart_make_a_pair():
    pairs = sample("article").pairs
    speakers = {(pair.first.speaker, pair.second.speaker) for pair in pairs}

    assert all(one != other for one, other in speakers)


def test_findings_do_not_depend_on_how_lines_are_broken():
    text = (SAMPLES / "story.txt").read_text("utf-8")
    wrapped = findings("\n".join(_wrapped(text)))
    whole = findings(text)

    assert deeds_on_one_line(wrapped) == deeds_on_one_line(whole)
    assert names(wrapped) == names(whole)


def _wrapped(text: str) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        lines += [*textwrap.wrap(paragraph, 60), ""]
    return lines


def deeds_on_one_line(found: Findings) -> list[tuple[str, str]]:
    return [(actor, " ".join(text.split())) for actor, text in deeds(found)]


# ---------------------------------------------------------------- what comes back


def _with_boiler(last: str) -> str:
    return (
        "The boiler is old, says the parish, and the hall has 40 seats.\n\n"
        "The parish has 212 members in two villages.\n\n"
        "A ticket costs 3 euros, and the choir sings for nothing.\n\n"
        "Most of the members live in Dell, which has a station.\n\n"
        "The choir meets on Mondays and has 19 voices.\n\n"
        f"{last}\n"
    )


def test_a_thing_that_is_taken_up_again_comes_back():
    last = "A plumber will look at the boiler in May. A boiler costs 900 euros."
    found = findings(_with_boiler(last))

    assert [(item.word, item.paragraphs) for item in found.recurrences] == [("boiler", (1, 6))]
    assert found.recurrences[0].paragraph == 6


@pytest.mark.parametrize(
    "last",
    [
        "A plumber will come in May.",  # named once
        "A plumber will look at the boiler in May.",  # named twice, and spoken of nowhere
        "A plumber will look at all boilers in May.",  # in another form
    ],
)
def test_what_is_not_named_again_in_the_same_words_does_not_come_back(last):
    assert not findings(_with_boiler(last)).recurrences


def test_terms_in_bold_are_the_concepts_of_a_schoolbook():
    text = (
        "Most trees cannot live as **mangroves** do, because **osmosis** draws their water out.\n\n"
        "The mud is **anoxic**: bacteria use up what air there is. Roots take in air through "
        "**lenticels**.\n\nIn anoxic mud, mangroves send roots upwards.\n"
    )
    found = find(readers.read("x.md", text.encode()), WordLists())

    assert found.overview.concepts == ("mangroves", "anoxic", "osmosis")


def test_whoever_thinks_as_she_is_followed_though_she_is_named_once():
    found = findings(
        "The last truck came at six, when Lindiwe had put her flask in her bag.\n\n"
        "She knew the truck. “You are closing,” said Mr Dlomo. She thought of the row by the dam."
        "\n\n“Is it short?” asked Mr Dlomo. She wondered what the number would say. "
        "“Twenty,” she whispered.\n\nMr Dlomo nodded. “I left a row,” said Mr Dlomo. "
        "She wished that he had not.\n"
    )

    assert found.overview.character == "Lindiwe"
    assert found.overview.called == "story"


def test_an_open_letter_with_many_names_below_it_is_no_list_to_be_looked_up():
    names = "\n\n".join(f"{name}, teacher" for name in ("Ada Moss", "Bo Lund", "Cy Ray", "Di Fox"))
    found = findings(
        "We write about the reading room, which the board will close in March.\n\n"
        "The room costs little, and 171 people were in it on one evening of January.\n\n"
        f"We ask the board to wait until September.\n\nYours respectfully,\n\n{names}\n"
    )

    assert found.overview.genre != "reference"
    assert [block.number for block in found.document.blocks] == [1, 2, 3, *[None] * 5]


def test_a_speech_is_told_below_the_line_that_says_where_it_was_given():
    found = findings(
        "The Water Belongs to the Valley\n\n"
        "Address by Thomas Pryce, delivered at the Market Square on 8 May 1938\n\n"
        "Friends, fellow workers, and you who came to hear us:\n\n"
        "The manager put a lock upon the sluice in January. The people have drunk from it for "
        "two generations, and we shall go on drinking from it.\n"
    )

    assert found.overview.genre == "speech"


@pytest.mark.parametrize(
    ("lead", "asked"),
    [("We therefore ask the board:", True), ("The strike was about three things:", False)],
)
def test_what_is_asked_for_in_a_list_is_told_from_points(lead, asked):
    text = f"The room will close in March.\n\n{lead}\n\n- time\n- advice\n- a meeting\n"

    assert [listing.asked for listing in findings(text).listings] == [asked]


def test_a_supposition_is_no_picture():
    found = told("That looks like an update, she said, and it grew like a tree.")

    assert [image.text for image in found.images] == ["like a tree"]


def test_a_life_is_that_of_whom_the_title_names_and_not_of_the_father_of_that_name():
    found = findings(
        "Lucinda Amparo Quiroga\n\n"
        "Lucinda Amparo Quiroga Salvatierra (14 March 1889 – 2 November 1961) was a Bolivian "
        "surveyor.\n\nQuiroga was born in Tarata, a child of Evaristo Quiroga, a notary.\n\n"
        "From 1909 to 1915 Quiroga taught in Punata. In 1931 the staff asked Quiroga for notes.\n"
    )

    assert found.overview.life
    assert found.overview.character == "Lucinda Amparo Quiroga Salvatierra"


def test_a_note_below_a_conversation_is_no_answer():
    text = (
        "# A Talk at the Mill\n\n**HM:** What year did you start at the mill?\n\n"
        "**EAB:** In the year of the flood.\n\n"
        "**HM:** What was the work like in those days?\n\n**EAB:** It was hard and long.\n\n"
        "*This conversation was shortened and edited.*\n"
    )
    found = find(readers.read("x.md", text.encode()), WordLists())

    assert [item.answers for item in found.exchanges] == [(2,), (4,)]
    assert found.document.blocks[-1].number is None


# ---------------------------------------------------------------- reviews, key passages, names


@pytest.mark.parametrize(
    "above",
    [
        "The Salt Ledger by Ana Ruiz. Halyard, 312 pp, £16.99",
        "Reviewed by Jonathan Price",
        "Film review: The Salt Ledger",
        "Dir: Ana Ruiz; 112 mins",
        "★★★★☆",
    ],
)
def test_a_review_is_known_by_what_stands_above_it(above):
    assert findings(f"Salt and Silence\n\n{above}\n\n{PLAIN}\n").overview.reviews


def test_the_work_reviewed_is_named_above_the_review():
    assert sample("review").overview.work == "The Last Crossing"
    assert sample("article").overview.work == ""


@pytest.mark.parametrize(
    "above",
    ["A review of the law took two years.", "The book has 312 pages.", "The film was directed."],
)
def test_what_only_speaks_of_reviews_and_books_is_none(above):
    assert not findings(f"Salt and Silence\n\n{above}\n\n{PLAIN}\n").overview.reviews


def test_a_key_passage_is_a_long_paragraph_inside_the_text():
    long = (
        "Some 300 people signed it, but the mayor said that 40 percent of them live elsewhere. "
        "“Nobody asked me,” said Ana Ruiz, who keeps the ferry. “They claim to speak for all.” "
        "The council reportedly wants another count before May, because the first was hurried."
    )
    found = findings(f"{PLAIN}\n\n{PLAIN}\n\n{long}\n\n{PLAIN}\n")

    assert [item.paragraph for item in found.key_passages] == [3]


@pytest.mark.parametrize(
    ("kind", "called", "unit"),
    [
        ("poem", "poem", "stanza"),
        ("speech", "speech", "paragraph"),
        ("letter", "letter", "paragraph"),
        ("story", "story", "paragraph"),
        ("memoir", "text", "paragraph"),
        ("article", "text", "paragraph"),
    ],
)
def test_a_question_calls_a_text_what_it_is(kind, called, unit):
    found = sample(kind)

    assert (found.overview.called, found.overview.unit) == (called, unit)


def test_a_remark_is_a_sentence_of_an_answer_that_says_what_is_so():
    found = sample("interview")

    assert [item.text for item in found.remarks] == [
        "A hive is not a pet, because nobody has asked the bees."
    ]
    assert sample("article").remarks == ()


def test_what_stands_under_a_title_is_not_looked_for_in_the_first_paragraph():
    text = (
        "# The Bridge\n\n*The council meant well, but 61 percent of the traders lost their trade.*"
        f"\n\n{PLAIN}\n\n{PLAIN}\n"
    )
    found = find(readers.read("x.md", text.encode()), WordLists())

    assert (found.numbers, found.contrasts) == ((), ())


def test_a_source_in_a_schoolbook_is_an_excerpt_where_it_says_whose_it_is():
    words = "I found that nearly all of them had drawn their water from the pump in the square. "
    box = f'> **PRIMARY SOURCE**\n>\n> "{words * 3}"\n>\n> — John Moss, *On Water* (1855)\n'
    text = f"# The Pump\n\n{PLAIN}\n\n{box}\n{PLAIN}\n\n{PLAIN}\n"
    found = find(readers.read("x.md", text.encode()), WordLists())

    assert [item.paragraphs for item in found.excerpts] == [(2,)]
    assert 2 not in found.overview.aside


def test_two_thoughts_are_enough_where_nobody_else_thinks():
    found = findings(
        "The Weight of Fruit\n\n"
        "Mr Dessick waited. Nadia had seen her father look at the beam, and expected nothing.\n\n"
        "She remembered how he had looked. She wondered. “It reads light,” said Mr Dessick.\n\n"
        "“Since when?” she asked. Mr Dessick shrugged, and went back to his cart.\n\n"
        "She shut the book. “Ask them,” said Mr Dessick, and went home before it was dark.\n"
    )

    assert found.overview.character == "Nadia"


def test_a_month_before_the_pronouns_is_nobody_whom_a_story_follows():
    text = (
        "The house was sold. They had walked through it in April, and he had measured it.\n\n"
        "He thought it over. He knew the wall. He wondered why. “Two,” said Mr Dessick.\n\n"
        "He remembered the rooms. “Or three,” said Mr Dessick, and went home before it was dark.\n"
    )

    assert findings(f"The Wall\n\n{text}").overview.character != "April"


def test_a_page_that_says_opinion_among_its_sections_holds_no_story():
    page = "{}\n\nThe Box\n\nBy Ann Moss\n\n" + _IN_THE_PRESENT

    assert findings(page.format("Opinion | Health")).overview.genre == "article"
    assert findings(page.format("Home | Health")).overview.genre == "story"


def test_whom_a_story_names_from_end_to_end_it_follows_whoever_comes_first():
    times = "“Tickets,” said Danilo. Danilo waited. “Now,” said Danilo, and Danilo looked up.\n\n"
    found = findings(
        "They worked in pairs, but Rusk was off with his back that week.\n\n"
        f"He thought it over. He knew the bus. He wondered why.\n\n{times}{times}{times}{times}"
    )

    assert found.overview.character == "Danilo"


def test_a_page_that_says_fiction_holds_a_story_though_it_is_told_as_i():
    told = (
        "I had never met him before. I thought that he would speak, and I waited for my turn. "
        "“Come in,” I said. He came in, and my hands shook, and I knew that I was afraid.\n\n"
    )
    said = findings(f"FICTION\n\nThe Weighbridge at Dell\n\nBy Ann Moss\n\n{told * 3}")
    unsaid = findings(f"The Weighbridge at Dell\n\nBy Ann Moss\n\n{told * 3}")

    assert (said.overview.called, unsaid.overview.called) == ("story", "text")


def test_a_key_paragraph_brings_its_first_words_along_unless_somebody_speaks():
    long = "and nobody could say what it would cost to mend the bridge before the winter came, " * 3
    found = findings(
        "The bridge is shut.\n\n"
        f"Four of the nine councils refused, {long}since 40 people had asked for 12 years.\n\n"
        f"“Never,” said Ann Moss, {long}since 50 people had asked for 13 years.\n\nIt is shut.\n"
    )

    assert [passage.word for passage in found.key_passages] == [
        "Four of the nine councils refused …",
        "",
    ]


def test_talk_in_the_present_is_a_story():
    talk = "“Left or right?” I say. “The left,” he says. He looks at me. “And you?” she says.\n\n"
    assert findings(f"Lost Property\n\n{talk * 6}").overview.genre == "story"


def test_a_page_that_says_profile_tells_no_story():
    told = (
        "She opened the box. “You live near a train,” she said. He laughed, and she looked up.\n\n"
    )
    assert findings(f"What Settles\n\nBy Ann Moss\n\n{told * 5}").overview.genre == "story"
    assert findings(f"PROFILE\n\nWhat Settles\n\nBy Ann Moss\n\n{told * 5}").overview.genre == (
        "article"
    )


def test_a_report_of_many_pages_that_names_a_sum_is_no_review():
    said = "The report, which has 112 pages and which I have read, says that we cost $2 a day.\n"
    assert not findings(f"What We Cost\n\n{said}").overview.reviews
    assert findings(f"What We Cost\n\nDell Books, 112 pages, $20\n\n{said}").overview.reviews


def test_whoever_thinks_by_name_is_followed_before_whoever_is_named_as_often():
    found = findings(
        "The Small Engine\n\n“Open it,” said Sikiru. Sikiru sat down. Kelechi took the key.\n\n"
        "“Is it hot?” said Kelechi. Kelechi, who had not known that he was meant to smell it, bent "
        "down. “Wait,” said Sikiru. He went out.\n\nKelechi waited. Sikiru came back and laughed. "
        "“Good,” said Sikiru. “Yes,” said Kelechi.\n"
    )

    assert found.overview.character == "Kelechi"


def test_whoever_drops_out_of_a_story_is_not_followed_to_its_end():
    founder = (
        "The founder dug. “I see,” said the founder. The founder wept, and the founder slept.\n\n"
    )
    sanna = "“I will go,” said Sanna. Sanna went down to the water and looked at it.\n\n"
    found = findings(f"The Founder’s Daughter\n\n{founder * 2}{sanna * 4}")

    assert found.overview.character == "Sanna"


def test_a_name_that_ends_like_a_plural_is_one_where_somebody_was_something():
    found = findings(
        "Clutch\n\n“Other door,” said Kamila. Dilys was to hear the boy read. "
        "“I know,” said Dilys.\n\n"
        "Dilys thought of the car. “So,” said Kamila. Dilys had thought of it for years.\n\n"
        "“Clutch down,” said Kamila. “Down,” said Dilys, and Dilys drove on.\n"
    )

    assert found.overview.character == "Dilys"
