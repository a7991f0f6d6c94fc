"""People, organisations and places, with their mentions and roles."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guides.findings import names
from guides.model import Document, Name, Quotation
from guides.readers import read
from guides.source import Span
from tests.texts import findings


def reading(text: str) -> Document:
    return read("seeds/reading.txt", text.encode(), "utf-8")


def found(text: str) -> tuple[Name, ...]:
    return names.find(reading(text))


def called(kind: str, text: str) -> list[str]:
    return [name.name for name in found(text) if name.kind == kind]


def only(text: str) -> Name:
    (name,) = found(text)
    return name


# ---------------------------------------------------------------- the user's own document


@pytest.fixture(scope="module")
def seed(checkout: Path) -> Document:
    path = checkout / "seeds" / "lgbtqi-communities-in-chechnya.txt"
    return read("seeds/lgbtqi-communities-in-chechnya.txt", path.read_bytes())


def test_the_users_seed_names_its_people_bodies_and_places(seed):
    by_kind: dict[str, list[str]] = {}
    for name in names.find(seed):
        by_kind.setdefault(name.kind, []).append(name.name)

    assert by_kind == {
        "person": ["Ramzan Kadyrov", "Levi Jackman"],
        "organisation": [
            "NPR",
            "UN Office of the High Commissioner for Human Rights",
            "UN",
            "UN Human Rights Council",
            "United Nations Foundation",
        ],
        "place": ["Chechnya", "Geneva", "Canada", "Netherlands", "U.S."],
    }


def test_the_leader_in_the_users_seed_has_the_role_that_is_printed(seed):
    leader = next(name for name in names.find(seed) if name.name == "Ramzan Kadyrov")

    assert leader.role == "Chechen leader"
    assert leader.paragraphs == (8,)
    assert leader.acts


def test_a_place_knows_every_paragraph_that_mentions_it(seed):
    place = next(name for name in names.find(seed) if name.name == "Chechnya")

    assert place.paragraphs == (5, 6, 7, 8)
    assert place.paragraph == 5


def test_who_stands_only_in_the_preface_or_source_line_comes_last_in_no_paragraph(seed):
    author = next(name for name in names.find(seed) if name.name == "Levi Jackman")

    assert author.paragraph == 0
    assert author.paragraphs == ()
    assert len(author.mentions) == 2


# ---------------------------------------------------------------- what is a name


def test_a_capital_at_the_start_of_a_sentence_makes_no_name():
    assert found("Yesterday the shop was shut. Although it rained, people came.") == ()


def test_the_word_before_a_name_at_the_start_of_a_sentence_is_left_out():
    assert called("person", "Yesterday Maria Lopez opened the shop.") == ["Maria Lopez"]


def test_a_known_word_is_kept_where_it_is_half_of_an_unknown_name():
    text = "Ban Ki-moon spoke first. Later Ban Ki-moon left."

    assert called("person", text) == ["Ban Ki-moon"]


def test_a_people_or_a_language_is_no_name_by_itself():
    assert found("The French and the Dutch met Muslim and Jewish neighbours.") == ()


def test_days_and_months_are_no_names():
    assert found("They met on Monday, then again in March and on Easter Sunday.") == ()


def test_a_hurricane_is_nobody():
    text = "After Hurricane Maria the roads were closed. Hurricane Michael destroyed more."

    assert found(text) == ()


def test_a_war_or_a_holiday_is_nobody():
    assert found("He was born during World War II, on Veterans Day.") == ()


def test_an_operation_is_nobody_though_it_ends_in_a_womans_name():
    assert found("They planned Operation Charlotte and Project Mary for years.") == ()


def test_a_case_at_law_names_no_body():
    assert found("He cited Velm v. Board of Zoning twice.") == ()


def test_a_name_behind_a_title_that_ends_in_v_is_no_side_of_a_case():
    for title in ("Gov.", "Rev."):
        text = f"The bill is dead, {title} Wolf told reporters. Wolf left."

        assert called("person", text) == ["Wolf"]


def test_a_people_before_a_name_is_not_part_of_it():
    assert called("person", "Then Canadian Ida Wells won.") == ["Ida Wells"]


def test_a_title_without_a_name_names_nobody():
    assert found("Thank you, Mr. President, and thank you, Madam Speaker.") == ()


def test_the_title_of_a_song_in_quotation_marks_is_no_place():
    assert found("They played “Rainy Night in Georgia” twice.") == ()


def test_a_headline_does_not_run_a_name_and_its_verb_together():
    text = "Hannah Brown Wins Long Fight Over School\n\nHannah Brown had waited for years."

    assert called("person", text) == ["Hannah Brown"]


def test_letters_that_stand_for_no_body_are_left_out():
    assert found("The CEO bought a TV with HDTV and read the FAQ.") == ()


def test_i_and_he_are_nobody_after_a_comma_or_quotation_mark():
    assert found("“I said so,” she told us, and I agreed. “He knows.”") == ()


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_contraction_after_a_title_and_a_comma_is_nobody(mark):
    text = f"But, Governor Pence, I{mark}ve got to ask. You{mark}ve said so, Mr. Pence."
    assert called("person", text) == ["Pence"]


def test_a_storm_is_nobody_by_its_own_name_either():
    text = "Cyclone Orlin has weakened. T C Orlin moved inland. Orlin's winds fell."
    assert found(text) == ()


def test_whoever_bears_the_name_of_a_storm_is_a_person_all_the_same():
    text = "After Hurricane Maria hit, Maria Lopez lost her roof."
    assert called("person", text) == ["Maria Lopez"]


def test_a_room_with_a_number_is_nobody():
    assert found("The course will meet in Sage 5510 on Tuesdays.") == ()


@pytest.mark.parametrize("letters", ["TBD", "SUVs", "TAs", "QX", "NOT open"])
def test_letters_that_may_stand_for_anything_are_no_body(letters):
    assert found(f"Office hours are {letters} this week.") == ()


@pytest.mark.parametrize("initial", ["K", "K."])
def test_a_plain_word_before_an_initial_is_a_first_name(initial):
    text = f"It rained. Pate {initial} Chon, a nurse, came. Chon said that she knew."

    assert called("person", text) == [f"Pate {initial} Chon"]
    assert called(
        "person", f"Recently {initial} Chon, a nurse, came. Chon said that she knew."
    ) != [f"Recently {initial} Chon"]


def test_only_the_first_word_is_a_body_where_plain_words_follow_it():
    assert called("organisation", "It was an AP Photo that won.") == ["AP"]


def test_a_head_of_a_department_makes_no_body_of_it():
    assert found("She asked the Dean of Academic Affairs.") == ()


def test_a_country_in_the_plural_is_no_people():
    assert called("place", "He met them in the Philippines.") == ["Philippines"]


# ---------------------------------------------------------------- which kind


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("She studied at the University of Novi Grad.", "organisation", "University of Novi Grad"),
        (
            "He runs the Center for Rural Health and Safety.",
            "organisation",
            "Center for Rural Health and Safety",
        ),
        (
            "We met the Alliance to End Hunger in spring.",
            "organisation",
            "Alliance to End Hunger",
        ),
        ("It was sold to Bronsen & Wick last year.", "organisation", "Bronsen & Wick"),
        ("The band Grelka played all night.", "organisation", "Grelka"),
        ("At Parents Building Bridges, we listen.", "organisation", "Parents Building Bridges"),
        ("They prayed at the Tree of Hope synagogue.", "organisation", "Tree of Hope"),
        ("She leads Mount Zion Baptist Church.", "organisation", "Mount Zion Baptist Church"),
        ("He founded the Velm Defender.", "organisation", "Velm Defender"),
        ("Velmstad is a village by the sea.", "place", "Velmstad"),
        ("They walked along the Orrin River.", "place", "Orrin River"),
        ("The bus stops in Velmstad.", "place", "Velmstad"),
        ("He left Velmston, Maryland.", "place", "Velmston"),
        ("They slept on Duane Street.", "place", "Duane Street"),
        ("The water came to the basements of Lower Velm.", "place", "Lower Velm"),
        ("The firm is Chicago-based.", "place", "Chicago"),
        ("Mr. Okonjo waited outside.", "person", "Okonjo"),
        ("The singer Velma told us why.", "person", "Velma"),
        ("The letter came from S. Mona Sinha.", "person", "S. Mona Sinha"),
    ],
)
def test_a_name_is_told_by_its_words_and_by_what_stands_around_it(text, kind, name):
    assert name in called(kind, text)


def test_a_place_before_a_plural_is_a_team():
    assert called("organisation", "Again the Chicago Otters won.") == ["Chicago Otters"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Prime Minister Theresa May said so.", ["Theresa May"]),
        ("Theresa left London May 5 for good.", ["Theresa"]),
        ("The brothers Charles G. and David H. Koch paid.", ["David H. Koch"]),
        ("GARLAND STEPS ASIDE", []),
        ("U.N. Women said so.", []),
        ("Peabody Energy closed a mine. Peabody said no.", []),
        ("She did not believe in Satan.", []),
        ("Newspapers called her “Queen Bess.” She flew on.", []),
        ("Unluckily, the well was dry. Unluckily told him so.", []),
        ("The page went to the Earl. The Earl smiled and rode on.", []),
    ],
)
def test_only_whole_names_of_people_are_people(text, people):
    assert called("person", text) == people


def test_a_body_goes_on_under_its_last_words():
    name = only("The Northern Black Caucus Foundation met. The Black Caucus Foundation gave.")

    assert len(name.mentions) == 2


def test_a_plain_word_before_a_plural_is_no_team():
    assert found("Teams build Mobile Applications there.") == ()


def test_a_body_may_be_named_by_its_website():
    name = only("Rates fell, according to Edmunds.com, a data firm. Edmunds said so.")

    assert (name.kind, name.name, len(name.mentions)) == ("organisation", "Edmunds.com", 2)


def test_a_full_name_is_a_persons_where_half_of_it_is():
    name = only("“No,” said Bram Tollen. Bram counted them twice and smiled.")

    assert (name.kind, name.name, len(name.mentions)) == ("person", "Bram Tollen", 2)


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("PORT LINDEN — ", "Port Linden"),
        ("NEW YORK (AP) — ", "New York"),
        ("TULSA – ", "Tulsa"),
        ("HARWICK, N.J., April 3, 2022 — ", "Harwick"),
    ],
)
def test_the_town_in_capitals_that_opens_a_report_is_a_place(opening, place):
    assert called("place", f"{opening}The library will close.")[0] == place


def test_a_shout_that_opens_a_sentence_is_no_place():
    assert found("ONCE — that was all. NOTHING MORE — said nobody.") == ()


def test_in_a_text_that_is_not_english_only_surely_known_names_are_found():
    text = (
        "Una maestra recorre la Sierra de Chihuahua para enseñar a sus alumnos. "
        "Los niños estudian con la maestra porque las escuelas cerraron por la pandemia. "
        "La pequeña Natalia Ayala dice que el paisaje es bonito y que le gusta la escuela."
    )
    assert [name.name for name in found(text)] == ["Natalia Ayala"]


def test_what_stands_in_one_list_is_of_one_kind():
    text = "Traders left Honduras, Velmoria and Guatemala."

    assert called("place", text) == ["Honduras", "Velmoria", "Guatemala"]


def test_the_place_before_a_title_is_not_part_of_the_person():
    text = "Massachusetts Sen. Elizabeth Warren wrote to the bank."

    assert called("person", text) == ["Elizabeth Warren"]
    assert called("place", text) == ["Massachusetts"]


def test_a_possessive_ends_a_name():
    text = "Ghana's Ama Mensah spoke at the Children's Hospital."

    assert called("person", text) == ["Ama Mensah"]
    assert called("organisation", text) == ["Children's Hospital"]


def test_two_bodies_joined_by_and_stay_two():
    text = "Nurses from the Ministry of Health and UNICEF came."

    assert called("organisation", text) == ["Ministry of Health", "UNICEF"]


def test_a_body_whose_article_always_has_a_capital_keeps_it():
    assert called("organisation", "The Alliance to End Hunger met. We came.") == [
        "The Alliance to End Hunger"
    ]


def test_the_capital_on_the_article_belongs_to_a_newspaper():
    assert called("organisation", "She writes for The Velm Gazette.") == ["The Velm Gazette"]


# ---------------------------------------------------------------- short forms


def test_a_bare_surname_is_the_person_named_before():
    person = only("Ama Mensah spoke first.\n\nMensah was tired. “Go,” said Ama.")

    assert person.name == "Ama Mensah"
    assert [mention.text for mention in person.mentions] == ["Ama Mensah", "Mensah", "Ama"]
    assert person.paragraphs == (1, 2)


def test_a_headline_may_give_the_surname_before_the_full_name():
    person = only(
        "Mensah to leave the council soon\n\nAma Mensah said on Friday that she was tired."
    )

    assert person.name == "Ama Mensah"


def test_a_surname_with_another_title_is_somebody_else():
    text = "President Ford was asked. He smiled.\n\nLater Susan Ford opened the school."

    assert called("person", text) == ["Ford", "Susan Ford"]


def test_of_two_with_one_surname_the_bare_surname_is_the_one_spoken_of_more():
    text = (
        "Ted Marsh spoke. Marsh was calm. Marsh had a plan.\n\n"
        "His wife, Heidi Marsh, listened. Marsh sat down."
    )

    assert [len(name.mentions) for name in found(text)] == [4, 1]


def test_a_title_after_the_bare_surname_in_one_sentence_means_somebody_else():
    text = (
        "Hilda Corben waited. After the Corben camp spoke, he praised Ann Flower, who once "
        "worked for President Corben."
    )
    (name,) = (name for name in found(text) if name.name == "Hilda Corben")

    assert name.role == ""
    assert len(name.mentions) == 2


def test_initials_in_brackets_stand_for_the_body_before_them():
    text = "In May the World Seed Organization (WSO) met. Then the WSO voted."
    body = only(text)

    assert body.name == "World Seed Organization"
    assert [mention.text for mention in body.mentions][1:] == ["WSO", "WSO"]


def test_the_head_noun_of_a_body_stands_for_it():
    body = only("The Velm Housing Council met on Monday. The Council then voted.")

    assert [mention.text for mention in body.mentions][-1] == "Council"


def test_the_head_noun_before_of_stands_for_the_body_too():
    name = only("The Tarn League of Rights met. Later the League was closed.")

    assert len(name.mentions) == 2


def test_the_longest_form_with_the_same_ends_is_the_name():
    text = "Stephanie J. Nolan wrote it. Stephanie Nolan teaches law."

    assert called("person", text) == ["Stephanie J. Nolan"]


def test_a_nickname_in_quotation_marks_is_the_same_person():
    text = "Rep. Robert C. “Bobby” Scott waited. Bobby Scott was early. Scott smiled."

    assert called("person", text) == ["Robert C. “Bobby” Scott"]


# ---------------------------------------------------------------- roles, deeds, quotations


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Bob Ott, the president and CEO of the Center for Repair, smiled.",
            "the president and CEO of the Center for Repair",
        ),
        ("Ida Wells, director of a shelter, agreed.", "director of a shelter"),
        ("It was film director Ida Wells who said so.", "film director"),
        ("Then foreman Ida Wells stood up.", "foreman"),
        ("Ida Wells, now a consultant in Velm, agreed.", "a consultant in Velm"),
        ("Then hedge-fund manager Ida Wells paid.", "hedge-fund manager"),
        ("Then Sen. Ida Wells spoke.", "Sen."),
        ("The plan of White House spokesman Josh Ernst failed.", "White House spokesman"),
        ("Ida Wells is a professor of law at Velm.", "a professor of law at Velm"),
        ("It fell, said the town treasurer, Owen Pratt.", "the town treasurer"),
        ("He thanked the town treasurer, Owen Pratt and two others.", ""),
        ("Her sister Ida Wells came too.", ""),
        ("Ida Wells, the next day, left.", ""),
        ("Mr. Josh Ernst came.", ""),
    ],
)
def test_a_role_is_the_texts_own_words(text, role):
    person = next(name for name in found(text) if name.kind == "person")

    assert person.role == role


def test_a_people_that_is_also_a_first_name_stays_before_a_last_name():
    assert called("person", "Retired Gen. Norman Ham spoke. Ham was heard.") == ["Norman Ham"]
    assert called("person", "Then Irish Sen. Eoin Daly spoke. Daly was heard.") == ["Eoin Daly"]


def test_who_decides_or_speaks_acts_and_who_is_only_named_does_not():
    text = "Ama Mensah decided to stay. A letter to Ida Wells was lost."

    assert [name.acts for name in found(text)] == [True, False]


def test_who_is_charged_with_a_wrong_is_accused():
    text = "Ama Mensah was charged with theft. Ida Wells saw it."

    assert [name.accused for name in found(text)] == [True, False]


def test_who_is_quoted_and_who_denies_are_known_once_quotations_are():
    text = "Ama Mensah said, “I did not take it.” Ida Wells listened."
    document = reading(text)
    quoted = Quotation(
        span=Span(document.source, 19, 36), paragraph=1, speaker="Ama Mensah", denial=True
    )
    first, second = names.with_quotations(names.find(document), [quoted])

    assert (first.quoted, first.acts, first.accused) == (True, True, True)
    assert (second.quoted, second.accused) == (False, False)


# ---------------------------------------------------------------- what the document knows


def test_author_and_publisher_of_the_source_line_are_known():
    text = (
        "Giving Compass' Take:\n\n• Ida Wells asks who pays.\n\nRent rose by a third.\n\n"
        "Read the full article about rent by Ida Wells at The 74."
    )

    assert called("person", text) == ["Ida Wells"]
    assert called("organisation", text) == ["The 74"]


# ---------------------------------------------------------------- whole texts


def test_every_mention_is_in_the_text_and_mentions_do_not_overlap(seed):
    spans = sorted(
        (mention.start, mention.end) for name in names.find(seed) for mention in name.mentions
    )

    assert spans
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(seed.text[start:end].strip() for start, end in spans)


@given(st.text(alphabet="AaBb .,'’-\n“”(&Of1St", max_size=120))
def test_any_text_gives_names_that_lie_inside_it(text):
    assume(any(letter.isalpha() for letter in text))
    document = reading(text)
    for name in names.find(document):
        for mention in name.mentions:
            assert 0 <= mention.start < mention.end <= len(document.text)


def test_the_same_text_gives_the_same_names_under_any_hash_seed(checkout):
    program = (
        "from guides.findings import names\n"
        "from guides.readers import read\n"
        "path = 'seeds/lgbtqi-communities-in-chechnya.txt'\n"
        "data = open(path, 'rb').read()\n"
        "print([(n.name, n.role, n.paragraphs) for n in names.find(read(path, data))])\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=checkout,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(checkout)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(printed) == 1


def test_a_name_is_called_with_the_article_that_the_text_gives_it():
    names = found("On Monday the Tarn Housing Council met. Members of Oxfam came, too.")

    article = {name.name: name.called for name in names}
    assert article["Tarn Housing Council"] == "the Tarn Housing Council"
    assert article["Oxfam"] == "Oxfam"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The Houston area grew.", "Houston"),
        ("The Arizona sheriff came.", "Arizona"),
        ("The Netherlands joined later.", "the Netherlands"),
        ("The Bronx was hot.", "the Bronx"),
        ("It happened in the United States.", "the United States"),
        ("The Corben camp met Hilda Corben.", "Hilda Corben"),
    ],
)
def test_an_article_before_what_a_name_describes_is_not_the_names(text, called):
    assert only(text).called == called


def test_a_speaker_who_is_a_slip_of_the_pen_is_nobody():
    span = Span(reading("Kathryn Waters spoke.").source, 0, 7)
    named = (Name(span=span, paragraph=1, name="Kathryn Waters", kind="person"),)
    speakers = ("Water", "Watters", "Waters", "Watson", "Moss")
    said = [Quotation(span=span, paragraph=1, speaker=who) for who in speakers]

    kept = [item.speaker for item in names.without_slips(said, named)]
    assert kept == ["", "", "Waters", "Watson", "Moss"]


def test_a_body_in_the_name_of_a_case_is_no_body_of_the_text():
    document = reading("Brown v. Board of Education was decided in 1954. The court was unanimous.")

    assert [name.name for name in names.find(document) if "Board" in name.name] == []


# ---------------------------------------------------------------- namesakes of other things


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("He came with his friend Chad.", "Chad"),
        ("Her older sister Georgia is six.", "Georgia"),
        ("They saw a boy named Israel.", "Israel"),
        ("Jordan, 12, plays chess.", "Jordan"),
        ("It was in April that April Jones moved out.", "April Jones"),
        ("On Monday he met Will Smith.", "Will Smith"),
        ("The painter was Ludwig van Beethoven.", "Ludwig van Beethoven"),
    ],
)
def test_who_is_called_like_a_country_a_month_or_a_verb_is_a_person(text, person):
    name = only(text)

    assert (name.kind, name.name, len(name.mentions)) == ("person", person, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The Edmund Fitzgerald sank in 1975.",
        "The Mona Lisa hangs there.",
        "She wrote The Dispossessed.",
        "He read The Odyssey twice.",
        "It rains in April and in June.",
    ],
)
def test_a_ship_a_painting_a_book_and_a_month_are_nobody(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Leonardo da Vinci painted. Da Vinci wrote with his left hand.",
        "Ursula von der Leyen spoke. Von der Leyen was firm.",
        "F. W. de Klerk was there. De Klerk left.",
    ],
)
def test_a_particle_has_a_capital_where_a_sentence_opens_with_it(text):
    assert len(only(text).mentions) == 2


def test_a_company_stays_one_without_its_inc():
    text = (
        "Marlow Pine Inc. reported a loss on Thursday. Marlow Pine borrowed too much, said Ines "
        "Pelletane of Forrester Vale. “The problem is the debt,” she said."
    )

    assert called("person", text) == ["Ines Pelletane"]
    assert called("organisation", text) == ["Marlow Pine Inc."]


def test_an_initial_stands_for_the_first_name_that_fits():
    text = (
        "Henrike Solvane read the mud of the lake. H. Solvane signed every page, and Solvane kept "
        "the cores. H. Solvane died in 1964."
    )

    assert called("person", text) == ["Henrike Solvane"]


def test_what_somebody_wrote_is_nobody():
    found = findings("The books are kept. Falck knew of it, as Falck Letter-book IV shows.\n")

    assert "Falck Letter-book IV" not in [name.name for name in found.people]


def test_one_of_a_people_is_not_called_after_it():
    found = findings(
        "The Ahmadis were asked to leave. An Ahmadi said that Ahmadi families had left.\n\n"
        "The Carters stayed. Carter said so himself.\n"
    )

    assert "Ahmadi" not in [name.name for name in found.people]
    assert "Carter" in [name.name for name in found.people]
