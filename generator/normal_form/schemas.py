"""Schemas in one form, each object and each enum under a name."""

from __future__ import annotations

from typing import Any

from generator.document import Document
from generator.normal_form.folding import fold, is_only_required
from generator.normal_form.inline_types import needs_name, replace_named
from generator.normal_form.keywords import NOTES, select_for_type, select_notes, select_structure
from generator.normal_form.naming import add_names, list_event_classes
from generator.normal_form.nulls import NULL, add_null, add_nulls, build_union, may_be_null, remove_null
from generator.normal_form.schema_names import SchemaNames, find_referred
from generator.normal_form.values import split_values
from generator.references import SCHEMAS, find_schema_name, follow, refer_to

_UNIONS = ("anyOf", "oneOf")


class Schemas:
    """The schemas of a document in their normal form; `found` holds them by name, those of inline types included."""

    def __init__(self, document: Document) -> None:
        self._source: Document = (document.get("components") or {}).get("schemas") or {}
        self._document = document
        self._names = SchemaNames(self._source, list_event_classes(document))
        #: Schemas that are being formed, what a part of an `allOf` stands in, and objects and enums that may be null.
        self._open: list[str] = []
        self._around: frozenset[str] = frozenset()
        self._nullable: set[str] = set()
        self.found: dict[str, Document] = {}
        for name in self._names.list_own():
            self._form_named(name)
        ordered = (name for name in (*self._names.sources, *self.found) if name in self.found)
        self.found = {name: add_nulls(self.found[name], self._nullable) for name in ordered}

    def find_target(self, name: str) -> str:
        """Find the schema that a name stands for, through aliases, under its final name."""
        return self._names.find_target(name)

    def normalise(self, schema: Any, place: str, base_name: str) -> Document:
        """The normal form of a schema that stands at `place`; what needs a name is called after `base_name`."""
        formed = add_nulls(self._form(schema, place, base_name), self._nullable)
        return self._hoist(formed, base_name) if needs_name(formed) else formed

    def name(self, schema: Any, place: str, base_name: str) -> str:
        """The name of a schema, which gets one where it has none; whether it may be null is not told."""
        formed = remove_null(self._remove_object_null(add_nulls(self._form(schema, place, base_name), self._nullable)))
        return find_schema_name((formed if "$ref" in formed else self._keep(formed, base_name))["$ref"])

    def _form_named(self, name: str) -> Document:
        if name not in self.found:
            source = self._names.sources[name]
            self.found[name] = {}  # for what leads back to itself; an `allOf` that does was refused
            around, self._around = self._around, frozenset()
            self._open.append(name)
            formed = self._form(self._source[source], f"components.schemas.{source}", name)
            self._open.pop()
            self._around = around
            self.found[name] = {key: value for key, value in self._remove_own_null(name, formed).items()
                                if key != "x-python-name"}  # fmt: skip
        return self.found[name]

    def _remove_own_null(self, name: str, schema: Document) -> Document:
        """An object or enum that may be null bears its name without the null, which stands where it is used."""
        plain = self._remove_object_null(schema)
        if plain is not schema and "$ref" not in plain:
            self._nullable.add(name)
            return plain
        return schema

    def _remove_object_null(self, schema: Document) -> Document:
        members = [member for member in schema.get("anyOf", ()) if member != NULL]
        if len(members) == 1 and NULL in schema["anyOf"] and (needs_name(members[0]) or "$ref" in members[0]):
            return {**select_notes(schema), **members[0]}
        return remove_null(schema) if needs_name(schema) and may_be_null(schema) else schema

    def _form(self, schema: Any, place: str, base_name: str) -> Document:
        if not isinstance(schema, dict):
            return {}
        schema = {key: value for key, value in schema.items() if value is not None or key in ("default", "const")}
        nullable = schema.pop("nullable", False) is True
        formed = self._form_value(schema, place, base_name)
        return add_null(formed) if nullable else formed

    def _form_value(self, schema: Document, place: str, base_name: str) -> Document:
        if "$ref" in schema:
            return self._form_reference(schema, place, base_name)
        if schema.get("allOf"):
            return self._form_all_of(schema, place, base_name)
        if any(schema.get(key) for key in _UNIONS):
            return self._form_union(schema, place, base_name)
        if "enum" in schema or "const" in schema:
            return self._form_values(schema, place, base_name)
        kinds = schema.get("type")
        if isinstance(kinds, list):
            return self._form_several_types(schema, list(dict.fromkeys(kinds)), place, base_name)
        return self._form_simple(schema, place, base_name)

    def _form_reference(self, schema: Document, place: str, base_name: str) -> Document:
        reference = str(schema["$ref"])
        if select_structure(schema).keys() - {"$ref"}:
            rest = {key: value for key, value in schema.items() if key != "$ref"}
            return self._form({**rest, "allOf": [{"$ref": reference}, *(rest.get("allOf") or ())]}, place, base_name)
        if not reference.startswith(SCHEMAS) or "/" in reference[len(SCHEMAS) :]:
            return self._form({**follow(self._document, reference), **select_notes(schema)}, place, base_name)
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        return {**beside, "$ref": refer_to(self._names.find_target(find_schema_name(reference)))}

    def _form_all_of(self, schema: Document, place: str, base_name: str) -> Document:
        parts = [part for part in schema["allOf"] if isinstance(part, dict)]
        rest = {key: value for key, value in schema.items() if key != "allOf"}
        own = select_structure(rest)
        if len(parts) == 1 and own.keys() <= {"type"}:
            return self._form({**parts[0], **select_notes(rest)}, place, base_name)
        expanded = [self._expand_part(part, place, base_name) for part in parts]
        folded = fold([*expanded, *([own] if own else [])], place)
        around, self._around = self._around, self._around | {find_referred(part) for part in parts}
        formed = self._form({**folded, **select_notes(rest)}, place, base_name)
        self._around = around
        return formed

    def _expand_part(self, part: Document, place: str, base_name: str) -> Document:
        """A part of an `allOf` without the notes to readers of another schema."""
        formed = self._form(part, place, base_name)
        if "$ref" not in formed:
            return formed
        name = find_schema_name(formed["$ref"])
        beside = {key: value for key, value in formed.items() if key != "$ref"}
        if name in self._around:
            return beside
        source = self._source.get(self._names.sources.get(name, ""), {})
        if self._is_parent_of_open(source):
            own = {key: value for key, value in source.items() if key not in (*_UNIONS, "discriminator")}
            base = self._form(own, place, base_name)
        else:
            base = self._form_named(name) if name in self._names.sources else self.found[name]
        return {**{key: value for key, value in base.items() if key not in NOTES}, **beside}

    def _form_union(self, schema: Document, place: str, base_name: str) -> Document:
        members = [member for key in _UNIONS for member in schema.get(key) or () if not is_only_required(member)]
        rest = {key: value for key, value in schema.items() if key not in _UNIONS}
        own = {key: value for key, value in select_structure(rest).items() if key != "discriminator"}
        if own and members:
            members = [member if self._is_child(member) else _join(own, member) for member in members]
        if not members:
            return self._form(rest, place, base_name)
        formed = self._form_members(members, place, base_name)
        union = {**build_union(formed), **select_notes(rest)}
        if "discriminator" in rest and len(union.get("anyOf", ())) > 1:
            union["discriminator"] = self._form_discriminator(rest["discriminator"])
        return union

    def _is_parent_of_open(self, source: Any) -> bool:
        """Whether a schema names, as one of its kinds, what is being formed: a child takes its fields alone."""
        members = [
            member for key in _UNIONS for member in (source.get(key) if isinstance(source, dict) else None) or ()
        ]
        return any(self._names.find_target(find_referred(member)) in self._open for member in members)

    def _is_child(self, member: Any) -> bool:
        """Whether a member of a union is made of the schema that is being formed, and has its fields already."""
        source = self._source.get(find_referred(member), {})
        parts = (source.get("allOf") or ()) if isinstance(source, dict) else ()
        return bool(self._open) and any(
            self._names.find_target(find_referred(part)) == self._open[-1] for part in parts
        )

    def _form_discriminator(self, given: Document) -> Document:
        """A discriminator whose mapping leads to final names."""
        mapping = given.get("mapping") or {}
        found = {
            value: refer_to(self._names.find_target(find_schema_name(target))) for value, target in mapping.items()
        }
        return {"propertyName": given["propertyName"], "mapping": found}

    def _form_members(self, members: list[Any], place: str, base_name: str) -> list[Document]:
        found: list[Document] = []
        single = len([member for member in members if member != NULL]) == 1
        for index, member in enumerate(members):
            name = base_name if single else f"{base_name}_type_{index}"
            formed = self._form(member, f"{place}.anyOf[{index}]", name)
            if "anyOf" in formed and "discriminator" not in formed:
                found += formed["anyOf"]
            else:
                found.append(self._hoist(formed, name) if not single and needs_name(formed) else formed)
        return list({repr(member): member for member in found}.values())

    def _form_values(self, schema: Document, place: str, base_name: str) -> Document:
        found, nullable = split_values(schema, place)
        kinds = schema.get("type")
        nullable = nullable and (not isinstance(kinds, str) or kinds == "null" or "const" not in schema)
        notes = select_notes(schema)
        formed = [{**select_structure(part)} for part in found]
        if len(formed) > 1:
            formed = [self._hoist(part, f"{base_name}_type_{i}") if needs_name(part) else part
                      for i, part in enumerate(formed)]  # fmt: skip
        whole = {**build_union(formed), **notes} if formed else {**NULL, **notes}
        return add_null(whole) if nullable else whole

    def _form_several_types(self, schema: Document, kinds: list[str], place: str, base_name: str) -> Document:
        others = [kind for kind in kinds if kind != "null"]
        notes = select_notes(schema)
        if len(others) == 1:
            formed = self._form({**schema, "type": others[0]}, place, base_name)
        elif others:
            formed = {
                **build_union(self._form_members([select_for_type(k, schema) for k in others], place, base_name)),
                **notes,
            }
        else:
            return {**NULL, **notes}
        return add_null(formed) if "null" in kinds else formed

    def _form_simple(self, schema: Document, place: str, base_name: str) -> Document:
        around, self._around = self._around, frozenset()
        formed = self._form_inner(dict(schema), place, base_name)
        self._around = around
        return formed

    def _form_inner(self, formed: Document, place: str, base_name: str) -> Document:
        """A type with the normal forms of what it holds."""
        if "type" not in formed and ("properties" in formed or isinstance(formed.get("additionalProperties"), dict)):
            formed["type"] = "object"
        if "type" not in formed and "items" in formed:
            formed["type"] = "array"
        if formed.get("type") == "array":
            formed["items"] = self.normalise(formed.get("items", {}), f"{place}.items", f"{base_name}_item")
        if isinstance(formed.get("additionalProperties"), dict):
            inner, name = formed["additionalProperties"], f"{base_name}_additional_property"
            formed["additionalProperties"] = self.normalise(inner, f"{place}.additionalProperties", name)
        if "properties" in formed:
            formed["properties"] = add_names({
                name: self.normalise(inner, f"{place}.properties.{name}", f"{base_name}_{name}")
                for name, inner in _list_properties(formed).items()
            })  # fmt: skip
        return formed

    def _hoist(self, schema: Document, base_name: str) -> Document:
        """Put an inline type under a name; what is said of the value in its place stays there."""
        if "anyOf" in schema or isinstance(schema.get("type"), list):
            return replace_named(schema, lambda part: self._hoist(part, base_name))
        return self._keep(schema, base_name)

    def _keep(self, schema: Document, base_name: str) -> Document:
        """Put a schema under a name that is free, and return what refers to it."""
        free = self._names.take_free(base_name)
        notes = {key: value for key, value in schema.items() if key in ("title", "description")}
        self.found[free] = {**select_structure(schema), **notes}
        beside = {
            key: value for key, value in select_notes(schema).items() if key not in ("title", "examples", "example")
        }
        return {**beside, "$ref": refer_to(free)}


def _list_properties(schema: Document) -> Document:
    """The properties that may be there, those included that only `required` names."""
    others = schema.get("additionalProperties")
    implied = {name: others if isinstance(others, dict) else {} for name in schema.get("required") or ()}
    found = {**schema["properties"], **{k: v for k, v in implied.items() if k not in schema["properties"]}}
    return {name: inner for name, inner in found.items() if inner is not False}


def _join(own: Document, member: Any) -> Any:
    """A member of a union with what stands beside the union."""
    if not isinstance(member, dict) or member.get("type") == "null":
        return member
    if own.keys() <= {"type"} and ("$ref" in member or "type" in member):
        return member
    return {"allOf": [own, member]}
