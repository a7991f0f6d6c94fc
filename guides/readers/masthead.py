"""What a page prints around a title: its own name, a section, a unit, ratings, reading times.

None of it is the title or a part of the reading. A paper's name taken for the title would be
asked about as if it were one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from guides.days import MONTHS, WEEKDAY
from guides.readers.pieces import Piece
from guides.readers.titles import date_in

_SECTION = re.compile(
    r"(?:opinion|op-ed|commentary|news|analysis|feature|features|education|politics|health|culture"
    r"|sports?|world|local|business|science|fiction|poetry|essay|editorial|interview|film|book"
    r"|theat(?:re|er)|television|tv|music|q ?& ?a|art|review|society|environment|technology"
    r"|travel|comment"
    r"|(?:the )?long read|first person|profile|obituar(?:y|ie)|letter)s?\Z",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:the )?(?:[\w’'.&-]+ ){0,4}(?:times|post|herald|tribune|gazette|chronicle|courier|dispatch"
    r"|journal|observer|guardian|telegraph|mail|record|register|echo|argus|advertiser|bulletin"
    r"|standard|independent|sentinel|ledger|examiner|[ei]nquirer|news|weekly|daily|magazine|radio"
    r"|wire|press|monitor|digest|newsletter|blog|review)",
    re.IGNORECASE,
)
_SECTIONS = re.compile(
    r"(?:home|blog|news|articles?|stories)\s?[/›>»|] ?.{0,200}|(?:news )?in brief|briefs|"
    r"[\w&’',. -]{2,30}(?:[|·•/›>»]+[\w&’',. -]{2,40}){1,9}"
    r"|(?:[\w&’'-]+(?: [\w&’'-]+){0,2} {2,}){3,}[\w&’'-]+(?: [\w&’'-]+){0,2}"
    r"|(?:[\w&’' ]{2,30} [–-] ){1,3}(?:news|speeches|events|press|media|transcripts)"
    r"|(?:\[ ?[^\]\[]{2,30} ?\]\s?){2,}|" + _SECTION.pattern,
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:the )?(?:city|town|county|borough|office|department|ministry|embassy|government"
    r"|parliament|commonwealth|republic|kingdom|house|assembly) of\b.{0,60}"
    r"|.{0,60}\b(?:archives?|press office|newsroom|(?:digital )?library"
    r"|(?:research|statistics|policy) (?:unit|office|cent(?:er|re)|institute|bureau))",
    re.IGNORECASE,
)
# What a site, a press office or a schoolbook says to whoever comes to the page.
_SAID = re.compile(
    r"(?:hansard|official report|congressional record)\b.{0,60}|\d{1,2}[.:]\d\d ?[ap]\.?m\.?"
    r"|source: .{3,160}|e ?& ?oe\b.{0,160}|subjects?: .{3,160}"
    r"|(?:unofficial |uncorrected |rough |official )?transcript (?:prepared|produced|provided"
    r"|made)\b"
    r".{0,120}"
    r"|for immediate release|.{0,80}\bfree articles?\b.{0,120}|.{0,80}\bunlimited access\b.{0,40}"
    r"|we value your privacy\b.{0,200}|.{0,120}\b(?:use|accept|our) cookies\b.{0,120}"
    r"|sign in\b.{0,40}"
    r"|(?:media|press) (?:contact|release)\b.{0,80}"
    r"|(?:contact|release):.{0,80}|skip to .{0,40}|subscribe\b.{0,40}|sign in"
    r"|share(?: (?:this|on|via)\b.{0,40})?"
    r"|listen(?: (?:now|here|to (?:this|the) (?:article|story|episode)))?(?:\s*[^\w\s].{0,12})?"
    r"|(?:as )?heard on .{0,60}|\[play\].{0,80}|.{0,40}\bview in browser\b.{0,20}"
    r"|full text of .{0,100}|page \d+|for .{0,40}\bages \d.{0,10}|lexile\b.{0,40}"
    r"|(?:learning goals?|key terms|essential question|objectives?|words)\b:.{0,160}"
    r"|read the (?:story|text|passage)\b.{0,80}|courtesy of .{0,60}|toggle caption|logo"
    r"|advertisement|(?:\W*\b(?:facebook|twitter|whatsapp|print|e-?mail|share|link)\b)+"
    r"|from (?:the )?.{0,80}\b(?:press|books|issue|novel|collection|memoir)\b.{0,80}"
    r"|from [A-Z ]{4,40},.{0,40}|reprinted\b.{0,80}|\S+@\S+|issue \d+\b.{0,60}"
    r"|(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?):.{0,80}"
    r"|translated from\b.{0,60}|illustrated by\b.{0,60}"
    r"|photo(?:graph)?s?\b.{0,60}\bby\b.{0,60}"
    r"|\d+ comments?|log ?in|sign ?up|menu|search|home"
    r"|(?:interview|transcript|item|document|recording) no\b.{0,80}|(?:original|research) article"
    r"|.{0,60}(?:https?://|\bdoi\b).{0,80}|received \d.{0,80}|version \d.{0,40}"
    r"|(?:\w+ ){0,3}(?:report|bulletin|paper|circular) (?:no\b.{0,40}|\d[\d/.-]{0,12})"
    r"|(?:laid|presented|tabled) (?:before|to) .{0,120}"
    r"|(?:ref(?:erence)?|shelfmark|call|accession)(?: no)?[.:] .{1,60}"
    r"|this (?:article|essay|story|piece) (?:(?:was )?(?:first|originally)|appear\w+"
    r"|has been|is (?:part|republished|adapted|reprinted))\b.{0,160}",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"(?:reading focus|learning (?:goals?|objectives?|targets?)|objectives|key (?:terms|ideas)"
    r"|(?:before|as|while) you read|words to know|vocabulary|executive summary|abstract"
    r"|contents)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_LABEL = re.compile(
    r"(?:unit|module|chapter|section|part|week|lesson|reading|text|passage|book|act|scene|episode"
    r"|document)\b"
    r" (?:[\w.]+\b)?(?:, \w+ \w+)?(?P<title>\s*[:—–-]+\s*\S.*)?|[ivxlc]+\.?|\d{1,2}\.?",
    re.IGNORECASE,
)
_CONTAINER = re.compile(r"(?:unit|module|week|lesson|reading|episode)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:who|that|which|of|and|in|for|to|from|with|on|at|by|or)\b", re.IGNORECASE)
_BROKEN = re.compile(r"\b(?:the|an?|of|and)$|:$", re.IGNORECASE)
_TAGLINE = re.compile(
    r"(?:serving|established|founded|vol(?:ume)?\b|issue|page|price)\b.{0,100}"
    r"|[^.?!]{2,40} #\d{1,4}|[^.?!]{2,60}, no\. ?\d{1,4}"
    r"|.{0,100}\bsince \d{4}\W*|.{4,60}\s[$£€]\d\.\d\d",
    re.IGNORECASE,
)
# "A series about the numbers in the news. No. 14", "Issue 61, Winter", below a name.
_SERIES = re.compile(
    r"(?:an? (?:\w+ ){0,2}series (?:about|on)\b[^.]{1,60})(?:\. No\.? \d+)?\W?"
    r"|(?:issue|vol(?:ume|\.)?) (?:\d+|[ivxlc]+)\b[^.?!]{0,60}|office of the [A-Z][^.?!]{0,80}",
    re.IGNORECASE,
)
# "a quarterly of work and weather", below a name.
_PERIODICAL = re.compile(
    r"an? (?:[\w-]+ ){0,3}(?:quarterly|monthly|weekly|journal|magazine|review|newsletter|zine)\b"
    r"(?: (?:of|for|on|about|from)\b.{1,60})?",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?:unit|module|chapter|section|week|grade|term|part) \w+\b", re.IGNORECASE)
_POSTED = re.compile(r"(?:Re)?(?:posted|published|shared) (?:by|on|in)\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:(?:first|originally) (?:broadcast|published|aired|posted)|last modified|updated"
    r"|published|posted"
    r"|released|last reviewed|tagged|coverage|frequency|next release)\b.{0,120}"
    r"|.{0,60}\b\d+[- ]min(?:ute)?s? read\b.{0,80}|★.{0,20}|(?:\w+ |\d )?stars? out of \w+"
    r"|(?:re)?told from .{3,120}"
    r"|(?:(?:[\w&]+ ){0,2}(?:writers?|reporters?|correspondents?|editors?|columnists?|staff))"
    r"|\([^()]{3,80}\)"
    rf"|.{{0,60}}\b{WEEKDAY},? [A-Z][a-z]+ \d{{1,2}}(?:\s?[,—–-].{{0,40}}|)"
    r"|from [“\"‘'][^”\"’']{2,60}[”\"’'].{0,60}"
    rf"|[A-Z][\w .'-]{{2,40}}, (?:{MONTHS}) \d{{1,2}}(?:, \d{{4}})?"
    r"|(?:content|trigger) warning\b.{0,200}|download\b.{0,60}"
    r"|[A-Z][a-z]{2,8},? \d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?,? \d{1,2}[:.]\d\d.{0,40}"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? \d{1,2} [A-Z][a-z]{2,8}\.?|(?:[\w&]+ ){0,2}column"
    r"|\[(?:head ?note|editor|note)\b.{0,900}|head-?note[.:] .{0,900}"
    r"|.{0,120}\bcheck against delivery\b.{0,20}"
    r"|(?:as )?(?:re)?told (?:by|to) [A-Z].{0,240}"
    r"|\d{1,2} [A-Z][a-z]+(?: \d{4})?,? (?:updated\b.{0,40}|\d{1,2}[:.]\d{2}.{0,20})"
    r"|(?:narrator|interviewer|interviewee|place|(?:also )?present|recorded|transcribed|begins)"
    r":\s.{0,120}"
    r"|(?:director|directed by|starring|cast|certificate|running time|genre|rating)\b:?\s.{0,160}",
    re.IGNORECASE,
)
_ISSUE = re.compile(rf".{{4,80}}, \d{{1,2}} (?:{MONTHS})(?: \d{{4}})?")
_GAP = re.compile(r"\s*[|·•]\s*|\s{3,}|\t+|\s[–—-]\s")
# "Minutes of the meeting held on 16 May": the title, whatever body it names above.
_MINUTES = re.compile(
    r"(?:(?:draft|confirmed|approved|unconfirmed) )?(?:minutes|record|notes) of (?:the|an?)\b"
    r".{0,100}?\b(?:meeting|session|assembly|proceedings)\b.{0,160}"
    r"|(?:draft |confirmed |approved )?(?:meeting )?minutes(?:[,:]? .{0,60}\b\d{4})?",
    re.IGNORECASE,
)
# Who came to a meeting, who could not, and who took it down.
_CAME = (
    r"(?:(?:members |officers |also )?present|in attendance|attend(?:ees|ance|ing)"
    r"|apologies(?: (?:for absence|received|from))?|absent|regrets)"
)
_CAME_LABEL = re.compile(rf"{_CAME}:?", re.IGNORECASE)
_ATTENDANCE = re.compile(
    rf"{_CAME}:\s.{{1,900}}|held (?:on|at|in)\b[^.?!]{{0,80}}\d.{{0,60}}"
    r"|(?:chair(?:ed by|person|man|woman)?|presiding|clerk|secretary|minute[- ]taker"
    r"|minutes (?:taken )?by|venue|quorum):\s.{1,60}[^.?!]",
    re.IGNORECASE,
)
_NAME_OF_PAPER = 5  # words
_MOST_WORDS = 150
_LEAST_OF_MENU = 3
_MENU = re.compile(r"\s[|·•]\s| {3,}|\]\s?\[")
_LINE_WORDS = 18


def is_one(piece: Piece) -> bool:
    """Tell a paper's name, a section, a unit, or a line that says who posted it."""
    lines = [line.strip(" *_") for line in piece.span.text.splitlines() if line.strip()]
    named = all(
        _PAPER.fullmatch(line)
        or _OFFICE.fullmatch(line)
        or _SAID.fullmatch(line)
        or _TAGLINE.fullmatch(line)
        or _SECTIONS.fullmatch(line)
        or _SERIES.fullmatch(line)
        or _UNIT.match(line)
        or date_in(line)
        for line in lines
    )
    described = len(lines) > 1 and bool(_PERIODICAL.fullmatch(lines[-1]))
    return named or described or bool(_POSTED.match(piece.text))


def is_line_of_page(line: str) -> bool:
    """Tell one line of a page's head: its name, a menu, a section, the number of a report."""
    signs = (_PAPER, _OFFICE, _SAID, _TAGLINE, _SECTIONS, _CREDIT)
    return any(sign.fullmatch(line.strip(" *_")) for sign in signs)


def is_furniture(piece: Piece) -> bool:
    """Tell what stands around a title, above it or below, and is no part of the text."""
    return is_one(piece) or is_credit(piece)


def is_issue(piece: Piece) -> bool:
    """Tell a paper or a place with a day, below a title: "The Dell Courier, 14 March"."""
    return is_dated_name(piece) or bool(_ISSUE.fullmatch(_line(piece)))


def is_dated_name(piece: Piece) -> bool:
    """Tell a name and a date on one line, far apart: "Dell Review     Oct 3, 2023"."""
    parts = _GAP.split(piece.span.text.strip(" *_"))
    named = all(len(part.split()) <= _NAME_OF_PAPER for part in parts)
    return piece.lines == 1 and len(parts) > 1 and named and any(map(date_in, parts))


def is_menu(piece: Piece) -> bool:
    """Tell the pages of a site on one line: "About | Apply | Our grantees | Blog"."""
    line = piece.span.text.splitlines()[-1].strip(" *_") if piece.text else ""
    parts = len(_MENU.findall(line))
    return parts >= _LEAST_OF_MENU and bool(_SECTIONS.fullmatch(line))


def is_series(piece: Piece) -> bool:
    """Tell what stands below the name of a series, a magazine or a school, and below no title."""
    text = piece.text.strip("*_ ")
    return bool(_SERIES.fullmatch(text) or _PERIODICAL.fullmatch(text))


def is_posted(line: str) -> bool:
    """Tell "Posted: Nov. 6, 6:12 p.m." from a line of prose."""
    return bool(_CREDIT.fullmatch(line)) and len(line.split()) < _LINE_WORDS


def is_section(text: str) -> bool:
    """Tell the section that a text stands in: "Opinion", "Film"."""
    return bool(_SECTION.match(text))


def is_credit(piece: Piece) -> bool:
    """Tell what stands below a title and is no part of the text: "5 minute read", a head note."""
    text = _line(piece)
    return any(sign.fullmatch(text) for sign in (_CREDIT, _SAID, _BRACKETED, _ATTENDANCE))


def is_minutes(piece: Piece) -> bool:
    """Tell "Minutes of the meeting held on 16 May", below the name of the body that met."""
    return is_minutes_title(_line(piece))


def is_minutes_title(title: str) -> bool:
    """Tell a title that is one of minutes."""
    return bool(_MINUTES.fullmatch(title))


def is_attendance(pieces: Sequence[Piece], place: int) -> bool:
    """Tell "Present:" and the names below it, one a line, with no empty line between them."""
    while place >= 0 and pieces[place].kind in ("paragraph", "heading", "item"):
        here = pieces[place]
        if _CAME_LABEL.fullmatch(_line(here)):
            return True
        gap = here.span.source.text[pieces[place - 1].span.end : here.span.start] if place else ""
        if gap.count("\n") != 1 or not here.brief(_LINE_WORDS) or here.text[-1] in ".?!":
            return False
        place -= 1
    return False


def is_loud_section(piece: Piece) -> bool:
    """Tell "OPINION" in capitals, which is no title even where nothing else is."""
    return piece.text.isupper() and is_section(piece.text)


def label(piece: Piece) -> re.Match[str] | None:
    """Return how a part of a book is counted: "CHAPTER 12", "Lesson 3: What a Bridge Is For"."""
    return _LABEL.fullmatch(_line(piece))


def _line(piece: Piece) -> str:
    return piece.brief(_MOST_WORDS).strip(" *_")


def serves(text: str) -> bool:
    """Tell what a schoolbook prints above its text: "Reading Focus", "Before You Read"."""
    return bool(_SERVES.match(text))


def is_container(piece: Piece) -> bool:
    """Tell what holds several texts, each with a title: "Module 3: People and Places"."""
    return bool(label(piece)) and bool(_CONTAINER.match(piece.text.strip(" *_")))


def is_joined(above: Piece, below: Piece) -> bool:
    """Tell a title broken over two lines: "The Girl" and "Who Mapped the Wind"."""
    if is_furniture(above):
        return False
    first, second = above.text.strip(" *_"), below.text.strip(" *_")
    whole = second[-1:] in ".?!"  # a sentence of its own
    goes_on = len(first.split()) < 4 and bool(_JOINED.match(second)) and not whole
    return bool(_BROKEN.search(first)) or goes_on
