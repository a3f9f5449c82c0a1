"""What a document does not say although users, type checkers or the emulator live on it: a to-do list, no error.

`tests/contract` asks the same of `openapi.yaml`; what a new document leaves open is named before a test fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.contract.command import find_missing, to_yaml
from generator.contract.facts import REASONS, to_json_path
from generator.contract.overlay import OVERLAY
from generator.document import Document
from generator.operations import list_operations
from generator.references import resolve
from generator.walk import walk_nodes

_SENTENCE = re.compile(r"[A-Z`0-9].*[.]", re.DOTALL)


def find_gaps(root: Path, document: Document) -> list[str]:
    """Find everything that the document leaves open, one text for each."""
    tags = {str(tag.get("name")) for tag in document.get("tags") or ()}
    named = ((document.get("components") or {}).get("schemas") or {}).items()
    return [
        *_find_missing_facts(root, document),
        *(gap for found in list_operations(document) for gap in _check_operation(document, *found[:3], tags)),
        *(gap for name, schema in named for gap in _check_schema(f"components.schemas.{name}", schema)),
        *_find_unused(document, [name for name, _ in named]),
    ]


def _find_missing_facts(root: Path, document: Document) -> Iterator[str]:
    if (root / OVERLAY).is_file() and (lacking := find_missing(root, document)):
        text = to_yaml(lacking).rstrip()
        yield f"{OVERLAY.as_posix()} lacks names or facts: `python -m generator overlay --write` adds them\n\n{text}"


def _check_operation(document: Document, path: str, method: str, operation: Document, tags: set[str]) -> Iterator[str]:
    place = f"paths.{path}.{method}"
    if not isinstance(operation.get("x-idempotent"), bool):
        update = {"x-idempotent": method in ("get", "head")}
        target = to_json_path(document, ("paths", path, method))
        action = {"target": target, "description": REASONS["x-idempotent"], "update": update}
        yield f"{place} does not say whether a repeat can do harm: add to {OVERLAY.as_posix()}\n\n{to_yaml([action])}"
    if not re.fullmatch(r"[A-Z][^\n]+\.", str(operation.get("summary", ""))):
        yield f"{place}.summary is no sentence, which the docstring needs: from a capital to a full stop"
    if not [status for status in operation.get("responses") or () if not str(status).startswith("2")]:
        yield f"{place}.responses describes no error: add `default`, as the other operations have it"
    for tag in operation.get("tags") or ():
        if tag not in tags:
            yield f"{place}.tags names {tag}, which `tags` of the document does not describe: add it there"
    for parameter in _list_parameters(document, operation):
        if not (parameter.get("description") or _find_schema(document, parameter).get("description")):
            yield f"{place}: the parameter {parameter['name']} has no description, which explains the argument"
    for name, schema in _list_sent_schemas(document, operation):
        if (name == "id" or name.endswith("Id")) and not (schema.get("minLength") and schema.get("x-not-blank")):
            yield f"{place}: {name} may be blank: add `minLength: 1` and `x-not-blank: true`, or a reason not to"
        if ("maxLength" in schema) != ("x-length-unit" in schema):
            yield f"{place}: {name} has a maxLength without an x-length-unit, or the other way round"


def _check_schema(place: str, schema: Any) -> Iterator[str]:
    properties = (schema.get("properties") if isinstance(schema, dict) else None) or {}
    for where, found in (
        (place, schema),
        *((f"{place}.properties.{name}", inner) for name, inner in properties.items()),
    ):
        if isinstance(found, dict) and not _SENTENCE.fullmatch(str(found.get("description", ""))):
            yield f"{where} has no description, which becomes its docstring: write a sentence"
    for where, node in walk_nodes(properties, f"{place}.properties"):
        if isinstance(node, dict) and (node.get("type") == "object" or isinstance(node.get("enum"), list)):
            yield f"{where} is an object or enum without a name: move it to components.schemas"


def _find_unused(document: Document, names: list[str]) -> Iterator[str]:
    used = {node["$ref"].rpartition("/")[2] for _, node in walk_nodes(document)
            if isinstance(node, dict) and isinstance(node.get("$ref"), str)}  # fmt: skip
    for *_, operation, _ in list_operations(document):
        used |= {str(event.get("schema")) for event in (operation.get("x-events") or {}).values()}
    yield from (f"components.schemas.{name} is used nowhere: remove it" for name in names if name not in used)


def _list_sent_schemas(document: Document, operation: Document) -> Iterator[tuple[str, Document]]:
    """List the schemas of what a caller gives to an operation, by name."""
    for parameter in _list_parameters(document, operation):
        yield parameter["name"], _find_schema(document, parameter)
    body = resolve(document, operation.get("requestBody")) or {}
    content = (body.get("content") or {}).get("application/json") or {}
    for name, found in (_find_schema(document, content).get("properties") or {}).items():
        yield name, resolve(document, found)


def _list_parameters(document: Document, operation: Document) -> list[Document]:
    return [resolve(document, parameter) for parameter in operation.get("parameters") or ()]


def _find_schema(document: Document, holder: Document) -> Document:
    found: Document = resolve(document, holder.get("schema") or {})
    return found
