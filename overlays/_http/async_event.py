# SPDX-License-Identifier: MIT
"""Something that a task waits for."""

from __future__ import annotations

from typing import Protocol

from infinity_assistant._http.asyncio_event import AsyncioEvent
from infinity_assistant._http.event_loops import find_asyncio_loop


class AsyncEvent(Protocol):
    """One task waits, whoever else wakes it."""

    def set(self) -> None:
        """Wake who waits, from whatever thread. Doing so twice does no harm."""
        ...

    async def wait(self, deadline: float, complaint: str) -> None:
        """Wait for `set`. Raises `TimeoutError` with `complaint` if the deadline passes first."""
        ...


def make_event() -> AsyncEvent:
    """Return an event for the calling task."""
    loop = find_asyncio_loop()
    if loop is not None:
        return AsyncioEvent(loop)
    from infinity_assistant._http.trio_event import TrioEvent

    return TrioEvent()
