"""What a session needs besides questions: the run of show, checks, words, care, credit.

Everything here is worked out from findings and plan; nothing is added that the text, the
plan or the editor does not give.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from guides.days import MONTHS
from guides.model import (
    Block,
    Care,
    CareTexts,
    Check,
    Date,
    Document,
    Finding,
    Findings,
    GuideSection,
    GuideStep,
    Number,
    Plan,
    Question,
    Quotation,
    ReadingLevel,
    Step,
    Term,
    TimelineRow,
)
from guides.pointers import opening
from guides.templating.english import quoted

# Silent reading in a classroom, words a minute, up to a US grade; then harder text is slower.
_READING_SPEED = ((8, 200), (10, 150), (16, 100))
_MARKING = 1.5  # marking takes half as long again
_WEEKDAY = re.compile(
    r"(?:(?:on|last|next|this)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"(?:\s+(?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_DAY_OF = re.compile(r".*?\b\d{4}\b")
_WHICH_YEAR = "Which year is meant?"
_IN_MONTH = re.compile(MONTHS)
_FROM_NOW = re.compile(r"(?:last|next|this|past|following|previous|coming)\b", re.IGNORECASE)
_TELLING = 0.75
_LONG_TALK, _SHORT_TALK = 8, 4  # minutes: gives two of them; must be left in any case
_SHORTEST_TALK = 7  # minutes: two starred questions need them
_BLANK_WORDS = 2
_DISCUSSED = 0.5  # what a word counts more where the group talks about its paragraph
_WORTH_KNOWING = 2.0  # what it has to count
_FEW = 10
_TOLD_OF = re.compile(  # what is counted by somebody, however few they are
    r"\b(?:reported|deaths?|died|dead|killed|injured|wounded|arrested|detained|missing|cases?)\b"
)
_EVENT_LENGTH = 180
_ROW_LENGTH = 180


def reading_minutes(reading: ReadingLevel) -> int:
    """Return the minutes that silent reading and marking take, at least 1."""
    grade = min(reading.grade_high, 16)
    speed = next(speed for highest, speed in _READING_SPEED if grade <= highest)
    return max(1, round(reading.words / speed * _MARKING))


def run_of_show(
    plan: Plan, sections: Sequence[GuideSection], level: int, reading: int, start: int = 0
) -> tuple[GuideStep, ...]:
    """Return the plan's steps with start minutes and the questions to discuss in each.

    A text that takes *reading* minutes gets them, as far as talk can spare them. The first
    step begins at *start*.
    """
    return timed(_with_reading(_with_care(plan.steps, level), reading), sections, start)


def timed(
    steps: Sequence[Step], sections: Sequence[GuideSection], start: int
) -> tuple[GuideStep, ...]:
    """Return steps with the minute each begins at and the questions to discuss in it."""
    rows = []
    homes = _homes(steps, sections)
    for step in steps:
        parts = [part for part in sections if step.section and homes[part.title] == step.section]
        discussed = tuple(number for part in parts for number in _discussed(part))
        rows.append(GuideStep(start=start, step=step, questions=discussed))
        start += step.minutes
    return tuple(rows)


def _homes(steps: Sequence[Step], sections: Sequence[GuideSection]) -> dict[str, str]:
    """Return for each section the one with whose step it is asked: its own, or the one before."""
    named = {step.section for step in steps}
    home, homes = "", {}
    for part in sections:
        home = part.title if part.title in named else home
        homes[part.title] = home
    return homes


def _discussed(part: GuideSection) -> list[int]:
    """Return the starred questions of a section, or all where none has a star."""
    starred = [question.number for question in part.questions if question.starred]
    return starred or [question.number for question in part.questions]


def _with_care(steps: tuple[Step, ...], level: int) -> tuple[Step, ...]:
    """At level 2 and above, give a minute each to opening and close.

    The longest talk gives both where it is long enough, else the two longest give one each.
    """
    place = reading_step(steps)
    talk = [index for index in range(1, len(steps) - 1) if index != place]
    longest = sorted(talk, key=lambda index: -steps[index].minutes)[:2]
    if level < 2 or not longest:
        return steps
    first, last = longest[0], longest[-1]
    givers = (first, first) if steps[first].minutes >= _LONG_TALK else (first, last)
    minutes = [step.minutes for step in steps]
    for giver in givers:
        minutes[giver] -= 1
    if min(minutes[giver] for giver in givers) < _SHORT_TALK:
        return steps
    minutes[0] += 1
    minutes[-1] += 1
    return tuple(replace(step, minutes=n) for step, n in zip(steps, minutes, strict=True))


def reading_step(steps: Sequence[Step]) -> int | None:
    """Return which of the steps is the reading, or None."""
    return next((place for place, step in enumerate(steps) if step.reads), None)


def _with_reading(steps: tuple[Step, ...], minutes: int) -> tuple[Step, ...]:
    """Give the reading up to *minutes*, one at a time from whichever talk is longest."""
    place = reading_step(steps)
    if place is None:
        return steps
    lengths = [step.minutes for step in steps]
    talk = [index for index in range(1, len(steps) - 1) if index != place]
    while talk and lengths[place] < minutes:
        longest = max(talk, key=lambda index: lengths[index])
        if lengths[longest] <= _SHORTEST_TALK:
            break
        lengths[longest] -= 1
        lengths[place] += 1
    return tuple(replace(step, minutes=n) for step, n in zip(steps, lengths, strict=True))


def words_to_know(
    findings: Findings, questions: Sequence[Question], count: int
) -> tuple[Term, ...]:
    """Return up to *count* words in text order, few without a definition, and none that all know.

    Of words as hard, one in a paragraph that the group discusses comes first.
    """
    discussed = {n for question in questions if question.starred for n in question.paragraphs}

    def rank(term: Term) -> tuple[float, int, str]:
        bonus = _DISCUSSED if discussed & set(term.paragraphs) else 0.0
        return (-(term.weight + bonus), term.paragraph, term.word)

    worth = [term for term in findings.vocabulary if term.weight >= _WORTH_KNOWING]
    ranked = sorted(worth, key=rank)
    defined = [term for term in ranked if term.definition][:count]
    blank = [term for term in ranked if not term.definition]
    room = min(_BLANK_WORDS, count - len(defined))
    return tuple(sorted(defined + blank[:room], key=lambda term: term.span.start))


def checks(findings: Findings) -> tuple[Check, ...]:
    """Return everything in the text that a person must check before using the guide."""
    kept: dict[tuple[str, str, str], Check] = {}
    for text in findings.texts or (findings,):
        for check in _checks(text):
            # In another text the same words may have to be checked against another date.
            key = (check.kind, check.text, check.ask if findings.texts else "")
            before = kept[key].paragraphs if key in kept else ()
            kept[key] = replace(check, paragraphs=tuple(sorted({*before, *check.paragraphs})))
    return tuple(kept.values())


def _checks(findings: Findings) -> Iterator[Check]:
    """Yield what to check in one text, in its order.

    A story's or poem's numbers and dates are its own: there, only slips are listed. That
    something is "still" so goes out of date in a report, not in a speech or in advice.
    """
    found = list(_slips(findings))
    genre = findings.overview.genre
    if genre not in ("story", "poem"):
        found += [*_figures(findings), *_dates(findings), *_quoted(findings)]
    if genre == "article":
        found += _dated(findings)
    yield from (check for _, check in sorted(found, key=lambda pair: pair[0]))


# A check with the place it comes from, so that all kinds can be put in text order.
_Placed = tuple[int, Check]


def _check(finding: Finding, kind: str, text: str, ask: str) -> _Placed:
    return finding.span.start, Check(
        kind=kind, text=_folded(text), paragraphs=(finding.paragraph,), ask=ask
    )


def _passage(text: str, length: int, document: Document) -> str:
    """Return a passage as far as it may be printed: its first words where all may not."""
    return opening(text) if document.cite_only else _cut(text, length)


def _slips(findings: Findings) -> Iterator[_Placed]:
    for slip in findings.slips:
        guess = f" Perhaps “{slip.guess}”." if slip.guess else ""
        yield _check(slip, "Slip", slip.text, f"A slip in the source?{guess}")


def _figures(findings: Findings) -> Iterator[_Placed]:
    """Yield every number of the text, and a table as one."""
    tables = [block.span for block in findings.document.blocks if block.kind == "row"]
    for span in tables[:1]:
        ask = "Are all its figures right?"
        yield (
            span.start,
            Check(
                kind="Table",
                text=_passage(span.text, _ROW_LENGTH, findings.document),
                paragraphs=(),
                ask=ask,
            ),
        )
    for number in findings.numbers:
        if number.vague and not (number.people or number.confidence >= _TELLING):
            continue  # "many beaches" is nothing that anyone could have counted
        if _is_plain_to_see(number):
            continue
        if not any(span.start <= number.span.start < span.end for span in tables):
            ask = "Is an exact number known?" if number.vague else "Who counted, and when?"
            yield _check(number, "Number", number.text, ask)


def _is_plain_to_see(number: Number) -> bool:
    """Tell "three sisters" and "two ends", which nobody has to count, from "two deaths"."""
    few = number.value is not None and number.value < _FEW and number.value == int(number.value)
    told = number.deaths or number.qualifier or _TOLD_OF.search(f"{number.text} {number.sentence}")
    return few and not told and number.unit in ("", "times")


def _dates(findings: Findings) -> Iterator[_Placed]:
    published = _DAY_OF.match(findings.document.date)
    usual = _usual_days(findings)
    for date in findings.dates:
        if date.confidence < _TELLING or date.text in usual:
            continue  # the year of a source that is cited; "Saturday is market day"
        if not date.relative:
            yield _check(date, "Date", date.text, "Is it right?")
        elif _is_in_a_month(date):
            yield _check(date, "Date without a year", date.text, _WHICH_YEAR)
        else:
            ask = f"Counted from {published[0]}?" if published else _WHICH_YEAR
            yield _check(date, "Relative date", date.text, ask)


def _is_in_a_month(date: Date) -> bool:
    """Tell "1 May" and "February" from "next May" and "two weeks ago"."""
    return bool(_IN_MONTH.search(date.text)) and not _FROM_NOW.match(date.text)


def _usual_days(findings: Findings) -> set[str]:
    """Return the days of the week of which the text tells what is usual on them."""
    text = findings.document.text
    days = {date.text for date in findings.dates if _WEEKDAY.fullmatch(date.text)}
    return {day for day in days if re.search(rf"\b{day}(?:s\b| is\b)|\b(?:every|each) {day}", text)}


def _quoted(findings: Findings) -> Iterator[_Placed]:
    blocks = {block.number: block for block in findings.document.numbered}
    told: tuple[int, str] | None = None  # where a quotation has a date, and whose it is
    for quotation in findings.quotations:
        whose = quotation.paragraph, quotation.speaker
        if quotation.dated or whose == told or _follows_a_date(quotation, blocks, findings):
            told = whose
            continue
        if not quotation.speaker:
            continue
        ask = "When was it said, and where is the full statement?"
        if quotation.speaker_kind == "person":
            ask = f"When did {quotation.speaker} say it?"
        said = _passage(quotation.text, 60, findings.document)
        yield _check(quotation, "Undated quotation", f"“{said}”", ask)


def _follows_a_date(
    quotation: Quotation, blocks: Mapping[int | None, Block], findings: Findings
) -> bool:
    """Tell whether a date stands in the sentence of a quotation or in the one before it."""
    start = quotation.span.start
    block = blocks.get(quotation.paragraph)
    here = [place for place in (block.sentences if block else ()) if place.start <= start]
    if not here:
        return False
    first = here[-2:][0].start
    return any(first <= date.span.start < start for date in findings.dates)


def _dated(findings: Findings) -> Iterator[_Placed]:
    for claim in findings.time_bound:
        ask = f"Is it so today? The text says “{claim.word}”."
        said = _passage(claim.text, 90, findings.document)
        yield _check(claim, "May have changed", said, ask)


def timeline(findings: Findings) -> tuple[TimelineRow, ...]:
    """Return the sentences that carry a date, in text order, dates as printed."""
    return tuple(row for text in findings.texts or (findings,) for row in _timeline(text))


def _timeline(findings: Findings) -> Iterator[TimelineRow]:
    """Yield the dated sentences of one text.

    A bare weekday places nothing on a line of time, and may only say what is usual; nor does
    the year of a source that is cited.
    """
    told = findings.overview.genre in ("story", "poem")  # its years are its own
    rows: dict[int, TimelineRow] = {}
    places = [
        (sentence, block.number)
        for block in findings.document.numbered
        for sentence in block.sentences
        if block.number is not None
    ]
    places.sort(key=lambda place: place[0].start)
    starts = [sentence.start for sentence, _ in places]
    for date in findings.dates:
        at = bisect_right(starts, date.span.start) - 1
        if _WEEKDAY.fullmatch(date.text.strip()) or date.confidence < _TELLING or at < 0:
            continue
        sentence, number = places[at]
        if date.span.start < sentence.end and sentence.start not in rows:
            rows[sentence.start] = TimelineRow(
                when=_folded(date.text),
                event=_passage(sentence.text, _EVENT_LENGTH, findings.document),
                paragraph=number,
                dated=told or not date.relative,
            )
    yield from (rows[start] for start in sorted(rows))


def care(texts: CareTexts, findings: Findings, content_note: str) -> Care:
    """Return what the sensitivity level adds; *content_note* is already filled.

    The closing line and the content note come with level 1 and 2; nothing at level 0.
    """
    sensitivity, choice = findings.sensitivity, findings.document.front.sensitivity
    level, checked = sensitivity.level, bool(checks(findings))
    contact = choice.support_contact or "____________________"
    return Care(
        content_note=content_note if level else "",
        agreements=tuple(line.text for line in texts.agreements if line.level <= level),
        preparation=tuple(
            line.text
            for line in texts.preparation
            if line.level <= level and (checked or not line.if_checks)
        ),
        cautions=tuple(
            (item.avoid, item.because, item.instead)
            for item in texts.cautions
            if item.level <= level
        ),
        scripts=tuple((item.when, item.say) for item in texts.scripts if item.level <= level),
        support=texts.support.replace("____", contact) if level >= 2 else "",
        grounding=texts.grounding if level >= 3 else "",
        closing=texts.closing if level >= 2 and findings.responses else "",
        notice=_notice(texts, findings),
    )


def _notice(texts: CareTexts, findings: Findings) -> str:
    choice = findings.document.front.sensitivity
    if not findings.sensitivity.checked:
        return texts.unchecked
    if choice.level is None or choice.level != findings.sensitivity.level:
        return texts.notice if findings.sensitivity.level else ""
    return f"Level set by the editor. {choice.reason}".strip()


def credit(document: Document) -> str:
    """Return the line that says where the reading comes from, as far as it is known.

    A title alone says nothing of that.
    """
    if document.texts:
        return " ".join(filter(None, map(credit, document.texts)))
    known = (
        document.authors,
        document.publisher,
        document.date,
        document.preface,
        document.excerpt,
    )
    if not any(known):
        return ""
    title = "" if document.title_derived else quoted(document.title)
    authors = _joined(document.authors)
    parts = [title, f"by {authors}" if authors else "", ""]
    line = " ".join(part for part in parts if part)
    line = ", ".join(part for part in (line, document.publisher, document.date) if part)
    line = f"{line[:1].upper()}{line[1:]}." if line else ""
    if document.preface and document.preface.publisher:
        line += f" Introduced by {document.preface.publisher}."
    if document.excerpt:
        line += " Excerpt."
    return line.strip()


def _joined(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _folded(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str, length: int) -> str:
    """Return *text* on one line, cut at a word and marked where it is too long."""
    line = _folded(text)
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "\N{NO-BREAK SPACE}…"
