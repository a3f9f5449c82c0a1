"""The classes of the events, and the API description that they come from."""

from __future__ import annotations

from typing import Any, Dict

import pytest

from generator.document import Document, DocumentError, load
from generator.package import CONTRACT, ROOT
from generator.stream_events import add_stream_events
from infinity_assistant import api, events, models

STREAM = api.OPERATIONS["chat_stream"]
MEMBERS = events.ChatStreamEvent.__args__


@pytest.mark.parametrize("name", STREAM.events)
def test_every_event_of_the_api_has_a_class_in_the_union(name: str) -> None:
    """An event that is added to the API description is to be added to `ChatStreamEvent`."""
    kind = getattr(models, f"{STREAM.events[name].event_type.title()}Event")
    assert kind in MEMBERS


def test_no_class_is_left_over() -> None:
    event_types = {event.event_type for event in STREAM.events.values()} | {"metadata", "unknown"}
    assert {kind.__name__ for kind in MEMBERS} == {f"{name.title()}Event" for name in event_types}


def document(events: Dict[str, Any], schemas: Dict[str, Any]) -> Document:
    return {"paths": {"/stream": {"post": {"x-events": events}}}, "components": {"schemas": schemas}}


DATA = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "x-friendly": "content"}, "n": {}},
}


def test_a_class_has_the_type_and_the_names_that_users_see() -> None:
    made = add_stream_events(document({"chunk": {"schema": "Data", "friendly": "text"}}, {"Data": DATA}))
    seen = made["components"]["schemas"]["TextEvent"]
    assert list(seen["properties"]) == ["type", "content", "n"]
    assert seen["properties"]["type"]["const"] == "text"
    assert seen["required"] == ["type", "content"]
    assert made["components"]["schemas"]["Data"] == DATA


def test_a_document_without_streams_stays_as_it_is() -> None:
    plain = {"paths": {"/a": {"get": {}}}, "components": {"schemas": {"A": {}}}}
    assert add_stream_events(plain) == plain


def test_the_document_itself_is_not_changed() -> None:
    source, twin = load(ROOT / CONTRACT), load(ROOT / CONTRACT)
    add_stream_events(source)
    assert source == twin


CLASHES = {
    "a-schema-of-that-name": (
        {"chunk": {"schema": "Data", "friendly": "text"}},
        {"Data": DATA, "TextEvent": {}},
        "two schemas called TextEvent",
    ),
    "two-events-of-one-type": (
        {"chunk": {"schema": "Data", "friendly": "text"}, "word": {"schema": "Word", "friendly": "text"}},
        {"Data": DATA, "Word": {"properties": {}}},
        "two schemas called TextEvent",
    ),
    "a-field-called-type": (
        {"chunk": {"schema": "Data", "friendly": "text"}},
        {"Data": {"properties": {"type": {}}}},
        "two fields of one name",
    ),
    "two-fields-of-one-name": (
        {"chunk": {"schema": "Data", "friendly": "text"}},
        {"Data": {"properties": {"content": {}, "text": {"x-friendly": "content"}}}},
        "two fields of one name",
    ),
}


@pytest.mark.parametrize(("wire", "schemas", "why"), CLASHES.values(), ids=CLASHES.keys())
def test_names_that_clash_are_refused(wire: Any, schemas: Any, why: str) -> None:
    """The error names the event."""
    with pytest.raises(DocumentError, match=f"paths./stream.post.x-events.*{why}"):
        add_stream_events(document(wire, schemas))


def test_two_names_on_the_wire_may_mean_the_same_event() -> None:
    both = {name: {"schema": "Data", "friendly": "text"} for name in ("chunk", "token")}
    assert "TextEvent" in add_stream_events(document(both, {"Data": DATA}))["components"]["schemas"]
