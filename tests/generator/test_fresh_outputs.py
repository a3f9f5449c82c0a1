"""Tests never run against stale output: pytest makes it anew, or stops with one line."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.package import ROOT
from tests import fresh_outputs
from tests.fresh_outputs import freshen
from tests.generator.copies import leave_out

_PLUGIN = '[tool.pytest.ini_options]\naddopts = ["-p", "tests.fresh_outputs"]\npythonpath = ["."]\n'
_TEST = """
def test_the_edit_runs():
    from infinity_assistant import stream, async_stream
    assert stream.EDIT == async_stream.EDIT == 2
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in which everything is as it should be."""
    root = tmp_path_factory.mktemp("fresh")
    for name in ("generator", "infinity_assistant", "openapi.yaml", "overlays", "tests/fresh_outputs.py"):
        (root / name).parent.mkdir(exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=leave_out)
        else:
            shutil.copy(ROOT / name, root / name)
    (root / "pyproject.toml").write_text(_PLUGIN, encoding="utf-8")
    (root / "tests/test_edit.py").write_text(_TEST, encoding="utf-8")
    freshen(root)
    return root


@pytest.fixture
def checkout(whole: Path, tmp_path: Path) -> Path:
    """A copy of that checkout."""
    return Path(shutil.copytree(whole, tmp_path / "checkout"))


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)


def run_pytest(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the test of a checkout, as on a command line."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-q", "tests/test_edit.py", *arguments]
    variables = {**inherited, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **environment}
    return subprocess.run(command, cwd=root, env=variables, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("arguments", [[], ["-p", "xdist.plugin", "-n", "1"]], ids=["in this process", "in a worker"])
def test_an_edit_of_an_overlay_is_what_runs(arguments: list[str], checkout: Path) -> None:
    """Its synchronous twin too."""
    append(checkout / "overlays/async_stream.py", "EDIT = 2\n")
    done = run_pytest(checkout, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.splitlines() == [
        "wrote infinity_assistant/async_stream.py",
        "wrote infinity_assistant/stream.py",
    ]


def test_a_worker_writes_nothing(checkout: Path) -> None:
    append(checkout / "overlays/async_stream.py", "EDIT = 2\n")
    done = run_pytest(checkout, PYTEST_XDIST_WORKER="gw0")
    assert done.returncode == 1
    assert "EDIT" not in (checkout / "infinity_assistant/stream.py").read_text(encoding="utf-8")


def test_a_stale_contract_stops_the_session_with_one_line(checkout: Path) -> None:
    contract = checkout / "openapi.yaml"
    text = contract.read_text(encoding="utf-8").replace("Ask how the service is.", "Ask.")
    contract.write_text(text, encoding="utf-8", newline="\n")
    done = run_pytest(checkout)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert re.fullmatch(
        r"ERROR: stale output: infinity_assistant/api/\S+ differs from what openapi\.yaml makes \(and \d more\); "
        "run `make generate`, and commit what it writes",
        done.stderr.strip(),
    )


def test_what_the_generator_would_make_otherwise_is_stale(checkout: Path) -> None:
    append(checkout / "generator/templates/api.jinja", "NEW = 1\n")
    with pytest.raises(pytest.UsageError, match=r"^stale output: infinity_assistant/api/\S+ differs .*make generate"):
        freshen(checkout)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """How the generator is run, which it is not."""
    found: list[tuple[str, ...]] = []
    monkeypatch.setattr(fresh_outputs, "_run_generator", lambda root, *words: found.append(words))
    return found


COMPARED = [("--overlays-only",), ("--check", "--outputs-only")]


@pytest.mark.parametrize(
    "path", ["openapi.yaml", "generator/new.py", "infinity_assistant/models/__init__.py", "infinity_assistant/mine.py"]
)
def test_the_contract_is_compared_again_after_a_change(path: str, checkout: Path, runs: list[tuple[str, ...]]) -> None:
    if (checkout / path).exists():
        (checkout / path).chmod(0o644)
    append(checkout / path, "# A change.\n")
    freshen(checkout)
    assert runs == COMPARED
    freshen(checkout)
    assert runs == [*COMPARED, ("--overlays-only",)]


def test_the_contract_is_not_compared_again_for_an_overlay(checkout: Path, runs: list[tuple[str, ...]]) -> None:
    for folder in ("overlays", "infinity_assistant"):
        (checkout / folder / "async_stream.py").chmod(0o644)
        append(checkout / folder / "async_stream.py", "EDIT = 2\n")
    freshen(checkout)
    assert runs == [("--overlays-only",)]


def test_what_was_stale_is_compared_again(
    checkout: Path, runs: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(root: Path, *words: str) -> None:
        runs.append(words)
        if "--check" in words:
            raise pytest.UsageError("stale")

    monkeypatch.setattr(fresh_outputs, "_run_generator", fail)
    append(checkout / "openapi.yaml", "# A change.\n")
    for _ in range(2):
        with pytest.raises(pytest.UsageError):
            freshen(checkout)
    assert runs == COMPARED * 2


def test_a_python_that_may_not_write_compares_and_stops_with_one_line(checkout: Path) -> None:
    freshen(checkout, may_write=False)
    append(checkout / "overlays/async_stream.py", "EDIT = 2\n")
    before = (checkout / "infinity_assistant/stream.py").read_bytes()
    with pytest.raises(pytest.UsageError) as caught:
        freshen(checkout, may_write=False)
    assert str(caught.value) == (
        "stale output: infinity_assistant/async_stream.py differs from what overlays/async_stream.py makes "
        "(and 1 more); run `make generate`, and commit what it writes"
    )
    assert (checkout / "infinity_assistant/stream.py").read_bytes() == before


def test_an_overlay_that_cannot_be_read_stops_the_session_with_one_line(checkout: Path) -> None:
    append(checkout / "overlays/async_stream.py", "def f(:\n")
    with pytest.raises(pytest.UsageError, match=r"^stale output: error: overlays/async_stream\.py: .+$"):
        freshen(checkout)
