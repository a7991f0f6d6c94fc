"""Word, OpenDocument, RTF, e-books, PDF and web pages: what is kept, and what is refused."""

import io
import random
import zipfile
from collections.abc import Callable
from importlib import import_module

import pypdf
import pytest
from click.testing import CliRunner

from guides import readers, seeding
from guides.cli import guides
from guides.problems import Failed
from guides.readers import apart, inside
from tests import foreign_files as made
from tests.mutations import mutated, mutated_inside
from tests.test_emphasis import FILES as STYLED

WORDS = [" ".join(text.split()) for text in made.PARAGRAPHS]
PAGES = (
    *made.PARAGRAPHS,
    "When the fog came in, the children counted the steps down to the harbour and back.",
    "Somebody called from the water, twice, and then there was only the bell.",
    "In the morning the key lay on the sill, and the glass was clean.",
)
FILES: dict[str, Callable[[], bytes]] = {
    "docx": made.docx, "odt": made.odt, "epub": made.epub, "rtf": made.rtf, "html": made.html,
}  # fmt: skip


@pytest.fixture(scope="module")
def pdf(press) -> bytes:
    """Two pages with a running head, a page number and a word that is parted."""
    style = (
        "@page { size: 120mm 90mm; margin: 20mm; @top-left { content: 'The Morrow Post' } "
        "@bottom-right { content: counter(page) } } p { margin: 0 0 14pt; text-align: left } "
        "h1 { font-size: 26pt } body { font: 11pt/14pt serif }"
    )
    body = "".join(f"<p>{text}</p>" for text in PAGES)
    html = f"<html lang=en><title>x</title><style>{style}</style><h1>The Keeper</h1>{body}</html>"
    return press.print(html).pdf


def paragraphs(document):
    return [" ".join(block.span.text.split()) for block in document.numbered]


def refused(name: str, data: bytes, encoding: str = "") -> str:
    with pytest.raises(Failed) as caught:
        readers.read(name, data, encoding)
    (problem,) = caught.value.problems
    assert problem.name == name
    assert problem.hint
    return problem.code


# ---------------------------------------------------------------- what is kept


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "epub"])
def test_the_words_and_headings_of_a_file_are_kept(kind):
    document = readers.read(f"keeper.{kind}", FILES[kind]())

    assert [text for text in paragraphs(document) if text in WORDS] == WORDS
    assert "Keeper" in document.title


def test_a_place_in_a_file_without_lines_is_its_paragraph():
    document = readers.read("keeper.docx", made.docx())

    assert document.numbered[1].span.place == "keeper.docx:¶3"


def test_a_web_page_gives_its_article_and_says_what_was_left_out():
    document = readers.read("keeper.html", made.html())

    assert document.title == "The Keeper"
    assert not any(word in document.text for word in ("Home", "cookies", "All rights"))
    assert len(document.numbered) == 3
    assert any("menus" in line for line in document.repairs)


@pytest.mark.parametrize(("charset", "word"), [("koi8-r", "Маяк"), ("shift_jis", "灯台")])
def test_a_web_page_is_read_in_the_character_set_that_it_declares(charset, word):
    page = f"<meta charset={charset}><p>{word}</p><p>{word}</p>".encode(charset)

    assert readers.read("x.html", page).text == f"{word}\n\n{word}"


def test_a_list_item_stays_one():
    document = readers.read("keeper.odt", made.odt())

    assert [block.span.text for block in document.blocks if block.kind == "item"] == ["oil"]


def test_a_chapter_of_an_e_book_can_be_chosen():
    document = readers.read("keeper.epub", made.epub(), chapter=2)

    assert paragraphs(document) == [WORDS[1]]
    assert document.authors == ("Ada Moor",)
    with pytest.raises(Failed) as caught:
        readers.read("keeper.epub", made.epub(), chapter=7)
    assert [problem.code for problem in caught.value.problems] == ["no-such-chapter"]
    assert "1 to 3" in caught.value.problems[0].hint


def test_a_pdf_loses_its_running_heads_and_keeps_its_paragraphs(pdf):
    document = readers.read("keeper.pdf", pdf)

    assert paragraphs(document) == [" ".join(text.split()) for text in PAGES]
    assert "Morrow Post" not in document.text
    assert document.blocks[0].span.place == "keeper.pdf:page 1"


def test_a_bullet_in_a_pdf_begins_a_list_item(press):
    lines = "".join(f"<p style='margin:0'>• {word} lamps</p>" for word in ("Red", "Green", "Blue"))
    body = f"<p>There were these, all of them on the sill:</p>{lines}<p>{PAGES[3]}</p>"
    html = f"<html lang=en><title>x</title><body>{body}</body></html>"

    document = readers.read("keeper.pdf", press.print(html).pdf)

    items = [block.text for block in document.blocks if block.kind == "item"]
    assert items == ["Red lamps", "Green lamps", "Blue lamps"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["a LGBTI-", "friendly town"], "a LGBTI-friendly town"),
        (["they were re-", "elected"], "they were reelected"),
        (["of twenty-", "One"], "of twenty-One"),
        (["a light\ufffe", "house"], "a lighthouse"),
    ],
)
def test_a_word_that_was_parted_is_joined(lines, text):
    from guides.readers.pdf import _joined

    assert _joined(lines, " ".join(lines)) == text


def test_a_hyphen_stays_where_the_text_has_it_elsewhere():
    from guides.readers.pdf import _joined

    assert _joined(["the well-", "known man"], "a well-known man") == "the well-known man"


def test_a_footnote_stands_below_the_text():
    note = b"<ol><li id='fn1'>All night.</li></ol>"
    page = b"<p>The lamp<sup><a href='#fn1'>1</a></sup> burned.</p>" + note
    document = readers.read("x.html", page)

    assert document.text == "The lamp burned.\n\nNote 1: All night."


# ---------------------------------------------------------------- what is refused


def bomb() -> bytes:
    return made.docx(more={"word/media/zeros.bin": b"\0" * 60_000_000})


def locked_pdf(pdf: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt("secret", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def test_files_that_could_do_harm_are_refused(pdf, press):
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    laughs = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>'
    blank = press.print("<html lang=en><title>x</title><body><br></body></html>").pdf

    assert refused("x.docx", bomb()) == "file-too-heavy"
    assert refused("x.docx", made.docx(before=laughs)) == "file-too-heavy"
    links: dict[str, str | bytes] = {"_rels/.rels": f'{laughs}<x a="&a9;"/>'}
    assert refused("x.docx", made.docx(more=links)) == "file-too-heavy"
    assert refused("x.docx", made.docx(more={"word/vbaProject.bin": b"x"})) == "macro-file"
    assert refused("x.docx", made.docx()[:900]) == "damaged-file"
    assert refused("x.docx", made.odt()) == "damaged-file"
    manifest: dict[str, str | bytes] = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert refused("x.odt", made.odt(more=manifest)) == "locked-file"
    assert refused("x.epub", made.epub(more={"META-INF/encryption.xml": "<x/>"})) == "locked-file"
    assert refused("x.pdf", locked_pdf(pdf)) == "locked-file"
    assert refused("x.pdf", blank) == "scanned-file"
    assert refused("x.pdf", b"%PDF-1.7 and no more") == "damaged-file"
    assert refused("x.rtf", b"no rich text") == "damaged-file"
    assert refused("x.docx", b"") == "damaged-file"


def test_a_part_that_is_locked_locks_the_file():
    data = bytearray(made.docx())
    for place in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[place] |= 1

    assert refused("x.docx", bytes(data)) == "locked-file"


def test_a_file_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(apart, "_SECONDS", 0.001)

    assert refused("x.docx", made.docx()) == "file-too-heavy"


def test_a_reader_can_open_no_other_file_and_no_connection():
    """What `inside` gives up is gone: a reader that were talked into it could not."""
    code = (
        "import json, sys; from guides.readers import inside\n"
        "import socket; inside._close_doors()\n"
        "found = []\n"
        "for act in (lambda: open('/etc/hostname'), lambda: socket.socket()):\n"
        "    try: act()\n"
        "    except OSError: found.append('shut')\n"
        "sys.stdout.write(json.dumps(found))"
    )
    import subprocess
    import sys

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert ran.stdout == '["shut", "shut"]'


@pytest.mark.parametrize("kind", sorted(FILES))
def test_a_damaged_file_is_read_or_refused_and_never_breaks(kind):
    """A hundred mutations each; `./run bench fuzz` makes twenty thousand."""
    data, chance = FILES[kind](), random.Random(kind)  # noqa: S311  chosen, not secret
    for _ in range(100):
        assert_answered(kind, mutated(data, chance))


@pytest.mark.parametrize("kind", ["docx", "epub", "odt"])
def test_spoilt_xml_inside_a_file_is_read_or_refused_and_never_breaks(kind):
    data, chance = STYLED[kind], random.Random(kind)  # noqa: S311  chosen, not secret
    for _ in range(100):
        assert_answered(kind, mutated_inside(data, chance))


def assert_answered(kind: str, data: bytes) -> None:
    module = import_module(f"guides.readers.{apart.READERS[f'.{kind}']}")
    answer = inside.answer(module, data, "", 0)
    assert ("refused" in answer) != ("marks" in answer)


# ---------------------------------------------------------------- from a file to a seed


@pytest.mark.parametrize("kind", sorted(FILES))
def test_a_seed_made_of_a_file_reads_the_same(kind):
    document = readers.read(f"keeper.{kind}", FILES[kind]())

    again = readers.read("keeper.md", seeding.seed(document).encode())

    assert paragraphs(again) == paragraphs(document)
    assert again.title == document.title
    assert again.authors == document.authors


def test_signs_of_markdown_in_a_text_stay_signs():
    signs = b"<p># not a heading, *not* stressed, [no] link, 1 &lt; 2</p>"
    page = signs + b"<p>- no item</p><p>3. Oktober</p>"
    document = readers.read("x.html", page)

    again = readers.read("x.md", seeding.seed(document).encode())

    assert again.text.replace("\\", "").count("not") == 2
    assert paragraphs(again) == paragraphs(document)


def test_guides_read_writes_a_seed_and_never_over_another(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "keeper.epub").write_bytes(made.epub())
    monkeypatch.chdir(tmp_path)

    first = CliRunner().invoke(guides, ["read", "keeper.epub", "--chapter", "2"])
    second = CliRunner().invoke(guides, ["read", "keeper.epub", "--chapter", "2"])

    assert first.output == "written seeds/keeper-2.md\n"
    assert WORDS[1] in (tmp_path / "seeds/keeper-2.md").read_text("utf-8")
    assert second.exit_code == 1
    assert "seed-exists" in second.output


def test_the_archive_guard_lets_ordinary_files_pass():
    with zipfile.ZipFile(io.BytesIO(made.epub())) as archive:
        assert len(archive.namelist()) == 5
    assert readers.read("x.epub", made.epub()).numbered
