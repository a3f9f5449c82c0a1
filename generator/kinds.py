"""The types of the document, and how each is written in Python: as an annotation, an argument, a reader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from generator.code import literal
from generator.document import DocumentError

#: The tool's classes of values that need no more than their name.
_SCALARS = {
    "StringProperty": "string",
    "IntProperty": "integer",
    "FloatProperty": "number",
    "BooleanProperty": "boolean",
    "DateTimeProperty": "datetime",
    "DateProperty": "date",
    "AnyProperty": "any",
    "NoneProperty": "null",
}
_ANNOTATIONS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "datetime": "datetime.datetime",
    "date": "datetime.date",
    "any": "Any",
    "null": "None",
}
_COMBINED = {"list": "Items", "map": "Values", "union": "OneOf"}
#: How a required value of a JSON type is verified: the Python type that is plainly right, and who looks further.
_CHECKS = {
    "string": ("str", "text"),
    "integer": ("int", "integer"),
    "number": ("float", "number"),
    "boolean": ("bool", "boolean"),
    "list": ("list", "array"),
    "map": ("dict", "mapping"),
}


@dataclass(frozen=True)
class Kind:
    """A type of the document. `inner` holds the item of a list, the values of a map, the members of a union."""

    tag: str
    name: str = ""
    inner: tuple[Kind, ...] = ()
    nullable: bool = False
    values: tuple[str | int | float | bool, ...] = ()

    def annotation(self, module: str = "") -> str:
        """The type of an attribute, in the words of `typing`."""
        plain = self._annotation(module)
        return f"Optional[{plain}]" if self.nullable and plain != "Any" else plain

    def argument(self) -> str:
        """The type of an argument: models may be mappings, lists any sequence."""
        if self.tag == "model":
            return f"Union[m.{self.name}, Mapping[str, Any]]"
        if self.tag == "map":
            return "Mapping[str, Any]"
        if self.tag == "list":
            return f"Sequence[{self.inner[0].argument()}]"
        if self.tag == "union":
            return f"Union[{', '.join(kind.argument() for kind in self.inner)}]"
        return self._annotation("m.")

    def _annotation(self, module: str) -> str:
        if self.tag in ("model", "enum"):
            return f"{module}{self.name}"
        if self.tag == "list":
            return f"List[{self.inner[0].annotation(module)}]"
        if self.tag == "map":
            return f"Dict[str, {self.inner[0].annotation(module)}]"
        if self.tag == "union":
            return f"Union[{', '.join(kind.annotation(module) for kind in self.inner)}]"
        if self.tag == "const":
            return f"Literal[{', '.join(value_literal(value) for value in self.values)}]"
        return _ANNOTATIONS[self.tag]

    def reader(self, module: str = "") -> str:
        """An expression for the function that reads a value; empty if the value is used as it is."""
        plain = self._reader(module)
        return f"reading.Nullable({plain})" if plain and self.nullable else plain

    def _reader(self, module: str) -> str:
        if self.tag == "model":
            return f"{module}{self.name}.from_dict"
        if self.tag in ("datetime", "date"):
            return f"timestamps.{'timestamp' if self.tag == 'datetime' else 'date'}"
        inner = [reader for reader in (kind.reader(module) for kind in self.inner) if reader]
        if not inner:
            return ""
        return f"reading.{_COMBINED[self.tag]}({', '.join(inner)})"

    def members(self) -> str:
        """The class of the objects at or below a value; empty if there is none, or more than one."""
        if self.tag == "model":
            return self.name
        names = {kind.members() for kind in self.inner} - {""}
        return names.pop() if len(names) == 1 else ""


def value_literal(value: str | int | float | bool) -> str:
    """A constant of the document as Python source."""
    return literal(value) if isinstance(value, str) else repr(value)


def field_reader(kind: Kind, wire: str, *, required: bool, echo: bool) -> str:
    """The expression that reads one field out of `data`."""
    key = literal(wire)
    get = f"get({key})"
    if not required:
        if kind.tag == "datetime":
            return f"None if (value := {get}) is None else timestamps.timestamp_or_text(value)"
        reader = replace(kind, nullable=False).reader()
        return f"None if (value := {get}) is None else reading.optional(value, {key}, {reader})" if reader else get
    if echo:
        return f"reading.present(data, {key})"
    if reader := kind.reader():
        return f"reading.member(data, {key}, {reader})"
    plain = _json_kind(kind)
    if plain not in _CHECKS:
        return f"reading.{'present' if plain in ('any', 'null') or kind.nullable else 'something'}(data, {key})"
    right, check = _CHECKS[plain]
    if kind.nullable:
        return f"None if reading.present(data, {key}) is None else reading.{check}(data, {key})"
    return f"value if (value := {get}).__class__ is {right} else reading.{check}(data, {key})"


def _json_kind(kind: Kind) -> str:
    if kind.tag not in ("enum", "const"):
        return kind.tag
    return {str: "string", int: "integer", float: "number", bool: "boolean"}[type(kind.values[0])]


def kind_of(prop: Any, place: str, named: frozenset[str]) -> Kind:
    """The type of a parsed property. `named` are the classes that stand under a name in the document."""
    name = type(prop).__name__
    if name in _SCALARS:
        return Kind(_SCALARS[name])
    if name == "ListProperty":
        return Kind("list", inner=(kind_of(prop.inner_property, place, named),))
    if name == "LiteralEnumProperty":
        return Kind("enum", str(prop.class_info.name), values=tuple(sorted(prop.values)))
    if name == "ConstProperty":
        return Kind("const", values=(prop.value.raw_value,))
    if name == "ModelProperty":
        return _object(prop, place, named)
    if name == "UnionProperty":
        return _union([kind_of(inner, place, named) for inner in prop.inner_properties])
    raise DocumentError(place, f"a {name} has no Python form here", "use another type")


def is_map(prop: Any, named: frozenset[str]) -> bool:
    """Whether an object without properties of its own stands here, and under no name."""
    return not (prop.required_properties or prop.optional_properties) and prop.class_info.name not in named


def _object(prop: Any, place: str, named: frozenset[str]) -> Kind:
    if not is_map(prop, named):
        return Kind("model", str(prop.class_info.name))
    values = prop.additional_properties
    return Kind("map", inner=(kind_of(values, place, named) if values else Kind("any"),))


def _union(members: list[Kind]) -> Kind:
    nullable = any(kind.tag == "null" or kind.nullable for kind in members)
    rest = tuple(dict.fromkeys(replace(kind, nullable=False) for kind in members if kind.tag != "null"))
    if len(rest) == 1:
        return replace(rest[0], nullable=nullable)
    return Kind("union", inner=rest, nullable=nullable) if rest else Kind("null")
