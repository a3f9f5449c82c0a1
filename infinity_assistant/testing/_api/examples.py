# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/examples.py: edit that file, then run `make generate`.
"""Make a value that a schema of the API description allows: its own example where it has one."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Mapping

from infinity_assistant.testing._api.document import Document

_FORMATS = {
    "date-time": "2026-01-01T00:00:00.000Z",
    "date": "2026-01-01",
    "time": "00:00:00Z",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "email": "someone@example.org",
    "uri": "https://example.org/",
    "hostname": "example.org",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "AAAA",
}
#: From here on an example has what must be there alone; a schema that must contain itself ends at the second.
_DEEP, _DEEPEST = 2, 20
#: Texts that are tried against a pattern; the first that it allows is taken.
_CANDIDATES = ("example", "a", "1", "2026-01-01", "abc123", "A1", "00000000", *_FORMATS.values())


def make_example(document: Document, schema: Any, depth: int = 0) -> Any:
    """Make a value of a schema; at some `depth`, of what must be there alone."""
    if not isinstance(schema, Mapping) or depth > _DEEPEST:
        return {}
    schema = _flatten(document, schema)
    for key in ("example", "const", "default"):
        if schema.get(key) is not None:
            return schema[key]
    for key in ("examples", "enum"):
        if schema.get(key):
            return schema[key][0]
    members = schema.get("anyOf") or schema.get("oneOf")
    return _make_member(document, members, depth) if members else _make_typed(document, schema, depth)


def _flatten(document: Document, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema with what it refers to and what it is made of."""
    merged: Dict[str, Any] = {}
    if "$ref" in schema:
        merged.update(_flatten(document, document.resolve(schema)))
    parts = [_flatten(document, part) for part in schema.get("allOf") or ()]
    for part in [*parts, {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}]:
        properties = {**merged.get("properties", {}), **part.get("properties", {})}
        required = [*merged.get("required", ()), *part.get("required", ())]
        merged.update(part, **({"properties": properties} if properties else {}))
        if required:
            merged["required"] = list(dict.fromkeys(required))
    return merged


def _make_member(document: Document, members: List[Any], depth: int) -> Any:
    """Make the first member that is not null; null where one after the other would never end."""
    kinds = [_type_of(document.resolve(member)) for member in members]
    usable = [member for member, schema_type in zip(members, kinds) if schema_type != "null"]
    if not usable or ("null" in kinds and depth >= _DEEP):
        return None
    return make_example(document, usable[0], depth)


def _make_typed(document: Document, schema: Mapping[str, Any], depth: int) -> Any:
    schema_type = _type_of(schema)
    if schema_type == "object":
        return _make_object(document, schema, depth)
    if schema_type == "array":
        count = int(schema.get("minItems") or (1 if depth < _DEEP else 0))
        return [make_example(document, schema.get("items", {}), depth) for _ in range(count)]
    if schema_type == "string":
        return _make_text(schema)
    if schema_type in ("integer", "number"):
        return _make_number(schema, schema_type)
    return {"boolean": True, "null": None}.get(schema_type, {})


def _type_of(schema: Mapping[str, Any]) -> str:
    kinds = schema.get("type")
    if isinstance(kinds, list):
        kinds = next((schema_type for schema_type in kinds if schema_type != "null"), "null")
    return str(kinds or ("object" if "properties" in schema else "array" if "items" in schema else "any"))


def _make_object(document: Document, schema: Mapping[str, Any], depth: int) -> Dict[str, Any]:
    properties, required = schema.get("properties", {}), schema.get("required", ())
    readable = {name: value for name, value in properties.items() if not _is_write_only(document, value)}
    wanted = [name for name in readable if name in required or depth < _DEEP]
    return {name: make_example(document, readable[name], depth + 1) for name in wanted}


def _is_write_only(document: Document, schema: Any) -> bool:
    return isinstance(schema, Mapping) and document.resolve(schema).get("writeOnly") is True


def _make_text(schema: Mapping[str, Any]) -> str:
    candidates = [_FORMATS[schema["format"]]] if schema.get("format") in _FORMATS else list(_CANDIDATES)
    if "pattern" in schema:
        candidates = [text for text in _CANDIDATES if re.search(schema["pattern"], text)] or candidates
    text = candidates[0].ljust(schema.get("minLength") or 0, "x")
    return text[: schema["maxLength"]] if schema.get("maxLength") is not None else text


def _make_number(schema: Mapping[str, Any], schema_type: str) -> Any:
    low, high = schema.get("minimum"), schema.get("maximum")
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    step = schema.get("multipleOf") or 1
    if isinstance(above, (int, float)) and not isinstance(above, bool):
        low = above + step
    elif above is True and low is not None:
        low += step
    if low is None:
        low = min(1, high) if high is not None else 1
        low = low if below is None or isinstance(below, bool) else min(low, below - step)
    value = -(-low // step) * step
    return int(value) if schema_type == "integer" else value
