"""Output that goes into another program, or nowhere."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import IO, Any

import pytest

from infinity_assistant.cli import main
from infinity_assistant.testing import Emulator

from .process import COMMAND, start


def broken_pipe() -> IO[str]:
    """A pipe whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    return os.fdopen(writer, "w", encoding="utf-8")


def test_a_reader_that_leaves_is_no_reason_to_complain(emulator: Emulator, server: Any) -> None:
    """`infinity-assistant chat ... | head -1` ends quietly."""
    emulator.on_chat().reply_stream(["line\n"] * 2000, delay=0.001)
    with start("chat", "hi") as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline() == "line\n"
        process.stdout.close()
        complaints = process.stderr.read()
    assert (process.returncode, complaints) == (141, "")


def test_help_for_a_reader_that_left_is_quiet() -> None:
    """Even what is written at the very end is not complained about."""
    with broken_pipe() as gone:
        done = subprocess.run([*COMMAND, "--help"], stdout=gone, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize(("words", "code"), [(["--version"], 141), (["nonsense"], 2)])
def test_what_went_wrong_before_counts_more(
    words: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken pipe is reported only if there is nothing worse."""
    with broken_pipe() as gone:
        gone.write("buffered")
        monkeypatch.setattr("sys.stdout", gone)
        assert main(words) == code
        monkeypatch.undo()


def test_a_pipe_that_breaks_while_printing_ends_the_command(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with broken_pipe() as gone:
        monkeypatch.setattr("sys.stdout", gone)
        assert main(["health", "--json"]) == 141
        monkeypatch.undo()


def test_a_full_disk_is_a_failure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What could not be written is said, and the exit code tells."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr("sys.stdout", full)
        assert main(["--version"]) == 1
        monkeypatch.undo()
    assert "No space left on device" in capsys.readouterr().err


def test_a_closed_standard_error_does_not_change_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nobody to tell, and a script still learns what happened."""
    with broken_pipe() as gone:
        monkeypatch.setattr("sys.stderr", gone)
        assert main(["chat", "hi", "--base-url", "nowhere"]) == 2
        monkeypatch.undo()
        os.dup2(os.open(os.devnull, os.O_WRONLY), gone.fileno())
