# SPDX-License-Identifier: MIT
"""Make tools of calls: names, descriptions, types and choices are those of the API description."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, NamedTuple, Tuple

from infinity_assistant.testing._api.document import DescribedOperation, Document, load_document


class ToolAnnotations(NamedTuple):
    """What a host may want to know before it lets an agent use a tool."""

    read_only: bool = False
    destructive: bool = False
    idempotent: bool = False


_READS = ToolAnnotations(read_only=True, idempotent=True)
#: The calls that are tools. Keys, webhooks, the account and its exports are none of an agent's business.
OFFERED: Dict[str, ToolAnnotations] = {
    "chat": ToolAnnotations(),
    "chat_stream": ToolAnnotations(),
    "search_knowledge": _READS,
    "suggest_knowledge": _READS,
    "research": ToolAnnotations(read_only=True),
    "store_memory": ToolAnnotations(),
    "retrieve_memory": _READS,
    "delete_memory": ToolAnnotations(destructive=True, idempotent=True),
}


class ToolSpec(NamedTuple):
    """One tool: the name of its call, what it does, the JSON schema of its arguments, and its annotations."""

    name: str
    title: str
    description: str
    input_schema: Dict[str, Any]
    annotations: ToolAnnotations


def list_tools() -> List[ToolSpec]:
    """List the tools, in the order of `OFFERED`."""
    document = load_document()
    operations = {one.id: one for route in document.routes.values() for one in route.values()}
    return [_build_tool(document, operations[name], annotations) for name, annotations in OFFERED.items()]


def _build_tool(document: Document, operation: DescribedOperation, annotations: ToolAnnotations) -> ToolSpec:
    described = operation.described
    title = str(described.get("summary", operation.id)).rstrip(".")
    schema = _build_schema(document, operation)
    if operation.id == "delete_memory":
        schema = _limit_to_one_entry(schema)
    description = f"{title}. {described.get('description', '')}".strip()
    return ToolSpec(operation.id, title, description, schema, annotations)


def _build_schema(document: Document, operation: DescribedOperation) -> Dict[str, Any]:
    """Build the schema of the arguments: the fields of the body, and the parameters."""
    body = _inline(document, operation.request)
    properties: Dict[str, Any] = dict(body.get("properties", {}))
    required: List[str] = list(body.get("required", []))
    for one in map(document.resolve, operation.described["parameters"]):
        if one["in"] in ("query", "path"):
            properties[one["name"]] = _describe_parameter(document, one)
            required += [one["name"]] if one.get("required") else []
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _describe_parameter(document: Document, parameter: Mapping[str, Any]) -> Dict[str, Any]:
    described = {"description": parameter["description"]} if "description" in parameter else {}
    return {**described, **_inline(document, parameter.get("schema", {}))}


def _limit_to_one_entry(schema: Dict[str, Any]) -> Dict[str, Any]:
    """Let an agent forget one entry at a time, and never everything."""
    properties = dict(schema["properties"])
    kinds = [one for one in properties["type"]["enum"] if one != "all"]
    properties["type"] = {**properties["type"], "enum": kinds}
    return {**schema, "properties": properties, "required": [*dict.fromkeys([*schema["required"], "type", "entryId"])]}


def _inline(document: Document, schema: Any, around: Tuple[str, ...] = ()) -> Any:
    """Write out what a schema refers to, without what only generators read; what contains itself ends as anything."""
    if isinstance(schema, list):
        return [_inline(document, one, around) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    name = schema.get("$ref")
    if name in around:
        return {}
    inner = around if name is None else (*around, name)
    merged = {**document.resolve({"$ref": name}), **schema} if name is not None else schema
    kept = {key: one for key, one in merged.items() if key != "$ref" and not key.startswith("x-")}
    return {key: _inline(document, one, inner) for key, one in kept.items()}
