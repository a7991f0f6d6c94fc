"""British and American spellings of one word.

A glossary has a word once, and a text may spell it the other way: "organise" is found under
"organize" and "centre" under "center", and the other way round. Both sides are brought to
the American spelling to be compared; what is printed stays as the text has it.
"""

from __future__ import annotations

import re
from functools import cache

from guides.findings.lexicon import zipf

_OUR = re.compile(
    r"((?:un|dis|mis|re)?(?:arm|ard|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon"
    r"|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|tum|val|vap|vig))our"
    r"((?:ed|ing|ings|er|ers|s|able|ably|ful|fully|less|ite|ites|hood|hoods|ly|y|ist|ists|al|ally)?)"
)
# Only these double the l; "called" and "filling" do in any English.
_DOUBLE_L = re.compile(
    r"((?:re|un)?(?:cancel|channel|counsel|dial|equal|fuel|initial|jewel|label|level|libel|marvel"
    r"|model|pedal|quarrel|ravel|rival|shovel|signal|swivel|total|travel|tunnel))"
    r"l(ed|er|ers|ing|ings|or|ors)"
)
_ISE = re.compile(r"(\w{3,})is(e|es|ed|er|ers|ing|able|ation|ations|ational)")
_YSE = re.compile(r"((?:anal|catal|paral|dial)y)s(e|ed|er|ers|ing)")
_PARTS = {
    "defence": "defense", "offence": "offense", "pretence": "pretense", "licence": "license",
    "centre": "center", "theatre": "theater", "fibre": "fiber", "litre": "liter",
    "metre": "meter", "calibre": "caliber", "meagre": "meager", "sombre": "somber",
    "spectre": "specter", "lustre": "luster", "sceptre": "scepter", "manoeuvre": "maneuver",
    "programme": "program", "grey": "gray", "sceptic": "skeptic", "mould": "mold",
    "plough": "plow", "ageing": "aging", "judgement": "judgment",
    "acknowledgement": "acknowledgment", "fulfilment": "fulfillment", "enrolment": "enrollment",
    "instalment": "installment", "skilful": "skillful", "wilful": "willful",
    "paediatric": "pediatric", "anaemi": "anemi", "foetus": "fetus", "haemorrhage": "hemorrhage",
    "leukaemia": "leukemia", "catalogue": "catalog", "dialogue": "dialog", "analogue": "analog",
    "sulphur": "sulfur", "jewellery": "jewelry", "pyjamas": "pajamas", "cosy": "cozy",
    "moustache": "mustache", "draughty": "drafty",
}  # fmt: skip
_PART = re.compile(
    rf"((?:kilo|centi|milli|re|non)?)({'|'.join(_PARTS)})((?:s|less|al|ally|ism|c|ian|ians|ly)?)"
)
_WHOLE = {
    "fulfil": "fulfill", "fulfils": "fulfills", "enrol": "enroll", "enrols": "enrolls",
    "centred": "centered", "catalogued": "cataloged",
}  # fmt: skip


@cache
def american(word: str) -> str:
    """Return *word*, lower case, as Americans spell it; unchanged where there is one spelling."""
    if word in _WHOLE:
        return _WHOLE[word]
    if match := _OUR.fullmatch(word):
        return f"{match[1]}or{match[2]}"
    if match := _DOUBLE_L.fullmatch(word):
        return match[1] + match[2]
    if match := _YSE.fullmatch(word):
        return f"{match[1]}z{match[2]}"
    if match := _PART.fullmatch(word):
        return match[1] + _PARTS[match[2]] + match[3]
    if match := _ISE.fullmatch(word):
        # "Promise" and "revise" have one spelling, and nobody writes them with a z.
        ours, theirs = _commonest(f"{match[1]}is"), _commonest(f"{match[1]}iz")
        return f"{match[1]}iz{match[2]}" if 0 < theirs >= ours - 1.0 else word
    return word


def _commonest(root: str) -> float:
    """Return the Zipf frequency of the commonest form of a verb in -ise or -ize."""
    return max(zipf(root + ending) for ending in ("e", "ed", "ing", "ation"))
