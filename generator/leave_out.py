"""Takes out of a document what the generator refuses, and whatever cannot do without it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.document import Document
from generator.errors import DocumentError, raise_all
from generator.references import unescape
from generator.vocabulary import METHODS
from generator.walk import walk_nodes


class LeftOut(NamedTuple):
    """What was left out, by its place, and why."""

    place: str
    reason: DocumentError


def leave_out(document: Document, errors: Iterable[DocumentError]) -> tuple[Document, list[LeftOut]]:
    """Return the document without the operations and components that the errors are about.

    Raises what is about neither: nothing can be left out to mend it.
    """
    document = copy.deepcopy(document)
    owners = {owner: error for error in errors for owner in [_find_owner(document, error)]}
    if None in owners:
        raise_all([error for error in errors if _find_owner(document, error) is None])
    broken: dict[str, DocumentError] = {owner: error for owner, error in owners.items() if owner is not None}
    users = list(_list_uses(document))
    while more := {user: broken[used] for user, used in users if used in broken and user not in broken}:
        broken.update(more)
    for owner in broken:
        _remove(document, owner)
    paths = document.get("paths") or {}
    for path in [path for path, item in paths.items() if not any(method in item for method in (*METHODS, "$ref"))]:
        del paths[path]
    return document, [LeftOut(owner, error) for owner, error in sorted(broken.items())]


def _list_owners(document: Document) -> Iterator[str]:
    """List the places of what can be left out, what is deeper first."""
    for path, item in (document.get("paths") or {}).items():
        yield from (f"paths.{path}.{method}" for method in METHODS if isinstance(item, dict) and method in item)
        yield f"paths.{path}"
    for section, found in (document.get("components") or {}).items():
        if isinstance(found, dict):
            yield from (f"components.{section}.{name}" for name in found)
    yield from (f"webhooks.{name}" for name in document.get("webhooks") or {})


def _find_owner(document: Document, error: DocumentError) -> str | None:
    return next((owner for owner in _list_owners(document) if _is_within(error.place, owner)), None)


def _is_within(place: str, owner: str) -> bool:
    return place == owner or (place.startswith(owner) and place[len(owner)] in ".[ ")


def _list_uses(document: Document) -> Iterator[tuple[str, str]]:
    """List each pair of an owner and the component that it refers to."""
    for owner in _list_owners(document):
        node = _look_up(document, owner)
        for _, value in walk_nodes(node):
            if isinstance(value, dict) and isinstance(reference := value.get("$ref"), str):
                section, _, name = reference.removeprefix("#/components/").partition("/")
                yield owner, f"components.{section}.{unescape(name)}"
            if isinstance(value, dict) and isinstance(events := value.get("x-events"), dict):
                yield from ((owner, f"components.schemas.{e.get('schema')}") for e in events.values())


def _split_owner(owner: str) -> list[str]:
    section, _, rest = owner.partition(".")
    if section == "paths":
        path, dot, method = rest.rpartition(".")
        return [section, path, method] if dot and method in METHODS else [section, rest]
    return [section, rest] if section == "webhooks" else [section, *rest.split(".", 1)]


def _look_up(document: Document, owner: str) -> Any:
    node: Any = document
    for step in _split_owner(owner):
        node = node.get(step) if isinstance(node, dict) else None
    return node


def _remove(document: Document, owner: str) -> None:
    *way, last = _split_owner(owner)
    node: Any = document
    for step in way:
        node = node.get(step, {}) if isinstance(node, dict) else {}
    node.pop(last, None)
