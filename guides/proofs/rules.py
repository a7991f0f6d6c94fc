"""What a page must be, one function a rule, and one table of them.

A rule looks at all pages of a file and yields a fault for each thing that a designer, a person
with a copier or somebody who cannot see the page would be stopped by.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from guides.problems import Severity
from guides.proofs.contrast import contrast, in_gray
from guides.proofs.sheets import WHITE, Box, Drawing, Sheet, Text, overlap

EDGE = 5 / 25.4 * 72  # points: nearer to the edge of the paper, many printers print nothing
FULL_ENOUGH = 0.15  # of the height inside the margins
LARGE_TYPE = 18  # points: from here on, letters may be fainter
CLEAR, CLEAR_LARGE, VISIBLE_LINE = 4.5, 3.0, 1.8
_ROUNDING = 0.05
_SLACK = 1.5  # points
_TOP_ROOM = 17  # points above a line to write on; a rule that opens a page has none
_WIDE = 60  # points: the shortest line to write on
# What begins a line as one piece: dashes, a short pointer, what is counted with its numbers, a
# word and the mark of a cut with what closes it, and words with a space between them that does not
# break. Of that, a file may tell no more than that it is a space.
_TOGETHER = re.compile(
    r"[—–](?:\s*[—–])*(?!\S)|¶\S+(?:\s\d\S*)*"
    r"|(?:(?:[Pp]aragraph|[Ss]tanza|[Ll]ine|[Qq]uestion|[Tt]ext)s?|and|to)\s\d\S*"
    r"|“[^“”]{1,24}”\S*"  # a title that is quoted may be kept on one line
    r"|(?:\S|\xa0)*(?:\s…[”’.,;:!?)]*(?!\S))?"
)
_HANGING = 40  # points: how far a number may hang out beside its question


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the pages of one file are held to.

    Attributes:
        smallest: The smallest type, in points.
        sparse: Whether a page may be mostly empty, as the back of a card is.
        blank: Whether a page may be wholly empty, so that the next begins a sheet.
        most_pages: How many pages there may be; 0 for as many as it takes.
        prompts: The prompt of each question by its number, to name it in a problem.
    """

    smallest: float = 9.0
    sparse: bool = False
    blank: bool = False
    most_pages: int = 0
    prompts: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong on a page; 0 where it is about the whole file."""

    code: str
    page: int
    message: str
    hint: str
    severity: Severity = "warning"
    question: int = 0


Rule = Callable[[Sequence[Sheet], Rules], Iterator[Fault]]


# ---------------------------------------------------------------- what is lost


def clipped(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each line of text of which a part does not show."""
    for page in pages:
        for text in page.texts:
            if any(limit and not _inside(text.box, limit) for limit in (text.clip, page.paper)):
                message = f"`{_short(text)}` is cut off"
                hint = "give it more room, or fewer words"
                yield Fault("clipped-text", page.number, message, hint, "error", _at(page, text))


def covered(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each line of text that stands on another, or that a line runs through."""
    for page in pages:
        for one, other in _meeting(page.texts):
            message = f"`{_short(one)}` stands on `{_short(other)}`"
            hint = "give both more room, or fewer words"
            yield Fault("text-on-text", page.number, message, hint, "error", _at(page, one))
        lines = [drawing for drawing in page.drawings if not drawing.filled]
        for text in page.texts:
            if any(_crosses(line, text) for line in lines):
                message = f"a line runs through `{_short(text)}`"
                hint = "move the line, or give the text more room"
                yield Fault("text-on-text", page.number, message, hint, "error", _at(page, text))


def outside(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each line of text in the margins; numbers may hang in the left one, notes in the other.

    What begins beyond the text is a note; what runs on from it is too wide.
    """
    for page in pages:
        body = {id(text) for text in page.body}
        for text in page.texts:
            within = id(text) in body and text.box[0] < page.area[2]
            limit = _inner(page.area if within else page.paper, page.paper)
            if not _inside(text.box, limit):
                message = f"`{_short(text)}` stands in the margin"
                hint = "many printers leave the edge white; make it narrower or move it"
                yield Fault("outside-margins", page.number, message, hint, question=_at(page, text))

        low = [line for line in page.drawings if line.flat and _is_below(line.box, page)]
        if low:
            message = "a line stands in the lower margin"
            yield Fault("outside-margins", page.number, message, "end the page before it")


def _is_below(box: Box, page: Sheet) -> bool:
    left, bottom, right, _ = page.area
    return page.paper[1] < box[3] < bottom - _SLACK and _between(box, left, right)


def _inner(area: Box, paper: Box) -> Box:
    """Return where text may stand: in *area*, left of it too, but not at the edge of the paper."""
    return (
        paper[0] + EDGE,
        max(area[1], paper[1] + EDGE),
        min(area[2], paper[2] - EDGE),
        min(area[3], paper[3] - EDGE),
    )


# ---------------------------------------------------------------- what is hard to read


def small(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each line of type that is too small."""
    for page in pages:
        for text in page.texts:
            if text.size < rules.smallest - _ROUNDING:
                message = f"`{_short(text)}` is set in {text.size:.1f} pt"
                hint = f"nothing should be under {rules.smallest:g} pt"
                yield Fault("small-type", page.number, message, hint, question=_at(page, text))


def faint(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield what is too near in colour to what it stands on, also on a copier without colour."""
    for page in pages:
        for text in page.texts:
            behind = page.behind(text)
            wanted = CLEAR if text.size < LARGE_TYPE else CLEAR_LARGE
            ratio = contrast(text.colour, behind)
            gray = contrast(in_gray(text.colour), in_gray(behind))
            hint = f"darken it until the contrast is {wanted:g} to 1 or more"
            if ratio < wanted:
                message = f"`{_short(text)}` is faint: a contrast of {ratio:.1f} to 1"
                yield Fault("low-contrast", page.number, message, hint, question=_at(page, text))
            elif gray < wanted:
                message = f"`{_short(text)}` is faint without colour: {gray:.1f} to 1"
                yield Fault("lost-in-gray", page.number, message, hint, question=_at(page, text))


def faint_lines(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each colour of lines that a copier would lose."""
    for page in pages:
        lines = {drawing.colour for drawing in page.drawings if drawing.flat}
        faint = {line for line in lines if contrast(in_gray(line), WHITE) < VISIBLE_LINE}
        for colour in sorted(faint):
            shade = "".join(f"{part:02x}" for part in colour)
            message = f"lines in #{shade} are lost on a copier"
            hint = "draw them darker"
            yield Fault("lost-in-gray", page.number, message, hint)


def missing_fonts(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each font that the file does not bring along."""
    seen: set[str] = set()
    for page in pages:
        for text in page.texts:
            if not text.embedded and text.font not in seen:
                seen.add(text.font)
                message = f"the font `{text.font}` is not in the file"
                hint = "use the fonts of the program, or put yours in `templates/fonts/`"
                yield Fault("font-not-embedded", page.number, message, hint, "error")


def undescribed(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each picture that somebody who cannot see it is told nothing about."""
    for page in pages:
        silent = sum(part.figure and not part.alternative.strip() for part in page.order)
        described = {part.mark for part in page.order if part.figure}
        silent += sum(
            not picture.decoration and picture.mark not in described for picture in page.pictures
        )
        if silent:
            message = f"{silent} picture{'s' if silent > 1 else ''} without words for it"
            hint = "write `alt` or, in an SVG, a `<title>`; decoration belongs in the style sheet"
            yield Fault("picture-without-words", page.number, message, hint, "error")


# ---------------------------------------------------------------- what is badly broken


def sparse(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each page with next to nothing on it."""
    if rules.sparse:
        return
    for page in pages:
        left, bottom, right, top = page.area
        lows = [text.box[1] for text in page.body]
        lows += [line.box[1] for line in page.drawings if _between(line.box, left, right)]
        lows += [picture.box[1] for picture in page.pictures]
        if not lows and rules.blank:
            continue
        used = (top - min(lows, default=top)) / (top - bottom)
        if used < FULL_ENOUGH:
            message = f"only the top {max(used, 0):.0%} of the page is used"
            hint = "shorten the text so that it ends on the page before, or give it more"
            yield Fault("near-empty-page", page.number, message, hint)


def stranded(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each heading with nothing under it on its page or in its column."""
    for page in pages:
        for number, (part, text) in enumerate(page.read):
            if not part.heading:
                continue
            rest = page.read[number + 1 :]
            after = next((other for piece, other in rest if not piece.heading), None)
            if after:
                if rest[0][0].heading:  # that one is looked at itself
                    continue
                stranded = after.box[1] > text.box[3] and after.box[0] > text.box[2]
            else:
                alone = all(piece.heading for piece, _ in page.read)
                stranded = not alone and not _has_lines(text, page)
            if stranded:
                message = f"the heading `{_short(text)}` has nothing under it"
                hint = "keep it with what follows: `break-after: avoid`"
                yield Fault("stranded-heading", page.number, message, hint)


def _has_lines(heading: Text, page: Sheet) -> bool:
    """Tell whether there are lines to write on right under a heading."""
    left, low, _, _ = heading.box
    return any(
        line.flat
        and line.box[0] <= left + _SLACK
        and line.box[2] > left + _WIDE
        and low - _TOP_ROOM * 3 < line.box[1] < low
        for line in page.drawings
    )


def early(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each line that ends although the next word would fit on it."""
    for page in pages:
        right: dict[int, float] = {}
        for part, text in page.read:
            right[part.within] = max(right.get(part.within, 0.0), text.box[2])
        for (part, text), (following, after) in pairwise(page.read):
            below = after.baseline < text.baseline - text.size / 2
            if part.within == following.within and below and text.box[0] < after.box[2]:
                word = "".join(_TOGETHER.findall(after.words.lstrip())[:1])
                more = after.words.split()[len(word.split()) :]
                wide = (after.box[2] - after.box[0]) * len(word) / max(len(after.words), 1)
                # A word alone may be tied to what follows it, which does not fit with it.
                if more and text.box[2] + 1.3 * wide + text.size < right[part.within]:
                    message = f"the line `{_short(text)}` ends early"
                    hint = "put the words and what follows them in a `<span>` each"
                    question = _at(page, text)
                    yield Fault("early-line-end", page.number, message, hint, question=question)


def apart(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield each question whose lines to write on stand on another page."""
    hint = "keep them together: `break-inside: avoid`"
    where = {name: page.number for page in pages for name in page.places}
    asked = 0
    for page in pages:
        for name in page.places:
            number = _number(name, "write-")
            begun = where.get(f"keep-{number}") or where.get(f"question-{number}", page.number)
            if begun != page.number:
                message = f"its lines to write on are not on page {begun}, where it is"
                yield Fault("lines-apart", page.number, message, hint, question=number)
                break
        else:
            if _begins_with_lines(page):
                message = "it begins with lines to write on, and no question"
                yield Fault("lines-apart", page.number, message, hint, question=asked)
        asked = max([asked, *map(_number, page.places)])


def _begins_with_lines(page: Sheet) -> bool:
    left, _, right, top = page.area
    highest = max((text.box[3] for text in page.body), default=0.0)
    lines = [
        line.box[3]
        for line in page.drawings
        if line.flat and _between(line.box, left, right) and line.box[2] - line.box[0] > _WIDE
    ]
    first = max(lines, default=0.0)
    return bool(page.body) and first > highest and top - first > _TOP_ROOM


def too_many(pages: Sequence[Sheet], rules: Rules) -> Iterator[Fault]:
    """Yield a fault where there are more pages than whoever uses them has patience for."""
    if rules.most_pages and len(pages) > rules.most_pages:
        message = f"{len(pages)} pages, {rules.most_pages} at most"
        hint = "ask for fewer questions in the plan, or shorten the words of your own"
        yield Fault("over-page-budget", 0, message, hint)


RULES: tuple[Rule, ...] = (
    clipped,
    covered,
    outside,
    small,
    faint,
    faint_lines,
    missing_fonts,
    undescribed,
    sparse,
    stranded,
    early,
    apart,
    too_many,
)


# ---------------------------------------------------------------- places


def _short(text: Text) -> str:
    words = " ".join(text.words.split())
    return words if len(words) <= 40 else f"{words[:40].rsplit(' ', 1)[0]} …"


def _inside(box: Box, limit: Box) -> bool:
    return (
        box[0] >= limit[0] - _SLACK
        and box[1] >= limit[1] - _SLACK
        and box[2] <= limit[2] + _SLACK
        and box[3] <= limit[3] + _SLACK
    )


def _between(box: Box, left: float, right: float) -> bool:
    return box[0] >= left - _SLACK and box[2] <= right + _SLACK


def _meeting(texts: Sequence[Text]) -> Iterator[tuple[Text, Text]]:
    """Yield pairs of runs of which the ink overlaps by more than descenders do."""
    ranked = sorted(texts, key=lambda text: -text.box[3])
    for number, one in enumerate(ranked):
        for other in ranked[number + 1 :]:
            if other.box[3] < one.box[1]:
                break
            shared = overlap(one.box, other.box)
            if not shared or shared[0] < 2 * _SLACK:
                continue
            if shared[1] > 0.35 * min(_height(one), _height(other)):
                yield one, other


def _height(text: Text) -> float:
    return max(text.box[3] - text.box[1], text.size * 0.4)


def _crosses(line: Drawing, text: Text) -> bool:
    """Tell whether a line runs through letters; under them, it marks them."""
    if not overlap(line.box, text.box):
        return False
    if line.upright:
        middle = (line.box[0] + line.box[2]) / 2
        return text.box[0] + _SLACK < middle < text.box[2] - _SLACK
    middle = (line.box[1] + line.box[3]) / 2
    return text.baseline + 0.15 * text.size < middle < text.baseline + 0.6 * text.size


def _number(name: str, begins: str = "keep-|question-") -> int:
    """Return the number of the question whose anchor *name* is; 0 for other anchors."""
    found = re.fullmatch(rf"(?:{begins})(\d+)", name)
    return int(found[1]) if found else 0


def _at(page: Sheet, text: Text) -> int:
    """Return the number of the question that *text* is part of; 0 where that is not known."""
    if text not in page.body:  # a running head belongs to no question
        return 0
    above = [
        (height, -left, _number(name))
        for name, (left, height) in page.places.items()
        if _number(name) and height >= text.box[3] - _SLACK and left <= text.box[0] + _HANGING
    ]
    return min(above)[2] if above else 0
