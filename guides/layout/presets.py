"""How the looks change for large print, easy reading, and for saving ink and colour.

A preset is not another theme: it is worked out from whichever theme a project has. Large print
sets every size of type anew, so that lines break where they should on the same paper, which a
page that is only zoomed does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from guides.editions import EDITIONS
from guides.model import Edition, Look

SMALLEST = 18.0  # points, the least that large print is set in
_LARGER = 1.6
_FONT = re.compile(
    r"(?P<before>\bfont:[^;{}]*?)(?P<size>\d+(?:\.\d+)?)pt(?:/(?P<line>\d+(?:\.\d+)?)pt)?"
)
_SIZE = re.compile(r"\bfont-size:\s*(\d+(?:\.\d+)?)pt")
_LINE = re.compile(r"\bline-height:\s*(\d+(?:\.\d+)?)pt")
# Pages that are cut to size: larger type would run over the cut.
CUT_TO_SIZE = frozenset({"cards", "cards-8up", "exit-tickets", "bookmark", "leaflet"})
_FOLDED = frozenset({"leaflet"})
_GROWING = ("run-of-show.css", "talk-map.css", "fill-in.css")
# A line alone is set for type of about this share of it.
_SHARE = 0.72

_LARGE_PRINT = """
@page { margin: 22mm 19mm 24mm }
@page reading {
  margin: 22mm 19mm 24mm; @right-middle { content: none; border: 0 }
  @top-right-corner { content: none }
}
@page close {
  margin: 22mm 19mm 24mm; @top-left { padding-top: 10mm } @bottom-right { padding-bottom: 9mm }
}
@page { @top-left { font-style: normal } }
* { font-style: normal !important }
.text em { font-weight: 600 }
.reading .number, .text li .number { width: auto; margin: 0 3mm 0 0 }
.text .depth-2 .number, .text .depth-3 .number { margin: 0 3mm 0 0 }
.line-number { line-height: inherit }
.stanza > .number { float: left; width: 9mm; margin: 0 0 0 -11mm }
.code, .letterhead { float: none; max-width: none; text-align: left }
.words ul, .agreements ul { columns: 1 }
.fields { margin-top: 8mm }
.sheet .fields, .moves .fields, .evidence .fields, .cover .fields { display: block; margin-top: 0 }
.sheet .field, .moves .field, .evidence .field, .cover .field {
  display: inline-block; width: 47%; margin: 8mm 6% 0 0;
}
.fields .field:nth-child(odd) { margin-right: 0 }
.fields .field.wide { width: 100%; margin-right: 0 }
.show .fields { margin-top: 5mm }
.show .field input { position: static !important; width: 100% !important }
.question, .asked { padding-left: 18mm }
.question .number, .asked .number { width: 11mm; margin-left: -18mm }
.evidence .number, .short .number { width: auto !important; margin: 0 3mm 0 0 !important }
.short, .evidence .ask { padding-left: 0 !important }
.map { line-height: 24pt }
.closer .map { line-height: 21.5pt }
.looser .short { margin-bottom: 24pt }
.known tbody td, .evidence tbody td { height: 13mm !important }
@page wide { margin: 18mm 16mm 19mm !important }
@page tall { margin: 22mm 19mm 24mm !important }
.move { display: block !important; width: auto !important; padding: 0 !important }
.move { break-inside: avoid }
.move h2, .last-ask { margin-top: 15pt !important }
.columns-3 { margin-right: 0 !important }
.star { width: 14pt; height: 14pt }
.mark { width: 7mm }
.sheet h3 { margin-top: 26pt }
.question, .close .question { margin-bottom: 24pt }
.question > .ask + .line, .question > .starter + .line { margin-top: -4mm }
.line, .blank { height: 13mm }
.pointer { white-space: normal }
table { table-layout: auto }
table th, table td { width: auto !important }
.evidence th:nth-child(even), .known th:nth-child(even) { width: 14mm !important }
.checks { table-layout: fixed }
.checks th:nth-child(1) { width: 32mm !important }
.checks th:nth-child(3) { width: 21mm !important }
.checks th:nth-child(4) { width: 47mm !important }
tbody tr { break-after: auto !important }
.run { break-inside: auto }
.run table { table-layout: fixed }
.run th:nth-child(1) { width: 23mm !important }
.run th:nth-child(2) { width: 38mm !important }
.run th:nth-child(4) { width: 50mm !important }
.show-steps { table-layout: fixed }
.show-steps td:nth-child(3), .run td:nth-child(3) { padding-right: 6mm }
.show-steps th:nth-child(1) { width: 29mm !important }
.show-steps th:nth-child(2) { width: 40mm !important }
.show-steps th:nth-child(4) { width: 52mm !important }
.asks { padding-left: 9mm !important; text-indent: -9mm !important }
.asks b { width: 9mm !important }
.glance .columns > div, .glance .columns > div + div { display: block; width: auto; margin: 0 }
.glance h3 { margin-top: 4pt }
.starred .asked { float: none; width: auto }
.asked { break-after: avoid }
.noted.starred { break-inside: auto }
.advice p { break-inside: avoid }
.advice p:first-child, .advice p:nth-last-child(2) { break-after: avoid }
.advice p:last-child { break-after: auto }
.advice, .starred .advice { margin-left: 18mm }
.advice p, .labelled p { padding-left: 0 }
.advice b, .labelled b { float: none; margin: 0 2mm 0 0 }
.adapt { break-inside: auto }
"""
# Lines are as far apart in every text, however its last page ends: hence what outdoes `closer` and
# `looser`, which have only paragraphs nearer to each other or further apart, and a title further
# from its text. What is cut to size keeps what it is set in.
_EASY_READING = """
:root {
  --serif: "Source Sans Pro", sans-serif; --sans: var(--serif); --display: var(--serif);
}
@page { @top-left { font-style: normal; font-family: "Source Sans Pro", sans-serif } }
* { font-style: normal !important; hyphens: manual !important }
.text em { font-weight: 600 }
.reading { line-height: 21pt !important }
.booklet .reading { font-size: 11pt !important; line-height: 18pt !important }
.text { --gap: 13pt !important }
.closer .text { --gap: 8pt !important }
.looser .text { --gap: 18pt !important }
.looser .reading > header { padding-top: 34pt; margin-bottom: 40pt }
.looser .reading > footer { margin-top: 30pt }
.booklet .text { --gap: 8pt !important }
.booklet .byline { font-size: 11pt !important }
.preface, .preface p, .explain, .content-note, .how-to, .words li, .gloss, .starter, .support {
  font-size: 11pt !important; line-height: 16pt !important;
}
.ask .pointer, .words .pointer { font-size: 11pt }
.ticket-ask .pointer { font-size: 10pt }
:is(.sheet, .moves, .evidence, .known, .talk) .ask {
  font-size: 11.5pt !important; line-height: 18pt !important;
}
"""
_GRAYSCALE = """
:root { --accent: #1b1b1b }
"""
_INK_SAVER = """
:root { --bar: 0.5pt solid #1b1b1b; --ruled: 0.4pt solid #7d7d7d; --accent: #4a4a4a; --weight: 400 }
h1, h2, h3, h4, h5, h6, .sheet-title, .cover-title, .strip-title, .ticket-title, .overline,
.card-head, .rest p { font-weight: 400 !important }
*::before { border-width: 0 !important }
.content-note { border-left-width: 0.5pt }
"""
# A field lies over the lines that it stands for, so a sheet is as long as it is on paper.
_FILLABLE = """
.answer {
  position: relative; border: 0.6pt solid #7d7d7d; margin-top: 2pt; padding-bottom: 7.5pt;
  break-inside: avoid;
}
.sheet h3 { margin-top: 17pt }
.question { margin-bottom: 13pt }
.close h3 { margin-top: 9pt }
.close .question { margin-bottom: 6pt }
.answer .line { border-bottom: 0 }
textarea, input {
  appearance: auto; box-sizing: border-box; margin: 0; padding: 0 1mm; border: 0; background: none;
  font: 11pt/15pt "Source Sans Pro"; color: #1b1b1b; text-indent: 0
}
.answer textarea { position: absolute; top: 0; left: 0; width: 100%; height: 100% }
td textarea, th textarea { display: block; width: 100%; height: 7mm }
.fields { margin-top: 5pt }
.field input { display: block; width: 100%; height: 6mm; padding: 0 }
.evidence .answer { margin-top: 0 }
.blank { border: 0.6pt solid #7d7d7d !important; margin-top: 2pt }
.known td textarea { height: 12mm }
.facilitator ul.ticks { list-style: none }
.ticks li { position: relative }
.ticks input {
  position: absolute; left: -6mm; top: 0.6mm; width: 3.4mm; height: 3.4mm; padding: 0;
  border: 0.6pt solid #7d7d7d;
}
.gap-field {
  display: inline-block; width: 45mm; height: 4mm; vertical-align: -0.8mm;
  border-bottom: 0.6pt solid #7d7d7d;
}
.blank input { display: block; width: 100%; height: 100% }
.scale input {
  width: 4.5mm; height: 4.5mm; margin-left: 1.5mm; vertical-align: -1mm;
  border: 0.6pt solid #7d7d7d; border-radius: 50%;
}
"""
# Half of the width stays free; no line is printed there, since nobody knows whose letters come.
_HEAD_OF_A_COLUMN = """
  @top-left { width: 50% }
  @top-right {
    content: "In my language"; width: 45%; box-sizing: border-box; padding: 10mm 0 0 8mm;
    vertical-align: top; text-align: left; font: 600 10.5pt/11pt var(--sans); color: #4a4a4a;
    font-variant-caps: var(--caps); letter-spacing: var(--tracking);
  }
"""
_BILINGUAL = """
@page reading {
  margin: 20mm 106mm 20mm 26mm;
  @right-middle { content: "In my language"; margin-left: 6mm; margin-right: 15mm }
  @top-right-corner { content: none }
}
.reading h1 { font-size: 21pt; line-height: 26pt }
.words ul { columns: 1 }
.words li { min-height: 7mm; margin-bottom: 0; padding: 1.2mm 45% 1.2mm 4mm }
.words .blank { border-bottom: 0 }
.words li { border-bottom: var(--hair) }
.reading .words li { padding-right: 0 }
.question > p { margin-right: 45%; padding-right: 3mm; border-right: var(--hair) }
.question > .ask { min-height: 24mm }
.question > .ask:has(+ .starter) { min-height: 0 }
.question > .starter { min-height: 18mm }
.sheet:not(.close) { page: questions }
@page questions { HEAD }
@page close { HEAD }
""".replace("HEAD", _HEAD_OF_A_COLUMN)
# In large print half a page is too narrow for a line of text, so that the page lies down.
_BILINGUAL_LARGE = """
@page reading {
  size: PAPER landscape; margin: 20mm 130mm 20mm 22mm;
  @right-middle {
    content: "In my language"; margin-left: 14mm; margin-right: 15mm;
    border-left: 0.5pt solid #9a9a9a;
  }
}
.words li { min-height: 12mm }
.question > .ask { min-height: 39mm }
.question > .starter { min-height: 28mm }
"""
_DUPLEX = """
.sheet { break-before: right }
@page :blank { @top-left { content: none } @bottom-right { content: none } }
"""


def worn(look: Look, edition: Edition) -> Look:
    """Return what *edition* takes of a look: what is cut to size keeps the type that fits it.

    What is folded keeps its columns and its lines, too: half a page has no room beside them. Only
    a handout has a part that could begin on another side of the paper.
    """
    if edition in _FOLDED:
        look = replace(look, bilingual=False, fillable=False, line_numbers=False)
    return replace(
        look,
        large_print=look.large_print and edition not in CUT_TO_SIZE,
        duplex=look.duplex and (edition == "handout" or edition not in EDITIONS),
    )


def dressed(css: str, look: Look) -> str:
    """Return a theme's style sheet as *look* wants it; the same where it wants nothing."""
    if look.easy_reading:
        css += _EASY_READING
    if look.fillable:
        css += _FILLABLE
    if look.bilingual:
        css += _BILINGUAL
    if look.large_print:
        css = enlarged(css) + _LARGE_PRINT
    if look.large_print and look.bilingual:
        css += _BILINGUAL_LARGE.replace("PAPER", look.paper)
    for wanted, rules in (
        (look.ink_saver, _INK_SAVER),
        (look.grayscale, _GRAYSCALE),
        (look.duplex, _DUPLEX),
    ):
        css += rules if wanted else ""
    return css


def overlaid(css: str, look: Look) -> str:
    """Return a theme that lies over the standard one; what pages are built like is that one's."""
    css = enlarged(css) if look.large_print else css
    for wanted, rules in (
        (look.easy_reading, _EASY_READING),
        (look.ink_saver, _INK_SAVER),
        (look.grayscale, _GRAYSCALE),
    ):
        css += rules if wanted else ""
    return css


def enlarged_sheets(templates: Mapping[str, str]) -> dict[str, str]:
    """Return the templates with the style sheets of pages that can grow set in large print."""
    return {
        name: enlarged(text) if name.rpartition("/")[2] in _GROWING else text
        for name, text in templates.items()
    }


def enlarged(css: str) -> str:
    """Return a style sheet in which no type is under 18 pt, lines in proportion."""
    css = _FONT.sub(_larger_font, css)
    css = _SIZE.sub(lambda found: f"font-size: {_larger(float(found[1])):g}pt", css)
    return _LINE.sub(lambda found: f"line-height: {_line(float(found[1])):g}pt", css)


def _larger(size: float) -> float:
    return max(SMALLEST, round(size * _LARGER, 1))


def _line(height: float) -> float:
    size = height * _SHARE
    return round(height * _larger(size) / size, 1)


def _larger_font(found: re.Match[str]) -> str:
    size = float(found["size"])
    larger = _larger(size)
    line = f"/{round(float(found['line']) * larger / size, 1):g}pt" if found["line"] else ""
    return f"{found['before']}{larger:g}pt{line}"
