"""What a rule is given: a question, its text, and both in forms that are easy to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from guides.model import Findings, Question

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}|\b(?:Dr|Mr|Mrs|Ms|St|Jr|Sr|Gov|Sen|Rep|No|vs)\.")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what a rule needs to know about it and about its text.

    Attributes:
        bare: Our own words: quoted spans and abbreviations' stops taken out.
    """

    question: Question
    findings: Findings
    bare: str

    @property
    def level(self) -> int:
        """The sensitivity level of the text."""
        return self.findings.sensitivity.level


def asked(question: Question, findings: Findings) -> Asked:
    """Return *question* with its own words laid bare."""
    masked = QUOTED.sub("“”", question.text)
    bare = _ABBREVIATION.sub(lambda match: match.group().replace(".", ""), masked)
    return Asked(question, findings, bare)


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """Return *text* in one form: plain quotes, single spaces, lower case."""
    for curly, plain in zip("‘’“”", "''\"\"", strict=True):
        text = text.replace(curly, plain)  # in a long text, far quicker than `translate`
    return " ".join(text.split()).lower()
