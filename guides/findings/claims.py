"""Claims: sentences that say something is so, on somebody's word.

A claim needs a sign that somebody says so: a reporting verb with a subject, "according to",
a study that shows, words in quotation marks with a speaker, or a doubt word such as
"allegedly". What a writer merely asserts is no claim, since then every sentence would be
one; a judgement of the writer's own is found as an opinion without an origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from guides.findings import name_words, phrases, reporting, saying, subjects, tokens
from guides.findings.clauses import breaks_before, has_clause, phrase_end, phrase_table
from guides.findings.doubts import doubt_places, printed_once
from guides.findings.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    inside_sentence,
    is_adverb,
    is_closed,
    is_people_noun,
    is_plural,
    joined,
    noun_phrase_end,
    word_set,
)
from guides.findings.leaning import stands_alone
from guides.findings.reading import Mention, Reading, Sentence
from guides.model import Claim, Quotation

# Verbs that report speech whatever follows them.
_SPEECH = word_set(
    "say tell add argue claim insist admit warn allege deny boast concede vow urge condemn "
    "maintain contend assert accuse criticize criticise denounce blast pledge promise declare "
    "confess complain acknowledge announce suggest explain write note reply respond testify "
    "tweet agree describe recall observe remark mention predict recommend propose emphasize "
    "emphasise stress reiterate advocate express lament joke brag cite invoke mock oppose defend "
    "demand advise remind conclude indicate estimate confirm disclose praise call ask discuss "
    "speak offer outline reference refer portray characterize characterise reject dismiss dispute "
    "refute welcome blame challenge question answer report believe hope feel support credit "
    "attack request comment point state deride liken shout repeat threaten signal exhort laud "
    "shrug counter caution ridicule slam applaud hail consider worry suspect rail chastise"
)
# These report only where what is said follows: "learned that", "read how".
_WITH_CONTENT = word_set(
    "find show know see hold read hear fear expect rule decide reason figure guess imagine "
    "understand mean learn realize realise suspect reveal determine calculate suppose assume "
    "notice prove wonder think"
)
_CONTENT = word_set("that how why whether the a he she they it there")
_STANCES = word_set(
    "wants wanted thinks thought worries worried expects expected endorsed endorses refused "
    "refuses intended intends planned seethed resented doubted urged hoped sought preferred"
)
_NOT_VERBS = word_set("go like use need back plan")
# Third persons that are plurals of a noun as often as not: "claims", "the United States".
_NOUN_LIKE = word_set(
    "states plans credits points claims reports calls charges offers demands requests comments "
    "attacks appeals questions answers posts references challenges supports hopes doubts remarks "
    "counters jokes shrugs threats signals tweets outlines blames"
)
# "The claim that", "a report that": the noun reports, whoever made it.
_NOUNS = word_set(
    "claim claims report reports statement statements allegation allegations assertion argument "
    "belief suggestion warning promise theory accusation contention denial conclusion notion"
)
_STUDIES = word_set(
    "average averages transcript documents slide footage records emails poll polls "
    "survey surveys study studies data research report analysis figures evidence "
    "results review findings census estimates statistics"
)
_SHOWING = word_set("show shows showed shown found finds find suggest suggests suggested indicate")
_BEFORE_NOUNS = DETERMINERS | word_set("to not of for in with on by from under")
_MODAL = word_set(
    "would could can may might will should must don't didn't doesn't won't can't cannot never and "
    "or i'd let's did do does shall"
)
_BE = word_set("is are was were be been being am")
_OPINION_VERBS = word_set(
    "believe think feel argue hope want insist maintain contend advocate urge recommend suggest"
)
_JUDGING = phrase_table(
    "i think; i believe; we believe; i feel; i hope; in my view; in my opinion; in our "
    "view; it is time; it's time; it is clear; it is wrong; it is vital; it is essential; "
    "it is important; it is crucial; it is critical; the only way; the best way; no "
    "excuse; the most effective; we must; we should; has an obligation; have an "
    "obligation; is unacceptable; is inexcusable"
)


_CHECKABLE = re.compile(
    r"\d|\b(?:percent|half|most|majority|more than|less than|fewer|higher|lower|worse|better|"
    r"because|due to|caus\w+|led to|leads to|result\w*|will|would|never|always|every|illegal\w*|"
    r"unlawful\w*|violat\w+|fraud\w*|lied|lying|fail\w*|denied|refus\w+|threat\w*|risk\w*|"
    r"danger\w*|harm\w*|increas\w+|decreas\w+|declin\w+|rise|rising|rose|fall|fell|grow\w*|grew|"
    r"shrink\w*|lost|cost\w*|save[sd]?|doubled?|safe|unsafe|secret\w*)\b",
    re.IGNORECASE,
)


_OWNED = re.compile(
    r"(?:(?:So|And|Still|Now|Yet),? |Like [^,]+, )?(?:I|[Ww]e) (?:do )?(?:believe|think)\b"
)
# Said to somebody, about the reader, or in another's words.
_LEANS_OUT = re.compile(
    r", I (?:think|believe|guess|suppose)\b|\bI know\b|\bsome of you\b|\bBut |\byou\b|[“\"]"
)


def find_claims(reading: Reading) -> tuple[Claim, ...]:
    """Return one claim a sentence at most, in text order."""
    doubts = doubt_places(reading)
    quoting = _quoting(reading)
    reporting_places = _places_by_sentence(reading, _reporting_words(reading))
    judging = _places_by_sentence(reading, _JUDGING)
    found: list[Claim] = []
    for number in sorted({*doubts, *quoting, *reporting_places, *judging}):
        sentence = reading.sentences[number]
        asked = sentence.text.endswith("?") and number not in quoting
        if asked or sentence.block.kind in ("heading", "caption", "row"):
            continue
        words = doubts.get(number, [])
        places = reporting_places.get(number, [])
        reported, origin, opinion = _reported(reading, sentence, quoting.get(number), places)
        judged = (
            not reported and not words and _is_judged(reading, sentence, judging.get(number, []))
        )
        if reported or words or judged:
            found.append(
                Claim(
                    span=sentence.span,
                    paragraph=sentence.paragraph,
                    confidence=0.9 if reported else 0.75,
                    origin=origin,
                    doubt=printed_once(reading, words),
                    opinion=opinion or judged,
                    checkable=bool(words or _CHECKABLE.search(sentence.text)),
                    held=(opinion or judged) and not words and _is_held(sentence, sure=reported),
                    alone=stands_alone(sentence.text),
                )
            )
    return tuple(found)


def _is_held(sentence: Sentence, *, sure: bool) -> bool:
    """Say whether the writer owns a judgement; *sure*: it is reported in so many words."""
    text = sentence.text
    return (not sure or bool(_OWNED.match(text))) and not _LEANS_OUT.search(text)


def _reporting_words(reading: Reading) -> list[str]:
    own = _STANCES | _SHOWING | {"according"}
    return [word for word in reading.index if word in own or reporting.verb(word)]


def _places_by_sentence(reading: Reading, words: Iterable[str]) -> dict[int, list[int]]:
    return {sentence.number: places for sentence, places in reading.sentences_with(words)}


def _quoting(reading: Reading) -> dict[int, Quotation]:
    """Return the quotation whose speaker stands in a sentence, by the sentence's number."""
    found: dict[int, Quotation] = {}
    for quotation in reading.found.quotations:
        if quotation.mention and quotation.speaker_kind != "unknown":
            sentence = reading.sentence_at(quotation.mention.start)
            if sentence:
                found.setdefault(sentence.number, quotation)
    return found


def _reported(
    reading: Reading, sentence: Sentence, quotation: Quotation | None, places: list[int]
) -> tuple[bool, str, bool]:
    """Return whether somebody reports in *sentence*, who it is, and whether they judge."""
    if quotation:
        return True, quotation.speaker, False
    for place in places:
        if reading.phrase_at(place, ("according", "to")):
            return True, _named_from(reading, sentence, place + 2), False
        if not _is_report(reading, sentence, place) or reading.is_quoted(reading.starts[place]):
            continue
        verb = reporting.verb(reading.words[place])
        opinion = verb is not None and verb.base in _OPINION_VERBS
        theirs = opinion and _subject_word(reading, sentence, place) in ("he", "she", "they")
        # "They argue that …" is somebody's word, though the sentence does not name them.
        return True, _origin(reading, sentence, place), opinion and not theirs
    return False, "", False


def _is_report(reading: Reading, sentence: Sentence, place: int) -> bool:
    """Say whether word *place* is a verb by which somebody says something."""
    word = reading.words[place]
    before = reading.words[place - 1] if place > sentence.first else ""
    following = reading.words[place + 1] if place + 1 < sentence.last else ""
    earlier = reading.words[max(sentence.first, place - 8) : place]
    if word in _SHOWING and (following == "that" or _STUDIES.intersection(earlier)):
        return True
    verb = reporting.verb(word)
    if word in _NOUNS and following == "that" and before not in ("to", "not"):
        return True
    if (verb is None and word not in _STANCES) or before in _BEFORE_NOUNS:
        return False
    compound = place > sentence.first and reading.text[reading.starts[place] - 1] in "-‑"
    if compound or (following == "by" and verb is not None and verb.form == "past"):
        return False
    if word in _NOUN_LIKE:
        named = place > sentence.first + 1 and reading.printed(place - 1)[0].isupper()
        own = reading.printed(place).islower()
        return before in ("he", "she", "it", "who", "also") or following == "for" or (named and own)
    if word in _STANCES:
        return before not in _BE and before not in ("nobody", "everybody", "everyone", "anybody")
    return verb is not None and _is_spoken(reading, place, verb, before, following)


def _is_spoken(
    reading: Reading, place: int, verb: reporting.Verb, before: str, following: str
) -> bool:
    if verb.base in _NOT_VERBS or (before in _BE and verb.form != "ing"):
        return False
    if (verb.base, following) in (("ask", "for"), ("report", "from")):
        return False
    if verb.base == "speak" and following not in ("of", "about", "out"):
        return False
    if verb.base == "call" and verb.form == "past" and _only_names(reading, place):
        return False  # "a town called Ryde"
    if verb.form in ("past", "third"):
        return verb.base in _SPEECH or (verb.base in _WITH_CONTENT and following in _CONTENT)
    if verb.form == "ing":
        return verb.base in _SPEECH and (breaks_before(reading, place) or before in _BE)
    if verb.base == "say":
        return before not in _MODAL
    several = before in ("they", "we", "i", "who") or (is_plural(before) and not verb.noun)
    return several and verb.base in _SPEECH


def _only_names(reading: Reading, place: int) -> bool:
    """Tell "a town called Ryde" and "a thin man called Odell" from "they called it off"."""
    named = place + 1 < len(reading.words) and reading.printed(place + 1)[0].isupper()
    proper = reading.printed(place - 1)[0].isupper() or reading.words[place - 1] in PRONOUNS
    return not _is_somebody(reading, place - 1) or (named and not proper)


def _is_somebody(reading: Reading, place: int) -> bool:
    """Say whether word *place* can be the one who says: a name, a person, "he", "has"."""
    word = reading.words[place]
    capital = reading.printed(place)[0].isupper()
    return capital or is_people_noun(word) or word in PRONOUNS | AUXILIARIES or is_adverb(word)


def _is_judged(reading: Reading, sentence: Sentence, places: list[int]) -> bool:
    if reading.is_quoted(sentence.span.start) or sentence.text.endswith("?"):
        return False
    return any(phrase_end(reading, place, _JUDGING) for place in places)


# ---------------------------------------------------------------- who says so


def _origin(reading: Reading, sentence: Sentence, verb: int) -> str:
    """Return whoever says so, as printed: the subject of the verb; empty for a pronoun.

    "These newcomers, I have found" are nobody's source: the phrase must be the verb's own
    subject, and a name, a person, a body or a study.
    """
    row = tokens.tokens(_masked(reading, sentence), sentence.span.start)
    start = reading.starts[verb]
    at = next((place for place, token in enumerate(row) if token.start == start), None)
    if at is None or _subject_word(reading, sentence, verb) in SUBJECTS - {"who"}:
        return ""
    if verb > sentence.first and breaks_before(reading, verb):
        behind = _named_behind(reading, sentence, verb)
        if behind:
            return behind
    for phrase in _subjects(row, at):
        if phrase is not None and saying.can_speak(row, phrase):
            first = reading.word_at(row[phrase.first].start)
            last = reading.word_at(row[phrase.last - 1].end)
            return _source(reading, sentence, first, last)
    return ""


def _subject_word(reading: Reading, sentence: Sentence, verb: int) -> str:
    """Return the word before a verb and its adverbs, without what it is run together with."""
    place = verb - 1
    while place > sentence.first and is_adverb(reading.words[place]):
        place -= 1
    return reading.words[place].split("'")[0] if place >= sentence.first else ""


def _subjects(row: Sequence[tokens.Token], at: int) -> Iterator[phrases.Phrase | None]:
    """Yield what may be the subject of the verb at *at*: ", said the librarian" comes first."""
    known = saying.known_at(row, at)
    if known and known.form in ("past", "third") and at and row[at - 1].kind == "comma":
        behind = phrases.after(row, at)
        goes_on = behind and behind.last < len(row) and tokens.is_finite(row, behind.last)
        if behind and not goes_on and behind.outer_last >= len(row) - 1:
            yield behind
    yield saying.subject_of(row, at, len(row), known) if known else subjects.before(row, at)


def _masked(reading: Reading, sentence: Sentence) -> str:
    """Return the sentence with everything that is quoted in it as one sign."""
    text, start = list(sentence.text), sentence.span.start
    for first, last in reading.quoted_in(start, sentence.span.end):
        left, right = first - 1 - start, last + 1 - start
        if left < len(text) and right > 0:
            left, right = max(0, left), min(len(text), right)
            text[left:right] = tokens.QUOTE * (right - left)
    return "".join(text)


def _source(reading: Reading, sentence: Sentence, first: int, last: int) -> str:
    """Return words *first* up to *last* as printed, if they name somebody who can say so."""
    while first < last and reading.words[first] in CONJUNCTIONS:
        first += 1
    hangs = first > sentence.first and reading.words[first - 1] in PREPOSITIONS
    if hangs and joined(reading, first - 1):
        first = sentence.first  # "A study by the University of Lund": the head stands before
        if has_clause(reading, first, last) or _is_broken(reading, first, last):
            return ""
    inside = reading.words[first:last]
    if inside[-1:] and inside[-1] in _HALVES:
        return ""  # "the sister of one of those who had listened"
    for start, end, _ in _speakers(reading, sentence):
        own = first <= start and not _LINKS.intersection(reading.words[first:start])
        if own and end == last:
            return inside_sentence(reading, _with_role(reading, sentence, start), last)
    head = next((at for at in range(first + 1, last) if reading.words[at] in PREPOSITIONS), last)
    if "and" in inside or first >= head:
        return ""
    known = _is_source(reading.words[head - 1])
    return inside_sentence(reading, first, last) if known else ""


_LINKS = PREPOSITIONS | {"and", "or"}
_HALVES = word_set("one ones some many most few several those each none all both any")


def _is_broken(reading: Reading, first: int, last: int) -> bool:
    return any(breaks_before(reading, at) for at in range(first + 1, last))


def _is_source(noun: str) -> bool:
    people = is_people_noun(noun) or {noun, noun.removesuffix("s")} & name_words.PERSON_NOUNS
    return bool(people) or noun in _STUDIES or noun in _BODIES


def _named_behind(reading: Reading, sentence: Sentence, verb: int) -> str:
    """Return the person of ", said head librarian Teo Marsh": only a role stands between."""
    for start, end, kind in _speakers(reading, sentence):
        role = reading.words[verb + 1 : start]
        if kind == "person" and 0 < len(role) <= 3 and start > verb:
            fits = _is_source(role[-1]) and not any(map(is_closed, role))
            return inside_sentence(reading, start, end) if fits else ""
    return ""


_BODIES = word_set(
    "government agency company department ministry court police committee council commission "
    "group organization organisation officials authorities school university board panel union "
    "administration campaign foundation charity association network statement letter lawsuit"
)


def _with_role(reading: Reading, sentence: Sentence, first: int) -> int:
    """Return where a name starts with the role before it: "Chechen leader Ramzan Kadyrov"."""
    at = first
    while at > sentence.first and joined(reading, at - 1) and first - at < 4:
        word = reading.words[at - 1]
        if is_closed(word) or is_adverb(word):
            break
        at -= 1
    return at if at < first and is_people_noun(reading.words[first - 1]) else first


def _named_from(reading: Reading, sentence: Sentence, place: int) -> str:
    """Return who is named right after "according to"."""
    start = place + (reading.words[place : place + 1] == ("the",))
    for first, end, _ in _speakers(reading, sentence):
        if first in (place, start):
            goes_on = end < sentence.last and joined(reading, end - 1)
            noun = goes_on and _is_source(reading.words[end])  # "the Lund report"
            return inside_sentence(reading, place, end + noun)
    if place >= sentence.last:
        return ""
    end = noun_phrase_end(reading, place)
    for first, last, kind in _speakers(reading, sentence):
        if kind == "person" and first == end and breaks_before(reading, first):
            return inside_sentence(reading, first, last)  # "the town treasurer, Owen Pratt"
    pronoun = reading.words[place] in PRONOUNS - DETERMINERS
    return "" if end == place or pronoun else inside_sentence(reading, place, end)


def _speakers(reading: Reading, sentence: Sentence) -> list[Mention]:
    """Return the people and organisations named in the sentence."""
    return [mention for mention in reading.names_in(sentence) if mention.kind != "place"]
