"""The types of the properties that the parser found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.discriminators import Classes
from generator.errors import DocumentError
from generator.value_types import ValueType

#: The tool's classes of values that need no more than their name.
_SCALARS = {
    "StringProperty": "string",
    "UuidProperty": "string",
    "IntProperty": "integer",
    "FloatProperty": "number",
    "BooleanProperty": "boolean",
    "DateTimeProperty": "datetime",
    "DateProperty": "date",
    "AnyProperty": "any",
    "NoneProperty": "null",
}


def to_value_type(prop: Any, place: str, named: Classes) -> ValueType:
    """Return the type of a parsed property. `named` tells of each named class whether its keys are free."""
    name = type(prop).__name__
    if name in _SCALARS:
        return ValueType(_SCALARS[name])
    if name == "ListProperty":
        return ValueType("list", inner=(to_value_type(prop.inner_property, place, named),))
    if name == "LiteralEnumProperty":
        return ValueType("enum", str(prop.class_info.name), values=tuple(sorted(prop.values)))
    if name == "ConstProperty":
        return ValueType("const", values=(prop.value.raw_value,))
    if name == "ModelProperty":
        return _build_object(prop, place, named)
    if name == "UnionProperty":
        return _build_union([to_value_type(inner, place, named) for inner in prop.inner_properties], named)
    raise DocumentError(place, f"a {name} has no Python form here", "use another type")


def is_map(prop: Any, named: Classes) -> bool:
    """Return whether an object without properties of its own stands here, and under no name."""
    return not (prop.required_properties or prop.optional_properties) and prop.class_info.name not in named


def _build_object(prop: Any, place: str, named: Classes) -> ValueType:
    if not is_map(prop, named):
        return ValueType("model", str(prop.class_info.name), free=named.get(prop.class_info.name, False))
    values = prop.additional_properties
    return ValueType("map", inner=(to_value_type(values, place, named) if values else ValueType("any"),))


def _build_union(members: list[ValueType], named: Classes) -> ValueType:
    nullable = any(kind.tag == "null" or kind.nullable for kind in members)
    rest = tuple(dict.fromkeys(replace(kind, nullable=False) for kind in members if kind.tag != "null"))
    if len(rest) == 1:
        return replace(rest[0], nullable=nullable)
    models = frozenset(kind.name for kind in rest if kind.tag == "model")
    return (
        ValueType("union", inner=rest, nullable=nullable, choice=named.choices.get(models))
        if rest
        else ValueType("null")
    )
