"""Each rule fires on a question that breaks it and keeps quiet on its repair."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from guides import lint
from guides.lint.question import alike, opening
from guides.model import (
    AskedQuestion,
    Block,
    Claim,
    Document,
    Doubt,
    Family,
    Findings,
    FrontMatter,
    Group,
    LoadedWord,
    Note,
    Overview,
    Part,
    Passage,
    Preface,
    Prompt,
    Question,
    Quotation,
    SensitiveMatch,
    Sensitivity,
    Slip,
    Stage,
)
from guides.project import Project
from guides.source import Source, Span

TEXT = (
    "The Daily Digest' Take:\n"
    "Ada Reyes looks at the river and at what the town owes it.\n"
    "Read about other rivers here\n"
    "The mill allegedly poured dye into the river last May, a neighbour said.\n"
    "“They are vermin and we will not miss them,” said the owner, Carl Voss.\n"
    "The river ran blue for nine days; the councilwas told in 2019."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(SOURCE, start, start + len(words))


SOURCE = Source("river.txt", TEXT)
PARAGRAPHS = TEXT.split("\n")[3:]
QUOTATION = Quotation(
    span=span("They are vermin and we will not miss them"),
    paragraph=2,
    speaker="Carl Voss",
    speaker_kind="person",
    words=9,
    denial=True,
    sensitive=True,
)
FOUND = Findings(
    document=Document(
        source=SOURCE,
        title="The blue river",
        title_derived=False,
        authors=("Ada Reyes",),
        blocks=tuple(
            Block(kind="paragraph", number=number, span=span(words), sentences=(span(words),))
            for number, words in enumerate(PARAGRAPHS, 1)
        ),
        preface=Preface(
            heading="The Daily Digest' Take:",
            publisher="The Daily Digest",
            notes=(
                Note(
                    label="T1",
                    span=span("Ada Reyes looks at the river and at what the town owes it."),
                    parts=(Part(kind="pointer", span=span("Read about other rivers here")),),
                ),
            ),
        ),
    ),
    quotations=(QUOTATION,),
    claims=(
        Claim(span=span(PARAGRAPHS[0]), paragraph=1, origin="a neighbour", doubt=("allegedly",)),
    ),
    slips=(Slip(span=span("councilwas"), paragraph=3, guess="council was"),),
    sensitivity=Sensitivity(
        level=3,
        matches=(
            SensitiveMatch(span=span("vermin"), paragraph=2, category="dehumanising", weight=3),
        ),
    ),
)


def asked(
    text: str,
    pointer: str = "¶1",
    stage: Stage = "after",
    family: Family = "claims",
    paragraphs: tuple[int, ...] = (1,),
    starter: str = "",
) -> Question:
    prompt = Prompt(
        id="test-01",
        family=family,
        stage=stage,
        text_dependent=True,
        bloom="analyze",
        depth=3,
        ask=text,
        listen_for="something",
    )
    return Question(
        prompt=prompt, text=text, pointer=pointer, paragraphs=paragraphs, starter=starter
    )


def codes(question: Question) -> list[str]:
    return [breach.code for breach in lint.check_question(question, FOUND)]


LONG = "Which of the many things that the people of the town, the owner, the council and the mill "
CASES = [
    ("yes-no-question", "Is the river clean in paragraph 1?", "How clean is the river?"),
    ("yes-no-question", "In paragraph 1, did the U.S. mill know?", "What did the U.S. mill know?"),
    ("one-question", "What happened? Why then?", "What happened first?"),
    ("one-question", "Say what happened.", "What happened?"),
    (
        "second-question",
        "What happened in paragraph 1 and why did it matter?",
        "What happened in paragraph 1 and afterwards?",
    ),
    ("second-question", "What is dye and explain its use?", "What is the dye used for?"),
    ("too-long", LONG * 3 + "did matters most?", "Which thing matters most?"),
    ("long-question", LONG * 2 + "did matters most?", "Which thing matters most?"),
    ("leading-question", "Why is it obviously wrong?", "What makes it wrong to some readers?"),
    ("absolute-word", "What do all people lose here?", "What do most people lose here?"),
    ("jargon", "Which hegemonic voice speaks here?", "Which powerful voice speaks here?"),
    ("generic-question", "What is the theme here?", "Which sentence says most about the river?"),
    (
        "asks-for-disclosure",
        "When have you ever lost something like this river?",
        "What did the text add to what you knew?",
    ),
    (
        "role-play",
        "Imagine you are the river: what would you say?",
        "Which words show what the river went through?",
    ),
    (
        "debates-worth",
        "Which people do not deserve clean water, or do they all deserve it?",
        "Which answer to the dye should come first?",
    ),
    (
        "debates-worth",
        "Why would you agree with Carl Voss?",
        "What helps a reader to judge what Carl Voss says?",
    ),
    (
        "spokesperson",
        "As a Muslim, what do you see here?",
        "What do you see here?",
    ),
    (
        "hurtful-quotation",
        "Why does the owner say “They are vermin”?",
        "Why does the writer quote the owner in paragraph 2?",
    ),
    (
        "compares-suffering",
        "Who suffered most from the dye?",
        "What different needs does the dye leave?",
    ),
    (
        "trivial-task",
        "Which cartoon shows the harm best?",
        "Which sentence shows the harm best?",
    ),
    (
        "wrong-quotation",
        "What does “the river ran red for nine days” tell you?",
        "What does “The river ran blue for nine days” tell you?",
    ),
    ("wrong-quotation", "What does “the river mean?", "What does “the river” mean?"),
    ("left-over", "What does {{ name }} mean?", "What does the name mean?"),
    ("left-over", "What does None mean?", "What does nothing mean?"),
    ("left-over", "What does the the name mean?", "What does the name mean?"),
    ("agreement", "What does a owner owe?", "What does an owner owe?"),
    ("agreement", "What does paragraph 1 and 3 show?", "What do paragraphs 1 and 3 show?"),
    ("agreement", "What would an university say?", "What would a university say?"),
    ("no-capital", "which word matters?", "Which word matters?"),
    (
        "doubt-lost",
        "Why does “poured dye into the river” matter?",
        "Why does it matter that the mill allegedly “poured dye into the river”?",
    ),
    ("invented-date", "What happened in 2018?", "What happened in 2019?"),
    ("recall-question", "How many days did it last?", "What do nine days of blue water show?"),
    (
        "wrong-voice",
        "What does Ada Reyes mean by “what the town owes it”?",
        "What do the editors mean by “what the town owes it”?",
    ),
    (
        "asks-about-a-label",
        "What does The Daily Digest' Take want?",
        "What do the editors want?",
    ),
    (
        "leaning-quotation",
        "What supports the words “they knew it all along and kept still”?",
        "What supports the words “The river ran blue for nine days”?",
    ),
    (
        "leaning-quotation",
        "What supports the words “The town owes it for this”?",
        "What supports the words “The river ran blue for nine days”?",
    ),
    (
        "cut-quotation",
        "How is it explained that “The mill allegedly poured dye into the”?",
        "How is it explained that “The mill allegedly poured dye into the river”?",
    ),
    (
        "cut-quotation",
        "What does “One of them puts it so: ‘The mill did not ask the council.” show?",
        "What does “One of them puts it so: ‘The mill did not ask the council’” show?",
    ),
    (
        "cut-quotation",
        "Voss says: “and we will not miss them.” What follows?",
        "What do the words “and we will not miss them” show?",
    ),
    ("repeats-a-slip", "What does “the councilwas told” show?", "What was the council told?"),
]


@pytest.mark.parametrize(("code", "bad", "good"), CASES)
def test_a_rule_fires_on_the_mistake_and_not_on_its_repair(code: str, bad: str, good: str) -> None:
    assert code in codes(asked(bad))
    assert code not in codes(asked(good))


def test_every_rule_has_a_case() -> None:
    tested = {code for code, _, _ in CASES} | {"no-pointer", "copies-the-reading"}

    assert {rule.code for rule in lint.RULES} == tested


def test_of_a_text_that_may_only_be_cited_a_question_prints_ten_words_at_most() -> None:
    document = replace(FOUND.document, front=FrontMatter(rights="Cite-only"))
    cited = replace(FOUND, document=document)
    words = PARAGRAPHS[0].split()

    def breaks(count: int, found: Findings) -> bool:
        question = asked(f"What does “{' '.join(words[:count])}” show?")
        return "copies-the-reading" in {b.code for b in lint.check_question(question, found)}

    assert len(words) > 11
    assert breaks(11, cited)
    assert not breaks(10, cited)
    assert not breaks(11, FOUND)


def test_a_sentence_may_lean_where_the_question_is_about_the_word_that_leans() -> None:
    quoted = "“Yet the river ran blue for nine days”"

    assert "leaning-quotation" in codes(asked(f"What does {quoted} show?"))
    assert "leaning-quotation" not in codes(asked(f"What does “Yet” do in {quoted}?"))


def test_a_line_of_verse_may_lean_on_the_one_before() -> None:
    question = asked("What do the words “they knew it all along and kept still” show?")
    text = "they knew it all along and kept still"
    line = Passage(span=Span(Source("seed.txt", text), 0, len(text)), paragraph=1, word="last")

    assert "leaning-quotation" in codes(question)
    found = replace(FOUND, verse_lines=(line,))
    assert "leaning-quotation" not in {b.code for b in lint.check_question(question, found)}


def test_a_question_on_the_text_says_where_to_look() -> None:
    nowhere = asked("What happened?", pointer="", paragraphs=())
    outside = asked("What happened?", pointer="¶9", paragraphs=(9,))
    before = asked("What happened?", pointer="", paragraphs=(), stage="before")

    crowd = asked("What happened?", pointer="¶1-8", paragraphs=tuple(range(1, 9)))

    assert "no-pointer" in codes(crowd)
    assert "no-pointer" in codes(nowhere)
    assert "no-pointer" in codes(outside)
    assert "no-pointer" not in codes(before)


def test_a_question_without_pointer_and_starter_has_nothing_left_over() -> None:
    assert "left-over" not in codes(asked("How clean is the river?", pointer=""))
    assert "left-over" in codes(asked("How clean is  the river?", pointer=""))


def test_a_warning_becomes_an_error_where_the_topic_is_hard() -> None:
    question = asked("Imagine you are the river: what would you say?")
    gentle = replace(FOUND, sensitivity=Sensitivity(level=0))

    hard = {b.code: b.severity for b in lint.check_question(question, FOUND)}
    soft = {b.code: b.severity for b in lint.check_question(question, gentle)}

    assert hard["role-play"] == "error"
    assert soft["role-play"] == "warning"


def test_words_inside_quotation_marks_are_the_texts_own() -> None:
    """The text may say "of course"; our question about it does not lead."""
    assert "leading-question" not in codes(asked("Why does the speaker say “of course”?"))


def test_the_opening_is_that_of_the_sentence_that_asks() -> None:
    text = "Paragraph 8 begins with “Yet”. What two ideas does it set apart?"

    assert opening(text) == "what two ideas"


def test_two_questions_whose_answers_begin_alike_are_one_task() -> None:
    first, second = asked("What does the blue river show?"), asked("Whom did the mill pay in 2019?")
    prompts = [replace(one.prompt, starter="In other words, ___.") for one in (first, second)]
    alike_both = [replace(first, prompt=prompts[0]), replace(second, prompt=prompts[1])]

    assert "questions-too-alike" in broken(alike_both)
    assert "questions-too-alike" not in broken([alike_both[0], second])


def test_two_questions_that_share_their_telling_words_are_alike() -> None:
    first = "What does the word “Yet” set against each other in paragraph 8?"
    second = "What does the word “Yet” in paragraph 8 set against the other?"

    assert alike(first, second)
    assert not alike(first, "Whose voice is missing from this text?")


def members(*families: Family) -> list[Question]:
    return [
        replace(
            asked(f"What is number {place}?", family=family, paragraphs=(place % 3 + 1,)),
            score=1.0,
        )
        for place, family in enumerate(families)
    ]


def broken(questions: list[Question], found: Findings = FOUND) -> set[str]:
    return {rule.code for rule, _ in lint.broken(questions, found)}


def test_a_family_is_used_twice_at_most() -> None:
    assert "one-family-too-often" in broken(members("words", "words", "words"))
    assert "one-family-too-often" not in broken(members("words", "words", "claims"))


def test_three_questions_do_not_open_alike() -> None:
    assert "repeated-opening" in broken(members("words", "claims", "power"))
    assert "repeated-opening" not in broken(members("words", "claims"))


def test_two_questions_do_not_ask_the_same_thing() -> None:
    twice = [asked("What does the blue river show?"), asked("What does the blue river show us?")]

    assert "questions-too-alike" in broken(twice)
    assert "questions-too-alike" not in broken(twice[:1])


def test_stages_come_in_order() -> None:
    late = asked("What now?", stage="act")
    early = asked("What first?", stage="before")

    assert "stages-out-of-order" in broken([late, early])
    assert "stages-out-of-order" not in broken([early, late])


def test_most_questions_need_the_text() -> None:
    loose = replace(asked("What now?").prompt, text_dependent=False)
    without = [replace(asked("What now?"), prompt=loose)]

    assert "too-little-text" in broken(without)
    assert "too-little-text" not in broken([asked("What now?")])


def test_most_questions_are_ones_that_only_this_text_could_have() -> None:
    own = [replace(question, specific=True) for question in members("words", "claims")]

    assert "too-general" in broken(members("words", "claims"))
    assert "too-general" not in broken(own)


def test_a_set_goes_deep_enough() -> None:
    shallow = replace(asked("What now?").prompt, depth=1)
    flat = [replace(asked(f"What {word}?"), prompt=shallow) for word in ("now", "then")]

    assert "too-shallow" in broken(flat)
    assert "too-shallow" not in broken([asked("What now?"), asked("What then?")])


def test_half_of_the_reading_is_pointed_at() -> None:
    nowhere = [asked("What now?", paragraphs=()), asked("What then?", paragraphs=())]

    assert "paragraphs-left-out" in broken(nowhere)
    assert "paragraphs-left-out" not in broken([asked("What now?")])


def test_no_paragraph_carries_most_of_the_questions() -> None:
    words = ("red", "blue", "cold")
    crowd = [replace(asked(f"What is {word}?"), paragraph=1) for word in words]

    assert "one-paragraph-too-often" in broken(crowd)
    assert "one-paragraph-too-often" not in broken(crowd[:2])


def test_a_set_asks_what_it_says_whose_voice_and_what_next() -> None:
    full = [
        asked("What?", stage="during"),
        asked("Who?", family="absent"),
        asked("Now?", family="act"),
    ]

    assert "no-spread" in broken(members("words"))
    assert "no-spread" not in broken(full)


def test_a_set_begins_with_a_question_that_anybody_can_answer() -> None:
    easy = replace(asked("What now?").prompt, depth=2)
    gentle = replace(asked("What now?"), prompt=easy)

    assert "hard-first-question" in broken([asked("What then?"), gentle])
    assert "hard-first-question" not in broken([gentle, asked("What then?")])


def test_a_hard_topic_does_not_end_on_the_harm() -> None:
    hard = replace(FOUND, sensitivity=Sensitivity(level=3))
    gentle = replace(FOUND, sensitivity=Sensitivity(level=1))

    assert "ends-on-the-harm" in broken(members("close", "words"), hard)
    assert "ends-on-the-harm" not in broken(members("words", "close"), hard)
    assert "ends-on-the-harm" not in broken(members("close", "words"), gentle)


def test_each_of_several_texts_is_asked_about() -> None:
    texts = (replace(FOUND), replace(FOUND))

    assert "a-text-left-out" in broken(members("words"), replace(FOUND, texts=texts))
    assert "a-text-left-out" not in broken(members("words"))


def test_the_texts_own_question_is_used() -> None:
    embedded = AskedQuestion(span=span("the river"), paragraph=0, label="T2")
    found = replace(FOUND, questions=(embedded,))

    assert "asked-question-unused" in broken(members("words"), found)
    assert "asked-question-unused" not in broken(members("embedded"), found)


def test_tension_is_used_where_there_is_some() -> None:
    doubtful = replace(
        FOUND, doubts=(Doubt(span=span("allegedly"), paragraph=1, words=("allegedly",)),)
    )
    tense = [replace(question, tension=1) for question in members("words")]

    assert "no-tension" in broken(members("words"), doubtful)
    assert "no-tension" not in broken(tense, doubtful)
    assert "no-tension" not in broken(members("words"))


def test_those_who_are_not_quoted_are_asked_about_once() -> None:
    silent = replace(
        FOUND,
        groups=(Group(span=span("neighbour"), paragraph=1, name="neighbours"),),
        overview=Overview(unquoted=("neighbours",)),
    )

    assert "absent-voice" in broken(members("words"), silent)
    assert "absent-voice" not in broken(members("absent"), silent)
    assert "absent-voice" in broken(members("absent", "absent"), silent)


def test_one_finding_serves_two_questions_at_most() -> None:
    thrice = [
        replace(asked(f"What is {word}?"), evidence=(QUOTATION.span,))
        for word in ("red", "blue", "cold")
    ]

    assert "one-finding-too-often" in broken(thrice)
    assert "one-finding-too-often" not in broken(thrice[:2])


def test_a_passage_is_printed_once_in_a_set() -> None:
    words = "“The river ran blue for nine days.”"
    twice = [asked(f"{words} What follows from that?"), asked(f"Who would doubt {words[:-2]}”?")]

    assert "same-words-twice" in broken(twice)
    assert "same-words-twice" not in broken(twice[:1])


def test_a_title_that_is_printed_before_reading_may_come_back_after_it() -> None:
    title = "“The river ran blue for nine days”"
    found = replace(FOUND, document=replace(FOUND.document, title=title[1:-1]))
    before = asked(f"What does the title {title} promise?", stage="before")

    after = asked(f"What does {title} leave out?")

    assert "same-words-twice" not in broken([before, after], found)
    assert "same-words-twice" in broken([before, after])


def test_two_findings_of_a_kind_are_not_asked_the_same() -> None:
    stem = replace(asked("What?").prompt, ask="Who says {{ claim.text | quoted }}?")
    one = replace(asked("Who says so?"), prompt=stem, evidence=(span("the river"),))
    other = replace(asked("Who says this?"), prompt=stem, evidence=(span("nine days"),))

    assert "one-shape-too-often" in broken([one, other])
    assert "one-shape-too-often" not in broken([one])


def test_the_speakers_are_listed_once_in_a_set() -> None:
    heard = replace(FOUND, overview=Overview(voices=("Ada Reyes", "Carl Voss", "Ida Brandt")))
    first = asked("The text quotes Ada Reyes, Carl Voss and Ida Brandt. Who gets most room?")
    again = asked("To whom of Ada Reyes, Carl Voss and Ida Brandt would you write?")

    assert "same-names-twice" in broken([first, again], heard)
    assert "same-names-twice" not in broken([first, asked("What does Ada Reyes want?")], heard)


def test_two_speakers_are_set_side_by_side_once() -> None:
    heard = replace(FOUND, overview=Overview(voices=("Ada Reyes", "Carl Voss", "Ida Brandt")))
    first = asked("What sets Ada Reyes and Carl Voss apart?")
    again = asked("What matters to Carl Voss and to Ada Reyes?")
    other = asked("What matters to Carl Voss and to Ida Brandt?")

    assert "same-names-twice" in broken([first, again], heard)
    assert "same-names-twice" not in broken([first, other], heard)


def test_no_speaker_has_three_questions() -> None:
    heard = replace(FOUND, overview=Overview(voices=("Ada Reyes",)))
    on_her = [asked(f"What does Ada Reyes {verb}?") for verb in ("want", "fear", "leave out")]

    assert "one-person-too-often" in broken(on_her, heard)
    assert "one-person-too-often" not in broken(on_her[:2], heard)


def test_a_plainer_word_may_be_offered_beside_the_texts_own() -> None:
    loaded = replace(
        FOUND,
        loaded_words=(LoadedWord(span=span("poured"), paragraph=1, word="poured", plainer="put"),),
    )
    question = asked("The writer chose “poured”. What would change with “put”?")

    assert "wrong-quotation" in codes(question)
    assert "wrong-quotation" not in [b.code for b in lint.check_question(question, loaded)]


def all_sorts() -> list[Question]:
    """Return questions that break every rule of a set with some of the others."""
    families: tuple[Family, ...] = ("words", "claims", "quotations", "absent", "embedded")
    stages: tuple[Stage, ...] = ("before", "during", "after", "act")
    printed = (
        "“The river ran blue for nine days.”",
        "“river ran blue for nine”",
        "Ada Reyes, Carl Voss, Ida Brandt",
    )
    places = (span("the river"), span("The river ran blue"), span("nine days"))
    return [
        replace(
            asked(
                f"What is {printed[number % 3]} to {number % 4}?",
                family=families[number % 5],
                stage=stages[number * 7 % 4],
                paragraphs=(number % 3 + 1, number % 2 + 1),
            ),
            score=number % 4 / 10,
            paragraph=number % 3,
            evidence=places[: number % 4],
        )
        for number in range(40)
    ]


def test_no_set_is_worth_more_than_its_limit() -> None:
    heard = replace(FOUND, overview=Overview(voices=("Ada Reyes", "Carl Voss", "Ida Brandt")))
    scale, questions = lint.Scale(heard), all_sorts()
    chance = random.Random(7)  # noqa: S311  the same sets every time
    seen: set[str] = set()
    cut_short = 0
    for _ in range(400):
        *kept, another = chance.sample(questions, chance.randint(1, 13))
        place = chance.randint(0, len(kept))
        together = [*kept[:place], another, *kept[place:]]
        seen |= broken(together, heard)

        assert scale.worth(together) <= scale.limit(kept)(another) + 1e-9
        worth = lint.Scale(heard).worth(together)
        least = worth + chance.uniform(-20, 20)
        assert scale.worth(together) == worth

        # A set that is worth too little is not weighed to the end, and never looks better.
        hasty = lint.Scale(heard).worth(together, least)
        assert hasty == worth if worth > least else hasty <= least
        cut_short += hasty < worth

    assert len(seen) >= 12
    assert 50 < cut_short < 350


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        ("Do you agree with {{ quotation.speaker }}?", "yes-no-question"),
        ("What is said, and why does {{ person.name }} say it?", "second-question"),
        ("Obviously {{ claim.text | quoted }} is wrong. Why?", "leading-question"),
        ("What would you do if you were one of {{ group.name }}?", "role-play"),
        ("Do {{ group.name }} deserve what they ask for?", "debates-worth"),
    ],
)
def test_a_prompt_is_told_of_what_no_text_can_mend(ask: str, code: str) -> None:
    prompt = replace(asked("What?").prompt, ask=ask)

    assert code in [breach.code for breach in lint.check_wording(prompt)]


def test_what_a_slot_may_hold_is_no_fault_of_the_prompt() -> None:
    ask = "{% if number.vague %}How many{% else %}What{% endif %} is {{ number.text | quoted }}?"
    prompt = replace(asked("What?").prompt, ask="Paragraph 2 says {{ claim.text }} What follows?")

    assert lint.check_wording(prompt) == ()
    assert [b.code for b in lint.check_wording(replace(prompt, ask=ask))] == ["recall-question"]


def test_no_prompt_that_ships_is_stopped_by_its_own_words(checkout: Path) -> None:
    prompts = Project(checkout).library().prompts.values()

    assert [prompt.id for prompt in prompts if lint.check_wording(prompt)] == []
