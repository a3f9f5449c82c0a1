"""Types that stand inside others, and need a name of their own."""

from __future__ import annotations

from typing import Any

from generator.document import Document
from generator.normal_form.keywords import select_notes, select_structure
from generator.normal_form.nulls import NULL


def needs_name(schema: Document) -> bool:
    """Return whether an object with fields, or an enum, stands here: a class or an alias needs a name."""
    kinds = schema.get("type")
    is_object = kinds == "object" or (isinstance(kinds, list) and "object" in kinds)
    inside = [member for member in schema.get("anyOf", ()) if "anyOf" not in member]
    return bool(is_object and schema.get("properties")) or "enum" in schema or any(map(needs_name, inside))


def replace_named(schema: Document, hoist: Any) -> Document:
    """Return a nullable object or enum: the type moves under a name, and the null stays."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [hoist(part) if needs_name(part) else part for part in schema["anyOf"]]}
    inner = {**select_structure(schema), "type": next(kind for kind in schema["type"] if kind != "null")}
    notes = {key: value for key, value in schema.items() if key in ("title", "description")}
    return {**select_notes(schema), "anyOf": [hoist({**inner, **notes}), NULL]}
