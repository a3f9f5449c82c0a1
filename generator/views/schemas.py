"""What the templates are given: names and expressions that are ready to stand in Python source."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.code import to_literal
from generator.document import Document
from generator.field_readers import build_expected_reader, build_field_reader
from generator.modules import to_module_name
from generator.schema_facts import write_description
from generator.value_types import ValueType


@dataclass(frozen=True)
class Field:
    """A property of a schema."""

    wire: str
    name: str
    kind: ValueType
    required: bool
    facts: Document

    @property
    def key(self) -> str:
        """The name on the wire, as a literal."""
        return to_literal(self.wire)

    @property
    def annotation(self) -> str:
        """The type of the attribute."""
        return self.annotate(frozenset())

    def annotate(self, quoted: frozenset[str]) -> str:
        """Return the type of the attribute, with the names that are not yet defined in quotes."""
        plain = self.kind.annotate(quoted=quoted)
        optional = self.required or self.kind.nullable or plain == "Any"
        return plain if optional else f"Optional[{plain}]"

    @property
    def default(self) -> str:
        """What stands behind the annotation: nothing, a default, or a field that a repr leaves out."""
        if self.facts.get("x-secret") is True:
            return f" = attrs.field({'' if self.required else 'default=None, '}repr=False)"
        return "" if self.required else " = None"

    @property
    def reader(self) -> str:
        """The expression that reads the field out of `data`."""
        if self.facts.get("x-expected") is True and not self.required:
            return build_expected_reader(self.kind, self.wire)
        return build_field_reader(self.kind, self.wire, required=self.required, echo=self.facts.get("x-echo") is True)

    @property
    def doc(self) -> str:
        """The description, deprecation and default included; empty if there is none."""
        return write_description(self.facts)


@dataclass(frozen=True)
class ModelView:
    """A schema that becomes a class."""

    name: str
    doc: str
    fields: tuple[Field, ...]
    #: The type of the values under keys of no field; `None` if the document does not speak of such keys.
    rest: ValueType | None
    #: The models that need this one in turn: their modules are imported when this class is there.
    circle: frozenset[str] = frozenset()

    @property
    def module(self) -> str:
        """The module in which the class stands."""
        return to_module_name(self.name)

    @property
    def quoted(self) -> frozenset[str]:
        """The names that are not yet defined where the class begins."""
        return self.circle | {self.name}

    @property
    def recursive(self) -> bool:
        """Whether the types of the fields can be told only when the class is there."""
        return bool(self.quoted & self.needs)

    @property
    def needs(self) -> frozenset[str]:
        """The models and enums that the types of the fields name."""
        kinds = [field.kind for field in self.fields] + ([self.rest] if self.rest else [])
        return frozenset().union(*(kind.list_named() for kind in kinds))

    @property
    def imports(self) -> list[tuple[str, str]]:
        """Module and name of what must be there before the class begins."""
        return [(to_module_name(name), name) for name in sorted(self.needs - self.quoted)]

    @property
    def late_imports(self) -> list[tuple[str, str]]:
        """Module and name of what is imported when the class is there."""
        return [(to_module_name(name), name) for name in sorted(self.circle - {self.name})]

    @property
    def overloads(self) -> list[tuple[str, str, str, str]]:
        """Keys of one type as literals, that type, the type of what is not `None`, and what warns of their use."""
        keys: dict[tuple[str, str, str], list[str]] = {}
        for field in self.fields:
            plain = replace(field.kind, nullable=False).annotate()
            keys.setdefault((field.annotation, plain, self.find_deprecation(field)), []).append(field.key)
        return [(", ".join(literals), *types) for types, literals in keys.items()]

    def find_deprecation(self, field: Field) -> str:
        """Find the warning of a deprecated field as a literal; empty for any other."""
        advice = f"{self.name}.{field.name} is deprecated: the service may cease to send it"
        return to_literal(advice) if field.facts.get("deprecated") is True else ""

    @property
    def shown(self) -> list[str]:
        """The attributes whose values a repr shows: words of a list, and what the document says is no prose."""
        return [field.name for field in self.fields if "enum" in field.facts or field.facts.get("x-shown") is True]


@dataclass(frozen=True)
class AliasView:
    """An enum: a name for the values that are known."""

    name: str
    doc: str
    values: tuple[str, ...]

    @property
    def module(self) -> str:
        """The module in which it stands."""
        return to_module_name(self.name)
