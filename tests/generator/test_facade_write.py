"""`python -m generator facade --write`: what the client lacks is written, formatted, with its imports."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.facade.docstrings import OPTIONS
from generator.package import ROOT
from tests.generator.conftest import Project

CHAT = "overlays/_client/async_chat.py"
OPERATIONS = """paths:
  /models/{id}:
    patch:
      operationId: rename_model
      tags: [service]
      summary: Rename a model.
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [since]
              properties:
                id: {type: string}
                headers: {type: object}
                nick: {type: [string, 'null']}
                since: {type: string, format: date-time}
      responses: {'204': {description: Done.}}
    post:
      operationId: close
      tags: [service]
      summary: Close a model.
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: Done.
          content: {application/json: {schema: {type: array, items: {type: string}}}}
"""


@pytest.fixture
def grown(project: Project) -> Project:
    """A project whose contract has two operations and a field more than its client."""
    project.replace("openapi.yaml", "\npaths:\n", f"\n{OPERATIONS}")
    text = project.read("openapi.yaml").replace(
        "        userContext:\n", "        probe_tone: {type: string}\n        userContext:\n", 1
    )
    (project.root / "openapi.yaml").write_text(text, encoding="utf-8")
    return project


def test_what_is_missing_is_written_and_then_nothing_is_missing(
    grown: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["facade"], grown.root) == 1
    assert "lacks the keyword probe_tone" in capsys.readouterr().out
    assert main(["facade", "--write"], grown.root) == 0
    assert f"wrote {CHAT}: read it" in capsys.readouterr().out
    assert main(["facade", "--check"], grown.root) == 0
    source = grown.read(CHAT)
    assert source.count("probe_tone: Optional[str] = None,") == 2
    assert source.count("            probe_tone=probe_tone,\n") == 2
    assert "    async def close_(self, id: str, **options: t.Unpack[t.CallOptions]) -> List[str]:\n" in source
    assert "        nick: Union[str, NotGiven, None] = NOT_GIVEN,\n" in source
    assert "        headers_: Optional[Mapping[str, Any]] = None,\n" in source, "`headers` is an option of every call"
    assert "        id_body: Optional[str] = None,\n" in source


def test_what_is_written_is_explained_in_its_docstring(grown: Project, capsys: pytest.CaptureFixture[str]) -> None:
    field = "        probe_tone: {type: string, description: 'Its \"tone\".', enum: [dry, warm]}\n"
    grown.replace("openapi.yaml", "        probe_tone: {type: string}\n", field)
    grown.replace("openapi.yaml", "summary: Close a model.", 'summary: \'"Close" a "model"\'')
    assert main(["facade"], grown.root) == 1
    assert 'in the docstring:\n\n            probe_tone: Its "tone". One of "dry", "warm".\n' in capsys.readouterr().out
    assert main(["facade", "--write"], grown.root) == 0
    docs = {node.name: ast.get_docstring(node) or "" for node in ast.walk(ast.parse(grown.read(CHAT)))
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}  # fmt: skip
    assert docs["chat"].index('    probe_tone: Its "tone". One of "dry", "warm".\n') < docs["chat"].index("**options: ")
    assert docs["close_"].startswith('"Close" a "model"\n\nArgs:\n    id: The `id` of the request.\n    **options: ')


def test_a_keyword_that_no_docstring_explains_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.replace(CHAT, "            session_id: A session of your own that the message belongs to.\n", "", count=2)
    assert main(["facade"], project.root) == 1
    told = capsys.readouterr().out
    assert (
        "AsyncChat.chat: the docstring does not explain session_id: write, under Args:\n\n            session_id: "
        in told
    )


def test_options_are_explained_as_in_the_methods_that_are_there() -> None:
    words = " ".join(OPTIONS.split())
    for path in (ROOT / "overlays/_client").glob("async_*.py"):
        text = path.read_text(encoding="utf-8")
        assert " ".join(text.split()).count(words) == text.count("            **options: For this call alone"), (
            path.name
        )


def test_pages_that_lack_an_operation_are_named(grown: Project, capsys: pytest.CaptureFixture[str]) -> None:
    for page in ("docs/operations.md", "examples/tour.py"):
        (grown.root / page).parent.mkdir()
        (grown.root / page).write_text((ROOT / page).read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["facade", "--write"], grown.root) == 1
    told = capsys.readouterr().out
    assert (
        "docs/operations.md: the table of operations lacks rename_model: add\n\n`rename_model(id, since, *, id_body, "
        in told
    )
    assert "examples/tour.py: no scene shows close_: call client.close_(id) in one" in told
    assert "get_usage" not in told


def test_what_is_written_passes_the_type_checker_sync_and_async(grown: Project, tmp_path: Path) -> None:
    assert main(["facade", "--write"], grown.root) == 0
    assert main([], grown.root) == 0
    package = grown.root / "infinity_assistant"
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "mypy"), f"{package}/_client"],
        cwd=tmp_path, env={**os.environ, "MYPYPATH": str(grown.root)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_nothing_is_written_where_nothing_is_missing(project: Project) -> None:
    assert main(["facade", "--write"], project.root) == 0
    assert project.git("status", "--porcelain", "--", "overlays") == ""
