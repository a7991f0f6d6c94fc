"""Quotations and their speakers: in news, in "Take" documents, in novels."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from bench.core import Counts, Row, Score, Skipped, Task, f1, folder, read, rows, share, wilson
from guides.findings import names, quotations
from guides.model import Block, Document, Name, Quotation
from guides.sentences import split
from guides.source import Source, Span

NOVEL = "long29_pride_and_prejudice"
_MARKS = "“”\"«»‘’' ,"

# ---------------------------------------------------------------- readings


@cache
def _document(name: str, text: str) -> Document:
    """Return *text* as the program reads it; repairs that move offsets are undone."""
    document = read(name, text)
    return document if len(document.text) == len(text) else _plain(name, text)


def _plain(name: str, text: str) -> Document:
    source, blocks = Source(name, text), []
    for number, found in enumerate(re.finditer(r"\S.*(?:\n\S.*)*", text), 1):
        sentences = tuple(
            Span(source, found.start() + start, found.start() + end)
            for start, end in split(found[0])
        )
        span = Span(source, found.start(), found.end())
        blocks.append(Block(kind="paragraph", number=number, span=span, sentences=sentences))
    return Document(source=source, title="", title_derived=True, blocks=tuple(blocks))


@cache
def _found(name: str, text: str) -> tuple[Quotation, ...]:
    document = _document(name, text)
    return quotations.find(document, names.find(document))[0]


# ---------------------------------------------------------------- news


def detection(*, short: bool) -> Score:
    """Return F1 of speech in double marks against quotations with a sourced attribution.

    The gold pairs marks one by one, so it cuts a transcript whose turns stand in marks
    wherever a title is quoted in a turn; the note says what the figure is without such turns.
    """
    score = f1([_detected(row, short=short) for row in rows("news_attributions")])
    outside = f1([_detected(row, short=short, turns=False) for row in rows("news_attributions")])
    return replace(score, note=f"{score.note}; {share(outside.value)} outside transcripts")


def _detected(row: Row, *, short: bool, turns: bool = True) -> Counts:
    found, gold = _speech(row, short=short)
    if not turns:
        blocks = _document(row["id"], row["text"]).blocks
        told = [(block.span.start, block.span.end) for block in blocks if block.speaker]
        found, gold = (
            [one for one in side if not any(one[0] < end and start < one[1] for start, end in told)]
            for side in (found, gold)
        )
    ours_right = sum(any(_overlap(one, other) >= 0.8 for other in gold) for one in found)
    met = sum(any(_overlap(one, other) >= 0.8 for other in found) for one in gold)
    return Counts(ours_right, len(found), met, len(gold))


def _speech(row: Row, *, short: bool) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the places of our quotations of one length in *row*, and of the gold ones."""
    gold = [
        (quote["s"], quote["e"])
        for quote in row["quotes"]
        if _source(row, quote) and (quote["words"] < 4) == short
    ]
    ours = [
        _with_marks(row["text"], quotation)
        for quotation in _found(row["id"], row["text"])
        if (quotation.words < 4) == short and _is_double(row["text"], quotation)
    ]
    return ours, gold


def news_speakers() -> Score:
    """Return how often the words that name the speaker overlap the gold source, >= 4 words."""
    right = judged = 0
    for row in rows("news_attributions"):
        found = _found(row["id"], row["text"])
        for quote in row["quotes"]:
            source = _source(row, quote)
            if source and quote["words"] >= 4:
                judged += 1
                right += _is_right_mention(row["text"], found, (quote["s"], quote["e"]), source)
    return wilson(right, judged)


def _is_right_mention(
    text: str,
    found: Sequence[Quotation],
    quote: tuple[int, int],
    source: Sequence[Sequence[int]],
) -> bool:
    ours = [one for one in found if _overlap(_with_marks(text, one), quote) >= 0.8]
    mention = ours[0].mention if ours else None
    return mention is not None and any(
        mention.start < end and start < mention.end for start, end in source
    )


def _source(row: Row, quote: Row) -> list[list[int]]:
    if quote["attr"] is None:
        return []
    return list(row["attributions"][quote["attr"]]["source"])


def _is_double(text: str, quotation: Quotation) -> bool:
    """Tell whether double marks stand around: the gold knows no others."""
    return text[max(0, quotation.span.start - 1)] not in "‘'"


def _with_marks(text: str, quotation: Quotation) -> tuple[int, int]:
    """Return the place of a quotation with its marks, as the gold has it."""
    start, end = quotation.span.start, quotation.span.end
    while start > 0 and text[start - 1] in '“"«':
        start -= 1
    while end < len(text) and text[end] in ',”"»':
        end += 1
    return start, end


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return the intersection of two ranges over their union."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


# ---------------------------------------------------------------- "Take" documents


def take_quotations() -> Score:
    """Return the share of labelled quotations that are found."""
    hits = [quotation is not None for _, _, quotation in _take()]
    return wilson(sum(hits), len(hits))


def take_speakers() -> Score:
    """Return how often the printed speaker is right, or nobody is named where nobody is."""
    outcome = Counter(_judge(gold, quotation) for _, gold, quotation in _take())
    total = sum(outcome.values())
    return wilson(outcome["right"], total, f"wrong name printed {outcome['wrong']} of {total}")


def take_wrong_names() -> Score:
    """Return how often a wrong name is printed."""
    outcome = Counter(_judge(gold, quotation) for _, gold, quotation in _take())
    return wilson(outcome["wrong"], sum(outcome.values()))


def _take() -> Iterator[tuple[Row, str | None, Quotation | None]]:
    for row in rows("giving_compass"):
        found = _found(row["id"], row["text"])
        for start, speaker in row["quotes"]:
            ours = [one for one in found if _folded(start) in _folded(one.text)]
            yield row, speaker, ours[0] if ours else None


def _judge(gold: str | None, quotation: Quotation | None) -> str:
    printed = quotation.speaker if quotation else ""
    if gold is None:
        named = quotation is not None and quotation.speaker_kind == "person"
        return "wrong" if named else "right"
    if not printed:
        return "unknown"
    return "right" if gold.split()[-1].lower() in printed.lower() else "wrong"


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).lower()


# ---------------------------------------------------------------- novels


def novel_detection() -> Score:
    """Return F1 of quotations of three words or more, IoU > .7."""
    return f1([_novel_detected(row) for row in rows("fiction_quotes")])


def _novel_detected(row: Row) -> Counts:
    spans = [tuple(span) for quote in row["quotes"] for span in quote["spans"]]
    gold = [(s, e) for s, e in spans if len(row["text"][s:e].split()) >= 3]
    ours = [(one.span.start, one.span.end) for one in _novel(row) if one.words >= 3]
    found = sum(any(_overlap(one, other) > 0.7 for other in gold) for one in ours)
    met = sum(any(_overlap(one, other) > 0.7 for other in ours) for one in gold)
    return Counts(found, len(ours), met, len(gold))


def novel_speakers(kind: str = "") -> Score:
    """Return how often the speaker is right, over quotations of one kind or all of them."""
    outcome: Counter[str] = Counter()
    for row in rows("fiction_quotes"):
        known = {one["name"]: {*one["aliases"], one["name"]} for one in row["characters"]}
        found = _novel(row)
        for quote in row["quotes"]:
            if not kind or quote["type"] == kind:
                outcome[_novel_judge(quote, known, found)] += 1
    total = sum(outcome.values())
    return wilson(outcome["right"], total, f"another named {outcome['wrong']} of {total}")


def _novel_judge(quote: Row, known: dict[str, set[str]], found: Sequence[Quotation]) -> str:
    touching = [
        one
        for one in found
        if any(one.span.start < end and start < one.span.end for start, end in quote["spans"])
    ]
    printed = touching[0].speaker if touching else ""
    if not printed:
        return "unknown"
    right = {name.lower() for name in known.get(quote["speaker"], {quote["speaker"]})}
    return "right" if printed.lower() in right else "wrong"


def _novel(row: Row) -> tuple[Quotation, ...]:
    return _novel_found(row["id"])


@cache
def _novel_found(name: str) -> tuple[Quotation, ...]:
    row = next(row for row in rows("fiction_quotes") if row["id"] == name)
    document = _document(row["id"], row["text"])
    return quotations.find(document, _characters(document, row["characters"]))[0]


def _characters(document: Document, characters: Sequence[Row]) -> tuple[Name, ...]:
    """Return the given characters as names, the longest alias first come first served."""
    aliases = sorted(
        {(alias, place) for place, one in enumerate(characters)
         for alias in (one["name"], *one["aliases"])},
        key=lambda pair: (-len(pair[0]), pair),
    )  # fmt: skip
    taken = bytearray(len(document.text))
    spans: dict[int, list[Span]] = {}
    for alias, place in aliases:
        words = r"\s+".join(map(re.escape, re.sub(r"^The\b", "the", alias).split()))
        for found in re.finditer(rf"\b{words}\b".replace("the", "[Tt]he", 1), document.text):
            if not any(taken[found.start() : found.end()]):
                taken[found.start() : found.end()] = b"\1" * len(found[0])
                spans.setdefault(place, []).append(
                    Span(document.source, found.start(), found.end())
                )
    return tuple(
        Name(
            span=min(mentions, key=lambda span: span.start),
            paragraph=1,
            name=characters[place]["name"],
            kind="person",
            mentions=tuple(sorted(mentions, key=lambda span: span.start)),
        )
        for place, mentions in sorted(spans.items())
    )


def novel_seconds() -> Score:
    """Return the seconds of processor time for the quotations of a 121,806-word novel."""
    path = folder().parent / "corpus" / f"{NOVEL}.txt"
    if not path.is_file():
        raise Skipped(f"no ../shared/corpus/{NOVEL}.txt")
    document = read(NOVEL, path.read_text("utf-8"))
    known = names.find(document)
    start = time.process_time()
    quotations.find(document, known)
    seconds = time.process_time() - start
    return Score(seconds, seconds, seconds, 1)


TASKS = (
    Task("quotations", "news, >= 4 words, F1", 0.99, 0.995, lambda: detection(short=False)),
    Task("quotations", "news, shorter, F1", 0.87, 0.9, lambda: detection(short=True)),
    Task("quotations", "Take, share found", None, None, take_quotations),
    Task("quotations", "novels, >= 3 words, F1", None, None, novel_detection),
    Task("speaker, news", "mention accuracy, >= 4 words", 0.9, 0.93, news_speakers),
    Task("speaker, Take", "resolved to a full name", 0.85, 0.9, take_speakers),
    Task("speaker, Take", "wrong name printed", 0.02, 0.0, take_wrong_names, smaller_wins=True),
    Task("speaker, novels", "overall, characters given", 0.6, 0.7, novel_speakers),
    Task("speaker, novels", "explicit", 0.85, 0.95, lambda: novel_speakers("explicit")),
    Task("speaker, novels", "anaphoric", None, None, lambda: novel_speakers("anaphoric")),
    Task("speaker, novels", "implicit", None, None, lambda: novel_speakers("implicit")),
    Task("quotations", "121,806 words", 2.0, 1.0, novel_seconds, unit="s", smaller_wins=True),
)
