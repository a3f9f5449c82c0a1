# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_running/async_crew.py: edit that file, then run `make generate`.
"""Tasks of asyncio that do the same work side by side, and what they wait with."""

from __future__ import annotations

import asyncio
from typing import Any, Awaitable, Callable, List, Tuple

from infinity_assistant._models.call import Call

#: Makes a call, and returns its result, and the JSON that it was read from.
AsyncMake = Callable[[Call[Any]], Awaitable[Tuple[Any, bytes]]]
async_sleep = asyncio.sleep
async_make_condition = asyncio.Condition
async_make_lock = asyncio.Lock


async def async_let_others_go() -> None:
    """Let those go on who are ready, before this one does."""
    await asyncio.sleep(0)


class AsyncCrew:
    """So many tasks. Whoever leaves before they have ended cancels them."""

    def __init__(self, work: Callable[[], Awaitable[None]], count: int) -> None:
        self._tasks: List[asyncio.Future[None]] = [asyncio.ensure_future(work()) for _ in range(count)]

    async def leave(self) -> None:
        """Wait until all have ended."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
