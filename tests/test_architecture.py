"""Imports point one way: down."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Dict, Iterator, Set

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "infinity_assistant"

#: Each line may import from the lines above it. The two colours of a module stand in one place.
LAYERS = """
_version content deprecation description errors fast_json framing headers hints interception mismatch net pool sse tls
credentials dialects http1 trio_net failures log origin privacy reading response retry replays timestamps
writing
model
arguments call connection models option_checks proxies through_httpx
answers api quota compatibility_report connections events options webhooks
compatibility drift event_reader per_call prepare tries
configuration retrying engine
stream
transport
base
account chat knowledge
client
__init__ testing
cli
__main__
"""
LEVELS: Dict[str, int] = {
    name: level for level, names in enumerate(LAYERS.strip().splitlines()) for name in names.split()
}


def imported(path: Path, *, at_import: bool) -> Iterator[str]:
    """The modules of the package that a file imports: all of them, or those that its import alone needs."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("infinity_assistant"):
            if at_import and node.col_offset:
                continue
            _, _, inner = (node.module or "").partition(".")
            yield from [inner] if inner else [alias.name for alias in node.names]


def place(module: str) -> str:
    return module.partition(".")[0].replace("async_", "")


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.name)
def test_a_module_imports_only_what_stands_below_it(path: Path) -> None:
    own = place(path.stem)
    for module in imported(path, at_import=True):
        assert LEVELS[place(module)] < LEVELS[own], f"{path.name} may not import {module}"


def test_the_list_of_layers_names_what_there_is() -> None:
    present = {place(path.stem) for path in PACKAGE.glob("*.py")} | {"testing", "cli"}
    assert set(LEVELS) == present


def test_the_emulator_does_not_share_the_mistakes_of_the_client() -> None:
    """Of the package it imports only `webhooks`, and the clients where it is asked to make one."""
    for path in (PACKAGE / "testing").rglob("*.py"):
        needed = {module for module in imported(path, at_import=True) if place(module) != "testing"}
        assert needed <= {"webhooks", "_version", "__version__"}, path.name


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
