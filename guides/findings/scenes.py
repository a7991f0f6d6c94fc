"""What a story tells of besides deeds: feelings, breaks in time, things that return.

Only what a word shows is found: a feeling that is named, a sentence that opens with "one
morning" or "suddenly", a thing that the story comes back to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from guides.findings import people_words
from guides.findings.grammar import is_people_noun, is_plural, word_set
from guides.findings.telling import LEADS, Told
from guides.model import Character, Passage, Repetition
from guides.source import Span

_FEELING_WORDS = word_set(
    "afraid ashamed angry lonely proud jealous envious frightened terrified delighted grieved "
    "heartbroken miserable furious astonished bewildered anxious homesick grateful bitter "
    "disappointed embarrassed guilty hopeful humiliated uneasy restless weary wretched"
)
_FEELING_NOUNS = word_set(
    "grief joy sorrow shame fear anger rage pity despair envy jealousy loneliness disgust dread "
    "terror delight guilt contempt longing remorse courage pride"
)

_MOMENT = re.compile(
    rf"{LEADS}(?P<word>[Oo]ne (?:(?:fine|cold|dark|hot|winter|summer|spring|autumn) )*"
    r"(?:day|morning|evening|night|afternoon)|[Ss]uddenly|[Aa]ll at once|[Aa]ll of a sudden"
    r"|[Jj]ust then|[Aa]t that (?:very )?(?:moment|instant)|[Ii]n an instant"
    r"|[Tt]he next (?:day|morning)|[Tt]he following (?:day|morning|night)"
    r"|[Tt]hat (?:same )?(?:night|evening)|[Aa]t midnight|[Yy]ears later|[Aa]t last)\b"
)
_BREAKS = re.compile(r"[Ss]udden|[Aa]ll at once|[Oo]ne |[Jj]ust then|[Aa]t that|[Ii]n an instant")


def find_feelings(told: Iterable[Told]) -> tuple[Passage, ...]:
    """Return the first place of each word for a strong feeling in the telling."""
    seen: set[str] = set()
    found: list[Passage] = []
    for sentence in told:
        for match in re.finditer(r"[a-z]+", sentence.text):
            word = match[0]
            noun = word in _FEELING_NOUNS and _is_felt(sentence.text, match.start())
            if word in seen or not (noun or word in _FEELING_WORDS):
                continue
            if _DENIED.search(sentence.text, 0, match.start()):
                continue
            if _OF_ANOTHER.search(sentence.text, 0, match.start()) and _NOUN_AFTER.match(
                sentence.text, match.end()
            ):
                continue  # "a frightened girl" only says what she is like
            seen.add(word)
            found.append(_passage(sentence, match.span(), word, 0.85))
    return tuple(found)


_DENIED = re.compile(r"\b(?:not|never|no|without|n't)\s(?:[a-z]+\s)?\Z")
_OF_ANOTHER = re.compile(r"\b(?:an?|the|this|that|some|two|three|these|those)\s\Z")
_NOUN_AFTER = re.compile(r"\s(?!(?:and|or|but|of|in|at|that|to|for|with|by|when|because)\b)[a-z]+")
_FELT = re.compile(r"\b(?:with|in|of|great|by|from)\s\Z")


def _is_felt(text: str, start: int) -> bool:
    return bool(_FELT.search(text, 0, start))


def find_moments(told: Iterable[Told]) -> tuple[Passage, ...]:
    """Return the sentences that open with a break in time; a break of the story is surer."""
    found: list[Passage] = []
    for sentence in told:
        match = _MOMENT.match(sentence.text)
        if match:
            sure = 0.7 + 0.15 * bool(_BREAKS.match(match["word"])) + 0.1 * sentence.opens
            found.append(_passage(sentence, match.span("word"), match["word"], round(sure, 2)))
    return tuple(found)


def _passage(sentence: Told, place: tuple[int, int], word: str, sure: float) -> Passage:
    start = sentence.span.start
    return Passage(
        span=Span(sentence.span.source, start + place[0], start + place[1]),
        paragraph=sentence.paragraph,
        confidence=sure,
        word=word,
        paragraphs=(sentence.paragraph,),
    )


def find_emblems(
    told: Sequence[Told], repeated: Iterable[Repetition], characters: Sequence[Character]
) -> tuple[Repetition, ...]:
    """Return the things among *repeated*: nouns that are owned or pointed at, and are nobody."""
    text = " ".join(sentence.text for sentence in told)
    paragraphs = {sentence.paragraph for sentence in told}
    length = max(paragraphs, default=0) - min(paragraphs, default=0) + 1
    people = {word for item in characters for word in re.split(r"[\s-]", item.name.lower())}
    return tuple(
        item
        for item in _things(repeated, text)
        if item.word.lower() not in people
        and (item.paragraphs[-1] - item.paragraphs[0]) * 3 >= length
    )


_SAYING = "said|asked|cried|answered|replied|thought|laughed|whispered|shouted|told|knew|wanted"


def _things(repeated: Iterable[Repetition], text: str) -> Iterator[Repetition]:
    for item in repeated:
        word = item.word
        spread = len(item.paragraphs) >= 2 and item.times >= 4
        kind = people_words.kind_of(word)
        somebody = kind in ("person", "people") or is_people_noun(f"{word}s")
        if not spread or not word.islower() or somebody or word in _NO_EMBLEMS:
            continue
        if re.search(rf"\b(?:{_SAYING}) the {word}\b|\b{word} (?:{_SAYING})\b", text):
            continue  # who speaks is somebody: "the jackal laughed"
        owner = r"\b(?:the|an?|his|her|my|our|their|that|this|every)\s(?:[a-z]+\s)?"
        pointed = len(re.findall(rf"{owner}{word}\b", text))
        used = len(re.findall(rf"\b{word}\b", text))
        if pointed * 2 > used and not (is_plural(word) and people_words.kind_of(word[:-1])):
            yield item


_NO_EMBLEMS = word_set(
    "head hand hands face eyes voice side back place top bottom middle rest name word words part "
    "moment morning evening night ground air foot feet arm arms front corner edge "
    "kitchen room bedroom office street"
)
