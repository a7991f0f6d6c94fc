"""Key sentences: of each paragraph the one that says most of what the text is about.

What can be quoted whole tells readers what a question is about before they look for it. A key
sentence is in the writer's own voice, names what it speaks of, and has at least two of the
words that the text hangs on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from guides.findings.leaning import stands_alone
from guides.findings.lexicon import stem
from guides.findings.reading import Reading, Sentence
from guides.model import Passage

_FEWEST, _MOST = 6, 28  # words
_CENTRAL, _LEAST = 15, 2  # key terms; of them in a sentence
_PARAGRAPHS, _SHORT = 4, 6  # at most; of a text whose first and last one count as well
_UNFIT = re.compile(
    r"[“”\"‘\[\]:;…?!]|\b(?:I|me|my|mine|he|she|his|her|him)\b|\bones?\b(?! (?:in|of)\b)"
    r"|\b(?:sa(?:y|ys|id)|tells?|told|asks?|asked|adds?|added|wrote|repl(?:y|ies|ied)|argues?|argued|insists?"
    r"|insisted|maintains?|maintained|follows)\b|^(?:But|And|Or|So|Yet|Still|Also|Then|Now)\b",
)
_HEAVY = 2  # of a word that shows a hard topic


def find_key_sentences(reading: Reading) -> tuple[Passage, ...]:
    """Return at most four sentences from as many paragraphs, in text order.

    The first and the last paragraph have none where there are others enough: other questions
    are about those.
    """
    terms = [term.term.lower() for term in reading.found.key_terms[:_CENTRAL]]
    central = {stem(word): rank for rank, term in enumerate(terms) for word in term.split()}
    heavy = [hit.span for hit in reading.found.sensitivity.matches if hit.weight >= _HEAVY]
    told = [one for one in reading.sentences if one.block.kind == "paragraph" and one.block.number]
    runs = [list(run) for _, run in groupby(told, key=lambda one: one.paragraph)]
    runs = runs[1:-1] if len(runs) > _SHORT else runs
    best: list[tuple[float, Sentence]] = []
    for run in runs:
        weighed = [(_weight(reading, one, central), one) for one in run if _fits(reading, one)]
        fitting = [
            pair
            for pair in weighed
            if pair[0] > _LEAST - 1
            and not any(
                span.start < pair[1].span.end and pair[1].span.start < span.end for span in heavy
            )
        ]
        if fitting:
            best.append(max(fitting, key=lambda pair: (pair[0], -pair[1].number)))
    best.sort(key=lambda pair: (-pair[0], pair[1].number))
    return tuple(_passages(sorted(best[:_PARAGRAPHS], key=lambda pair: pair[1].number)))


def _passages(best: list[tuple[float, Sentence]]) -> Iterator[Passage]:
    for weight, sentence in best:
        yield Passage(
            span=sentence.span,
            paragraph=sentence.paragraph,
            paragraphs=(sentence.paragraph,),
            confidence=min(1.0, 0.7 + 0.05 * weight),
        )


def _weight(reading: Reading, sentence: Sentence, central: dict[str, int]) -> float:
    """Return how many different words the text hangs on stand in a sentence, long ones less."""
    words = [stem(word) for word in reading.words_of(sentence)]
    return len(central.keys() & set(words)) - 0.05 * max(0, len(words) - 18)


def _fits(reading: Reading, sentence: Sentence) -> bool:
    text = " ".join(sentence.text.split())
    return (
        _FEWEST <= len(text.split()) <= _MOST
        and text.endswith(".")
        and text[:1].isupper()
        and not _UNFIT.search(text)
        and not reading.is_quoted(sentence.span.start)
        and stands_alone(text)
    )
