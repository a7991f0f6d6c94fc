"""The filters of prompts: small pieces of English.

Each takes plain data and returns text, and raises `Unfillable` where there is nothing to
say: a question with a hole in it is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from guides.ties import TIE

_SHORTEST_RANGE = 4


class Unfillable(ValueError):
    """There is no text to put here, so what it stands in cannot be used."""


# ---------------------------------------------------------------- paragraphs


def paragraph(value: Any) -> str:
    """Return "paragraph 6" for a number or a finding; the first of several is not chosen."""
    if isinstance(value, list):
        return paragraphs(value)
    if isinstance(value, dict) and not value.get("paragraph") and value.get("label"):
        return str(value["label"])
    if value == 0:
        raise Unfillable("expected a paragraph")  # how a finding says that it knows of none
    return _name_paragraphs([_number(value)])


def paragraphs(value: Any) -> str:
    """Return "paragraphs 6, 8 and 9" for numbers, findings, or one finding with several."""
    return _name_paragraphs(list(_numbers(value)))


def _numbers(value: Any) -> Iterator[int]:
    if isinstance(value, list):
        for item in value:
            yield from _numbers(item)
    elif isinstance(value, dict) and value.get("paragraphs"):
        yield from _numbers(value["paragraphs"])
    else:
        yield _number(value)


def _number(value: Any) -> int:
    """Return the paragraph that a number or a finding names; 0 is the preface."""
    number = value.get("paragraph") if isinstance(value, dict) else value
    if isinstance(number, bool) or not isinstance(number, int):
        raise Unfillable("expected a paragraph")
    return number


def _name_paragraphs(numbers: list[int]) -> str:
    """Return numbers, in order and each once, as a reader finds them on the page."""
    body = sorted({number for number in numbers if number > 0})
    parts = ["the preface"] if 0 in numbers else []
    if body:
        noun = "paragraph" if len(body) == 1 else "paragraphs"
        parts.append(f"{noun} {_joined(_runs(body), 'and')}")
    if not parts:
        raise Unfillable("expected a paragraph")
    return " and ".join(parts)


def _runs(numbers: list[int]) -> Iterator[str]:
    """Yield numbers one by one, four or more in a row as a range: "3–6"."""
    start = 0
    for place in range(1, len(numbers) + 1):
        if place < len(numbers) and numbers[place] == numbers[place - 1] + 1:
            continue
        run = numbers[start:place]
        if len(run) >= _SHORTEST_RANGE:
            yield f"{run[0]}–{run[-1]}"
        else:
            yield from map(str, run)
        start = place


# ---------------------------------------------------------------- lists


def join_and(value: Any) -> str:
    """Return "a, b and c"; with semicolons where an item has a comma of its own."""
    return _joined(_texts(value), "and")


def join_or(value: Any) -> str:
    """Return "a, b or c"; with semicolons where an item has a comma of its own."""
    return _joined(_texts(value), "or")


def quoted_and(value: Any) -> str:
    """Return "“a”, “b” and “c”"."""
    return _joined((quoted(text) for text in _texts(value)), "and")


def quoted_or(value: Any) -> str:
    """Return "“a”, “b” or “c”"."""
    return _joined((quoted(text) for text in _texts(value)), "or")


def voices_or(value: Any) -> str:
    """Return "Ann Moss (“a”), Rui Costa (“b”) or Kim (“c”)" for passages with a name each."""
    passages = value if isinstance(value, list) else [value]
    if not all(isinstance(one, dict) for one in passages):
        raise Unfillable("expected passages")
    said = (f"{_text(one.get('word'))} ({quoted(one.get('text'))})" for one in passages)
    return _joined(said, "or")


def _texts(value: Any) -> list[str]:
    """Return the texts of a list, each once; a finding gives its name, else its words."""
    items = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(_text(_named(item)) for item in items))


def _named(item: Any) -> Any:
    return item.get("name") or item.get("text") if isinstance(item, dict) else item


def _joined(parts: Iterable[str], word: str) -> str:
    *most, last = list(parts) or [""]
    if not last:
        raise Unfillable("expected at least one")
    if not most:
        return last
    if any(re.search(r",(?!\d)", part) for part in (*most, last)):
        return f"{'; '.join(most)}; {word} {last}"
    return f"{', '.join(most)} {word} {last}"


# ---------------------------------------------------------------- words


def _text(value: Any) -> str:
    """Return a text on one line; the lines of a source are not the lines of a question."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Unfillable("expected a text")
    text = " ".join(printed(value).split())
    if not text:
        raise Unfillable("expected a text")
    return text


def capitalised(value: Any) -> str:
    """Return a text that can begin a sentence: its first letter raised, nothing else changed."""
    text = _text(value)
    begins = re.match(r"([\W_]*)([^\W\d_])(?![a-z]*[A-Z])", text)
    if not begins:
        return text  # it begins with a number, or is written its own way, like eBay
    return begins[1] + begins[2].upper() + text[begins.end() :]


# Words that begin a sentence with a capital and are never names. Any other first word keeps
# its capital: a name in small letters is worse than a word in large ones.
_NEVER_NAMES = frozenset(
    """a an the this that these those it its they their them he his him she her we our us you your
    my some any many much most more few fewer several all both each every either neither no none
    other others another such one two three four five six seven eight nine ten hundreds thousands
    millions dozens in on at by for from with without within of off to into onto over under up
    down after before during since until till while when whenever where wherever as because so if
    unless although though even but yet and or nor not only however still instead despite whereas
    nevertheless nonetheless therefore thus hence consequently accordingly moreover furthermore
    otherwise rather meanwhile then now once again also too perhaps maybe today yesterday tomorrow
    about above across against along among around behind below beneath beside besides between
    beyond near through throughout toward towards upon via per than like unlike except given due
    owing thanks there here who whom whose what which why how people women men children girls
    boys families students teachers workers residents tenants officials experts authorities
    witnesses survivors victims critics supporters researchers""".split()
)


def lower_first(value: Any) -> str:
    """Return a text that can stand inside a sentence: a first word that is no name, lowered."""
    text = _text(value)
    word = re.match(r"[A-Z][a-z]*(?!\w)", text)
    if not word or word[0].lower() not in _NEVER_NAMES:
        return text
    return text[0].lower() + text[1:]


# Names that end like one thing but are many.
_PLURAL_NAMES = frozenset(
    "Nations States Emirates Netherlands Philippines Americas Borders".split()
)


def possessive(value: Any) -> str:
    """Return whose: "UN experts'", "Kadyrov's", "James's"."""
    text = _text(value)
    if re.search(r"(?:['’]s|s['’])$", text):
        return text
    last = re.split(r"[\s-]", text)[-1]
    small = last[:1].islower() or re.fullmatch(r"[A-Z]+s", last)
    plural = last.endswith("s") and small and not re.search(r"(?:ss|us|is)$", last)
    return f"{text}'" if plural or last in _PLURAL_NAMES else f"{text}'s"


# "PORT LINDEN — ", "KABUL, Afghanistan (AP) - ": where a report was filed, not what it says.
_DATELINE = re.compile(
    r"^(?:[A-Z]{2}[A-Z.'’-]*|ST\.)(?: [A-Z][A-Z.'’-]*)*(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    r"(?: \([\w /]+\))?\s+[—–-]{1,2}\s+(?=[A-Z“\"‘])"
    r"|^[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][\w.]+(?:,? [A-Z][\w.]+){0,3} [—–-] (?=[A-Z])"
)


_SINGLE = re.compile(r"(^|[\s(\[—–‘])'([^\W\d][^'’‘]*?[\w.,;:!?…])'(?=[\s.,;:!?…)’—–-]|$)")


def quoted(value: Any) -> str:
    """Return a text in curly quotation marks, the marks inside it made single.

    A dateline at its start and a stop at its end belong to the report, and are left there; a
    question mark is part of what was asked, and stays, and so does the point of "the U.S."
    """
    text = _DATELINE.sub("", _text(value))
    text = re.sub(r"^[“\"](.*)[”\"]$", _bare, text)
    if not re.search(r"\b[A-Za-z]\.[A-Za-z]\.$", text):
        text = re.sub(r"[\s.,;:—–-]+$", "", text) or text
    text = text.replace("“", "‘").replace("”", "’")
    text = re.sub(r"(^|[\s(\[—–‘])\"", r"\1‘", text).replace('"', "’")
    text = _SINGLE.sub(r"\1‘\2’", text)
    text = re.sub(r"[,;:]’$", "’", text)  # “… and think ‘collapse,’” he said
    if text.endswith(("’", "'")) and not re.search(r"‘|(?:^|\s)'|\ws[’']$", text):
        text = text[:-1].rstrip(".")  # the end of what somebody began to say before
    return f"“{text}”"


def sentence(value: Any) -> str:
    """Return a whole sentence in curly quotation marks, its stop inside: another one follows.

    Words that break off are no sentence; a speaker's words that lost their stop to "he said"
    get it back.
    """
    text = _text(value)
    if re.search(r"[,;:—–-][”’'\"]?$", text):
        raise Unfillable("expected a whole sentence")
    closed = quoted(text)
    return closed if re.search(r"[.!?…][’']?”$", closed) else f"{closed[:-1]}.”"


_TIES = re.compile(
    rf"(?:{TIE.pattern}|(?:moreover|furthermore|after all|as a result|thus|hence|for example"
    r"|for instance|also|in other words|at the same time|meanwhile|instead|nonetheless|in addition"
    r"|similarly|likewise|finally|again|put simply|to be sure),\s+(?=\S))",
    re.IGNORECASE,
)


def untied(value: Any) -> str:
    """Return a sentence without the word that ties it to the one before: "But", "In fact,"."""
    return _TIES.sub("", _text(value), count=1) if _TIES.match(_text(value)) else _text(value)


def _bare(match: re.Match[str]) -> str:
    """Take off a pair of marks around the whole, unless they belong to two quotations."""
    mark = re.search(r"(?:^|[\s(])\"|[“”\"]", match[1])
    two = mark and mark[0] in {"”", '"'} and mark.start() > 0
    return match[0] if two else match[1].strip()


# ---------------------------------------------------------------- counting, choosing, printing


def length(value: Any) -> int:
    """Return how many there are; nothing has the length 0."""
    return len(value) if isinstance(value, list | str) else 0


def first(value: Any) -> Any:
    """Return the first of a list."""
    return _items(value)[0]


def last(value: Any) -> Any:
    """Return the last of a list."""
    return _items(value)[-1]


def _items(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise Unfillable("expected at least one")
    return value


_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def spelled(value: Any) -> str:
    """Return a whole number up to twelve as a word, any other as printed."""
    small = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(_NUMBERS)
    return _NUMBERS[value] if small else printed(value)


def printed(value: Any) -> str:
    """Return what a slot prints: a text as it is, a number without a needless ``.0``."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unfillable("expected a text")
    return f"{value:,.15g}" if abs(value) >= 10_000 else f"{value:.15g}"


FILTERS: Mapping[str, Callable[[Any], Any]] = {
    function.__name__: function
    for function in (
        paragraph,
        paragraphs,
        capitalised,
        lower_first,
        join_and,
        join_or,
        quoted,
        quoted_and,
        quoted_or,
        voices_or,
        sentence,
        untied,
        possessive,
        spelled,
        length,
        first,
        last,
    )
}
