"""Ctrl-C outside of a conversation."""

from __future__ import annotations

import signal
import struct
import subprocess
import time
from typing import IO, Callable

import pytest

from infinity_assistant.testing import Emulator

from .process import PATIENCE, needs_ctrl_c, read_until, start

pytestmark = [
    pytest.mark.usefixtures("server"),
    needs_ctrl_c,
]


def interrupt(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Send the signal of Ctrl-C, and give what comes after it."""
    process.send_signal(signal.SIGINT)
    return process.communicate(timeout=PATIENCE)


def wait_until(condition: Callable[[], object]) -> None:
    """Wait until something is so."""
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.01)


def unread(pipe: IO[str] | None) -> int:
    """How many bytes nobody has read yet."""
    import fcntl
    import termios

    assert pipe is not None
    (count,) = struct.unpack("i", fcntl.ioctl(pipe.fileno(), termios.FIONREAD, bytes(4)))
    return int(count)


def test_ctrl_c_ends_a_single_chat_without_a_traceback(emulator: Emulator) -> None:
    """What had arrived stays, its line is ended, and the exit code is that of an interruption."""
    emulator.on_chat().reply_stream(["word "] * 400, delay=0.05)
    with start("chat", "hi") as process:
        assert process.stdout is not None
        read_until(process.stdout, "word word")
        out, err = interrupt(process)
    assert (process.returncode, err) == (130, "Interrupted.\n")
    assert out.endswith("\n")


def test_ctrl_c_ends_a_wait_for_the_service(emulator: Emulator) -> None:
    """It does not matter that nothing has come yet."""
    emulator.delay(5, "search_knowledge")
    with start("search", "anything") as process:
        wait_until(lambda: emulator.requests)
        out, err = interrupt(process)
    assert (process.returncode, out, err) == (130, "", "Interrupted.\n")


def test_ctrl_c_ends_a_wait_for_standard_input(emulator: Emulator) -> None:
    """Half a message is not sent."""
    with start("chat", "-", stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write("half")
        process.stdin.flush()
        wait_until(lambda: unread(process.stdin) == 0)
        out, err = interrupt(process)
    assert (process.returncode, out, err) == (130, "", "Interrupted.\n")
    assert emulator.requests == []
