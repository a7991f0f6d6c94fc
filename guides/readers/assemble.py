"""From pieces to a document: what is the preface, the title, the source line, the reading.

The parts are taken off from the outside in: furniture first, then the preface from the top, the
source line from the bottom, the title and byline from what is left; the rest is the reading.
What the editor says in the front matter wins over what was found.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import PurePosixPath

from guides import framing
from guides.model import Block, BlockKind, Document, FrontMatter
from guides.problems import Problem
from guides.readers import furniture, source_line, take
from guides.readers.head import Head, begins_with_head, read_head
from guides.readers.language import UNKNOWN, language_of
from guides.readers.people import authors
from guides.readers.pieces import Draft, Piece
from guides.readers.source_line import Credit
from guides.readers.titles import spelled, with_captions, with_headings
from guides.readers.turns import with_turns
from guides.sentences import split
from guides.source import Span

_NUMBERED: frozenset[BlockKind] = frozenset({"paragraph", "item", "stanza", "turn"})
# For a text that has neither title nor topic: words of a first sentence that is its title, and
# of the beginning of a longer one.
_WHOLE_SENTENCE = 9
_TITLE_WORDS = 7
_OPENING_BLOCKS = 4  # in which a sentence for a title is looked for
# A greeting, thanks, or whom a speaker turns to, at the beginning of a sentence.
_COURTESY = re.compile(
    r"(?:a (?:very )?)?good (?:morning|afternoon|evening|day)"
    r"(?=[,.!:;]|\W*\Z| (?:to|everyone|everybody|all|and|my|ladies|friends|fellow|class)\b)"
    r"|(?:hello|hi|greetings|dear|(?:a warm )?welcome|congratulations)"
    r"(?=[,.!:;]|\W*\Z| (?:to (?:you|all|every\w+|our|this|the class)|all|every\w+|again|and|my"
    r"|ladies|friends|fellow|class|back)\b)|dear (?:\w{1,4}\. )?\w+(?: \w+)?(?=[,:]|\W*\Z)"
    r"|(?:many |my )?thank(?: you\b|s (?:so|very) much\b|s to (?:you|all)\b|s(?! to\b))"
    r"|(?:I|we)(?:[’']d like to| (?:would|should) like to| want to| wish to| must)?"
    r" (?:thank|welcome) (?:you|all|every\w+)\b"
    r"|(?:it is|it[’']s|what) an? (?:\w+ )?(?:honou?r|pleasure|privilege) to (?:be|speak|stand)\b"
    r"|(?:I am|I[’']m) (?:\w+ )?(?:honou?red|grateful|glad|pleased|happy) to (?:be here|be with"
    r"|speak|see you)\b"
    r"|(?:(?:ladies(?: and gentlemen)?|gentlemen|(?:my )?(?:dear )?(?:friends|colleagues|comrades"
    r"|brothers|sisters|neighbou?rs|countrymen|classmates)|fellow [\w-]+|madame?(?: [A-Z]\w+)?"
    r"|sirs?|Mr\.? (?:President|Speaker|Chair\w*|Mayor|Principal|Secretary)"
    r"|your (?:\w+ )?(?:excellenc(?:y|ies)|honou?rs?|majest(?:y|ies)|worships?))"
    r"(?: and (?:\w+ ){0,2}\w+)?(?: of (?:\w+ ){0,2}\w+)?(?=[,.!:]| [—–]|\W*\Z))",
    re.IGNORECASE,
)
_SHORT_CAPTION = 4  # words


def document(
    draft: Draft,
    front: FrontMatter,
    repairs: tuple[str, ...] = (),
    problems: tuple[Problem, ...] = (),
) -> Document:
    """Return the document that a cut-up text and its editor's words make together."""
    pieces, dropped, about = furniture.part(draft.pieces)
    found = take.find(pieces, about)
    above, below = (found.above, found.below) if found else ([], pieces)
    below, line, after = source_line.part(below)
    below, again = _said_once(with_turns(with_captions(below)))
    head = _head(above, below, front.title, draft, found)
    credit = line.credit if line else Credit()
    blocks = tuple(_blocks(head.rest if draft.marked else with_headings(head.rest)))
    said = draft.said
    title, derived = _title(front, head, credit, blocks, _sensible(said.title, draft.source.name))
    found_document = Document(
        source=draft.source,
        title=title,
        title_derived=derived,
        topic=credit.topic,
        authors=authors(front.author, listed=True)
        or head.authors
        or credit.authors
        or authors(said.author, listed=True),
        publisher=front.publisher or credit.publisher or head.publisher or said.publisher,
        url=front.url or (line.url or _linked(draft, line.span) if line else ""),
        date=front.date or head.date or said.date,
        language=front.language or _language(blocks, said.language),
        blocks=blocks,
        preface=found.preface if found else None,
        source_line=line.span if line else None,
        excerpt=line.more if line else False,
        front=front,
        repairs=(*repairs, *draft.repairs),
        dropped=(*dropped, *again, *after),
        markup=draft.markup,
        problems=(*problems, *_lost_characters(draft)),
    )
    return _without_notes(found_document)


def _said_once(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Span]]:
    """Part captions that a page says again, as galleries do, from all else.

    What was heard in a hall, "(Laughter)", is heard again.
    """
    seen: set[str] = set()
    kept: list[Piece] = []
    again: list[Span] = []
    for piece in pieces:
        pictured = piece.kind == "caption" and not piece.brief(_SHORT_CAPTION)
        if pictured and piece.text in seen:
            again.append(piece.span)
            continue
        kept.append(piece)
        if pictured:
            seen.add(piece.text)
    return kept, again


def _without_notes(found: Document) -> Document:
    """Take the numbers off what stands below a text: signatures, what speaks of the text.

    Nobody points there. A postscript below them stays.
    """
    notes = frozenset(framing.notes_below(found))
    signed = {block.span.start for block in framing.signatures(found, notes)}
    if len(notes) * 2 > len(found.numbered):
        notes = frozenset()
    below = {
        place
        for place, block in enumerate(found.blocks)
        if block.number in notes or block.span.start in signed
    }
    return replace(found, blocks=tuple(_numbered_but(below, found.blocks))) if below else found


def _numbered_but(below: Container[int], blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, those at the places *below* as captions, and the others counted again."""
    numbers = count(1)
    for place, block in enumerate(blocks):
        if place in below:
            yield replace(block, number=None, kind="caption")
        else:
            yield replace(block, number=next(numbers) if block.number else None)


def _linked(draft: Draft, line: Span) -> str:
    """Return where the source line leads, when its words are a link and not an address."""
    links = (one for one in draft.markup if one.url.startswith("http"))
    return next((one.url for one in links if line.start <= one.span.start < line.end), "")


def _language(blocks: tuple[Block, ...], said: str) -> str:
    """Return the language of the words, or what the file says where they do not tell.

    A file often says the language of the program that wrote it.
    """
    found = language_of(_some_text(blocks))
    return said if found == UNKNOWN and said else found


def _head(
    above: list[Piece], below: list[Piece], title: str, draft: Draft, found: take.Found | None
) -> Head:
    """Return the lines above the reading; below a preface, only a title with a byline is one.

    Nothing above a preface is a part of the reading, and the site's name is not its title.
    """

    def is_set_apart(piece: Piece) -> bool:
        """Tell a piece all of whose lines are in italics, or bold, from end to end."""
        marked = [
            (max(one.span.start, piece.span.start), min(one.span.end, piece.span.end))
            for one in draft.markup
            if one.kind in ("emphasis", "strong")
        ]
        covered = sum(end - start for start, end in marked if start < end)
        return covered >= len(piece.span.text) - 2 * piece.lines

    if not found or (not above and begins_with_head(below)):
        return read_head(below, (), title, is_set_apart)
    site = found.preface.publisher.casefold()
    named = [
        one for one in above if one.span.text.partition("\n")[0].strip(" *_").casefold() == site
    ]
    head = read_head([one for one in above if one not in named], below, title, is_set_apart)
    border = below[0].span.start
    rest = [one if one.span.start >= border else replace(one, kind="caption") for one in head.rest]
    return replace(head, rest=(*(replace(one, kind="caption") for one in named), *rest))


def _blocks(pieces: Iterable[Piece]) -> Iterator[Block]:
    """Yield the pieces as blocks, numbering those that a question can point at."""
    number = 0
    for piece in pieces:
        numbered = piece.kind in _NUMBERED
        number += numbered
        yield Block(
            kind=piece.kind,
            number=number if numbered else None,
            span=piece.span,
            sentences=_sentences(piece.span),
            level=piece.level,
            speaker=piece.speaker,
            quoted=piece.quoted,
        )


def _sentences(span: Span) -> tuple[Span, ...]:
    found = split(span.text)
    sentences = [Span(span.source, span.start + start, span.start + end) for start, end in found]
    return tuple(sentences) or (span,)


def _title(
    front: FrontMatter, head: Head, credit: Credit, blocks: tuple[Block, ...], said: str
) -> tuple[str, bool]:
    """Return the title, and whether we had to make it from the topic or the first words."""
    if front.title:
        return front.title, False
    if head.title or said:
        body = " ".join(block.text for block in blocks)
        return spelled(head.title or said, body), bool(_FILED.search(head.title or said))
    if credit.topic:
        return credit.topic[:1].upper() + credit.topic[1:], True
    return _first_words(_telling_sentence(blocks)), True


# Where an interview is kept, not what it is called.
_FILED = re.compile(
    r"\b(?:archives?|(?:special|digital|manuscript) collections?|historical society"
    r"|oral history (?:project|program(?:me)?|collection|transcript))\W*$",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    r"Microsoft Word|Untitled\b|Unknown\b|New Document|Document \d", re.IGNORECASE
)


def _sensible(title: str, name: str) -> str:
    """Return the title in a file's properties, unless a program made it up."""
    stem = PurePosixPath(name).stem
    if " " not in title or title.casefold() in {stem.casefold(), name.casefold()}:
        return ""  # "UNTITLED", "Document1", the name of the file
    return "" if _MADE_UP.match(title) else " ".join(title.split())


def _telling_sentence(blocks: Sequence[Block]) -> Span:
    """Return the first sentence that says something, which a greeting or thanks do not.

    A poem is called after its first line, however that begins.
    """
    numbered = [block for block in blocks if block.number and not _is_address(block)]
    first = numbered[0] if numbered else blocks[0]
    if first.kind == "stanza":
        return first.sentences[0]
    sentences = [one for block in numbered[:_OPENING_BLOCKS] for one in block.sentences]
    telling = (one for one in sentences if not _is_courtesy(one.text))
    return next(telling, first.sentences[0])


def _is_courtesy(sentence: str) -> bool:
    """Tell "Good evening." and "Thank you all for coming.", and the end of a sentence."""
    text = " ".join(sentence.split()).lstrip("\"'“‘*_[( ")
    first = text.partition(" ")[0]
    return bool(_COURTESY.match(text)) or (first[:1].islower() and first.islower())


def _first_words(sentence: Span) -> str:
    """Return a short sentence, or the beginning of a long one."""
    plain = re.sub(r"[\"“”«»_*]", "", sentence.text[:500])
    words = plain.strip(".,;: \n").split()
    if len(words) <= _WHOLE_SENTENCE:
        return " ".join(words) or " ".join(sentence.text.split())
    return " ".join(words[:_TITLE_WORDS]).rstrip('.,;:!?"“”—–-') + "…"


def _is_address(block: Block) -> bool:
    """Tell "Madam Speaker, fellow members:", which says nothing about a speech."""
    return block.text[-1] in ":,"


def _some_text(blocks: tuple[Block, ...]) -> str:
    """Return the first paragraphs, enough to tell the language."""
    return "\n".join(block.text[:5_000] for block in blocks[:60])


def _lost_characters(draft: Draft) -> tuple[Problem, ...]:
    """Return a warning where a character was lost before the file came to us."""
    text = draft.source.text
    place = text.find("\ufffd")
    if place < 0:
        return ()
    times = text.count("\ufffd")
    message = "a character was lost here" + (f", and {times - 1} more below" if times > 1 else "")
    span = Span(draft.source, place, place + 1)
    hint = "type it again from the original, and save the file as UTF-8"
    return (Problem("lost-character", message, span, hint=hint, severity="warning"),)
