"""Whether the hand-written reader of streams knows the events of the contract."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.facade.reading import ApiFunction

EVENTS, READER = "events.py", "_streaming/event_parser.py"


def missing_events(overlays: Path, functions: Iterable[ApiFunction]) -> Iterator[str]:
    """What to add to the types of events, and to the table that says how each is read."""
    events = {name: kind for function in functions for name, kind in function.events.items()}
    if not events:
        return
    types, table, special = _union(overlays / EVENTS), _table(overlays / EVENTS), _texts(overlays / READER)
    for name, kind in events.items():
        if kind not in types:
            yield f"overlays/{EVENTS}: import {kind}, and add it to __all__ and to ChatStreamEvent"
        if name not in table and name not in special:
            yield f'overlays/{EVENTS}: add the event to PLAIN_EVENTS:\n\n    "{name}": {kind},'
    for name in sorted(table - events.keys()):
        yield f"overlays/{EVENTS}: {name} is no event of the contract: delete it from PLAIN_EVENTS"


def _union(path: Path) -> set[str]:
    return {node.id for node in ast.walk(_assigned(path, "ChatStreamEvent")) if isinstance(node, ast.Name)}


def _table(path: Path) -> set[str]:
    table = _assigned(path, "PLAIN_EVENTS")
    keys = table.keys if isinstance(table, ast.Dict) else []
    return {str(key.value) for key in keys if isinstance(key, ast.Constant)}


def _assigned(path: Path, name: str) -> ast.expr:
    """The value of a constant of a module; an empty one if the module does not have it."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                return value
            case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target == name:
                return value
    return ast.Constant(None)


def _texts(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
