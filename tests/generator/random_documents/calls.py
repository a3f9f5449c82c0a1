"""Makes the calls, and compares."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import httpx

import infinity_assistant as ia
from tests.generator.random_documents.documents import Documents
from tests.generator.random_documents.probe import NOTHING, Probe
from tests.generator.random_documents.reading import check_form, check_multipart, check_query, write_simple


def make_call(probe: Probe, api: Any) -> tuple[httpx.Request, Any]:
    """Make the call of a probe; the response is what the probe says."""
    seen: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if not probe.response_type:
            return httpx.Response(probe.status)
        sent = probe.response if probe.response_schema is None else json.dumps(probe.response)
        return httpx.Response(probe.status, content=sent, headers={"content-type": probe.response_type})

    operation = getattr(api, probe.name.upper())
    arguments = {operation.arguments[name]: value for name, value in probe.arguments.items()}
    lent = httpx.Client(transport=httpx.MockTransport(respond))
    with ia.InfinityAssistantClient("ia_k", base_url="http://localhost/api", http_client=lent, max_retries=0) as client:
        result = client.request(getattr(api, probe.name)(**arguments)).parsed
    return seen[0], result


def check_request(probe: Probe, request: httpx.Request) -> None:
    """The request is what OpenAPI says that it is."""
    target = request.url.raw_path.decode()
    path = "/api" + probe.path
    for parameter, value in probe.parameters:
        if parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", write_simple(parameter, value, quoted=True))
        if parameter["in"] == "header":
            assert request.headers[parameter["name"]] == write_simple(parameter, value, quoted=False)
    assert request.method == probe.method.upper()
    assert target.partition("?")[0] == path, (target, path)
    accepted = request.headers["accept"].split(", ")
    assert not probe.response_type or {probe.response_type.partition(";")[0], "*/*"} & set(accepted), accepted
    check_query(target, probe.parameters)
    check_body(probe, request)


def check_body(probe: Probe, request: httpx.Request) -> None:
    """The body is the one that was given, in the type that the document says."""
    if probe.body in (NOTHING, None):
        assert not request.content and "content-type" not in request.headers
        return
    kind = request.headers["content-type"].partition(";")[0]
    assert kind == probe.media_type.partition(";")[0]
    if kind.endswith("json"):
        assert json.loads(request.content) == probe.body, (request.content, probe.body)
    elif isinstance(probe.body, bytes):
        assert request.content == probe.body
    elif kind.startswith("multipart"):
        check_multipart(request, probe.body, probe.encoding)
    else:
        check_form(request.content, probe.body, probe.encoding)


def check_result(probe: Probe, documents: Documents, result: Any) -> None:
    """What was read is what was sent, each value in its type."""
    if probe.response_schema is None:
        assert result == probe.response and type(result) is type(probe.response)
        return
    check_value(documents.maker.components, probe.response_schema, result, probe.response)


def check_value(components: dict[str, Any], schema: dict[str, Any], value: Any, sent: Any) -> None:
    """A value that was read, by the schema and what was sent."""
    if "$ref" in schema:
        check_value(components, components[schema["$ref"].rpartition("/")[2]], value, sent)
    elif sent is None:
        assert value is None
    elif members := schema.get("anyOf") or schema.get("oneOf"):
        assert any(_fits(components, member, value, sent) for member in members), (members, value, sent)
    elif "allOf" in schema:
        for part in schema["allOf"]:
            check_value(components, part, value, sent)
    elif "properties" in schema:
        assert value.to_dict() == sent
        assert all(isinstance(sent[name], str | int | float | None) or value[name] is not None for name in sent)
        if isinstance(rest := schema.get("additionalProperties"), dict):
            for name in sent.keys() - schema["properties"].keys():
                check_value(components, rest, value[name], sent[name])
        for name, inner in schema["properties"].items():
            if name in sent:
                check_value(components, inner, value[name], sent[name])
    elif "additionalProperties" in schema:
        value = getattr(value, "additional_properties", value)
        assert value.keys() == sent.keys()
        for name in sent:
            check_value(components, schema["additionalProperties"], value[name], sent[name])
    elif "items" in schema:
        assert len(value) == len(sent)
        for one, other in zip(value, sent, strict=True):
            check_value(components, schema["items"], one, other)
    elif schema.get("format") == "date-time":
        assert isinstance(value, dt.datetime) and value == dt.datetime.fromisoformat(sent)
    elif schema.get("format") == "date":
        assert value == dt.date.fromisoformat(sent)
    else:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        assert value == sent and type(value) is type(sent), (value, sent)
        assert any(isinstance(sent, _TYPES[kind]) for kind in kinds) and (
            not isinstance(sent, bool) or "boolean" in kinds
        )


_TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None),
          "object": (), "array": ()}  # fmt: skip


def _fits(components: dict[str, Any], schema: dict[str, Any], value: Any, sent: Any) -> bool:
    try:
        check_value(components, schema, value, sent)
    except (AssertionError, AttributeError, TypeError, KeyError, ValueError):
        return False
    return True
