"""A guide, a reading and findings as plain text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from guides.model import Document, Guide, Question

_WIDTH = 88


def reading(document: Document) -> str:
    """Return the numbered paragraphs as they will be printed, and what was mended or dropped."""
    lines = [document.title, ""]
    for number, text in enumerate(document.texts):
        lines += [*([""] if number else []), f"“{text.title}”", ""]
        lines += _printed(text)
    if not document.texts:
        lines += _printed(document)
    lines += [f"\nmended: {repair}" for repair in document.repairs]
    lines += [f"\nleft out: {' '.join(span.text.split())[:70]}" for span in document.dropped]
    return "\n".join(lines)


def _printed(document: Document) -> Iterator[str]:
    """Yield the lines of one text: its preface, its paragraphs, its source."""
    if document.preface:
        yield document.preface.heading
        yield from (_block(note.label, note.span.text) for note in document.preface.notes)
        yield ""
    for block in document.blocks:
        said_by = f"{block.speaker}: " if block.speaker else ""
        yield _block(str(block.number or ""), f"{said_by}{block.text}")
    if document.source_line:
        yield from ("", _block("", document.source_line.text))


def guide(made: Guide) -> str:
    """Return the guide: questions with their facilitator notes, run of show, checks."""
    return "\n".join(_guide_lines(made))


def _guide_lines(made: Guide) -> Iterator[str]:
    yield made.document.title
    yield made.credit
    yield f"{made.plan.title}: {made.plan.minutes} minutes, sensitivity {made.sensitivity.level}"
    if made.care.content_note:
        yield _wrapped(made.care.content_note, "  ")
    for section in made.sections:
        yield f"\n{section.title}"
        for question in section.questions:
            yield from _question_lines(question)
    yield "\nWords to know"
    for term in made.words:
        yield f"  {term.word} (¶{term.paragraph}): {term.definition or '____________________'}"
    yield "\nRun of show"
    by_the_clock = bool(made.steps and made.steps[0].start)
    for row in made.steps:
        numbers = ", ".join(str(number) for number in row.questions)
        asked = f" (questions {numbers})" if numbers else ""
        start = _time(row.start, by_the_clock)
        yield f"  {start:>5}  {row.step.minutes:2} min  {row.step.title}{asked}"
    yield "\nCheck before you use this"
    for check in made.checks:
        where = ", ".join(str(number) for number in check.paragraphs)
        yield f"  ¶{where}  {check.kind}: {check.text}  — {check.ask}"
    yield from (f"\nmissing: {line}" for line in made.missing)


def _time(minutes: int, by_the_clock: bool) -> str:
    return f"{minutes // 60 % 24}:{minutes % 60:02}" if by_the_clock else str(minutes)


def _question_lines(question: Question) -> Iterator[str]:
    star = "★" if question.starred else " "
    pointer = f"  [{question.pointer}]" if question.pointer else ""
    head = f"{question.number:3} {star} "
    yield textwrap.fill(
        question.text + pointer, _WIDTH, initial_indent=head, subsequent_indent=" " * 6
    )
    notes = (
        ("Start", question.starter),
        ("Listen for", question.listen_for),
        ("If stuck", question.if_stuck),
        ("Press", question.press),
    )
    for label, text in notes:
        if text:
            yield _wrapped(f"{label}: {text}", " " * 8)
    yield f"        ({question.prompt.id})"


def findings(shape: dict[str, Any]) -> str:
    """Return what was found, a kind at a time, each with its paragraph."""
    return "\n".join(_findings_lines(shape))


def _findings_lines(shape: dict[str, Any]) -> Iterator[str]:
    for kind, items in shape.items():
        if kind in ("document", "sentences") or not items:
            continue
        yield f"\n{kind.replace('_', ' ')}"
        yield from _items(items)


def _items(items: Any) -> Iterator[str]:
    if isinstance(items, dict):
        yield from (f"  {key}: {value}" for key, value in items.items() if key != "matches")
        return
    for item in items:
        if not isinstance(item, dict):
            yield f"  {item}"
            continue
        text = item.get("text") or item.get("name") or item.get("word") or item.get("term") or ""
        yield _wrapped(f"¶{item.get('paragraph', '')} {' '.join(str(text).split())}", "  ")
        rest = ", ".join(_told(item))
        if rest:
            yield _wrapped(rest, "      ")


def _told(item: dict[str, Any]) -> Iterator[str]:
    hidden = ("text", "name", "word", "term", "paragraph", "start", "end", "confidence", "mentions")
    for key, value in item.items():
        if key not in hidden and value not in ("", None, False, [], 0):
            told = "" if value is True else f": {_joined(value)}"
            yield f"{key.replace('_', ' ')}{told}"


def _joined(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value.get("text", "")) if isinstance(value, dict) else str(value)


def _block(label: str, text: str) -> str:
    lines: Iterable[str] = text.splitlines() if "\n" in text.strip() else [text]
    body = "\n".join(_wrapped(" ".join(line.split()), " " * 5) for line in lines)
    return f"{label:>4} {body.lstrip()}"


def _wrapped(text: str, indent: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)
