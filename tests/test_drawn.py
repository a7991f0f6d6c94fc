"""A line that is drawn at once is the line that WeasyPrint draws, and most lines are."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from weasyprint.draw import text

from guides import layout
from guides.printing import Press, drawn
from guides.problems import Failed
from tests.sample_guide import the_guide
from tests.test_computed import both_ways, page

WORDS = "AVATAR, To Wally: “office affairs” – fifty-five flies. " * 3
# Each is a line with something to it.
BODIES = {
    "plain": f"<p>{WORDS}",
    "justified": f"<p style='text-align: justify; width: 17em; hyphens: auto'>{WORDS}",
    "mixed": f"<p>{WORDS}<b>{WORDS}<i>two</i></b> <code>one</code><small>{WORDS}</small>",
    "sizes": "".join(f"<p style='font-size: {size}pt'>{WORDS}" for size in (0.4, 6, 9.3, 40)),
    "scripts": "<p>of one → Δωα яда of another ☐ ≤ script",
    "moved": "<p>x\u0323\u0302 q\u0302\u0302 a\u0308\u0301 over",
    "joined": '<p style=\'font-feature-settings: "liga" 1, "dlig" 1\'>office affluent flow',
    "small": "<p style='font-variant: small-caps oldstyle-nums'>Small 1234567890",
    "spaced": f"<p style='letter-spacing: 2px; word-spacing: 5px'>{WORDS}",
    "nothing": "<p style='white-space: pre'>a\tb\u200bc\u00add\u00a0e  \n   \n f",
    "cut short": f"<p style='text-overflow: ellipsis; overflow: hidden; width: 9em'>{WORDS}",
    "last of many": f"<p style='max-lines: 2; block-ellipsis: auto; continue: discard'>{WORDS * 9}",
    "backwards": f"<p style='direction: rtl'><bdo dir=rtl>{WORDS}</bdo>",
    "backwards each": "<p>one \u202etwo, three\u202c four",
    "decorated": f"<p style='text-decoration: underline line-through'>{WORDS}",
}


def test_lines_have_the_bytes_of_those_that_are_drawn_the_long_way(
    tmp_path: Path, page_templates: dict[str, str]
) -> None:
    wanted = [page("", body) for body in BODIES.values()]
    wanted += [
        layout.lay_out(the_guide(), edition, page_templates) for edition in ("handout", "cards")
    ]
    ours, long_way = both_ways(tmp_path, wanted)

    assert ours == long_way
    assert len(set(long_way)) == len(wanted)  # what is different shows


@pytest.mark.parametrize(
    ("name", "longer"), [("plain", False), ("mixed", False), ("moved", True), ("cut short", True)]
)
def test_only_a_line_with_more_to_it_takes_the_long_way(
    name: str, longer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    press, taken = Press(), []
    drawing = text.draw_first_line.__self__
    long_way = drawing._long_way

    def watched(stream: Any, line: Any, *more: Any) -> Any:
        taken.extend(line.text.split())
        return long_way(stream, line, *more)

    monkeypatch.setattr(drawing, "_long_way", watched)
    press.print(page("", BODIES[name]))

    assert bool(taken) == longer


def test_a_letter_that_no_font_has_is_told_of() -> None:
    with pytest.raises(Failed) as failure:
        Press().print(page("", "<p>one \u4e00 two"))

    assert [problem.code for problem in failure.value.problems] == ["missing-glyph"]


def test_another_version_is_left_alone() -> None:
    Press()
    here = text.draw_first_line

    drawn.draw_at_once(SimpleNamespace(__version__="71.0"))

    assert text.draw_first_line is here
