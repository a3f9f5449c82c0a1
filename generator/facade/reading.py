"""The methods of the client and the functions of `api.py`, read from their source without running any of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from generator.tool import to_class_name

FACADE = "AsyncInfinityAssistantClient"


@dataclass(frozen=True)
class Argument:
    """A parameter: its type as source, and whether it may be left out."""

    name: str
    annotation: str
    required: bool
    default: str = "None"
    #: What the document says of it, and the values that it names.
    doc: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class ApiFunction:
    """A function of `api.py`: an operation of the contract. `events` are the classes of a stream, by wire name."""

    name: str
    arguments: Mapping[str, Argument]
    returns: str
    summary: str
    events: Mapping[str, str]
    deprecation: str

    @property
    def stream(self) -> str:
        """The type of the stream that a method returns: that of a chat needs no parameter."""
        is_chat = "TextEvent" in self.events.values()
        return "t.AsyncStream" if is_chat else f"t.AsyncStream[{self.returns.replace('ev.', 't.')}]"


@dataclass(frozen=True)
class Method:
    """A method of the client that makes calls of one operation. `passed` says which argument becomes which."""

    name: str
    operation: str
    file: str
    owner: str
    line: int
    end: int
    arguments: Mapping[str, Argument]
    returns: str
    passed: Mapping[str, str]
    deprecation: str
    doc: str = ""


def read_api_functions(source: str, models: str = "") -> dict[str, ApiFunction]:
    """The operations that `api.py` has a function for, in its order; `models` tells the values of enums."""
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
            _find_deprecation(node),
        )
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }


def read_methods(overlays: Path) -> list[Method]:
    """The methods of the client and its bases that call an operation, in the order of their source."""
    classes = {
        node.name: (path.relative_to(overlays).as_posix(), node)
        for path in sorted(overlays.rglob("async_*.py"))
        for node in _read_classes(path.read_text(encoding="utf-8"))
    }
    return [method for name in _find_lineage(FACADE, classes) for method in _read_methods(*classes[name])]


@lru_cache(maxsize=128)
def _read_classes(text: str) -> list[ast.ClassDef]:
    """The classes of a module. Kept, because one run may compare the same client with many contracts."""
    return [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]


def _read_events(node: ast.stmt) -> Iterator[tuple[str, dict[str, str]]]:
    """The events that a constant `NAME = Operation(…, events={"chunk": StreamEvent(…, m.TextEvent.from_dict)})` has."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(keywords=keywords)):
            for keyword in keywords:
                if keyword.arg == "events" and isinstance(keyword.value, ast.Dict):
                    yield (
                        name,
                        dict(_read_event(*pair) for pair in zip(keyword.value.keys, keyword.value.values, strict=True)),
                    )


def _read_event(key: ast.expr | None, value: ast.expr) -> tuple[str, str]:
    """The wire name, and the class that users see: `StreamEvent("chunk", "text", …)` is a `TextEvent`."""
    event_type = value.args[1] if isinstance(value, ast.Call) else None
    name, kind = (ast.literal_eval(node) if node else "" for node in (key, event_type))
    return name, f"{to_class_name(kind)}Event"


def _find_lineage(name: str, classes: Mapping[str, tuple[str, ast.ClassDef]]) -> list[str]:
    if name not in classes:
        return []
    bases = [base.id for base in classes[name][1].bases if isinstance(base, ast.Name)]
    return list(dict.fromkeys([name, *(found for base in bases for found in _find_lineage(base, classes))]))


def _read_methods(file: str, owner: ast.ClassDef) -> Iterator[Method]:
    for node in owner.body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        for operation, call in _find_api_calls(node):
            passed = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords if keyword.arg}
            returns = ast.unparse(node.returns) if node.returns else ""
            yield Method(
                node.name,
                operation,
                f"overlays/{file}",
                owner.name,
                node.lineno,
                node.end_lineno or node.lineno,
                _read_arguments(node),
                returns,
                passed,
                _find_deprecation(node),
                ast.get_docstring(node) or "",
            )


def _find_api_calls(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Each call that is made of a function of `api`, as `api.name(…)` or as `self._send(api.name, …)`."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            for candidate in (call.func, *call.args):
                match candidate:
                    case ast.Attribute(value=ast.Name(id="api"), attr=operation):
                        yield operation, call


def _read_arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> dict[str, Argument]:
    declared = node.args
    positional = [*declared.posonlyargs, *declared.args]
    first_default = len(positional) - len(declared.defaults)
    defaults = [None] * first_default + list(declared.defaults)
    found = [_read_argument(*pair) for pair in zip(positional, defaults, strict=True) if pair[0].arg != "self"]
    found += [_read_argument(*pair) for pair in zip(declared.kwonlyargs, declared.kw_defaults, strict=True)]
    return {argument.name: argument for argument in found}


def _read_explained(node: ast.FunctionDef, values: Mapping[str, tuple[str, ...]]) -> dict[str, Argument]:
    """The arguments of a function of `api`, with what its docstring says of them."""
    docs = dict(re.findall(r"^- `(\w+)`: (.*)$", ast.get_docstring(node) or "", re.MULTILINE))
    return {
        name: replace(argument, doc=docs.get(name, ""), values=_find_known_values(argument.annotation, values))
        for name, argument in _read_arguments(node).items()
    }


def _find_known_values(annotation: str, values: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(value for name in re.findall(r"\bm\.(\w+)", annotation) for value in values.get(name, ()))


@lru_cache(maxsize=4)
def _read_enum_values(models: str) -> dict[str, tuple[str, ...]]:
    """The texts of each enum among the models."""
    found = {}
    for name, words in re.findall(r"^(\w+) = Literal\[(.*?)\]$", models, re.MULTILINE | re.DOTALL):
        found[name] = tuple(value for value in ast.literal_eval(f"[{words}]") if isinstance(value, str))
    return found


def _read_argument(node: ast.arg, default: ast.expr | None) -> Argument:
    annotation = ast.unparse(node.annotation) if node.annotation else "Any"
    return Argument(node.arg, annotation, default is None, "None" if default is None else ast.unparse(default))


def _read_result(returns: ast.expr | None) -> str:
    return ast.unparse(returns.slice) if isinstance(returns, ast.Subscript) else "Any"


def _find_deprecation(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """The decorator that marks a function as deprecated; empty if there is none."""
    marks = (ast.unparse(decorator) for decorator in node.decorator_list)
    return next((mark for mark in marks if mark.startswith("deprecated(")), "")


def _read_summary(node: ast.FunctionDef) -> str:
    return (ast.get_docstring(node) or node.name).splitlines()[0]
