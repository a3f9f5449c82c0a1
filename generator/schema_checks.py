"""What schemas must be: built from what has a Python form, with names that stay apart."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from generator import parser
from generator.document import Document
from generator.errors import DocumentError
from generator.walk import find_clashes, walk_schemas

_SWITCHES = ("x-echo", "x-secret", "x-shown", "x-not-blank", "x-checked", "deprecated")
_TYPES = ("string", "number", "integer", "boolean", "array", "object", "null")
_LENGTH_UNITS = ("utf-16", "characters")
LEADS_BACK = "leads back to itself"


def find_schema_errors(document: Document) -> Iterator[DocumentError]:
    """Find the schemas that have no faithful Python form."""
    named = (document.get("components") or {}).get("schemas") or {}
    classes = ((name, _find_class(name, schema)) for name, schema in named.items())
    yield from find_clashes(classes, "components.schemas", "schema")
    for name in named:
        yield from _find_circle_errors(named, name)
    for place, schema in walk_schemas(document):
        yield from _find_errors(place, schema)


def _find_errors(place: str, schema: Document) -> Iterator[DocumentError]:
    for fact in _SWITCHES:
        if not isinstance(schema.get(fact, False), bool):
            yield DocumentError(f"{place}.{fact}", "is neither true nor false", "write true or false")
    if not _are_values(schema, schema.get("x-deprecated-values", [])):
        problem = "is no list of values of its enum"
        yield DocumentError(f"{place}.x-deprecated-values", problem, "name values of the enum")
    if schema.get("x-length-unit", "utf-16") not in _LENGTH_UNITS:
        yield DocumentError(f"{place}.x-length-unit", "an unknown unit", f"write one of {', '.join(_LENGTH_UNITS)}")
    yield from _find_type_errors(place, schema)
    if "enum" in schema and not schema["enum"]:
        yield DocumentError(f"{place}.enum", "no values", "write at least one, or remove the keyword")
    properties = schema.get("properties") or {}
    yield from _find_condition_errors(place, properties, schema.get("x-expected", []))
    yield from find_name_errors(place, schema)
    given = [(name, str(inner["x-python-name"])) for name, inner in properties.items() if _is_named(inner)]
    yield from find_clashes(given, f"{place}.properties", "property")


def _find_type_errors(place: str, schema: Document) -> Iterator[DocumentError]:
    kinds = schema.get("type")
    for kind in [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else ():
        if kind == "file":
            yield DocumentError(f"{place}.type", "file is a type of Swagger 2", "write type: string, format: binary")
        elif kind not in _TYPES:
            yield DocumentError(f"{place}.type", f"{kind} is no type of JSON", f"write one of {', '.join(_TYPES)}")


def _find_condition_errors(place: str, properties: Document, expected: object) -> Iterator[DocumentError]:
    # Names that are gone, or required now, do no harm: a new document of the service is not refused for them.
    if not isinstance(expected, list) or not all(isinstance(name, str) for name in expected):
        yield DocumentError(f"{place}.x-expected", "is no list of names", "write a list of properties")
    for name, value in properties.items():
        if isinstance(value, dict) and not isinstance(value.get("x-required-when", {}), dict):
            problem = "is no mapping of other properties to a value each"
            yield DocumentError(f"{place}.properties.{name}.x-required-when", problem, "write one, or remove it")


def _find_class(name: str, schema: object) -> str:
    given = schema.get("x-python-name") if isinstance(schema, dict) else None
    return parser.to_class_name(given if isinstance(given, str) else name)


def _is_named(schema: object) -> bool:
    name = schema.get("x-python-name") if isinstance(schema, dict) else None
    return isinstance(name, str) and name.isidentifier()


def find_name_errors(place: str, node: Document) -> Iterator[DocumentError]:
    """A name that somebody gave is a name in Python."""
    name = node.get("x-python-name", "name")
    if not isinstance(name, str) or not name.isidentifier() or keyword.iskeyword(name) or name.startswith("_"):
        yield DocumentError(f"{place}.x-python-name", f"{name!r} is no name in Python", "write letters, digits and _")


def _are_values(schema: Document, values: object) -> bool:
    return isinstance(values, list) and all(value in (schema.get("enum") or ()) for value in values)


def _find_circle_errors(named: Document, start: str) -> Iterator[DocumentError]:
    """An `allOf`, or a union, that leads back to its own schema describes nothing."""
    for keywords in (("allOf",), ("anyOf", "oneOf")):
        waiting, seen = [start], set()
        while waiting:
            name = waiting.pop()
            seen.add(name)
            parts = [_follow(part, keywords) for part in _list_parts(named[name], keywords)]
            targets = [target for found in parts for target in found]
            if start in targets:
                place = f"components.schemas.{start}.{keywords[0] if keywords[0] in named[start] else keywords[-1]}"
                yield DocumentError(place, LEADS_BACK, "break the circle")
                return
            waiting += [target for target in targets if target in named and target not in seen]


def _list_parts(schema: object, keywords: tuple[str, ...]) -> list[object]:
    return [part for key in keywords for part in schema.get(key) or ()] if isinstance(schema, dict) else []


def _follow(part: object, keywords: tuple[str, ...]) -> list[str]:
    """The schemas that a part leads to without an object in between."""
    if not isinstance(part, dict):
        return []
    inner = [target for below in _list_parts(part, keywords) for target in _follow(below, keywords)]
    return [str(part["$ref"]).removeprefix("#/components/schemas/"), *inner] if "$ref" in part else inner
