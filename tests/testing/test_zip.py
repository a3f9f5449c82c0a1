"""The emulator needs no file system: it works from a zip archive, as a wheel on sys.path or a zipapp."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipapp
from pathlib import Path
from typing import Iterator
from urllib.request import Request, urlopen

import pytest

import infinity_assistant
from infinity_assistant.testing import EmulatorError
from infinity_assistant.testing._api.document import load_document
from infinity_assistant.testing._resources import read_resource
from infinity_assistant.testing._server.console import FILES
from infinity_assistant.testing._state.knowledge_base import CORPUS_FILES

PACKAGE = Path(infinity_assistant.__file__).parent
TESTING = PACKAGE / "testing"

IN_PROCESS = """
import infinity_assistant, json
from infinity_assistant import webhooks
from infinity_assistant.testing import Emulator, Request
assert ".pyz" in infinity_assistant.__file__, infinity_assistant.__file__
with Emulator(frozen=True) as emulator, emulator.client() as client:
    secret = client.create_webhook("https://example.com/", ["chat.message"]).webhook.secret
    print(client.chat("How do retries work?").response)
    (delivery,) = emulator.deliveries
    print(webhooks.parse(delivery.body, delivery.signature, secret=secret).event)
    print(" ".join(emulator.document.operations))
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package in an archive that runs its command line."""
    folder = tmp_path_factory.mktemp("zip")
    source = folder / "source"
    for path in (path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        target = source / PACKAGE.name / path.relative_to(PACKAGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    zipapp.create_archive(source, folder / "app.pyz", main="infinity_assistant.cli:main")
    return folder / "app.pyz"


def environment(archive: Path) -> dict:
    """An environment in which the archive is found before the checkout."""
    return {**os.environ, "PYTHONPATH": str(archive)}


def test_an_emulator_runs_from_an_archive_on_sys_path(archive: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", IN_PROCESS]
    done = subprocess.run(command, env=environment(archive), cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    *reply, event, operations = done.stdout.splitlines()
    assert "Infinity Assistant emulator" in "".join(reply) and event == "chat.message"
    assert operations.split() == load_document().operations


@pytest.fixture
def served(archive: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server that a zipapp runs."""
    command = [sys.executable, str(archive), "serve", "--port", "0", "--quiet"]
    process = subprocess.Popen(
        command, env=environment(archive), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    try:
        lines = [process.stdout.readline(), process.stdout.readline()]
        found = re.search(r"Console: (http\S+)/ ", lines[1])
        assert found, "".join([*lines, process.stdout.read()])
        yield found.group(1)
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_a_zipapp_serves_the_console_and_the_api(served: str) -> None:
    for path, name in (("/", "index.html"), ("/console/main.js", "main.js"), ("/console/console.css", "console.css")):
        with urlopen(f"{served}{path}", timeout=30) as response:
            lines = response.read().splitlines(keepends=True)
            # The page has the keys of this start as well.
            served_file = b"".join(line for line in lines if not re.match(rb'<meta name="(admin|api)-key"', line))
            assert served_file == (TESTING / "_server" / "console_files" / name).read_bytes()
    with urlopen(f"{served}/", timeout=30) as response:
        key = re.findall(r'<meta name="admin-key" content="([^"]+)">', response.read().decode())[0]
    with urlopen(Request(f"{served}/_emulator", headers={"X-Emulator-Key": key}), timeout=30) as response:
        assert json.load(response)["counts"]["knowledge"] > 40


def test_every_data_file_is_named() -> None:
    """An archive cannot be listed on every Python, so that a file which is not named would not be there."""
    assert set(FILES) == {path.name for path in (TESTING / "_server" / "console_files").iterdir()}
    assert list(CORPUS_FILES) == sorted(path.stem for path in (TESTING / "_state" / "knowledge").iterdir())


def test_a_missing_data_file_is_an_error_with_a_remedy() -> None:
    with pytest.raises(EmulatorError, match="nothing.sql of infinity_assistant is missing .*PyInstaller"):
        read_resource("nothing.sql")


def test_no_module_of_the_emulator_looks_for_files_beside_itself() -> None:
    assert [path.name for path in TESTING.rglob("*.py") if "__file__" in path.read_text("utf-8")] == []
