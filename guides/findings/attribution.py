"""Which words beside a quotation say who speaks.

For each quotation a few places are looked at in the order of how well they can be trusted:
its own sentence (`beside.py`), the sentences around it in the paragraph, the paragraph
before and the one after. The result is words of the text, a `Credit`; `speakers.py` turns
them into a name or leaves the speaker unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from guides.findings import beside, phrases, saying, subjects
from guides.findings.frames import Credit, Frame, Frames, credit_of
from guides.findings.marks import Quoted
from guides.model import Document

_SIGNATURE = re.compile(
    r"\s{0,4}(?:—|–|--?|―)\s?"
    r"(?P<name>[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|of|de|van|von|bin|al)){0,5})"
    r"(?=,|\s*\(|\s*(?:\n|\Z))"
)
_NEAR = 30  # sentences on either side in which the speaker of a paragraph is looked for
_LABEL_WITHIN = 20_000  # characters before a turn in which its label is looked for
_POINTS_BACK = re.compile(
    r"(?:This|That|These|Those|Such|So)\b(?: words?)?"
    r"(?: (?:is|was|were|are|is how|was how|is what|was what|were the words of|are the words of"
    r"|is the story of))?\s"
)


def attribute(document: Document, quoted: Sequence[Quoted]) -> tuple[Credit, ...]:
    """Return who is credited with each of *quoted*, in the same order."""
    frames = Frames(document, quoted)
    found: dict[int, Credit] = {}
    for block, numbers in frames.by_block.items():
        found |= _in_block(frames, block)
        for number in numbers:
            if number not in found:
                found[number] = _around(frames, number)
    return tuple(found[number] for number in range(len(quoted)))


# ---------------------------------------------------------------- inside the paragraph


def _in_block(frames: Frames, block: int) -> dict[int, Credit]:
    sentences = frames.of(block)
    found: dict[int, Credit] = {}
    for frame in sentences:
        found |= _in_sentence(frames, frame)
    if speaker := frames.document.blocks[block].speaker:
        turn = _turn(frames.document, block, speaker)
        return dict.fromkeys(frames.by_block[block], turn)
    for place, frame in enumerate(sentences):
        for number, _ in frame.quotes:
            if number not in found and (credit := _from_neighbours(sentences, place, found)):
                found[number] = credit
    return found


def _turn(document: Document, block: int, speaker: str) -> Credit:
    """Return the label of a turn, at its last place before the turn."""
    begin = document.blocks[block].span.start
    label = document.text.rfind(speaker, max(0, begin - _LABEL_WITHIN), begin)
    if label < 0:
        return Credit("turn", block=block)
    end = label + len(speaker)
    return Credit("turn", label, end, end, block=block, sentence=(label, end))


def _signed(document: Document, block: int, end: int) -> Credit | None:
    """Read the name under a motto: ``“…” — Maya Angelou``, also in a line of its own."""
    name = _SIGNATURE.match(document.text, end)
    if name is None:
        return None
    start, stop = name.span("name")
    return Credit("after", start, stop, stop, block=block, sentence=(start, stop))


def _in_sentence(frames: Frames, frame: Frame) -> dict[int, Credit]:
    """Return the credits that a sentence gives to its own quotations."""
    document, quoted = frames.document, frames.quoted
    found: dict[int, Credit] = {}
    for number, place in frame.quotes:
        piece = quoted[number]
        signed = _signed(document, frame.block, piece.right)
        if credit := signed or beside.credit(document, frame, place, piece):
            found[number] = credit
    told = sorted(found)
    for number, place in frame.quotes:
        if number in found:
            continue
        if told:
            near = told[max(0, bisect_left(told, number) - 1)]
            found[number] = Credit("same sentence", same_as=near, block=frame.block)
        elif credit := beside.subject(document, frame, place, quoted[number]):
            found[number] = credit
    return found


def _from_neighbours(
    sentences: Sequence[Frame], place: int, found: dict[int, Credit]
) -> Credit | None:
    """Find who speaks a quotation that fills its sentence, in the sentences beside it."""
    block = sentences[place].block
    earlier = _last_credited(sentences[max(0, place - _NEAR) : place], found)
    if earlier is not None:
        between = _subject_of(sentences[place - 1])
        return Credit("same paragraph", same_as=earlier, block=block, between=between)
    later = _first_credited(sentences[place + 1 : place + 1 + _NEAR], found)
    if later is None or place > 0:
        told = place > 0 and not sentences[place - 1].quotes and _teller(sentences[place - 1])
        if told:
            return told
    return Credit("same paragraph", same_as=later, block=block) if later is not None else None


def _subject_of(frame: Frame) -> tuple[int, int]:
    """Return where the subject of a sentence without quotation starts and ends."""
    phrase = None if frame.quotes else subjects.subject(frame.row, len(frame.row))
    return (frame.row[phrase.first].start, frame.row[phrase.last - 1].end) if phrase else (0, 0)


def _last_credited(sentences: Sequence[Frame], found: dict[int, Credit]) -> int | None:
    for frame in reversed(sentences):
        for number, _ in reversed(frame.quotes):
            if number in found and found[number].rule != "subject":
                return number
    return None


def _first_credited(sentences: Sequence[Frame], found: dict[int, Credit]) -> int | None:
    for frame in sentences:
        for number, _ in frame.quotes:
            if number in found and found[number].rule in ("after", "before"):
                return number
    return None


def _teller(frame: Frame) -> Credit | None:
    """Return who speaks, or at least acts, in a sentence without quotation."""
    row = frame.row
    for at in range(len(row) - 1, 0, -1):
        if saying.reports(row, at):
            phrase = subjects.before(row, at)
            if phrase and saying.can_speak(row, phrase):
                return credit_of("beat", frame, phrase, at)
    phrase = subjects.subject(row, len(row))
    return credit_of("beat", frame, phrase) if phrase and saying.can_speak(row, phrase) else None


# ---------------------------------------------------------------- around the paragraph


def _around(frames: Frames, number: int) -> Credit:
    """Find who speaks a quotation about which its own paragraph is silent."""
    block = frames.quoted[number].block
    before = frames.quoted[number - 1] if number else None
    if before and before.block == block:
        return Credit("same paragraph", same_as=number - 1, block=block)
    if before and before.block == block - 1 and not before.closed:
        return Credit("goes on", same_as=number - 1, block=block)
    if credit := _led_in(frames, block) or _pointed_back(frames, block + 1):
        return credit
    if before and before.block == block - 1 and _fills(frames, number):
        return Credit("last speaker", same_as=number - 1, block=block)
    return Credit("none", block=block)


def _fills(frames: Frames, number: int) -> bool:
    """Tell a quotation that is all of its paragraph."""
    piece = frames.quoted[number]
    span = frames.document.blocks[piece.block].span
    return piece.left == span.start and piece.right >= span.end


def _led_in(frames: Frames, block: int) -> Credit | None:
    """Read a paragraph that ends ``Ruiz points out,`` or ``Ruiz said:`` before a quotation."""
    if not block or not frames.document.blocks[block - 1].text.rstrip().endswith((":", ",")):
        return None
    told = _teller(frames.of(block - 1)[-1])
    return told.under("paragraph before") if told else None


def _pointed_back(frames: Frames, block: int) -> Credit | None:
    """Read “This is what Ruiz told …” at the start of the paragraph after a quotation."""
    blocks = frames.document.blocks
    if block >= len(blocks) or not _POINTS_BACK.match(blocks[block].text):
        return None
    frame = frames.of(block)[0]
    row = frame.row
    for at in range(1, len(row)):
        if saying.reports(row, at):
            phrase = subjects.before(row, at) or phrases.after(row, at)
            if phrase and saying.can_speak(row, phrase):
                return credit_of("paragraph after", frame, phrase, at)
            return None
    return None
