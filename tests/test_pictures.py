"""Pictures of pages: what `guides preview` writes, and how the pages that ship look.

The golden pictures are small, and are compared with some tolerance: another version of a library
may set a letter a hair further left. Where one differs, before, after and the difference
are written to `output/looks/`; `pytest --accept` takes the new ones.
"""

import io
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PIL import Image, ImageChops, ImageOps

from guides import layout
from guides.cli import guides
from guides.model import Look
from guides.proofs import pictures
from tests.sample_guide import the_guide

WIDTH = 270
COARSE = 3  # dots of a picture to a dot that is compared
VISIBLE = 40  # of 255: a difference in a coarse dot that somebody would see
MOST_VISIBLE = 0.006  # of all coarse dots
GOLDEN = {
    "handout-1": ("handout", 1, Look()),
    "handout-3": ("handout", 3, Look()),
    "handout-a4-large-1": ("handout", 1, Look(paper="a4", large_print=True)),
    "facilitator-guide-1": ("facilitator-guide", 1, Look()),
    "facilitator-guide-3": ("facilitator-guide", 3, Look()),
    "cards-1": ("cards", 1, Look()),
    "slides-2": ("slides", 2, Look()),
    "leaflet-1": ("leaflet", 1, Look()),
    "leaflet-2": ("leaflet", 2, Look()),
    "cards-8up-1": ("cards-8up", 1, Look()),
    "bookmark-1": ("bookmark", 1, Look()),
    "exit-tickets-1": ("exit-tickets", 1, Look()),
    "posters-1": ("posters", 1, Look()),
    "talk-map-1": ("talk-map", 1, Look()),
    "known-table-1": ("known-table", 1, Look()),
    "three-columns-1": ("three-columns", 1, Look()),
    "evidence-sheet-large-1": ("evidence-sheet", 1, Look(large_print=True)),
    "bilingual-large-handout-2": ("handout", 2, Look(bilingual=True, large_print=True)),
    "run-of-show-1": ("run-of-show", 1, Look()),
    "modern-handout-1": ("handout", 1, Look(theme="modern")),
    "literary-handout-3": ("handout", 3, Look(theme="literary")),
}


def coarse(picture: Image.Image) -> Image.Image:
    return ImageOps.grayscale(picture).resize(
        (picture.width // COARSE, picture.height // COARSE), Image.Resampling.BOX
    )


def seen(before: Image.Image, after: Image.Image) -> float:
    """Return the share of the page on which somebody would see a difference."""
    if before.size != after.size:
        return 1.0
    difference = ImageChops.difference(coarse(before), coarse(after))
    counts = difference.histogram()
    return sum(counts[VISIBLE:]) / sum(counts)


def shown(before: Image.Image, after: Image.Image, name: str, folder: Path) -> None:
    """Write both pictures and what differs, to be looked at."""
    folder.mkdir(parents=True, exist_ok=True)
    before.save(folder / f"{name}-before.png")
    after.save(folder / f"{name}-after.png")
    difference = ImageChops.difference(before.resize(after.size), after)
    ImageOps.invert(difference).save(folder / f"{name}-difference.png")


def page_of(press, page_templates, edition: str, page: int, look: Look) -> Image.Image:
    pdf = press.print_to_fit(
        lambda lines, setting="": layout.lay_out(
            the_guide(), edition, page_templates, look, lines, setting
        ),
        6 if look.large_print else 2,
    ).pdf
    data = pictures.png(pictures.dots(pdf, page, WIDTH))
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("name", GOLDEN)
def test_a_page_looks_as_it_did(name, press, page_templates, checkout, request):
    edition, page, look = GOLDEN[name]
    file = checkout / "tests" / "golden" / "looks" / f"{name}.png"

    after = page_of(press, page_templates, edition, page, look)
    if request.config.getoption("--accept"):
        file.parent.mkdir(exist_ok=True)
        if not file.exists() or seen(Image.open(file).convert("RGB"), after) > 0:
            ImageOps.grayscale(after).quantize(16).save(file, optimize=True)
    assert file.exists(), f"there is no {name}.png; run pytest --accept and look at it"
    before = Image.open(file).convert("RGB")

    share = seen(before, after)
    if share > MOST_VISIBLE:
        folder = checkout / "output" / "looks"
        shown(before, after, name, folder)
        pytest.fail(f"{share:.1%} of the page looks different: see {folder}/{name}-*.png")


def test_no_golden_picture_is_left_behind(checkout):
    files = {file.stem for file in (checkout / "tests" / "golden" / "looks").glob("*.png")}

    assert files == set(GOLDEN)


def test_a_word_more_is_seen_and_a_hair_is_not(press, page_templates, tmp_path):
    page = page_of(press, page_templates, "handout", 3, Look())
    moved = ImageChops.offset(page, 0, 4)
    blurred = page.resize((WIDTH * 2, page.height * 2)).resize(page.size)

    assert seen(page, moved) > MOST_VISIBLE
    assert seen(page, blurred) <= MOST_VISIBLE

    shown(page, moved, "moved", tmp_path)
    assert len(list(tmp_path.glob("moved-*.png"))) == 3


# ---------------------------------------------------------------- previews


@pytest.fixture
def seed(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    file = tmp_path / "seeds" / "bell.txt"
    file.write_text("The bell rang for an hour.\n\nNobody came to see why it rang.", "utf-8")
    monkeypatch.chdir(tmp_path)
    return file


def run(*words):
    return CliRunner().invoke(guides, ["preview", *map(str, words)])


def test_a_preview_is_a_picture_of_the_page(seed, tmp_path):
    done = run(seed, "--edition", "slides", "--page", 2, "--width", 640, "--output", "a.png")

    assert done.exit_code == 0, done.stderr
    assert done.stdout == "written a.png\n"
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.size == (640, 360)
        extremes: Any = ImageOps.grayscale(picture).getextrema()
        assert extremes[0] < 60
        assert extremes[1] == 255
    assert not (tmp_path / "output").exists()


def test_a_preview_has_a_name_of_its_own_and_the_looks_that_are_asked_for(seed, tmp_path):
    plain = run(seed)
    first = (tmp_path / "bell-handout-1.png").read_bytes()
    run(seed, "--large-print", "--theme", "modern")

    assert plain.stdout == "written bell-handout-1.png\n"
    assert (tmp_path / "bell-handout-1.png").read_bytes() != first


def test_a_page_that_is_not_there_is_a_problem_with_how_many_there_are(seed, tmp_path):
    done = run(seed, "--edition", "known-table", "--page", 7)

    assert done.exit_code == 1
    assert "there is no page 7 [no-such-page]" in done.stderr
    assert "this edition has 1 page" in done.stderr
    assert list(tmp_path.glob("*.png")) == []


def test_what_keeps_a_guide_from_being_made_keeps_its_preview(seed):
    done = run(seed, "--plan", "classrom-45")

    assert done.exit_code == 1
    assert "did you mean `classroom-45`?" in done.stderr
