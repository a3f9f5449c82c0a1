"""Recorded exchanges with the service, and the operations that they belong to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Optional

from .document import Operation, operations, resolve

FOLDER = Path(__file__).parents[1] / "recordings"
VECTORS = Path(__file__).parents[1] / "data" / "webhook-vectors.json"
OPERATIONS = {(operation.method, operation.path): operation for operation in operations()}


class Recording(NamedTuple):
    """One exchange."""

    name: str
    method: str
    path: str
    status: int
    media_type: str
    body: str

    @property
    def operation(self) -> Optional[Operation]:
        return OPERATIONS.get((self.method, self.path.partition("?")[0]))

    @property
    def response(self) -> Dict[str, Any]:
        """What the document says of a response with this status."""
        assert self.operation is not None
        responses = self.operation.facts["responses"]
        return resolve(responses.get(str(self.status), responses["default"]))


def recordings() -> Iterator[Recording]:
    for exchange in _exchanges():
        request, response = exchange["request"], exchange["response"]
        yield Recording(
            exchange["name"],
            request["method"],
            request["path"],
            response["status"],
            response["headers"].get("content-type", "").partition(";")[0],
            response["body"] or "",
        )


def deliveries() -> List[Dict[str, str]]:
    """Worked examples of deliveries to webhooks."""
    vectors: List[Dict[str, str]] = json.loads(VECTORS.read_text(encoding="utf-8"))
    return vectors


def list_recorded_values() -> Iterator[Any]:
    """Every body that went either way: as JSON where it is, as text where it is not."""
    for exchange in _exchanges():
        yield from (_value(exchange[side]["body"] or "") for side in ("request", "response"))
    yield from (_value(delivery["body"]) for delivery in deliveries())


def _exchanges() -> Iterator[Dict[str, Any]]:
    for path in sorted(FOLDER.glob("*.json")):
        yield from json.loads(path.read_text(encoding="utf-8"))


def _value(body: str) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body
