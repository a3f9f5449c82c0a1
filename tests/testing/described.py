"""Check a response against the API description: its status is described, and its body fits the schema given there."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Dict, List, Tuple

from jsonschema import Draft202012Validator

from infinity_assistant.testing import Response
from infinity_assistant.testing._api.document import Document, load_document


def check(operation: str, response: Response) -> None:
    """Fail unless a response of an operation is described."""
    kind = (response.header("content-type") or "").partition(";")[0]
    schema = _schema(operation, str(response.status), kind)
    if kind == "application/json":
        _fit(schema, json.loads(response.body))
    elif kind == "text/event-stream":
        for name, data in events(response):
            _fit({"$ref": f"#/components/schemas/{_events(operation)[name]['schema']}"}, data)


def events(response: Response) -> List[Tuple[str, Any]]:
    """Read the events of a stream that is whole."""
    frames = response.body.decode().split("\n\n")
    assert frames.pop() == ""
    pairs = [[line.partition(": ")[2] for line in frame.split("\n")] for frame in frames]
    return [(name, json.loads(data)) for name, data in pairs]


def _fit(schema: Dict[str, Any], value: Any) -> None:
    _validator(json.dumps(schema)).validate(value)


@lru_cache(maxsize=256)
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(lenient({**json.loads(schema), "components": load_document().raw["components"]}))


def _schema(operation: str, status: str, kind: str) -> Dict[str, Any]:
    document = load_document()
    responses = _item(document, operation)["responses"]
    assert status in responses or "default" in responses, f"{operation} does not describe {status}"
    response = document.resolve(responses.get(status) or responses["default"])
    content = response.get("content", {})
    assert kind in content or not content or status not in responses, f"{operation} {status} does not describe {kind}"
    return dict(content.get(kind, {}).get("schema", {}))


def _events(operation: str) -> Dict[str, Any]:
    return dict(_item(load_document(), operation)["x-events"])


def _item(document: Document, operation: str) -> Dict[str, Any]:
    for path, route in document.routes.items():
        for one in route.values():
            if one.id == operation:
                return dict(document.raw["paths"][path][one.method.lower()])
    raise AssertionError(f"no operation {operation}")


def lenient(schema: Any) -> Any:
    """Take away what a schema says of values that the service echoes: their type is the caller's."""
    if isinstance(schema, dict):
        return {} if schema.get("x-echo") is True else {name: lenient(one) for name, one in schema.items()}
    return [lenient(one) for one in schema] if isinstance(schema, list) else schema
