"""What is wrong with a finished page, seen in the file alone."""

from dataclasses import replace

import pytest

from guides import layout, making, proofs
from guides.editions import EDITIONS
from guides.model import PLAIN, Look
from guides.printing.fitting import fit
from guides.proofs.contrast import contrast, in_gray
from guides.proofs.sheets import sheets
from tests.sample_guide import the_guide

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhf"
    "DwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def page(body: str, style: str = "") -> str:
    """Return a small page that by itself has nothing wrong."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>'
        "<style>@page { size: 5in 5in; margin: 1in } html { font: 12pt/16pt serif }"
        f" h1 {{ font-size: 20pt }} p {{ margin: 0 }} {style}</style></head>"
        f"<body><h1>A page</h1>{body}</body></html>"
    )


def problems(press, html, **rules):
    return proofs.check(press.print(html).pdf, proofs.Rules(**rules), "page.pdf")


def codes(press, html, **rules):
    return [problem.code for problem in problems(press, html, **rules)]


WORDS = "<p>Some words that fill a part of this page, so that it is not nearly empty at all.</p>"
LONG = "<p>Words and more words of a text that goes on for some time.</p>" * 4


def test_a_good_page_has_no_fault(press):
    assert codes(press, page(WORDS)) == []


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("clipped-text",
         page("<p style='width: 1in; overflow: hidden; white-space: nowrap'>Too long for this</p>"),
         page("<p style='width: 3in; overflow: hidden; white-space: nowrap'>Not too long</p>")),
        ("clipped-text",
         page("<p style='position: absolute; left: 3.9in; white-space: nowrap'>Off the paper</p>"),
         page("<p style='position: absolute; left: 1in; white-space: nowrap'>On the paper</p>")),
        ("outside-margins",
         page("<p style='margin-right: -0.6in'>" + "a wide line of words " * 9 + "</p>"),
         page("<p style='margin-left: -0.6in'>" + "a number may hang there " * 9 + "</p>")),
        ("outside-margins",
         page("<p style='margin-right: -0.6in'>" + "a wide line of words " * 9 + "</p>"),
         page("<p style='float: right; width: 0.7in; margin-right: -0.8in'>A note beside it</p>"
              + WORDS)),
        ("outside-margins",
         page(WORDS, "@page { @bottom-right { content: 'page'; vertical-align: bottom } }"),
         page(WORDS, "@page { @bottom-right { content: 'page'; vertical-align: top } }")),
        ("outside-margins",
         page(WORDS + "<div style='position: absolute; top: 3.2in; left: 0; width: 2in;"
              " border-bottom: 1pt solid #777'></div>"),
         page(WORDS + "<div style='height: 1in; border-bottom: 1pt solid #777'></div>")),
        ("text-on-text",
         page("<p>Words below</p><p style='margin-top: -13pt'>Words above</p>"),
         page("<p>Words above</p><p style='margin-top: -2pt'>Words below</p>")),
        ("text-on-text",
         page("<p>Words with a rule</p><hr style='margin: -8pt 0 8pt; border: 0;"
              " border-top: 1pt solid'>"),
         page("<p style='border-bottom: 1pt solid'>Words with a rule below</p>")),
        ("small-type",
         page("<p style='font-size: 8.5pt'>Small words</p>" + WORDS),
         page("<p style='font-size: 9pt'>Not so small words</p>" + WORDS)),
        ("low-contrast",
         page("<p style='color: #999'>Faint words</p>" + WORDS),
         page("<p style='color: #666'>Words</p>" + WORDS)),
        ("low-contrast",
         page("<p style='color: #fff; background: #999'>Faint on gray</p>" + WORDS),
         page("<p style='color: #fff; background: #333'>White on black</p>" + WORDS)),
        ("lost-in-gray",
         page("<p style='color: #008000; background: #eee'>Green words</p>"
              "<p style='color: #f00; background: #000'>Red on black</p>" + WORDS),
         page("<p style='color: #800000'>Dark red</p>" + WORDS)),
        ("lost-in-gray",
         page("<div style='height: 8mm; border-bottom: 1pt solid #ddd'></div>" + WORDS),
         page("<div style='height: 8mm; border-bottom: 1pt solid #888'></div>" + WORDS)),
        ("near-empty-page",
         page(WORDS + "<p style='break-before: page'>End.</p>"),
         page(WORDS + "<div style='break-before: page'>" + LONG + "</div>")),
        ("stranded-heading",
         page(LONG + "<h2>Alone</h2><div style='break-before: page'>" + LONG + "</div>"),
         page(LONG + "<h2>Not alone</h2><p>Words.</p>")),
        ("early-line-end",
         page("<p>Words <br>that could have stood on one line with those before them</p>" + WORDS),
         page("<p>Words <span>that</span> stand as they should, on lines that are full</p>"
              + WORDS)),
        ("early-line-end",
         page("<p>Some words <br>— that could have stood on one line with those before</p>"
              + WORDS),
         page("<p>Words up to the end of a line there <br>— — that stand as they should</p>"
              + WORDS)),
        ("early-line-end",
         page("<p>Some words <br>that … could have stood on one line with those before</p>"
              + WORDS),
         page("<p>Words up to the end of a line <br>continuing … and what follows them here</p>"
              + WORDS)),
        ("early-line-end",
         page("<p>Some words <br>that …”? could have stood on one line with those before</p>"
              + WORDS),
         page("<p>Words up to the end of a line <br>on …”? with what follows them in a line</p>"
              + WORDS)),
        ("early-line-end",
         page("<p>Some words <br>paragraphs that could have stood on one line with those</p>"
              + WORDS),
         page("<p>" + "Words " * 17 + "and <br>paragraphs 12 and 13 with what follows them</p>"
              + WORDS)),
        ("early-line-end",
         page("<p>Some words <br>“that” could have stood on one line with those before them</p>"
              + WORDS),
         page("<p>Words up to the end <br>“The Lamp Keeper”. What follows that title here</p>"
              + WORDS)),
        ("lines-apart",
         page("<h2 id='keep-7'>What?</h2><div style='break-before: page'>"
              "<div id='write-7' style='height: 8mm; border-bottom: 1pt solid #777'></div></div>"
              + LONG),
         page("<h2 id='keep-7'>What?</h2>"
              "<div id='write-7' style='height: 8mm; border-bottom: 1pt solid #777'></div>")),
        ("lines-apart",
         page(WORDS + "<div style='break-before: page'>"
              "<div style='height: 8mm; border-bottom: 1pt solid #777'></div></div>" + LONG),
         page(WORDS + "<div style='break-before: page; border-top: 1pt solid #777'></div>" + LONG)),
    ],
)  # fmt: skip
def test_a_fault_is_found_where_there_is_one_and_only_there(code, bad, good, press):
    assert code in codes(press, bad)
    assert codes(press, good) == []


@pytest.mark.parametrize(
    ("picture", "found"),
    [
        (f'<img alt="A dot" src="{PIXEL}">', []),
        ('<svg width="9" height="9"><title>A dot</title><circle r="4"/></svg>', []),
        ('<svg width="9" height="9"><circle r="4"/></svg>', ["picture-without-words"]),
    ],
)
def test_a_picture_needs_words(picture, found, press):
    svg = picture.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')

    assert codes(press, page(f"<p>{svg}</p>{WORDS}")) == found


def test_a_picture_in_the_background_is_decoration(press):
    html = page(f"<p style='background: url({PIXEL})'>Words on a picture</p>{WORDS}")

    assert "picture-without-words" not in codes(press, html)


def test_a_font_that_the_file_does_not_bring_is_told():
    """Nothing that we print is so; this file was written by hand."""
    stream = b"BT /F1 12 Tf 72 700 Td (Some words) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, 1))
    pdf = b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R /Size 7 >>\n%%EOF\n"

    found = [problem.code for problem in proofs.check(pdf, proofs.Rules())]

    assert "font-not-embedded" in found


def test_a_fault_names_its_page_and_its_question(press):
    html = page(
        WORDS + "<div style='break-before: page' id='question-4'>" + LONG
        + "<p style='font-size: 7pt'>Tiny</p></div>"
    )  # fmt: skip

    (found,) = problems(press, html, prompts={4: "who-01"})

    assert found.code == "small-type"
    assert found.message.startswith("page 2, question 4 (who-01): `Tiny`")
    assert found.name == "page.pdf"
    assert found.hint


def test_a_running_head_belongs_to_no_question(press):
    style = "@page { @top-left { content: 'Head'; font-size: 7pt; vertical-align: bottom } }"

    (found,) = problems(press, page(f"<div id='question-4'>{WORDS}</div>", style))

    assert "question" not in found.message


def test_there_may_be_only_so_many_pages(press):
    html = page(LONG + f"<div style='break-before: page'>{LONG}</div>")

    assert codes(press, html, most_pages=1) == ["over-page-budget"]
    assert codes(press, html, most_pages=2) == []


def test_cards_may_be_sparse_and_a_blank_page_only_where_it_is_meant(press):
    html = page(WORDS + f"<div style='break-before: right'>{LONG}</div>")

    assert codes(press, html) == ["near-empty-page"]
    assert codes(press, html, blank=True) == []
    assert codes(press, html, sparse=True) == []


def test_a_file_says_where_its_margins_are(press):
    with sheets(press.print(page(WORDS)).pdf) as (only,):
        assert only.area == pytest.approx((72, 72, 288, 288), abs=0.1)
        assert only.paper == pytest.approx((0, 0, 360, 360))


def test_words_in_a_picture_stand_where_the_picture_does(press):
    """A file keeps some pictures apart, with measures of their own."""
    drawing = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"
        "<text x='0' y='50' font-size='20' font-family='Source Sans Pro'>Low</text></svg>"
    )
    style = f'@page {{ background: url("data:image/svg+xml,{drawing}") 0 0 / 100px no-repeat }}'

    with sheets(press.print(page(WORDS, style)).pdf) as (only,):
        drawn = [text for text in only.texts if text.words in "Low"]
        assert drawn
        assert all(text.baseline == pytest.approx(288 - 50 * 0.75, abs=1) for text in drawn)
        assert all(text.size == pytest.approx(15, abs=0.1) for text in drawn)
        assert all(70 < text.box[0] < 72 + 75 for text in drawn)


def test_tags_give_the_order_of_reading_without_running_heads(press):
    style = "@page { @top-left { content: 'Head' } }"

    with sheets(press.print(page("<p>One</p><p>Two</p>", style)).pdf) as (only,):
        assert [text.words for text in only.body] == ["A page", "One", "Two"]
        assert {text.words for text in only.texts} - {t.words for t in only.body} == {"Head"}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21),
        ((255, 255, 255), (255, 255, 255), 1),
        ((118, 118, 118), (255, 255, 255), 4.54),
    ],
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def test_a_copier_sees_gray():
    assert in_gray((255, 0, 0)) == (76, 76, 76)


# ---------------------------------------------------------------- our own pages


@pytest.mark.parametrize("look", [PLAIN, Look(paper="a4"), Look(large_print=True)], ids=str)
@pytest.mark.parametrize("edition", EDITIONS)
def test_our_own_pages_have_no_fault(edition, look, press, page_templates):
    guide = the_guide()

    def lay(lines, setting):
        return layout.lay_out(guide, edition, page_templates, look, lines, setting)

    html, _ = fit(lay, press._render, sheet_pages=6 if look.large_print else 2)
    rules = making.page_rules(guide, edition, look)
    found = proofs.check(press.print(html).pdf, rules, edition)

    assert [problem.message for problem in found] == []


@pytest.mark.parametrize("edition", ["facilitator-guide", "exit-tickets", "cards", "leaflet"])
def test_a_long_title_runs_into_nothing(edition, press, page_templates):
    guide = the_guide()
    title = "Neither the cost nor the want of equipment keeps children from school in the north"
    guide = replace(guide, document=replace(guide.document, title=title))
    look = Look(large_print=True)

    html = layout.lay_out(guide, edition, page_templates, look)
    found = proofs.check(press.print(html).pdf, making.page_rules(guide, edition, look))

    assert [p.message for p in found if p.code in ("text-on-text", "clipped-text")] == []
