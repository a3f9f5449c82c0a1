"""What the template of `api.py` is given: operations that are ready to become functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from openapi_python_client.parser import GeneratorData

from generator.arguments import Argument
from generator.bodies import build_body_arguments, build_body_expression
from generator.discriminators import Classes
from generator.document import Document
from generator.media import JSON
from generator.names import assign_names, to_argument_name, to_operation_name, to_python_name
from generator.operations import list_operations, list_parameters
from generator.parameter_styles import find_parameter_style
from generator.parsed_types import to_value_type
from generator.parser_input import to_token
from generator.references import resolve
from generator.results import Results, collect_results
from generator.schema_facts import collect_facts, find_named_classes, find_raw_name
from generator.stream_events import find_event_form, is_chat
from generator.views.operations import EventView, OperationView


def build_operation_views(document: Document, data: GeneratorData) -> list[OperationView]:
    """Build every operation of the document, in its order."""
    named = find_named_classes(document)
    tags = data.endpoint_collections_by_tag.values()
    endpoints = {str(endpoint.name): endpoint for tag in tags for endpoint in tag.endpoints}
    return [
        _call(document, (path, method, operation, item), endpoints[to_token(operation["operationId"])], named)
        for path, method, operation, item in list_operations(document)
    ]


def _call(
    document: Document, place: tuple[str, str, Document, Document], endpoint: Any, named: Classes
) -> OperationView:
    path, method, operation, item = place
    events = _build_event_views(document, operation)
    where = f"paths.{path}.{method}"
    is_bodiless = method == "head"
    found = Results(empty=is_bodiless)
    if not events and not is_bodiless:
        found = collect_results(document, operation, endpoint, f"{where}.responses", named)
    sent = build_body_arguments(document, (where, method), operation, endpoint, named)
    arguments = _separate_names(
        [*_build_parameters(document, where, list_parameters(document, operation, item), endpoint, named), *sent]
    )
    body = resolve(document, operation.get("requestBody"))
    return OperationView(
        name=str(operation.get("x-python-name") or to_operation_name(operation["operationId"])),
        tag=next(iter(operation.get("tags") or ()), "default"),
        method=method.upper(),
        path=path,
        response=_find_event_union(events) if events else found.annotation,
        reader=found.reader,
        text_media_types=found.text_media_types,
        arguments=tuple(sorted(arguments, key=lambda argument: not argument.required)),
        body=build_body_expression(body, arguments),
        media_type="" if body is None or body["x-media-type"] == JSON else body["x-media-type"],
        empty=found.empty,
        binary=found.binary,
        accept=found.accept,
        readers=found.readers,
        events=events,
        facts=operation,
    )


def _build_event_views(document: Document, operation: Document) -> tuple[EventView, ...]:
    schemas = document["components"]["schemas"]
    return tuple(
        EventView(name, event["friendly"], str(event.get("ends", "")), find_event_form(schemas[event["schema"]]))
        for name, event in operation.get("x-events", {}).items()
    )


def _find_event_union(events: Sequence[EventView]) -> str:
    """Find what a stream yields. A chat has a union that is written by hand."""
    if is_chat(event.event_type for event in events):
        return "ev.ChatStreamEvent"
    names = dict.fromkeys(f"m.{event.class_name}" for event in events)
    return f"Union[{', '.join(names)}, ev.UnknownEvent]"


def _separate_names(arguments: list[Argument]) -> list[Argument]:
    """Return the arguments under names that stay apart."""
    given = [argument.facts.get("x-python-name") for argument in arguments]
    wanted = [
        (str(name or argument.wire), str(name or to_argument_name(argument.wire, argument.place)), argument.place)
        for name, argument in zip(given, arguments, strict=True)
    ]
    names = assign_names(wanted)
    return [replace(argument, name=name) for argument, name in zip(arguments, names, strict=True)]


def _build_parameters(
    document: Document, where: str, given: Sequence[Document], endpoint: Any, named: Classes
) -> list[Argument]:
    props = {find_raw_name(prop): prop for prop in endpoint.query_parameters}
    found = []
    for parameter in given:
        wire, place = parameter["name"], parameter["in"]
        beside: Document = {
            key: parameter[key] for key in ("description", "deprecated", "x-python-name") if key in parameter
        }
        facts: Document = {**collect_facts(document, parameter["schema"]), **beside}
        kind = to_value_type(props[f"{place} {wire}"], f"{where}.parameters.{wire}", named)
        style = find_parameter_style(parameter, kind.tag, f"{where}.parameters.{wire}")
        required = parameter.get("required", False)
        found.append(Argument(wire, to_python_name(wire), place, kind, required, facts, style))
    return found
