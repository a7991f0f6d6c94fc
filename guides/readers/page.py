"""HTML: a forgiving tree, the part of a page that is the text, and its blocks.

A saved web page is mostly not the article. The element is chosen that holds the most prose in
its own paragraphs, and what pages put between paragraphs (navigation, forms, buttons, notices
about cookies) is passed over. Nothing is fetched and no script runs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser

from guides.model import BlockKind, MarkupKind
from guides.readers import text as typed
from guides.readers.blocks import Mark, Opened, day, primary
from guides.readers.decode import clean, declared, decode
from guides.readers.inline import closing, opening, without_signs
from guides.source import Source

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SILENT = frozenset(
    "script style noscript template head nav aside footer form button select textarea iframe svg"
    " math canvas object audio video dialog menu".split()
)
_NEVER = frozenset("script style noscript template head iframe svg math".split())
_BLOCK = frozenset(
    "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2"
    " h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th"
    " thead tr ul nav aside footer form".split()
)
# A list or a quotation is part of a text, however long; never all of it.
_NEVER_ALL = frozenset("ul ol li dl dd dt blockquote".split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What closes by itself when one of these opens inside it.
_CLOSES = {"li": {"li"}, "p": {"p"}, "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"tr"},
           "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"}}  # fmt: skip
_SCOPES = frozenset(("ul", "ol", "table", "dl", "div", "blockquote", "body", "section"))
_FURNITURE = re.compile(
    r"\b(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|consent|share|sharing|social|related"
    r"|recommend(?:ed|ations)?|sidebar|newsletter|subscribe|promo|advert\w*|ads?|comments?|footer"
    r"|popup|modal|banner|skip|tags|toolbar|byline-social|sponsor\w*)\b",
    re.IGNORECASE,
)
_DEEPEST = 400
_LONGEST_VERSE = 100
_EMPHASIS = frozenset(("em", "i", "cite", "dfn"))
_SLANT = re.compile(r"font-style:\s*(italic|oblique|normal)", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight:\s*(bold|bolder|lighter|normal|\d{3})\b", re.IGNORECASE)
_LIGHT = frozenset(("normal", "lighter", "100", "200", "300", "400", "500"))
_CLASS = re.compile(r"\.([\w-]{1,60})\s*\{([^{}]{0,2000})\}")


@dataclass(slots=True)
class Element:
    """An element of a page, with its parts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [part for part in reversed(element.parts) if isinstance(part, Element)]


class _Growth(HTMLParser):
    """Builds the tree from tags that may be missing, crossed or too many."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("html")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, after closing what cannot hold it."""
        if tag in _BLOCK and self.open[-1].tag == "p":
            self._close({"p"})
        if tag in _CLOSES:
            self._close(_CLOSES[tag])
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].parts.append(element)
        if tag not in _VOID and len(self.open) < _DEEPEST:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest element of that name, and all inside it."""
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag == tag:
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        """Keep words where they stand."""
        self.open[-1].parts.append(data)

    def _close(self, tags: set[str]) -> None:
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag in tags:
                del self.open[index:]
                return
            if self.open[index].tag in _SCOPES:
                return


def tree(text: str) -> Element:
    """Return the root of a page, however badly it is written."""
    growth = _Growth()
    growth.feed(without_signs(text))
    growth.close()
    return growth.open[0]


def opened(data: bytes, encoding: str = "", chapter: int = 0) -> Opened:
    """Return the words of a web page."""
    name = encoding or _charset(data, declared(data))
    decoded = decode("page", data, name)
    root = tree(decoded.text)
    sheets = "".join(_text(one) for one in root.walk() if one.tag == "style")
    with_styles(root, class_rules(sheets))
    main = _main(root)
    marks, notes = blocks(main, whole=False)
    said = _linked_data(root) | _said(root)
    if main is not root and marks:
        notes.append("The page's menus, forms and side columns were left out.")
    author = said.get("author", "")
    return Opened(
        tuple(marks),
        title=said.get("og:title") or _title(root),
        author="" if "http" in author else author,
        publisher=said.get("og:site_name") or said.get("publisher", ""),
        date=_published(said),
        language=primary(said.get("language", "")),
        repairs=(*decoded.repairs, *notes),
    )


def _published(said: Mapping[str, str]) -> str:
    """Return the day on which a page was published: there, the hour is no program's doing."""
    stamp = said.get("article:published_time") or said.get("datepublished", "")
    return day(stamp[:10])


def _charset(data: bytes, declared: str) -> str:
    """Return the character set that a page declares, where its bytes do not say better."""
    try:
        data.decode()
    except UnicodeDecodeError:
        pass
    else:
        return ""
    known = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "", "utf-8": "", "utf8": ""}
    name = known.get(declared.lower(), declared)
    try:
        data.decode(name or "utf-8")
    except (LookupError, UnicodeError):
        return ""
    return name


def _said(root: Element) -> dict[str, str]:
    """Return what the page's head says of it, by name."""
    said: dict[str, str] = {}
    for element in root.walk():
        if element.tag == "html" and element.attributes.get("lang"):
            said.setdefault("language", element.attributes["lang"])
        elif element.tag == "meta":
            name = element.attributes.get("property") or element.attributes.get("name", "")
            said.setdefault(name.lower(), " ".join(element.attributes.get("content", "").split()))
    return {name: words for name, words in said.items() if words}


def _linked_data(root: Element) -> dict[str, str]:
    """Return who wrote and published an article and when, from its data for search engines."""
    said: dict[str, str] = {}
    for element in root.walk():
        if element.tag == "script" and "ld+json" in element.attributes.get("type", ""):
            with suppress(ValueError, RecursionError):
                _take_article(json.loads(_text(element)), said)
    return said


def _take_article(data: object, said: dict[str, str], depth: int = 0) -> None:
    """Add what the first article in *data* says of itself."""
    if isinstance(data, list) and depth < 4:
        for item in data[:50]:
            _take_article(item, said, depth + 1)
    if not isinstance(data, dict):
        return
    if "headline" in data:
        for name in ("author", "publisher", "datePublished"):
            said.setdefault(name.lower(), ", ".join(_named(data.get(name), depth)))
    _take_article(data.get("@graph"), said, depth + 1)


def _named(value: object, depth: int) -> Iterator[str]:
    """Yield the names in a value: a text, a record with a name, or a list of such."""
    if isinstance(value, str):
        yield " ".join(value.split())[:200]
    elif isinstance(value, dict):
        yield from _named(value.get("name"), depth + 1) if depth < 4 else ()
    elif isinstance(value, list) and depth < 4:
        for item in value[:20]:
            yield from _named(item, depth + 1)


def _title(root: Element) -> str:
    """Return the page's title without the site's name behind it."""
    for tag in ("h1", "title"):
        found = [" ".join(_text(e).split()) for e in root.walk() if e.tag == tag]
        if len(found) == 1 and found[0]:
            return re.split(r" [|·–—-] (?=[^|·–—-]{2,40}\Z)", found[0])[0]
    return ""


def _main(root: Element) -> Element:
    """Return the element whose own paragraphs hold the most prose."""
    scores: dict[int, float] = {}
    elements: dict[int, Element] = {}
    # Deepest last, so that a parent gets its share from children scored before it.
    waiting: list[tuple[Element, tuple[Element, ...]]] = [(root, ())]
    prose = 0
    while waiting:
        element, above = waiting.pop()
        if element.tag in _SILENT - {"head"} or (above and _is_furniture(element)):
            continue
        if element.tag in {"p", "pre", "blockquote", "li"}:
            words = len(_text(element).split()) - 2 * len(_text(element, only="a").split())
            if words > 8:
                prose += words
                whole = [one for one in above if one.tag not in _NEVER_ALL]
                for depth, one in enumerate(reversed(whole[-3:])):
                    scores[id(one)] = scores.get(id(one), 0) + words / (1, 2, 3)[depth]
                    elements[id(one)] = one
            if element.tag != "blockquote":
                continue
        inner = (*above[-6:], element)
        waiting += [(part, inner) for part in element.parts if isinstance(part, Element)]
    if not scores or prose < 80:
        return root
    best = elements[max(scores, key=lambda key: scores[key])]
    return best if best.tag not in {"html", "body"} else root


def _is_furniture(element: Element) -> bool:
    """Tell by its name what a page puts around its text."""
    if element.tag in {"body", "html", "main", "article"}:
        return False
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    role = element.attributes.get("role", "")
    hidden = "hidden" in element.attributes or element.attributes.get("aria-hidden") == "true"
    return (
        hidden
        or role in {"navigation", "banner", "complementary", "dialog"}
        or bool(
            _FURNITURE.search(re.sub(r"[_-]", " ", names)) and len(_text(element).split()) < 400
        )
    )


def _text(element: Element, only: str = "") -> str:
    """Return the words of an element, or of the elements called *only* in it."""
    if only:
        return " ".join(_text(one) for one in element.walk() if one.tag == only)
    words: list[str] = []
    waiting: list[Element | str] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            words.append(part)
        elif part.tag == "br":
            words.append("\n")
        elif part.tag not in _NEVER or part is element:
            waiting += reversed(part.parts)
    return "".join(words)


# ---------------------------------------------------------------- blocks


@dataclass(slots=True)
class _Walk:
    """Where the walk is, and what it has gathered."""

    whole: bool
    marks: list[Mark] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    notes: list[Mark] = field(default_factory=list)
    place: int = 0
    quotes: int = 0

    def end(self, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """Close the block that is open, if it has words."""
        if not self.words:
            return
        text = _lines("".join(self.words))
        self.words.clear()
        if not without_signs(text).strip():
            return
        self.place += 1
        if kind == "heading":
            text = text.replace("\n", " ")
        elif kind == "paragraph" and text.count("\n") >= 2:
            kind = "stanza"
        self.marks.append(Mark(text, kind, level, self.place, self.quotes > 0))


def blocks(root: Element, *, whole: bool) -> tuple[list[Mark], list[str]]:
    """Return the blocks below *root*, and what was moved.

    Args:
        root: A page, or the part of it that is the text.
        whole: The file is a document and no web page, so nothing in it is furniture.
    """
    walk = _Walk(whole)
    _visit(walk, root, "paragraph", 0)
    walk.end()
    said = ["Footnotes were moved below the text."] if walk.notes else []
    return [*walk.marks, *walk.notes], said


def _visit(walk: _Walk, element: Element, kind: BlockKind, level: int) -> None:
    """Add an element and all in it."""
    for part in element.parts:
        if isinstance(part, str):
            walk.words.append(part if element.tag == "pre" else re.sub(r"\s+", " ", part))
        elif part.tag == "br":
            walk.words.append("\n")
        elif _is_note(part):
            _note(walk, part)
        elif part.tag in _SILENT or (not walk.whole and _is_furniture(part)) or _is_mark(part):
            continue
        elif part.tag == "div" and part.attributes.get("title") in {"header", "footer"}:
            continue  # what a word processor prints on every page
        elif part.tag in _BLOCK:
            walk.end(kind, level)
            _block(walk, part, kind, level)
        else:
            looks = _looks(part)
            walk.words += [opening(*look) for look in looks]
            _visit(walk, part, kind, level)
            walk.words += [closing(look[0]) for look in reversed(looks)]


def class_rules(sheets: str) -> dict[str, str]:
    """Return what style sheets say of how the words of a class look, by its name."""
    return {name: rule for name, rule in _CLASS.findall(sheets) if "font-" in rule}


def with_styles(root: Element, said: Mapping[str, str]) -> None:
    """Write what style sheets say of classes to the elements that have them."""
    for element in root.walk() if said else ():
        rules = [said[n] for n in element.attributes.get("class", "").split() if n in said]
        if rules:
            own = element.attributes.get("style", "")
            element.attributes["style"] = ";".join([own, *rules])  # the first one wins


def _looks(element: Element) -> list[tuple[MarkupKind, str]]:
    """Return how the words in an element stand out, and where they lead."""
    style = element.attributes.get("style", "")
    slant, weight = _SLANT.search(style), _WEIGHT.search(style)
    looks: list[tuple[MarkupKind, str]] = []
    if slant[1].lower() != "normal" if slant else element.tag in _EMPHASIS:
        looks.append(("emphasis", ""))
    if weight[1].lower() not in _LIGHT if weight else element.tag in {"strong", "b"}:
        looks.append(("strong", ""))
    if element.tag == "a" and element.attributes.get("href"):
        looks.append(("link", element.attributes["href"]))
    return looks


def _block(walk: _Walk, element: Element, kind: BlockKind, level: int) -> None:
    """Add one block element."""
    tag = element.tag
    if tag in _HEADINGS:
        kind, level = "heading", int(tag[1])
    elif tag == "figcaption":
        kind = "caption"
    elif tag == "pre" and _is_plain_text(element):
        _plain_text(walk, element)
        return
    elif tag == "pre":
        kind, level = "stanza", 0
    elif tag == "tr":
        _row(walk, element)
        return
    elif tag in {"ul", "ol"}:
        _list(walk, element, level if kind == "item" else 0)
        return
    walk.quotes += tag == "blockquote"
    _visit(walk, element, kind, level)
    walk.end(kind, level)
    walk.quotes -= tag == "blockquote"


def _is_plain_text(element: Element) -> bool:
    """Tell a whole text that was saved as it was typed from a poem that keeps its lines."""
    lines = _text(element).split("\n")
    return max(map(len, lines)) > _LONGEST_VERSE or (len(lines) > 1 and "" in lines[1:-1])


def _plain_text(walk: _Walk, element: Element) -> None:
    """Add the paragraphs, list items and stanzas of a text that was saved as it was typed."""
    for piece in typed.draft(Source("", clean(_text(element))[0])).pieces:
        walk.place += 1
        words = piece.span.text if piece.kind in {"stanza", "row"} else piece.text
        walk.marks.append(Mark(words, piece.kind, piece.level, walk.place))


def _row(walk: _Walk, row: Element) -> None:
    cells = [p for p in row.parts if isinstance(p, Element) and p.tag in {"td", "th"}]
    if len(cells) == 1:  # a table that only lays out the page
        _visit(walk, cells[0], "paragraph", 0)
        walk.end()
        return
    walk.words.append(" | ".join(" ".join(_marked(cell).split()) for cell in cells))
    walk.end("row" if any(_text(cell).strip() for cell in cells) else "paragraph")


def _marked(element: Element) -> str:
    """Return all words of an element on one line, with their signs."""
    inner = _Walk(whole=True)
    _visit(inner, element, "paragraph", 0)
    inner.end()
    return " ".join(mark.text for mark in inner.marks)


def _list(walk: _Walk, element: Element, level: int) -> None:
    """Add the items of a list; footnotes that a list holds stand below the text."""
    for part in element.parts:
        if not isinstance(part, Element) or (not walk.whole and _is_furniture(part)):
            continue
        if _is_note(part):
            _note(walk, part)
            continue
        if not walk.whole and _is_links(part):
            continue
        _visit(walk, part, "item", level + 1)
        walk.end("item", level + 1)


_NOTE = re.compile(r"(?:foot|end)note-(?!ref)|fn\d|sd(?:foot|end)note\d+\Z")
_NOTE_MARK = re.compile(r"#(?:(?:foot|end)note-ref|fnref|sd(?:foot|end)note\d+(?:sym|anc)\Z)")


def _is_note(element: Element) -> bool:
    """Tell a footnote, as word processors, Mammoth, pandoc and e-books write it."""
    kinds = f"{element.attributes.get('epub:type', '')} {element.attributes.get('role', '')}"
    return element.tag in {"li", "div", "aside", "p"} and bool(
        _NOTE.match(element.attributes.get("id", ""))
        or {"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"} & set(kinds.split())
    )


def _note(walk: _Walk, element: Element) -> None:
    """Keep a footnote for the end of the text."""
    text = _marked(element).strip(" ↑↩︎")
    walk.place += 1
    if without_signs(text).strip():
        number = len(walk.notes) + 1
        walk.notes.append(Mark(f"Note {number}: {text}", "caption", 0, walk.place))


def _is_links(item: Element) -> bool:
    """Tell an item that is nothing but a short link, as in menus."""
    text = _text(item).split()
    return len(text) < 12 and len(text) == len(_text(item, only="a").split())


def _is_mark(element: Element) -> bool:
    """Tell a footnote's mark, and the way back to it."""
    if element.tag == "sup":
        return bool(re.fullmatch(r"\s*\[?\d{1,3}\]?\s*", _text(element))) and any(
            one.tag == "a" for one in element.walk()
        )
    kinds = f"{element.attributes.get('epub:type', '')} {element.attributes.get('role', '')}"
    return element.tag == "a" and bool(
        _NOTE_MARK.match(element.attributes.get("href", ""))
        or {"noteref", "backlink", "doc-noteref", "doc-backlink"} & set(kinds.split())
    )


def _lines(text: str) -> str:
    lines = [re.sub(r"[ \t\r\f\v]+", " ", line).strip() for line in text.split("\n")]
    return "\n".join(line for line in lines if line)
