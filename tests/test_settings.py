"""The project file: what a school says once, and what the command line says over it."""

import base64
import io
import struct
import zlib
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner
from PIL import Image, ImageFile

from guides import checking, layout, pictures, settings
from guides.cli import guides
from guides.editions import EDITIONS
from guides.model import PLAIN, Look, LookWishes, Preset, ProjectFile
from guides.pictures import Unusable, gray, picture
from guides.problems import Failed, show
from guides.project import FILE, Project
from tests.sample_guide import the_guide

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><title>Harbor</title>'
    '<style>.sail{fill:#1b6ca8}</style><rect class="sail" width="60" height="40"/>'
    '<path d="M10 30 L30 8 L50 30 Z" fill="gold" stroke="rgb(200,20,20)"/></svg>'
)
WHOLE = """\
school: Harbor Street School
logo: logo.svg
logo_alt: A gold sail
class_name: Grade 8
date: 3 March 2027
fields: [Name, Period]
paper: a4
presets: [grayscale, duplex]
support: c
plans: [exit-ticket]
"""
SEED = """\
---
title: The Clock on Mill Street
---
The clock on Mill Street stopped in March. "It cost more to mend than to leave alone," said \
Peter Hall, who runs the works department.

But shopkeepers say that about 200 people a day used to set their watches by it.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "clock.md").write_text(SEED, "utf-8")
    (tmp_path / "logo.svg").write_text(SVG, "utf-8")
    (tmp_path / FILE).write_text(WHOLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def written(project: Project, text: str) -> settings.Settings:
    (project.root / FILE).write_text(text, "utf-8")
    return settings.read(project)


def only(found: settings.Settings) -> str:
    (problem,) = found.problems
    return show(problem)


def run(*words: str):
    return CliRunner().invoke(guides, words)


def a_chunk(kind: bytes, data: bytes) -> bytes:
    sized = struct.pack(">I", len(data)) + kind + data
    return sized + struct.pack(">I", zlib.crc32(kind + data))


def a_png(*size: int, colour: tuple[int, ...] = (200, 30, 30)) -> bytes:
    whole = io.BytesIO()
    Image.new("RGB", (size[0], size[-1]), colour[:3]).save(whole, "PNG")
    return whole.getvalue()


# ---------------------------------------------------------------- what the file says


def test_a_project_file_says_who_gives_the_session_and_how_it_is_printed(project):
    found = settings.required(project)

    look = found.look
    assert (look.school, look.class_name, look.date) == (
        "Harbor Street School",
        "Grade 8",
        "3 March 2027",
    )
    assert (look.paper, look.support, look.fields) == ("a4", "c", ("Name", "Period"))
    assert (look.grayscale, look.duplex, look.large_print) == (True, True, False)
    assert look.logo.startswith("data:image/svg+xml;base64,")
    assert found.plan_names == ("exit-ticket",)


def test_without_a_file_all_is_as_usual(tmp_path):
    assert settings.read(Project(tmp_path)) == settings.Settings()
    assert Project(tmp_path).own_file().files == []


@pytest.mark.parametrize("text", ["", "# school: Ours\n# paper: a4\n", "school:\n"])
def test_a_file_that_says_nothing_yet_is_no_mistake(text, project):
    assert written(project, text) == settings.Settings()


def test_what_is_typed_wins_over_the_project_file():
    says = Look(paper="a4", grayscale=True, duplex=True, school="Ours", class_name="8b")
    typed = LookWishes(paper="letter", grayscale=False, class_name="")

    assert typed.over(says) == Look(duplex=True, school="Ours")
    assert LookWishes().over(says) == says


def test_every_preset_of_the_file_is_one_of_the_look():
    for name in get_args(Preset):
        assert getattr(PLAIN, name.replace("-", "_")) is False


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("paper: a3\n", "guides.yaml:1:8: error: expected a known `paper`"),
        ("plans: [exit-tickets]\n", "guides.yaml:1:9: error: there is no plan called"),
        (f"school: {'x' * 90}\n", "guides.yaml:1:9: error: `school` has 90 characters"),
        ("fields: [A, B, C, D, E]\n", "guides.yaml:1:22: error: there is no room for the field"),
        ("fields: [Name, Name]\n", "guides.yaml:1:16: error: `Name` is there twice [field-name]"),
        ("fields: [Name, ' ']\n", "guides.yaml:1:16: error: this field has no name"),
        ("logo: ../logo.svg\n", "guides.yaml:1:7: error: a logo lies beside `guides.yaml`"),
        ("logo: lgo.svg\n", "guides.yaml:1:7: error: there is no file called `lgo.svg`"),
        (f"logo: {'a' * 300}.png\n", "guides.yaml:1:7: error: there is no file called `aaa"),
        ("logo: logo.svg\n", "guides.yaml:1:7: error: the logo has no `logo_alt`"),
    ],
)
def test_a_mistake_in_the_file_stops_a_build_at_its_place(text, message, project):
    (project.root / FILE).write_text(text, "utf-8")

    built = run("build")
    problems, _ = checking.check(project, ())

    assert built.exit_code == 1
    assert message in built.stderr
    assert "written" not in built.stdout
    assert [show(problem).startswith(message) for problem in problems] == [True]


def test_the_codes_of_what_can_be_wrong_with_a_head(project):
    assert "[head-too-full]" in only(written(project, f"date: {'x' * 40}\n"))
    assert "[logo-elsewhere]" in only(written(project, "logo: /etc/logo.png\nlogo_alt: x\n"))
    (project.root / "logo.svg").write_text("no drawing", "utf-8")
    assert "[logo-unusable]" in only(written(project, "logo: logo.svg\nlogo_alt: x\n"))


def test_a_logo_whose_name_does_not_say_what_it_is_would_stay_old_and_is_refused(project):
    (project.root / "emblem").write_bytes(a_png(3, 2))

    said = only(written(project, "logo: emblem\nlogo_alt: x\n"))

    assert "does not end in .png or .svg [logo-unusable]" in said
    assert "rename the file" in said


def test_a_link_that_leads_out_of_the_project_is_no_logo(project, tmp_path_factory):
    outside = tmp_path_factory.mktemp("elsewhere") / "secret.svg"
    outside.write_text(SVG, "utf-8")
    (project.root / "link.svg").symlink_to(outside)

    found = written(project, "logo: link.svg\nlogo_alt: x\n")

    assert "[logo-elsewhere]" in only(found)
    assert found.look.logo == ""


# ---------------------------------------------------------------- pictures


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<image href="http://example.org/a.png"/>', "image"),
        ('<use href="#a"/>', "use"),
        ("<text>Harbor</text>", "text"),
        ("<foreignObject/>", "foreignObject"),
        ("<style>@import url(http://example.org/a.css);</style>", "elsewhere"),
        (r'<style>@\69mport "logo.css";</style>', "elsewhere"),
        (r"<style>@font-f\000061 ce{src:u\RL(#a)}</style>", "elsewhere"),
        (r'<rect style="fill:u\72l(file:///a.svg#b)"/>', "elsewhere"),
        ('<rect fill="url(http://example.org/a.svg#b)"/>', "elsewhere"),
        ('<rect fill="red" opacity="0.5"/>', "see-through"),
        ('<rect style="fill:red;fill-opacity:.5"/>', "see-through"),
        (r"<style>rect{opacit\79:.5;color:\ffffff}</style>", "see-through"),
    ],
)
def test_an_svg_with_more_than_shapes_and_colours_is_refused(part, why):
    with pytest.raises(Unusable, match=why):
        picture("a.svg", SVG.replace("<title>", f"{part}<title>").encode())


@pytest.mark.parametrize("box", ["abc", "", "0 0 60", "0 0 60px 40px", "0 0 inf nan"])
def test_an_svg_says_its_size_in_four_numbers(box):
    outer = SVG.replace("0 0 60 40", box)
    inner = SVG.replace("<title>", f'<svg viewBox="{box}"/><title>')

    assert picture("a.svg", SVG.replace("0 0 60 40", " 0,0 6e1, 40.5 ").encode())
    for text in (outer, inner):
        with pytest.raises(Unusable, match="four numbers"):
            picture("a.svg", text.encode())


@pytest.mark.parametrize(
    "part",
    [
        '<clipPath id="a" clip-path="url(#a)"><rect width="5" height="5"/></clipPath>',
        '<clipPath id="a"><rect clip-path="url(#a)" width="5" height="5"/></clipPath>',
        '<clipPath id="a" style="clip-path: url(#a)"><rect width="5" height="5"/></clipPath>',
    ],
)
def test_an_svg_that_clips_what_it_clips_by_is_refused(part):
    clipping = '<clipPath id="a"><rect width="5" height="5"/></clipPath><g clip-path="url(#a)"/>'

    assert picture("a.svg", SVG.replace("<title>", f"{clipping}<title>").encode())
    with pytest.raises(Unusable, match="clipped itself"):
        picture("a.svg", SVG.replace("<title>", f"{part}<title>").encode())


@pytest.mark.parametrize(
    "part",
    [
        '<path d="M0 0h9v9z" transform="rotate(a)"/>',
        "<style>rect{transform:rotate(a)}</style>",
        '<style>.sail{clip-path:url(#a)}</style><clipPath id="a"><rect class="sail"/></clipPath>',
    ],
)
def test_a_logo_that_the_printer_cannot_draw_is_told_once_where_it_is_named(project, part):
    (project.root / "logo.svg").write_text(SVG.replace("<title>", f"{part}<title>"), "utf-8")
    (project.root / "seeds" / "bell.md").write_text(SEED.replace("Clock", "Bell"), "utf-8")

    built = run("build", "--edition", "handout")

    assert built.exit_code == 1
    assert built.stderr.count("error: ") == 1
    assert "guides.yaml:2:7: error: this logo cannot be drawn [logo-unusable]" in built.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("school: مدرسة", "guides.yaml:1:9: error: our fonts do not have the Arabic letters"),
        ("fields: [Name, 名前]", "guides.yaml:1:9: error: our fonts do not have the CJK letters"),
        ("theme: modren", "guides.yaml:1:8: error: there is no theme called `modren`"),
    ],
)
def test_what_the_project_says_and_cannot_be_printed_is_told_once_in_its_file(project, line, said):
    (project.root / FILE).write_text(line, "utf-8")
    (project.root / "seeds" / "bell.md").write_text(SEED.replace("Clock", "Bell"), "utf-8")

    built = run("build", "--edition", "handout")

    assert built.exit_code == 1
    assert said in built.stderr
    assert built.stderr.count("error: ") == 1


def test_letters_that_no_font_has_are_told_of_the_project_and_of_the_text(project):
    (project.root / FILE).write_text("school: مدرسة\nclass_name: صف\n", "utf-8")
    (project.root / "seeds" / "bell.md").write_text(SEED.replace("The ", "ぜ ", 1), "utf-8")

    built = run("build", "--edition", "handout")

    told = [line for line in built.stderr.splitlines() if "error: " in line]
    assert [line.partition(" error: our fonts do not have the ")[0] for line in told] == [
        "guides.yaml:1:9:",
        "guides.yaml:2:13:",
        "seeds/bell.md:",
    ]
    assert "Hiragana" in told[-1]


@pytest.mark.parametrize("asked", ["--theme", "--plan"])
def test_a_name_that_is_typed_wrong_is_told_once(project, asked):
    (project.root / "seeds" / "bell.md").write_text(SEED.replace("Clock", "Bell"), "utf-8")

    built = run("build", asked, "modren")

    assert built.exit_code == 1
    assert built.stderr.startswith(f"error: there is no {asked[2:]} called `modren`")
    assert built.stderr.count("error: ") == 1


def test_a_theme_that_is_not_there_is_told_without_printing(project):
    (project.root / FILE).write_text("theme: modren\n", "utf-8")

    assert "guides.yaml:1:8: error: there is no theme called `modren`" in run("check").stderr


def test_what_is_wrong_with_a_page_is_not_put_down_to_the_logo(project):
    layout = project.root / "templates" / "layouts" / "handout.html.j2"
    layout.parent.mkdir(parents=True)
    layout.write_text('<html lang="en"><title>A</title><img src="a.png" alt="A"></html>', "utf-8")

    built = run("build", "--edition", "handout")

    assert "[page-complaint]" in built.stderr
    assert "logo" not in built.stderr


def test_an_svg_keeps_its_shapes_and_loses_what_draws_nothing():
    noisy = SVG.replace("<rect ", '<rect onclick="alert(1)" opacity="1" ').replace(
        "<style>", '<x:note xmlns:x="http://example.org/x">secret</x:note><style>'
    )

    drawn = base64.b64decode(picture("a.svg", noisy.encode()).partition(",")[2]).decode()

    assert "M10 30 L30 8 L50 30 Z" in drawn
    assert 'class="sail"' in drawn
    assert "alert" not in drawn
    assert "secret" not in drawn


def test_an_svg_that_grows_is_refused():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>' + SVG
    many = SVG.replace("<title>", "<g/>" * 4000 + "<title>")
    deep = SVG.replace("<title>", "<g>" * 60 + "</g>" * 60 + "<title>")

    for text in (bomb, many, deep, SVG.replace(' viewBox="0 0 60 40"', "")):
        with pytest.raises(Unusable):
            picture("a.svg", text.encode())


def test_a_png_is_taken_as_it_is_unless_it_is_damaged_or_huge():
    good = a_png(30, 20)
    huge = good[:8] + a_chunk(b"IHDR", struct.pack(">II", 50_000, 50_000) + good[24:29]) + good[33:]
    cut = good[: len(good) // 2]

    assert picture("a.png", good).endswith(base64.b64encode(good).decode())
    for data in (huge, cut, b"GIF89a", b"\xff\xd8\xff\xe0", b"", good[:20]):
        with pytest.raises(Unusable):
            picture("a.png", data)
    with pytest.raises(Unusable, match="kB"):
        picture("a.png", good + bytes(pictures.LARGEST))


def test_a_png_that_unpacks_to_too_little_is_damaged():
    good = a_png(30, 20)

    for packed in (zlib.compress(b""), zlib.compress(bytes(99)), b"no stream", b""):
        with pytest.raises(Unusable, match="damaged"):
            picture("a.png", good[:33] + a_chunk(b"IDAT", packed) + a_chunk(b"IEND", b""))


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ((2, 2, 5, 2, 0, 0, 0), bytes(10)),  # five bits a colour
        ((2, 2, 16, 3, 0, 0, 0), bytes(10)),  # sixteen bits into a palette
        ((0, 0, 8, 2, 0, 0, 0), b""),  # no dots
        ((4, 4, 8, 0, 0, 0, 1), bytes(1)),  # woven of rows that are not there
        ((2, 2, 8, 0, 0, 0, 0), b"\x09ab" * 2),  # a filter that there is not
    ],
)
def test_a_png_that_cannot_be_read_to_its_last_dot_is_damaged(head, rows, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as the printer sets it
    parts = ((b"IHDR", struct.pack(">IIBBBBB", *head)), (b"IDAT", zlib.compress(rows)))
    whole = b"".join(a_chunk(*part) for part in (*parts, (b"IEND", b"")))

    with pytest.raises(Unusable, match="damaged"):
        picture("a.png", b"\x89PNG\r\n\x1a\n" + whole)
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_a_png_with_a_palette_is_a_good_one():
    whole = io.BytesIO()
    Image.new("P", (33, 7)).save(whole, "PNG")

    assert picture("a.png", whole.getvalue())


def test_without_colour_a_picture_is_as_light_as_it_was():
    drawn = base64.b64decode(gray(picture("a.svg", SVG.encode())).partition(",")[2]).decode()
    spots = base64.b64decode(gray(picture("a.png", a_png(3, 2))).partition(",")[2])

    assert "#5f5f5f" in drawn  # of #1b6ca8
    assert "#d0d0d0" in drawn  # of gold
    assert "gold" not in drawn
    assert "rgb(" not in drawn
    with Image.open(io.BytesIO(spots)) as image:
        assert image.mode in ("L", "LA")


# ---------------------------------------------------------------- on paper

WITH_A_HEAD = sorted(set(EDITIONS) - {"bookmark", "cards", "cards-8up"})


@pytest.mark.parametrize("edition", WITH_A_HEAD)
def test_every_edition_with_a_head_says_whose_session_it_is(edition, page_templates):
    look = Look(school="Harbor School", class_name="Grade 8", date="3 March 2027")

    said = layout.lay_out(the_guide(), edition, page_templates, look)
    silent = layout.lay_out(the_guide(), edition, page_templates)

    assert "Harbor School · Grade 8 · 3 March 2027" in said
    assert 'class="letterhead' not in silent.partition("<body")[2]


def test_a_logo_is_printed_with_its_words(page_templates):
    look = Look(logo="data:image/png;base64,AA", logo_alt="A <gold> sail")

    html = layout.lay_out(the_guide(), "handout", page_templates, look)

    assert html.count('alt="A &lt;gold&gt; sail"') == 1


def test_fields_are_the_projects_and_a_date_that_is_printed_is_not_asked_for(page_templates):
    own = layout.lay_out(the_guide(), "handout", page_templates, Look(fields=("Nombre", "Día")))
    dated = layout.lay_out(the_guide(), "handout", page_templates, Look(date="3 March"))

    assert '<span class="field wide">Nombre</span><span class="field">Día</span></p>' in own
    assert ">Date</span>" not in dated
    assert ">Group</span>" in dated


def test_a_build_prints_as_the_file_says_and_the_command_line_over_it(project):
    import pypdf

    assert run("build").exit_code == 0
    made = project.root / "output" / "clock" / "clock-exit-ticket-exit-tickets.pdf"
    width = round(float(pypdf.PdfReader(made).pages[0].mediabox.width))
    assert run("build", "--paper", "letter", "--class", "Grade 9").exit_code == 0
    page = pypdf.PdfReader(made).pages[0]

    assert width == 595
    assert round(float(page.mediabox.width)) == 612
    assert "Grade 9 · 3 March 2027" in page.extract_text()


def test_a_plan_that_is_asked_for_wins_over_the_seeds_and_the_seeds_over_the_projects(project):
    seed = project.root / "seeds" / "clock.md"
    seed.write_text(SEED.replace("---\ntitle", "---\nplan: book-club\ntitle"), "utf-8")

    own = run("show", "seeds/clock.md", "--json").stdout
    asked = run("show", "seeds/clock.md", "--json", "--plan", "seminar-60").stdout
    seed.write_text(SEED, "utf-8")
    usual = run("show", "seeds/clock.md", "--json").stdout

    assert '"id": "book-club"' in own
    assert '"id": "seminar-60"' in asked
    assert '"id": "exit-ticket"' in usual


def test_a_change_in_the_file_or_the_logo_prints_anew(project):
    words = ("build", "--edition", "exit-tickets", "--edition", "handout")
    first = run(*words).stdout
    still = run(*words).stdout
    (project.root / "logo.svg").write_text(SVG.replace("gold", "black"), "utf-8")
    drawn = run(*words).stdout
    (project.root / FILE).write_text(WHOLE.replace("Grade 8", "Grade 7"), "utf-8")
    renamed = run(*words).stdout

    assert [text.split()[::2] for text in (first, still, drawn, renamed)] == [
        ["written"] * 2,
        ["unchanged"] * 2,
        ["unchanged", "written"],  # slips have no logo
        ["written"] * 2,
    ]


def test_a_new_project_has_a_file_to_fill_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run("new", "ours").exit_code == 0

    text = (tmp_path / "ours" / FILE).read_text("utf-8")
    assert settings.read(Project(tmp_path / "ours")) == settings.Settings()
    bare = "\n".join(line.removeprefix("# ") for line in text.splitlines() if ": " in line)
    (tmp_path / "ours" / FILE).write_text(bare, "utf-8")
    (tmp_path / "ours" / "logo.png").write_bytes(a_png(3, 2))
    assert settings.required(Project(tmp_path / "ours")).look.school
    for name in ProjectFile.__annotations__:
        assert f"# {name}:" in text


def test_required_settings_are_none_with_a_mistake(project):
    (project.root / FILE).write_text("paper: a3\n", "utf-8")

    with pytest.raises(Failed):
        settings.required(project)
