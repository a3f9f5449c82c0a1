# SPDX-License-Identifier: MIT
"""Respond as the API description says, for an operation that nobody has written here yet."""

from __future__ import annotations

from typing import Any, Dict, Iterator, Mapping, Tuple

from infinity_assistant.testing._api.context import RequestContext, RequestRejected
from infinity_assistant.testing._api.examples import make_example
from infinity_assistant.testing._http import responses
from infinity_assistant.testing._http.json_text import dumps
from infinity_assistant.testing._http.messages import Response

_STREAM = "text/event-stream"


def respond(context: RequestContext) -> Response:
    """Respond with an example of the first success, and with 400 to what lacks something required.

    Raises:
        RequestRejected: A required parameter or field is missing.
    """
    described = context.operation.described
    _check_parameters(context, described)
    _check_body(context, described)
    status, response = _find_success(context, described)
    content = response.get("content") or {}
    if _STREAM in content:
        return responses.build_event_stream(_make_events(context, described))
    if not content:
        return responses.build_empty(status)
    media_type = next((media_type for media_type in content if _is_json(media_type)), next(iter(content)))
    example = _find_example(context, content[media_type] or {})
    body = dumps(example) if _is_json(media_type) else example if isinstance(example, str) else "example"
    return Response(status, (("content-type", media_type),), ((0.0, body.encode()),))


def _is_json(media_type: str) -> bool:
    return media_type.partition(";")[0].strip().endswith(("/json", "+json"))


def _find_success(context: RequestContext, described: Mapping[str, Any]) -> Tuple[int, Mapping[str, Any]]:
    found = {status: response for status, response in described.get("responses", {}).items() if status[0] == "2"}
    status = min(found, default="default")
    response = found.get(status) or described.get("responses", {}).get("default", {})
    return int(status) if status.isdigit() else 200, context.services.document.resolve(response)


def _find_example(context: RequestContext, media: Mapping[str, Any]) -> Any:
    document = context.services.document
    if "example" in media:
        return media["example"]
    for example in (media.get("examples") or {}).values():
        if "value" in (resolved := document.resolve(example)):
            return resolved["value"]
    return make_example(document, media.get("schema", {}))


def _make_events(context: RequestContext, described: Mapping[str, Any]) -> Iterator[Tuple[float, str, Any]]:
    """Make one event of each name, and last the one that ends the stream well."""
    events: Dict[str, Any] = described.get("x-events") or {}
    ordered = sorted(events.items(), key=lambda pair: pair[1].get("ends") == "success")
    for name, event in ordered:
        if event.get("ends") != "failure":
            schema = {"$ref": f"#/components/schemas/{event['schema']}"}
            yield 0.0, name, make_example(context.services.document, schema)


def _check_parameters(context: RequestContext, described: Mapping[str, Any]) -> None:
    for reference in described.get("parameters") or ():
        parameter = context.services.document.resolve(reference)
        find = {"query": context.request.query_param, "header": context.request.header}.get(parameter["in"])
        if parameter.get("required") and find is not None and find(parameter["name"]) is None:
            raise RequestRejected(responses.build_error(400, f"{parameter['name']} is required"))


def _check_body(context: RequestContext, described: Mapping[str, Any]) -> None:
    body = context.services.document.resolve(described.get("requestBody") or {})
    if not body.get("required") and not context.request.body:
        return
    if body.get("required") and not context.request.body:
        raise RequestRejected(responses.build_error(400, "a body is required"))
    if not any(_is_json(media_type) for media_type in body.get("content") or {}):
        return
    given = context.read_json()
    for name in context.operation.request.get("required", ()):
        if name not in given:
            raise RequestRejected(responses.build_error(400, f"{name} is required"))
