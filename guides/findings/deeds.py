"""What characters do, feel and want, where it is certain who does.

A deed is a clause that begins with a character's name, or with "he" or "she" right after a
sentence in which nobody else is mentioned. It is quoted from its verb on, so it can follow
the name in a question. Most of a story stays unfound, and that is better than half a
sentence or the wrong person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from guides.findings import lexicon, people_words
from guides.findings.characters import MINDFUL
from guides.findings.grammar import (
    IRREGULAR_PAST,
    is_adverb,
    is_closed,
    word_set,
)
from guides.findings.telling import LEADS, Told
from guides.model import Character, Deed, DeedKind
from guides.source import Span

_FEWEST, _LONGEST = 4, 18  # words of a deed
_CUT = re.compile(
    r"\s*[;:—]|,\s(?=(?:and|but|so|for|nor|yet|until|while|because|which|who|where|though)\s)"
    r"|,(?=\s(?:and\s)?(?:he|she|they|it|I)\s)"
)
# Somebody or something else begins to act here; the deed is over.
_ANOTHER = re.compile(
    r"[,;:—]\s(?:and|but|so|for|while)\s(?:then\s)?"
    r"(?:he|she|they|it|I|we|you|nobody|nothing|his|her|their|my|the|there|[A-Z][a-z]+)\s"
)
_SKIPPED = r"(?:\s(?:[a-z]{3,}ly|then|also|now|soon|still|at once|just|even|often))?"
_REFUSED = r"(?:would not|wouldn't|did not|didn't|never|could not|couldn't)(?: even)?"

_CHOICES = word_set(
    "decided chose refused agreed promised resolved determined swore offered hid stole left gave "
    "threw built forbade followed returned kept cut sent sold killed broke burned burnt locked "
    "betrayed lied confessed forgave obeyed disobeyed defied pretended volunteered spared freed "
    "released sacrificed accepted rejected abandoned ordered banished invited dared risked"
)
_FEELING = word_set(
    "wept cried smiled laughed sighed trembled shivered blushed frowned grinned sobbed shuddered "
    "stared groaned winced hesitated scowled beamed"
)
_THOUGHTS = word_set(
    "wanted wished hoped longed knew believed thought wondered feared dreaded hated loved envied "
    "felt regretted understood meant doubted suspected trusted admired despised"
)
# Seeing, being, staying, coming and saying give a reader nothing to ask "why" about.
_STATES = word_set(
    "was were had did could would should might must saw heard looked seemed appeared stood lay sat "
    "lived stayed remained came went got became grew began started happened used noticed watched "
    "said told asked answered replied exclaimed shouted whispered called spoke added found met "
    "melted sank slipped burst froze shrank floated drifted tumbled stumbled faded vanished "
    "disappeared drowned shone glowed surpassed exceeded resembled worked studied belonged owned "
    "earned existed wore guessed relapsed supposed concluded perceived discovered recollected "
    "observed continued slept awoke woke reached arrived passed died fell ended turned listened "
    "smelled smelt tasted sounded weighed measured cost contained consisted lasted needed owed "
    "deserved suffered differed mattered depended"
)


def find_deeds(told: Iterable[Told], characters: Sequence[Character]) -> tuple[Deed, ...]:
    """Return what characters do, feel or want where it is certain who does it.

    A sentence begins with a character's name, or with "he" or "she" right after one in which
    nobody else is mentioned.
    """
    starts = [(character, _subject(character)) for character in characters]
    found: list[Deed] = []
    last: Character | None = None
    for sentence in told:
        last = None if sentence.opens else last
        character, match = _starting(sentence, starts, last)
        if character and match:
            found += _deeds(sentence, character, match)
        else:
            found += _inside(sentence, starts)
        named = [one for one in characters if _is_called(one, sentence.text)]
        last = _only(sentence, {*named, *([character] if character else [])})
    return tuple(found)


def _inside(sentence: Told, starts: Sequence[tuple[Character, re.Pattern[str]]]) -> Iterator[Deed]:
    """Yield the first deed of a later clause that has a character's name: "…, and Ana left"."""
    for joint in _JOINT.finditer(sentence.text):
        for character, pattern in starts:
            match = pattern.match(sentence.text, joint.end())
            if match:
                yield from _deeds(sentence, character, match)
                return


_JOINT = re.compile(r"[;,]\s(?:(?:and|but|so|then|yet)\s)?")


def _starting(
    sentence: Told,
    starts: Sequence[tuple[Character, re.Pattern[str]]],
    last: Character | None,
) -> tuple[Character | None, re.Match[str] | None]:
    """Return whom the sentence begins with, as far as it is certain."""
    for character, pattern in starts:
        match = pattern.match(sentence.text)
        if match:
            return character, match
    match = _PRONOUN.match(sentence.text)
    if last and match and _fits(last, match["from"].lower()):
        return last, match
    return None, None


def _fits(character: Character, pronoun: str) -> bool:
    words = character.name.split()
    gender = {"he": "m", "she": "f"}[pronoun]
    known = lexicon.first_name_gender(words[0])
    title = words[0].rstrip(".")
    if words[-1].lower() in people_words.SHE or title in ("Mrs", "Miss", "Ms", "Aunt", "Lady"):
        known = "f"
    elif words[-1].lower() in people_words.HE or title in ("Mr", "Sir", "Uncle", "Lord"):
        known = "m"
    return not character.narrator and known in ("", gender)


def _only(sentence: Told, mentioned: Iterable[Character]) -> Character | None:
    """Return the one whom "he" or "she" must mean in the next sentence, if it is certain."""
    characters = list(mentioned)
    if len(characters) != 1:
        return None
    words = re.findall(r"[A-Za-z]+", sentence.text)
    somebody = {
        word
        for place, word in enumerate(words)
        if (place and word[0].isupper() and word != "I") or people_words.kind_of(word)
    }
    own = set(re.split(r"[\s-]", characters[0].name))
    return None if somebody - own else characters[0]


def _is_called(character: Character, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(character.name.split()[-1])}(?!\w)", text))


_VERB = rf"{_SKIPPED}\s(?P<verb>{_REFUSED}\s[a-z]+|[a-z]+)(?![\w'’-])"
_PRONOUN = re.compile(rf"{LEADS}(?P<from>[Hh]e|[Ss]he){_VERB}")


def _subject(character: Character) -> re.Pattern[str]:
    """Match a sentence that begins with *character*, up to the verb."""
    if character.narrator:
        name = "I"
    elif character.name.startswith("the narrator's "):
        name = "[Mm]y " + character.name.removeprefix("the narrator's ")
    elif character.name.startswith("the "):
        *mods, head = character.name.split()[1:]
        own = "".join(rf"(?:{re.escape(word)}\s)?" for word in mods)
        name = rf"[Tt]he\s(?:[a-z-]+\s)?{own}{re.escape(head)}"
    else:
        name = r"\s".join(map(re.escape, character.name.split()))
    return re.compile(rf"{LEADS}(?P<from>{name}){_VERB}")


def _deeds(sentence: Told, character: Character, match: re.Match[str]) -> Iterator[Deed]:
    """Yield the deed that *match* begins, if it can be quoted."""
    verb = " ".join(match["verb"].split())
    kind = _kind(verb)
    start = match.start("from" if character.narrator else "verb")
    end = _clause_end(sentence.text, start, match.end("verb"))
    clause = sentence.text[start:end]
    span = Span(sentence.span.source, sentence.span.start + start, sentence.span.start + end)
    if not kind or clause != span.text.replace("\n", " ") or _UNQUOTABLE.search(clause):
        return
    if not _FEWEST <= len(clause.split()) <= _LONGEST:
        return
    sure = {"choice": 1.0, "feeling": 0.9, "thought": 0.8, "act": 0.75}[kind]
    sure *= 0.85 if _POINTING.search(clause) else 1.0
    # The first paragraph mostly tells how things have long been.
    sure *= 0.8 if sentence.early and kind != "choice" else 1.0
    yield Deed(
        span=span,
        paragraph=sentence.paragraph,
        confidence=round(sure * character.confidence, 3),
        actor=character.name,
        verb=verb,
        kind=kind,
        narrator=character.narrator,
    )


# A clause that points back, or that ends in the air, cannot be asked about by itself.
_UNQUOTABLE = re.compile(
    r"\Acaught sight|[“”\"()\[\]]|\b(?:so|such|this|these|those|as follows|latter|former)\b"
    r"|[,:–-]\Z"
)
_POINTING = re.compile(r"\b(?:him|them|it|her(?! [a-z]))\b")


def _kind(verb: str) -> DeedKind | None:
    first, *rest = verb.split()
    if rest:
        helpless = first in {"never", "could", "couldn't"} or rest[-1] in _SETTLED
        return None if helpless or is_closed(rest[-1]) else "choice"
    if verb in _CHOICES:
        return "choice"
    if verb in _FEELING:
        return "feeling"
    if verb in _THOUGHTS:
        return "thought"
    acts = verb in IRREGULAR_PAST or (verb.endswith("ed") and len(verb) > 4)
    return "act" if acts and verb not in _STATES | MINDFUL and not is_adverb(verb) else None


_SETTLED = word_set(
    "know see hear be have feel find seem look remember recognise recognize notice understand "
    "believe want wish hope think like love care mind need"
)


def _clause_end(text: str, start: int, verb_end: int) -> int:
    """Return where the clause ends: with the sentence, or before the next clause if it is long."""
    last = len(text.rstrip(" .!?"))
    another = _ANOTHER.search(text, verb_end, last)
    if another and len(text[start : another.start()].split()) >= _FEWEST:
        last = another.start()
    if len(text[start:last].split()) <= _LONGEST:
        return last
    for match in reversed(list(_CUT.finditer(text, verb_end, last))):
        if len(text[start : match.start()].split()) <= _LONGEST:
            return _main(text, start, match.start())
    return last


_LEANING_TAIL = re.compile(
    r",\s(?:and,?\s)?(?:as|when|while|if|though|although|since|before|after|until)\s[^,]*\Z"
)


def _main(text: str, start: int, end: int) -> int:
    """Leave out a clause at the end that belongs to what comes after: "…, and, as it was hot"."""
    tail = _LEANING_TAIL.search(text, start, end)
    return tail.start() if tail else end
