"""What the template of `api.py` is given: operations that are ready to become functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from openapi_python_client.parser import GeneratorData

from generator.arguments import Argument
from generator.bodies import build_body_arguments, build_body_expression
from generator.code import format_docstring, to_literal
from generator.discriminators import Classes
from generator.document import Document
from generator.kinds import to_kind, to_value_literal
from generator.media import JSON
from generator.modules import to_module_name
from generator.names import assign_names, to_argument_name, to_operation_name, to_python_name
from generator.reduced import list_operations, list_parameters, resolve, to_token
from generator.results import Results, collect_results
from generator.schema_facts import collect_facts, find_named_classes, find_raw_name
from generator.stream_events import find_event_form, to_event_class
from generator.styles import find_parameter_style


@dataclass(frozen=True)
class EventView:
    """An event of a stream: its name on the wire, its type, how it ends the stream, and what its data is."""

    wire: str
    event_type: str
    ends: str
    form: str

    @property
    def class_name(self) -> str:
        """The class of the event."""
        return to_event_class(self.event_type)

    @property
    def source(self) -> str:
        """The event as Python source."""
        read = f'reading.ModelReader(m, "{self.class_name}")'
        ends = f', ends="{self.ends}"' if self.ends else ""
        form = f', form="{self.form}"' if self.form != "object" else ""
        name = to_literal(self.wire)
        return f"{name}: StreamEvent({name}, {to_literal(self.event_type)}, {read}{ends}{form})"


@dataclass(frozen=True)
class OperationView:
    """An operation, ready to become a function."""

    name: str
    tag: str
    method: str
    path: str
    response: str
    reader: str
    #: Media types in which the response is text, not JSON.
    text_media_types: tuple[str, ...]
    arguments: tuple[Argument, ...]
    #: How the body is sent, as a call of `Call` names it: empty if there is none.
    body: str
    media_type: str
    #: A success may have no body.
    empty: bool
    #: Media types in which the response is bytes.
    binary: tuple[str, ...]
    #: Media types that are asked for; empty for JSON.
    accept: tuple[str, ...]
    #: Readers by status, where successes differ.
    readers: tuple[tuple[str, str], ...]
    events: tuple[EventView, ...]
    facts: Document

    @property
    def module(self) -> str:
        """The module of `api` in which it stands; a function may be called as its tag, so modules are private."""
        return f"_{to_module_name(self.tag)}"

    @property
    def constant(self) -> str:
        """The name of the constant; not every script has capitals."""
        upper = self.name.upper()
        return f"{upper}_OPERATION" if upper == self.name else upper

    @property
    def idempotent(self) -> bool:
        """Whether it is safe to repeat."""
        return bool(self.facts.get("x-idempotent", self.method in ("GET", "HEAD")))

    @property
    def deprecated(self) -> bool:
        """Whether the document advises against it."""
        return self.facts.get("deprecated") is True

    @property
    def deprecation(self) -> str:
        """The warning of a deprecated operation."""
        return f"{self.name} is deprecated: the service may cease to offer it"

    def at(self, place: str) -> list[Argument]:
        """The arguments that travel at `place`."""
        return [argument for argument in self.arguments if argument.place == place]

    @property
    def conditions(self) -> list[tuple[str, str, str]]:
        """Arguments that are required when another has a value: both names, and the value, as a literal."""
        names = {argument.wire: argument.name for argument in self.arguments}
        return [
            (argument.name, names[wire], to_value_literal(value))
            for argument in self.arguments
            for wire, value in argument.facts.get("x-required-when", {}).items()
            if wire in names and not argument.required
        ]

    @property
    def styles(self) -> list[tuple[str, str]]:
        """The names on the wire, as literals, of parameters that are not written as usual, and how they are."""
        found = [argument for argument in self.arguments if argument.style and argument.place != "header"]
        return [(to_literal(f"{argument.place}.{argument.wire}"), argument.style) for argument in found]

    @property
    def doc(self) -> str:
        """The docstring."""
        parts = [str(self.facts.get(key, "")).strip() for key in ("summary", "description")]
        described = (argument for argument in self.arguments if argument.doc)
        arguments = [f"- `{argument.name}`: {' '.join(argument.doc.split())}" for argument in described]
        is_choice = bool(self.text_media_types and self.reader)
        text_media_types = (
            f"Where the arguments ask for {' or '.join(self.text_media_types)}, the response is a `str`."
            if is_choice
            else ""
        )
        deprecated = "Deprecated: the service may cease to offer it." if self.deprecated else ""
        return format_docstring(
            "\n\n".join(filter(None, [*parts, text_media_types, deprecated, "\n".join(arguments)])) or self.name
        )


def build_operation_views(document: Document, data: GeneratorData) -> list[OperationView]:
    """Every operation of the document, in its order."""
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
    """What a stream yields. One that brings a text is a chat, whose union is written by hand."""
    if any(event.event_type == "text" for event in events):
        return "ev.ChatStreamEvent"
    names = dict.fromkeys(f"m.{event.class_name}" for event in events)
    return f"Union[{', '.join(names)}, ev.UnknownEvent]"


def _separate_names(arguments: list[Argument]) -> list[Argument]:
    """The arguments under names that stay apart."""
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
        kind = to_kind(props[f"{place} {wire}"], f"{where}.parameters.{wire}", named)
        style = find_parameter_style(parameter, kind.tag, f"{where}.parameters.{wire}")
        required = parameter.get("required", False)
        found.append(Argument(wire, to_python_name(wire), place, kind, required, facts, style))
    return found
