"""What people write as YAML: prompts, plans, word lists and care texts.

The docstrings are the descriptions that editors show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
        discuss: Whether it may get a star: where it says something that only this text has
            (own), always, or never, as what one does better alone and on paper.
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
    discuss: Literal["own", "always", "never"] = "own"
    lines: int = 3
    standards: tuple[str, ...] = ()

    @property
    def compares(self) -> bool:
        """True where it sets texts that are read together beside each other."""
        return any("document.texts" in need for need in self.needs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the handout and the questions under it.

    Attributes:
        title: As printed: "Get clear".
        stage: Only prompts of this stage are asked here.
        count: How many questions to print.
        least: How many of them to print at least, though the text offers only weak ones; 0 for
            all of them.
        starred: How many of them the group discusses.
        families: Only these families; empty for any.
        first: Ids of prompts to take first where they fit.
        lines: Ruled lines under each question; 0 lets the prompt decide.
    """

    title: str
    stage: Stage
    count: int
    least: int = 0
    starred: int = 0
    families: tuple[Family, ...] = ()
    first: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A row of the run of show.

    Attributes:
        title: What happens: "Read and mark". Where it begins with "Read", the text is read.
        minutes: How long it takes.
        grouping: alone, pairs, fours, whole group.
        lead: What you do or say, one sentence. `{{ questions }}` and `{{ a question }}` become
            what the section has: "the starred questions first, then one of the others".
        group: What they do, one sentence; of the reading, it stands above the text, too. It may
            have the same slots.
        section: The title of the section whose starred questions are discussed, and those of
            the sections after it that no step names.
        if_late: True where it can be cut; opening and closing never are.
    """

    title: str
    minutes: int
    grouping: str = ""
    lead: str = ""
    group: str = ""
    section: str = ""
    if_late: bool = False

    @property
    def reads(self) -> bool:
        """Tell whether the text is read in it, by its title."""
        return self.title.lower().startswith("read")


# A printed form of a guide; its layout is `layouts/<edition>.html.j2`.
Edition = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A session plan: minutes, stages, how many of which prompts, which editions.

    Attributes:
        id: The file's name without its ending.
        title: As printed.
        audience: Whom it is for.
        group_size: "12 to 35 people".
        minutes: The whole session; the steps must add up to it.
        aims: What people can do by the end, two or three. `{{ said from unsaid }}` becomes what
            there is to tell apart in a text of its kind.
        materials: What to bring.
        sections: The handout, in order.
        steps: The run of show, in order.
        editions: What is printed.
        words: How many words to know.
        adapt: Ways to make it shorter, longer, easier, remote: one sentence each. What is left
            is counted in `{{ minutes without Wider, half of Core }}`, where "one question of
            Core" may stand, too; `{{ a question of Core }}` becomes "question 5 or 6". A way
            that this session has not is left out.
        highest_level: The hardest topic (sensitivity 0 to 3) it is meant for; an editor can
            switch it on for a harder one.
        needs_options: True where the editor must give two `policy_options`.
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
    highest_level: Literal[0, 1, 2, 3] = 3
    needs_options: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuestion:
    """A question of a drafted guide; every part of it is yours to change.

    Attributes:
        text: What is asked. Words in quotation marks must stand in the reading.
        pointer: Where the evidence is, printed small: "¶6, 8".
        paragraphs: The numbers of the paragraphs it is about.
        starred: True where the group discusses it.
        lines: Ruled lines to write on.
        form: A question, or a completion, list, scale or private line.
        starter: How an answer could begin.
        evidence: Passages that the question stands on; you are told when one has gone.
        why: For the facilitator, why it is worth asking.
        listen_for: For the facilitator, the range of good answers.
        if_stuck: For the facilitator, a smaller step.
        press: For the facilitator, what to ask next.
        watch_out: For the facilitator, what can go wrong.
        prompt: The prompt it came from; leave it out in a question of your own.
    """

    text: str
    pointer: str = ""
    paragraphs: tuple[int, ...] = ()
    starred: bool = False
    lines: int = 3
    form: Form = "question"
    starter: str = ""
    evidence: tuple[str, ...] = ()
    why: str = ""
    listen_for: str = ""
    if_stuck: str = ""
    press: str = ""
    watch_out: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSection:
    """A heading of a drafted guide and its questions, in the order in which they are printed.

    Attributes:
        title: As printed; the run of show finds its questions by it.
        stage: before, during, after, act or reflect.
        questions: At least one.
    """

    title: str
    stage: Stage
    questions: tuple[DraftQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftWord:
    """A word to know of a drafted guide.

    Attributes:
        word: As it stands in the reading, or as a dictionary lists it.
        definition: What it means here; without one, a line to fill in is printed.
    """

    word: str
    definition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A guide as a file: what is printed in place of what the program would choose.

    Attributes:
        plan: The session plan that it follows.
        sections: Everything that is asked, in order.
        words: The words to know; left out, the program chooses them.
        steps: The run of show; left out, the plan's, with time for the reading and for care.
        reading: The mark of the reading it was made for; tells whether that has changed.
        offered: Prompts that were offered so far; none of them comes back by itself.
    """

    plan: str
    sections: tuple[DraftSection, ...]
    words: tuple[DraftWord, ...] = ()
    steps: tuple[Step, ...] = ()
    reading: str = ""
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """An entry of the glossary in `templates/words/`.

    Attributes:
        word: The headword, or a fixed phrase.
        definition: At most 15 words, simpler than the word, for its commonest sense.
        part: noun, verb, adjective or adverb, where it matters.
        forms: Irregular forms that plain endings would not find.
        cues: Words nearby that pick the first sense; without a second one, the word is explained
            only where one of them is near.
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
    """A line that a guide carries from a sensitivity level on.

    Attributes:
        text: The line.
        level: The lowest level at which it is printed.
        if_checks: True where it is about the table of things to check, which not every guide has.
    """

    text: str
    level: Literal[0, 1, 2, 3] = 1
    if_checks: bool = False


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
        unchecked_note: The content note of such a text, for participants.
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
    unchecked_note: str = ""
