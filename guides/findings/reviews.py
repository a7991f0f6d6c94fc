"""Reviews: texts that judge a book, a film, a play, a record or an exhibition.

What only looks like one ("a review of the law") says nothing that a reviewer puts above or
below the text: who published it and for how much, how long it runs, how many stars it gets.
"""

from __future__ import annotations

import re

from guides.model import Document

_HEAD, _FOOT = 1200, 700  # characters, in which a paper says what it reviews
_WORK = (
    r"(?:books?|films?|movies?|theat(?:er|re)|albums?|concerts?|exhibitions?|tv|games?|music|art)"
)
_TITLED = re.compile(
    rf"^{_WORK} reviews?\b|\breview\s*[:|–—-]|[:|–—-]\s*(?:a |{_WORK} )?review\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    rf"★|\b[Rr]eviewed by [A-Z]|\b(?i:{_WORK} reviews?)\b\s*(?:$|by\b|[|:–—-])"
    r"|\b\d{2,4} ?(?:pp\b\.?|pages\b)[,;:) |·–—-]{1,3}[^\n]{0,40}[£$€]\s?\d"
    r"|[£$€]\s?\d[\d.]*[^\n]{0,60}\b\d{2,4} ?pp\b"
    r"|(?:^|[|·;,(]\s?)(?:Running time|Runtime|Dir(?:ector)?[.:]|Directed by|Cert(?:ificate)?[.:])"
    r":? ?[\dA-Z].{0,120}$"
    r"|\bdir\. [A-Z][^\n]{2,80}\b\d{2,3} min"
    r"|\b(?i:one|two|three|four|five|[1-5])(?: and a half| out of five)? stars\b",
    re.MULTILINE,
)


_WORK_BY = re.compile(
    r"^[\W_]*(?P<work>[A-Z0-9][^.\n*_|]{1,60}?)[*_”\"’]*,? "
    r"\(?(?:by|[Dd]irected by|[Dd]ir[.:]) ?[A-Z]",
    re.MULTILINE,
)
_NO_WORK = re.compile(r"\b(?:review(?:ed|s)?|photo\w*|translated|written|edited)\b", re.IGNORECASE)


_REVIEW_OF = re.compile(r"[“\"‘'](?P<work>[^“”\"\n]{2,60})[”\"’'] reviews?\b")


def work_reviewed(document: Document) -> str:
    """Return the title of the work, as it is printed above the review; empty where it is not."""
    if titled := _REVIEW_OF.search(document.title):
        return titled["work"]
    for found in _WORK_BY.finditer(document.source.text[:_HEAD]):
        if not _NO_WORK.search(found["work"]):
            return found["work"].strip()
    return ""


def is_review(document: Document) -> bool:
    """Tell a review by its title, or by what stands above and below it."""
    text = document.source.text
    edges = (text[:_HEAD], text[max(_HEAD, len(text) - _FOOT) :])
    return bool(_TITLED.search(document.title)) or any(_SIGNS.search(edge) for edge in edges)
