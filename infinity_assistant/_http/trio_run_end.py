# SPDX-License-Identifier: MIT. Generated from overlays/_http/trio_run_end.py: edit that file, then run `make generate`.
"""The life of a pool on trio: idle connections end in time, and all of them with the run.

Only imported by a program that runs on trio.
"""

from __future__ import annotations

from typing import Any, Optional
from weakref import WeakSet

import trio

from infinity_assistant._http.pool import KEEP_SECONDS, Pool

_POOLS: trio.lowlevel.RunVar[WeakSet[Pool[Any]]] = trio.lowlevel.RunVar("infinity_assistant_pools")


def start_expiry(pool: Pool[Any]) -> None:
    """Have `pool.expire` called in time, until it returns `None`."""
    trio.lowlevel.spawn_system_task(_expire, pool)


async def _expire(pool: Pool[Any]) -> None:
    remaining: Optional[float] = KEEP_SECONDS
    while remaining is not None:
        await trio.sleep(remaining)
        remaining = pool.expire()


def close_at_run_end(pool: Pool[Any]) -> bool:
    """Have `pool.end` called before the run ends, if there still is a pool then."""
    try:
        pools = _POOLS.get()
    except LookupError:
        pools = WeakSet()
        _POOLS.set(pools)
        trio.lowlevel.spawn_system_task(_await_end, pools)
    pools.add(pool)
    return True


async def _await_end(pools: WeakSet[Pool[Any]]) -> None:
    # System tasks are cancelled when the main task has finished.
    try:
        await trio.sleep_forever()
    finally:
        for pool in list(pools):
            pool.end()
