# SPDX-License-Identifier: MIT
"""Waiting on trio with a deadline. Only imported by a program that runs on trio."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from typing import Iterator

import trio


@contextmanager
def fail_at(deadline: float, complaint: str) -> Iterator[None]:
    """Raise `TimeoutError` with `complaint` when the deadline passes within the block."""
    try:
        with trio.fail_after(math.inf if deadline == math.inf else max(0.0, deadline - time.monotonic())):
            yield
    except trio.TooSlowError:
        raise TimeoutError(complaint) from None


class TrioEvent:
    """One task waits, whoever else wakes it."""

    def __init__(self) -> None:
        self._token = trio.lowlevel.current_trio_token()
        self._event = trio.Event()

    def set(self) -> None:
        """Wake who waits, from whatever thread. Doing so twice does no harm."""
        try:
            self._token.run_sync_soon(self._event.set)
        except trio.RunFinishedError:
            pass  # Nobody waits there any more.

    async def wait(self, deadline: float, complaint: str) -> None:
        """Wait for `set`.

        Raises:
            TimeoutError: The deadline passed first; `complaint` is its text.
        """
        with fail_at(deadline, complaint):
            await self._event.wait()
