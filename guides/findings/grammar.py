"""As much English grammar as finders need: where a phrase ends, what is a verb.

There is no tagger here. Closed classes are listed, open classes are told by their endings
and neighbours, and a caller that cannot live with a doubt leaves its finding out.
"""

from __future__ import annotations

import re
from functools import cache

from guides.findings.lexicon import stem, zipf
from guides.findings.reading import Reading


def word_set(text: str) -> frozenset[str]:
    """Return the words of *text*, a list that reads like one."""
    return frozenset(text.split())


DETERMINERS = word_set(
    "a an the this that these those my your his her its our their every each any some no all "
    "both either neither another such what which whose"
)
PREPOSITIONS = word_set(
    "about above across after against along among amid around as at before behind below beneath "
    "beside besides between beyond by despite down during except for from in inside into like "
    "near of off on onto out outside over past per since through throughout till to toward "
    "towards under underneath until unto up upon via with within without versus than"
)
CONJUNCTIONS = word_set(
    "and or but nor so yet if because although though while whereas when whenever where wherever "
    "unless until since as that whether once lest"
)
PRONOUNS = word_set(
    "i you he she it we they me him us them who whom which that this these those one ones "
    "someone somebody anyone anybody everyone everybody nobody something anything everything "
    "nothing myself yourself himself herself itself ourselves yourselves themselves mine yours "
    "hers ours theirs there here what whatever whoever other others"
)
AUXILIARIES = word_set(
    "am is are was were be been being have has had having do does did will would shall should "
    "can could may might must ought cannot can't won't don't doesn't didn't isn't aren't wasn't "
    "weren't hasn't haven't hadn't wouldn't couldn't shouldn't mustn't needn't i'm you're he's "
    "she's it's we're they're i've you've we've they've i'll you'll he'll she'll it'll we'll "
    "they'll i'd you'd he'd she'd we'd they'd that's there's who's what's let's"
)
SUBJECTS = word_set("i you he she it we they there this that these those who")
ADVERBS = word_set(
    "also already always even ever just never not now often only once perhaps quite rather "
    "really seldom sometimes soon still then thus too very well yet again almost nearly however "
    "therefore instead maybe away back forward together alone ahead today yesterday tomorrow "
    "ago later earlier more most less least much far long here there abroad home online"
)
_CLOSED = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | ADVERBS
_PLURALS = word_set(
    "people children women men police youth feet teeth mice staff folk cattle elite"
)
_NOT_PLURAL = word_set(
    "always perhaps news politics economics mathematics physics athletics series species "
    "is was has does this thus its his us less unless across towards besides sometimes yes "
    "united ours theirs hers yours lots overseas christmas headquarters"
)
_TITLES = word_set("mr mrs ms dr st gov sen rep gen prof rev lt col sgt capt jr sr u s no")
_GAP = re.compile(r"\s+|[-‑/]|['’]\s|")
IRREGULAR_PAST = word_set(
    "said told went came made took gave got became began knew thought saw found left felt kept "
    "brought wrote stood heard meant met ran paid sat spoke led grew lost fell sank sent built "
    "understood broke spent rose drove bought wore chose sought threw caught dealt won forgot "
    "taught fought held fled shot slept sang swore bore drew ate shook hid struck sold put set "
    "let cut hit hurt cost shut quit read spread beat lent bent dug hung stuck swept wept"
)


def joined(reading: Reading, place: int) -> bool:
    """Say whether nothing but space or a hyphen stands between word *place* and the next."""
    if place + 1 >= len(reading.words):
        return False
    gap = reading.text[reading.ends[place] : reading.starts[place + 1]]
    if "." in gap:
        return reading.words[place] in _TITLES and len(gap) <= 2
    return bool(_GAP.fullmatch(gap))


def is_plural(word: str) -> bool:
    """Say whether *word*, lower case, looks like a noun in the plural."""
    if word in _PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "ous"))
        and word not in _NOT_PLURAL
    )


def is_closed(word: str) -> bool:
    """Say whether *word* is a function word or a common adverb."""
    return word in _CLOSED


def is_adverb(word: str) -> bool:
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in _LY_NOUNS)


_LY_NOUNS = word_set(
    "family assembly reply supply ally bully rally belly italy july anomaly monopoly early daily "
    "weekly monthly yearly elderly friendly lovely lonely likely ugly only holy deadly costly"
)


def noun_phrase_end(reading: Reading, place: int, limit: int = 6) -> int:
    """Return one past the last word of the noun phrase that starts at word *place*.

    The phrase ends with its first plural, at a function word, at punctuation, or before a
    word in -ed or -ing that goes on to an object. Equal to *place* where there is none.
    """
    last = min(reading.sentence_of(place).last, place + limit)
    at = place
    while at < last:
        word = reading.words[at]
        if (is_closed(word) and not (at == place and word in DETERMINERS)) or is_adverb(word):
            break
        if at > place and _is_going_on(reading, at, last):
            break
        at += 1
        if at == last or not joined(reading, at - 1):
            break
        if is_plural(word) and not _is_modifier(reading, at - 1):
            break
    return place if at == place + 1 and reading.words[place] in DETERMINERS else at


def _is_modifier(reading: Reading, place: int) -> bool:
    """Say whether plural word *place* only describes the next: "sports teams", "U.S."."""
    gap = reading.text[reading.ends[place] : reading.starts[place + 1]]
    if gap != " ":
        return gap.startswith(("’", "'"))
    following = reading.words[place + 1]
    capital = reading.printed(place)[0].isupper() and reading.printed(place + 1)[0].isupper()
    return capital and not is_closed(following)


def _is_going_on(reading: Reading, place: int, last: int) -> bool:
    """Say whether word *place* looks like the verb after a subject rather than a part of it."""
    word = reading.words[place]
    if word in IRREGULAR_PAST:
        return True
    if not word.endswith(("ed", "ing")) or len(word) < 5 or not joined(reading, place - 1):
        return False
    if place + 1 >= last or not joined(reading, place):
        return word.endswith("ed") and zipf(word) > 0
    following = reading.words[place + 1]
    return following in DETERMINERS | PREPOSITIONS | PRONOUNS | CONJUNCTIONS or is_adverb(following)


_COUNTS = word_set("one two three four five six seven eight nine ten many several most other")


def inside_sentence(reading: Reading, first: int, last: int) -> str:
    """Return words as they stand inside a sentence: an article that opens one is made small.

    So is a count or "other", where no name goes on: "Two people", but "Two Rivers Council".
    """
    words = reading.text[reading.starts[first] : reading.ends[last - 1]].split()
    opening = reading.words[first]
    if opening in DETERMINERS or (opening in _COUNTS and words[-1].islower()):
        words[0] = words[0].lower()
    return " ".join(words)


def subject_start(reading: Reading, place: int, limit: int = 9) -> int:
    """Return the first word of the noun phrase that ends just before word *place*."""
    first = max(reading.sentence_of(min(place, len(reading.words) - 1)).first, place - limit)
    at = place
    while at > first and (at == place or joined(reading, at - 1)):
        word = reading.words[at - 1]
        if word in DETERMINERS and at < place:
            return at - 1
        if is_closed(word) or is_adverb(word):
            break
        at -= 1
    return at


_PEOPLE = word_set(
    "people person men man women woman children child kids kid boys boy girls girl youth students "
    "student teachers parents families family residents refugees migrants immigrants survivors "
    "victims patients tenants voters citizens members member workers employees volunteers donors "
    "adults teens teenagers americans police soldiers troops protesters demonstrators prisoners "
    "inmates detainees households clients lawyers doctors nurses farmers officials individuals "
    "respondents participants witnesses neighbours neighbors guests visitors pilgrims passengers "
    "senators lawmakers journalists scientists experts leaders veterans babies infants mothers "
    "fathers sisters brothers friends attendees students' leaders' applicants recipients seekers "
    "customers viewers readers pupils judges folks liberals conservatives "
    "democrats republicans delegates colleagues candidates activists spectators sailors"
)
_NOT_PEOPLE = word_set(
    "numbers papers letters computers centers centres years quarters headquarters shelters offers "
    "orders waters rivers towers flowers powers matters borders corners chapters drawers members' "
    "dollars meters metres kilometers kilometres liters litres acres hectares factors sectors "
    "doors floors colors colours errors hours tours motors tractors behaviors behaviours rumors "
    "restaurants plants grants giants variants pants lists mists posts costs tests coasts "
    "answers barriers stickers posters containers trailers boosters disasters semesters clusters "
    "others suppers dinners winters summers feathers fingers shoulders"
)


def is_people_noun(word: str) -> bool:
    """Say whether *word*, lower case, names people by what they are or do."""
    if word in _PEOPLE:
        return True
    named = word.endswith(_PEOPLE_ENDINGS)
    return named and len(word) > 5 and word not in _NOT_PEOPLE and not word.endswith(_THINGS)


_PEOPLE_ENDINGS = (
    "ers", "ors", "ists", "ants", "ees", "ians", "ents", "sman", "smen", "woman", "women", "person",
)  # fmt: skip
_THINGS = ("ments", "idents", "agrees", "trees", "degrees", "fees", "percents", "events", "cents")


@cache
def base(word: str) -> str:
    """Return the bare form of a verb from any regular form of it: "urged" → "urge"."""
    return stem(word)
