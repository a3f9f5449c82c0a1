"""Whether the union of events knows those of the contract. How each is read is a fact of its operation."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.facade.api_functions import ApiFunction

EVENTS = "events.py"
UNION = "ChatStreamEvent"
TEXT = "TextEvent"


def find_missing_events(overlays: Path, functions: Iterable[ApiFunction]) -> Iterator[str]:
    """Find what to add to the types of events."""
    for kind in sorted(_find_chat_events(functions) - _read_union(overlays / EVENTS)):
        yield f"overlays/{EVENTS}: import {kind}, and add it to __all__ and to ChatStreamEvent"


def add_events(source: str, functions: Iterable[ApiFunction]) -> str:
    """Return the module of events with the classes that its union lacks; ruff puts the lines in order."""
    known = {node.id for node in ast.walk(_find_assigned(source, UNION)) if isinstance(node, ast.Name)}
    for kind in sorted(_find_chat_events(functions) - known):
        source = source.replace(f"{UNION} = Union[\n", f"{UNION} = Union[\n    {kind},\n", 1)
        source = source.replace("__all__ = [\n", f'__all__ = [\n    "{kind}",\n', 1)
        source = source.replace(
            "from infinity_assistant.models import (\n", f"from infinity_assistant.models import (\n    {kind},\n", 1
        )
    return source


def _find_chat_events(functions: Iterable[ApiFunction]) -> set[str]:
    """Find the classes of the events of streams that bring a text: other streams have events of their own."""
    chats = (function for function in functions if TEXT in function.events.values())
    return {kind for function in chats for kind in function.events.values()}


def _read_union(path: Path) -> set[str]:
    assigned = _find_assigned(path.read_text(encoding="utf-8"), UNION)
    return {node.id for node in ast.walk(assigned) if isinstance(node, ast.Name)}


def _find_assigned(source: str, name: str) -> ast.expr:
    """Find the value of a constant of a module; an empty one if the module does not have it."""
    for node in ast.parse(source).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                return value
            case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target == name:
                return value
    return ast.Constant(None)
