"""Rules for a question and for a set of questions: one function a rule, one table each."""

from guides.lint.question import RULES, Breach, Rule, check_question
from guides.lint.set import SET_RULES, SetRule, broken, worth

__all__ = [
    "RULES",
    "SET_RULES",
    "Breach",
    "Rule",
    "SetRule",
    "broken",
    "check_question",
    "worth",
]
