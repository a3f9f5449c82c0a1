# SPDX-License-Identifier: MIT
"""Sockets for asyncio and trio that keep a deadline: what differs between the two is chosen here.

Failures are `OSError`s; a passed deadline is the builtin `TimeoutError`.
"""

from __future__ import annotations

import asyncio
import sys
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Awaitable, Callable, Coroutine, Optional, Set, TypeVar, cast
from weakref import ref

from infinity_assistant._http import asyncio_loop_end, asyncio_network
from infinity_assistant._http.async_event import make_event
from infinity_assistant._http.asyncio_stream import AsyncioStream as AsyncNetworkStream
from infinity_assistant._http.background import BackgroundJob
from infinity_assistant._http.event_loops import find_asyncio_loop
from infinity_assistant._http.interruption import Interruption
from infinity_assistant._http.pool import Pool
from infinity_assistant._http.pools import Held

if TYPE_CHECKING:
    import ssl

__all__ = [
    "AsyncNetworkStream",
    "call_in_thread",
    "call_soon",
    "close_at_loop_end",
    "connect",
    "current_scope",
    "hold",
    "is_cancellation",
    "sleep",
    "spawn",
    "start_expiry",
]

T = TypeVar("T")

#: An event loop itself holds its tasks weakly.
_TASKS: Set[asyncio.Task[None]] = set()


def current_scope() -> Any:
    """Return who may share connections: the tasks of one event loop."""
    loop = find_asyncio_loop()
    if loop is not None:
        return loop
    import trio

    return trio.lowlevel.current_trio_token()


def hold(pool: Pool[Any]) -> Held[Any]:
    """Leave `pool` to its event loop: a client that kept it would keep every loop of the past."""
    return ref(pool)


async def sleep(seconds: float) -> None:
    """Wait without blocking the event loop."""
    if find_asyncio_loop() is not None:
        await asyncio.sleep(seconds)
    else:
        import trio

        await trio.sleep(seconds)


async def call_in_thread(function: Callable[[], T], deadline: float, complaint: str) -> T:
    """Call `function` where it does not hold up the event loop."""
    job = BackgroundJob(function)
    event = make_event()
    job.subscribe(event.set)
    job.start()
    await event.wait(deadline, complaint)
    result: T = job.result()
    return result


def spawn(function: Callable[[], Awaitable[None]]) -> None:
    """Run `function`, which raises nothing but a cancellation, in a task that belongs to nobody."""
    loop = find_asyncio_loop()
    if loop is not None:
        task = loop.create_task(cast("Coroutine[Any, Any, None]", function()))
        _TASKS.add(task)
        task.add_done_callback(_TASKS.discard)
        return
    import trio

    # In the context of who asks: tracers keep their span there.
    trio.lowlevel.spawn_system_task(function, name="infinity-assistant", context=copy_context())


def call_soon(scope: Any, callback: Callable[[], object]) -> None:
    """Call `callback` in an event loop, from whatever thread; one that has ended calls nothing any more."""
    if find_asyncio_loop() is scope:
        callback()
        return
    schedule = getattr(scope, "call_soon_threadsafe", None) or scope.run_sync_soon
    try:
        schedule(callback)
    except RuntimeError:  # trio's RunFinishedError is one.
        pass


def is_cancellation(exc: BaseException) -> bool:
    """Return whether `exc` is how the event loop cancels a wait; trio groups what several of its tasks got."""
    if isinstance(exc, asyncio.CancelledError):
        return True
    trio: Any = sys.modules.get("trio")
    if trio is not None and isinstance(exc, trio.Cancelled):
        return True
    members = getattr(exc, "exceptions", ())
    return bool(members) and all(map(is_cancellation, members))


async def connect(
    host: str, port: int, tls: Optional[ssl.SSLContext], deadline: float, interruption: Optional[Interruption] = None
) -> AsyncNetworkStream:
    """Connect, with TLS if a context is given, to the first address of `host` that responds."""
    if find_asyncio_loop() is not None:
        return await asyncio_network.connect(host, port, tls, deadline, interruption)
    from infinity_assistant._http import trio_network

    return cast(AsyncNetworkStream, await trio_network.connect(host, port, tls, deadline, interruption))


def start_expiry(pool: Pool[Any]) -> None:
    """Have `pool.expire` called in time, until it returns `None`."""
    if find_asyncio_loop() is not None:
        asyncio_loop_end.start_expiry(pool)
    else:
        from infinity_assistant._http import trio_run_end

        trio_run_end.start_expiry(pool)


async def close_at_loop_end(pool: Pool[Any]) -> Any:
    """Have `pool.end` called before the running event loop ends, if there still is a pool then."""
    if find_asyncio_loop() is not None:
        return await asyncio_loop_end.close_at_loop_end(pool)
    from infinity_assistant._http import trio_run_end

    return trio_run_end.close_at_run_end(pool)
