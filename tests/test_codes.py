"""Addresses on paper: typed by hand, or read by a camera."""

import re

import pytest
import segno

from guides import layout
from guides.layout.codes import QUIET, SMALLEST, address, code
from guides.model import Look
from tests import page_lint
from tests.sample_guide import a_document, a_guide

URL = "https://www.example.org/news/2024/a-bench-returns/"


def a_guide_from(url, **more):
    return a_guide(
        a_document([("paragraph", "The bench is back, said the mayor.")], url=url, **more)
    )


def drawn(url):
    made = code(url)
    assert made
    return made


def squares(made) -> list[list[int]]:
    """Paint the path of a code into a grid again."""
    grid = [[0] * made["squares"] for _ in range(made["squares"])]
    for x, y, length, back in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", made["path"]):
        assert length == back
        for at in range(int(x), int(x) + int(length)):
            grid[int(y)][at] += 1
    return grid


@pytest.mark.parametrize(
    ("url", "typed"),
    [
        ("https://example.org/", "example.org"),
        ("http://example.org/a/b.html", "example.org/a/b.html"),
        ("https://example.org/a?page=2", "example.org/a?page=2"),
        ("https://example.org/a?utm_source=x&page=2&utm_medium=y", "example.org/a?page=2"),
        ("https://example.org/a?fbclid=x", "example.org/a"),
        ("https://example.org/a/#part/", "example.org/a/#part/"),
        ("http://[example.org/a", "[example.org/a"),
        ("", ""),
    ],
)
def test_an_address_is_printed_as_somebody_would_type_it(url, typed):
    assert address(url) == typed


def test_a_code_is_what_the_standard_says_and_holds_the_address():
    made = drawn(URL)

    expected = [list(row) for row in segno.make_qr(URL, error="m", boost_error=False).matrix]
    inner = [row[QUIET:-QUIET] for row in squares(made)[QUIET:-QUIET]]
    assert inner == expected


def test_around_a_code_four_squares_stay_white():
    grid = squares(drawn(URL))

    for row in (*grid, *zip(*grid, strict=True)):
        assert not any((*row[:QUIET], *row[-QUIET:]))


@pytest.mark.parametrize("length", [0, 40, 120, 240])
def test_a_code_is_large_enough_for_a_camera(length):
    made = drawn(URL + "a" * length)

    square = made["size"] / made["squares"]
    assert square * (made["squares"] - 2 * QUIET) >= SMALLEST - 0.1
    assert square >= 0.49


def test_what_is_no_use_in_a_code_has_none():
    assert code("") is None
    assert code(URL + "a" * 400) is None


def test_the_source_that_brought_a_reader_is_not_in_the_code():
    assert code(URL + "?utm_source=letter") == code(URL)


def test_an_address_is_a_link_that_can_also_be_typed(page_templates):
    html = layout.lay_out(a_guide_from(URL), "handout", page_templates)

    assert html.count(f'<a href="{URL}">www.example.org/news/2024/a-bench-returns</a>') == 2


@pytest.mark.parametrize("edition", ["reading", "handout"])
def test_a_reading_has_one_code_that_says_what_it_opens(edition, page_templates):
    html = layout.lay_out(a_guide_from(URL), edition, page_templates)
    without = layout.lay_out(a_guide_from(""), edition, page_templates)

    said = "<title>QR code that opens www.example.org/news/2024/a-bench-returns</title>"
    assert html.count(said) == 1
    assert "QR code" not in without


@pytest.mark.parametrize("look", [Look(), Look(large_print=True, grayscale=True), Look(paper="a4")])
def test_a_code_keeps_its_size_and_its_black(look, press, page_templates):
    html = layout.lay_out(a_guide_from(URL), "reading", page_templates, look)
    document = press._render(html)

    (picture,) = [
        box
        for page in document.pages
        for box in page._page_box.descendants()
        if (box.element_tag or "").endswith("svg") and "QR" in "".join(box.element.itertext())
    ]
    assert picture.width / 96 * 25.4 == pytest.approx(drawn(URL)["size"], abs=0.1)
    assert picture.position_x + picture.width < document.pages[0].width
    assert 'fill="#000"' in html


def test_the_source_of_a_text_stands_below_a_line_of_it(press, page_templates):
    """It is as high as its code, and would often begin a page by itself."""
    for sentences in range(150, 166):
        text = "The bell rang over the harbor, and nobody could say why. " * sentences
        guide = a_guide(a_document([("paragraph", text)], url=URL))
        document = press._render(layout.lay_out(guide, "reading", page_templates))

        last = page_lint.lines_of(document.pages[-1]._page_box)
        assert any("harbor" in page_lint.words(line) for line in last)
