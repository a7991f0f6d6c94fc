"""Words to know: the glossary's words that the text uses, then hard words it does not have.

A definition is printed only where the sense is sure; elsewhere the handout leaves a line to
fill in, never a guess. Words that other subjects use too come first, and doubt words are
always among them, since they carry the truth of the text. Names, slips and dehumanising
words are never words to learn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from guides.findings.amounts import SMALL
from guides.findings.commonness import commonness
from guides.findings.derivation import is_transparent
from guides.findings.difficulty import in_company, mean_company
from guides.findings.doubts import ALWAYS, doubt_places
from guides.findings.glossary import Entry, Use, as_spelled, definition, uses
from guides.findings.grammar import is_adverb, is_closed
from guides.findings.lexicon import is_easy, is_ordinary, stem, zipf
from guides.findings.reading import WORD, Reading
from guides.model import Term

_EDITORS, _DOUBT, _PHRASE, _DEFINED, _REPEATED = 6.0, 2.0, 1.0, 1.0, 0.5
_HARDNESS = 12.0  # what the hardest word counts
_RAREST, _COMMONEST = 2.0, 3.6  # Zipf, of hard words that the glossary does not have
_TECHNICAL = 2.6  # Zipf; a rarer word belongs to one subject
_EVERYDAY = 4.9  # Zipf; a glossary may list such words, a handout need not
_FAMILIAR, _LESS = 4.1, 4.0  # Zipf of what most readers know, and what it counts less
_MOST_UNDEFINED = 12
# These are doubt words only in some of their uses, and otherwise no words to learn.
_ONLY_AS_DOUBT = frozenset("reported claimed claim claims suspected supposed apparent".split())


def find_vocabulary(reading: Reading) -> tuple[Term, ...]:
    """Return the words to know, those that the text needs most first."""
    doubts = {place for places in doubt_places(reading).values() for place in places}
    company = mean_company([zipf(word) for word in reading.index])
    skipped = _hidden(reading)
    terms: list[Term] = []
    for entry, found in uses(reading):
        shown = [use for use in found if _is_shown(reading, entry, use, skipped, doubts)]
        if shown:
            skipped.update(place for use in shown for place in range(use.first, use.last))
            terms += _listed(reading, entry, shown, doubts, company)
    terms += _unlisted(reading, skipped, doubts, company)
    return tuple(sorted(terms, key=lambda term: (-term.weight, term.span.start)))


def _hidden(reading: Reading) -> set[int]:
    """Return the words that no list may show: names, slips and dehumanising words."""
    found = reading.found
    spans = [slip.span for slip in found.slips]
    spans += [hit.span for hit in found.sensitivity.matches if hit.category == "dehumanising"]
    return reading.named() | {
        place
        for span in spans
        for place in range(reading.word_at(span.start), reading.word_at(span.end))
    }


# ---------------------------------------------------------------- words of a glossary


def _is_shown(
    reading: Reading, entry: Entry, use: Use, skipped: set[int], doubts: set[int]
) -> bool:
    sentence = reading.sentence_of(use.first)
    if sentence.block.number is None or sentence.last < use.last:
        return False
    if entry.own or entry.cased:
        return True
    if any(place in skipped for place in range(use.first, use.last)):
        return False
    if entry.word.word in _ONLY_AS_DOUBT and use.first not in doubts:
        return False
    capital = reading.printed(use.last - 1)[0].isupper()
    return not capital or (use.last - 1 == sentence.first and len(entry.keys) == 1)


def _listed(
    reading: Reading, entry: Entry, found: list[Use], doubts: set[int], company: float
) -> Iterator[Term]:
    """Yield the term for an entry, unless everybody knows the word."""
    word = entry.word.word
    doubted = any(use.first in doubts for use in found)
    phrase = len(entry.keys) > 1
    easy = commonness(word) >= _EVERYDAY
    if easy and not (entry.own or doubted or phrase):
        return
    meaning = definition(reading, entry, found)
    if not meaning and entry.word.cues and not (entry.own or doubted):
        return  # a word of several senses, and nothing near it tells which one is meant
    weight = _weight(word, company, times=len(found), doubted=doubted)
    weight -= _LESS * (commonness(word) >= _FAMILIAR and not (entry.own or doubted or phrase))
    fixed = phrase and not any(is_closed(part) for part in entry.listed)
    weight += _PHRASE * fixed + _EDITORS * entry.own + _DEFINED * bool(meaning)
    yield _term(reading, as_spelled(reading, entry, found[0]), found, meaning, weight)


def _weight(word: str, company: float, *, times: int, doubted: bool) -> float:
    hard = max(in_company(part[0].lower(), company) for part in WORD.finditer(word))
    common = commonness(word)
    technical = 0 < common < _TECHNICAL
    return _HARDNESS * hard + _DOUBT * doubted + _REPEATED * (times > 1) - 1.0 * technical


def _term(reading: Reading, word: str, found: Iterable[Use], meaning: str, weight: float) -> Term:
    ordered = sorted(found, key=lambda use: use.first)
    first = ordered[0]
    return Term(
        span=reading.span(reading.starts[first.first], reading.ends[first.last - 1]),
        paragraph=reading.sentence_of(first.first).paragraph,
        confidence=0.9 if meaning else 0.6,
        word=word,
        definition=meaning,
        paragraphs=tuple(sorted({reading.sentence_of(use.first).paragraph for use in ordered})),
        weight=round(weight, 3),
    )


# ---------------------------------------------------------------- hard words without an entry


def _unlisted(reading: Reading, skipped: set[int], doubts: set[int], company: float) -> list[Term]:
    """Return hard words that no glossary explains, the hardest first, a dozen at most."""
    places: dict[str, list[int]] = {}
    for word, found in reading.index.items():
        doubting = word in ALWAYS and not is_easy(word)
        if not doubting and not _is_hard(word):
            continue
        if word.endswith(("ed", "ing")) and _base(word) == word:
            continue  # nobody would look it up like that
        free = [place for place in found if place not in skipped and _is_running(reading, place)]
        if free:
            places.setdefault(_base(word), []).extend(free)
    terms = [
        _term(
            reading,
            word,
            [Use(place, place + 1) for place in sorted(found)],
            "",
            _weight(word, company, times=len(found), doubted=any(at in doubts for at in found)),
        )
        for word, found in places.items()
    ]
    terms.sort(key=lambda term: (-term.weight, term.span.start))
    return terms[:_MOST_UNDEFINED]


def _is_running(reading: Reading, place: int) -> bool:
    """Say whether a word stands in lower case in running text, and is no part of a compound."""
    start, end = reading.starts[place], reading.ends[place]
    around = reading.text[max(0, start - 1) : start] + reading.text[end : end + 1]
    sentence = reading.sentence_of(place)
    plain = reading.printed(place).islower() and not set(around) & set("-‑/@._’'")
    return (plain or reading.text[end : end + 1] == ".") and sentence.block.number is not None


@cache
def _is_hard(word: str) -> bool:
    common = commonness(word)
    return (
        len(word) >= 5
        and word.isalpha()
        and _RAREST <= common <= _COMMONEST
        and is_ordinary(word)
        and not is_easy(word)
        and not is_closed(word)
        and not is_adverb(word)
        and not is_transparent(word)
        and not is_transparent(stem(word))
        and word not in SMALL
    )


def _base(word: str) -> str:
    """Return *word* as a dictionary lists it, or itself where that is not sure."""
    base = stem(word)
    if word.endswith("ling") and base == word.removesuffix("ing"):
        return word  # "shilling" and "sibling" come from no verb
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and sum(zipf(form) > 0 for form in (root, root + "e", root[:-1])) > 1:
            return word  # "scraping" may come from "scrap" or "scrape"
    return base if zipf(base) >= zipf(word) - 0.5 else word
