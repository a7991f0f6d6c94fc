"""Several texts as one: a seed whose front matter names the files that are read together.

Each file is read by itself, exactly as if it were a seed, so nothing that is worked out in one
text (its title, who speaks) can come from another. Then they are joined into one document: the
paragraphs are numbered through, the notes of prefaces too, and every place leads back to its
file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from guides.model import Block, Document, FrontMatter, Preface
from guides.moving import moved
from guides.problems import Failed, Problem
from guides.readers.people import authors
from guides.source import Source, Span

if TYPE_CHECKING:
    from guides.schema import Located

MOST = 20
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that a seed names: its name as its author would type it here, and all of it."""

    name: str
    data: bytes


# Gives the file that a seed names, or what is wrong with it, still without a place.
Fetch = Callable[[str], Beside | Problem]
Read = Callable[[Beside], Document]


def document(
    front: Located[FrontMatter],
    below: Source,
    fetch: Fetch,
    read: Read,
    problems: Sequence[Problem],
) -> Document:
    """Return the document that the files in ``readings:`` make together.

    Args:
        front: The seed's front matter, with its places.
        below: What stands below it, where nothing may.
        fetch: Gives a file.
        read: Reads it.
        problems: What was found in the front matter.

    Raises:
        Failed: One of the files cannot be read, or there is a text below the front matter.
    """
    faults = [*_text_below(below), *_wrong_list(front)]
    texts: list[Document] = []
    for place, written in enumerate(front.value.readings[:MOST]):
        try:
            texts.append(_one(written, fetch, read))
        except Failed as failure:
            faults += _placed(failure.problems, written, front.span("readings", place))
    if faults:
        raise Failed([*problems, *faults])
    return joined(below.name, front.value, texts, problems)


def _text_below(below: Source) -> Iterator[Problem]:
    start = len(below.text) - len(below.text.lstrip())
    if start < len(below.text):
        line = Span(below, start, start + len(below.line_at(start).strip()))
        hint = "put the text into a file of its own and name that in `readings`"
        message = "a seed that names its `readings` has no text of its own"
        yield Problem("text-beside-readings", message, line, hint)


def _wrong_list(front: Located[FrontMatter]) -> Iterator[Problem]:
    names = front.value.readings
    for place, name in enumerate(names):
        if name in names[:place]:
            message, span = f"`{name}` is named twice", front.span("readings", place)
            yield Problem("reading-twice", message, span, "name each text once")
    if len(names) > MOST:
        message = f"{len(names)} texts are more than one session reads"
        yield Problem("too-large", message, front.span("readings"), f"name at most {MOST}")


def _one(written: str, fetch: Fetch, read: Read) -> Document:
    file = fetch(written)
    if isinstance(file, Problem):
        raise Failed([file])
    found = read(file)
    if not found.numbered:
        hint = "leave it out, or write a sentence or two below its headings and tables"
        message = "there is no paragraph in this file"
        raise Failed([Problem("empty-file", message, name=file.name, hint=hint)])
    return found


def _placed(problems: Iterable[Problem], written: str, span: Span) -> Iterator[Problem]:
    """Yield the problems of a file; those without a place stand where the file is named."""
    for problem in problems:
        if problem.span:
            yield problem
        else:
            yield replace(problem, message=f"`{written}`: {problem.message}", span=span, name="")


# ---------------------------------------------------------------- joining


def joined(
    name: str, front: FrontMatter, texts: Sequence[Document], problems: Sequence[Problem] = ()
) -> Document:
    """Return one document made of several, in this order."""
    lengths = [len(text.text) + len(_BETWEEN) for text in texts]
    starts = list(accumulate(lengths[:-1], initial=0))
    files = tuple(zip(starts, (text.source for text in texts), strict=True))
    source = Source(name, _BETWEEN.join(text.text for text in texts), files=files)
    placed: list[Document] = []
    numbers = labels = 0
    for text, start in zip(texts, starts, strict=True):
        numbered = _numbered(_said(text, front), numbers, labels)
        placed.append(moved(numbered, text.source, source, start))
        numbers += len(text.numbered)
        labels += len(text.preface.notes) if text.preface else 0
    return Document(
        source=source,
        title=front.title or " · ".join(text.title for text in placed),
        title_derived=not front.title,
        authors=tuple(dict.fromkeys(name for text in placed for name in text.authors)),
        publisher=_shared(text.publisher for text in placed),
        url=front.url,
        date=_shared(text.date for text in placed),
        language=_shared(text.language for text in placed) or "und",
        blocks=tuple(block for text in placed for block in text.blocks),
        front=front,
        repairs=tuple(f"{t.source.file_at(s)[1].name}: {line}"
                      for t, s in zip(placed, starts, strict=True) for line in t.repairs),
        dropped=tuple(span for text in placed for span in text.dropped),
        problems=(*problems, *(problem for text in texts for problem in text.problems)),
        markup=tuple(item for text in placed for item in text.markup),
        texts=tuple(placed),
    )  # fmt: skip


def _said(text: Document, whole: FrontMatter) -> Document:
    """Return a text with what the seed says of all its texts, where it says nothing itself."""
    own = text.front
    return replace(
        text,
        authors=text.authors or authors(whole.author, listed=True),
        publisher=text.publisher or whole.publisher,
        date=text.date or whole.date,
        language=own.language or whole.language or text.language,
        front=replace(
            own,
            rights=whole.rights if whole.cite_only else own.rights or whole.rights,
            glossary={**whole.glossary, **own.glossary},
        ),
    )


def _numbered(text: Document, numbers: int, labels: int) -> Document:
    """Return a text whose paragraphs and notes are numbered on from those before it."""
    return replace(
        text,
        blocks=tuple(_on_from(block, numbers) for block in text.blocks),
        preface=_labelled(text.preface, labels) if text.preface else None,
    )


def _on_from(block: Block, numbers: int) -> Block:
    return block if block.number is None else replace(block, number=block.number + numbers)


def _labelled(preface: Preface, before: int) -> Preface:
    notes = enumerate(preface.notes, before + 1)
    return replace(preface, notes=tuple(replace(n, label=f"T{number}") for number, n in notes))


def _shared(said: Iterable[str]) -> str:
    """Return what all texts say alike, else nothing."""
    different = set(said)
    return different.pop() if len(different) == 1 else ""
