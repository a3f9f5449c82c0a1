"""Ways through a document, each node with its place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.document import Document
from generator.errors import DocumentError

#: Keywords whose value is a schema, a list of schemas, or schemas by name.
_ONE = ("items", "additionalProperties")
_LIST = ("allOf", "anyOf", "oneOf")
_NAMED = ("properties",)


def walk_nodes(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Walk through every value of the document, with its place: `paths./chat.post.parameters[0]`."""
    waiting = [(place, value)]
    while waiting:
        place, value = waiting.pop()
        yield place or "document", value
        if isinstance(value, dict):
            waiting.extend((f"{place}.{key}".removeprefix("."), item) for key, item in value.items())
        elif isinstance(value, list):
            waiting.extend((f"{place}[{index}]", item) for index, item in enumerate(value))


def walk_schemas(document: Document) -> Iterator[tuple[str, Document]]:
    """Walk through every schema at or below `components.schemas` and the operations; references are not followed."""
    for name, schema in ((document.get("components") or {}).get("schemas") or {}).items():
        yield from _walk_below(f"components.schemas.{name}", schema)
    for place, node in walk_nodes({"paths": document.get("paths")}):
        if isinstance(node, dict) and isinstance(node.get("schema"), dict):
            yield from _walk_below(f"{place}.schema", node["schema"])


def _walk_below(place: str, schema: Any) -> Iterator[tuple[str, Document]]:
    if not isinstance(schema, dict):
        return
    yield place, schema
    for key in _ONE:
        yield from _walk_below(f"{place}.{key}", schema.get(key))
    for key in _LIST:
        for index, member in enumerate(schema.get(key) or []):
            yield from _walk_below(f"{place}.{key}[{index}]", member)
    for key in _NAMED:
        for name, member in (schema.get(key) or {}).items():
            yield from _walk_below(f"{place}.{key}.{name}", member)


def find_clashes(
    names: Iterable[tuple[str, str]], place: str, kind: str, places: Mapping[str, str] | None = None
) -> Iterator[DocumentError]:
    """Find two of `names`, pairs of a name in the document and its Python name, that are one in Python, or none.

    An error stands at the name below `place`, or where `places` says that the name stands.
    """
    seen: dict[str, str] = {}
    for name, python in names:
        here = (places or {}).get(name, f"{place}.{name}")
        if not python.isidentifier():
            yield DocumentError(here, f"no name in Python for this {kind}", "give it an x-python-name")
        elif python in seen:
            problem = f"{seen[python]} and {name} are both {python} in Python"
            yield DocumentError(here, problem, f"give one {kind} an x-python-name")
        else:
            seen[python] = name
