"""Numbers with what they count: "over 95 percent of tenants", "30 member states".

A number is worth a question when it says how much of something there is. Dates, hours of
the day, numbers in names, the points of a list, the writer's own "three reasons" and bare
lengths of time ("ten years") are left out. What only sounds like a number, "hundreds of
families" or "many teachers", comes from `vague.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from guides.findings.amounts import (
    BIG,
    CURRENCIES,
    PARTS,
    SMALL,
    Amount,
    after,
    amount_at,
    before,
    digits_of,
    gap,
)
from guides.findings.grammar import (
    DETERMINERS,
    is_closed,
    is_people_noun,
    is_plural,
    joined,
    noun_phrase_end,
    word_set,
)
from guides.findings.leaning import stands_alone
from guides.findings.reading import Reading, Sentence
from guides.findings.vague import find_vague
from guides.model import Number

_QUALIFIERS = {
    tuple(phrase.split("_"))
    for phrase in word_set(
        "about around roughly approximately nearly almost over under some only just barely "
        "exactly below above estimated another more_than less_than fewer_than greater_than "
        "well_over at_least at_most up_to an_estimated close_to as_many_as as_much_as as_few_as "
        "as_little_as just_over just_under no_more_than no_fewer_than no_less_than "
        "not_more_than not_less_than not_fewer_than"
    )
}
_COINS = frozenset("dollars euros pounds cents pence pesos rupees yen shillings".split())
_MEASURES = word_set(
    "foot feet inch mile meter metre kilometer kilometre acre story storey pound ton gallon "
    "bed unit person member seat square"
)
_UNITS = word_set(
    "kilometers kilometres miles meters metres feet inches pounds tons tonnes degrees gallons "
    "liters litres acres hectares kilograms grams ounces"
)
_LENGTHS = word_set(
    "second seconds minute minutes hour hours day days night nights week weeks weekend "
    "weekends month months year years decade decades century centuries generation generations "
    "semester semesters"
)
# What a writer counts in the text itself, or as a turn of phrase, not in the world.
_OF_THE_TEXT = word_set(
    "things ways reasons steps questions tips parts sides conclusions examples points kinds "
    "types sorts words ideas lessons keys sections chapters paragraphs categories hands facts "
    "takeaways aspects features differences topics items areas factors elements principles "
    "options ones others approaches themes"
)
_LABELS = word_set(
    "no number page pages p pp chapter section step version grade grades age aged ages room "
    "column row figure table item line level phase stage type verse part question option "
    "article bill category day week note act scene volume vol footnote lot route flight "
    "channel interstate title paragraph exhibit district ward precinct apartment floor id "
    "code"
)
_SYMBOLS = word_set("km kg mph kph cm mm ft lbs mg gb mb")
# Words beside a figure that somebody found out.
_FOUND = re.compile(
    r"\b(?:according to|found|survey\w*|stud(?:y|ies)|reports?|data|figures?|estimat\w+|rose|risen"
    r"|fell|fallen|grew|grown|dropped|declin\w+|increas\w+|decreas\w+|averag\w+|rates?|since"
    r"|compared|records?|recorded|counted|census|lost|killed|died|won|voted|sold|built|employs?"
    r"|employed|produc\w+|nearly|almost|more than|fewer than|about|around|some|over)\b",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\b(?:requires?|required|below|limit(?:s|ed)?|ceiling|maximum|minimum|at least|at most|up to"
    r"|no more than|must|fare|tickets?|open (?:from|daily)|threshold|deadline)\b",
    re.IGNORECASE,
)
_FICTIONAL = re.compile(
    r"\(fictional\)|\b(?:fictional|hypothetical|imaginary) (?:town|city|firm|country)"
)
_RANKED = frozenset("top bottom upper lower richest poorest wealthiest".split())
_WHOSE = word_set("our my your their his her its")
_SKIPPED = frozenset(("more", "other", "additional", "such"))
# After these a small number points back at what is known: "the two women".
_KNOWN = word_set("the these those his her its their our my your last next first past")
_OF_DEATH = re.compile(r"(?i)\b(?:deaths?|dead\b|killing|fatalit|casualt|murder|homicide)")
_DYING = word_set("dead died killed murdered executed perished slain massacred")
_KILLING = word_set("killed killing kills kill murdered murdering executed massacred")
_SOURCES = re.compile(
    r"(?i)\b(?:according to|survey(?:s|ed)?|stud(?:y|ies)|poll(?:s|ed)?|census|research\w*|"
    r"statistics|data|estimates?|found that|finds|reports?|reported|figures|says|said|told|"
    r"analysis|calculated)\b"
)


@dataclass(frozen=True, slots=True)
class _Measured:
    """An amount with what it measures.

    Attributes:
        amount: The number.
        last: One past the last word of all of it, unit and what is counted included.
        unit: "percent", "$", "times"; empty where things are counted.
        counts: The words that name what is counted, first and one past last; may be empty.
        value: What is measured, where that is not the amount: "one in five".
    """

    amount: Amount
    last: int
    unit: str = ""
    counts: tuple[int, int] = (0, 0)
    value: float | None = None


_MORE = re.compile(r"\s(?:and|or)\s[a-z]+s\b(?!\s(?:of|in|on)\b)")
_PART_OF = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|half|most|some|many|none)"
    r"(?: out)? of (?:(?:the|its|their|his|her|our) )?(?:\w+['’]s? )?$"
    r"|\bfrom [£$€]?\d[\d,.]*(?: \w+)? to (?:about |around |just |over )?$"
)


# What stands before the second half of a figure in words, or after its first.
_FIRST_HALF = re.compile(r"\b(?:hundred|thousand|million|billion), (?:and )?\Z", re.IGNORECASE)
_SECOND_HALF = re.compile(r", (?:and )?[a-z-]+ (?:hundred|thousand|million)\b", re.IGNORECASE)
_HALF = 24  # characters


def find_numbers(reading: Reading) -> tuple[Number, ...]:
    """Return exact numbers and vague quantities, in text order."""
    found: list[Number] = []
    for number in sorted(
        [*_exact(reading), *find_vague(reading)], key=lambda item: (item.span.start, item.vague)
    ):
        if not found or found[-1].span.end <= number.span.start:
            found.append(number)
    found = [number for number in found if not _is_half(number, reading.text)]
    held = Counter(_sentence_start(reading, number) for number in found)
    return tuple(
        replace(number, single=held[_sentence_start(reading, number)] == 1) for number in found
    )


def _is_half(number: Number, text: str) -> bool:
    """Tell "one hundred thousand" from "two million, one hundred thousand", one figure."""
    start, end = number.span.start, number.span.end
    told = text[start : start + 1].isalpha() and _FIRST_HALF.search(
        text[max(0, start - _HALF) : start]
    )
    return bool(told) or (number.text.endswith("million") and bool(_SECOND_HALF.match(text, end)))


def _sentence_start(reading: Reading, number: Number) -> int:
    sentence = reading.sentence_at(number.span.start)
    return sentence.span.start if sentence else -1


def _exact(reading: Reading) -> Iterator[Number]:
    digits = [word for word in reading.index if word[0].isdecimal()]
    reserved, made_up = _reserved(reading), _made_up(reading)
    done = 0
    for place in reading.places([*digits, *SMALL, *BIG, *PARTS]):
        if place < done or place in reserved:
            continue
        if _is_supposed(reading, place):
            continue
        if reading.sentence_of(place).block.kind == "row":
            continue  # what a cell counts, and in which unit, is said at the head of its column
        amount = amount_at(reading, place)
        if amount is None or _is_label(reading, amount):
            continue
        measured = _measured(reading, _ranged(reading, amount))
        if measured is not None:
            yield _number(reading, measured, made_up)
            done = measured.last


_SUPPOSING = re.compile(
    r"(?:for example|for instance|suppose|imagine|let['’]s say|say,)\b|if (?:a|an|one|you|we)\b",
    re.IGNORECASE,
)


def _is_supposed(reading: Reading, place: int) -> bool:
    """Tell "if a factory makes 100 cars" and "one of the five pillars", which count nothing."""
    sentence = reading.sentence_of(place)
    if _SUPPOSING.match(sentence.text):
        return True
    one = reading.words[place] == "one" and reading.words[place + 1 : place + 3] in (
        ("of", "the"), ("of", "his"), ("of", "her"), ("of", "their"), ("of", "its"),
        ("of", "our"), ("of", "my"), ("of", "these"), ("of", "those"), ("of", "many"),
    )  # fmt: skip
    before = reading.words[max(sentence.first, place - 3) : place]
    return one or (before[:2] == ("one", "of") and len(before) == 3)


def _made_up(reading: Reading) -> frozenset[int]:
    """Return the paragraphs whose figures nobody found out: examples, or all of a fiction."""
    if _FICTIONAL.search(reading.text):
        return frozenset(sentence.paragraph for sentence in reading.sentences)
    supposed = reading.places(("suppose", "imagine"))
    return frozenset(reading.sentence_of(place).paragraph for place in supposed)


def _reserved(reading: Reading) -> set[int]:
    """Return the numbers of words that are part of a date, of a name or of a source line."""
    spans = [(date.span.start, date.span.end) for date in reading.found.dates]
    publisher = reading.document.publisher
    if any(letter.isdecimal() for letter in publisher):
        spans += [hit.span() for hit in re.finditer(re.escape(publisher), reading.text)]
    reserved = reading.named()
    for start, end in spans:
        reserved.update(range(reading.word_at(start), reading.word_at(end)))
    return reserved


# ---------------------------------------------------------------- what is not a quantity


def _is_label(reading: Reading, amount: Amount) -> bool:
    """Say whether a number names or orders something: "Step 2", "[6]", "7:30", "20th"."""
    first, last = amount.first, amount.last
    text, start, end = reading.text, reading.starts[first], reading.ends[last - 1]
    if not amount.digits:
        return before(reading, first) in _LABELS
    if re.match(r"[a-z]|:\d|/\d|\]|°|\)\s|\)$|\.\d", text[end : end + 3]) and not re.match(
        r"(?:km|kg|mph|m|bn|k|ft)\b|\)", text[end : end + 3]
    ):
        return True
    if re.search(
        r"[\w#/:\[.,–_@]$|[^\W\d_]-$|№\s?$|(?:^|\s)[-−]$", text[max(0, start - 2) : start]
    ):
        return True
    sentence = reading.sentence_of(first)
    if first == sentence.first and re.match(r"[.)](?:\s|$)", text[end : end + 2]):
        return True
    return _is_numbered(reading, first, sentence)


def _is_numbered(reading: Reading, first: int, sentence: Sentence) -> bool:
    """Say whether the word before makes it a name: "Category 3", "page 12", "aged 14"."""
    word = before(reading, first)
    if not word or first == sentence.first:
        return False
    if word in _LABELS:
        return True
    capital = reading.printed(first - 1)[0].isupper()
    opening = first - 1 == sentence.first or is_closed(word)
    return capital and not opening and gap(reading, first - 1) == " "


# ---------------------------------------------------------------- what is measured


def _ranged(reading: Reading, amount: Amount) -> Amount:
    """Return *amount* with the other end of "10 to 15", "20-30" or "three or four" taken in."""
    following, last = after(reading, amount.last - 1), amount.last
    between = following == "and" and _is_between(reading, amount)
    at = last + 1 if between or following in ("to", "or") else last
    if at >= len(reading.words) or amount.part:
        return amount
    if not amount.digits and not (at > last and amount.value > 1 and reading.words[at] in SMALL):
        return amount
    if amount.digits and not reading.words[at][0].isdecimal():
        return amount
    if at == last and not re.fullmatch(r"\s?[-–]\s?", gap(reading, last - 1)):
        return amount
    other = amount_at(reading, at)
    if other is None or other.value <= amount.value:
        return amount
    # "Two or three hundred", "10 to 15 million": what multiplies the second does the first.
    second = SMALL.get(reading.words[at], other.value)
    if other.digits:
        second = digits_of(reading.words[at])
    times = other.value / second if amount.value < min(second, 1000) else 1
    return replace(amount, last=other.last, value=amount.value * times)


def _is_between(reading: Reading, amount: Amount) -> bool:
    start = _amount_start(reading, amount)
    return bool(re.search(r"(?i)\bbetween\s$", reading.text[max(0, start - 9) : start]))


def _measured(reading: Reading, amount: Amount) -> _Measured | None:
    """Return the amount with its unit and what it counts; None where it counts nothing."""
    sign = _currency(reading, amount)
    if sign:
        if after(reading, amount.last) in _WHOSE:  # "$9 million of our budget" is $9 million
            return _Measured(amount, amount.last, sign)
        return _with_object(reading, _Measured(amount, amount.last, sign), ("of", "in"))
    found = _percentage(reading, amount) or _share(reading, amount) or _multiple(reading, amount)
    if found or (amount.value == 1 and not amount.part):
        return found
    if amount.part:
        return _with_object(reading, _Measured(amount, amount.last), ("of", "the", "all"))
    return _size(reading, amount) or _count(reading, amount)


def _currency(reading: Reading, amount: Amount) -> str:
    start = reading.starts[amount.first]
    sign = re.search(rf"[{CURRENCIES}]\s?$", reading.text[max(0, start - 2) : start])
    return sign[0].strip() if sign else ""


def _percentage(reading: Reading, amount: Amount) -> _Measured | None:
    end, last = reading.ends[amount.last - 1], amount.last
    if before(reading, amount.first) in _RANKED:
        return None  # "the top 1 percent" are people
    if re.match(r"\s?%", reading.text[end : end + 2]):
        return _with_object(reading, _Measured(amount, last, "percent"), ("of",))
    following = after(reading, last - 1)
    if following == "percent":
        return _with_object(reading, _Measured(amount, last + 1, "percent"), ("of",))
    if following in ("per", "percentage") and after(reading, last) in ("cent", "point", "points"):
        unit = "percent" if following == "per" else "percentage points"
        return _with_object(reading, _Measured(amount, last + 2, unit), ("of",))
    return None


def _share(reading: Reading, amount: Amount) -> _Measured | None:
    """Read "one in five students" and "eight of 10 families"."""
    at = amount.last
    if amount.part or after(reading, at - 1) not in ("in", "of", "out"):
        return None  # "half of the 48 students" is half
    at += 2 if reading.words[at] == "out" else 1
    at += reading.words[at : at + 1] in (("every",), ("the",))
    if at >= len(reading.words) or reading.words[at] == "one":
        return None
    whole = amount_at(reading, at)
    if whole is None or whole.value <= amount.value or at - amount.last > 3 or whole.value > 10**6:
        return None
    if whole.value >= 1000 and reading.words[amount.last] == "in":
        return None  # "two in 2015" is no share
    share = _Measured(amount, whole.last, value=round(amount.value / whole.value, 3))
    end = noun_phrase_end(reading, whole.last) if joined(reading, whole.last - 1) else 0
    if end > whole.last:
        return replace(share, last=end, counts=(whole.last, end))
    return share


def _multiple(reading: Reading, amount: Amount) -> _Measured | None:
    following = after(reading, amount.last - 1)
    if following == "times" and amount.value > 1:
        return _Measured(amount, amount.last + 1, "times")
    if following in _COINS:
        return _with_object(reading, _Measured(amount, amount.last + 1, following), ("of", "in"))
    return None


def _size(reading: Reading, amount: Amount) -> _Measured | None:
    """Read "a 15-foot wall" and "190 km"."""
    following, last = after(reading, amount.last - 1), amount.last
    if following in _UNITS:
        pace = after(reading, last) == "per" and after(reading, last + 1)
        unit = f"{following} per {pace}" if pace else following
        return _Measured(amount, last + (3 if pace else 1), unit)
    hyphen = bool(following) and gap(reading, last - 1) in ("-", "‑")
    if following in _SYMBOLS or (hyphen and following in _MEASURES):
        sized = _Measured(amount, last + 1, following)
        end = noun_phrase_end(reading, last + 1, 3) if after(reading, last) else 0
        return replace(sized, last=end, counts=(last + 1, end)) if end > last + 1 else sized
    return None


def _count(reading: Reading, amount: Amount) -> _Measured | None:
    """Read "30 member states", "11 more people", "three of the students"."""
    last = amount.last
    following = after(reading, last - 1)
    qualified = _qualifier_first(reading, amount) < amount.first
    first = last
    if following and gap(reading, last - 1) not in ("-", "‑"):
        first += following in _SKIPPED
        first += 2 if following == "of" and after(reading, last) in DETERMINERS else 0
        end = noun_phrase_end(reading, first) if first < len(reading.words) else first
        if any(word[0].isdecimal() for word in reading.words[first:end]):
            return None  # "Windows 95 sold 7 million copies"
        if end > first and not _is_phrase_of(reading, amount, end, qualified=qualified):
            return None
        if end > first and is_plural(reading.words[end - 1]):
            unit = reading.words[end - 1] if reading.words[end - 1] in _LENGTHS else ""
            return _Measured(amount, end, unit, (first, end))
    elif following:
        return None
    bare = qualified and amount.digits and amount.value >= 10
    return _Measured(amount, last) if bare else None


def _is_phrase_of(reading: Reading, amount: Amount, end: int, *, qualified: bool) -> bool:
    """Say whether what is counted, up to word *end*, is something in the world."""
    head = reading.words[end - 1]
    if head in _LENGTHS:
        return qualified
    if amount.value < 13 and head in _OF_THE_TEXT:
        return False
    known = before(reading, amount.first) in _KNOWN
    return not (known and amount.value < 10)


def _with_object(reading: Reading, found: _Measured, links: tuple[str, ...]) -> _Measured:
    """Return *found* with the phrase that "of" leads to, "95 percent of the tenants"."""
    at = found.last
    if at >= len(reading.words) or reading.words[at] not in links or not _touches(reading, at):
        return found
    first = at if reading.words[at] in DETERMINERS else at + 1
    if first >= reading.sentence_of(at).last:
        return found
    if reading.words[at] == "in" and not reading.printed(first).islower():
        return found
    end = noun_phrase_end(reading, first)
    owned = end > first and reading.words[end - 1].endswith("'s")  # "of the sheriff's $14 million"
    return replace(found, last=end, counts=(first, end)) if end > first and not owned else found


def _touches(reading: Reading, place: int) -> bool:
    return bool(re.fullmatch(r"\s?%?\s+", gap(reading, place - 1)))


# ---------------------------------------------------------------- the finding


def _number(reading: Reading, measured: _Measured, made_up: Container[int]) -> Number:
    amount, sentence = measured.amount, reading.sentence_of(measured.amount.first)
    first = _qualifier_first(reading, amount)
    start = reading.starts[first] if first < amount.first else _amount_start(reading, amount)
    start -= reading.text[max(0, start - 1) : start] == "~"
    end = reading.ends[measured.last - 1]
    end += len(re.match(r"(?:\s?%)?", reading.text[end : end + 2])[0])  # type: ignore[index]
    if every := _EVERY.match(reading.text, end):
        end = every.end()
    counts = _phrase(reading, *measured.counts)
    people = bool(counts) and is_people_noun(counts.split()[-1].lower())
    qualifier = reading.text[start : _amount_start(reading, amount)].strip()
    return Number(
        span=reading.span(start, end),
        paragraph=sentence.paragraph,
        confidence=_sureness(reading, amount, measured),
        value=amount.value if measured.value is None else measured.value,
        unit=measured.unit,
        counts=counts,
        qualifier=qualifier,
        people=people,
        deaths=_is_of_deaths(reading, first, measured.last, counts, people=people),
        sourced=bool(_SOURCES.search(sentence.text)),
        alone=stands_alone(sentence.text),
        sentence=sentence.text,
        reported=sentence.paragraph not in made_up
        and _is_reported(sentence.text, measured, people=people),
    )


# "Surveyed 2,300 workers": how many were asked is nothing that was found out.
_ASKED = re.compile(
    r"\b(?:survey(?:s|ed)?|poll(?:s|ed)?|sample|interview(?:s|ed)|asked|questionnaire|responses)\b"
    r"(?: (?:of|with|from|to|some|about|around|nearly|more than|over|almost|the))*\s\Z",
    re.IGNORECASE,
)
_WERE_ASKED = re.compile(
    r"(?: \w+)?(?: who were)? (?:surveyed|polled|interviewed|questioned|asked|sampled)\b"
)
# "Nine thousand cars a day": without its end it says something else.
_EVERY = re.compile(
    r"\s(?:an?|per|each|every)\s(?:hour|minute|second|day|night|week|weekend|month|season|year)\b"
)


def _sureness(reading: Reading, amount: Amount, measured: _Measured) -> float:
    """Return how good a figure is to ask about.

    How many were asked is not, nor the 110 of "46 of the 110 boards", nor the 18 of "from 34 to
    18 per cent", nor "140 parents" of "140 parents and pupils".
    """
    start, end = reading.starts[amount.first], reading.ends[measured.last - 1]
    asked = _ASKED.search(reading.text, max(0, start - 48), start)
    if asked or _WERE_ASKED.match(reading.text, end):
        return 0.7
    if _PART_OF.search(reading.text, max(0, start - 48), start) or _MORE.match(reading.text, end):
        return 0.7
    return 0.95 if amount.digits or measured.unit else 0.75


def _is_reported(text: str, measured: _Measured, *, people: bool) -> bool:
    """Tell a figure that somebody found out from a rule, a price and a turn of phrase."""
    if _RULE.search(text):
        return False
    found = bool(_FOUND.search(text) or _SOURCES.search(text))
    money = measured.unit in ("$", "£", "€")
    share = measured.unit in ("percent", "per cent", "%")
    return measured.amount.digits and (
        found or share or people or (money and bool(measured.counts))
    )


def _amount_start(reading: Reading, amount: Amount) -> int:
    """Return where the amount starts, its currency sign included: "US$5"."""
    start = reading.starts[amount.first]
    sign = re.search(
        rf"(?:\b(?:US|A|C|NZ|HK)\s?)?[{CURRENCIES}]\s?$", reading.text[max(0, start - 6) : start]
    )
    return start - len(sign[0]) if sign else start


def _qualifier_first(reading: Reading, amount: Amount) -> int:
    """Return the first word of "more than" and the like before the amount, else its own."""
    start, sentence = _amount_start(reading, amount), reading.sentence_of(amount.first)
    at = reading.word_at(start)
    if at == sentence.first or reading.text[reading.ends[at - 1] : start].strip() not in ("", "~"):
        return amount.first
    for length in (3, 2, 1):
        if at - length >= sentence.first and reading.words[at - length : at] in _QUALIFIERS:
            return at - length
    # "Between 30 and 40 people" is one number, "between 3 plans" is not.
    ranged = "and" in reading.words[amount.first : amount.last] and not amount.part
    if ranged and _is_between(reading, amount):
        return at - 1
    return amount.first


def _phrase(reading: Reading, first: int, last: int) -> str:
    """Return words *first* up to *last* as printed, without an article, white space folded."""
    while first < last and reading.words[first] in DETERMINERS:
        first += 1
    if first >= last:
        return ""
    return " ".join(reading.text[reading.starts[first] : reading.ends[last - 1]].split())


def _is_of_deaths(reading: Reading, first: int, last: int, counts: str, *, people: bool) -> bool:
    if _OF_DEATH.search(counts):
        return True
    near = last
    while near < min(last + 4, len(reading.words)) and joined(reading, near - 1):
        near += 1
    return people and bool(
        _DYING.intersection(reading.words[last:near])
        or _KILLING.intersection(reading.words[max(0, first - 2) : first])
    )
