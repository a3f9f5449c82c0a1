"""Applies an OpenAPI Overlay document (OAI Overlay 1.0 and 1.1, JSONPath of RFC 9535).

Stricter than the standard in two points, unless `guarded` is false. A target that matches nothing is an error: what it
was about has moved. An action that replaces or removes must say in `x-expect` what it expects to find; where something
else stands, nothing is overwritten and the action is a conflict.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jsonpath import JSONPathEnvironment
from jsonpath.exceptions import JSONPathError

from generator.document import Document, load
from generator.errors import DocumentError, shorten

OVERLAY = Path("generator/openapi.overlay.yaml")
_PATHS = JSONPathEnvironment(strict=True)
_KEYS = frozenset({"target", "description", "update", "copy", "remove"})


@dataclass
class Applied:
    """What an overlay made of a document, and what it could not do."""

    document: Document
    errors: list[DocumentError] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


class _ConflictError(Exception):
    """Something else stands where an action would write."""


def load_overlay(root: Path) -> Document:
    """Read the overlay of the project; an empty one if there is none."""
    path = root / OVERLAY
    return load(path) if path.is_file() else {"overlay": "1.1.0", "info": {"title": "", "version": ""}, "actions": []}


def apply_overlay(document: Document, overlay: Document, *, guarded: bool = True) -> Applied:
    """Apply the actions of an overlay, in their order, to a copy of a document."""
    applied = Applied(copy.deepcopy(document), list(_find_malformed(overlay)))
    if applied.errors:
        return applied
    for number, action in enumerate(overlay["actions"], 1):
        place = f"{OVERLAY.as_posix()} action {number}, {action['target']}"
        try:
            _apply(applied, action, place, guarded)
        except _ConflictError as conflict:
            applied.conflicts.append(f"{place}: {conflict}")
        except JSONPathError as problem:
            applied.errors.append(DocumentError(place, f"is no JSONPath: {problem}", "see RFC 9535"))
    return applied


def _apply(applied: Applied, action: Document, place: str, guarded: bool) -> None:
    found = _find(action["target"], applied.document)
    if not found:
        if guarded:
            remedy = "correct the target if it moved, or delete the action"
            applied.errors.append(DocumentError(place, "matches nothing in the document", remedy))
        return
    if action.get("remove") is True:
        _remove(applied, found, action, guarded)
        return
    update = action.get("update")
    if "copy" in action:
        sources = _find(action["copy"], applied.document)
        if len(sources) != 1:
            problem = f"its copy selects {len(sources)} nodes"
            applied.errors.append(DocumentError(place, problem, "select exactly one"))
            return
        update = copy.deepcopy(_look_up(applied.document, sources[0]))
    expected = action.get("x-expect") if guarded else _ANYTHING
    merged = [_merge(_look_up(applied.document, way), update, expected, top=True) for way in found]
    for way, value in zip(found, merged, strict=True):
        applied.document = _replace(applied.document, way, value)


def _remove(applied: Applied, found: list[tuple[Any, ...]], action: Document, guarded: bool) -> None:
    for way in found:
        value = _look_up(applied.document, way)
        if guarded and ("x-expect" not in action or action["x-expect"] != value):
            raise _ConflictError(f"would remove {_show(value)}, expected {_show(action.get('x-expect'))}")
    for way in sorted(found, key=lambda way: [str(step).zfill(9) for step in way], reverse=True):
        del _look_up(applied.document, way[:-1])[way[-1]]


_ANYTHING = object()


def _merge(old: Any, new: Any, expected: Any, *, top: bool = False) -> Any:
    """Return the value that an update makes of another one."""
    if isinstance(old, dict) and isinstance(new, dict):
        inner = expected if isinstance(expected, dict) else {}
        more = {
            key: _merge(old[key], value, expected if expected is _ANYTHING else inner.get(key)) if key in old else value
            for key, value in new.items()
        }
        return {**old, **copy.deepcopy(more)}
    if isinstance(old, list) and new == old and expected is not _ANYTHING:
        return old  # It is said already; the standard would say it twice.
    if isinstance(old, list):
        return (
            [*old, *(new if isinstance(new, list) else [new])]
            if top or isinstance(new, list)
            else _raise_conflict(old, new)
        )
    if isinstance(new, (dict, list)) or isinstance(old, dict):
        return _raise_conflict(old, new)
    if old != new and expected is not _ANYTHING and expected != old:
        raise _ConflictError(f"would replace {_show(old)} by {_show(new)}, expected {_show(expected)}")
    return new


def _raise_conflict(old: Any, new: Any) -> Any:
    raise _ConflictError(f"{_show(new)} does not fit where {_show(old)} stands")


def _find(path: str, document: Document) -> list[tuple[Any, ...]]:
    return list(dict.fromkeys(tuple(match.parts) for match in _PATHS.finditer(path, document)))


def _look_up(document: Any, way: tuple[Any, ...]) -> Any:
    for step in way:
        document = document[step]
    return document


def _replace(document: Any, way: tuple[Any, ...], value: Any) -> Any:
    if not way:
        return value
    _look_up(document, way[:-1])[way[-1]] = value
    return document


def _show(value: Any) -> str:
    return "nothing that it states in x-expect" if value is None else shorten(repr(value), 80)


def _find_malformed(overlay: Document) -> Iterator[DocumentError]:
    place = OVERLAY.as_posix()
    if str(overlay.get("overlay", "")).rpartition(".")[0] not in ("1.0", "1.1"):
        yield DocumentError(place, "is no Overlay document", "it begins with `overlay: 1.1.0`")
    actions = overlay.get("actions")
    if not isinstance(actions, list):
        yield DocumentError(f"{place} actions", "is no list", "write `actions: []` at least")
        return
    for number, action in enumerate(actions, 1):
        here = f"{place} action {number}"
        if not isinstance(action, dict) or not isinstance(action.get("target"), str):
            yield DocumentError(here, "has no target", "write a JSONPath such as $.paths['/chat'].post")
            continue
        if unknown := [key for key in action if key not in _KEYS and not key.startswith("x-")]:
            yield DocumentError(f"{here}.{unknown[0]}", "is no field of an action", f"use {', '.join(sorted(_KEYS))}")
        if "update" not in action and "copy" not in action and action.get("remove") is not True:
            yield DocumentError(here, "does nothing", "give it an update, a copy or remove: true")
