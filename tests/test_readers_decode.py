"""Which characters a file holds, and what was mended on the way."""

import codecs
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.problems import Failed
from guides.readers.decode import LIMIT, clean, decode

QUOTED = "“It wasn’t the café’s fault,” said Zoë — not at first…"
MIXED = QUOTED + " The naïve señora paid £5 for «crème brûlée» in São Tomé."


def words(data: bytes, encoding: str = "") -> str:
    return decode("seed.txt", data, encoding).text


def said(data: bytes) -> str:
    return " ".join(decode("seed.txt", data).repairs)


def code(data: bytes, encoding: str = "") -> str:
    with pytest.raises(Failed) as failed:
        decode("seed.txt", data, encoding)
    (problem,) = failed.value.problems
    assert problem.name == "seed.txt"
    assert problem.hint
    return problem.code


def test_good_text_is_left_as_it_is():
    text = "ﬁne “curly” ‘quotes’ — Ａ wide letter, “LE CAFÉ”, CITÉ… and √2 ≈ 1.41"

    decoded = decode("seed.txt", text.encode())

    assert decoded.text == text
    assert decoded.repairs == ()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_left_out(mark, encoding):
    decoded = decode("seed.txt", mark + MIXED.encode(encoding))

    assert decoded.text == MIXED
    assert decoded.repairs == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_nuls(encoding):
    data = MIXED.encode(encoding)

    assert words(data) == MIXED
    assert said(data) == "The file was read as UTF-16."


@pytest.mark.parametrize(
    ("encoding", "called"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman")]
)
@pytest.mark.parametrize("text", [QUOTED, MIXED, "El año en que la señora Peña volvió"])
def test_old_western_bytes_are_read_as_the_likelier_character_set(text, encoding, called):
    data = text.encode(encoding)

    assert words(data) == text
    assert said(data) == f"The file is not in UTF-8; it was read as {called}."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("ÉCOLE and Été, À bientôt", "cp1252"),
        ("ÉCOLE and Été, À bientôt", "mac_roman"),
        ("cost–benefit and 1914–1918", "cp1252"),
        ("a • bullet…", "cp1252"),
        ("«Où?»", "mac_roman"),
        ("¿Qué? ¡No!", "mac_roman"),
    ],
)
def test_a_few_odd_characters_are_enough_to_tell(text, encoding):
    assert words(text.encode(encoding)) == text


def test_nuls_that_stand_anywhere_are_no_utf_16():
    assert code(b"\0a\0b\0cd\0e\0f\0g\0" * 3) == "binary-file"
    assert code(b"a\0b\0" + b"plain words " * 20) == "binary-file"


def test_the_encoding_that_the_user_names_is_taken():
    assert words("żółw".encode("cp1250"), "cp1250") == "żółw"
    assert words(codecs.BOM_UTF8 + b"turtle", "utf-8") == "turtle"


def test_a_wrong_or_unknown_encoding_is_one_problem():
    assert code(b"caf\xe9", "utf-8") == "wrong-encoding"
    assert code(b"words", "utf-9") == "unknown-encoding"
    assert code(b"words", "base64") == "unknown-encoding"
    assert code(b"words", "a\0b") == "unknown-encoding"


def test_a_misspelt_encoding_gets_a_guess():
    with pytest.raises(Failed) as failed:
        decode("seed.txt", b"words", "mac-romen")

    assert failed.value.problems[0].hint == "did you mean `mac-roman`?"


@pytest.mark.parametrize("damage", [1, 2])
def test_words_that_were_decoded_wrongly_before_are_restored(damage):
    text = "“Peña wasn’t late,” she said — the café was closed."
    damaged = text
    for _ in range(damage):
        damaged = damaged.encode().decode("cp1252", errors="replace")

    assert damaged != text
    if damage == 1:
        assert words(damaged.encode()) == text
        assert "Damaged closing quotation marks were restored (1)." in said(damaged.encode())
    assert "Peña wasn’t late" in words(damaged.encode())
    assert "such as " in said(damaged.encode())


def test_one_damaged_word_among_good_quotation_marks_is_restored():
    text = words("“Good” — said PeÃ±a, and the “rest” is fine".encode())

    assert text == "“Good” — said Peña, and the “rest” is fine"


def test_a_repair_is_told_with_its_first_example():
    data = "A good line.\nThe seÃ±or and PeÃ±a.".encode()

    assert said(data) == (
        "Characters that another program had saved wrongly were restored, such as seÃ±or for señor."
    )
    assert said(("x" * 60 + "Ã±").encode()).endswith("were restored.")


def test_accents_that_stand_beside_their_letters_are_joined():
    decomposed = "cafe\u0301 and PeA\u0303±a"

    assert words(decomposed.encode()) == "café and Peña"


def test_line_ends_become_one_kind():
    assert words(b"one\r\ntwo\rthree\n\x0cfour") == "one\ntwo\nthree\n\nfour"
    assert words("one\u2028two\u2029three".encode()) == "one\ntwo\nthree"


def test_odd_spaces_become_plain_ones_each_for_itself():
    text = "a\u00a0b\u2009c\u3000d  e"

    assert words(text.encode()) == "a b c d  e"
    assert "special spaces" in said(text.encode())


def test_invisible_characters_are_left_out():
    assert words("soft\u00adhyphen ze\u200bro \ufeffmark".encode()) == "softhyphen zero mark"
    assert words("joi\u200dned".encode()) == "joined"


def test_half_a_character_is_a_lost_one_and_two_halves_are_one():
    text, _ = clean("A boat \ud83d and a boat \ud83d\udea3.")

    assert text == "A boat \ufffd and a boat \U0001f6a3."


def test_joiners_that_shape_a_script_or_an_emoji_stay():
    text = "می\u200cخواهم and 👩\u200d🚀"

    assert words(text.encode()) == text


def test_a_few_control_characters_are_left_out():
    text = "A long enough line of words that holds one bell.\x07 " * 3

    assert "\x07" not in words(text.encode())
    assert said(text.encode()) == "Control characters were left out."


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", codecs.BOM_UTF8, "\ufeff\u00a0\n".encode()])
def test_a_file_without_words_is_empty(data):
    assert code(data) == "empty-file"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 words",
        b"PK\x03\x04 words",
        b"{\\rtf1 words}",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 4,
        b"words\0and\0more\0\0\0words",
        codecs.BOM_UTF16_LE + b"\x00\xd8\x00",
    ],
)
def test_what_is_not_text_is_refused(data):
    assert code(data) == "binary-file"


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    assert code(b"a" * (LIMIT + 1)) == "file-too-large"
    assert code(b"a\n" * 100_001) == "file-too-large"


def test_the_repairing_package_is_loaded_for_damaged_text_only():
    program = (
        "import sys\n"
        "from guides.readers.decode import decode\n"
        "decode('a.txt', '“Good” café — naïve'.encode())\n"
        "assert 'ftfy' not in sys.modules\n"
        "decode('a.txt', 'PeÃ±a'.encode())\n"
        "assert 'ftfy' in sys.modules\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True)


@given(st.binary(max_size=400), st.sampled_from(["", "utf-8", "utf-7", "utf-16", "cp1252", "idna"]))
def test_any_bytes_give_clean_text_or_one_problem(data, encoding):
    try:
        text = words(data, encoding)
    except Failed as failed:
        problems = failed.problems
    else:
        problems = ()
        assert text.strip()
        assert not set(text) & set("\r\0\u00a0\u200b\ufeff")
        text.encode()

    assert len(problems) <= 1


def test_doubled_apostrophes_that_pair_are_quotation_marks():
    text, repairs = clean("He said ''never again,'' and left. ``Why?'' she asked. It is 5'' long")

    assert "''" in text  # one mark has no partner, so all are left as they are
    assert repairs == ()
    text, repairs = clean("He said ''never again,'' and left. ``Why?'' she asked.")
    assert text == "He said “never again,” and left. “Why?” she asked."
    assert repairs == ("Doubled apostrophes were read as quotation marks (2 pairs).",)
