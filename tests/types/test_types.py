"""What type checkers say of a user's program is what its comments promise."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Callable, Dict, List, Tuple

import pytest

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
PROGRAMS = ("consumer.py", "mistakes.py")

Findings = Tuple[Dict[int, str], List[int]]


def promised(program: str) -> Findings:
    lines = list(enumerate((FOLDER / program).read_text(encoding="utf-8").splitlines(), 1))
    types = {number: line.partition("  # is ")[2] for number, line in lines if "  # is " in line}
    return types, [number for number, line in lines if line.endswith("  # error")]


def by_mypy(program: str) -> Findings:
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-error-summary",
        "--no-incremental",
        str(FOLDER / program),
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    found = re.findall(rf"{program}:(\d+): (note|error): (.*)", done.stdout)
    types = {int(line): message for line, _, message in found if message.startswith("Revealed type is")}
    return _plain(types), sorted({int(line) for line, level, _ in found if level == "error"})


def by_pyright(program: str) -> Findings:
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, str(FOLDER / program)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    found = [(item["range"]["start"]["line"] + 1, item) for item in json.loads(done.stdout)["generalDiagnostics"]]
    types = {line: item["message"] for line, item in found if item["severity"] == "information"}
    return _plain(types), sorted({line for line, item in found if item["severity"] == "error"})


def _plain(types: Dict[int, str]) -> Dict[int, str]:
    """The type alone, in one spelling: `builtins.str` and `str*` are `str`."""
    quoted = {line: re.findall(r'"(.*?)"', message)[-1] for line, message in types.items()}
    return {line: re.sub(r"[a-z_]+\.(?=\w)|[*?]", "", kind).replace("Dict", "dict") for line, kind in quoted.items()}


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("checker", [by_mypy, by_pyright])
def test_a_users_program_is_typed_as_its_comments_promise(checker: Callable[[str], Findings], program: str) -> None:
    """Types are those promised, and each mistake is refused, by mypy strict and pyright."""
    assert checker(program) == promised(program)


def test_the_program_has_thirteen_mistakes() -> None:
    assert len(promised("mistakes.py")[1]) == 13
