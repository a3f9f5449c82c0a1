# SPDX-License-Identifier: MIT
"""Connecting within an asyncio event loop."""

from __future__ import annotations

import asyncio
import socket
from functools import partial
from typing import TYPE_CHECKING, Any, Optional, Sequence

from infinity_assistant._http.async_resolver import AddressInfo, resolve
from infinity_assistant._http.asyncio_event import AsyncioEvent
from infinity_assistant._http.asyncio_stream import AsyncioStream
from infinity_assistant._http.deadline import remaining_seconds
from infinity_assistant._http.interruption import Interruption, waking

if TYPE_CHECKING:
    import ssl


#: How long an address may be silent before the next one is tried as well, in seconds (RFC 8305, section 5).
HEAD_START = 0.25


async def connect(
    host: str, port: int, tls: Optional[ssl.SSLContext], deadline: float, interruption: Optional[Interruption] = None
) -> AsyncioStream:
    """Connect, with TLS if a context is given, to the first address of `host` that responds."""
    addresses = await resolve(host, port, deadline, interruption)
    loop = asyncio.get_running_loop()
    done = AsyncioEvent(loop)
    opening = loop.create_task(_open(addresses, host, tls, deadline))
    opening.add_done_callback(lambda _: done.set())
    try:
        with waking(interruption, done.set):
            await done.wait(deadline, "could not connect in time")
    except BaseException:
        opening.cancel()
        opening.add_done_callback(_discard)
        raise
    return opening.result()


async def _open(
    addresses: Sequence[AddressInfo], host: str, tls: Optional[ssl.SSLContext], deadline: float
) -> AsyncioStream:
    loop = asyncio.get_running_loop()
    sock = await _connect_socket(loop, addresses)
    options: Any = {}
    if tls is not None:
        # asyncio's own bound of a minute may be shorter than the caller's.
        timeout = remaining_seconds(deadline, "could not connect in time")
        options = {"ssl": tls, "server_hostname": host, "ssl_handshake_timeout": timeout or 86400.0}
    try:
        _, stream = await loop.create_connection(partial(AsyncioStream, sock), sock=sock, **options)
    except BaseException:
        sock.close()
        raise
    return stream


async def _connect_socket(loop: asyncio.AbstractEventLoop, addresses: Sequence[AddressInfo]) -> socket.socket:
    if len(addresses) > 1:
        from aiohappyeyeballs import start_connection

        return await start_connection(addresses, happy_eyeballs_delay=HEAD_START)
    sock = socket.socket(*addresses[0][:3])
    try:
        sock.setblocking(False)
        await loop.sock_connect(sock, addresses[0][4])
    except BaseException:
        sock.close()
        raise
    return sock


def _discard(opening: asyncio.Task[AsyncioStream]) -> None:
    """Close a connection that came too late, and take note of a failure that nobody waits for."""
    if not opening.cancelled() and opening.exception() is None:
        opening.result().abort()
