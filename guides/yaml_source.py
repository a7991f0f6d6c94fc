"""YAML as text with places.

Prompts, plans, word lists and front matter are written in YAML. This module reads the
part of YAML that they need, text, lists and keys, into nodes that know their range in the
source. Every scalar stays the text that its author typed (`no`, `3:30`, `007`): what it
should become is for the model's types to say, in `schema`.

It works from the parser's events, not from a loader: no tag or constructor is ever run,
and nesting is counted before it is followed, because composing 50,000 open brackets ends
the process. Anchors, aliases, merge keys and tags are refused, so nothing can multiply.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from guides.problems import Problem
from guides.source import Source, Span
from guides.yaml_nodes import Entry, ListNode, MapNode, Node, SpoiltNode, TextNode
from guides.yaml_syntax import needs_quotes, syntax_problem

if TYPE_CHECKING:
    import yaml

MAX_CHARACTERS = 2_000_000
MAX_EVENTS = 200_000
MAX_DEPTH = 64


def compose(
    source: Source, start: int = 0, end: int | None = None
) -> tuple[Node | None, list[Problem]]:
    """Read the YAML in ``source.text[start:end]``.

    Returns:
        The root, None where there is nothing or nothing could be read, and the problems.
    """
    import yaml

    whole = Span(source, start, len(source.text) if end is None else end)
    if whole.text.startswith("\ufeff"):
        whole = Span(source, whole.start + 1, whole.end)
    reading = _Reading(whole, _events(whole))
    try:
        return reading.root(), reading.problems
    except _Unreadable as stop:
        return None, [*reading.problems, stop.problem]
    except yaml.MarkedYAMLError as error:
        problem = syntax_problem(whole, error)
        known = any(problem.message == earlier.message for earlier in reading.problems)
        return None, reading.problems if known else [*reading.problems, problem]


class _Unreadable(Exception):
    """Reading cannot go on after *problem*; never leaves this module."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


def _events(whole: Span) -> Iterator[yaml.Event]:
    """Yield the parser's events, as far as they are safe to follow."""
    import yaml

    if whole.end - whole.start > MAX_CHARACTERS:
        place = Span(whole.source, whole.start, whole.start)
        raise _too_large(place, f"there are more than {MAX_CHARACTERS:,} characters")
    # The parser in C refuses a byte order mark inside a text, the one in Python does not.
    # The replacement character stands for bytes that were no text.
    text = whole.text.replace("\ufeff", "\0").replace("\ufffd", "\0")
    if strange := yaml.reader.Reader.NON_PRINTABLE.search(text):
        place = Span(whole.source, whole.start + strange.start(), whole.start + strange.end())
        hint = "type it again, and save the file as UTF-8"
        raise _Unreadable(_unprintable(place, place.text, hint))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for count, event in enumerate(yaml.parse(text, Loader=loader)):
        if count > MAX_EVENTS:
            place = _event_span(whole, event)
            raise _too_large(place, f"there are more than {MAX_EVENTS:,} values")
        yield event


def _unprintable(place: Span, character: str, hint: str) -> Problem:
    message = f"the character U+{ord(character):04X} cannot be printed"
    return Problem("unprintable-character", message, place, hint)


def _too_large(place: Span, message: str) -> _Unreadable:
    hint = "split the file, or look for a stray bracket"
    return _Unreadable(Problem("too-large", message, place, hint))


def _event_span(whole: Span, event: Any) -> Span:
    start = whole.start
    return Span(whole.source, start + event.start_mark.index, start + event.end_mark.index)


@dataclass
class _Reading:
    """One pass over the parser's events."""

    whole: Span
    events: Iterator[yaml.Event]
    problems: list[Problem] = field(default_factory=list)

    def root(self) -> Node | None:
        """Return the only document's value, or None where there is none."""
        import yaml

        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        node = self.node(next(self.events), 0)
        next(self.events)
        again = next(self.events)
        if isinstance(again, yaml.DocumentStartEvent):
            message = "a second document begins here"
            hint = "take the line out: a file holds one document"
            self.refuse(_event_span(self.whole, again), message, hint)
        return node

    def refuse(self, span: Span, message: str, hint: str) -> None:
        """Report what YAML allows and these files do not."""
        self.problems.append(Problem("yaml-feature", message, span, hint))

    def node(self, event: yaml.Event, depth: int) -> Node:
        """Return the value that *event* begins, with everything in it."""
        import yaml

        span = _event_span(self.whole, event)
        if depth > MAX_DEPTH:
            raise _too_large(span, f"values are nested more than {MAX_DEPTH} deep")
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self.text_node(TextNode(span, event.value, event.style or ""))
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self.list_node(span, depth)
        elif isinstance(event, yaml.MappingStartEvent):
            node = self.map_node(span, depth)
        else:
            return self.spoilt_by(span, "*")
        if event.anchor:
            return self.spoilt_by(span, "&")
        return self.spoilt_by(span, "!") if event.tag else node

    def text_node(self, node: TextNode) -> TextNode | SpoiltNode:
        """Return a text; a spoilt one where an escape stands for what cannot be printed."""
        import yaml

        strange = yaml.reader.Reader.NON_PRINTABLE.search(node.text)
        if not strange:
            return node
        place = node.within(strange.start(), strange.end())
        hint = "take out the escape that begins here"
        self.problems.append(_unprintable(place, strange[0], hint))
        return SpoiltNode(node.span)

    def spoilt_by(self, span: Span, mark: str) -> SpoiltNode:
        """Report an alias, anchor or tag; nobody who writes a question means one."""
        self.report_unquoted(span.start, mark)
        return SpoiltNode(span)

    def report_unquoted(self, start: int, beginning: str) -> None:
        place = Span(self.whole.source, start, start + len(beginning))
        self.problems.append(Problem("yaml-syntax", *needs_quotes(place, beginning)))

    def list_node(self, span: Span, depth: int) -> Node:
        import yaml

        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return ListNode(_joined(span, _event_span(self.whole, event)), tuple(items))

    def map_node(self, span: Span, depth: int) -> Node:
        """Return a mapping; a spoilt one where a key is not plain text."""
        import yaml

        entries: dict[str, Entry] = {}
        spoilt = False
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, TextNode) or key.text == "<<":
                spoilt = True
                self.report_key(key)
                continue
            first = entries.get(key.text)
            if first:
                value = self.report_repeated(key, first)
            entries[key.text] = Entry(first.key if first else key.span, value)
        span = _joined(span, _event_span(self.whole, event))
        return SpoiltNode(span) if spoilt else MapNode(span, entries)

    def report_key(self, key: Node) -> None:
        """Report a key that is not plain text, unless that has been done."""
        if isinstance(key, TextNode):
            self.refuse(key.span, "`<<` takes over keys from elsewhere", "write the keys out here")
        elif key.span.source.text.startswith("{{", key.span.start - 1):
            # `ask: {{ quotation.text }}` is, to YAML, a mapping whose key is a mapping.
            self.report_unquoted(key.span.start - 1, "{{")
        elif not isinstance(key, SpoiltNode):
            self.refuse(key.span, "a key must be plain text", "write `key: value`")

    def report_repeated(self, key: TextNode, first: Entry) -> SpoiltNode:
        line, _ = first.key.source.position(first.key.start)
        message = f"`{key.text}` stands here twice, first on line {line}"
        hint = "take one of the two out"
        self.problems.append(Problem("duplicate-key", message, key.span, hint))
        return SpoiltNode(key.span)


def _joined(first: Span, last: Span) -> Span:
    """Return the range from *first* to *last* without the white space at its end.

    For the parser, a block ends where the next thing begins.
    """
    text = first.source.text[first.start : last.end]
    return Span(first.source, first.start, first.start + len(text.rstrip()))
