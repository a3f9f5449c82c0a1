"""A service of its own for each test: an emulator behind a socket, where the environment says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List
from unittest import mock

import pytest

from infinity_assistant.testing import EmulatorServer

from .pages import ROOT

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[EmulatorServer]:
    """The service that the environment names. What a page sets in the environment ends with the page."""
    for name in [name for name in os.environ if name.startswith("INFINITY_ASSISTANT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with mock.patch.dict(os.environ), EmulatorServer() as server:
        monkeypatch.setenv("INFINITY_ASSISTANT_BASE_URL", server.url)
        monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", server.emulator.api_key)
        yield server


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command of a page in an empty folder, with `python` and `infinity-assistant` those of this checkout."""

    def run(words: List[str], **environment: str) -> subprocess.CompletedProcess[str]:
        programs = {"python": [sys.executable], "infinity-assistant": [sys.executable, "-m", "infinity_assistant"]}
        inherited: Dict[str, Any] = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        return subprocess.run(
            [*programs.get(words[0], words[:1]), *words[1:]],
            cwd=str(tmp_path),
            env={**inherited, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )

    return run


@pytest.fixture
def run_tests(run: Run) -> Run:
    """Runs tests of a page as a user's are run: by pytest, in a process of their own, without a service.

    A test that hangs says where, and ends the process.
    """
    plugins = ["-p", "infinity_assistant.testing.plugin", "-p", "anyio.pytest_plugin", "-p", "no:cacheprovider"]
    hang = ["-o", "faulthandler_timeout=200", "-o", "faulthandler_exit_on_timeout=true"]
    words = ["python", "-m", "pytest", "-v", *hang, *plugins]
    return lambda *paths: run([*words, *map(str, paths)], PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
