"""A whole guide made by hand, for tests of the page.

The reading is the user's own seed. Everything else is what the program is meant to make of
it: eleven questions, six of them starred, in the plan for one lesson, with the care that
its topic needs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal

from guides.model import (
    Block,
    BlockKind,
    Care,
    Check,
    Document,
    FrontMatter,
    Guide,
    GuideSection,
    GuideStep,
    Name,
    Note,
    Part,
    PartKind,
    Plan,
    Preface,
    Prompt,
    Question,
    ReadingLevel,
    Section,
    Sensitivity,
    Stage,
    Step,
    Term,
    TimelineRow,
)
from guides.source import Source, Span

# The editions that have fields to fill in on a screen.
FORMS = (
    "handout",
    "exit-tickets",
    "known-table",
    "evidence-sheet",
    "three-columns",
    "talk-map",
    "run-of-show",
    "facilitator-guide",
)

SEED = "seeds/lgbtqi-communities-in-chechnya.txt"

PREFACE = (
    (
        "Levi Jackman highlights the plight of LGBTQI communities in Chechnya and the ways in "
        "which the global community is -and is not - stepping up to help them."
    ),
    (
        "What are the immediate and long-term needs of the LGBTQI communities in Chechnya? How can "
        "individuals, communities, and governments support sustainable solutions to this problem?"
    ),
    "Learn about successful efforts to move the needle on opinions of LGBTQ rights",
)

PARAGRAPHS = (
    "“They told me I wasn’t a human being and deserved to be murdered.”",
    (
        "This is what one Chechen man told a reporter in 2017 after being kidnapped and brutalized "
        "for being gay."
    ),
    (
        "I first learned about the Chechen government’s horrific anti-LGBTI crimes against "
        "humanity after hearing this man’s story on NPR. This quote in particular stopped me in "
        "my tracks."
    ),
    "And then I learned that he was just one of many survivors of such harassment and violence.",
    (
        "Since the Russian republic of Chechnya began its purge of queer people in 2017, hundreds"
        " of LGBTI refugees are seeking safety in more LGBTI-friendly countries, but not without "
        "consequence. Even when granted asylum in new countries, these refugees continue to live "
        "in hiding and fear for their loved ones living back home being identified, held, or "
        "executed in the very detention facilities they fled in Chechnya."
    ),
    (
        "In February, the UN Office of the High Commissioner for Human Rights issued a public "
        "condemnation of the persecution and called on Russian authorities to investigate the "
        "situation, which includes two reported deathsas a result of torture. UN experts noted "
        "that “abuse inflicted on victims has allegedly become more cruel and violent compared "
        "with reports from 2017. It is no longer only gay men in Chechnya who are being targeted,"
        " but women also.”"
    ),
    (
        "The following month, 30 UN member states delivered a joint statement at the UN Human "
        "Rights Council in Geneva that expressed “deep concern about recent reports concerning "
        "the renewed persecution of LGBTI persons in Chechnya.”"
    ),
    (
        "Yet the identity-driven hate and trauma they’ve endured continues without real "
        "consequences in Chechnya. In fact, when the Chechen government was questioned on the "
        "matter, Chechen leader Ramzan Kadyrov claimed there are no gay men in Chechnya, saying: "
        "“We don’t have those kinds of people here.”"
    ),
    (
        "While Canada and the Netherlands have stepped up to offer asylum to these refugees, the "
        "U.S. government has not."
    ),
)

SOURCE_LINE = (
    "Read the full article about LGBTQI communities in Chechnya by Levi Jackman at United "
    "Nations Foundation."
)

# One entry: kind of block, its words, and what else is known of it.
Row = tuple[BlockKind, str] | tuple[BlockKind, str, dict[str, Any]]
UNNUMBERED = ("heading", "caption")


def a_source(*parts: str) -> tuple[Source, tuple[Span, ...]]:
    """Return a text made of *parts* with the place of each."""
    source = Source(SEED, "\n\n".join(parts))
    spans, start = [], 0
    for part in parts:
        spans.append(Span(source, start, start + len(part)))
        start += len(part) + 2
    return source, tuple(spans)


def a_document(rows: Iterable[Row], title: str = "A title", **facts: Any) -> Document:
    """Return a reading made of *rows*, its paragraphs numbered as they come."""
    rows = list(rows)
    source, spans = a_source(*(row[1] for row in rows))
    blocks, number = [], 0
    for row, span in zip(rows, spans, strict=True):
        more = row[2] if len(row) > 2 else {}
        number += row[0] not in UNNUMBERED
        own = None if row[0] in UNNUMBERED else number
        blocks.append(Block(kind=row[0], number=own, span=span, sentences=(span,), **more))
    return Document(source=source, title=title, title_derived=False, blocks=tuple(blocks), **facts)


def a_guide(document: Document, **parts: Any) -> Guide:
    """Return the smallest guide of *document*."""
    plan = Plan(id="short", title="A short talk", minutes=10, sections=(), steps=())
    return Guide(document=document, plan=plan, sections=(), **parts)


def a_question(number: int, text: str, **parts: Any) -> Question:
    """Return a question with a number; what belongs to its prompt may be among *parts*."""
    keys = ("id", "family", "stage", "form", "bloom", "depth", "standards")
    own: dict[str, Any] = {"id": f"prompt-{number}", "family": "notice", "stage": "after"}
    own |= {key: parts.pop(key) for key in keys if key in parts}
    known: dict[str, Any] = {
        "text_dependent": True,
        "bloom": "analyze",
        "depth": 3,
        "ask": "As filled",
        "listen_for": "As filled",
    }
    return Question(prompt=Prompt(**(known | own)), text=text, number=number, **parts)


def the_document() -> Document:
    """Return the user's seed, read."""
    source, spans = a_source(*PREFACE, *PARAGRAPHS, SOURCE_LINE)
    kinds: tuple[PartKind, ...] = ("summary", "question", "pointer")
    notes = tuple(
        Note(label=f"T{index}", span=span, parts=(Part(kind=kind, span=span),))
        for index, (kind, span) in enumerate(zip(kinds, spans, strict=False), 1)
    )
    blocks = tuple(
        Block(kind="paragraph", number=number, span=span, sentences=(span,))
        for number, span in enumerate(spans[3:-1], 1)
    )
    return Document(
        source=source,
        title="LGBTQI communities in Chechnya",
        title_derived=True,
        topic="LGBTQI communities in Chechnya",
        authors=("Levi Jackman",),
        publisher="United Nations Foundation",
        blocks=blocks,
        preface=Preface(heading="Giving Compass' Take", publisher="Giving Compass", notes=notes),
        source_line=spans[-1],
        excerpt=True,
        front=FrontMatter(),
    )


def the_sections() -> tuple[GuideSection, ...]:
    """Return the eleven questions under their four headings."""
    before = a_question(
        1,
        "This text was written by Levi Jackman for United Nations Foundation. What do you "
        "expect a writer in that position to want from readers?",
        id="notice-01",
        stage="before",
        pointer="Source line",
        starter="Because it was published by ___, I expect ___.",
        why="Readers who guess at a purpose read to test their guess.",
        listen_for="Guesses about purpose that can be tested after reading.",
        lines=2,
    )
    clear = (
        a_question(
            2,
            "In one sentence, what is happening in Chechnya, according to paragraphs 5, 6 and 8?",
            id="notice-06",
            stage="during",
            pointer="¶5, 6, 8",
            starter="According to paragraph ___, ___.",
            why="Everybody starts from the same facts.",
            listen_for="Separates what is confirmed from what is reported.",
            if_stuck="Read one of the three paragraphs aloud to your partner, then say it in "
            "your own words.",
            press="Which word in your sentence is the writer’s, and which is yours?",
            watch_out="“Two reported deaths” must not turn into “two deaths”.",
            starred=True,
            lines=3,
        ),
        a_question(
            3,
            "According to paragraph 5, what do refugees still face after reaching safety?",
            id="stake-02",
            family="stakeholders",
            stage="during",
            pointer="¶5",
            starter="Even after ___, they still ___.",
            why="Safety is not the end of the story the text tells.",
            listen_for="Hiding; fear for people at home; the words “even when”.",
            if_stuck="List what has changed for them, then what has not.",
            press="Which of these needs could a government meet?",
            watch_out="Nobody is asked what they have lived through.",
            starred=True,
            lines=3,
        ),
    )
    closer = (
        a_question(
            4,
            "Paragraph 6 uses “reported” and “allegedly”. What does that wording tell a careful "
            "reader?",
            id="claim-03",
            family="claims",
            pointer="¶6",
            starter="Words like these tell me that ___.",
            why="Doubt words carry how sure the source is.",
            listen_for="“Reported” is not the same as “false”; it shows what can be proved so far.",
            if_stuck="Say the sentence without the word. What changed?",
            press="What would have to happen for the word to be dropped?",
            watch_out="Careful wording being taken for disbelief.",
            starred=True,
            lines=3,
        ),
        a_question(
            5,
            "Paragraph 8 begins with “Yet”. Which two ideas does that word set against each other?",
            id="struct-01",
            family="structure",
            pointer="¶7, 8",
            starter="Before “Yet” the text says ___; after it, ___.",
            why="The turn of the whole text hangs on one word.",
            listen_for="Statements abroad on one side, no consequences in Chechnya on the other.",
            if_stuck="Cover the word. Which word could go there?",
            press="What if the two paragraphs stood the other way round?",
            starred=True,
            lines=3,
        ),
        a_question(
            6,
            "Who is speaking in paragraph 1, and how do you find out?",
            id="quote-10",
            family="quotations",
            pointer="¶1, 2",
            starter="The speaker is ___; I know because ___.",
            listen_for="“One Chechen man” in paragraph 2; not the radio station in paragraph 3.",
            lines=2,
        ),
        a_question(
            7,
            "What in paragraphs 2, 5, 6 and 7 helps a reader judge the denial in paragraph 8?",
            id="quote-11",
            family="quotations",
            pointer="¶2, 5–8",
            starter="Paragraph ___ helps, because ___.",
            why="A denial is a claim too and can be weighed against the rest of the text.",
            listen_for="Who says what, how they could know, and whether sources agree.",
            if_stuck="Find one named source in each paragraph.",
            press="Which of these would be hardest to dismiss?",
            watch_out="Ask about the evidence, never whether people agree with the speaker.",
            starred=True,
            lines=3,
        ),
    )
    wider = (
        a_question(
            8,
            "Who in this text has the power to change what happens next?",
            id="power-01",
            family="power",
            pointer="¶6–9",
            starter="___ could ___, because ___.",
            why="Power is easier to talk about when it has names.",
            listen_for="Russian authorities, UN bodies, governments that can offer asylum.",
            if_stuck="List what each one can do, then what it cannot.",
            press="Who could stop them?",
            starred=True,
            lines=3,
        ),
        a_question(
            9,
            "Which people affected by the events in this text are not quoted in it?",
            id="absent-02",
            family="absent",
            pointer="Whole text",
            starter="We never hear from ___.",
            listen_for="Women, families at home, the refugees now living abroad.",
            lines=2,
        ),
        a_question(
            10,
            "The editors ask how individuals, communities and governments can support lasting "
            "solutions. Which of the three does the text say most about?",
            id="embed-04",
            family="embedded",
            pointer="T2, ¶9",
            starter="The text says most about ___: ___.",
            listen_for="Governments; almost nothing about individuals or communities.",
            lines=2,
        ),
    )
    last = a_question(
        11,
        "Where in the text do you see someone responding to the harm?",
        id="close-04",
        family="close",
        stage="reflect",
        pointer="¶6, 7, 9",
        starter="In paragraph ___, ___ responded by ___.",
        listen_for="Ends on response, without false comfort.",
        lines=2,
    )
    return (
        GuideSection(title="Before you read", stage="before", questions=(before,)),
        GuideSection(title="Get clear", stage="during", questions=clear),
        GuideSection(title="Look closer", stage="after", questions=closer),
        GuideSection(title="Think wider", stage="after", questions=wider),
        GuideSection(title="Before you go", stage="reflect", questions=(last,)),
    )


def the_plan() -> Plan:
    """Return the plan for one lesson."""
    titles: tuple[tuple[str, Stage, int, int], ...] = (
        ("Before you read", "before", 1, 0),
        ("Get clear", "during", 2, 2),
        ("Look closer", "after", 4, 3),
        ("Think wider", "after", 3, 1),
        ("Before you go", "reflect", 1, 0),
    )
    return Plan(
        id="classroom-45",
        title="One lesson",
        minutes=45,
        audience="Grades 7 to 12, or adults",
        group_size="12 to 35 people",
        aims=(
            "say what the text reports, in their own words, with its doubt words kept;",
            "show how the text turns at one word, and what it sets against what;",
            "name who could act, from the lines of the text.",
        ),
        materials=("The handout, one for each person", "Pens", "A clock everyone can see"),
        sections=tuple(
            Section(title=title, stage=stage, count=count, starred=starred)
            for title, stage, count, starred in titles
        ),
        steps=(),
        adapt=(
            "Shorter: leave out “Think wider” and keep the close.",
            "Longer: let two groups of four swap answers before everyone talks.",
            "Younger readers: read aloud to the end of ¶4, then stop for question 2.",
            "Adults: begin with question 8 and go back to the text for proof.",
            "Remote: pairs in breakout rooms, answers in the chat before anyone speaks.",
        ),
    )


def the_steps() -> tuple[GuideStep, ...]:
    """Return the run of show: 45 minutes."""
    rows = (
        (Step(title="Open", minutes=5, grouping="whole group",
              lead="Say the content note and read the agreements aloud.",
              group="Listen; add an agreement."), ()),
        (Step(title="Before reading", minutes=2, grouping="alone",
              lead="Ask question 1 and let them write.",
              group="Write two lines.", section="Before you read"), (1,)),
        (Step(title="Read and mark", minutes=7, grouping="alone",
              lead="Ask for a line in the margin where something surprises.",
              group="Read in silence and mark."), ()),
        (Step(title="Get clear", minutes=8, grouping="pairs",
              lead="Keep pairs to four minutes a question.",
              group="Answer, then point at the line.", section="Get clear"), (2, 3)),
        (Step(title="Look closer", minutes=11, grouping="fours",
              lead="Walk round; ask for the paragraph, not for the answer.",
              group="Talk each question through; one person reports.",
              section="Look closer"), (4, 5, 7)),
        (Step(title="Think wider", minutes=7, grouping="whole group",
              lead="Wait three seconds after asking, and after each answer.",
              group="Build on what the last person said.", section="Think wider",
              if_late=True), (8,)),
        (Step(title="Close", minutes=5, grouping="whole group",
              lead="Read the closing line; collect exit lines from those who want to share.",
              group="Write one line.", section="Before you go"), (11,)),
    )  # fmt: skip
    steps, start = [], 0
    for step, questions in rows:
        steps.append(GuideStep(start=start, step=step, questions=questions))
        start += step.minutes
    return tuple(steps)


def the_care() -> Care:
    """Return what high care adds."""
    return Care(
        content_note="This reading describes persecution, torture and killing, and quotes "
        "dehumanising words. Nothing here asks you to share personal experience. You may pass "
        "on any question, write instead of speaking, or step out.",
        agreements=(
            "We speak for ourselves and about the text.",
            "We talk about people with respect, whether or not they are in the room.",
            "Anyone may pass, at any time, without a reason.",
            (
                "What people share stays here; ideas can leave. (One exception: if someone may be "
                "in danger, the facilitator has to tell someone.)"
            ),
            "We can change our minds.",
            "Ours: ____________________",
        ),
        preparation=(
            (
                "Read the whole text and the full original; decide which lines, if any, are read "
                "aloud."
            ),
            "Notice your own reactions and views; start with yourself.",
            (
                "Check the rules for this subject where you work; tell families or managers if "
                "that is expected."
            ),
            "Think of who may be in the room; plan for privacy and never point at anyone.",
            (
                "Speak beforehand, in private, with anyone you know may be affected; offer another "
                "task of equal worth."
            ),
            (
                "Line up a colleague and a quiet place; say your reporting duty before anyone "
                "confides."
            ),
            "Check the table of facts.",
            "Plan the last five minutes first.",
        ),
        cautions=(
            (
                "Role-play, or a diary as one of the people harmed",
                "it makes small what nobody here can feel",
                "ask which words tell us what people still face",
            ),
            (
                "“Both sides” of anybody’s worth",
                "human worth is not open to debate",
                "ask which response should come first",
            ),
            (
                "“Has anything like this happened to you?”",
                "it demands disclosure",
                "ask what the text added to what they knew",
            ),
            (
                "“As a …, what do you think?”",
                "it makes one person speak for many",
                "ask everyone; anyone may pass",
            ),
            (
                "Reading violent lines round the room",
                "it exposes people without a choice",
                "read in silence; sum up yourself",
            ),
            (
                "Ending on the worst detail",
                "it leaves people in it",
                "keep the last five minutes for the close",
            ),
        ),
        scripts=(
            (
                "Someone uses a dehumanising word",
                (
                    "Stop there. We don’t use that language about people. The question is what the "
                    "text shows. Who can point to a line?"
                ),
            ),
            (
                "“It’s fake”",
                "That is a claim too. What would count as evidence? Start with who says what.",
            ),
            ("Sweeping blame", "Who, exactly, does the text say did this? Let’s use that name."),
            (
                "Someone discloses",
                (
                    "Thank you for trusting us. You don’t have to say more here. Let’s talk after, "
                    "just us."
                ),
            ),
            (
                "Silence or distress",
                "Let’s take a minute. Write, look out of the window, or step out.",
            ),
        ),
        support="If this stays with you, talk to someone you trust. Here you can go to: "
        "____________________.",
        grounding="Put the sheet down. Feet on the floor. Look at something across the room. One "
        "slow breath out. When you are ready, look up.",
        closing="We have looked at hard facts. Before we go: name one person or group in this "
        "text who responded.",
        notice="Sensitivity was checked automatically; please review it.",
    )


def the_words(document: Document) -> tuple[Term, ...]:
    """Return seven words to know, one of them without a definition."""
    known: Mapping[str, str] = {
        "purge": "the removal, by force, of people a government does not want",
        "asylum": "safety that a country gives to people who had to flee",
        "detention facilities": "",
        "condemnation": "strong, public disapproval",
        "persecution": "cruel treatment of people for who they are or believe in",
        "allegedly": "said to be so, but not proved",
        "joint statement": "a message that several speakers give together",
    }
    terms = []
    for word, definition in known.items():
        block = next(block for block in document.numbered if word in block.text)
        start = block.span.start + block.text.index(word)
        number = block.number or 0
        terms.append(
            Term(
                span=Span(document.source, start, start + len(word)),
                paragraph=number,
                word=word,
                definition=definition,
                paragraphs=(number,),
            )
        )
    return tuple(terms)


def a_name(
    document: Document,
    name: str,
    kind: Literal["person", "organisation", "place"],
    paragraphs: tuple[int, ...],
    role: str = "",
) -> Name:
    """Return a name at its first mention."""
    start = document.text.index(name)
    span = Span(document.source, start, start + len(name))
    return Name(
        span=span, paragraph=paragraphs[0], name=name, kind=kind, role=role, paragraphs=paragraphs
    )


def the_checks() -> tuple[Check, ...]:
    """Return what a person must check in the user's seed."""
    rows = (
        ("Undated quotation", "“They told me I wasn’t a human being …”", 1,
         "When was it said, and where is the full statement?"),
        ("Date", "2017", 2, "Is it right?"),
        ("Number", "hundreds of LGBTI refugees", 5, "Is an exact number known?"),
        ("Relative date", "In February", 6, "Which year is meant?"),
        ("Number", "two reported deaths", 6, "Who counted, and when?"),
        ("Slip", "deathsas", 6, "Slip in the source? Perhaps “deaths as”."),
        ("Relative date", "The following month", 7, "Which year is meant?"),
        ("Number", "30 UN member states", 7, "Who counted, and when?"),
        ("Undated quotation", "“We don’t have those kinds of people here.”", 8,
         "When did Ramzan Kadyrov say it?"),
        ("May have changed", "the U.S. government has not", 9,
         "Is it so today? The text says “has not”."),
    )  # fmt: skip
    return tuple(
        Check(kind=kind, text=text, paragraphs=(paragraph,), ask=ask)
        for kind, text, paragraph, ask in rows
    )


def the_timeline() -> tuple[TimelineRow, ...]:
    """Return the events that the seed gives a time."""
    rows = (
        ("2017", "One Chechen man tells a reporter what was done to him.", 2, True),
        ("Since … 2017", "The Russian republic of Chechnya begins its purge of queer people.",
         5, True),
        ("In February", ("The UN Office of the High Commissioner for Human Rights condemns the "
         "persecution in public."), 6, False),
        ("The following month", "30 UN member states deliver a joint statement.", 7, False),
    )  # fmt: skip
    return tuple(
        TimelineRow(when=when, event=event, paragraph=paragraph, dated=dated)
        for when, event, paragraph, dated in rows
    )


def the_guide() -> Guide:
    """Return the whole guide of the user's seed."""
    document = the_document()
    plan = replace(the_plan(), steps=tuple(row.step for row in the_steps()))
    return Guide(
        document=document,
        plan=plan,
        sections=the_sections(),
        steps=the_steps(),
        words=the_words(document),
        sensitivity=Sensitivity(
            level=3,
            found=3,
            categories=("persecution", "torture", "killing"),
            labels=("persecution", "torture", "killing"),
            dehumanising=True,
        ),
        care=the_care(),
        checks=the_checks(),
        timeline=the_timeline(),
        people=(
            a_name(document, "Ramzan Kadyrov", "person", (8,), "Chechen leader"),
            a_name(document, "Levi Jackman", "person", (3,), "the writer"),
        ),
        organisations=(
            a_name(
                document,
                "UN Office of the High Commissioner for Human Rights",
                "organisation",
                (6,),
            ),
            a_name(document, "UN Human Rights Council", "organisation", (7,)),
            a_name(document, "NPR", "organisation", (3,)),
        ),
        places=(
            a_name(document, "Chechnya", "place", (5, 6, 7, 8)),
            a_name(document, "Geneva", "place", (7,)),
            a_name(document, "Canada", "place", (9,)),
            a_name(document, "Netherlands", "place", (9,)),
        ),
        reading=ReadingLevel(grade_low=11, grade_high=13, words=316),
        reading_minutes=7,
        credit="By Levi Jackman, United Nations Foundation. Introduced by Giving Compass. Excerpt.",
    )
