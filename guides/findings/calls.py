"""Calls to action: somebody is asked to do something.

Three forms are found. A command speaks to whoever reads or listens ("Wash them alone",
"Let’s begin"): nobody is named as the one who should act, so `actor` stays empty. An appeal
is reported ("called on Russian authorities to investigate"). A duty says who must act ("We
must act today"). Everything else, such as a wish in a question, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from guides.findings import verbs
from guides.findings.amounts import after, before, gap
from guides.findings.clauses import breaks_before
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
    subject_start,
    word_set,
)
from guides.findings.leaning import stands_alone
from guides.findings.lexicon import zipf
from guides.findings.reading import WORD, Reading, Sentence
from guides.model import Call
from guides.source import Span

_OPENERS = word_set(
    "please also then just never always now first second third finally next instead so and but or "
    "simply definitely again remember kindly only still therefore thus however yes well ok okay "
    "further moreover lastly likewise"
)
_FRONTS = word_set(
    "if when while once before after to unless as because for in with until whenever"
)
_OBJECT_STARTS = DETERMINERS | PRONOUNS | PREPOSITIONS - {"of"}
_FINITE = {
    word
    for word in AUXILIARIES - {"do", "have", "be", "having", "being", "been"}
    if "'" not in word or word.endswith("n't")
}
_NOT_COMMANDS = word_set("thank please pray let don't do")
_COMMANDING = verbs.BARE - _NOT_COMMANDS
_FORBIDS = re.compile(r"\bnever\b|\bdo not\b|\bdon['’]t\b", re.IGNORECASE)
_LET = word_set("us the them no every")
_ASKING = {
    form: particles
    for forms, particles in (
        ("call calls called calling", ("on", "upon")),
        ("appeal appeals appealed appealing", ("to",)),
        ("plead pleads pleaded pleading", ("with",)),
        ("urge urges urged urging implore implores implored imploring beg begs begged", ()),
        ("press pressed pressing pressure pressured exhort exhorts exhorted", ()),
        ("petition petitions petitioned petitioning", ()),
        ("ask asks asked order orders ordered tell told instruct instructed", ()),
    )
    for form in forms.split()
}
# "Asked him to leave" is a call too, but a small one: somebody in public must be asked.
_WEAK = word_set("ask asks asked order orders ordered tell told instruct instructed")
_DUTIES = word_set("must should ought")
_PUBLIC = word_set(
    "government governments congress parliament senate state states country countries nation "
    "nations school schools community communities company companies organisation organisations "
    "organization organizations authorities world council councils nonprofits nonprofit funders "
    "philanthropy society employers universities colleges agencies foundations district districts "
    "city cities administration police board everyone everybody all citizens leaders officials "
    "businesses business charities donors institutions lawmakers ministry department"
)
_COUNTED = re.compile(r"(?:(?:Step )?\d{1,2}[.):]|[•*–-])\s+")
_STOPS = re.compile(r"\s(?:at|on|via)\s(?:https?:|www\.)|[,;:—–(]|\.\s|[.!?]*(?:$|[”\"])")
# A writer's address is no appeal, and "Say Mexico demanded proof" supposes something.
_NOT_TO_READERS = re.compile(
    r"@|(?i:\b(?:twitter|facebook|instagram|newsletter|get in touch|contact us|sign up|subscribe"
    r"|visit our)\b)"
    r"|^(?:Say|Suppose|Imagine|Assume) (?!that you\b)[A-Z][a-z]"
    r"|^(?:So |And |But |Now,? )?(?i:let me|sit down|be seated|mind you|make no mistake"
    r"|(?:excuse|forgive|pardon|trust|believe|bear with) me|look at (?:this|that|them|me)\b)"
)


def find_calls(reading: Reading) -> tuple[Call, ...]:
    """Return every call, in text order; a sentence gives one at most."""
    appeals = {
        sentence.number: places for sentence, places in reading.sentences_with({*_ASKING, *_DUTIES})
    }
    found: list[Call] = []
    for sentence in reading.sentences:
        if sentence.last - sentence.first < 2 or sentence.text.rstrip("”’\"')").endswith("?"):
            continue
        if _NOT_TO_READERS.search(sentence.text):
            continue
        places = appeals.get(sentence.number, [])
        call = _appeal(reading, sentence, places) or _command(reading, sentence)
        if call and _is_known(call):
            found.append(_looked_at(call))
    return tuple(found)


def _is_known(call: Call) -> bool:
    """Tell a call in words of this language from "Go raibh maith agaibh"."""
    words = WORD.findall(call.text.lower())
    return sum(zipf(word) == 0 for word in words) * 2 < len(words)


def _looked_at(call: Call) -> Call:
    """Return a call with what its words tell: whether it can be quoted, whether it forbids."""
    forbids = bool(_FORBIDS.search(call.text))
    return replace(call, alone=stands_alone(call.text), forbids=forbids)


# ---------------------------------------------------------------- commands


def _command(reading: Reading, sentence: Sentence) -> Call | None:
    for place in _clause_starts(reading, sentence):
        verb = _commanded(reading, sentence, place)
        if verb is None or _is_label(reading, sentence, verb):
            continue
        if not _is_reported(reading, sentence, place):
            action = _action(reading, verb) if verb == place else ""
            return Call(
                span=_without_number(reading, sentence),
                paragraph=sentence.paragraph,
                confidence=0.8,
                caller=_speaker(reading, sentence),
                action=action,
            )
    return None


def _without_number(reading: Reading, sentence: Sentence) -> Span:
    """Return the words of a step, without the number that counts it."""
    numbered = _COUNTED.match(sentence.text)
    return reading.span(
        sentence.span.start + (numbered.end() if numbered else 0), sentence.span.end
    )


def _is_label(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Tell "Hand tools: no course needed" and "31 March: last day", which command nothing."""
    left = reading.words[verb - 1] if verb > sentence.first else ""
    following = reading.words[verb + 1] if verb + 1 < sentence.last else ""
    if left in ("first", "last", "next") and not breaks_before(reading, verb):
        return following not in DETERMINERS  # "First visit free", but "First rinse the rice"
    if left and reading.words[verb] in ("march", "may"):
        return left[0].isdecimal()
    head = reading.text[reading.starts[verb] : sentence.span.end].partition(":")
    return bool(head[1]) and len(head[0].split()) <= 3 and sentence.text[-1] not in '.!?”"’'


def _clause_starts(reading: Reading, sentence: Sentence) -> Iterator[int]:
    """Yield where a command could begin: at the start, or after "If …," and the like."""
    place = sentence.first
    while place < sentence.last - 1 and reading.words[place][0].isdecimal():
        place += 1
    start = _skip_openers(reading, sentence, place)
    yield start
    example = reading.words[place : place + 2] == ("for", "example")
    if reading.words[place] in _FRONTS or example:
        commas = (
            at
            for at in range(place + 1, sentence.last - 1)
            if reading.text[reading.ends[at - 1] : reading.starts[at]].startswith(",")
        )
        for at in commas:
            yield _skip_openers(reading, sentence, at)
            if reading.words[at] not in ("and", "or", "but"):
                break


def _skip_openers(reading: Reading, sentence: Sentence, place: int) -> int:
    while place < sentence.last - 1 and reading.words[place] in _OPENERS:
        place += 1
    return place


def _commanded(reading: Reading, sentence: Sentence, place: int) -> int | None:
    """Return the verb of a command at *place*, None where there is no command."""
    word, following = reading.words[place], after(reading, place)
    if word in ("let's", "let"):
        return place if word == "let's" or following in _LET else None
    if word == "don't" or (word, following) == ("do", "not"):
        verb = place + 1 if word == "don't" else place + 2
        return verb if verb < sentence.last and reading.words[verb] not in PRONOUNS else None
    if word == "do" and following in DETERMINERS:
        return place
    if word not in _COMMANDING and (word, following) not in _BE:
        return None
    return place if _goes_on(reading, sentence, place) else None


def _goes_on(reading: Reading, sentence: Sentence, place: int) -> bool:
    """Say whether what follows fits a command: "Use twist ties", not "Trust-based aid is"."""
    word, following = reading.words[place], after(reading, place)
    if following in _FINITE or before(reading, place) in DETERMINERS:
        return False
    if following and gap(reading, place) != " ":
        return False
    is_noun = word in verbs.ALSO_NOUNS and _has_verb_after(reading, sentence, place)
    if not following or is_noun:
        return word in verbs.SURE - verbs.ALSO_NOUNS
    if following in ("that", "which", "who") and word in verbs.ALSO_NOUNS:
        third = after(reading, place + 1)  # "Water that once spread", but "Water that plant"
        if is_adverb(third) or third in _FINITE:
            return False
    if following in _OBJECT_STARTS or is_adverb(following):
        return True
    return _takes_object(reading, sentence, place)


_BE = {("be", "sure"), ("be", "careful"), ("be", "aware"), ("be", "ready"), ("be", "kind"),
       ("be", "prepared"), ("be", "a"), ("be", "an"), ("be", "the"), ("be", "honest"),
       ("be", "patient"), ("be", "clear"), ("be", "specific"), ("be", "respectful"),
       ("have", "a"), ("have", "the"), ("have", "your"), ("have", "some")}  # fmt: skip


def _has_verb_after(reading: Reading, sentence: Sentence, place: int) -> bool:
    """Say whether a finite verb follows in the same clause: "Research on this has shown"."""
    for at in range(place + 1, sentence.last):
        word = reading.words[at]
        if not joined(reading, at - 1) or word in CONJUNCTIONS | SUBJECTS:
            return False
        if word in _FINITE:
            return True
    return False


def _takes_object(reading: Reading, sentence: Sentence, place: int) -> bool:
    """Say whether "Use twist ties" goes on as a command, unlike "Test scores fell"."""
    word, following = reading.words[place], reading.words[place + 1]
    if following == "of":
        return word in ("think", "dream", "conceive", "dispose")
    if following in ("and", "or", "nor"):
        return word not in verbs.ALSO_NOUNS
    if reading.printed(place + 1)[0].isupper() and word in verbs.ALSO_NOUNS:
        return False
    end = noun_phrase_end(reading, place + 1)
    if end >= sentence.last or not joined(reading, end - 1):
        return True
    going_on = reading.words[end]
    if going_on in _FINITE:
        return False
    return word in verbs.SURE - verbs.ALSO_NOUNS or is_closed(going_on) or is_adverb(going_on)


def _is_reported(reading: Reading, sentence: Sentence, place: int) -> bool:
    """Say whether the command is only a part of what the sentence quotes: “Stop,” he said."""
    last = sentence.last - 1
    quoted = reading.is_quoted(reading.starts[place])
    return quoted and not reading.is_quoted(reading.starts[last])


def _speaker(reading: Reading, sentence: Sentence) -> str:
    """Return who says the sentence, where it is quoted or a turn of talk."""
    spoken = reading.quotation_at(reading.starts[sentence.first])
    if spoken:
        return spoken.speaker
    return sentence.block.speaker


def _action(reading: Reading, verb: int) -> str:
    """Return the words from a bare verb to the end of its clause; empty where it is long.

    What must not or never be done is no action: "Never give up" does not ask to give up.
    """
    sentence = reading.sentence_of(verb)
    if verb > sentence.first and reading.words[verb - 1] in ("not", "never"):
        return ""
    rest = reading.text[reading.starts[verb] : sentence.span.end]
    stop = _STOPS.search(rest)
    words = rest[: stop.start() if stop else len(rest)].split()
    if not 2 <= len(words) <= 16:
        return ""
    return " ".join([words[0].lower(), *words[1:]])


# ---------------------------------------------------------------- appeals and duties


def _appeal(reading: Reading, sentence: Sentence, places: list[int]) -> Call | None:
    for place in places:
        if place + 2 >= sentence.last:
            return None
        asking = reading.words[place] in _ASKING
        call = (_asked if asking else _duty)(reading, sentence, place)
        if call:
            return call
    return None


def _asked(reading: Reading, sentence: Sentence, place: int) -> Call | None:
    """Read "called on Russian authorities to investigate the situation"."""
    particles = _ASKING[reading.words[place]]
    first = place + 1
    if particles:
        if reading.words[first] not in particles:
            return None
        first += 1
    end = noun_phrase_end(reading, first)
    if end == first or end >= sentence.last - 1 or reading.words[end] != "to":
        return None
    head = reading.words[end - 1]
    if reading.words[place] in _WEAK and not (head in _PUBLIC or _are_people(head)):
        return None
    if is_closed(reading.words[end + 1]) and reading.words[end + 1] not in ("be", "have", "do"):
        return None
    if place > sentence.first and reading.words[place - 1] in ("it", "this"):
        return None  # "In practice it asks people to choose" is what a rule comes to
    aside = reading.text[reading.ends[place - 2] :][:1] == ","
    told = place > sentence.first and reading.words[place - 1] in ("that", "which", "who")
    if told and not aside:
        return None  # "Campaigns that urge people to mend things are old" asks nobody
    return Call(
        span=sentence.span,
        paragraph=sentence.paragraph,
        confidence=0.85,
        caller=_caller(reading, sentence, place),
        actor=inside_sentence(reading, first, end),
        action=_action(reading, end + 1),
        settled=sentence.dated,
    )


def _duty(reading: Reading, sentence: Sentence, place: int) -> Call | None:
    """Read "Every country should iodise salt"; hints and guesses are no calls."""
    verb = place + 1
    verb += reading.words[verb] in ("also", "now", "all", "not", "to", "never", "always")
    if verb >= sentence.last or reading.words[verb] not in verbs.BARE | {"be", "ensure"}:
        return None
    first = subject_start(reading, place)
    if first == place:
        return _our_duty(reading, sentence, place, verb)
    leading = reading.words[first - 1] if first > sentence.first else ""
    if not _is_public(reading.words[place - 1]) or leading in PREPOSITIONS | {"if", "when", "who"}:
        return None
    if reading.words[verb] == "be":
        return None
    return Call(
        span=sentence.span,
        paragraph=sentence.paragraph,
        confidence=0.7,
        caller=_speaker(reading, sentence),
        actor=inside_sentence(reading, first, place),
        action=_action(reading, verb),
        settled=sentence.dated,
    )


def _our_duty(reading: Reading, sentence: Sentence, place: int, verb: int) -> Call | None:
    """Read "We must act today"."""
    opening = place - 1 <= sentence.first + 2 and reading.words[place - 1] == "we"
    if not opening or reading.words[place] != "must" or reading.words[verb] == "be":
        return None
    return Call(
        span=sentence.span,
        paragraph=sentence.paragraph,
        confidence=0.7,
        caller=_speaker(reading, sentence),
        action=_action(reading, verb),
    )


def _is_public(word: str) -> bool:
    return word in _PUBLIC or is_people_noun(word)


def _are_people(word: str) -> bool:
    """Tell several: "asked the old man to say who was there" is a scene, and no call."""
    return is_people_noun(word) and is_plural(word)


def _caller(reading: Reading, sentence: Sentence, verb: int) -> str:
    """Return who calls: a name before the verb, else the phrase that ends right before it."""
    for mention in reading.names_in(sentence):
        if mention.kind != "place" and mention.last <= verb:
            return inside_sentence(reading, mention.first, mention.last)
    last = verb
    while last > sentence.first and reading.words[last - 1] in ("has", "have", "had", "also"):
        last -= 1
    first = subject_start(reading, last)
    phrase = inside_sentence(reading, first, last)
    return phrase if first < last and _is_public(reading.words[last - 1]) else ""
