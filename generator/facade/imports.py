"""The imports that pasted code needs and a module does not have yet."""

from __future__ import annotations

import ast
import builtins

_TYPING = frozenset({
    "Any", "Dict", "Iterable", "List", "Literal", "Mapping", "Optional", "Sequence", "Tuple", "Union",
})  # fmt: skip
_OTHERS = {
    "datetime": "import datetime",
    "NOT_GIVEN": "from infinity_assistant._models.not_given import NOT_GIVEN",
    "NotGiven": "from infinity_assistant._models.not_given import NotGiven",
    "FileTypes": "from infinity_assistant._models.files import FileTypes",
    "deprecated": "from infinity_assistant._models.deprecation import deprecated",
}


def add_imports(source: str) -> str:
    """Return the module with what its names need; ruff puts the lines in order."""
    tree = ast.parse(source)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    missing = used - _find_defined(tree) - set(dir(builtins))
    wanted = [f"from typing import {', '.join(sorted(missing & _TYPING))}"] if missing & _TYPING else []
    wanted += [line for name, line in _OTHERS.items() if name in missing]
    if not wanted:
        return source
    lines = source.splitlines(keepends=True)
    place = next((n.end_lineno for n in reversed(tree.body) if isinstance(n, (ast.Import, ast.ImportFrom))), 0) or 0
    return "".join([*lines[:place], *(f"{line}\n" for line in wanted), *lines[place:]])


def _find_defined(tree: ast.Module) -> set[str]:
    found = {alias.asname or alias.name for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))
             for alias in node.names}  # fmt: skip
    found |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    found |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return found | {
        n.name for n in ast.walk(tree) if isinstance(n, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
    }
