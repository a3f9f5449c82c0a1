"""`allOf`: several descriptions of one value become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.document import Document
from generator.errors import DocumentError
from generator.normal_form.keywords import is_annotation

_UNIONS = ("anyOf", "oneOf")


def fold(parts: Sequence[Document], place: str) -> Document:
    """Put the parts of an `allOf` together; a later part says the last word on what an earlier one says, too.

    A part that is a union makes the whole one: each of its members with all other parts.
    """
    for index, part in enumerate(parts):
        if members := [member for key in _UNIONS for member in part.get(key) or ()]:
            beside = {key: value for key, value in part.items() if key not in _UNIONS}
            others = [*parts[:index], beside, *parts[index + 1 :]]
            possible = [member for member in members if _is_possible(member, others)] or members
            whole = {"anyOf": [{"allOf": [*others, member]} for member in possible]}
            return {**whole, **({"discriminator": part["discriminator"]} if "discriminator" in part else {})}
    folded: Document = {}
    for part in parts:
        _check_types(folded, part, place)
        folded = _merge(folded, part, place)
    return folded


def is_only_required(schema: Any) -> bool:
    """Return whether a member of a union says nothing but which properties must be there, which the service checks."""
    kept = {key for key in schema if not is_annotation(key)} if isinstance(schema, dict) else {"type"}
    return kept <= {"required", "not", "minProperties"}


def _merge(old: Document, new: Document, place: str) -> Document:
    merged = {**old, **new}
    if "properties" in old and "properties" in new:
        properties = dict(old["properties"])
        for name, schema in new["properties"].items():
            properties[name] = _override(properties.get(name), schema)
        merged["properties"] = properties
    if "required" in old and "required" in new:
        merged["required"] = list(dict.fromkeys([*old["required"], *new["required"]]))
    return merged


def _override(old: Any, new: Any) -> Any:
    """Return a property that both describe: the newer says what it is, unless it only says more about it."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    if any(key in new for key in ("type", "$ref", "allOf", "enum", "const", *_UNIONS)):
        return {**{key: value for key, value in old.items() if is_annotation(key)}, **new}
    return {**old, **new}


def _is_possible(member: Any, others: Sequence[Document]) -> bool:
    """Return whether a member of a union can be what the other parts say: null is no object."""
    kind = _find_type(member) if isinstance(member, dict) else ""
    return not kind or all(_find_type(other) in ("", kind) for other in others)


def _check_types(old: Document, new: Document, place: str) -> None:
    before, after = _find_type(old), _find_type(new)
    if before and after and before != after:
        problem = f"one part is of type {before}, another of type {after}"
        raise DocumentError(f"{place}.allOf", problem, "no value is both: correct one of them")


def _find_type(schema: Document) -> str:
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((name for name in kind if name != "null"), "null") if len(set(kind) - {"null"}) == 1 else None
    return str(kind or ("object" if "properties" in schema else ""))
