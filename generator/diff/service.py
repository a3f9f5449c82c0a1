"""What changed for the service as a whole: servers, ways to authenticate, webhooks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diff.contract import Contract
from generator.diff.nodes import Node, select_others
from generator.diff.schemas import SchemaWalk
from generator.diff.statements import Found, compare_documentation, compare_facts
from generator.service_facts import find_server_address

_UNDERSTOOD = frozenset({"openapi", "info", "servers", "security", "paths", "components", "webhooks", "tags",
                         "externalDocs", "jsonSchemaDialect", "x-sdk-facts"})  # fmt: skip


def compare_services(old: Contract, new: Contract, schemas: SchemaWalk) -> Iterator[Found]:
    """Compare what is said once for the whole service."""
    before, after = old.document, new.document
    yield from _compare_servers(_list_addresses(before), _list_addresses(after))
    yield from _compare_security_schemes(
        _find_components(before, "securitySchemes"), _find_components(after, "securitySchemes")
    )
    yield from _compare_webhooks(old, new, schemas)
    yield from compare_facts("service", select_others(before, _UNDERSTOOD), select_others(after, _UNDERSTOOD))
    yield from compare_documentation("service", before, after, ("x-sdk-facts",))
    named = ("title", "summary", "description", "version")
    yield from compare_documentation("service", before.get("info") or {}, after.get("info") or {}, named)


def _compare_servers(old: list[str], new: list[str]) -> Iterator[Found]:
    for address in old:
        if address not in new:
            yield f"server {address}", "server-removed", "was removed"
    for address in new:
        if address not in old:
            yield f"server {address}", "server-added", "is new"
    if old and new and old[0] != new[0]:
        yield "server", "default-server-changed", f"is {new[0]} unless another is named, was {old[0]}"


def _compare_security_schemes(old: Node, new: Node) -> Iterator[Found]:
    for name in sorted({*old, *new}):
        place = f"security {name}"
        if name not in new:
            yield place, "security-scheme-removed", "was removed"
        elif name not in old:
            yield place, "security-scheme-added", "is new"
        elif _remove_docs(old[name]) != _remove_docs(new[name]):
            yield place, "security-scheme-changed", "is sent in another way"


def _compare_webhooks(old: Contract, new: Contract, schemas: SchemaWalk) -> Iterator[Found]:
    for event, body in old.webhooks.items():
        if event in new.webhooks:
            yield from schemas.compare(f"webhook {event}", body, new.webhooks[event])
        else:
            yield f"webhook {event}", "webhook-removed", "is no longer delivered"
    for event in new.webhooks:
        if event not in old.webhooks:
            yield f"webhook {event}", "webhook-added", "is a new delivery"


def _list_addresses(document: Node) -> list[str]:
    return [find_server_address(server) for server in document.get("servers") or ()]


def _find_components(document: Node, section: str) -> Node:
    return (document.get("components") or {}).get(section) or {}


def _remove_docs(node: Node) -> dict[str, Any]:
    return {key: value for key, value in node.items() if key != "description"}
