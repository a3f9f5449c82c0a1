"""Copies of a project. They are made by the dozen, so they hold what the tests look at, and share what nobody edits."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

#: Half of the files of `overlays/` and of the package, which no command looks into.
_LEFT_OUT = ("_mcp", "_pyinstaller", "bulk", "cli", "otel", "testing")


def leave_out(folder: str, names: list[str]) -> list[str]:
    """The names in a folder that a copy of this project can do without, for `shutil.copytree`."""
    is_top = Path(folder).name in ("overlays", "infinity_assistant")
    return [name for name in names if name in ("__pycache__", ".mypy_cache") or (is_top and name in _LEFT_OUT)]


def copy_of(project: Path, folder: Path) -> Path:
    """A copy in a new folder, on the same disk, that can be edited."""
    return Path(shutil.copytree(project, folder, symlinks=True, ignore=leave_out, copy_function=_link_or_copy))


def _link_or_copy(source: str, target: str) -> None:
    """Link what is read-only, which outputs and the objects of git are: it is replaced, and never changed."""
    if Path(source).stat().st_mode & 0o222:
        shutil.copy2(source, target)
    else:
        os.link(source, target)
