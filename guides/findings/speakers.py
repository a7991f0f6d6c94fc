"""Who the words beside a quotation mean.

`attribution.py` gives words of the text: "Ruiz", "she", "the mayor of Lund, Ana Ruiz,",
"a spokesman". This module turns them into what a guide can print: a full name that the
text gives, or the text's own words for somebody it does not name, or nothing. A wrong name
is worse than none, so where two people fit, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from guides.findings import conversations, people_words, pronouns
from guides.findings.cast import NOBODY, Cast, Speaker
from guides.findings.frames import Credit
from guides.findings.marks import Quoted
from guides.findings.people_words import NounKind
from guides.model import Document, Name, SpeakerKind

_WORD = re.compile(r"(?:Mr|Mrs|Ms|Dr|St|Jr|Sr)\.|(?:[^\W\d_]\.)+|[\w’'&-]+")
_PREPOSITION = re.compile(
    r"\s(?:of|for|from|at|in|with|on|to|by|about|under|against|near|behind|who|whose)\s"
)
_AND = re.compile(r"\sand\s")
_ARTICLES = ("The", "A", "An", "One")
# Beside a description, two words with capitals are somebody's name: "one of them, Petar Lozanov,".
_TWO_NAMES = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,2}")
_UNLESS = re.compile(r"\b(?:if|unless)\s+$", re.IGNORECASE)
# "… one recalled": whoever spoke before did not say it.
_SOMEBODY = re.compile(
    r"[\s\"”’',.]*(?:one|another|others?|some|several|a (?:second|third|fourth|fifth))\s"
    r"(?:of [\w ]{2,20}\s)?[a-z]+(?:ed|s|id|ld|ys|lls)\b"
)
_NOBODY = re.compile(r"(?:nobody|no one|none)\b", re.IGNORECASE)
_NEVER = re.compile(r"\b(?:never|not|cannot)\b|n['’]t\b")
PRINTED = 0.5  # below this nobody is named


def resolve(
    document: Document,
    quoted: Sequence[Quoted],
    credited: Sequence[Credit],
    names: Iterable[Name],
) -> tuple[Speaker, ...]:
    """Return who speaks each of *quoted*, in the same order."""
    cast = Cast(document, quoted, names)
    cast.story = conversations.is_story(cast, credited)
    found: list[Speaker | None] = [None] * len(quoted)
    for number in range(len(quoted)):
        _settle(cast, credited, number, found)
    speakers = [speaker or NOBODY for speaker in found]
    if cast.story:
        speakers = conversations.fill(cast, quoted, credited, speakers)
    return _in_full(speaker if _is_told(speaker) else NOBODY for speaker in speakers)


def _is_told(speaker: Speaker) -> bool:
    """Tell whom a question can name: sure enough, and not "one of them"."""
    nobody = speaker.name in ("one", "another", "others", "some")
    pointed = speaker.name.endswith((" them", " us", " these"))
    return speaker.trust >= PRINTED and not (nobody or pointed)


def _in_full(speakers: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """Return *speakers* each under the fullest name: "Bram" is Bram Tollen, if only he can be."""
    speakers = tuple(speakers)
    full: dict[str, set[str]] = {}
    for name in (speaker.name for speaker in speakers if speaker.kind == "person"):
        words = [word for word in name.split() if word[0].isupper()]
        for word in {*words[:1], *words[-1:]} if len(words) > 1 else ():
            full.setdefault(word, set()).add(name)
    return tuple(
        replace(speaker, name=min(full[speaker.name]))
        if speaker.kind == "person" and len(full.get(speaker.name, ())) == 1
        else speaker
        for speaker in speakers
    )


def _settle(
    cast: Cast, credited: Sequence[Credit], number: int, found: list[Speaker | None]
) -> None:
    """Settle who speaks one quotation, and first those whose speaker it shares."""
    chain = [number]
    while (source := credited[chain[-1]].same_as) is not None and found[source] is None:
        if source in chain:
            break
        chain.append(source)
    for link in reversed(chain):
        credit = credited[link]
        if credit.same_as is None:
            found[link] = _from_words(cast, credit, link, found)
        elif _SOMEBODY.match(cast.document.text, cast.quoted[link].right):
            found[link] = NOBODY
        else:
            found[link] = _passed_on(cast, found[credit.same_as] or NOBODY, credit)


def _passed_on(cast: Cast, speaker: Speaker, credit: Credit) -> Speaker:
    trust = min(speaker.trust, credit.trust)
    if not speaker.name or trust < PRINTED or _is_another(cast, speaker, credit.between):
        return NOBODY
    return Speaker(speaker.name, speaker.kind, trust)


def _is_another(cast: Cast, speaker: Speaker, between: tuple[int, int]) -> bool:
    """Tell whether somebody else acts right before a quotation: "…,” said Ana. Ben nodded. “…”"."""
    return any(
        right == between[1]
        and cast.names[number].kind == "person"
        and not set(cast.names[number].name.split()).intersection(speaker.name.split())
        for _, right, number in cast.within(*between)
    )


# ---------------------------------------------------------------- words to speaker


def _from_words(
    cast: Cast, credit: Credit, number: int, found: Sequence[Speaker | None]
) -> Speaker:
    if credit.rule == "turn" and cast.document.blocks[credit.block].speaker:
        return _turn(cast, cast.document.blocks[credit.block].speaker)
    words = " ".join(cast.document.text[credit.start : credit.end].split())
    if not words:
        return NOBODY
    if _is_unsaid(cast.document.text, credit):
        return NOBODY
    lower = words.lower()
    if pronouns.is_singular(lower):
        return pronouns.meant(cast, credit, lower, number, found)
    if lower in ("i", "my", "me"):
        return _narrator(cast)
    if credit.rule == "turn":
        return _turn(cast, words)
    speaker = (
        _joint(cast, credit, words)
        or _named(cast, credit.start, credit.end, credit.trust)
        or _named_beside(cast, credit)
        or _described(cast, credit, words)
    )
    return speaker if speaker and speaker.trust >= PRINTED else NOBODY


def _is_unsaid(text: str, credit: Credit) -> bool:
    """Tell "If he had called out", "Nobody shouted" and "Ruiz never said": nobody says it."""
    if credit.verb is None or credit.rule == "after":
        return False
    if _UNLESS.search(text, max(0, credit.start - 12), credit.start):
        return True
    between = text[credit.end : credit.verb[0]] if credit.verb[0] > credit.end else ""
    nobody = _NOBODY.match(text, credit.start, credit.end)
    return bool(nobody) or (len(between) < 30 and bool(_NEVER.search(between)))


def _turn(cast: Cast, label: str) -> Speaker:
    """Return the speaker of a turn in a transcript, by its label."""
    label = " ".join(label.split())
    if len(label) < 2:  # "Q", "A"
        return NOBODY
    known = cast.called(label.split()[-1])
    if known is not None:
        return cast.speaker(known, 0.95)
    if people_words.is_role(label):
        return Speaker(label.capitalize() if label.isupper() else label, "unnamed", 0.9)
    return Speaker(label.title() if label.isupper() else label, "person", 0.9)


def _narrator(cast: Cast) -> Speaker:
    """Return who says "I" outside quotations: the one author, if the text is a report."""
    authors = cast.document.authors
    return Speaker(authors[0], "person", 0.7) if len(authors) == 1 else NOBODY


def _head_end(cast: Cast, start: int, end: int) -> int:
    """Return where the head of a noun phrase ends, before "for the city" and the like."""
    text = cast.document.text
    at = start
    while mark := _PREPOSITION.search(text, at, end):
        inside = any(left < mark.start() + 1 < right for left, right, _ in cast.within(start, end))
        if not inside:
            return mark.start()
        at = mark.end() - 1
    return end


def _named(cast: Cast, start: int, end: int, trust: float) -> Speaker | None:
    """Return the name that is the head of the phrase, not one that only describes it."""
    text = cast.document.text
    stop = _head_end(cast, start, end)
    for _, right, number in reversed(cast.within(start, stop)):
        rest = text[right:stop].strip()
        if not rest or rest in ("Jr.", "Sr.", "Jr", "Sr", "II", "III", "’s", "'s", "’", "'"):
            return _fuller(cast, cast.speaker(number, trust), start, right)
        break
    return _unlisted(cast, start, stop, trust)


def _fuller(cast: Cast, speaker: Speaker, start: int, end: int) -> Speaker:
    """Add the first name that stands before a bare surname and was not taken as its part."""
    words = _WORD.findall(cast.document.text[start:end])
    bare = speaker.kind == "person" and " " not in speaker.name
    if bare and len(words) > 1 and words[-1] == speaker.name and people_words.is_first(words[-2]):
        return Speaker(" ".join(words[-2:]), "person", speaker.trust)
    return speaker


def _unlisted(cast: Cast, start: int, stop: int, trust: float) -> Speaker | None:
    """Return a name that ends the phrase although nobody listed it."""
    words = _WORD.findall(cast.document.text[start:stop])
    run: list[str] = []
    while words and words[-1][0].isupper():
        run.insert(0, words.pop())
    if not run:
        return None
    known = cast.called(run[-1].removesuffix("’s").removesuffix("'s"))
    if known is not None:
        return cast.speaker(known, trust)
    inside = not _begins_sentence(cast.document.text, start)
    if len(run) == 1 and not words and inside:
        return _by_one_word(cast, run[0], trust)
    while run and people_words.is_title(run[0]):
        run.pop(0)
    # A first word with a capital may only open the sentence; inside one it is part of the name.
    opens = not words and people_words.is_ordinary(run[0]) if run else False
    if not run or (opens and (len(run) == 1 or not inside)) or people_words.kind_of(run[-1]):
        return None
    if len(run) == 1:
        ordinary = people_words.is_ordinary(run[0])
        return None if words or ordinary else _by_one_word(cast, run[0], trust)
    return Speaker(" ".join(run), "person", min(trust, 0.7))


def _begins_sentence(text: str, start: int) -> bool:
    """Tell a place where any word has a capital: after a stop, an opening mark or nothing."""
    before = text[max(0, start - 5) : start]
    word = before.rstrip(" \n").rstrip("”’\"'»)")
    return not word or word[-1] in ".!?…:“‘«" or "\n\n" in before


def _by_one_word(cast: Cast, word: str, trust: float) -> Speaker | None:
    """Return a speaker whom the text names by one word only, and nobody listed."""
    word = word.removesuffix("’s").removesuffix("'s")
    if not word.isalpha() or len(word) < 3:
        return None
    family = people_words.is_family(word) or cast.is_in_a_name(word)
    kind: SpeakerKind = "person" if family else "organisation"
    return Speaker(word, kind, min(trust, 0.7))


def _joint(cast: Cast, credit: Credit, words: str) -> Speaker | None:
    """Return two who are named together as the text has them: "Ruiz and Chen"."""
    joined = _AND.search(cast.document.text, credit.start, credit.end)
    if joined is None or not people_words.is_tidy(words):
        return None
    if any(left < joined.start() < right for left, right, _ in cast.within(
        credit.start, credit.end)):  # fmt: skip
        return None
    one, other = words.split(" and ", 1)
    if not (one.split()[-1][0].isupper() and other.split()[-1][0].isupper()):
        return None
    return Speaker(words, "group", min(credit.trust, 0.9))


def _named_beside(cast: Cast, credit: Credit) -> Speaker | None:
    """Return the name in the description beside: "the mayor of Lund, Ana Ruiz,"."""
    text = cast.document.text
    if credit.outer_end <= credit.end:
        return None
    comma = re.compile(r"\s*,\s*").match(text, credit.end, credit.outer_end)
    if comma is None:
        return None
    listed = cast.within(comma.end(), credit.outer_end)
    if not listed and _TWO_NAMES.fullmatch(text[comma.end() : credit.outer_end].strip(" ,\n")):
        return _introduced(cast, credit, comma.end())
    for left, right, number in listed:
        rest = text[right : credit.outer_end].strip(" ,")
        before = text[comma.end() : left]
        titled = all(word[0].isupper() for word in before.split())
        person = cast.names[number].kind == "person" and titled
        body = cast.names[number].kind == "organisation" and not (rest or before.strip())
        if (person or body) and not rest.startswith(("’s", "'s")):
            return cast.speaker(number, credit.trust)
        break
    return None


def _introduced(cast: Cast, credit: Credit, start: int) -> Speaker | None:
    """Return whom a description introduces by a name that nobody listed."""
    speaker = _unlisted(cast, start, credit.outer_end, credit.trust)
    described = _WORD.findall(cast.document.text[credit.start : credit.end])
    kinds = {people_words.kind_of(word) for word in described}
    if speaker is None or kinds.isdisjoint(("person", "people", "body")):
        return speaker
    if "body" in kinds and "person" not in kinds:
        return replace(speaker, kind="organisation")
    return replace(speaker, trust=min(credit.trust, 0.9))


# ---------------------------------------------------------------- words for the unnamed


def _described(cast: Cast, credit: Credit, words: str) -> Speaker | None:
    """Return the text's own words for somebody whom it does not name."""
    stop = _head_end(cast, credit.start, credit.end)
    head = _WORD.findall(cast.document.text[credit.start : stop])
    if not head or head[0].lower() in people_words.UNSAID or not people_words.is_tidy(words):
        return None
    noun = head[-1].removesuffix("’s").removesuffix("'s")
    kind = people_words.kind_of(noun)
    if not kind and people_words.is_thing(noun) and _has_maker(cast, stop, credit.end):
        return Speaker(_shown(cast, credit, words), "organisation", min(credit.trust, 0.8))
    if not kind and head[0].lower() in ("the", "a", "an", "one"):
        if noun[0].isupper():
            return Speaker(_shown(cast, credit, words), "person", min(credit.trust, 0.8))
        # "…,” said the heron, “…": the verb before its subject leaves no doubt who speaks.
        inverted = credit.verb is not None and credit.verb[0] < credit.start
        told = credit.rule == "after" or inverted
        if told and people_words.can_be_told_of(noun):
            return Speaker(_shown(cast, credit, words), "unnamed", min(credit.trust, 0.8))
    if not kind:
        return None
    if head[0].lower() == "the" and kind == "person":
        same = _by_role(cast, head[1:], credit.start)
        if same is not None:
            return cast.speaker(same, min(credit.trust, 0.75))
    shown = _shown(cast, credit, words)
    kinds: dict[NounKind, SpeakerKind] = {
        "person": "unnamed", "people": "group", "body": "organisation",
    }  # fmt: skip
    return Speaker(shown, kinds[kind], min(credit.trust, 0.9))


def _has_maker(cast: Cast, start: int, end: int) -> bool:
    """Tell "a report by the Urban Institute", where the text says whose words they are."""
    return any(cast.names[number].kind == "organisation" for *_, number in cast.within(start, end))


def _shown(cast: Cast, credit: Credit, words: str) -> str:
    """Return *words* as they read inside a sentence: "One man" becomes "one man"."""
    if words.endswith(("’s", "'s")):
        words = words[:-2]
    first, *others = words.split()
    starts = credit.start == credit.sentence[0]
    named = any(left <= credit.start < right for left, right, _ in cast.within(
        credit.start, credit.end))  # fmt: skip
    proper = named or first.isupper() or people_words.keeps_capital(first)
    proper = proper or bool(others and others[0][0].isupper() and first not in _ARTICLES)
    if starts and not proper and people_words.is_ordinary(first):
        return words[0].lower() + words[1:]
    if first in _ARTICLES and not named:
        return words[0].lower() + words[1:]
    return words


def _by_role(cast: Cast, words: Sequence[str], before: int) -> int | None:
    """Return the one person in whose role the text has *words*: "Ana Ruiz, the mayor".

    "The building's owner" is nobody whom the text only calls an owner, nor is the deputy
    mayor the mayor; "the Senate leader" may be a leader.
    """
    owned = ("’s", "'s", "’", "'")
    wanted = {word.lower() for word in words if word.islower() or word.endswith(owned)}
    wanted.add(words[-1].lower())
    fitting = [
        number
        for number, name in enumerate(cast.names)
        if name.kind == "person"
        and wanted.issubset(word.lower() for word in _WORD.findall(name.role))
        and any(span.start < before for span in name.mentions)
    ]
    return fitting[0] if len(fitting) == 1 else None
