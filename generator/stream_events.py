"""The events of a stream as users see them: the data of each, and its `type`.

`x-events` says under which type the data of an event is handed over. Each type becomes a class of its own, `phase`
`PhaseEvent`, so that a program can tell the events apart by their type or by their class.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.document import Document, DocumentError
from generator.operations import list_operations
from generator.parser import to_class_name
from generator.references import resolve


def add_stream_events(document: Document) -> Document:
    """Return the document with one schema more for each type of event."""
    schemas: Document = document.get("components", {}).get("schemas", {})
    added: Document = {}
    for path, method, operation, _ in list_operations(document):
        for name, event in operation.get("x-events", {}).items():
            place = f"paths.{path}.{method}.x-events.{name}"
            class_ = to_event_class(event["friendly"])
            schema = _build_event_schema(document, schemas[event["schema"]], (name, event["friendly"]), place)
            if class_ in schemas or added.setdefault(class_, schema) != schema:
                raise DocumentError(place, f"two schemas called {class_}", "choose another friendly name")
            _check_type(operation, event["friendly"], schema, place)
    return {**document, "components": {**document.get("components", {}), "schemas": {**schemas, **added}}}


def to_event_class(event_type: str) -> str:
    """Return the class of the events of a type."""
    return f"{to_class_name(event_type)}Event"


def is_chat(event_types: Iterable[str]) -> bool:
    """Tell whether a stream is one whose pieces the client joins: it brings texts, and says when it is done."""
    return set(event_types) >= {"text", "done"}


def find_event_form(schema: Document) -> str:
    """Find what the data of an event is: an `object`, other `json`, or `text`."""
    if schema.get("type") == "object" or "properties" in schema:
        return "object"
    return "text" if schema.get("type") == "string" else "json"


def _build_event_schema(document: Document, data: Document, names_of_it: tuple[str, str], place: str) -> Document:
    """Build the schema of an event: its type, and its data under the names that users see."""
    event_type = names_of_it[1]
    seen: Document = {"type": {"const": event_type, "description": f'Always "{event_type}".'}}
    if find_event_form(data) != "object":
        return {"type": "object", "required": ["type", "data"], "properties": {**seen, "data": data}}
    names = {}
    for name, schema in data.get("properties", {}).items():
        if name == "type" and _find_constant(resolve(document, schema)) in names_of_it:
            continue  # The type that the service writes is the one that users see, or the name of the event.
        names[name] = resolve(document, schema).get("x-friendly", name)
        if names[name] in seen:
            raise DocumentError(f"{place} {name}", "two fields of one name", "choose another x-friendly")
        seen[names[name]] = schema
    required = ["type", *(names[name] for name in data.get("required", []) if name in names)]
    # A type checker cannot tell events apart by key, so each must let itself be asked for the keys of the others.
    return {**data, "required": required, "properties": seen, "additionalProperties": True}


def _check_type(operation: Document, event_type: str, schema: Document, place: str) -> None:
    """Refuse a type that the client would take for another."""
    if event_type == "unknown":
        raise DocumentError(place, "unknown is the type of what no document describes", "choose another friendly name")
    types = [event["friendly"] for event in operation["x-events"].values()]
    if event_type == "text" and is_chat(types) and "content" not in schema["properties"]:
        remedy = "give its text x-friendly: content, or choose another friendly name"
        raise DocumentError(place, "a text without content, in a stream that ends with done", remedy)


def _find_constant(schema: Document) -> object:
    values = [schema["const"]] if "const" in schema else schema.get("enum") or []
    return values[0] if len(values) == 1 else None
