"""The package as files: a pure function of the files in this repository and of pinned tools."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Dict

from generator.errors import GeneratorError
from generator.labels import find_origin, label
from generator.overlay_files import build_overlays

ROOT = Path(__file__).resolve().parent.parent
CONTRACT = "openapi.yaml"
#: The contract once more, for machines. JSON has no comments, so this output bears no label.
CONTRACT_AS_JSON = "openapi.json"
PACKAGE = "infinity_assistant"
#: The module of what the contract says once for the whole service.
FACTS = "_service_facts.py"
#: Outputs are read-only, so that an editor says that they are not to be edited.
_READ_ONLY = 0o444
#: Path within the package -> content. `Dict`, because what `overlays/` contributes can be compared on Python 3.8 too.
Files = Dict[str, bytes]


def build(root: Path = ROOT, contract: bytes | None = None, replaced: Mapping[str, bytes] | None = None) -> Files:
    """Build every file of the package, as with another contract and with some files of `overlays/` replaced."""
    return {**collect_generated(root, contract), **collect_overlays(root, replaced=replaced)}


def collect_overlays(
    root: Path = ROOT, used: set[str] | None = None, *, replaced: Mapping[str, bytes] | None = None
) -> Files:
    """Return what `overlays/` contributes; the rules that unasync applied are added to `used`."""
    return build_overlays({**_read(root / "overlays"), **(replaced or {})}, used)


def collect_generated(root: Path = ROOT, contract: bytes | None = None) -> Files:
    """Return what `openapi.yaml` contributes."""
    # Late, because `--overlays-only` has a fifth of a second.
    from generator.checks import check
    from generator.document import load, parse
    from generator.pins import check_pins
    from generator.render import render_files

    check_pins()
    document = load(root / CONTRACT) if contract is None else parse(contract, CONTRACT)
    check(document)
    files = {name: f"{label(CONTRACT)}\n{text}".encode() for name, text in render_files(document).items()}
    return {**files, CONTRACT_AS_JSON: to_json(document)}


def to_json(document: object) -> bytes:
    """Return the document in canonical JSON: its own order, no blanks, UTF-8."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read_present(root: Path = ROOT) -> Files:
    """Read the package as it stands in the working tree."""
    return _read(root / PACKAGE)


def select_sources(files: Files) -> dict[str, str]:
    """Select the Python files and stubs of a package, as texts."""
    return {path: content.decode("utf-8") for path, content in files.items() if path.endswith((".py", ".pyi"))}


def find_source(name: str, content: bytes) -> str:
    """Find the file that an output is made from."""
    return CONTRACT if name == CONTRACT_AS_JSON else find_origin(content) or f"overlays/{name}"


def find_left_over(present: Files, overlays: Files) -> set[str]:
    """Find the outputs of overlays that are gone."""
    return {name for name in present.keys() - overlays.keys() if find_origin(present[name]).startswith("overlays/")}


def write(wanted: Files, stale: set[str], root: Path = ROOT) -> None:
    """Write what is wanted, and remove what is stale."""
    folder = root / PACKAGE
    try:
        for name in stale:
            (folder / name).unlink()
        for name, content in wanted.items():
            _replace(folder / name, content)
    except OSError as problem:
        path = problem.filename2 or problem.filename
        raise GeneratorError(f"{path}: cannot be written: {problem.strerror}; allow it, and try again") from None


def protect(names: Iterable[str], root: Path = ROOT) -> None:
    """Make outputs read-only; git forgets that."""
    for path in (root / PACKAGE / name for name in names):
        if path.stat().st_mode & 0o222:
            path.chmod(_READ_ONLY)


def _replace(path: Path, content: bytes) -> None:
    """Write a file in one step, so that a process that reads meanwhile sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        new.write_bytes(content)
        new.chmod(_READ_ONLY)
        if os.name == "nt" and path.exists():  # Windows does not replace what is read-only.
            path.chmod(0o644)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _read(folder: Path) -> Files:
    """Read the files of a folder; the lines of a text end in LF whatever git made of them."""
    return {
        path.relative_to(folder).as_posix(): _read_content(path)
        for path in sorted(folder.rglob("*"))
        if _is_source(path)
    }


def _is_source(path: Path) -> bool:
    """Return whether somebody wrote a file: no cache, and nothing that an editor keeps while it is open."""
    return path.is_file() and "__pycache__" not in path.parts and path.name[0] not in ".#" and path.name[-1] != "~"


def _read_content(path: Path) -> bytes:
    raw = path.read_bytes()
    return raw if b"\0" in raw else raw.replace(b"\r\n", b"\n")
