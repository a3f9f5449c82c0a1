# SPDX-License-Identifier: MIT. Generated from overlays/_drift/description.py: edit that file, then run `make generate`.
"""The API description that the package was made from, and how a response differs from it.

Reading models is strict about what is required and lenient about the rest. Here all is noted: what the service says
beyond the description, and what it no longer says.
"""

from __future__ import annotations

import json
import pkgutil
from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple

from infinity_assistant._drift.difference import Difference, Schema, find_problem

_SCHEMAS = "#/components/schemas/"


#: What the parts of an `allOf` have together.
_MERGED = frozenset({"properties", "required", "x-expected"})


class Description:
    """The API description, by operation."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self.operations: Dict[str, Tuple[str, str, Schema]] = {
            operation["operationId"]: (method.upper(), path, operation)
            for path, item in document.get("paths", {}).items()
            for method, operation in item.items()
            if isinstance(operation, dict) and "operationId" in operation
        }

    @classmethod
    def load_packaged(cls) -> Description:
        """Load the description that this version of the package was made from."""
        content = pkgutil.get_data("infinity_assistant", "openapi.json")
        return cls(json.loads(content or b"{}"))

    @property
    def version(self) -> str:
        """The version of the API that is described."""
        return str(self._document.get("info", {}).get("version", ""))

    def differences(self, operation: str, value: Any, status: Optional[int] = None) -> List[Difference]:
        """Return how the JSON of a response differs. Without `status` it is judged as that of a call that went well.

        Bodies of errors are read as they come and never differ.
        """
        responses = self._find_responses(operation)
        expected_status = str(status) if status is not None else next((s for s in responses if s.startswith("2")), "")
        if expected_status not in responses:
            return [Difference(operation, "status", "", f"has the status {expected_status}, which is not described")]
        if not expected_status.startswith("2"):
            return []
        return list(self._walk(operation, self._find_json_schema(responses[expected_status]), value))

    def event_differences(self, operation: str, event: str, data: Any) -> List[Difference]:
        """Return how the JSON of one event of a stream differs."""
        events = self._find_operation(operation).get("x-events", {})
        if event not in events:
            return [Difference(operation, "event", event, "is an event that is not described")]
        schema = {"$ref": _SCHEMAS + str(events[event].get("schema"))}
        return list(self._walk(operation, schema, data, f"{event}."))

    def parameters(self, operation: str) -> List[Schema]:
        """Return the parameters of an operation, references followed."""
        return [self._resolve(p) for p in self._find_operation(operation).get("parameters", ())]

    def _find_operation(self, name: str) -> Schema:
        return self.operations[name][2] if name in self.operations else {}

    def _find_responses(self, operation: str) -> Dict[str, Schema]:
        found = self._find_operation(operation).get("responses", {})
        return {str(status): self._resolve(response) for status, response in found.items()}

    @staticmethod
    def _find_json_schema(response: Any) -> Schema:
        content = response.get("content", {}) if isinstance(response, Mapping) else {}
        schema = content.get("application/json", {}).get("schema", {})
        return schema if isinstance(schema, Mapping) else {}

    def _resolve(self, node: Any) -> Schema:
        while isinstance(node, Mapping) and "$ref" in node:
            target: Any = self._document
            for step in node["$ref"].lstrip("#/").split("/"):
                target = target[step.replace("~1", "/").replace("~0", "~")]
            # What stands beside a reference counts as well, such as that the service repeats what the caller sent.
            beside = {key: value for key, value in node.items() if key != "$ref"}
            node = {**target, **beside} if beside and isinstance(target, Mapping) else target
        return node if isinstance(node, Mapping) else {}

    def _walk(self, operation: str, schema: Schema, value: Any, start: str = "") -> Iterator[Difference]:
        waiting: List[Tuple[Schema, Any, str]] = [(schema, value, start)]
        while waiting:
            node, current, place = waiting.pop()
            node = self._merge(node)
            shown = place.rstrip(".")
            branches = self._list_branches(node)
            if branches:
                waiting.extend((branch, current, place) for branch in self._select_branches(branches, current)[:1])
                continue
            problem = find_problem(node, current)
            if problem:
                yield Difference(operation, problem[0], shown, problem[1])
            elif isinstance(current, dict):
                yield from self._compare_fields(operation, node, current, place)
                waiting.extend(self._iterate_members(node, current, place))
            elif isinstance(current, list):
                waiting.extend((node.get("items", {}), item, f"{shown}[].") for item in current)

    def _compare_fields(self, operation: str, node: Schema, value: Dict[str, Any], place: str) -> Iterator[Difference]:
        known = node.get("properties", {})
        expected = node.get("x-expected", ())
        for name in (*node.get("required", ()), *expected):
            if name not in value:
                yield Difference(operation, "missing", place + name, "is missing")
            elif value[name] is None and name in expected and any(self._walk("", known.get(name, {}), None)):
                yield Difference(operation, "missing", place + name, "is null")
        if known and not node.get("additionalProperties"):
            for name in value:
                if name not in known:
                    yield Difference(operation, "field", place + str(name)[:100], "is a field that is not described")

    @staticmethod
    def _iterate_members(node: Schema, value: Dict[str, Any], place: str) -> Iterator[Tuple[Schema, Any, str]]:
        known = node.get("properties", {})
        extra = node.get("additionalProperties")
        required = node.get("required", ())
        for name, item in value.items():
            if name in known:
                if item is not None or name in required:
                    yield known[name], item, f"{place}{name}."
            elif isinstance(extra, Mapping):
                yield extra, item, f"{place}*."

    def _merge(self, schema: Any) -> Schema:
        node = self._resolve(schema)
        if "allOf" not in node:
            return node
        merged: Dict[str, Any] = {"properties": {}, "required": [], "x-expected": []}
        for part in (*map(self._merge, node["allOf"]), {k: v for k, v in node.items() if k != "allOf"}):
            merged["properties"].update(part.get("properties", {}))
            for key in ("required", "x-expected"):
                merged[key] += part.get(key, [])
            merged.update({key: item for key, item in part.items() if key not in _MERGED})
        return merged

    def _list_branches(self, node: Schema) -> List[Schema]:
        return [self._merge(branch) for key in ("anyOf", "oneOf") for branch in node.get(key, ())]

    def _select_branches(self, branches: List[Schema], value: Any) -> List[Schema]:
        """Select the branches, those first that the value fits best."""
        return sorted(branches, key=lambda branch: len(list(self._walk("", branch, value))))
