"""The types of the document, and how each is written in Python: as an annotation, an argument, a reader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from generator.code import to_literal
from generator.discriminators import Classes
from generator.errors import DocumentError

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
_ANNOTATIONS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "datetime": "datetime.datetime",
    "date": "datetime.date",
    "any": "Any",
    "null": "None",
    "bytes": "bytes",
    "file": "FileTypes",
}
#: Ends of names: the TypedDict of a model, and the type of an argument that is either of the two.
DICT, PARAM = "Dict", "Param"
_COMBINED = {"list": "Items", "map": "Values", "union": "OneOf"}
#: How a required value of a JSON type is verified: the Python type that is plainly right, and who looks further.
_CHECKS = {
    "string": ("str", "read_text"),
    "integer": ("int", "read_integer"),
    "number": ("float", "read_number"),
    "boolean": ("bool", "read_boolean"),
    "list": ("list", "read_array"),
    "map": ("dict", "read_mapping"),
}


@dataclass(frozen=True)
class Kind:
    """A type of the document. `inner` holds the item of a list, the values of a map, the members of a union."""

    tag: str
    name: str = ""
    inner: tuple[Kind, ...] = ()
    nullable: bool = False
    values: tuple[str | int | float | bool, ...] = ()
    #: Of a model: the document names no property, so that any key is as good as another.
    free: bool = False
    #: Of a union: the property that tells which member a value is, and the class for each of its values.
    choice: tuple[str, tuple[tuple[str, str], ...]] | None = None

    def annotate(self, module: str = "", quoted: frozenset[str] = frozenset()) -> str:
        """The type of an attribute, in the words of `typing`; `quoted` are the names that are not yet defined."""
        plain = self._annotate(module, quoted)
        return f"Optional[{plain}]" if self.nullable and plain != "Any" else plain

    def annotate_argument(self, module: str = "m.", quoted: frozenset[str] = frozenset()) -> str:
        """The type of an argument: models may be mappings, lists any sequence."""
        if self.tag == "model":
            if not self.free:
                return qualify_name(module, f"{self.name}{PARAM}", quoted)
            return f"Union[{qualify_name(module, self.name, quoted)}, Mapping[str, Any]]"
        if self.tag == "map":
            return f"Mapping[str, {self.inner[0].annotate_argument(module, quoted)}]"
        if self.tag == "list":
            return f"Sequence[{self.inner[0].annotate_argument(module, quoted)}]"
        if self.tag == "union":
            return f"Union[{', '.join(kind.annotate_argument(module, quoted) for kind in self.inner)}]"
        return self._annotate(module, quoted)

    def _annotate(self, module: str, quoted: frozenset[str]) -> str:
        if self.tag in ("model", "enum"):
            return qualify_name(module, self.name, quoted)
        if self.tag == "list":
            return f"List[{self.inner[0].annotate(module, quoted)}]"
        if self.tag == "map":
            return f"Dict[str, {self.inner[0].annotate(module, quoted)}]"
        if self.tag == "union":
            return f"Union[{', '.join(kind.annotate(module, quoted) for kind in self.inner)}]"
        if self.tag == "const":
            return f"Literal[{', '.join(to_value_literal(value) for value in self.values)}]"
        return _ANNOTATIONS[self.tag]

    def build_reader(self, *, late: bool = False) -> str:
        """An expression for the function that reads a value; empty if the value is used as it is.

        With `late` the class of a model is looked up in the module `m` when the first value is read.
        """
        plain = self._build_reader(late)
        return f"reading.Nullable({plain})" if plain and self.nullable else plain

    def _build_reader(self, late: bool) -> str:
        if self.tag == "model":
            return f"reading.ModelReader(m, {to_literal(self.name)})" if late else f"{self.name}.from_dict"
        if self.tag in ("datetime", "date"):
            return f"timestamps.{'parse_timestamp' if self.tag == 'datetime' else 'parse_date'}"
        if self.choice is not None:
            name, pairs = self.choice
            readers = (f"{to_literal(value)}: {Kind('model', model).build_reader(late=late)}" for value, model in pairs)
            return f"reading.Choice({to_literal(name)}, {{{', '.join(readers)}}})"
        inner = [reader for reader in (kind.build_reader(late=late) for kind in self.inner) if reader]
        if not inner:
            return ""
        return f"reading.{_COMBINED[self.tag]}({', '.join(inner)})"

    def list_named(self) -> frozenset[str]:
        """The models and enums at or below a value."""
        own = frozenset({self.name} if self.tag in ("model", "enum") else ())
        return own.union(*(kind.list_named() for kind in self.inner))

    def models(self) -> frozenset[Kind]:
        """The models at or below a value."""
        own = frozenset({self} if self.tag == "model" else ())
        return own.union(*(kind.models() for kind in self.inner))


def qualify_name(module: str, name: str, quoted: frozenset[str]) -> str:
    """A class as an annotation names it."""
    return f'"{module}{name}"' if name in quoted else f"{module}{name}"


def to_value_literal(value: str | int | float | bool) -> str:
    """A constant of the document as Python source."""
    return to_literal(value) if isinstance(value, str) else repr(value)


def build_expected_reader(kind: Kind, wire: str) -> str:
    """The expression that reads a field as a required one is read, and gives `None` where that would be an error."""
    head, _, check = build_field_reader(kind, wire, required=True, echo=False).partition("reading.")
    name, _, arguments = check.partition("(")
    return f"{head}reading.read_expected(reading.{name}, {arguments}"


def build_field_reader(kind: Kind, wire: str, *, required: bool, echo: bool) -> str:
    """The expression that reads one field out of `data`."""
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


def _name_json_type(kind: Kind) -> str:
    if kind.tag not in ("enum", "const"):
        return kind.tag
    return {str: "string", int: "integer", float: "number", bool: "boolean"}[type(kind.values[0])]


def to_kind(prop: Any, place: str, named: Classes) -> Kind:
    """The type of a parsed property. `named` tells of each named class whether its keys are free."""
    name = type(prop).__name__
    if name in _SCALARS:
        return Kind(_SCALARS[name])
    if name == "ListProperty":
        return Kind("list", inner=(to_kind(prop.inner_property, place, named),))
    if name == "LiteralEnumProperty":
        return Kind("enum", str(prop.class_info.name), values=tuple(sorted(prop.values)))
    if name == "ConstProperty":
        return Kind("const", values=(prop.value.raw_value,))
    if name == "ModelProperty":
        return _build_object(prop, place, named)
    if name == "UnionProperty":
        return _build_union([to_kind(inner, place, named) for inner in prop.inner_properties], named)
    raise DocumentError(place, f"a {name} has no Python form here", "use another type")


def is_map(prop: Any, named: Classes) -> bool:
    """Whether an object without properties of its own stands here, and under no name."""
    return not (prop.required_properties or prop.optional_properties) and prop.class_info.name not in named


def _build_object(prop: Any, place: str, named: Classes) -> Kind:
    if not is_map(prop, named):
        return Kind("model", str(prop.class_info.name), free=named.get(prop.class_info.name, False))
    values = prop.additional_properties
    return Kind("map", inner=(to_kind(values, place, named) if values else Kind("any"),))


def _build_union(members: list[Kind], named: Classes) -> Kind:
    nullable = any(kind.tag == "null" or kind.nullable for kind in members)
    rest = tuple(dict.fromkeys(replace(kind, nullable=False) for kind in members if kind.tag != "null"))
    if len(rest) == 1:
        return replace(rest[0], nullable=nullable)
    models = frozenset(kind.name for kind in rest if kind.tag == "model")
    return Kind("union", inner=rest, nullable=nullable, choice=named.choices.get(models)) if rest else Kind("null")
