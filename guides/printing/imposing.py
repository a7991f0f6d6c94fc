"""Two pages side by side on a sheet, so that a stack of sheets, folded, is a booklet.

The pages are laid out one by one and in order; only when the file is there are they moved onto
sheets. The tags, the outline and the links go on in the order of reading, whatever stands beside
what on paper. Printed on both sides, the sheet is turned over its short edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

PAGES_TO_A_SHEET = 4


@dataclass(frozen=True, slots=True)
class _Half:
    """A page as half of the side of a sheet.

    Attributes:
        page: It, as it was.
        content: What is painted on it.
        owners: The tag of each marked piece of it.
        right: How far right it is moved.
        first: What its marks are counted from.
    """

    page: Any
    content: Any
    owners: Sequence[bytes]
    right: float
    first: int


def spreads(pages: int) -> list[tuple[int, int]]:
    """Return which pages, from 0, stand left and right on each side of each sheet.

    Args:
        pages: How many there are: a multiple of four.
    """
    sides = []
    for sheet in range(pages // PAGES_TO_A_SHEET):
        first, last = 2 * sheet, pages - 1 - 2 * sheet
        sides += [(last, first), (first + 1, last - 1)]
    return sides


def impose(pdf: Any) -> None:
    """Put the pages of a file, all of one size, onto the sides of sheets.

    Args:
        pdf: What WeasyPrint made, with as many pages as sheets hold, not yet written.
    """
    import pydyf  # type: ignore[import-untyped]

    known = {item.reference: item for item in pdf.objects}
    pages = [known[reference] for reference in pdf.page_references]
    tree = known[known[pdf.catalog["StructTreeRoot"]]["ParentTree"]]
    owners: dict[int, Any] = dict(zip(tree["Nums"][::2], tree["Nums"][1::2], strict=True))
    moved: dict[bytes, tuple[bytes, _Half]] = {}
    sides = []
    for pair in spreads(len(pages)):
        halves = _halves([pages[number] for number in pair], known, owners)
        side = _side(halves, pdf, known)
        moved |= {half.page.reference: (side.reference, half) for half in halves}
        sides.append((side, [owner for half in halves for owner in half.owners]))
    notes = [(key, value) for key, value in owners.items() if key >= len(pages)]
    numbered = [(number, pydyf.Array(marks)) for number, (_, marks) in enumerate(sides)]
    tree["Nums"] = pydyf.Array(part for pair in (*numbered, *notes) for part in pair)
    _follow(pdf, moved)
    pdf.pages["Kids"] = pydyf.Array(part for side, _ in sides for part in (side.number, 0, "R"))
    pdf.pages["Count"] = len(sides)
    pdf.catalog["ViewerPreferences"]["Duplex"] = "/DuplexFlipShortEdge"
    for number, (side, _) in enumerate(sides):
        side["StructParents"] = number
    for page in pages:
        page.clear()


def _halves(
    pair: Sequence[Any], known: Mapping[bytes, Any], owners: Mapping[int, Any]
) -> list[_Half]:
    halves: list[_Half] = []
    for page in pair:
        before = halves[0] if halves else None
        halves.append(
            _Half(
                page=page,
                content=known[page["Contents"]],
                owners=owners[page["StructParents"]],
                right=before.page["MediaBox"][2] if before else 0,
                first=len(before.owners) if before else 0,
            )
        )
    return halves


def _side(halves: Sequence[_Half], pdf: Any, known: Mapping[bytes, Any]) -> Any:
    """Return one side of a sheet as a page of the file; its halves lose their content to it."""
    import pydyf

    left, right = halves
    content = left.content
    content.stream = [part for half in halves for part in _painted(half)]
    right.content.stream = []
    paper = [0, 0, 2 * right.right, left.page["MediaBox"][3]]
    area = [*left.page["ArtBox"][:2], right.page["ArtBox"][2] + right.right, left.page["ArtBox"][3]]
    side = pydyf.Dictionary(left.page)
    side |= {name: pydyf.Array(paper) for name in ("MediaBox", "TrimBox", "BleedBox")}
    side["ArtBox"] = pydyf.Array(area)
    notes = [(note, half.right) for half in halves for note in half.page.get("Annots", ())]
    for note, by in notes:
        x1, y1, x2, y2 = known[note]["Rect"]
        known[note]["Rect"] = pydyf.Array([x1 + by, y1, x2 + by, y2])
    if notes:
        side["Annots"] = pydyf.Array(note for note, _ in notes)
    pdf.add_object(side)
    return side


def _painted(half: _Half) -> Iterator[Any]:
    """Yield what paints a page in its place, its marks counted on."""
    yield f"q 1 0 0 1 {half.right:g} 0 cm".encode()
    for part in half.content.stream:
        if isinstance(part, dict) and "MCID" in part:
            part["MCID"] += half.first
        yield part
    yield b"Q"


def _follow(pdf: Any, moved: Mapping[bytes, tuple[bytes, _Half]]) -> None:
    """Let tags, outline and anchors point to where the pages are now."""
    for item in pdf.objects:
        if not isinstance(item, dict):
            continue
        if item.get("Pg") in moved:
            item["Pg"], half = moved[item["Pg"]]
            kids = item.get("K", ())
            for at, kid in enumerate(kids):
                if isinstance(kid, int):
                    kids[at] = kid + half.first
        if "Dest" in item:
            _redirect(item["Dest"], moved)
    for place in pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", ())[1::2]:
        _redirect(place, moved)


def _redirect(place: Any, moved: Mapping[bytes, tuple[bytes, _Half]]) -> None:
    """Change a place, such as `[page /XYZ x y 0]`; a name is left, its place is changed."""
    if isinstance(place, list) and place[0] in moved:
        place[0], half = moved[place[0]]
        place[2] += half.right
