"""Lists of authors, as bylines, source lines and editors write them.

An author may be an organisation with an "and" in its name, so a list is parted only where
every part looks like a person.
"""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\s*;\s*|\s*,?\s+(?:and|&|with|y|e|et|und)\s+|\s*,\s+")
_RAISED = re.compile(r"(?<=[a-z])[\d*†‡](?:,?[\d*†‡])*(?!\w)")  # "Lin Moss1,2": an address below
_BY = re.compile(r"\Aby:? (?=\w)", re.IGNORECASE)
_REACHED = re.compile(r"[.,;|]? (?:e-?mail|twitter|follow)\b:? .*|[.,;|]? @\w+", re.IGNORECASE)
_SEE = re.compile(r"\s*\((?:see|via)\b[^)]*\)", re.IGNORECASE)  # "and others (see URL)"
_NOBODY = frozenset({"none", "null", "n/a"})
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?|Ph\.?D\.?|M\.?D\.?|Esq\.?", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"\b(?:Academy|Agency|Alliance|Associat\w+|Bank|Board|Bureau|Cent(?:er|re)|Coalition|College"
    r"|Chronicle|Commission|Committee|Community|Company|Consortium|Council|Courier|Department"
    r"|Dispatch|Education|Examiner|Federation|Forum|Gazette|Herald|Inquirer|Ledger|Record|Sentinel"
    r"|Tribune|Foundation|Fund|Funders|Group|Health|Initiative|Institut\w+|International|Lab|League"
    r"|Library|Magazine|Ministry|Monitor|Movement|Museum|Nations|Network|News|Office"
    r"|Organi[sz]ation|Partners\w*|Philanthrop\w+|Programme?|Project|Quarterly|Research|Review"
    r"|Rights|School|Service|Society|Staff|Studies|Team|Trust|Union|University|Watch|Wire)\b"
)
_PARTICLES = frozenset(
    "de da do dos del della di du la le van von der den ter bin ibn al el ole y".split()
)
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w.'’-]*|(?:d|l|al|el)['’-][^\W\d_a-z][\w'’-]*")
_CAPITALS = re.compile(r"[^\W\d_]{2,}")
_SPOKEN = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_MC = re.compile(r"^(Mc)(\w)")


def authors(text: str, *, listed: bool = False) -> tuple[str, ...]:
    """Return the names in a list such as ``"A. Moss, Jr., Ines Vale and Rui Costa"``.

    Args:
        text: The list.
        listed: An editor wrote it as a list, so that names of one word are parted too.
    """
    text = " ".join((text if listed else _RAISED.sub("", text)).split()).strip(" ,;")
    text = _SEE.sub("", _REACHED.sub("", _BY.sub("", text, count=1)))
    if text.casefold() in _NOBODY:
        return ()
    if text.isupper():
        text = text.replace(" AND ", " and ")
    parts: list[str] = []
    for part in _BETWEEN.split(text):
        if parts and _SUFFIX.fullmatch(part):
            parts[-1] += f", {part}"
        elif part:
            parts.append(_plain(part))
    if any(part.startswith("The ") for part in parts[1:]):
        return (text,)  # "Wikipedia, The Free Encyclopedia"
    if all(is_person(part) or (listed and not is_organisation(part)) for part in parts):
        return tuple(parts)
    return (text,) if text else ()


def _plain(name: str) -> str:
    """Return a name that is printed in capitals ("FERGUS MCKAY") as it is usually written."""
    words = name.split()
    spoken = all(_SPOKEN.search(word) for word in words if len(word) > 2)
    if not name.isupper() or not spoken or not is_person(name) or words[-1] == "STAFF":
        return name
    return _CAPITALS.sub(lambda word: _MC.sub(_raised, word[0].capitalize()), name)


def _raised(match: re.Match[str]) -> str:
    return match[1] + match[2].upper()


def is_person(text: str) -> bool:
    """Tell whether a text has the shape of a person's full name."""
    words = text.replace(",", "").split()
    if not 2 <= len(words) <= 6 or words[0] == "The" or _ORGANISATION.search(text):
        return False
    names = [bool(_NAME_WORD.fullmatch(word)) for word in words]
    small = [word in _PARTICLES for word in words]
    return names[0] and names[-1] and all(a or b for a, b in zip(names, small, strict=True))


def is_organisation(text: str) -> bool:
    """Tell whether a text names an organisation: by one of its words, or as an acronym."""
    return bool(_ORGANISATION.search(text)) or (text.isupper() and text.isalpha() and len(text) > 1)
