# SPDX-License-Identifier: MIT. Generated from overlays/_http/async_network.py: edit that file, then run `make generate`.
"""Sockets for asyncio and trio that keep a deadline.

`deadline` is always an absolute time of `time.monotonic()` in seconds, infinite for no deadline.
Failures are `OSError`s; a passed deadline is the builtin `TimeoutError`.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from typing import TYPE_CHECKING, Any, AsyncIterator, Awaitable, Optional, Tuple, TypeVar, cast
from weakref import WeakKeyDictionary, WeakSet

if TYPE_CHECKING:
    import ssl

__all__ = [
    "AsyncNetworkStream",
    "close_at_loop_end",
    "connect",
    "current_scope",
    "is_cancellation",
    "sleep",
    "with_deadline",
]

T = TypeVar("T")

INFINITY = float("inf")

#: A connection whose reader is this many bytes behind stops reading from the network.
HIGH_WATER = 262144


def _asyncio_loop() -> Optional[asyncio.AbstractEventLoop]:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def current_scope() -> Any:
    """Who may share connections: the tasks of one event loop."""
    loop = _asyncio_loop()
    if loop is not None:
        return loop
    import trio

    return trio.lowlevel.current_trio_token()


def is_cancellation(exc: BaseException) -> bool:
    """Whether `exc` is how the event loop cancels a wait."""
    if isinstance(exc, asyncio.CancelledError):
        return True
    trio: Any = sys.modules.get("trio")
    return trio is not None and isinstance(exc, trio.Cancelled)


async def sleep(seconds: float) -> None:
    """Wait without blocking the event loop."""
    if _asyncio_loop() is not None:
        await asyncio.sleep(seconds)
    else:
        import trio

        await trio.sleep(seconds)


#: What waits for the end of each event loop, and for whom. It is kept here, since it must outlive the clients:
#: trio warns of an asynchronous generator that is collected before.
_ENDINGS: WeakKeyDictionary[Any, Tuple[Any, WeakSet[Any]]] = WeakKeyDictionary()


async def close_at_loop_end(pool: Any) -> bool:
    """Have `pool.end()` called before the running event loop ends, if there still is a pool then."""
    here = current_scope()
    if here not in _ENDINGS:
        pools: WeakSet[Any] = WeakSet()
        waiting = _at_end(pools)
        _ENDINGS[here] = waiting, pools
        await waiting.__anext__()
    _ENDINGS[here][1].add(pool)
    return True


async def _at_end(pools: WeakSet[Any]) -> AsyncIterator[None]:
    # asyncio and trio finish the asynchronous generators that are left when a run ends.
    try:
        yield
    finally:
        for pool in list(pools):
            pool.end()


async def with_deadline(result: Awaitable[T], deadline: float) -> T:
    """Await `result`, but not beyond `deadline`."""
    if deadline == INFINITY:
        return await result
    import anyio

    with anyio.fail_after(max(0.0, deadline - time.monotonic())):
        return await result


async def connect(host: str, port: int, tls: Optional[ssl.SSLContext], deadline: float) -> AsyncNetworkStream:
    """Connect, with TLS if a context is given, to the first address of `host` that answers."""
    if _asyncio_loop() is None:
        from infinity_assistant._http.trio_network import connect as connect_trio

        return cast("AsyncNetworkStream", await connect_trio(host, port, tls, deadline))
    loop = asyncio.get_running_loop()
    options: Any = {"ssl": tls, "server_hostname": host} if tls is not None else {}
    if not host[-1:].isdigit() and ":" not in host:
        # The race costs four tasks; an address has nobody to race with.
        options["happy_eyeballs_delay"] = 0.25
    opening = asyncio.ensure_future(loop.create_connection(AsyncNetworkStream, host, port, **options))
    timer = None if deadline == INFINITY else loop.call_later(max(0.0, deadline - time.monotonic()), opening.cancel)
    try:
        _, sock = await opening
    except asyncio.CancelledError:
        if opening.done() and not opening.cancelled() and opening.exception() is None:
            opening.result()[1].abort()
        if time.monotonic() < deadline:
            raise
        raise TimeoutError("could not connect in time") from None
    finally:
        if timer is not None:
            timer.cancel()
    return sock


class AsyncNetworkStream(asyncio.Protocol):
    """One connection of an asyncio event loop.

    A protocol rather than a stream: what arrives is put where the reader finds it, without a task
    or a copy of its own.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._pid = os.getpid()
        self._transport: Any = None
        self._received = bytearray()
        self._ended = False
        self._failure: Optional[Exception] = None
        self._waiter: Optional[asyncio.Future[None]] = None
        self._reading = True
        self._writable = True

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        if len(self._received) > HIGH_WATER and self._reading:
            self._reading = False
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> bool:
        self._ended = True
        self._wake()
        return False

    def connection_lost(self, exc: Optional[Exception]) -> None:
        self._ended = True
        self._failure = exc
        self._wake()

    def pause_writing(self) -> None:
        self._writable = False

    def resume_writing(self) -> None:
        self._writable = True
        self._wake()

    async def send(self, data: bytes, deadline: float) -> None:
        """Write all of `data`."""
        if self._ended:
            raise self._broken()
        self._transport.write(data)
        while not self._writable and not self._ended:
            await self._wait(deadline, "the request could not be sent in time")

    async def receive(self, deadline: float) -> bytes:
        """Read what there is, waiting for at least one byte; nothing means the end."""
        while not self._received:
            if self._failure is not None:
                raise self._broken()
            if self._ended:
                return b""
            await self._wait(deadline, "no answer in time")
        received = bytes(self._received)
        self._received.clear()
        if not self._reading:
            self._reading = True
            self._transport.resume_reading()
        return received

    def receive_now(self) -> bytes:
        """Read what has arrived already, without waiting."""
        received = bytes(self._received)
        self._received.clear()
        return received

    def is_stale(self) -> bool:
        """Whether an idle connection was closed, or spoken to, by the other side."""
        return self._ended or bool(self._received) or self._transport.is_closing()

    def abort(self) -> None:
        """Close without ceremony, from whatever thread; a forked child leaves it to its parent."""
        if self._loop.is_closed() or self._pid != os.getpid():
            return
        if _asyncio_loop() is self._loop:
            self._transport.abort()
        else:
            self._loop.call_soon_threadsafe(self._transport.abort)

    def interrupt(self) -> None:
        """Wake the reader: the connection ends."""
        self.abort()

    def _broken(self) -> OSError:
        if isinstance(self._failure, OSError):
            return self._failure
        return ConnectionResetError(str(self._failure or "the connection was closed"))

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def _wait(self, deadline: float, complaint: str) -> None:
        self._waiter = waiter = self._loop.create_future()
        timer = (
            None
            if deadline == INFINITY
            else self._loop.call_later(deadline - time.monotonic(), _expire, waiter, complaint)
        )
        try:
            await waiter
        finally:
            self._waiter = None
            if timer is not None:
                timer.cancel()


def _expire(waiter: asyncio.Future[None], complaint: str) -> None:
    if not waiter.done():
        waiter.set_exception(TimeoutError(complaint))
