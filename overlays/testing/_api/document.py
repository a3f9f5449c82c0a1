# SPDX-License-Identifier: MIT
"""Read what the emulator needs from the packaged API description: operations, request schemas, enums."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any, Dict, List, Mapping, NamedTuple, Optional

from infinity_assistant.testing._resources import read_resource

_METHODS = ("get", "put", "post", "delete", "patch", "head", "query")


class DescribedOperation(NamedTuple):
    """One operation: its id, where it is, the schema of its request body if it takes one, and its description."""

    id: str
    method: str
    path: str
    request: Mapping[str, Any]
    described: Mapping[str, Any]


class Document:
    """An OpenAPI description, read for serving."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw
        self.routes: Dict[str, Dict[str, DescribedOperation]] = {}
        for path, item in raw["paths"].items():
            item = self.resolve(item)
            shared = item.get("parameters") or []
            found = [self._operation(path, method, item[method], shared) for method in _METHODS if method in item]
            self.routes[path] = {operation.method: operation for operation in found}
        self._templates = [
            (re.compile("[^/]+".join(map(re.escape, re.split(r"\{[^{}]*\}", path)))), route)
            for path, route in self.routes.items()
            if "{" in path
        ]

    @property
    def operations(self) -> List[str]:
        """The ids of all operations, in the order of the document."""
        return [operation.id for route in self.routes.values() for operation in route.values()]

    def find_operation(self, method: str, path: str) -> Optional[DescribedOperation]:
        """Find the operation of a method and a path (without the prefix of the base URL)."""
        return (self.find_route(path) or {}).get(method)

    def find_route(self, path: str) -> Optional[Dict[str, DescribedOperation]]:
        """Find the operations of a path; one without a parameter in that place comes first."""
        if path in self.routes:
            return self.routes[path]
        return next((route for pattern, route in self._templates if pattern.fullmatch(path)), None)

    def resolve(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Follow a `$ref` to the schema that it names."""
        while "$ref" in schema:
            target: Any = self.raw
            for part in schema["$ref"].lstrip("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            schema = target
        return schema

    def _operation(self, path: str, method: str, item: Mapping[str, Any], shared: List[Any]) -> DescribedOperation:
        content = self.resolve(item.get("requestBody", {})).get("content", {})
        schema = content.get("application/json", {}).get("schema", {})
        described = {**item, "parameters": [*(item.get("parameters") or ()), *shared]}
        return DescribedOperation(item["operationId"], method.upper(), path, self.resolve(schema), described)


@lru_cache(maxsize=1)
def load_document() -> Document:
    """Load the description that the package carries."""
    return Document(json.loads(read_resource("openapi.json")))
