"""What is known about words before any text is read."""

import re
from pathlib import Path

import pytest

from guides.findings import lexicon


@pytest.fixture(scope="module")
def data(checkout: Path) -> Path:
    return checkout / "guides" / "data"


def test_common_words_have_a_high_zipf_value_and_unknown_ones_none():
    assert lexicon.zipf("the") > 7 > lexicon.zipf("government") > 4 > lexicon.zipf("oligarchy")
    assert lexicon.zipf("kadyrovite") == 0


def test_case_and_curly_apostrophes_make_no_difference_to_frequency():
    assert lexicon.zipf("Don’t") == lexicon.zipf("don't") > 5


@pytest.mark.parametrize("word", ["hope", "Mark", "yesterday", "children", "colour", "Bowing"])
def test_a_word_that_english_writes_small_is_ordinary(word):
    assert lexicon.is_ordinary(word)


@pytest.mark.parametrize("word", ["London", "Chechnya", "Smithson", "Kadyrov", "qwrtz"])
def test_a_name_is_not_ordinary(word):
    assert not lexicon.is_ordinary(word)


def test_a_common_first_name_is_not_plain_though_it_is_a_word():
    assert lexicon.is_ordinary("john")
    assert not lexicon.is_plain("John")
    assert lexicon.is_plain("Hope")


def test_easy_words_are_easy_in_every_form():
    assert all(map(lexicon.is_easy, ["house", "houses", "running", "made"]))
    assert not any(map(lexicon.is_easy, ["oligarchy", "London", "persecution"]))


def test_first_names_tell_women_from_men_only_where_the_census_does():
    assert lexicon.is_first_name("Ramon")
    assert lexicon.first_name_gender("Deborah") == "f"
    assert lexicon.first_name_gender("Harold") == "m"
    assert lexicon.first_name_gender("Leslie") == ""
    assert lexicon.first_name_gender("Kadyrov") == ""


def test_every_last_name_in_the_list_is_found_and_nothing_else(data):
    listed = (data / "last_names.txt").read_text("utf-8").split()

    assert all(map(lexicon.is_last_name, [listed[0], *listed[::977], listed[-1]]))
    assert not any(map(lexicon.is_last_name, ["", "a", "zzzzz", "smith jones", "smit\nh", "é"]))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Chechnya", "country"),
        ("Texas", "state"),
        ("Geneva", "city"),
        ("São Paulo", "city"),
        ("Sao Paulo", "city"),
        ("Middle East", "region"),
        ("Bowling Green", "town"),
        ("Narnia", ""),
        ("", ""),
    ],
)
def test_places_have_a_kind(name, kind):
    assert lexicon.place_kind(name) == kind


def test_peoples_are_known_in_singular_and_plural():
    assert all(
        map(lexicon.is_demonym, ["Chechen", "Americans", "Jewish", "Dutch", "South African"])
    )
    assert not any(map(lexicon.is_demonym, ["Chechnya", "teachers", "", "s"]))


def test_bodies_are_known_by_their_usual_name():
    assert lexicon.is_known_organisation("NPR")
    assert lexicon.is_known_organisation("Ben & Jerry’s")
    assert not lexicon.is_known_organisation("# Bodies")


@pytest.mark.parametrize(
    "forms",
    [
        "stop stops stopped stopping",
        "make makes made making",
        "study studies studied studying",
        "agree agrees agreed agreeing",
        "kidnap kidnaps kidnapped kidnapping",
        "persecute persecutes persecuted persecuting",
        "house houses housed housing",
        "policy policies",
        "class classes",
        "crisis crises",
        "tenant tenants tenant’s tenants’",
        "child children",
        "hope hopes hoped hoping",
        "hop hops hopped hopping",
        "fill fills filled filling",
        "travel travels traveled travelled travelling",
        "free freed",
        "use uses used using",
    ],
)
def test_the_forms_of_one_word_share_a_stem(forms):
    assert len({lexicon.stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["morning", "hundred", "this", "news", "speed", "king", "always"])
def test_a_word_that_only_looks_inflected_is_left_alone(word):
    assert lexicon.stem(word) == word


def test_every_list_is_described_and_the_licences_name_what_was_taken(data):
    lists = sorted(path.name for path in data.glob("*.txt"))
    described = (data / "README.md").read_text("utf-8")
    notices = (data / "LICENSES").read_text("utf-8")

    assert lists
    assert sorted(re.findall(r"^\| `(.+?)` \|", described, re.MULTILINE)) == lists
    for source in ("GeoNames", "CC BY-SA 4.0", "SUBTLEX", "Kevin Atkinson", "Census"):
        assert source in notices.replace("Attribution-ShareAlike 4.0", "CC BY-SA 4.0")


def test_the_lists_are_small_sorted_and_without_repeats(data):
    sizes = [path.stat().st_size for path in data.glob("*.txt")]

    assert sizes
    assert sum(sizes) < 2_500_000
    for name in ("first_names.txt", "last_names.txt", "places.txt"):
        lines = (data / name).read_text("utf-8").splitlines()
        assert lines == sorted(set(lines))


@pytest.mark.parametrize(
    ("plural", "one"), [("taxis", "taxi"), ("menus", "menu"), ("crisis", "crisis"), ("bus", "bus")]
)
def test_a_plural_of_a_word_in_i_or_u_has_its_singular_as_stem(plural, one):
    assert lexicon.stem(plural) == one
