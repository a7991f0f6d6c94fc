"""Document → findings: one module a kind of finding, one table.

Names and quotations come first, since nearly everything else asks who is meant and who
speaks. After that a finder is a function from a `Reading` to the findings of one kind, in
text order; the table is the order in which they run, and each sees what those above it
found. What is unsure is left out, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from guides.findings import (
    abbreviations,
    calls,
    causes,
    choices,
    claims,
    comparisons,
    contrasts,
    dates,
    decisions,
    doubts,
    endings,
    figures,
    gaps,
    groups,
    judging,
    key_sentences,
    key_terms,
    listings,
    loaded,
    moves,
    names,
    numbers,
    objections,
    overview,
    parts,
    passages,
    periods,
    questions,
    quotations,
    reading_level,
    repetitions,
    responses,
    sensitivity,
    several,
    slips,
    statements,
    time_bound,
    variants,
    vocabulary,
)
from guides.findings.reading import Reading, reading_of
from guides.model import Document, Finding, Findings, Name, NameKind, WordLists
from guides.source import Span

# The field of `Findings` → what fills it.
FINDERS: dict[str, Callable[[Reading], Any]] = {
    "dates": dates.find_dates,
    "dateline": dates.find_dateline,
    "numbers": numbers.find_numbers,
    "figure_pairs": figures.find_figure_pairs,
    "calls": calls.find_calls,
    "decisions": decisions.find_decisions,
    "objections": objections.find_objections,
    "abbreviations": abbreviations.find_abbreviations,
    "contrasts": contrasts.find_contrasts,
    "gaps": gaps.find_gaps,
    "causes": causes.find_causes,
    "comparisons": comparisons.find_comparisons,
    "claims": claims.find_claims,
    "doubts": doubts.find_doubts,
    "questions": questions.find_questions,
    "responses": responses.find_responses,
    "first_person": passages.find_first_person,
    "we_passages": passages.find_we,
    "one_to_many": passages.find_one_to_many,
    "repetitions": repetitions.find_repetitions,
    "loaded_words": loaded.find_loaded,
    "spoken_words": loaded.find_spoken,
    "periods": periods.find_periods,
    "listings": listings.find_listings,
    "parts": parts.find_parts,
    "time_bound": time_bound.find_time_bound,
    "slips": slips.find_slips,
    "sensitivity": sensitivity.find_sensitivity,
    "vocabulary": vocabulary.find_vocabulary,
    "key_terms": key_terms.find_key_terms,
    "statements": statements.find_statements,
    "endings": endings.find_endings,
    "moves": moves.find_moves,
    "reading": reading_level.find_reading_level,
}

# What needs no English: figures, question marks, bullets, words that come back.
_ANY_LANGUAGE = (
    "dates", "dateline", "numbers", "questions", "listings", "parts", "sensitivity",
    "key_terms", "reading",
)  # fmt: skip

# What a question names with the number of its paragraph.
_POINTED_AT = frozenset(
    "numbers calls questions contrasts causes claims doubts decisions objections statements"
    " comparisons gaps loaded_words".split()
)

_ASKED_ABOVE = frozenset({"questions"})  # a heading may ask what the paragraphs below it answer


def find(document: Document, lists: WordLists) -> Findings:
    """Return everything in *document* that is worth talking about.

    Texts that are read together are searched one by one.
    """
    if document.texts:
        return several.find(document, lambda text: find(text, lists))
    return _search(document, lists)


def _search(document: Document, lists: WordLists) -> Findings:
    """Return what is found in one text.

    In a language that is surely not English, only what can be told without knowing it:
    an English "he" or "but" found in Spanish would be nonsense on paper.
    """
    reading = reading_of(document, lists, _voices(document))
    foreign = document.language not in ("en", "und")
    captions = [block.span for block in document.blocks if block.kind == "caption"]
    headings = [block.span for block in document.blocks if block.kind == "heading"]
    finders = {
        field: finder for field, finder in FINDERS.items() if not foreign or field in _ANY_LANGUAGE
    }
    for field, finder in finders.items():
        value = finder(reading)
        if field in _POINTED_AT:
            above = captions if field in _ASKED_ABOVE else captions + headings
            value = tuple(item for item in value if not _stands_in(item, above))
        if value != ():  # most texts have no findings of most kinds
            reading = replace(reading, found=replace(reading.found, **{field: value}))
    found = reading.found
    marked = sensitivity.mark_quotations(found.quotations, found.sensitivity)
    marked = judging.mark_judging(marked)
    found = overview.find(replace(found, quotations=marked))
    if foreign:
        return found
    reading = replace(reading, found=found)
    return replace(
        found,
        choices=choices.find_choices(reading),
        key_sentences=key_sentences.find_key_sentences(reading),
    )


def _stands_in(item: Finding, captions: Sequence[Span]) -> bool:
    """Tell what stands below a picture or a title, where no paragraph's number leads."""
    return any(span.start <= item.span.start < span.end for span in captions)


def _voices(document: Document) -> Findings:
    """Return who and what is named, and who is quoted."""
    named = names.find(document)
    spoken, doubted = quotations.find(document, named)
    spoken = names.without_slips(spoken, named)
    named = names.with_quotations(named, spoken)
    return Findings(
        document=document,
        quotations=spoken,
        scare_quotes=doubted,
        people=_of_kind(named, "person"),
        organisations=_of_kind(named, "organisation"),
        places=_of_kind(named, "place"),
        groups=groups.find(document, named, spoken),
        variants=variants.find(document),
    )


def _of_kind(named: tuple[Name, ...], kind: NameKind) -> tuple[Name, ...]:
    return tuple(name for name in named if name.kind == kind)
