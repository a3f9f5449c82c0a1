"""What schemas must be: built from what has a Python form, with names that stay apart."""

from __future__ import annotations

from collections.abc import Iterator

from generator import tool
from generator.document import Document
from generator.errors import DocumentError
from generator.names import RESERVED_CLASSES, python_name
from generator.walk import clashes, schemas

_SWITCHES = ("x-echo", "x-secret", "x-shown", "x-not-blank", "x-checked", "deprecated")
_LENGTH_UNITS = ("utf-16", "characters")
LEADS_BACK = "leads back to itself"


def schema_errors(document: Document) -> Iterator[DocumentError]:
    """Find the schemas that have no faithful Python form."""
    named = (document.get("components") or {}).get("schemas") or {}
    yield from clashes(((name, tool.class_name(name)) for name in named), "components.schemas", "schema")
    for name in named:
        if tool.class_name(name) in RESERVED_CLASSES:
            place = f"components.schemas.{name}"
            yield DocumentError(place, "a name that generated code uses", "give it an x-python-name")
        yield from _circle_errors(named, name)
    for place, schema in schemas(document):
        yield from _errors(place, schema)


def _errors(place: str, schema: Document) -> Iterator[DocumentError]:
    for fact in _SWITCHES:
        if not isinstance(schema.get(fact, False), bool):
            yield DocumentError(f"{place}.{fact}", "is neither true nor false", "write true or false")
    if not _are_values(schema, schema.get("x-deprecated-values", [])):
        problem = "is no list of values of its enum"
        yield DocumentError(f"{place}.x-deprecated-values", problem, "name values of the enum")
    if schema.get("x-length-unit", "utf-16") not in _LENGTH_UNITS:
        yield DocumentError(f"{place}.x-length-unit", "an unknown unit", f"write one of {', '.join(_LENGTH_UNITS)}")
    if "enum" in schema and not schema["enum"]:
        yield DocumentError(f"{place}.enum", "no values", "write at least one, or remove the keyword")
    properties = schema.get("properties") or {}
    required = set(schema.get("required") or ())
    yield from clashes(((name, python_name(name)) for name in properties), f"{place}.properties", "property")
    yield from _condition_errors(place, properties, required, schema.get("x-expected", []))


def _condition_errors(
    place: str, properties: Document, required: set[str], expected: object
) -> Iterator[DocumentError]:
    optional = properties.keys() - required
    if not isinstance(expected, list) or not optional.issuperset(expected):
        problem = "is no list of optional properties"
        yield DocumentError(f"{place}.x-expected", problem, "name some that are not required")
    for name, value in properties.items():
        condition = value.get("x-required-when", {}) if isinstance(value, dict) else {}
        is_sound = isinstance(condition, dict) and properties.keys() >= condition.keys()
        if not is_sound or (condition and name in required):
            problem = "is not for a required property, and names other properties with a value each"
            yield DocumentError(f"{place}.properties.{name}.x-required-when", problem, "correct it, or remove it")


def _are_values(schema: Document, values: object) -> bool:
    return isinstance(values, list) and all(value in (schema.get("enum") or ()) for value in values)


def _circle_errors(named: Document, start: str) -> Iterator[DocumentError]:
    """An `allOf` that leads back to its own schema describes nothing."""
    waiting, seen = [start], set()
    while waiting:
        schema = named[name] if isinstance(named[name := waiting.pop()], dict) else {}
        seen.add(name)
        for part in schema.get("allOf") or []:
            reference = part.get("$ref", "") if isinstance(part, dict) else ""
            target = reference.removeprefix("#/components/schemas/")
            if target == start:
                yield DocumentError(f"components.schemas.{start}.allOf", LEADS_BACK, "break the circle")
                return
            if target in named and target not in seen:
                waiting.append(target)
