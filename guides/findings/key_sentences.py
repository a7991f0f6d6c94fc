"""Key sentences: those of a text that most is likely to hang on, by their wording and place.

Which sentence a text hangs on takes understanding; which could be meant can be told: "I notice I
have no third word", "There was nothing on the water but water", "Social change does not happen
overnight" deny, turn, demand or weigh something, stand at the end of a paragraph, and name what
the text is about. What a reader would lose without one of them can be asked of each.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter

from guides.findings.clauses import has_clause
from guides.findings.grammar import word_set
from guides.findings.leaning import stands_alone, words_of
from guides.findings.lexicon import stem
from guides.findings.reading import Reading, Sentence
from guides.model import Passage
from guides.ties import untied

_LEAST_PARAGRAPHS = 3
_FEWEST, _LONGEST, _SHORT, _LONG = 6, 24, 16, 22  # words
_CENTRAL = 12  # key terms
_LEAST = 2.4  # what the best of them must be worth
_TALKS, _ARGUING = ("speech", "letter"), ("article", "story")
_TWO = 2
_TELLING = ("paragraph", "turn")

_ALONE = re.compile(r"\b(?:I|my|me)\b")
_TOGETHER = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
DENIES = re.compile(
    r"\b(?:not|never|nobody|nothing|no one|no|none|cannot|without|neither|nor|nowhere)\b|n['’]t\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:but|yet|although|while|though|rather|instead|unless|even|only|despite|until)\b",
    re.IGNORECASE,
)
DEMANDS = re.compile(
    r"\b(?:should|must|ought|needs? to|has to|have to|deserves?|owes?|has a right|have a right"
    r"|has an obligation|right to|duty|promise)\b",
    re.IGNORECASE,
)
WEIGHS = re.compile(
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
# What somebody else can go along with, or not.
_HOLDS = re.compile(
    r"^(?!You\b).*\b(?:should|must|ought|deserves?|owes?|a right to|duty|obligation|would rather"
    r"|better|worse|wrong|fair|unfair|enough|the only|rather than"
    r"|too (?:much|little|many|few|late|soon))\b",
    re.DOTALL,
)
# Quoted, counted, unfinished, or said to whoever turns the page.
_UNFIT = re.compile(
    r"[“”\"()\[\]…?:]|--|^[’'‘a-z—–-]|https?:|\d|\b(?:percent|per cent)\b"
    r"|^(?:Read|Click|Visit|Subscribe|Photo|Image|Mr|Mrs|Madam|My friends|My fellow"
    r"|See|Get|Here|Thank|Dear|Good (?:morning|afternoon|evening))\b"
)
# What only leads on to what follows.
_LEADS = re.compile(
    r"\b(?:\w+ ){0,2}I (?:want|would like|wish|mean|am going|will try|have come|am here) to\b"
    r"|\b(?:as follows|the following|this is why|here is why|you should know|let me"
    r"|(?:I|we) (?:should|must) (?:tell|say|add|begin|explain|admit|confess))\b",
    re.IGNORECASE,
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


def find_key_sentences(reading: Reading) -> tuple[Passage, ...]:
    """Return the best sentence of a text, if one is good and somebody holds something."""
    if len(reading.document.numbered) < _LEAST_PARAGRAPHS or not _has_a_voice(reading):
        return ()
    worth, best = max(_weighed(reading), key=itemgetter(0), default=(0.0, None))
    if best is None or worth < _LEAST:
        return ()
    return (
        Passage(
            span=best.span,
            paragraph=best.paragraph,
            paragraphs=(best.paragraph,),
            word="holds" if _HOLDS.search(best.text) else "tells",
        ),
    )


def _has_a_voice(reading: Reading) -> bool:
    """Tell a text in which somebody holds something or tells a story, not one that informs."""
    view = reading.found.overview
    if view.genre in _TALKS or view.open_letter:
        return True
    few = len(view.voices) < _TWO
    tale = view.genre not in _ARGUING or view.called == "story"
    if tale or view.teaches or view.reviews or not few:
        return False
    if reading.document.preface:
        return True  # what editors recommend argues for something
    told = [
        one.text
        for one in reading.sentences
        if one.block.number and not reading.is_quoted(one.span.start)
    ]
    alone = sum(bool(_ALONE.search(text)) for text in told)
    joined = sum(bool(_TOGETHER.search(text)) for text in told)
    demands = sum(bool(DEMANDS.search(text)) for text in told)
    return alone >= 2 or (joined >= 2 and demands >= 2 and view.genre == "article")


def _weighed(reading: Reading) -> Iterator[tuple[float, Sentence]]:
    """Yield the sentences that can be quoted alone, each with what it is worth."""
    view = reading.found.overview
    terms = {
        stem(word)
        for key in reading.found.key_terms[:_CENTRAL]
        for word in key.term.lower().split()
    }
    marked = {
        item.span.start
        for kind in ("statements", "objections", "endings")
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
    for _, run in groupby(told, key=lambda one: one.paragraph):
        within = list(run)
        for one in within:
            if _fits(reading, one):
                ends = one is within[-1] and len(within) > 1
                placed = 0.8 * ends + 0.2 * (one is within[0])
                yield _worth(reading, one, terms) + placed + 1.5 * (one.span.start in marked), one


def _fits(reading: Reading, one: Sentence) -> bool:
    text = " ".join(one.text.split())
    return (
        _FEWEST <= len(text.split()) <= _LONGEST
        and text.endswith((".", "!"))
        and not (_UNFIT.search(text) or _LEADS.search(text) or _leans(text))
        and (one.block.kind == "turn" or not reading.is_quoted(one.span.start))
        and not _reports(text)
        and sum(bool(sign.search(text)) for sign in (DENIES, DEMANDS, _TURNS, _MINDS)) >= _TWO
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
        + 1.0 * bool(DENIES.search(text))
        + 0.8 * bool(_TURNS.search(text))
        + 1.0 * bool(DEMANDS.search(text))
        + 0.8 * bool(WEIGHS.search(text))
        + 0.7 * bool(_MINDS.search(text))
        + 0.5 * bool(_REASONS.search(text))
        + 0.5 * (len(words) <= _SHORT)
        - 0.5 * (len(words) > _LONG)
        - 0.6 * bool(reading.names_in(one))
        - 1.0 * (not stands_alone(untied(text)))
    )
