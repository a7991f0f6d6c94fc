"""Page templates: Jinja, held to the data it is given.

A layout is somebody's file, and what it prints came out of somebody's text. So everything is
escaped, nothing outside the page's data is in reach, and a mistake is a problem at the line
where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guides.problems import Failed, Problem, did_you_mean
from guides.source import Source, Span
from guides.templating import layout_environment

_FOLDER = "templates/"


def render(templates: Mapping[str, str], name: str, data: Mapping[str, Any]) -> str:
    """Return the page that the layout *name* makes of *data*.

    Raises:
        Failed: The layout, or one that it includes, has a mistake.
    """
    environment = layout_environment(templates, _FOLDER)
    try:
        return environment.get_template(name).render(data)
    # Whatever goes wrong while a template runs is its author's to mend, not a bug of ours.
    except Exception as error:
        raise Failed([_problem(error, templates, data)]) from error


def check(templates: Mapping[str, str], known: Iterable[str]) -> list[Problem]:
    """Return what is wrong with the layouts, found without making a page.

    Args:
        templates: Layouts and themes by name.
        known: The names that a layout may use.
    """
    names = sorted(known)
    layouts = [name for name in sorted(templates) if name.endswith(".j2")]
    return [problem for name in layouts for problem in _check(name, templates, names)]


def _check(name: str, templates: Mapping[str, str], known: list[str]) -> Iterator[Problem]:
    """Yield a problem for a layout that cannot be read, else for every name it makes up."""
    from jinja2 import TemplateSyntaxError, nodes

    try:
        tree = layout_environment(templates, _FOLDER).parse(templates[name], name)
    except TemplateSyntaxError as error:
        yield _problem(error, templates, {})
        return
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    own |= {node.name for node in tree.find_all(nodes.Macro)}
    own |= {node.target for node in tree.find_all(nodes.Import)}
    own |= {"loop", "range", "super", "self", "caller"}
    source = Source(_FOLDER + name, templates[name])
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in own | set(known):
            yield _unknown(node.name, source, known, node.lineno)


def _problem(error: Exception, templates: Mapping[str, str], data: Mapping[str, Any]) -> Problem:
    """Return *error* as a problem at its line."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

    name, line = _place(error)
    if isinstance(error, TemplateSyntaxError):
        name, line = f"{_FOLDER}{error.name}", error.lineno
    source = Source(name, templates.get(name.removeprefix(_FOLDER), ""))
    if isinstance(error, TemplateNotFound):
        message, hint = f"no layout is called `{error.name}`", "add it, or mend the name"
        hint = did_you_mean(str(error.name), templates) or hint
        return Problem("unknown-layout", message, _span_of(str(error.name), source, line), hint)
    unknown = re.match(r"'(\w+)' is undefined|.* has no attribute '(\w+)'", str(error))
    if isinstance(error, UndefinedError) and unknown:
        return _unknown(unknown[1] or unknown[2], source, data if unknown[1] else (), line)
    # Jinja goes on to guess; its first sentence is what it knows.
    said = " ".join(str(error).split()).split(". ")[0].rstrip(".") or type(error).__name__
    return Problem("layout-mistake", f"{said[:1].lower()}{said[1:]}", _line_span(source, line))


def _place(error: BaseException) -> tuple[str, int]:
    """Return the name and line of the innermost template that *error* went through."""
    name, line = _FOLDER, 1
    trace = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(_FOLDER):
            name, line = file, trace.tb_lineno
        trace = trace.tb_next
    return name, line


def _unknown(used: str, source: Source, known: Iterable[str], line: int = 1) -> Problem:
    span = _span_of(used, source, line)
    hint = did_you_mean(used, known) or "see `layouts/README.md` for the names there are"
    return Problem("unknown-name", f"nothing on this page is called `{used}`", span, hint)


def _span_of(used: str, source: Source, line: int) -> Span:
    """Return where a name stands from a line on, the whole line where it does not."""
    start = _offset(source.text, line)
    match = re.compile(rf"\b{re.escape(used)}\b").search(source.text, start)
    return Span(source, match.start(), match.end()) if match else _line_span(source, line)


def _line_span(source: Source, line: int) -> Span:
    start = _offset(source.text, line)
    text = source.line_at(start) if source.text else ""
    indent = len(text) - len(text.lstrip())
    return Span(source, start + indent, start + len(text))


def _offset(text: str, line: int) -> int:
    """Return where a 1-based line begins."""
    return sum(len(part) + 1 for part in text.split("\n")[: line - 1])
