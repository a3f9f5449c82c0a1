"""A program that PyInstaller has bundled: what it imports late, and the files that it reads, are inside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Iterator

import pytest

PROGRAM = """
import sys
from infinity_assistant import InfinityAssistantClient
from infinity_assistant.cli import main
from infinity_assistant.testing import EmulatorServer

if sys.argv[1:]:
    raise SystemExit(main(sys.argv[1:]))
with EmulatorServer() as server:
    with InfinityAssistantClient(server.emulator.api_key, base_url=server.base_url, drift_warnings=True) as client:
        assert client.health().status == "healthy"
        assert client.chat("Hello").response
        with client.chat_stream("Hello") as stream:
            assert stream.collect().text
        assert client.check_compatibility().compatible
    arguments = ["--base-url", server.base_url, "--json"]
    for command in (["chat", "Hello"], ["search", "quota"], ["keys", "list"], ["health"], ["memory", "show", "conv_1"]):
        main([*arguments, *command])
print("all of it")
"""

#: What this environment has besides, and optional imports of packages would take along.
NOT_NEEDED = (
    *("IPython", "agents", "anyio", "cryptography", "django", "hypothesis", "jsonschema", "logfire", "mcp", "numpy"),
    *(
        "openai",
        "opentelemetry",
        "psutil",
        "pydantic",
        "pytest",
        "sentry_sdk",
        "setuptools",
        "tornado",
        "trio",
        "uvloop",
    ),
)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("bundle")
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    left_out = [option for name in NOT_NEEDED for option in ("--exclude-module", name)]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *left_out, "program.py"]
    environment = {**os.environ, "PYINSTALLER_CONFIG_DIR": str(folder / "cache")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    yield folder / "dist/program/program"


def run(bundle: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # Nothing of this interpreter may help.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment["INFINITY_ASSISTANT_API_KEY"] = "ia_test_0123456789abcdef"
    return subprocess.run(
        [str(bundle), *arguments], cwd=bundle.parent, env=environment, capture_output=True, text=True, check=False
    )


def test_the_client_the_emulator_and_the_commands_work(bundle: Path) -> None:
    done = run(bundle)
    assert done.stdout.endswith("all of it\n"), done.stderr[-3000:]


@pytest.mark.parametrize("command", ["chat", "search", "serve", "webhooks", "check", "bulk"])
def test_each_command_explains_itself(bundle: Path, command: str) -> None:
    done = run(bundle, command, "--help")
    assert done.returncode == 0 and "usage:" in done.stdout, done.stderr[-3000:]
