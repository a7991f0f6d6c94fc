"""What a dictionary says of dividing words is the same when it was kept."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyphen  # type: ignore[import-untyped]
import pytest

from guides.printing import hyphens

WORDS = ("considerable", "shopkeepers", "September", "Autobahn", "gyönyörű", "asszonnyal")


class Plain(pyphen.HyphDict):  # type: ignore[misc]
    """The dictionary as pyphen reads it, also where the printer has changed that."""

    reads = 0

    def __init__(self, path: Path) -> None:
        Plain.reads += 1
        read: Any = pyphen.HyphDict
        while hasattr(read, "keeps"):
            read = read.__base__
        read.__init__(self, path)


@pytest.fixture
def package() -> Any:
    """Pyphen with nothing changed in it."""
    Plain.reads = 0
    return SimpleNamespace(VERSION=pyphen.VERSION, HyphDict=Plain)


def divided(package: Any, language: str) -> list[list[Any]]:
    dictionary = package.HyphDict(pyphen.LANGUAGES[language])
    places = [dictionary.positions(word) for word in WORDS]
    return [[(place, place.data) for place in found] for found in places]


@pytest.mark.parametrize("language", ["en_US", "de_DE"])
def test_words_are_divided_as_before_and_the_dictionary_is_read_once(
    language: str, package: Any, tmp_path: Path
) -> None:
    wanted = divided(package, language)
    hyphens.keep_patterns(package, tmp_path)

    assert [divided(package, language) for _ in range(3)] == [wanted] * 3
    assert Plain.reads == 2


def test_a_dictionary_that_says_more_than_where_is_read_each_time(
    package: Any, tmp_path: Path
) -> None:
    wanted = divided(package, "hu_HU")
    hyphens.keep_patterns(package, tmp_path)

    assert [divided(package, "hu_HU") for _ in range(2)] == [wanted] * 2
    assert any(data for places in wanted for _, data in places)
    assert Plain.reads == 3


@pytest.mark.parametrize("damage", [b"", b"junk", b"0" * 64 + b"\njunk"])
def test_what_was_kept_may_be_damaged(damage: bytes, package: Any, tmp_path: Path) -> None:
    wanted = divided(package, "en_US")
    hyphens.keep_patterns(package, tmp_path)
    divided(package, "en_US")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)

    assert divided(package, "en_US") == wanted


@pytest.mark.parametrize(("version", "folder"), [("0.19", Path("/")), (hyphens.VERSION, None)])
def test_another_version_is_left_alone(version: str, folder: Path | None, package: Any) -> None:
    package.VERSION = version

    hyphens.keep_patterns(package, folder)

    assert package.HyphDict is Plain
    assert pyphen.VERSION == hyphens.VERSION
