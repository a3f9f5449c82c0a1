# SPDX-License-Identifier: MIT. Generated from overlays/_http/async_transport.py: edit that file, then run `make generate`.
"""The connections of one client to one origin."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Callable, Optional

from infinity_assistant._http.async_connection import AsyncConnection, AsyncRawResponse
from infinity_assistant._http.async_event import make_event
from infinity_assistant._http.async_network import (
    call_in_thread,
    close_at_loop_end,
    connect,
    current_scope,
    hold,
    start_expiry,
)
from infinity_assistant._http.async_waiting import wait_for
from infinity_assistant._http.connection_limit import describe_full, find_default_limit
from infinity_assistant._http.exceptions import is_out_of_files, map_exception
from infinity_assistant._http.interruption import Interruption
from infinity_assistant._http.origin import Origin
from infinity_assistant._http.platform_check import check_sockets
from infinity_assistant._http.pool import Pool
from infinity_assistant._http.pools import Pools
from infinity_assistant._http.request import Request
from infinity_assistant.errors import InfinityAssistantError

if TYPE_CHECKING:
    import ssl

#: How long to wait for a descriptor that somebody else may give back, in seconds.
_PATIENCE = 0.1


class AsyncHTTPTransport:
    """Makes exchanges, each on a connection of its own; idle connections are used again.

    Threads may share it (or, asynchronous, event loops one after another), a forked child may use it too. At most
    `max_connections` are open at a time; who comes first gets the next one.
    """

    def __init__(
        self, origin: Origin, ssl_context: Optional[ssl.SSLContext] = None, max_connections: Optional[int] = None
    ) -> None:
        self._origin = origin
        self._peer = f"{origin.host}:{origin.port}"
        self._ssl_context = ssl_context
        self._max_connections = max_connections
        self._pools: Pools[AsyncConnection] = Pools(self._make_pool, hold)

    async def send(self, request: Request, *, connect_deadline: float, deadline: float) -> AsyncRawResponse:
        """Send `request` and return its response, of which nothing has been read yet.

        Raises:
            InfinityAssistantNetworkError: The service was not reached. It knows whether a byte may have been sent.
        """
        pool = self._pools.of(current_scope())
        if pool.guard is None:
            pool.guard = await close_at_loop_end(pool)
        connection = await self._acquire(pool, connect_deadline - time.monotonic(), deadline, request.interruption)
        return await connection.send(request, deadline)

    async def aclose(self) -> None:
        """Close the idle connections; those in use are closed when they are done."""
        self.abandon()

    def abandon(self) -> None:
        """Close the idle connections at once, from wherever."""
        self._pools.clear()

    def idle(self) -> int:
        """Return how many connections wait to be used again."""
        return len(self._pools)

    def find_limit(self) -> int:
        """Return how many connections can be in use at a time."""
        return self._max_connections or find_default_limit()

    def _make_pool(self, scope: object) -> Pool[AsyncConnection]:
        return Pool(scope, self.find_limit(), start_expiry)

    async def _acquire(
        self, pool: Pool[AsyncConnection], timeout: float, deadline: float, interruption: Optional[Interruption]
    ) -> AsyncConnection:
        """Wait for a turn, and return a connection that is fit for use."""
        entered = pool.limit.acquire_nowait()
        try:
            if not entered:
                await self._wait_for_turn(pool, deadline, interruption)
                entered = True
            idle = await self._find_idle(pool)
            return pool.lend(idle or await self._connect(pool, timeout, deadline, interruption))
        except BaseException as exc:
            if entered:
                pool.limit.release()
            if isinstance(exc, Exception) and not isinstance(exc, InfinityAssistantError):
                raise map_exception(exc, sent=False, peer=self._peer) from exc
            raise

    async def _wait_for_turn(
        self, pool: Pool[AsyncConnection], deadline: float, interruption: Optional[Interruption]
    ) -> None:
        complaint = describe_full(pool.limit.size)
        event = make_event()
        waiter = pool.limit.enqueue(event.set)
        try:
            await wait_for(event, deadline, complaint, interruption)
        except BaseException:
            pool.limit.cancel(waiter)
            raise

    async def _find_idle(self, pool: Pool[AsyncConnection]) -> Optional[AsyncConnection]:
        """Return an idle connection that can be used, looked at right before."""
        while True:
            connection = pool.take()
            if connection is None:
                return None
            try:
                stale = await connection.is_stale()
            except BaseException:
                connection.abort()
                raise
            if not stale:
                return connection
            pool.distrust(connection)
            connection.abort()

    async def _connect(
        self, pool: Pool[AsyncConnection], timeout: float, deadline: float, interruption: Optional[Interruption]
    ) -> AsyncConnection:
        while True:
            try:
                return await self._open(pool, min(time.monotonic() + timeout, deadline), interruption)
            except OSError as exc:
                if not is_out_of_files(exc):
                    raise
            # That is no failure of the service, and no attempt: connections of our own come back.
            await self._wait_for_descriptor(pool, deadline)
            connection = await self._find_idle(pool)
            if connection is not None:
                return connection

    async def _open(
        self, pool: Pool[AsyncConnection], deadline: float, interruption: Optional[Interruption]
    ) -> AsyncConnection:
        check_sockets(self._peer)
        context = await self._load_context(deadline) if self._origin.is_secure else None
        if time.monotonic() >= deadline:
            raise TimeoutError("could not connect in time")
        stream = await connect(self._origin.host, self._origin.port, context, deadline, interruption)
        return AsyncConnection(stream, pool, self._peer)

    async def _wait_for_descriptor(self, pool: Pool[AsyncConnection], deadline: float) -> None:
        """Wait until a connection comes back, or for a moment: others than this pool have files open, too."""
        event = make_event()
        waiter = pool.limit.enqueue(event.set, first=True)
        try:
            await event.wait(min(deadline, time.monotonic() + _PATIENCE), "")
        except TimeoutError:
            if time.monotonic() >= deadline:
                raise TimeoutError("the program had too many files open to connect in time") from None
        finally:
            pool.limit.cancel(waiter)

    async def _load_context(self, deadline: float) -> ssl.SSLContext:
        if self._ssl_context is None:
            from infinity_assistant._http import tls

            load: Callable[[], ssl.SSLContext] = tls.find_shared_context
            # Reading the certificates takes some 20 ms.
            self._ssl_context = await call_in_thread(load, deadline, "could not connect in time")
        return self._ssl_context
