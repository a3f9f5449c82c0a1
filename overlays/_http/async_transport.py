# SPDX-License-Identifier: MIT
"""The connections of one client to one origin."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Optional

from infinity_assistant._http.async_connection import AsyncConnection, AsyncRawResponse
from infinity_assistant._http.async_network import close_at_loop_end, connect, current_scope
from infinity_assistant._http.exceptions import map_exception
from infinity_assistant._http.http1 import Request
from infinity_assistant._http.origin import Origin
from infinity_assistant._http.pool import Pool, Pools

if TYPE_CHECKING:
    import ssl


class AsyncHTTPTransport:
    """Makes exchanges, each on a connection of its own; idle connections are used again.

    Threads may share it (or, asynchronous, event loops one after another), a forked child may use it too.
    """

    def __init__(self, origin: Origin, ssl_context: Optional[ssl.SSLContext] = None) -> None:
        self._origin = origin
        self._ssl_context = ssl_context
        self._pools: Pools[AsyncConnection] = Pools()

    async def send(self, request: Request, *, connect_deadline: float, deadline: float) -> AsyncRawResponse:
        """Send `request` and return its response, of which nothing has been read yet.

        Raises `InfinityAssistantNetworkError`, which knows whether a byte may have been sent.
        """
        pool = self._pools.of(current_scope())
        if pool.guard is None:
            pool.guard = await close_at_loop_end(pool)
        connection = pool.take() or await self._connect(pool, min(connect_deadline, deadline))
        return await connection.send(request, deadline)

    async def aclose(self) -> None:
        """Close the idle connections; those in use are closed when they are done."""
        self.abandon()

    def abandon(self) -> None:
        """Close the idle connections at once, from wherever."""
        self._pools.clear()

    def idle(self) -> int:
        """How many connections wait to be used again."""
        return len(self._pools)

    async def _connect(self, pool: Pool[AsyncConnection], deadline: float) -> AsyncConnection:
        try:
            context = self._context() if self._origin.is_secure else None
            if time.monotonic() >= deadline:
                raise TimeoutError("the deadline has passed")
            sock = await connect(self._origin.host, self._origin.port, context, deadline)
        except OSError as exc:
            raise map_exception(exc, sent=False) from exc
        return pool.made(AsyncConnection(sock, pool.give))

    def _context(self) -> ssl.SSLContext:
        if self._ssl_context is None:
            from infinity_assistant._http import tls

            self._ssl_context = tls.shared_context()
        return self._ssl_context
