"""What the templates are given: names and expressions that are ready to stand in Python source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty

from generator import tool
from generator.code import literal
from generator.discriminators import Classes, discriminators
from generator.document import Document
from generator.errors import DocumentError
from generator.kinds import DICT, PARAM, Kind, expected_reader, field_reader, is_map, kind_of, value_literal
from generator.modules import circles, module_name
from generator.names import python_name
from generator.reduced import resolved, untoken
from generator.walk import clashes


@dataclass(frozen=True)
class Field:
    """A property of a schema."""

    wire: str
    name: str
    kind: Kind
    required: bool
    facts: Document

    @property
    def key(self) -> str:
        """The name on the wire, as a literal."""
        return literal(self.wire)

    @property
    def annotation(self) -> str:
        """The type of the attribute."""
        return self.annotated(frozenset())

    def annotated(self, quoted: frozenset[str]) -> str:
        """The type of the attribute, with the names that are not yet defined in quotes."""
        plain = self.kind.annotation(quoted=quoted)
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
            return expected_reader(self.kind, self.wire)
        return field_reader(self.kind, self.wire, required=self.required, echo=self.facts.get("x-echo") is True)

    @property
    def doc(self) -> str:
        """The description, deprecation and default included; empty if there is none."""
        return described(self.facts)


@dataclass(frozen=True)
class ModelView:
    """A schema that becomes a class."""

    name: str
    doc: str
    fields: tuple[Field, ...]
    #: The type of the values under keys of no field; `None` if the document does not speak of such keys.
    rest: Kind | None
    #: The models that need this one in turn: their modules are imported when this class is there.
    circle: frozenset[str] = frozenset()

    @property
    def module(self) -> str:
        """The module in which the class stands."""
        return module_name(self.name)

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
        return frozenset().union(*(kind.named() for kind in kinds))

    @property
    def imports(self) -> list[tuple[str, str]]:
        """Module and name of what must be there before the class begins."""
        return [(module_name(name), name) for name in sorted(self.needs - self.quoted)]

    @property
    def late_imports(self) -> list[tuple[str, str]]:
        """Module and name of what is imported when the class is there."""
        return [(module_name(name), name) for name in sorted(self.circle - {self.name})]

    @property
    def overloads(self) -> list[tuple[str, str, str, str]]:
        """Keys of one type as literals, that type, the type of what is not `None`, and what warns of their use."""
        keys: dict[tuple[str, str, str], list[str]] = {}
        for field in self.fields:
            plain = replace(field.kind, nullable=False).annotation()
            keys.setdefault((field.annotation, plain, self.deprecation(field)), []).append(field.key)
        return [(", ".join(literals), *types) for types, literals in keys.items()]

    def deprecation(self, field: Field) -> str:
        """The warning of a deprecated field as a literal; empty for any other."""
        advice = f"{self.name}.{field.name} is deprecated: the service may cease to send it"
        return literal(advice) if field.facts.get("deprecated") is True else ""

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
        return module_name(self.name)


@dataclass(frozen=True)
class DictView:
    """A model among arguments, as a mapping: a TypedDict with the names on the wire and those of Python."""

    model: ModelView
    circle: frozenset[str]

    @property
    def name(self) -> str:
        """The name of the TypedDict."""
        return f"{self.model.name}{DICT}"

    @property
    def param(self) -> str:
        """The name of the type of an argument that is the model or the mapping."""
        return f"{self.model.name}{PARAM}"

    @property
    def module(self) -> str:
        """The module in which both stand."""
        return module_name(self.name)

    @property
    def keys(self) -> list[tuple[str, str, str]]:
        """Each key as a literal, its type, and its description."""
        return [
            (literal(name), self._type(field), field.doc)
            for field in self.model.fields
            for name in dict.fromkeys((field.name, field.wire))
        ]

    def _type(self, field: Field) -> str:
        plain = field.kind.argument("", self.circle | {self.param})
        nullable = f"Optional[{plain}]" if field.kind.nullable and plain != "Any" else plain
        # One of two spellings is enough, which no type can say.
        is_given = field.required and field.facts.get("readOnly") is not True
        return f"Required[{nullable}]" if is_given and field.name == field.wire else nullable

    @property
    def needs(self) -> frozenset[str]:
        """The types of arguments that its own types name."""
        models = frozenset[Kind]().union(*(field.kind.models() for field in self.model.fields))
        return frozenset(f"{kind.name}{PARAM}" for kind in models if not kind.free)

    @property
    def imports(self) -> list[tuple[str, str]]:
        """Module and name of what must be there before it begins."""
        plain = [(module_name(name), name) for name in sorted(self.model.needs | {self.model.name})]
        return [*plain, *_param_modules(self.needs - self.circle - {self.param})]

    @property
    def late_imports(self) -> list[tuple[str, str]]:
        """Module and name of what is imported when it is there."""
        return _param_modules(self.circle - {self.param})


def models(document: Document, data: GeneratorData) -> list[ModelView]:
    """Every class of the document, by name."""
    named = _by_class(document)
    classes = named_classes(document)
    kept = [model for model in data.models if not is_map(model, classes)]
    found = [_model(document, model, named.get(model.class_info.name), classes) for model in kept]
    around = circles({view.name: view.needs for view in found})
    return sorted((replace(view, circle=around[view.name]) for view in found), key=lambda view: view.name)


def dicts(found: Sequence[ModelView], arguments: Iterable[Kind]) -> list[DictView]:
    """The TypedDicts of the models that stand in `arguments`, and of those within them, by name."""
    by_name = {model.name: model for model in found}
    waiting = [kind for argument in arguments for kind in argument.models()]
    views: dict[str, DictView] = {}
    while waiting:
        kind = waiting.pop()
        if not kind.free and kind.name not in views:
            model = by_name[kind.name]
            views[kind.name] = DictView(model, frozenset())
            waiting += [inner for field in model.fields for inner in field.kind.models()]
    around = circles({view.param: view.needs for view in views.values()})
    return sorted((replace(view, circle=around[view.param]) for view in views.values()), key=lambda view: view.name)


def _param_modules(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(module_name(f"{name.removesuffix(PARAM)}{DICT}"), name) for name in sorted(names)]


def aliases(document: Document, data: GeneratorData) -> list[AliasView]:
    """Every enum of the document, by name, with its values in the order of the document."""
    named = _by_class(document)
    found = [_alias(enum, named) for enum in data.enums if isinstance(enum, LiteralEnumProperty)]
    return sorted(found, key=lambda view: view.name)


def name_clashes(
    document: Document, classes: Sequence[ModelView], enums: Sequence[AliasView], mappings: Sequence[DictView]
) -> Iterator[DocumentError]:
    """Find the names, and those of modules, that two schemas would share, or a schema and the mapping of another."""
    schemas = {tool.class_name(name): name for name in document.get("components", {}).get("schemas", {})}
    owned = [(name, name, name) for name in (*(view.name for view in classes), *(view.name for view in enums))]
    owned += [(view.model.name, f"{view.model.name} as a mapping", name)
              for view in mappings for name in (view.name, view.param)]  # fmt: skip
    places = {shown: f"components.schemas.{schemas.get(owner, owner)}" for owner, shown, _ in owned}
    for names in (
        [(shown, name) for _, shown, name in owned],
        [(shown, module_name(name)) for _, shown, name in owned if not name.endswith(PARAM)],
    ):
        if found := list(clashes(names, "components.schemas", "schema", places)):
            yield from found
            return


def named_classes(document: Document) -> Classes:
    """The classes that stand under a name in the document, and whether their keys are free: none has a name."""
    free = {name: not property_facts(document, schema) for name, schema in _by_class(document).items()}
    return Classes(free, discriminators(document))


def described(facts: Document) -> str:
    """The description of something, with what else users should know of it."""
    parts = [str(facts.get("description", "")).strip()]
    if "default" in facts:
        parts.append(f"The service takes `{facts['default']}` when it is absent.")
    if facts.get("deprecated") is True:
        parts.append("Deprecated.")
    if facts.get("x-deprecated-values"):
        parts.append(f"Deprecated: {', '.join(f'`{value}`' for value in facts['x-deprecated-values'])}.")
    return " ".join(part for part in parts if part)


def _by_class(document: Document) -> dict[str, Document]:
    schemas = document.get("components", {}).get("schemas", {})
    return {tool.class_name(name): schema for name, schema in schemas.items()}


def _alias(enum: Any, named: dict[str, Document]) -> AliasView:
    schema = named.get(enum.class_info.name, {})
    order = [value for value in schema.get("enum", sorted(enum.values)) if value is not None]
    return AliasView(str(enum.class_info.name), described(schema), tuple(value_literal(value) for value in order))


def _model(document: Document, model: ModelProperty, source: Document | None, named: Classes) -> ModelView:
    name = str(model.class_info.name)
    if source is None:  # an object that stands under no name
        source = model.data.model_dump(mode="json", by_alias=True, exclude_unset=True)
    facts = property_facts(document, source)
    order = list(facts)
    fields = sorted(
        (_field(prop, facts[raw_name(prop)], f"{name}.{raw_name(prop)}", named) for prop in properties(model)),
        key=lambda field: (not field.required, order.index(field.wire)),
    )
    return ModelView(name, described(source), tuple(fields), _rest(model, bool(fields), source, named))


def _rest(model: ModelProperty, has_fields: bool, source: Document, named: Classes) -> Kind | None:
    """The type of further values, where the document speaks of them, or of nothing else."""
    if not model.additional_properties or (has_fields and "additionalProperties" not in source):
        return None
    return kind_of(model.additional_properties, f"{model.class_info.name}.additionalProperties", named)


def _field(prop: Any, facts: Document, place: str, named: Classes) -> Field:
    wire = raw_name(prop)
    name = str(facts.get("x-python-name") or python_name(wire))
    # What is only written is rightly absent from what is read.
    required = prop.required and facts.get("writeOnly") is not True
    return Field(wire, name, kind_of(prop, place, named), required, facts)


def property_facts(document: Document, schema: Document) -> dict[str, Document]:
    """What the document says about each property of a schema, in order; what stands beside a `$ref` counts first."""
    found: dict[str, Document] = {}
    schema = resolved(document, schema)
    for part in schema.get("allOf", []):
        found.update(property_facts(document, resolved(document, part)))
    for name, property_schema in schema.get("properties", {}).items():
        found[name] = {**found.get(name, {}), **facts_of(document, property_schema)}
        if name in schema.get("x-expected", ()):
            found[name]["x-expected"] = True
    return found


def facts_of(document: Document, schema: Document) -> Document:
    """The keywords of a schema; those beside a `$ref` or an `allOf` of one schema count first."""
    beside = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
    if "$ref" in schema:
        return {**resolved(document, schema), **beside}
    if len(schema.get("allOf", [])) == 1 and "properties" not in schema:
        return {**facts_of(document, schema["allOf"][0]), **beside}
    others = [member for member in schema.get("anyOf", ()) if member.get("type") != "null"]
    if len(others) == 1 and len(schema["anyOf"]) == 2:
        return {**facts_of(document, others[0]), **beside}
    return schema


def properties(model: Any) -> list[Any]:
    """The properties of a parsed object, those of the schemas that it is made of included."""
    return [*(model.required_properties or []), *(model.optional_properties or [])]


def raw_name(prop: Any) -> str:
    """The name of a parsed property on the wire."""
    return untoken(str(prop.name.get_untrusted_value()))
