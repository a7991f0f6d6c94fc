"""What a designer would see wrong on a laid-out page, found in WeasyPrint's boxes.

Each function yields sentences; a good page has none.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

SMALLEST = 12 - 0.01  # CSS pixels: 9 pt
FULL_ENOUGH = 0.15
WHOLE = {"question", "noted"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def complaints(document: Any) -> list[str]:
    """Return everything that is wrong with the pages of a document."""
    pages = [page._page_box for page in document.pages]
    found = [*split_questions(pages), *nearly_empty_page(pages)]
    for number, page in enumerate(pages, 1):
        for look in (outside_margins, stranded_heading, too_small, broken_words):
            found += [f"page {number}: {sentence}" for sentence in look(page)]
    return found


def lines_of(page: Any) -> list[Any]:
    """Return the lines of text inside the margins of a page, top to bottom."""
    return lines_in(page.children[0])


def lines_in(body: Any) -> list[Any]:
    """Return the lines of text in a box, top to bottom."""
    lines = [box for box in body.descendants() if type(box).__name__ == "LineBox" and words(box)]
    return sorted(lines, key=lambda box: box.position_y + box.height)


def texts(line: Any) -> list[Any]:
    return [box for box in line.descendants() if type(box).__name__ == "TextBox"]


def words(line: Any) -> str:
    return "".join(box.text for box in texts(line)).strip()


def outside_margins(page: Any) -> Iterator[str]:
    """Yield each line that runs past the text area; numbers hang left of it, notes right."""
    right = page.content_box_x() + page.width
    bottom = page.content_box_y() + page.height
    beside = {id(line) for box in page.descendants() if is_note(box) for line in box.descendants()}
    for line in lines_of(page):
        if (
            id(line) not in beside
            and max(box.position_x + box.width for box in texts(line)) > right + 1
        ):
            yield f"`{words(line)[:40]}` runs past the right margin"
        if line.position_y + line.height > bottom + 1:
            yield f"`{words(line)[:40]}` runs past the bottom"


def is_note(box: Any) -> bool:
    """Tell whether a box holds what is meant to stand in the margin beside a text."""
    element = getattr(box, "element", None)
    return element is not None and element.get("class") == "gloss"


def stranded_heading(page: Any) -> Iterator[str]:
    """Yield the heading that stands last on a page."""
    lines = lines_of(page)
    if lines and lines[-1].element_tag in HEADINGS:
        yield f"the heading `{words(lines[-1])}` stands alone at the foot"


def too_small(page: Any) -> Iterator[str]:
    """Yield each line with type under 9 pt."""
    for line in lines_of(page):
        if min(box.style["font_size"] for box in texts(line) if box.text.strip()) < SMALLEST:
            yield f"`{words(line)[:40]}` is under 9 pt"


def broken_words(page: Any) -> Iterator[str]:
    """Yield each word that goes on in the next line without a hyphen: its column is too narrow."""
    for box in page.children[0].descendants():
        lines = [child for child in getattr(box, "children", ()) if is_line(child)]
        whole = set(" ".join(box.element.itertext()).split()) if len(lines) > 1 else set()
        for line, after in pairwise(lines):
            first, rest = words(line).split()[-1:], words(after).split()[:1]
            joined = "".join(first + rest)
            if first and rest and joined in whole and not {*first, *rest} <= whole:
                yield f"`{first[0]}` is broken before `{rest[0]}`"


def is_line(box: Any) -> bool:
    return type(box).__name__ == "LineBox" and words(box)[-1:].isalnum()


def split_questions(pages: list[Any]) -> Iterator[str]:
    """Yield each question that goes on over the page, with its lines or with its notes."""
    seen: dict[int, int] = {}
    for number, page in enumerate(pages, 1):
        for box in page.children[0].descendants():
            element = getattr(box, "element", None)
            if element is None or not WHOLE & set(element.get("class", "").split()):
                continue
            first = seen.setdefault(id(element), number)
            if first != number and box.element_tag == "div":
                yield f"a question is split between pages {first} and {number}"


def nearly_empty_page(pages: list[Any]) -> Iterator[str]:
    """Yield each page after the first that has next to nothing on it."""
    for number, page in enumerate(pages[1:], 2):
        lines = lines_of(page)
        used = lines[-1].position_y + lines[-1].height - page.content_box_y() if lines else 0
        if used < FULL_ENOUGH * page.height:
            yield f"page {number}: nearly empty"
