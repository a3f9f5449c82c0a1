"""The events of a stream that OpenAPI 3.2 describes by `itemSchema`, as the fact `x-events`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.document import Document
from generator.media import STREAM, is_json, strip_parameters
from generator.normal_form.schemas import Schemas
from generator.references import resolve

#: The name of an event without an `event:` line (WHATWG HTML, 9.2.6).
UNNAMED = "message"
#: The fields of an event; a schema with others describes the data itself.
_FIELDS = frozenset({"event", "data", "id", "retry"})


def find_described_events(
    document: Document, schemas: Schemas, place: str, base_name: str, operation: Document
) -> Document:
    """Find the events that the streams among the successes of an operation bring; none if nothing describes them."""
    found: dict[str, list[Any]] = {}
    for status, reference in (operation.get("responses") or {}).items():
        response = resolve(document, reference) if status.startswith("2") else {}
        for kind, media in (response.get("content") or {}).items():
            schema = (resolve(document, media) or {}).get("itemSchema")
            if strip_parameters(kind) == STREAM and schema is not None:
                for name, data in _find_events(document, schema):
                    found.setdefault(name, []).append(data)
    return {name: _build_event(schemas, place, base_name, name, members) for name, members in found.items()}


def _build_event(schemas: Schemas, place: str, base_name: str, name: str, members: list[Any]) -> Document:
    schema = members[0] if len(members) == 1 else {"anyOf": members}
    given = schemas.name(schema, f"{place}.x-events.{name}", f"{base_name}_{name}")
    return {"schema": given, "friendly": name}


def _find_events(document: Document, schema: Any) -> Iterator[tuple[str, Any]]:
    """Name and schema of the data of each event."""
    whole = resolve(document, schema)
    members = (whole.get("oneOf") or whole.get("anyOf")) if isinstance(whole, dict) else None
    if members:
        for member in members:
            yield from _find_events(document, member)
        return
    properties = _find_properties(document, whole)
    if properties and properties.keys() <= _FIELDS:
        data = resolve(document, properties.get("data", {"type": "string"}))
        names = _find_constants(document, properties.get("event")) or [UNNAMED]
        yield from ((name, _find_content(data)) for name in names)
    else:
        names = _find_constants(document, properties.get("type"))
        yield names[0] if len(names) == 1 else UNNAMED, schema


def _find_content(data: Any) -> Any:
    """Find the schema of the data: of what stands in its text, where that is JSON."""
    if isinstance(data, dict) and is_json(str(data.get("contentMediaType", "text/plain"))):
        return data.get("contentSchema", {})
    return data


def _find_properties(document: Document, schema: Any) -> Document:
    if not isinstance(schema, dict):
        return {}
    parts = [_find_properties(document, resolve(document, part)) for part in schema.get("allOf") or ()]
    return {name: value for part in [*parts, schema.get("properties") or {}] for name, value in part.items()}


def _find_constants(document: Document, schema: Any) -> list[str]:
    schema = resolve(document, schema)
    if not isinstance(schema, dict):
        return []
    return [str(value) for value in ([schema["const"]] if "const" in schema else schema.get("enum") or ())]
