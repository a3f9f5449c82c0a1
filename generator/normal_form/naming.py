"""Names of schemas and properties that are no one else's in generated code."""

from __future__ import annotations

import re
from typing import Any

from generator.document import Document
from generator.names import RESERVED_CLASSES, assign_names, to_python_name
from generator.parser import to_class_name


def find_final_name(name: str, schema: Any) -> str:
    """The name of a schema, such that its class takes no name that generated code uses."""
    if isinstance(schema, dict) and isinstance(schema.get("x-python-name"), str):
        return str(schema["x-python-name"])
    if to_class_name(name) in RESERVED_CLASSES:
        return f"{to_class_name(name)}Object"
    return name if re.fullmatch(r"[\w.-]+", name) else to_class_name(name)  # a reference would have to quote it


def add_names(properties: Document) -> Document:
    """Properties, of which those bear a name that would share it with another one otherwise."""
    given = {wire: schema.get("x-python-name") for wire, schema in properties.items()}
    wanted = [(name or wire, name or to_python_name(wire), "") for wire, name in given.items()]
    return {
        wire: schema if name == to_python_name(wire) else {**schema, "x-python-name": name}
        for (wire, schema), name in zip(properties.items(), assign_names(wanted), strict=True)
    }


def list_event_classes(document: Document) -> set[str]:
    """The classes of the events of all streams, which no schema may take."""
    operations = [op for item in (document.get("paths") or {}).values() if isinstance(item, dict)
                  for op in item.values() if isinstance(op, dict)]  # fmt: skip
    events = [e for op in operations if isinstance(op.get("x-events"), dict) for e in op["x-events"].values()]
    return {f"{to_class_name(str(event.get('friendly')))}Event" for event in events if isinstance(event, dict)}
