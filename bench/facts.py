"""Dates, numbers, questions, calls, contrasts, claims, words, reading level, key terms, speed."""

from __future__ import annotations

import itertools
import re
import time
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from bench import core
from bench.core import Counts, Row, Score, Task
from guides.findings import find
from guides.findings.difficulty import difficulty
from guides.findings.grammar import is_closed
from guides.findings.lexicon import stem
from guides.findings.reading import WORD
from guides.findings.vague import is_heap
from guides.model import Date, Findings, WordLists
from guides.readers import read

Place = tuple[int, int]


def _gum() -> list[tuple[Row, Findings]]:
    return [(row, core.findings(row["id"], row["text"])) for row in core.rows("gum_docs")]


# ---------------------------------------------------------------- dates

_DATED = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b"
)


def _dates() -> Score:
    """Any overlap; gold and found alike only where there is a digit or a month's name."""
    return core.f1([_date_counts(row, found) for row, found in _gum()])


def _date_counts(row: Row, found: Findings) -> Counts:
    gold = [(date["s"], date["e"]) for date in row["dates"]]
    explicit = [place for place in gold if _DATED.search(row["text"][place[0] : place[1]])]
    ours = [
        (d.span.start, d.span.end) for d in (*found.dateline, *found.dates) if _DATED.search(d.text)
    ]
    precise, complete = core.match(ours, gold), core.match(ours, explicit)
    return Counts(precise.found, precise.predicted, complete.met, complete.gold)


def _date_values() -> Score:
    """Of the dates found whose gold has one value: ours is equal to it or a prefix of it."""
    right = wrong = 0
    for row, found in _gum():
        for gold in row["dates"]:
            value = gold["when"].get("when", "")
            ours = _touching((*found.dateline, *found.dates), gold)
            if not value or not ours or not _DATED.search(ours.text):
                continue
            right += value.startswith(ours.iso)
            wrong += not value.startswith(ours.iso)
    return core.wilson(right, right + wrong)


def _touching(dates: Sequence[Date], gold: Row) -> Date | None:
    return next(
        (date for date in dates if date.span.start < gold["e"] and gold["s"] < date.span.end), None
    )


# ---------------------------------------------------------------- numbers


def _numbers() -> Score:
    """Exact numbers and "hundreds of": right where they overlap one of the gold phrases."""
    return core.f1([_number_counts(row) for row in core.rows("giving_compass")])


def _number_counts(row: Row) -> Counts:
    found = core.findings(row["id"], row["text"])
    text = found.document.text
    gold = [
        hit.span()
        for phrase in row["stats"]
        for hit in list(re.finditer(re.escape(phrase), text))[:1]
    ]
    ours = [(n.span.start, n.span.end) for n in found.numbers if not n.vague or is_heap(n)]
    return core.match(ours, gold)


# ---------------------------------------------------------------- sentences of a kind


def _sentences(kinds: Callable[[Row], set[Place]], ours: Callable[[Findings], list[int]]) -> Score:
    """Micro F1 over sentences: gold ones against those that hold a place of ours."""
    return core.f1([_sentence_counts(row, kinds(row), ours(found)) for row, found in _gum()])


def _sentence_counts(row: Row, gold: set[Place], ours: list[int]) -> Counts:
    bounds = [(start, end) for start, end, _ in row["sents"]]
    predicted = {span for span in bounds if any(span[0] <= at < span[1] for at in ours)}
    found = len(predicted & gold)
    return Counts(found, len(predicted), found, len(gold))


def _typed(*kinds: str) -> Callable[[Row], set[Place]]:
    return lambda row: {(start, end) for start, end, kind in row["sents"] if kind in kinds}


def _calls() -> Score:
    return _sentences(_typed("imp"), lambda found: [call.span.start for call in found.calls])


def _questions() -> Score:
    gold = _typed("q", "wh")
    return _sentences(gold, lambda found: [question.span.start for question in found.questions])


def _contrasting(row: Row) -> set[Place]:
    marks = [conn["s"] for conn in row["conn"] if _CONTRAST.search(conn["sense"])]
    return {
        (start, end) for start, end, _ in row["sents"] if any(start <= at < end for at in marks)
    }


_CONTRAST = re.compile(r"Comparison\.(?:Contrast|Concession)")


def _contrasts() -> Score:
    return _sentences(_contrasting, lambda found: [c.span.start for c in found.contrasts])


# ---------------------------------------------------------------- claims


def _claims() -> Score:
    """Sentences that hold the cue of an attribution with a source; P must be .90 or more."""
    return core.f1([_claim_counts(row) for row in core.rows("news_attributions")])


def _claim_counts(row: Row) -> Counts:
    found = core.findings(row["id"], row["text"])
    bounds = [(s.start, s.end) for block in found.document.blocks for s in block.sentences]
    moved = _mover(row["text"], found.document.text)
    cues = [moved(cue[0]) for item in row["attributions"] if item["source"] for cue in item["cue"]]
    gold = {span for span in bounds if any(span[0] <= at < span[1] for at in cues)}
    ours = {(c.span.start, c.span.end) for c in found.claims if c.attributed}
    return Counts(len(ours & gold), len(ours), len(ours & gold), len(gold))


def _mover(given: str, text: str) -> Callable[[int], int]:
    """Return where a place of the *given* text is once ''these marks'' are read as “such”."""
    ends = [mark.end() for mark in re.finditer(r"''|``", given)]
    if len(given) - len(text) != len(ends):
        return lambda place: place
    return lambda place: place - bisect_right(ends, place)


# ---------------------------------------------------------------- words and reading level


def _word_difficulty() -> Score:
    rows = core.rows("word_difficulty_complex")
    ours = [difficulty(row["token"], row["sentence"]) for row in rows]
    return core.correlation(ours, [row["complexity"] for row in rows])


def _middle(name: str, text: str) -> float:
    """Return the middle of the range of grades that the program prints."""
    level = core.findings(name, text).reading
    return (level.grade_low + level.grade_high) / 2


def _clear() -> Score:
    rows = core.rows("readability_clear")
    ours = [-_middle(str(row["id"]), row["text"]) for row in rows]
    return core.correlation(ours, [row["bt_easiness"] for row in rows])


def _onestop() -> Score:
    """Ordered pairs of the three levels of one article; a tie is wrong."""
    right = pairs = 0
    for row in core.rows("readability_onestop"):
        levels = [_middle(f"{row['id']}-{key}", row[key]) for key in ("ele", "int", "adv")]
        for easier, harder in ((0, 1), (1, 2), (0, 2)):
            right += levels[easier] < levels[harder]
            pairs += 1
    return core.wilson(right, pairs)


# ---------------------------------------------------------------- key terms


def _key_terms() -> Score:
    """Of what 4 of 5 summaries mention, how much is among our first ten terms.

    A term meets a thing of the text where all its words are in a mention that is no
    pronoun, or where it holds all words of one.
    """
    met = [counts for row, found in _gum() if (counts := _salient(row, found))]
    recall = core.bootstrap(met, lambda drawn: sum(m for m, _ in drawn) / sum(n for _, n in drawn))
    return replace(recall, n=sum(n for _, n in met))


def _salient(row: Row, found: Findings) -> tuple[int, int] | None:
    terms = [_stems(term.term) for term in found.key_terms[:10]]
    mentions: dict[str, list[frozenset[str]]] = {}
    for entity in row["ents"]:
        words = _stems(row["text"][entity["s"] : entity["e"]])
        if words:
            mentions.setdefault(entity["grp"], []).append(words)
    groups = [group for group in row["salient"] if group in mentions]
    met = sum(
        any(term <= words or words <= term for words in mentions[group] for term in terms)
        for group in groups
    )
    return (met, len(groups)) if groups else None


def _stems(text: str) -> frozenset[str]:
    words = (match[0].lower() for match in WORD.finditer(text))
    return frozenset(stem(word) for word in words if not is_closed(word) and len(word) > 1)


# ---------------------------------------------------------------- speed


def _seconds(words: int) -> float:
    """Return the processor time to read and find in a text of so many words, best of three."""
    texts = [row["text"] for row in core.rows("gum_docs")]
    paragraphs = [part for text in texts for part in text.split("\n\n")]
    chosen: list[str] = []
    length = 0
    for part in itertools.cycle(paragraphs):
        chosen.append(part)
        length += len(part.split())
        if length >= words:
            break
    data, lists = "\n\n".join(chosen).encode(), core.word_lists()
    return min(_once(data, lists) for _ in range(3))


def _once(data: bytes, lists: WordLists) -> float:
    start = time.process_time()
    find(read("speed.txt", data), lists)
    return time.process_time() - start


def _short() -> Score:
    _seconds(1000)  # tables are read once, by whatever text comes first
    taken = 1000 * _seconds(1000)
    return Score(taken, taken, taken, 1000, "processor time, read and find")


def _long() -> Score:
    taken = _seconds(120_000)
    ratio = taken / 120 / _seconds(1000)
    return Score(taken, taken, taken, 120_000, f"{ratio:.1f} times as long a word as a short text")


TASKS = (
    Task("dates", "GUM, any overlap, F1", 0.90, 0.94, _dates),
    Task("dates", "GUM, value right", 0.96, 0.98, _date_values),
    Task("numbers in context", "Take, any overlap, F1", 0.88, 0.95, _numbers),
    Task("questions in the text", "GUM, sentences, F1", 0.93, 0.97, _questions),
    Task("imperatives", "GUM, sentences, F1", 0.76, 0.85, _calls),
    Task("contrast", "GUM, sentences, F1", 0.85, 0.88, _contrasts),
    Task("claims", "PolNeAR, sentences, F1", 0.78, 0.85, _claims),
    Task("word difficulty", "CompLex, Pearson r", 0.67, 0.70, _word_difficulty),
    Task("reading level", "CLEAR, Pearson r of the printed range", 0.71, 0.77, _clear),
    Task("reading level", "OneStop, ordered pairs", 0.96, 0.98, _onestop),
    Task("key terms", "GUM, recall@10", 0.84, 0.90, _key_terms),
    Task("speed", "1,000 words", 40, 15, _short, unit="ms", smaller_wins=True),
    Task("speed", "120,000 words", 4, 2, _long, unit="s", smaller_wins=True),
)
