"""The arguments that make up the body of an operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.arguments import Argument
from generator.discriminators import Classes
from generator.document import Document
from generator.media import FORM, MULTIPART
from generator.names import to_python_name
from generator.operations import find_request_body
from generator.parameter_styles import find_form_style, find_part_type
from generator.parsed_types import to_value_type
from generator.references import resolve
from generator.schema_facts import collect_facts, collect_property_facts, find_raw_name, list_properties
from generator.value_types import ValueType

#: The argument for a body that is no object with properties.
PAYLOAD = "payload"


def build_body_arguments(
    document: Document, of: tuple[str, str], operation: Document, endpoint: Any, named: Classes
) -> list[Argument]:
    """Build one argument for each property that is sent, or one for the whole body; `of` is a place, and its method."""
    where, method = f"{of[0]}.requestBody", of[1]
    body = resolve(document, operation.get("requestBody"))
    if body is None:
        return []
    schema = find_request_body(document, operation)
    if schema is None:
        (kind,) = body["content"]
        value = ValueType("string" if kind.startswith("text/") else "bytes")
        told = {"description": body.get("description", "")}
        return [Argument("body", "body", PAYLOAD, value, body["required"], told)]
    found = endpoint.bodies[0].prop
    facts = collect_property_facts(document, resolve(document, schema))
    if not facts or not hasattr(found, "required_properties"):
        value = to_value_type(found, where, named)
        facts_of_body = {"description": body.get("description", ""), **collect_facts(document, schema)}
        return [Argument("body", "body", PAYLOAD, value, body["required"], facts_of_body)]
    return _build_field_arguments(document, body, facts, found, where, named, may_clear=method == "patch")


def build_body_expression(body: Document | None, arguments: Sequence[Argument]) -> str:
    """Return what a call is given as its body; empty if there is none. One that nobody asked for is not sent."""
    if body is None:
        return ""
    if any(argument.place == PAYLOAD for argument in arguments):
        return "body"
    if not any(argument.place == "body" for argument in arguments):
        return "{}" if body["required"] else ""
    return "_body" if body["required"] else "_body or None"


def _build_field_arguments(
    document: Document,
    body: Document,
    facts: dict[str, Document],
    found: Any,
    place: str,
    named: Classes,
    *,
    may_clear: bool,
) -> list[Argument]:
    props = {find_raw_name(prop): prop for prop in list_properties(found)}
    is_multipart = MULTIPART in body["content"]
    arguments = []
    for wire, told in facts.items():
        if told.get("readOnly") is True:
            continue
        kind = to_value_type(props[wire], f"{place}.{wire}", named)
        if is_multipart:
            kind = _put_files(kind, told, document)
        required = bool(props[wire].required and body["required"])
        # In a body that may be left out, None for a field that it must have says null.
        clears = may_clear or (bool(props[wire].required) and not required)
        style = _find_style(body, wire, kind, f"{place}.content")
        arguments.append(Argument(wire, to_python_name(wire), "body", kind, required, told, style, may_clear=clears))
    return arguments


def _put_files(kind: ValueType, told: Document, document: Document) -> ValueType:
    """The type of a part: what is binary there is a file, alone or in a list."""
    if told.get("format") == "binary":
        return ValueType("file")
    if kind.tag == "list" and isinstance(told.get("items"), dict):
        return replace(kind, inner=(_put_files(kind.inner[0], collect_facts(document, told["items"]), document),))
    return kind


def _find_style(body: Document, wire: str, kind: ValueType, place: str) -> str:
    ((media_type, media),) = body["content"].items()
    encoding, where = media["encoding"].get(wire) or {}, f"{place}.{media_type}.encoding.{wire}"
    if media_type == FORM:
        return find_form_style(encoding, kind.tag, where)
    return find_part_type(encoding, where) if media_type == MULTIPART else ""
