"""Schemas that other people write: null beside a named object, kinds that inherit, circles, names that meet."""

from __future__ import annotations

from typing import Any, Optional, get_type_hints

import pytest

from generator.leave_out import leave_out
from generator.unsupported import find_unsupported
from tests.generator.one_call import TEXT, json, probe, query, with_operation
from tests.generator.small import Document

pytestmark = pytest.mark.usefixtures("without_layout")


def ref(name: str) -> Document:
    """A reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


NULLABLE = {
    "3.0": {"properties": {"name": TEXT}, "nullable": True},
    "3.1": {"type": ["object", "null"], "properties": {"name": TEXT}},
    "union": {"anyOf": [{"type": "object", "properties": {"name": TEXT}}, {"type": "null"}]},
}


@pytest.mark.parametrize("schema", NULLABLE.values(), ids=NULLABLE)
def test_a_named_object_that_may_be_null_keeps_its_class_and_its_null(schema: Document) -> None:
    holder = {"type": "object", "required": ["pet"], "properties": {"pet": ref("Pet"), "more": {"items": ref("Pet")}}}
    made = with_operation(schemas={"Holder": holder, "Pet": schema}, responses={"200": json(ref("Holder"))})
    with probe(made) as (models, api, _send):
        read = api.probe().read
        assert type(read({"pet": {"name": "Rex"}}).pet) is models.Pet
        assert read({"pet": None, "more": [None, {"name": "R"}]}).more[1].name == "R"
        assert get_type_hints(models.Holder)["pet"] == Optional[models.Pet]


def test_a_kind_has_the_fields_of_its_parent_although_the_parent_names_its_kinds() -> None:
    schemas: dict[str, Any] = {
        "Pet": {"type": "object", "required": ["kind"], "properties": {"kind": TEXT, "name": TEXT},
                "oneOf": [ref("Cat"), ref("Dog")],
                "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat", "dog": "Dog"}}},
        "Cat": {"allOf": [ref("Pet"), {"type": "object", "properties": {"lives": {"type": "integer"}}}]},
        "Dog": {"allOf": [ref("Pet"), {"type": "object", "properties": {"tricks": {"type": "integer"}}}]},
    }  # fmt: skip
    made = with_operation(schemas=schemas, responses={"200": json(ref("Pet"))})
    with probe(made) as (models, api, _send):
        dog = api.probe().read({"kind": "dog", "name": "Rex", "tricks": 2})
        assert type(dog) is models.Dog
        assert (dog.kind, dog.name, dog.tricks) == ("dog", "Rex", 2)
        assert "lives" not in models.Dog.__annotations__


@pytest.mark.parametrize(
    "schemas",
    [
        {"A": {"oneOf": [ref("A")]}},
        {"A": {"anyOf": [ref("B"), TEXT]}, "B": {"oneOf": [ref("A")]}},
        {"A": {"allOf": [ref("B")]}, "B": {"allOf": [ref("A")]}},
    ],
)
def test_a_schema_that_is_itself_is_refused(schemas: Document) -> None:
    assert any("leads back to itself" in error.problem for error in find_unsupported(with_operation(schemas=schemas)))


def test_an_alias_by_way_of_parts_has_the_fields_of_its_schema() -> None:
    schemas = {"Any": {"properties": {"_id": TEXT}}, "Self": {"allOf": [ref("Any")]}}
    made = with_operation(schemas=schemas, responses={"200": json(ref("Self"))})
    with probe(made) as (_, api, _send):
        assert api.probe().read({"_id": "x"}).id == "x"


def test_inline_types_whose_names_differ_in_capitals_alone_have_files_of_their_own() -> None:
    inner = {"type": "object", "properties": {"a": TEXT}}
    schema = {"type": "object", "properties": {"ID": inner, "id": {"type": "object", "properties": {"b": TEXT}}}}
    made = with_operation(responses={"200": json(schema)})
    with probe(made) as (_, api, _send):
        result = api.probe().read({"ID": {"a": "x"}, "id": {"b": "y"}})
        assert (result["ID"].a, result["id"].b) == ("x", "y")


@pytest.mark.parametrize("place", ["path", "header"])
def test_paths_and_headers_take_values_of_any_type(place: str) -> None:
    schema = {"type": "array", "items": {"type": ["integer", "null"]}}
    parameter = {"name": "ids", "in": place, "required": True, "schema": schema}
    made = with_operation("get", "/probe/{ids}" if place == "path" else "/probe", parameters=[parameter])
    with probe(made) as (_, api, send):
        request, _result = send(api.probe(ids=[1, 2]))
    assert request.headers.get("ids") == "1,2" or request.url.path.endswith(("/1,2", "/1%2C2"))


def test_what_is_refused_while_functions_are_made_has_a_place_and_can_be_left_out() -> None:
    made = with_operation(parameters=[query("p", {"type": "object"}, style="spaceDelimited")])
    (error,) = find_unsupported(made)
    assert error.place == "paths./probe.post.parameters.p"
    rest, left = leave_out(made, [error])
    assert ([one.place for one in left], find_unsupported(rest)) == (["paths./probe.post"], [])
