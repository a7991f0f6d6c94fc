"""Choices: three sentences of a text, or three voices in it, for its readers to choose from.

Which sentence a text hangs on takes understanding, so a question that quotes one is often a
question on the wrong one. Those that could be meant can be told: "I notice I have no third
word", "There was nothing on the water but water", "Social change does not happen overnight" deny,
turn, demand or weigh something, stand at the end of a paragraph, and name what the text is about.
Readers who choose among three go back to all of them, and have to say why.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from guides.findings.clauses import has_clause
from guides.findings.grammar import word_set
from guides.findings.leaning import stands_alone, words_of
from guides.findings.lexicon import stem
from guides.findings.reading import Reading, Sentence
from guides.model import Choice, ChoiceKind, Passage, Quotation
from guides.source import Span
from guides.ties import untied

_PICKS = 3
_LEAST_PARAGRAPHS = 3
_FEWEST, _MOST, _SHORT, _LONG = 6, 29, 16, 22  # words of a sentence
_SAID_FEWEST, _SAID_MOST = 6, 22  # words of a quotation
_SURE = 0.8  # of who speaks
_CENTRAL = 12  # key terms
_GOOD, _GOOD_TO_HEAR, _BEST = 1.9, 1.5, 2.4  # what each must reach, and the best of them
_WORTH_HEARING = 0.7  # of somebody's words
_TALKS = ("speech", "letter", "story", "talk")
_TELLING = ("paragraph", "turn")

_ALONE = re.compile(r"\b(?:I|my|me)\b")
_TOGETHER = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_DENIES = re.compile(
    r"\b(?:not|never|nobody|nothing|no one|no|none|cannot|without|neither|nor|nowhere)\b|n['’]t\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:but|yet|although|while|though|rather|instead|unless|even|only|despite|until)\b",
    re.IGNORECASE,
)
_DEMANDS = re.compile(
    r"\b(?:should|must|ought|needs? to|has to|have to|deserves?|owes?|has a right|have a right"
    r"|has an obligation|right to|duty|promise)\b",
    re.IGNORECASE,
)
_WEIGHS = re.compile(
    r"\b(?:more|less|better|worse|harder|easier|\w{3,}er) than\b|\bthe (?:more|most|only|best|worst"
    r"|real)\b|\btoo \w+|\bas \w+ as\b|\b(?:enough|wrong|fair)\b",
    re.IGNORECASE,
)
_MINDS = re.compile(
    r"\b(?:believes?|knows?|knew|thinks?|thought|feels?|felt|wants?|wanted|fear(?:s|ed)?|hope[sd]?"
    r"|wonder(?:s|ed)?|understands?|understood|remember(?:s|ed)?|notice[sd]?|afraid|ashamed|proud"
    r"|trust(?:s|ed)?|love[sd]?|means?|matters?|costs?|decid\w+|chose|refus\w+|admit\w*)\b",
    re.IGNORECASE,
)
_REASONS = re.compile(r"\b(?:because|if|so that|depends?|makes?|leads? to|result of)\b")
# Quoted, counted, unfinished, or said to whoever turns the page.
_UNFIT = re.compile(
    r"[“”\"()\[\]…?:]|--|^[’'‘a-z—–-]|https?:|\d|\b(?:percent|per cent)\b"
    r"|^(?:Read|Click|Visit|Subscribe|Photo|Image|Mr|Mrs|Madam|My friends|My fellow"
    r"|See|Get|Here|Thank|Dear|Good (?:morning|afternoon|evening))\b"
)
# What only leads on to what follows.
_LEADS = re.compile(
    r"\b(?:\w+ ){0,2}I (?:want|would like|wish|mean|am going|will try|have come|am here) to\b"
    r"|\b(?:as follows|the following|this is why|here is why)\b",
    re.IGNORECASE,
)
# What somebody quotes in turn, begins in the middle, or says to whoever asked.
_UNSAID = re.compile(
    r"[‘“”\"\[\]…]|(?<!\w)'|^[^A-Z]|,$"
    r"|^(?:And|So|But|In that|In this|That['’]s|Well|Yes|No|Dear|Thank|Yeah"
    r"|Look|You know|Let['’]s|Let|Then|Also)\b"
)
_SAYING = word_set(
    "said says saying told tells asked asks argued argues claimed claims announced reported added"
    " adds noted notes explained explains denied denies disputed disputes replied replies warned"
    " warns wrote writes stated states according insisted insists admitted admits confirmed"
)
_LEANING = word_set(
    "he she it they this that these those his her its their such both another others there here"
    " one some each"
)


def find_choices(reading: Reading) -> tuple[Choice, ...]:
    """Return the choices that a text offers: sentences of the telling, what people say."""
    return (*_of_sentences(reading), *_of_voices(reading))


def _of_sentences(reading: Reading) -> Iterator[Choice]:
    """Yield the three best sentences, and then the three best of the others."""
    if len(reading.document.numbered) < _LEAST_PARAGRAPHS or not _has_a_voice(reading):
        return
    ranked = _ranked(reading)
    for _ in range(2):
        chosen = _apart(ranked)
        if len(chosen) < _PICKS or ranked[0][0] < _BEST:
            return
        ranked = [(worth, one) for worth, one in ranked if one not in chosen]
        yield _choice("sentences", [_passage(one) for one in chosen])


def _has_a_voice(reading: Reading) -> bool:
    """Tell a text in which somebody holds something or tells a story, not one that informs."""
    view = reading.found.overview
    if (
        view.genre in _TALKS
        or view.open_letter
        or (reading.document.preface and len(view.voices) < 2)
    ):
        return True  # what editors recommend argues for something
    told = [
        one.text
        for one in reading.sentences
        if one.block.number and not reading.is_quoted(one.span.start)
    ]
    alone = sum(bool(_ALONE.search(text)) for text in told)
    joined = sum(bool(_TOGETHER.search(text)) for text in told)
    demands = sum(bool(_DEMANDS.search(text)) for text in told)
    few = len(view.voices) < 2
    held = alone >= 4 or (few and (alone >= 2 or (joined >= 2 and demands >= 2)))
    return held and not (view.teaches or view.reviews)


def _ranked(reading: Reading) -> list[tuple[float, Sentence]]:
    view = reading.found.overview
    terms = {
        stem(word)
        for key in reading.found.key_terms[:_CENTRAL]
        for word in key.term.lower().split()
    }
    marked = {
        item.span.start
        for kind in ("statements", "objections", "moves", "endings")
        for item in getattr(reading.found, kind)
    }
    answers = {number for item in reading.found.exchanges for number in item.answers}
    told = [
        one
        for one in reading.sentences
        if one.block.kind in _TELLING
        and one.block.number
        and one.paragraph not in view.aside
        and (one.paragraph in answers or not answers)
    ]
    found = []
    for _, run in groupby(told, key=lambda one: one.paragraph):
        within = list(run)
        for one in within:
            if _fits(reading, one):
                ends = one is within[-1] and len(within) > 1
                worth = _worth(reading, one, terms) + 0.8 * ends + 0.2 * (one is within[0])
                found.append((worth + 1.5 * (one.span.start in marked), one))
    least = _GOOD_TO_HEAR if view.genre in ("story", "speech") else _GOOD
    good = [(worth, one) for worth, one in found if worth >= least]
    return sorted(good, key=lambda item: (-item[0], item[1].number))


def _fits(reading: Reading, one: Sentence) -> bool:
    text = " ".join(one.text.split())
    return (
        _FEWEST <= len(text.split()) <= _MOST
        and text.endswith((".", "!"))
        and not (_UNFIT.search(text) or _LEADS.search(text) or _leans(text))
        and (one.block.kind == "turn" or not reading.is_quoted(one.span.start))
        and not _reports(text)
        and has_clause(reading, one.first, one.last)
    )


def _leans(text: str) -> bool:
    """Tell what sends readers away to find who and what: "He did", "There is nothing to it"."""
    words = words_of(untied(text))
    return not words or words[0].split("'")[0] in _LEANING or words[-1] in _LEANING


def _reports(text: str) -> bool:
    """Tell a sentence in which somebody speaks: what they say is weighed by itself."""
    return not _SAYING.isdisjoint(words_of(text))


def _worth(reading: Reading, one: Sentence, terms: Collection[str]) -> float:
    """Return how much there is in a sentence to talk about, by its wording alone."""
    text = " ".join(one.text.split())
    words = reading.words_of(one)
    return (
        0.6 * min(3, len({stem(word) for word in words} & set(terms)))
        + 1.0 * bool(_DENIES.search(text))
        + 0.8 * bool(_TURNS.search(text))
        + 1.0 * bool(_DEMANDS.search(text))
        + 0.8 * bool(_WEIGHS.search(text))
        + 0.7 * bool(_MINDS.search(text))
        + 0.5 * bool(_REASONS.search(text))
        + 0.5 * (len(words) <= _SHORT)
        - 0.5 * (len(words) > _LONG)
        - 0.6 * bool(reading.names_in(one))
        - 1.0 * (not stands_alone(untied(text)))
    )


def _apart(ranked: Sequence[tuple[float, Sentence]]) -> list[Sentence]:
    """Return the best of a paragraph each, in text order; a refrain is one of them."""
    chosen: dict[int, Sentence] = {}
    said: set[str] = set()
    for _, one in ranked:
        words = untied(" ".join(one.text.split())).casefold()
        if len(chosen) < _PICKS and words not in said and one.paragraph not in chosen:
            chosen[one.paragraph] = one
            said.add(words)
    return sorted(chosen.values(), key=lambda one: one.number)


def _passage(one: Sentence) -> Passage:
    """Return a sentence without the word that ties it to the one before."""
    start = one.span.end - len(untied(one.text))
    return Passage(
        span=Span(one.span.source, start, one.span.end),
        paragraph=one.paragraph,
        paragraphs=(one.paragraph,),
    )


def _of_voices(reading: Reading) -> Iterator[Choice]:
    """Yield the best words of three people, or of two where no more are named."""
    best: dict[str, tuple[float, Quotation]] = {}
    for item in reading.found.quotations:
        if _is_voice(item):
            worth = (
                0.5 * item.judging
                + 0.5 * item.alone
                + 0.4 * bool(_DENIES.search(item.text))
                + 0.3 * bool(_DEMANDS.search(item.text) or _WEIGHS.search(item.text))
                - 0.3 * item.continued
            )
            if item.speaker not in best or worth > best[item.speaker][0]:
                best[item.speaker] = (worth, item)
    ranked = sorted(best.values(), key=lambda found: (-found[0], found[1].span.start))
    ranked = [found for found in ranked if found[0] >= _WORTH_HEARING]
    chosen = sorted((item for _, item in ranked[:_PICKS]), key=lambda item: item.span.start)
    if len(chosen) > 1:
        yield _choice(
            "voices",
            [
                Passage(
                    span=item.span,
                    paragraph=item.paragraph,
                    paragraphs=(item.paragraph,),
                    word=item.speaker,
                )
                for item in chosen
            ],
        )


def _is_voice(item: Quotation) -> bool:
    text = " ".join(item.text.split())
    whole = item.speaker_kind == "person" and item.confidence >= _SURE and not item.partial
    fit = _SAID_FEWEST <= item.words <= _SAID_MOST and not _UNSAID.search(text)
    return whole and fit and not (item.sensitive or item.denial) and bool(item.paragraph)


def _choice(kind: ChoiceKind, picks: Sequence[Passage]) -> Choice:
    return Choice(
        span=picks[0].span,
        paragraph=picks[0].paragraph,
        confidence=0.9,
        kind=kind,
        picks=tuple(picks),
        paragraphs=tuple(sorted({pick.paragraph for pick in picks})),
    )
