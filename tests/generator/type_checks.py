"""Runs of the type checker, which share what they learn of this package and of the standard library."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.package import ROOT

#: Equal for all, as what was learned under other options counts for nothing; in files, which processes can share.
_OPTIONS = ("--strict", "--follow-imports", "silent", "--enable-error-code", "deprecated",
            "--report-deprecated-as-note", "--no-sqlite-cache")  # fmt: skip


class TypeChecker:
    """Checks packages that stand in a folder."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def check(self, folder: Path, *targets: str) -> subprocess.CompletedProcess[str]:
        """Check files of a folder (`user.py`), packages (`-p`, name) or modules (`-m`, name)."""
        command = [sys.executable, "-m", "mypy", *_OPTIONS, "--cache-dir", str(self._cache), *targets]
        environment = {**os.environ, "MYPYPATH": f"{folder}{os.pathsep}{ROOT}"}
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def type_checker(tmp_path_factory: pytest.TempPathFactory) -> TypeChecker:
    """The type checker, with a memory that all processes of a run share."""
    base = tmp_path_factory.getbasetemp()
    return TypeChecker((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "mypy")
