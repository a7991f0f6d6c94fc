"""Verbs and nouns that say: these are somebody's words.

Forms are made by from the bases below, so that a new verb is one word. `Verb` keeps
what later stages ask: whether the writer takes a side by the verb, whether it denies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

Form = Literal["base", "past", "third", "ing"]

# Plain reports: the verb says nothing about whether it is so.
_PLAIN = """
    say tell ask add write note explain reply state tweet post answer respond remark observe
    comment mention report continue conclude recall recount describe call quote read sing speak
    inform announce indicate suggest estimate predict testify express summarise summarize
    joke quip begin repeat agree confirm acknowledge clarify specify stipulate list title
    recommend advise remind reassure assure inquire enquire wonder muse reflect think
    whisper murmur mutter sigh cry shout yell call exclaim scream roar laugh smile chuckle sob gasp
    grumble stammer stutter interrupt interject venture pursue resume rejoin return ejaculate
    hiss growl snap groan moan mumble croak drawl pipe shriek squeak thunder bellow chime
    offer propose opine counter retort echo text email message blog dictate proclaim pronounce
    lament complain joke greet thank welcome congratulate invite instruct direct command
    request plead beg pray appeal demand query question pose counsel caution concur surmise
    reckon guess figure infer imply hint signal reveal disclose divulge narrate relate translate
    characterise characterize depict dub label term brand nickname refer liken compare cite
    reference summon cheer chant toast gush enthuse marvel apologise apologize confide volunteer
    elaborate point utter emphasise emphasize stress underline underscore highlight outline define
    reiterate put affirm advocate argue reason rule decide write go
    discuss tout tease banter breathe
    quoth nod shrug grin frown moralise reprove scold chide expostulate publish
""".split()
# The writer, by choosing the verb, lets us hear a doubt, a pressure or a stand.
_STRONG = """
    claim insist admit warn allege deny boast concede vow urge condemn maintain contend assert
    accuse blame criticise criticize denounce dismiss attack slam blast decry deride mock ridicule
    threaten swear pledge promise profess declare brag confess complain charge protest object
    rail fume seethe lash scoff sneer taunt rebuke berate reject refute dispute defend praise
    hail laud applaud tout trumpet downplay exhort implore beseech lobby hammer rip bash pan
    castigate excoriate challenge speculate purport pretend argue rant vent bristle gloat
""".split()
_DENYING = frozenset(
    "deny dismiss reject refute dispute repudiate contradict rebut disavow".split()
)
# Only a thought: a person's words where a piece of the sentence is quoted.
_STANCE = """
    believe think want hope expect feel know see fear plan seek use consider regard view
    deem treat support oppose back embrace cast paint portray frame list credit lump voice
    find invoke borrow coin adopt
""".split()

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote", "speak": "spoke", "read": "read",
    "sing": "sang", "begin": "began", "think": "thought", "hold": "held", "find": "found",
    "put": "put", "go": "went", "swear": "swore", "feel": "felt", "know": "knew", "see": "saw",
    "quoth": "quoth", "cast": "cast", "cry": "cried",
    "reply": "replied", "imply": "implied", "pray": "prayed",
    "beseech": "besought", "deny": "denied", "decry": "decried", "testify": "testified",
    "specify": "specified", "clarify": "clarified", "query": "queried", "text": "texted",
}  # fmt: skip
_DOUBLED = frozenset("beg admit rip pan quip hint sob snap nod grin sum refer plan chat".split())
_PARTICIPLES = {"written": "write", "spoken": "speak", "sung": "sing", "begun": "begin",
                "sworn": "swear", "known": "know", "seen": "see", "gone": "go"}  # fmt: skip

# "Ruiz's claim that “…”": the noun reports, its possessor speaks.
NOUNS = frozenset(
    "claim claims statement statements assertion assertions allegation allegations remark remarks"
    " comment comments promise promises pledge pledges warning warnings argument arguments belief"
    " contention suggestion suggestions words word call calls plea pleas description question"
    " questions message messages reference references response insistence admission denial"
    " declaration announcement vow threat reply answer motto slogan phrase term notion idea view"
    " views opinion complaint accusation charge criticism joke tweet tweets post speech letter"
    " account story testimony mantra cry advice prediction observation".split()
)
_NOUN_LIKE = frozenset(
    "claim report note call comment question answer remark plan charge attack address order demand"
    " request appeal cry shout whisper sigh laugh smile murmur tweet post text message vote protest"
    " object issue sign list detail outline stress label term brand title use need view fear hope"
    " state back figure point reason rule blog pledge promise vow defend joke guess reference quote"
    " return offer counter echo pose signal hint cheer chant toast like see order ".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb.

    Attributes:
        base: The verb as a dictionary lists it.
        form: Which form it is; a past participle counts as past.
        strong: True where the verb takes a side.
        denies: True where the verb itself is a denial.
        stance: True for verbs that report a thought rather than speech.
        noun: True where the form can be a noun as well ("report", "claims").
    """

    base: str
    form: Form
    strong: bool = False
    denies: bool = False
    stance: bool = False
    noun: bool = False


def verb(word: str) -> Verb | None:
    """Return what is known about *word*, lower case, as a reporting verb."""
    return _verbs().get(word)


@cache
def _verbs() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for bases, strong, stance in ((_STANCE, False, True), (_PLAIN, False, False)):
        _add(table, bases, strong=strong, stance=stance)
    _add(table, _STRONG, strong=True, stance=False)
    for participle, base in _PARTICIPLES.items():
        table[participle] = table.get(base) or Verb(base, "past")
        table[participle] = Verb(base, "past", stance=table[base].stance)
    return table


def _add(table: dict[str, Verb], bases: list[str], *, strong: bool, stance: bool) -> None:
    for base in bases:
        for form, word in _forms(base):
            noun = base in _NOUN_LIKE and form in ("base", "third")
            table[word] = Verb(base, form, strong, base in _DENYING, stance, noun)


def _forms(base: str) -> Iterator[tuple[Form, str]]:
    """Yield the forms of *base*; the past comes last, since "read" and "put" have one form."""
    stem = base + base[-1] if base in _DOUBLED else base
    cut = base.removesuffix("e") if not base.endswith(("ee", "oe", "ye")) else base
    to_y = base.endswith("y") and base[-2] not in "aeiou"
    hissing = base.endswith(("s", "sh", "ch", "x", "z", "o"))
    yield "base", base
    yield "ing", (stem if stem != base else cut) + "ing"
    yield "third", base[:-1] + "ies" if to_y else base + ("es" if hissing else "s")
    if base in _IRREGULAR:
        yield "past", _IRREGULAR[base]
    elif to_y:
        yield "past", base[:-1] + "ied"
    else:
        yield "past", stem + ("d" if base.endswith("e") else "ed")
