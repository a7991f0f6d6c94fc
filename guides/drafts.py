"""Drafts: a guide as a file that a teacher edits, and what in it must still be true.

`write` puts a chosen guide into readable YAML, `read` takes it back, edited. What a draft quotes
and the paragraphs it names are anchors: each is looked up in the reading, and one that is not
there is a problem at its place, with the words that come nearest. `updated` adds what is newly
worth asking and leaves every line of the teacher's as it stands.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from guides import lint
from guides.lint.asked import QUOTED, fold
from guides.model import (
    Document,
    Draft,
    DraftQuestion,
    Findings,
    Guide,
    GuideSection,
    Prompt,
    Question,
    Stage,
    Step,
    Term,
)
from guides.problems import Failed, Problem, Severity, did_you_mean
from guides.schema import Located, record
from guides.source import Source, Span
from guides.yaml_nodes import ListNode, MapNode, Node, Path, at

_SCHEMA_LINE = "# yaml-language-server: $schema={}\n"
_ABOUT = """\
# The guide for this text as one file. `guides build` prints exactly what stands here.
# Change the words, the order, the stars and the lines; delete questions; add your own (a new
# question needs only `text`). Words in quotation marks and paragraph numbers are looked up in the
# reading, and you are told which no longer stand there. `guides draft --update` adds what is new
# and touches nothing of yours. The level of care and the content note are the text's own: they
# stand in its front matter, under `sensitivity:`.
"""
_PARAGRAPHS = re.compile(r"(?:\b[Pp]aragraphs?|\b[Ss]tanzas?|¶)\s*(\d[\d,–\s]*(?:and\s+\d+)?)")
_Edit = tuple[int, int, str]  # from where to where, and what then stands there
_ANCHOR_WORDS = 3
_NEAR = 0.5
# What must never be printed, whoever wrote it; all else is the teacher's own choice.
_NEVER = frozenset(
    "asks-for-disclosure role-play debates-worth spokesperson hurtful-quotation "
    "compares-suffering trivial-task copies-the-reading".split()
)
_ANCHORED = frozenset(("wrong-quotation", "no-pointer"))  # looked up here, at their places


def fingerprint(document: Document) -> str:
    """Return what stands in a draft for the reading that it was made for."""
    return hashlib.sha256(fold(document.text).encode()).hexdigest()[:16]


# ---------------------------------------------------------------- writing


def write(guide: Guide, schema: str) -> str:
    """Return the draft of a guide; *schema* is the path of its JSON Schema for editors."""
    lines = [_SCHEMA_LINE.format(schema) + _ABOUT, f"plan: {guide.plan.id}"]
    lines.append(f"reading: {_quoted(fingerprint(guide.document))}")
    lines += _offered(question.prompt.id for question in guide.questions)
    lines.append("sections:")
    for section in guide.sections:
        lines += ["", f"  - title: {_quoted(section.title)}", f"    stage: {section.stage}"]
        lines.append("    questions:" if section.questions else "    questions: []")
        for question in section.questions:
            lines += ["", *_written(question)]
    lines += ["", "# Words to know, as they are printed; without a definition, a line to fill in."]
    lines.append("words:" if guide.words else "words: []")
    for term in guide.words:
        lines += _entry({"word": term.word, "definition": term.definition}, "  ")
    lines += ["", "# The run of show. The minutes add up to the session's; `section` says whose"]
    lines += ["# questions are talked about, `if_late` what may be cut.", "steps:"]
    for row in guide.steps:
        step = row.step
        fields = ("title", "minutes", "grouping", "lead", "group", "section", "if_late")
        lines += ["", *_entry({name: getattr(step, name) for name in fields}, "  ")]
    return "\n".join(lines) + "\n"


def _entry(values: Mapping[str, object], indent: str) -> Iterator[str]:
    """Yield the lines of one item of a list; what is empty is left out."""
    said = [(key, value) for key, value in values.items() if value]
    for place, (key, value) in enumerate(said):
        yield f"{indent}{'  ' if place else '- '}{key}: {_value(value)}"


def _offered(ids: Iterable[str]) -> list[str]:
    return ["# What you have been offered so far; a question that you delete does not come back.",
            f"offered: [{', '.join(ids)}]"]  # fmt: skip


def _written(question: Question, indent: str = "      ") -> Iterator[str]:
    """Yield the lines of one question; what is empty is left out."""
    yield f"{indent}- text: {_quoted(question.text)}"
    entries = {
        "pointer": question.pointer,
        "paragraphs": list(question.paragraphs),
        "starred": question.starred,
        "lines": question.lines,
        "form": question.prompt.form if question.prompt.form != "question" else "",
        "starter": question.starter,
        "evidence": [_shortened(span.text) for span in question.evidence],
        "why": question.why,
        "listen_for": question.listen_for,
        "if_stuck": question.if_stuck,
        "press": question.press,
        "watch_out": question.watch_out,
        "prompt": question.prompt.id,
    }
    for key, value in entries.items():
        if value or key == "lines":
            yield f"{indent}  {key}: {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(_value(item) for item in value)}]"
    return str(value) if isinstance(value, int) else _quoted(str(value))


def _quoted(text: str) -> str:
    """Return *text* in double quotes as YAML and JSON both read them."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _shortened(text: str, words: int = 12) -> str:
    """Return the first words of a passage, enough to find it by."""
    return " ".join(text.split()[:words])


# ---------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a draft says in place of the program.

    Attributes:
        words: None where it leaves them to the program.
        steps: None where it leaves the run of show to the plan.
    """

    sections: tuple[GuideSection, ...] = ()
    words: tuple[Term, ...] | None = None
    steps: tuple[Step, ...] | None = None


def read(
    source: Source, found: Findings, prompts: Mapping[str, Prompt]
) -> tuple[Drafted, list[Problem]]:
    """Return what a draft says as it is printed, and everything that does not hold.

    Args:
        source: The draft.
        found: What was found in the reading that it is for.
        prompts: By id; a question that names none of them is the teacher's own.

    Returns:
        Nothing where the file cannot be used at all.
    """
    located, problems = record(source, Draft)
    if located is None:
        return Drafted(), problems
    draft: Draft = located.value
    problems += _anchors(located, found.document)
    sections, number = [], 0
    for place, section in enumerate(draft.sections):
        questions = []
        for index, drafted in enumerate(section.questions):
            number += 1
            question = _asked(drafted, section.stage, number, prompts)
            problems += _linted(question, found, located, (place, index))
            questions.append(question)
        sections.append(
            GuideSection(title=section.title, stage=section.stage, questions=tuple(questions))
        )
    words = _words(located, found, problems) if _says(located, "words") else None
    steps = draft.steps if _says(located, "steps") else None
    problems += _steps(located)
    return Drafted(tuple(sections), words, steps), problems


def _says(located: Located[Draft], key: str) -> bool:
    return at(located.node, (key,)) is not None


def _steps(located: Located[Draft]) -> Iterator[Problem]:
    """Yield every step that talks about a section which is not there."""
    titles = [section.title for section in located.value.sections]
    for place, step in enumerate(located.value.steps):
        if step.section and step.section not in titles:
            message = f"no section is called `{step.section}`"
            hint = did_you_mean(step.section, titles) or f"the sections are {', '.join(titles)}"
            span = located.span("steps", place, "section")
            yield Problem("unknown-section", message, span, hint, "warning")


def _words(located: Located[Draft], found: Findings, problems: list[Problem]) -> tuple[Term, ...]:
    """Return the words to know at their first place in the reading; report what is not there."""
    terms = []
    for place, entry in enumerate(located.value.words):
        term = _term(entry.word, found)
        if term:
            terms.append(replace(term, word=entry.word, definition=entry.definition))
        else:
            span = located.span("words", place, "word")
            text = fold(found.document.text)
            problems.append(_not_there(entry.word, text, span, "error"))
    return tuple(sorted(terms, key=lambda term: term.span.start))


def _term(word: str, found: Findings) -> Term | None:
    """Return where a word stands, in whatever form; the program's own finding where it is one."""
    for term in found.vocabulary:
        if fold(term.word) == fold(word):
            return term
    stem = word.strip().removesuffix("e").removesuffix("y")
    pattern = r"\b" + r"\s+".join(map(re.escape, stem.split())) + r"\w*"
    places: list[tuple[Span, int]] = []
    for block in found.document.numbered:
        match = re.search(pattern, block.text, re.IGNORECASE)
        if match and block.number is not None:
            start = block.span.start + match.start()
            places.append((Span(block.span.source, start, start + len(match[0])), block.number))
    if not places:
        return None
    span, paragraph = places[0]
    numbers = tuple(number for _, number in places)
    return Term(span=span, paragraph=paragraph, word=word, paragraphs=numbers)


def _asked(
    drafted: DraftQuestion, stage: Stage, number: int, prompts: Mapping[str, Prompt]
) -> Question:
    prompt = prompts.get(drafted.prompt) or _own(drafted, stage)
    return Question(
        prompt=replace(prompt, form=drafted.form, stage=stage),
        text=drafted.text,
        pointer=drafted.pointer,
        paragraphs=tuple(sorted(drafted.paragraphs)),
        paragraph=drafted.paragraphs[0] if drafted.paragraphs else 0,
        starter=drafted.starter,
        why=drafted.why,
        listen_for=drafted.listen_for,
        if_stuck=drafted.if_stuck,
        press=drafted.press,
        watch_out=drafted.watch_out,
        specific=bool(drafted.paragraphs),
        number=number,
        starred=drafted.starred,
        lines=drafted.lines,
    )


def _own(drafted: DraftQuestion, stage: Stage) -> Prompt:
    """Return a prompt for a question that the teacher made up: it claims nothing."""
    return Prompt(
        id=drafted.prompt or "own",
        family="notice",
        stage=stage,
        text_dependent=False,
        bloom="understand",
        depth=2,
        ask=drafted.text,
        listen_for=drafted.listen_for,
    )


def _linted(
    question: Question, found: Findings, located: Located[Draft], place: tuple[int, int]
) -> Iterator[Problem]:
    """Yield what the lint says of a question: what must never be printed, else advice."""
    span = located.span("sections", place[0], "questions", place[1], "text")
    for breach in lint.check_question(question, found):
        if breach.code not in _ANCHORED:
            severity = breach.severity if breach.code in _NEVER else "warning"
            yield Problem(breach.code, f"it {breach.message}", span, breach.hint, severity)


# ---------------------------------------------------------------- anchors


def _anchors(located: Located[Draft], document: Document) -> Iterator[Problem]:
    """Yield every quotation and every paragraph number that is not in the reading."""
    # What an editor wrote may be quoted like the reading.
    text = fold(" ".join((document.text, *document.titles, *document.front.policy_options)))
    last = len(document.numbered)
    if located.value.reading and located.value.reading != fingerprint(document):
        message = "the reading has changed since this was drafted"
        hint = "what no longer holds is named below; `guides draft --update` adds what is new"
        yield Problem("reading-changed", message, located.span("reading"), hint, "warning")
    for place, section in enumerate(located.value.sections):
        for index, question in enumerate(section.questions):
            path = ("sections", place, "questions", index)
            for key in ("text", "pointer", "starter"):
                yield from _in_text(located, (*path, key), getattr(question, key), text, last)
            for number, paragraph in enumerate(question.paragraphs):
                if not 1 <= paragraph <= last:
                    yield _no_paragraph(paragraph, last, located.span(*path, "paragraphs", number))
            for number, passage in enumerate(question.evidence):
                if fold(passage) not in text:
                    span = located.span(*path, "evidence", number)
                    yield _not_there(passage, text, span, "warning")


def _in_text(
    located: Located[Draft], path: Path, written: str, text: str, last: int
) -> Iterator[Problem]:
    for found in QUOTED.finditer(written):
        words = fold(found[0])[1:-1].strip(" ,.;:?!")
        pieces = [piece.strip(" ,.;:") for piece in words.split("…")]
        short = len(words.split()) < _ANCHOR_WORDS or "___" in words
        if not short and any(piece not in text for piece in pieces):
            span = located.within(path, found.start(), found.end())
            yield _not_there(found[0][1:-1], text, span, "error")
    for found in _PARAGRAPHS.finditer(written):
        for number in re.finditer(r"\d+", found[1]):
            if not 1 <= int(number[0]) <= last:
                start = found.start(1) + number.start()
                span = located.within(path, start, start + len(number[0]))
                yield _no_paragraph(int(number[0]), last, span)


def _no_paragraph(number: int, last: int, span: Span) -> Problem:
    message = f"the reading has no paragraph {number}"
    return Problem("no-such-paragraph", message, span, f"its paragraphs are 1 to {last}")


def _not_there(words: str, text: str, span: Span, severity: Severity) -> Problem:
    """Return the problem of *words* that are not in the folded *text*, with what is nearest."""
    near = _nearest(fold(words), text)
    hint = f"the nearest words are “{near}”" if near else "quote the reading word for word"
    message = f"the reading does not say “{_shortened(words)}”"
    return Problem("not-in-the-reading", message, span, hint, severity)


def _nearest(words: str, text: str) -> str:
    """Return the stretch of *text*, about as many words long, that is most like *words*."""
    wanted, all_words = words.split(), text.split()
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, nearest = _NEAR, ""
    for length in (len(wanted), len(wanted) - 1, len(wanted) + 1):
        for start in range(max(1, len(all_words) - length + 1)):
            stretch = all_words[start : start + length]
            matcher.set_seq1(stretch)
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
                ratio = matcher.ratio()
                best, nearest = (ratio, " ".join(stretch)) if ratio > best else (best, nearest)
    return nearest


# ---------------------------------------------------------------- bringing in what is new


def updated(source: Source, guide: Guide) -> tuple[str, int]:
    """Return a draft with what *guide* asks and the draft never offered, and how many that is.

    Every line of the file stays as it is but two: the fingerprint of the reading and the list of
    what has been offered. A new question stands at the end of its section, the first one of that
    title; a section that the teacher emptied, renamed or threw out gets none.
    """
    located, problems = record(source, Draft)
    if located is None or any(problem.severity == "error" for problem in problems):
        raise Failed(problems)
    draft: Draft = located.value
    text = source.text if source.text.endswith("\n") else source.text + "\n"
    places: dict[str, int] = {}
    for place, section in enumerate(draft.sections):
        if section.questions:
            places.setdefault(section.title, place)
    fresh: dict[int, list[Question]] = {}
    for asked in guide.sections:
        mine = [item for item in asked.questions if item.prompt.id not in draft.offered]
        if mine and asked.title in places:
            fresh.setdefault(places[asked.title], []).extend(mine)
    ids = [question.prompt.id for mine in fresh.values() for question in mine]
    edits = [_inserted(text, located, place, mine) for place, mine in fresh.items()]
    edits += [_offering(text, located, ids)] if ids else []
    if draft.reading != fingerprint(guide.document):
        edits.append(_fingerprinted(text, located, _quoted(fingerprint(guide.document))))
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text, len(ids)


def _inserted(text: str, located: Located[Draft], place: int, questions: list[Question]) -> _Edit:
    """Return *questions* after the last one of a section, indented like it."""
    items = _items(located, "sections", place, "questions")
    first, last = items[0].span, items[-1].span
    before = text[text.rfind("\n", 0, first.start) + 1 : first.start]
    indent = " " * (len(before) - len(before.lstrip())) if before.strip() == "-" else ""
    lines = [line for question in questions for line in ["", *_written(question, indent)]]
    end = _line_end(text, last)
    return end, end, "\n".join(["", f"{indent}# new:", *lines[1:]])


def _offering(text: str, located: Located[Draft], ids: list[str]) -> _Edit:
    """Return *ids* at the end of what has been offered, whichever way that list is written."""
    node = at(located.node, ("offered",))
    if node is None:
        return _before_sections(text, located, _offered(ids))
    items = _items(located, "offered")
    if not items:
        return node.span.start, node.span.end, f"[{', '.join(ids)}]"
    last = items[-1].span
    if node.span.text.startswith("["):
        return last.end, last.end, "".join(f", {name}" for name in ids)
    line = text.rfind("\n", 0, last.start) + 1
    end = _line_end(text, last)
    return end, end, "".join(f"\n{text[line : last.start]}{name}" for name in ids)


def _fingerprinted(text: str, located: Located[Draft], mark: str) -> _Edit:
    node = at(located.node, ("reading",))
    if node is None:
        return _before_sections(text, located, [f"reading: {mark}"])
    written = node.span.text.rstrip()
    return node.span.start, node.span.start + len(written), mark if written else f" {mark}"


def _before_sections(text: str, located: Located[Draft], lines: list[str]) -> _Edit:
    """Return *lines* as keys of the draft, above its sections."""
    entries = located.node.entries if isinstance(located.node, MapNode) else {}
    key = entries["sections"].key if "sections" in entries else located.node.span
    line = text.rfind("\n", 0, key.start) + 1
    return line, line, "".join(f"{text[line : key.start]}{said}\n" for said in lines)


def _items(located: Located[Draft], *path: str | int) -> tuple[Node, ...]:
    node = at(located.node, path)
    return node.items if isinstance(node, ListNode) else ()


def _line_end(text: str, span: Span) -> int:
    """Return the end of the line that a part of the file ends on."""
    return text.find("\n", span.start + len(span.text.rstrip()))
