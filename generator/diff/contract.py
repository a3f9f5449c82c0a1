"""A document as the comparison reads it: operations by id, schemas by name, and which way each schema travels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from generator.diff.nodes import Node, Operation, find_json_schema, find_references, list_items
from generator.diff.rules import Direction
from generator.references import SCHEMAS, split_reference
from generator.vocabulary import METHODS


class Contract:
    """A document, read for comparison."""

    def __init__(self, document: Node) -> None:
        self.document = document
        self.schemas: Mapping[str, Node] = self._find_components("schemas")

    def resolve(self, node: Any) -> Node:
        """Follow references to the component that they name."""
        for _ in range(50):
            reference = node.get("$ref") if isinstance(node, Mapping) else None
            if not isinstance(reference, str) or not reference.startswith("#/"):
                break
            node = self._look_up(reference)
        return node if isinstance(node, Mapping) else {}

    @cached_property
    def operations(self) -> dict[str, Operation]:
        """The operations, by operationId, or by method and path where one has none."""
        found = (
            self._build_operation(method, str(path), item)
            for path, reference in list_items(self.document.get("paths"))
            for item in [self.resolve(reference)]
            for method in METHODS
            if method in item
        )
        return {operation.id: operation for operation in found}

    @cached_property
    def webhooks(self) -> dict[str, Node]:
        """The body of each webhook delivery, by its event."""
        return {
            str(name): find_json_schema(self.resolve(delivery.get("requestBody")))
            for name, item in list_items(self.document.get("webhooks"))
            for _, delivery in list_items(item)
        }

    @property
    def events(self) -> list[tuple[str, Node]]:
        """The events of all streams, by their name on the wire."""
        return [pair for operation in self.operations.values() for pair in list_items(operation.node.get("x-events"))]

    @cached_property
    def uses(self) -> dict[str, dict[Direction, set[str]]]:
        """For each schema, which way it travels in which operations or webhooks."""
        uses: dict[str, dict[Direction, set[str]]] = defaultdict(lambda: defaultdict(set))
        for direction, user, node in self._find_roots():
            for name in self._find_reachable(node):
                uses[name][direction].add(user)
        return uses

    def find_name(self, schema: Any) -> str | None:
        """Find the name of the schema that `schema` refers to, if it is a reference."""
        reference = schema.get("$ref") if isinstance(schema, Mapping) else None
        return reference[len(SCHEMAS) :] if isinstance(reference, str) and reference.startswith(SCHEMAS) else None

    def _build_operation(self, method: str, path: str, item: Node) -> Operation:
        node = item[method]
        parameters = [self.resolve(p) for p in (*(item.get("parameters") or ()), *(node.get("parameters") or ()))]
        return Operation(
            id=str(node.get("operationId") or f"{method} {path}"),
            method=method.upper(),
            path=path,
            node=node,
            parameters={(str(p.get("name")), str(p.get("in"))): p for p in parameters},
            body=self.resolve(node.get("requestBody") or {}),
            responses={str(status): self.resolve(r) for status, r in list_items(node.get("responses"))},
            security=node.get("security", self.document.get("security")),
            servers=tuple(str(s.get("url")) for s in node.get("servers") or item.get("servers") or ()),
        )

    def _find_roots(self) -> Iterator[tuple[Direction, str, Any]]:
        for operation in self.operations.values():
            yield Direction.REQUEST, operation.id, [*operation.parameters.values(), operation.body]
            yield Direction.RESPONSE, operation.id, [*operation.responses.values()]
            events = [{"$ref": SCHEMAS + str(e.get("schema"))} for _, e in list_items(operation.node.get("x-events"))]
            yield Direction.RESPONSE, operation.id, events
        for event, body in self.webhooks.items():
            yield Direction.RESPONSE, event, body

    def _find_reachable(self, node: Any) -> set[str]:
        names: set[str] = set()
        waiting = [node]
        while waiting:
            for name in find_references(waiting.pop()):
                if name not in names:
                    names.add(name)
                    waiting.append(self.schemas.get(name))
        return names

    def _find_components(self, section: str) -> dict[str, Node]:
        return {str(name): node for name, node in list_items((self.document.get("components") or {}).get(section))}

    def _look_up(self, reference: str) -> Any:
        node: Any = self.document
        for step in split_reference(reference):
            node = node.get(step) if isinstance(node, Mapping) else None
        return node
