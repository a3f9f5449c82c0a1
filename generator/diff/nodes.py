"""What stands in the parts of a document: operations, schemas and contents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.media import strip_parameters
from generator.references import SCHEMAS

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Operation:
    """One operation with its references resolved."""

    id: str
    method: str
    path: str
    node: Node
    #: By name and place.
    parameters: Mapping[tuple[str, str], Node]
    body: Node
    responses: Mapping[str, Node]
    security: Any
    #: The addresses of the operation, where it does not use those of the service.
    servers: tuple[str, ...] = ()

    @property
    def successes(self) -> dict[str, Node]:
        """The responses of a call that went well, by status."""
        return {status: node for status, node in self.responses.items() if status.startswith("2")}


def find_json_schema(node: Node) -> Node:
    """Find the schema of a body or response, in its first media type."""
    content = [entry for _, entry in list_items(node.get("content"))]
    schema = content[0].get("schema") if content else None
    return schema if isinstance(schema, Mapping) else {}


def find_value_schema(node: Node) -> Node:
    """Find the schema of a parameter or header, whichever way it is written."""
    return node["schema"] if isinstance(node.get("schema"), Mapping) else find_json_schema(node)


def list_contents(node: Node) -> dict[str, Node]:
    """Return what a body or response is in each of its media types."""
    return {strip_parameters(str(name)): entry for name, entry in list_items(node.get("content"))}


def select_others(node: Node, known: Collection[str]) -> dict[str, Any]:
    """Select what of a node has a name that is not known."""
    return {key: value for key, value in node.items() if key not in known}


def list_items(node: Any) -> list[tuple[Any, Node]]:
    return [(k, v) for k, v in node.items() if isinstance(v, Mapping)] if isinstance(node, Mapping) else []


def find_references(node: Any) -> Iterator[str]:
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            reference = node.get("$ref")
            if isinstance(reference, str) and reference.startswith(SCHEMAS):
                yield reference[len(SCHEMAS) :]
            waiting.extend(node.values())
        elif isinstance(node, (list, tuple)):
            waiting.extend(node)
