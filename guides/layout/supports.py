"""How much help to begin an answer is printed; the questions are always the same."""

from __future__ import annotations

from dataclasses import replace

from guides.model import Guide, GuideSection, Question

_MOST_WORDS = 4
_FRAME = "In my view ___, because ___."
_FRAME_WITH_PARAGRAPH = "Paragraph ___ says ___, so ___."


def supported(guide: Guide, support: str) -> Guide:
    """Return *guide* with no starters (a), with those it has (b), or with frames and words (c)."""
    if support == "b":
        return guide
    sections = tuple(_supported(guide, section, support) for section in guide.sections)
    return replace(guide, sections=sections)


def _supported(guide: Guide, section: GuideSection, support: str) -> GuideSection:
    starters = [_begun(guide, question) if support == "c" else "" for question in section.questions]
    pairs = zip(section.questions, starters, strict=True)
    return replace(section, questions=tuple(replace(one, starter=text) for one, text in pairs))


def _begun(guide: Guide, question: Question) -> str:
    """Return the question's starter, or a frame where it has none, and words to use."""
    frame = _FRAME_WITH_PARAGRAPH if question.paragraphs else _FRAME
    if question.prompt.form != "question":
        frame = ""  # what is to be completed or listed has its beginning already
    begun = question.starter or frame
    near = [term.word for term in guide.words if set(term.paragraphs) & set(question.paragraphs)]
    words = " · ".join(near[:_MOST_WORDS])
    return f"{begun} Words to use: {words}".strip() if words else begun
