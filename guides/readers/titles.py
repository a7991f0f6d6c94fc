"""Lines that are not prose: titles, headings, captions, dates.

Plain text does not mark them. A line is taken for one when it is short, nothing ends it, and
prose follows; a heading that is missed becomes a short paragraph, which does less harm than a
paragraph that loses its number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from guides.days import MONTHS, WEEKDAY
from guides.readers.pieces import Piece

_TITLE, _MARKED_TITLE = 20, 40  # words at most, and where the format says that it is one
_HEADING = 12
_QUESTION = 9
_CAPTION = 60
_SHOUTED, _LETTERS = 4, 4  # words of a title in capitals at least; letters of "NATO" at most
_INITIALS = frozenset(
    "NATO NASA AIDS OPEC FIFA UEFA ISIS ISIL FEMA LGBT USDA USPS NCAA UNHCR".split()
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LINE = 120  # characters
_COLUMNS = re.compile(r"\S(?:\t| {3,})\S")  # the head of a table

# "Chapter IV", "PART TWO", "Act 3.": where in the text we are, without a name for it.
_PLACE_WORDS = (
    r"(?i:(?:chapter|part|section|book|act|scene|canto|letter|lesson|unit|stave|vol(?:ume|\.)"
    r"|cap[ií]tulo|chapitre|kapitel|capitolo)\s+(?:the\s+)?(?:one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|first|second|third|fourth|fifth|last|\d{1,3}|[ivxlc]{1,7}))"
)
_PLACE = re.compile(rf"(?:{_PLACE_WORDS}|[IVXLC]{{1,7}}|\d{{1,2}})\.?")
_NAMED_PLACE = re.compile(rf"{_PLACE_WORDS}\s?[:.—–-]\s\S.*")
_SECTIONS = frozenset(
    "introduction background abstract summary preface contents overview prologue foreword".split()
)
_CREDITED = r"(?:photo(?:graph)?|image|picture|video|illustration|credit)"
_CAPTION_LINE = re.compile(
    rf"(?:(?:File )?{_CREDITED}s?\b(?: by\b|:| credit)|File photo\b|\[{_CREDITED}s?\]\s"
    r"|(?:figure|fig\.|table|chart|map|exhibit|box|note)\s\d+\b[.:]?"
    rf"|\[{_CREDITED}s?:\s.{{5,400}}\]$"
    rf"|.{{5,300}}[.,;)”\"]\s\(?{_CREDITED}s?(?: by| credit)?:"
    rf"|.{{5,400}}\((?:[\w.&]+ ){{0,4}}{_CREDITED}s?(?:/| by |: )[^()]{{2,60}}\)$"
    r"|[\[(](?:lightly )?(?:transcript|edited|excerpt\w*|abridged|adapted|translated)\b[^)\]]*\W$"
    r"|.{0,200}\b(?:is|are) licensed under\b"
    r"|\W*end of (?:the )?(?:transcript|recording|broadcast|tape|excerpt)\W*$"
    r"|[^.!?]{3,150}, (?:(?:c\.|circa) ?\d{4}|(?:photo(?:graph)?|portrait|engraving|painting"
    r"|drawing)(?=$|,))[^.!?]{0,60}(?<![.!?:])$).*",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"[\[(](?:(?:laughter|applause|cheers|cheering|pause|music|silence|crosstalk|inaudible)[,.; ]*"
    r"(?:and )?)+(?:(?:the|some|several|many) [\w ,]{3,40}\.?)?[\])]"
    r"|[\[(](?:recording|tape|audio|video)\b[^\])]{0,80}[\])]",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    r"(?:(?:first )?(?:published|posted|updated|date)(?: on)?:?\s+)?"
    r"(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day|\.)?,?\s+)?"
    rf"(?P<date>(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+\d{{4}}"
    rf"|{_MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}} de [a-zç]+ de \d{{4}}))"
    r"(?:,?\s+(?:at\s+)?\d{1,2}[.:]\d\d(?:\s?[ap]\.?m)?(?:\s[A-Z]{2,4})?)?\.?",
    re.IGNORECASE,
)
# A day in a line of the head, with or without its year: "Dell, 14 March".
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
DAYS = re.compile(
    rf"\b(?:\d{{1,2}} (?:{MONTHS}|{_SHORT_MONTHS})|(?:{MONTHS}|{_SHORT_MONTHS})\.? \d{{1,2}}"
    rf"|{WEEKDAY})\b"
)
_GREETING = re.compile(
    r"(?:Dear|My|To|Hello|Hi|Madame?|Mr|Mrs|Ms|Sirs?|Fellow|Ladies|Gentlemen|Friends|Colleagues"
    r"|Good (?:morning|afternoon|evening|day)|Thank you|Comrades|Brothers|Sisters|Citizens)\b"
)
# "Hello, everybody!" opens a speech; "Hello, Dolly!" may be a title.
_HAIL = re.compile(
    r"(?:(?:hello|hi|welcome|thanks|thank you|good (?:morning|afternoon|evening))(?:,? (?:to )?"
    r"(?:you )?(?:all|everyone|everybody|friends|colleagues|neighbou?rs|ladies and gentlemen))?)!+",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S")
_NOTE_MARKS = re.compile(r"(?:\s*\[\d{1,3}\])+\Z")  # "as Hall showed. [5]"
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_ASKED = re.compile(r"(?:Who|Whose|What|When|Where|Why|How|Which|Is|Are|Do|Does|Did|Can|Should)\b")
_ASKED_OFTEN, _FEW = 3, 5
_TAGGED = re.compile(r"\w+ (?:he|she|it|they|we|you|I)\?")  # "Did she?"
_TURNED = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b(?!\.)")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_SMALL = frozenset("with from into over under about after before between through your".split())
_ARTICLES = frozenset("a an the of and or for to in on at by with".split())
_LOW = _ARTICLES | frozenset("as but nor from into".split())
_IN_MARKS = re.compile(r"[“\"‘'][^“”\"]+[”\"’']\W*\Z")
_GALLERY = 8  # pieces at the top of a page that may be its pictures, as a list
_MOST_PULLS, _MOST_PULLED, _LEAST_PULLED = 8, 40, 7  # pull quotes; words
_OPENING = "\"'“‘«([¿¡#"
_CLOSERS = "\"'”’»)]_*"


def is_label(piece: Piece) -> bool:
    """Tell a line that begins with a capital and that nothing ends."""
    return piece.lines == 1 and _is_unended(piece.text)


def is_greeting(text: str) -> bool:
    """Tell "Dear Hannah" and "Fellow citizens"."""
    return bool(_GREETING.match(text))


def date_in(text: str) -> str:
    """Return the date that is the whole of a line, as printed, or an empty text."""
    found = _DATE.fullmatch(text)
    return found["date"] if found else ""


def is_caption(piece: Piece) -> bool:
    """Tell the words below a picture, a date by itself, and directions such as "(LAUGHTER)"."""
    text = piece.brief(_CAPTION).strip('"“”')
    aside = text[:1] in {"(", "["} and text[1:-1].isupper() and len(text) < _CAPTION
    aside = aside or bool(_HEARD.fullmatch(text))
    day = bool(DAYS.fullmatch(text)) and any(map(str.isdigit, text))  # "March 11"
    return bool(text) and (aside or day or bool(date_in(text) or _CAPTION_LINE.fullmatch(text)))


def is_title(piece: Piece) -> bool:
    """Tell whether the first line of a text is its title."""
    most = _MARKED_TITLE if piece.kind == "heading" else _TITLE
    text = _NOTE_MARKS.sub("", piece.brief(most))
    if not text or _PLACE.fullmatch(text) or text.lower() in _SECTIONS or is_caption(piece):
        return False
    if piece.kind == "heading":
        return True
    if text[-1] == ".":  # some pages end their titles with a stop
        return piece.kind == "paragraph" and _has_capitals(text, least=5)
    return piece.kind == "paragraph" and _is_label(text) and not _HAIL.fullmatch(text)


def is_heading(piece: Piece) -> bool:
    """Tell whether a line inside a text has the shape of a heading."""
    text = _NOTE_MARKS.sub("", piece.brief(_HEADING))
    if piece.kind != "paragraph" or piece.lines > 1 or not text:
        return False
    if _COLUMNS.search(piece.span.text):
        return False
    if _is_sure(text):
        return True
    if text[-1] == ":":
        return _is_colon_heading(text)
    # A question by itself is more often asked than printed as a heading, and words in quotation
    # marks are more often spoken.
    return text[0] not in _OPENING and _is_unended(text)


def _asks(piece: Piece) -> bool:
    """Tell a short question alone on its line, which is a heading where others are."""
    text = piece.brief(_QUESTION)
    lone = piece.kind == "paragraph" and piece.lines == 1
    named = text[-1:] == "?" and not _TAGGED.fullmatch(text)
    return lone and named and bool(_ASKED.match(text)) and not _ADDRESS.search(text)


def _is_sure(text: str) -> bool:
    """Tell a heading that can hardly be anything else."""
    named = _PLACE.fullmatch(text) or _NAMED_PLACE.fullmatch(text)
    return bool(named) or (text.isupper() and len(text) > 3 and text[0] not in _OPENING)


def _is_label(text: str) -> bool:
    """Tell a line that has the shape of a title or heading: a capital first, no stop last."""
    first = text.lstrip(_OPENING)[:1]
    # "Stay.” at the end of quoted speech is a stop; a quoted word in a title has none.
    last = text.rstrip(_CLOSERS)[-1:]
    shape = (first.isupper() or first.isdigit()) and last not in ".,;:-–—…"
    return shape and len(text) <= _LINE and not _ADDRESS.search(text)


def _is_unended(text: str) -> bool:
    """Tell a title or heading that does not ask or call out, either."""
    return _is_label(text) and text.rstrip(_CLOSERS)[-1:] not in ("?", "!")


def _has_capitals(text: str, least: int = 1) -> bool:
    """Tell capitals on all words but the small ones, of which there must be some."""
    words = [word for word in _LONG_WORD.findall(text) if word.lower() not in _SMALL]
    return text.isupper() or (len(words) >= least and all(word[0].isupper() for word in words))


def _is_colon_heading(text: str) -> bool:
    """Tell "Goal of the Day:" from "Dear Hannah:" and from the start of a sentence."""
    words = re.findall(r"[^\W\d_]+", text)
    plain = "," not in text and len(words) <= 6 and not _GREETING.match(text)
    named = all(word[0].isupper() or word in _ARTICLES for word in words)
    return plain and named and _has_capitals(text)


# ---------------------------------------------------------------- in a whole text


def with_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with captions, stage directions and pull quotes told from prose."""
    pulled = _pulled(pieces)
    return [
        replace(piece, kind="caption")
        if (piece.kind == "paragraph" and (is_caption(piece) or place in pulled))
        or (piece.kind == "item" and place < _GALLERY and is_caption(piece))
        else piece
        for place, piece in enumerate(pieces)
    ]


def _pulled(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the places of pull quotes: what a page sets large and a paragraph says as well."""
    said = [
        place
        for place, piece in enumerate(pieces)
        if (piece.quoted or _IN_MARKS.match(piece.text)) and piece.brief(_MOST_PULLED)
    ]
    begun = next((at for at, one in enumerate(pieces) if not one.brief(_MOST_PULLED)), len(pieces))
    said = [place for place in said if place > begun]  # above the text it may be the title
    if not said or len(said) > _MOST_PULLS:  # a story whose persons talk
        return frozenset()
    words = [" ".join(_WORDS.findall(piece.text)).casefold() for piece in pieces]
    return frozenset(
        place
        for place in said
        if words[place].count(" ") >= _LEAST_PULLED
        and any(words[place] in one and words[place] != one for one in words)
    )


def with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return plain-text pieces with their headings, and lone lines of a poem, told from prose."""
    shaped = [_stands_apart(pieces, i) and is_heading(piece) for i, piece in enumerate(pieces)]
    # Where half of the lines have no stop, that is how this author writes.
    usual = sum(shaped) * 2 > len(pieces)
    poem = _is_poem(pieces)
    result = list(pieces)
    followed = False  # whether prose comes below
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if shaped[index] and followed and (not usual or _is_sure(piece.text)):
            result[index] = replace(piece, kind="heading", level=2)
        elif poem and piece.kind == "paragraph" and piece.lines == 1 and piece.brief(_HEADING):
            result[index] = replace(piece, kind="stanza")
        followed = followed or result[index].kind not in {"heading", "caption"}
    return _with_asked(result)


def _with_asked(pieces: list[Piece]) -> list[Piece]:
    """Take lone questions for headings too, where there are as many others that ask nothing.

    Or where nobody answers them as "I" or "we", to somebody who says "you": then it explains.
    """
    asked = [
        index
        for index, piece in enumerate(pieces[:-1])
        if _asks(piece) and _stands_apart(pieces, index) and _is_prose(pieces[index + 1])
    ]
    others = sum(piece.kind == "heading" for piece in pieces)
    if len(asked) <= others or _explains(pieces, asked):
        for index in asked:
            pieces[index] = replace(pieces[index], kind="heading", level=2)
    return pieces


def _explains(pieces: Sequence[Piece], asked: Sequence[int]) -> bool:
    """Tell questions that a writer answers from those of an interview."""
    if len(asked) < _ASKED_OFTEN or any(_TURNED.search(pieces[at].text) for at in asked):
        return False
    answers = [pieces[at + 1].text for at in asked]
    personal = sum(bool(_PERSONAL.search(_QUOTED.sub("", text))) for text in answers)
    return personal * _FEW <= len(answers)


def _is_prose(piece: Piece) -> bool:
    ended = piece.text.rstrip(_CLOSERS)[-1:] == "."
    return piece.kind == "paragraph" and (ended or not piece.brief(_HEADING))


def _is_poem(pieces: Sequence[Piece]) -> bool:
    """Tell whether there are more stanzas than paragraphs of prose."""
    prose = sum(piece.kind == "paragraph" and not piece.brief(_HEADING) for piece in pieces)
    return sum(piece.kind == "stanza" for piece in pieces) > prose


def _stands_apart(pieces: Sequence[Piece], index: int) -> bool:
    """Tell a line that has space or a whole paragraph above it; lists of short lines do not."""
    if not index:
        return True
    above, here = pieces[index - 1].span, pieces[index].span
    gap = here.source.text[above.end : here.start]
    whole = above.end - above.start > 80 and above.source.text[above.end - 1] in '.!?”"'
    return whole or gap.count("\n") > 1


# Short words of a title in capitals that the text below it need not have. Any other word of so few
# letters may be a name, such as "NATO".
_SHORT = frozenset(
    "the who man men same new old two one day days way how why what when our your his her its not"
    " but for are was had has can did get got see say may let end boy girl life love time home"
    " work oral test key loan salt bill tie dog and of in on at to by or as is it we us he she they"
    " them"
    " then than from with into over last long song road town city land sea sun sky war art act"
    " age ago all any back bad big book both case come door down each even ever face far few five"
    " four fire fish food foot free full game give go goes good hand hard head help here high"
    " hill hold hope hour idea jobs just keep kind king know lake late left less like line list"
    " live lost low made make many mind more most much must name near need next no nine none now"
    " off only open out own part past path poor rain read rest rich right run sad safe sand"
    " ship show side six snow so some soon stop tale talk tell ten that this too tree true turn"
    " up use very wait walk wall want well west wind wise wish word year yes you".split()
)


def spelled(title: str, body: str) -> str:
    """Return a title in capitals as the text writes its words; any other as it is.

    A word that the text has only in capitals ("NHS") keeps them, and so does a short one that
    the text does not have. A title of few words may be one name, and is respelled only where
    the text has all of them in another form.
    """
    words = _WORDS.findall(title)
    if not title.isupper():
        return title
    for again in re.finditer(re.escape(title.strip("“”\"'")), body, re.IGNORECASE):
        if again[0][0].isupper() and not again[0].isupper():  # as a source line has it
            return again[0]
    wanted = {word.casefold() for word in words}
    forms: dict[str, Counter[str]] = {}
    for match in _WORDS.finditer(body):
        if (folded := match[0].casefold()) in wanted:
            forms.setdefault(folded, Counter())[match[0]] += 1
    known = all(set(forms.get(word.casefold(), ())) - {word} for word in words)
    named = len(words) == 1 or any(map(str.isdigit, title))
    if len(words) < _SHOUTED and (named or not known):
        return title
    headed = not all(forms.get(word.casefold()) for word in words if len(word) > _LETTERS)
    said = _WORDS.sub(
        lambda match: _commonest(forms.get(match[0].casefold()), match[0], headed=headed), title
    )
    return re.sub(r"(\A\W*|[:.?!]\s+)(\w)", lambda match: match[1] + match[2].upper(), said)


def _commonest(forms: Counter[str] | None, word: str, *, headed: bool) -> str:
    """Return the form to print: in small letters where the text has it so.

    Where the text has not every word of the title, all but the small ones get a capital
    (*headed*): "The Man Who Sold a Bridge".
    """
    if not forms:
        known = word.lower() in _SHORT | _LOW or word.lower().removesuffix("s") in _SHORT
        if (len(word) < _LETTERS and not known) or word in _INITIALS:
            return word
        return word.capitalize() if headed and word.lower() not in _LOW else word.lower()
    form = next((form for form in forms if form.islower()), forms.most_common(1)[0][0])
    return form.capitalize() if headed and form.islower() and form not in _LOW else form
