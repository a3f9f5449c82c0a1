"""The events of a stream that OpenAPI 3.2 describes by `itemSchema`, as the fact `x-events`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.document import Document
from generator.media import STREAM, plain_type
from generator.normal_form.schemas import Schemas
from generator.reduced import resolved

#: The name of an event without an `event:` line (WHATWG HTML, 9.2.6).
UNNAMED = "message"


def described_events(document: Document, schemas: Schemas, place: str, hint: str, operation: Document) -> Document:
    """The events that the streams among the successes of an operation bring; none if nothing describes them."""
    events: Document = {}
    for status, reference in (operation.get("responses") or {}).items():
        response = resolved(document, reference) if status.startswith("2") else {}
        for kind, media in (response.get("content") or {}).items():
            schema = (media or {}).get("itemSchema")
            if plain_type(kind) == STREAM and schema is not None:
                events.update(_events(document, schemas, f"{place}.responses.{status}.content.{kind}", hint, schema))
    return events


def _events(document: Document, schemas: Schemas, place: str, hint: str, schema: Any) -> Iterator[tuple[str, Document]]:
    whole = resolved(document, schema)
    members = whole.get("oneOf") or whole.get("anyOf") or [schema]
    for index, member in enumerate(members):
        properties = resolved(document, member).get("properties") or {}
        name = _event_name(properties.get("event"))
        data = properties.get("data")
        described = data.get("contentSchema", data) if isinstance(data, dict) else member
        given = schemas.name(described, f"{place}.itemSchema", f"{hint}_{name if data else f'event_{index}'}")
        yield name, {"schema": given, "friendly": name}


def _event_name(schema: Any) -> str:
    if not isinstance(schema, dict):
        return UNNAMED
    values = [schema["const"]] if "const" in schema else schema.get("enum") or [UNNAMED]
    return str(values[0])
