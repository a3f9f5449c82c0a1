"""A small document with everything that the generator understands, and the package that it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from generator.checks import check
from generator.render import render_files
from tests.generator.in_memory import import_files

Document = dict[str, Any]
Change = Callable[[Document], object]


def document() -> Document:
    """A fresh copy of the document."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {
            "/things": {"post": operation("make_thing", body={"$ref": "#/components/schemas/Thing"})},
            "/things/{thingId}": {
                "parameters": [{"name": "thingId", "in": "path", "required": True, "schema": {"type": "string"}}],
                "get": operation("get_thing"),
            },
        },
        "components": {
            "schemas": {
                "Thing": make_thing_schema(),
                "Part": part(),
                "Paint": {"type": "string", "enum": ["red", "blue"]},
            }
        },
    }


def operation(name: str, body: Document | None = None) -> Document:
    """An operation that returns a thing."""
    made: Document = {"operationId": name, "responses": {"200": response({"$ref": "#/components/schemas/Thing"})}}
    if body is not None:
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    return made


def response(schema: Document) -> Document:
    """A response in JSON."""
    return {"description": "Done.", "content": {"application/json": {"schema": schema}}}


def make_thing_schema() -> Document:
    """A schema with a property of every kind."""
    return {
        "type": "object",
        "required": ["id", "size"],
        "properties": {
            "id": {"type": "string", "description": "Its id."},
            "size": {"type": ["number", "null"]},
            "madeAt": {"type": "string", "format": "date-time"},
            "day": {"type": "string", "format": "date"},
            "paint": {"$ref": "#/components/schemas/Paint"},
            "part": {"anyOf": [{"$ref": "#/components/schemas/Part"}, {"type": "null"}]},
            "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
            "byName": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Part"}},
            "anything": {},
        },
    }


def part() -> Document:
    """A schema that contains itself."""
    return {
        "type": "object",
        "required": ["n"],
        "properties": {"n": {"type": "integer"}, "inner": {"$ref": "#/components/schemas/Part"}},
    }


def properties(doc: Document) -> Document:
    """The properties of the thing."""
    found: Document = doc["components"]["schemas"]["Thing"]["properties"]
    return found


def files(doc: Document) -> dict[str, str]:
    """The generated files, after all checks."""
    check(doc)
    return render_files(doc)


@contextmanager
def generate(doc: Document) -> Iterator[tuple[Any, Any]]:
    """The packages `models` and `api` of a document, imported from memory."""
    with import_files(files(doc)) as packages:
        yield packages
