"""The functions of `api`, read from their source without running any of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.facade.signatures import DeclaredArgument, find_deprecation, read_arguments
from generator.parser import to_class_name


@dataclass(frozen=True)
class ApiFunction:
    """A function of `api.py`: an operation of the contract. `events` are the classes of a stream, by wire name."""

    name: str
    arguments: Mapping[str, DeclaredArgument]
    returns: str
    summary: str
    events: Mapping[str, str]
    deprecation: str

    @property
    def stream(self) -> str:
        """The type of the stream that a method returns: that of a chat needs no parameter."""
        is_chat = "TextEvent" in self.events.values()
        return "t.AsyncStream" if is_chat else f"t.AsyncStream[{self.returns.replace('ev.', 't.')}]"


def read_api_functions(source: str, models: str = "") -> dict[str, ApiFunction]:
    """Read the operations that `api.py` has a function for, in its order; `models` tells the values of enums."""
    tree = ast.parse(source)
    values = _read_enum_values(models)
    events = {name: found for node in tree.body for name, found in _read_events(node)}
    return {
        node.name: ApiFunction(
            node.name,
            _read_explained(node, values),
            _read_result(node.returns),
            _read_summary(node),
            events.get(node.name.upper(), {}),
            find_deprecation(node),
        )
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }


def _read_events(node: ast.stmt) -> Iterator[tuple[str, dict[str, str]]]:
    """Read the events of a constant `NAME = Operation(…, events={"chunk": StreamEvent(…, m.TextEvent.from_dict)})`."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(keywords=keywords)):
            for keyword in keywords:
                if keyword.arg == "events" and isinstance(keyword.value, ast.Dict):
                    yield (
                        name,
                        dict(_read_event(*pair) for pair in zip(keyword.value.keys, keyword.value.values, strict=True)),
                    )


def _read_event(key: ast.expr | None, value: ast.expr) -> tuple[str, str]:
    """Read the wire name, and the class that users see: `StreamEvent("chunk", "text", …)` is a `TextEvent`."""
    event_type = value.args[1] if isinstance(value, ast.Call) else None
    name, kind = (ast.literal_eval(node) if node else "" for node in (key, event_type))
    return name, f"{to_class_name(kind)}Event"


def _read_explained(node: ast.FunctionDef, values: Mapping[str, tuple[str, ...]]) -> dict[str, DeclaredArgument]:
    """Read the arguments of a function of `api`, with what its docstring says of them."""
    docs = dict(re.findall(r"^- `(\w+)`: (.*)$", ast.get_docstring(node) or "", re.MULTILINE))
    return {
        name: replace(argument, doc=docs.get(name, ""), values=_find_known_values(argument.annotation, values))
        for name, argument in read_arguments(node).items()
    }


def _find_known_values(annotation: str, values: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(value for name in re.findall(r"\bm\.(\w+)", annotation) for value in values.get(name, ()))


@lru_cache(maxsize=4)
def _read_enum_values(models: str) -> dict[str, tuple[str, ...]]:
    """Read the texts of each enum among the models."""
    found = {}
    for name, words in re.findall(r"^(\w+) = Literal\[(.*?)\]$", models, re.MULTILINE | re.DOTALL):
        found[name] = tuple(value for value in ast.literal_eval(f"[{words}]") if isinstance(value, str))
    return found


def _read_result(returns: ast.expr | None) -> str:
    return ast.unparse(returns.slice) if isinstance(returns, ast.Subscript) else "Any"


def _read_summary(node: ast.FunctionDef) -> str:
    return (ast.get_docstring(node) or node.name).splitlines()[0]
