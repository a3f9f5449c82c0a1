"""The part of the document that openapi-python-client needs, in the shape that it understands.

Errors, streams and webhooks are read by hand-written code; their schemas stay, so that each becomes a model. Names,
defaults, limits and descriptions are taken from the document itself (see `generator.views`).
"""

from __future__ import annotations

from typing import Any

from generator.document import Document

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
JSON = "application/json"
STREAM = "text/event-stream"
_FORMATS = ("date-time", "date", "binary")
#: Keywords with which the tool would give a type another name, another default or another description.
_UNUSED = frozenset({"title", "default", "description", "example", "examples", "deprecated", "discriminator"})


def reduced(document: Document) -> Document:
    """A document with the operations, their parameters, bodies and JSON successes, and all schemas."""
    schemas = document.get("components", {}).get("schemas", {})
    return {
        "openapi": "3.1.0",
        "info": {"title": "API", "version": "1"},
        "paths": {path: _path_item(document, item) for path, item in document.get("paths", {}).items()},
        "components": {"schemas": {name: _schema(schema) for name, schema in schemas.items()}},
    }


def resolved(document: Document, value: Any) -> Any:
    """What a local `$ref` stands for."""
    while isinstance(value, dict) and "$ref" in value:
        reference = value["$ref"]
        value = document
        for step in reference.removeprefix("#/").split("/"):
            step = step.replace("~1", "/").replace("~0", "~")
            value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def operations(document: Document) -> list[tuple[str, str, Document, Document]]:
    """Every operation under `paths`: path, method, operation, and the path item it stands in."""
    return [
        (path, method, item[method], item)
        for path, item in document.get("paths", {}).items()
        for method in METHODS
        if method in item
    ]


def parameters(document: Document, operation: Document, item: Document) -> list[Document]:
    """The parameters of an operation, those of its path item included where it has none of that name and place."""
    found: dict[tuple[str, str], Document] = {}
    for source in (operation, item):
        for reference in source.get("parameters", []):
            parameter = resolved(document, reference)
            found.setdefault((parameter["name"], parameter["in"]), parameter)
    return list(found.values())


def request_body(document: Document, operation: Document) -> Document | None:
    """The schema of the JSON body of an operation, as it stands there."""
    body = resolved(document, operation.get("requestBody"))
    schema: Document | None = body["content"][JSON]["schema"] if body else None
    return schema


def successes(document: Document, operation: Document) -> dict[str, Document]:
    """The responses with a 2xx status."""
    answers = operation.get("responses", {}).items()
    return {status: resolved(document, answer) for status, answer in answers if status.startswith("2")}


def _path_item(document: Document, item: Document) -> Document:
    return {method: _operation(document, item[method], item) for method in METHODS if method in item}


def _operation(document: Document, operation: Document, item: Document) -> Document:
    body = request_body(document, operation)
    kept: Document = {
        "operationId": operation["operationId"],
        "parameters": [_parameter(parameter) for parameter in parameters(document, operation, item)],
        "responses": {status: _response(answer) for status, answer in successes(document, operation).items()},
    }
    if body is not None:
        kept["requestBody"] = {"required": True, "content": {JSON: {"schema": _schema(body)}}}
    return kept


def _parameter(parameter: Document) -> Document:
    return {
        "name": parameter["name"],
        "in": parameter["in"],
        "required": parameter.get("required", False),
        "schema": _schema(parameter["schema"]),
    }


def _response(answer: Document) -> Document:
    schema = answer.get("content", {}).get(JSON, {}).get("schema")
    return {"description": "", "content": {} if schema is None else {JSON: {"schema": _schema(schema)}}}


def _schema(schema: Any) -> Any:
    """A schema without what the tool must not see; a `$ref` alone."""
    if isinstance(schema, list):
        return [_schema(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    kept = {key: value for key, value in schema.items() if key not in _UNUSED and not key.startswith("x-")}
    if kept.get("format") not in _FORMATS:
        kept.pop("format", None)
    return {key: _keyword(key, value) for key, value in kept.items()}


def _keyword(key: str, value: Any) -> Any:
    if key == "properties":
        return {name: _schema(item) for name, item in value.items()}
    return value if key in ("enum", "const", "required") else _schema(value)
