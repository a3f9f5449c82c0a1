"""Every snippet of every page runs, and prints what the page says.

The Python of a section is one program, with an open `client`. Snippets with tests in them are run by pytest. Lines of
`console` blocks that begin with `$ ` are run as they are, one after the other; `...` in an output stands for anything.
"""

from __future__ import annotations

import re
import shlex
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, Dict, List

import pytest

from infinity_assistant import InfinityAssistantClient
from infinity_assistant.testing import EmulatorServer

from .conftest import Run
from .loosely import fits
from .pages import PAGES, Section, Snippet, sections

#: The walk through a release changes the repository: tests/generator/test_regeneration_docs.py makes it in a copy.
WALKED_ELSEWHERE = "regeneration.md"

SECTIONS = [section for page in PAGES for section in sections(page)]


def _holds_tests(snippet: Snippet) -> bool:
    return re.search(r"^ *(async )?def test_", snippet.code, re.MULTILINE) is not None


def _programs(section: Section) -> List[Snippet]:
    return [snippet for snippet in section.of("python") if not _holds_tests(snippet)]


def _tests(section: Section) -> List[Snippet]:
    return [snippet for snippet in section.of("python") if _holds_tests(snippet)]


@pytest.mark.parametrize("section", [section for section in SECTIONS if _programs(section)], ids=str)
def test_the_programs_of_a_section_run(section: Section, service: EmulatorServer) -> None:
    """Line numbers of a traceback are those of the page."""
    with InfinityAssistantClient() as client:
        names: Dict[str, Any] = {"__name__": "__main__", "client": client}
        for snippet in _programs(section):
            printed = StringIO()
            code = compile("\n" * (snippet.line - 1) + snippet.code, str(section.page), "exec")
            with redirect_stdout(printed):
                exec(code, names)
            assert not snippet.output or fits(snippet.output, printed.getvalue()), printed.getvalue()


@pytest.mark.parametrize("section", [section for section in SECTIONS if _tests(section)], ids=str)
def test_the_tests_of_a_section_pass(section: Section, tmp_path: Path, run_tests: Run) -> None:
    """Line numbers of a failure are those of the page."""
    for snippet in _tests(section):
        (tmp_path / f"test_line_{snippet.line}.py").write_text("\n" * (snippet.line - 1) + snippet.code, "utf-8")
    done = run_tests(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def _commanded() -> List[Section]:
    return [section for section in SECTIONS if section.of("console") and section.page.name != WALKED_ELSEWHERE]


@pytest.mark.parametrize("section", _commanded(), ids=str)
def test_the_commands_of_a_section_say_what_the_page_says(section: Section, service: EmulatorServer, run: Run) -> None:
    """Standard output and standard error come together, as on a terminal; commands succeed."""
    for snippet in section.of("console"):
        for command, shown in _commands(snippet):
            done = run(shlex.split(command, comments=True))
            assert done.returncode == 0, f"{command}: {done.stderr}"
            assert fits(shown, done.stdout + done.stderr), f"{command} printed:\n{done.stdout}{done.stderr}"


def _commands(snippet: Snippet) -> List[List[str]]:
    """Pairs of a command and what is shown below it."""
    parts = re.split(r"^\$ (.+)\n", snippet.code + "\n", flags=re.MULTILINE)
    assert not parts[0].strip(), f"line {snippet.line}: a console block begins with a command"
    return [parts[n : n + 2] for n in range(1, len(parts), 2)]
