"""Events that OpenAPI 3.2 describes by `itemSchema` become facts of their operation."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

import infinity_assistant as ia
from generator.checks import find_errors
from generator.unsupported import find_unsupported
from tests.generator.one_call import probe, with_operation
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


PIECE: Document = {"type": "object", "properties": {"piece": {"type": "string"}}}


def _stream_of(**types: str) -> Document:
    events = {name: {"schema": "Piece", "friendly": kind} for name, kind in types.items()}
    found = {"200": {"description": "Events.", "content": {"text/event-stream": {}}}}
    return with_operation(schemas={"Piece": PIECE}, responses=found, **{"x-events": events})


def test_a_stream_of_texts_that_is_no_chat_has_the_events_of_its_document() -> None:
    sent = b'event: t\ndata: {"piece":"a"}\n\n'
    with probe(_stream_of(t="text")) as (_, api, _send):
        assert api.probe.__annotations__["return"] == "Call[Union[m.TextEvent, ev.UnknownEvent]]"
        respond = httpx.MockTransport(
            lambda _: httpx.Response(200, content=sent, headers={"content-type": "text/event-stream"})
        )
        lent = httpx.Client(transport=respond)
        with ia.InfinityAssistantClient("ia_k", base_url="http://localhost/api", http_client=lent) as client:
            assert [event.piece for event in client.stream(api.probe())] == ["a"]


@pytest.mark.parametrize(
    ("types", "problem"),
    [
        ({"t": "text", "d": "done"}, "x-events.t: a text without content, in a stream that ends with done; give its"),
        ({"t": "unknown"}, "x-events.t: unknown is the type of what no document describes; choose another"),
    ],
)
def test_a_type_that_the_client_would_take_for_another_is_refused(types: dict[str, str], problem: str) -> None:
    (error,) = find_unsupported(_stream_of(**types))
    assert problem in str(error)
