"""The payloads of webhooks: which schema the `data` of each delivery has."""

from __future__ import annotations

from typing import Any

from generator.document import Document
from generator.media import is_json
from generator.normal_form.schemas import Schemas
from generator.references import find_schema_name, resolve


def find_webhook_payloads(document: Document, schemas: Schemas) -> dict[str, str]:
    """Find for each event the name of the schema of its data, for those whose data is an object."""
    found = {}
    for event, item in (document.get("webhooks") or {}).items():
        for data in _find_data_schemas(document, item):
            formed = schemas.normalise(data, f"webhooks.{event}", f"{event}_payload")
            members = [member for member in formed.get("anyOf", [formed]) if member.get("type") != "null"]
            name = find_schema_name(members[0]["$ref"]) if len(members) == 1 and "$ref" in members[0] else ""
            if name and schemas.found[name].get("type") == "object":
                found[event] = name
    return found


def _find_data_schemas(document: Document, item: Any) -> list[Any]:
    """Find the schemas of `data` in the bodies in JSON of a delivery."""
    operation = resolve(document, item).get("post") or {}
    content = (resolve(document, operation.get("requestBody")) or {}).get("content") or {}
    bodies = [(media or {}).get("schema") for kind, media in content.items() if is_json(kind)]
    found = [_find_data_schema(document, body) for body in bodies if isinstance(body, dict)]
    return [schema for schema in found if schema is not None]


def _find_data_schema(document: Document, envelope: Document) -> Any:
    """Find what the last part of an envelope says of its `data`."""
    envelope = resolve(document, envelope)
    own = (envelope.get("properties") or {}).get("data")
    inherited = [_find_data_schema(document, part) for part in envelope.get("allOf") or () if isinstance(part, dict)]
    return own if own is not None else next((schema for schema in reversed(inherited) if schema is not None), None)
