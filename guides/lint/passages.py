"""What a quoted passage in a question must be: exact, and understood by itself.

A passage that is lifted out of its sentence can lose its end ("appears to"), its beginning
("this is why") or its sense. Each function returns what is wrong, or an empty string.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guides.lint.asked import QUOTED, Asked, fold

_LEANING = re.compile(
    r"[“\"](?:this|that|these|those|such|he|she|it|they|his|her|its|their|but|and|so|yet|"
    r"however|then|also|here|there|or|nor|both|another|as a result|in fact|for example)\b",
    re.IGNORECASE,
)
_ENDS_LEANING = re.compile(r"\b(?:this|that|these|those|them|it)[”\"]$", re.IGNORECASE)
# Said after a colon, a passage is a sentence of its own.
_SAID = re.compile(r": “(\S+)")
_JOINING = frozenset(("and", "but", "so", "or", "nor", "because", "which", "who"))
# No thought ends with one of these.
_UNFINISHED = re.compile(
    r"\b(?:to|of|the|an?|and|or|but|than|with|from|into|is|are|was|were|be|been|has|have|had|"
    r"will|would|which|who|whose|because|if|as|their|his|my|our|your|its|that|for|about|by|at|on|in|"
    r"through|between|during|against|toward|towards|upon|among)$"
)
_OPENED = re.compile(r"(?:“|\s)‘(?=\w)(?!em\b|n\b|\d)(?!.*’(?!\w))", re.DOTALL)
_WORD = re.compile(r"[\w'-]+")
# Words in a row that a guide may print of a text that may not be copied.
MOST_CITED = 10
_NOTE = re.compile(r"\[\w{1,3}\]")
# "Explains that", "the statement": what follows must be a statement.
_STATED = re.compile(
    r"\b(?:that|the statement|explains) “(when|if|while|although|as|by|to)\b", re.IGNORECASE
)


def is_exact(asked: Asked) -> str:
    """A quotation has both its marks, at most 30 words, and stands in the text word for word."""
    text = asked.question.text
    if text.count("“") != text.count("”") or text.count('"') % 2:
        return "has a quotation mark without its partner"
    document = asked.findings.document
    # An editor's title stands in the front matter, not in the text.
    sources = [fold(source).replace('"', "'") for source in (document.text, *document.titles)]
    # A plainer word is offered for comparison; it is ours, and one word.
    offered = {"and", "said", *(word.plainer.lower() for word in asked.findings.loaded_words)}
    for quoted in QUOTED.findall(text):
        if "___" in quoted:
            continue  # a sentence to be completed, which is ours
        words = fold(quoted)[1:-1].replace('"', "'").strip(" ,.;:")
        if words in offered:
            continue
        if len(words.split()) > 30:
            return "quotes more than 30 words"
        pieces = [piece.strip(" ,.;:") for piece in words.split("…")]
        if any(all(piece not in source for source in sources) for piece in pieces):
            return f"quotes words that are not in the text: {quoted[:60]}"
    return ""


def leans(asked: Asked) -> str:
    """A quoted sentence that leans on the one before it cannot be understood alone.

    Where the question is about the word that leans, as in “Yet”, readers are sent there anyway.
    """
    for quoted in QUOTED.findall(asked.question.text):
        leaning = _LEANING.match(quoted) or _ENDS_LEANING.search(quoted)
        named = leaning and f"“{leaning[0][1:]}”" in asked.question.text
        if len(quoted.split()) >= 5 and leaning and not (named or _is_spoken(quoted, asked)):
            return f"quotes a sentence that leans on another: {quoted[:40]}"
    return ""


def _is_spoken(quoted: str, asked: Asked) -> bool:
    """Tell whether the words are a speaker's own or a line of verse, which begin as they like."""
    words = fold(quoted)[1:-1].strip(" .,;:")
    said = (*asked.findings.quotations, *asked.findings.verse_lines)
    return any(words in fold(item.text) for item in said)


def is_cut(asked: Asked) -> str:
    """A passage that ends or begins in the middle of a thought reads like a slip of ours."""
    for word in _SAID.findall(asked.question.text):
        if word[0].islower() or word.lower().strip(",") in _JOINING:
            return f"begins a sentence with `{word}`"
    begins = _STATED.search(asked.question.text)
    if begins:
        return f"makes a statement of words that begin with `{begins[1]}`"
    for quoted in QUOTED.findall(asked.question.text):
        if _OPENED.search(quoted):
            return f"opens a quotation and does not end it: {quoted[:40]}"
        if _NOTE.search(quoted):
            return f"quotes the mark of a footnote: {_NOTE.findall(quoted)[0]}"
        words = fold(quoted)[1:-1].strip(" ,.;:")
        if len(words.split()) < 4 or not _UNFINISHED.search(words):
            continue
        source = fold(asked.findings.document.text)
        place = source.find(words)
        if place >= 0 and source[place + len(words) :][:1] in (" ", ""):
            return f"breaks off with `{words.split()[-1]}`"
    return ""


def copies(asked: Asked) -> str:
    """Of a text that may only be cited, no question prints more than a phrase."""
    document = asked.findings.document
    cited = [text for text in document.texts or (document,) if text.cite_only]
    question = asked.question
    for text in cited:
        body = _spoken(" ".join(block.text for block in text.numbered))
        for field in (question.text, question.starter, question.listen_for, question.press):
            if run := _shared_run(field, body):
                return f"copies more than a phrase of a text that may only be cited: “{run} …”"
    return ""


@lru_cache(maxsize=64)
def _spoken(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _shared_run(text: str, body: str) -> str:
    """Return the first words that stand in *body* in this order, if they are too many."""
    words = _WORD.findall(fold(text))
    for start in range(len(words) - MOST_CITED):
        run = " ".join(words[start : start + MOST_CITED + 1])
        if f" {run} " in body:
            return run
    return ""
