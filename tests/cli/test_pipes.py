"""Output that goes into another program, or nowhere."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from infinity_assistant.cli import main
from infinity_assistant.cli._outcome import error_boundary
from infinity_assistant.testing import Emulator

from .process import COMMAND, start

ROOT = Path(__file__).parents[2]


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


@pytest.mark.parametrize(("words", "code"), [(["--version"], 141), (["gibberish"], 2)])
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


class GonePipe(io.StringIO):
    """Standard output of Windows whose reader has left."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def flush(self) -> None:
        raise self._error

    def fileno(self) -> int:
        return self._null

    def __enter__(self) -> GonePipe:
        self._null = os.open(os.devnull, os.O_WRONLY)
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._null)


@pytest.mark.parametrize(
    ("is_windows", "error", "code"),
    [
        (True, OSError(errno.EINVAL, "Invalid argument"), 141),
        (False, OSError(errno.EINVAL, "Invalid argument"), 1),
        (True, OSError(errno.EINVAL, "Invalid argument", "a:b"), 1),
        (True, OSError(errno.ENOSPC, "No space left on device"), 1),
    ],
)
def test_a_reader_that_leaves_on_windows_is_one(
    is_windows: bool, error: OSError, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(error_boundary, "_IS_WINDOWS", is_windows)
    with GonePipe(error) as gone:
        monkeypatch.setattr("sys.stdout", gone)
        assert main(["--version"]) == code
        monkeypatch.undo()
    assert bool(capsys.readouterr().err) is (code == 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
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


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows closes no streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("--help", 0),
        ("health --json", 0),
        ("search streams", 0),
        ("chat hi --json", 0),
        ("bulk rows.txt --journal rows.db", 0),
        ("gibberish", 2),
    ],
)
def test_closed_streams_are_no_traceback(words: str, code: int, closed: str, server: Any, tmp_path: Path) -> None:
    """What is printed goes nowhere, and the exit code is what it would be."""
    (tmp_path / "rows.txt").write_text("Hello\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDEVMODE": "1", "PYTHONWARNINGS": "error"}
    line = f'exec "{COMMAND[0]}" -m infinity_assistant {words} {closed}'
    done = subprocess.run(
        ["sh", "-c", line], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    for complaint in ("Traceback", "internal error", "Warning", "Exception"):
        assert complaint not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "words", [["keys", "create", "ci"], ["webhooks", "create", "https://example.com/", "--event", "chat.message"]]
)
def test_what_is_shown_once_is_not_made_for_nobody(
    words: list[str],
    emulator: Emulator,
    server: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", None)
        assert main(words) == 2
    assert "standard output is closed" in capsys.readouterr().err
    assert emulator.requests == []


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_program_that_has_no_streams_gets_them_back_as_they_were(
    stream: str, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As below pythonw.exe; one that was closed counts as none."""
    closed = io.StringIO()
    closed.close()
    for value in (None, closed):
        with monkeypatch.context() as patch:
            patch.setattr(f"sys.{stream}", value)
            assert main(["health"]) == 0
            assert getattr(sys, stream) is value
