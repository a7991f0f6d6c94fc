"""Questions that the text or its preface asks, and where the answer may be.

A question that an editor or a writer asked is the best one a guide can print, so each is
kept word for word, with who asks it, who is asked to act, and the paragraph that shares
most words with it. A question inside somebody's sentence is left to its quotation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from guides.findings.evidence import Search, searcher
from guides.findings.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    is_adverb,
    is_closed,
    is_plural,
    word_set,
)
from guides.findings.leaning import points_back, words_of
from guides.findings.reading import WORD, Reading, Sentence
from guides.findings.verbs import BARE
from guides.model import AskedQuestion, Quotation
from guides.source import Span

_ENDING = re.compile(r"[?][\s\"'”’»)\]]*$")
# "They ask: Who stood up?" and "we met (how can I explain it?)" hold a shorter question.
_ASKED_WITH = (
    r"(?=(?:Who|What|Why|How|Where|When|Which|Whose|Is|Are|Do|Does|Did|Can|Could|Will|Would|Should"
    r"|Has|Have)\b)"
)
_INNER = re.compile(
    rf"(?:(?<=:)\s+[\"'“‘]?{_ASKED_WITH}|[.…,;]\s+(?=\()"
    r"|\b(?:Reading Check|Critical Thinking|Explain|Analy[sz]e|Infer|Predict|Connect|Discuss"
    rf"|Compare|Contrast|Evaluate|Draw Conclusions|Apply)\s+{_ASKED_WITH})",
)
_TAG = re.compile(
    r",\s+(?:\w+n['’]t|is|are|do|does|did|was|were|will|would|can|could|has|have|right)"
    r"(?:\s+(?:I|you|he|she|it|we|they|there))?\?\W*$"
)
_ANSWER = re.compile(
    r"(?:It(?:['’]s| is)|They(?:['’]re| are)|Yes|No|Not|Because|Step|Answer|Hardly|Never|None"
    r"|Nobody|Nothing|Of course|Certainly)\b"
    r"|(?:\S+\s+){0,3}\S+[.!]$"
)
_BELOW = 4  # sentences of a paragraph that a question heads
_MODALS = word_set("can could should must might will would may shall do does did")
_AUDIENCES = word_set(
    "donors donor funders funder philanthropists philanthropy grantmakers nonprofits investors "
    "educators teachers parents schools students readers leaders citizens voters volunteers "
    "employers businesses companies policymakers lawmakers governments communities families "
    "congregations foundations advocates"
)

# "What good does it do them to know?" can be asked of anybody.
_WEIGHS = re.compile(
    r"\bwhat (?:good|use) (?:is|are|was|does|do|did|can|could|would|will)\b"
    r"|\bwhat(?:['’]s| is| was) the (?:good|use|point|difference)\b|\bwhat do we owe\b"
    r"|\bwhat (?:does|do|did|can) [\w’' ]{2,40} (?:matter|mean)\b|(?:^|, )(?:should|ought)\b"
    r"|\b(?:why|who|which|what|when|how (?:long|much|far|many)) should\b|\bwhose (?:fault|job)\b"
    r"|\bwhy would (?:we|anybody|anyone|one|people)\b|\bwho (?:owes|deserves|is to blame)\b"
    r"|\bis (?:it|that) (?:right|fair|wrong|just|kind|enough)\b|\bworth\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_YOU = re.compile(r"\byou(?:rs?|rself)?\b", re.IGNORECASE)


def find_questions(reading: Reading) -> tuple[AskedQuestion, ...]:
    """Return the preface's questions, then those of the body in text order."""
    asking = [sentence for sentence in reading.sentences if _ENDING.search(sentence.text)]
    said = [item for item in reading.found.quotations if item.text.endswith("?")]
    if not asking and not said and reading.document.preface is None:
        return ()
    search = searcher(reading)
    found = tuple(_body(reading, asking, search))
    tagged = _tagged(reading, said, {item.span.end for item in found}, search)
    body = sorted((*found, *tagged), key=lambda item: item.span.start)
    return (*_preface(reading, search), *body)


def _preface(reading: Reading, search: Search) -> Iterator[AskedQuestion]:
    preface = reading.document.preface
    if preface is None:
        return
    for note, part in preface.parts("question"):
        actors = _actors(part.span.text)
        yield AskedQuestion(
            span=part.span,
            paragraph=0,
            asker=preface.publisher,
            label=note.label,
            best_paragraph=search(note.span),
            actors=actors,
            audience=_audience(actors),
            whole=_is_whole(part.span.text),
        )


def _body(reading: Reading, asking: list[Sentence], search: Search) -> Iterator[AskedQuestion]:
    for sentence in asking:
        text = sentence.text
        if _TAG.search(text) or sentence.last == sentence.first:
            continue
        if _is_reported(reading, sentence):
            continue
        span = _inner(reading, sentence)
        quoted = reading.is_quoted(reading.starts[sentence.last - 1])
        if quoted:  # without the marks around what somebody says
            begun = len(span.text) - len(span.text.lstrip("“\"‘'"))
            ended = len(span.text.rstrip("”\"’'"))
            span = reading.span(span.start + begun, span.start + ended)
        actors = _actors(span.text)
        yield AskedQuestion(
            span=span,
            paragraph=sentence.paragraph,
            confidence=0.9 if sentence.last - sentence.first > 2 else 0.6,
            asker=_asker(reading, sentence),
            best_paragraph=search(span),
            actors=actors,
            audience=_audience(actors),
            whole=_is_whole(span.text),
            answered=_is_answered(reading, sentence),
            quoted=quoted,
            weighs=_weighs(span.text),
        )


def _tagged(
    reading: Reading, said: Iterable[Quotation], taken: Collection[int], search: Search
) -> Iterator[AskedQuestion]:
    """Yield what weighs something and goes on with who asks: "What good is it?" she said."""
    for item in said:
        asked = _SENTENCES.split(item.text)[-1]
        sentence = reading.sentence_at(item.span.start)
        told = sentence is None or _is_reported(reading, sentence)
        if item.paragraph and not told and item.span.end not in taken and _weighs(asked):
            span = Span(item.span.source, item.span.end - len(asked), item.span.end)
            yield AskedQuestion(
                span=span,
                paragraph=item.paragraph,
                confidence=0.8,
                asker=item.speaker,
                best_paragraph=search(span),
                whole=_is_whole(asked),
                quoted=True,
                weighs=True,
            )


def _weighs(text: str) -> bool:
    return bool(_WEIGHS.search(text)) and not _YOU.search(text)


def _is_answered(reading: Reading, sentence: Sentence) -> bool:
    """Say whether the next words answer the question: "Not quite.", "Step 1.", all below it."""
    if sentence.block.kind == "heading":
        return True
    if sentence.opens and len(sentence.block.sentences) >= _BELOW:
        return True
    following = reading.sentences[sentence.number + 1 : sentence.number + 2]
    return bool(following) and bool(_ANSWER.match(following[0].text))


def _is_reported(reading: Reading, sentence: Sentence) -> bool:
    """Say whether the question is what somebody in the sentence asks: Nobody shouted, “Who?”."""
    starts = reading.starts[sentence.first : sentence.last]
    return reading.is_quoted(starts[-1]) and not all(map(reading.is_quoted, starts))


def _inner(reading: Reading, sentence: Sentence) -> Span:
    """Return the part of a sentence that asks: what follows a colon or stands in brackets."""
    inner = [match.end() for match in _INNER.finditer(sentence.text)]
    return reading.span(sentence.span.start + (inner[-1] if inner else 0), sentence.span.end)


def _asker(reading: Reading, sentence: Sentence) -> str:
    """Return who asks, to stand at the start of "… asks": the speaker or the writer."""
    if sentence.block.speaker:
        return _named(sentence.block.speaker)
    spoken = reading.quotation_at(reading.starts[sentence.last - 1])
    if spoken or reading.is_quoted(reading.starts[sentence.last - 1]):
        return spoken.speaker if spoken else ""
    authors = reading.document.authors
    return authors[0] if len(authors) == 1 else "the text"


def _named(label: str) -> str:
    """Return the label of a turn as a name: "Wallace" for "WALLACE"."""
    return label.title() if label.isupper() and len(label) > 4 else label


def _is_whole(text: str) -> bool:
    """Say whether a question can be understood alone: it points at nothing outside itself."""
    words = words_of(text)
    if len(words) < 4 or words[0] in CONJUNCTIONS - {"if", "when", "where"}:
        return False
    return _asks(text) and not points_back(text)


_ASKING = word_set("what how why who whom whose which when where") | AUXILIARIES


def _asks(text: str) -> bool:
    """Say whether a question is built as one: not "In May?", nor "Tell me what you mean?"."""
    clauses = [WORD.findall(clause.lower().replace("’", "'")) for clause in text.split(",")]
    return any(_ASKING.intersection(words[:3]) for words in clauses)


def _audience(actors: tuple[str, ...]) -> str:
    """Return the one group a question speaks to, as printed: "donors"; else nothing."""
    named = [actor for actor in actors if actor.split()[-1].lower() in _AUDIENCES]
    return named[0] if len(named) == 1 else ""


# ---------------------------------------------------------------- who is asked to act


def _actors(text: str) -> tuple[str, ...]:
    """Return those after "how can", as printed: individuals, communities, governments."""
    matches = list(WORD.finditer(text))
    words = [match[0].lower() for match in matches]
    found: list[str] = []
    at = 0
    while at < len(words) - 1:
        if words[at] in _MODALS and at and not _is_subject(words[at - 1]):
            listed, at = _listed(text, matches, at + 1)
            found += listed
        else:
            at += 1
    return tuple(dict.fromkeys(found))


def _is_subject(word: str) -> bool:
    return not is_closed(word) and is_plural(word) and word not in ("ways", "steps")


def _listed(text: str, matches: list[re.Match[str]], at: int) -> tuple[list[str], int]:
    """Read the noun phrases from word *at* on; return them and where reading stopped."""
    found: list[str] = []
    while at < len(matches):
        end = _phrase_end(text, matches, at)
        if end == at:
            break
        found.append(" ".join(text[matches[at].start() : matches[end - 1].end()].split()))
        at = end
        if at >= len(matches):
            break
        gap = text[matches[at - 1].end() : matches[at].start()]
        linked = matches[at][0].lower() in ("and", "or")
        if not linked and not gap.startswith(","):
            break
        at += linked
    return found, at


def _phrase_end(text: str, matches: list[re.Match[str]], at: int) -> int:
    """Return one past a short noun phrase that ends in a plural; *at* where there is none."""
    first = at + (matches[at][0].lower() in DETERMINERS)
    for end in range(first, min(first + 4, len(matches))):
        word = matches[end][0].lower()
        if is_closed(word) or is_adverb(word):
            return at
        if end > at and text[matches[end - 1].end() : matches[end].start()].startswith(","):
            return at
        if is_plural(word):
            return end + 1
        following = matches[end + 1][0].lower() if end + 1 < len(matches) else ""
        if end == first and following in BARE | {"do", "be", "have"}:
            return end + 1
    return at
