"""The program as a process of its own, and at a terminal."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Optional, Type

import pytest

COMMAND = [sys.executable, "-m", "infinity_assistant"]
PATIENCE = 20.0
needs_ctrl_c = pytest.mark.skipif(
    os.name == "nt", reason="Windows sends Ctrl-C to all programs of a console, tests included"
)


def start(*words: str, **options: object) -> subprocess.Popen[str]:
    """Start the program with pipes for its input and output."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen([*COMMAND, *words], text=True, **pipes)  # type: ignore[call-overload,no-any-return]


def read_until(stream: IO[str], text: str) -> str:
    """Read from a pipe until `text` was read."""
    seen = ""
    while text not in seen:
        piece = stream.read(1)
        assert piece, f"the output ended with {seen!r}, without {text!r}"
        seen += piece
    return seen


#: Makes standard input the controlling terminal, whose Ctrl-C is a signal, and goes on as the program.
_AT_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


class Terminal:
    """The program at a terminal: what it shows can be waited for, and keys can be pressed."""

    INTERRUPT = "\x03"
    END = "\x04"

    def __init__(self, *words: str) -> None:
        pty = pytest.importorskip("pty", reason="there are no terminals of POSIX here")
        self.shown = ""
        self._seen = 0
        self._keyboard, screen = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _AT_TERMINAL, *COMMAND, *words],
            stdin=screen,
            stdout=screen,
            stderr=screen,
            start_new_session=True,
        )
        os.close(screen)

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._keyboard, keys.encode())

    def wait_for(self, text: str) -> None:
        """Wait until `text` is shown, after what was waited for before."""
        until = time.monotonic() + PATIENCE
        while text not in self.shown[self._seen :]:
            assert time.monotonic() < until and self._read(until), f"{text!r} is not shown: {self.shown!r}"
        self._seen = self.shown.index(text, self._seen) + len(text)

    def wait_for_prompt(self) -> None:
        """Wait until the program shows its prompt and sleeps.

        Python does not notice a signal that arrives between the two before the next one: nobody types that quickly.
        """
        self.wait_for("> ")
        until = time.monotonic() + PATIENCE
        while not self._sleeps():
            assert time.monotonic() < until, "the program does not wait for anything"
            time.sleep(0.005)

    def _sleeps(self) -> bool:
        process = str(self._process.pid)
        if Path("/proc").is_dir():
            return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "S"
        state = subprocess.run(["ps", "-o", "state=", "-p", process], stdout=subprocess.PIPE, check=False).stdout
        return state.startswith(b"S")

    def leave(self) -> int:
        """Wait until the program has ended, and give its exit code."""
        until = time.monotonic() + PATIENCE
        while self._read(until):
            continue
        return self._process.wait(max(0.1, until - time.monotonic()))

    def _read(self, until: float) -> bool:
        ready, _, _ = select.select([self._keyboard], [], [], max(0.0, until - time.monotonic()))
        try:
            piece = os.read(self._keyboard, 4096) if ready else b""
        except OSError:  # Linux says that the other side is closed in this way
            return False
        self.shown += piece.decode()
        return bool(piece)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._keyboard)
