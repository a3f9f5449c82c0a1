"""A machine with only the Pythons that a test puts there."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Dict, List, Tuple

ROOT = Path(__file__).resolve().parents[2]
TOOLS = [
    "awk",
    "cat",
    "chmod",
    "cmp",
    "cp",
    "dirname",
    "expand",
    "grep",
    "make",
    "mkdir",
    "rm",
    "sed",
    "sh",
    "sort",
    "touch",
    "tr",
]
#: Says what `.ci/interpreters` asks, and makes environments that hold a copy of itself.
_PYTHON = """#!/bin/sh
case "$*" in
    *ensurepip*) echo "{version} {path}" ;;
    *base_prefix*) echo "{version}.1 /{name}" ;;
    "-m venv "*)
        mkdir -p "$3/bin"
        printf 'version = {version}.1\\n' >"$3/pyvenv.cfg"
        cp "$0" "$3/bin/python"
        ;;
    "-m pip "*) ;;
    *) exit 1 ;;
esac
"""


class Machine:
    """A checkout and a PATH in a folder of a test."""

    def __init__(self, folder: Path) -> None:
        self.checkout, self.programs = folder / "checkout", folder / "programs"
        (self.checkout / "requirements").mkdir(parents=True)
        self.programs.mkdir()
        for name in ("Makefile", "pyproject.toml", ".ci"):
            _copy(ROOT / name, self.checkout / name)
        for lock in ("demo.txt", "dev.txt"):
            (self.checkout / "requirements" / lock).touch()
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool) or "")

    def install(self, name: str, version: str) -> Path:
        """Put a Python on PATH."""
        path = self.programs / name
        path.write_text(_PYTHON.format(version=version, path=path, name=name), "utf-8")
        path.chmod(0o755)
        return path

    def run(self, *command: str, **variables: str) -> Tuple[int, List[str], str]:
        """Run a command in the checkout: its status, the lines that it printed, and what it complained of."""
        environ: Dict[str, str] = {"PATH": str(self.programs), "HOME": os.devnull, "LC_ALL": "C", **variables}
        done = subprocess.run(command, cwd=self.checkout, env=environ, capture_output=True, encoding="utf-8")
        return done.returncode, done.stdout.splitlines(), done.stderr

    def set_up(self) -> None:
        """Pretend that the environment is complete: its Python writes down what it is called with."""
        python = self.checkout / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text('#!/bin/sh\nfor word; do echo "$word"; done >called\n', "utf-8")
        python.chmod(0o755)
        for stamp in ("python", "demo", "dev"):
            (self.checkout / ".venv" / stamp).touch()


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)
