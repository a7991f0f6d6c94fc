"""A layout of somebody's own is an edition, in the command, in plans and in what it may say."""

import pytest
from click.testing import CliRunner

from guides.cli import guides
from guides.editions import EDITIONS, PIECES, kind_of

LAYOUT = """\
{% extends "layouts/page.html.j2" %}
{% block edition %}wall chart{% endblock %}
{% block body %}
<h1>{{ title }}</h1>
{% for section in sections %}{% for question in section.questions %}
<p>{{ question.number }} {{ question.text }}</p>
{% endfor %}{% endfor %}
{% endblock %}
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a seed, in which `layout` writes a layout."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "templates" / "layouts").mkdir(parents=True)
    (tmp_path / "seeds" / "bell.txt").write_text(
        "The bell rang for an hour.\n\nNobody came to see why it rang.", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def layout(project, name, text=LAYOUT):
    (project / "templates" / "layouts" / f"{name}.html.j2").write_text(text, "utf-8")


def run(*words):
    return CliRunner().invoke(guides, words)


def test_a_layout_of_ones_own_is_printed_and_checked_like_ours(project):
    layout(project, "wall-chart")

    done = run("build", "--edition", "wall-chart", "--check")

    assert done.exit_code == 0, done.stderr
    assert done.stdout == "written output/bell/bell-classroom-45-wall-chart.pdf\n"
    assert (
        "wall-chart                   for participants: a layout of this project"
        in run("list", "editions").stdout
    )


def test_a_plan_may_name_it(project, checkout):
    layout(project, "wall-chart")
    plan = (checkout / "templates" / "plans" / "exit-ticket.yaml").read_text("utf-8")
    own = plan.replace("- exit-tickets", "- wall-chart").replace("id: exit-ticket", "id: mine")
    (project / "templates" / "plans").mkdir()
    (project / "templates" / "plans" / "mine.yaml").write_text(own, "utf-8")

    done = run("build", "--plan", "mine")

    assert done.stdout == "written output/bell/bell-mine-wall-chart.pdf\n", done.stderr


def test_it_has_no_name_for_the_facilitators_notes(project):
    layout(project, "wall-chart", LAYOUT.replace("question.text", "question.listen_for"))

    done = run("build", "--edition", "wall-chart")

    assert done.exit_code == 1
    assert "nothing on this page is called `listen_for`" in done.stderr


def test_its_name_says_that_it_is_for_the_facilitator(project):
    layout(project, "facilitator-chart", LAYOUT.replace("question.text", "question.listen_for"))

    done = run("build", "--edition", "facilitator-chart")

    assert done.exit_code == 0, done.stderr


@pytest.mark.parametrize("command", [("build",), ("preview", "seeds/bell.txt")])
def test_a_name_that_nobody_knows_is_a_problem_with_the_nearest_one(command, project):
    layout(project, "wall-chart")

    done = run(*command, "--edition", "wall-chrt")

    assert done.exit_code == 1
    assert "no edition is called `wall-chrt` [unknown-edition]" in done.stderr
    assert "did you mean `wall-chart`?" in done.stderr


def test_ours_are_all_in_the_table_and_pieces_are_no_editions(page_templates):
    names = {name[8:-8] for name in page_templates if name.startswith("layouts/")}

    assert names == EDITIONS.keys() | PIECES
    assert kind_of("handout") is EDITIONS["handout"]
    assert kind_of("wall-chart").audience == "participants"
