"""What type checkers say of a user's program is what its comments promise."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Tuple

import pytest

CONSUMER = Path(__file__).with_name("consumer.py")
ROOT = CONSUMER.parent.parent.parent

Findings = Tuple[Dict[int, str], List[int]]


def promised() -> Findings:
    lines = list(enumerate(CONSUMER.read_text(encoding="utf-8").splitlines(), 1))
    types = {number: line.partition("  # is ")[2] for number, line in lines if "  # is " in line}
    return types, [number for number, line in lines if line.endswith("  # error")]


def by_mypy() -> Findings:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--no-incremental", str(CONSUMER)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    found = re.findall(r"consumer\.py:(\d+): (note|error): (.*)", done.stdout)
    types = {int(line): message for line, _, message in found if message.startswith("Revealed type is")}
    return _plain(types), sorted({int(line) for line, level, _ in found if level == "error"})


def by_pyright() -> Findings:
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, str(CONSUMER)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    found = [(item["range"]["start"]["line"] + 1, item) for item in json.loads(done.stdout)["generalDiagnostics"]]
    types = {line: item["message"] for line, item in found if item["severity"] == "information"}
    return _plain(types), sorted({line for line, item in found if item["severity"] == "error"})


def _plain(types: Dict[int, str]) -> Dict[int, str]:
    """The type alone, in one spelling: `builtins.str` and `str*` are `str`."""
    quoted = {line: re.findall(r'"(.*?)"', message)[-1] for line, message in types.items()}
    return {line: re.sub(r"[a-z_]+\.(?=\w)|[*?]", "", kind).replace("Dict", "dict") for line, kind in quoted.items()}


@pytest.mark.parametrize("checker", [by_mypy, by_pyright])
def test_a_users_program_is_typed_in_both_ways_of_reading(checker: object) -> None:
    """Types by key and by attribute are those promised, and misspelt keys are refused, by mypy strict and pyright."""
    types, errors = checker()  # type: ignore[operator]
    assert (types, errors) == promised()
