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


def list_promised(program: str) -> Findings:
    lines = list(enumerate((FOLDER / program).read_text(encoding="utf-8").splitlines(), 1))
    types = {number: line.partition("  # is ")[2] for number, line in lines if "  # is " in line}
    return types, [number for number, line in lines if line.endswith("  # error")]


def by_mypy() -> Dict[str, Findings]:
    output = _run("mypy", "--strict", "--no-error-summary", "--no-incremental")
    found = re.findall(r"(\w+\.py):(\d+): (note|error): (.*)", output)
    reports = [(name, int(line), level == "error", text) for name, line, level, text in found]
    # mypy explains its errors in notes.
    return _by_program([report for report in reports if report[2] or report[3].startswith("Revealed type is")])


def by_pyright() -> Dict[str, Findings]:
    found = json.loads(_run("pyright", "--outputjson", "--pythonpath", sys.executable))["generalDiagnostics"]
    places = [(Path(item["file"]).name, item["range"]["start"]["line"] + 1) for item in found]
    return _by_program([(*place, item["severity"] == "error", item["message"]) for place, item in zip(places, found)])


def _run(*command: str) -> str:
    """Run a checker over the programs, both at once: most of its time goes into the package."""
    programs = [str(FOLDER / program) for program in PROGRAMS]
    done = subprocess.run(
        [sys.executable, "-m", *command, *programs], capture_output=True, text=True, cwd=ROOT, check=False
    )
    return done.stdout


def _by_program(reports: List[Tuple[str, int, bool, str]]) -> Dict[str, Findings]:
    found: Dict[str, Findings] = {}
    for program in PROGRAMS:
        own = [(line, is_error, text) for name, line, is_error, text in reports if name == program]
        types = {line: text for line, is_error, text in own if not is_error}
        found[program] = _plain(types), sorted({line for line, is_error, _ in own if is_error})
    return found


def _plain(types: Dict[int, str]) -> Dict[int, str]:
    """The type alone, in one spelling: `builtins.str` and `str*` are `str`."""
    quoted = {line: re.findall(r'"(.*?)"', message)[-1] for line, message in types.items()}
    return {line: re.sub(r"[a-z_]+\.(?=\w)|[*?]", "", kind).replace("Dict", "dict") for line, kind in quoted.items()}


@pytest.mark.parametrize("checker", [by_mypy, by_pyright])
def test_a_users_program_is_typed_as_its_comments_promise(checker: Callable[[], Dict[str, Findings]]) -> None:
    """Types are those promised, and each mistake is refused, by mypy strict and pyright."""
    assert checker() == {program: list_promised(program) for program in PROGRAMS}


def test_the_program_has_thirteen_mistakes() -> None:
    assert len(list_promised("mistakes.py")[1]) == 13
