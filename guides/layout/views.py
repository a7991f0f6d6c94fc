"""Guide → plain data for the page: one view for participants, one for the facilitator.

A page template sees what is named here and nothing else. The participants' view lists what
may be printed for them, field by field, so that a note to the facilitator cannot reach the
handout by any mistake in a template.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from guides import planned
from guides.layout.codes import address, code
from guides.layout.reading import names, preface, reading
from guides.layout.sheets import card_sheets, may_stand_alone, ticket_questions
from guides.layout.writing import is_close, ruled_lines, shared
from guides.model import Document, Guide, GuideStep, Name, Question, ReadingLevel, Step, Term
from guides.pointers import tied
from guides.templating.english import join_and

View = dict[str, Any]

_STANZA = re.compile(r"\bstanza \d", re.IGNORECASE)
_SOURCE_LINE = re.compile(r"(?:the title and )?the source line")
_STRIP_QUESTIONS = 6
_COLUMNS, _COLUMN_LETTERS = 3, 40
_SIDE_QUESTIONS = 2
_STRIP_WORDS = 5
# What a guide lists of a long text: names of each kind, their paragraphs, dates, what to check.
_MOST_NAMES, _MOST_PLACES, _MOST_DATES, _MOST_CHECKS = 12, 5, 10, 15
_FEW_PLACES = 3  # in a narrow column, and where there are many names
# What is checked first where there is more than that; the rest comes after these.
_FIRST_CHECKED = ("Slip", "Table", "Date")
_LONG_READING = 120  # minutes: from here on it is told in hours
# What a slip asks where the plan does not ask twice, and what is left below its head, in points.
_QUESTION_TO_KEEP = "A question I am leaving with"
_TICKET_HEIGHT = 275
_TICKET_ROW, _TICKET_TITLE = 46, 36  # letters
# The back of a bookmark, in millimetres: all of it, a line to write on, a heading and the room
# above all headings but the first, a word to know and each line that it takes; in letters, a line.
_BACK_HEIGHT, _BACK_LINE, _BACK_HEAD, _BACK_GAP = 234, 8, 5, 7
_BACK_WORD, _BACK_WORD_LINE, _BACK_LETTERS = 1.8, 4.6, 26
# What a bookmark has for questions, in points, and how they are set, the largest first: by name,
# the size, the height of a line and the gap below a question.
_STRIP_WIDTH, _STRIP_HEIGHT = 144, 615
_STRIP_SIZES = (
    ("airy", 13.5, 19, 11),
    ("roomy", 12, 17, 11),
    ("easy", 11.3, 15.5, 10),
    ("", 10.5, 14, 9),
)
# What a place is named without: all of it stands in what is named.
_LANDFORM = re.compile(r" (?:Point|Head|Bay|Cove|Island|Isle|Rock|Hill|Mountain|Valley)")
_LETTER_WIDTH = 0.47  # of its size, with the space that is left at the ends of lines


def head(guide: Guide) -> View:
    """Return what every edition says about the text."""
    document = guide.document
    return {
        "title": document.title,
        "title_derived": document.title_derived,
        "authors": list(document.authors),
        "author": names(document.authors),
        "publisher": document.publisher,
        "date": document.date,
        "url": document.url,
        "address": address(document.url),
        "excerpt": document.excerpt,
        "rights": "" if document.cite_only else document.front.rights,
        "credit": guide.credit,
        "sources": _sources(guide),
        "texts": [_text(text) for text in document.texts],
        "language": document.language if document.language != "und" else "",
        "plan": guide.plan.title,
        "unit": _unit(guide),
    }


def _unit(guide: Guide) -> str:
    """Return what the numbers in the margin count: paragraphs, or the stanzas of a poem."""
    numbered = guide.document.numbered
    verse = all(block.kind == "stanza" for block in numbered)
    named = verse or any(_STANZA.search(question.text) for question in guide.questions)
    return "stanza" if numbered and named else "paragraph"


def _planned(text: str, guide: Guide) -> str:
    """Return a sentence of a plan as it is said of this text.

    A text without a source line has a title.
    """
    if not guide.credit:
        text = _SOURCE_LINE.sub("the title", text)
    return text.replace("paragraph", _unit(guide)) if "paragraph" in text else text


def _of_step(text: str, row: GuideStep, guide: Guide) -> str:
    """Return what a step says to the leader or the group, as it is said of this text."""
    return _planned(planned.of_step(text, row, guide), guide)


def _sources(guide: Guide) -> list[View]:
    """Return where each text comes from and who allows it to be copied."""
    documents = guide.document.texts or (guide.document,)
    return [
        {
            "credit": credit,
            "url": document.url,
            "address": address(document.url),
            "code": code(document.url),
            "excerpt": document.excerpt,
            "rights": "" if document.cite_only else document.front.rights,
        }
        for document, credit in zip(documents, guide.credits or (guide.credit,), strict=True)
    ]


def _text(text: Document) -> View:
    """Return where in the whole one of several texts stands."""
    numbers = [block.number for block in text.numbered]
    return {"title": text.title, "first": numbers[0], "last": numbers[-1]}


def participants(guide: Guide, more_lines: int = 0) -> View:
    """Return everything that the handout may print, and nothing for the facilitator."""
    asked = [section.questions for section in guide.sections]
    lines = ruled_lines(asked, more_lines)
    # The sheet of questions leaves room for the words of which nobody has said what they mean.
    defined = [term for term in guide.words if term.definition]
    parts = reading(guide.document, guide.words, defined)
    beside = {gloss["word"] for part in parts for gloss in part.get("glosses", ())}
    words = [_word(term) for term in guide.words]
    return head(guide) | {
        "content_note": guide.care.content_note,
        "support": guide.care.support,
        "close": is_close(asked, more_lines),
        "starred": any(question.starred for question in guide.questions),
        "rest": any(
            not question.starred
            for section in guide.sections
            for question in section.questions
            if section.stage != "reflect"
        ),
        "cite_only": guide.document.cite_only,
        "options": list(guide.document.front.policy_options),
        "preface": preface(guide.document),
        "reading_task": _reading_task(guide),
        "reading": parts,
        "words": words,
        "other_words": [word for word in words if word["word"] not in beside],
        "sections": [
            {
                "title": section.title,
                "closing": section.stage == "reflect",
                "questions": [
                    _asked(question, lines[question.number]) for question in section.questions
                ],
            }
            for section in guide.sections
            if section.questions
        ],
    }


def readers(guide: Guide, _more_lines: int = 0) -> View:
    """Return what the reading alone prints."""
    return head(guide) | {
        "content_note": guide.care.content_note,
        "support": guide.care.support,
        "cite_only": guide.document.cite_only,
        "preface": preface(guide.document),
        "reading_task": _reading_task(guide),
        "reading": reading(guide.document, guide.words, guide.words),
        "words": [_word(term) for term in guide.words],
    }


def cards(guide: Guide, _more_lines: int = 0) -> View:
    """Return what large cards print: at most twelve, four to a sheet."""
    return _carded(guide, 4, 12)


def small_cards(guide: Guide, _more_lines: int = 0) -> View:
    """Return what small cards print: at most sixteen, eight to a sheet."""
    return _carded(guide, 8, 16)


def _carded(guide: Guide, per_sheet: int, most: int) -> View:
    sheets = card_sheets(guide, per_sheet, most)
    for sheet in sheets:
        for card in sheet["fronts"]:  # the backs are the same cards
            if isinstance(card.get("starter"), str):
                card["starter"] = gaps(card["starter"])
    return head(guide) | {"sheets": sheets, "per_sheet": per_sheet}


def tickets(guide: Guide, _more_lines: int = 0) -> View:
    """Return what a slip to hand in at the door prints, and how many lines it has room for."""
    questions = [_asked(question, question.lines) for question in ticket_questions(guide)]
    asks = (_line_to_keep(guide), _QUESTION_TO_KEEP)
    own = [{"number": 0, "text": text, "pointer": "", "form": "own"} for text in asks]
    questions += own[: max(0, 2 - len(questions))]
    rows = int(len(guide.document.title) > _TICKET_TITLE)
    for question in questions:
        rows += 1 + len(question["text"] + question["pointer"]) // _TICKET_ROW
    scales = sum(question["form"] == "scale" for question in questions)
    room = _TICKET_HEIGHT - 13.5 * rows - 8.5 * len(questions) - 24 * scales
    return head(guide) | {
        "support": guide.care.support,
        "questions": questions,
        "room": int(room // 22.7),
        "written": len(questions) - scales,
    }


def _line_to_keep(guide: Guide) -> str:
    """Return how a line to keep is asked for: lines of verse have numbers of their own."""
    found_by = "number" if _unit(guide) == "stanza" else "¶"
    return f"A line from the reading that I keep, and its {found_by}"


def slides(guide: Guide, _more_lines: int = 0) -> View:
    """Return what is shown on a wall: the questions, how people sit, and what to do meanwhile.

    Of a question to discuss that quotes a hard line, the slide says where it stands.
    """
    view = _standing(guide, elsewhere="handout" in guide.plan.editions)
    for section in view["sections"]:
        section["questions"] = list(_joined(section["questions"]))
    places = _places_of_sections(guide)
    for section in view["sections"]:
        place = places.get(section["title"])
        row = None if place is None else guide.steps[place]
        questions = max(len(section["questions"]), len(row.questions) if row else 0)
        section |= {"task": "", "when": _when(row.step if row else None, questions)}
    at, step = _reading_step(guide)
    if step and step.group:
        task = {"title": step.title, "task": _reading_task(guide), "when": _when(step)}
        before = sum(places.get(section["title"], at) < at for section in view["sections"])
        view["sections"].insert(before, task | {"questions": []})
    return view


def _places_of_sections(guide: Guide) -> dict[str, int]:
    """Return which step asks each section's questions."""
    asked = {number: place for place, row in enumerate(guide.steps) for number in row.questions}
    return {
        section.title: asked[question.number]
        for section in guide.sections
        for question in section.questions
        if question.number in asked
    }


def posters(guide: Guide, _more_lines: int = 0) -> View:
    """Return what hangs on the walls: the questions to discuss, or all where none has a star."""
    view = _standing(guide)
    starred = any(q["starred"] for section in view["sections"] for q in section["questions"])
    for section in view["sections"]:
        section["questions"] = [q for q in section["questions"] if q["starred"] or not starred]
    return view


def _standing(guide: Guide, *, elsewhere: bool = False) -> View:
    """Return every question that may stand by itself; *elsewhere*, where a starred one stands."""
    return head(guide) | {
        "content_note": guide.care.content_note,
        "support": guide.care.support,
        "sections": [
            {
                "title": section.title,
                "questions": [
                    _asked(q, 0) if may_stand_alone(q, guide) else _on_the_sheet(q)
                    for q in section.questions
                    if may_stand_alone(q, guide) or (elsewhere and q.starred)
                ],
            }
            for section in guide.sections
            if section.questions
        ],
    }


def _on_the_sheet(question: Question) -> View:
    """Return where to find a question that is not shown."""
    return _asked(question, 0) | {
        "text": f"Question {question.number}, on your sheet",
        "starter": [],
        "elsewhere": True,
    }


def _joined(questions: Iterable[View]) -> Iterator[View]:
    """Yield what slides show: one alone for questions in a row that are only on the sheet."""
    for elsewhere, some in groupby(questions, key=lambda question: question["elsewhere"]):
        row = list(some)
        if not elsewhere or len(row) == 1:
            yield from row
            continue
        numbers = [str(question["number"]) for question in row]
        others = [question for question in row[1:] if question["pointer"]]
        text = f"Questions {join_and(numbers)}, on your sheet"
        yield row[0] | {"text": text, "others": others}


def _reading_step(guide: Guide) -> tuple[int, Step | None]:
    """Return the step in which the text is read, and its place; none where it is read before."""
    rows = enumerate(guide.steps)
    return next(((place, row.step) for place, row in rows if row.step.reads), (0, None))


def _reading_task(guide: Guide) -> str:
    """Return what to do while reading, as the plan says it; nothing where it does not."""
    place, step = _reading_step(guide)
    return _of_step(step.group, guide.steps[place], guide) if step else ""


def _when(step: Step | None, questions: int = 1) -> str:
    """Return how people sit and for how long: "pairs · 8 minutes in all"."""
    if step is None:
        return ""
    time = f"{step.minutes} minute{'s' * (step.minutes != 1)}{' in all' * (questions > 1)}"
    return " · ".join(filter(None, (step.grouping, time)))


def known(guide: Guide, more_lines: int = 0) -> View:
    """Return what the table of what is known prints: as many rows as fill its page."""
    rows = shared([12], more_lines, [6], [18])[0]
    return participants(guide) | {"genre": guide.genre, "rows": rows}


def sides(guide: Guide, more_lines: int = 0) -> View:
    """Return what the evidence sheet prints: the last questions to discuss, as many as fit it.

    Every thousand *more_lines* are a row of its table, which may have a page to itself.
    """
    last = [question.number for question in guide.questions if question.starred][-_SIDE_QUESTIONS:]
    more_rows = round(more_lines / 1000)
    planned, most = [1] * len(last), [4] * len(last)
    *asked, theirs, ours, rows = shared(
        [*planned, 2, 3, 5], more_lines - 1000 * more_rows, [*planned, 2, 2, 3], [*most, 5, 5, 8]
    )
    lines = dict(zip(last, asked, strict=True))
    view = participants(guide)
    for section in view["sections"]:
        here = [q for q in section["questions"] if q["number"] in lines]
        section["questions"] = [q | {"lines": lines[q["number"]]} for q in here]
    return view | {"rows": rows + more_rows, "their_lines": theirs, "our_lines": ours}


def strip(guide: Guide, _more_lines: int = 0) -> View:
    """Return what a bookmark prints: as many questions as it holds, the starred ones first.

    It lies about without its reading, so it quotes no hard line.
    """
    fit = [question for question in guide.questions if may_stand_alone(question, guide)]
    ranked = sorted(fit, key=lambda question: (not question.starred, question.number))
    most = _STRIP_QUESTIONS
    texts = [guide.document.title, *(f"{q.text} {q.pointer}" for q in ranked[:most])]
    while len(texts) > 2 and _strip_height(texts, *_STRIP_SIZES[-1][1:]) > _STRIP_HEIGHT:
        texts.pop()
    kept = {question.number for question in ranked[: len(texts) - 1]}
    view = participants(guide)
    for section in view["sections"]:
        section["questions"] = [q for q in section["questions"] if q["number"] in kept]
    known = [word for word in view["words"] if word["definition"]][:_STRIP_WORDS]
    return view | {"size": _strip_size(texts), "known": known, "back_lines": _back_lines(known)}


def _back_lines(known: Sequence[View]) -> int:
    """Return how many lines to write on the back of a bookmark has, below its words to know."""
    heads = 3 if known else 2
    room: float = _BACK_HEIGHT - heads * _BACK_HEAD - (heads - 1) * _BACK_GAP
    for word in known:
        lines = 1 + (len(word["word"]) + len(word["definition"])) // _BACK_LETTERS
        room -= _BACK_WORD + lines * _BACK_WORD_LINE
    return int(room // _BACK_LINE)


def _strip_size(texts: Sequence[str]) -> str:
    """Return the largest way to set the title and questions of a bookmark that holds them."""
    for name, size, line, gap in _STRIP_SIZES:
        if _strip_height(texts, size, line, gap) <= _STRIP_HEIGHT:
            return name
    return _STRIP_SIZES[-1][0]


def _strip_height(texts: Sequence[str], size: float, line: float, gap: float) -> float:
    """Return how many points the texts take: *line* for each line of letters of a *size*."""
    letters = _STRIP_WIDTH / (size * _LETTER_WIDTH)
    return sum(math.ceil(len(text) / letters) * line + gap for text in texts)


def leaflet(guide: Guide, more: int = 0) -> View:
    """Return what a booklet prints; every four *more* are a line under each question.

    What is left over are pages for notes, which fill its last sheet.
    """
    lines, pages = divmod(max(more, 0), 4)
    # Half a page has no room beside it, and the list after it only has what is explained.
    text = reading(guide.document, [term for term in guide.words if term.definition])
    return participants(guide) | {
        "reading": text,
        "line_to_keep": _line_to_keep(guide),
        "question_lines": lines,
        "notes_pages": pages,
    }


def moves(guide: Guide, more_lines: int = 0) -> View:
    """Return what the sheet of three columns prints: a question of three sections, and the last.

    A column has room for one question and what people write under it.
    """
    view = participants(guide)
    open_sections = [section for section in view["sections"] if not section["closing"]]
    closing = [section for section in view["sections"] if section["closing"]]
    kept = [*open_sections[-_COLUMNS:], *closing[:1]]
    for section in kept:
        ranked = sorted(section["questions"], key=lambda q: not q["starred"])
        section["questions"] = [one | {"rows": _rows_in_a_column(one)} for one in ranked[:1]]
    asked = [q for section in kept if not section["closing"] for q in section["questions"]]
    longest = max((q["rows"] for q in asked), default=1)
    lines = shared([8], more_lines, [3], [14])[0]
    return view | {"sections": kept, "longest": longest, "lines": lines}


def _rows_in_a_column(question: View) -> int:
    """Return how many rows of type a question takes in a column; its pointer is set smaller."""
    return int(len(question["text"]) + 0.8 * len(question["pointer"])) // _COLUMN_LETTERS + 1


def running(guide: Guide, more_lines: int = 0) -> View:
    """Return what the run of show prints: the facilitator's steps with their questions."""
    texts = {q.number: {"number": q.number, "text": q.text} for q in guide.questions}
    steps = [
        step | {"asked": [texts[n] for n in step["questions"] if n in texts]}
        for step in _steps(guide)
    ]
    return facilitator(guide, more_lines) | {
        "steps": steps,
        "groupings": sorted({row.step.grouping for row in guide.steps if row.step.grouping}),
    }


def _asked(question: Question, lines: int) -> View:
    """Return a question as participants see it: this list is the whole of it."""
    return {
        "number": question.number,
        "starred": question.starred,
        "text": question.text,
        "pointer": tied(question.pointer),
        "starter": gaps(question.starter),
        "form": question.prompt.form,
        "lines": lines,
        "elsewhere": False,
    }


def facilitator(guide: Guide, _more_lines: int = 0) -> View:
    """Return everything that the facilitator guide prints."""
    care, plan = guide.care, guide.plan
    listed, more = _checks(guide)
    return head(guide) | {
        "minutes": plan.minutes,
        "audience": plan.audience,
        "group_size": plan.group_size,
        "aims": [_planned(planned.of_text(aim, guide), guide) for aim in plan.aims],
        "materials": list(plan.materials),
        "adapt": [
            _planned(said, guide)
            for line in plan.adapt
            if (said := planned.of_session(line, guide))
        ],
        "plan_id": plan.id,
        "reading_words": guide.reading.words,
        "reading_minutes": guide.reading_minutes,
        "reading_time": _duration(guide.reading_minutes),
        "grades": "" if guide.genre == "poem" else _grades(guide.reading),
        "paragraphs": len(guide.document.numbered),
        "copying": _copying(guide.document),
        "level": guide.sensitivity.level,
        "labels": list(guide.sensitivity.labels),
        "notice": care.notice,
        "content_note": care.content_note,
        "agreements": list(care.agreements),
        "preparation": list(care.preparation),
        "cautions": [list(row) for row in care.cautions],
        "scripts": [list(row) for row in care.scripts],
        "support": care.support,
        "grounding": care.grounding,
        "closing": care.closing,
        "checks": listed,
        "more_checks": more,
        "timeline": _timeline(guide),
        "people": _names(guide.people),
        "organisations": _names(guide.organisations),
        "places": _names(_placed(guide.places)),
        "steps": _steps(guide),
        "pauses": _pauses(guide),
        "sections": [
            {"title": section.title, "questions": [_noted(q) for q in section.questions]}
            for section in guide.sections
            if section.questions
        ],
        "standards": _standards(guide.questions),
        "prompts": [
            {"number": question.number, "id": question.prompt.id} for question in guide.questions
        ],
        "missing": list(guide.missing),
    }


def _pauses(guide: Guide) -> list[View]:
    """Return after which paragraph each question about the text can be asked, in their order.

    What closes a session is asked at its end, and of what is about the whole text nothing is said.
    """
    after: dict[int, list[int]] = {}
    for section in guide.sections:
        for question in section.questions:
            if question.paragraphs and section.stage != "reflect":
                after.setdefault(max(question.paragraphs), []).append(question.number)
    return [{"place": _place(last), "questions": after[last]} for last in sorted(after)]


def _checks(guide: Guide) -> tuple[list[View], int]:
    """Return what somebody must check, and how much more there is than one guide lists.

    What is checked alike in one place is one row. Of a long text, what the questions are about
    is listed first of all, then slips, tables and dates.
    """
    asked = {n for question in guide.questions for n in question.paragraphs}
    groups = groupby(guide.checks, key=lambda row: (row.kind, row.paragraphs, row.ask))
    rows = [(key, [row.text for row in same]) for key, same in groups]

    def rank(place: int) -> tuple[bool, bool, int]:
        (kind, at, _), _ = rows[place]
        return (asked.isdisjoint(at), kind not in _FIRST_CHECKED, place)

    listed = sorted(sorted(range(len(rows)), key=rank)[:_MOST_CHECKS])
    views = [
        {"kind": kind, "text": "; ".join(texts), "place": _places(at, _FEW_PLACES), "ask": ask}
        for (kind, at, ask), texts in (rows[place] for place in listed)
    ]
    return views, len(rows) - len(views)


def _duration(minutes: int) -> str:
    """Return how long something takes: "1 minute", "90 minutes", "31 hours"."""
    if minutes >= _LONG_READING:
        return f"{round(minutes / 60)} hours"
    return f"{minutes} minute{'s' * (minutes != 1)}"


def _timeline(guide: Guide) -> list[View]:
    """Return when things happen, as much of it as somebody reads before a session.

    Of a long text, what has a date with a year is listed first of all.
    """
    places = range(len(guide.timeline))
    ranked = sorted(places, key=lambda place: (not guide.timeline[place].dated, place))
    rows = [
        {"when": row.when, "event": row.event, "place": _place(row.paragraph), "dated": row.dated}
        for row in (guide.timeline[place] for place in sorted(ranked[:_MOST_DATES]))
    ]
    more = len(guide.timeline) - len(rows)
    if more:
        rows.append({"when": "besides", "event": f"{more} more", "place": "", "dated": True})
    return rows


def _copying(document: Document) -> str:
    """Return whether the reading may be copied, as far as anybody has said: of several, the worst.

    ``no`` where it may only be cited, ``unknown`` where nobody says, else ``yes``.
    """
    texts = document.texts or (document,)
    if any(text.cite_only for text in texts):
        return "no"
    return "yes" if all(text.front.rights for text in texts) else "unknown"


def _noted(question: Question) -> View:
    """Return a question with all that the facilitator should know about it."""
    return {
        "number": question.number,
        "starred": question.starred,
        "text": question.text,
        "pointer": tied(question.pointer),
        "why": question.why,
        "listen_for": question.listen_for,
        "if_stuck": question.if_stuck,
        "press": question.press,
        "watch_out": question.watch_out,
        "prompt": question.prompt.id,
    }


def gaps(text: str) -> list[View]:
    """Return *text* cut at every ``___`` that somebody is to fill."""
    # A gap begins no line: it stays with the word before it.
    parts = re.split(r"(_{2,})", re.sub(r"(?<=\w) (?=__)", "\xa0", text))
    return [{"text": part, "gap": part.startswith("__")} for part in parts if part]


def _steps(guide: Guide) -> list[View]:
    return [
        {
            "clock": f"{row.start // 60}:{row.start % 60:02}",
            "minutes": row.step.minutes,
            "title": row.step.title,
            "grouping": row.step.grouping,
            "lead": _of_step(row.step.lead, row, guide),
            "group": _of_step(row.step.group, row, guide),
            "questions": list(row.questions),
            "if_late": row.step.if_late,
        }
        for row in guide.steps
    ]


def _word(term: Term) -> View:
    place = _place(term.paragraph)
    return {"word": term.word, "definition": term.definition, "place": place}


def _names(names: Iterable[Name]) -> list[View]:
    """Return the names that are met most, in their order, and how many more there are."""
    known = list(names)
    often = sorted(known, key=lambda name: -len(name.paragraphs))[:_MOST_NAMES]
    most = _MOST_PLACES if len(known) <= _MOST_NAMES else _FEW_PLACES
    rows = [
        {"name": name.name, "role": name.role, "place": _unparted(_places(name.paragraphs, most))}
        for name in known
        if name in often
    ]
    more = len(known) - len(rows)
    return [*rows, {"name": f"{more} more", "role": "", "place": ""}] if more else rows


def _placed(places: Sequence[Name]) -> Iterator[Name]:
    """Yield places, each once: "Skarra" and "Skarra Point" are one, a street and a town two."""
    longer = {
        place.name: [other for other in places if _is_longer(other.name, place.name)]
        for place in places
    }
    for place in places:
        if len(longer[place.name]) == 1:
            continue
        same = [one for one in places if longer[one.name] == [place]]
        found = {n for one in (place, *same) for n in one.paragraphs}
        yield replace(place, paragraphs=tuple(sorted(found)))


def _is_longer(longer: str, name: str) -> bool:
    return bool(_LANDFORM.fullmatch(longer.removeprefix(name))) and longer != name


def _standards(questions: Sequence[Question]) -> list[View]:
    """Return each tag once, in order of first use, with the questions that serve it."""
    served: dict[str, list[int]] = {}
    for question in questions:
        for tag in question.prompt.standards:
            served.setdefault(tag, []).append(question.number)
    return [{"tag": tag, "questions": numbers} for tag, numbers in served.items()]


def _place(paragraph: int) -> str:
    return f"¶{paragraph}" if paragraph else "preface"


def _places(paragraphs: Sequence[int], most: int) -> str:
    most += len(paragraphs) == most + 1  # "and 1 more" is as long as the number
    listed = ", ".join(map(str, paragraphs[:most]))
    more = len(paragraphs) - most
    return f"¶{listed}{f' and {more} more' if more > 0 else ''}" if listed else ""


def _unparted(places: str) -> str:
    """Return "¶4, 5, 9 and 3 more" with its numbers in one piece."""
    return places.replace(", ", ",\N{NO-BREAK SPACE}")


def _grades(reading: ReadingLevel) -> str:
    low, high = reading.grade_low, reading.grade_high
    return str(low) if low == high else f"{low}–{high}"
