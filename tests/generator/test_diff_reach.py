"""How deep the comparison sees: members of unions, headers, media types, parameters, servers."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.diff.compare import compare
from tests.generator.small import document, properties

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
PART, PAINT = {"$ref": "#/components/schemas/Part"}, {"$ref": "#/components/schemas/Paint"}
NULL = {"type": "null"}

#: A property before and after, the place where the change is found below it, and its kind.
PROPERTIES: list[tuple[Any, Any, str, str]] = [
    ({"oneOf": [{**TEXT, "maxLength": 10}, WHOLE]}, {"oneOf": [{**TEXT, "maxLength": 5}, WHOLE]}, " (string)",
     "limit-tightened"),
    ({"anyOf": [{"anyOf": [{**TEXT, "maxLength": 5}, NULL]}, NULL]},
     {"anyOf": [{"anyOf": [{**TEXT, "maxLength": 9}, NULL]}, NULL]}, "", "limit-loosened"),
    ({"anyOf": [{"allOf": [{**TEXT, "maxLength": 5}]}, NULL]}, {"anyOf": [{"allOf": [{**TEXT, "maxLength": 9}]}, NULL]},
     "", "limit-loosened"),
    ({"anyOf": [{"type": "array", "items": TEXT}, TEXT]}, {"anyOf": [{"type": "array", "items": WHOLE}, TEXT]},
     " (array)[]", "type-changed"),
    ({"anyOf": [{"type": "object", "additionalProperties": TEXT}, TEXT]},
     {"anyOf": [{"type": "object", "additionalProperties": WHOLE}, TEXT]}, " (object).*", "type-changed"),
    ({"anyOf": [{**TEXT, "enum": ["a", "b"]}, WHOLE]}, {"anyOf": [{**TEXT, "enum": ["a"]}, WHOLE]}, ' (string)="b"',
     "value-removed"),
    ({**PART, "properties": {"q": TEXT}}, {**PART, "properties": {"q": WHOLE}}, ".q", "type-changed"),
    (TEXT, {**TEXT, "readOnly": True}, "", "read-only-marked"),
    (PAINT, {**PAINT, "readOnly": True}, "", "read-only-marked"),
    ({"oneOf": [PART, PAINT]}, {"oneOf": [PART, PAINT], "discriminator": {"propertyName": "n"}}, "",
     "discriminator-changed"),
    (TEXT, {**TEXT, "x-python-name": "other"}, "", "python-name-changed"),
]  # fmt: skip


def content(schema: Any, kind: str = "application/json", **more: Any) -> dict[str, Any]:
    return {"content": {kind: {"schema": schema, **more}}}


def header(**said: Any) -> dict[str, Any]:
    return {"responses": {"200": {"description": "Done.", "headers": {"X-Left": said}}}}


def parameters(*places: tuple[str, Any]) -> dict[str, Any]:
    return {"parameters": [{"name": "key", "in": place, **said} for place, said in places]}


def body(**kinds: Any) -> dict[str, Any]:
    names = {"json": "application/json", "parts": "multipart/form-data"}
    return {"requestBody": {"content": {names[kind]: said for kind, said in kinds.items()}}}


PARTS = {"type": "object", "properties": {"a": TEXT}}
#: What an operation says before and after, the place of the change, and its kind.
OPERATIONS: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
    (header(schema=TEXT), header(schema=WHOLE), "get_thing → 200.X-Left", "type-changed"),
    (header(**content(TEXT)), header(**content(WHOLE)), "get_thing → 200.X-Left", "type-changed"),
    (header(schema=TEXT, required=True), header(schema=TEXT), "get_thing → 200.X-Left", "became-optional"),
    (header(schema=TEXT), header(schema=TEXT, deprecated=True), "get_thing → 200.X-Left", "deprecated"),
    (parameters(("query", {"schema": TEXT}), ("header", {"schema": TEXT})),
     parameters(("query", {"schema": TEXT}), ("header", {"schema": WHOLE})), "get_thing.key in header", "type-changed"),
    (parameters(("query", {"schema": TEXT}), ("header", {"schema": TEXT})), parameters(("query", {"schema": TEXT})),
     "get_thing.key in header", "parameter-removed"),
    (parameters(("query", content(TEXT))), parameters(("query", content(WHOLE))), "get_thing.key", "type-changed"),
    (parameters(("query", {"schema": TEXT})), parameters(("query", {"schema": TEXT, "x-python-name": "other"})),
     "get_thing.key", "python-name-changed"),
    (body(json={"schema": TEXT}, parts={"schema": PARTS}),
     body(json={"schema": TEXT}, parts={"schema": {"type": "object", "properties": {"a": WHOLE}}}),
     "get_thing.body as multipart/form-data.a", "type-changed"),
    (body(parts={"schema": PARTS}), body(parts={"schema": PARTS, "encoding": {"a": {"contentType": "text/csv"}}}),
     "get_thing.body", "parameter-serialised-otherwise"),
    ({"responses": {"200": {"description": "d", "content": {"text/event-stream": {"itemSchema": TEXT}}}}},
     {"responses": {"200": {"description": "d", "content": {"text/event-stream": {"itemSchema": WHOLE}}}}},
     "get_thing → 200[]", "type-changed"),
    ({"servers": [{"url": "https://a.example"}]}, {"servers": [{"url": "https://b.example"}]}, "get_thing",
     "operation-server-changed"),
    ({"security": [{"Login": ["read"]}]}, {"security": [{"Login": ["write"]}]}, "get_thing", "keyword-changed"),
    ({}, {"x-python-name": "fetch_thing"}, "get_thing", "python-name-changed"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "below", "kind"), PROPERTIES)
def test_a_change_inside_a_property_is_seen(old: Any, new: Any, below: str, kind: str) -> None:
    documents = []
    for schema in (old, new):
        documents.append(document())
        properties(documents[-1])["more"] = copy.deepcopy(schema)
    assert (f"Thing.more{below}", kind) in find_changes(*documents)


@pytest.mark.parametrize(("old", "new", "place", "kind"), OPERATIONS)
def test_a_change_of_what_an_operation_says_is_seen(
    old: dict[str, Any], new: dict[str, Any], place: str, kind: str
) -> None:
    documents = []
    for said in (old, new):
        documents.append(document())
        documents[-1]["paths"]["/things/{thingId}"]["get"].update(copy.deepcopy(said))
    assert (place, kind) in find_changes(*documents)


def test_the_address_of_a_server_is_told_with_its_variables() -> None:
    old, new = document(), document()
    for made, region in ((old, "eu"), (new, "us")):
        made["servers"] = [{"url": "https://{region}.example", "variables": {"region": {"default": region}}}]
    assert ("server", "default-server-changed") in find_changes(old, new)


SAME = [
    (header(schema=TEXT), {"responses": {"200": {"description": "Done.", "headers": {"x-left": {"schema": TEXT}}}}}),
    ({"responses": {"200": {"description": "d", **content(TEXT)}}},
     {"responses": {"200": {"description": "d", **content(TEXT, "application/json; charset=utf-8")}}}),
    ({"security": [{"A": ["r", "w"]}, {"B": []}]}, {"security": [{"B": []}, {"A": ["w", "r"]}]}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_means_the_same_is_no_change_of_an_operation(old: dict[str, Any], new: dict[str, Any]) -> None:
    documents = []
    for said in (old, new):
        documents.append(document())
        documents[-1]["paths"]["/things/{thingId}"]["get"].update(copy.deepcopy(said))
    assert find_changes(*documents) == set()


def find_changes(old: Any, new: Any) -> set[tuple[str, str]]:
    return {(change.place, change.kind) for change in compare(old, new)}
