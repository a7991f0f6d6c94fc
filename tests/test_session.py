"""What a session needs besides questions."""

from __future__ import annotations

from dataclasses import replace

from guides import session
from guides.model import (
    Block,
    Care,
    CareLine,
    CareTexts,
    Caution,
    Date,
    Document,
    Findings,
    FrontMatter,
    GuideSection,
    Number,
    Plan,
    Preface,
    Prompt,
    Question,
    Quotation,
    ReadingLevel,
    Response,
    Sensitivity,
    SensitivityChoice,
    Slip,
    Step,
    Term,
    TimeBound,
)
from guides.source import Source, Span
from tests.texts import findings

TEXT = (
    "In March the river rose.\n"
    "Some 40 houses still stand empty, “for now”, Mira Dell told usin 2020."
)
SOURCE = Source("river.txt", TEXT)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(SOURCE, start, start + len(words))


FIRST, SECOND = (span(line) for line in TEXT.split("\n"))
DOCUMENT = Document(
    source=SOURCE,
    title="The river",
    title_derived=False,
    blocks=(
        Block(kind="paragraph", number=1, span=FIRST, sentences=(FIRST,)),
        Block(kind="paragraph", number=2, span=SECOND, sentences=(SECOND,)),
    ),
)
FOUND = Findings(
    document=DOCUMENT,
    numbers=(Number(span=span("Some 40 houses"), paragraph=2, value=40, qualifier="Some"),),
    dates=(
        Date(span=span("In March"), paragraph=1, relative=True),
        Date(span=span("2020"), paragraph=2, iso="2020"),
    ),
    quotations=(
        Quotation(span=span("for now"), paragraph=2, speaker="Mira Dell", speaker_kind="person"),
    ),
    time_bound=(TimeBound(span=SECOND, paragraph=2, word="still"),),
    slips=(Slip(span=span("usin"), paragraph=2, guess="us in"),),
    vocabulary=(
        Term(span=span("river"), paragraph=1, word="river", definition="a stream", weight=4),
        Term(span=span("rose"), paragraph=1, word="rise", weight=9),
        Term(
            span=span("empty"),
            paragraph=2,
            paragraphs=(2,),
            word="empty",
            definition="bare",
            weight=3.75,
        ),
    ),
)
PLAN = Plan(
    id="short",
    title="Short",
    minutes=16,
    sections=(),
    steps=(
        Step(title="Open", minutes=2),
        Step(title="Talk", minutes=12, section="Look"),
        Step(title="Close", minutes=2),
    ),
)
TEXTS = CareTexts(
    content_note="",
    agreements=(CareLine(text="Anyone may pass.", level=1), CareLine(text="Slow.", level=3)),
    preparation=(CareLine(text="Read it.", level=0),),
    cautions=(Caution(avoid="a", because="b", instead="c", level=2),),
    scripts=(),
    support="Go to: ____",
    grounding="Breathe.",
    closing="Who responded?",
    notice="Review the level.",
    unchecked="Not checked.",
)


def asked(number: int, starred: bool, paragraph: int = 1) -> Question:
    prompt = Prompt(
        id=f"p-{number}",
        family="words",
        stage="after",
        text_dependent=True,
        bloom="analyze",
        depth=3,
        ask="",
        listen_for="",
    )
    return Question(
        prompt=prompt,
        text="What?",
        number=number,
        starred=starred,
        paragraphs=(paragraph,),
    )


def test_the_run_of_show_adds_up_and_names_the_starred_questions() -> None:
    section = GuideSection(title="Look", stage="after", questions=(asked(1, True), asked(2, False)))

    steps = session.run_of_show(PLAN, [section], level=0, reading=0)

    assert [row.start for row in steps] == [0, 2, 14]
    assert steps[1].questions == (1,)


def test_a_section_that_no_step_names_is_asked_with_the_one_before_it() -> None:
    sections = [
        GuideSection(title="First", stage="before", questions=(asked(1, True),)),
        GuideSection(title="Look", stage="after", questions=(asked(2, True), asked(3, False))),
        GuideSection(title="To close", stage="reflect", questions=(asked(4, False),)),
    ]

    steps = session.run_of_show(PLAN, sections, level=0, reading=0)

    assert [row.questions for row in steps] == [(), (2, 4), ()]


def test_a_hard_topic_moves_minutes_to_opening_and_close_and_keeps_the_sum() -> None:
    steps = session.run_of_show(PLAN, [], level=2, reading=9)

    assert [row.step.minutes for row in steps] == [3, 10, 3]


def test_where_no_talk_is_long_two_give_a_minute_each() -> None:
    lengths = {"Open": 3, "Read": 6, "Notice": 5, "Reason": 6, "Wonder": 6, "Close": 4}
    steps = tuple(Step(title=title, minutes=minutes) for title, minutes in lengths.items())

    rows = session.run_of_show(replace(PLAN, steps=steps), [], level=3, reading=5)

    assert [row.step.minutes for row in rows] == [4, 6, 5, 5, 5, 5]


def test_a_long_text_takes_minutes_from_talk_and_the_sum_stays() -> None:
    reading = replace(PLAN, steps=(PLAN.steps[0], Step(title="Read", minutes=3), *PLAN.steps[1:]))

    minutes = [row.step.minutes for row in session.run_of_show(reading, [], level=0, reading=30)]

    assert minutes == [2, 8, 7, 2]


def test_everything_that_can_be_wrong_is_listed_for_checking() -> None:
    kinds = [check.kind for check in session.checks(FOUND)]

    assert kinds == [
        "Date without a year",
        "Number",
        "May have changed",
        "Undated quotation",
        "Slip",
        "Date",
    ]


def test_a_relative_date_is_printed_as_it_stands() -> None:
    first = session.timeline(FOUND)[0]

    assert (first.when, first.dated) == ("In March", False)
    assert first.event == "In March the river rose."


def test_a_date_in_a_story_is_its_own() -> None:
    """Nobody looks for the year in which the fog came."""
    told = replace(FOUND, overview=replace(FOUND.overview, genre="story"))

    assert session.timeline(told)[0].dated


def test_a_bare_weekday_is_no_event() -> None:
    weekday = Date(span=span("In March"), paragraph=1, relative=True)
    source = Source("day.txt", "On Tuesday the river rose.")
    sentence = Span(source, 0, len(source.text))
    day = replace(weekday, span=Span(source, 3, 10))
    block = Block(kind="paragraph", number=1, span=sentence, sentences=(sentence,))
    document = replace(DOCUMENT, source=source, blocks=(block,))

    assert session.timeline(Findings(document=document, dates=(day,))) == ()


def test_of_words_as_hard_those_in_a_discussed_paragraph_come_first() -> None:
    assert [term.word for term in session.words_to_know(FOUND, [], 1)] == ["river"]
    talk = [asked(1, True, paragraph=2)]
    assert [term.word for term in session.words_to_know(FOUND, talk, 1)] == ["empty"]


def test_a_word_that_all_know_is_none_to_know() -> None:
    easy = replace(FOUND, vocabulary=(replace(FOUND.vocabulary[0], weight=1.5),))

    assert session.words_to_know(easy, [], 3) == ()


def test_a_word_without_a_definition_takes_only_a_free_place() -> None:
    words = session.words_to_know(FOUND, [], 3)

    assert [term.word for term in words] == ["river", "rise", "empty"]


def test_an_easy_text_gets_no_care_it_does_not_need() -> None:
    care = session.care(TEXTS, FOUND, "note")

    assert care == Care(preparation=("Read it.",))


def test_nobody_is_sent_to_a_table_of_things_to_check_that_is_not_there() -> None:
    texts = replace(TEXTS, preparation=(CareLine(text="See it.", level=0, if_checks=True),))
    nothing = Findings(document=DOCUMENT)

    assert session.care(texts, FOUND, "").preparation == ("See it.",)
    assert session.care(texts, nothing, "").preparation == ()


def test_a_hard_text_gets_every_line_up_to_its_level() -> None:
    hard = replace(
        FOUND,
        sensitivity=Sensitivity(level=3),
        responses=(Response(span=FIRST, paragraph=1),),
    )

    care = session.care(TEXTS, hard, "note")

    assert care.content_note == "note"
    assert care.agreements == ("Anyone may pass.", "Slow.")
    assert care.cautions == (("a", "b", "c"),)
    assert care.grounding == "Breathe."
    assert care.closing == "Who responded?"
    assert care.notice == "Review the level."


def test_a_contact_is_printed_only_if_the_editor_gives_one() -> None:
    hard = replace(FOUND, sensitivity=Sensitivity(level=2))
    choice = SensitivityChoice(level=2, support_contact="Room 4")
    named = replace(hard, document=replace(DOCUMENT, front=FrontMatter(sensitivity=choice)))

    assert session.care(TEXTS, hard, "").support == "Go to: ____________________"
    assert session.care(TEXTS, named, "").support == "Go to: Room 4"


def test_a_text_that_could_not_be_checked_says_so() -> None:
    unknown = replace(FOUND, sensitivity=Sensitivity(level=1, checked=False))

    assert session.care(TEXTS, unknown, "").notice == "Not checked."


def test_reading_takes_longer_for_more_and_for_harder_words() -> None:
    def minutes(words: int, grade: int) -> int:
        return session.reading_minutes(ReadingLevel(grade_low=1, grade_high=grade, words=words))

    assert minutes(10, 5) == 1
    assert minutes(800, 8) == 6
    assert minutes(800, 16) == 12


def test_the_credit_says_what_is_known_and_nothing_else() -> None:
    derived = replace(DOCUMENT, title_derived=True)
    full = replace(
        DOCUMENT,
        authors=("Ada Reyes", "Carl Voss"),
        publisher="The Herald",
        excerpt=True,
        preface=Preface(heading="The Digest' Take", publisher="The Digest", notes=()),
    )

    assert session.credit(derived) == ""
    assert session.credit(full) == (
        "“The river” by Ada Reyes and Carl Voss, The Herald. Introduced by The Digest. Excerpt."
    )


def rows_of(text: str) -> list[tuple[str, str, str]]:
    """Return what has to be checked in a text, taken as an article."""
    found = findings(text)
    article = replace(found, overview=replace(found.overview, genre="article"))
    return [(row.kind, row.text, row.ask) for row in session.checks(article)]


def test_a_day_of_a_month_is_a_date_without_a_year() -> None:
    found = {text: kind for kind, text, _ in rows_of(
        "The office closes on 1 May, the council said last month. It had promised in February "
        "that nothing would change, and two years ago it moved."
    )}  # fmt: skip

    assert found["1 May"] == found["February"] == "Date without a year"
    assert found["last month"] == found["two years ago"] == "Relative date"


def test_a_day_on_which_something_is_usual_needs_no_check() -> None:
    usual = rows_of("Saturday is the busiest day. Readers come on Saturday with their children.")
    once = rows_of("The council voted on Tuesday. Readers were there with their children.")

    assert usual == []
    assert [text for _, text, _ in once] == ["Tuesday"]


def test_a_few_whom_anybody_can_see_need_not_be_counted() -> None:
    found = rows_of(
        "Three sisters run the shop in two rooms. Two deaths were reported there in the spring. "
        "Some 40 houses stand empty, and 3 percent of the land is built on."
    )

    assert [text for kind, text, _ in found if kind == "Number"] == [
        "Two deaths",
        "Some 40 houses",
        "3 percent of the land",
    ]


def test_what_is_said_right_after_a_dated_event_is_dated() -> None:
    after = rows_of(
        "On Tuesday Dana Whitlow voted for the cut. “The money did not come,” Whitlow said after "
        "the vote. “I would rather break a promise.”"
    )
    without = rows_of(
        "Dana Whitlow voted for the cut. “The money did not come,” Whitlow said after the vote."
    )

    assert "Undated quotation" not in {kind for kind, _, _ in after}
    assert "Undated quotation" in {kind for kind, _, _ in without}
