"""What references inside a document point to: JSON pointers (RFC 6901), and the names of schemas."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from generator.document import Document

SCHEMAS = "#/components/schemas/"


def unescape(step: str) -> str:
    """A step of a pointer as a key: a pointer in a URI is quoted."""
    return unquote(step).replace("~1", "/").replace("~0", "~")


def split_reference(reference: str) -> tuple[str, ...]:
    """The keys and indexes on the way to what a reference points to."""
    return tuple(map(unescape, reference.removeprefix("#/").split("/")))


def follow(document: Document, reference: str) -> Any:
    """What a reference points to."""
    node: Any = document
    for step in split_reference(reference):
        node = node[int(step)] if isinstance(node, list) else node[step]
    return node


def resolve(document: Document, value: Any) -> Any:
    """What a local `$ref` stands for."""
    while isinstance(value, dict) and "$ref" in value:
        value = follow(document, value["$ref"])
    return value


def find_schema_name(reference: str) -> str:
    """The name of the schema that a reference points to."""
    return unescape(reference.removeprefix(SCHEMAS))


def refer_to(name: str) -> str:
    """A reference to the schema of a name."""
    return SCHEMAS + name.replace("~", "~0").replace("/", "~1")
