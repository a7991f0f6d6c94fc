"""Where one sentence ends and the next begins.

A question quotes whole sentences and points at one, so a cut after "Mr." or inside
"6 p.m." would show on paper. The text is read once, from left to right: every stop mark is
a possible end, and a few rules that look at the words beside it say whether it is one.
Nothing is changed or joined: a sentence is a range of the text it was given.

A line break is white space here, since readers keep the breaks of hard-wrapped text and of
verse; an empty line always ends a sentence, and so does every line of a plain list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A run of stop marks, also spaced out (". . ."), with the closing marks that belong to it.
_STOP = re.compile(
    r"(?P<marks>[.!?…]+(?:[ \t]+[.…]+(?![\w.]))*)"
    r"(?P<closers>(?:[\"'”’»›)\]}*_]|\s»)*)(?P<notes>(?:\s?\[\d[\d, ]{0,8}\]|[¹²³⁰-⁹]+)*)"
)
_BARE_NOTE = re.compile(r"\s\d{1,2}(?=\s(?P<word>[A-Z][a-z]*))")
_CITATION = re.compile(r"\s\([^()\n]{1,60}\)[.,;:]")
_ASIDE = re.compile(r"\s\([a-z]+\b[^()\n]{9,400}\)")
_EAST_ASIAN_STOP = re.compile(r"[。！？]+[」』”’）]*")
_OPENING = re.compile(r"[\s\"'“‘„«‹(\[{¿¡*_•⁃‣◦▪#]*(?:[–—-]+\s*)?[\"'“‘]?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LAST_TOKEN = re.compile(r"[^\s\"“‘«(\[{—–]*$")
_TOKEN = re.compile(r"\S{1,48}")
_ROMAN = re.compile(r"[IVXLC]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|Ph\.D|M\.Sc|B\.Sc")
_LIST_MARK = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\.?[)\]]?\.?")
_BULLETS = "•⁃‣◦▪"
_INLINE_MARK = re.compile(r"(?<!\S)(?P<mark>\d{1,2}|[a-z])(?P<ending>\.\)|\.|\))(?=\s+[A-Z])")
_ADDRESS = re.compile(r"[@/\\]|www\.|^\w+\.\w+\.", re.IGNORECASE)
_DOMAINS = _words("com org net edu gov co uk io js info html htm pdf txt php")
_SPOKEN_BY = re.compile(
    r"(?:I|(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Aunt|Uncle)\.? )?"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r" (?:said|says|asked|asks|cried|cries|replied|replies|answered|exclaimed|inquired|enquired"
    r"|shouted|whispered|added|wondered|demanded|began|called|remarked|returned|told|yelled)\b"
)

# An abbreviation of the first kind never ends a sentence: a name or a number must follow.
_BEFORE_NAME = _words(
    "Mr Mrs Ms Mx Messrs Dr Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Sgt Capt Cmdr Cpl Maj Adm"
    " Rev Hon Pres Supt Insp Msgr Bros Mt Ft Fr Sra Srta Dra Lic Ing Mme Mlle Atty Amb Ald Asst"
    " e.g i.e E.g I.e vs cf viz approx c ca Ud Uds aka incl esp v"
)
# The second kind only goes before a number ("No. 5", "p. 55"); otherwise it is a word.
_BEFORE_NUMBER = _words(
    "No Nos no nos p pp Fig Figs fig figs Vol vol Ch ch Sec sec Art art Eq eq Pl Op op par para"
    " Tab col n° N° nº Nº N.º n.º ver Ver ext"
)
# The third kind may end one: it does where the next word can only start a sentence.
_EITHER = _words(
    "Inc Corp Co co Ltd LLC Jr Sr Esq St st Ave ave Blvd blvd Rd rd Hwy Dept dept Univ univ"
    " Assn Assoc Dist Ctr Bldg Apt est Est al ed eds Ed Eds trans Trans rev repr Calif Conn Colo"
    " Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Penn Tenn Tex Va"
    " Vt Wash Wis Wyo Ariz Ark Ala Mass Que Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon"
    " Tue Tues Wed Thu Thur Thurs Fri Sat tel Tel min max hr hrs sq ft lb lbs oz yd mi km cm mm kg"
    " govt Ph.D PhD Pt ext anon pseud"
)
_CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january"
    " february march april june july august september october november december jan feb mar apr jun"
    " jul aug sept sep oct nov dec eastern central mountain pacific est edt cst cdt mst mdt pst pdt"
    " gmt utc et ct pt bst cet local"
)
_STARTERS = _words(
    "a an the this that these those he she it they we you i his her its their our my your there"
    " here in on at by for from with without within into of to under over between among against"
    " when while where why what who whom whose how which if unless although though because since as"
    " after before during until once and but or nor so yet however moreover furthermore meanwhile"
    " then thus therefore also even still some many most all both each every no not only several"
    " few such other others another more much nobody everyone someone anyone nothing something"
    " is are was were do does did has have had can could would should let please perhaps maybe"
    " today yesterday tomorrow now soon later finally instead indeed despite according"
    " it's that's there's he's she's they're we're i'm you're i've don't didn't can't let's"
)
_LOOK_BACK = 48


def split(text: str) -> list[tuple[int, int]]:
    """Return the sentences of one block's *text* as ``(start, end)`` ranges without edge blanks.

    Time grows with the length of *text*; a text without letters gives at most one range.
    """
    return [piece for part in _parts(text) for piece in _sentences(text, *part)]


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges that no sentence crosses: what stands between empty lines."""
    start = 0
    for gap in re.finditer(r"\n[^\S\n]*\n\s*", text):
        yield from _lines(text, start, gap.start())
        start = gap.end()
    yield from _lines(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield each line of a list that has no stop marks, else the whole range."""
    part = text[start:end].strip("\n")
    lines = part.split("\n")
    if len(lines) < 3 or re.search(r"[.!?…]", part) or max(map(len, lines)) > 50:
        yield start, end
        return
    for line in lines:
        at = text.index(line, start)
        yield at, at + len(line)
        start = at + len(line)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    marks = _list_marks(text, start, end)
    ends = _ends(text, start, end, marks)
    for cut in [*sorted({*marks, *ends}), end]:
        left, right = _trim(text, start, cut)
        if left < right:
            yield left, right
        start = cut


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return left, max(left, end - (len(piece) - len(piece.rstrip())))


def _list_marks(text: str, start: int, end: int) -> list[int]:
    """Return where the items of a list begin that runs on in one line: ``1. … 2. …``."""
    start, _ = _trim(text, start, end)
    if text[start : start + 1] and text[start] in _BULLETS:
        return [found.start() for found in re.compile(f"[{_BULLETS}]").finditer(text, start, end)]
    found = _INLINE_MARK.match(text, start, end)
    cuts: list[int] = []
    while found and len(cuts) < 99:
        cuts.append(found.start())
        found = _next_mark(text, found, end)
    return cuts if len(cuts) > 1 else []


def _next_mark(text: str, mark: re.Match[str], end: int) -> re.Match[str] | None:
    """Find the mark that counts on from *mark* in the same style."""
    label = mark["mark"]
    following = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
    ending = re.escape(mark["ending"])
    label = rf"(?<!\S)(?P<mark>{re.escape(following)})(?P<ending>{ending})(?=\s+[A-Z])"
    return re.compile(label).search(text, mark.end(), end)


def _ends(text: str, start: int, end: int, marks: list[int]) -> list[int]:
    """Return the offsets after which a new sentence starts."""
    ends: list[int] = []
    begin = start
    items = iter([*marks, end + 1])
    item = next(items)
    for stop in _STOP.finditer(text, start, end):
        while item <= stop.start():
            begin, item = item, next(items)
        cut = _cut(text, begin, end, stop)
        if cut:
            ends.append(cut)
            begin = cut
    ends += [stop.end() for stop in _EAST_ASIAN_STOP.finditer(text, start, end)]
    return ends


def _cut(text: str, begin: int, end: int, stop: re.Match[str]) -> int:
    """Return where the sentence that began at *begin* ends, if it does at *stop*, else 0."""
    opening = _OPENING.match(text, stop.end(), end)
    after = opening.end() if opening else stop.end()
    if after >= end or not _may_open(text, after, end, stop):
        return 0
    if not text[stop.end()].isspace():
        return stop.end() if _space_was_lost(text, begin, end, stop) else 0
    if stop["closers"] and _runs_on(text, after, end, stop):
        return 0
    following = _WORD.match(text, after, end)
    if stop["marks"][0] in "!?" or _word_ends(text, begin, stop, following[0] if following else ""):
        return _after_note(text, end, stop)
    return 0


def _may_open(text: str, after: int, end: int, stop: re.Match[str]) -> bool:
    """Tell whether what follows a stop looks like the beginning of a sentence."""
    first = text[after]
    return (
        first.isupper()
        or first.isdigit()
        or first in "¿¡"
        or (stop["marks"] == "." and _ASIDE.match(text, stop.end(), end) is not None)
    )


def _runs_on(text: str, after: int, end: int, stop: re.Match[str]) -> bool:
    """Tell whether a sentence goes on after its quotation, as in ``“Why?” Ann asked``."""
    if _CITATION.match(text, stop.end(), end):
        return True
    spoken = _SPOKEN_BY.match(text, after, end)
    if spoken is None:
        return False
    speaker = spoken[0].split(maxsplit=1)[0]
    # "I" is the only pronoun with a capital inside a sentence.
    return speaker == "I" or speaker.lower() not in _STARTERS


def _after_note(text: str, end: int, stop: re.Match[str]) -> int:
    """Return the end of the stop, with the number of a footnote that lost its raised form."""
    if _dots_open_the_next(text, stop):
        return stop.start() + 1
    note = _BARE_NOTE.match(text, stop.end(), end)
    return note.end() if note and note["word"].lower() in _STARTERS else stop.end()


def _dots_open_the_next(text: str, stop: re.Match[str]) -> bool:
    """Tell ``done. . . . Next``, where three dots belong to what follows."""
    attached = stop.start() > 0 and text[stop.start() - 1].isalnum()
    return attached and stop["marks"].split() == ["."] * 4 and not stop["closers"]


def _space_was_lost(text: str, begin: int, end: int, stop: re.Match[str]) -> bool:
    """Tell ``Pandemic?COVID-19`` and ``Tuesday.Then`` from ``example.Com`` and ``1.5``."""
    token = _token_before(text, begin, stop.start())
    following = _WORD.match(text, stop.end(), end)
    rest = _TOKEN.match(text, stop.end(), end)
    if (
        following is None
        or stop["notes"]
        or _ADDRESS.search(token + (rest.group() if rest else ""))
    ):
        return False
    word = following.group()
    if stop["marks"][0] != ".":
        return len(token) > 1 and not stop["closers"] and len(word) > 1
    if len(stop["marks"]) > 1 or word.lower() in _DOMAINS:
        return False
    sentence_like = word[1:].islower() or word in ("A", "I")
    return sentence_like and len(token) > 1 and (token[-2:].islower() or token[-1].isdigit())


def _token_before(text: str, begin: int, offset: int) -> str:
    found = _LAST_TOKEN.search(text[max(begin, offset - _LOOK_BACK) : offset])
    return found.group() if found else ""


def _word_ends(text: str, begin: int, stop: re.Match[str], following: str) -> bool:
    """Tell whether the word before a full stop ends a sentence or is an abbreviation."""
    so_far = text[begin : stop.end()].strip() if stop.end() - begin < _LOOK_BACK else ""
    if so_far and _LIST_MARK.fullmatch(so_far.lstrip(_BULLETS + "- ")):
        return False
    if len(stop["marks"]) > 1:
        return following not in ("I", "I’m", "I'm")
    token = _token_before(text, begin, stop.start())
    if token.lower() in ("a.m", "p.m"):
        return _time_ends(so_far, following)
    if token in _BEFORE_NUMBER:
        return bool(following) and not _ROMAN.fullmatch(following)
    initial = len(token) == 1 and token.isupper()
    if initial or token in _EITHER or (_INITIALS.fullmatch(token) and token not in _BEFORE_NAME):
        return following.lower().replace("’", "'") in _STARTERS
    return token not in _BEFORE_NAME


def _time_ends(so_far: str, word: str) -> bool:
    """Tell ``until 6 p.m. Mr. Smith …`` from ``at 6 p.m. Friday`` and ``At 6 p.m. Mr. Smith …``."""
    fronted = re.fullmatch(r"(?:At|By|Around|About|Before|After|Until|From) [\w:. -]{1,20}", so_far)
    return bool(word) and not fronted and word.lower() not in _CALENDAR
