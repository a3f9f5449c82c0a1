"""The part of the document that openapi-python-client needs, in the shape that it understands.

Errors, streams and webhooks are read by hand-written code; their schemas stay, so that each becomes a model. Names,
defaults, limits and descriptions are taken from the document itself (see `generator.schema_facts`).
"""

from __future__ import annotations

from typing import Any

from generator.document import Document
from generator.media import JSON
from generator.operations import find_request_body, find_successes, list_parameters
from generator.vocabulary import METHODS

_FORMATS = ("date-time", "date")
#: Keywords with which the tool would give a type another name, another default or another description.
_UNUSED = frozenset({"title", "default", "description", "example", "examples", "deprecated", "discriminator"})


def reduce_document(document: Document) -> Document:
    """Return a document with the operations, their parameters, bodies and JSON successes, and all schemas."""
    schemas = document.get("components", {}).get("schemas", {})
    return {
        "openapi": "3.1.0",
        "info": {"title": "API", "version": "1"},
        "paths": dict(_reduce_path(document, n, item) for n, item in enumerate(document.get("paths", {}).values())),
        "components": {"schemas": {name: _reduce_schema(schema) for name, schema in schemas.items()}},
    }


def to_token(name: str) -> str:
    """Return a name as the tool is told it: it would take `+1` and `-1`, or `_id` and `id`, for one.

    What stands under no name is called after the operation or property that it stands in, and so like no schema.
    """
    return f"n{name.encode('utf-8', 'surrogatepass').hex()}"


def from_token(name: str) -> str:
    """Return the name of the document behind a token."""
    return bytes.fromhex(name[1:]).decode("utf-8", "surrogatepass")


def _reduce_path(document: Document, number: int, item: Document) -> tuple[str, Document]:
    # The tool does not know the method of OpenAPI 3.2, and what it is told of the method decides on nothing.
    known = {"query": "trace"}
    found = [method for method in METHODS if method in item]
    made = {known.get(method, method): _reduce_operation(document, item[method], item) for method in found}
    return f"/{number}", made


def _reduce_operation(document: Document, operation: Document, item: Document) -> Document:
    body = find_request_body(document, operation)
    kept: Document = {
        "operationId": to_token(operation["operationId"]),
        "responses": {
            to_exact_status(status): _reduce_response(found)
            for status, found in find_successes(document, operation).items()
        },
    }
    # The tool copies all that it knows of an operation before it looks whether a list of parameters is empty.
    if parameters := list_parameters(document, operation, item):
        kept["parameters"] = list(map(_reduce_parameter, parameters))
    if body is not None:
        kept["requestBody"] = {"required": True, "content": {JSON: {"schema": _reduce_schema(body)}}}
    return kept


def to_exact_status(status: str) -> str:
    """Return the status by which the tool knows a range: its first."""
    return "299" if status == "2XX" else status


def _reduce_parameter(parameter: Document) -> Document:
    # The tool allows few types in paths and headers; what it is told of the place decides on nothing.
    return {
        "name": to_token(f"{parameter['in']} {parameter['name']}"),
        "in": "query",
        "required": parameter.get("required", False),
        "schema": _reduce_schema(parameter["schema"]),
    }


def _reduce_response(response: Document) -> Document:
    schema = response.get("content", {}).get(JSON, {}).get("schema")
    return {"description": "", "content": {} if schema is None else {JSON: {"schema": _reduce_schema(schema)}}}


def _reduce_schema(schema: Any) -> Any:
    """Return a schema without what the tool must not see; a `$ref` alone."""
    if isinstance(schema, list):
        return [_reduce_schema(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    kept = {key: value for key, value in schema.items() if key not in _UNUSED and not key.startswith("x-")}
    if kept.get("format") not in _FORMATS:
        kept.pop("format", None)
    return {key: _reduce_keyword(key, value) for key, value in kept.items()}


def _reduce_keyword(key: str, value: Any) -> Any:
    if key == "properties":
        return {to_token(name): _reduce_schema(item) for name, item in value.items()}
    if key == "required":
        return [to_token(name) for name in value]
    return value if key in ("enum", "const") else _reduce_schema(value)
