"""Names of documents become names in Python that stay apart and take nothing that is taken."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

import infinity_assistant as ia
from generator.names import CALL_OPTIONS, CLIENT_NAMES
from generator.render import render_files
from generator.unsupported import find_unsupported
from infinity_assistant import api as client_api
from infinity_assistant.types import CallOptions
from tests.generator.in_memory import import_files
from tests.generator.one_call import TEXT, body, json, path_id, probe, query, with_operation
from tests.generator.small import Document

pytestmark = pytest.mark.usefixtures("without_layout")


def arguments(**operation: Any) -> list[str]:
    """The names of the arguments of an operation."""
    with probe(with_operation(**operation)) as (_, api, _send):
        return list(inspect.signature(api.probe).parameters)


def object_of(*names: str, **facts: Document) -> Document:
    """An object with texts of these names."""
    return {"type": "object", "properties": {name: {**TEXT, **facts.get(name, {})} for name in names}}


@pytest.mark.parametrize(
    ("operation", "names"),
    [
        ({"path": "/p/{id}", "parameters": [path_id()], "requestBody": body(object_of("id"))}, ["id", "id_body"]),
        ({"parameters": [query("id"), {**query("id"), "in": "header"}]}, ["id", "id_header"]),
        ({"parameters": [query("+1"), query("-1"), query("größe"), query("名")]}, ["plus1", "minus1", "grösse", "名"]),
        ({"requestBody": body(object_of("_id", "id"))}, ["id2", "id"]),
        ({"requestBody": body(object_of("self", "cls", "class", "None"))}, ["self_", "cls", "class_", "none"]),
        ({"parameters": [query("a", **{"x-python-name": "alpha"})]}, ["alpha"]),
        ({"requestBody": body(object_of("a", a={"x-python-name": "alpha"}))}, ["alpha"]),
        ({"parameters": [query("a-b"), query("a_b"), query("a.b")]}, ["a_b_query", "a_b", "a_b2"]),
        ({"parameters": [query("filter[name]"), query("$top"), query("@")]}, ["filter_name", "top", "field_40"]),
    ],
)
def test_arguments_stay_apart(operation: dict[str, Any], names: list[str]) -> None:
    assert arguments(**operation) == names


@pytest.mark.parametrize("name", sorted(CALL_OPTIONS))
def test_an_argument_never_takes_the_place_of_an_option_of_calls(name: str) -> None:
    assert arguments(requestBody=body(object_of(name))) == [f"{name}_"]


@pytest.mark.parametrize("name", sorted(CLIENT_NAMES))
def test_an_operation_never_takes_the_place_of_what_the_client_has(name: str) -> None:
    made = with_operation()
    made["paths"]["/probe"]["post"]["operationId"] = name
    with import_files(render_files(made)) as (_, api):
        assert f"{name}_" in api.OPERATIONS
        assert name not in api.OPERATIONS


def test_an_operation_has_the_name_that_is_given_to_it() -> None:
    made = with_operation(**{"x-python-name": "knock"})
    with import_files(render_files(made)) as (_, api):
        assert api.knock().operation.id == "knock"


@pytest.mark.parametrize("name", ["Model", "Any", "Self", "Optional", "str", "None", "Union", "datetime", "attrs"])
def test_a_schema_may_be_called_as_what_generated_code_uses(name: str) -> None:
    made = with_operation(
        schemas={name: {"type": "object", "required": ["inner"], "properties": {"inner": {"type": "string"}}}},
        responses={"200": json({"$ref": f"#/components/schemas/{name}"})},
    )
    with probe(made) as (_, api, _send):
        assert api.probe().read({"inner": "x"}).inner == "x"


def test_a_schema_and_a_field_have_the_names_that_are_given_to_them() -> None:
    schema = {**object_of("a", a={"x-python-name": "alpha"}), "x-python-name": "Better"}
    made = with_operation(schemas={"Bad_1": schema}, responses={"200": json({"$ref": "#/components/schemas/Bad_1"})})
    with probe(made) as (models, api, _send):
        assert type(api.probe().read({"a": "x"})) is models.Better
        assert api.probe().read({"a": "x"}).alpha == "x"


FIELDS = ["items", "keys", "get", "to_dict", "from_dict", "additional_properties", "import", "self"]


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_never_takes_the_place_of_what_a_model_has(name: str) -> None:
    made = with_operation(responses={"200": json(object_of(name))})
    with probe(made) as (_, api, _send):
        result = api.probe().read({name: "x"})
        assert getattr(result, f"{name}_") == "x"
        assert result[name] == "x"


@pytest.mark.parametrize(
    "change",
    [
        {"parameters": [query("a", **{"x-python-name": "not a name"})]},
        {"x-python-name": "class"},
        {"requestBody": body(object_of("a", a={"x-python-name": "1"}))},
    ],
)
def test_a_given_name_that_is_none_is_refused_with_its_place(change: dict[str, Any]) -> None:
    (error,) = find_unsupported(with_operation(**change))
    assert "x-python-name" in error.place
    assert "is no name in Python" in error.problem


def test_the_options_of_a_call_and_the_names_of_the_client_are_those_that_are_reserved() -> None:
    assert set(CallOptions.__annotations__) | {"options"} == CALL_OPTIONS
    for client in (ia.InfinityAssistantClient, ia.AsyncInfinityAssistantClient):
        public = {name for name in dir(client) if not name.startswith("_")}
        assert public - set(client_api.OPERATIONS) <= CLIENT_NAMES


def test_an_error_names_the_argument_at_its_place_where_two_share_a_name() -> None:
    given = [path_id(), query("id")]
    made = with_operation("put", "/probe/{id}", parameters=given, requestBody=body(object_of("id"), required=False))
    with probe(made) as (_, api, send):
        assert repr(api.probe(id="a", id_query="a", id_body="b")) == "<Call probe(id, id_query, id_body)>"
        for name in ("id", "id_query", "id_body"):
            with pytest.raises(ia.InfinityAssistantArgumentError, match=f"^{name} contains half") as caught:
                send(api.probe(**{"id": "a", name: "\ud800"}))
            assert caught.value.argument == name
