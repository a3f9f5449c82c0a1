"""Events that OpenAPI 3.2 describes by `itemSchema` become facts of their operation."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks import find_errors
from generator.unsupported import find_unsupported
from tests.generator.small import Document, document, generate

pytestmark = pytest.mark.usefixtures("without_layout")

PART = {"$ref": "#/components/schemas/Part"}
IN_JSON = {"type": "string", "contentMediaType": "application/json", "contentSchema": PART}


def describe_stream(item: Document) -> Document:
    """A document with a stream of these items."""
    made = document()
    responses = {"200": {"description": "Items.", "content": {"text/event-stream": {"itemSchema": item}}}}
    made["paths"]["/watch"] = {"get": {"operationId": "watch", "responses": responses}}
    return made


def event(name: str, data: Any) -> Document:
    """The schema of an event with its line and its data."""
    return {"type": "object", "properties": {"event": {"const": name}, "data": data}}


def describe_type(name: str, **properties: Document) -> Document:
    """The schema of data that says itself what it is."""
    return {"type": "object", "required": ["type"], "properties": {"type": {"const": name}, **properties}}


@pytest.mark.parametrize(
    ("item", "events"),
    [
        (PART, {"message": ("object", {"n": 1}, "n", 1)}),
        ({"oneOf": [event("a", IN_JSON), event("b", {"type": "string"})]},
         {"a": ("object", {"n": 1}, "n", 1), "b": ("text", {"data": "x"}, "data", "x")}),
        ({"properties": {"event": {"enum": ["a", "b"]}, "data": IN_JSON}},
         {"a": ("object", {"n": 1}, "n", 1), "b": ("object", {"n": 2}, "n", 2)}),
        ({"properties": {"data": {"type": "array", "items": {"type": "integer"}}}},
         {"message": ("json", {"data": [1]}, "data", [1])}),
        ({"anyOf": [describe_type("on", at={"type": "integer"}), describe_type("off")]},
         {"on": ("object", {"at": 3}, "at", 3), "off": ("object", {}, "type", "off")}),
        ({"anyOf": [PART, {"$ref": "#/components/schemas/Thing"}]},
         {"message": ("json", {"data": {"id": "i", "size": None}}, "data", None)}),
        ({"allOf": [event("a", IN_JSON), {"properties": {"id": {"type": "string"}}}]},
         {"a": ("object", {"n": 1}, "n", 1)}),
    ],
)  # fmt: skip
def test_each_event_is_a_class_with_its_type(item: Document, events: dict[str, tuple[str, Any, str, Any]]) -> None:
    made = describe_stream(item)
    assert find_errors(made) == []
    with generate(made) as (models, api):
        found = api.WATCH.events
        assert {name: event.form for name, event in found.items()} == {name: e[0] for name, e in events.items()}
        for name, (_, data, attribute, value) in events.items():
            read = found[name].read({"type": name, **data})
            assert type(read) is getattr(models, f"{name.title()}Event")
            assert read.type == name
            assert value is None or getattr(read, attribute) == value


def test_a_field_called_type_that_says_something_else_is_refused_with_a_remedy() -> None:
    made = describe_stream(event("a", {"type": "object", "properties": {"type": {"type": "string"}}}))
    (error,) = find_unsupported(made)
    assert "paths./watch.get.x-events.a" in str(error)
    assert "x-friendly" in str(error)
