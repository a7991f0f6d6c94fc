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
    """

    view: str
    audience: Audience
    words: str


def _theirs(view: str, words: str) -> EditionKind:
    return EditionKind(view, "participants", words)


def _ours(view: str, words: str) -> EditionKind:
    return EditionKind(view, "facilitator", words)


EDITIONS: dict[str, EditionKind] = {
    "handout": _theirs("participants", "the reading and a question sheet of two sides"),
    "facilitator-guide": _ours(
        "facilitator", "how to prepare, what to do when, what to listen for"
    ),
    "reading": _theirs("readers", "the numbered reading alone, with room for notes"),
    "cards": _theirs("cards", "a question a card, four to a sheet, with backs to print duplex"),
    "cards-8up": _theirs("small_cards", "small cards, eight to a sheet, with backs"),
    "run-of-show": _ours("running", "one table: minutes, what happens, what to say, what to cut"),
    "exit-tickets": _theirs("tickets", "four slips to a sheet, and a grid to sort them by"),
    "slides": _theirs("slides", "one question a page, 16:9, for projecting"),
    "posters": _theirs("posters", "one question a page, large, to hang on the wall"),
    "bookmark": _theirs("strip", "three narrow strips of six questions, to keep in the book"),
    "three-columns": _theirs("moves", "one sheet to fill in, a column for each move"),
    "known-table": _theirs("participants", "what is confirmed, reported, and not known"),
    "evidence-sheet": _theirs("sides", "reasons for two ways to one end, and a statement"),
    "talk-map": _ours("facilitator", "seats to follow the talk, and neutral things to say"),
}

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
