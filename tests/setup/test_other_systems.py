"""The tests of the package on Windows and macOS, as far as that can be seen from here."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.every_python import ROOT, TESTS

FOLDERS = [ROOT / "tests" / name for name in TESTS]
FILES = [file for folder in FOLDERS for file in ([folder] if folder.is_file() else sorted(folder.rglob("*.py")))]
#: What ends a test, or the tests, on Windows.
ONLY_POSIX = {"SIGTERM", "SIGKILL", "fork", "mkfifo", "setitimer", "pthread_kill"}
ONLY_PATHS = ("/proc/", "/dev/")


def test_all_tests_are_collected_where_there_is_nothing_of_posix() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "--collect-only", "-p", "tests.setup.without_posix"]
    done = subprocess.run([*command, *map(str, FOLDERS)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT / "tests").as_posix())
def test_what_only_posix_has_is_asked_for_where_something_says_so(file: Path) -> None:
    """A test with a mark of skipping, or `hasattr`, or a file that looks whether there is such a place."""
    source = file.read_text(encoding="utf-8")
    if 'if __name__ == "__main__"' in source:
        return  # A program, which a test runs or not.
    for statement in ast.parse(source).body:
        used = {node.attr for node in ast.walk(statement) if isinstance(node, ast.Attribute)} & ONLY_POSIX
        texts = [node.value for node in ast.walk(statement) if isinstance(node, ast.Constant)]
        used |= {text for text in texts if isinstance(text, str) and text.startswith(ONLY_PATHS)}
        said = any(word in source for word in ("skipif", "importorskip", "hasattr(", "is_dir()", "exists()"))
        assert not used or said, f"line {statement.lineno} uses {used}: skip it, with the reason, where it is not there"
