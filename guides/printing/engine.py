"""WeasyPrint, held down: no compiler at start, no network, no endless document.

Everything here is about the program that draws; what a guide is, it does not know.
"""

from __future__ import annotations

import ctypes.util
import importlib
import io
import logging
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, redirect_stdout
from types import ModuleType
from typing import Any

from guides import kept
from guides.printing import cut_short, fill_in, quick
from guides.printing.hyphens import keep_patterns
from guides.printing.imposing import impose
from guides.problems import Failed, Problem

_UA_DECLARED = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    b"<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
    b'<rdf:Description rdf:about=""'
    b' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    b' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b"<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    b"<pdfaProperty:name>part</pdfaProperty:name>"
    b"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    b"</rdf:Description></rdf:RDF>"
)


_GLUE = "\u00a0"  # a space at which no line ends
_SPACES = (" ", _GLUE)


def import_weasyprint() -> ModuleType:
    """Return WeasyPrint; call it only where fontconfig has its settings.

    Raises:
        Failed: Pango or another system library is missing.
    """
    folder = kept.folder("printer")
    try:
        module = _imported(quick.loading(folder))
    except Exception:  # noqa: BLE001  whatever it is, the usual way is open
        module = None
    try:
        module = module or _imported(nullcontext())
    except OSError as error:
        raise Failed(
            [
                Problem(
                    "no-printer",
                    f"the printer cannot start: {error}".splitlines()[0],
                    hint="run `guides doctor`; it names the system library to install",
                )
            ]
        ) from error
    keep_patterns(sys.modules["pyphen"], folder)
    _tag_languages()
    fill_in.keep_fonts_small()
    cut_short.keep_marks()
    _break_lines_late()
    return module


def _imported(way: AbstractContextManager[None]) -> ModuleType:
    """Return WeasyPrint, imported in a *way*; where that fails, nothing of it is left."""
    try:
        # It tells of a missing library on standard output, which is not its to write on.
        with redirect_stdout(io.StringIO()), way, _no_library_search():
            return importlib.import_module("weasyprint")
    except BaseException:
        # Half of the package is loaded now, and would be taken for all of it.
        for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
            del sys.modules[name]
        raise


@contextmanager
def _no_library_search() -> Iterator[None]:
    """Keep cffi from looking for libraries with `ldconfig`, `gcc` and `ld` on Linux.

    It would start some twenty of them; the loader finds the libraries by their own names.
    """
    search = ctypes.util.find_library
    if sys.platform.startswith("linux"):
        ctypes.util.find_library = lambda name: None  # noqa: ARG005  its caller names it
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _tag_languages() -> None:
    """Let the language of a part, such as a reading in Spanish, reach the PDF's tags.

    WeasyPrint 70 only writes the language of the whole document. The function is private;
    should it move, the pages are printed as before, and a test says so.
    """
    import pydyf  # type: ignore[import-untyped]
    from weasyprint.pdf import tags

    build = getattr(tags, "_build_box_tree", None)
    if build is None or hasattr(build, "tags_languages"):
        return

    def build_with_language(box: Any, *arguments: Any) -> Iterator[Any]:
        element = getattr(getattr(box, "_box", box), "element", None)
        language = element.get("lang") if element is not None else None
        for tag in build(box, *arguments):
            if language and "Lang" not in tag:
                tag["Lang"] = pydyf.String(language)
            yield tag

    build_with_language.tags_languages = True  # type: ignore[attr-defined]
    tags._build_box_tree = build_with_language  # noqa: SLF001  there is no public way


def _break_lines_late() -> None:
    """Let a line that is followed by a space end there, and not after its first word.

    Where words and a space are followed by an element that does not fit on the line, WeasyPrint 70
    takes the space for more than the line can hold, and breaks it as early as it can. The
    function is private; should it move, the pages are printed as before, and a test says so.
    """
    from weasyprint.layout import inline

    split = getattr(inline, "split_first_line", None)
    if split is None or hasattr(split, "breaks_late"):
        return

    def split_late(text: str, *arguments: Any, **more: Any) -> Any:
        found = split(text, *arguments, **more)
        first = text.find(" ") + 1
        if not text.endswith(_SPACES) or found[2] is None or found[2] != len(text[:first].encode()):
            return found
        kept, after = text.rstrip("".join(_SPACES)), len(text.encode())
        if text.endswith(_GLUE):  # its last word goes with what follows
            kept = kept.rpartition(" ")[0]
            after = len(kept.encode()) + 1
        without = split(kept, *arguments, **more) if kept else found
        if without[2] is None:  # all of it fits, and what comes next begins a line
            return (*without[:2], after, *without[3:])
        return without

    split_late.breaks_late = True  # type: ignore[attr-defined]
    inline.split_first_line = split_late


def closed_fetcher() -> Any:
    """Return a fetcher that only serves what stands in the page itself: `data:` addresses."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=["data"], allow_redirects=False)


@contextmanager
def most_pages(limit: int) -> Iterator[None]:
    """Stop a layout that reaches more than *limit* pages.

    Raises:
        Failed: It did.
    """
    progress = logging.getLogger("weasyprint.progress")
    level, watch = progress.level, _PageWatch(limit)
    progress.addFilter(watch)
    progress.setLevel(logging.INFO)
    try:
        yield
    finally:
        progress.removeFilter(watch)
        progress.setLevel(level)


class _PageWatch(logging.Filter):
    """Reads WeasyPrint's progress, which names each page before it is laid out."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def filter(self, record: logging.LogRecord) -> bool:
        page = record.args[0] if isinstance(record.args, tuple) and record.args else 0
        if "Page %d" in record.msg and isinstance(page, int) and page > self.limit:
            message = f"the pages do not end: more than {self.limit}"
            hint = "look for a huge margin, a tiny page or a repeated part in the layout"
            raise Failed([Problem("too-many-pages", message, hint=hint)])
        return False


@contextmanager
def mishaps() -> Iterator[None]:
    """Turn what WeasyPrint trips over into a problem: some style sheets are too much for it.

    Raises:
        Failed: It gave up.
    """
    try:
        yield
    except Failed:
        raise
    except Exception as error:
        message = f"the printer gave up on this page: {str(error) or type(error).__name__}"
        hint = "take back the last change to the theme or the layout, or write it another way"
        raise Failed([Problem("page-too-hard", message, hint=hint)]) from error


@contextmanager
def complaints() -> Iterator[list[str]]:
    """Collect what WeasyPrint complains about, in its own words."""
    heard: list[str] = []
    ear = logging.Handler(logging.WARNING)
    ear.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(ear)
    try:
        yield heard
    finally:
        logger.removeHandler(ear)


def finish(document: Any, pdf: Any) -> None:
    """Make of a PDF/A-3a what it says it is, and PDF/UA-1 too."""
    _keep_dots_apart(pdf)
    if "AcroForm" in pdf.catalog:
        fill_in.mend(pdf)
    _declare_ua(pdf)
    _declare_areas(document, pdf)


def finish_folded(document: Any, pdf: Any) -> None:
    """Likewise, and put the pages onto sheets to fold."""
    finish(document, pdf)
    impose(pdf)


def _keep_dots_apart(pdf: Any) -> None:
    """Take back that readers may blur pictures, which PDF/A does not allow."""
    for item in pdf.objects:
        details = getattr(item, "extra", None)
        if details and "Interpolate" in details:
            details["Interpolate"] = "false"


def _declare_areas(document: Any, pdf: Any) -> None:
    """Write where the area inside the margins of each page is, as its art box.

    With it, whoever has the finished file alone can tell text that runs into a margin.
    """
    import pydyf

    by_reference = {item.reference: item for item in pdf.objects}
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        box = page._page_box  # noqa: SLF001  the public page has no margins
        left, top = box.content_box_x(), box.content_box_y()
        edges = (left, page.height - top - box.height, left + box.width, page.height - top)
        by_reference[reference]["ArtBox"] = pydyf.Array(round(0.75 * edge, 3) for edge in edges)


def _declare_ua(pdf: Any) -> None:
    """Add to the metadata that the file is PDF/UA-1."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])].stream
    metadata[0] = metadata[0].replace(b"</rdf:RDF>", _UA_DECLARED)
