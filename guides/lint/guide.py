"""What a whole guide must be: the rules G01-G12 that can be seen before it is printed, and SET01.

They are told to the editor and stop nothing: a guide with a gap in it is of more use than
none. Two are looked at elsewhere: pages, fonts and contrast (G02, G10) when there is paper, by
`proofs`; and that nothing of the facilitator's is on a participants' page (G08), which does
stop that page, by `leaked`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guides.lint.asked import QUOTED, fold
from guides.model import Findings, Guide

_MOST_WORDS_TO_KNOW = 9
_LONGEST_DEFINITION = 22  # a fixed phrase or the name of a body needs more than a plain word
_LONGEST_NOTE = 45
_SHORTEST_ANSWER = 2.0  # minutes, to write an answer down; to talk takes longer
_A_NOTE = 5  # words; fewer may stand anywhere by chance
_CALLED = re.compile(r"(?:\+\d|\b\d{3})[\d ./()-]{4,}\d\b|\b(?:hotline|helpline)\b", re.IGNORECASE)

GuideCheck = Callable[[Guide, Findings], Iterator[str]]


@dataclass(frozen=True, slots=True)
class GuideRule:
    """A rule for a guide: *check* yields what is wrong, one sentence each.

    Attributes:
        number: As in the catalogue, ``"G01"``.
        code: As `guides explain` knows it.
    """

    number: str
    code: str
    check: GuideCheck
    hint: str


@dataclass(frozen=True, slots=True)
class Flaw:
    """A rule that a guide breaks: what is wrong, in a teacher's words, and a way out."""

    code: str
    message: str
    hint: str


def _minutes(guide: Guide, findings: Findings) -> Iterator[str]:
    total = sum(row.step.minutes for row in guide.steps)
    if guide.steps and total != guide.plan.minutes:
        yield f"the steps take {total} minutes and the plan has {guide.plan.minutes}"


def _time(guide: Guide, findings: Findings) -> Iterator[str]:
    """A question that is talked about takes minutes, and so does one that is written down."""
    for row in guide.steps:
        most = max(1, int(row.step.minutes / _SHORTEST_ANSWER))
        if len(row.questions) > most:
            time = f"{row.step.minutes} minutes"
            yield f"“{row.step.title}” has {time} for {len(row.questions)} questions"


def _words(guide: Guide, findings: Findings) -> Iterator[str]:
    if len(guide.words) > _MOST_WORDS_TO_KNOW:
        yield f"{len(guide.words)} words to know are more than anyone learns at once"
    for term in guide.words:
        meaning = term.definition.lower()
        if len(meaning.split()) > _LONGEST_DEFINITION:
            yield f"the definition of `{term.word}` has more than {_LONGEST_DEFINITION} words"
        if re.search(rf"\b{re.escape(term.word.lower())}\b", meaning):
            yield f"`{term.word}` is explained by itself"


def _credit(guide: Guide, findings: Findings) -> Iterator[str]:
    if not guide.credit.strip():
        yield "no source is known, so none is printed under the reading"


def _note(guide: Guide, findings: Findings) -> Iterator[str]:
    note, level = guide.care.content_note, guide.sensitivity.level
    if level and not note:
        yield f"the topic is at level {level} and there is no content note"
    if note and not level:
        yield "there is a content note and nothing to warn of"
    if len(note.split()) > _LONGEST_NOTE:
        yield f"the content note has {len(note.split())} words, more than {_LONGEST_NOTE}"
    if QUOTED.search(note):
        yield "the content note quotes the text"


def _pass(guide: Guide, findings: Findings) -> Iterator[str]:
    note = guide.care.content_note
    if guide.sensitivity.level and note and not re.search(r"\bpass\b|\bskip\b", note):
        yield "the content note does not say that anyone may pass"


def _helped(guide: Guide, findings: Findings) -> Iterator[str]:
    for question in guide.questions:
        notes = {
            "what to listen for": question.listen_for,
            "what to do when they are stuck": question.if_stuck,
            "how to press on": question.press,
        }
        lacking = [name for name, text in notes.items() if not text]
        if question.starred and lacking:
            yield f"starred question {question.number} does not say {lacking[0]}"


def _checked(guide: Guide, findings: Findings) -> Iterator[str]:
    """Every figure that a question repeats is one that the editor is asked to check."""
    told = [fold(check.text) for check in guide.checks]
    if findings.overview.genre in ("story", "poem"):
        return  # a tale's numbers are its own
    for question in guide.questions:
        for number in findings.numbers:
            text = fold(number.text)
            repeated = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", fold(question.text))
            if repeated and re.search(r"\d", text) and not any(text in line for line in told):
                yield f"question {question.number} repeats `{number.text}`, which nobody checks"


def _helpline(guide: Guide, findings: Findings) -> Iterator[str]:
    own = findings.document.front.sensitivity.support_contact
    lines = [guide.care.support, guide.care.closing, *guide.care.preparation]
    lines += [said for _, said in guide.care.scripts]
    for line in lines:
        found = _CALLED.search(line)
        if found and found.group() not in own:
            yield f"`{found.group().strip()}` is nobody's that the editor has named"


def _spellings(guide: Guide, findings: Findings) -> Iterator[str]:
    """Accents, hyphens and stops make two names of one; a group's names are its own matter."""
    forms: dict[str, set[str]] = defaultdict(set)
    for name in (*guide.people, *guide.organisations, *guide.places):
        plain = unicodedata.normalize("NFKD", name.name)
        forms["".join(letter for letter in plain if letter.isalnum()).casefold()].add(name.name)
    for spelled in forms.values():
        if len(spelled) > 1:
            both = " and ".join(f"`{form}`" for form in sorted(spelled))
            yield f"one name is spelled in two ways: {both}"


GUIDE_RULES: tuple[GuideRule, ...] = (
    GuideRule("G01", "minutes-left-over", _minutes, "change a step's minutes"),
    GuideRule("SET01", "too-little-time", _time, "star fewer questions, or give the step longer"),
    GuideRule("G03", "word-list", _words, "put a shorter entry in `glossary:` in the front matter"),
    GuideRule("G04", "no-credit", _credit, "write `title:`, `author:` and `url:` at the top"),
    GuideRule("G05", "content-note", _note, "write `content_note:` in the front matter"),
    GuideRule("G06", "no-right-to-pass", _pass, "end it with “You may pass on any question.”"),
    GuideRule("G07", "star-without-help", _helped, "add the note to the prompt, or take the star"),
    GuideRule("G09", "figure-unchecked", _checked, "check the figure against its source"),
    GuideRule("G11", "made-up-helpline", _helpline, "name it as `support_contact:`"),
    GuideRule("G12", "two-spellings", _spellings, "choose one spelling in the seed"),
)


def check_guide(guide: Guide, findings: Findings) -> tuple[Flaw, ...]:
    """Return everything in *guide* that breaks a rule, in the order of the table."""
    return tuple(
        Flaw(rule.code, message, rule.hint)
        for rule in GUIDE_RULES
        for message in rule.check(guide, findings)
    )


def leaked(guide: Guide, page: str) -> str:
    """Return a note for the facilitator that stands on a participants' page (G08), or nothing.

    Args:
        guide: The guide.
        page: The page as HTML.

    What the reading or a question says in the same words is no leak.
    """
    printed = fold(html.unescape(_TAG.sub(" ", page)))
    shown = [guide.document.text, *(f"{q.text} {q.pointer} {q.starter}" for q in guide.questions)]
    allowed = fold(" ".join(shown))
    for note in _notes(guide):
        words = fold(note)
        if len(words.split()) >= _A_NOTE and words in printed and words not in allowed:
            return note
    return ""


_TAG = re.compile(r"<[^>]*>")


def _notes(guide: Guide) -> Iterator[str]:
    for question in guide.questions:
        yield from (question.why, question.listen_for, question.if_stuck)
        yield from (question.press, question.watch_out)
    yield from guide.care.preparation
    for line in (*guide.care.cautions, *guide.care.scripts):
        yield from line
