"""What a set of questions must be: the rules SET02-SET15, and a score to choose by.

Each rule counts how often a set breaks it. Choosing takes the counts as costs, so that a
rule can give way to a heavier one when a text is too short for all of them; the editor is
told of those that remain. Rules see a question as a `Member`, which is worked out once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guides.lint import question as lint
from guides.lint.members import STAGES, Member, Members, Reading, member_of, reading_of
from guides.model import Findings, Question

_VOICE_FAMILIES = frozenset({"stakeholders", "absent", "power"})
_CONNECTING_FAMILIES = frozenset({"connect", "act", "embedded"})
_DURING = STAGES.index("during")
_LOOKING_AHEAD = frozenset({"close", "exit", "act", "connect"})
_EASY = 2  # the deepest that anybody can answer before the talk has begun

Questions = Sequence[Question]


@dataclass(frozen=True, slots=True)
class SetRule:
    """A rule for a set.

    Attributes:
        number: As in the catalogue, ``"SET01"``.
        code: As `guides explain` knows it.
        count: Says how often it is broken.
        cost: What each time costs when questions are chosen.
        says: What is wrong, as the editor reads it.
    """

    number: str
    code: str
    count: Callable[[Members, Reading], int]
    cost: float
    says: str
    hint: str


def _stages(members: Members, reading: Reading) -> int:
    return sum(later.place < earlier.place for earlier, later in pairwise(members))


def _text_dependent(members: Members, reading: Reading) -> int:
    wanted = -(-len(members) * 6 // 10)
    return max(0, wanted - sum([member.text_dependent for member in members]))


def _specific(members: Members, reading: Reading) -> int:
    wanted = len(members) * 3 // 4
    return max(0, wanted - sum([member.question.specific for member in members]))


def _depth(members: Members, reading: Reading) -> int:
    depths = [member.depth for member in members]
    deep = sum([depth >= 3 for depth in depths])
    shallow = depths.count(1)
    return max(0, len(members) // 2 - deep) + max(0, shallow - len(members) // 5)


def _families(members: Members, reading: Reading) -> int:
    families = [member.family for member in members]
    quotations = families.count("quotations")
    others = [family for family in families if family != "quotations"]
    return max(0, quotations - 3) + _more_than(2, others)


def _more_than(most: int, items: Sequence[Hashable]) -> int:
    """Count the items that are more than *most* of a kind."""
    kinds = set(items)
    if len(items) - len(kinds) < most:  # too few come again
        return 0
    return sum(max(0, items.count(kind) - most) for kind in kinds)


def _alike(members: Members, reading: Reading) -> int:
    times = 0
    for place, one in enumerate(members):
        known = one.alike
        for other in members[place + 1 :]:
            answer = known.get(other.number)
            if answer is None:
                same = not one.tasks.isdisjoint(other.tasks)
                answer = same or lint.share_most(one.telling, other.telling)
                known[other.number] = answer
            times += answer
    return times


def _openings(members: Members, reading: Reading) -> int:
    return _more_than(2, [member.opening for member in members])


def _coverage(members: Members, reading: Reading) -> int:
    wanted = min(len(reading.numbered) // 2, len(members))
    return max(0, wanted - len(_covered(members) & reading.numbered))


def _covered(members: Members) -> set[int]:
    return {number for member in members for number in member.covered}


def _crowding(members: Members, reading: Reading) -> int:
    return _more_than(2, _about(members))


def _about(members: Members) -> list[int]:
    return [member.question.paragraph for member in members if member.question.paragraph]


def _spread(members: Members, reading: Reading) -> int:
    families = {member.family for member in members}
    there = (
        any(member.place == _DURING for member in members),
        not families.isdisjoint(_VOICE_FAMILIES),
        not families.isdisjoint(_CONNECTING_FAMILIES),
    )
    return len(there) - sum(there)


def _first(members: Members, reading: Reading) -> int:
    """Tell whether the first question is too deep to begin with."""
    return int(bool(members) and members[0].depth > _EASY)


def _last(members: Members, reading: Reading) -> int:
    """On a hard topic the last word is of those who responded, or of what comes next."""
    ends_well = not members or members[-1].family in _LOOKING_AHEAD
    return int(reading.hard and not ends_well)


def _asked_question(members: Members, reading: Reading) -> int:
    return int(reading.asks and all(member.family != "embedded" for member in members))


def _tension(members: Members, reading: Reading) -> int:
    return int(reading.pulls_apart and not any(member.question.tension for member in members))


def _absent(members: Members, reading: Reading) -> int:
    times = [member.family for member in members].count("absent")
    return max(0, times - 1) + int(reading.leaves_out and not times)


def _one_quotation(members: Members, reading: Reading) -> int:
    return _more_than(2, [number for member in members for number in member.evidence])


def _same_shape(members: Members, reading: Reading) -> int:
    """Count the questions that ask of a second finding what was asked of a first one.

    A word that turns the thought, or one that doubts, is asked about once, whatever is asked.
    """
    shapes = [member.shape for member in members if member.shape]
    turns = sum(["contrast" in slots for _, slots in shapes])
    doubts = sum(["doubt" in slots for _, slots in shapes])
    return max(_repeats(shapes), max(turns - 1, 0) + max(doubts - 1, 0))


def _same_words(members: Members, reading: Reading) -> int:
    """Count the questions that print a passage which another one has printed already."""
    printed: list[str] = []
    times = 0
    for member in members:
        if member.passages:
            times += any(new in old or old in new for new in member.passages for old in printed)
            printed += member.passages
    return times


def _same_list(members: Members, reading: Reading) -> int:
    """Count the questions that name two speakers whom another one has named together."""
    times = 0
    for place, member in enumerate(members):
        if len(member.named) > 1:
            times += any(len(member.named & other.named) > 1 for other in members[:place])
    return times


def _one_person(members: Members, reading: Reading) -> int:
    """Count the questions that name one speaker and are more than two."""
    return _more_than(2, [name for member in members for name in member.named])


def _texts_left_out(members: Members, reading: Reading) -> int:
    """Count the questions that texts read together lack of a fair share, and of comparing."""
    if not reading.texts:
        return 0
    fair = len(members) // (len(reading.texts) + 1)
    lacking = sum(
        max(0, fair - sum([not own.isdisjoint(m.question.paragraphs) for m in members]))
        for own in reading.texts
    )
    return lacking + 2 * all(not m.question.prompt.compares for m in members)


SET_RULES: tuple[SetRule, ...] = (
    SetRule(
        "SET02",
        "stages-out-of-order",
        _stages,
        9,
        "questions stand behind those of a later stage",
        "put the sections in stage order",
    ),
    SetRule(
        "SET03",
        "too-little-text",
        _text_dependent,
        3,
        "more questions should need the reading",
        "ask more that needs the reading",
    ),
    SetRule(
        "SET03",
        "too-general",
        _specific,
        3,
        "more questions should be this text's alone",
        "ask more that only this text could have",
    ),
    SetRule(
        "SET03",
        "too-shallow",
        _depth,
        3,
        "questions are too many on the surface",
        "ask more at depth 3 and above",
    ),
    SetRule(
        "SET04",
        "one-family-too-often",
        _families,
        4,
        "questions are too many of one family",
        "mix the families",
    ),
    SetRule(
        "SET05",
        "repeated-opening",
        _openings,
        5,
        "questions open like two others",
        "open the questions differently",
    ),
    SetRule(
        "SET05",
        "questions-too-alike",
        _alike,
        9,
        "questions ask nearly what another asks",
        "drop one of the two",
    ),
    SetRule(
        "SET06",
        "paragraphs-left-out",
        _coverage,
        1.5,
        "more paragraphs should be asked about",
        "point at more of the reading",
    ),
    SetRule(
        "SET06",
        "one-paragraph-too-often",
        _crowding,
        3,
        "questions are too many on one paragraph",
        "point at other paragraphs",
    ),
    SetRule(
        "SET07",
        "no-spread",
        _spread,
        4,
        "kinds of question are missing",
        "ask what it says, whose voice, what next",
    ),
    SetRule(
        "SET08",
        "hard-first-question",
        _first,
        4,
        "the first question is a hard one to begin with",
        "begin with one that anybody can answer",
    ),
    SetRule(
        "SET09",
        "ends-on-the-harm",
        _last,
        6,
        "the last question looks back at the harm",
        "end with those who responded, or what comes next",
    ),
    SetRule(
        "SET10",
        "asked-question-unused",
        _asked_question,
        4,
        "the text asks a question that is not used",
        "use the text's own question",
    ),
    SetRule(
        "SET11",
        "no-tension",
        _tension,
        6,
        "no question uses what pulls apart in the text",
        "use a contrast, a denial or a doubt word",
    ),
    SetRule(
        "SET12",
        "absent-voice",
        _absent,
        12,
        "those who are not quoted are not asked about once",
        "ask once about those who are not quoted",
    ),
    SetRule(
        "SET13",
        "one-finding-too-often",
        _one_quotation,
        5,
        "questions are too many on one passage",
        "use another finding",
    ),
    SetRule(
        "SET13",
        "one-shape-too-often",
        _same_shape,
        6,
        "questions ask the same of another passage",
        "ask of another kind of finding",
    ),
    SetRule(
        "SET13",
        "one-person-too-often",
        _one_person,
        3,
        "questions are too many on one speaker",
        "ask about another voice",
    ),
    SetRule(
        "SET14",
        "same-names-twice",
        _same_list,
        5,
        "the same speakers are set side by side again",
        "set two speakers side by side once",
    ),
    SetRule(
        "SET14",
        "same-words-twice",
        _same_words,
        7,
        "passages are printed again",
        "quote another passage",
    ),
    SetRule(
        "SET15",
        "a-text-left-out",
        _texts_left_out,
        3,
        "texts have too few questions of their own",
        "ask about each of the texts, and both",
    ),
)


_EQUAL = 1e-9  # sums of the same numbers in another order differ by less

# Rules that another question can break once more, and never once less.
_GROWING = tuple(
    rule
    for rule in SET_RULES
    if rule.count
    in {_stages, _families, _openings, _alike, _crowding, _one_quotation, _same_shape}
    | {_same_list, _same_words, _one_person}
)
# What is lacking costs sets the most and is counted soonest.
_LACKING_FIRST = sorted(SET_RULES, key=lambda rule: (rule in _GROWING, -rule.cost))


def broken(questions: Questions, findings: Findings) -> tuple[tuple[SetRule, int], ...]:
    """Return the rules that a set breaks, each with how often."""
    reading = reading_of(findings)
    members = [member_of(question, number, reading) for number, question in enumerate(questions)]
    return _broken(members, reading)


def _broken(members: Members, reading: Reading) -> tuple[tuple[SetRule, int], ...]:
    counted = [(rule, rule.count(members, reading)) for rule in SET_RULES]
    return tuple([(rule, times) for rule, times in counted if times])


class Scale:
    """Tells what sets of questions on one text are worth, and remembers the questions."""

    def __init__(self, findings: Findings) -> None:
        self._reading = reading_of(findings)
        self._known: dict[int, Member] = {}  # by the question's identity, which a member keeps
        self._weighed: dict[tuple[Member, ...], float] = {}

    def worth(self, questions: Questions, more_than: float = -math.inf) -> float:
        """Return a set's worth: its questions' scores less what broken rules cost.

        Variety is part of it: a second question of a family, on one piece of evidence or with
        the same opening words is worth less than the first, long before a rule is broken.

        Args:
            questions: The set.
            more_than: A set that is not worth more need not be weighed to the end; what is
                returned of it is no more, either.
        """
        members = tuple(self._members(questions))
        if members not in self._weighed:
            worth = self._weigh(members, more_than)
            if worth <= more_than:
                return worth
            self._weighed[members] = worth
        return self._weighed[members]

    def _weigh(self, members: Members, more_than: float) -> float:
        score = sum([member.question.score for member in members])
        sameness, covered = _sameness(members), len(_covered(members))
        room = score - sameness + covered - more_than + _EQUAL
        cost = 0.0
        for rule in _LACKING_FIRST:
            cost += rule.cost * rule.count(members, self._reading)
            if cost > room:
                return -math.inf
        return score - cost - sameness + covered

    def limit(self, questions: Questions) -> Callable[[Question], float]:
        """Return what tells the most that a set of these and one more can be worth.

        Most of what a set loses is not given back by another question in it, wherever that
        stands. It takes little to tell, and shows of most questions that they will not do.
        """
        members = self._members(questions)
        score = sum([member.question.score for member in members]) - _sameness(members)
        score -= sum([rule.cost * rule.count(members, self._reading) for rule in _GROWING])
        families = {member.family for member in members}
        openings = {member.opening for member in members}
        about, covered = set(_about(members)), _covered(members)

        def most(question: Question) -> float:
            (member,) = self._members([question])
            again = 1.5 * (member.family in families) + 1.5 * (member.opening in openings)
            again += 0.75 * (question.paragraph in about)
            return score + question.score - again + len(covered.union(member.covered))

        return most

    def _members(self, questions: Questions) -> list[Member]:
        known = self._known
        for question in questions:
            if id(question) not in known:
                known[id(question)] = member_of(question, len(known), self._reading)
        return [known[id(question)] for question in questions]


def _sameness(members: Members) -> float:
    """Return what a set loses because its questions are of a kind."""
    lost = 1.5 * _repeats([member.family for member in members])
    lost += 1.5 * _repeats([member.opening for member in members])
    lost += 0.75 * _repeats(_about(members))
    return lost + 7 * _overlaps(members)


def _overlaps(members: Members) -> int:
    """Count the questions that stand on words on which an earlier one stands already."""
    ranges: list[tuple[int, int]] = []
    times = 0
    for member in members:
        if member.ranges:
            times += any(
                start < last and first < end
                for start, end in member.ranges
                for first, last in ranges
            )
            ranges += member.ranges
    return times


def _repeats(items: Sequence[Hashable]) -> int:
    return len(items) - len(set(items))
