"""A sentence as a row of words, marks and quotations.

There is no tagger here. What a word can be is told from small closed lists, its capital
and its ending, which is enough to read a clause outwards from its verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from guides.findings import reporting

Kind = Literal["word", "quote", "comma", "pause", "stop"]
# Quotations arrive as one run of this sign, the same length as what it stands for.
QUOTE = "\ue000"
_TOKEN = re.compile(
    rf"{QUOTE}+"
    r"|(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Rev"
    r"|Hon|St|Jr|Sr|Maj|Cpl|Adm|Supt|No|vs|Inc|Co|Corp|Ltd)\.(?!\w)|[^\W\d_]\.(?=\s[A-Z])"
    r"|[^\W\d_]+(?:-[^\W\d_]+)?\.(?=[,)])"
    r"|\d+(?:-[^\W\d_]+)+|\$?\d+(?:[.,:/]\d+)*%?(?:st|nd|rd|th|s)?|[^\W_]+(?:['’&./-][^\W_]+)*['’]?"
    r"|—|–|--+|[,;:().!?…\[\]/&-]"
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would can could may"
    " might must shall should 's 're 've 'd 'll isn't aren't wasn't weren't hasn't haven't hadn't"
    " don't doesn't didn't won't wouldn't can't couldn't shouldn't".split()
)
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
PRONOUNS = frozenset("he she they i we it you who".split())
ADVERBS = frozenset(
    "also later then once never not often always still again already just soon recently reportedly"
    " repeatedly further even ever now only simply soon thus too twice yesterday today tonight"
    " first next last finally eventually sometimes usually both all himself herself themselves"
    " itself myself himself there here rather quite almost n't famously ironically half so"
    " nevertheless nonetheless therefore however instead long since aloud back out up on".split()
)
TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow"
    " january february march april june july august september october november december morning"
    " afternoon evening night week month year weekend".split()
)
DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your one two three four five six"
    " several many some most another other others both all every each no any few dozens hundreds"
    " thousands".split()
)
BREAKS = frozenset(
    "that because while as when whenever if but since although though after before until where"
    " which who whom whose whether how why what so or yet nor than unless once like".split()
)
PREPOSITIONS = frozenset(
    "of for in at on from with to by under about against between among over into during through"
    " near within without across behind beyond toward towards upon around outside inside despite"
    " throughout including via per amid alongside following".split()
)
LEADS = frozenset(
    "but and so yet however still meanwhile now then today even also later earlier here thus or"
    " indeed instead finally meantime yesterday well oh only perhaps maybe of course plus again"
    " similarly likewise likewise additionally moreover furthermore nevertheless recently"
    " once last this next".split()
)
FRONTING = frozenset(
    "after when while as if because since although though before until once given despite during"
    " in on at for from with by to under over amid following according asked speaking writing"
    " responding citing noting referring looking throughout without unlike like upon within"
    " between among about against having being".split()
)
_OTHER_PAST = frozenset(
    "came made took gave got kept left met ran sat stood became brought broke built bought caught"
    " chose drew drove fell fought grew heard hit led lost paid rose sent set shook shot showed"
    " slept spent stopped struck taught threw turned understood won wore thanked looked seemed"
    " appeared remained leaned lay flew hung bent knelt".split()
)


class Token(NamedTuple):
    """A word, a quotation or a mark; *start* and *end* count in the document's text."""

    kind: Kind
    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def tokens(masked: str, offset: int) -> list[Token]:
    """Return the tokens of a sentence whose quotations are masked, placed from *offset*."""
    found: list[Token] = []
    for match in _TOKEN.finditer(masked):
        word = match[0]
        lower = word.lower().replace("’", "'")
        found.append(Token(_kind(word), match.start() + offset, match.end() + offset, word, lower))
    return found


def _kind(word: str) -> Kind:
    if word[0] == QUOTE:
        return "quote"
    if word == ",":
        return "comma"
    if word in ".!?…":
        return "stop"
    return "word" if word[0].isalnum() or word[0] == "$" else "pause"


def is_finite(row: Sequence[Token], place: int) -> bool:
    """Tell whether the word at *place* is surely a verb that has a subject of its own."""
    token = row[place]
    if token.kind != "word" or token.capital:
        return False
    known = reporting.verb(token.lower)
    if known and known.form in ("past", "third") and not known.noun:
        return True
    ends_like_past = token.lower.endswith("ed") and len(token.lower) > 4
    return token.lower in AUXILIARIES or token.lower in _OTHER_PAST or ends_like_past


def is_helper(token: Token) -> bool:
    """Tell auxiliaries and adverbs, which may stand between a subject and its verb."""
    lower = token.lower
    adverb = lower.endswith("ly") and len(lower) > 4 and not token.capital
    return adverb or lower in AUXILIARIES or (lower in ADVERBS and not token.capital)
