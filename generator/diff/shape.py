"""A schema in one normal form, so that two spellings of the same thing are no difference."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.diff.contract import Contract
from generator.diff.nodes import Node

#: Formats that become another Python type than `str`.
TYPED_FORMATS = frozenset({"date-time", "date", "binary"})
LIMITS = ("minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems",
          "maxItems", "uniqueItems", "multipleOf", "pattern", "minProperties", "maxProperties", "x-not-blank",
          "x-length-unit", "x-checked")  # fmt: skip
DOCUMENTATION = ("title", "description", "example", "examples", "externalDocs")
_UNDERSTOOD = frozenset({"$ref", "type", "nullable", "format", "enum", "const", "properties", "required", "items",
                         "additionalProperties", "anyOf", "oneOf", "allOf", "default", "deprecated", "x-echo",
                         "x-secret", "x-shown", "readOnly", "writeOnly", "discriminator",
                         *LIMITS, *DOCUMENTATION})  # fmt: skip


#: What makes a schema beside a `$ref` more than a reference.
_STRUCTURE = frozenset({"properties", "required", "items", "additionalProperties", "enum", "anyOf", "oneOf"})


@dataclass(frozen=True)
class Shape:
    """What a value may be, and what is said about it."""

    kinds: frozenset[str]
    nullable: bool
    values: frozenset[str]
    fields: Mapping[str, Node]
    required: frozenset[str]
    items: Node | None
    extra: Any
    node: Node

    @property
    def named(self) -> bool:
        """Whether this only names a schema that is described elsewhere."""
        return "$ref" in self.node

    @property
    def format(self) -> str | None:
        """The format, where it changes nothing in Python."""
        name = self.node.get("format")
        return None if name in TYPED_FORMATS else name

    @property
    def others(self) -> dict[str, Any]:
        """What is said beyond the keywords that the comparison understands."""
        return {key: value for key, value in self.node.items() if key not in _UNDERSTOOD}


def find_shape(contract: Contract, schema: Any) -> Shape:
    """Find the normal form of `schema`."""
    node = _unwrap(contract, _merge_all_of(contract, schema if isinstance(schema, Mapping) else {}))
    alternatives = list(_list_alternatives(contract, node))
    values = [*(node.get("enum") or ()), *([node["const"]] if "const" in node else ())]
    fields, required = node.get("properties"), node.get("required")
    return Shape(
        kinds=frozenset(alternatives) - {"null"},
        nullable="null" in alternatives or None in values or node.get("nullable") is True,
        values=frozenset(json.dumps(value) for value in values if value is not None),
        fields=fields if isinstance(fields, Mapping) else {},
        required=frozenset(required if isinstance(required, list) else ()),
        items=node.get("items"),
        extra=node.get("additionalProperties", True),
        node=node,
    )


def list_members(contract: Contract, node: Node) -> dict[str, Node]:
    """List the members of a union that stand there themselves, by what they are."""
    found: dict[str, Node] = {}
    for member in (*(node.get("anyOf") or ()), *(node.get("oneOf") or ())):
        merged = _merge_all_of(contract, member) if isinstance(member, Mapping) else {}
        kinds = sorted(_list_alternatives(contract, merged))
        if "$ref" not in merged and kinds != ["null"]:
            key = " or ".join(kinds) or "any value"
            found[key if key not in found else f"{key} ({len(found)})"] = merged
    return found


def _unwrap(contract: Contract, node: Node) -> Node:
    """Unwrap a union of one type with null, which is that type: `Optional` as pydantic writes it."""
    union = [*(node.get("anyOf") or ()), *(node.get("oneOf") or ())]
    others = [member for member in union if isinstance(member, Mapping) and member.get("type") != "null"]
    if len(others) != 1:
        return node
    rest = {key: value for key, value in node.items() if key not in ("anyOf", "oneOf")}
    member = _unwrap(contract, _merge_all_of(contract, others[0]))
    return {**member, **rest, **({"nullable": True} if len(union) > 1 else {})}


def strip_docs(node: Any) -> Any:
    """Return `node` without what is only documentation."""
    if isinstance(node, Mapping):
        kept = {key: value for key, value in node.items() if key not in DOCUMENTATION or isinstance(value, Mapping)}
        return {key: strip_docs(value) for key, value in kept.items()}
    return [strip_docs(item) for item in node] if isinstance(node, list) else node


def _merge_all_of(contract: Contract, schema: Node) -> Node:
    """Return `schema` with its `allOf` folded in; one lone reference stays a reference."""
    parts = [part for part in schema.get("allOf") or () if isinstance(part, Mapping)]
    own = {key: value for key, value in schema.items() if key != "allOf"}
    if "$ref" in own and (parts or _STRUCTURE & own.keys()):
        parts = [{"$ref": own.pop("$ref")}, *parts]
    if not parts:
        return schema
    if len(parts) == 1 and "$ref" in parts[0] and not {"type", *_STRUCTURE} & own.keys():
        return {**own, **parts[0]}
    merged: dict[str, Any] = {"properties": {}, "required": []}
    for part in (*_find_parents(contract, parts, 0), own):
        merged["properties"] |= part.get("properties") or {}
        merged["required"] += part.get("required") or []
        merged |= {key: value for key, value in part.items() if key not in ("properties", "required")}
    return merged


def _find_parents(contract: Contract, parts: list[Node], depth: int) -> Iterator[Node]:
    for part in parts:
        node = contract.resolve(part)
        if depth < 20:
            yield from _find_parents(
                contract, [p for p in node.get("allOf") or () if isinstance(p, Mapping)], depth + 1
            )
        yield {key: value for key, value in node.items() if key != "allOf"}


def _list_alternatives(contract: Contract, node: Node) -> Iterator[str]:
    if "$ref" in node:
        yield contract.find_name(node) or str(node["$ref"])
        return
    for member in (*(node.get("anyOf") or ()), *(node.get("oneOf") or ())):
        yield from _list_alternatives(contract, _merge_all_of(contract, member)) if isinstance(member, Mapping) else ()
    declared = node.get("type")
    for kind in declared if isinstance(declared, list) else [declared] if declared else ():
        named = node.get("format") if kind == "string" and node.get("format") in TYPED_FORMATS else None
        yield f"{kind} ({named})" if named else str(kind)
    if not declared and isinstance(node.get("properties"), Mapping) and node["properties"]:
        yield "object"
