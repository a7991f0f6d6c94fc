"""What a set of questions must be: the rules SET01-SET13, and a score to choose by.

Each rule counts how often a set breaks it. Choosing takes the counts as costs, so that a
rule can give way to a heavier one when a text is too short for all of them; the editor is
told of those that remain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from guides.lint import question as lint
from guides.model import Findings, Question

STAGES = ("before", "during", "after", "act", "reflect")
_VOICE_FAMILIES = ("stakeholders", "absent", "power")
_CONNECTING_FAMILIES = ("connect", "act", "embedded")

Questions = Sequence[Question]


@dataclass(frozen=True, slots=True)
class SetRule:
    """A rule for a set: *count* says how often it is broken, *cost* what each time costs."""

    number: str
    code: str
    count: Callable[[Questions, Findings], int]
    cost: float
    hint: str


def _stages(questions: Questions, findings: Findings) -> int:
    places = [STAGES.index(question.prompt.stage) for question in questions]
    return sum(later < earlier for earlier, later in pairwise(places))


def _text_dependent(questions: Questions, findings: Findings) -> int:
    wanted = -(-len(questions) * 6 // 10)
    return max(0, wanted - sum(question.prompt.text_dependent for question in questions))


def _specific(questions: Questions, findings: Findings) -> int:
    wanted = len(questions) * 3 // 4
    return max(0, wanted - sum(question.specific for question in questions))


def _depth(questions: Questions, findings: Findings) -> int:
    deep = sum(question.prompt.depth >= 3 for question in questions)
    shallow = sum(question.prompt.depth == 1 for question in questions)
    return max(0, len(questions) // 2 - deep) + max(0, shallow - len(questions) // 5)


def _families(questions: Questions, findings: Findings) -> int:
    counts = Counter(question.prompt.family for question in questions)
    allowed = {"quotations": 3}
    return sum(max(0, n - allowed.get(family, 2)) for family, n in counts.items())


@cache
def _too_alike(first: str, second: str) -> bool:
    return lint.alike(first, second)


def _alike(questions: Questions, findings: Findings) -> int:
    texts = [question.text for question in questions]
    pairs = ((a, b) for place, a in enumerate(texts) for b in texts[place + 1 :])
    return sum(_too_alike(min(pair), max(pair)) for pair in pairs)


def _openings(questions: Questions, findings: Findings) -> int:
    return lint.repeated_openings(questions)


def _coverage(questions: Questions, findings: Findings) -> int:
    numbered = {block.number for block in findings.document.numbered}
    wanted = min(len(numbered) // 2, len(questions))
    return max(0, wanted - len(_covered(questions) & numbered))


def _covered(questions: Questions) -> set[int]:
    """Return the paragraphs that questions send readers to, of a longer pointer only two."""
    return {number for question in questions for number in question.paragraphs[:2]}


def _crowding(questions: Questions, findings: Findings) -> int:
    about = Counter(question.paragraph for question in questions if question.paragraph)
    return sum(max(0, times - 2) for times in about.values())


def _spread(questions: Questions, findings: Findings) -> int:
    families = {question.prompt.family for question in questions}
    wanted = (
        any(question.prompt.stage == "during" for question in questions),
        bool(families & set(_VOICE_FAMILIES)),
        bool(families & set(_CONNECTING_FAMILIES)),
    )
    return len(wanted) - sum(wanted)


def _asked_question(questions: Questions, findings: Findings) -> int:
    wanted = any(question.whole and question.label for question in findings.questions)
    return int(wanted and not any(q.prompt.family == "embedded" for q in questions))


def _tension(questions: Questions, findings: Findings) -> int:
    tense = findings.contrasts or findings.doubts or findings.gaps
    return int(bool(tense) and not any(question.tension for question in questions))


def _absent(questions: Questions, findings: Findings) -> int:
    times = sum(question.prompt.family == "absent" for question in questions)
    wanted = bool(findings.overview.unquoted)
    return max(0, times - 1) + int(wanted and not times)


def _one_quotation(questions: Questions, findings: Findings) -> int:
    used = Counter(span for question in questions for span in question.evidence)
    return sum(max(0, times - 2) for times in used.values())


def _same_shape(questions: Questions, findings: Findings) -> int:
    """Count the questions that ask of a second finding what was asked of a first one."""
    shapes = Counter(
        (question.prompt.family, _slots(question.prompt.ask))
        for question in questions
        if question.evidence
    )
    return sum(times - 1 for times in shapes.values())


@cache
def _slots(stem: str) -> frozenset[str]:
    """Return the findings that a stem takes: "pair", "claim"."""
    return frozenset(re.findall(r"\{\{\s*(\w+)", stem))


_QUOTED = re.compile(r"“([^”]*)”")
_A_PASSAGE = 5
_A_ROLL = 3


def _same_words(questions: Questions, findings: Findings) -> int:
    """Count the questions that print a passage which another one has printed already."""
    printed: list[str] = []
    times = 0
    for question in questions:
        if question.prompt.stage == "before":  # a title may come back after reading
            continue
        passages = [" ".join(found.strip(" .?!").split()) for found in _passages(question.text)]
        times += any(new in old or old in new for new in passages for old in printed)
        printed += passages
    return times


def _same_list(questions: Questions, findings: Findings) -> int:
    """Count the questions that call the roll of speakers which another one has called."""
    voices = findings.overview.voices
    calling = sum(
        sum(name in question.text for name in voices) >= _A_ROLL for question in questions
    )
    return max(0, calling - 1)


@cache
def _passages(text: str) -> tuple[str, ...]:
    return tuple(found for found in _QUOTED.findall(text) if len(found.split()) >= _A_PASSAGE)


SET_RULES: tuple[SetRule, ...] = (
    SetRule("SET02", "stages-out-of-order", _stages, 9, "put the sections in stage order"),
    SetRule("SET03", "too-little-text", _text_dependent, 3, "ask more that needs the reading"),
    SetRule("SET03", "too-general", _specific, 3, "ask more that only this text could have"),
    SetRule("SET03", "too-shallow", _depth, 3, "ask more at depth 3 and above"),
    SetRule("SET04", "one-family-too-often", _families, 4, "mix the families"),
    SetRule("SET05", "repeated-opening", _openings, 5, "open the questions differently"),
    SetRule("SET05", "questions-too-alike", _alike, 9, "drop one of the two"),
    SetRule("SET06", "paragraphs-left-out", _coverage, 1.5, "point at more of the reading"),
    SetRule("SET06", "one-paragraph-too-often", _crowding, 3, "point at other paragraphs"),
    SetRule("SET07", "no-spread", _spread, 4, "ask what it says, whose voice, what next"),
    SetRule("SET10", "asked-question-unused", _asked_question, 4, "use the text's own question"),
    SetRule("SET11", "no-tension", _tension, 6, "use a contrast, a denial or a doubt word"),
    SetRule("SET12", "absent-voice", _absent, 6, "ask once about those who are not quoted"),
    SetRule("SET13", "one-finding-too-often", _one_quotation, 5, "use another finding"),
    SetRule("SET13", "one-shape-too-often", _same_shape, 4, "ask of another kind of finding"),
    SetRule("SET14", "same-names-twice", _same_list, 4, "list the speakers once"),
    SetRule("SET14", "same-words-twice", _same_words, 4, "quote another passage"),
)


def broken(questions: Questions, findings: Findings) -> tuple[tuple[SetRule, int], ...]:
    """Return the rules that a set breaks, each with how often."""
    counted = ((rule, rule.count(questions, findings)) for rule in SET_RULES)
    return tuple((rule, times) for rule, times in counted if times)


def worth(questions: Questions, findings: Findings) -> float:
    """Return what a set is worth: its questions' scores less what broken rules cost.

    Variety is part of it: a second question of a family, on one piece of evidence or with
    the same opening words is worth less than the first, long before a rule is broken.
    """
    total = sum(question.score for question in questions)
    total -= sum(rule.cost * times for rule, times in broken(questions, findings))
    total -= 1.5 * _repeats(question.prompt.family for question in questions)
    total -= 1.5 * _repeats(lint.opening(question.text) for question in questions)
    total -= 0.75 * _repeats(q.paragraph for q in questions if q.paragraph)
    total -= 1.5 * _overlaps(questions)
    return total + len(_covered(questions))


def _overlaps(questions: Questions) -> int:
    """Count the questions that stand on words on which an earlier one stands already."""
    ranges: list[tuple[int, int]] = []
    times = 0
    for question in questions:
        own = [(span.start, span.end) for span in question.evidence]
        times += any(start < last and first < end for start, end in own for first, last in ranges)
        ranges += own
    return times


def _repeats(items: Iterable[Hashable]) -> int:
    return sum(times - 1 for times in Counter(items).values())
