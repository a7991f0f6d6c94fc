"""The editions there are: one table for the command, the plans, the layouts and the tests.

It imports nothing, so that `guides --help` can read it. What an edition may print is a view of
`layout.views`, named here; how it looks is `templates/layouts/<name>.html.j2`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Audience = Literal["participants", "facilitator"]


class EditionKind(NamedTuple):
    """One printed form of a guide.

    Attributes:
        view: What it may print, by its name in `layout.VIEWS`.
        audience: Who holds it. A participants' view has no field for the facilitator's notes.
        words: What it is, in a line.
        most_pages: How many pages of it somebody has the patience for; 0 where the text decides.
            The question sheet of a handout has a limit of its own: two sides.
    """

    view: str
    audience: Audience
    words: str
    most_pages: int = 0


def _theirs(view: str, words: str, most_pages: int = 0) -> EditionKind:
    return EditionKind(view, "participants", words, most_pages)


def _ours(view: str, words: str, most_pages: int = 0) -> EditionKind:
    return EditionKind(view, "facilitator", words, most_pages)


EDITIONS: dict[str, EditionKind] = {
    "handout": _theirs("participants", "the reading and a question sheet of two sides"),
    "facilitator-guide": _ours(
        "facilitator", "how to prepare, what to do when, what to listen for", 5
    ),
    "reading": _theirs("readers", "the numbered reading alone, with room for notes"),
    "cards": _theirs("cards", "a question a card, four to a sheet, with backs to print duplex", 6),
    "cards-8up": _theirs("small_cards", "small cards, eight to a sheet, with backs", 4),
    "run-of-show": _ours(
        "running", "one table: minutes, what happens, what to say, what to cut", 1
    ),
    "exit-tickets": _theirs("tickets", "four slips to a sheet, and a grid to sort them by", 2),
    "slides": _theirs("slides", "one question a page, 16:9, for projecting"),
    "posters": _theirs("posters", "one question a page, large, with room to write, for the wall"),
    "bookmark": _theirs(
        "strip", "three narrow strips of six questions, with a back to write on", 2
    ),
    "leaflet": _theirs("leaflet", "a booklet of half pages, to print on both sides and fold"),
    "three-columns": _theirs("moves", "one sheet to fill in, a column for each move", 1),
    "known-table": _theirs("known", "what is confirmed, reported, and not known", 1),
    "evidence-sheet": _theirs("sides", "reasons for two ways to one end, and a statement", 1),
    "talk-map": _ours("facilitator", "seats to follow the talk, and neutral things to say", 1),
}

# Layouts that are pieces of others, and no edition.
PIECES = frozenset({"page", "parts", "text"})


def kind_of(edition: str) -> EditionKind:
    """Return what an edition is; one that is not in the table is a layout of a project's own.

    Its name says who holds it: where it begins with `facilitator-`, whoever leads the session.
    """
    holder: Audience = "facilitator" if edition.startswith("facilitator-") else "participants"
    return EDITIONS.get(edition) or EditionKind(holder, holder, "a layout of this project")


# The families of question, for `--without`; a test holds them to those that a prompt may have.
FAMILIES = (
    "notice",
    "quotations",
    "numbers",
    "people",
    "power",
    "stakeholders",
    "time-cause",
    "claims",
    "absent",
    "words",
    "structure",
    "purpose",
    "embedded",
    "connect",
    "act",
    "close",
    "exit",
    "story",
    "verse",
    "speech",
    "process",
)
