# SPDX-License-Identifier: MIT
"""How a JSON value differs from its schema."""

from __future__ import annotations

from typing import Any, Dict, Mapping, NamedTuple, Optional, Tuple

_TYPES: Dict[str, Any] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
    "null": type(None),
}
Schema = Mapping[str, Any]


class Difference(NamedTuple):
    """One way in which a response differs from the API description.

    `kind` is `field` (a field that is not described), `value` (of an enumeration), `event` (of a stream), `missing`
    (a required field), `type` (another JSON type) or `status` (a response that is not described). `place` is the path
    to it in wire names, with `[]` for each item of a list.
    """

    operation: str
    kind: str
    place: str
    detail: str

    def __str__(self) -> str:
        return f"{self.operation}: {self.place or 'the response'} {self.detail}"


def find_problem(node: Schema, value: Any) -> Optional[Tuple[str, str]]:
    declared = node.get("type")
    types = declared if isinstance(declared, list) else [declared] if declared else []
    if node.get("x-echo"):
        return None
    if types and not any(_is_of_type(kind, value) for kind in types) and not (value is None and node.get("nullable")):
        return "type", f"is {_name_schema_type(value)}, described as {' or '.join(types)}"
    values = [node["const"]] if "const" in node else node.get("enum")
    if values and value not in values and not (value is None and node.get("nullable")):
        return "value", f"is {str(value)[:60]!r}, a value that is not described"
    return None


def _is_of_type(kind: str, value: Any) -> bool:
    if isinstance(value, bool) and kind != "boolean":
        return False
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _TYPES.get(kind, object))


def _name_schema_type(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    return next((name for name, kind in _TYPES.items() if isinstance(value, kind)), type(value).__name__)
