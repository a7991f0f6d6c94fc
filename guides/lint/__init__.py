"""Rules for a question, a set of questions and a guide: one function a rule, one table each."""

from guides.lint.guide import GUIDE_RULES, Flaw, GuideRule, check_guide, leaked
from guides.lint.question import RULES, Breach, Rule, check_question, check_wording, weighs_people
from guides.lint.set import SET_RULES, Scale, SetRule, broken

__all__ = [
    "GUIDE_RULES",
    "RULES",
    "SET_RULES",
    "Breach",
    "Flaw",
    "GuideRule",
    "Rule",
    "Scale",
    "SetRule",
    "broken",
    "check_guide",
    "check_question",
    "check_wording",
    "leaked",
    "weighs_people",
]
