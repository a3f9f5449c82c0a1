"""An operation that nobody has written in the emulator yet responds as the API description says."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterator

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from infinity_assistant.testing import Emulator, Request, Response
from infinity_assistant.testing._api.document import Document, load_document
from infinity_assistant.testing._api.examples import make_example

TREE = {"type": "object", "required": ["n"], "properties": {
    "n": {"type": "integer"}, "left": {"$ref": "#/components/schemas/Tree"},
    "others": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}}  # fmt: skip


#: Two levels of it with all that there may be, then what must be there.
INNER = {"n": 1, "left": {"n": 1}, "others": []}
EXAMPLE = {"n": 1, "left": INNER, "others": [INNER]}


def describe(**paths: Any) -> Document:
    raw = load_document().raw
    schemas = {**raw["components"]["schemas"], "Tree": TREE}
    named = {f"/{path.replace('__', '/')}": item for path, item in paths.items()}
    return Document(
        {**raw, "paths": {**raw["paths"], **named}, "components": {**raw["components"], "schemas": schemas}}
    )


def operation(name: str, content: Any = None, status: str = "200", **more: Any) -> Dict[str, Any]:
    response = {"description": "Done.", **({"content": content} if content else {})}
    return {"operationId": name, "responses": {status: response, "400": {"description": "Wrong."}}, **more}


EVENTS = {
    "done": {"schema": "Tree", "friendly": "done", "ends": "success"},
    "step": {"schema": "Tree", "friendly": "step"},
    "failed": {"schema": "Tree", "friendly": "failed", "ends": "failure"},
}
TREE_BODY = {"required": True, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Tree"}}}}
KEY = {"name": "key", "in": "query", "required": True, "schema": {"type": "string"}}
PATHS = {
    "trees": {
        "get": operation("list_trees", {"application/json": {"schema": {"type": "array", "items": TREE}}}),
        "post": operation("add_tree", {"application/json": {"example": {"n": 5}}}, "201", requestBody=TREE_BODY),
        "head": operation("are_there_trees"),
    },
    "trees__{id}": {
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
        "get": operation("get_tree", {"application/json": {"schema": {"$ref": "#/components/schemas/Tree"}}}),
        "delete": operation("cut_tree", status="204"),
    },
    "trees__special": {
        "get": operation("special_tree", {"text/plain": {"schema": {"type": "string"}}}, parameters=[KEY])
    },
    "trees__live": {"get": operation("watch_trees", {"text/event-stream": {}}, **{"x-events": EVENTS})},
}


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    document = describe(**PATHS)
    monkeypatch.setattr("infinity_assistant.testing._api.services.load_document", lambda: document)
    with Emulator() as emulator:
        yield emulator


def ask(emulator: Emulator, method: str, path: str, query: str = "", body: bytes = b"") -> Response:
    return emulator.handle(Request(method, f"/api{path}", query, (("x-api-key", emulator.api_key),), body))


@pytest.mark.parametrize(
    ("method", "path", "query", "body", "status", "content"),
    [
        ("GET", "/trees", "", b"", 200, [EXAMPLE]),
        ("POST", "/trees", "", b'{"n":0}', 201, {"n": 5}),
        ("HEAD", "/trees", "", b"", 200, None),
        ("GET", "/trees/t%20one", "", b"", 200, EXAMPLE),
        ("DELETE", "/trees/one", "", b"", 204, None),
        ("GET", "/trees/special", "key=k", b"", 200, "example"),
        ("GET", "/trees/special", "", b"", 400, {"error": "key is required"}),
        ("POST", "/trees", "", b'{"left":null}', 400, {"error": "n is required"}),
        ("POST", "/trees", "", b"", 400, {"error": "a body is required"}),
    ],
)
def test_a_new_operation_responds_with_an_example(
    emulator: Emulator, method: str, path: str, query: str, body: bytes, status: int, content: Any
) -> None:
    response = ask(emulator, method, path, query, body)
    assert response.status == status, response.body
    is_json = (response.header("content-type") or "").startswith("application/json")
    given = json.loads(response.body) if is_json else response.body.decode() or None
    assert given == content


def test_a_new_stream_brings_each_event_and_ends_well(emulator: Emulator) -> None:
    text = ask(emulator, "GET", "/trees/live").body.decode()
    assert [line for line in text.splitlines() if line.startswith("event: ")] == ["event: step", "event: done"]


def test_operations_that_are_written_stay_as_they_are(emulator: Emulator) -> None:
    assert json.loads(ask(emulator, "GET", "/health").body)["status"] == "healthy"


SCHEMAS = {
    "limits": {"type": "object", "required": ["a", "b", "c"], "properties": {
        "a": {"type": "string", "minLength": 12, "maxLength": 14}, "b": {"type": "number", "exclusiveMinimum": 2.5},
        "c": {"type": "integer", "minimum": 7, "multipleOf": 5}}},
    "most": {"type": "integer", "exclusiveMaximum": 0},
    "list": {"type": "array", "minItems": 3, "items": {"type": "boolean"}},
    "nullable": {"anyOf": [{"type": "null"}, {"type": ["null", "number"], "maximum": -4}]},
    "made-of-parts": {"allOf": [{"$ref": "#/components/schemas/Tree"},
                                {"required": ["x"], "properties": {"x": {"const": 3}}}]},
    "formats": {"type": "object", "properties": {name: {"type": "string", "format": name}
                                                 for name in ("date-time", "date", "uuid", "email", "ipv4", "ipv6")}},
    "pattern": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
    "recursive": {"$ref": "#/components/schemas/Tree"},
    "fixed": {"type": "string", "enum": ["only"]},
    "free": {},
}  # fmt: skip


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_an_example_is_what_its_schema_allows(schema: Dict[str, Any]) -> None:
    document = describe()
    whole = {**schema, "components": document.raw["components"]}
    Draft202012Validator(whole, format_checker=FormatChecker()).validate(make_example(document, schema))


@pytest.mark.parametrize("name", load_document().raw["components"]["schemas"])
def test_there_is_an_example_of_each_schema_of_the_service(name: str) -> None:
    document = load_document()
    schema = {"$ref": f"#/components/schemas/{name}"}
    example = make_example(document, schema)
    Draft202012Validator({**schema, "components": document.raw["components"]}).validate(example)
