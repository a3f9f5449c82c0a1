# SPDX-License-Identifier: MIT
"""Hold a recording against the API description: an old one says what has changed."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Mapping, Tuple, Type, Union

from infinity_assistant.testing._api.document import DescribedOperation, Document
from infinity_assistant.testing._cassette.exchange import Exchange

_TYPES: Dict[str, Union[Type[Any], Tuple[Type[Any], ...]]] = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}


def find_changes(document: Document, exchange: Exchange) -> Iterator[str]:
    """Find what the API description does not say of an exchange any more, one sentence each."""
    request = exchange.request
    operation = document.find_operation(request["method"], request["path"])
    if operation is None:
        yield f"the API has no {request['method']} {request['path']}"
        return
    if operation.id != exchange.operation:
        yield f"the operation is called {operation.id}, not {exchange.operation}"
    if "body" in request:
        yield from Checker(document, is_request=True).check(operation.request, request["body"], "request")
    yield from _check_parameters(document, operation, request.get("query", {}))
    yield from _check_response(document, operation, exchange.response)


def _check_parameters(document: Document, operation: DescribedOperation, query: Mapping[str, Any]) -> Iterator[str]:
    parameters = [document.resolve(one) for one in operation.described["parameters"]]
    known = {one["name"]: one for one in parameters if one["in"] == "query"}
    yield from (f"the operation has no parameter {name}" for name in query if name not in known)
    yield from (
        f"the parameter {name} is required" for name, one in known.items() if one.get("required") and name not in query
    )


def _check_response(document: Document, operation: DescribedOperation, response: Mapping[str, Any]) -> Iterator[str]:
    described = operation.described["responses"].get(str(response["status"]))
    if described is None or response["status"] >= 300:
        return  # Errors come from proxies too, and in any shape.
    content = document.resolve(described).get("content", {})
    if "events" in response:
        yield from _check_events(document, operation, response["events"])
    elif "body" in response:
        schema = content.get("application/json", {}).get("schema", {})
        yield from Checker(document, is_request=False).check(schema, response["body"], "response")


def _check_events(document: Document, operation: DescribedOperation, events: List[Mapping[str, Any]]) -> Iterator[str]:
    known = operation.described.get("x-events", {})
    for event in events:
        if event.get("event") in known and "data" in event:
            schema = {"$ref": f"#/components/schemas/{known[event['event']]['schema']}"}
            yield from Checker(document, is_request=False).check(schema, event["data"], f"event {event['event']}")


class Checker:
    """Checks a value against a schema; of a response leniently, as the client reads it: choices may be new."""

    def __init__(self, document: Document, *, is_request: bool) -> None:
        self._document = document
        self._is_request = is_request

    def check(self, schema: Any, value: Any, where: str) -> Iterator[str]:
        """Find where a value does not fit."""
        if not isinstance(schema, Mapping):
            return
        schema = self._document.resolve(schema)
        members = schema.get("anyOf") or schema.get("oneOf")
        if members and not any(self._fits(one, value, where) for one in members):
            yield f"{where} is none of what it may be"
        for part in schema.get("allOf", ()):
            yield from self.check(part, value, where)
        kinds = schema.get("type", [])
        if kinds and not _is_any(value, [kinds] if isinstance(kinds, str) else kinds):
            yield f"{where} is not of type {kinds}"
        elif self._is_request and "enum" in schema and value not in schema["enum"]:
            yield f"{where} is none of {', '.join(map(str, schema['enum']))}"
        elif isinstance(value, dict):
            yield from self._check_object(schema, value, where)
        elif isinstance(value, list):
            for number, one in enumerate(value):
                yield from self.check(schema.get("items"), one, f"{where}[{number}]")

    def _check_object(self, schema: Mapping[str, Any], value: Mapping[str, Any], where: str) -> Iterator[str]:
        properties = schema.get("properties", {})
        yield from (f"{where}.{name} is required" for name in schema.get("required", ()) if name not in value)
        for name, one in value.items():
            if name in properties:
                yield from self.check(properties[name], one, f"{where}.{name}")
            elif self._is_request and properties and not schema.get("additionalProperties"):
                yield f"{where}.{name} is not in the API description"

    def _fits(self, schema: Any, value: Any, where: str) -> bool:
        return next(self.check(schema, value, where), None) is None


def _is_any(value: Any, kinds: List[str]) -> bool:
    if isinstance(value, bool):
        return "boolean" in kinds
    return any(isinstance(value, _TYPES[kind]) for kind in kinds)
