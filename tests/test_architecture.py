"""Imports point one way: down."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Dict, Iterator, List, Set

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "infinity_assistant"

#: One line for each folder, or for modules that stand on one level: each may import from itself and the lines above.
LAYERS = """
_lazy_modules _service_facts _status _text _version errors
_models
models
api
_http
_core
_replay_guard _webhook_envelope _webhook_headers events webhooks
_streaming
_drift
_client
client async_client
call exceptions sse types stream async_stream transport async_transport
async_base base description drift headers options response
bulk
__init__ otel testing
_mcp
cli
__main__
_pyinstaller
"""
LEVELS: Dict[str, int] = {
    name: level for level, names in enumerate(LAYERS.strip().splitlines()) for name in names.split()
}
FILES = sorted(PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")


def find_imported(path: Path) -> Iterator[str]:
    """The modules of the package that the import of a file imports, without those for type checkers alone."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "infinity_assistant":
            _, _, inner = (node.module or "").partition(".")
            names = [f"{inner}.{alias.name}".strip(".") for alias in node.names]
            yield from [name if is_module(name) else inner or "__init__" for name in names]


def is_module(name: str) -> bool:
    path = PACKAGE.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").exists()


def place(module: str) -> str:
    return module.partition(".")[0]


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_module_imports_only_what_stands_beside_or_below_it(path: Path) -> None:
    own = place(module_of(path))
    for module in find_imported(path):
        assert LEVELS[place(module)] <= LEVELS[own], f"{module_of(path)} may not import {module}"


def test_no_import_goes_in_a_circle() -> None:
    imports = {module_of(path): {module for module in find_imported(path) if module != "__init__"} for path in FILES}
    finished: Set[str] = set()

    def visit(module: str, way: List[str]) -> None:
        assert module not in way, " → ".join([*way[way.index(module) :], module])
        if module not in finished:
            for other in imports.get(module, imports.get(f"{module}.__init__", set())):
                visit(other, [*way, module])
            finished.add(module)

    for name in imports:
        visit(name, [])


def test_the_list_of_layers_names_what_there_is() -> None:
    present = {place(module_of(path)) for path in FILES}
    assert set(LEVELS) == present


def test_what_is_public_is_what_the_documentation_names() -> None:
    public = {name for name in LEVELS if not name.startswith("_")}
    deprecated = {"client", "async_client", "stream", "async_stream", "transport", "async_transport"}
    deprecated |= {"async_base", "base", "description", "drift", "headers", "options", "response"}
    assert public - deprecated == {
        "errors",
        "events",
        "models",
        "api",
        "call",
        "sse",
        "webhooks",
        "testing",
        "otel",
        "bulk",
        "cli",
        "types",
        "exceptions",
    }


def test_the_emulator_does_not_share_the_mistakes_of_the_client() -> None:
    """Of the package it imports only facts, `webhooks`, and the clients where it is asked to make one."""
    for path in (PACKAGE / "testing").rglob("*.py"):
        needed = {module for module in find_imported(path) if place(module) != "testing"}
        assert needed <= {"webhooks", "_service_facts", "_version", "__init__"}, path.name


def test_the_generator_and_the_package_do_not_know_each_other() -> None:
    for path in (ROOT / "generator").rglob("*.py"):
        assert not _roots(path) & {"infinity_assistant"}, path.name
    for path in (ROOT / "overlays").rglob("*.py"):
        assert not _roots(path) & {"generator", "overlays"}, path.name


def _roots(path: Path) -> Set[str]:
    roots = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            roots |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            roots.add((node.module or "").partition(".")[0])
    return roots
