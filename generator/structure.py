"""Holds a document against the closed list of what is understood."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import Any

from generator.document import Document
from generator.errors import DocumentError, MalformedError
from generator.vocabulary import FACTS, REFERENCES, REMEDIES, REQUIRED, VOCABULARY

_OURS = sorted({fact for facts in FACTS.values() for fact in facts})
_WORDS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "text": ("a text", lambda value: isinstance(value, str)),
    "switch": ("true or false", lambda value: isinstance(value, bool)),
    "whole": ("a whole number", lambda value: isinstance(value, (int, float)) and value == int(value) >= 0),
    "number": ("a number", lambda value: isinstance(value, (int, float)) and not isinstance(value, bool)),
    "any": ("anything", lambda _: True),
}
_REMEDY = "see the OpenAPI specification, 3.1"


def find_structure_errors(document: Document) -> Iterator[DocumentError]:
    """Find what is not understood in a document, or is not of the type that belongs there."""
    yield from _check_object("document", "", document)


def _check_object(kind: str, place: str, node: Any) -> Iterator[DocumentError]:
    here = place or "document"
    if kind == "schema" and isinstance(node, bool):
        return
    if not isinstance(node, dict):
        yield _make_type_error(here, node, "an object")
        return
    if kind in REFERENCES and "$ref" in node:
        yield from _check_beside_reference(kind, here, node)
        return
    for name in REQUIRED.get(kind, ()):
        if name not in node and not (kind == "document" and name == "paths" and "webhooks" in node):
            yield MalformedError(here, f"no {name}", f"add it: {_REMEDY}")
    for name, value in node.items():
        yield from _check_member(kind, f"{place}.{name}".removeprefix("."), name, value)


def _check_member(kind: str, place: str, name: str, value: Any) -> Iterator[DocumentError]:
    if name.startswith("x-"):
        yield from _check_fact(kind, place, name)
    elif kind == "schema" and name == "$ref":
        if not isinstance(value, str):
            yield _make_type_error(place, value, "a text")
    elif name not in VOCABULARY[kind]:
        yield _make_unknown_error(kind, place, name)
    elif value is not None or name in ("default", "const", "example"):
        yield from _check_value(VOCABULARY[kind][name], place, value)


def _check_value(expected: str, place: str, value: Any) -> Iterator[DocumentError]:
    if " or " in expected:
        choices = expected.split(" or ")
        if not any(next(_check_value(choice, place, value), None) is None for choice in choices):
            yield _make_type_error(place, value, " or ".join(map(_describe, choices)))
    elif expected in _WORDS:
        description, is_right = _WORDS[expected]
        if not is_right(value):
            yield _make_type_error(place, value, description)
    elif expected[0] == "[":
        yield from _check_list(expected[1:-1], place, value)
    elif expected[0] == "{":
        yield from _check_mapping(expected[1:-1], place, value)
    else:
        yield from _check_object(expected, place, value)


def _check_list(expected: str, place: str, value: Any) -> Iterator[DocumentError]:
    if not isinstance(value, list):
        yield _make_type_error(place, value, "a list")
        return
    for index, item in enumerate(value):
        yield from _check_value(expected, f"{place}[{index}]", item)


def _check_mapping(expected: str, place: str, value: Any) -> Iterator[DocumentError]:
    if not isinstance(value, dict):
        yield _make_type_error(place, value, "an object")
        return
    for name, item in value.items():
        is_empty = item is None and expected in ("media-type", "schema")
        if not is_empty and not (name.startswith("x-") and expected in ("path-item", "response")):
            yield from _check_value(expected, f"{place}.{name}", item)


def _check_beside_reference(kind: str, place: str, node: Document) -> Iterator[DocumentError]:
    if not isinstance(node["$ref"], str):
        yield _make_type_error(f"{place}.$ref", node["$ref"], "a text")
    for name in node:
        if name not in ("$ref", "summary", "description") and not name.startswith("x-"):
            remedy = f"move it to what the $ref of this {kind} points to"
            yield DocumentError(f"{place}.{name}", "stands beside a $ref, which hides it", remedy)


def _check_fact(kind: str, place: str, name: str) -> Iterator[DocumentError]:
    """Find a fact of ours in the wrong place, or one that is nearly ours."""
    if name in _OURS and name not in FACTS.get(kind, ()):
        owners = " or ".join(owner for owner, facts in FACTS.items() if name in facts)
        yield DocumentError(place, f"a fact that belongs to a {owners}", "move it, or remove it")
    elif name not in _OURS and (close := difflib.get_close_matches(name, _OURS, n=1, cutoff=0.85)):
        yield DocumentError(place, "an unknown fact", f"did you mean {close[0]}?")


def _make_unknown_error(kind: str, place: str, name: str) -> DocumentError:
    close = difflib.get_close_matches(name, VOCABULARY[kind], n=1, cutoff=0.75)
    remedy = f"did you mean {close[0]}?" if close else "describe it in another way, or remove it"
    problem = f"{name} is not understood in {'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    return DocumentError(place, problem, REMEDIES.get((kind, name), remedy))


def _make_type_error(place: str, value: Any, expected: str) -> MalformedError:
    found = {dict: "an object", list: "a list", type(None): "null"}.get(type(value), repr(value)[:60])
    return MalformedError(place, f"is {found}, not {expected}", _REMEDY)


def _describe(expected: str) -> str:
    return _WORDS[expected][0] if expected in _WORDS else "a list of texts" if expected == "[text]" else expected
