"""Contrast: the word that turns a thought, and the two sides that it sets apart.

The finding is the whole sentence with the marker. A marker that opens a sentence looks
back, so one side is the sentence before, perhaps in the paragraph before; any other marker
parts its own sentence in two. A word that only looks like a marker is left alone: "not
only … but also", "while at school", "not yet", "however hard".
"""

from __future__ import annotations

import re
from itertools import pairwise

from guides.findings import verbs
from guides.findings.clauses import (
    breaks_before,
    clause_end,
    has_clause,
    is_finite,
    said,
    side,
)
from guides.findings.grammar import (
    CONJUNCTIONS,
    PREPOSITIONS,
    SUBJECTS,
    is_adverb,
    joined,
    word_set,
)
from guides.findings.reading import Reading, Sentence
from guides.model import Contrast

_SURE = word_set(
    "although whereas nevertheless nonetheless whilst conversely albeit notwithstanding"
)
_BACKWARD = word_set("however nevertheless nonetheless yet still but conversely")
_FRONTING = word_set("although though while whereas whilst despite")
_PHRASES = {
    ("on", "the", "other", "hand"), ("on", "the", "contrary"), ("by", "contrast"),
    ("in", "contrast"), ("then", "again"), ("that", "said"), ("even", "so"), ("even", "if"),
    ("in", "spite", "of"), ("all", "the", "same"), ("for", "all", "that"),
}  # fmt: skip
_OPENING_PHRASES = {("then", "again"), ("that", "said"), ("even", "so"), ("all", "the", "same")}
_TRIGGERS = _SURE | _BACKWARD | _FRONTING | {phrase[0] for phrase in _PHRASES}
_BROKEN_OFF = re.compile(r"(?:—|–|--|-|…|\.\.\.)[.\s”’\"']*$")
_AMOUNTS = word_set("more less about over nearly almost")
_EXCEPT = word_set(
    "nothing anything everything all none nobody anybody everybody no anyone everyone one of last "
    "cannot not never"
)


def find_contrasts(reading: Reading) -> tuple[Contrast, ...]:
    """Return one contrast a sentence at most, in text order; a heading has no number to go to."""
    found: list[Contrast] = []
    for sentence, places in reading.sentences_with(_TRIGGERS):
        if sentence.block.kind == "heading":
            continue
        for place in places:
            last = _marker_end(reading, sentence, place)
            if last:
                found.append(_contrast(reading, sentence, place, last))
                break
    return tuple(found)


def _marker_end(reading: Reading, sentence: Sentence, place: int) -> int:
    """Return one past the last word of the marker at *place*, 0 where there is none."""
    word = reading.words[place]
    for phrase in _PHRASES:
        if phrase[0] == word and reading.phrase_at(place, phrase):
            opening = place == sentence.first
            if phrase in _OPENING_PHRASES and not opening:
                return 0
            last = place + len(phrase)
            # "In contrast to the north, the south is dry": what it stands against follows.
            return last + (phrase[-1] == "contrast" and reading.words[last : last + 1] == ("to",))
    if word in _SURE:
        return place + 1
    test = _TESTS.get(word)
    return place + 1 if test and test(reading, sentence, place) else 0


def _is_but(reading: Reading, sentence: Sentence, place: int) -> bool:
    words = reading.words
    if place == sentence.first:
        return words[place + 1 : place + 2] != ("for",)  # "But for the rain, we had won"
    earlier = words[sentence.first : place]
    only = any(pair in pairwise(earlier) for pair in _NOT_ONLY)
    if only or _is_except(reading, sentence, place):
        return False
    following = words[place + 1] if place + 1 < sentence.last else ""
    if following in ("also", "rather", "merely") and "not" in earlier:
        return False
    clause = has_clause(reading, place + 1, sentence.last)
    if "not" in earlier and following in ("a", "an", "as", "to", "the", "by", "in"):
        return has_clause(reading, place + 1, clause_end(reading, sentence, place))
    return breaks_before(reading, place) or clause


def _is_except(reading: Reading, sentence: Sentence, place: int) -> bool:
    """A "but" that means except: "nobody but her", "nothing there but the sea"."""
    if not joined(reading, place - 1):
        return False
    if reading.words[place - 1] in _EXCEPT:
        return True
    before = place - 2
    return (
        before >= sentence.first
        and joined(reading, before)
        and reading.words[before] in ("nothing", "nobody")
    )


_NOT_ONLY = (("not", "only"), ("not", "just"), ("not", "merely"), ("not", "simply"))


def _is_however(reading: Reading, sentence: Sentence, place: int) -> bool:
    if place + 1 == sentence.last:
        return True
    apart = breaks_before(reading, place + 1)
    following = reading.words[place + 1]
    degree = following in ("much", "many", "long", "you", "hard", "little", "small", "far")
    return apart or (not degree and not following.endswith("ly"))


def _is_while(reading: Reading, sentence: Sentence, place: int) -> bool:
    """A "while" of time goes with a participle or a preposition, or follows without a comma."""
    if place + 1 >= sentence.last or reading.words[place - 1] in ("a", "the", "for", "once", "as"):
        return False
    following = reading.words[place + 1]
    if following.endswith(("ing", "ed")) or following in PREPOSITIONS or is_adverb(following):
        return following in ("many", "most", "not", "some", "also", "it", "there")
    opening = place <= sentence.first + 1
    return opening or breaks_before(reading, place)


def _is_though(reading: Reading, sentence: Sentence, place: int) -> bool:
    if place > sentence.first and reading.words[place - 1] in ("as", "even"):
        return reading.words[place - 1] == "even"
    end = clause_end(reading, sentence, place)
    last = place + 1 == sentence.last or breaks_before(reading, place + 1)
    return last or has_clause(reading, place + 1, end)


def _is_yet(reading: Reading, sentence: Sentence, place: int) -> bool:
    if place == sentence.first:
        return reading.words[place + 1 : place + 2] not in (("to",), ("another",))
    before = reading.words[place - 1]
    opens = before in ("and", "or") or breaks_before(reading, place)
    return opens and has_clause(reading, place + 1, sentence.last)


def _is_still(reading: Reading, sentence: Sentence, place: int) -> bool:
    return place == sentence.first and breaks_before(reading, place + 1)


def _is_despite(reading: Reading, sentence: Sentence, place: int) -> bool:
    return place == sentence.first and clause_end(reading, sentence, place) < sentence.last


_TESTS = {
    "but": _is_but, "however": _is_however, "while": _is_while, "though": _is_though,
    "yet": _is_yet, "still": _is_still, "despite": _is_despite,
}  # fmt: skip


def _contrast(reading: Reading, sentence: Sentence, place: int, last: int) -> Contrast:
    """Return the finding with both sides, each empty where it cannot be told."""
    first = place
    if (
        place > sentence.first
        and reading.words[place - 1] == "even"
        and reading.words[place] == "though"
    ):
        first = place - 1
    before, after, earlier = "", "", None
    marker = reading.text[reading.starts[first] : reading.ends[last - 1]]
    if last < sentence.last and reading.words[last] == "and" and breaks_before(reading, last):
        last = clause_end(reading, sentence, last)  # "However, and this matters, it rains"
    opening = first == sentence.first or (
        first == sentence.first + 1 and reading.words[sentence.first] in CONJUNCTIONS
    )
    against = reading.words[last - 1] in _AGAINST
    fronting = against or reading.words[place] in _FRONTING | {"even"}
    if fronting and (opening or _follows_colon(reading, first)):
        turn = _main_clause(reading, sentence, last, after_noun=against)
        before = side(reading, last, turn) if turn < sentence.last else ""
        after = side(reading, turn, sentence.last)
        whole = _stands_alone(reading, last, turn) and _stands_alone(reading, turn, sentence.last)
    elif opening or _is_medial(reading, sentence, place, last):
        earlier = _sentence_before(reading, sentence)
        before = said(earlier) if earlier else ""
        after = side(reading, last, sentence.last) if opening else ""
        whole = _stands_alone(reading, last, sentence.last)
    elif against and breaks_before(reading, first):
        whole = False  # "The south, in contrast to the north, is dry"
    else:
        before = side(reading, sentence.first, first)
        after = side(reading, last, sentence.last)
        whole = _stands_alone(reading, sentence.first, first)
        whole = whole and _stands_alone(reading, last, sentence.last)
    if _BROKEN_OFF.search(sentence.text):  # "but I want to try to get —"
        after, whole = "", False
    paragraphs = {sentence.paragraph} | ({earlier.paragraph} if earlier else set())
    return Contrast(
        span=sentence.span,
        paragraph=sentence.paragraph,
        confidence=0.7 if reading.words[place] in ("while", "though", "still", "despite") else 0.9,
        marker=marker,
        paragraphs=tuple(sorted(paragraphs)),
        opens_paragraph=sentence.opens and first == sentence.first,
        before=before,
        after=after,
        whole=whole,
        quoted=reading.is_quoted(reading.starts[place]),
    )


def _follows_colon(reading: Reading, place: int) -> bool:
    """Say whether word *place* opens what a colon or a semicolon leads to."""
    between = reading.text[reading.ends[place - 1] : reading.starts[place]] if place else ""
    return ":" in between or ";" in between


def _stands_alone(reading: Reading, first: int, last: int) -> bool:
    """Say whether words can be read as a sentence: a subject, then a verb with a tense.

    What only goes on from a subject before it ("but ended up there"), or hangs on a
    preposition ("however by walking"), cannot.
    """
    if last - first < 3:
        return False
    word = reading.words[first]
    if word.split("'")[0] in SUBJECTS:  # "they", and "it's" with its verb
        return True
    commas = any(breaks_before(reading, place) for place in range(first + 1, last))
    hangs = (word in PREPOSITIONS or is_adverb(word)) and word not in _AMOUNTS and not commas
    if word == "not" or hangs or is_finite(reading, first):
        return False
    return any(
        is_finite(reading, place) or reading.words[place] in verbs.SURE
        for place in range(first + 1, last)
    )


_AGAINST = frozenset({"despite", "of", "to"})  # these lead a noun: "In spite of the rain, …"


def _main_clause(reading: Reading, sentence: Sentence, place: int, *, after_noun: bool) -> int:
    """Return where the main clause begins after "While …," or "Despite …," at word *place*."""
    at = place
    while (at := clause_end(reading, sentence, at)) < sentence.last:
        end = clause_end(reading, sentence, at)
        if (after_noun or has_clause(reading, place, at)) and has_clause(reading, at, end):
            return at
    return sentence.last


def _is_medial(reading: Reading, sentence: Sentence, place: int, last: int) -> bool:
    """Say whether a marker stands between commas: "It is not, however, enough"."""
    word = reading.words[place]
    if word not in ("however", "though", "nevertheless", "nonetheless", "conversely", "on"):
        return False
    ends = last >= sentence.last or breaks_before(reading, last)
    return ends and not reading.text[reading.ends[place - 1] : reading.starts[place]].startswith(
        ";"
    )


def _sentence_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the sentence that an opening marker looks back to; a heading is none."""
    if sentence.number == 0:
        return None
    earlier = reading.sentences[sentence.number - 1]
    return None if earlier.block.kind in ("heading", "caption") else earlier
