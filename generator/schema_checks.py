"""What schemas must be: built from what has a Python form, with names that stay apart."""

from __future__ import annotations

import re

from generator import tool
from generator.document import Document, DocumentError
from generator.names import RESERVED_CLASSES, python_name
from generator.walk import schemas, unique

#: Constructs that would be ignored silently, which is worse than an error.
UNSUPPORTED = (
    "not", "if", "then", "else", "patternProperties", "propertyNames", "dependentSchemas", "dependentRequired",
    "prefixItems", "contains", "unevaluatedProperties", "unevaluatedItems", "$defs", "$id", "$anchor", "$dynamicRef",
)  # fmt: skip
_SWITCHES = ("x-echo", "x-secret", "x-not-blank", "x-checked", "deprecated")
_LENGTH_UNITS = ("utf-16", "characters")
_NOT_IN_ALL = ("anyOf", "oneOf", "enum", "items")


def check_schemas(document: Document) -> None:
    """Raise `DocumentError` for the first schema that has no faithful Python form."""
    named = document.get("components", {}).get("schemas", {})
    unique([(name, tool.class_name(name)) for name in named], "components.schemas", "schema")
    for name in named:
        if tool.class_name(name) in RESERVED_CLASSES:
            raise DocumentError(f"components.schemas.{name}", "a name that generated code uses", "rename the schema")
        _check_circle(named, name)
    for place, schema in schemas(document):
        _check_schema(place, schema)


def _check_schema(place: str, schema: Document) -> None:
    for keyword in UNSUPPORTED:
        if keyword in schema:
            raise DocumentError(place, f"the keyword {keyword} has no form in Python", "describe it in another way")
    for fact in _SWITCHES:
        if not isinstance(schema.get(fact, False), bool):
            raise DocumentError(f"{place}.{fact}", "is neither true nor false", "write true or false")
    if not _are_values(schema, schema.get("x-deprecated-values", [])):
        raise DocumentError(
            f"{place}.x-deprecated-values", "is no list of values of its enum", "name values of the enum"
        )
    if schema.get("x-length-unit", "utf-16") not in _LENGTH_UNITS:
        raise DocumentError(f"{place}.x-length-unit", "an unknown unit", f"write one of {', '.join(_LENGTH_UNITS)}")
    if schema.get("type") == "array" and "items" not in schema:
        raise DocumentError(place, "an array without items", "say what it holds; `items: {}` allows everything")
    _check_pattern(place, schema)
    _check_values(place, schema)
    unique([(name, python_name(name)) for name in schema.get("properties", {})], f"{place}.properties", "property")


def _are_values(schema: Document, values: object) -> bool:
    return isinstance(values, list) and all(value in schema.get("enum", ()) for value in values)


def _check_pattern(place: str, schema: Document) -> None:
    try:
        re.compile(schema.get("pattern", ""))
    except re.error as problem:
        raise DocumentError(f"{place}.pattern", f"is no pattern in Python: {problem}", "write it more simply") from None


def _check_values(place: str, schema: Document) -> None:
    values = [value for value in schema.get("enum", []) if value is not None]
    if any(type(value) not in (str, int) for value in values) or len({type(value) for value in values}) > 1:
        raise DocumentError(f"{place}.enum", "values that are not all strings, or all integers", "split the enum")
    if "enum" in schema and not values:
        raise DocumentError(f"{place}.enum", "no values", "write at least one, or remove the keyword")
    if len(set(values)) < len(values):
        raise DocumentError(f"{place}.enum", "a value that stands twice", "remove one")
    if isinstance(schema.get("const", ""), float):
        raise DocumentError(f"{place}.const", "a fraction, which cannot be a type", "use `type: number`")


def _check_circle(named: Document, start: str) -> None:
    """An `allOf` that leads back to its own schema describes nothing."""
    waiting, seen = [start], set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        for part in named[name].get("allOf", []):
            target = part.get("$ref", "").removeprefix("#/components/schemas/")
            if target == start:
                raise DocumentError(f"components.schemas.{start}.allOf", "leads back to itself", "break the circle")
            if target in named and target not in seen:
                waiting.append(target)
