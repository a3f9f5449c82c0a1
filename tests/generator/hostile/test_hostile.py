"""Hostile and broken documents: each becomes harmless code, or one error that names the place."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import render
from generator.checks import check
from generator.document import DocumentError, parse
from generator.errors import DocumentErrors
from generator.package import ROOT
from tests.generator.hostile.documents import hostile

DOCUMENTS = dict(hostile())
_RUNS = {
    "__import__",
    "eval",
    "exec",
    "open",
    "compile",
    "os",
    "sys",
    "system",
    "popen",
    "subprocess",
    "CANARY",
    "cycler",
}


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, dict[str, str] | DocumentError]]:
    """What the generator makes of each document: files, or its error. Anything else is not caught."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "format_files", lambda files: files)
        yield {name: _outcome(source) for name, source in DOCUMENTS.items()}


def _outcome(source: bytes) -> dict[str, str] | DocumentError:
    try:
        document = parse(source, "openapi.yaml")
        check(document)
        return render.render_files(document)
    except DocumentErrors as several:
        return several.errors[0]
    except DocumentError as error:
        return error


def test_there_are_many(outcomes: dict[str, dict[str, str] | DocumentError]) -> None:
    refused = [name for name, outcome in outcomes.items() if isinstance(outcome, DocumentError)]
    assert len(outcomes) >= 60
    assert 60 <= len(refused) <= len(outcomes) - 60, "both outcomes are wanted, or the documents show little"


def test_an_error_of_a_document_is_one_line_that_names_the_place(
    outcomes: dict[str, dict[str, str] | DocumentError],
) -> None:
    for name, error in outcomes.items():
        if isinstance(error, DocumentError):
            message = str(error)
            assert error.place and error.problem and error.remedy, name
            assert message.isprintable(), f"{name}: {message!a}"
            assert len(message) < 1_000, name


def test_what_is_generated_is_python_that_only_declares(outcomes: dict[str, dict[str, str] | DocumentError]) -> None:
    generated = [(name, outcome) for name, outcome in outcomes.items() if isinstance(outcome, dict)]
    # Most files of most documents are the same.
    texts = {text: (name, path) for name, files in generated for path, text in files.items()}
    for text, (name, path) in texts.items():
        tree = ast.parse(text)
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        reached = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        own = {"exec"} if name == "the name 'exec'" else set()  # a field may be called so
        assert not ((used | reached) - own) & _RUNS, f"{name}: {path}"
        assert not [c for c in text if not c.isprintable() and c != "\n"], f"{name}: {path}"


def test_nothing_of_a_document_ever_runs(outcomes: dict[str, dict[str, str] | DocumentError], tmp_path: Path) -> None:
    """The code of all documents is imported where writing, connecting and starting programs is refused and noted."""
    names = [name for name, outcome in outcomes.items() if isinstance(outcome, dict)]
    for number, name in enumerate(names):
        (tmp_path / f"{number}.json").write_text(json.dumps(outcomes[name]), encoding="utf-8")
    sandbox = [sys.executable, str(Path(__file__).with_name("sandbox.py")), str(tmp_path)]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ.get("PATH", "")}
    done = subprocess.run(sandbox, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(reports) == len(names)
    assert [(names[int(r["name"])], r["problem"], r["tried"]) for r in reports if r["problem"] or r["tried"]] == []
    assert not list(tmp_path.rglob("CANARY"))
    assert not (ROOT / "CANARY").exists()


def test_the_watch_sees_what_it_is_there_to_see(tmp_path: Path) -> None:
    """A canary that cannot die proves nothing: code that does run is noted."""
    files = {"models/__init__.py": "__import__('os').system('touch CANARY')\n", "api/__init__.py": "OPERATIONS = {}\n"}
    (tmp_path / "0.json").write_text(json.dumps(files), encoding="utf-8")
    sandbox = [sys.executable, str(Path(__file__).with_name("sandbox.py")), str(tmp_path)]
    done = subprocess.run(
        sandbox, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, encoding="utf-8", check=True
    )
    (report,) = map(json.loads, done.stdout.splitlines())
    assert report["tried"] and report["problem"]
    assert not (tmp_path / "CANARY").exists()
