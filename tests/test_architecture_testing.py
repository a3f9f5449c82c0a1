"""Inside the emulator and the command line, imports point one way as well: down, and never in a circle."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Dict, Iterator, List, Set, Tuple

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "infinity_assistant"

#: Each line may import from the lines above it; a folder counts as one, and so do the modules on one line.
ROOMS = {
    "testing": """
errors
_resources _http
_state
_webhooks _assistant _faults
_api
_cassette
_in_process
emulator
_openai
_server transports
server
__init__ plugin
""",
    "cli": """
_terminal
_outcome
_bulk _chat _listen _client_options _arguments _service_upstream
_commands
_parser _log
__init__
""",
}


def levels_of(package: str) -> Dict[str, int]:
    lines = ROOMS[package].strip().splitlines()
    return {name: level for level, names in enumerate(lines) for name in names.split()}


def modules(package: str) -> List[Path]:
    return sorted((PACKAGE / package).rglob("*.py"))


def room_of(path: Path, package: str) -> str:
    return path.relative_to(PACKAGE / package).parts[0].partition(".")[0]


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, at its top or in a function; not what only a type checker reads."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {id(inner) for node in ast.walk(tree) if _is_for_types(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def rooms_imported(path: Path, package: str) -> Set[str]:
    prefix = f"infinity_assistant.{package}."
    inner = {name[len(prefix) :].partition(".")[0] for name in imports(path) if name.startswith(prefix)}
    return {
        name for name in inner if (PACKAGE / package / name).exists() or (PACKAGE / package / f"{name}.py").exists()
    }


CASES: List[Tuple[str, Path]] = [(package, path) for package in ROOMS for path in modules(package)]


@pytest.mark.parametrize(("package", "path"), CASES, ids=[path.relative_to(PACKAGE).as_posix() for _, path in CASES])
def test_a_room_imports_only_rooms_below_it_also_lazily(package: str, path: Path) -> None:
    levels, own = levels_of(package), room_of(path, package)
    for room in rooms_imported(path, package) - {own}:
        assert levels[room] < levels[own], f"{path.name} of {own} may not import {room}"


@pytest.mark.parametrize("package", ROOMS)
def test_the_list_of_rooms_names_what_there_is(package: str) -> None:
    assert set(levels_of(package)) == {room_of(path, package) for path in modules(package)}


def graph(package: str) -> Dict[str, Set[str]]:
    """Which module imports which, by dotted names below the package."""
    base = PACKAGE / package
    names = {_to_dotted(path, base): path for path in modules(package)}
    prefix = f"infinity_assistant.{package}."
    found = {}
    for name, path in names.items():
        inner = {one[len(prefix) :] for one in imports(path) if one.startswith(prefix)}
        found[name] = {one for one in inner if one in names and one != name}
    return found


def _to_dotted(path: Path, base: Path) -> str:
    parts = path.relative_to(base).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("package", ROOMS)
def test_no_module_reaches_itself_through_what_it_imports(package: str) -> None:
    imported = graph(package)
    for start in imported:
        reached: Set[str] = set()
        waiting = set(imported[start])
        while waiting:
            name = waiting.pop()
            assert name != start, f"{start} imports itself, by way of {sorted(reached)}"
            reached.add(name)
            waiting |= imported[name] - reached


@pytest.mark.parametrize("package", ROOMS)
def test_a_folder_is_private_unless_it_is_promised(package: str) -> None:
    folders = {path.parent for path in modules(package)} - {PACKAGE / package}
    tops = {folder.relative_to(PACKAGE / package).parts[0] for folder in folders}
    assert all(name.startswith("_") for name in tops)
