"""The schemas as the SDK reads responses: `x-echo` and absent values as `x-sdk-facts` describes them."""

from __future__ import annotations

from typing import Any, Dict

from .document import SCHEMAS


def _relax(schema: Dict[str, Any]) -> Dict[str, Any]:
    required = schema.get("required", [])
    properties = {name: _property(of, required=name in required) for name, of in schema.get("properties", {}).items()}
    return dict(schema, properties=properties) if properties else schema


def _property(schema: Dict[str, Any], *, required: bool) -> Dict[str, Any]:
    if schema.get("x-echo"):
        return {}
    return schema if required else {"anyOf": [schema, {"type": "null"}]}


RESPONSE_SCHEMAS = {name: _relax(schema) for name, schema in SCHEMAS.items()}
