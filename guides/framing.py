"""What a text begins and ends with, without letterheads, captions and notes on its author.

A question about the first sentence needs a sentence, and one about the end an end: "Dear
Hannah:", "The Plains of Arafat on the day of Hajj" under a picture, and "Follow him on
Twitter" are neither.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import dropwhile, takewhile

from guides.days import WEEKDAY
from guides.model import Block, Document, Genre, MarkupKind

_FEWEST_WORDS = 5
_LETTERHEAD = 8  # paragraphs down to the first words of a letter proper
_BACK = 3  # paragraphs after the end that may be no part of it
_NOTES = 4  # paragraphs in italics below a text
_ELSEWHERE = re.compile(
    r"(?:(?:Journal )?References?|DOI|(?:Suggested )?Citation"
    r"|You (?:might|may) also like|Related|Read (?:more|next|also)|See also|Next week"
    r"|More (?:from|in|on|about)|(?:Elsewhere )?in this (?:issue|edition|series)"
    r"|Correction|Last week|Also in this|Our standards|If you (?:liked|enjoyed) this|Listen"
    r"|Download"
    r"|Next(?: (?:month|issue))?|\W{0,2}Previous|Going further)\b[^.:|]{0,24}[:|]"
    r"|(?:Some |All |The )?names (?:of|in)?[^.]{0,60}(?:have been|were|are) (?:changed|withheld)"
    r"|This (?:article|essay|review|piece|story|interview|conversation|column|speech|report)\b"
    r"[^.]{0,70}\b(?:appear(?:s|ed)|published|edited|condensed|commissioned|adapted|excerpted"
    r"|amended|produced|republished|reproduced|copied|reprinted)\b"
    r"|\W*(?:additional )?reporting by [A-Z]|if you have (?:any )?information\b"
    r"|[^.?!]{3,80}\bcontributed (?:reporting |research )?to this\b|have your say\b"
    r"|get the newsletter"
    r"|page \d{1,4} of \d{1,4}\b|more (?:like this|poems|stories|articles|columns)\b.{0,60}(?:\n"
    r"|\Z)"
    r"|you (?:may|are free to|are welcome to) (?:copy|republish|share|reprint|quote)\b"
    r"|\W?[^.?!]{2,60}\W? (?:first|originally) (?:appeared|ran|aired)\b"
    r"|(?:[\w’'.-]+ ){1,4}(?:(?<=s’ )|(?<=['’]s ))column (?:appears|runs|is published)\b"
    r"|(?-i:from (?:the )?[A-Z])[^.\n]{2,60} \([^()\n]*\d{4}\)\.?\Z"
    r"|from:? [“\"‘][^”\"’\n]{3,80}[”\"’].{0,160}\Z"
    r"|.{0,200}\b(?:reprinted (?:by|with) permission|(?:classroom|school) use (?:is )?permitted"
    r"|in the public domain|all rights reserved)\b"
    r"|transcribed (?:from|by)\b|most viewed\b|printable version\b|the (?:writer|author) is an? "
    r"|letters (?:should|must|may) be\b|did this (?:article|page|story) help\b|yes\s+no\Z"
    r"|(?:\w+ )?transcripts are (?:created|produced)\b|sources?\Z|last (?:modified|updated)\b"
    r"|notes?: (?-i:[A-Z])|have an opinion\b|[^.?!\n]{3,60}\bcan be reached (?:at|on)\b"
    r"|(?-i:(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+)\s*\n\s*\(?from\b"
    r"|(?:do you work|know someone|do you know)\b[^?]{0,80}\?"
    r"|from [^.]{3,60}, published\b|was this (?:helpful|useful)\?"
    r"|did we get (?:something|this) wrong\?"
    r"|\W{0,3}(?:page )?\d{1,3}\W{0,3}\Z|\(c\) \d{4}|[ivx]{1,4}\s?\Z|\d+ comments?\b.{0,40}\Z"
    r"|next in (?:this|the) series\b|image available\b|with files from\b"
    r"|— ?(?:staff|agencies)\b.{0,30}\Z"
    r"|\(?\([\w.+-]+@\S+.{0,60}\Z|.{0,40}\bis produced by [A-Z]"
    r"|Source: |Excerpt(?:ed)? (?:from|reprinted)|Reprinted |Reach [A-Z][a-z]+ |© |Copyright "
    r"|.{0,60}\(certificate .{0,60}|Editor[’']s note:"
    r"|(?:Shortlisted|Longlisted|Winner,|Runner-up|First published|Word (?:count|limit))\b.{0,80}\Z"
    r"|(?-i:(?:[A-Z][\w.’'-]+ ){2,4})(?:is|writes|reports|edits|teaches|covers)\b[^.]{0,80}"
    r"\b(?:writer|reporter|editor|correspondent|journalist|author|columnist|producer|for the)\b"
    r"|(?-i:(?:[A-Z][\w.’'-]+ ){2,4})covers [^.]{3,60}\.(?:\s(?:reach|contact|e-?mail|follow)\b|\Z)"
    # a paper invites its readers, and says what is not its own view
    r"|(?:we |(?-i:(?:The )?(?:[A-Z][\w’'.&-]+ ){1,4}))(?:welcome|invite|accept|publishe?)s?"
    r" (?:[\w-]+ ){0,3}(?:columns|columnists|letters|op-?eds|pitches|essays|poems|guest (?:posts"
    r"|writers|contributors|commentar\w+|opinions?|submissions))(?:\W*\Z|[.!] "
    r"| (?:at|of (?:up|at|\d+)|to|on any"
    r"|and (?:letters|essays|op-?eds|columns)|from (?:our )?readers)\b)"
    r"|(?:the )?(?:views?|opinions?) (?:(?:expressed|stated|given)\b[^.]{0,60} )?(?:are|is|do)\b"
    r"[^.]{0,60}\b(?:own|necessarily (?:the (?:views?|opinions?)|those|that of|represent"
    r"|reflect|shared|endorsed)"
    r"|not (?:represent|reflect))\b"
    r"|(?:(?:do|did) you )?(?:lik|lov|enjoy)(?:e|ed|ing)? (?:this (?:story|article|essay|piece|post"
    r"|column|poem|interview|review|report|newsletter)|what you[’']?\w*)\b[^?.!]{0,40}\?"
    r"|our (?:\w+ ){0,4}newsletters? (?:goes|go|comes?|arrives?|lands?|is sent)"
    r" (?:out|every|on|in|to)\b"
    r"|[¹²³⁰-⁹]{1,3}\s?\w|[†‡]\s?\w|\[\^[\w-]{1,20}\]:"
    r"|(?:[\w’'-]+ ){0,3}(?:reporting|journalism) (?:depends|relies|needs|costs"
    r"|is (?:free|made possible|funded))\b",
    re.IGNORECASE,
)
# What a site, a school or an office prints below a text.
_FOOT = re.compile(
    r"(?:tags?|filed under|topics?|categories|keywords|disclosure|disclaimer|corrections?|update"
    r"|(?:media |press )?contacts?|(?:previous|next) \w+|comments?)\b[^.?!:|()]{0,20}[:|(]"
    r"|(?:do you|have (?:you|a|an))\b[^?]{0,80}\? (?:contact|write|e-?mail|letters|tell us|send)\b"
    r"|share (?:this|on|via)\b|for (?:more|further) information\b"
    r"|letters of up to|follow (?:us|our|the)\b[^.]{0,100}|sign up (?:to|for)\b|subscribe\b"
    r"|donate\b"
    r"|(?:got|have you got) (?:a story|something to say)\b"
    r"|(?:\[ ?[^\]]{2,40}\]\s*)+\Z|.{0,60}\bis a registered charity\b"
    r"|.{0,60}[’']s (?:\w+ ){0,3}(?:book|novel|collection)\b.{0,80}\bpublished by\b"
    r"|[^.]{0,120}\bwill be (?:shown|on show|screened|performed)\b[^.]{0,80}"
    r"\. (?:admission|tickets|entry)\b"
    r"|.{0,80}\bdo not (?:write on|copy)\b|.{0,60}\bspelling\b.{0,40}\bmoderni[sz]ed\b",
    re.IGNORECASE,
)
# "Ann Moss grew up in a quarrying town": who wrote it.
_LIFE = re.compile(
    r"(?P<name>(?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'.-]+?)"
    r"(?:[’']s (?:latest |new |first )?(?:book|novel)"
    r"| (?:is (?:an?|the)|was born|grew up|lives|teaches|writes|has (?:written|published)))\b"
)
_ABOUT_IT = re.compile(
    r"(?:about|a note on|notes on) (?:the|this) (?:poet|poem|author|writer|text|translator)s?\b"
    r"|(?:media|press) contacts?\b|(?:read|see) more\W*\Z|most (?:read|viewed|popular)\b.{0,20}\Z"
    r"|more (?:from|on|in) .{2,40}\Z"
    r"|(?:related|comments?|responses)(?: (?:stories|articles|\(\d+\)))?\W*\Z"
    r"|\d+ comments?\W*\Z|you (?:may|might) also like\W*\Z",
    re.IGNORECASE,
)
_UNTITLED = re.compile(r"^(?:Dr|Prof|Rev|Sir|Mrs?|Ms)\.? ")
_BIOGRAPHY = 80  # words
_MOST = 0.6  # of the characters of a paragraph: titles in a note stand upright
_VALEDICTION = re.compile(
    r"(?:Yours(?: \w+){0,2}|(?:Very )?(?:Respectfully|Sincerely|Faithfully|Truly)(?: yours)?"
    r"|(?:With|Best|Kind|Warm)(?: (?:our|my|all))?(?: \w+)?"
    r" (?:regards|wishes|respect|thanks|gratitude|love)"
    r"|(?:Cordially|Gratefully|Fraternally)(?: yours)?|Your(?: [\w-]+){1,3}(?=,)"
    r"|In solidarity|Signed(?: by| (?:at|in|on|this)\b[^.\n]{0,40}[^\n]{0,60})?"
    r"|The undersigned)(?:\W{0,2}(?:\n|\Z)|, (?:[A-Z][\w.’'-]*(?: |\Z)){2,4}\Z)"
)
_POSTSCRIPT = re.compile(r"P\.? ?S\b", re.IGNORECASE)
_ENCLOSED = re.compile(r"(?:encl?|enclosures?|c\.?c|copie[sd] to|copy to)\b", re.IGNORECASE)
_NUMBER_OF_NOTE = re.compile(r"\[\d{1,3}\](?=\s?\w)")
_SIGNERS = 40  # valedictions that are looked at, from the last one
_SIGNATURE = 40  # words of names on a line, at most
_ENDS = re.compile(
    r"[(\[*]*(?:ends?|the end|-? ?30 ?-?|#{2,3})[)\]*.]*\Z|notes? (?:to|for) editors?\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.!?…][”’\"')\]]*$")
_NOT_PROSE = re.compile(
    r"@|^(?:See also|Related|Read more|Dear|Sincerely|Yours|Regards)\b|\b\d{5}(?:-\d{4})?\.?$|"
    r"\b\d{2,4}[ -]\d{3,4}[ -]\d{3,4}\b|"
    r"(?i:^(?:follow|contact|reach|email|(?:additional )?reporting (?:by|was)|editing by"
    r"|enquiries|inquiries"
    r"|(?:got|have) a tip|corrections?\b|source:|photo|image|caption)\b|"
    r"\btwitter\b|\btax-deductible\b|\ball rights reserved\b|\bnotice an error\b|"
    r"\bplease contact\b|\bwas (?:supported|funded) by a\b|"
    r"\bis (?:the |an? )?(?:[\w-]+ ){0,4}"
    r"(?:columnist|reporter|correspondent|staff writer)\b|"
    r"^\S+ (?:\S+ )?\S+ is (?:the |an? )?(?:[\w-]+ ){0,3}"
    r"(?:director|professor|author|editor|fellow) |"
    r"\b(?:views?|opinions?) (?:expressed )?(?:here )?(?:is|are) (?:his|her|their|my) own\b)"
)
# What an archive or a shop calls a text, not what its writer calls it.
_LABEL = re.compile(
    r"^(?:letter|speech|address|remarks|interview|transcript|testimony)\b.*\b(?:from|to|by|of|with)\b"
    r"|^(?:[\w’'-]+ ){0,2}(?:address|remarks|speech|lecture|eulogy|sermon|toast|keynote)"
    r"(?:$|,| (?:at|on|to|for|before)\b)"
    r"|\) bill\W*(?:$|:)|^(?:an )?open letter\b"
    r"|\b(?:journals?|diar(?:y|ies)|notebooks?|memoirs?|papers) of\b"
    r"|^(?:letters to the editor|(?:your|readers.) letters|(?:news )?in brief)\b"
    r"|\binaugural ad+ress\b|\b\d+(?:e\b|(?:st|nd|rd|th) edition)|\b(?:chapter|unit|lesson) \w+",
    re.IGNORECASE,
)
# What an editor puts above a text: where it was spoken, how it was found.
_NOTE = re.compile(
    r"[(\[]?(?:(?:as )?(?:delivered|prepared for|spoken|given)\b[^?!]{0,120}\Z"
    r"|(?:speech|address|remarks|lecture|sermon|eulogy) (?:by|of|given|delivered)\b[^?!]{0,200}\Z"
    r"|check against delivery\b"
    r"|(?:editor[’']?s?[’']?|translator[’']?s?[’']?) note\b)"
    rf"|(?:{WEEKDAY}|\d{{1,2}}\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{{1,2}})"
    r",?\s[^.?!]{0,80}[^.?!:;,]\Z"
    r"|.*[—–-]\s?(?:Eds?|The Editors?)\.?[)\]]?\Z",
    re.IGNORECASE | re.DOTALL,
)
_TELLING = re.compile(r"[^\W\d_]{4,}")


def first_sentence(
    document: Document, genre: Genre = "article", aside: Collection[int] = ()
) -> str:
    """Return the sentence that the text opens with; empty where it opens with none.

    A speech opens with whom it greets; a letter proper begins below its greeting.

    Args:
        document: The text.
        genre: What kind of text it is.
        aside: The numbers of paragraphs that do not count: nothing opens with an exercise.
    """
    body = _below_points(document.numbered)
    if body and body[0].number in aside:
        return ""
    while body and is_note(body[0]):
        body = body[1:]
    if genre == "letter":
        body = tuple(block for block in body[:_LETTERHEAD] if _is_prose(block))
    if not body or not (_is_prose(body[0]) or genre == "speech"):
        return ""
    sentence = " ".join(body[0].sentences[0].text.split())
    return sentence if sentence.count("(") == sentence.count(")") else ""  # cut at "(pron. …)"


def opening(document: Document) -> int:
    """Return the number of the first paragraph that is one: no date, no note, no greeting."""
    body = _below_points(document.numbered)
    head = (block for block in body[:_LETTERHEAD] if _is_prose(block) and not is_note(block))
    first = next(head, body[0] if body else None)
    return (first.number or 0) if first else 0


def _below_points(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Leave out a list that stands first, such as "In brief"; a text of nothing else stays."""
    return tuple(dropwhile(lambda block: block.kind == "item", body)) or body


def is_note(block: Block) -> bool:
    """Tell an editor's note above a text: "Delivered on the east bank, October 5"."""
    return bool(_NOTE.match(block.text.strip()))


def closing(
    document: Document, aside: Collection[int] = (), genre: Genre = "article"
) -> Block | None:
    """Return the paragraph that the text closes with, or None where nothing is one.

    A tale may close with a few words.

    Args:
        document: The text.
        aside: The numbers of paragraphs that do not count, such as exercises.
        genre: What kind of text it is.
    """
    body = [
        block
        for block in document.numbered
        if block.number not in aside and not block.text.strip().startswith(document.authors)
    ]
    if genre == "story" and body and _CLOSED.search(body[-1].text.strip()):
        return body[-1]
    return next((block for block in body[: -_BACK - 1 : -1] if _is_prose(block)), None)


def signed(document: Document) -> tuple[int, ...]:
    """Return the numbers of the paragraphs below a text: its signatures, an editor's last note.

    A note is told by its italics, where the text above it has none such.
    """
    body = document.numbered
    tail = body[len(body) // 2 :] if len(body) > _BACK else ()
    at = next((n for n, block in enumerate(tail) if _is_over(block)), None)
    below = tail[at:] if at is not None else _italic_notes(document)
    return tuple(block.number for block in below if block.number is not None)


def notes_below(document: Document) -> tuple[int, ...]:
    """Return the numbers of the last paragraphs that speak of the text: where it first appeared.

    They may do so in italics, where the text has none such.
    """
    below = {*_last(document.numbered, _tells(document)), *_italic_notes(document)}
    return tuple(sorted(block.number for block in below if block.number is not None))


def _tells(document: Document) -> Callable[[Block], bool]:
    """Return what tells what may stand below a text: a life of its author, a site's words.

    Below a poem everything does that is no stanza.
    """
    stanzas = sum(block.kind == "stanza" for block in document.numbered)
    verse = stanzas > len(document.numbered) / 2
    about: set[int | None] = set()
    opened = False
    for place, block in enumerate(document.blocks):
        labels = place >= len(document.blocks) / 2 and bool(_ABOUT_IT.match(block.text))
        if block.kind == "heading" or labels:
            opened = labels
        if opened:
            about.add(block.number)

    def tells(block: Block) -> bool:
        apart = block.number in about or (verse and block.kind != "stanza")
        return apart or _is_note_below(block, document)

    return tells


def signatures(document: Document, notes: Collection[int]) -> tuple[Block, ...]:
    """Return the lines that close a letter: "Yours faithfully," and the names below it.

    Nothing follows them but what was enclosed, a postscript, or *notes* on the text, see
    `notes_below`.
    """
    blocks = enumerate(document.blocks)
    closing = [place for place, one in blocks if place and _VALEDICTION.match(one.text.strip())]
    for place in closing[-_SIGNERS:]:
        signed = (document.blocks[place], *_names(document.blocks[place + 1 :]))
        after = document.blocks[place + len(signed) :]
        first = next((one for one in after if one.number), None)
        if first is None or _POSTSCRIPT.match(first.text) or first.number in notes:
            return signed
    return ()


def _names(below: Sequence[Block]) -> tuple[Block, ...]:
    """Return the names below a letter, and the notes that tell who they are."""
    names = tuple(takewhile(_is_signature, below))
    named = " ".join(one.text for one in names)
    return (*names, *takewhile(lambda one: _tells_of(one, named), below[len(names) :]))


def _tells_of(block: Block, names: str) -> bool:
    """Tell "Ann Moss mends roofs in Dell." below her signature."""
    words = block.text.split()
    return " ".join(words[:2]) in names and len(words) <= _BIOGRAPHY


def _is_signature(block: Block) -> bool:
    text = block.text.strip()
    short = len(text.split()) <= _SIGNATURE and not _POSTSCRIPT.match(text)
    return short and (text[-1] not in '.?!”"' or bool(_ENCLOSED.match(text)))


def _is_note_below(block: Block, document: Document) -> bool:
    if _ELSEWHERE.match(block.text) or _FOOT.match(block.text) or _is_footnote(block, document):
        return True
    known = tuple(_UNTITLED.sub("", author).casefold() for author in document.authors)
    if block.text.casefold().startswith(known) and len(block.text.split()) <= _BIOGRAPHY:
        return True
    life = _LIFE.match(block.text)
    if not life or life["name"] in document.authors:
        return bool(life)
    above = [one.text for one in document.numbered if one is not block]
    return not any(re.search(rf"\b{re.escape(life['name'].split()[-1])}\b", text) for text in above)


def _is_footnote(block: Block, document: Document) -> bool:
    """Tell "[2] See the register." from a paragraph with a number: the text refers to it."""
    number = _NUMBER_OF_NOTE.match(block.text)
    return number is not None and any(number[0] in one.text[1:] for one in document.numbered)


def _is_over(block: Block) -> bool:
    text = block.text.strip()
    return bool(_VALEDICTION.match(text) or _ENDS.match(text))


def _italic_notes(document: Document) -> tuple[Block, ...]:
    body = document.numbered
    slanted = set_in("emphasis", document)
    tells = _tells(document)
    notes = _last(body, lambda block: block.number in slanted or tells(block))
    if slanted - {block.number for block in notes}:  # the text has italics of its own
        notes = _last(body, tells)
    return notes if len(notes) <= _NOTES else ()


def _last(body: Sequence[Block], belongs: Callable[[Block], bool]) -> tuple[Block, ...]:
    return tuple(takewhile(belongs, reversed(body)))[::-1]


def set_in(kind: MarkupKind, document: Document) -> set[int | None]:
    """Return the numbers of the paragraphs set in italics, or in bold, but for a title."""
    body = document.numbered
    starts = [block.span.start for block in body]
    emphasised: Counter[int] = Counter()
    for mark in document.markup:
        place = bisect_right(starts, mark.span.start) - 1
        if mark.kind == kind and place >= 0 and mark.span.end <= body[place].span.end:
            emphasised[place] += mark.span.end - mark.span.start
    return {
        body[place].number
        for place, size in emphasised.items()
        if size >= _MOST * (body[place].span.end - body[place].span.start)
    }


def last_sentence(document: Document, aside: Collection[int] = (), genre: Genre = "article") -> str:
    """Return the sentence that the text closes with; empty where it closes with none."""
    block = closing(document, aside, genre)
    return " ".join(block.sentences[-1].text.split()) if block else ""


def restates_title(document: Document) -> bool:
    """Say whether the first sentence says little that the title has not said."""
    if document.title_derived:
        return False  # it was made from that sentence
    said = {word.lower() for word in _TELLING.findall(first_sentence(document))}
    title = {word.lower() for word in _TELLING.findall(document.title)}
    return bool(said) and len(said & title) > len(said) / 2


def is_label(title: str) -> bool:
    """Say whether a title only files the text: "Letter from Bill to Hannah Arendt, 1975"."""
    return bool(_LABEL.search(title))


def _is_prose(block: Block) -> bool:
    text = " ".join(block.text.split())
    if block.kind == "stanza":
        return True
    return (
        len(text.split()) >= _FEWEST_WORDS
        and bool(_CLOSED.search(text))
        and not _NOT_PROSE.search(text)
    )
