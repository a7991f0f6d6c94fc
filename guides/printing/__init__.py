"""HTML → PDF: the only place that knows WeasyPrint.

A page is printed with our own fonts and with nothing else: no network, no file, no font that
happens to be on this machine. The same HTML gives the same bytes everywhere. The PDF is
tagged, and is PDF/A-3a and PDF/UA-1 at once: a library can keep it, and a screen reader can
read it.

Whatever WeasyPrint complains about, even in passing, is a page that lost something and so a
failed print: it comes back as `Failed` with every problem.
"""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from guides.printing.complaints import problems
from guides.printing.computed import compute_once
from guides.printing.drawn import draw_at_once
from guides.printing.engine import (
    closed_fetcher,
    complaints,
    finish,
    finish_folded,
    import_weasyprint,
    mishaps,
    most_pages,
)
from guides.printing.fitting import Lay, fit
from guides.printing.fonts import font_folders, only_fonts_in
from guides.printing.line_numbers import with_line_numbers
from guides.printing.lines import break_once, has_own_fonts
from guides.printing.lines import forget as forget_lines
from guides.printing.matched import match_once
from guides.printing.places import anchor, sheet_length
from guides.printing.released import give_back
from guides.printing.shortcuts import take_shortcuts
from guides.printing.styles import forget, parse_once
from guides.printing.styles import keep as keep
from guides.printing.untied import held, untie
from guides.printing.written import write_once
from guides.problems import Failed
from guides.source import Source
from guides.stack import with_room

MOST_PAGES = 60
VARIANT = "pdf/a-3a"


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed guide.

    Attributes:
        pdf: The file.
        pages: How many were laid out; on a folded sheet, two stand side by side.
        sheet_pages: How many the part from the anchor `sheet` to `sheet-end` takes; 0
            where there is no such part.
    """

    pdf: bytes
    pages: int
    sheet_pages: int


def print_pdf(html: str, fonts: tuple[Path, ...] = ()) -> bytes:
    """Return the PDF of a self-contained page; *fonts* are folders, see `Press`.

    Raises:
        Failed: Something on it cannot be printed as it was meant.
    """
    return _press(fonts).print(html).pdf


def print_to_fit(lay: Lay, fonts: tuple[Path, ...] = (), sheet_pages: int = 2) -> Printed:
    """Print a page with as many lines to write on as fit; see `Press.print_to_fit`."""
    return _press(fonts).print_to_fit(lay, sheet_pages)


def sheet_pages(html: str, fonts: tuple[Path, ...] = ()) -> int:
    """Return how many pages the sheet of a page takes; nothing is printed."""
    return _press(fonts).sheet_pages(html)


def preload(fonts: tuple[Path, ...] = ()) -> None:
    """Load the printer but none of its fonts, so that processes forked from this one have it.

    Raises:
        Failed: There are no fonts, or a system library is missing.
    """
    with only_fonts_in((*font_folders(), *fonts)):
        import_weasyprint()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Look for no garbage meanwhile: a page is a hundred thousand objects, and none of them is."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@cache
def _press(fonts: tuple[Path, ...]) -> Press:
    return Press(fonts)


class Press:
    """What a process sets up once to print many guides; not to be shared between threads."""

    def __init__(self, fonts: Sequence[Path] = (), pages: int = MOST_PAGES) -> None:
        """Load the printer and its fonts, which takes about half a second.

        Args:
            fonts: Folders with more fonts, for scripts that ours do not have.
            pages: A guide that grows past this many is a mistake, and is stopped.

        Raises:
            Failed: There are no fonts, or a system library is missing.
        """
        with only_fonts_in((*font_folders(), *fonts)):
            self._weasyprint = import_weasyprint()
            from weasyprint.text.fonts import FontConfiguration

            self._fonts = FontConfiguration()
        parse_once(self._weasyprint)
        match_once(self._weasyprint)
        compute_once(self._weasyprint)
        give_back(self._weasyprint)
        take_shortcuts(self._weasyprint)
        break_once(self._weasyprint)
        draw_at_once(self._weasyprint)
        untie(self._weasyprint)
        write_once(self._weasyprint.pdf.pydyf)
        gc.freeze()  # what is loaded by now stays, and need not be looked through for garbage
        self._pages = pages

    def print(self, html: str) -> Printed:
        """Print a self-contained page.

        Raises:
            Failed: Something on it cannot be printed as it was meant.
        """
        with _undisturbed(), held():
            return with_room(lambda: self._write(*self._numbered(html, self._render(html))))

    def print_to_fit(self, lay: Lay, sheet_pages: int = 2) -> Printed:
        """Print so that the sheet is full and no last page is almost empty; see `fitting`."""
        with _undisturbed(), held():
            return with_room(
                lambda: self._write(*self._numbered(*fit(lay, self._render, sheet_pages)))
            )

    def sheet_pages(self, html: str) -> int:
        """Return how many pages the part from `sheet` to `sheet-end` takes."""
        with held():
            return sheet_length(self._render(html))

    def _render(self, html: str) -> Any:
        """Return WeasyPrint's document, all pages laid out."""
        if has_own_fonts(html):
            forget_lines(self._fonts)
        with complaints() as heard, mishaps(), most_pages(self._pages):
            page = self._weasyprint.HTML(string=html, url_fetcher=closed_fetcher())
            document = page.render(font_config=self._fonts, pdf_variant=VARIANT)
        self._stop_if(heard, html)
        return document

    def _numbered(self, html: str, document: Any) -> tuple[str, Any]:
        """Return a page with its lines numbered where it asks for that."""
        numbered = with_line_numbers(html, document)
        return (numbered, document if numbered == html else self._render(numbered))

    def _write(self, html: str, document: Any) -> Printed:
        # WeasyPrint leaves its colour profile to be closed when nobody holds it any more.
        with complaints() as heard, mishaps(), warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            folded = finish_folded if anchor(document, "folded") else finish
            pdf = document.write_pdf(pdf_variant=VARIANT, finisher=folded)
        self._stop_if(heard, html)
        return Printed(pdf, len(document.pages), sheet_length(document))

    def _stop_if(self, heard: list[str], html: str) -> None:
        if heard:
            forget()  # it tells of a mistake once for each sheet that it has parsed
            forget_lines(self._fonts)
            raise Failed(problems(heard, self._styles(html)))

    def _styles(self, html: str) -> Iterator[tuple[Source, list[str]]]:
        """Yield every style sheet in the page, with what WeasyPrint says about it alone."""
        page = self._weasyprint.HTML(string=html, url_fetcher=closed_fetcher())
        for style in page.etree_element.iter("style"):
            source = Source(style.get("data-file", ""), style.text or "")
            with complaints() as heard:
                self._weasyprint.CSS(string=source.text, url_fetcher=closed_fetcher())
            yield source, heard
