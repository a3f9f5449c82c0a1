"""Enums and constants: without null, of one type each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.document import Document
from generator.errors import DocumentError

#: What the documents of others write where the type says otherwise: `type: string, enum: [1, 2]`.
_CONVERTED: dict[tuple[str, type], Callable[[Any], Any]] = {
    ("string", int): str,
    ("string", float): str,
    ("integer", str): int,
    ("number", int): float,
}


def split_values(schema: Document, place: str) -> tuple[list[Document], bool]:
    """Return the schemas that a schema with fixed values stands for, one for each type, and whether it may be null."""
    given = schema["enum"] if "enum" in schema else [schema["const"]]
    kinds = schema.get("type")
    declared = [kinds] if isinstance(kinds, str) else [kind for kind in kinds or () if kind != "null"]
    values = list(dict.fromkeys((type(v), v) for v in (_convert(v, declared, place) for v in given) if v is not None))
    groups: dict[type, list[Any]] = {}
    for kind, value in values:
        groups.setdefault(kind, []).append(value)
    rest = {key: value for key, value in schema.items() if key not in ("enum", "const", "type")}
    found = [{**rest, **_build_fixed(kind, group, schema)} for kind, group in groups.items()]
    return found, None in given


def _build_fixed(kind: type, values: list[Any], schema: Document) -> Document:
    if kind is float:
        return {"type": "number"}
    if kind is bool:
        declared = {"type": "boolean"} if "type" in schema or len(values) > 1 else {}
        return {**declared, **({"const": values[0]} if len(values) == 1 else {})}
    if "const" in schema:
        return {"const": values[0]}
    return {"type": "string" if kind is str else "integer", "enum": values}


def _convert(value: Any, declared: list[str], place: str) -> Any:
    if isinstance(value, (dict, list)):
        raise DocumentError(place, "a fixed value that is no scalar", "describe it by its properties")
    if value is None or len(declared) != 1:
        return value
    convert = _CONVERTED.get((declared[0], type(value)), lambda same: same)
    try:
        return convert(value)
    except ValueError:
        raise DocumentError(
            f"{place}.enum", f"{value!r} is no {declared[0]}", "correct the value or the type"
        ) from None
