"""Tests never run against stale output: this plugin of pytest makes what `overlays/` contributes before any test runs.

`pyproject.toml` names it with `-p`: the plugin of the package itself is loaded before the first conftest.py, and would
come from the old files. With pytest-xdist the controller alone writes, before it starts the workers.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Iterator

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: The generator writes on the Pythons of development alone; on others, outputs are compared.
_MAY_WRITE = sys.version_info >= (3, 11)
#: A hash of what `openapi.yaml` and `generator/` made, and of themselves, when they were last found to agree.
_STAMP = Path(".pytest_cache", "fresh-outputs")


def freshen(root: Path = ROOT, *, may_write: bool = _MAY_WRITE) -> None:
    """Make what `overlays/` contributes, and compare the rest. Raises `pytest.UsageError` for what stays stale."""
    _run_generator(root, "--overlays-only", *([] if may_write else ["--check", "--outputs-only"]))
    if may_write and importlib.util.find_spec("openapi_python_client"):
        _compare_contract(root)


def _compare_contract(root: Path) -> None:
    """Compare what the contract makes, which takes a second, unless nothing changed since the last time."""
    stamp, state = root / _STAMP, _state(root)
    if not stamp.exists() or stamp.read_text("utf-8") != state:
        _run_generator(root, "--check", "--outputs-only")
        stamp.parent.mkdir(exist_ok=True)
        stamp.write_text(state, "utf-8")


def _state(root: Path) -> str:
    hashed = hashlib.sha256()
    for path in [root / "openapi.yaml", *_files(root / "generator"), *_files(root / "infinity_assistant")]:
        content = path.read_bytes()
        if b" Generated from overlays/" not in content.partition(b"\n")[0]:
            hashed.update(f"{path.relative_to(root).as_posix()}\n{len(content)}\n".encode() + content)
    return hashed.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    paths = (path for path in sorted(folder.rglob("*")) if "__pycache__" not in path.parts)
    return (path for path in paths if path.is_file() and not path.name.startswith("."))


def _run_generator(root: Path, *arguments: str) -> None:
    """Run the generator in a process of its own, so that coverage and imports of the tests begin afterwards."""
    command = [sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(command, cwd=str(root), capture_output=True, encoding="utf-8")
    if done.returncode:
        raise pytest.UsageError(_summary(done.stderr or done.stdout))
    print(done.stdout, end="", file=sys.stderr)


def _summary(output: str) -> str:
    """The first line and, where the generator says what to do, its last."""
    lines = [line for line in output.splitlines() if line]
    more = f" (and {len(lines) - 2} more)" if len(lines) > 2 else ""
    return f"stale output: {lines[0]}{more}; {lines[-1]}" if len(lines) > 1 else f"stale output: {lines[0]}"


if "PYTEST_XDIST_WORKER" not in os.environ:
    freshen()
