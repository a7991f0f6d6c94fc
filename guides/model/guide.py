"""What is asked and printed: candidates, chosen questions, and the guide around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from guides.model.document import Document
from guides.model.findings import Genre, Name, ReadingLevel, Sensitivity, Term
from guides.model.templates import Plan, Prompt, Stage, Step
from guides.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A filled prompt: a candidate while number is 0, a question of the guide after that.

    Attributes:
        prompt: The prompt it came from.
        text: What is asked, ready to print.
        pointer: Where the evidence is, short: ``"¶6, 8"`` or ``"Whole text"``.
        paragraphs: The paragraphs that text and pointer name, ascending.
        paragraph: The one that it is about; 0 where it is about the whole text.
        starter: How an answer could begin.
        why: For the facilitator only, like the four fields after it.
        evidence: The findings' places that fill its slots.
        specific: True where it says something that only this text has.
        tension: How many ideas pull apart in it: contrast, denial, doubt, gap.
        score: What choosing went by.
        number: As printed, from 1.
        starred: True where the group discusses it.
        lines: Ruled lines to write on.
    """

    prompt: Prompt
    text: str
    pointer: str = ""
    paragraphs: tuple[int, ...] = ()
    paragraph: int = 0
    starter: str = ""
    why: str = ""
    listen_for: str = ""
    if_stuck: str = ""
    press: str = ""
    watch_out: str = ""
    evidence: tuple[Span, ...] = ()
    specific: bool = False
    tension: int = 0
    score: float = 0.0
    number: int = 0
    starred: bool = False
    lines: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSection:
    """A heading of the handout with the chosen questions under it."""

    title: str
    stage: Stage
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideStep:
    """A row of the run of show: *start* is minutes from the beginning."""

    start: int
    step: Step
    questions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Something a person must check before the guide is used.

    Attributes:
        kind: "Number", "Table", "Date", "Relative date", "Undated quotation", "May have
            changed" or "Slip".
        text: The words as printed in the reading.
        paragraphs: Where they stand, ascending; empty in a table, 0 in the preface.
        ask: What to check, one short sentence.
    """

    kind: str
    text: str
    paragraphs: tuple[int, ...]
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """The words that a hard topic adds; all empty at level 0.

    Attributes:
        content_note: On the handout, before anything else.
        agreements: Lines to read out, the last one left open.
        preparation: For the facilitator, before the session.
        cautions: What not to ask or do, why, and what to do instead.
        scripts: A situation and what to say.
        support: The line about whom to turn to, with a blank where nobody is named.
        grounding: An optional half-minute pause; empty below level 3.
        closing: The closing line; may be empty.
        notice: What the facilitator must know about how the topic was checked.
    """

    content_note: str = ""
    agreements: tuple[str, ...] = ()
    preparation: tuple[str, ...] = ()
    cautions: tuple[tuple[str, str, str], ...] = ()
    scripts: tuple[tuple[str, str], ...] = ()
    support: str = ""
    grounding: str = ""
    closing: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One dated or undated event, in the order of the text: *when* is as printed."""

    when: str
    event: str
    paragraph: int
    dated: bool


_NOT_READ = ReadingLevel(grade_low=1, grade_high=1, words=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The chosen questions with everything a session needs.

    Attributes:
        document: The reading.
        plan: The plan it follows.
        genre: What kind of text it is.
        sections: In order; numbers run through.
        steps: The run of show; minutes add up to the plan's.
        words: Words to know, those with a definition first.
        sensitivity: Level and evidence.
        care: What the level adds.
        checks: Everything a person must check, in text order.
        timeline: Dated and undated events.
        people: Who is in the text, with their roles; organisations and places likewise.
        reading: Words and grades.
        reading_minutes: Silent reading with marking, at least 1.
        credit: The source line to print, with author and publisher.
        credits: That of each text, where several are read together.
        missing: What the plan asked for and the text could not give, one sentence each.
    """

    document: Document
    plan: Plan
    sections: tuple[GuideSection, ...]
    genre: Genre = "article"
    steps: tuple[GuideStep, ...] = ()
    words: tuple[Term, ...] = ()
    sensitivity: Sensitivity = field(default_factory=Sensitivity)
    care: Care = Care()
    checks: tuple[Check, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    people: tuple[Name, ...] = ()
    organisations: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    reading: ReadingLevel = _NOT_READ
    reading_minutes: int = 1
    credit: str = ""
    credits: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order of their numbers."""
        return tuple(question for section in self.sections for question in section.questions)
