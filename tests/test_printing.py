"""From HTML to paper: what a file says of itself, and what is refused."""

import base64
import gc
import hashlib
import http.server
import io
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pypdf
import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from PIL import Image

from guides import kept
from guides.layout import lay_out
from guides.model import Look
from guides.printing import Press, fonts
from guides.printing.fitting import fit
from guides.problems import Failed, show
from tests import page_lint
from tests.sample_guide import a_document, a_guide, the_guide

EDITIONS = ("handout", "facilitator-guide")
PAPERS = {"letter": (612, 792), "a4": (595, 842)}


@pytest.fixture(scope="module")
def fitted(press, page_templates):
    """The sample guide in every edition on every paper: HTML and pages, fitted."""
    guide = the_guide()

    def fit_one(edition, paper):
        return fit(
            lambda lines, setting: lay_out(
                guide, edition, page_templates, Look(paper=paper), lines, setting
            ),
            press._render,
            sheet_pages=2,
        )

    return {(edition, paper): fit_one(edition, paper) for edition in EDITIONS for paper in PAPERS}


@pytest.fixture(scope="module")
def printed(press, fitted):
    return {key: press._write(html, document) for key, (html, document) in fitted.items()}


def page(body: str, style: str = "") -> str:
    return f'<html lang="en"><title>A page</title><style>{style}</style><body>{body}</body></html>'


@pytest.mark.parametrize("spaced", ["", "letter-spacing: 1px; overflow-wrap: break-word"])
def test_what_a_line_leaves_out_is_not_read_wherever_its_mark_stands(spaced, press):
    """One font serves both, and its letters mean the same everywhere."""
    cut = "white-space: nowrap; overflow: hidden; text-overflow: ellipsis"
    title = f"<p style='{cut}'>" + "One title for all. " * 9
    html = page(title + "<p>It goes on …", f"p {{ {spaced} }}")

    read = pypdf.PdfReader(io.BytesIO(press.print(html).pdf)).pages[0].extract_text()

    assert "It goes on …" in read
    assert read.count("…") == 2
    assert "One title for all. One" in read


def problem_of(press: Press, html: str) -> str:
    """Return the one problem that printing *html* ends in, as an author reads it."""
    with pytest.raises(Failed) as caught:
        press.print(html)
    assert len(caught.value.problems) == 1
    return show(caught.value.problems[0])


# ---------------------------------------------------------------- the file


def outline(entries, reader, depth=0):
    """Yield the bookmarks, indented, each with its page."""
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, reader, depth + 1)
        else:
            number = reader.get_destination_page_number(entry) + 1
            yield f"{'  ' * depth}{entry.title} ({number})"


def tags(element: Any, depth=0):
    """Yield the kinds of a tag tree, without what only wraps words."""
    element = element.get_object()
    if not isinstance(element, pypdf.generic.DictionaryObject) or "/S" not in element:
        return
    kind = str(element["/S"]).removeprefix("/")
    dull = kind in ("NonStruct", "Span", "Div", "LBody", "Lbl")
    if not dull:
        alt = f": {element['/Alt']}" if "/Alt" in element else ""
        yield f"{'  ' * depth}{kind}{alt}"
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        yield from tags(kid, depth + (not dull))


def read(pdf: bytes) -> tuple[pypdf.PdfReader, Any]:
    """Return a PDF and its catalogue."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return reader, reader.trailer["/Root"]


def anatomy(pdf: bytes) -> str:
    """Return a PDF in words: what it says of itself, its fonts, outline, tags and text."""
    reader, root = read(pdf)
    tree = root["/StructTreeRoot"]
    return "\n".join(
        [
            *(f"{key}: {value}" for key, value in sorted((reader.metadata or {}).items())),
            f"language: {root['/Lang']}",
            f"title shown: {root['/ViewerPreferences']['/DisplayDocTitle']}",
            f"pages: {len(reader.pages)}",
            "",
            "fonts",
            *sorted({name for sheet in reader.pages for name in embedded_fonts(sheet)}),
            "",
            "outline",
            *outline(reader.outline, reader),
            "",
            "tags",
            *(line for kid in tree["/K"] for line in tags(kid)),
            "",
            *(
                f"page {number}\n{sheet.extract_text()}\n"
                for number, sheet in enumerate(reader.pages, 1)
            ),
        ]
    )


def embedded_fonts(sheet: Any):
    """Yield the name of every font of a page, without the letters that mark a subset."""
    for font in sheet["/Resources"]["/Font"].values():
        inner = font["/DescendantFonts"][0]
        kind = "embedded" if "/FontFile2" in inner["/FontDescriptor"] else "not embedded"
        yield f"{font['/BaseFont'].partition('+')[2]}: {kind}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_anatomy_of_an_edition_is_held_still(edition, printed, golden):
    golden(f"{edition}.pdf.txt", anatomy(printed[edition, "letter"].pdf))


def test_a_file_says_that_it_can_be_kept_and_read_aloud(printed):
    for edition in EDITIONS:
        metadata = read(printed[edition, "letter"].pdf)[1]["/Metadata"].get_data().decode()

        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert 'pdfaid:part="3" pdfaid:conformance="A"' in metadata


def test_a_file_has_no_date_that_nobody_gave_it(printed):
    for sheet in printed.values():
        assert not {"/CreationDate", "/ModDate"} & set(read(sheet.pdf)[0].metadata or {})


@pytest.mark.parametrize("paper", PAPERS)
def test_paper_has_the_size_that_was_asked_for(paper, printed):
    for edition in EDITIONS:
        box = pypdf.PdfReader(io.BytesIO(printed[edition, paper].pdf)).pages[0].mediabox

        assert (round(box.width), round(box.height)) == PAPERS[paper]


def test_the_language_of_a_reading_reaches_whoever_reads_aloud(press, page_templates):
    guide = a_guide(a_document([("paragraph", "Nadie vino.")], language="es"))

    pdf = press.print(lay_out(guide, "handout", page_templates)).pdf

    tree = read(pdf)[1]["/StructTreeRoot"]
    assert "es" in list(languages(tree["/K"][0]))


def languages(element: Any):
    element = element.get_object()
    if isinstance(element, pypdf.generic.DictionaryObject):
        if "/Lang" in element:
            yield element["/Lang"]
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from languages(kid)


# ---------------------------------------------------------------- twice the same


def test_printing_twice_gives_the_same_bytes(press, page_templates):
    html = lay_out(the_guide(), "facilitator-guide", page_templates)

    assert press.print(html).pdf == press.print(html).pdf


def test_another_process_prints_the_same_bytes(printed, page_templates, checkout, tmp_path):
    """Another hash seed, another time zone, no cache, another way through the code."""
    html = lay_out(the_guide(), "facilitator-guide", page_templates)
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    code = (
        "import hashlib, pathlib, sys; from guides.printing import print_pdf; "
        "html = pathlib.Path(sys.argv[1]).read_text('utf-8'); "
        "print(hashlib.sha256(print_pdf(html)).hexdigest())"
    )
    environment = os.environ | {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "page.html")],
        capture_output=True, text=True, check=True, cwd=checkout, env=environment,
    )  # fmt: skip

    here = hashlib.sha256(printed["facilitator-guide", "letter"].pdf).hexdigest()
    assert done.stdout.strip() == here


# ---------------------------------------------------------------- how it looks


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_designer_finds_nothing_wrong_with_a_page(edition, paper, fitted):
    _, document = fitted[edition, paper]

    assert page_lint.complaints(document) == []


def test_the_question_sheet_takes_two_pages_and_the_facilitator_guide_five(printed):
    for paper in PAPERS:
        assert printed["handout", paper].sheet_pages == 2
        assert printed["facilitator-guide", paper].pages <= 5


# ---------------------------------------------------------------- what is refused


class Listener(http.server.BaseHTTPRequestHandler):
    """Counts who asks."""

    asked: ClassVar[list[str]] = []

    def do_GET(self):
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_args):
        pass


@pytest.fixture
def listener():
    """A server that must never be asked; yields its address and what was asked."""
    Listener.asked = []
    server = http.server.HTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", Listener.asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "body",
    [
        '<img src="{}/a.png" alt="A picture">',
        '<style>@import url("{}/a.css");</style>',
        '<p style="background: url({}/a.png)">A word</p>',
        '<link rel="stylesheet" href="{}/a.css">',
        '<link rel="attachment" href="{}/a.txt">',
        '<svg xmlns="http://www.w3.org/2000/svg"><title>A</title><image href="{}/a.png"/></svg>',
        '<object data="{}/a.svg"></object>',
    ],
)
def test_nothing_is_fetched_from_anywhere(body, press, listener, tmp_path):
    address, asked = listener
    (tmp_path / "a.png").write_bytes(b"not a picture")

    for place in (address, tmp_path.as_uri()):
        with pytest.raises(Failed):
            press.print(page(body.format(place)))

    assert asked == []


def test_a_picture_in_the_page_itself_is_printed(press):
    dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"

    assert press.print(page(f'<img alt="A dot" src="{dot}">')).pages == 1


def test_no_picture_may_be_blurred_since_an_archive_refuses_it(press):
    whole = io.BytesIO()
    Image.new("RGBA", (4, 4), (200, 30, 30, 90)).save(whole, "PNG")
    dots = base64.b64encode(whole.getvalue()).decode()

    pdf = press.print(page(f'<img alt="Dots" src="data:image/png;base64,{dots}">')).pdf

    resources: Any = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]
    (picture,) = (item.get_object() for item in resources["/XObject"].values())
    assert [part["/Interpolate"] for part in (picture, picture["/SMask"])] == [False, False]


def test_a_link_is_printed_and_not_followed(press, listener):
    address, asked = listener

    press.print(page(f'<p><a href="{address}/a">The whole text</a></p>'))

    assert asked == []


def test_pages_without_end_are_stopped(press):
    shown = problem_of(press, page("<p>word</p>" * 200, "p { break-after: page }"))

    assert shown.startswith("error: the pages do not end: more than 60 [too-many-pages]")


def test_after_a_page_without_end_the_press_goes_on(press):
    problem_of(press, page("<p>word</p>" * 200, "p { break-after: page }"))

    assert press.print(page("<p>word</p>")).pages == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("سلام", "our fonts do not have the Arabic letters `ا` (U+0627), `س` (U+0633)"),
        ("漢字", "our fonts do not have the CJK letters"),
        ("★", "our fonts do not have the signs `★` (U+2605)"),
    ],
)
def test_a_letter_that_no_font_has_names_its_script(text, message, press):
    assert message in problem_of(press, page(f"<p>{text}</p>"))


def test_letters_of_many_european_languages_are_there(press):
    text = "Ærøskøbing, Łódź, façade, ¿qué?, ţară, Đà Nẵng, Ελλάδα, Москва, „so“ – ½ … →"

    assert press.print(page(f"<h1>{text}</h1><p>{text} <i>{text[:40]}</i></p>")).pages == 1


def test_a_mistake_in_a_theme_is_shown_at_its_place(press, page_templates):
    theme = "p { color: red }\nh1 { colour: blue; margin: 2 }\n"
    html = lay_out(the_guide(), "handout", page_templates | {"themes/standard/theme.css": theme})

    with pytest.raises(Failed) as caught:
        press.print(html)

    file = "templates/themes/standard/theme.css"
    assert [show(problem).splitlines()[0] for problem in caught.value.problems] == [
        f"{file}:2:6: error: ignored `colour: blue`, unknown property [style-mistake]",
        f"{file}:2:20: error: ignored `margin: 2`, invalid value [style-mistake]",
    ]


@pytest.mark.parametrize(
    ("theme", "place"),
    [
        ("p { color: red }\nh2  color: black }\np { margin: 0 }\n", ":2:1: "),
        ("p { color: red }\nh2 { color: black\np { margin: 0 }\n", ":2:6: "),
        ("p { color: red }\n}\np { margin: 0 }\n", ":2:1: "),
        ("p { color: red }\n{ margin: 0 }\n", ": "),
    ],
)
def test_a_bracket_too_few_or_too_many_is_shown_in_its_line(theme, place, press, page_templates):
    html = lay_out(the_guide(), "handout", page_templates | {"themes/standard/theme.css": theme})

    with pytest.raises(Failed) as caught:
        press.print(html)

    (problem,) = caught.value.problems
    assert show(problem).startswith(f"templates/themes/standard/theme.css{place}error: invalid")


def test_a_style_that_the_printer_trips_over_is_a_problem(press):
    shown = problem_of(press, page("<ul><li>word</li></ul>", "li::marker { content: 'x' }"))

    assert shown.startswith("error: the printer gave up on this page: min-content width")


def test_a_page_nested_too_deep_is_a_problem(press):
    assert "the printer gave up" in problem_of(press, page("<div>" * 3000 + "word"))


def test_a_picture_without_a_description_is_a_problem(press):
    dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"

    assert "has no required alt description" in problem_of(press, page(f'<img src="{dot}">'))


# ---------------------------------------------------------------- fonts


def test_only_our_own_fonts_are_used_whatever_a_page_asks_for(press):
    pdf = press.print(page("<p>One</p><pre>two</pre>", "p { font-family: Arial, cursive }")).pdf

    names = {
        name for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages for name in embedded_fonts(sheet)
    }
    assert {name.partition("-Pro")[0] for name in names} <= {"Source-Serif", "Source-Sans"}


def test_without_a_font_the_problem_names_the_package(monkeypatch):
    """WeasyPrint itself would die of a segmentation fault."""
    monkeypatch.setattr(fonts, "PACKAGES", ("font_of_nobody", "font_source_sans_pro"))

    with pytest.raises(Failed) as caught:
        fonts.font_folders()

    (problem,) = caught.value.problems
    assert problem.message == "there are no fonts in `font-of-nobody`"
    assert problem.hint == "install `font-of-nobody`"


def test_the_settings_of_fonts_are_kept_out_of_every_project(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("FONTCONFIG_FILE", "the user's own")
    monkeypatch.chdir(tmp_path)

    with fonts.only_fonts_in([tmp_path]):
        inside = os.environ["FONTCONFIG_FILE"]

    assert Path(inside).is_relative_to(tmp_path / "cache" / "guides")
    assert f"<dir>{tmp_path}</dir>" in Path(inside).read_text("utf-8")
    assert os.environ["FONTCONFIG_FILE"] == "the user's own"


def test_a_home_that_cannot_be_written_does_not_stop_the_press(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    with fonts.only_fonts_in([tmp_path]):
        inside = os.environ["FONTCONFIG_FILE"]

    assert Path(inside).exists()


def test_a_cache_that_would_lie_in_the_project_is_not_used(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", "here")

    assert kept.folder("printer") == tmp_path / "home" / ".cache" / "guides" / "printer"
    assert not (tmp_path / "here").exists()


def test_a_missing_system_library_is_a_problem_and_not_a_traceback(checkout):
    code = (
        "import cffi; from guides.printing import engine, quick\n"
        "from guides.problems import Failed\n"
        "quick.VERSION = 'another'\n"  # the quick way does not ask cffi
        "def missing(self, name, flags=0): raise OSError(f'cannot load library {name!r}')\n"
        "cffi.FFI.dlopen = missing\n"
        "try: engine.import_weasyprint()\n"
        "except Failed as failed: print(failed.problems[0].code, failed.problems[0].message)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=checkout
    )

    assert done.stdout.startswith("no-printer the printer cannot start: cannot load library")


def test_a_font_of_ones_own_prints_what_ours_do_not_have(tmp_path):
    build_font_with("★", tmp_path / "stars.ttf")

    pdf = Press(fonts=[tmp_path]).print(page("<p>A ★</p>")).pdf

    names = set(embedded_fonts(read(pdf)[0].pages[0]))
    assert names == {"Source-Serif-Pro: embedded", "Stars: embedded"}


def build_font_with(char, path):
    """Write a font that has one square sign and nothing else."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(corner)
    pen.closePath()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "sign"])
    font.setupCharacterMap({ord(char): "sign"})
    font.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "sign": pen.glyph()})
    font.setupHorizontalMetrics({".notdef": (600, 0), "sign": (600, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Stars", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.save(path)


# ---------------------------------------------------------------- the look of the linter


@pytest.mark.parametrize(
    ("html", "style", "message"),
    [
        ("<p>word</p><h2>Alone</h2><p>word</p>", "p { height: 4.7in } h2 { break-after: auto }",
         "the heading `Alone` stands alone at the foot"),
        ("<p>word</p>", "p { white-space: nowrap; width: 9in; text-align: right }",
         "runs past the right margin"),
        ("<p>word</p>", "p { font-size: 8pt }", "is under 9 pt"),
        ("<p>12345678</p>", "p { width: 0.5in; overflow-wrap: break-word }", "is broken before"),
        ("<p>word</p><p>word</p>", "p + p { break-before: page }", "page 2: nearly empty"),
        ("<div class='question'><p>What?</p><p>_</p></div>", "p { height: 8in }",
         "a question is split between pages 1 and 2"),
    ],
)  # fmt: skip
def test_the_page_lint_sees_what_is_wrong(html, style, message, press):
    document = press._render(page(html, style))

    assert any(message in sentence for sentence in page_lint.complaints(document))


# ---------------------------------------------------------------- lines


@pytest.mark.parametrize("space", [" ", "&nbsp;"])
@pytest.mark.parametrize("width", [100, 101, 101.5, 102, 102.5, 103])
def test_a_line_does_not_end_after_its_first_word(width, space, press):
    """So the printer would have it, where the first word of the hint does not fit any more."""
    ask = "Which sentence in the text do you most want to talk about?"
    html = page(
        f"<p>{ask}{space}<small>Mark it</small></p>",
        f"p {{ width: {width}mm; padding-left: 11mm; font: 11pt/14pt 'Source Serif Pro' }}"
        " small { font: 9pt/1 'Source Sans Pro' } @page { size: letter; margin: 1in }",
    )

    boxes = press._render(html).pages[0]._page_box.descendants()
    lines = [page_lint.words(box) for box in boxes if type(box).__name__ == "LineBox"]

    assert len(lines[0]) > 40
    assert lines[1].startswith("Mark") <= (space == " ")


@pytest.mark.parametrize("page", ["<p>One", "<p style='color: nothing'>One"])
def test_garbage_is_looked_for_again_after_a_page(press, page):
    watched = []
    collecting = gc.isenabled()

    def lay(_lines, _setting):
        watched.append(gc.isenabled())
        return page

    gc.enable()
    try:
        with suppress(Failed):
            press.print_to_fit(lay)

        assert watched
        assert not any(watched)
        assert gc.isenabled()
    finally:
        if not collecting:
            gc.disable()


@pytest.mark.parametrize("before", range(6, 30, 4))
def test_the_times_of_a_session_are_parted_in_the_middle_or_not_at_all(
    before, press, page_templates
):
    guide = the_guide()
    care = replace(guide.care, preparation=("Read the text yourself.",) * before)
    html = lay_out(replace(guide, care=care), "facilitator-guide", page_templates)

    rows = [times_on(page) for page in press._render(html).pages]

    assert sum(rows) == len(guide.steps)
    assert all(count >= 3 for count in rows if count)


def times_on(page):
    """Return how many steps of the session stand on a page."""
    boxes = [box for box in page._page_box.descendants() if box.element_tag == "section"]
    runs = [box for box in boxes if box.element.get("class") == "run"]
    return sum(
        box.element_tag == "tr" and type(box).__name__ == "TableRowBox"
        for run in runs
        for box in run.descendants()
    ) - len(runs)
