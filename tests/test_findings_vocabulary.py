"""Words to know, how hard words and texts are, and what a text is about."""

from __future__ import annotations

import pytest

from guides.findings.derivation import is_transparent
from guides.findings.difficulty import difficulty
from guides.findings.reading_level import grade
from guides.findings.spelling import american
from guides.findings.syllables import syllables
from guides.model import Word, WordLists
from tests.texts import PLAIN, findings, one_paragraph

TENANT = Word(word="tenant", definition="a person who pays to live somewhere")
ORGAN = Word(
    word="organ",
    definition="a part of the body that does a job",
    cues=("heart", "doctor"),
    second="an instrument with keys and pipes",
    second_cues=("church", "played"),
)
JOINT = Word(word="joint statement", definition="something that several groups say together")
LISTS = WordLists(words=(TENANT, ORGAN, JOINT))


def terms(text, lists=LISTS):
    return {term.word: term for term in one_paragraph(text, lists).vocabulary}


def test_a_word_of_the_glossary_is_found_in_its_inflected_forms():
    term = terms("Two tenants wrote to the owner.")["tenant"]

    assert term.definition == TENANT.definition
    assert (term.text, term.paragraphs) == ("tenants", (2,))


def test_a_phrase_is_one_term():
    found = terms("The teachers and the cooks gave a joint statement.")

    assert found["joint statement"].definition == JOINT.definition


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        ("The doctor said that the organ was healthy.", ORGAN.definition),
        ("She played the organ every week.", ORGAN.second),
    ],
)
def test_of_two_senses_the_words_nearby_must_choose(text, definition):
    assert terms(text)["organ"].definition == definition


def test_a_word_of_two_senses_is_left_out_where_nothing_tells_them_apart():
    assert "organ" not in terms("The organ was late again.")


def test_a_sense_with_cues_needs_one_of_them_nearby():
    hurl = Word(word="hurl", definition="to throw hard", cues=("stone", "rock"))
    lists = WordLists(words=(hurl,))

    assert "hurl" not in terms("She plays for the hurling team.", lists)
    assert terms("They hurled a stone.", lists)["hurl"].definition == hurl.definition


def test_a_thing_is_not_found_in_a_verb():
    lists = WordLists(words=(Word(word="harbor", definition="a safe place for ships"),))

    assert "harbor" not in terms("She harbored a doubt.", lists)
    assert "harbor" in terms("The harbors are full.", lists)


def test_a_definition_of_both_kinds_fits_either_use():
    both = Word(word="estimate", definition="a careful guess, or to make one")
    lists = WordLists(words=(both,))

    assert terms("They estimate the cost.", lists)["estimate"].definition == both.definition
    assert terms("They gave an estimate.", lists)["estimate"].definition == both.definition


def test_a_phrase_that_opens_with_a_preposition_stands_as_it_is_listed():
    ground = Word(word="on the ground", definition="where things really happen")
    lists = WordLists(words=(ground,))

    assert "on the ground" in terms("Conditions on the ground are bad.", lists)
    assert "on the ground" not in terms("They walked on the grounds of the hall.", lists)


def test_a_doubt_word_is_always_a_word_to_know():
    term = terms("The clerk allegedly burned the list.")["allegedly"]

    assert term.definition == ""


def test_a_word_that_only_reports_is_no_doubt_word():
    lists = WordLists(words=(Word(word="reported", definition="told, but not proved"),))

    assert "reported" not in terms("She reported to the office.", lists)
    assert "reported" in terms("There were two reported thefts.", lists)


def test_a_hard_word_without_an_entry_has_no_definition():
    found = terms("A sullen silence hung over the quay.", WordLists())

    assert found["sullen"].definition == ""


def test_names_and_everyday_words_are_not_learned():
    found = terms("Mr. Tenant walked his dog to the big shop.")

    assert found == {}


def test_the_editors_glossary_wins():
    front = "---\nglossary:\n  tenant: somebody who rents a field here\n---\n"
    found = findings(f"{front}{PLAIN}\n\nA tenant came.\n", LISTS)

    (term,) = [item for item in found.vocabulary if item.word == "tenant"]

    assert term.definition == "somebody who rents a field here"


@pytest.mark.parametrize("word", ["unhelpful", "homeless", "schoolyard", "rethinking", "sadness"])
def test_a_word_that_says_what_it_means_is_transparent(word):
    assert is_transparent(word)


@pytest.mark.parametrize("word", ["department", "asylum", "sullen", "brutal", "treaty"])
def test_a_word_that_hides_its_meaning_is_not(word):
    assert not is_transparent(word)


def test_a_rare_long_word_is_harder_than_a_common_short_one():
    sentence = "The committee discussed the jurisprudence of the house."

    assert difficulty("jurisprudence", sentence) > difficulty("house", sentence) + 0.1


@pytest.mark.parametrize(
    ("word", "count"),
    [("make", 1), ("table", 2), ("science", 2), ("idea", 3), ("education", 4), ("wanted", 2),
     ("walked", 1), ("didn’t", 2), ("million", 2), ("homelessness", 3), ("society", 4)],
)  # fmt: skip
def test_syllables_are_counted_by_rule(word, count):
    assert syllables(word) == count


@pytest.mark.timeout(60)
def test_a_word_without_end_is_counted_at_once():
    assert syllables("a" * 1_000_000) == 1


def test_the_grade_is_the_published_formula():
    assert grade(100, 10, 130) == pytest.approx(0.39 * 10 + 11.8 * 1.3 - 15.59)


def test_a_plain_text_is_easier_than_a_learned_one():
    easy = findings("The dog ran to the gate. It saw a cat. The cat sat up. They ran away.\n" * 3)
    hard = findings(
        "The jurisprudential ramifications of the aforementioned legislation, promulgated by an "
        "assembly of considerable constitutional authority, necessitate extraordinary "
        "circumspection by practitioners of administrative law.\n\n" + PLAIN
    )

    assert easy.reading.grade_high < hard.reading.grade_low
    assert easy.reading.grade_low >= 1
    assert hard.reading.grade_high <= 16


def test_a_text_is_about_what_comes_back():
    found = findings(
        "The lighthouse on the cape was built of granite.\n\n"
        "Every night the lighthouse keeper climbed to the lamp.\n\n"
        "When the lighthouse went dark, the village walked up with candles.\n"
    )

    assert found.key_terms[0].term == "lighthouse"
    assert found.key_terms[0].paragraphs == (1, 2, 3)


def test_a_word_used_as_a_thing_has_no_definition_of_a_deed():
    lists = WordLists(words=(Word(word="shed", definition="to lose or let fall"),))

    assert terms("She hid behind the shed.", lists)["shed"].definition == ""
    assert terms("They built a garden shed.", lists)["shed"].definition == ""
    assert terms("The trees will shed leaves.", lists)["shed"].definition


def test_what_somebody_believed_to_be_is_not_believed_to_be_so():
    lists = WordLists(words=(Word(word="believed to be", definition="thought to be"),))

    assert "believed to be" in terms("The boat is believed to be lost.", lists)
    assert "believed to be" not in terms("He fled from what he believed to be a plot.", lists)


def test_a_hyphen_is_part_of_a_phrase():
    lists = WordLists(words=(Word(word="would-be", definition="hoping to be"),))

    assert "would-be" in terms("A would-be singer came.", lists)
    assert "would-be" not in terms("That would be all.", lists)


def test_a_verb_is_not_what_stands_after_an_article_whatever_follows():
    lists = WordLists(words=(Word(word="shed", definition="to lose or let fall"),))

    found = terms("What is left in your shed belongs to the school stove.", lists)

    assert all(not term.definition for term in found.values())


# ---------------------------------------------------------------- spellings


@pytest.mark.parametrize(
    ("listed", "sentence", "shown"),
    [
        ("organize", "The tenants organised a meeting.", "organise"),
        ("ostracize", "The tenants ostracised the owner.", "ostracise"),
        ("labor market", "The labour market shrank that year.", "labour market"),
        ("counsellor", "Two counselors came to the school.", "counselor"),
        ("fulfill", "The owner fulfils every wish.", "fulfil"),
    ],
)
def test_a_word_is_found_in_the_other_spelling_and_shown_as_the_text_has_it(
    listed, sentence, shown
):
    lists = WordLists(words=(Word(word=listed, definition="to be or do this"),))

    assert terms(sentence, lists)[shown].definition == "to be or do this"


def test_the_entry_that_is_spelled_as_the_text_wins():
    lists = WordLists(
        words=tuple(Word(word=word, definition=f"to {word}") for word in ("penalise", "penalize"))
    )

    british = terms("The council penalised the tenants.", lists)
    american_ = terms("The council penalized the tenants.", lists)

    assert british["penalise"].definition == "to penalise"
    assert american_["penalize"].definition == "to penalize"
    assert "penalize" not in british
    assert "penalise" not in american_


@pytest.mark.parametrize("word", ["promise", "four", "called", "filling", "raise", "programmed"])
def test_a_word_with_one_spelling_keeps_it(word):
    assert american(word) == word


def test_a_simple_past_is_no_word_to_know():
    """ "Drank" is "drink", which everybody knows, and "dwelt" is shown as "dwell"."""
    found = terms("They drank from the well and dwelt among strangers who wept.")

    assert "drank" not in found
    assert "dwell" in found
    assert "dwelt" not in found


def test_unheard_of_words_make_a_text_harder_and_names_do_not():
    plain = "The men of the village said that the water of the well was good for the children. " * 8
    strange = plain.replace("water", "chemosynthesate").replace("children", "micrometazoa")
    named = plain.replace("The men of the village", "The men of Chechnya")

    assert findings(strange).reading.grade_low > findings(plain).reading.grade_low
    assert findings(named).reading.grade_high <= findings(plain).reading.grade_high + 1


def test_the_words_of_web_and_mail_addresses_are_no_terms():
    text = (
        "Write to ombudsman@quintessence.example.org about the lamps. The lamps are listed at "
        "https://quintessence.example.org/ombudsman, and www.quintessence.org shows more lamps."
    )
    found = one_paragraph(text)
    terms = {term.term.lower() for term in found.key_terms}

    assert "lamps" in terms
    assert not terms & {"quintessence", "ombudsman", "https", "org"}
