# SPDX-License-Identifier: MIT
"""Show for how long a response has been waited for: the model behind the service may think for a minute."""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import contextmanager, suppress
from typing import Callable, Iterator

#: Seconds before anything is shown, and between two changes of what is shown.
PATIENCE, PERIOD = 1.0, 1.0


@contextmanager
def show_waiting() -> Iterator[Callable[[], None]]:
    """Show seconds on standard error, if it is a terminal, until the block ends or calls what it is given."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda: None
        return
    clock = _Clock()
    clock.start()
    try:
        yield clock.stop
    finally:
        clock.stop()


class _Clock(threading.Thread):
    """Writes the seconds into one line, and leaves that line empty."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._stopped = threading.Event()
        self._began = time.monotonic()
        self._width = 0

    def run(self) -> None:
        """Write until it is enough."""
        if self._stopped.wait(PATIENCE):
            return
        while True:
            self._write(f"waiting, {time.monotonic() - self._began:.0f} s")
            if self._stopped.wait(PERIOD):
                return

    def stop(self) -> None:
        """Stop, and wipe what was written. What is printed next may go to the same terminal."""
        self._stopped.set()
        self.join()
        if self._width:
            self._write("")

    def _write(self, text: str) -> None:
        """Write a line over the last one, and go back to its beginning: what others write goes there."""
        with suppress(OSError):  # the terminal may be gone
            sys.stderr.write(f"\r{text.ljust(self._width)}\r")
            sys.stderr.flush()
        self._width = len(text)
