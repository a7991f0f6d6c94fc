"""Dates as the text gives them.

An ISO value holds only what the words say: "In February" has none, because the text does
not name a year, and a guide never adds one. A date in that sense has a digit, the name of
a month, or words that count from the day of writing ("last week", "the following month").
Decades and centuries are dates without a value. Hours of the day, ages and lengths of
time ("a 21-year reign") are not dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from guides.days import MONTHS, WEEKDAY
from guides.findings.reading import Reading, Sentence
from guides.model import Date
from guides.source import Span

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_SHORT_MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
)
_UNITS = ("day", "night", "week", "weekend", "month", "year", "decade", "century")
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_NEAR = ("yesterday", "tomorrow", "tonight", "afternoon", "morning", "evening")
# A sentence without a digit and without one of these has no date.
_SIGNS = {
    *_MONTHS, *_SHORT_MONTHS, *_WEEKDAYS, *(f"{day}s" for day in _WEEKDAYS), *_UNITS,
    *(f"{unit}s" for unit in _UNITS), "centuries", *_SEASONS, *_NEAR,
}  # fmt: skip
_MONTH_WORDS = frozenset((*_MONTHS, *_SHORT_MONTHS))
_ERA_WORDS = frozenset({"bc", "bce", "ce", "ad", "b", "a"})
_Area = tuple[str, int, int]  # a text, where to start in it and where to end
_Value = Callable[[re.Match[str]], str | None]

_MONTH = rf"(?:{MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_YEAR = r"(?:1\d{3}|20\d{2})(?![\d%]|[,.]\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[,.]\d)"
_DAY_WORD = (
    r"(?i:(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)"
)
_UNIT = r"(?:days?|nights?|weeks?|weekends?|months?|years?|decades?|century|centuries)"
_SEASON = r"(?i:spring|summer|autumn|fall|winter)"
_ERA = r"(?:BCE?|B\.C\.E?\.?|CE|AD|A\.D\.)"
_COUNT = (
    r"(?i:\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|"
    r"thirty|forty|fifty|sixty|a few|several|a couple of|many|(?:a |two |three |ten )?"
    r"(?:hundred|thousand|million))"
)
_START = r"(?<![\w$€£#/.,'’‑-])"  # not inside a number, an amount of money or a compound
_END = r"(?!\w|[-‑/]\d)"


def _iso(year: str | None, month: str | None = None, day: str | None = None) -> str:
    """Return as much of a date as is given without a gap; empty without a year."""
    parts = [year or ""]
    if year and month:
        parts.append(f"{_MONTH_NUMBERS[month[:3].lower()]:02}")
        if day:
            parts.append(f"{int(re.sub(r'[a-z]+', '', day)):02}")
    return "-".join(parts)


def _named(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return _iso(groups.get("year"), groups.get("month"), groups.get("day"))


def _numeric(match: re.Match[str]) -> str | None:
    """Return the value of 25/12/2019; of 5/8/2019 only the year, since nobody can tell."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if not (0 < first <= 31 and 0 < second <= 31 and min(first, second) <= 12):
        return None
    if max(first, second) <= 12 and first != second:
        return year
    return f"{year}-{min(first, second):02}-{max(first, second):02}"


def _era(match: re.Match[str]) -> str:
    before = "-" if match["era"].startswith("B") else ""
    return f"{before}{int(match['year']):04}"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(_START + pattern + _END)


# From the fullest form to the barest; a place that one form took is not looked at again. Each
# with the words of which the sentence must have one; none where figures are enough.
_VALUED: tuple[tuple[frozenset[str], re.Pattern[str], _Value], ...] = (
    (
        frozenset(),
        _form(r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"),
        lambda match: match[0],
    ),
    (
        frozenset(),
        _form(r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)"),
        _numeric,
    ),
    (
        _MONTH_WORDS,
        _form(
            rf"(?:{WEEKDAY},?\s+)?(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})"
            rf"(?:\s?[–-]\s?{_DAY})?(?:,?\s+(?P<year>{_YEAR}))?"
        ),
        _named,
    ),
    (
        _MONTH_WORDS,
        _form(
            rf"(?:{WEEKDAY},?\s+)?(?P<day>{_DAY})(?:\s?[–-]\s?{_DAY})?[\s-]+(?:day\s+)?"
            rf"(?:of\s+)?(?P<month>{_MONTH})(?:,?[\s-]+(?P<year>{_YEAR}))?"
        ),
        _named,
    ),
    (
        _MONTH_WORDS,
        _form(rf"{_DAY_WORD}\s+(?:day\s+)?of\s+(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})"),
        _named,
    ),
    (_MONTH_WORDS, _form(rf"(?P<month>{_MONTH})(?:\s+of|,)?\s+(?P<year>{_YEAR})"), _named),
    (frozenset(_SEASONS), _form(rf"{_SEASON}\s+(?:of\s+)?(?P<year>{_YEAR})"), _named),
    (_ERA_WORDS, _form(rf"(?P<year>\d{{1,4}})\s?(?P<era>{_ERA})"), _era),
    (_ERA_WORDS, _form(r"(?P<era>AD)\s(?P<year>\d{1,4})"), _era),
)
_DECADE = re.compile(r"(?<![\w.])(?:(?:1\d|20)\d0['’]?s|['’‘][2-9]0s)\b")
# Each with the words of which a sentence must have one, since most sentences have none.
_IN_WORDS = (
    (
        frozenset({"century", "centuries"}),
        _form(
            r"(?:\d{1,2}(?:st|nd|rd|th)|(?i:(?:thir|four|fif|six|seven|eigh|nine)teenth|"
            rf"twentieth|twenty-first))[\s-](?i:century|centuries)(?:\s+{_ERA})?"
        ),
    ),
)
_AFRESH = frozenset({"last", "next", "this", "past", "following", "previous", "coming"})
_RELATIVE = (
    (
        frozenset({"ago", "later", "earlier", "before"}),
        _form(rf"{_COUNT}\s+{_UNIT}\s+(?:ago|later|earlier|before that)"),
    ),
    (_MONTH_WORDS, _form(rf"{_DAY_WORD}\s+(?:day\s+)?of\s+{_MONTH}")),  # "the Fourth of July"
    (_AFRESH, _form(rf"(?i:last|next|past|coming)\s+{_COUNT}\s+{_UNIT}")),
    (
        _AFRESH,
        _form(
            # "To this day" is no day.
            r"(?!(?i:this day))"
            rf"(?i:last|next|this|past|following|previous|coming)\s+(?:{_MONTH}|{WEEKDAY}s?|{_SEASON}|"
            r"(?i:day|night|week|weekend|month|year|decade|century|morning|afternoon|evening))"
        ),
    ),
    (frozenset(_NEAR), _form(r"(?i:yesterday|tomorrow|tonight)")),
    (frozenset(_WEEKDAYS), _form(WEEKDAY)),
)
_LETTERS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_BARE_YEAR = re.compile(
    rf"(?<![\w$€£#/.,'’‑])(?:(?<![a-z0-9]-)|(?<=\b[Mm]id-)|(?<=\b[Ll]ate-)|(?<=\b[Ee]arly-))(?P<year>{_YEAR})"
    r"(?:\s?[–-]\s?(?:\d{4}|\d\d)(?!\d))?(?!\w|-\w)"
)
_BARE_MONTH = _form(_MONTH)
# Months that are also a verb, a name or a walk need a word before them that fits a month.
_SURE_MONTH = re.compile(r"January|February|July|September|October|November|December")
_BEFORE_MONTH = re.compile(
    r"(?i)\b(?:in|since|by|until|till|through|throughout|during|late|early|mid|every|each|"
    r"from|before|after|between|around)[\s-]+$"
)
_BEFORE_YEAR = re.compile(
    r"(?i)(?:\b(?:in|since|by|until|till|from|to|through|during|late|early|mid|of|before|after|"
    r"between|and|or|the|year|years|circa|c\.|ca\.|than|back|for|on|below|above|this|that|its|their|our)"
    r"[\s-]+|[(\[,;:–-]\s*|['’]s\s)$"
)
_IN_YEAR = re.compile(
    r"(?i)(?:\b(?:in|since|by|until|till|from|the year|circa|c\.|ca\.)\s+|\(\s*)$"
)
_CITED = re.compile(r"\((?:[^()]*\s)?[A-Z][\w’'.&\s-]*,?\s$")
_NOT_YEAR = re.compile(
    r"(?i)\b(?:pages?|pp?\.|room|section|resolution|route|flight|no\.|number|article|bill|line|"
    r"lines|act|highway)\s+$"
)
_HOW_MANY = re.compile(r"(?i)\b(?:about|nearly|almost|over|least|most|some|only)\s+$")
_MEASURED = re.compile(
    r"\s+(?:people|men|women|children|feet|foot|miles?|met(?:er|re)s?|km|kilomet\w+|words|votes|"
    r"points|calories|years|degrees|percent|million|pounds|dollars|euros|hours|square|acres|tons)\b"
)
_COUNTED = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]{3,}s\b")


def find_dates(reading: Reading) -> tuple[Date, ...]:
    """Return every date, in text order."""
    return tuple(
        date
        for sentence in _candidates(reading)
        for date in _in(reading, sentence.span, sentence.paragraph)
    )


def find_dateline(reading: Reading) -> tuple[Date, ...]:
    """Return the date of publication where the text itself has it above its body."""
    document = reading.document
    body = document.blocks[0].span.start if document.blocks else 0
    start = reading.text.find(document.date, 0, body) if document.date else -1
    if start < 0:
        return ()
    return tuple(_in(reading, reading.span(start, start + len(document.date)), 0))


def _candidates(reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences that have a digit or a word that a date can be made of."""
    digits = [word for word in reading.index if word[0].isdecimal()]
    for sentence, _ in reading.sentences_with([*_SIGNS, *digits]):
        yield sentence


def _in(reading: Reading, where: Span, paragraph: int) -> list[Date]:
    """Return the dates in a range: of two that overlap, the one matched first."""
    taken: list[Date] = []
    for match, iso, relative, confidence in _matches(reading.text, where):
        start, end = match.span()
        if all(end <= date.span.start or date.span.end <= start for date in taken):
            date = Date(
                span=reading.span(start, end),
                paragraph=paragraph,
                confidence=confidence,
                iso=iso,
                relative=relative,
            )
            taken.append(date)
    return sorted(taken, key=lambda date: date.span.start)


def _matches(text: str, where: Span) -> Iterator[tuple[re.Match[str], str, bool, float]]:
    """Yield what looks like a date: the match, its value, whether relative, how sure."""
    area = (text, where.start, where.end)
    words = set(_LETTERS.findall(where.text.lower()))
    counted = _DIGIT.search(*area) is not None
    if counted:
        yield from _valued(area, words)
        yield from ((match, "", False, 1.0) for match in _DECADE.finditer(*area))
    for signs, pattern in _IN_WORDS:
        if not signs.isdisjoint(words):
            yield from ((match, "", False, 1.0) for match in pattern.finditer(*area))
    for signs, pattern in _RELATIVE:
        if not signs.isdisjoint(words):
            yield from ((match, "", True, 0.9) for match in pattern.finditer(*area))
    if counted:
        yield from _years(area)
    if not _MONTH_WORDS.isdisjoint(words):
        yield from _months(area)


def _valued(area: _Area, words: set[str]) -> Iterator[tuple[re.Match[str], str, bool, float]]:
    """Yield dates in figures, each with its value."""
    for signs, pattern, value in _VALUED:
        if signs and signs.isdisjoint(words):
            continue
        for match in pattern.finditer(*area):
            if (iso := value(match)) is not None:
                yield match, iso, not iso, 1.0


def _years(area: _Area) -> Iterator[tuple[re.Match[str], str, bool, float]]:
    for match in _BARE_YEAR.finditer(*area):
        if _is_year(match):
            # "(Williams, 2010)" says when somebody wrote, not when something happened.
            cited = _CITED.search(_before(match))
            yield match, match["year"], False, 0.5 if cited else 0.9


def _months(area: _Area) -> Iterator[tuple[re.Match[str], str, bool, float]]:
    for match in _BARE_MONTH.finditer(*area):
        if _SURE_MONTH.match(match[0]) or _BEFORE_MONTH.search(_before(match)):
            yield match, "", True, 0.9


def _before(match: re.Match[str]) -> str:
    """Return the few characters before a match, for a look at the words there."""
    return match.string[max(0, match.start() - 24) : match.start()]


def _is_year(match: re.Match[str]) -> bool:
    """Say whether four digits are a year, going by the words on either side."""
    before, after = _before(match), match.string[match.end() : match.end() + 40]
    if _NOT_YEAR.search(before) or _MEASURED.match(after):
        return False
    if _HOW_MANY.search(before):
        return not _COUNTED.match(after) and int(match["year"]) >= 1700
    if int(match["year"]) < 1700:
        return bool(_IN_YEAR.search(before)) and not _COUNTED.match(after)
    return bool(_BEFORE_YEAR.search(before)) or not _COUNTED.match(after)
