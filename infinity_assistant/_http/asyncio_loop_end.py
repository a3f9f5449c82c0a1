# SPDX-License-Identifier: MIT. Generated from overlays/_http/asyncio_loop_end.py: edit that file, then run `make generate`.
"""The life of a pool on asyncio: idle connections end by a timer, and all of them with the event loop."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any, AsyncGenerator
from weakref import ref

from infinity_assistant._http.pool import KEEP_SECONDS, Pool


def start_expiry(pool: Pool[Any]) -> None:
    """Have `pool.expire` called in time, until it returns `None`."""
    # The timer also keeps the pool alive, which nobody else does between two calls.
    asyncio.get_running_loop().call_later(KEEP_SECONDS, _expire, pool)


def _expire(pool: Pool[Any]) -> None:
    remaining = pool.expire()
    if remaining is not None:
        pool.scope.call_later(remaining, _expire, pool)


class LoopGuard:
    """What a pool keeps until its event loop ends."""

    __slots__ = ("_ending",)

    def __init__(self, ending: AsyncGenerator[None, None]) -> None:
        self._ending = ending

    def __del__(self) -> None:
        # The event loop would finish the generator in a task, and report it if it is closed before that has run.
        with suppress(StopIteration, RuntimeError):
            self._ending.aclose().send(None)


async def close_at_loop_end(pool: Pool[Any]) -> LoopGuard:
    """Have `pool.end` called before the running event loop ends; return what the pool must keep until then."""
    ending = _await_end(ref(pool))
    await ending.__anext__()
    return LoopGuard(ending)


async def _await_end(pool: ref[Pool[Any]]) -> AsyncGenerator[None, None]:
    # asyncio finishes the asynchronous generators that are left when a run ends. Its hook is a bound method of the
    # loop, so a generator that anybody but the loop's own objects keeps would keep the loop.
    try:
        yield
    finally:
        living = pool()
        if living is not None:
            living.end()
