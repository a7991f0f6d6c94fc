"""Rich Text Format, read by our own walk of its groups and control words.

Known libraries give the words alone; headings, lists and line breaks are in the control words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from guides.model import BlockKind, MarkupKind
from guides.readers.blocks import Mark, Opened
from guides.readers.inline import closing, opening, safe_address, without_signs
from guides.readers.zipped import damaged

_TOKEN = re.compile(
    rb"\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|(?P<end>[\r\n]+)",
    re.DOTALL,
)
_SILENT = frozenset(
    "fonttbl colortbl pict header headerl headerr headerf footer footerl footerr footerf object "
    "listtable listoverridetable rsidtbl generator themedata datastore xmlnstbl latentstyles "
    "bkmkstart bkmkend annotation atnid atnauthor revtbl nonshppict filetbl".split()
)
_CHARACTERS = {
    "tab": " ", "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "endash": "–", "emdash": "—", "bullet": "•", "emspace": " ", "enspace": " ", "cell": " | ",
}  # fmt: skip
_CODE_PAGES = {437: "cp437", 850: "cp850", 1250: "cp1250", 1251: "cp1251", 10000: "mac_roman"}
_BULLET = re.compile(r"^\s*(?:[•·▪◦‣\uf0b7-]|\(?\d{1,3}[.)]|[a-zA-Z][.)])\s*")
_HYPERLINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
_DEEPEST = 200
_INDENT = 500
_MEASURES = {"s": "style", "li": "indent", "fi": "first_line"}


@dataclass(slots=True)
class _Group:
    """What holds inside a pair of braces."""

    silent: bool = False
    kind: str = ""  # a destination that we keep: stylesheet, title, author, footnote, pntext, …
    unicode_skip: int = 1
    slanted: bool = False
    heavy: bool = False
    address: str = ""

    @property
    def looks(self) -> tuple[tuple[MarkupKind, str], ...]:
        """How words in the group stand out, and where they lead."""
        every: tuple[tuple[MarkupKind, str, bool], ...] = (
            ("link", self.address, bool(self.address)),
            ("emphasis", "", self.slanted),
            ("strong", "", self.heavy),
        )
        return tuple((kind, url) for kind, url, wanted in every if wanted)


@dataclass(slots=True)
class _Walk:
    """Where the walk is, and what it has gathered."""

    code_page: str = "cp1252"
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    marks: list[Mark] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    aside: dict[str, list[str]] = field(default_factory=dict)
    headings: dict[int, int] = field(default_factory=dict)
    quotes: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    style: int = 0
    outline: int = 0
    listed: int = 0
    in_table: bool = False
    indent: int = 0  # in twentieths of a point, as the next one
    first_line: int = 0
    skip: int = 0
    place: int = 0
    looks: tuple[tuple[MarkupKind, str], ...] = ()  # how the last words stand out

    def say(self, text: str) -> None:
        """Add words to what is open: the paragraph, or a part that is kept aside."""
        if self.skip:
            text, self.skip = text[self.skip :], max(0, self.skip - len(text))
        group = self.groups[-1]
        text = without_signs(text)
        if not text or group.silent:
            return
        if group.kind:
            self.aside.setdefault(group.kind, []).append(text)
            return
        if group.looks != self.looks:
            self.words += [closing(kind) for kind, _ in reversed(self.looks)]
            self.words += [opening(*look) for look in group.looks]
            self.looks = group.looks
        self.words.append(text)

    def end(self) -> None:
        """Close the paragraph, if it has words."""
        text = "".join(self.words)
        self.words.clear()
        self.looks = ()
        label = "".join(self.aside.pop("pntext", []))
        lines = [" ".join(line.split()) for line in text.split("\n")]
        text = "\n".join(line for line in lines if line)
        self.place += 1
        level = self.outline or self.headings.get(self.style, 0)
        if without_signs(text).strip():
            kind, level = self._kind(text, label, level)
            if kind == "item":
                text = _BULLET.sub("", text) if not label else text
            set_in = self.indent >= _INDENT and self.first_line >= 0
            quoted = kind in {"paragraph", "stanza"} and (set_in or self.style in self.quotes)
            self.marks.append(Mark(text.strip(" |"), kind, level, self.place, quoted))

    def _kind(self, text: str, label: str, level: int) -> tuple[BlockKind, int]:
        if self.in_table:
            return "row", 0
        if level:
            return "heading", level
        if label.strip() or self.listed:
            return "item", max(self.listed, 1)
        return ("stanza", 0) if text.count("\n") >= 2 else ("paragraph", 0)


def opened(data: bytes, encoding: str = "", chapter: int = 0) -> Opened:
    """Return the words of an RTF file.

    Raises:
        Refused: It is damaged.
    """
    start = data.find(b"{\\rtf")
    fragment = data.lstrip().startswith((b"{\\pard", b"\\pard"))  # as some converters write it
    if (start < 0 or start > 100) and not fragment:
        raise damaged()
    walk = _Walk()
    for token in _TOKEN.finditer(data, max(start, 0)):
        _take(walk, token)
    walk.end()
    notes = [note for note in walk.notes if note]
    for number, note in enumerate(notes, 1):
        walk.marks.append(Mark(f"Note {number}: {note}", "caption", 0, walk.place + number))
    title = " ".join("".join(walk.aside.get("title", [])).split())
    author = " ".join("".join(walk.aside.get("author", [])).split())
    repairs = ("Footnotes were moved below the text.",) if notes else ()
    return Opened(tuple(walk.marks), title, author if title else "", repairs=repairs)


def _take(walk: _Walk, token: re.Match[bytes]) -> None:
    group = walk.groups[-1]
    if token["brace"]:
        _brace(walk, token["brace"] == b"{")
    elif token["byte"]:
        walk.say(bytes([int(token["byte"], 16)]).decode(walk.code_page, errors="replace"))
    elif token["text"]:
        walk.say(token["text"].decode(walk.code_page, errors="replace"))
    elif token["sign"]:
        _sign(walk, token["sign"])
    elif token["word"]:
        number = int(token["number"]) if token["number"] else None
        _word(walk, group, token["word"].decode(), number)


def _brace(walk: _Walk, opens: bool) -> None:
    if opens:
        if len(walk.groups) > _DEEPEST:
            raise damaged()
        above = walk.groups[-1]
        walk.groups.append(replace(above))
    elif len(walk.groups) > 1:
        closed = walk.groups.pop()
        if closed.kind == "stylesheet":
            _learn_style(walk)
        elif closed.kind == "footnote" != walk.groups[-1].kind:
            walk.notes.append(" ".join("".join(walk.aside.pop("footnote", [])).split()))


def _learn_style(walk: _Walk) -> None:
    """Learn which style is a heading, from an entry such as "{\\s1 heading 1;}"."""
    entry = "".join(walk.aside.pop("stylesheet", []))
    found = re.search(r"heading (\d)", entry, re.IGNORECASE)
    if found:
        walk.headings[walk.style] = int(found[1])
    elif re.search(r"quot|block text", entry, re.IGNORECASE):
        walk.quotes.add(walk.style)
    walk.style = 0


def _sign(walk: _Walk, sign: bytes) -> None:
    if sign in (b"\\", b"{", b"}"):
        walk.say(sign.decode())
    elif sign == b"~":
        walk.say(" ")
    elif sign == b"_":
        walk.say("-")
    elif sign == b"*":
        walk.groups[-1].silent = True
    elif sign in (b"\n", b"\r"):
        walk.end()


def _word(walk: _Walk, group: _Group, word: str, number: int | None) -> None:
    if word in _SILENT:
        group.silent = True
    elif word in _CHARACTERS:
        walk.say(_CHARACTERS[word])
    elif word in {"stylesheet", "title", "author", "footnote", "fldinst"}:
        group.kind, group.silent = word, False
    elif word in {"pntext", "listtext"}:
        group.kind, group.silent = "pntext", False
    elif word == "info":
        group.kind = "info"
    elif word == "uc":
        group.unicode_skip = max(number or 0, 0)
    elif word == "u" and number is not None:
        walk.skip = 0
        walk.say(chr(number % 65536))
        walk.skip = group.unicode_skip
    elif word in {"par", "sect", "page"}:
        walk.say(" ") if group.kind or walk.in_table else walk.end()
    else:
        _encode(walk, word, number)


def _encode(walk: _Walk, word: str, number: int | None) -> None:
    """Take a control word that says how bytes are letters, or pass it on."""
    if word == "ansicpg":
        walk.code_page = _CODE_PAGES.get(number or 0, "cp1252")
    elif word == "mac":
        walk.code_page = "mac_roman"
    else:
        _format(walk, word, number)


def _format(walk: _Walk, word: str, number: int | None) -> None:
    """Take a control word that says what kind of paragraph is open."""
    if walk.groups[-1].kind not in {"", "stylesheet"}:
        return  # a list mark or a note begins a paragraph of its own
    if word == "row":
        walk.end()
    elif word == "pard":
        walk.style = walk.outline = walk.listed = walk.indent = walk.first_line = 0
        walk.in_table = False
    elif word in _MEASURES and number is not None:
        setattr(walk, _MEASURES[word], number)
    elif word == "outlinelevel" and number is not None:
        walk.outline = min(number + 1, 6) if number < 9 else 0
    elif word == "ls":
        walk.listed = max(walk.listed, 1)
    elif word == "ilvl" and number is not None:
        walk.listed = number + 1
    elif word == "intbl":
        walk.in_table = True
    else:
        _look(walk, word, number)


def _look(walk: _Walk, word: str, number: int | None) -> None:
    """Take a control word that says how words stand out, or where they lead."""
    group = walk.groups[-1]
    if word == "i":
        group.slanted = number != 0
    elif word == "b":
        group.heavy = number != 0
    elif word == "plain":
        group.slanted = group.heavy = False
    elif word == "field":
        walk.aside.pop("fldinst", None)
    elif word == "fldrslt":
        found = _HYPERLINK.search("".join(walk.aside.pop("fldinst", [])))
        group.address = safe_address(found[1]) if found else ""
