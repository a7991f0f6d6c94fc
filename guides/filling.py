"""Filling: every prompt with every finding it can use.

A prompt names what it needs by singular names (`quotation`, `contrast`, …). Each of them
is bound to every finding of its kind in turn; where the prompt's conditions hold, its texts
are filled. What comes out is a candidate: it has still to pass the lint.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Any

from guides import framing, merit, pointers, templating
from guides.days import MONTHS
from guides.model import SLOTS, Document, Findings, Prompt, Question
from guides.plain import plain

# A prompt with two slots meets every pair of findings: a cap keeps long texts quick.
_MOST_FINDINGS = 60
_MOST_BINDINGS = 400
_MOST_CANDIDATES = 8
_FEW_WORDS, _OF_A_SECTION = 4, 10
_IN_A_BOOK = "(?:Chapter|Section|Lesson|Unit|Part|Module)"
_OCCASION = re.compile(
    r"\b(?:remarks|speech|address|statement|lecture|sermon|eulogy|commencement|convocation"
    r"|anniversary|dinner|conference|assembly|ceremony|institute|college|school|university"
    r"|academy|foundation|society|association)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"(?:{_IN_A_BOOK} )?\d+(?:\.\d+)*[.:]?\s", re.IGNORECASE)
# "Road Deaths in Dell, 2021–2023", "Petition of the Lightermen": what a paper is filed under.
_FILED = re.compile(
    r",? (?:1[5-9]|20)\d\d(?:\s?[–—-]\s?(?:\d\d|\d{4}))?\Z|:? First Findings\Z"
    r"|\A(?:Annual |Special |Final )?"
    r"(?:Petition|Report|Bulletin|Survey|Minutes|Newsletter|Summary)\b"
    r"|\b(?:Annual|Quarterly) Report\b"
)
_NAME = 40  # characters
_A_DESK = re.compile(r"\b(?:Staff|News|Wiki\w*|Press|Editors?|Editorial|The)\b")
# "6.3 Living between the tides", "Lesson 7: The Duke's Cut".
_SECTION = re.compile(rf"(?:{_IN_A_BOOK} \d+(?:\.\d+)*[.:,]\s+|\d+(?:\.\d+)+\s+)+")
_ASKS = re.compile(r"\A(?!.*\?[ :]).*\?", re.DOTALL)  # and says nothing after it
_ASKED = ("question",)  # what a review asks can be asked again

_TENSE_SLOTS = (
    "contrast", "gap", "doubt", "comparison", "pair", "deed", "moment", "refrain", "exchange",
    "remark",
)  # fmt: skip
_TENSE_WORDS = re.compile(r"denial|unnamed|strong_verb")

_SLOT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# What any text of a kind is called, and its parts, is no word of the text.
_NAMING = re.compile(r"\{\{ *overview\.(?:called|unit)\b[^}]*\}\}")
_KINDS = " text story poem speech letter paragraph stanza "
_WORD = re.compile(r"[\w’'$%.,-]*\w")


def context(findings: Findings) -> dict[str, Any]:
    """Return what prompts can name, as plain data: lists, document, preface, overview."""
    document = findings.document
    body = [block.number for block in document.numbered]
    view = findings.overview
    closing = framing.closing(document, view.aside, view.genre)
    facts: dict[str, Any] = plain(findings)
    return facts | {
        "document": {
            "title": _SECTION.sub("", document.title, count=1),
            "title_says_little": _says_little(findings),
            "title_asks": bool(_ASKS.search(document.title)),
            "title_derived": document.title_derived or framing.is_label(document.title),
            "topic": document.topic,
            "options": list(document.front.policy_options),
            "author": " and ".join(document.authors),
            "authors": list(document.authors),
            "signed": _signed(document),
            "publisher": document.publisher,
            "url": document.url,
            "date": _spelled_out(document.date),
            "excerpt": document.excerpt,
            "texts": [text.title for text in document.texts],
            "paragraphs": len(body),
            "first_paragraph": framing.opening(document),
            "last_paragraph": closing.number or 0 if closing else 0,
            "first_sentence": framing.first_sentence(document, view.genre, view.aside),
            "last_sentence": framing.last_sentence(document, view.aside, view.genre),
            "restates_title": framing.restates_title(document),
        },
        "preface": _preface(findings),
    }


def _signed(document: Document) -> str:
    """Return the one person who wrote or gave a text, where a question can name them."""
    (author,) = document.authors if len(document.authors) == 1 else ("",)
    named = " " in author and len(author) <= _NAME and not _A_DESK.search(author)
    return author if named else ""


def _says_little(findings: Findings) -> bool:
    """Tell a title that only names what the text is about: "Lord Byron", "4.3 Price Ceilings".

    A speech is often called after where it was given: "Remarks at the Opening of a Bridge".
    """
    title = findings.document.title
    names = (*findings.people, *findings.places, *findings.organisations)
    named = any(title in (name.name, name.called) for name in names) or findings.overview.life
    if findings.overview.genre == "speech":
        return bool(_OCCASION.search(title))
    if findings.overview.genre != "article":
        return False
    if _NUMBERED.match(title):
        return len(title.split()) <= _OF_A_SECTION
    if _FILED.search(title):
        return True
    return len(title.split()) <= _FEW_WORDS and (named or " " not in title.strip())


def _spelled_out(date: str) -> str:
    """Return ``2019-02-13`` as "13 February 2019"; any other form is the editor's own."""
    parts = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?", date)
    if not parts:
        return date
    year, month, day = parts.groups()
    named = f"{MONTHS.split('|')[int(month) - 1]} {year}"
    return f"{int(day)} {named}" if day else named


def _preface(findings: Findings) -> dict[str, Any] | None:
    preface = findings.document.preface
    if preface is None:
        return None
    summary = next(preface.parts("summary"), None)
    return {
        "publisher": preface.publisher,
        "summary": {"label": summary[0].label, "text": summary[1].span.text} if summary else None,
    }


def fill(findings: Findings, prompts: Iterable[Prompt]) -> Iterator[Question]:
    """Yield the candidates of every prompt, best first within a prompt, prompts by id."""
    facts = {**dict.fromkeys(SLOTS), **context(findings)}
    usable = {slot: _usable(slot, findings) for slot in SLOTS}
    known: _Known = {}
    for prompt in sorted(prompts, key=lambda prompt: prompt.id):
        filled = list(islice(_candidates(prompt, findings, facts, usable, known), _MOST_BINDINGS))
        filled.sort(key=lambda question: -question.score)  # equals stay in text order
        yield from filled[:_MOST_CANDIDATES]


def _usable(slot: str, findings: Findings) -> list[int]:
    """Return which findings a slot can be bound to, as places among those of its kind."""
    aside = set(findings.overview.aside)
    kind = getattr(findings, SLOTS[slot])[:_MOST_FINDINGS]
    return [n for n, item in enumerate(kind) if item.paragraph not in aside or slot in _ASKED]


def _candidates(
    prompt: Prompt,
    findings: Findings,
    facts: Mapping[str, Any],
    usable: Mapping[str, Sequence[int]],
    known: _Known,
) -> Iterator[Question]:
    if _is_ruled_out(prompt, facts, known):
        return
    slots = _slots(prompt)
    kinds = [getattr(findings, SLOTS[slot]) for slot in slots]
    holds = _holding(prompt, slots, known)
    names = dict(facts)
    for places in product(*(usable[slot] for slot in slots)):
        for slot, place in zip(slots, places, strict=True):
            names[slot] = facts[SLOTS[slot]][place]
        if holds(names, places):
            bound = [kind[place] for kind, place in zip(kinds, places, strict=True)]
            yield _question(prompt, names, bound, merit.merit(bound, findings))


# Whether a condition holds of the findings with these places among their kinds.
_Known = dict[tuple[str, tuple[int, ...]], bool]


def _is_ruled_out(prompt: Prompt, facts: Mapping[str, Any], known: _Known) -> bool:
    """Tell whether *prompt* fits no findings at all, going by its conditions alone.

    Most prompts are not for a text like this one, and their stems need not be parsed to see it.
    """
    for condition, wanted in _conditions(prompt):
        slots = _slots_in((condition,), ())
        if slots and not all(facts[SLOTS[slot]] for slot in slots):
            return True
        if not slots and _known_to_hold(condition, (), facts, known) is not wanted:
            return True
    return False


def _conditions(prompt: Prompt) -> Iterator[tuple[str, bool]]:
    """Yield every condition of a prompt, and whether it has to hold."""
    yield from ((need, True) for need in prompt.needs)
    yield from ((bar, False) for bar in prompt.avoid_if)


def _known_to_hold(
    condition: str, bound: tuple[int, ...], names: Mapping[str, Any], known: _Known
) -> bool:
    """Tell whether a condition holds of the findings at some places; each is asked once."""
    key = (condition, bound)
    if key not in known:
        known[key] = templating.holds(condition, names)
    return known[key]


def _holding(
    prompt: Prompt, slots: Sequence[str], known: _Known
) -> Callable[[Mapping[str, Any], tuple[int, ...]], bool]:
    """Return what tells whether *prompt* can be used with the findings at some places.

    Most conditions name one slot or none, and many prompts have the same ones: what is *known*
    of the same findings is not asked again.
    """
    conditions = [(text, _places(text, slots), wanted) for text, wanted in _conditions(prompt)]

    def holds(names: Mapping[str, Any], bound: tuple[int, ...]) -> bool:
        for condition, places, wanted in conditions:
            those = tuple([bound[place] for place in places])
            if _known_to_hold(condition, those, names, known) is not wanted:
                return False
        return True

    return holds


def _places(condition: str, slots: Sequence[str]) -> list[int]:
    """Return which of the slots a condition names, as places in *slots*."""
    return [slots.index(slot) for slot in _slots_in((condition,), ())]


def _slots(prompt: Prompt) -> tuple[str, ...]:
    """Return the kinds of finding that *prompt* binds one of, in a fixed order."""
    stems = (prompt.ask, prompt.point, prompt.starter, prompt.listen_for)
    return _slots_in((*prompt.needs, *prompt.avoid_if), stems)


@lru_cache(maxsize=4096)
def _slots_in(conditions: tuple[str, ...], stems: tuple[str, ...]) -> tuple[str, ...]:
    """Return the kinds of finding that conditions and stems name, in a fixed order."""
    named = {name for text in conditions for name in templating.names_in_expression(text)}
    named |= {name for text in stems for name in templating.names_in_stem(text)}
    return tuple(slot for slot in SLOTS if slot in named)


def _question(
    prompt: Prompt, names: Mapping[str, Any], bound: Sequence[Any], worth: float
) -> Question:
    text = templating.fill(prompt.ask, names)
    point, starter = (templating.fill(part, names) for part in (prompt.point, prompt.starter))
    if names["document"]["paragraphs"] == 1:
        point, starter = pointers.in_one(point), pointers.in_one(starter)
    borrowed = len(_borrowed(prompt.ask, text))
    tension = _tension(prompt)
    specific = bool(borrowed) or bool(bound and tension)
    # What pulls apart is talked about after reading; getting clear on it first counts half.
    pull = min(tension, 2) * (1 if prompt.stage == "during" else 2)
    score = prompt.weight + pull + 1.5 * specific + 0.1 * min(borrowed, 5)
    return Question(
        prompt=prompt,
        text=text,
        pointer=pointers.short(point),
        paragraphs=pointers.paragraphs_named(f"{text} {point}"),
        starter=starter,
        why=templating.fill(prompt.why, names),
        listen_for=templating.fill(prompt.listen_for, names),
        if_stuck=templating.fill(prompt.if_stuck, names),
        press=templating.fill(prompt.press, names),
        watch_out=templating.fill(prompt.watch_out, names),
        paragraph=next((item.paragraph for item in bound), 0),
        evidence=tuple(item.span for item in bound),
        specific=specific,
        tension=tension,
        score=score + worth,
        lines=prompt.lines,
    )


def _borrowed(stem: str, text: str) -> set[str]:
    """Return the words of a question that come from the text, and not from the prompt.

    Where to look is no word of the text: "paragraph 6" would fit any other.
    """
    return set(_WORD.findall(pointers.without(text).lower())) - _own_words(stem)


@lru_cache(maxsize=4096)
def _own_words(stem: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_SLOT.sub(" ", _NAMING.sub(_KINDS, stem)).lower()))


def _tension(prompt: Prompt) -> int:
    """Count the ideas that pull apart in a prompt: contrast, denial, doubt, gap and so on."""
    missing = prompt.family == "absent" and bool(prompt.needs)
    return _tension_in(" ".join((*prompt.needs, prompt.ask))) + missing


@lru_cache(maxsize=4096)
def _tension_in(needs: str) -> int:
    slots = sum(bool(re.search(rf"\b{slot}\b", needs)) for slot in _TENSE_SLOTS)
    return slots + bool(_TENSE_WORDS.search(needs))
