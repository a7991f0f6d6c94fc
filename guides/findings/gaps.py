"""Gaps: somebody says something in public, and what follows does not keep up with it.

Found where a paragraph turns against the one before ("Yet nothing has changed"), or a
sentence against the one before it, and what it turns against holds a statement, a promise
or a law. Who is to blame for the gap is for the readers to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from guides.findings.grammar import word_set
from guides.findings.lexicon import stem
from guides.findings.reading import Reading, Sentence
from guides.model import Contrast, Gap

_STATEMENTS = word_set(
    "statement condemn condemnation promise pledge vow declare declaration announce announcement "
    "resolution agreement commitment commit apology apologise apologize guarantee treaty law "
    "policy petition assurance assure denounce urge warn warning ban"
)
_PROMISES = word_set("promise pledge vow assure guarantee commit")
_TIMES = word_set("days weeks months years month year decades hours")
_TURNING = word_set("yet but however still nevertheless nonetheless despite though although while")
# What follows falls short: nothing happens, or what was to stop goes on.
_FALLING_SHORT = word_set(
    "continue remain still without nothing fail failed failure never no not hasn't haven't didn't "
    "unchanged little nobody none refuse ignore delay worse lack neither nor"
)


def find_gaps(reading: Reading) -> tuple[Gap, ...]:
    """Return every gap, in text order."""
    found = list(_broken_promises(reading))
    for contrast in reading.found.contrasts:
        sentence = reading.sentence_at(contrast.span.start)
        if (
            sentence is None
            or sentence.block.kind == "stanza"
            or not _turns_back(contrast, sentence)
        ):
            continue
        said = _statement_before(reading, sentence)
        if said and _falls_short(reading, sentence):
            found.append(
                Gap(
                    span=contrast.span,
                    paragraph=contrast.paragraph,
                    confidence=0.85 if contrast.opens_paragraph else 0.7,
                    marker=contrast.marker,
                    paragraphs=tuple(sorted({said, contrast.paragraph})),
                )
            )
    return tuple(sorted(found, key=lambda gap: gap.span.start))


def _broken_promises(reading: Reading) -> Iterator[Gap]:
    """Yield what happens "five months after the council promised" something."""
    for sentence, places in reading.sentences_with(("after",)):
        for place in places:
            before = reading.words[max(sentence.first, place - 1) : place]
            rest = {stem(word) for word in reading.words[place + 1 : min(place + 9, sentence.last)]}
            if _TIMES.intersection(before) and _PROMISES & rest:
                yield Gap(
                    span=sentence.span,
                    paragraph=sentence.paragraph,
                    confidence=0.75,
                    marker=reading.printed(place),
                    paragraphs=(sentence.paragraph,),
                )
                break


def _turns_back(contrast: Contrast, sentence: Sentence) -> bool:
    opening = sentence.text.lstrip("“\"'‘(").startswith(contrast.marker)
    return opening and contrast.marker.lower() in _TURNING - {"despite", "though", "while"}


def _statement_before(reading: Reading, sentence: Sentence) -> int:
    """Return the paragraph of the statement that is turned against, 0 where there is none.

    A sentence that opens a paragraph turns against the whole paragraph before, any other
    one only against the sentence before.
    """
    at = sentence.number - 1
    while at >= 0:
        earlier = reading.sentences[at]
        steps = sentence.number - at
        near = earlier.paragraph >= sentence.paragraph - 1 if sentence.opens else steps == 1
        if not near:
            return 0
        if earlier.block.number is not None and _STATEMENTS.intersection(_stems(reading, earlier)):
            return earlier.paragraph
        at -= 1
    return 0


def _falls_short(reading: Reading, sentence: Sentence) -> bool:
    return bool(_FALLING_SHORT.intersection(_stems(reading, sentence)))


def _stems(reading: Reading, sentence: Sentence) -> list[str]:
    return [form for word in reading.words_of(sentence) for form in (word, stem(word))]
