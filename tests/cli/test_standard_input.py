"""Standard input, which is added to the message of `chat`."""

from __future__ import annotations

import codecs
import io
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from infinity_assistant.cli._terminal import inputs, piped_input
from infinity_assistant.testing import Emulator

from .conftest import Run, pipe
from .process import COMMAND, start

pytestmark = pytest.mark.usefixtures("server")


def message(emulator: Emulator) -> Any:
    """The message of the only request."""
    (request,) = emulator.requests
    return request.json["message"]


def test_a_file_is_added_below_the_words(emulator: Emulator, tmp_path: Path) -> None:
    """`infinity-assistant chat "Explain this" < file`."""
    (tmp_path / "error.log").write_text("first\nsecond\n", "utf-8")
    with (tmp_path / "error.log").open() as file, start("chat", "Explain", "this", stdin=file) as process:
        process.communicate()
    assert process.returncode == 0
    assert message(emulator) == "Explain this\n\nfirst\nsecond"


def test_the_output_of_a_program_is_added(emulator: Emulator) -> None:
    """`program | infinity-assistant chat "Explain this"`: what it writes later is waited for, once it has begun."""
    with start("chat", "Explain this", stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write("first, ")
        process.stdin.flush()
        assert process.stdin.write("second")
        process.communicate()
    assert message(emulator) == "Explain this\n\nfirst, second"


@pytest.mark.parametrize(
    ("words", "sent"),
    [(["-"], "this\nthat"), (["Explain", "-"], "Explain\n\nthis\nthat"), (["-", "Explain"], "Explain\n\nthis\nthat")],
)
def test_a_dash_stands_for_standard_input(
    words: list[str], sent: str, emulator: Emulator, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe(b"this\r\nthat\r\n", monkeypatch)
    assert run("chat", *words).code == 0
    assert message(emulator) == sent


@pytest.mark.parametrize(
    "content",
    [
        "hé".encode(),
        codecs.BOM_UTF8 + "hé".encode(),
        codecs.BOM_UTF16_LE + "hé".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "hé".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "hé".encode("utf-32-le"),
        codecs.BOM_UTF32_BE + "hé".encode("utf-32-be"),
        "hé".encode("cp1252"),
    ],
)
@pytest.mark.parametrize("words", [["-"], ["Say"]])
def test_text_is_read_as_programs_write_it(
    words: list[str], content: bytes, emulator: Emulator, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte order mark decides; without one it is UTF-8, or what the locale says. It never becomes `hÃ©`."""
    pipe(content, monkeypatch)
    monkeypatch.setattr("locale.getpreferredencoding", lambda _: "cp1252")
    assert run("chat", *words).code == 0
    assert message(emulator).endswith("hé") and "\ufeff" not in message(emulator)


def test_the_locale_of_the_process_does_not_matter_for_utf_8(emulator: Emulator) -> None:
    """Python would read the bytes of a pipe as Latin-1 here."""
    options = {"input": "hé".encode(), "capture_output": True, "check": False}
    done = subprocess.run([*COMMAND, "chat", "-"], env={**os.environ, "PYTHONIOENCODING": "latin-1"}, **options)  # type: ignore[call-overload]
    assert done.returncode == 0
    assert message(emulator) == "hé"


def test_an_empty_input_adds_nothing(emulator: Emulator, run: Run) -> None:
    assert run("chat", "hi").code == 0
    assert message(emulator) == "hi"


def test_a_pipe_in_which_nothing_comes_is_left_out(
    emulator: Emulator, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CI, and programs that start this one, leave a pipe open and write nothing."""
    assert piped_input.PATIENCE == 3  # as the help says
    monkeypatch.setattr(piped_input, "PATIENCE", 0.05)
    reader, writer = os.pipe()
    with os.fdopen(reader, encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        outcome = run("chat", "hi")
        os.close(writer)  # the thread that waits may end
    assert outcome.code == 0
    assert "Nothing came on standard input" in outcome.err and "it is left out" in outcome.err
    assert message(emulator) == "hi"


@pytest.mark.skipif(os.name == "nt" or not Path("/dev/zero").exists(), reason="there is no /dev/zero here")
@pytest.mark.parametrize("words", [["hi"], ["-"]])
def test_a_program_that_writes_without_end_is_not_read_without_end(words: list[str], emulator: Emulator) -> None:
    with Path("/dev/zero").open("rb") as endless, start("chat", *words, stdin=endless) as process:
        _, complaints = process.communicate()
    assert process.returncode == 2
    assert "more than 1 MiB" in complaints
    assert emulator.requests == []


def test_an_input_that_nobody_can_read_adds_nothing(emulator: Emulator, tmp_path: Path) -> None:
    """It is open for writing alone."""
    with (tmp_path / "file").open("wb") as unreadable, start("chat", "hi", stdin=unreadable) as process:
        process.communicate()
    assert process.returncode == 0
    assert message(emulator) == "hi"


class Failing(io.RawIOBase):
    """A disk that fails after the first bytes."""

    def __init__(self) -> None:
        self._pieces = [b"half", None]

    def read(self, size: int = -1) -> Any:
        if not self._pieces:
            raise OSError(5, "Input/output error")
        return self._pieces.pop(0)


def test_half_an_input_is_not_sent(emulator: Emulator, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that does not block may have nothing for the moment; one that fails has no end."""

    class Stream:
        buffer = Failing()
        closed = False

        def isatty(self) -> bool:
            return False

    monkeypatch.setattr("sys.stdin", Stream())
    outcome = run("chat", "hi")
    assert outcome.code == 1 and "Input/output error" in outcome.err
    assert emulator.requests == []


def test_a_stand_in_without_bytes_is_read_as_text(
    emulator: Emulator, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in notebooks."""
    monkeypatch.setattr("sys.stdin", io.StringIO("this\n"))
    assert run("chat", "Explain").code == 0
    assert message(emulator) == "Explain\n\nthis"


@pytest.mark.parametrize("closed", [True, False])
def test_a_closed_input_adds_nothing(
    closed: bool, emulator: Emulator, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b""))
    stream.close()
    monkeypatch.setattr("sys.stdin", stream if closed else None)
    assert run("chat", "hi").code == 0
    assert message(emulator) == "hi"


def test_the_bound_is_more_than_a_message_can_have() -> None:
    """5000 UTF-16 code units, in whatever encoding."""
    assert inputs.MOST_BYTES > 5000 * 4
