"""What the text says that somebody is, and whether they act.

A role is printed beside a name ("Ramzan Kadyrov, Chechen leader"), so it is the text's
own words and only taken where its head noun says what a person or a body is.
"""

from __future__ import annotations

import re

from guides.findings import lexicon
from guides.findings import name_words as words
from guides.findings.aliases import Mention
from guides.findings.linking import Entity

_PHRASE = (
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Gov|Rep|Jr|Inc|Co)\.|[A-Z]\.|"
    r"[^,;:.!?“”\"()\[\]\n—–]){3,110}"
)
_AFTER = re.compile(
    rf",\s+((?:(?:an?|the|one\s+of\s+the|its|their|his|her)\s+|(?=[a-z])){_PHRASE})(?=[,;.—–]|\s-)"
)
_EXPLAINED = re.compile(r"\b(the (?:[a-z][\w’'-]*\s){0,4}[a-z][\w-]+),\s$")
# In "the mayor, Owen Pratt and two others" the name may be one more of a list.
_LISTS_ON = re.compile(r",?\s(?:and|or)\b|(?!,|\.|;|:|\)|”|\s(?:who|said)\b)")
# A verb means that the phrase is a clause of its own, unless "who" or "that" leads to it.
_FINITE = re.compile(
    r"^(?:(?!\b(?:who|that|which|whose)\b).)*\b(?:is|was|are|were|has|have|had|will|would|said|says|"
    r"told|can|could|remains|did|does)\b"
)
_IS = re.compile(rf"\s+(?:is|was)\s+((?:an?|the)\s+{_PHRASE})(?=[,;.—–])")
_ENDS = re.compile(r"[.!?:;,][’”\"')]*$")
_ROLE_WORD = re.compile(r"[\w’'.&-]+")
_POLITE = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Miss Mister Dr Dr. Sir Madam Mme.".split())
# Nouns that tell a relation, not a role, or that are other parts of speech as well.
_NO_ROLES = frozenset(
    "aunt boyfriend brother cousin daughter father friend girlfriend granddaughter grandfather "
    "grandmother grandson husband mother nephew niece sister son uncle wife widow boy girl man "
    "woman general principal major private official member minor fellow heir".split()
)
_ROLES = words.PERSON_NOUNS - _NO_ROLES
_FUNCTION = frozenset(word.lower() for word in words.FUNCTION)
_RANKS = frozenset(
    "former then late acting interim deputy vice senior chief executive assistant associate "
    "co-executive managing founding current ex- longtime veteran".split()
)
_ACCUSED = re.compile(
    r"(?:,[^,.;]{2,60},)?\s+(?:allegedly|(?:was|were|is|are|has\s+been|had\s+been|stands)\s+"
    r"(?:\w+ly\s+)?(?:accused|suspected|charged|convicted|indicted|arrested|sentenced|"
    r"found\s+guilty)|pleaded\s+guilty|[^.;!?]{1,90}\bbefore\s+allegedly)\b"
)
_VERB = re.compile(
    r"(?:,[^,.;“”\"]{2,90},)?\s+"
    r"(?:also\s+|then\s+|later\s+|has\s+|have\s+|had\s+|\w+ly\s+)*([a-z]+)\b"
)
_ACTION = frozenset(
    "said says told tells gave gives made makes took takes went goes came comes began begins wrote "
    "writes led leads built builds held holds won wins left leaves sent sends brought brings found "
    "finds met meets put puts set sets ran runs paid pays kept keeps spoke speaks saw sees bought "
    "buys sold sells fought fights taught teaches chose chooses drew draws grew fled sought seeks "
    "struck stood stands thinks believes argues claims notes points calls offers plans wants hopes "
    "works helps provides supports serves funds discusses highlights explains describes announces "
    "warns urges reports shows leads does did has have had cut shut hit let read laid got "
    "gets".split()
)
_NOW = re.compile(r"^(?:now|currently|today)\s+")  # true on the day of the text only
_NOT_ACTION = frozenset("based named called need indeed located used related born".split())


def role_of(text: str, entity: Entity) -> str:
    """Return what the text says *entity* is, as printed; empty where it does not say."""
    if entity.kind == "place":
        return ""
    for mention in entity.mentions:
        role = ""
        if entity.kind == "person":
            role = _before(text, mention) or _in_apposition(text, mention)
        role = role or _beside(text, mention, entity.kind, _AFTER)
        if role:
            return _NOW.sub("", role)
    for mention in entity.mentions:
        role = _beside(text, mention, entity.kind, _IS)
        if role:
            return _NOW.sub("", role)
    return ""


def acts(text: str, entity: Entity) -> bool:
    """Return whether the text says that *entity* did, said or decided something."""
    return any(_acts_here(text, mention) for mention in entity.mentions)


def _acts_here(text: str, mention: Mention) -> bool:
    verb = _VERB.match(text, mention.stretch.end)
    if not verb:
        return False
    word = verb[1]
    return word in _ACTION or (
        word.endswith("ed") and word not in _NOT_ACTION and lexicon.stem(word) != word
    )


def accused(text: str, entity: Entity) -> bool:
    """Return whether the text reports that *entity* is accused of a wrong."""
    return entity.kind == "person" and any(
        _ACCUSED.match(text, mention.stretch.end) for mention in entity.mentions
    )


def _beside(text: str, mention: Mention, kind: str, pattern: re.Pattern[str]) -> str:
    """Return the appositive or the predicate after *mention*, if its head noun fits *kind*."""
    match = pattern.match(text, mention.stretch.end)
    if not match:
        return ""
    phrase = " ".join(match[1].split())
    nouns = _ROLES if kind == "person" else words.BODY_NOUNS
    fits = len(phrase.split()) <= 14 and not _FINITE.search(phrase) and _has_head(phrase, nouns)
    return phrase if fits else ""


def _has_head(phrase: str, nouns: frozenset[str]) -> bool:
    """Return whether the noun before the first preposition of *phrase* is one of *nouns*."""
    for index, word in enumerate(phrase.split()):
        lower = word.lower()
        if (word in nouns or word in {"CEO", "CFO", "dean", "head", "chief"}) and index < 7:
            return True
        if index > 6 or (
            index and lower in {"of", "in", "at", "for", "who", "that", "which", "to"}
        ):
            return False
        if not index and (
            lower.endswith("ing") or lower in {"who", "which", "where", "when", "and"}
        ):
            return False
    return False


def _before(text: str, mention: Mention) -> str:
    """Return the role that stands before a name: "Chechen leader", "Sen.", "film director"."""
    stretch = mention.stretch
    window = text[max(0, stretch.start - 70) : stretch.start]
    if not window[-1:].isspace():
        return ""
    taken: list[str] = []
    for word in reversed(window.split()[-5:]):
        ends = taken and word not in words.TITLES and _ENDS.search(word)
        if ends or not _ROLE_WORD.fullmatch(word) or not _belongs(word, taken):
            break
        taken.append(word)
    taken.reverse()
    while taken and taken[0] in _POLITE:
        taken.pop(0)
    head = taken[-1] if taken else ""
    return " ".join(taken) if head.lower() in _ROLES or head in words.TITLES else ""


def _in_apposition(text: str, mention: Mention) -> str:
    """Return the role that a name explains: "the town treasurer, Owen Pratt"."""
    match = _EXPLAINED.search(text, max(0, mention.stretch.start - 70), mention.stretch.start)
    goes_on = _LISTS_ON.match(text, mention.stretch.end)
    if match is None or goes_on:
        return ""
    phrase = " ".join(match[1].split())
    return phrase if phrase.rsplit(maxsplit=1)[-1] in _ROLES else ""


def _belongs(word: str, taken: list[str]) -> bool:
    """Return whether *word*, read from right to left, is part of the role before a name."""
    lower = word.lower()
    if not taken:
        plural = word in {"Sens.", "Reps.", "Senators", "Messrs."}
        return lower in _ROLES or (word in words.TITLES - _POLITE and not plural)
    if len(taken) > 4 or lower in _FUNCTION or word[-1] in ",;:":
        return False
    if word[0].isupper():
        return word not in words.OPENERS and word not in words.CALENDAR
    if lower in _RANKS:
        return True
    common = taken[-1].islower()
    return common and (lower in _ROLES or (len(taken) == 1 and _is_modifier(lower)))


def _is_modifier(word: str) -> bool:
    """Return whether *word* can stand before a noun and is no verb or adverb: "film director"."""
    if word.endswith(("ing", "ed", "ly", "’s", "'s")) or lexicon.stem(word) != word:
        return False
    common = all(map(lexicon.is_ordinary, word.split("-")))  # "hedge-fund manager"
    return common and lexicon.zipf(word) < 5.6 and word not in _ACTION
