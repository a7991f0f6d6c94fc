"""The values that flow, in the order in which they are made.

read → `Document`, find → `Findings`, fill → `Question` (a candidate), choose → `Guide`.
Three more are written by people, as YAML: `Prompt`, `Plan` and `FrontMatter`; their
docstrings are the descriptions that editors show.

Everything is frozen. A `Span` in a finding points into `Document.source`, whose text is
the reading itself, so offsets in findings are offsets into `Document.text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from guides.problems import Problem
from guides.source import Source, Span

# ---------------------------------------------------------------- read

BlockKind = Literal["heading", "paragraph", "item", "stanza", "turn", "row", "caption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item, stanza, turn of talk or table row.

    Attributes:
        kind: What it is on the page.
        number: The number printed in the margin, from 1, running through the whole
            reading; None for what nobody needs to point at (headings, captions).
        span: The words, in `Document.source`.
        sentences: The sentences inside *span*, in order, at least one.
        level: 1-6 for a heading, depth from 1 for a list item, else 0.
        speaker: Who speaks, in a transcript or interview; empty elsewhere.
    """

    kind: BlockKind
    number: int | None
    span: Span
    sentences: tuple[Span, ...]
    level: int = 0
    speaker: str = ""

    @property
    def text(self) -> str:
        """The words, exactly as they stand in the document's text."""
        return self.span.text


PartKind = Literal["summary", "question", "statement", "pointer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing said in a note of the preface: each question stands alone."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One bullet of the editors' preface, labelled T1, T2, … on the page."""

    label: str
    span: Span
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preface:
    """What the republisher wrote above the article, such as "Giving Compass' Take".

    Attributes:
        heading: The label as printed, which is never the title of the text.
        publisher: Whose voice it is, e.g. ``"Giving Compass"``.
        notes: In order.
    """

    heading: str
    publisher: str
    notes: tuple[Note, ...]

    def parts(self, kind: PartKind) -> Iterator[tuple[Note, Part]]:
        """Yield every part of one kind with the note it stands in."""
        for note in self.notes:
            for part in note.parts:
                if part.kind == kind:
                    yield note, part


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitivityChoice:
    """An editor's decision about a hard topic, which wins over what was found.

    Attributes:
        level: 0 to 3; a level below the one found needs a reason.
        reason: Why the level was lowered; printed in the facilitator guide.
        content_note: Replaces the note on the handout.
        support_contact: Whom people can turn to; a blank line is printed without it.
        safe_lines: Paragraphs that may be quoted on cards.
    """

    level: Literal[0, 1, 2, 3] | None = None
    reason: str = ""
    content_note: str = ""
    support_contact: str = ""
    safe_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What an editor says about a seed, between ``---`` lines at its top.

    Attributes:
        title: The title of the text, where the text does not give one.
        author: Who wrote it; several names are parted by commas.
        publisher: Who published it first.
        url: Where the whole text can be read.
        date: When it was published, as it should be printed.
        language: A tag such as `en` or `es`; found from the words without it.
        rights: The permission line to print; `cite-only` keeps the reading off the page.
        plan: The id of the session plan that `guides build` uses.
        sensitivity: Your decision about a hard topic.
        glossary: Words to know, each with the definition to print.
    """

    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    date: str = ""
    language: str = ""
    rights: str = ""
    plan: str = ""
    sensitivity: SensitivityChoice = SensitivityChoice()
    glossary: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A seed, read.

    Attributes:
        source: The reading in clean characters; every finding points into it.
        title: As given, else derived from the source line or the first words.
        title_derived: True where the text itself has no title.
        topic: What the source line says the text is about; may be empty.
        authors: Full names, in order; may be empty.
        publisher: Who published it first; may be empty.
        url: Empty or an http(s) address.
        date: As the editor or the file gives it; never guessed.
        language: A primary language tag, ``"en"``; ``"und"`` where it cannot be told.
        blocks: The body, in order, without preface, source line or site furniture.
        preface: The republisher's notes, or None.
        source_line: "Read the full article …", or None.
        excerpt: True where the source line says there is more to read.
        front: The editor's front matter.
        repairs: What was assumed or mended, one sentence each, for `--reading`.
        dropped: Site furniture that is not part of the reading.
        problems: What the editor should put right; never stops the reading.
    """

    source: Source
    title: str
    title_derived: bool
    topic: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    date: str = ""
    language: str = "en"
    blocks: tuple[Block, ...] = ()
    preface: Preface | None = None
    source_line: Span | None = None
    excerpt: bool = False
    front: FrontMatter = FrontMatter()
    repairs: tuple[str, ...] = ()
    dropped: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """What offsets in findings count in."""
        return self.source.text

    @property
    def numbered(self) -> tuple[Block, ...]:
        """The blocks that a question can point at, in the order of their numbers."""
        return tuple(block for block in self.blocks if block.number is not None)


# ---------------------------------------------------------------- find

SpeakerKind = Literal["person", "organisation", "group", "unnamed", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in the text worth asking about, with its evidence.

    Attributes:
        span: The evidence, in `Document.source`.
        paragraph: The number printed in the margin; 0 inside the preface.
        confidence: 0 to 1; what is unsure is left out or left anonymous.
    """

    span: Span
    paragraph: int
    confidence: float = 1.0

    @property
    def text(self) -> str:
        """The evidence, exactly as it stands in the text."""
        return self.span.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Finding):
    """Words that the text gives as somebody's own, without the quotation marks.

    Attributes:
        speaker: A full name, or the text's own words for an unnamed speaker
            ("one Chechen man"); empty where it is not sure who speaks.
        speaker_kind: ``unnamed`` is a described person, ``unknown`` nobody at all.
        paragraphs: The quotation's paragraph and that of its attribution, ascending.
        mention: The words that name the speaker beside the quotation, or None.
        verb: The reporting verb as printed, e.g. ``"claimed"``; may be empty.
        strong_verb: True for a verb that takes a side: claimed, insisted, admitted, …
        words: Length in words.
        partial: True for a piece of a statement that the writer completes.
        dated: True where the text says when it was said.
        denial: True where the speaker denies something others report.
        opening: True where the reading begins with it.
        sensitive: True where it must not be repeated in a question or on a card.
        judging: True where it judges, demands or argues, and does not only tell.
    """

    speaker: str = ""
    speaker_kind: SpeakerKind = "unknown"
    paragraphs: tuple[int, ...] = ()
    mention: Span | None = None
    verb: str = ""
    strong_verb: bool = False
    words: int = 0
    partial: bool = False
    dated: bool = False
    denial: bool = False
    opening: bool = False
    sensitive: bool = False
    judging: bool = False


NameKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Finding):
    """A person, organisation or place, at its first mention.

    Attributes:
        name: The fullest form that the text gives.
        called: The same as it stands inside a sentence: "the UN Human Rights Council".
        kind: What it names.
        role: What the text says they are, as printed; may be empty.
        paragraphs: Every paragraph that mentions it, ascending.
        mentions: Every mention, in order.
        quoted: True where words of theirs are quoted.
        acts: True where the text says that they did, said or decided something.
        accused: True where the text reports a wrong of theirs or they deny one.
    """

    name: str
    kind: NameKind
    called: str = ""
    role: str = ""
    paragraphs: tuple[int, ...] = ()
    mentions: tuple[Span, ...] = ()
    quoted: bool = False
    acts: bool = False
    accused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Finding):
    """People whom the text mentions without naming: women, tenants, Russian authorities.

    Attributes:
        name: The words the text uses, without an article.
        paragraphs: Every paragraph that mentions them, ascending.
        quoted: True where one of them, or all, are quoted.
        target: True where the text describes harm done to them.
    """

    name: str
    paragraphs: tuple[int, ...] = ()
    quoted: bool = False
    target: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Finding):
    """A quantity with its qualifier, unit and what it counts: "over 95 percent of tenants".

    Attributes:
        value: The number itself; None for a vague quantity.
        unit: "percent", "$", "years", … or empty.
        counts: What is counted, as printed; may be empty.
        qualifier: "about", "more than", …; may be empty.
        vague: True for "hundreds of", "many", "a growing number of".
        people: True where people are counted.
        deaths: True where deaths are counted.
        sourced: True where the sentence says whose number it is.
    """

    value: float | None = None
    unit: str = ""
    counts: str = ""
    qualifier: str = ""
    vague: bool = False
    people: bool = False
    deaths: bool = False
    sourced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePair(Finding):
    """Two figures that one sentence gives side by side, at least one of them a share."""

    first: Number
    second: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Finding):
    """A date as the text gives it.

    Attributes:
        iso: ``2019-02-13``, ``2019-02`` or ``2019``; empty for a relative date.
        relative: True for "In February" or "the following month": no year is ever added.
    """

    iso: str = ""
    relative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion(Finding):
    """A question that the text or its preface asks.

    Attributes:
        asker: Who asks, as it can be printed at the start of a sentence.
        label: ``"T2"`` inside the preface, else empty.
        best_paragraph: Where the best evidence for an answer stands; 0 where none does.
        actors: Those who are asked to act ("individuals", "communities", "governments").
        audience: "donors", "funders", … where it is addressed to some, else empty.
        whole: True where it can be understood without the sentence before it.
    """

    asker: str = ""
    label: str = ""
    best_paragraph: int = 0
    actors: tuple[str, ...] = ()
    audience: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast(Finding):
    """Two ideas that the text sets against each other; the span is whole sentences.

    Attributes:
        marker: The word that turns the thought, as printed, e.g. ``"Yet"``.
        paragraphs: Where the two sides stand, ascending.
        opens_paragraph: True where the marker is a paragraph's first word.
        before: One side, as printed.
        after: The other side, as printed.
        whole: True where both sides can be read as sentences of their own.
    """

    marker: str
    paragraphs: tuple[int, ...] = ()
    opens_paragraph: bool = False
    before: str = ""
    after: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause(Finding):
    """A reason that the text itself gives: both sides as printed."""

    marker: str
    cause: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Finding):
    """A sentence that says something is so, on somebody's word.

    Attributes:
        origin: Who says so, as printed; empty where the writer does.
        doubt: The doubt words in the sentence, as printed: *reported*, *allegedly*.
        opinion: True for a judgement rather than a report.
    """

    origin: str = ""
    doubt: tuple[str, ...] = ()
    opinion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Finding):
    """The doubt words of one paragraph, as printed, in order, without repeats."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Finding):
    """Somebody is asked to act.

    Attributes:
        caller: Who asks; empty where the writer does.
        actor: Who should act, as printed; may be empty.
        action: What they should do, starting with the bare verb; may be empty.
    """

    caller: str = ""
    actor: str = ""
    action: str = ""


DecisionKind = Literal["decision", "promise", "proposal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Finding):
    """Somebody settles, promises or proposes something: the span is the whole sentence.

    Attributes:
        actor: Who does, as it prints inside a sentence: "the council".
        verb: As printed: "voted", "promised".
        kind: A promise can be kept or broken, a decision changed, a proposal turned down.
    """

    actor: str
    verb: str
    kind: DecisionKind = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Finding):
    """Two or more actors set side by side for what they did: names as printed."""

    actors: tuple[str, ...]
    marker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Finding):
    """A statement, and what followed in spite of it; *paragraphs* holds both."""

    marker: str
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Finding):
    """A passage in which somebody acts against a harm."""

    actor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Finding):
    """A stretch of text with one quality: first person, "we", one person to many.

    Attributes:
        word: The word that shows it, as printed ("I", "we"); may be empty.
        paragraphs: Where it stands, ascending.
    """

    word: str = ""
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition(Finding):
    """A word that the text comes back to.

    Attributes:
        word: In its commonest printed form.
        times: How often, in any form.
        paragraphs: Where, ascending.
    """

    word: str
    times: int = 0
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedWord(Finding):
    """A word that judges as it names.

    Attributes:
        word: As printed.
        plainer: A neutral word that fits the same place; may be empty.
    """

    word: str
    plainer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant(Finding):
    """Different names that the text uses for one group: forms as printed, in order."""

    forms: tuple[str, ...]
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Finding):
    """A list in the body: how many points, and which paragraphs they are."""

    size: int
    paragraphs: tuple[int, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBound(Finding):
    """Something that may have stopped being true: *word* is still, now, has not, recent."""

    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip(Finding):
    """A likely slip in the source, shown to the editor and never printed in a question.

    Attributes:
        guess: What was probably meant, e.g. ``"deaths as"``; may be empty.
    """

    guess: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Finding):
    """A word to know.

    Attributes:
        word: As a dictionary lists it, or as printed for a fixed phrase.
        definition: At most 15 words; empty where none is sure: a blank is printed.
        paragraphs: Every paragraph that uses it, ascending.
        weight: How much the text needs it; higher comes first.
    """

    word: str
    definition: str = ""
    paragraphs: tuple[int, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTerm:
    """A word or phrase that the text is about, with a weight that orders them."""

    term: str
    weight: float
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLevel:
    """How hard the text is to read.

    Attributes:
        grade_low: US school grade, the easy end of the range, at least 1.
        grade_high: The hard end; 16 stands for college and beyond.
        words: Words in the body.
    """

    grade_low: int
    grade_high: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveMatch(Finding):
    """One hit of a word list; weight 3 counts alone, 2 with another, 1 is context."""

    category: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """How much care the topic needs.

    Attributes:
        level: 0 nothing, 1 notice, 2 care, 3 high care; the editor's choice if there is one.
        found: The level that the words alone give.
        categories: Ids of the categories that count, strongest first.
        labels: The same, in words for a content note.
        matches: Every hit, in text order.
        checked: False where the language is not English: nothing was looked for.
        dehumanising: True where the text quotes or uses words that deny someone's humanity.
    """

    level: int = 0
    found: int = 0
    categories: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    matches: tuple[SensitiveMatch, ...] = ()
    checked: bool = True
    dehumanising: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Finding):
    """Two quotations about one matter, by two speakers that the text tells apart.

    Attributes:
        first: The earlier one.
        second: The later one.
        paragraphs: Where both stand, ascending.
    """

    first: Quotation
    second: Quotation
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Character(Finding):
    """Somebody whom a story follows; the span is where they are first named.

    Attributes:
        name: As it prints inside a sentence: "the tin soldier", "Mr. Hale", "the narrator".
        times: How often the telling names them.
        paragraphs: Where, ascending.
        narrator: True for whoever says "I" in the telling.
    """

    name: str
    times: int = 0
    paragraphs: tuple[int, ...] = ()
    narrator: bool = False


DeedKind = Literal["choice", "act", "feeling", "thought"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(Finding):
    """What a character of a story does, feels or wants, from the verb on: "took the key".

    Attributes:
        actor: The character's name, as it prints inside a sentence, before the words.
        verb: As printed: "refused", "wept".
        kind: ``choice`` could have gone another way; ``feeling`` shows on the outside.
        narrator: True for whoever says "I": the words begin with it.
    """

    actor: str
    verb: str
    kind: DeedKind = "act"
    narrator: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange(Finding):
    """A question in a conversation, which is the span, and where it is answered.

    Attributes:
        asker: The label of who asks; empty where turns have none.
        answerer: The label of who answers first; empty where turns have none.
        answers: The paragraphs up to the next question, ascending, at most four.
    """

    asker: str = ""
    answerer: str = ""
    answers: tuple[int, ...] = ()


Genre = Literal["article", "speech", "story", "poem", "talk", "how-to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the findings say together; paragraph numbers ascending.

    Attributes:
        genre: What kind of text it is; "article" where nothing tells.
        key_paragraphs: The two or three that carry most of what is found.
        evidence: Where something is reported, counted or quoted, denials left out.
        harm: Where harm to people is described.
        speakers: Who is quoted, each once, only those who can be named or described.
        voices: People who are quoted under their names, each once.
        unquoted: Groups that are mentioned and never quoted, at most three.
        unquoted_paragraphs: Where they stand.
        dated: Paragraphs with a date.
        institutions: Paragraphs with an organisation that acts.
        character: The person a story follows; empty elsewhere.
    """

    genre: Genre = "article"
    key_paragraphs: tuple[int, ...] = ()
    evidence: tuple[int, ...] = ()
    harm: tuple[int, ...] = ()
    speakers: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    unquoted: tuple[str, ...] = ()
    unquoted_paragraphs: tuple[int, ...] = ()
    dated: tuple[int, ...] = ()
    institutions: tuple[int, ...] = ()
    character: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything in a text that is worth talking about, each kind in text order."""

    document: Document
    quotations: tuple[Quotation, ...] = ()
    scare_quotes: tuple[Passage, ...] = ()
    people: tuple[Name, ...] = ()
    organisations: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    groups: tuple[Group, ...] = ()
    numbers: tuple[Number, ...] = ()
    dates: tuple[Date, ...] = ()
    dateline: tuple[Date, ...] = ()  # above the body, so in paragraph 0: when it was published
    questions: tuple[AskedQuestion, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    causes: tuple[Cause, ...] = ()
    claims: tuple[Claim, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    calls: tuple[Call, ...] = ()
    decisions: tuple[Decision, ...] = ()
    figure_pairs: tuple[FigurePair, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    gaps: tuple[Gap, ...] = ()
    responses: tuple[Response, ...] = ()
    first_person: tuple[Passage, ...] = ()
    we_passages: tuple[Passage, ...] = ()
    one_to_many: tuple[Passage, ...] = ()
    repetitions: tuple[Repetition, ...] = ()
    loaded_words: tuple[LoadedWord, ...] = ()
    variants: tuple[Variant, ...] = ()
    listings: tuple[Listing, ...] = ()
    time_bound: tuple[TimeBound, ...] = ()
    slips: tuple[Slip, ...] = ()
    vocabulary: tuple[Term, ...] = ()
    key_terms: tuple[KeyTerm, ...] = ()
    pairs: tuple[Pair, ...] = ()
    characters: tuple[Character, ...] = ()
    deeds: tuple[Deed, ...] = ()
    feelings: tuple[Passage, ...] = ()
    moments: tuple[Passage, ...] = ()
    images: tuple[Passage, ...] = ()
    verse_lines: tuple[Passage, ...] = ()
    refrains: tuple[Repetition, ...] = ()
    emblems: tuple[Repetition, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    reading: ReadingLevel = ReadingLevel(grade_low=1, grade_high=1, words=0)
    sensitivity: Sensitivity = Sensitivity()
    overview: Overview = Overview()


# The name that a prompt uses for one finding of a kind → the field that holds them all.
SLOTS: dict[str, str] = {
    "quotation": "quotations",
    "scare_quote": "scare_quotes",
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "group": "groups",
    "number": "numbers",
    "date": "dates",
    "question": "questions",
    "contrast": "contrasts",
    "cause": "causes",
    "claim": "claims",
    "doubt": "doubts",
    "call": "calls",
    "decision": "decisions",
    "figure_pair": "figure_pairs",
    "comparison": "comparisons",
    "gap": "gaps",
    "response": "responses",
    "first_person_passage": "first_person",
    "we_passage": "we_passages",
    "turn_to_many": "one_to_many",
    "repetition": "repetitions",
    "loaded_word": "loaded_words",
    "variant": "variants",
    "listing": "listings",
    "term": "vocabulary",
    "time_claim": "time_bound",
    "pair": "pairs",
    "character": "characters",
    "deed": "deeds",
    "feeling": "feelings",
    "moment": "moments",
    "image": "images",
    "verse_line": "verse_lines",
    "refrain": "refrains",
    "emblem": "emblems",
    "exchange": "exchanges",
}

# ---------------------------------------------------------------- prompts and plans

Stage = Literal["before", "during", "after", "act", "reflect"]
Family = Literal[
    "notice", "quotations", "numbers", "people", "power", "stakeholders", "time-cause",
    "claims", "absent", "words", "structure", "purpose", "embedded", "connect", "act",
    "close", "exit", "story", "verse", "speech", "process",
]  # fmt: skip
Bloom = Literal["remember", "understand", "apply", "analyze", "evaluate", "create"]
Form = Literal["question", "completion", "list", "scale", "private"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt template: a question and what the text must offer for it.

    Attributes:
        id: A short stable name; the facilitator guide prints it so that you can find the prompt.
        family: What kind of question it is; a guide mixes families.
        stage: When it is asked: before reading, during, after, to act, or to close.
        text_dependent: True where nobody can answer well without this text.
        needs: Expressions about the findings that must all be true.
        avoid_if: Expressions about the findings; any true one drops the prompt.
        bloom: Level in the revised Bloom taxonomy, as you judge it.
        depth: Webb's depth of knowledge, 1 to 4, as you judge it.
        ask: One question, with slots such as `{{ contrast.marker }}`.
        point: Where the evidence is; printed small beside the question.
        starter: How an answer could begin; printed in italics.
        why: For the facilitator, why it is worth asking.
        listen_for: For the facilitator, the range of good answers.
        if_stuck: For the facilitator, a smaller step.
        press: For the facilitator, what to ask next.
        watch_out: For the facilitator, what can go wrong.
        form: A question, or a completion, list, scale or private line.
        weight: Lifts (or lowers) the prompt among candidates that are equally good.
        lines: Ruled lines to write on.
        standards: Tags of school standards that the prompt serves.
    """

    id: str
    family: Family
    stage: Stage
    text_dependent: bool
    bloom: Bloom
    depth: Literal[1, 2, 3, 4]
    ask: str
    listen_for: str
    needs: tuple[str, ...] = ()
    avoid_if: tuple[str, ...] = ()
    point: str = ""
    starter: str = ""
    why: str = ""
    if_stuck: str = ""
    press: str = ""
    watch_out: str = ""
    form: Form = "question"
    weight: float = 0.0
    lines: int = 3
    standards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the handout and the questions under it.

    Attributes:
        title: As printed: "Get clear".
        stage: Only prompts of this stage are asked here.
        count: How many questions to print, exactly.
        starred: How many of them the group discusses.
        families: Only these families; empty for any.
        first: Ids of prompts to take first where they fit.
        lines: Ruled lines under each question; 0 lets the prompt decide.
    """

    title: str
    stage: Stage
    count: int
    starred: int = 0
    families: tuple[Family, ...] = ()
    first: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A row of the run of show.

    Attributes:
        title: What happens: "Read and mark".
        minutes: How long it takes.
        grouping: alone, pairs, fours, whole group.
        lead: What you do or say, one sentence.
        group: What they do, one sentence.
        section: The title of the section whose starred questions are discussed.
        if_late: True where it can be cut; opening and closing never are.
    """

    title: str
    minutes: int
    grouping: str = ""
    lead: str = ""
    group: str = ""
    section: str = ""
    if_late: bool = False


Edition = Literal["handout", "facilitator-guide"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A session plan: minutes, stages, how many of which prompts, which editions.

    Attributes:
        id: The file's name without its ending.
        title: As printed.
        audience: Whom it is for.
        group_size: "12 to 35 people".
        minutes: The whole session; the steps must add up to it.
        aims: What people can do by the end, two or three.
        materials: What to bring.
        sections: The handout, in order.
        steps: The run of show, in order.
        editions: What is printed.
        words: How many words to know.
        adapt: Ways to make it shorter, longer, easier, remote: one sentence each.
    """

    id: str
    title: str
    minutes: int
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    audience: str = ""
    group_size: str = ""
    aims: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ("handout", "facilitator-guide")
    words: int = 7
    adapt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """An entry of the glossary in `templates/words/`.

    Attributes:
        word: The headword, or a fixed phrase.
        definition: At most 15 words, simpler than the word, for its commonest sense.
        part: noun, verb, adjective or adverb, where it matters.
        forms: Irregular forms that plain endings would not find.
        cues: Words nearby that pick the first sense.
        second: The other common sense.
        second_cues: Words nearby that pick the second sense.
    """

    word: str
    definition: str
    part: str = ""
    forms: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    second: str = ""
    second_cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveCategory:
    """A kind of hard topic and the words that show it.

    Attributes:
        id: A short name, such as `persecution`.
        label: In words that fit "This reading describes …".
        violent: True where violence, persecution, abuse or suicide is meant: level 2.
        alone: Words and stems (`murder*`) that count by themselves.
        together: Words that count with another hit of the category.
        context: Words that only colour the others.
    """

    id: str
    label: str
    violent: bool = False
    alone: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedEntry:
    """A word that judges as it names, and a neutral word for the same place."""

    word: str
    plainer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """Everything that finding needs to know about words, from `templates/`.

    Attributes:
        words: The glossary.
        sensitive: The categories of hard topics.
        benign: Phrases that only look hard ("killer app"); masked before looking.
        loaded: Words that judge as they name.
    """

    words: tuple[Word, ...] = ()
    sensitive: tuple[SensitiveCategory, ...] = ()
    benign: tuple[str, ...] = ()
    loaded: tuple[LoadedEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLine:
    """A line that a guide carries from a sensitivity level on."""

    text: str
    level: Literal[0, 1, 2, 3] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """What not to ask or do, why, and what to do instead, from a level on."""

    avoid: str
    because: str
    instead: str
    level: Literal[0, 1, 2, 3] = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A situation and what a facilitator can say, from a level on."""

    when: str
    say: str
    level: Literal[0, 1, 2, 3] = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CareTexts:
    """The words of `templates/care/care.yaml`, chosen from by level.

    Attributes:
        content_note: With the slots `{{ labels }}` and `{{ dehumanising }}`.
        agreements: To read out; the last line is left open.
        preparation: Before the session.
        cautions: What not to ask or do.
        scripts: What to say if it gets hard.
        support: With a blank where nobody is named.
        grounding: A half-minute pause, at level 3.
        closing: The closing line, from level 2 on.
        notice: Said where nobody has reviewed the level.
        unchecked: Said where the language could not be checked.
    """

    content_note: str
    agreements: tuple[CareLine, ...]
    preparation: tuple[CareLine, ...]
    cautions: tuple[Caution, ...]
    scripts: tuple[Script, ...]
    support: str
    grounding: str
    closing: str
    notice: str
    unchecked: str


# ---------------------------------------------------------------- fill and choose


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The chosen questions with everything a session needs.

    Attributes:
        document: The reading.
        plan: The plan it follows.
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
        missing: What the plan asked for and the text could not give, one sentence each.
    """

    document: Document
    plan: Plan
    sections: tuple[GuideSection, ...]
    steps: tuple[GuideStep, ...] = ()
    words: tuple[Term, ...] = ()
    sensitivity: Sensitivity = Sensitivity()
    care: Care = Care()
    checks: tuple[Check, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    people: tuple[Name, ...] = ()
    organisations: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    reading: ReadingLevel = ReadingLevel(grade_low=1, grade_high=1, words=0)
    reading_minutes: int = 1
    credit: str = ""
    missing: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order of their numbers."""
        return tuple(question for section in self.sections for question in section.questions)
