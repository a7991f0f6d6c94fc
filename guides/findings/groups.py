"""People whom the text mentions without naming: women, tenants, Russian authorities.

A prompt prints the words in a sentence such as "The text mentions LGBTI refugees but does
not quote them", so a group is a clean plural phrase of at most four words, and it counts
as quoted whenever somebody who may be one of them is. The other mistake, to say that
nobody speaks who does, would be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from guides.findings import group_words as words
from guides.findings import lexicon
from guides.model import Document, Group, Name, Quotation
from guides.source import Span

_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|\S")
_POINTING = frozenset({"these", "those", "the", "such", "their", "our"})
_SUFFIXES = ("less", "ical", "ional", "ern")
_GATHERING = re.compile(r"^(?!LGBT)[A-Z]{2,8} (?:communities|groups|members)$")
_ONE_OF = re.compile(
    r"\b(?:one|some|many|two|three)\s+of\s+(?:the|these|those|many|several)?\s*$", re.IGNORECASE
)
_ANYBODY = frozenset({"people", "persons", "individuals", "survivors", "victims"})


@dataclass(frozen=True, slots=True)
class _Mention:
    """One place that mentions a group: its words, its head, where it stands."""

    phrase: str
    head: str
    start: int
    end: int
    paragraph: int
    sentence: Span
    pointing: bool
    one_of: bool


def find(
    document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
) -> tuple[Group, ...]:
    """Return the groups in the body of *document*, each at its first mention."""
    gathered: dict[str, list[_Mention]] = {}
    latest: dict[str, str] = {}
    for mention in _mentions(document):
        key = mention.phrase.lower()
        bare = mention.phrase.lower() == mention.head
        if bare and mention.pointing and mention.head in latest:
            key = latest[mention.head]  # "these refugees" are the LGBTI refugees before
        elif bare and mention.head in words.VAGUE_HEADS:
            continue
        latest[mention.head] = key
        gathered.setdefault(key, []).append(mention)
    return tuple(
        _group(document, mentions, names, quotations)
        for mentions in sorted(gathered.values(), key=lambda found: found[0].start)
    )


# ---------------------------------------------------------------- mentions


def _mentions(document: Document) -> Iterator[_Mention]:
    for block in document.numbered:
        for sentence in block.sentences:
            yield from _in_sentence(document.text, sentence, block.number or 0)


def _in_sentence(text: str, sentence: Span, paragraph: int) -> Iterator[_Mention]:
    if not any(map(_may_be_head, _TOKEN.findall(text, sentence.start, sentence.end))):
        return  # most sentences mention nobody in this way
    tokens = list(_TOKEN.finditer(text, sentence.start, sentence.end))
    for index, token in enumerate(tokens):
        head = token[0].lower()
        opens = not index
        if not _is_head(token[0], opens) or text[token.end() : token.end() + 1] == "-":
            continue
        first = _first(tokens, index)
        after = words.AFTER.match(text, token.end(), sentence.end)
        end = after.end() if after else token.end()
        phrase = " ".join(text[tokens[first].start() : end].split())
        if len(phrase.split()) > 4 or _GATHERING.search(phrase):
            continue
        before = tokens[first - 1][0].lower() if first else ""
        start = tokens[first].start()
        yield _Mention(
            phrase=_printed(phrase, first == 0),
            head=head,
            start=start,
            end=end,
            paragraph=paragraph,
            sentence=sentence,
            pointing=before in _POINTING,
            one_of=bool(_ONE_OF.search(text, max(sentence.start, start - 60), start)),
        )


@cache
def _may_be_head(word: str) -> bool:
    return _is_head(word, opens=True)


def _is_head(word: str, opens: bool) -> bool:
    """Return whether *word* is a plural of people: "tenants", "Americans".

    With a capital that no sentence start explains, it is part of a name or a headline.
    """
    if word.lower() in words.HEADS or word.lower() in words.VAGUE_HEADS:
        return word.islower() or opens
    plural = word.endswith("s") and word[0].isupper() and not word.isupper()
    return plural and lexicon.is_demonym(word[:-1])


def _first(tokens: list[re.Match[str]], index: int) -> int:
    """Return the index of the first word of the phrase whose head is at *index*."""
    first = index
    while first and index - first < 3 and _modifies(tokens[first - 1][0], first == 1):
        first -= 1
    return first


def _modifies(word: str, opens: bool) -> bool:
    """Return whether *word* before people describes them, and cannot be a verb: "low-income"."""
    lower = word.lower()
    if lexicon.is_demonym(word) or (lower in words.MODIFIERS and (word.islower() or opens)):
        return True
    if word.isupper() and 2 <= len(word) <= 8:
        return True  # "LGBTI refugees", "UN experts"
    if "-" in word and word.islower():
        return lower.endswith(
            ("-income", "-wage", "-old", "-class", "-seeking", "-rights", "-based")
        )
    return word.islower() and lower.endswith(_SUFFIXES) and lexicon.zipf(lower) > 2.5


def _printed(phrase: str, initial: bool) -> str:
    """Return *phrase* with the capital taken back that the start of a sentence gave it."""
    first, space, rest = phrase.partition(" ")
    keeps = not initial or lexicon.is_demonym(first) or not first.istitle()
    proper = first.endswith("s") and lexicon.is_demonym(first[:-1])
    return phrase if keeps or proper else first.lower() + space + rest


# ---------------------------------------------------------------- groups


def _group(
    document: Document,
    mentions: list[_Mention],
    names: Sequence[Name],
    quotations: Sequence[Quotation],
) -> Group:
    first = mentions[0]
    return Group(
        span=Span(document.source, first.start, first.end),
        paragraph=first.paragraph,
        confidence=0.9 if " " in first.phrase else 0.8,
        name=first.phrase,
        paragraphs=tuple(sorted({mention.paragraph for mention in mentions})),
        quoted=_is_quoted(mentions, names, quotations),
        target=any(_is_harmed(mention) for mention in mentions),
    )


def _is_quoted(
    mentions: list[_Mention], names: Sequence[Name], quotations: Iterable[Quotation]
) -> bool:
    """Return whether somebody who is quoted may be one of them."""
    head = mentions[0].head
    one = lexicon.stem(head)
    pattern = re.compile(rf"\b(?:{re.escape(one)}|{re.escape(head)})\b", re.IGNORECASE)
    paragraphs = {mention.paragraph for mention in mentions}
    loose = head in _ANYBODY or any(mention.one_of for mention in mentions)
    for quotation in quotations:
        said_by = quotation.speaker or (quotation.mention.text if quotation.mention else "")
        if pattern.search(said_by):
            return True
        nameless = quotation.speaker_kind in {"unnamed", "unknown", "group"}
        if nameless and (loose or (not said_by and quotation.paragraph in paragraphs)):
            return True
    return any(name.quoted and pattern.search(name.role) for name in names)


def _is_harmed(mention: _Mention) -> bool:
    """Return whether the sentence speaks of harm and the group does not act in it."""
    if mention.head in words.ACTORS:
        return False
    return bool(words.HARM.search(mention.sentence.text.lower()))
