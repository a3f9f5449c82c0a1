"""Every schema and every operation of the contract, with values made from their descriptions."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from types import MappingProxyType
from typing import Any, Dict, List

import pytest

import infinity_assistant
from infinity_assistant import api, models
from infinity_assistant._models.model import Model
from infinity_assistant._models.validation_error import ValidationError

DOCUMENT: Any = json.loads(Path(infinity_assistant.__file__).with_name("openapi.json").read_text(encoding="utf-8"))
SCHEMAS: Dict[str, Any] = DOCUMENT["components"]["schemas"]
OBJECTS: List[str] = [name for name in SCHEMAS if hasattr(getattr(models, name, None), "from_dict")]
SCALARS: Dict[str, Any] = {"string": "text", "integer": 7, "number": 0.5, "boolean": True, "null": None}


def example(schema: Any, depth: int = 0) -> Any:
    """A value that a schema allows, with all properties."""
    if "$ref" in schema:
        return example(SCHEMAS[schema["$ref"].rpartition("/")[2]], depth + 1)
    for several in ("oneOf", "anyOf", "allOf"):
        if several in schema:
            return example(schema[several][0], depth)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    kind = schema.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "array":
        return [] if depth > 6 else [example(schema["items"], depth + 1)]
    if kind == "object":
        return {name: example(value, depth + 1) for name, value in schema.get("properties", {}).items()}
    if schema.get("format") == "date-time":
        return "2026-11-22T10:26:16.123Z"
    return "https://example.com/" if "pattern" in schema else SCALARS[kind]


def arguments_of(operation_id: str) -> Dict[str, Any]:
    """The wire names of all arguments of an operation, with a value for each."""
    operation = next(
        operation for item in DOCUMENT["paths"].values() for operation in item.values()
        if isinstance(operation, dict) and operation.get("operationId") == operation_id
    )  # fmt: skip
    found: Dict[str, Any] = {}
    for parameter in operation.get("parameters", []):
        if "$ref" in parameter:
            parameter = DOCUMENT["components"]["parameters"][parameter["$ref"].rpartition("/")[2]]
        found[parameter["name"]] = example(parameter["schema"])
    if "requestBody" in operation:
        found.update(example(operation["requestBody"]["content"]["application/json"]["schema"]))
    return found


def test_every_object_of_the_contract_is_a_model() -> None:
    described = {name for name, schema in SCHEMAS.items() if schema.get("type") == "object" or "allOf" in schema}
    assert described == set(OBJECTS)


@pytest.mark.parametrize("name", OBJECTS)
def test_an_object_with_all_its_properties_comes_out_as_it_went_in(name: str) -> None:
    body = example(SCHEMAS[name])
    model: Model = getattr(models, name).from_dict(MappingProxyType(body))
    assert model.to_dict() == body
    assert dict(model.items()).keys() == {key for key, value in body.items() if value is not None}
    assert getattr(models, name)(**{type(model)._keys[key]: model[key] for key in type(model)._keys}) == model  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "key"), [(name, key) for name in OBJECTS for key in SCHEMAS[name].get("required", [])]
)
def test_an_object_without_a_required_property_is_refused(name: str, key: str) -> None:
    body = example(SCHEMAS[name])
    del body[key]
    with pytest.raises(ValidationError, match=f"^{key} is missing$"):
        getattr(models, name).from_dict(body)


@pytest.mark.parametrize("operation", list(api.OPERATIONS.values()), ids=lambda operation: operation.id)
def test_an_argument_that_is_not_given_does_not_travel(operation: Any) -> None:
    function, given = getattr(api, operation.id), arguments_of(operation.id)
    parameters = inspect.signature(function).parameters
    required = [key for key, name in operation.arguments.items() if parameters[name].default is inspect.Parameter.empty]
    if operation.id == "delete_memory":
        given = {**given, "type": "all"}  # "critical" needs one more
    call = function(**{operation.arguments[key]: given[key] for key in required})
    assert json.loads(call.content() or b"{}").keys() <= set(required)
    assert call.target().count("=") == len(required) - len(json.loads(call.content() or b"{}"))


@pytest.mark.parametrize("operation", list(api.OPERATIONS.values()), ids=lambda operation: operation.id)
def test_every_argument_of_an_operation_travels(operation: Any) -> None:
    given = arguments_of(operation.id)
    assert operation.arguments.keys() == given.keys()
    function = getattr(api, operation.id)
    assert set(operation.arguments.values()) == set(inspect.signature(function).parameters)
    call = function(**{operation.arguments[key]: value for key, value in given.items()})
    query, body = call.target().partition("?")[2], json.loads(call.content() or b"{}")
    assert {pair.partition("=")[0] for pair in query.split("&") if pair} | body.keys() == given.keys()
    assert all(body[key] == given[key] for key in body)
