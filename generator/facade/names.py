"""Names of the generated modules that hand-written code uses, and that are not there."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from generator.diff.modules import PACKAGE, list_names, list_statements


@lru_cache(maxsize=4)
def find_defined(source: str) -> frozenset[str]:
    """Find the names that a module defines at its top, those for type checkers included."""
    return frozenset(name for node in list_statements(ast.parse(source).body) for name in list_names(node))


def find_missing_names(overlays: Path, known: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Find each use in `overlays` of a name that the generated module does not have; `known` says which it has."""
    for path in sorted(overlays.rglob("*.py")):
        for line, module, name in _find_used(path.read_text(encoding="utf-8"), frozenset(known)):
            if name != "*" and name not in known[module]:
                place = f"overlays/{path.relative_to(overlays).as_posix()}:{line}"
                yield f"{place} uses {module}.{name}, which is gone: delete what needs it"


@lru_cache(maxsize=512)
def _find_used(text: str, modules: frozenset[str]) -> list[tuple[int, str, str]]:
    """Find line, module and name of each use. Kept: one run may compare the same overlays with many contracts."""
    tree = ast.parse(text if any(module in text for module in modules) else "")
    return sorted(use for use in {*_find_imported(tree), *_find_attributes(tree)} if use[1] in modules)


def _find_imported(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{PACKAGE}."):
            for alias in (alias for alias in node.names if alias.name != "*"):
                yield node.lineno, (node.module or "")[len(PACKAGE) + 1 :], alias.name


def _find_attributes(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Find uses such as `m.ChatMode` after `from infinity_assistant import models as m`."""
    modules = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == PACKAGE
        for alias in node.names
    }
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=module), attr=name) if module in modules:
                yield node.lineno, modules[module], name
