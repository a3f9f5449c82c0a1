"""A document with one operation, and a call of it: what is sent, and what becomes of the response."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

import infinity_assistant as ia
from generator.render import render_files
from generator.unsupported import find_unsupported
from tests.generator.in_memory import import_files
from tests.generator.small import Document, document

TEXT: Document = {"type": "string"}
DONE: Document = {"200": {"description": "Done."}}


def query(name: str, schema: Document = TEXT, **more: Any) -> Document:
    """A parameter of the query."""
    return {"name": name, "in": "query", "schema": schema, **more}


def path_id(name: str = "id") -> Document:
    """A parameter of the path."""
    return {"name": name, "in": "path", "required": True, "schema": TEXT}


def body(schema: Any, kind: str = "application/json", **more: Any) -> Document:
    """A body of one media type."""
    return {"required": True, "content": {kind: {"schema": schema}}, **more}


def json(schema: Any, kind: str = "application/json") -> Document:
    """A response of one media type."""
    return {"description": "Done.", "content": {kind: {"schema": schema}}}


def with_operation(
    method: str = "post", path: str = "/probe", schemas: Document | None = None, **operation: Any
) -> Document:
    """A document with an operation called `probe`."""
    made = document()
    made["components"]["schemas"].update(schemas or {})
    made["paths"][path] = {method: {"operationId": "probe", "responses": DONE, **operation}}
    return made


@contextmanager
def probe(made: Document, response: httpx.Response | None = None) -> Iterator[tuple[Any, Any, Any]]:
    """The models, the functions, and a function that makes a call and gives the request and the result."""
    assert find_unsupported(made) == []

    def send(call: Any) -> tuple[httpx.Request, Any]:
        seen: list[httpx.Request] = []

        def respond(request: httpx.Request) -> httpx.Response:
            seen.append(request)
            return response or httpx.Response(200)

        lent = httpx.Client(transport=httpx.MockTransport(respond))
        with ia.InfinityAssistantClient("ia_k", base_url="http://localhost/api", http_client=lent, max_retries=0) as c:
            result = c.request(call).parsed
        return seen[0], result

    with import_files(render_files(made)) as (models, api):
        yield models, api, send
