"""Choosing is a search: these tests bring their own idea of what is good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from guides.choosing import choose, star, with_a_star
from guides.model import Family, Prompt, Question, Section, Stage
from guides.source import Source, Span

TEXT = Source("text.txt", "one two three four five six seven eight nine ten")


def question(
    name: str,
    score: float = 0.0,
    stage: Stage = "after",
    family: Family = "words",
    paragraph: int = 1,
    tension: int = 0,
    evidence: tuple[Span, ...] = (),
    specific: bool = True,
) -> Question:
    prompt = Prompt(
        id=name,
        family=family,
        stage=stage,
        text_dependent=True,
        bloom="analyze",
        depth=3,
        ask=name,
        listen_for="",
    )
    return Question(
        prompt=prompt,
        text=f"What is {name}?",
        score=score,
        paragraphs=(paragraph,),
        tension=tension,
        evidence=evidence,
        specific=specific,
    )


def by_score(questions: Sequence[Question], more_than: float = 0) -> float:
    return sum(item.score for item in questions)


def no_two_of_a_family(questions: Sequence[Question], more_than: float = 0) -> float:
    families = [item.prompt.family for item in questions]
    return by_score(questions) - 10 * (len(families) - len(set(families)))


def names(chosen: Sequence[Sequence[Question]]) -> list[list[str]]:
    return [[item.prompt.id for item in section] for section in chosen]


def test_a_section_gets_the_best_questions_of_its_stage() -> None:
    candidates = [question("a", 1), question("b", 3), question("c", 9, stage="act")]

    chosen = choose(candidates, [Section(title="Look", stage="after", count=1)], by_score)

    assert names(chosen) == [["b"]]


def test_a_section_takes_only_its_families() -> None:
    candidates = [question("a", 9, family="power"), question("b", 1)]
    section = Section(title="Look", stage="after", count=1, families=("words",))

    assert names(choose(candidates, [section], by_score)) == [["b"]]


def test_a_first_choice_of_the_plan_beats_an_equal() -> None:
    candidates = [question("a", 1), question("b", 1)]
    section = Section(title="Look", stage="after", count=1, first=("b",))

    assert names(choose(candidates, [section], by_score)) == [["b"]]


def test_a_swap_finds_what_greed_missed() -> None:
    """Greed takes the best power question first, and then has only another power question."""
    candidates = [
        question("a", 5, family="power"),
        question("b", 4, family="words"),
        question("c", 4, family="power", stage="act"),
    ]
    sections = [
        Section(title="Look", stage="after", count=1),
        Section(title="Act", stage="act", count=1),
    ]

    assert names(choose(candidates, sections, no_two_of_a_family)) == [["b"], ["c"]]


def test_a_prompt_is_used_once() -> None:
    candidates = [question("a", 5, paragraph=1), question("a", 5, paragraph=2), question("b", 1)]

    chosen = choose(candidates, [Section(title="Look", stage="after", count=3)], by_score)

    assert sorted(names(chosen)[0]) == ["a", "b"]


def test_questions_follow_the_reading() -> None:
    candidates = [question("a", 5, paragraph=7), question("b", 1, paragraph=2)]

    chosen = choose(candidates, [Section(title="Look", stage="after", count=2)], by_score)

    assert names(chosen) == [["b", "a"]]


SCORES = {"a": 1, "b": 2, "c": 2, "d": 2, "e": 3}


@given(st.permutations([question(name, score) for name, score in SCORES.items()]))
def test_the_order_of_candidates_does_not_matter(candidates: list[Question]) -> None:
    sections = [Section(title="Look", stage="after", count=3)]

    assert names(choose(candidates, sections, by_score)) == [["b", "c", "e"]]


def test_stars_go_to_the_questions_with_the_highest_scores_of_which_tension_is_a_part() -> None:
    questions = [question("a", 9), question("b", 1, tension=2), question("c", 5)]

    assert [item.starred for item in star(questions, 2)] == [True, False, True]


def test_two_starred_questions_do_not_share_their_evidence() -> None:
    shared = (Span(TEXT, 0, 3),)
    questions = [
        question("a", 9, evidence=shared),
        question("b", 8, evidence=shared),
        question("c", 1),
    ]

    assert [item.starred for item in star(questions, 2)] == [True, False, True]


def test_a_question_that_any_text_could_have_gets_no_star() -> None:
    questions = [question("a", 9, specific=False), question("b", 1)]

    assert [item.starred for item in star(questions, 2)] == [False, True]


def test_a_prompt_may_say_that_it_is_never_or_always_worth_a_star() -> None:
    alone, shared = question("a", 9), question("b", 1, specific=False)
    alone = replace(alone, prompt=replace(alone.prompt, discuss="never"))
    shared = replace(shared, prompt=replace(shared.prompt, discuss="always"))

    assert [item.starred for item in star([alone, shared], 2)] == [False, True]


def test_weak_questions_are_asked_only_where_a_section_would_have_too_few() -> None:
    candidates = [
        replace(one, prompt=replace(one.prompt, weight=weight))
        for one, weight in ((question("a", 1), 3), (question("b", 2), -3), (question("c", 3), -9))
    ]
    section = Section(title="Look", stage="after", count=3)

    assert names(choose(candidates, [section], by_score)) == [["a", "b", "c"]]
    assert names(choose(candidates, [replace(section, least=1)], by_score)) == [["a"]]
    assert names(choose(candidates, [replace(section, least=2)], by_score)) == [["a", "b"]]
    assert names(choose(candidates, [replace(section, least=3)], by_score)) == [["a", "b"]]


def test_a_weak_question_does_not_take_the_place_of_a_good_one() -> None:
    good, weak = question("good", 1), question("weak", 9)
    weak = replace(weak, prompt=replace(weak.prompt, weight=-3))
    section = Section(title="Look", stage="after", count=1, least=1)

    assert names(choose([weak, good], [section], by_score)) == [["good"]]
    assert names(choose([weak], [section], by_score)) == [["weak"]]


def test_a_limit_saves_work_and_changes_nothing() -> None:
    """What cannot be worth enough is not weighed; the set is the same, place for place."""
    weighed: list[int] = []

    def counting(questions: Sequence[Question], more_than: float = 0) -> float:
        weighed.append(len(questions))
        return no_two_of_a_family(questions)

    def limit(kept: Sequence[Question]) -> Callable[[Question], float]:
        best = sum(question.score for question in kept)
        return lambda question: best + question.score

    families: tuple[Family, ...] = ("words", "claims", "words", "power", "claims")
    candidates = [
        question(f"q{number}", family=families[number % 5], score=10.0 - number)
        for number in range(15)
    ]
    sections = [Section(title="Look", stage="after", count=4)]
    plain = choose(candidates, sections, counting)
    without = len(weighed)
    limited = choose(candidates, sections, counting, limit)

    assert names(limited) == names(plain)
    assert len(weighed) - without < without


def test_a_group_has_one_question_to_discuss_even_where_none_is_the_texts_own() -> None:
    before, poor, good = question("a", 9), question("b", 1), question("c", 2)
    before = replace(before, prompt=replace(before.prompt, stage="before"))

    assert [
        [item.starred for item in section] for section in with_a_star([(before,), (poor, good)])
    ] == [[False], [False, True]]
    own = replace(poor, starred=True)
    assert with_a_star([(before,), (own, good)]) == [(before,), (own, good)]


def test_what_is_answered_from_one_place_is_not_starred() -> None:
    plain, deep = question("a", 9, specific=True), question("b", 1, specific=True)
    shallow = replace(plain, prompt=replace(plain.prompt, depth=2))
    deep = replace(deep, prompt=replace(deep.prompt, depth=3))

    assert [item.starred for item in star([shallow, deep], 1)] == [False, True]
    assert [item.starred for item in star([shallow], 1)] == [False]
    assert [item.starred for item in star([replace(shallow, tension=1)], 1)] == [True]
