# SPDX-License-Identifier: MIT. Generated from overlays/cli/_terminal/piped_input.py: edit that file, then run `make generate`.
"""Read what another program writes to standard input, where nobody said whether there is one."""

from __future__ import annotations

import sys
import threading
import time
from typing import Any, List, Optional

from infinity_assistant.cli._terminal.inputs import (
    MOST_BYTES,
    STDIN,
    TOO_MUCH,
    build_input_error,
    decode_text,
    read_stdin,
)
from infinity_assistant.cli._terminal.output import print_message

#: Seconds after which an input without a byte counts as none.
PATIENCE = 3.0
_NOTHING = "Nothing came on standard input in {:.0f} seconds: it is left out. `-` waits for it, `< /dev/null` does not."


def read_piped() -> str:
    """Read standard input to its end; return an empty text if it is a terminal, or closed.

    Programs that start others, and CI, may leave a pipe open for ever without a byte: it is left out, and that is said.

    Raises:
        InfinityAssistantArgumentError: It holds too much, or no text.
    """
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        return ""
    if not hasattr(sys.stdin, "buffer"):
        return read_stdin()
    reading = _Reading(sys.stdin.buffer)
    reading.start()
    if not reading.began.wait(PATIENCE):
        print_message(_NOTHING.format(PATIENCE))
        return ""
    while reading.is_alive():
        reading.join(0.1)  # in short waits, which Ctrl-C ends on Windows, too
    if reading.error is not None:
        raise reading.error
    return decode_text(b"".join(reading.pieces))


class _Reading(threading.Thread):
    """Reads a stream to its end. Nobody waits for it if that does not come: it is a daemon."""

    def __init__(self, stream: Any) -> None:
        super().__init__(daemon=True)
        self.began = threading.Event()
        self.pieces: List[bytes] = []
        self.error: Optional[Exception] = None
        # The buffer has a lock, with which this thread would block the end of the process.
        self._stream = getattr(stream, "raw", stream)

    def run(self) -> None:
        """Read; what goes wrong is kept for who waits."""
        try:
            self._read()
        except Exception as error:
            # A service may start programs with an input that cannot be read. Nobody asked for it.
            self.error = error if self.pieces else None
        finally:
            self.began.set()

    def _read(self) -> None:
        size = 0
        while size <= MOST_BYTES:
            piece = self._stream.read(64 * 1024)
            if piece is None:  # another program has made the pipe one that does not block
                time.sleep(0.05)
                continue
            if not piece:
                return
            self.began.set()
            self.pieces.append(piece)
            size += len(piece)
        raise build_input_error(STDIN, TOO_MUCH)
