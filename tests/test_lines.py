"""A line that is remembered is the line that would be broken anew."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from guides import layout
from guides.printing import Press, lines
from guides.printing.fonts import font_folders
from guides.problems import Failed
from tests.sample_guide import the_guide
from tests.test_computed import both_ways, page
from tests.test_shortcuts import BODY, CASES, WORDS

# Two columns are made level by laying out what is in them again and again.
LEVEL = "body { columns: 2; text-align: justify; hyphens: auto } p { orphans: 1 }"
# The same words in the same width end elsewhere, or are set otherwise, for each of these alone.
STYLES = (
    "font-family: 'Source Sans Pro'", "font-style: italic", "font-weight: 700", "font-size: 12pt",
    "font-variant-caps: small-caps", "font-variant-numeric: oldstyle-nums",
    "font-variant-ligatures: none", "font-feature-settings: 'smcp'", "font-kerning: none",
    "white-space: nowrap", "white-space: pre-wrap", "hyphens: none", "hyphenate-character: '='",
    "hyphenate-limit-chars: 9", "hyphenate-limit-zone: 50%", "overflow-wrap: anywhere",
    "word-break: break-all", "letter-spacing: 1px", "word-spacing: 3px", "tab-size: 20",
    "direction: rtl", "text-decoration: underline",
)  # fmt: skip
TABBED = f"<span style='white-space: pre-wrap'>a\tb</span> {WORDS}"


def test_pages_have_the_bytes_of_those_whose_lines_are_broken_anew(tmp_path: Path) -> None:
    wanted = [page(f"{LEVEL} {style} /* {name} */", BODY) for name, style in CASES.items()]
    wanted.append(page(LEVEL, BODY.replace("<p>", "<p>\u00ad").replace("shop", "shop\u00ad")))
    each = "".join(f'<p style="{style}">{TABBED}' for style in ("", *STYLES))
    wanted.append(page("body { hyphens: auto; width: 12em }", each))
    wanted.append(page("body { hyphens: auto; width: 12em }", each.replace("<p", "<p lang=de")))
    wanted.append(page("body { width: 2em }", each))
    ours, anew = both_ways(tmp_path, wanted)

    assert ours == anew
    assert len(set(anew)) == len(wanted)  # what is different shows


def known(press: Press) -> int:
    return len(press._fonts.lines)


def test_a_page_that_is_laid_out_again_breaks_no_line(page_templates: dict[str, str]) -> None:
    press, counts = Press(), []
    for more in (0, 0, 3):
        press._render(layout.lay_out(the_guide(), "handout", page_templates, more_lines=more))
        counts.append(known(press))

    assert counts[0] == counts[1] == counts[2] > 20


def test_a_page_that_brings_fonts_knows_no_line_of_another(tmp_path: Path) -> None:
    (file,) = (found for folder in font_folders() for found in folder.rglob("Caladea-Bold.ttf"))
    data = base64.b64encode(file.read_bytes()).decode()
    own = f"@Font-Face {{ font-family: Own; src: url(data:font/ttf;base64,{data}) }}"
    body = f"<p style='font-family: Own'>{WORDS}"
    ours, anew = both_ways(tmp_path, [page(LEVEL, body), page(own + LEVEL, body)])

    assert ours == anew
    assert len(set(anew)) > 1  # until it is there, another font stands in for it


def test_after_a_mistake_every_line_is_broken_anew() -> None:
    press = Press()
    press.print(page(LEVEL, BODY))
    with pytest.raises(Failed):
        press.print(page("p { colour: red }", BODY))

    assert not hasattr(press._fonts, "lines")


def test_what_is_remembered_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_MOST", 5)
    monkeypatch.setattr(lines, "_LONGEST", 150)
    press = Press()
    press._render(page("p { width: 9em }", f"<p>{WORDS}</p>"))

    assert 0 < known(press) <= 5
    assert max(len(text) for _, text, *_ in press._fonts.lines) <= 150
