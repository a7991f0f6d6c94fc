"""The glossary keeps its promises: short, plain, sure, and easy to look through.

A teacher prints these definitions without checking each one, so the rules that
can be checked by a program are. Whether a definition is *right* is for readers.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from guides.model import Word, WordLists
from tests.texts import one_paragraph

WORDS = 15
WORDS_IN_A_NAME = 22
KEYS = {"word", "definition", "part", "forms", "cues", "second", "second_cues"}
PARTS = {"noun", "verb", "adjective", "adverb"}
SCHEMA = "# yaml-language-server: $schema=../schema/words.json\n"
# The first word of a definition may keep its capital if it is one of these.
NAMES = {"God", "God's", "US"}
SMALL = set("a all an and as at be by for from in into is it its no not of off on or".split())
SMALL |= set("one out over that the to up way what who with you".split())
ENDINGS = (
    "ations ation ically ical ities iness fulness ement ments ment ness ingly ings ing edly ed "
    "ions ion ives ive able ible ably ance ence ants ant ents ent ers er ors or ists ist isms ism "
    "ity ally al ly ic ies es s y e ful less ous"
).split()
ENDINGS.sort(key=len, reverse=True)

Entry = dict[str, Any]


def files(checkout: Path) -> list[Path]:
    return sorted((checkout / "templates" / "words").glob("*.yaml"))


def read(path: Path) -> list[Entry]:
    text = path.read_text(encoding="utf-8")
    # The reader written in C takes a tenth of the time, where there is one.
    fast = yaml.__with_libyaml__
    found = yaml.load(text, Loader=yaml.CSafeLoader) if fast else yaml.safe_load(text)
    entries: list[Entry] = found["words"]
    return entries


@pytest.fixture(scope="module")
def glossary(checkout: Path) -> dict[str, list[Entry]]:
    """File name to entries, for every file of the glossary."""
    return {path.name: read(path) for path in files(checkout)}


@pytest.fixture(scope="module")
def entries(glossary: dict[str, list[Entry]]) -> list[Entry]:
    return [entry for group in glossary.values() for entry in group]


def senses(entry: Entry) -> list[str]:
    return [entry[key] for key in ("definition", "second") if entry.get(key)]


def is_name(word: str) -> bool:
    return word != word.lower()


def stem(word: str) -> str:
    """Return *word* without its longest known ending, if four letters stay."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def defines_itself(word: str, definition: str) -> bool:
    """Whether *definition* uses the headword; of a phrase, every word that carries meaning."""
    parts = [part for part in re.findall(r"[a-z]+", word.lower()) if part not in SMALL]
    said = set(re.findall(r"[a-z]+", definition.lower()))
    said |= {stem(each) for each in said}
    return bool(parts) and all(part in said or stem(part) in said for part in parts)


def test_the_glossary_is_large_enough_to_be_worth_opening(
    glossary: dict[str, list[Entry]], entries: list[Entry]
) -> None:
    assert len(glossary) >= 10
    assert len(entries) >= 1500


def test_every_file_offers_completion_and_is_short_enough_to_read(
    checkout: Path, glossary: dict[str, list[Entry]]
) -> None:
    starts = {path.name: path.read_text(encoding="utf-8") for path in files(checkout)}

    assert [name for name, text in starts.items() if not text.startswith(SCHEMA)] == []
    assert [name for name, group in glossary.items() if not 50 <= len(group) <= 300] == []


def test_every_entry_has_only_known_keys_and_text_in_them(entries: list[Entry]) -> None:
    unknown = [entry["word"] for entry in entries if set(entry) - KEYS]
    not_text = [
        entry
        for entry in entries
        for value in (entry["word"], *senses(entry))
        if not isinstance(value, str) or not value or value != " ".join(value.split())
    ]
    not_lists = [
        entry["word"]
        for entry in entries
        for key in ("forms", "cues", "second_cues")
        if key in entry and not (entry[key] and all(isinstance(each, str) for each in entry[key]))
    ]

    assert unknown == []
    assert not_text == []
    assert not_lists == []
    assert {entry["part"] for entry in entries if "part" in entry} <= PARTS


def test_files_are_in_the_order_of_the_alphabet(glossary: dict[str, list[Entry]]) -> None:
    for name, group in glossary.items():
        words = [entry["word"].lower() for entry in group]

        assert words == sorted(words), name


def test_no_word_or_form_is_defined_twice(entries: list[Entry]) -> None:
    found = Counter(
        each.lower() for entry in entries for each in (entry["word"], *entry.get("forms", ()))
    )

    assert [word for word, count in found.items() if count > 1] == []


def test_a_definition_is_short(entries: list[Entry]) -> None:
    long = [
        (entry["word"], sense)
        for entry in entries
        for sense in senses(entry)
        if len(sense.split()) > (WORDS_IN_A_NAME if is_name(entry["word"]) else WORDS)
    ]

    assert long == []


def test_a_definition_can_follow_a_colon(entries: list[Entry]) -> None:
    """Lower case, no full stop: it is printed as "asylum: protection that …"."""
    stops = [entry["word"] for entry in entries for s in senses(entry) if s[-1] in ".!?;:,"]
    capitals = [
        (entry["word"], sense)
        for entry in entries
        for sense in senses(entry)
        if sense[0].isupper() and not is_name(entry["word"]) and sense.split()[0] not in NAMES
    ]

    assert stops == []
    assert capitals == []


def test_a_definition_does_not_use_the_word_it_defines(entries: list[Entry]) -> None:
    circular = [
        (entry["word"], sense)
        for entry in entries
        for sense in senses(entry)
        if defines_itself(entry["word"], sense)
    ]

    assert circular == []


def test_two_senses_need_cues_for_both_and_none_in_common(entries: list[Entry]) -> None:
    half = [
        entry["word"]
        for entry in entries
        if ("second" in entry) != ("second_cues" in entry)
        or ("second" in entry and "cues" not in entry)
    ]
    shared = [
        entry["word"]
        for entry in entries
        if set(entry.get("cues", ())) & set(entry.get("second_cues", ()))
    ]

    assert half == []
    assert shared == []


def test_a_cue_is_one_lower_case_word(entries: list[Entry]) -> None:
    odd = [
        (entry["word"], cue)
        for entry in entries
        for cue in (*entry.get("cues", ()), *entry.get("second_cues", ()))
        if not re.fullmatch(r"[a-z0-9]+(['-][a-z0-9]+)*", cue)
    ]

    assert odd == []


def test_a_word_is_not_its_own_cue(entries: list[Entry]) -> None:
    """A cue that is the word itself would always be near, so it would decide nothing."""
    own = [
        entry["word"]
        for entry in entries
        if entry["word"].lower() in {*entry.get("cues", ()), *entry.get("second_cues", ())}
    ]

    assert own == []


@pytest.mark.parametrize("word", ["allegedly", "reported", "reportedly", "so-called", "suspected"])
def test_a_doubt_word_has_a_definition(entries: list[Entry], word: str) -> None:
    assert word in {entry["word"] for entry in entries}


def test_the_check_for_circles_sees_a_word_in_another_form() -> None:
    assert defines_itself("persecution", "the act of persecuting a group")
    assert defines_itself("human rights", "the rights of every human being")
    assert not defines_itself("persecution", "cruel treatment of people for who they are")
    assert not defines_itself("human rights", "basic freedoms that belong to every human being")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Good gracious, what large waves arose!", "good gracious"),
        ("The gracious host bowed to every guest.", "gracious"),
    ],
)
def test_an_exclamation_is_not_explained_by_the_word_in_it(
    text: str, word: str, entries: list[Entry]
) -> None:
    words = tuple(Word(word=e["word"], definition=e["definition"]) for e in entries)

    found = one_paragraph(text, WordLists(words=words)).vocabulary

    assert [term.word for term in found if "gracious" in term.word.lower()] == [word]
