"""A text twice as long takes about twice the work, however many people it names."""

import sys
from collections.abc import Callable, Iterator
from itertools import islice, product

import pytest

from tests.texts import findings

STORY = """\
"Who is there?" asked {name}. Nobody answered. Somebody had left a lamp at the door.

{name} laughed. "It is only the wind." The old keeper sighed and hid the letter.

"""
ARTICLE = """\
"The clock cost more to mend than the wall," said {name} Hale, who runs the works department.
Shopkeepers say that about 200 people a day used to look at it.

Residents have called on the council to act. {name} said that "nobody has asked us," and in 2016
the town asked voters to pay. "We waited," said {name}s.

"""


def names() -> Iterator[str]:
    first = "Bel Dor Fen Gal Hul Kar Lom Mar Nor Pel Rud Sil Tam Vor Wil".split()
    yield from map("".join, product(first, "ba do fe ki lo mu ra su te".split(), "nrlsdk"))


def text_of(part: str, count: int) -> str:
    return "A Lamp in the Wind\n\n" + "".join(
        part.format(name=name) for name in islice(names(), count)
    )


def calls_in(work: Callable[[], object]) -> int:
    """Return how many functions are called in doing some work."""
    count = 0

    def note(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("part", [STORY, ARTICLE], ids=["story", "article"])
def test_twice_the_text_is_twice_the_work(part: str) -> None:
    short, long = text_of(part, 200), text_of(part, 400)
    findings(long)  # whatever is worked out once a word is known now

    once, twice = calls_in(lambda: findings(short)), calls_in(lambda: findings(long))

    assert once > 100_000
    assert twice < 2.1 * once
