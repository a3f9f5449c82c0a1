"""How a field is read: the expressions that stand in the classes of the package."""

from __future__ import annotations

from dataclasses import replace

from generator.code import to_literal
from generator.value_types import ValueType

#: How a required value of a JSON type is verified: the Python type that is plainly right, and who looks further.
_CHECKS = {
    "string": ("str", "read_text"),
    "integer": ("int", "read_integer"),
    "number": ("float", "read_number"),
    "boolean": ("bool", "read_boolean"),
    "list": ("list", "read_array"),
    "map": ("dict", "read_mapping"),
}


def build_expected_reader(kind: ValueType, wire: str) -> str:
    """Build the expression that reads a field as a required one, and gives `None` where that would be an error."""
    head, _, check = build_field_reader(kind, wire, required=True, echo=False).partition("reading.")
    name, _, arguments = check.partition("(")
    return f"{head}reading.read_expected(reading.{name}, {arguments}"


def build_field_reader(kind: ValueType, wire: str, *, required: bool, echo: bool) -> str:
    """Build the expression that reads one field out of `data`."""
    key = to_literal(wire)
    get = f"get({key})"
    if not required:
        if kind.tag == "datetime":
            return f"None if (value := {get}) is None else timestamps.parse_timestamp_or_keep(value)"
        reader = replace(kind, nullable=False).build_reader()
        return f"None if (value := {get}) is None else reading.read_optional(value, {key}, {reader})" if reader else get
    if echo:
        return f"reading.read_required(data, {key})"
    if reader := kind.build_reader():
        return f"reading.read_member(data, {key}, {reader})"
    plain = _name_json_type(kind)
    if plain not in _CHECKS:
        return f"reading.{'read_required' if plain in ('any', 'null') or kind.nullable else 'read_value'}(data, {key})"
    right, check = _CHECKS[plain]
    if kind.nullable:
        return f"None if reading.read_required(data, {key}) is None else reading.{check}(data, {key})"
    return f"value if (value := {get}).__class__ is {right} else reading.{check}(data, {key})"


def _name_json_type(kind: ValueType) -> str:
    if kind.tag not in ("enum", "const"):
        return kind.tag
    return {str: "string", int: "integer", float: "number", bool: "boolean"}[type(kind.values[0])]
