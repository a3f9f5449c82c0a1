"""What operations must be: named, with parameters that agree with their path, and events that are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document import Document
from generator.errors import DocumentError
from generator.media import STREAM
from generator.names import to_operation_name
from generator.operations import find_successes, list_operations, list_parameters
from generator.schema_checks import find_name_errors
from generator.walk import find_clashes

#: How an event ends its stream.
_ENDS = ("success", "failure")
_PLACES = ("path", "query", "header")
_REMOVE = "remove it, in the overlay say, or leave the operation out with --allow-unsupported"
NAMELESS = "an operation without operationId"


def find_operation_errors(document: Document) -> Iterator[DocumentError]:
    """Find the operations of a document in its normal form that cannot become functions."""
    found = list_operations(document)
    names = [(str(op["operationId"]), _find_name(op)) for _, _, op, _ in found if op.get("operationId")]
    places = {str(op.get("operationId")): f"paths.{path}.{method}" for path, method, op, _ in found}
    yield from find_clashes(names, "paths", "operationId", places)
    for path, method, operation, item in found:
        place = f"paths.{path}.{method}"
        if not operation.get("operationId"):
            yield DocumentError(place, NAMELESS, "name it: the name becomes a method of the client")
        yield from find_name_errors(place, operation)
        yield from _find_server_errors(document, place, operation)
        yield from _find_security_errors(document, place, operation)
        yield from _find_parameter_errors(place, path, list_parameters(document, operation, item))
        yield from _find_response_errors(document, place, operation)
        yield from _find_event_errors(document, place, operation)


def _find_name(operation: Document) -> str:
    return str(operation.get("x-python-name") or to_operation_name(str(operation["operationId"])))


def _find_server_errors(document: Document, place: str, operation: Document) -> Iterator[DocumentError]:
    """A key is meant for one origin, and a client has one."""
    own = operation.get("servers")
    if own and own != (document.get("servers") or own):
        url = own[0].get("url")
        remedy = "call it with a client of its own, made with that base_url: --allow-unsupported leaves it out here"
        yield DocumentError(f"{place}.servers", f"a server of its own, {url}", remedy)


def _find_security_errors(document: Document, place: str, operation: Document) -> Iterator[DocumentError]:
    """A client has one key; the document offers ways to send it, and asks for no two at once."""
    known = (document.get("components") or {}).get("securitySchemes") or {}
    own = operation.get("security")
    place, needed = (f"{place}.security", own) if own is not None else ("security", document.get("security") or [])
    for requirement in needed:
        if unknown := requirement.keys() - known.keys():
            yield DocumentError(place, f"no security scheme is called {min(unknown)}", "add it to components")
    if needed and all(len(requirement) > 1 for requirement in needed):
        names = " and ".join(needed[0])
        yield DocumentError(place, f"asks for {names} at once", "offer each by itself: the client sends one key")


def _find_parameter_errors(place: str, path: str, found: list[Document]) -> Iterator[DocumentError]:
    for parameter in found:
        name = f"{place}.parameters.{parameter['name']}"
        yield from find_name_errors(name, parameter)
        if parameter["in"] == "cookie" or (parameter["in"], parameter["name"].lower()) == ("header", "cookie"):
            yield DocumentError(name, "a cookie, which the client keeps by itself", _REMOVE)
        elif parameter["in"] not in _PLACES:
            yield DocumentError(name, f"travels in a {parameter['in']}", f"use {', '.join(_PLACES)} or the body")
        if "schema" not in parameter:
            yield DocumentError(name, "a parameter without a schema", "say what type it is")
        if parameter["in"] == "header" and not re.fullmatch(r"[!#$%&'*+.^`|~\w-]+", parameter["name"], re.ASCII):
            yield DocumentError(name, "no name of a header", "use letters, digits and hyphens")
    wanted = re.findall(r"\{([^{}]*)\}", path)
    given = [parameter["name"] for parameter in found if parameter["in"] == "path"]
    if sorted(wanted) != sorted(given):
        problem = f"its path has {wanted or 'nothing'} in braces, its parameters are {given or 'none'}"
        yield DocumentError(place, problem, "make them agree")
    if not re.fullmatch(r"(/([!$&'()*+,;=:@%\w.~-]|\{[^{}/]+\})*)+", path, re.ASCII):
        yield DocumentError(place, "a path that is no path of a URL", _describe_path(path))


def _describe_path(path: str) -> str:
    if "?" in path:
        return "describe what stands behind its ? as parameters of the query"
    return "begin with / and percent-encode the rest"


def _find_response_errors(document: Document, place: str, operation: Document) -> Iterator[DocumentError]:
    found = find_successes(document, operation)
    if not found:
        yield DocumentError(f"{place}.responses", "no success", "describe the response with a 2xx status or default")
    for response in found.values():
        if STREAM in response.get("content", {}) and not operation.get("x-events"):
            yield DocumentError(place, "a stream without x-events", "name the events and the schemas of their data")


def _find_event_errors(document: Document, place: str, operation: Document) -> Iterator[DocumentError]:
    events = operation.get("x-events", {})
    if not isinstance(operation.get("x-idempotent", False), bool):
        yield DocumentError(f"{place}.x-idempotent", "is neither true nor false", "write true or false")
    if not isinstance(events, dict):
        yield DocumentError(f"{place}.x-events", "is no object", "map each event to {schema, friendly}")
        return
    schemas = (document.get("components") or {}).get("schemas") or {}
    for name, event in events.items():
        here = f"{place}.x-events.{name}"
        known = isinstance(event, dict) and isinstance(event.get("friendly"), str)
        if not known or not isinstance(event.get("schema"), str) or event["schema"] not in schemas:
            remedy = "write {schema: <a name in components/schemas>, friendly: <type>}"
            yield DocumentError(here, "an event without a known schema and friendly name", remedy)
        elif event.get("ends", "success") not in _ENDS:
            yield DocumentError(f"{here}.ends", "is no end of a stream", f"write {' or '.join(_ENDS)}, or remove it")
        elif unknown := event.keys() - {"schema", "friendly", "ends"}:
            yield DocumentError(f"{here}.{min(unknown)}", "is not understood", "write schema, friendly and ends alone")
