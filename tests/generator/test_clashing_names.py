"""Names that meet: long ones, those that a tool makes up, and those of mappings."""

from __future__ import annotations

import httpx
import pytest

from generator.modules import to_module_name
from generator.render import render_files
from generator.unsupported import find_unsupported
from tests.generator.in_memory import import_files
from tests.generator.one_call import TEXT, body, json, probe, with_operation

LONG = "a" * 150


def test_long_names_that_begin_alike_stay_apart() -> None:
    assert to_module_name(LONG) != to_module_name(f"{LONG}b")
    inner = {"type": "object", "properties": {"a": TEXT}}
    schemas = {LONG: {"type": "object", "properties": {"x": inner, "X": inner, "y": inner}}}
    made = with_operation("get", schemas=schemas, responses={"200": json({"$ref": f"#/components/schemas/{LONG}"})})
    assert find_unsupported(made) == []
    with import_files(render_files(made)) as (models, _):
        assert len([name for name in dir(models) if name.startswith("Aaaa")]) == 4


def test_a_schema_may_be_called_as_the_body_of_an_operation() -> None:
    """The tool calls what has no name after its operation."""
    made = with_operation(
        schemas={"ProbeBody": {"type": "object", "properties": {"a": TEXT}}},
        requestBody=body({"type": "object", "additionalProperties": TEXT}),
        responses={"200": json({"$ref": "#/components/schemas/ProbeBody"})},
    )
    assert find_unsupported(made) == []
    with import_files(render_files(made)) as (models, api):
        assert api.probe(body={"k": "v"}).content() == b'{"k":"v"}'
        assert models.ProbeBody.from_dict({"a": "b"}).a == "b"


def test_a_schema_called_as_the_mapping_of_another_is_refused_with_its_place() -> None:
    made = with_operation(
        schemas={
            "Pet": {"type": "object", "properties": {"a": TEXT}},
            "PetDict": {"type": "object", "properties": {"b": TEXT}},
        },
        requestBody=body({"type": "object", "properties": {"pet": {"$ref": "#/components/schemas/Pet"}}}),
    )
    (error,) = find_unsupported(made)
    assert error.place == "components.schemas.Pet"
    assert "PetDict" in error.problem
    made["components"]["schemas"]["PetDict"]["x-python-name"] = "PetRecord"
    assert find_unsupported(made) == [], "the remedy works"


def test_a_part_that_may_be_null_is_no_null_beside_an_object() -> None:
    made = with_operation(
        schemas={"Maybe": {"anyOf": [{"type": "object", "properties": {"a": TEXT}}, {"type": "null"}]}},
        responses={
            "200": json(
                {"allOf": [{"$ref": "#/components/schemas/Maybe"}, {"type": "object", "properties": {"b": TEXT}}]}
            )
        },
    )
    assert find_unsupported(made) == []
    with import_files(render_files(made)) as (_, api):
        read = api.probe().read({"a": "1", "b": "2"})
        assert (read.a, read.b) == ("1", "2")


@pytest.mark.parametrize(
    ("name", "reference", "class_name"),
    [
        ("A/B~C", "A~1B~0C", "ABC"),
        ("Page of things", "Page%20of%20things", "PageOfThings"),
        ("Page of things", "Page of things", "PageOfThings"),
        ("Page[Thing]", "Page%5BThing%5D", "PageThing"),
        ("名前", "名前", "名前"),
    ],
)
def test_a_schema_may_have_a_name_that_a_reference_has_to_quote(name: str, reference: str, class_name: str) -> None:
    found = {"200": json({"$ref": f"#/components/schemas/{reference}"})}
    made = with_operation(schemas={name: {"type": "object", "properties": {"a": TEXT}}}, responses=found)
    with probe(made, httpx.Response(200, json={"a": "x"})) as (_, api, send):
        assert type(send(api.probe())[1]).__name__ == class_name


def test_an_operation_of_a_script_without_capitals_can_be_called() -> None:
    found = {"200": json({"type": "object", "properties": {"a": TEXT}})}
    made = with_operation("get", operationId="名前", responses=found)
    with probe(made, httpx.Response(200, json={"a": "x"})) as (_, api, send):
        assert send(api.名前())[1].a == "x"
