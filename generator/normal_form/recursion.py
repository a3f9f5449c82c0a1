"""Lists, mappings and unions that contain themselves by name have no class to stop at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.document import Document
from generator.references import find_schema_name


def cut_circles(schemas: Mapping[str, Document]) -> dict[str, Document]:
    """Return the schemas, in which whatever leads back to itself without an object in between holds anything."""
    cut = dict(schemas)
    for name in schemas:
        if not is_class(cut[name]):
            cut[name] = _cut(cut, cut[name], (name,))
    return cut


def is_class(schema: Document) -> bool:
    """Return whether a named schema becomes a class or an alias of its own."""
    return schema.get("type") == "object" or "enum" in schema


def _cut(schemas: Mapping[str, Document], node: Any, way: tuple[str, ...]) -> Any:
    if isinstance(node, list):
        return [_cut(schemas, item, way) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        name = find_schema_name(str(node["$ref"]))
        return {} if name in way or _leads_back(schemas, name, way) else node
    return {key: _cut(schemas, value, way) if key in _BELOW else value for key, value in node.items()}


_BELOW = ("items", "additionalProperties", "anyOf", "oneOf")


def _leads_back(schemas: Mapping[str, Document], name: str, way: tuple[str, ...]) -> bool:
    schema = schemas.get(name)
    if schema is None or is_class(schema):
        return False
    return any(inner in way or (inner != name and _leads_back(schemas, inner, (*way, name)))
               for inner in _find_references(schema))  # fmt: skip


def _find_references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [name for item in node for name in _find_references(item)]
    if not isinstance(node, dict):
        return []
    if "$ref" in node:
        return [find_schema_name(str(node["$ref"]))]
    return [name for key in _BELOW if key in node for name in _find_references(node[key])]
