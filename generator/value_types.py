"""The types of the document, and how each is written in Python: as an annotation, an argument, a reader."""

from __future__ import annotations

from dataclasses import dataclass

from generator.code import to_literal

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


@dataclass(frozen=True)
class ValueType:
    """A type of the document. `inner` holds the item of a list, the values of a map, the members of a union."""

    tag: str
    name: str = ""
    inner: tuple[ValueType, ...] = ()
    nullable: bool = False
    values: tuple[str | int | float | bool, ...] = ()
    #: Of a model: the document names no property, so that any key is as good as another.
    free: bool = False
    #: Of a union: the property that tells which member a value is, and the class for each of its values.
    choice: tuple[str, tuple[tuple[str, str], ...]] | None = None

    def annotate(self, module: str = "", quoted: frozenset[str] = frozenset()) -> str:
        """Write the type of an attribute, in the words of `typing`; `quoted` are the names that are not yet defined."""
        plain = self._annotate(module, quoted)
        return f"Optional[{plain}]" if self.nullable and plain != "Any" else plain

    def annotate_argument(self, module: str = "m.", quoted: frozenset[str] = frozenset()) -> str:
        """Return the type of an argument: models may be mappings, lists any sequence."""
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
        """Build an expression for the function that reads a value; empty if the value is used as it is.

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
            readers = (
                f"{to_literal(value)}: {ValueType('model', model).build_reader(late=late)}" for value, model in pairs
            )
            return f"reading.Choice({to_literal(name)}, {{{', '.join(readers)}}})"
        inner = [reader for reader in (kind.build_reader(late=late) for kind in self.inner) if reader]
        if not inner:
            return ""
        return f"reading.{_COMBINED[self.tag]}({', '.join(inner)})"

    def list_named(self) -> frozenset[str]:
        """List the models and enums at or below a value."""
        own = frozenset({self.name} if self.tag in ("model", "enum") else ())
        return own.union(*(kind.list_named() for kind in self.inner))

    def models(self) -> frozenset[ValueType]:
        """Return the models at or below a value."""
        own = frozenset({self} if self.tag == "model" else ())
        return own.union(*(kind.models() for kind in self.inner))


def qualify_name(module: str, name: str, quoted: frozenset[str]) -> str:
    """Return a class as an annotation names it."""
    return f'"{module}{name}"' if name in quoted else f"{module}{name}"


def to_value_literal(value: str | int | float | bool) -> str:
    """Return a constant of the document as Python source."""
    return to_literal(value) if isinstance(value, str) else repr(value)
