"""The benchmark that looks at all pages prints none twice, and leaves out none that differs."""

import pytest

from bench import pages
from guides import proofs
from guides.problems import Problem


def seen(*wanted: tuple[str, str]) -> list[pages.Seen]:
    (seed,) = [seed for seed in pages.seeds() if seed.stem == "the-lamp-keeper"]
    return list(pages.seen(seed, wanted))


def test_pages_that_are_the_same_are_looked_at_once():
    looks = ["letter", "letter duplex", "letter large-print", "letter grayscale", "a4"]

    # A slip is cut to size, so that it takes no larger type, and begins no part overleaf.
    assert [row.files for row in seen(*(("exit-ticket", look) for look in looks))] == [
        1, 0, 0, 1, 1
    ]  # fmt: skip


def test_a_plan_that_is_not_for_a_text_is_left_out():
    rows = seen(("structured-controversy", "letter"), ("exit-ticket", "letter"))

    assert [row.plan for row in rows] == ["exit-ticket"]


def test_what_is_wrong_with_a_page_is_told_with_the_name_of_its_file(monkeypatch):
    found = Problem("near-empty-page", "page 2: only the top 2% of the page is used")
    monkeypatch.setattr(proofs, "check", lambda *_: (found,))

    ((name, problem),) = seen(("exit-ticket", "letter"))[0].problems

    assert name == "the-lamp-keeper-exit-ticket-exit-tickets.pdf"
    assert problem == found


@pytest.mark.parametrize("preset", pages.PRESETS)
def test_every_preset_is_a_look_on_both_papers(preset):
    for paper in ("letter", "a4"):
        assert getattr(pages.looks()[f"{paper} {preset.replace('_', '-')}"], preset)
