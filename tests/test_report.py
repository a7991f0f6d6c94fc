"""The shape of `guides findings SEED --json`, which other programs rely on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guides import report
from tests.texts import PLAIN, findings

TEXT = f"""{PLAIN}

In March 2019, "many cooks" left, said Ana Ruiz, who runs the kitchen. Last week they were back.

• Hundreds of families came to eat.
• Teachers must help them, she claimed.

It is time for the town to act. Yet 40 cooks are missing because the pay is low.
"""


@pytest.fixture(scope="module")
def shape() -> dict[str, Any]:
    return report.report(findings(TEXT))


def test_the_committed_schema_is_that_of_the_report(checkout):
    committed = checkout / "templates" / "schema" / "findings.json"

    expected = json.dumps(report.schema(), ensure_ascii=False, indent=2) + "\n"

    assert committed.read_text("utf-8") == expected


def test_a_report_keeps_to_the_schema(shape, checkout):
    schema = json.loads((checkout / "templates" / "schema" / "findings.json").read_text("utf-8"))

    assert list(complaints(json.loads(json.dumps(shape)), schema, schema, "report")) == []


def test_the_checker_of_this_test_finds_mistakes(shape):
    schema = report.schema()

    broken = {**shape, "sentences": [{"paragraph": "one"}], "extra": 1}

    found = list(complaints(broken, schema, schema, "report"))
    assert any("extra" in line for line in found)
    assert any("paragraph" in line for line in found)
    assert any("start" in line for line in found)


def test_offsets_count_in_the_text_of_the_document(shape):
    text = shape["document"]["text"]

    checked = 0
    for found in every_span(shape):
        assert text[found["start"] : found["end"]] == found["text"]
        checked += 1
    assert checked > 20


def test_what_has_a_size_is_told_from_what_has_none(shape):
    assert [item["counts"] for item in shape["numbers"]] == ["families", "cooks"]
    assert [item["vague"] for item in shape["numbers"]] == [True, False]


def test_a_date_with_a_month_is_told_from_one_that_counts_from_the_writing(shape):
    assert [(item["text"], item["iso"]) for item in shape["dates"]] == [("March 2019", "2019-03")]
    assert [item["text"] for item in shape["relative_dates"]] == ["Last week"]


def test_a_claim_is_told_from_a_judgement(shape):
    assert all(item["origin"] or item["doubt"] or not item["opinion"] for item in shape["claims"])
    assert [item["text"] for item in shape["judgements"]] == ["It is time for the town to act."]


def test_list_items_are_apart_from_paragraphs(shape):
    document = shape["document"]

    assert [item["number"] for item in document["list_items"]] == [3, 4]
    assert [item["number"] for item in document["paragraphs"]] == [1, 2, 5]


def test_without_a_preface_the_take_is_empty(shape):
    take = shape["document"]["take"]

    assert take["summary"] is None
    assert take["questions"] == take["statements"] == take["pointers"] == []


def test_a_preface_is_told_by_its_parts(checkout):
    seed = checkout / "seeds" / "lgbtqi-communities-in-chechnya.txt"
    take = report.report(findings(seed.read_text("utf-8")))["document"]["take"]

    assert take["summary"].startswith("Levi Jackman highlights")
    assert len(take["questions"]) == 2
    assert len(take["pointers"]) == 1


# ---------------------------------------------------------------- as much JSON Schema as is used


def complaints(value: Any, schema: Any, whole: Any, path: str) -> Any:
    """Yield where *value* does not keep to *schema*: types, keys, references and choices."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from complaints(value, whole["$defs"][name], whole, path)
    elif "anyOf" in schema:
        if all(list(complaints(value, choice, whole, path)) for choice in schema["anyOf"]):
            yield f"{path}: none of the choices"
    elif "enum" in schema:
        if value not in schema["enum"]:
            yield f"{path}: {value!r} is no choice"
    elif not isinstance(value, TYPES[schema["type"]]):
        yield f"{path}: {value!r} is no {schema['type']}"
    elif schema["type"] == "object":
        yield from object_complaints(value, schema, whole, path)
    elif schema["type"] == "array":
        for place, item in enumerate(value):
            yield from complaints(item, schema["items"], whole, f"{path}[{place}]")


TYPES: dict[str, Any] = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
    "boolean": bool, "null": type(None),
}  # fmt: skip


def object_complaints(value: Any, schema: Any, whole: Any, path: str) -> Any:
    yield from (f"{path}: no {key}" for key in schema["required"] if key not in value)
    for key, item in value.items():
        if key in schema["properties"]:
            yield from complaints(item, schema["properties"][key], whole, f"{path}.{key}")
        else:
            yield f"{path}: {key} is unknown"


def every_span(value: Any) -> Any:
    if isinstance(value, dict):
        if {"text", "start", "end"} <= set(value):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from every_span(item)
