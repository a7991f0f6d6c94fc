"""Bytes to text: which characters a file holds, and what was mended on the way.

Files come from web pages, old word processors and other people's computers. A file that says
what it is (a byte order mark, valid UTF-8) is believed; for the rest, the two character sets
that Windows and the Mac once used are tried, and the one that gives the likelier words wins.
Whatever is assumed or mended is told in one sentence, and good text is never "improved":
curly quotes, ligatures and dashes stay as their author typed them.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from guides.problems import Failed, Problem, did_you_mean

LIMIT = 5_000_000  # bytes; a novel has less than one million
_MOST_LINES = 100_000

_MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_KNOWN = ("utf-8", "utf-16", "cp1252", "latin-1", "mac-roman", "cp1250", "cp1251", "shift-jis")
_NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ODD_SPACES = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Joiners shape letters in Indic and Arabic scripts and join emoji; between Latin letters they
# are left-overs of a web page.
_INVISIBLE = re.compile(
    r"[\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    r"|(?<![\u0590-\u1fff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)
_LOOSE_ACCENT = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")

# UTF-8 that was read as Windows-1252 or Mac Roman: the first byte of a character, then as many
# of its further bytes as it promises, each shown as a letter or sign of its own.
_NEXT = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd]"
_DAMAGED = re.compile(
    f"[\xc2-\xdf]{_NEXT}|[\xe0-\xef]{_NEXT}{{2}}|[\xf0-\xf4]{_NEXT}{{3}}"
    "|[\x80-\x9f]|Ã |â€|√[^\\sA-Za-z\\d(]|‚Ä"
)
# One byte of a closing quotation mark has no character in Windows-1252, so a program that
# could not show it has put a replacement in its place, or nothing.
_OPENED = re.compile(r"(?<![\w'`])(?:''|``)(?=[\w\[(…])")
_CLOSED = re.compile(r"(?<=[\w.,!?;:)\]…—-])''(?![\w'])")
_LOST_QUOTE = re.compile("(?<=\\S)â€(?:\ufffd(?!\\w)|(?=[\\s.,;:!?)]|$))")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text in clean characters, and what was done to get there."""

    text: str
    repairs: tuple[str, ...]


def decode(name: str, data: bytes, encoding: str = "") -> Decoded:
    r"""Return the text of a file, its lines ended by ``"\n"``.

    Args:
        name: For problems.
        data: The whole file.
        encoding: The character set that the user names; found from the bytes without it.

    Raises:
        Failed: The file is too large, empty or not text, or not in *encoding*.
    """
    _refuse(name, data)
    text, repairs = _told(name, data, encoding) if encoding else _guessed(name, data)
    if len(_CONTROLS.findall(text)) * 50 > len(text):
        raise _not_text(name, "this is not a text file")
    text, mended = clean(text)
    if not text.strip():
        raise Failed([_empty(name)])
    return Decoded(text, (*repairs, *mended))


def _refuse(name: str, data: bytes) -> None:
    """Stop at what is plainly no text before any of it is decoded."""
    hint = "cut it down to the pages that a group will read"
    if len(data) > LIMIT:
        message = f"the file is larger than {LIMIT // 10**6} MB"
        raise Failed([Problem("file-too-large", message, name=name, hint=hint)])
    if data.count(b"\n") > _MOST_LINES:
        message = f"the file has more than {_MOST_LINES:,} lines"
        raise Failed([Problem("file-too-large", message, name=name, hint=hint)])
    if not data.strip():
        raise Failed([_empty(name)])
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _not_text(name, f"this is {kind}, not a text file")


def _empty(name: str) -> Problem:
    return Problem("empty-file", "there is no text in this file", name=name, hint="add the reading")


def _not_text(name: str, message: str) -> Failed:
    hint = "copy the words into a file that ends in `.txt` or `.md`"
    return Failed([Problem("binary-file", message, name=name, hint=hint)])


# ---------------------------------------------------------------- which characters


def _told(name: str, data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    """Decode as the user says, or say why that cannot be."""
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        message = f"the file is not in `{encoding}`"
        hint = "leave `--encoding` out, or name another one"
        problem = Problem("wrong-encoding", message, name=name, hint=hint)
        raise Failed([problem]) from error
    except (LookupError, ValueError) as error:
        message = f"there is no character set called `{encoding}`"
        hint = did_you_mean(encoding.lower(), _KNOWN) or "try `utf-8`, `cp1252` or `mac-roman`"
        problem = Problem("unknown-encoding", message, name=name, hint=hint)
        raise Failed([problem]) from error
    return _SURROGATE.sub("\ufffd", text).removeprefix("\ufeff"), ()


def _guessed(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode by what the bytes say of themselves, else by what reads best."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(name, data[len(mark) :], encoding), ()
    if b"\0" in data:
        encoding = _wide_encoding(name, data)
        return _strictly(name, data, encoding), ("The file was read as UTF-16.",)
    try:
        return data.decode(), ()
    except UnicodeDecodeError:
        return _likelier(data)


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        kind = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise _not_text(name, f"this begins like {kind} text but is damaged") from error


def _wide_encoding(name: str, data: bytes) -> str:
    """Tell UTF-16 by where its NULs stand: every second byte of plain letters is one."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd * 4 > len(data) // 2 and odd > 4 * even:
        return "utf-16-le"
    if even * 4 > len(data) // 2 and even > 4 * odd:
        return "utf-16-be"
    raise _not_text(name, "this is not a text file")


def _likelier(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode one byte a letter, by the character set that gives the likelier letters."""
    encodings = ("cp1252", "mac_roman")
    texts = [data.decode(encoding, errors="replace") for encoding in encodings]
    # On equal figures Windows wins: most such files come from there.
    best = max((0, 1), key=lambda index: (_likelihood(texts[index]), -index))
    said = f"The file is not in UTF-8; it was read as {_NAMES[encodings[best]]}."
    return texts[best], (said,)


def _likelihood(text: str) -> int:
    """Say how well the characters outside ASCII suit the places where they stand."""
    odd = islice(re.finditer(r"[^\x00-\x7f]", text), 20_000)
    return sum(_suits(*text[max(0, m.start() - 1) : m.end() + 1].rjust(3)) for m in odd)


def _suits(before: str, character: str, after: str = " ") -> int:
    """Score one character by its two neighbours: quotation marks open before a word, and so on."""
    if character in "“‘«„¿¡":
        return 3 if not before.isalnum() and not after.isspace() else -2
    if character in "”’»":
        return 3 if not before.isspace() else -2
    if character == "–" and before in "aeiou" and after in "aeiou":
        return -1  # the Mac's ñ has this byte, and stands between vowels: año, señor
    if character in "–—…•\xa0":
        return 2
    if character.isalpha() and character not in "ªºƒ":
        if character.islower():
            return 2 if (before + after).strip().islower() else -1
        return -3 if before.islower() or not after.isalpha() else 1
    return -1


def declared(page: bytes) -> str:
    """Return the character set that a web page says it is in, or an empty text."""
    found = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{3,20})", page[:4096])
    return found[1].decode() if found else ""


# ---------------------------------------------------------------- mending


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Mend what was damaged, then make white space plain; tell what was done."""
    joined = _LOOSE_ACCENT.sub(lambda m: unicodedata.normalize("NFC", m[0]), text)
    repairs = [] if joined == text else ["Accents that stood beside their letters were joined."]
    text, mended = _mend(joined)
    repairs += mended
    if _SURROGATE.search(text):  # two may be halves of one character
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _LINE_ENDS.sub("\n", text)
    text, times = _with_marks(text)
    if times:
        repairs.append(f"Doubled apostrophes were read as quotation marks ({times} pairs).")
    for pattern, replacement, said in (
        (_ODD_SPACES, " ", "Non-breaking and other special spaces were read as plain spaces."),
        (_INVISIBLE, "", "Invisible characters were left out."),
        (_CONTROLS, "", "Control characters were left out."),
    ):
        text, times = pattern.subn(replacement, text)
        repairs += [said] if times else []
    return text, tuple(repairs)


def _with_marks(text: str) -> tuple[str, int]:
    """Return a text that has ''these marks'' or ``these'' with “such”, and how many pairs.

    Only where every mark has its partner: a lone pair of apostrophes may be inches or seconds.
    """
    begun, opened = _OPENED.subn("“", text)
    ended, closed = _CLOSED.subn("”", begun)
    return (ended, opened) if opened and opened == closed else (text, 0)


def _mend(text: str) -> tuple[str, list[str]]:
    """Undo a wrong decoding that happened before the file was saved."""
    if not _DAMAGED.search(text):
        return text, []
    repairs = []
    text, times = _LOST_QUOTE.subn("”", text)
    if times:
        repairs.append(f"Damaged closing quotation marks were restored ({times}).")
    fixed = "\n".join(map(_fix_line, text.split("\n")))
    if fixed != text:
        repairs.append(_said_of(text, fixed))
    return fixed, repairs


def _fix_line(line: str) -> str:
    """Mend one line, whole where that helps, else word by word."""
    if not _DAMAGED.search(line):
        return line
    # Takes 50 ms to import, and most texts are not damaged.
    import ftfy

    settings = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )
    fixed = ftfy.fix_text(line, settings)
    if not _DAMAGED.search(fixed):
        return fixed
    words = fixed.split(" ")
    return " ".join(ftfy.fix_text(w, settings) if _DAMAGED.search(w) else w for w in words)


def _said_of(before: str, after: str) -> str:
    """Tell of a repair with its first example."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    old, new = next((old, new) for old, new in pairs if old != new)
    words = zip(old.split(" "), new.split(" "), strict=False)
    was, now = next(((a, b) for a, b in words if a != b), ("", ""))
    example = f", such as {was} for {now}" if 0 < len(was) <= 40 and len(now) <= 40 else ""
    return f"Characters that another program had saved wrongly were restored{example}."
