"""The document, and what the tests ask of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Iterator, NamedTuple, Tuple

import yaml
from jsonschema import Draft202012Validator

PATH = Path(__file__).parents[2] / "openapi.yaml"
DOCUMENT: Dict[str, Any] = yaml.load(
    PATH.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
)
SCHEMAS: Dict[str, Any] = DOCUMENT["components"]["schemas"]
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Operation(NamedTuple):
    """An operation of the API, or one that a receiver of webhooks offers."""

    method: str
    path: str
    facts: Dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.facts["operationId"])


def operations(section: str = "paths") -> Iterator[Operation]:
    for path, item in DOCUMENT[section].items():
        for method in METHODS:
            if method in item:
                yield Operation(method.upper(), path, item[method])


def resolve(node: Dict[str, Any]) -> Dict[str, Any]:
    """What a node stands for: itself, or what its `$ref` names."""
    if "$ref" not in node:
        return node
    target: Any = DOCUMENT
    for key in node["$ref"][2:].split("/"):
        target = target[key]
    return resolve(target)


def walk(node: Any, place: str = "#") -> Iterator[Tuple[str, Dict[str, Any]]]:
    """Every mapping inside a node, with its place."""
    if isinstance(node, dict):
        yield place, node
        for key, value in node.items():
            yield from walk(value, f"{place}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from walk(value, f"{place}/{index}")


def problems(instance: Any, schema: Dict[str, Any], schemas: Dict[str, Any] = SCHEMAS) -> Dict[str, str]:
    """Say where and why an instance does not match a schema that refers to `schemas`."""
    whole = {"components": {"schemas": schemas}, "allOf": [schema]}
    validator = Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return {error.json_path: error.message for error in validator.iter_errors(instance)}


def find_schema(schema: str) -> Dict[str, Any]:
    """A reference to a schema by its name."""
    return {"$ref": f"#/components/schemas/{schema}"}
