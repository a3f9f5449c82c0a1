"""What changed in the schemas, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diff.contract import Contract
from generator.diff.nodes import Node
from generator.diff.shape import Shape, find_shape, list_members, strip_docs
from generator.diff.statements import Found, compare_statements


class SchemaWalk:
    """Compares the schemas of two contracts."""

    def __init__(self, old: Contract, new: Contract) -> None:
        self._old, self._new = old, new
        gone = {name: node for name, node in old.schemas.items() if name not in new.schemas}
        come = {name: node for name, node in new.schemas.items() if name not in old.schemas}
        self.renamed = dict(_pair_renames(gone, come))

    def compare_named(self) -> Iterator[tuple[str, Found]]:
        """Compare the schemas that have a name; with each change, the name of the schema that it stands in."""
        old, new = self._old.schemas, self._new.schemas
        for name in old:
            if name in new:
                yield from ((name, found) for found in self.compare(name, old[name], new[name]))
            elif name in self.renamed:
                text = f"was removed, `{self.renamed[name]}` with the same definition is new"
                yield name, (name, "schema-renamed", text)
            else:
                yield name, (name, "schema-removed", "was removed")
        for name in new:
            if name not in old and name not in self.renamed.values():
                yield name, (name, "schema-added", "is new")

    def compare(self, place: str, old: Any, new: Any, *, optional: bool = False) -> Iterator[Found]:
        """Compare two schemas at the same place. `optional` tells that the value may be absent in both."""
        before, after = find_shape(self._old, old), find_shape(self._new, new)
        yield from self._compare_types(place, before, after, optional)
        yield from _compare_values(place, before, after)
        yield from compare_statements(place, before, after)
        if before.named or after.named:
            return
        yield from self._compare_members(place, before, after)
        yield from self._compare_fields(place, before, after)
        yield from self._compare_extra(place, before, after)
        if before.items is not None and after.items is not None:
            yield from self.compare(f"{place}[]", before.items, after.items)

    def _compare_members(self, place: str, old: Shape, new: Shape) -> Iterator[Found]:
        """Compare the members of a union that are the same kind of value in both."""
        before, after = list_members(self._old, old.node), list_members(self._new, new.node)
        for kind in before.keys() & after.keys():
            yield from self.compare(f"{place} ({kind})", before[kind], after[kind])

    def _compare_types(self, place: str, old: Shape, new: Shape, optional: bool) -> Iterator[Found]:
        if {self.renamed.get(kind, kind) for kind in old.kinds} != new.kinds:
            yield place, self._classify_type_change(old, new), f"was {_format_types(old)}, is now {_format_types(new)}"
        if old.format != new.format:
            yield place, "format-changed", f"has format {new.format or 'none'}, was {old.format or 'none'}"
        if old.nullable != new.nullable:
            kind = "became-nullable" if new.nullable else "no-longer-nullable"
            yield place, kind + ("-optional" if optional else ""), "may be null" if new.nullable else "is never null"

    def _classify_type_change(self, old: Shape, new: Shape) -> str:
        before, after = _promote(old.kinds), _promote(new.kinds)
        if not after or (before and before < after):
            return "type-widened"
        if not before or after < before:
            return "type-narrowed"
        same = strip_docs(self._old.resolve(old.node)) == strip_docs(self._new.resolve(new.node))
        return "type-renamed" if same else "type-changed"

    def _compare_fields(self, place: str, old: Shape, new: Shape) -> Iterator[Found]:
        gone = {name: node for name, node in old.fields.items() if name not in new.fields}
        come = {name: node for name, node in new.fields.items() if name not in old.fields}
        renamed = dict(_pair_renames(gone, come))
        for name in gone:
            if name in renamed:
                text = f"was removed, `{renamed[name]}` with the same definition is new"
                yield f"{place}.{name}", "field-renamed", text
            else:
                yield f"{place}.{name}", "field-removed", "was removed"
        for name in come.keys() - set(renamed.values()):
            required = name in new.required
            yield f"{place}.{name}", "field-added" + "-required" * required, "is new" + " and required" * required
        for name in old.fields.keys() & new.fields.keys():
            yield from self._compare_field(f"{place}.{name}", name, old, new)

    def _compare_field(self, place: str, name: str, old: Shape, new: Shape) -> Iterator[Found]:
        if name in new.required - old.required:
            yield place, "became-required", "is required"
        if name in old.required - new.required:
            yield place, "became-optional", "may be absent"
        optional = name not in old.required and name not in new.required
        yield from self.compare(place, old.fields[name], new.fields[name], optional=optional)

    def _compare_extra(self, place: str, old: Shape, new: Shape) -> Iterator[Found]:
        if isinstance(old.extra, dict) and isinstance(new.extra, dict):
            yield from self.compare(f"{place}.*", old.extra, new.extra)
        elif old.extra != new.extra:
            wider = old.extra is False or (new.extra is True and isinstance(old.extra, dict))
            yield place, "opened" if wider else "closed", f"takes {'more' if wider else 'fewer'} further keys"


def _compare_values(place: str, old: Shape, new: Shape) -> Iterator[Found]:
    if not old.values and not new.values:
        return
    if not old.values or not new.values:
        free = not new.values
        yield place, "type-widened" if free else "type-narrowed", "takes any value" if free else "has fixed values"
        return
    for value in sorted(old.values - new.values):
        yield f"{place}={value}", "value-removed", "was removed"
    for value in sorted(new.values - old.values):
        yield f"{place}={value}", "value-added", "is new"


def _pair_renames(gone: dict[str, Node], come: dict[str, Node]) -> Iterator[tuple[str, str]]:
    """Pair what disappeared with what appeared, where exactly one new definition equals exactly one old one."""
    for name, node in gone.items():
        twins = [other for other in come if strip_docs(come[other]) == strip_docs(node)]
        rivals = [other for other in gone if strip_docs(gone[other]) == strip_docs(node)]
        if len(twins) == len(rivals) == 1 and strip_docs(node):
            yield name, twins[0]


def _promote(kinds: frozenset[str]) -> frozenset[str]:
    return kinds | {"integer"} if "number" in kinds else kinds


def _format_types(value: Shape) -> str:
    return " or ".join(f"`{kind}`" for kind in sorted(value.kinds)) or "any value"
