"""Finished PDF → what is wrong with its pages.

A proof is what a printer looks at before the run. This one is read by a program: it looks at the
file and not at the page it was made from, so whatever went wrong on the way is seen. It knows
pages, type and lines; of a guide it knows no more than the anchors that layouts leave.
"""

from __future__ import annotations

from collections.abc import Iterator

from guides.problems import Problem
from guides.proofs.rules import RULES, Fault, Rules
from guides.proofs.sheets import sheets

__all__ = ["Rules", "check"]


def check(pdf: bytes, rules: Rules, name: str = "") -> tuple[Problem, ...]:
    """Return everything that is wrong with the pages of a PDF, in the order of its pages.

    Args:
        pdf: The finished file.
        rules: What its pages are held to.
        name: What to call the file.
    """
    with sheets(pdf) as pages:
        faults = [fault for rule in RULES for fault in rule(pages, rules)]
        return tuple(_problems(sorted(faults, key=lambda fault: fault.page), rules, name))


def _problems(faults: list[Fault], rules: Rules, name: str) -> Iterator[Problem]:
    for fault in dict.fromkeys(faults):
        where = f"page {fault.page}" if fault.page else "the whole"
        if fault.question:
            prompt = rules.prompts.get(fault.question, "")
            where += f", question {fault.question}" + (f" ({prompt})" if prompt else "")
        message = f"{where}: {fault.message}"
        yield Problem(fault.code, message, None, fault.hint, fault.severity, name)
