"""Operations in one form: their parameters put together, their references resolved, their successes alone."""

from __future__ import annotations

from typing import Any

from generator.document import Document
from generator.errors import DocumentError
from generator.media import JSON, choose_body, is_json, strip_parameters, to_content_type
from generator.normal_form.schemas import Schemas
from generator.normal_form.streams import find_described_events
from generator.references import resolve
from generator.vocabulary import METHODS

#: Header fields that OpenAPI gives to the body and to security schemes, and those of the connection, which the client
#: sends itself: parameters of these names say nothing.
IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization", "host", "content-length", "transfer-encoding",
                             "connection", "accept-encoding"})  # fmt: skip


def normalise_path_item(document: Document, schemas: Schemas, path: str, item: Any) -> Document:
    """The operations of a path, each with all that it needs."""
    item = resolve(document, item)
    found = {method: item[method] for method in METHODS if item.get(method) is not None}
    return {
        method: _normalise_operation(document, schemas, f"paths.{path}.{method}", operation, item)
        for method, operation in found.items()
    }


def _normalise_operation(
    document: Document, schemas: Schemas, place: str, operation: Document, item: Document
) -> Document:
    base_name = str(operation.get("operationId") or place.rpartition(".")[2])
    given = (operation.get("parameters") or [], item.get("parameters") or [])
    parameters = [
        _normalise_parameter(schemas, place, base_name, parameter) for parameter in _merge_parameters(document, *given)
    ]
    kept = {key: value for key, value in operation.items() if key not in ("parameters", "requestBody", "responses")}
    if parameters:
        kept["parameters"] = parameters
    if operation.get("requestBody") is not None:
        kept["requestBody"] = _normalise_body(document, schemas, place, base_name, operation["requestBody"])
    if isinstance(kept.get("x-events"), dict):
        kept["x-events"] = {name: _normalise_event(schemas, event) for name, event in kept["x-events"].items()}
    elif described := find_described_events(document, schemas, place, base_name, operation):
        kept["x-events"] = described
    if servers := operation.get("servers") or item.get("servers"):
        kept["servers"] = servers
    kept["responses"] = _normalise_responses(document, schemas, place, base_name, operation.get("responses") or {})
    return kept


def _normalise_event(schemas: Schemas, event: Any) -> Any:
    known = isinstance(event, dict) and isinstance(event.get("schema"), str)
    return {**event, "schema": schemas.find_target(event["schema"])} if known else event


def _merge_parameters(document: Document, own: list[Any], shared: list[Any]) -> list[Document]:
    """The parameters of an operation, those of its path included where it has none of that name and place."""
    found: dict[tuple[str, str], Document] = {}
    keys = _find_key_headers(document)
    for reference in (*own, *shared):
        parameter = resolve(document, reference)
        name, place = parameter["name"], parameter["in"]
        if place == "header" and name.lower() in IGNORED_HEADERS | keys:
            continue
        found.setdefault((name.lower() if place == "header" else name, place), parameter)
    return list(found.values())


def _find_key_headers(document: Document) -> frozenset[str]:
    """The headers that carry a key: the client sends them itself."""
    schemes = ((document.get("components") or {}).get("securitySchemes") or {}).values()
    found = (resolve(document, scheme) for scheme in schemes)
    return frozenset(str(s.get("name")).lower() for s in found if s.get("type") == "apiKey" and s.get("in") == "header")


def _normalise_parameter(schemas: Schemas, place: str, base_name: str, parameter: Document) -> Document:
    name = parameter["name"]
    kept = {key: value for key, value in parameter.items() if key not in ("schema", "content", "example", "examples")}
    content = parameter.get("content") or {}
    schema = parameter.get("schema")
    if schema is None and len(content) == 1:
        ((kind, media),) = content.items()
        if not is_json(kind):
            raise DocumentError(f"{place}.parameters.{name}", f"is written as {kind}", "use a schema, or JSON")
        schema, kept["x-json"] = media.get("schema") or {}, True
    if schema is not None:
        kept["schema"] = schemas.normalise(schema, f"{place}.parameters.{name}.schema", f"{base_name}_{name}")
    if kept["in"] == "path":
        kept["required"] = True
    return kept


def _normalise_body(document: Document, schemas: Schemas, place: str, base_name: str, reference: Any) -> Document:
    body = resolve(document, reference)
    content = body.get("content") or {}
    if not content:
        raise DocumentError(f"{place}.requestBody", "a body without content", "say in which media type it is sent")
    kind = choose_body(content)
    where, name = f"{place}.requestBody.content.{kind}.schema", f"{base_name}_body"
    media = content[kind] or {}
    schema = schemas.normalise(media.get("schema") or {}, where, name)
    key = JSON if is_json(kind) else strip_parameters(kind)
    return {
        "required": body.get("required") is True,
        "x-media-type": to_content_type(kind),
        **({"description": body["description"]} if body.get("description") else {}),
        "content": {key: {"schema": schema, "encoding": media.get("encoding") or {}}},
    }


def _normalise_responses(
    document: Document, schemas: Schemas, place: str, base_name: str, responses: Document
) -> Document:
    """The successes. `default` is one where the document names no other; each has at most one content in JSON."""
    named = {status: reference for status, reference in responses.items() if status.startswith("2")}
    if not named and "default" in responses:
        named = {"2XX": responses["default"]}
    if not responses:  # which OpenAPI 3.1 allows: whatever comes is handed over
        named = {"2XX": {"description": ""}}
    found = {}
    for status, reference in named.items():
        response = resolve(document, reference)
        where, name = f"{place}.responses.{status}", f"{base_name}_response_{status.lower()}"
        content = _normalise_content(schemas, where, name, response.get("content") or {})
        found[status.upper()] = {**response, "content": content}
    return found


def _normalise_content(schemas: Schemas, place: str, base_name: str, content: Document) -> Document:
    found: Document = {}
    json_kinds = sorted(filter(is_json, content), key=lambda kind: to_content_type(kind) != JSON)
    for kind, media in content.items():
        if kind in json_kinds[1:]:
            continue
        kept = {key: value for key, value in (media or {}).items() if key not in ("example", "examples", "schema")}
        schema = (media or {}).get("schema")
        if kind in json_kinds:
            where = f"{place}.content.{kind}.schema"
            kept["schema"] = schemas.normalise(schema if schema is not None else {}, where, base_name)
            kept["x-media-type"] = to_content_type(kind)
        found[JSON if kind in json_kinds else strip_parameters(kind)] = kept
    return found
