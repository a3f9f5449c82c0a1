# SPDX-License-Identifier: MIT. Generated from overlays/_http/async_connection.py: edit that file, then run `make generate`.
"""One exchange on one connection."""

from __future__ import annotations

from infinity_assistant._http.async_network import AsyncNetworkStream
from infinity_assistant._http.exceptions import map_exception
from infinity_assistant._http.headers import RawHeaders
from infinity_assistant._http.http1 import Head, HTTP11Connection, ProtocolError
from infinity_assistant._http.pool import Pool
from infinity_assistant._http.request import Request


class AsyncConnection:
    """A connection that makes one exchange after another. `peer` is where it leads, for messages."""

    __slots__ = ("_http", "_peer", "_pool", "_stream", "idle_since")

    def __init__(self, stream: AsyncNetworkStream, pool: Pool[AsyncConnection], peer: str) -> None:
        self._stream = stream
        self._http = HTTP11Connection()
        self._pool = pool
        self._peer = peer
        #: Since when it is idle, or was last; long ago for a new one.
        self.idle_since: float = float("-inf")

    async def send(self, request: Request, deadline: float) -> AsyncRawResponse:
        """Send `request` and return its response, of which nothing has been read yet."""
        request.sent = True
        try:
            if request.interruption is None:
                await self._send(request, deadline)
            else:
                with request.interruption.waking(self.interrupt):
                    await self._send(request, deadline)
        except OSError as exc:
            self.abort()
            raise map_exception(exc, sent=True, peer=self._peer) from exc
        except BaseException:
            self.abort()
            raise
        return AsyncRawResponse(self)

    async def receive_head(self, deadline: float) -> Head:
        """Read the head of the response. A wait that was cancelled can be taken up again: nothing is lost."""
        try:
            head = self._http.head()
            while head is None:
                self._http.receive(await self._stream.receive(deadline))
                head = self._http.head()
        except (OSError, ProtocolError) as exc:
            if not isinstance(exc, TimeoutError):
                self._pool.distrust(self)
            self.abort()
            raise map_exception(exc, sent=True, peer=self._peer) from exc
        return head

    async def read(self, deadline: float) -> bytes:
        """Read the next piece of the body; nothing means the end. A wait that was cancelled can be taken up again."""
        try:
            piece, ended = self._http.body()
            while not piece and not ended:
                self._http.receive(await self._stream.receive(deadline))
                piece, ended = self._http.body()
        except (OSError, ProtocolError) as exc:
            self.abort()
            raise map_exception(exc, sent=True, peer=self._peer) from exc
        return piece

    def release(self) -> None:
        """Keep the connection if its response has been read, or has at least arrived; else close it."""
        try:
            self._http.body()
            if not self._http.is_complete:
                self._take(self._stream.receive_now())
            reusable = self._http.again()
        except (OSError, ProtocolError):
            reusable = False
        if reusable:
            self._pool.give(self)
        else:
            self.abort()

    async def is_stale(self) -> bool:
        """Return whether the other side closed it, or spoke, while it was idle."""
        return await self._stream.is_stale()

    def abort(self) -> None:
        """Close at once."""
        self._stream.abort()
        self._pool.forget(self)

    def interrupt(self) -> None:
        """End the connection under whoever waits for it."""
        self._stream.interrupt()

    def _take(self, arrived: bytes) -> None:
        if arrived:
            self._http.receive(arrived)
            self._http.body()

    async def _send(self, request: Request, deadline: float) -> None:
        try:
            await self._stream.send(self._http.begin(request), deadline, self._http.has_early_response)
        except OSError as exc:
            # A server may respond before it has read everything, and close: then its response counts. What TLS makes
            # of that is no ConnectionError.
            if isinstance(exc, TimeoutError):
                raise


class AsyncRawResponse:
    """The response of one exchange: first its head, then its body, piece by piece."""

    __slots__ = ("_connection", "headers", "status")

    status: int
    headers: RawHeaders

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def receive_head(self, deadline: float) -> None:
        """Read the head; `status` and `headers` are known then."""
        self.status, self.headers = await self._connection.receive_head(deadline)

    async def read(self, deadline: float) -> bytes:
        """Read the next piece of the body, as it travels; nothing means the end."""
        return await self._connection.read(deadline)

    async def aclose(self) -> None:
        """Be done with it: the connection is kept if the body has arrived, else closed."""
        self._connection.release()

    def abandon(self) -> None:
        """Close its connection at once, from wherever."""
        self._connection.abort()

    def interrupt(self) -> None:
        """Wake whoever waits for it, in another task or thread: the connection ends."""
        self._connection.interrupt()
