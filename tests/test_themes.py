"""How pages look: the themes that ship, and one of a user's own."""

import re
from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner

from guides import layout, making, proofs
from guides.cli import guides
from guides.model import PLAIN, Look
from guides.problems import Failed
from guides.proofs.sheets import sheets
from tests.sample_guide import the_guide

THEMES = ("standard", "modern", "literary")
EDITIONS = ("handout", "facilitator-guide", "cards", "slides", "leaflet", "known-table")


def printed(press, page_templates, edition, look: Look) -> bytes:
    def lay(lines, setting=""):
        return layout.lay_out(the_guide(), edition, page_templates, look, lines, setting)

    pdf: bytes = press.print_to_fit(lay, 6 if look.large_print else 2).pdf
    return pdf


def faces(pdf: bytes) -> set[str]:
    """Return the families of the fonts on the pages, without subset and style."""
    with sheets(pdf) as pages:
        fonts = {text.font.partition("+")[2] for page in pages for text in page.texts}
    return {re.sub(r"-(Semi-Bold|Bold|Italic|Black|Heavy|Regular).*", "", font) for font in fonts}


def colours(pdf: bytes) -> set[tuple[int, int, int]]:
    with sheets(pdf) as pages:
        return {text.colour for page in pages for text in page.texts}


@pytest.mark.parametrize("preset", ["", "large_print", "grayscale", "easy_reading"])
@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme != "standard"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_no_theme_that_ships_has_a_flaw(edition, theme, preset, press, page_templates):
    wishes: dict[str, Any] = {preset: True} if preset else {}
    look = replace(PLAIN, theme=theme, **wishes)

    pdf = printed(press, page_templates, edition, look)
    found = proofs.check(pdf, making.page_rules(the_guide(), edition, look), edition)

    assert [problem.message for problem in found] == []


def test_every_theme_that_ships_is_tried_here(page_templates):
    assert {name.split("/")[1] for name in page_templates if name.endswith("/theme.css")} == set(
        THEMES
    )


def test_themes_differ_in_their_faces(press, page_templates):
    found = [
        faces(printed(press, page_templates, "handout", Look(theme=theme))) for theme in THEMES
    ]

    assert found == [{"Source-Serif-Pro", "Source-Sans-Pro"}, {"Lato"}, {"Caladea"}]


def test_a_letter_that_a_theme_lacks_comes_from_another_of_our_faces(press, page_templates):
    look = Look(theme="literary", school="Школа")

    assert "Source-Serif-Pro" in faces(printed(press, page_templates, "handout", look))


def test_a_users_theme_needs_only_what_differs(press, page_templates):
    own = ":root { --accent: #123456; --serif: Lato }"
    templates = page_templates | {"themes/mine/theme.css": own}

    mine = printed(press, templates, "handout", Look(theme="mine"))
    standard = printed(press, templates, "handout", PLAIN)

    assert (0x12, 0x34, 0x56) in colours(mine)
    assert (0x12, 0x34, 0x56) not in colours(standard)
    assert faces(mine) == {"Lato", "Source-Sans-Pro"}


def test_grayscale_takes_the_colour_of_a_users_theme_too(press, page_templates):
    templates = page_templates | {"themes/mine/theme.css": ":root { --accent: #123456 }"}

    mine = printed(press, templates, "handout", Look(theme="mine", grayscale=True))

    assert all(red == green == blue for red, green, blue in colours(mine))


def test_large_print_enlarges_a_users_theme_too(press, page_templates):
    templates = page_templates | {"themes/mine/theme.css": ".ask { font-size: 10pt }"}

    with sheets(
        printed(press, templates, "handout", Look(theme="mine", large_print=True))
    ) as pages:
        assert min(text.size for page in pages for text in page.texts) >= 17.9


def test_a_theme_that_is_not_there_is_a_problem_with_the_nearest_name(page_templates):
    with pytest.raises(Failed) as caught:
        layout.lay_out(the_guide(), "handout", page_templates, Look(theme="modrn"))

    (problem,) = caught.value.problems
    assert problem.code == "no-such-theme"
    assert problem.hint == "did you mean `modern`?"


def test_the_command_and_the_project_file_choose_a_theme(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("The bell rang.\n\nNobody came to see why.", "utf-8")
    (tmp_path / "guides.yaml").write_text("theme: literary\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    words = ["build", "--edition", "reading"]

    by_file = CliRunner().invoke(guides, words)
    first = (tmp_path / "output" / "a" / "a-classroom-45-reading.pdf").read_bytes()
    CliRunner().invoke(guides, [*words, "--theme", "modern"])
    second = (tmp_path / "output" / "a" / "a-classroom-45-reading.pdf").read_bytes()
    wrong = CliRunner().invoke(guides, [*words, "--theme", "quaint"])

    assert by_file.exit_code == 0, by_file.stderr
    assert faces(first) == {"Caladea"}
    assert faces(second) == {"Lato"}
    assert wrong.exit_code == 1
    assert "there is no theme called `quaint` [no-such-theme]" in wrong.stderr
    assert "choose from literary, modern, standard" in wrong.stderr


def test_every_variable_is_described(checkout, page_templates):
    root = page_templates["themes/standard/theme.css"].partition(":root {")[2].partition("}")[0]
    variables = set(re.findall(r"(--[\w-]+):", root))
    described = (checkout / "templates" / "themes" / "README.md").read_text("utf-8")

    assert len(variables) > 8
    assert set(re.findall(r"^\| `(--[\w-]+)`", described, re.MULTILINE)) == variables


@pytest.mark.parametrize("theme", ["modern", "literary"])
def test_a_theme_uses_variables_that_there_are(theme, page_templates):
    root = page_templates["themes/standard/theme.css"].partition(":root {")[2].partition("}")[0]
    own = page_templates[f"themes/{theme}/theme.css"]

    assert set(re.findall(r"(--[\w-]+)", own)) <= set(re.findall(r"(--[\w-]+):", root))
