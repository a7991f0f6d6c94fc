"""What a text offers to talk about, one class a kind; every finding has its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guides.model.document import Document
from guides.source import Span

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
        excused: True where the paragraph says why the speaker has no name.
        sensitive: True where it must not be repeated in a question or on a card.
        judging: True where it judges, demands or argues, and does not only tell.
        weighs: True where it says what is owed, fair, right or better: one can go along with it.
        alone: True where it names what it speaks of, so that it can be quoted by itself.
        continued: True where the speaker goes on right after it.
        pointed: True for a few words that speak of oneself, deny or turn something.
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
    excused: bool = False
    sensitive: bool = False
    judging: bool = False
    weighs: bool = False
    alone: bool = False
    continued: bool = False
    pointed: bool = False


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
        speaks: The paragraphs with words of theirs, ascending.
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
    speaks: tuple[int, ...] = ()
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
        reported: True where somebody found it out; a rule, a price and an example are not.
        sentence: The sentence that it stands in.
        alone: True where that can be quoted without the one before it.
        single: True where no other figure stands in it.
    """

    value: float | None = None
    unit: str = ""
    counts: str = ""
    qualifier: str = ""
    vague: bool = False
    people: bool = False
    deaths: bool = False
    sourced: bool = False
    reported: bool = False
    sentence: str = ""
    alone: bool = False
    single: bool = False


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
        answered: True where the next words answer it at once.
        quoted: True where it stands in quotation marks: somebody in the text asks it.
        weighs: True where it asks what something is good for, worth or meant to be, of nobody.
    """

    asker: str = ""
    label: str = ""
    best_paragraph: int = 0
    actors: tuple[str, ...] = ()
    audience: str = ""
    whole: bool = True
    answered: bool = False
    quoted: bool = False
    weighs: bool = False


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
        quoted: True where it is not the writer who turns, but somebody quoted.
    """

    marker: str
    paragraphs: tuple[int, ...] = ()
    opens_paragraph: bool = False
    before: str = ""
    after: str = ""
    whole: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause(Finding):
    """A reason that the text itself gives: both sides as printed.

    Attributes:
        alone: True where the effect can be quoted without the sentence before it.
    """

    marker: str
    cause: str = ""
    effect: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Finding):
    """A sentence that says something is so, on somebody's word.

    Attributes:
        origin: Who says so, as printed; empty where the writer does.
        doubt: The doubt words in the sentence, as printed: *reported*, *allegedly*.
        opinion: True for a judgement rather than a report.
        checkable: True where it has a figure, a cause, a comparison, an accusation or a forecast.
        held: True for a judgement that the writer holds and that can be read by itself.
        alone: True where the sentence can be quoted without the one before it.
    """

    origin: str = ""
    doubt: tuple[str, ...] = ()
    opinion: bool = False
    checkable: bool = False
    held: bool = False
    alone: bool = False

    @property
    def attributed(self) -> bool:
        """Whether somebody's word or a doubt stands behind it, and not only the writer."""
        return bool(self.origin or self.doubt) or not self.opinion


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Finding):
    """The doubt words of one paragraph, as printed, in order, without repeats.

    Attributes:
        words: The words.
        alone: True where the sentence of the first has them all and can be quoted by itself.
    """

    words: tuple[str, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Finding):
    """Somebody is asked to act.

    Attributes:
        caller: Who asks; empty where the writer does.
        actor: Who should act, as printed; may be empty.
        action: What they should do, starting with the bare verb; may be empty.
        settled: True where it is told of a year gone by, so that it has come out some way.
        alone: True where it can be quoted without the sentence before it.
        forbids: True where it says what should not be done.
    """

    caller: str = ""
    actor: str = ""
    action: str = ""
    settled: bool = False
    alone: bool = False
    forbids: bool = False


DecisionKind = Literal["decision", "promise", "proposal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Finding):
    """Somebody settles, promises or proposes something: the span is the whole sentence.

    Attributes:
        actor: Who does, as it prints inside a sentence: "the council".
        verb: As printed: "voted", "promised".
        kind: A promise can be kept or broken, a decision changed, a proposal turned down.
        settled: True where it is told of a year gone by.
    """

    actor: str
    verb: str
    kind: DecisionKind = "decision"
    settled: bool = False


ObjectionKind = Literal["objection", "concession"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection(Finding):
    """The writer speaks for the other side: the span is the whole sentence.

    Attributes:
        kind: An objection is put into words to be answered; a concession is granted.
    """

    kind: ObjectionKind = "objection"


MoveKind = Literal[
    "dispute", "evidence", "only", "even", "difference", "hope", "list", "whether", "regret",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Finding):
    """A sentence whose wording says what can be asked of it: the span is the whole sentence.

    Attributes:
        kind: ``only`` claims that there is no other way, ``evidence`` rests on studies, …
        word: What shows it, as printed, or the noun that it is said of: "always", "answer".
        speaker: Who says it, where it is not the writer.
        paragraphs: Where it stands.
    """

    kind: MoveKind
    word: str
    speaker: str = ""
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Finding):
    """What three people say, for readers to choose from: the span is the first of them.

    Attributes:
        picks: Their words in text order, each with who says them as its *word*.
        paragraphs: Where they stand, ascending.
    """

    picks: tuple[Passage, ...] = ()
    paragraphs: tuple[int, ...] = ()


StatementKind = Literal["demand", "condition", "judgement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Finding):
    """What the writer holds to be so in general; it can be quoted by itself.

    Attributes:
        kind: ``demand`` says what ought to be, ``condition`` what follows if.
    """

    kind: StatementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation(Finding):
    """A short form that the text uses and never spells out, at its first mention: "DAB"."""

    short: str


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
        word: The word that shows it, as printed ("I", "we"); of a whole paragraph, its first
            words. May be empty.
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
class Period(Finding):
    """A sentence that tells of a change between two dates, both as printed, in text order."""

    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant(Finding):
    """Different names that the text uses for one group.

    Attributes:
        forms: As printed, in order.
        label: ``"T1, T3"`` where some stand in the preface, else empty.
    """

    forms: tuple[str, ...]
    label: str = ""
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Finding):
    """A list in the body: how many points, and which paragraphs they are.

    Attributes:
        points: True where the text calls them reasons, ways, lessons, steps or the like.
        asked: True where they are demanded, asked for or recommended.
    """

    size: int
    paragraphs: tuple[int, ...] = ()
    ordered: bool = False
    points: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart(Finding):
    """A part of the body with a heading of its own.

    Attributes:
        span: The heading.
        paragraph: The first under it.
        heading: Its words, without a number before them.
        paragraphs: All of them under it.
        words: How many stand under it.
        asks: True where it is a question.
    """

    heading: str
    words: int = 0
    asks: bool = False
    paragraphs: tuple[int, ...] = ()


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
        shared: True where a telling word stands in both.
    """

    first: Quotation
    second: Quotation
    paragraphs: tuple[int, ...] = ()
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Character(Finding):
    """Somebody whom a story follows; the span is where they are first named.

    Attributes:
        name: As it prints inside a sentence: "the tin soldier", "Mr. Hale", "the narrator".
        times: How often the telling names them.
        paragraphs: Where, ascending.
        thoughts: How often the telling says of them by name that they thought or felt.
        narrator: True for whoever says "I" in the telling.
    """

    name: str
    times: int = 0
    paragraphs: tuple[int, ...] = ()
    narrator: bool = False
    thoughts: int = 0


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
        closed: True where yes, no or a number would do for an answer.
        length: How many words the answers have.
        several: True where several people answer it one after the other, as far as can be told.
    """

    asker: str = ""
    answerer: str = ""
    answers: tuple[int, ...] = ()
    closed: bool = False
    length: int = 0
    several: bool = False


Genre = Literal["article", "speech", "story", "poem", "talk", "letter", "how-to", "reference"]


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
        reordered: True where a later paragraph has an earlier date.
        institutions: Paragraphs with an organisation that acts.
        character: The person whom a story follows or a life is told of; empty elsewhere.
        called: What a question calls it: "story", "poem", "speech", "letter" or "text"; what
            somebody tells as "I" is a text, since it may be an essay as well.
        unit: What its parts are called: "paragraph", or "stanza" in a poem.
        life: True where somebody's life is told from birth on.
        whole_life: True where it is told to its end.
        open_letter: True for a letter that everybody may read.
        addressee: What a letter to one person calls them, such as "Samira"; empty elsewhere.
        mourns: True for a speech that remembers somebody who has died.
        concepts: Words that the text is about and explains, weightiest first, at most three.
        teaches: True where it explains its concepts as a schoolbook does: in bold, or in nobody's
            voice.
        reviews: True where it judges a book, a film or another work.
        work: The title of that work, or empty where it is not known.
        connected: Two of the concepts that stand in one sentence, or none.
        main_words: Four nouns that the text comes back to, those of its title first, or none.
        figures: Three figures that somebody found out, from different sentences, or none.
        figure_paragraphs: Where figures of any kind stand, eight paragraphs at most; none
            without *figures*.
        aside: Paragraphs that only serve the rest: sources, exercises.
        latest: The last year that the text names; 0 where it names none.
        main_voice: Who of the voices speaks in most paragraphs; empty where nobody does.
        room: The voice that speaks in most paragraphs and the one in fewest; empty where that is
            about the same.
        debaters: The two who say most in a meeting where people answer each other, or none.
        untold: Words of the editors' summary that stand nowhere in the text, in its order.
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
    reordered: bool = False
    institutions: tuple[int, ...] = ()
    character: str = ""
    called: str = "text"
    unit: str = "paragraph"
    life: bool = False
    whole_life: bool = False
    open_letter: bool = False
    addressee: str = ""
    mourns: bool = False
    concepts: tuple[str, ...] = ()
    teaches: bool = False
    reviews: bool = False
    work: str = ""
    connected: tuple[str, ...] = ()
    main_words: tuple[str, ...] = ()
    figures: tuple[Number, ...] = ()
    figure_paragraphs: tuple[int, ...] = ()
    aside: tuple[int, ...] = ()
    latest: int = 0
    main_voice: str = ""
    room: tuple[Name, ...] = ()
    debaters: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything in a text that is worth talking about, each kind in text order.

    Where several texts are read together, *texts* holds what was found in each by itself.
    """

    document: Document
    texts: tuple[Findings, ...] = ()
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
    objections: tuple[Objection, ...] = ()
    statements: tuple[Statement, ...] = ()
    endings: tuple[Passage, ...] = ()
    moves: tuple[Move, ...] = ()
    choices: tuple[Choice, ...] = ()
    key_sentences: tuple[Passage, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    figure_pairs: tuple[FigurePair, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    gaps: tuple[Gap, ...] = ()
    responses: tuple[Response, ...] = ()
    first_person: tuple[Passage, ...] = ()
    we_passages: tuple[Passage, ...] = ()
    key_passages: tuple[Passage, ...] = ()
    excerpts: tuple[Passage, ...] = ()
    one_to_many: tuple[Passage, ...] = ()
    repetitions: tuple[Repetition, ...] = ()
    loaded_words: tuple[LoadedWord, ...] = ()
    spoken_words: tuple[LoadedWord, ...] = ()  # the same inside quotations
    periods: tuple[Period, ...] = ()
    variants: tuple[Variant, ...] = ()
    listings: tuple[Listing, ...] = ()
    parts: tuple[TextPart, ...] = ()
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
    recurrences: tuple[Repetition, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    remarks: tuple[Passage, ...] = ()
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
    "objection": "objections",
    "statement": "statements",
    "ending": "endings",
    "move": "moves",
    "choice": "choices",
    "key_sentence": "key_sentences",
    "abbreviation": "abbreviations",
    "figure_pair": "figure_pairs",
    "comparison": "comparisons",
    "gap": "gaps",
    "response": "responses",
    "first_person_passage": "first_person",
    "we_passage": "we_passages",
    "key_passage": "key_passages",
    "excerpt": "excerpts",
    "turn_to_many": "one_to_many",
    "repetition": "repetitions",
    "loaded_word": "loaded_words",
    "spoken_word": "spoken_words",
    "period": "periods",
    "variant": "variants",
    "listing": "listings",
    "part": "parts",
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
    "recurrence": "recurrences",
    "exchange": "exchanges",
    "remark": "remarks",
}
