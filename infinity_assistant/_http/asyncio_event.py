# SPDX-License-Identifier: MIT. Generated from overlays/_http/asyncio_event.py: edit that file, then run `make generate`.
"""Waiting on asyncio, with a deadline that is never taken for the caller's own cancellation."""

from __future__ import annotations

import asyncio
from typing import Any, Coroutine

from infinity_assistant._http.asyncio_deadlines import find_deadlines
from infinity_assistant._http.deadline import remaining_seconds
from infinity_assistant._http.event_loops import find_asyncio_loop


async def wait_until(future: asyncio.Future[None], deadline: float, complaint: str) -> None:
    """Wait for `future`.

    Of a deadline and a cancellation that fall due together the cancellation wins: the timer settles a future and
    cancels nobody, and a task that is cancelled raises `CancelledError`, whatever it waited for has become.

    Raises:
        TimeoutError: The deadline passed first; `complaint` is its text.
    """
    if remaining_seconds(deadline, complaint) is None:
        await future
        return
    deadlines = find_deadlines(future.get_loop())
    deadlines.add(future, deadline, complaint)
    try:
        await future
    finally:
        deadlines.remove()


def settle(future: asyncio.Future[None]) -> None:
    """Wake who waits for `future`."""
    if not future.done():
        future.set_result(None)


class AsyncioEvent:
    """One task waits, whoever else wakes it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._future: asyncio.Future[None] = loop.create_future()

    def set(self) -> None:
        """Wake who waits, from whatever thread. Doing so twice does no harm."""
        if find_asyncio_loop() is self._loop:
            settle(self._future)
            return
        try:
            self._loop.call_soon_threadsafe(settle, self._future)
        except RuntimeError:
            pass  # The loop has been closed, and nobody waits there any more.

    def wait(self, deadline: float, complaint: str) -> Coroutine[Any, Any, None]:
        """Wait for `set`.

        Raises:
            TimeoutError: The deadline passed first; `complaint` is its text.
        """
        return wait_until(self._future, deadline, complaint)
