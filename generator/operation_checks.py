"""What operations must be: named, with arguments that stay apart, bodies and answers in JSON, events that are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document import Document
from generator.errors import DocumentError
from generator.names import python_name
from generator.reduced import JSON, STREAM, operations, parameters, resolved, successes
from generator.views import property_facts
from generator.walk import clashes

_PLACES = ("path", "query", "header")
_NAMELESS = "an operation without operationId"


def operation_errors(document: Document) -> Iterator[DocumentError]:
    """Find the operations that cannot become functions."""
    found = operations(document)
    names = [operation["operationId"] for _, _, operation, _ in found if operation.get("operationId")]
    yield from clashes(((name, python_name(name)) for name in names), "paths", "operationId")
    for path, method, operation, item in found:
        place = f"paths.{path}.{method}"
        if not operation.get("operationId"):
            yield DocumentError(place, _NAMELESS, "name it: the name becomes a method of the client")
        yield from _parameter_errors(document, place, path, parameters(document, operation, item))
        yield from _body_errors(document, place, operation)
        yield from _response_errors(document, place, operation)
        yield from _event_errors(document, place, operation)
        yield from clashes(_arguments(document, operation, item), place, "parameter or field")


def _parameter_errors(document: Document, place: str, path: str, found: list[Document]) -> Iterator[DocumentError]:
    for parameter in found:
        name = f"{place}.parameters.{parameter['name']}"
        if parameter["in"] not in _PLACES:
            yield DocumentError(name, f"travels in a {parameter['in']}", f"use {', '.join(_PLACES)} or the body")
        if "schema" not in parameter:
            yield DocumentError(name, "a parameter without a schema", "say what type it is")
            continue
        kind = resolved(document, parameter["schema"]).get("type")
        if kind == "object" or (parameter["in"] != "query" and kind == "array"):
            yield DocumentError(name, f"a parameter of type {kind} in {parameter['in']}", "use the body")
    wanted = re.findall(r"\{([^{}]*)\}", path)
    given = [parameter["name"] for parameter in found if parameter["in"] == "path"]
    if sorted(wanted) != sorted(given):
        problem = f"its path has {wanted or 'nothing'} in braces, its parameters are {given or 'none'}"
        yield DocumentError(place, problem, "make them agree")
    if not re.fullmatch(r"(/([!$&'()*+,;=:@%\w.~-]|\{[^{}/]+\})*)+", path, re.ASCII):
        yield DocumentError(place, "a path that is no path of a URL", "begin with / and percent-encode the rest")


def _body_errors(document: Document, place: str, operation: Document) -> Iterator[DocumentError]:
    body = resolved(document, operation.get("requestBody"))
    if body is None:
        return
    if list(body.get("content", {})) != [JSON]:
        yield DocumentError(f"{place}.requestBody", f"content other than {JSON}", f"the package sends {JSON} alone")
    elif not property_facts(document, resolved(document, body["content"][JSON].get("schema", {}))):
        yield DocumentError(f"{place}.requestBody", "a body that is no object with properties", "name its properties")


def _response_errors(document: Document, place: str, operation: Document) -> Iterator[DocumentError]:
    found = successes(document, operation)
    if not found:
        yield DocumentError(f"{place}.responses", "no success", "describe the answer with a 2xx status")
    for status, response in found.items():
        kinds = response.get("content", {})
        if kinds and JSON not in kinds and STREAM not in kinds:
            problem = f"an answer in {next(iter(kinds))} alone"
            yield DocumentError(f"{place}.responses.{status}", problem, f"the package reads {JSON} and {STREAM}")
        if STREAM in kinds and not operation.get("x-events"):
            yield DocumentError(place, "a stream without x-events", "name the events and the schemas of their data")


def _event_errors(document: Document, place: str, operation: Document) -> Iterator[DocumentError]:
    events = operation.get("x-events", {})
    if not isinstance(operation.get("x-idempotent", False), bool):
        yield DocumentError(f"{place}.x-idempotent", "is neither true nor false", "write true or false")
    if not isinstance(events, dict):
        yield DocumentError(f"{place}.x-events", "is no object", "map each event to {schema, friendly}")
        return
    schemas = (document.get("components") or {}).get("schemas") or {}
    for name, event in events.items():
        known = isinstance(event, dict) and isinstance(event.get("friendly"), str)
        if not known or not isinstance(event.get("schema"), str) or event["schema"] not in schemas:
            remedy = "write {schema: <a name in components/schemas>, friendly: <type>}"
            yield DocumentError(f"{place}.x-events.{name}", "an event without a known schema and friendly name", remedy)


def _arguments(document: Document, operation: Document, item: Document) -> list[tuple[str, str]]:
    names = [parameter["name"] for parameter in parameters(document, operation, item)]
    body = resolved(document, operation.get("requestBody"))
    schema = body.get("content", {}).get(JSON, {}).get("schema") if body else None
    if schema:
        names += property_facts(document, resolved(document, schema))
    return [(name, python_name(name)) for name in names]
