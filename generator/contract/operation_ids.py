"""Names for operations that have none: proposed, for somebody to read and paste, and never taken by themselves."""

from __future__ import annotations

import json
import re

from generator.contract.facts import to_json_path
from generator.contract.overlay import OVERLAY
from generator.document import Document
from generator.names import to_snake_case
from generator.objects import look_up
from generator.operations import list_operations
from generator.references import split_reference

_VERBS = {"get": "get", "post": "create", "put": "replace", "patch": "update", "delete": "delete"}


def find_missing_ids(document: Document) -> str:
    """Find the actions that name every operation without operationId; empty if each has one."""
    found = [
        (path, method) for path, method, operation, _ in list_operations(document) if not operation.get("operationId")
    ]
    if not found:
        return ""
    taken = {str(operation.get("operationId")) for *_, operation, _ in list_operations(document)}
    lines = [f"Read the names, correct them, and paste under `actions:` in {OVERLAY.as_posix()}:", ""]
    for path, method in found:
        name = propose_id(path, method, taken)
        taken.add(name)
        target = to_json_path(document, (*_find_steps(document, path), method))
        lines += [f"  - target: {json.dumps(target)}", "    description: The name of the method.",
                  f"    update: {{operationId: {name}}}"]  # fmt: skip
    return "\n".join(lines)


def _find_steps(document: Document, path: str) -> tuple[str, ...]:
    """Find the steps to a path item, through its references."""
    steps: tuple[str, ...] = ("paths", path)
    item = document["paths"][path]
    while isinstance(item, dict) and "$ref" in item:
        steps = split_reference(item["$ref"])
        item = look_up(document, steps)
    return steps


def propose_id(path: str, method: str, taken: set[str]) -> str:
    """Return a name for an operation: `get_order` for `GET /orders/{id}`, `list_orders` for `GET /orders`."""
    words = [to_snake_case(step) for step in re.split(r"[/.:]", re.sub(r"\{[^}]*\}", "", path)) if to_snake_case(step)]
    one = path.rstrip("/").endswith("}") or method == "post"
    is_plural = bool(words) and words[-1].endswith("s") and not words[-1].endswith("ss")
    if one and is_plural:
        words[-1] = words[-1][:-1]
    verb = "list" if method == "get" and not one and is_plural else _VERBS.get(method, method)
    name = "_".join([verb, *words]) if words else f"{verb}_root"
    number = 2
    while (free := name if number == 2 and name not in taken else f"{name}_{number}") in taken:
        number += 1
    return free
