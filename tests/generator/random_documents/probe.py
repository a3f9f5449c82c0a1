"""An operation that is tried."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.generator.random_documents.schemas import Schema

JSON_TYPES = ("application/json", "application/vnd.things+json", "application/json; charset=utf-8")
#: A body that is not sent.
NOTHING = object()


@dataclass
class Probe:
    """An operation, a call of it, and what a server has to find."""

    name: str
    method: str
    path: str
    described: Schema
    #: By name on the wire, or `body` for a body as a whole.
    arguments: dict[str, Any] = field(default_factory=dict)
    #: Wire name -> the schema of the parameter, where it stands, and its value in JSON.
    parameters: list[tuple[Schema, Any]] = field(default_factory=list)
    media_type: str = ""
    body: Any = None
    encoding: Schema = field(default_factory=dict)
    response_schema: Schema | None = None
    response: Any = None
    status: int = 200
    response_type: str = ""
