"""Make the views of all schemas of a document: classes, enums, and mappings for arguments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty

from generator import parser
from generator.discriminators import Classes
from generator.document import Document
from generator.errors import DocumentError
from generator.modules import find_circles, to_module_name
from generator.names import to_python_name
from generator.parsed_types import is_map, to_value_type
from generator.schema_facts import (
    collect_property_facts,
    find_named_classes,
    find_raw_name,
    index_classes,
    list_properties,
    write_description,
)
from generator.value_types import PARAM, ValueType, to_value_literal
from generator.views.mappings import DictView
from generator.views.schemas import AliasView, Field, ModelView
from generator.walk import find_clashes


def build_model_views(document: Document, data: GeneratorData) -> list[ModelView]:
    """Build every class of the document, by name."""
    named = index_classes(document)
    classes = find_named_classes(document)
    kept = [model for model in data.models if not is_map(model, classes)]
    found = [_build_model(document, model, named.get(model.class_info.name), classes) for model in kept]
    around = find_circles({view.name: view.needs for view in found})
    return sorted((replace(view, circle=around[view.name]) for view in found), key=lambda view: view.name)


def build_dict_views(found: Sequence[ModelView], arguments: Iterable[ValueType]) -> list[DictView]:
    """Build the TypedDicts of the models that stand in `arguments`, and of those within them, by name."""
    by_name = {model.name: model for model in found}
    waiting = [kind for argument in arguments for kind in argument.models()]
    views: dict[str, DictView] = {}
    while waiting:
        kind = waiting.pop()
        if not kind.free and kind.name not in views:
            model = by_name[kind.name]
            views[kind.name] = DictView(model, frozenset())
            waiting += [inner for field in model.fields for inner in field.kind.models()]
    around = find_circles({view.param: view.needs for view in views.values()})
    return sorted((replace(view, circle=around[view.param]) for view in views.values()), key=lambda view: view.name)


def build_alias_views(document: Document, data: GeneratorData) -> list[AliasView]:
    """Build every enum of the document, by name, with its values in the order of the document."""
    named = index_classes(document)
    found = [_build_alias(enum, named) for enum in data.enums if isinstance(enum, LiteralEnumProperty)]
    return sorted(found, key=lambda view: view.name)


def find_name_clashes(
    document: Document, classes: Sequence[ModelView], enums: Sequence[AliasView], mappings: Sequence[DictView]
) -> Iterator[DocumentError]:
    """Find the names, and those of modules, that two schemas would share, or a schema and the mapping of another."""
    schemas = {parser.to_class_name(name): name for name in document.get("components", {}).get("schemas", {})}
    owned = [(name, name, name) for name in (*(view.name for view in classes), *(view.name for view in enums))]
    owned += [(view.model.name, f"{view.model.name} as a mapping", name)
              for view in mappings for name in (view.name, view.param)]  # fmt: skip
    places = {shown: f"components.schemas.{schemas.get(owner, owner)}" for owner, shown, _ in owned}
    for names in (
        [(shown, name) for _, shown, name in owned],
        [(shown, to_module_name(name)) for _, shown, name in owned if not name.endswith(PARAM)],
    ):
        if found := list(find_clashes(names, "components.schemas", "schema", places)):
            yield from found
            return


def _build_alias(enum: Any, named: dict[str, Document]) -> AliasView:
    schema = named.get(enum.class_info.name, {})
    order = [value for value in schema.get("enum", sorted(enum.values)) if value is not None]
    return AliasView(
        str(enum.class_info.name), write_description(schema), tuple(to_value_literal(value) for value in order)
    )


def _build_model(document: Document, model: ModelProperty, source: Document | None, named: Classes) -> ModelView:
    name = str(model.class_info.name)
    if source is None:  # an object that stands under no name
        source = model.data.model_dump(mode="json", by_alias=True, exclude_unset=True)
    facts = collect_property_facts(document, source)
    order = list(facts)
    fields = sorted(
        (
            _build_field(prop, facts[find_raw_name(prop)], f"{name}.{find_raw_name(prop)}", named)
            for prop in list_properties(model)
        ),
        key=lambda field: (not field.required, order.index(field.wire)),
    )
    return ModelView(name, write_description(source), tuple(fields), _build_rest(model, bool(fields), source, named))


def _build_rest(model: ModelProperty, has_fields: bool, source: Document, named: Classes) -> ValueType | None:
    """Build the type of further values, where the document speaks of them, or of nothing else."""
    if not model.additional_properties or (has_fields and "additionalProperties" not in source):
        return None
    return to_value_type(model.additional_properties, f"{model.class_info.name}.additionalProperties", named)


def _build_field(prop: Any, facts: Document, place: str, named: Classes) -> Field:
    wire = find_raw_name(prop)
    name = str(facts.get("x-python-name") or to_python_name(wire))
    # What is only written is rightly absent from what is read.
    required = prop.required and facts.get("writeOnly") is not True
    return Field(wire, name, to_value_type(prop, place, named), required, facts)
