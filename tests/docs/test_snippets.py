"""Every snippet of every page runs, and prints what the page says.

There is one rule: each page is typed in order into one session, against the emulator. Snippets with tests in them are
run by pytest. Lines of `console` blocks that begin with `$ ` are run, in order; `...` in an output stands for anything.
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
from .pages import PAGES, Snippet, sections

#: The walk through a release changes the repository: tests/generator/test_regeneration_docs.py makes it in a copy.
WALKED_ELSEWHERE = "regeneration.md"


def _holds_tests(snippet: Snippet) -> bool:
    return re.search(r"^ *(async )?def test_", snippet.code, re.MULTILINE) is not None


def _snippets(page: Path, language: str) -> List[Snippet]:
    return [snippet for section in sections(page) for snippet in section.of(language)]


def _programs(page: Path) -> List[Snippet]:
    return [snippet for snippet in _snippets(page, "python") if not _holds_tests(snippet)]


def _tests(page: Path) -> List[Snippet]:
    return [snippet for snippet in _snippets(page, "python") if _holds_tests(snippet)]


def _name(page: Path) -> str:
    return page.name


@pytest.mark.parametrize("page", list(filter(_programs, PAGES)), ids=_name)
def test_a_page_is_typed_in_order(
    page: Path, service: EmulatorServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Into one session, which has only the names that the page has made. Line numbers are those of the page."""
    monkeypatch.chdir(tmp_path)
    names: Dict[str, Any] = {"__name__": "__main__"}
    for snippet in _programs(page):
        printed = StringIO()
        code = compile("\n" * (snippet.line - 1) + snippet.code, str(page), "exec")
        with redirect_stdout(printed):
            exec(code, names)
        assert not snippet.output or fits(snippet.output, printed.getvalue()), printed.getvalue()
    for client in [value for value in names.values() if isinstance(value, InfinityAssistantClient)]:
        client.close()


@pytest.mark.parametrize("page", list(filter(_tests, PAGES)), ids=_name)
def test_the_tests_of_a_page_pass(page: Path, tmp_path: Path, run_tests: Run) -> None:
    """Each snippet is a file of tests. Line numbers of a failure are those of the page."""
    for snippet in _tests(page):
        (tmp_path / f"test_line_{snippet.line}.py").write_text("\n" * (snippet.line - 1) + snippet.code, "utf-8")
    done = run_tests(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def _list_commands() -> List[Path]:
    return [page for page in PAGES if _snippets(page, "console") and page.name != WALKED_ELSEWHERE]


@pytest.mark.parametrize("page", _list_commands(), ids=_name)
def test_the_commands_of_a_page_print_what_it_shows(page: Path, service: EmulatorServer, run: Run) -> None:
    """Standard output and standard error come together, as on a terminal; commands succeed."""
    for snippet in _snippets(page, "console"):
        for command, shown in _commands(snippet):
            done = run(shlex.split(command, comments=True))
            assert done.returncode == 0, f"{command}: {done.stderr}"
            assert fits(shown, done.stdout + done.stderr), f"{command} printed:\n{done.stdout}{done.stderr}"


def _commands(snippet: Snippet) -> List[List[str]]:
    """Pairs of a command and what is shown below it."""
    parts = re.split(r"^\$ (.+)\n", snippet.code + "\n", flags=re.MULTILINE)
    assert not parts[0].strip(), f"line {snippet.line}: a console block begins with a command"
    return [parts[n : n + 2] for n in range(1, len(parts), 2)]
