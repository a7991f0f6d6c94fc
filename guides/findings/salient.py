"""What a text has several of, for its readers to choose from: words, figures.

Which figure a text hangs on takes understanding. A program can find those that could be
meant and leave the choice, and the reasons for it, to those who talk about them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from guides.findings.concepts import is_noun
from guides.findings.grammar import is_people_noun, word_set
from guides.findings.lexicon import stem
from guides.model import Findings, Number

_MOST_PLACES = 8  # paragraphs
_COUNTS = 3
_WORDS, _FIGURES = 4, 3  # to choose from; a text that has fewer offers none
_CENTRAL = 12  # key terms
_PARTS, _SHORT = 3, 10  # paragraphs in which a word has to stand; one less in a short text
_MANY = 100
_REACH = 20  # characters
# What a report or a speech is made with, not what it is about, and what could be anything.
_METHOD = word_set(
    "respondents participants survey surveys interview interviews questionnaire data report reports"
    " chapter paragraph figure table author authors reader readers study page pages findings"
    " cheers laughter applause stuff organization organisation"
)
# How much of something there is now, before, elsewhere: what a text argues from.
_CHANGE = re.compile(
    r"\b(?:rose|risen|fell|fallen|grew|grown|dropped|declined|doubled|tripled|halved|increased?"
    r"|reduced|cut|saved?|saving|costs?|lost|spent|raised?|(?:up|down) from|compared (?:with|to)"
    r"|more than (?:double|twice|half)|from [^.,]{1,24} to|instead of|rather than|than the)\b",
    re.IGNORECASE,
)
# Whom somebody asked, how large a place is: what the other figures are counted in.
_SAMPLE = re.compile(
    r"\b(?:surveyed|interviewed|polled|questioned|respondents|responses|sampled?|took part"
    r"|questionnaires?|population|inhabitants|town of|city of|village of|nation of|country of"
    r"|home to|members|volunteers|audience|readers)\b",
    re.IGNORECASE,
)
# "roughly 70 percent" above the average says nothing by itself, nor does "£3.2m in the year".
_CUT = re.compile(r"\s*(?:above|below|more|less|fewer|higher|lower|of (?:the|that|those|what))\b")
_LOOSE = re.compile(r"\b(?:in|to|by|at|for) (?:the|a|an|its|their)\b")
_COUNTING = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|percent"
    r"|kilomet\w+|met(?:er|re)s?|miles?|years?|months?|weeks?|days?|half)\b"
)


def main_words(findings: Findings) -> tuple[str, ...]:
    """Return four nouns that the text comes back to, or none.

    First stands what its title has, then what stands in most paragraphs.
    """
    text = findings.document.text
    titled = {stem(word) for word in re.findall(r"[\w’'-]+", findings.document.title.lower())}
    least = _PARTS - (len(findings.document.numbered) < _SHORT)
    found: list[str] = []
    for term in findings.key_terms:
        often = len(term.paragraphs) >= least
        if (
            often
            and " " not in term.term
            and _is_thing(term.term, text)
            and not any(_shares(term.term, other) for other in found)
        ):
            found.append(term.term)
    places = {term.term: len(term.paragraphs) for term in findings.key_terms}
    best = sorted(found[:_WORDS], key=lambda word: (stem(word) not in titled, -places[word]))
    return tuple(best) if len(found) >= _WORDS else ()


def figures(findings: Findings, aside: Collection[int]) -> tuple[Number, ...]:
    """Return three figures that somebody found out, each from a sentence of its own, or none.

    Sums of money, shares and many people count; a figure in a part that only serves does not.
    """
    terms = [term.term.lower() for term in findings.key_terms[:_CENTRAL]]

    def rank(item: Number) -> tuple[int, bool]:
        """Return how little a sentence says of what the text is about, and whether it leans."""
        weighed = 2 * bool(_CHANGE.search(item.sentence)) - 3 * bool(_SAMPLE.search(item.sentence))
        about = sum(term in item.sentence.lower() for term in terms)
        return -about - weighed, not item.alone

    best = sorted(_telling(findings, aside), key=rank)
    kept: dict[str, Number] = {}
    for item in best:
        said = {number.text.lower() for number in kept.values()}
        if item.sentence not in kept and item.text.lower() not in said:
            kept[item.sentence] = item
    chosen = list(kept.values())[:_FIGURES]
    chosen.sort(key=lambda item: item.span.start)
    return tuple(chosen) if len(chosen) == _FIGURES else ()


def figure_paragraphs(findings: Findings, aside: Collection[int]) -> tuple[int, ...]:
    """Return the paragraphs with figures of any kind, those with most of them, ascending."""
    often = Counter(
        item.paragraph
        for item in findings.numbers
        if item.paragraph not in aside and not item.vague and (item.value or 0) >= _COUNTS
    )
    return tuple(sorted(paragraph for paragraph, _ in often.most_common(_MOST_PLACES)))


def _telling(findings: Findings, aside: Collection[int]) -> Iterator[Number]:
    for item in findings.numbers:
        money = item.unit in ("$", "£", "€")
        people = item.people and (item.value or 0) >= _MANY
        sure = item.reported and item.confidence >= 0.9 and not (item.vague or item.deaths)
        after = item.span.source.text[item.span.end : item.span.end + _REACH]
        whole = not (_CUT.match(after) or _LOOSE.search(item.text))
        if (
            sure
            and whole
            and (money or people or item.unit == "percent")
            and item.paragraph not in aside
        ):
            yield item


def _is_thing(word: str, text: str) -> bool:
    return (
        word.islower()
        and not _COUNTING.search(word)
        and not _METHOD.intersection(word.split())
        and (is_noun(word, text) or is_people_noun(word.rsplit(maxsplit=1)[-1]))
    )


def _shares(term: str, other: str) -> bool:
    """Tell "bank" and "bank account", which would be one choice made twice."""
    return bool({stem(word) for word in term.split()} & {stem(word) for word in other.split()})
