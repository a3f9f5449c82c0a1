"""Keywords of schemas by what they do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Said to readers; they change nothing about a value.
NOTES = frozenset({"title", "description", "example", "examples", "externalDocs", "xml", "$comment", "$schema"})
#: Said about a value in its place, beside its type.
BESIDE = frozenset({"default", "deprecated", "readOnly", "writeOnly"})
_LIMITS_OF = {
    "string": ("minLength", "maxLength", "pattern", "format", "contentEncoding", "contentMediaType", "contentSchema"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "array": ("items", "minItems", "maxItems", "uniqueItems"),
    "object": ("properties", "required", "additionalProperties", "minProperties", "maxProperties", "propertyNames",
               "unevaluatedProperties", "discriminator"),
}  # fmt: skip
_LIMITS_OF["integer"] = (*_LIMITS_OF["number"], "format")
_LIMITS_OF["number"] = _LIMITS_OF["integer"]


def is_annotation(keyword: str) -> bool:
    """Return whether a keyword leaves open what the value is."""
    return keyword in NOTES or keyword in BESIDE or keyword.startswith("x-")


def select_notes(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a schema says beside the type of the value."""
    return {key: value for key, value in schema.items() if is_annotation(key)}


def select_structure(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a schema says of the value itself."""
    return {key: value for key, value in schema.items() if not is_annotation(key)}


def select_for_type(kind: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Select the part of a schema with several types that one of the types is about."""
    others = {key for other, keys in _LIMITS_OF.items() if other != kind for key in keys}
    own = set(_LIMITS_OF.get(kind, ()))
    return {
        "type": kind,
        **{k: v for k, v in select_structure(schema).items() if k != "type" and k not in others - own},
    }
