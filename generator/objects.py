"""The objects of a document by their kind, each with the steps that lead to it; examples hold none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.document import Document
from generator.vocabulary import VOCABULARY

Steps = tuple[str | int, ...]


def walk_objects(document: Document) -> Iterator[tuple[str, Steps, Document]]:
    """Walk through every object of a document that the closed list knows: its kind, its place, and itself."""
    yield from walk_below("document", (), document)


def walk_below(kind: str, steps: Steps, node: Any) -> Iterator[tuple[str, Steps, Document]]:
    """Walk through an object of a kind, and the objects inside it."""
    if not isinstance(node, dict):
        return
    yield kind, steps, node
    for name, value in node.items():
        expected = VOCABULARY[kind].get(name, "any")
        inner = expected.strip("[]{}")
        if inner in VOCABULARY:
            yield from _walk_inside(expected[0], inner, (*steps, name), value)


def _walk_inside(form: str, kind: str, steps: Steps, value: Any) -> Iterator[tuple[str, Steps, Document]]:
    if form == "[" and isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk_below(kind, (*steps, index), item)
    elif form == "{" and isinstance(value, dict):
        for name, item in value.items():
            yield from walk_below(kind, (*steps, name), item)
    elif form not in "[{":
        yield from walk_below(kind, steps, value)


def look_up(document: Document, steps: Steps) -> Any:
    """Return what stands at a place; the steps may be those of a reference, in which an index is a text."""
    node: Any = document
    for step in steps:
        node = node[int(step)] if isinstance(node, list) else node[step]
    return node


def format_place(steps: Steps) -> str:
    """Format a place as messages name it: `paths./chat.post.parameters[0]`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")
