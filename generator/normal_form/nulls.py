"""Null: beside a type, and last in a union."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from generator.document import Document
from generator.normal_form.keywords import select_notes, select_structure
from generator.references import find_schema_name

NULL: Document = {"type": "null"}


def add_nulls(node: Any, nullable: Collection[str]) -> Any:
    """Return a schema in which what refers to one of `nullable` may be null."""
    if isinstance(node, list):
        return [add_nulls(item, nullable) for item in node]
    if not isinstance(node, dict) or not nullable:
        return node
    if isinstance(reference := node.get("$ref"), str):
        return add_null(node) if find_schema_name(reference) in nullable else node
    inner = {key: _add_below(key, value, nullable) for key, value in node.items()}
    if "anyOf" not in inner:
        return inner
    members = [part for member in inner["anyOf"] for part in member.get("anyOf", [member])]
    return {**inner, "anyOf": [*(part for part in members if part != NULL), *([NULL] if NULL in members else [])]}


def _add_below(key: str, value: Any, nullable: Collection[str]) -> Any:
    if key == "properties":
        return {name: add_nulls(schema, nullable) for name, schema in value.items()}
    return add_nulls(value, nullable) if key in ("items", "additionalProperties", "anyOf") else value


def add_null(schema: Document) -> Document:
    """Return the same schema, or null. Limits stay beside the type, where they are looked for."""
    if schema.get("type") == "null" or not select_structure(schema):
        return schema
    kind = schema.get("type")
    if isinstance(kind, str) and "enum" not in schema and "const" not in schema:
        return {**schema, "type": [kind, "null"]}
    if isinstance(kind, list):
        return schema
    if "anyOf" in schema:
        return schema if NULL in schema["anyOf"] else {**schema, "anyOf": [*schema["anyOf"], NULL]}
    return {**select_notes(schema), "anyOf": [select_structure(schema), NULL]}


def build_union(members: list[Document]) -> Document:
    """Build any of the members; null last, and one member alone as it is."""
    nullable = any(member.get("type") == "null" or may_be_null(member) for member in members)
    rest = [remove_null(member) for member in members if member.get("type") != "null"]
    if not rest:
        return dict(NULL)
    whole = rest[0] if len(rest) == 1 else {"anyOf": rest}
    return add_null(whole) if nullable else whole


def may_be_null(schema: Document) -> bool:
    return isinstance(schema.get("type"), list) and "null" in schema["type"]


def remove_null(schema: Document) -> Document:
    if not may_be_null(schema):
        return schema
    kinds = [kind for kind in schema["type"] if kind != "null"]
    return {**schema, "type": kinds[0] if len(kinds) == 1 else kinds}
