"""What a text does with its words: comparisons, lines, and wording that comes back.

Meant for poems, stories and speeches. A comparison is found where "like" or "as … as" is
followed by a thing; a refrain where the same words return as a unit of their own, between
stops or line breaks; an opening where a speaker begins several sentences alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from guides.findings.grammar import IRREGULAR_PAST, is_closed, word_set
from guides.findings.telling import Told
from guides.model import Block, Passage, Repetition
from guides.source import Span

_LONGEST_IMAGE = 9  # words
_WIDEST_IMAGE = 90  # characters
_UNIT_END = re.compile(r"[\n.;:!?,—“”\"()]|--|\s-\s")
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

_LIKE = re.compile(r"\blike\s(?:an?|some)\s(?=[\w-])")
_AS = re.compile(
    r"\bas\s(?!well|soon|long|much|many|far|good|if|though|little\b)[a-z]+\sas\s(?:an?|the)\s"
)
_IMAGE_END = re.compile(
    r"[\n.;:!?,—“”\"()]|--|\s(?:and|but|when|while|until|because|so|then)\s"
    r"|\s(?:in|within|after|before|for)\s(?:just|only|about|a few|less|more|\d)|\Z"
)
_SEEMING = re.compile(
    r"\b(?:that|this|it|which|what)\s(?:\w+ly\s)?(?:looks?|looked|seems?|seemed|sounds?|sounded)\s\Z"
    r"|\b(?:feels?|felt)\s(?:\w+\s)?\Z",  # "felt like a relief" was one
    re.IGNORECASE,
)
_NO_LIKENESS = word_set(
    "would d i you we they people things something anything nothing to not n't do did does don't "
    "didn't should really also who places stuff much items ways i'd we'd he'd she'd they'd words"
)
_NO_THING = word_set(
    "lot bit few while little good great way kind sort hundred thousand dozen one "
    "normal other others rest same first last next whole"
)
# "As still as a stone", "as a flash of lightning" are in every mouth, and say nothing of a text.
_FEW_WORDS = 3
_STOCK = word_set(
    "arrow baby bat bee bell bird bone bullet cat child coal cloud cucumber day dog drum feather"
    " fish flash fox ghost grave hawk hills horse house ice knife lamb lion log mouse mule ox"
    " pancake peacock pig pin post rail rake rock rod sheet snail stone sword top tomb wind"
)

_TAGS = re.compile(
    r"\b(?:said|asked|cried|replied|answered|thought)\b|\b(?:Mr|Mrs|Ms|Dr|St)\Z", re.IGNORECASE
)
_LONGEST_AROUND = 20  # words of the sentence around an image
_QUOTES = re.compile(r"[“”\"‘;:\[(]")


def find_images(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return the comparisons with a thing: "like a cat in the rain", "as high as a mast"."""
    return tuple(image for block in blocks for image in _images(block))


def _images(block: Block) -> Iterator[Passage]:
    text = block.text
    for match in sorted((*_LIKE.finditer(text), *_AS.finditer(text)), key=lambda m: m.start()):
        end = _IMAGE_END.search(text, match.end(), match.end() + _WIDEST_IMAGE)
        stop = end.start() if end else match.end()
        words = text[match.end() : stop].split()
        likeness = match[0].startswith("like")
        if likeness and _SEEMING.search(text, 0, match.start()):
            continue  # "that looks like an update" supposes so, and paints nothing
        wide = stop - match.end() >= _WIDEST_IMAGE or len(words) + 2 > _LONGEST_IMAGE
        stock = not likeness and len(words) <= _FEW_WORDS and words[0].lower() in _STOCK
        if not words or wide or stock or words[0].lower() in _NO_THING:
            continue
        if likeness and not _compares(text[max(0, match.start() - 60) : match.start()]):
            continue
        span = Span(block.span.source, block.span.start + match.start(), block.span.start + stop)
        number = block.number or 0
        yield Passage(
            span=span, paragraph=number, confidence=0.85, word=_around(block, span),
            paragraphs=(number,),
        )  # fmt: skip


def _around(block: Block, image: Span) -> str:
    """Return the sentence that a comparison stands in, if it is short and quotes nobody."""
    for sentence in block.sentences:
        if sentence.start <= image.start and image.end <= sentence.end:
            text = " ".join(sentence.text.split())
            fit = len(text.split()) <= _LONGEST_AROUND and text[:1].isupper() and text[-1] == "."
            return text if fit and not _QUOTES.search(text) else ""
    return ""


def _compares(before: str) -> bool:
    """Tell "ran like a deer" from "I would like a deer"."""
    words = [word.lower().replace("’", "'") for word in _WORDS.findall(before)]
    if not words:
        return True
    last = words[-1]
    return last not in _NO_LIKENESS and (not is_closed(last) or last in IRREGULAR_PAST | _LINKS)


_LINKS = word_set("was were is are him her me them it us up down out on off away back")


# ---------------------------------------------------------------- lines of verse


def find_lines(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return the first line of a poem and the last, where its lines are kept."""
    verse = [block for block in blocks if "\n" in block.text.strip()]
    if not verse:
        return ()
    last = next(block for block in reversed(blocks) if block is verse[-1] or block.kind == "stanza")
    found = (_line(verse[0], 0, "first"), _line(last, -1, "last"))
    return tuple(line for line in found if line)


def _line(block: Block, place: int, word: str) -> Passage | None:
    lines = [match for match in re.finditer(r"[^\n]+", block.text) if match[0].strip()]
    text = lines[place][0].strip()
    if not 3 <= len(text.split()) <= 14:
        return None
    start = block.span.start + lines[place].start() + lines[place][0].index(text)
    number = block.number or 0
    return Passage(
        span=Span(block.span.source, start, start + len(text)),
        paragraph=number,
        confidence=0.95,
        word=word,
        paragraphs=(number,),
    )


# ---------------------------------------------------------------- wording that comes back


def find_refrains(blocks: Sequence[Block], least: int, apart: int = 0) -> tuple[Repetition, ...]:
    """Return wording of three words or more that comes back as a unit of its own.

    Args:
        blocks: The numbered blocks.
        least: How often it must stand; five words or more may stand once less.
        apart: How many blocks must lie between the first place and the last.
    """
    found: dict[str, list[tuple[int, Span]]] = {}
    for block in blocks:
        for start, end in _units(block.text):
            unit = block.text[start:end]
            key = " ".join(word.lower().replace("’", "'") for word in _WORDS.findall(unit))
            if 3 <= len(key.split()) <= 14 and not _TAGS.search(unit):
                span = Span(block.span.source, block.span.start + start, block.span.start + end)
                found.setdefault(key, []).append((block.number or 0, span))
    kept = [
        places
        for key, places in found.items()
        if len(places) >= least - (len(key.split()) > 4 and least > 2)
        and places[-1][0] - places[0][0] >= apart
    ]
    kept.sort(key=lambda places: (-len(places), places[0][1].start))
    return tuple(_repetition(places) for places in islice(_whole(kept), 4))


def find_verse_refrains(stanzas: Sequence[Block]) -> tuple[Repetition, ...]:
    """Return lines and parts of lines that come back, and the words that stanzas end on."""
    lines = find_refrains(stanzas, least=2)
    ends = (
        end
        for end in _endings(stanzas)
        if not any(end.word.lower() in line.word.lower() for line in lines)
    )
    return (*ends, *lines)


def _endings(stanzas: Sequence[Block]) -> tuple[Repetition, ...]:
    """Return the one or two words on which three stanzas or more end: "nothing more"."""
    found: dict[str, list[tuple[int, Span]]] = {}
    for stanza in stanzas:
        words = list(_WORDS.finditer(stanza.text))
        for size in (2, 1):
            if len(words) >= 6:
                start, end = words[-size].start(), words[-1].end()
                key = " ".join(stanza.text[start:end].lower().split())
                at = stanza.span.start
                span = Span(stanza.span.source, at + start, at + end)
                found.setdefault(key, []).append((stanza.number or 0, span))
    often = [places for places in found.values() if len(places) >= 3]
    often.sort(key=lambda places: (-len(places), -len(places[0][1].text)))
    kept: list[list[tuple[int, Span]]] = []
    for places in often:
        if not any({place for place, _ in places} <= {at for at, _ in other} for other in kept):
            kept.append(places)
    return tuple(_repetition(places) for places in kept[:2])


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between stops and line breaks, white space and marks taken off."""
    start = 0
    for match in (*_UNIT_END.finditer(text), None):
        end = match.start() if match else len(text)
        piece = text[start:end]
        stripped = piece.strip(" '’‘-")
        if stripped:
            left = start + piece.index(stripped)
            yield left, left + len(stripped)
        start = match.end() if match else end


def _whole(found: Iterable[list[tuple[int, Span]]]) -> Iterator[list[tuple[int, Span]]]:
    """Yield the places of wording that lies inside no wording before it."""
    kept: list[str] = []
    for places in found:
        text = places[0][1].text.lower()
        if not any(text in other for other in kept):
            kept.append(text)
            yield places


def _repetition(places: Sequence[tuple[int, Span]]) -> Repetition:
    number, span = places[0]
    return Repetition(
        span=span,
        paragraph=number,
        # What comes back often, or much later, is more of a refrain.
        confidence=round(min(0.95, 0.6 + 0.05 * len(places) + 0.02 * (places[-1][0] - number)), 2),
        word=" ".join(span.text.split()),
        times=len(places),
        paragraphs=tuple(sorted({number for number, _ in places})),
    )


def find_openings(told: Iterable[Told]) -> tuple[Repetition, ...]:
    """Return the words with which a speaker begins three sentences or more: "We must"."""
    found: dict[str, list[tuple[int, Span]]] = {}
    for sentence in told:
        words = list(_WORDS.finditer(sentence.text))
        for size in range(2, min(5, len(words) - 1) + 1):
            key = " ".join(word[0].lower() for word in words[:size])
            start = sentence.span.start + words[0].start()
            span = Span(sentence.span.source, start, sentence.span.start + words[size - 1].end())
            if not re.search(r"[,;:.—]", span.text):
                found.setdefault(key, []).append((sentence.paragraph, span))
    often = {key: places for key, places in found.items() if len(places) >= 3 and _is_telling(key)}
    # "We must" gives way to "We must never" where that comes as often.
    longest = [
        (key, places)
        for key, places in often.items()
        if not any(
            other.startswith(f"{key} ") and len(more) * 3 >= len(places) * 2
            for other, more in often.items()
        )
    ]
    longest.sort(key=lambda item: (-len(item[1]), item[1][0][1].start))
    return tuple(_repetition(places) for _, places in longest[:3])


_WILL = word_set("will shall must can cannot can't won't need should want believe choose ask know")


def _is_telling(key: str) -> bool:
    """Tell "we must" and "let us" from "it is" and "in the"."""
    words = key.split()
    spoken = words[0] in ("we", "i", "you", "let", "nobody", "never")
    if len(words) == 2:
        return (spoken and words[1] in _WILL) or words == ["let", "us"]
    return any(not is_closed(word) for word in words)
