"""The methods of the client, read from their source without running any of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.facade.signatures import DeclaredArgument, find_deprecation, read_arguments

FACADE = "AsyncInfinityAssistantClient"


@dataclass(frozen=True)
class Method:
    """A method of the client that makes calls of one operation. `passed` says which argument becomes which."""

    name: str
    operation: str
    file: str
    owner: str
    line: int
    end: int
    arguments: Mapping[str, DeclaredArgument]
    returns: str
    passed: Mapping[str, str]
    deprecation: str
    doc: str = ""


def read_methods(overlays: Path) -> list[Method]:
    """Read the methods of the client and its bases that call an operation, in the order of their source."""
    classes = {
        node.name: (path.relative_to(overlays).as_posix(), node)
        for path in sorted(overlays.rglob("async_*.py"))
        for node in _read_classes(path.read_text(encoding="utf-8"))
    }
    return [method for name in _find_lineage(FACADE, classes) for method in _read_methods(*classes[name])]


@lru_cache(maxsize=128)
def _read_classes(text: str) -> list[ast.ClassDef]:
    """Read the classes of a module. Kept, because one run may compare the same client with many contracts."""
    return [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]


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
                read_arguments(node),
                returns,
                passed,
                find_deprecation(node),
                ast.get_docstring(node) or "",
            )


def _find_api_calls(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Find each call that is made of a function of `api`, as `api.name(…)` or as `self._send(api.name, …)`."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            for candidate in (call.func, *call.args):
                match candidate:
                    case ast.Attribute(value=ast.Name(id="api"), attr=operation):
                        yield operation, call
