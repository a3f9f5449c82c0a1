"""What operations must be: named, with arguments that stay apart, bodies and answers in JSON, events that are known."""

from __future__ import annotations

import re

from generator.document import Document, DocumentError
from generator.names import python_name
from generator.reduced import JSON, STREAM, operations, parameters, resolved, successes
from generator.views import property_facts
from generator.walk import unique

_PLACES = ("path", "query", "header")


def check_operations(document: Document) -> None:
    """Raise `DocumentError` for the first operation that cannot become a function."""
    found = operations(document)
    for path, method, operation, _ in found:
        if not operation.get("operationId"):
            remedy = "name it: the name becomes a method of the client"
            raise DocumentError(f"paths.{path}.{method}", "an operation without operationId", remedy)
    names = [(operation["operationId"], python_name(operation["operationId"])) for _, _, operation, _ in found]
    unique(names, "paths", "operationId")
    for path, method, operation, item in found:
        place = f"paths.{path}.{method}"
        _check_parameters(document, place, path, parameters(document, operation, item))
        _check_body(document, place, operation)
        _check_answers(document, place, operation)
        _check_events(document, place, operation)
        unique(_arguments(document, operation, item), place, "parameter or field")


def _check_parameters(document: Document, place: str, path: str, found: list[Document]) -> None:
    for parameter in found:
        name = f"{place}.parameters.{parameter['name']}"
        if parameter["in"] not in _PLACES:
            raise DocumentError(name, f"travels in a {parameter['in']}", f"use {', '.join(_PLACES)} or the body")
        if "schema" not in parameter:
            raise DocumentError(name, "a parameter without a schema", "say what type it is")
        kind = resolved(document, parameter["schema"]).get("type")
        if kind == "object" or (parameter["in"] != "query" and kind == "array"):
            raise DocumentError(name, f"a parameter of type {kind} in {parameter['in']}", "use the body")
    wanted = re.findall(r"\{([^{}]*)\}", path)
    given = [parameter["name"] for parameter in found if parameter["in"] == "path"]
    if sorted(wanted) != sorted(given):
        problem = f"its path has {wanted or 'nothing'} in braces, its parameters are {given or 'none'}"
        raise DocumentError(place, problem, "make them agree")
    if not re.fullmatch(r"(/([!$&'()*+,;=:@%\w.~-]|\{[^{}/]+\})*)+", path, re.ASCII):
        raise DocumentError(place, "a path that is no path of a URL", "begin with / and percent-encode the rest")


def _check_body(document: Document, place: str, operation: Document) -> None:
    body = resolved(document, operation.get("requestBody"))
    if body is None:
        return
    if list(body.get("content", {})) != [JSON]:
        raise DocumentError(f"{place}.requestBody", f"content other than {JSON}", f"the package sends {JSON} alone")
    if not property_facts(document, resolved(document, body["content"][JSON].get("schema", {}))):
        raise DocumentError(f"{place}.requestBody", "a body that is no object with properties", "name its properties")


def _check_answers(document: Document, place: str, operation: Document) -> None:
    answers = successes(document, operation)
    if not answers:
        raise DocumentError(f"{place}.responses", "no success", "describe the answer with a 2xx status")
    for status, answer in answers.items():
        kinds = answer.get("content", {})
        if kinds and JSON not in kinds and STREAM not in kinds:
            problem = f"an answer in {next(iter(kinds))} alone"
            raise DocumentError(f"{place}.responses.{status}", problem, f"the package reads {JSON} and {STREAM}")
        if STREAM in kinds and not operation.get("x-events"):
            raise DocumentError(place, "a stream without x-events", "name the events and the schemas of their data")


def _check_events(document: Document, place: str, operation: Document) -> None:
    events = operation.get("x-events", {})
    if not isinstance(events, dict):
        raise DocumentError(f"{place}.x-events", "is no object", "map each event to {schema, friendly}")
    for name, event in events.items():
        known = isinstance(event, dict) and isinstance(event.get("friendly"), str)
        if not known or event.get("schema") not in document.get("components", {}).get("schemas", {}):
            remedy = "write {schema: <a name in components/schemas>, friendly: <type>}"
            raise DocumentError(f"{place}.x-events.{name}", "an event without a known schema and friendly name", remedy)
    if not isinstance(operation.get("x-idempotent", False), bool):
        raise DocumentError(f"{place}.x-idempotent", "is neither true nor false", "write true or false")


def _arguments(document: Document, operation: Document, item: Document) -> list[tuple[str, str]]:
    names = [parameter["name"] for parameter in parameters(document, operation, item)]
    body = resolved(document, operation.get("requestBody"))
    if body:
        names += property_facts(document, resolved(document, body["content"][JSON]["schema"]))
    return [(name, python_name(name)) for name in names]
